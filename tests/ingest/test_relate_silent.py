"""What small words and signs say of how a thing works, in sentences from two trades."""

from __future__ import annotations

import pytest
from clause_samples import Triple, named, stated

from graph.vocabulary import Kind

KINDS = {
    "clockwork": Kind.FEATURE,
    "quartz": Kind.TECHNOLOGY,
    "latin": Kind.TECHNOLOGY,
    "tower": Kind.SERVICE,
    "bell": Kind.FEATURE,
    "chime": Kind.FEATURE,
}


def read(text: str, names: str = "") -> set[Triple]:
    """The relations of a clause about the clock."""
    return stated(text, "clock", mentions=named(text, names.split(), KINDS))


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("clockwork inside, no battery", "clockwork", ("clock", "uses", "clockwork")),
        ("strikes the hours, under the hood: clockwork", "clockwork", ("clock", "uses", "clockwork")),
        ("gears in /usr/share/gears, or /opt/gears", "", ("clock", "stores_in", "/opt/gears")),
        ("Hymn sheet = Latin text", "latin", ("Hymn sheet", "uses", "latin")),
        ("the bell (quartz, not brass)", "bell quartz", ("bell", "uses", "quartz")),
        ("inscription in Latin", "latin", ("clock", "uses", "latin")),
        ("steady, quartz only", "quartz", ("clock", "uses", "quartz")),
        ("loud bell ringer, Latin over quartz", "latin quartz", ("clock", "uses", "latin")),
        ("Latin over quartz, two hands", "latin quartz", ("clock", "uses", "latin")),
        ("Latin over quartz, two hands", "latin quartz", ("clock", "uses", "quartz")),
        ("drops its spare gears in the tower", "tower", ("clock", "stores_in", "tower")),
        ("disk only, gone with the power", "", ("clock", "stores_in", "disk")),
        ("an oak ladder has to be installed first", "", ("clock", "requires", "oak ladder")),
        ("alerts to the tower every hour", "tower", ("clock", "sends_to", "tower")),
        ("rain log to a file, the tower or sockets", "tower", ("rain log", "sends_to", "file")),
        ("rain log to a file, the tower or sockets", "tower", ("rain log", "sends_to", "tower")),
        ("spare gear lives in the tower", "tower", ("spare gear", "stores_in", "tower")),
        ("chime sends ticks, the warden counts them", "chime", ("chime", "sends_to", "clock")),
        ("time server on the tower", "tower", ("clock", "runs_on", "tower")),
        ("rings the hour over quartz, not brass", "quartz", ("clock", "uses", "quartz")),
        ("ringer that calls the tower", "tower", ("clock", "uses", "tower")),
        ("moths kick it off", "", ("moths", "triggers", "clock")),
        ("listens on quartz 5520", "quartz", ("clock", "uses", "quartz")),
        ("we run it on every church roof", "", ("clock", "runs_on", "church roof")),
        ("runs as a chime", "chime", ("clock", "runs_on", "chime")),
        ("times are kept in zettelkasten", "", ("clock", "stores_in", "zettelkasten")),
        ("bell ropes must share the Tower hook", "", ("bell ropes", "requires", "Tower hook")),
        ("bell locks with quartz", "bell quartz", ("bell", "uses", "quartz")),
        ("reads /opt/ticks, rings on the hour", "", ("clock", "reads_from", "/opt/ticks")),
        ("Records are small and go to the tower", "tower", ("Records", "stores_in", "tower")),
        ("iron frame + quartz = bell", "bell quartz", ("bell", "uses", "iron frame")),
        ("quartz does the heavy lifting", "quartz", ("clock", "uses", "quartz")),
        ("plugins for latin", "latin", ("clock", "supports", "latin")),
        ("quartz as its driver", "quartz", ("clock", "uses", "quartz")),
        ("the engine is quartz", "quartz", ("clock", "uses", "quartz")),
        ("signs each hour with quartz", "quartz", ("clock", "uses", "quartz")),
        ("quartz-powered hands", "quartz", ("clock", "uses", "quartz")),
        ("the bell and the tower go well together", "tower bell", ("bell", "integrates_with", "tower")),
        ("and the tower work together", "tower", ("clock", "integrates_with", "tower")),
        ("bell <-> tower", "tower bell", ("bell", "integrates_with", "tower")),
        ("has a tower integration", "tower", ("clock", "integrates_with", "tower")),
        ("fine with latin", "latin", ("clock", "supports", "latin")),
        ("comes in latin", "latin", ("clock", "supports", "latin")),
        ("latin is accepted", "latin", ("clock", "supports", "latin")),
        ("strikes the hours, on top of clockwork", "clockwork", ("clock", "uses", "clockwork")),
        ("the bell gets along nicely with the tower", "tower bell", ("bell", "integrates_with", "tower")),
        ("repairs are taken care of by the tower", "tower", ("clock", "uses", "tower")),
        ("sends ticks to the tower or straight to the bell", "tower bell", ("clock", "sends_to", "bell")),
        ("the ringer reads from the queue", "", ("ringer", "reads_from", "queue")),
    ],
)
def test_small_words_and_signs_tell_the_relation(text: str, names: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text, names)


