"""Who made a thing: no part of it, and nothing that it takes."""

from __future__ import annotations

import pytest
from reading_samples import relations_below


@pytest.mark.parametrize(
    ("title", "line", "maker"),
    [
        ("Vault", "secrets manager by HashiCorp", "HashiCorp"),
        ("Grafana", "dashboard tool made by GrafanaLabs", "GrafanaLabs"),
        ("Istio", "first developed by LyftWorks and Go people", "LyftWorks"),
        ("Ferry", "car carrier, made by GullLines", "GullLines"),
    ],
)
def test_who_made_a_thing_is_no_part_of_it(title: str, line: str, maker: str) -> None:
    assert not [edge for edge in relations_below(title, line) if maker in edge]


def test_what_comes_from_a_product_is_no_matter_of_makers() -> None:
    assert ("NiFi", "uses", "S3") in relations_below("NiFi", "data pipeline from S3 to HDFS")
