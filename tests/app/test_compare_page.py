"""The Compare page without a browser: choosing, the table, what the notes do not say, taking it away."""

from __future__ import annotations

import re

import samples
from answer_pages import Pages, asked, html, run, send

from app.web.parts.links import COMPARE
from app.web.parts.side_by_side import side_by_side
from graph import compare_entities, open_store
from graph.values import Contribution, Limit
from graph.vocabulary import Bound, Kind, RelationType

PAIR = ["sns", "sqs"]


def cups_and_mugs() -> Contribution:
    """Two things with something in common, something that differs, and limits in different units."""
    notes = samples.Notes("kitchen.md", "Kitchen")
    cup, mug, tea = (notes.name(text, Kind.SERVICE) for text in ("Cup", "Mug", "Tea"))
    handle = notes.name("Handle", Kind.FEATURE, owner=mug)
    notes.say(cup, "Fine china, for guests", "purpose")
    notes.say(mug, "Takes a knock, for the desk", "purpose")
    notes.say(mug, "Cheap at any market", "pricing")
    notes.join(mug, RelationType.HAS_FEATURE, [handle], "The handle is thick")
    notes.say(handle, "Never hot to the touch", "security")
    notes.join(cup, RelationType.SUPPORTS, [tea], "A cup is for tea")
    notes.join(mug, RelationType.SUPPORTS, [tea], "A mug does for tea as well")
    notes.join(cup, RelationType.CONTRASTS_WITH, [mug], "A cup is small where a mug is not")
    for number in range(7):
        notes.say(cup, f"Pattern number {number} has {'x' * number} flowers", "purpose")
    notes.limit(cup, Limit("soaking", Bound.MAX, 1, "days"), "soak a cup one day at most")
    notes.limit(mug, Limit("soaking", Bound.MAX, 12, "h"), "soak a mug 12 hours at most")
    return notes.contribution()


def rows(shown: str) -> dict[str, str]:
    """The rows of all tables by what their first cell says."""
    found = re.findall(r"<tr[^>]*><th scope=\"row\">(.*?)</th>(.*?)</tr>", shown, re.DOTALL)
    return dict(found)


def test_the_table_has_a_column_each_and_rows_by_facet(pages: Pages) -> None:
    shown = html(pages(COMPARE, cups_and_mugs(), **{"with": ["cup", "mug"]}))
    assert "Fine china, for guests" in rows(shown)["Purpose"]
    assert "Takes a knock, for the desk" in rows(shown)["Purpose"]
    assert shown.index('data-nw-focus="cup"') < shown.index('data-nw-focus="mug"')


def test_empty_cells_say_that_the_notes_do_not(pages: Pages) -> None:
    assert "the notes do not say" in rows(html(pages(COMPARE, cups_and_mugs(), **{"with": ["cup", "mug"]})))["Security"]


def test_a_line_about_a_feature_says_whose_it_is(pages: Pages) -> None:
    shown = rows(html(pages(COMPARE, cups_and_mugs(), **{"with": ["cup", "mug"]})))
    assert re.search(r'nw-whose">Handle</a>Never hot', shown["Security"])


def test_documents_are_named_where_there_are_several(pages: Pages) -> None:
    shown = html(pages(COMPARE, **{"with": PAIR}))
    assert ">sqs.md 1</span>" in shown
    assert "sqs.md, line 1" in shown
    assert ">sqs.md 5</span>" in rows(shown)["max message size"]


def test_a_document_on_its_own_is_not_named_again_and_again(pages: Pages) -> None:
    shown = html(pages(COMPARE, cups_and_mugs(), **{"with": ["cup", "mug"]}))
    assert 'title="kitchen.md, line 1">1</span>' in shown


def test_limits_stand_in_one_unit_on_one_scale(pages: Pages) -> None:
    row = rows(html(pages(COMPARE, cups_and_mugs(), **{"with": ["cup", "mug"]})))["max soaking"]
    assert "<strong>24 h</strong> (1 day)" in row
    assert "<strong>12 h</strong>" in row
    assert re.findall(r"width:(\d+)%", row) == ["100", "50"]


def test_relations_in_common_stand_once_and_lines_that_contrast_below(pages: Pages) -> None:
    shown = html(pages(COMPARE, cups_and_mugs(), **{"with": ["cup", "mug"]}))
    assert "Tea" in rows(shown)["In common"]
    assert "Tea" not in rows(shown)["Of one alone"]
    assert "A cup is small where a mug is not" in shown.split("Where the notes name them together")[1]


def test_the_rest_of_a_long_cell_is_folded_but_there(pages: Pages) -> None:
    cell = rows(html(pages(COMPARE, cups_and_mugs(), **{"with": ["cup", "mug"]})))["Purpose"]
    first, rest = cell.split("<details>")
    assert "Pattern number 0" in first
    assert "Pattern number 6" in rest


