"""Names as people type them, an entity's page and ways between two."""

from __future__ import annotations

import pytest
from graph_samples import Notes, garden, shed

from graph import find_name, path, profile, resolve_name
from graph.ceilings import MAX_PATH_EXPANDED_NODES
from graph.errors import AmbiguousNameError, UnknownNameError
from graph.queries.lookup import qualified_name
from graph.values import Limit
from graph.vocabulary import Bound, Facet, Kind, RelationType

pytestmark = pytest.mark.embedded


def document(path="a.md"):
    return Notes(path)


# -- names ---------------------------------------------------------------------------------------------


@pytest.fixture
def kitchen(store):
    """Two appliances that both have a thing called Standard, and one thing of that name on its own."""
    notes = document()
    oven = notes.name("Oven", kind=Kind.SERVICE)
    mixer = notes.name("Stand Mixer", kind=Kind.SERVICE)
    notes.name("SM", rule="abbreviation", same_as=mixer)
    for owner in (oven, mixer):
        part = notes.name("Standard", kind=Kind.FEATURE, owner=owner)
        notes.edge(owner, RelationType.HAS_FEATURE, part, f"{owner} has a standard setting")
        notes.limit(part, Limit("time", Bound.MAX, 30.0, "min"), "at most half an hour")
    bowl = notes.name("Dough Hook", kind=Kind.FEATURE)
    notes.edge(bowl, RelationType.KIND_OF, mixer, "a hook is one way of mixing")
    notes.name("Thermometer", kind=Kind.FEATURE)
    notes.name("C++", kind=Kind.TECHNOLOGY)
    store.replace_document(notes.build())
    return store


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("oven", "oven"),
        ("  STAND   mixer ", "stand-mixer"),
        ("sm", "stand-mixer"),
        ("stand-mixer", "stand-mixer"),
        ("ovens", "oven"),
        ("Oven Standard", "oven/standard"),
        ("oven/standard", "oven/standard"),
        ("SM standard", "stand-mixer/standard"),
        ("Stand Mixer/Standard", "stand-mixer/standard"),
        ("sm dough hook", "dough-hook"),
        ("oven/standard#max-time=30-min", "oven/standard#max-time=30-min"),
        ("c++", "c++"),
    ],
)
def test_a_name_means_one_entity(kitchen, text, entity):
    found = resolve_name(kitchen, text)
    assert (found.entity.id, found.mended) == (entity, False)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("thermomter", "thermometer"),
        ("Hermometer", None),
        ("oven standrd", "oven/standard"),
        ("doug hook", "dough-hook"),
    ],
)
def test_a_misspelt_name_is_mended_and_that_is_said(kitchen, text, entity):
    candidates = find_name(kitchen, text)
    assert [e.id for e in candidates.entities] == ([entity] if entity else [])
    assert candidates.mended is (entity is not None)


def test_a_name_of_several_lists_choices_that_are_names_of_one(kitchen):
    with pytest.raises(AmbiguousNameError, match="fits several: Oven Standard, Stand Mixer Standard") as caught:
        resolve_name(kitchen, "standard")
    assert [resolve_name(kitchen, choice).entity.id for choice in caught.value.choices] == [
        "oven/standard",
        "stand-mixer/standard",
    ]


def test_a_thing_without_owner_is_told_by_its_kind(kitchen):
    notes = document("b.md")
    notes.name("Standard", kind=Kind.CONCEPT)
    kitchen.replace_document(notes.build())
    with pytest.raises(AmbiguousNameError) as caught:
        resolve_name(kitchen, "Standard")
    assert len(caught.value.choices) == 3
    assert {resolve_name(kitchen, choice).entity.id for choice in caught.value.choices} == {
        "standard",
        "oven/standard",
        "stand-mixer/standard",
    }


def test_the_name_of_one_comes_before_the_alias_of_another(kitchen):
    notes = document("b.md")
    notes.name("Sous Maker", rule="pack")
    notes.name("Oven", owner="sous-maker", rule="abbreviation", same_as="sous-maker")
    kitchen.replace_document(notes.build())
    assert resolve_name(kitchen, "OVEN").entity.id == "oven"


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("ovn", "Oven"), ("stand mixtures", "Stand Mixer"), ("hook", "Dough Hook"), ("thermos", "Thermometer")],
)
def test_an_unknown_name_gets_the_nearest_ones(kitchen, text, suggestion):
    with pytest.raises(UnknownNameError, match=f'nothing is called "{text}".*did you mean') as caught:
        resolve_name(kitchen, text)
    assert suggestion in caught.value.suggestions


@pytest.mark.parametrize("text", ["", "   ", "quasar", "\x00", "\ud800", '"', "/", "()", "(limit)", "a" * 5000])
def test_what_is_like_nothing_is_unknown(kitchen, text):
    with pytest.raises(UnknownNameError) as caught:
        resolve_name(kitchen, text)
    assert len(str(caught.value).splitlines()) <= 1


def test_names_qualify_by_owner_or_kind(kitchen):
    assert qualified_name(kitchen, kitchen.entity("oven/standard")) == "Oven Standard"
    assert qualified_name(kitchen, kitchen.entity("oven")) == "Oven (service)"


# -- an entity's page ------------------------------------------------------------------------------------


