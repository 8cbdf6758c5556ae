"""Notes on one thing that no pack knows: its name stands over them, or is the name of their file."""

from __future__ import annotations

import pytest

from graph.vocabulary import Kind
from ingest.packs.files import shipped_packs
from ingest.pipeline import read_document
from tests.ingest.reading_samples import entities

LOOM = """
## What it can do
- ribbons
- Selvedge
  - kept tight

## Triggers
- Shuttler
- Bobbinet
  - only on weekdays

## Use it for
- rugs
- sails

## Don't use for
- lace

## Needs
- Yarnhub

## Limits
- max cloth width 4 m
- retention
  - max 14 days

## Alternatives
- Knitwell: cheaper, but no patterns
"""
EDGES = {
    ("shuttler", "triggers", "looma"),
    ("bobbinet", "triggers", "looma"),
    ("looma", "suited_to", "rugs"),
    ("looma", "suited_to", "sails"),
    ("looma", "not_suited_to", "lace"),
    ("looma", "requires", "yarnhub"),
    ("looma", "has_feature", "selvedge"),
    ("looma", "contrasts_with", "knitwell"),
}


def _relations(path: str, text: str) -> set[tuple[str, str, str]]:
    contribution = read_document(path, text.encode(), shipped_packs())
    names = {key: entity.name.lower() for key, entity in entities(contribution).items()}
    return {(names[e.source], str(e.relation), names[e.target]) for e in contribution.edges}


@pytest.mark.parametrize(
    ("path", "title"),
    [("weaving.md", "# Looma\n"), ("notes.md", "# Looma notes\n"), ("looma.md", ""), ("Looma.txt", "\n")],
)
def test_the_sections_of_one_thing_tell_of_it(path: str, title: str) -> None:
    found = _relations(path, title + LOOM)
    assert found >= EDGES
    assert ("looma", "has_feature", "bobbinet") not in found


@pytest.mark.parametrize(
    "line", ["A ribbon service for small shops.", "It's a ribbon service, hand made", "a ribbon service"]
)
def test_the_first_line_says_that_the_title_is_a_thing(line: str) -> None:
    assert ("looma", "has_feature", "hem") in _relations("a.md", f"# Looma\n{line}\n\n## Hem\n- folded twice\n")


def test_a_title_over_several_things_is_none() -> None:
    found = _relations(
        "craft.md", "# Craft\n\n## Looma\n- needs Yarnhub\n\n## Shuttler\n- needs oil\n\n## Links\n- none\n"
    )
    assert ("looma", "requires", "yarnhub") in found
    assert not [edge for edge in found if "craft" in edge]


def test_the_figures_of_one_thing_are_its_limits() -> None:
    contribution = read_document("a.md", f"# Looma\n{LOOM}".encode(), shipped_packs())
    owners = {(fact.owner, fact.limit.value) for fact in contribution.limits}
    assert {("looma", 4.0), ("looma", 14.0)} <= owners


def test_short_labels_below_a_name_tell_of_it() -> None:
    text = "Looma\n\ngood at: rugs\ntalks to: Slack\nneeds: Redis for patterns\ndeployed on: EKS\ninstead of: Jenkins\n"
    assert _relations("notes.md", text) >= {
        ("looma", "suited_to", "rugs"),
        ("looma", "integrates_with", "slack"),
        ("looma", "requires", "redis"),
        ("looma", "runs_on", "eks"),
        ("looma", "use_instead_of", "jenkins"),
    }


def test_lines_below_a_mere_topic_are_about_their_labels() -> None:
    text = "# Workshop cheat sheet\n\nLooma = our weaving service, keeps patterns in Postgres\nKnotty: needs Redis\n"
    found = _relations("a.md", text)
    assert {("looma", "stores_in", "postgresql"), ("knotty", "requires", "redis")} <= found


def test_a_title_of_one_plain_word_is_a_topic() -> None:
    text = "# Loft notes\n\n## Sewing\n- by hand\n\n## Looma\n- needs Redis\n\n## Ribbons\n- needs Kafka\n"
    kinds = {
        entity.name: entity.kind for entity in entities(read_document("a.md", text.encode(), shipped_packs())).values()
    }
    assert (kinds["Sewing"], kinds["Ribbons"], kinds["Looma"]) == (Kind.CONCEPT, Kind.CONCEPT, Kind.SERVICE)


def test_a_section_on_several_things_does_nothing_itself() -> None:
    lines = "Looma: Rust, reads from Kafka\nBobbinet - weaves, writes to Looma\nCart keeps yarn in Redis, TTL 9 s\n"
    found = _relations("a.md", f"# Workshop notes\n\n## Systems\n{lines}\n## Rules\n- logs end up in Loki\n")
    assert {("looma", "reads_from", "kafka"), ("bobbinet", "sends_to", "looma")} <= found
    assert ("cart", "stores_in", "redis") in found
    assert not {source for source, _, _ in found} & {"systems", "rules", "rust", "workshop"}
    assert ("cart", "stores_in", "ttl") not in found


def test_a_mere_topic_has_no_limits() -> None:
    contribution = read_document(
        "a.md", b"# My crib sheet\n\ntakes 130 min\n\n## Lambda\n- max 15 min\n", shipped_packs()
    )
    assert {fact.owner for fact in contribution.limits} == {"lambda"}


@pytest.mark.parametrize("path", ["notes.md", "my-notes.md", "README.md", "2024-03-01.md"])
def test_what_any_file_may_be_called_is_no_thing(path: str) -> None:
    contribution = read_document(path, b"A ribbon service for small shops.\n" + LOOM.encode(), shipped_packs())
    assert all(claim.text.strip() for claim in contribution.names)
    stem = path.removesuffix(".md").lower()
    assert not {source for source, _, _ in _relations(path, f"A ribbon service for small shops.\n{LOOM}")} & {stem, ""}
