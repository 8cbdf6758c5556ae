"""The Ask page without a browser: the answer, its lines and its graph, what it says where the notes do not."""

from __future__ import annotations

import re

import pytest
import samples
from answer_pages import Pages, asked, component, html, run, send
from streamlit.testing.v1 import AppTest

from app.web.flags import HOME
from app.web.parts.links import ASK, COMPARE, LIMITS
from app.web.parts.understood import understood_words
from app.web.parts.way import way
from graph import ask, open_store
from graph.questions.examples import example_questions
from graph.values import Entity, Relation
from graph.vocabulary import Kind, RelationType

GRAPH = "nw-answer-graph"
BOX = "nw-question"
TRIGGERS = "what can invoke Lambda"


def test_the_answer_has_a_sentence_chips_and_the_lines_that_say_so(pages: Pages) -> None:
    shown = html(pages(ASK, q=TRIGGERS))
    assert "trigger" in shown
    assert 'data-nw-focus="sqs"' in shown
    assert "A message in the queue can start a Lambda function" in shown
    assert "Who can start a function" in shown


def test_it_tells_how_the_question_was_read(pages: Pages) -> None:
    assert "… triggers Lambda" in html(pages(ASK, q=TRIGGERS))


def test_the_graph_behind_the_answer_is_drawn_around_what_it_is_about(pages: Pages) -> None:
    page = pages(ASK, q=TRIGGERS)
    view = component(page, GRAPH)
    assert view is not None
    assert view["focus"] == "lambda"
    assert {node["entity"] for node in view["nodes"]} >= {"lambda", "sqs", "s3"}
    assert html(page).count("nw-relation") == len(view["edges"])


def test_an_answer_without_relations_draws_nothing(pages: Pages) -> None:
    page = pages(ASK, q="what is SQS")
    assert "Messages wait until someone fetches them." in html(page)
    assert component(page, GRAPH) is None


def test_a_figure_stands_out_with_its_bound(pages: Pages) -> None:
    shown = html(pages(ASK, q="how big can an SQS message be"))
    assert "<strong>max 256 KB</strong>" in shown
    assert "a message has at most 256 KB" in shown


def test_what_the_notes_do_not_say_is_said_with_questions_that_they_answer(pages: Pages) -> None:
    page = pages(ASK, q="what does SQS cost on Mars in zorkmids")
    assert "The notes do not say" in html(page)
    assert "The lines that say so" not in html(page)
    assert component(page, GRAPH) is None
    assert "The notes can answer" in html(page)
    assert "./ask?q=what+does+SQS+trigger" in html(page)


def test_a_suggestion_asks_itself(pages: Pages) -> None:
    page = send(pages(ASK), {"view": {"q": [TRIGGERS]}})
    assert asked(page, "q") == [TRIGGERS]
    assert page.text_input(key=BOX).value == TRIGGERS
    assert "Who can start a function" in html(page)


def test_typing_a_question_puts_it_into_the_address(pages: Pages) -> None:
    page = pages(ASK)
    page.text_input(key=BOX).set_value(f" {TRIGGERS} ")
    assert "Who can start a function" in html(run(page))
    assert asked(page, "q") == [TRIGGERS]
    page.text_input(key=BOX).set_value("")
    assert "Ask your notes" in html(run(page))
    assert asked(page, "q") == []


def test_the_examples_come_from_the_notes(pages: Pages) -> None:
    shown = html(pages(ASK))
    assert "Lambda" in shown
    assert 'href="./ask?q=' in shown


def test_examples_are_answered(pages: Pages) -> None:
    pages(ASK)
    with_notes = open_store(pages.path)
    questions = example_questions(with_notes, ["lambda", "sqs", "nobody"])
    assert len(questions) >= 3
    assert all(ask(with_notes, question).evidence for question in questions)
    with_notes.close()


def test_a_chip_and_a_double_click_lead_to_explore(pages: Pages) -> None:
    page = pages(ASK, q=TRIGGERS)
    assert 'href="./?focus=sqs" data-nw-focus="sqs"' in html(page)
    view = component(page, GRAPH)
    assert view is not None
    assert view["elsewhere"] is True


