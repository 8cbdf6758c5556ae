"""Questions whose answer hangs on where it stands: in a table, behind a noun, below another line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.questions.context import outline
from graph.values import Contribution
from graph.vocabulary import Facet, Kind, RelationType

pytestmark = pytest.mark.embedded


def choir() -> Contribution:
    """Voices in a table, a hall with its rooms, and rehearsals below a short line."""
    notes = Notes("choir.md", "Choir notes")
    choir = notes.name("Quireton", kind=Kind.SERVICE)
    hall = notes.name("Hallorium", kind=Kind.SERVICE)
    rooms = [notes.name(room, kind=Kind.FEATURE) for room in ("Cellar", "Attic", "Chapel")]
    bench, stool = (notes.name(seat, kind=Kind.FEATURE) for seat in ("oak seat", "pine seat"))
    notes.lines += ["", "voice | max singers | warm-up", "----- | ----- | -----"]
    notes.say("alto | 12 | humming", choir)
    notes.say("tenor | 9 | scales", choir)
    notes.lines.append("")
    notes.say("Hallorium is rented. rehearsal rooms: Cellar, Attic and Chapel", hall)
    notes.say("Hallorium was donated by Chapel, they say", hall)
    notes.say("may not be moved", bench)
    notes.say("may not be moved", stool)
    assert len(rooms) == 3
    return notes.build()


def workshop() -> Contribution:
    """A lathe, a saw with what is set in below it, and glues that tell how cheap they are."""
    notes = Notes("workshop.md", "Workshop notes")
    lathe = notes.name("Latheon", kind=Kind.SERVICE)
    saw = notes.name("Sawmaster", kind=Kind.SERVICE)
    bone, resin = (notes.name(glue, kind=Kind.FEATURE) for glue in ("bone glue", "resin glue"))
    notes.lines.append("")
    notes.say("Sawmaster: cuts planks", saw, Facet.PURPOSE)
    notes.say("  needs a coolant (water or oil)", lathe)
    notes.lines.append("")
    notes.say("discount up to 30% on Latheon", lathe)
    notes.say("a stuck chuck of Latheon => 503", lathe)
    notes.say("the chuck of Latheon sheds its belts after 40 deliveries", lathe)
    notes.say("lowest cost of all", bone)
    notes.say("quite costly", resin)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(choir())
    store.replace_document(workshop())
    return store


def names(answer) -> set[str]:
    return {name for _, name in answer.entities}


def test_a_cell_answers_for_its_row_and_column(kept):
    for question, said in (
        ("how many singers can the tenor have", "9"),
        ("max singers of alto", "12"),
        ("what is the warm-up of the tenor", "scales"),
    ):
        answer = ask(kept, question)
        assert f": {said}, as the table" in answer.sentence, question
    assert "as the table" not in ask(kept, "how many singers has Hallorium").sentence


def test_what_a_noun_lists_and_who_did_it_is_answered(kept):
    assert names(ask(kept, "which rehearsal rooms does Hallorium have")) == {"Cellar", "Attic", "Chapel"}
    assert names(ask(kept, "who donated Hallorium")) == {"Chapel"}
    assert names(ask(kept, "which seats may not be moved")) == {"oak seat", "pine seat"}


def test_a_line_that_is_set_in_belongs_to_the_one_above_it(kept):
    assert "water or oil" in ask(kept, "which coolant does Sawmaster need").evidence[0].text


def test_words_are_found_in_other_forms_and_in_other_words(kept):
    for question, said in (
        ("how much cheaper can Latheon get", "30%"),
        ("status code for a stuck chuck", "503"),
        ("after how many deliveries does the chuck of Latheon shed its belt", "40"),
        ("cheapest glue", "lowest cost"),
    ):
        answer = ask(kept, question)
        assert answer.kind is not AnswerKind.UNKNOWN, question
        assert said in answer.sentence + answer.evidence[0].text, question


def test_a_name_is_known_by_its_first_word_and_in_its_own_letters(kept):
    notes = Notes("loft.md", "Loft notes")
    store = notes.name("Kelpy Store", kind=Kind.SERVICE)
    loom = notes.name("OpenWeaving", kind=Kind.SERVICE)
    alias = notes.name("OWeav", kind=Kind.SERVICE, same_as=loom)
    assert alias
    notes.say("Kelpy Store: colour picked at the start, cannot change later", store)
    notes.say("Kelpy Store can't be emptied before noon", store)
    notes.say("the default weft of OpenWeaving is linen", loom)
    kept.replace_document(notes.build())
    for question in ("can I change the colour of kelpy afterwards?", "can Kelpy Store be emptied before it shuts?"):
        assert ask(kept, question).sentence.startswith("No"), question
    assert "linen" in ask(kept, "default weft of OpenWeaving").sentence
    assert "OpenWeaving" in ask(kept, "what is OWeav short for").sentence


def test_what_the_rest_of_a_line_takes_out_is_denied(kept):
    notes = Notes("wash.md", "Wash notes")
    wool, soap = notes.name("Woolwash", kind=Kind.SERVICE), notes.name("Soaperie", kind=Kind.SERVICE)
    line = len(notes.lines) + 1
    notes.say("colourfast: linen, cotton", soap)
    notes.say("Woolwash isn't", soap)
    built = notes.build()
    said = tuple(replace(s, line_start=line, line_end=line) for s in built.statements)
    kept.replace_document(replace(built, statements=said))
    assert wool
    assert ask(kept, "is Woolwash colourfast?").sentence.startswith("No")


def test_what_is_warned_of_or_follows_by_chance_is_no_answer(kept):
    notes = Notes("dye.md", "Dye notes")
    mordant = notes.name("mordanting", kind=Kind.CONCEPT)
    for dye in ("Madderine", "Woadine", "Leadine"):
        notes.name(dye, kind=Kind.TECHNOLOGY)
    vat = notes.name("Vatworks", kind=Kind.SERVICE)
    notes.say("Never Leadine", mordant)
    notes.say("Use Madderine or Woadine", mordant)
    notes.edge(vat, RelationType.RUNS_ON, notes.name("Steamer", kind=Kind.SERVICE), "Vatworks runs on Steamer")
    notes.say("Madderine, Woadine, Leadine", vat)
    kept.replace_document(notes.build())
    assert names(ask(kept, "which mordant should I use")) == {"Madderine", "Woadine"}
    assert names(ask(kept, "what does Vatworks run on")) == {"Steamer"}


def test_the_items_of_a_lead_in_end_where_a_line_stands_further_out(kept):
    notes = Notes("errands.md")
    shop = notes.name("Shop", kind=Kind.SERVICE)
    for line in ("Sells to:", "  - bakers", "  - smiths", "Opens at nine"):
        notes.say(line, shop)
    kept.replace_document(notes.build())
    seen = outline(kept, "errands.md")
    assert [seen.above(line).lead for line in (3, 4, 5)] == ["Sells to:", "Sells to:", ""]
