"""A question and its answer in one line, and needs that are told in a word or end in what is done."""

from __future__ import annotations

import pytest
from reading_samples import about, limits, relations


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Q: http, two ports, rain? A: Nginx", {"HTTP", "two ports"}),
        ("Q: order processing where somebody packs boxes?\nA: Redis", {"order processing"}),
    ],
)
def test_what_is_asked_for_is_what_the_answer_is_for(text: str, needs: set[str]) -> None:
    name = text.rpartition(": ")[2]
    found = relations(f"# Notes\n\n## Stores\n\n{text}\n")
    assert needs <= {edge[2] for edge in found if edge[0].lower() == name.lower() and edge[1] == "suited_to"}
    assert not [edge for edge in found if edge[0] == "Stores"]


def test_the_answer_is_what_the_line_is_about() -> None:
    assert about("# Notes\n\n## Stores\n\nQ: http, two ports? A: Nginx\n", "two ports") == {"Nginx"}


def test_a_figure_in_a_question_is_no_limit() -> None:
    assert not limits("# Notes\n\n## Network\n\n- Q: http, two regions, WAF? A: Front Door\n")
