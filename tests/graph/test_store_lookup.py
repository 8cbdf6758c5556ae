"""What graph.store.GraphStore promises to those who look something up, proven on every store."""

from __future__ import annotations

import pytest
from graph_samples import FEW, Notes, ends
from hypothesis import given
from hypothesis import strategies as st

from graph.values import Entity
from graph.vocabulary import Direction, Facet, Kind, RelationType

# -- looking up ------------------------------------------------------------------------------------------


def test_entity_by_id(filled):
    assert filled.entity("pump") == Entity("pump", "Pump", Kind.SERVICE, ("Water Moving Engine",), "moves water uphill")
    assert filled.entity("no-such-thing") is None
    assert filled.entity("\ud800") is None
    found = filled.entities(["sprinkler", "nothing", "pump", "pump"])
    assert [entity.id for entity in found] == ["pump", "sprinkler"]


def test_named_takes_names_and_aliases_in_any_case(filled):
    assert [e.id for e in filled.named("PUMP")] == ["pump"]
    assert [e.id for e in filled.named(" water  moving engine ")] == ["pump"]
    assert filled.named("pum") == ()
    assert filled.named("") == ()
    assert filled.named("\ud800") == ()


def test_named_gives_the_entity_of_that_name_before_the_one_with_that_alias(store):
    notes = Notes("a.md")
    notes.name("Aluminium Sheet", rule="pack")
    notes.name("Zinc", owner="aluminium-sheet", same_as="aluminium-sheet", rule="abbreviation")
    notes.name("Zinc")
    store.replace_document(notes.build())
    assert [e.id for e in store.named("zinc")] == ["zinc", "aluminium-sheet"]


def test_vocabulary_leaves_limits_out(filled):
    assert list(filled.vocabulary()) == [
        ("Pump", "pump"),
        ("Rain Tank", "rain-tank"),
        ("Sprinkler", "sprinkler"),
        ("Water Moving Engine", "pump"),
        ("timer", "pump/timer"),
    ]


def test_statements_by_id_by_entity_and_by_line(filled):
    about = filled.statements_about(["pump"])
    assert [s.document for s in about] == ["garden.md"] * 4 + ["shed/tools.md"] * 2
    assert about[-1].key == "water-moving-engine"
    assert about[-1].about == "pump"
    assert about[3].facets == (Facet.OPERATIONS,)
    assert filled.statements([about[0].id, "nothing"]) == about[:1]
    assert [s.text for s in filled.statements_on("garden.md", 5, 6)] == [
        "the pump starts the sprinkler",
        "the pump draws from the rain tank",
    ]
    assert filled.statements_on("garden.md", 1, 4) == ()


def test_relations_by_direction_type_and_limit(filled):
    out = filled.relations(["pump"], direction=Direction.OUT)
    assert ends(out) == [
        ("pump", "contrasts_with", "rain-tank"),
        ("pump", "has_feature", "pump/timer"),
        ("pump", "has_limit", "pump#default-pressure=2.5-bar@per-hose"),
        ("pump", "reads_from", "rain-tank"),
        ("pump", "triggers", "sprinkler"),
    ]
    assert out[3].condition == "when it has rained"
    assert [e.document for e in out[4].evidence] == ["garden.md", "shed/tools.md"]
    assert ends(filled.relations(["pump/timer"], direction=Direction.IN)) == [("pump", "has_feature", "pump/timer")]
    both = filled.relations(["rain-tank", "pump"])
    assert len(both) == 6
    assert list(both) == list(filled.iter_relations())
    chosen = filled.relations(["rain-tank"], types=[RelationType.READS_FROM, RelationType.TRIGGERS])
    assert ends(chosen) == [("pump", "reads_from", "rain-tank")]
    assert filled.relations(["pump"], types=[]) == ()
    assert filled.relations([]) == ()
    best = sorted(both, key=lambda relation: -len(relation.evidence))
    for limit in range(8):
        assert filled.relations(["rain-tank", "pump"], limit=limit) == both[:limit]
        strongest = filled.relations(["rain-tank", "pump"], limit=limit, strongest=True)
        assert strongest == tuple(relation for relation in both if relation in best[:limit])
    assert filled.relations(["pump"], types=[RelationType.TRIGGERS], limit=1) == (out[4],)
    assert filled.relations(["pump"], direction=Direction.IN, limit=3) == ()


def test_degree_counts_both_directions(filled):
    assert filled.degree(["rain-tank", "pump/timer", "nothing"]) == {"rain-tank": 3, "pump/timer": 1}


def test_neighbourhood_keeps_the_best_supported_and_counts_the_rest(filled):
    part = filled.neighbourhood("pump", limit=2)
    assert [e.id for e in part.entities] == ["pump", "rain-tank", "sprinkler"]
    assert ends(part.relations) == [
        ("pump", "contrasts_with", "rain-tank"),
        ("pump", "reads_from", "rain-tank"),
        ("pump", "triggers", "sprinkler"),
    ]
    assert part.left_out == 2
    assert filled.neighbourhood("pump", limit=10).left_out == 0
    assert filled.neighbourhood("pump", limit=0).left_out == 4


