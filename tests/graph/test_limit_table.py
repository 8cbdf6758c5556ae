"""The table of limits."""

from __future__ import annotations

import pytest

from graph import limits
from graph.errors import UnknownNameError
from graph.limit_table import normal_unit
from graph.quantities.forms import amount_text
from graph.vocabulary import Bound


def said(entries):
    return [(entry.owner.name, entry.value_text) for entry in entries]


def test_all_limits_come_by_owner_with_their_lines(boats):
    found = limits(boats)
    assert said(found) == [("Canoe", "90 min"), ("car ramp", "30 tons"), ("Ferry", "2 h"), ("Ferry", "3 h")]
    assert found[0].evidence[0].text == "a canoe is over in ninety minutes"


def test_those_of_one_thing_hold_its_features_limits(boats):
    assert said(limits(boats, "Ferry")) == [("car ramp", "30 tons"), ("Ferry", "2 h"), ("Ferry", "3 h")]


@pytest.mark.parametrize("unit", ["min", "hours", "s", "time"])
def test_a_unit_finds_what_can_be_told_in_it(boats, unit):
    assert said(limits(boats, unit=unit)) == [("Canoe", "90 min"), ("Ferry", "2 h"), ("Ferry", "3 h")]


def test_a_unit_of_another_sort_finds_nothing(boats):
    assert limits(boats, unit="KB") == ()


def test_a_bound_keeps_its_own(boats):
    assert limits(boats, bound=Bound.DEFAULT) == ()
    assert len(limits(boats, bound="max")) == 4
    with pytest.raises(ValueError, match="most"):
        limits(boats, bound="most")


def test_an_unknown_name_is_refused(boats):
    with pytest.raises(UnknownNameError):
        limits(boats, "zorg")


def test_the_json_has_the_form_of_the_contract(boats):
    entry = limits(boats, "Canoe")[0].to_json()
    fields = {"owner", "owner_name", "quantity", "bound", "value", "unit", "scope", "document", "lines"}
    assert fields <= set(entry)
    assert (entry["owner"], entry["value"], entry["document"]) == ("canoe", 90, "harbour.md")
    assert entry["lines"][0] == entry["lines"][1]


@pytest.mark.parametrize(("typed", "unit"), [("hours", "h"), ("kilobytes", "KB"), ("requests/second", "requests/s")])
def test_any_spelling_of_a_unit_will_do(typed, unit):
    assert normal_unit(typed) == unit


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1.0, "days", "1 day"),
        (4.0, "boats/h", "4 boats/h"),
        (1000.0, "1/s", "1000/s"),
        (1.0, "1/s", "1/s"),
        (7.0, None, "7"),
    ],
)
def test_an_amount_is_written_as_people_write_it(value, unit, text):
    assert amount_text(value, unit) == text
