"""What must be there, told in many ways, in sentences from two trades."""

from __future__ import annotations

import pytest
from clause_samples import Triple, named, stated
from reading_samples import relations

from graph.vocabulary import Kind

KINDS = {"oven": Kind.SERVICE, "anchor": Kind.FEATURE, "mooring": Kind.FEATURE, "lake": Kind.SERVICE}


def read(text: str, subject: str = "ferry") -> set[Triple]:
    """The relations of a clause about the subject."""
    return stated(text, subject, mentions=named(text, KINDS, KINDS))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("anchor has to be on board, it must be switched on", "anchor"),
        ("sea charts must already be there", "sea charts"),
        ("sea chart mandatory", "sea chart"),
        ("a pilot badge is a must", "pilot badge"),
        ("harbour pass needed to get out", "harbour pass"),
        ("won't sail without an anchor", "anchor"),
        ("can't do anything w/o diesel oil", "diesel oil"),
        ("no good without an anchor", "anchor"),
        ("no anchor no trip", "anchor"),
        ("without an anchor you are stuck", "anchor"),
        ("doesn't leave unless the anchor is there", "anchor"),
        ("not allowed out unless you have a pilot badge", "pilot badge"),
        ("gold plan only", "gold plan"),
        ("calls for an anchor", "anchor"),
        ("on a lake it has to have an anchor", "anchor"),
    ],
)
def test_what_must_be_there(text: str, what: str) -> None:
    assert ("ferry", "requires", what) in read(text)


def test_where_something_goes_is_not_what_needs_a_thing() -> None:
    assert ("lake", "requires", "anchor") not in read("trips to the lake only with an anchor")


def test_a_remark_in_brackets_is_on_the_name_before_it() -> None:
    assert ("oven", "requires", "dry wood") in read("galley: stove, oven (needs dry wood), sink")


def test_what_is_lost_without_it() -> None:
    found = read("the anchor must be set, otherwise no mooring")
    assert {("ferry", "requires", "anchor"), ("mooring", "requires", "anchor")} <= found
    assert ("mooring", "requires", "rope") in read("no rope, no mooring", subject="ferry/mooring")


@pytest.mark.parametrize(
    "text",
    [
        "anchor isn't needed",
        "no anchor needed",
        "if an anchor is mandatory, take two",
        "no anchor, no oven",
        "without an anchor it floats",
        "on a lake it has oars",
    ],
)
def test_what_need_not_be_there(text: str) -> None:
    assert not [edge for edge in read(text) if edge[1] == "requires" or edge[0] == "lake"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("night mooring only if you set up lamps, day tickets always", ("night mooring", "requires", "lamps")),
        ("the anchor works only in Premium", ("anchor", "requires", "Premium")),
        ("only on the pro plan", ("ferry", "requires", "pro plan")),
    ],
)
def test_what_there_is_only_with_something_needs_it(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


def test_what_a_consequence_says_to_be_a_must_is_needed() -> None:
    assert ("Redis", "requires", "pilot") in relations("# Redis\n\n- fog hides the buoys, so a pilot is a must\n")
