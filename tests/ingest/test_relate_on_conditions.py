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
        # steps behind a label
        (HARBOUR, "- Lock: fill, open, close. takes a while", ("Lock", "has_feature", "fill")),
        (CACHE, "- Kafka: discover, offer, request, ack", ("Kafka", "has_feature", "offer")),
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
        (HARBOUR, "crates are kept in the Winch, Barge died with the old pier", ("Ferry", "stores_in", "Barge")),
        (HARBOUR, "Winch ignores it, Ferry + Barge enforce it", ("Winch", "uses", "Barge")),
        (CACHE, "Kafka is old -> Envoy", ("Kafka", "sends_to", "Envoy")),
        (CACHE, "- tls, udp or tcp, port 1194", ("Redis", "supports", "port 1194")),
        (HARBOUR, "ports below 1024 only the captain can open", ("Ferry", "has_feature", "ports below")),
        (HARBOUR, "crew in another port: pilot needed", ("Ferry", "has_feature", "crew in another port")),
        (HARBOUR, "- Winch: fine on ponds, avoid at sea", ("Winch", "suited_to", "avoid at sea")),
        (HARBOUR, "Trap: without the keys it hangs", ("Ferry", "has_feature", "Trap")),
        (HARBOUR, "- Barge: cheap, slow, flat", ("Barge", "has_feature", "slow")),
        (CACHE, "pattern: Kafka -> Redis streams -> Envoy", ("Envoy", "has_feature", "streams")),
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
        (CACHE, "it fails above 5 min skew", ("Redis", "max", 5.0, "min")),
        (HARBOUR, "takes > 1 month to build", ("Ferry", "min", 1.0, "months")),
        (HARBOUR, "- dies at 15 min", ("Ferry", "max", 15.0, "min")),
        (CACHE, "- copies over 3 zones", ("Redis", "exact", 3.0, "zones")),
        (CACHE, "- Envoy tunnel up to 4 GB", ("Envoy", "max", 4.0, "GB")),
        (HARBOUR, "- name max 24 chars", ("Ferry", "max", 24.0, "characters")),
        (CACHE, "allow port 53 UDP/TCP", ("Redis", "exact", 53.0, None)),
        (CACHE, "- recordsize 128K", ("Redis", "exact", 128.0, "KB")),
        (CACHE, "- idle timeout 30 s, then Envoy asks again", ("Redis", "exact", 30.0, "s")),
    ],
)
def test_whose_figure_it_is(notes: str, line: str, expected: tuple[str, str, float, str | None]) -> None:
    assert limits(notes.format(line)) == {expected}


@pytest.mark.parametrize(
    "line",
    [
        "random 502s when it restarts",
        "selector typo, 9 times of 10",
        "keeps 3 good and 1 failed",
        "mode 1 active-backup",
        "off until net.forward=1",
    ],
)
def test_what_is_no_figure(line: str) -> None:
    assert not limits(CACHE.format(line))


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


def test_a_number_that_names_a_row_is_no_figure() -> None:
    table = "| level | min boats | for |\n|---|---|---|\n| 0 | 2 | ponds |\n| 5 | 3 | lakes |"
    assert not any(value == 5 for _, _, value, _ in limits(HARBOUR.format(table)))
    assert any(value == 3 for _, _, value, _ in limits(HARBOUR.format(table)))
