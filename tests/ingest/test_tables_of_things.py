"""Tables whose rows or columns are things: cells that say yes, columns of ordinary words, rows of products."""

from __future__ import annotations

import pytest
from reading_samples import relations


def table(*rows: str, title: str = "Stores") -> str:
    head, *body = rows
    rule = "|".join("---" for _ in head.strip("|").split("|"))
    return "\n".join(["# Notes", "", f"## {title}", "", head, f"|{rule}|", *body, ""])


def test_a_row_has_the_columns_that_it_says_yes_to() -> None:
    text = table(
        "| tier | berths | night crane | Docker |",
        "| Basic | 3 | no | yes |",
        "| Standard | 10 | yes, even two | ✓ |",
        title="Harbour",
    )
    found = {edge[::2] for edge in relations(text) if edge[1] == "has_feature"}
    assert {("Standard", "night crane"), ("Standard", "Docker"), ("Basic", "Docker")} <= found
    assert ("Basic", "night crane") not in found


def test_a_column_has_the_rows_that_it_says_yes_to() -> None:
    text = table("| | SQS | Kafka |", "| ordering, replay | no | yes |", "| survives a storm | yes | yes |")
    found = {edge[::2] for edge in relations(text) if edge[1] == "has_feature"}
    assert {("Kafka", "ordering"), ("Kafka", "replay")} <= found
    assert not [ends for ends in found if "survives" in ends[1]]


def test_columns_that_only_say_yes_or_no_are_not_compared() -> None:
    text = table("| plan | Docker | Redis |", "| small boat | no | yes |", "| big boat | yes | yes |")
    assert not [edge for edge in relations(text) if edge[1] == "contrasts_with"]


def test_a_column_of_ordinary_words_beside_known_ones_is_a_thing() -> None:
    text = table(
        "| | Redis | Kafka | Night barge |", "| lives in | memory | a log | the hold |", "| use | a | b | mail |"
    )
    found = relations(text)
    assert ("Redis", "contrasts_with", "Night barge") in found or ("Night barge", "contrasts_with", "Redis") in found
    assert ("Night barge", "suited_to", "mail") in found
    assert not [edge for edge in found if edge[0] in ("Redis", "Kafka") and edge[2] in ("the hold", "hold", "mail")]


@pytest.mark.parametrize("header", ["Notes", "winner"])
def test_a_column_of_remarks_is_no_thing(header: str) -> None:
    text = table(
        f"| | Redis | Kafka | {header} |", "| use | sets | logs | mail |", "| lives in | memory | a log | eh |"
    )
    assert not [edge for edge in relations(text) if edge[1] == "contrasts_with" and header in edge]


def test_products_in_the_first_column_are_what_the_table_is_about() -> None:
    text = table(
        "| CNI | how | NetworkPolicy |", "| Flannel | VXLAN | no |", "| Cilium | eBPF | yes |", title="Kubernetes"
    )
    found = relations(text)
    assert ("Cilium", "has_feature", "NetworkPolicy") in found
    assert not [edge for edge in found if edge[1] == "contrasts_with"]
    assert not [edge for edge in found if edge[0] == "Flannel" and edge[2] == "NetworkPolicy"]
