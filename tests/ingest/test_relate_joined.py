"""Parts that a plus, arrows or an "or" join."""

from __future__ import annotations

import pytest
from clause_samples import below_label, stated

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate
from ingest.values import Clause, Mention


def parts(
    text: str, kind: Kind = Kind.SERVICE, label: str | None = None, mentions: tuple[Mention, ...] = ()
) -> set[str]:
    found = stated(text, "ferry", kind, mentions, **below_label(label))
    return {target for _, relation, target in found if relation == "has_feature"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("slow, car deck + passenger lounge", {"car deck", "passenger lounge"}),
        ("boat w/ ropes + anchors, crew of two", {"ropes", "anchors"}),
        ("ramp → car deck → exits", {"ramp", "car deck", "exits"}),
    ],
)
def test_signs_join_parts(text: str, found: set[str]) -> None:
    assert found <= parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "good for cars + lorries",
        "moves cars + lorries",
        "too late? taxi boat + tent",
        "fog (horns + bells)",
        "fog -> horns",
    ],
)
def test_aims_deeds_and_answers_join_none(text: str) -> None:
    assert not {"cars", "lorries", "tent", "bells", "horns"} & parts(text)


def test_a_part_comes_in_one_form_or_the_other() -> None:
    assert {"folding", "rigid"} <= parts("ramp: folding (default) or rigid", Kind.FEATURE, "ramp")
    assert not parts("ramp: 2 or 3 wide", Kind.FEATURE, "ramp")


def test_words_behind_the_own_subject_of_a_line_are_about_what_is_above() -> None:
    ramp = Mention(0, 5, "ramps", Kind.FEATURE, "pack")
    clause = Clause(
        "s", 1, 1, "ramps in steel, galley + wheelhouse", "ramps", Kind.FEATURE, (0, 5), (ramp,), parent_subject="ferry"
    )
    assert ("ferry", "galley") in {(e.source.key, e.target.text) for e in relate(clause, lexicon())}
