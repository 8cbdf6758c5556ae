"""What a thing is, said by what it deals with, and what of such a line is no verb, no name and no predecessor."""

from __future__ import annotations

import pytest
from reading_samples import relations_below


@pytest.mark.parametrize(
    ("title", "line", "kind", "edge"),
    [
        ("CouchDB", "JSON store, speaks HTTP", "JSON store", ("supports", "HTTP")),
        ("Linkerd", "Rust proxy, sends traces to Jaeger", "Rust proxy", ("sends_to", "Jaeger")),
        ("Ferry", "in-memory map, reads from S3", "in-memory map", ("reads_from", "S3")),
        ("Valkey", "in-memory store forked from Redis", "in-memory store", ("replaces", "Redis")),
        ("Kestrel", "lightweight distro thru and thru", "lightweight distro", None),
        ("Kestrel", "open source broker frm Gull Lines", "open source broker", None),
    ],
)
def test_what_a_thing_is_leaves_it_the_subject(title: str, line: str, kind: str, edge: tuple[str, str] | None) -> None:
    found = relations_below(title, line)
    assert (title, "kind_of", kind) in found
    assert edge is None or (title, *edge) in found
    assert {source for source, _, _ in found} == {title}


def test_an_opening_technology_with_a_verb_of_its_own_is_the_subject() -> None:
    assert ("Java", "sends_to", "Kafka") in relations_below("Ferry", "Java sends events to Kafka")


@pytest.mark.parametrize("line", ["fork of MySQL, open source", "fork of MySQL, faster, same protocol"])
def test_what_it_is_like_was_no_predecessor(line: str) -> None:
    assert {edge[2] for edge in relations_below("MariaDB", line) if edge[1] == "replaces"} == {"MySQL"}


def test_a_denial_behind_a_comma_is_no_place() -> None:
    found = relations_below("Ferry", "mail gets dumped in S3, wont work at night")
    assert {edge[2] for edge in found if edge[1] == "stores_in"} == {"S3"}


def test_what_must_be_on_needs_nothing_behind_the_comma() -> None:
    found = relations_below("Ferry", "recorder must be on, history goes in S3")
    assert not [edge for edge in found if edge[0] == "recorder" and edge[1] == "requires"]


def test_capitals_are_no_plural_of_others() -> None:
    assert "MPLS" not in {end for edge in relations_below("OpenTofu", "free (MPL)") for end in edge}