def test_a_click_on_an_edge_shows_its_lines_and_a_new_question_forgets_it(pages: Pages) -> None:
    page = send(pages(ASK, q=TRIGGERS), {"edge": ["sqs", "triggers", "lambda"]}, GRAPH)
    assert "<em>triggers</em>" in html(page)
    page = send(page, {"view": {"q": ["what does Lambda support"]}})
    assert "<em>triggers</em>" not in html(page)


def test_a_comparison_offers_the_table(pages: Pages) -> None:
    shown = html(pages(ASK, q="SNS vs SQS"))
    assert "Put them side by side" in shown
    assert f"./{COMPARE.split('/')[1].removesuffix('.py')}?with=sns&amp;with=sqs" in shown


def test_a_question_that_is_too_long_is_one_line(pages: Pages) -> None:
    assert "1,000" in html(pages(ASK, q="what is Lambda " * 100))


@pytest.mark.parametrize("file", [ASK, COMPARE, LIMITS])
def test_without_notes_each_page_says_how_to_come_to_some(pages: Pages, file: str) -> None:
    open_store(pages.path).close()
    page = run(AppTest.from_file(str(HOME), default_timeout=30).switch_page(file))
    assert "No notes have been read yet" in html(page)


def test_what_the_browser_invents_is_no_view(pages: Pages) -> None:
    page = pages(ASK, q=TRIGGERS)
    for value in (["no", "query"], "q", 3, None):
        assert asked(send(page, {"view": value}), "q") == [TRIGGERS]
    assert asked(send(page, {"view": {"q": 3}}), "q") == []


def test_notes_and_questions_never_become_markup(pages: Pages) -> None:
    hostile = samples.Notes("<i>x.md", "hostile")
    name = hostile.name("<b>Zig</b>", samples.Kind.SERVICE, about="<script>alert(2)</script>")
    other = hostile.name("<u>Zag</u>", samples.Kind.FEATURE)
    hostile.join(name, samples.RelationType.USES, [other], "<a href='javascript:alert(3)'>Zig</a>")
    page = pages(ASK, hostile.contribution(), q="what does <b>Zig</b> use <img src=x onerror=alert(1)>")
    for raw in ("<b>", "<script", "<u>", "<img", "<a href='", "<i>"):
        assert raw not in html(page)


def stop(name: str) -> Entity:
    return Entity(name.lower(), name, Kind.SERVICE)


def step(source: str, relation: RelationType, target: str) -> Relation:
    return Relation(source, relation, target, None, ())


def test_a_way_is_walked_from_its_beginning_whichever_way_its_steps_point() -> None:
    known = {name.lower(): stop(name) for name in ("A", "B", "C")}
    steps = [step("b", RelationType.USES, "a"), step("b", RelationType.TRIGGERS, "c")]
    told = re.sub(r"<[^>]+>", " ", way("a", steps, known)).split()
    assert told == ["A", "used", "by", "←", "B", "triggers", "→", "C"]


def test_relations_that_are_no_way_are_not_walked() -> None:
    known = {name.lower(): stop(name) for name in ("A", "B", "C", "D")}
    assert way("a", [step("a", RelationType.USES, "b"), step("c", RelationType.USES, "d")], known) == ""
    assert way("a", [], known) == ""


def test_a_long_way_stands_as_chips_and_is_not_cut_to_its_middle(pages: Pages) -> None:
    notes = samples.Notes("chain.md", "Chain")
    keys = [notes.name(text, Kind.SERVICE) for text in ("Alder", "Birch", "Cedar", "Dogwood")]
    for one, other, verb in zip(keys, keys[1:], ("starts", "wakes", "calls"), strict=False):
        notes.join(one, RelationType.TRIGGERS, [other], f"it {verb} the next one")
    page = pages(ASK, notes.contribution(), q="how are Alder and Dogwood related")
    chain = html(page).split("nw-way")[1].split("</ol>")[0]
    assert re.findall(r'data-nw-focus="(\w+)"', chain) == ["alder", "birch", "cedar", "dogwood"]
    assert component(page, GRAPH) is None


def test_readings_in_words() -> None:
    read = {"intent": "what", "relation": "triggers", "direction": "out", "subject": "S3"}
    assert understood_words(read) == "a question for things · S3 triggers …"
    figure = {"intent": "quantity", "subject": "SQS", "bound": "max", "quantity": "time", "mended": {"sqz": "sqs"}}
    assert (
        understood_words(figure) == "a question for a figure · about SQS · looking for max time · “sqz” read as “sqs”"
    )
