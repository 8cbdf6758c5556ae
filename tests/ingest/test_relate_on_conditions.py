"""What conditions, codes in quotes, praise behind a label and broad titles say: in made-up trades and a real one."""

from __future__ import annotations

import pytest
from reading_samples import CACHE, HARBOUR, block_of, limits, relations


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        # when something is to be taken is its use
        (HARBOUR, "- Winch: when you need slow lifts", ("Winch", "suited_to", "slow lifts")),
        (HARBOUR, "- Barge if you want flat cargo", ("Barge", "suited_to", "flat cargo")),
        (CACHE, "- Envoy: only if you really need canary routing", ("Envoy", "suited_to", "canary routing")),
        # one is left out, the other does its work
        (HARBOUR, "skip the Winch and let the Barge do the lifting", ("Barge", "use_instead_of", "Winch")),
        (CACHE, "drop Kafka, and use Envoy for that", ("Envoy", "use_instead_of", "Kafka")),
        # codes
        (HARBOUR, 'when the pier is full: "503 Quay fetch failed"', ("Ferry", "raises", "503")),
        (CACHE, "429 means it is full, random 502s mean it is gone", ("Redis", "raises", "429")),
        # praise behind a label is said of what the label names
        (HARBOUR, "- **Winch** - pulls. Rope for boats. Good for tight piers", ("Winch", "suited_to", "tight piers")),
        (CACHE, "- REST: uses HTTP/1.1", ("REST", "uses", "HTTP/1.1")),
    ],
)
def test_what_a_line_says(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "wrong"),
    [
        (HARBOUR, "- Winch: if you need a lift, the mate calls one", ("Winch", "suited_to", "a lift")),
        (HARBOUR, "- Winch: when you need to lift", ("Winch", "suited_to", "to lift")),
        (CACHE, "anything that talks to Kafka reads it", ("anything", "reads_from", "Kafka")),
        (CACHE, "no wind in Kafka. Envoy is a proxy", ("Envoy", "suited_to", "no wind in Kafka")),
    ],
)
def test_what_a_line_does_not_say(notes: str, line: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        (HARBOUR, "the Winch's reel time is 30 s", ("Winch", "exact", 30.0, "s")),
        (HARBOUR, "must be longer than the Winch's reel timeout (30 s)", ("Winch", "exact", 30.0, "s")),
        (HARBOUR, "- reel timeout of the Barge 30 s", ("Barge", "exact", 30.0, "s")),
        (CACHE, "- Envoy idle timeout 30 s", ("Envoy", "exact", 30.0, "s")),
        (CACHE, "- recordsize 128K", ("Redis", "exact", 128.0, "KB")),
        (CACHE, "- idle timeout 30 s, then Envoy asks again", ("Redis", "exact", 30.0, "s")),
    ],
)
def test_whose_figure_it_is(notes: str, line: str, expected: tuple[str, str, float, str]) -> None:
    assert limits(notes.format(line)) == {expected}


def test_the_code_of_an_error_is_no_time() -> None:
    assert not limits(CACHE.format("random 502s when it restarts"))


def test_a_title_in_capitals_set_off_among_underlined_titles_ends_the_one_before() -> None:
    notes = """
        TUGS
        ====
        they pull

        Ropes
        -----
        hemp or steel

        DRY DOCKS

        for repairs
        """
    assert block_of(notes, "hemp").parent == block_of(notes, "Ropes").index
    assert block_of(notes, "DRY DOCKS").parent == block_of(notes, "TUGS").index


def test_capitals_among_other_titles_stand_below_the_one_before() -> None:
    notes = """
        # Tugs

        they pull

        ROPES

        hemp or steel
        """
    assert block_of(notes, "ROPES").parent == block_of(notes, "Tugs").index


def test_a_broad_title_is_no_part_of_another_product() -> None:
    notes = "# Kafka\n\n- Security: TLS\n\n# Envoy\n\n## Security\n\n- keys are turned\n"
    assert ("Kafka", "has_feature", "Security") not in relations(notes)


def test_what_a_possessive_opens_is_no_part_of_the_section() -> None:
    said = relations(HARBOUR.format("Winch's reel time is 30 s"))
    assert not any(source == "Ferry" for source, _, _ in said)
