"""The Explore page without a browser: what it shows for what was asked, clicked and chosen."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import samples
from streamlit.testing.v1 import AppTest

from app.web.flags import FLAGS, HOME, WRITABLE_VARIABLE
from graph.stores import open_store
from graph.values import Contribution, Limit
from graph.vocabulary import Bound, Kind

GRAPH, LINKS = "nw-graph", "nw-links"
IDS = count()
Open = Callable[..., AppTest]


@pytest.fixture
def open_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the pages over a store with these contributions, at a query."""

    def opened(*contributions: Contribution, **query: Any) -> AppTest:
        path = tmp_path / "pages.db"
        with_store(path, contributions)
        monkeypatch.setenv("NOTEWEAVE_STORE", str(path))
        page = AppTest.from_file(str(HOME), default_timeout=30)
        for name, value in query.items():
            page.query_params[name] = value
        return run(page)

    return opened


def with_store(path: Path, contributions: tuple[Contribution, ...]) -> None:
    store = open_store(path)
    for contribution in contributions:
        store.replace_document(contribution)
    store.close()


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception, page.exception
    return page


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.main if element.type == "html")


def view(page: AppTest) -> dict[str, Any]:
    """What the graph view was given."""
    given = [element.proto.json for element in page.main if getattr(element, "key", None) == GRAPH]
    assert len(given) == 1
    return dict(json.loads(given[0]))


def drawn(page: AppTest) -> set[str]:
    return {node["entity"] for node in view(page)["nodes"]}


def send(page: AppTest, key: str, value: dict[str, Any]) -> AppTest:
    """What a click in a component does: its value is there for the next run."""
    page.session_state[key] = {"event": {"id": str(next(IDS)), **value}}
    return run(page)


def notes() -> tuple[Contribution, ...]:
    return samples.lambda_notes(), samples.queue_notes()


def test_the_focus_stands_in_the_middle_with_its_neighbours(open_page: Open) -> None:
    page = open_page(*notes(), focus="lambda")
    assert view(page)["focus"] == "lambda"
    assert {"lambda", "sqs", "s3", "python", "cloudwatch"} <= drawn(page)
    assert "2 notes · " in html(page)


def test_without_a_focus_the_best_joined_service_opens(open_page: Open) -> None:
    assert view(open_page(*notes()))["focus"] == "lambda"


def test_the_panel_has_description_aliases_limits_and_statements(open_page: Open) -> None:
    shown = html(open_page(*notes(), focus="lambda"))
    for expected in ("runs code without any server", "AWS Lambda", "max 15 minutes", "Pricing", "is paid for"):
        assert expected in shown


def test_the_panel_says_what_a_limit_counts_once(open_page: Open) -> None:
    boats = samples.Notes("ferry.md", "Ferry")
    ferry = boats.name("Ferry", Kind.SERVICE)
    boats.limit(ferry, Limit("boats", Bound.MAX, 9000, "boats/month"), "takes 9000 boats in a month")
    boats.limit(ferry, Limit("length", Bound.MAX, 30, "m"), "thirty metres and less")
    shown = html(open_page(boats.contribution(), focus="ferry"))
    assert "<strong>max 9,000 boats/month</strong> </span>" in shown
    assert "<strong>max 30 m</strong> length</span>" in shown


def test_a_click_on_a_node_shows_it_and_keeps_the_focus(open_page: Open) -> None:
    page = send(open_page(*notes(), focus="lambda"), GRAPH, {"node": "sqs"})
    assert "a queue that others poll" in html(page)
    assert "SQS <em>triggers</em> Lambda" in html(page)
    assert "A message in the queue can start a Lambda function" in html(page)
    assert view(page)["focus"] == "lambda"
    assert view(run(page))["selected"] == {"node": "sqs"}


def test_a_click_on_an_edge_shows_its_lines_of_all_documents(open_page: Open) -> None:
    page = send(open_page(*notes(), focus="lambda"), GRAPH, {"edge": ["sqs", "triggers", "lambda"]})
    shown = html(page)
    assert "A message in the queue can start a Lambda function" in shown
    assert "sqs.md, line 2" in shown
    assert "lambda.md, line 4" in shown


def test_a_double_click_moves_the_focus_and_back_returns(open_page: Open) -> None:
    page = send(open_page(*notes(), focus="lambda"), GRAPH, {"move": "sqs"})
    assert page.query_params["focus"] in ("sqs", ["sqs"])
    assert view(page)["focus"] == "sqs"
    page.button(key="nw-back").click()
    assert view(run(page))["focus"] == "lambda"


def test_what_the_browser_invents_is_no_selection(open_page: Open) -> None:
    page = send(open_page(*notes(), focus="lambda"), GRAPH, {"edge": ["no", "such", "edge"]})
    assert "runs code without any server" in html(page)
    page = send(page, GRAPH, {"node": "nobody"})
    assert "runs code without any server" in html(page)


def test_typing_shows_finds_and_enter_takes_the_meant_one(open_page: Open) -> None:
    page = open_page(*notes(), focus="lambda")
    page.text_input(key="search").set_value("que")
    assert 'data-nw-focus="sqs"' in html(run(page))
    send(page, LINKS, {"search": "simple queue service"})
    assert view(page)["focus"] == "sqs"
    assert page.text_input(key="search").value == ""


