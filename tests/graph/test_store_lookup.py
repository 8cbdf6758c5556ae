"""What graph.store.GraphStore promises to those who look something up, proven on every store."""

from __future__ import annotations

import pytest
from graph_samples import FEW, Notes, ends
from hypothesis import given
from hypothesis import strategies as st

from graph.stores import neo4j_read, sqlite_read, texts
from graph.values import Edge, Entity, Limit
from graph.vocabulary import Bound, Direction, Facet, Kind, RelationType

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
    for most, counted in ((0, 0), (1, 1), (2, 2), (9, 3)):
        assert filled.degree(["rain-tank"], most=most) == {"rain-tank": counted}


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


def test_entities_are_found_by_the_shortest_name_first_and_limits_last(store):
    notes = Notes("a.md")
    for text in ("Oil Pump Old", "Pump Oil", "Pump House Key", "Oil Pump"):
        notes.name(text)
    notes.limit("oil-pump", Limit("pump", Bound.MAX, 2.0), "2 at most")
    store.replace_document(notes.build())
    found = [e.id for e in store.find_entities("pump", limit=9)]
    assert found == ["oil-pump", "pump-oil", "oil-pump-old", "pump-house-key", "oil-pump#max-pump=2"]
    assert [e.id for e in store.find_entities("pump", limit=3)] == found[:3]


def test_find_statements_by_all_or_some_words(filled):
    assert [s.text for s in filled.find_statements("sprinkler pump", limit=5)] == ["the pump starts the sprinkler"]
    assert filled.find_statements("spring sprinkler", limit=5) == ()
    some = filled.find_statements("spring sprinkler", limit=5, any_word=True)
    assert {s.document for s in some} == {"garden.md", "shed/tools.md"}
    assert len(some) == 3
    assert len(filled.find_statements("the", limit=2)) == 2


def harbour() -> Notes:
    """Thirty ferries, four cranes and a tug, in lines of other length."""
    notes = Notes("harbour.md")
    quay = notes.name("Quay")
    for number in range(30):
        notes.say(f"the ferry leaves the quay at {number} o'clock sharp", quay)
    notes.say("the crane beside the ferry is old", quay)
    notes.say("the crane has rust", quay)
    notes.say("a crane and a tug at rest", quay)
    notes.say("Ferry, FERRY: a crane lifts none", quay)
    return notes


def test_statements_with_rarer_words_come_first_then_the_shorter_then_by_place(store):
    notes = harbour()
    store.replace_document(notes.build())
    other = Notes("anchorage.md")
    other.say("the crane has rest", other.name("Anchorage"))
    store.replace_document(other.build())

    def places(text, limit):
        return [(s.document[0], s.line_start) for s in store.find_statements(text, limit=limit, any_word=True)]

    cranes = [("h", 35), ("h", 32)]
    rest = [("h", line) for line in range(2, 32)]
    found = places("ferry crane tug, ferry! FERRY", 99)
    assert found == [("h", 34), *cranes, ("a", 2), ("h", 33), *rest]
    for limit in (1, 2, 4, 5, 7):
        assert places("tug crane Ferry", limit) == found[:limit]
    all_words = store.find_statements("crane the", limit=9)
    assert [(s.document[0], s.line_start) for s in all_words] == [("a", 2), ("h", 33), ("h", 32)]


def test_of_a_word_that_is_everywhere_the_first_statements_are_ranked(store, monkeypatch):
    store.replace_document(harbour().build())
    for module in (sqlite_read, neo4j_read):
        monkeypatch.setattr(module, "MAX_OF_COMMON", 10)
    everything = store.find_statements("ferry", limit=40)
    assert len(everything) == 32
    for module in (texts, sqlite_read, neo4j_read):
        monkeypatch.setattr(module, "MAX_RANKED", 32)
    by_tug = store.find_statements("ferry tug", limit=9, any_word=True)
    assert [s.line_start for s in by_tug] == [34, *range(2, 10)]
    assert [s.line_start for s in store.find_statements("ferry", limit=40)] == list(range(2, 12))
    assert store.find_statements("ferry", limit=40, any_word=True) == store.find_statements("ferry", limit=40)
    assert len(store.find_statements("ferry quay", limit=40)) == 30


