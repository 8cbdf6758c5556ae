"""Errors by number, by name, in quotation marks and in words, from two trades."""

from __future__ import annotations

import pytest
from clause_samples import named, stated
from reading_samples import relations

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate
from ingest.values import Clause, Mention


def raised(text: str, names: str = "") -> set[tuple[str, str]]:
    """Who raises what in a clause about the printer."""
    found = stated(text, "printer", mentions=named(text, names.split(), {}))
    return {(source, target) for source, relation, target in found if relation == "raises"}


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("40 pages an hour, then 429", "", ("printer", "429")),
        ("refuses sheets over A3 (PR017)", "", ("printer", "PR017")),
        ('"no paper left" when the tray is empty', "", ("printer", "no paper left")),
        ("the second tenant gets EVICTED, ask again", "", ("printer", "EVICTED")),
        ("EJAMMED if a sheet sticks", "", ("printer", "EJAMMED")),
        ("a late booking fails with an FULL error", "", ("printer", "FULL")),
        ("ink out: paperFeedRefused", "", ("printer", "paperFeedRefused")),
        ("lid open, then LID_CHECK_FAILED", "", ("printer", "LID_CHECK_FAILED")),
        ("no badge, otherwise you get invalid_badge", "", ("printer", "invalid_badge")),
        ("tray stuck → 512", "", ("printer", "512")),
        ("no sheet that thick -> TooManyLayers", "", ("printer", "TooManyLayers")),
        ("bails out with 507 on wet paper", "", ("printer", "507")),
        ("wet paper comes back as error 49", "", ("printer", "error 49")),
        ("rejects wet paper with PR-1042", "", ("printer", "PR-1042")),
        ("over that you get WetPaper back", "", ("printer", "WetPaper")),
        ('wet paper → "tray not dry" error', "", ("printer", "tray not dry")),
        ("503 no paper left, 504 tray too slow", "", ("printer", "504")),
        ("closed gate -> visitor access denied", "", ("printer", "visitor access denied")),
        ("no badge = 401, wrong floor = 403, both from the gatekeeper", "gatekeeper", ("gatekeeper", "403")),
    ],
)
def test_an_error_is_known_by_its_form_and_its_place(text: str, names: str, expected: tuple[str, str]) -> None:
    assert expected in raised(text, names)


@pytest.mark.parametrize(
    "text",
    [
        "the manual explains a 403",
        "jobs sent with PRINT_TOKEN go first",
        'the "old blue tray" is gone',
        "never returns a 500",
        'called "Guten Tag" for short',
        "holds an EXCLUSIVE lock",
        "ENTRYGATE stays open",
        "maxUnavailable is two",
        "sheet_limit = 500; more than that and it stops",
        "502 sheets/min",
        "-> 409 dots/inch",
        "the poster explains a 403 DOOR_DENIED",
    ],
)
def test_what_only_looks_like_an_error_is_none(text: str) -> None:
    assert not raised(text)


def test_what_only_causes_an_error_does_not_raise_it() -> None:
    text = "torn or wet sheet = 409"
    cause = Mention(0, 17, "torn-sheet", Kind.FEATURE, "label", owner="printer")
    clause = Clause(
        "s", 1, 1, text, "torn-sheet", Kind.FEATURE, mentions=(cause,), label="torn or wet sheet", body_start=20,
        owner="printer",
    )  # fmt: skip
    assert [(e.source.key, e.target.text) for e in relate(clause, lexicon()) if e.relation.value == "raises"] == [
        ("printer", "409")
    ]


def test_quoted_needs_that_a_product_answers_are_no_errors() -> None:
    found = relations('# Yard\n\n## Redis\nkeeps keys\ntip: "many users", "sign in with keys" -> Redis\n')
    assert not [edge for edge in found if edge[1] == "raises"]