def test_a_profile_has_everything_about_an_entity(store):
    store.replace_document(garden())
    store.replace_document(shed())
    page = profile(store, "pump")
    assert page.entity.name == "Pump"
    assert [s.text for s in page.statements][-1] == "2.5 bar per hose unless set"
    assert [(limit.name, len(relation.evidence)) for limit, relation in page.limits] == [
        ("default pressure 2.5 bar per hose", 1)
    ]
    assert [str(r.relation) for r in page.outgoing] == ["contrasts_with", "has_feature", "reads_from", "triggers"]
    assert page.incoming == ()
    assert len(page.relations) == 5
    assert page.name_of("pump/timer") == "timer"
    assert page.name_of("nowhere") == "nowhere"
    facets = dict(page.by_facet())
    assert list(facets) == ["limits", "operations", "other"]
    assert [s.text for s in facets["operations"]] == ["a pump wants oil every spring"]


def test_a_profile_reads_a_symmetric_relation_from_both_ends_alike(store):
    store.replace_document(garden())
    tank = profile(store, "rain-tank")
    assert [(r.source, str(r.relation)) for r in tank.outgoing] == [("pump", "contrasts_with")]
    assert [(r.source, str(r.relation)) for r in tank.incoming] == [("pump", "reads_from")]


def test_a_statement_of_two_facets_stands_under_both(store):
    notes = document()
    notes.say("cheap and quick", notes.name("Kettle"), Facet.PRICING, Facet.PERFORMANCE)
    store.replace_document(notes.build())
    assert [facet for facet, _ in profile(store, "kettle").by_facet()] == ["pricing", "performance"]


def test_there_is_no_profile_of_an_unknown_id(store):
    assert profile(store, "nothing") is None


def test_a_profile_can_be_bounded(store):
    store.replace_document(garden())
    assert len(profile(store, "pump", max_relations=2).relations) == 2


# -- ways ------------------------------------------------------------------------------------------------


def lay_out(store, *steps, notes=None):
    notes = notes or document()
    keys = {name: notes.name(name) for name in sorted({end for source, _, target in steps for end in (source, target)})}
    for source, relation, target in steps:
        notes.edge(keys[source], relation, keys[target], f"{source} {relation} {target}")
    store.replace_document(notes.build())


def walked(paths):
    return [[f"{r.source} {r.relation} {r.target}" for r in way] for way in paths]


T, F, K, C = RelationType.TRIGGERS, RelationType.HAS_FEATURE, RelationType.KIND_OF, RelationType.CONTRASTS_WITH


def test_the_shortest_way_is_walked_in_either_direction(store):
    lay_out(store, ("a", T, "m"), ("b", T, "m"), ("m", T, "x"))
    assert walked(path(store, "a", "b")) == [["a triggers m", "b triggers m"]]
    assert walked(path(store, "b", "a")) == [["b triggers m", "a triggers m"]]


def test_each_step_has_its_lines(store):
    lay_out(store, ("a", T, "b"))
    (way,) = path(store, "a", "b")
    assert way[0].evidence[0].text == "a triggers b"


def test_a_longer_way_of_deeds_beats_a_shorter_one_through_what_is_shared(store):
    lay_out(store, ("a", F, "s"), ("b", F, "s"), ("a", T, "m"), ("m", T, "n"), ("n", T, "b"))
    assert walked(path(store, "a", "b")) == [
        ["a triggers m", "m triggers n", "n triggers b"],
        ["a has_feature s", "b has_feature s"],
    ]


def test_of_several_relations_between_two_the_telling_one_is_taken(store):
    lay_out(store, ("a", C, "b"), ("a", T, "b"), ("a", K, "b"))
    assert walked(path(store, "a", "b")) == [["a triggers b"]]


def test_at_most_so_many_ways_and_ties_by_name(store):
    lay_out(store, *[step for m in "zyxwv" for step in (("a", T, m), (m, T, "b"))])
    ways = walked(path(store, "a", "b"))
    assert ways == [[f"a triggers {m}", f"{m} triggers b"] for m in "vwx"]
    assert walked(path(store, "a", "b", max_paths=1)) == ways[:1]
    assert path(store, "a", "b", max_paths=0) == ()


def test_there_may_be_no_way(store):
    lay_out(store, ("a", T, "m"), ("b", T, "n"))
    assert path(store, "a", "b") == path(store, "a", "a") == path(store, "a", "nothing") == ()


def test_a_way_of_more_than_six_steps_is_none(store):
    lay_out(store, *[(str(n), T, str(n + 1)) for n in range(8)])
    assert len(path(store, "0", "6")[0]) == 6
    assert path(store, "0", "7") == ()


def test_a_hub_can_be_a_stop_on_the_way(store):
    lay_out(store, ("a", T, "hub"), ("b", T, "hub"), *[("hub", T, f"leaf {n}") for n in range(600)])
    assert walked(path(store, "a", "b")) == [["a triggers hub", "b triggers hub"]]
    assert walked(path(store, "a", "leaf-7")) == [["a triggers hub", "hub triggers leaf-7"]]
    assert walked(path(store, "hub", "leaf-7")) == [["hub triggers leaf-7"]]


def test_ways_of_ends_with_thousands_of_relations_lead_through_what_both_reach(local):
    crowd = [(end, T, f"{end} leaf {n}") for end in "ab" for n in range(MAX_PATH_EXPANDED_NODES)]
    shared = [(end, T, m) for end in "ab" for m in ("m", "n")]
    lay_out(local, *crowd, *shared, ("m", T, "c"))
    assert walked(path(local, "a", "b")) == [[f"a triggers {m}", f"b triggers {m}"] for m in "mn"]
    assert walked(path(local, "a", "c")) == [["a triggers m", "m triggers c"]]
    lay_out(local, ("b", F, "a"), notes=document("more.md"))
    assert walked(path(local, "a", "b")) == [["b has_feature a"]]