def test_only_rows_in_which_all_speak_are_marked(pages: Pages) -> None:
    shown = html(pages(COMPARE, cups_and_mugs(), **{"with": ["cup", "mug"]}))
    marked = [row for row in shown.split("<tr") if 'class="nw-telling"' in row]
    assert marked
    assert not any("the notes do not say" in row for row in marked)


def test_without_anything_chosen_the_pairs_that_the_notes_contrast_stand_there(pages: Pages) -> None:
    assert ">SQS / SNS<" in html(pages(COMPARE)).replace("SNS / SQS", "SQS / SNS")


def test_the_pair_that_is_looked_at_is_not_suggested(pages: Pages) -> None:
    shown = html(pages(COMPARE, **{"with": PAIR}))
    assert "SNS / SQS" not in shown
    assert "Lambda / EC2" in shown


def test_names_in_the_address_are_looked_up(pages: Pages) -> None:
    shown = html(pages(COMPARE, **{"with": ["Simple Queue Service", "sns"]}))
    assert "Messages wait until someone fetches them." in shown
    assert "could also be" not in shown


def test_one_thing_asks_for_another_and_a_find_adds_it(pages: Pages) -> None:
    page = pages(COMPARE, **{"with": "sqs"})
    assert "Add something to compare SQS with." in html(page)
    page.text_input(key="search").set_value("sn")
    assert "./compare?with=sqs&amp;with=sns" in html(run(page))
    page = send(page, {"view": {"with": ["sqs", "sns"]}})
    assert asked(page, "with") == ["sqs", "sns"]
    assert page.text_input(key="search").value == ""
    assert "Messages wait" in html(page)


def test_enter_adds_what_the_words_mean(pages: Pages) -> None:
    page = send(pages(COMPARE, **{"with": "sqs"}), {"search": "aws lambda"})
    assert asked(page, "with") == ["sqs", "lambda"]


def test_enter_takes_a_group_to_begin_with(pages: Pages) -> None:
    page = send(pages(COMPARE), {"search": "types of Lambda"})
    assert asked(page, "with") == ["types of Lambda"]
    assert {"Take Alias out", "Take Version out"} <= set(re.findall(r'title="([^"]+)"', html(page)))


def test_a_cross_takes_one_out(pages: Pages) -> None:
    shown = html(pages(COMPARE, **{"with": [*PAIR, "s3"]}))
    assert re.search(r'href="\./compare\?with=sns&amp;with=sqs"[^>]*title="Take S3 out"', shown)


def test_an_unknown_name_is_said_with_names_to_take_instead(pages: Pages) -> None:
    shown = html(pages(COMPARE, **{"with": ["sqs", "CloudFrontier"]}))
    assert "Nothing is called “CloudFrontier” in the notes." in shown
    assert "./compare?with=sqs&amp;with=CloudFront" in shown


def test_more_than_six_are_refused_in_words(pages: Pages) -> None:
    names = ["s3", "sns", "sqs", "dynamodb", "kinesis", "ses", "alexa"]
    assert "annot compare 7 things" in html(pages(COMPARE, **{"with": names}))


def test_the_table_can_be_taken_away(pages: Pages) -> None:
    page = pages(COMPARE, **{"with": PAIR})
    buttons = {element.proto.label for element in page.main if element.type == "download_button"}
    assert buttons == {"CSV", "Markdown"}


def test_names_lead_to_explore(pages: Pages) -> None:
    shown = html(pages(COMPARE, **{"with": PAIR}))
    assert shown.count('href="./?focus=sns"') >= 2


def test_notes_never_become_markup(pages: Pages) -> None:
    notes = samples.Notes("x.md", "hostile")
    one = notes.name("<b>one</b>", Kind.SERVICE)
    two = notes.name("<u>two</u>", Kind.SERVICE)
    part = notes.name("<i>part</i>", Kind.FEATURE)
    notes.say(one, "<script>alert(1)</script>", "purpose")
    notes.join(one, RelationType.HAS_FEATURE, [part], "<img src=x onerror=alert(2)>")
    notes.join(one, RelationType.CONTRASTS_WITH, [two], "<a href='javascript:alert(3)'>x</a>")
    notes.limit(two, Limit("<em>size</em>", Bound.MAX, 3, "<q>", "<s>"), "<td>")
    pages(COMPARE, notes.contribution())
    store = open_store(pages.path)
    ids = [entity.id for entity in store.iter_entities() if entity.kind is Kind.SERVICE]
    shown = side_by_side(compare_entities(store, ids))
    store.close()
    for raw in ("<b>", "<u>", "<i>", "<script", "<img", "<a href='", "<em>size", "<q>", "<s>"):
        assert raw not in shown
    assert "&lt;script&gt;" in shown
