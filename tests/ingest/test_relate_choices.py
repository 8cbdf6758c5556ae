"""Advice to take one thing for another, and names in brackets, in the words of two trades."""

from __future__ import annotations

import re

import pytest
from clause_samples import Triple, named, stated

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate
from ingest.values import Clause, Mention

KINDS = {"ramp": Kind.FEATURE, "lift": Kind.SERVICE, "crane": Kind.SERVICE, "hoist": Kind.FEATURE, "rye": Kind.FEATURE}


def read(text: str, names: str, kind: Kind = Kind.FEATURE) -> set[Triple]:
    return stated(text, "stairs", kind, named(text, names.split(), KINDS))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("not with a pram, take the ramp", "ramp"),
        ("doesn't carry flour, use the ramp if it has to be moved", "ramp"),
        ("too steep in winter, use the ramp instead", "ramp"),
        ("Take the ramp instead if you have a pram", "ramp"),
        ("steep (think about using the ramp instead)", "ramp"),
    ],
)
def test_what_is_advised_behind_a_denial_is_better(text: str, names: str) -> None:
    found = read(text, names)
    assert ("ramp", "use_instead_of", "stairs") in found
    assert ("stairs", "uses", "ramp") not in found


@pytest.mark.parametrize(
    "text",
    [
        "no room for prams, lift or crane for that",
        "prams? -> no, for that crane or a rope",
        "carries no pram; for that use the lift",
    ],
)
def test_what_does_what_the_subject_does_not_is_better(text: str) -> None:
    found = {edge for edge in read(text, "lift crane") if edge[1] == "use_instead_of"}
    assert {other for _, _, other in found} == {"stairs"}
    assert {one for one, _, _ in found} <= {"lift", "crane"}


def test_without_a_denial_for_that_prefers_nothing() -> None:
    assert not {edge for edge in read("ask at the desk, lift for that", "lift") if edge[1] == "use_instead_of"}


def test_what_is_advised_behind_but_is_better_than_what_stands_before_it() -> None:
    edges = read("ramp is the new one, old stairway still holds but go for the ramp in winter", "ramp")
    assert ("stairs", "use_instead_of", "old stairway") not in edges
    text = "the lift is shiny, old stairway still holds but go for the lift in winter"
    mentions = tuple(Mention(m.start(), m.end(), "lift", Kind.SERVICE, "pack") for m in re.finditer("lift", text))
    made = Clause("s", 1, 1, text, "lift", Kind.SERVICE, mentions=mentions, subject_span=(4, 8))
    (found,) = (e for e in relate(made, lexicon()) if e.relation.value == "use_instead_of")
    assert (found.source.key, found.target.text, found.condition) == ("lift", "old stairway", "in winter")


def test_it_instead_of_makes_the_subject_the_better_one() -> None:
    assert ("stairs", "use_instead_of", "lift") in read("quick, use it instead of the lift", "lift")
    assert ("ramp", "use_instead_of", "lift") in read("ramp of stone, take it over the lift", "ramp lift")


def test_plain_use_advises_nothing_against_the_subject() -> None:
    assert not {edge for edge in read("open all day, use the ramp", "ramp") if edge[1] == "use_instead_of"}


def test_brackets_hold_kinds_parts_or_what_is_taken() -> None:
    assert ("lift", "kind_of", "hoist") in read("comes with a hoist (lift, crane)", "hoist lift crane")
    assert ("hoist", "has_feature", "ramp") in read("comes with a hoist (ramp, rye)", "hoist ramp rye")
    assert ("lift", "supports", "hoist") in read("beside the lift (hoist, ramp)", "lift hoist ramp")
    assert not {e for e in read("beside the lift (hoist)", "lift hoist") if set(e) >= {"lift", "hoist"}}


def test_what_is_set_up_on_something_runs_there() -> None:
    assert ("hoist", "runs_on", "crane") in read("install the hoist on the crane", "hoist crane")


def test_verbs_joined_by_and_share_their_subject() -> None:
    edges = read("the crane reads its orders from the lift and publishes them to the hoist", "crane lift hoist")
    assert ("crane", "sends_to", "hoist") in edges
    assert not {edge for edge in edges if edge[0] == "lift"}


def test_what_a_label_names_does_what_follows() -> None:
    text = "crane: ships bricks to the lift"
    mentions = (
        Mention(0, 5, "crane", Kind.SERVICE, "pack"),
        Mention(text.index("lift"), len(text), "lift", Kind.SERVICE, "pack"),
    )
    made = Clause("s", 1, 1, text, "stairs", Kind.SERVICE, mentions=mentions, label="crane", body_start=7)
    edges = {(e.source.key, e.relation.value, e.target.key) for e in relate(made, lexicon())}
    assert ("crane", "sends_to", "lift") in edges
    assert ("stairs", "sends_to", "lift") not in edges


def test_a_named_thing_starts_reads_or_sends_to_what_plain_words_name() -> None:
    assert ("crane", "triggers", "night alarm") in read("the crane triggers the night alarm", "crane")
    assert ("lift", "reads_from", "floor plan") in read("the lift reads its route from the floor plan", "lift")
    assert not {edge for edge in read("it triggers the night alarm", "") if edge[1] == "triggers"}
