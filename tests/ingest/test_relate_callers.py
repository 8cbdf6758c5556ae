"""What those who stand outside a thing do with it, and what a part does for its whole, in words of two trades."""

from __future__ import annotations

import re

import pytest

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate
from ingest.values import Clause, Mention


def read(text: str, names: dict[str, Kind] | None = None, **about: object) -> set[tuple[str, str, str]]:
    """The relations of a clause about the bakery."""
    mentions = tuple(
        Mention(match.start(), match.end(), name.lower(), kind, "pack", owner=str(about.get("owners", "")) or None)
        for name, kind in (names or {}).items()
        for match in re.finditer(rf"\b{name}\b", text)
    )
    subject = str(about.get("subject", "bakery"))
    span = next(((m.start, m.end) for m in mentions if m.key == subject), None)
    clause = Clause(
        "s", 1, 1, text, subject, Kind.FEATURE if span else Kind.SERVICE,
        subject_span=span, mentions=tuple(sorted(mentions)), parent_subject="bakery" if span else None,
        parent_kind=Kind.SERVICE if span else None, owner=str(about.get("owner", "")) or None,
    )  # fmt: skip
    edges = relate(clause, lexicon())
    return {(e.source.key or e.source.text or "", e.relation.value, e.target.key or e.target.text or "") for e in edges}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("open from six, consumers pull", "consumers"),
        ("a worker polls, then sleeps", "worker"),
        ("readers have to fetch it themselves", "readers"),
        ("many clients can read the same record again", "clients"),
        ("bread waits till subscribers pick up", "subscribers"),
    ],
)
def test_who_reads_without_a_word_of_where_from_reads_from_the_thing(text: str, who: str) -> None:
    assert (who, "reads_from", "bakery") in read(text)


@pytest.mark.parametrize(
    "text", ["consumers can not pull", "consumers read from the shelf", "workers get tired", "client reads the sky"]
)
def test_who_reads_something_else_or_nothing_does_not(text: str) -> None:
    assert not any(target == "bakery" and relation == "reads_from" for _, relation, target in read(text))


def test_who_stands_beside_the_subject_reads_from_what_is_above() -> None:
    names = {"ovens": Kind.FEATURE, "consumers": Kind.FEATURE}
    found = read("ovens glow, consumers pull", names, subject="ovens", owners="bakery")
    assert ("consumers", "reads_from", "bakery") in found


def test_what_a_part_with_a_plain_name_keeps_somewhere_its_whole_keeps_there() -> None:
    names = {"recipes": Kind.FEATURE, "Vault": Kind.SERVICE}
    found = read("recipes are held in Vault", names, subject="recipes")
    assert {("recipes", "stores_in", "vault"), ("bakery", "stores_in", "vault")} <= found


def test_what_has_a_name_of_its_own_may_do_things_for_itself() -> None:
    names = {"Mixer": Kind.FEATURE, "Vault": Kind.SERVICE}
    assert ("bakery", "stores_in", "vault") not in read("Mixer is held in Vault", names, subject="mixer")


def test_the_error_of_a_part_is_one_of_its_whole() -> None:
    found = read("dough too warm -> DoughCollapsedException", {"oven": Kind.FEATURE}, subject="bakery", owner="mill")
    assert ("mill", "raises", "DoughCollapsedException") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("takes flour from mills & delivers into Vault", ("bakery", "sends_to", "vault")),
        ("reads from streams and saves to Vault", ("bakery", "stores_in", "vault")),
        ("night oven waits an hour, can ping Vault", ("night oven", "sends_to", "vault")),
        ("recipes kept in Vault", ("recipes", "stores_in", "vault")),
        ("oven settings: Vault", ("bakery", "has_feature", "oven settings")),
    ],
)
def test_a_later_verb_and_what_is_kept_have_their_own_subject(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text, {"Vault": Kind.SERVICE})


def test_a_noun_with_the_form_of_a_verb_hides_no_verb() -> None:
    assert ("oven sink", "sends_to", "vault") in read("oven sink writes to Vault", {"Vault": Kind.SERVICE})


def test_what_a_part_takes_its_whole_takes() -> None:
    names = {"recipes": Kind.FEATURE, "Braille": Kind.TECHNOLOGY}
    assert ("bakery", "supports", "braille") in read("recipes take Braille", names, subject="recipes")


def test_who_reads_it_reads_what_the_line_is_about() -> None:
    assert ("vault", "reads_from", "bakery") in read("a list of loaves, a Vault can read it", {"Vault": Kind.SERVICE})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a new upload can start Vault", ("bakery", "triggers", "vault")),
        ("sends loaves, rolls and pies to Vault", ("bakery", "sends_to", "vault")),
        ("loads dough into cold rooms (or other stores like Vault)", ("bakery", "sends_to", "vault")),
        ("Mill follows Vault", ("mill", "uses", "vault")),
    ],
)
def test_lists_examples_and_deeds_with_an_article_are_ends(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text, {"Vault": Kind.SERVICE, "Mill": Kind.SERVICE})


def test_a_list_ends_at_a_place() -> None:
    found = read("runs on Mill, Vault or alone (dropped in May)", {"Vault": Kind.SERVICE, "Mill": Kind.SERVICE})
    assert {("bakery", "runs_on", "mill"), ("bakery", "runs_on", "vault")} <= found