def test_a_link_moves_the_focus(open_page: Open) -> None:
    page = send(open_page(*notes(), focus="lambda"), LINKS, {"focus": "s3"})
    assert view(page)["focus"] == "s3"


def test_filters_come_from_the_address_and_say_counts(open_page: Open) -> None:
    page = open_page(*notes(), focus="lambda", relation="supports")
    assert drawn(page) == {"lambda", "java", "go", "python", "node.js", "c#", "ruby", "powershell"}
    assert "supports · 7" in page.button_group(key="nw-filter-relation").options


def test_choosing_a_filter_writes_the_address(open_page: Open) -> None:
    page = open_page(*notes(), focus="lambda")
    page.button_group(key="nw-filter-kind").set_value(["limit"])
    run(page)
    assert page.query_params["kind"] in ("limit", ["limit"])
    assert {node["kind"] for node in view(page)["nodes"]} == {"service", "limit"}


def test_a_filter_that_leaves_nothing_says_so_and_can_be_lifted(open_page: Open) -> None:
    page = open_page(*notes(), focus="sqs", relation="supports")
    assert "fits these filters" in html(page)
    page.button(key="nw-clear-filters").click()
    assert "lambda" in drawn(run(page))


def test_words_that_are_no_relation_are_no_filter(open_page: Open) -> None:
    assert "s3" in drawn(open_page(*notes(), focus="lambda", relation="<b>"))


def test_the_table_has_every_relation_that_is_drawn(open_page: Open) -> None:
    page = open_page(*notes(), focus="sqs")
    table = next(e.proto.body for e in page.main if e.type == "html" and "nw-edges" in e.proto.body)
    assert table.count("<tr>") == 1 + len(view(page)["edges"])


def test_what_is_left_out_is_counted_and_can_be_had(open_page: Open) -> None:
    page = open_page(samples.hub_notes(350), focus="hub")
    assert view(page)["summary"].endswith("290 left out")
    assert view(page)["more"] is True
    page = send(page, GRAPH, {"more": True})
    assert "50 left out; narrow it" in view(page)["summary"]
    assert view(page)["more"] is False


def test_the_ceiling_of_a_view_is_a_setting(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTEWEAVE_VIEW_NODES", "5")
    page = open_page(samples.hub_notes(8), focus="hub")
    assert len(view(page)["edges"]) == 5


@pytest.mark.parametrize("typed", ["Lambda", "AWS Lambda", "lambada"])
def test_a_name_in_the_address_is_looked_up(open_page: Open, typed: str) -> None:
    assert view(open_page(*notes(), focus=typed))["focus"] == "lambda"


def test_an_unknown_focus_is_said_with_the_nearest_names(open_page: Open) -> None:
    shown = html(open_page(*notes(), focus="CloudWacht Front"))
    assert "Nothing is called “CloudWacht Front”" in shown
    assert 'data-nw-focus="CloudFront"' in shown


def test_an_empty_store_offers_the_bundled_notes_where_it_may_write(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WRITABLE_VARIABLE, "1")
    page = open_page()
    assert "No notes have been read yet" in html(page)
    page.button(key="read-bundled").click()
    page.run(timeout=60)
    assert not page.exception
    assert len(drawn(page)) > 1


def test_a_store_that_is_not_ours_to_change_offers_nothing(open_page: Open) -> None:
    page = open_page()
    assert "No notes have been read yet" in html(page)
    assert not page.button


def test_a_store_that_is_not_there_is_an_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTEWEAVE_STORE", str(tmp_path / "none.db"))
    page = run(AppTest.from_file(str(HOME), default_timeout=30))
    assert "No notes have been read yet" in html(page)
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_store_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "letter.db").write_text("Dear Sir or Madam, " * 200)
    monkeypatch.setenv("NOTEWEAVE_STORE", str(tmp_path / "letter.db"))
    assert "letter.db" in html(run(AppTest.from_file(str(HOME), default_timeout=30)))


def test_notes_never_become_markup(open_page: Open) -> None:
    hostile = samples.Notes("<i>x.md", "hostile")
    name = hostile.name('<img src=x onerror="alert(1)">', samples.Kind.SERVICE, about="<script>alert(2)</script>")
    other = hostile.name("<b>bold</b> :red[x] `y`", samples.Kind.FEATURE)
    hostile.join(name, samples.RelationType.USES, [other], "<a href='javascript:alert(3)'>x</a>", condition="<u>")
    page = open_page(hostile.contribution())
    for raw in ("<img", "<script", "<b>", "<a href='", "<u>", "<i>"):
        assert raw not in html(page)
    assert "&lt;img" in html(page)
    assert not [element for element in page.main if element.type == "markdown" and "bold" in element.value]


def test_the_flags_are_settings_that_streamlit_knows() -> None:
    from streamlit import config

    known = set(config.get_config_options())
    assert {flag.removeprefix("--").split("=")[0] for flag in FLAGS} <= known