@pytest.mark.parametrize(
    ("text", "names", "wrong"),
    [
        ("quartz inside the tower is rare", "quartz tower", ("clock", "uses", "quartz")),
        ("no clockwork inside", "clockwork", ("clock", "uses", "clockwork")),
        ("slow if a ladder must be installed", "", ("clock", "requires", "ladder")),
        ("take the bell over quartz", "bell quartz", ("clock", "uses", "quartz")),
        ("bell <-> tower", "tower bell", ("bell", "sends_to", "tower")),
        ("no calls or the bell", "bell", ("clock", "uses", "bell")),
        ("useless for choirs, latin", "latin", ("clock", "supports", "latin")),
        ("needs quartz as driver", "quartz", ("clock", "uses", "quartz")),
        ("no tower integration", "tower", ("clock", "integrates_with", "tower")),
        ("took over quartz", "quartz", ("clock", "uses", "quartz")),
        ("too many calls, the bell", "bell", ("clock", "uses", "bell")),
        ("the bell grows with it", "bell", ("bell", "uses", "clock")),
        ("use the bell instead of quartz", "bell quartz", ("clock", "uses", "bell")),
        ("runs on the tower, load max 50% of it", "tower", ("clock", "runs_on", "load max 50%")),
        ("working with the bell", "bell", ("bell", "integrates_with", "clock")),
        ("stores ropes sorted according to the tower", "tower", ("clock", "sends_to", "tower")),
        ("run the rehearsal in the tower", "tower", ("clock", "runs_on", "tower")),
        ("quartz 32 bits wide", "quartz", ("clock", "uses", "quartz")),
        ("on a quartz schedule", "quartz", ("quartz", "triggers", "clock")),
    ],
)
def test_the_same_words_elsewhere_tell_nothing(text: str, names: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in read(text, names)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("quartz -> rack in the attic -> tower", "tower", ("rack", "sends_to", "tower")),
        ("quartz event → tower → bell ropes", "tower", ("quartz event", "triggers", "tower")),
        ("hour logs → tower, chime", "tower chime", ("clock", "sends_to", "chime")),
        ("spare store => tower", "tower", ("spare store", "stores_in", "tower")),
        ("the hour is full -> tower wakes up", "tower", ("clock", "triggers", "tower")),
    ],
)
def test_arrows_lead_from_thing_to_thing(text: str, names: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text, names)


def test_a_chain_of_ideas_or_deeds_moves_nothing() -> None:
    assert not {edge for edge in read("wind up -> set -> let it ring", "") if edge[1] == "sends_to"}


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Latin only, no numbers", "latin", ("clock", "supports", "latin")),
        ("strikes the hours, tower version only", "tower", ("clock", "supports", "tower")),
        ("strikes the hours, tower only", "tower", ("clock", "uses", "tower")),
        ("its face is Latin only", "latin", ("clock", "uses", "latin")),
    ],
)
def test_what_is_all_that_there_is_is_taken_or_used(text: str, names: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text, names)


def test_data_and_a_part_that_sends_lead_along_an_arrow() -> None:
    assert ("clock", "sends_to", "tower") in read("chime logs -> tower", "tower")