@pytest.mark.parametrize("text", ["Cr\u00e9me Wheel", "creme wheel", "wheel_cr", "CRE\u0301ME"])
def test_words_are_found_without_regard_to_accents_and_underscores(store, text):
    notes = Notes("a.md")
    notes.say("Cre\u0301me brakes", notes.name("Cre\u0301me Wheel"))
    store.replace_document(notes.build())
    assert [entity.name for entity in store.find_entities(text, limit=3)] == ["Cre\u0301me Wheel"]
    found = store.find_statements(text, limit=3, any_word=True)
    assert [statement.text for statement in found] == ["Cre\u0301me brakes"][: text != "wheel_cr"]


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


def edge_of(relation):
    return Edge(*relation[:4], len(relation.evidence))


def test_edges_are_the_relations_with_the_number_of_their_lines(filled):
    ids = ["rain-tank", "pump", "nobody", "\ud800"]
    for direction in (None, *Direction):
        for types in (None, [RelationType.TRIGGERS, RelationType.HAS_LIMIT], []):
            relations = filled.relations(ids, types=types, direction=direction)
            edges = filled.edges(ids, types=types, direction=direction)
            assert edges == tuple(map(edge_of, relations))
            assert filled.relations_of(edges) == relations
    assert filled.edges([]) == filled.relations_of([]) == ()
    assert filled.relations_of([Edge("\ud800", RelationType.USES, "pump", "\ud800", 1)]) == ()


def test_of_the_edges_of_each_the_first_are_given(filled):
    for direction, own in ((Direction.OUT, 0), (Direction.IN, 2)):
        found = list(map(edge_of, filled.relations(["rain-tank", "pump"], direction=direction)))
        for each in (0, 1, 2, 50):
            first = [edge for end in ("rain-tank", "pump") for edge in [e for e in found if e[own] == end][:each]]
            edges = filled.edges(["rain-tank", "pump"], direction=direction, each=each)
            assert edges == tuple(sorted(first, key=lambda edge: (*edge[:3], edge[3] or "")))
    of_type = filled.relations(["pump"], types=[RelationType.TRIGGERS], direction=Direction.OUT)
    edges = filled.edges(["pump"], types=[RelationType.TRIGGERS], direction=Direction.OUT, each=9)
    assert edges == tuple(map(edge_of, of_type)) != ()


def test_edges_between_join_the_ones_to_the_others_in_either_direction(filled):
    edges = filled.edges(["rain-tank", "pump", "valve"])
    for ones, others in (
        (["rain-tank"], ["pump"]),
        (["pump", "valve"], ["rain-tank", "pump", "\ud800"]),
        ([], ["pump"]),
    ):
        ends = {(one, other) for one in ones for other in others} | {(other, one) for one in ones for other in others}
        joining = tuple(edge for edge in edges if (edge.source, edge.target) in ends)
        assert filled.edges_between(ones, others) == filled.edges_between(others, ones) == joining
    assert filled.edges_between(["rain-tank"], ["pump"])


def test_shared_neighbours_are_those_of_both(filled):
    ids = [entity.id for entity in filled.iter_entities()]
    near = {one: {end for edge in filled.edges([one]) for end in (edge.source, edge.target)} - {one} for one in ids}
    shared = {(one, other): tuple(sorted(near[one] & near[other])) for one in ids for other in ids if one != other}
    assert any(shared.values())
    assert {pair: filled.shared_neighbours(*pair) for pair in shared} == shared
    assert filled.shared_neighbours("pump", "\ud800") == ()
