"""Figures in a series: what the later ones leave unsaid of bound, unit and scope."""

from __future__ import annotations

import pytest

from graph.quantities.grammar import read_quantities
from graph.quantities.names import quantity_name


def said(text: str) -> list[tuple[str, float, str | None]]:
    return [(str(q.bound), q.value, q.unit) for q in read_quantities(text) if not q.conditional]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("timeout 5min default, 10 max. 2GB of ham", [("default", 5, "min"), ("max", 10, "min"), ("exact", 2, "GB")]),
        ("up to 200 seats inside, 100 on deck", [("max", 200, "seats"), ("max", 100, "seats")]),
        ("6 copies, 2 per shelf", [("exact", 6, "copies"), ("exact", 2, "copies")]),
        ("12 months of receipts, 3 of them at hand", [("exact", 12, "months"), ("exact", 3, "months")]),
        ("opens w/ 3 of 5 keys", [("exact", 3, "keys"), ("exact", 5, "keys")]),
        ("delay max 7d by boat, 90d overland", [("max", 7, "days"), ("exact", 90, "days")]),
        ("delay max 7d cargo, 90d mail", [("max", 7, "days"), ("max", 90, "days")]),
        ("pause 9 s default, 1 s min 20 s max", [("default", 9, "s"), ("min", 1, "s"), ("max", 20, "s")]),
        ("pause 20 s max and 9 s by default", [("max", 20, "s"), ("default", 9, "s")]),
        ("30 s default max 900", [("default", 30, "s"), ("max", 900, "s")]),
        ("letter max 20 KB, parcel 8 MB", [("max", 20, "KB"), ("max", 8, "MB")]),
        ("tug runs up to 1 h, Express 5 mins", [("max", 1, "h"), ("max", 5, "min")]),
        ("tug runs up to 1 h, Timeout 5 mins", [("max", 1, "h"), ("exact", 5, "min")]),
        ("weight 32 or 64", [("exact", 32, None), ("exact", 64, None)]),
        ("weight max 5 on deck, 9 in the hold", [("max", 5, None), ("max", 9, None)]),
        ("priority 5 for cars, 404 for others", [("exact", 5, None)]),
        ("kept 90 days (can be 1..400)", [("exact", 90, "days"), ("min", 1, "days"), ("max", 400, "days")]),
        ("kept 90 days (1-400)", [("exact", 90, "days"), ("min", 1, "days"), ("max", 400, "days")]),
        ("link 5 Gbps scales to 100", [("exact", 5, "Gbps"), ("max", 100, "Gbps")]),
        ("goes from 10% up to the max you set", [("min", 10, "%")]),
        ("1 cook and 2 waiters by default", [("default", 1, "cooks"), ("default", 2, "waiters")]),
        ("max 32 GB memory and 8 cores", [("max", 32, "GB"), ("max", 8, "cores")]),
        ("parcels of 128 MB by default (16 MB by boat)", [("default", 128, "MB"), ("default", 16, "MB")]),
        ("up to 900 seats (600 with a stage)", [("max", 900, "seats"), ("max", 600, "seats")]),
        ("Lockers at the pier: 5 on deck, 20 in town", [("exact", 5, "lockers"), ("exact", 20, "lockers")]),
        ("3.5k orders/s, bursts to 7k", [("exact", 3500, "orders/s"), ("max", 7000, "orders/s")]),
        ("pies kept 3 hours at most, frozen ones a week", [("max", 3, "h"), ("max", 1, "weeks")]),
        ("hello 5 s, hold time 15", [("exact", 5, "s"), ("exact", 15, "s")]),
        ("retention 7 days, Express 90", [("exact", 7, "days"), ("exact", 90, "days")]),
        ("timeout 7 s, Postgres 14", [("exact", 7, "s"), ("exact", 14, None)]),
        ("delay max 5 s deck / 30 s hold", [("max", 5, "s"), ("max", 30, "s")]),
        ("letter max 256 KB post / 1 MB cargo", [("max", 256, "KB"), ("max", 1, "MB")]),
        ("9 orders per 6 hours by phone, 200 by fax", [("exact", 9, "orders/6 h"), ("exact", 200, "orders/6 h")]),
    ],
)
def test_later_figures_of_a_series_leave_unsaid_what_the_first_one_says(
    text: str, expected: list[tuple[str, float, str | None]]
) -> None:
    assert said(text) == expected


def test_what_a_later_figure_of_a_series_is_named_by_is_its_scope() -> None:
    found = read_quantities("transit 1-5 days express, 3-5 weeks freight")
    assert [(quantity_name(q), q.scope) for q in found[2:]] == [("transit", "freight")] * 2


def test_what_two_figures_have_in_common_is_said_once() -> None:
    found = [*read_quantities("parcel 20 KB by mail, 8 MB by boat"), *read_quantities("lease for 1 or 3 years")]
    assert [quantity_name(q) for q in found] == ["parcel size", "parcel size", "lease", "lease"]
    apart = read_quantities("whistle every 5 s, doors close after 3 s")
    assert [quantity_name(q) for q in apart] == ["whistle interval", "time before doors close"]
    raised = read_quantities("lease 24 hrs by default, can go up to 7 days")
    assert [quantity_name(q) for q in raised] == ["lease", "lease"]


def test_a_thing_named_where_the_measure_was_said_before_is_its_scope() -> None:
    found = read_quantities("delay default 5 s, Express 2 s at most, Night 24 s")
    assert [(quantity_name(q), q.scope) for q in found] == [("delay", None), ("delay", "Express"), ("delay", "Night")]
    pies = read_quantities("pies kept 3 hours at most, frozen ones a week")
    assert [(quantity_name(q), q.scope) for q in pies] == [("pie retention", None), ("pie retention", "frozen ones")]
    ways = read_quantities("a sluice takes 1 MB/s in, 2 MB/s out")
    assert [q.scope for q in ways] == ["in", "out"]


def test_what_is_no_qualifier_is_no_scope() -> None:
    found = [*read_quantities("parcels of 12 KB in size"), *read_quantities("20 seats, 3 of those for the crew")]
    found += read_quantities("keel=0 / keel=1")
    assert {q.scope for q in found} == {None}


def test_under_the_label_of_a_measure_names_are_scopes() -> None:
    found = [*read_quantities("timeout: connect 5s, read 30s"), *read_quantities("uptime: north 99.9%, south 99%")]
    assert [(q.words, q.scope, str(q.bound)) for q in found] == [
        ("timeout", "connect", "exact"),
        ("timeout", "read", "exact"),
        ("uptime", "north", "typical"),
        ("uptime", "south", "typical"),
    ]
    assert [quantity_name(q) for q in read_quantities("5 min resolution for 15 days")] == ["resolution", "duration"]


@pytest.mark.parametrize(
    "text", ["over it you get 429 too many orders", "the default one is red", "takes notes and 100 others"]
)
def test_codes_pronouns_and_the_rest_are_no_figures(text: str) -> None:
    assert said(text) == []