def test_neighbourhood_by_type_and_kind(filled):
    limits = filled.neighbourhood("pump", kinds=[Kind.LIMIT], limit=5)
    assert ends(limits.relations) == [("pump", "has_limit", "pump#default-pressure=2.5-bar@per-hose")]
    fed = filled.neighbourhood("sprinkler", types=[RelationType.TRIGGERS], limit=5)
    assert [e.id for e in fed.entities] == ["pump", "sprinkler"]
    assert filled.neighbourhood("sprinkler", types=[RelationType.USES], limit=5).relations == ()
    both = filled.neighbourhood("pump", types=[RelationType.TRIGGERS], kinds=[Kind.FEATURE], limit=5)
    assert [e.id for e in both.entities] == ["pump"]


# -- full text -------------------------------------------------------------------------------------------


def test_find_entities_by_all_words_with_the_last_one_unfinished(filled):
    assert [e.id for e in filled.find_entities("rain ta", limit=5)] == ["rain-tank"]
    assert [e.id for e in filled.find_entities("ENGINE", limit=5)] == ["pump"]
    assert filled.find_entities("rain pump", limit=5) == ()
    assert filled.find_entities("", limit=5) == ()
    assert filled.find_entities("…", limit=5) == ()
    assert filled.find_entities("pump", limit=0) == ()


def test_find_entities_puts_the_very_name_first(store):
    notes = Notes("a.md")
    for text in ("Pump House Key", "Pump House", "Pump", "Pumpkin"):
        notes.name(text)
    store.replace_document(notes.build())
    found = [e.id for e in store.find_entities("pump", limit=9)]
    assert found[0] == "pump"
    assert set(found) == {"pump", "pump-house", "pump-house-key", "pumpkin"}
    assert next(e.id for e in store.find_entities("pump house", limit=9)) == "pump-house"


def test_find_statements_by_all_or_some_words(filled):
    assert [s.text for s in filled.find_statements("sprinkler pump", limit=5)] == ["the pump starts the sprinkler"]
    assert filled.find_statements("spring sprinkler", limit=5) == ()
    some = filled.find_statements("spring sprinkler", limit=5, any_word=True)
    assert {s.document for s in some} == {"garden.md", "shed/tools.md"}
    assert len(some) == 3
    assert len(filled.find_statements("the", limit=2)) == 2


HOSTILE = ['"', "pump*", "pump OR", "NOT", "a AND", "names:pump", "pump~2", "(pump", "^pump", "\\", "'", "\0", "\ud800"]


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE,
        "a" * 5000,
        "pump " * 5000,
        " ".join(map(str, range(5000))),
        "pump + - && || ! { } [ ] / ?",
        "NEAR(pump, 3)",
        "%",
        "-pump",
    ],
)
def test_search_syntax_is_only_text(filled, text):
    for entity in filled.find_entities(text, limit=5):
        assert "pump" in text.casefold()
        assert entity.id.startswith("pump")
    filled.find_statements(text, limit=5)
    filled.find_statements(text, limit=5, any_word=True)


@FEW
@given(text=st.text(max_size=30))
def test_any_text_can_be_searched_and_looked_up(store, text):
    assert store.find_entities(text, limit=3) == store.find_statements(text, limit=3, any_word=True) == ()
    assert store.named(text) == ()
    assert store.entity(text) is None
    assert store.document(text) is None
    assert store.relations([text], limit=2) == store.statements([text]) == ()


def test_ends_are_those_of_the_first_relations_of_each(filled):
    types = tuple(RelationType)
    for direction, own in ((Direction.OUT, 0), (Direction.IN, 1)):
        found = filled.relations(["rain-tank", "pump"], direction=direction)
        pairs = [(relation.source, relation.target) for relation in found]
        for each in (0, 1, 2, 50):
            first = [pair for end in ("rain-tank", "pump") for pair in [p for p in pairs if p[own] == end][:each]]
            asked = filled.ends(["rain-tank", "pump"], types=types, direction=direction, each=each)
            assert asked == tuple(sorted(set(first)))
    of_type = filled.relations(["pump"], types=[RelationType.TRIGGERS], direction=Direction.OUT)
    asked = filled.ends(["pump"], types=[RelationType.TRIGGERS], direction=Direction.OUT, each=9)
    assert asked == tuple((relation.source, relation.target) for relation in of_type) != ()
    assert filled.ends(["pump"], types=[], direction=Direction.OUT, each=9) == ()
    assert filled.ends(["nobody"], types=types, direction=Direction.OUT, each=9) == ()
