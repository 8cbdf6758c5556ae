"""How names are written, found and mended, and what must never be mended."""

from __future__ import annotations

import pytest

from graph.names import Entry, NameIndex, forms, has_capitals_of, is_ordinary, name_words, normal_form, plural, singular
from graph.vocabulary import Kind

NAMES = (
    "SQS",
    "SNS",
    "Redis",
    "CodeBuild",
    "Kubernetes",
    "Step Functions",
    "read replica",
    "C++",
    "C#",
    "io1",
    "io2",
    "Prometheus",
    "Terraform",
    "Signal box",
    "Locomotive",
    "Kolben",
)


@pytest.fixture
def index() -> NameIndex:
    made = NameIndex()
    for name in NAMES:
        made.add(Entry(name.lower(), name, Kind.SERVICE, "pack"))
    return made


def keys(index: NameIndex, text: str) -> list[str]:
    return [entry.key for hit in index.find(name_words(text)) for entry in hit.entries]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("two read-replicas of it", "read replica"),
        ("Read Replica", "read replica"),
        ("step functions", "step functions"),
        ("a stepfunction", "step functions"),
        ("Code Build runs it", "codebuild"),
        ("CODEBUILD", "codebuild"),
        ("signal boxes", "signal box"),
        ("two locomotives", "locomotive"),
        ("written in C++", "c++"),
        ("written in C#", "c#"),
        ("redis, and more", "redis"),
    ],
)
def test_case_number_hyphens_and_gaps_make_no_difference(index: NameIndex, text: str, key: str) -> None:
    assert key in keys(index, text)


@pytest.mark.parametrize(
    "text", ["c", "redistribute", "sq", "io", "signals", "boxes", "http://redis.example/x", "preread replica"]
)
def test_parts_of_words_are_no_names(index: NameIndex, text: str) -> None:
    assert keys(index, text) == []


def test_the_longer_of_two_names_comes_first() -> None:
    made = NameIndex()
    for name in ("signal", "signal box"):
        made.add(Entry(name, name, Kind.CONCEPT, "pack"))
    assert keys(made, "the signal box")[0] == "signal box"


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("kubernets", "kubernetes"),
        ("kuberentes", "kubernetes"),
        ("promethues", "prometheus"),
        ("terrafrom", "terraform"),
        ("locomotve", "locomotive"),
        ("locomotice", "locomotive"),
        ("codebuikd", "codebuild"),
        ("sq$", None),
        ("io!", "io1"),
        ("io@", "io2"),
    ],
)
def test_slips_of_the_hand_are_mended(index: NameIndex, word: str, name: str | None) -> None:
    assert index.mend(word) == name


@pytest.mark.parametrize(
    "word",
    ["sqs", "sns", "ses", "sms", "io3", "server", "terra", "form", "redid", "functional", "boxed", "kuchen"],
)
def test_short_names_digits_and_ordinary_words_are_left_alone(index: NameIndex, word: str) -> None:
    assert index.mend(word) is None


def test_letters_left_out_need_a_name_that_the_notes_spell_right(index: NameIndex) -> None:
    assert index.mend("lcmotive", preferred={"locomotive"}) == "locomotive"
    assert index.mend("klbn", preferred={"kolben"}) == "kolben"
    assert index.mend("klbn") is None


def test_two_equal_candidates_mend_nothing() -> None:
    made = NameIndex()
    for name in ("Trellium", "Trollium"):
        made.add(Entry(name.lower(), name, Kind.SERVICE, "pack"))
    assert made.mend("trallium") is None
    assert made.mend("trallium", preferred={"trellium"}) == "trellium"


def test_another_first_letter_is_another_word(index: NameIndex) -> None:
    assert index.mend("derraform") is None


@pytest.mark.parametrize(
    ("one", "many"),
    [("queue", "queues"), ("policy", "policies"), ("box", "boxes"), ("branch", "branches"), ("key", "keys")],
)
def test_plural_and_singular(one: str, many: str) -> None:
    assert plural(one) == many
    assert singular(many) == one


@pytest.mark.parametrize("word", ["dns", "access", "status", "redis", "kubernetes", "us", "macos"])
def test_no_letter_is_cut_off_what_is_no_plural(word: str) -> None:
    assert singular(word) == word or normal_form(word) == normal_form(word.upper())


def test_capitals_of_a_name() -> None:
    assert has_capitals_of("Config", "Config")
    assert has_capitals_of("Configs", "Config")
    assert not has_capitals_of("config", "Config")
    assert not has_capitals_of("Configuration", "Config")


@pytest.mark.parametrize(
    ("word", "known"), [("running", True), ("boats", True), ("stopped", True), ("kubernetes", False), ("xqzw", False)]
)
def test_ordinary_words_are_known_in_their_endings(word: str, known: bool) -> None:
    assert is_ordinary(word) is known


def test_forms_hold_the_common_spellings() -> None:
    assert {"signal box", "signal-box", "signalbox", "signal boxes"} <= set(forms("Signal Box"))
    assert {"code build", "codebuild"} <= set(forms("CodeBuild"))


@pytest.mark.parametrize("surface", ["signal fn", "Signal Fns", "night svc"])
def test_words_that_hasty_people_write_short_are_known_inside_a_name(surface: str) -> None:
    made = NameIndex()
    made.add(Entry("signal-function", "Signal Functions", Kind.FEATURE, "pack"))
    made.add(Entry("night-service", "night service", Kind.FEATURE, "pack"))
    assert len(made.lookup(surface)) == 1
    assert [(hit.start, hit.end) for hit in made.find(name_words(f"a {surface} rings"))] == [(2, 2 + len(surface))]


def test_a_short_form_alone_is_no_name() -> None:
    made = NameIndex()
    made.add(Entry("service", "service", Kind.FEATURE, "pack"))
    assert not made.lookup("svc")
    assert not list(made.find(name_words("each svc rings")))


def test_the_sign_of_what_it_has_is_no_part_of_a_name() -> None:
    assert name_words("the Ferry's oars") == [("the", 0, 3), ("ferry", 4, 9), ("oar", 12, 16)]
    assert [end for _, _, end in name_words("it's a boat's oar")] == [4, 6, 13, 17]
