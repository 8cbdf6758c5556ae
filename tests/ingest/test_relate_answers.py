"""What answers a need, in the words of a harbour and of stores of data."""

from __future__ import annotations

import pytest
from reading_samples import limits, relations


def read(line: str, title: str = "Memcached") -> set[tuple[str, str, str]]:
    return set(relations(f"# Notes\n\n## {title}\nkeeps values in memory\n{line}\n"))


@pytest.mark.parametrize(
    "line",
    [
        "need backups? Redis then",
        "values live longer? -> Redis",
        "values bigger than 1 MB? take Redis instead",
        "holds 64 GB, above that use Redis",
        "bigger -> Redis",
        "one core only, Redis instead if you have more",
        "one node holds 64 GB. Bigger stuff goes to Redis",
        "if the node is full put it on Redis instead",
        "forgets all at a restart, better to use Redis",
    ],
)
def test_what_answers_a_need_is_better_than_what_the_line_is_about(line: str) -> None:
    assert ("Redis", "use_instead_of", "Memcached") in read(line)


def test_a_need_is_what_its_answer_is_for() -> None:
    assert ("Redis", "suited_to", "sorted lists") in read("want sorted lists? Redis then")
    assert not [e for e in read("values live longer? Redis then") if e[1] == "suited_to"]


@pytest.mark.parametrize(
    "line",
    ["does it need Redis?", "is it faster than Redis?", "more memory, more values", "longer keys are fine in Redis"],
)
def test_questions_and_other_comparisons_answer_no_need(line: str) -> None:
    assert not [e for e in read(line) if e[1] == "use_instead_of"]


def test_a_part_of_the_thing_at_hand_does_not_replace_it() -> None:
    text = "# Boats\n\n## Ferry\n- `car deck`: 20 cars\n- need shade? -> the `car deck`\n"
    assert not [e for e in relations(text) if e[1] == "use_instead_of"]


def test_uses_behind_the_arrow_of_a_label_end_with_the_first_other_word() -> None:
    text = "# Boats\n\n## Ferry\ndecks\n- sun deck -> families, school trips, 30 s more\n- car deck -> lorries\n"
    found = relations(text)
    assert {("sun deck", "suited_to", "families"), ("sun deck", "suited_to", "school trips")} <= set(found)
    assert ("car deck", "suited_to", "lorries") in found
    assert not [e for e in found if e[1] == "suited_to" and "30" in e[2]]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Q: Memcached or Redis for night jobs?\n", "A: Redis. Runs on Linux"),
        ("Q: which one for us, Redis or Memcached for night jobs?\n", "A: Redis"),
        ("should I take Redis or Memcached for night jobs? ", "Redis, as it can sort"),
    ],
)
def test_the_answer_to_a_choice_is_better_than_the_rest_of_it(question: str, answer: str) -> None:
    found = relations(f"# Notes\n\n## Choices\n\n{question}{answer}\n")
    assert {("Redis", "use_instead_of", "Memcached"), ("Redis", "suited_to", "night jobs")} <= found
    assert not [edge for edge in found if edge[0] == "Memcached" and edge[1] != "contrasts_with"]


@pytest.mark.parametrize(
    "line",
    [
        "Q: Redis or Memcached for night jobs?\nA: depends on the sorting",
        "Q: Redis or Memcached?\nA: one sorts, the other not",
        "Redis or Memcached for night jobs?",
    ],
)
def test_a_question_alone_only_sets_things_side_by_side(line: str) -> None:
    found = relations(f"# Notes\n\n## Choices\n\n{line}\n")
    assert ("Redis", "contrasts_with", "Memcached") in found
    assert not [edge for edge in found if edge[1] in ("suited_to", "uses", "supports")]


def test_what_an_answer_says_besides_is_about_what_it_chose() -> None:
    boats = "# Boats\n\n## Ferry\ncarries cars\n\n## Barge\ncarries coal\n"
    text = f"{boats}\n## Which\n\nQ: Ferry or Barge?\nA: Barge. At most 40 GB\n"
    assert ("Barge", "max", 40.0, "GB") in limits(text)
    assert ("Barge", "use_instead_of", "Ferry") in relations(text)


def test_what_is_taken_beyond_a_limit_is_better_than_what_opens_the_line() -> None:
    text = "# Boats\n\n## Ferry\n- `car deck`: dry\n- roof deck takes 20 cars. Bigger -> `car deck`\n"
    assert ("car deck", "use_instead_of", "roof deck") in relations(text)


def test_what_is_said_in_a_later_sentence_goes_on_with_what_opens_the_line() -> None:
    found = relations("# Boats\n\n## Ferry\nroof deck takes 20 cars. Never on rivers\n")
    assert ("roof deck", "not_suited_to", "rivers") in found
