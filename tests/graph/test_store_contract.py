"""What graph.store.GraphStore promises, proven on every store."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from graph_samples import FEW, Notes, contributions, ends, garden, shed
from hypothesis import given
from hypothesis import strategies as st
from reference_graph import graph_of

from graph.errors import DanglingKeyError
from graph.resolve import canonical
from graph.values import Counts, Limit, Pack, PackEntity, PackVerb
from graph.vocabulary import Bound, Kind, RelationType


def whole(store):
    return list(store.iter_entities()), list(store.iter_relations())


def everything(store):
    kept = [store.contribution(document.path) for document in store.documents()]
    return whole(store), kept, list(store.iter_statements()), list(store.iter_names()), store.counts()


# -- an empty store ------------------------------------------------------------------------------------


def test_an_empty_store_answers_with_nothing_and_no_error(store):
    assert store.counts() == Counts(0, 0, 0, 0, 0)
    assert whole(store) == ([], [])
    assert store.documents() == store.packs() == store.named("pump") == store.relations(["pump"]) == ()
    assert store.document("x.md") is store.contribution("x.md") is store.entity("pump") is None
    assert store.buckets("x.md") == store.statements(["x"]) == store.statements_about(["pump"]) == ()
    assert store.find_entities("pump", limit=5) == store.find_statements("pump", limit=5) == ()
    assert store.degree(["pump"]) == {}
    assert store.neighbourhood("pump", limit=5).entities == ()
    assert list(store.vocabulary()) == list(store.iter_names()) == list(store.iter_statements()) == []
    assert store.remove_document("x.md") is False
    assert store.roots() == {}


# -- documents and their contributions -------------------------------------------------------------------


def test_a_contribution_comes_back_as_it_was_given(store):
    store.replace_document(garden())
    store.replace_document(shed())
    assert store.contribution("garden.md") == canonical(garden())
    assert store.contribution("shed/tools.md") == canonical(shed())
    assert store.document("garden.md") == garden().document
    assert store.buckets("garden.md") == garden().buckets


def test_documents_are_listed_by_path_with_what_they_contribute(store):
    store.replace_document(shed())
    store.replace_document(garden())
    first, second = store.documents()
    assert (first.path, first.title, first.reader, first.lines) == ("garden.md", "Garden", "reader 1", 10)
    assert (first.statements, first.relations, first.limits) == (6, 4, 1)
    assert first.sha256 == garden().document.sha256
    assert second.path == "shed/tools.md"


def test_counts_tell_limits_from_other_entities(store):
    store.replace_document(garden())
    assert store.counts() == Counts(documents=1, statements=6, entities=4, relations=5, limits=1)


def test_statements_about_entities_come_in_order_and_no_more_than_asked_for(filled):
    said = filled.statements_about(["pump", "rain-tank"])
    assert [(s.document, s.line_start) for s in said] == sorted((s.document, s.line_start) for s in said)
    assert len({s.document for s in said}) > 1
    for limit in range(len(said) + 2):
        assert filled.statements_about(["pump", "rain-tank"], limit=limit) == said[:limit]


def test_replacing_a_document_leaves_nothing_of_the_former_one(store):
    store.replace_document(garden())
    notes = Notes("garden.md", "Garden")
    notes.say("only a bench is left", notes.name("Bench"))
    store.replace_document(notes.build())
    assert [entity.id for entity in store.iter_entities()] == ["bench"]
    assert store.find_statements("oil", limit=5) == ()
    assert store.find_entities("pump", limit=5) == ()
    assert store.counts() == Counts(1, 1, 1, 0, 0)


def test_removing_a_document_keeps_what_another_supports(store):
    store.replace_document(garden())
    store.replace_document(shed())
    assert store.remove_document("garden.md") is True
    (triggers,) = [r for r in store.iter_relations() if r.relation == RelationType.TRIGGERS]
    assert [evidence.document for evidence in triggers.evidence] == ["shed/tools.md"]
    assert store.entity("rain-tank") is None
    assert store.remove_document("shed/tools.md") is True
    assert store.counts() == Counts(0, 0, 0, 0, 0)
    assert whole(store) == ([], [])
    assert list(store.vocabulary()) == []


def test_clear_forgets_everything(store):
    store.replace_document(garden())
    store.replace_packs([Pack("p", "1")])
    store.set_root("home", "/somewhere")
    store.clear()
    assert store.counts() == Counts(0, 0, 0, 0, 0)
    assert store.packs() == ()
    assert store.roots() == {}
    assert store.find_statements("pump", limit=3) == ()


@pytest.mark.parametrize("where", ["statement", "edge", "limit"])
def test_a_key_that_no_claim_introduces_is_refused_by_name_and_changes_nothing(store, where):
    store.replace_document(garden())
    before = everything(store)
    notes = Notes("new.md")
    pump = notes.name("Pump")
    if where == "statement":
        notes.say("a hose leaks", "hose")
    elif where == "edge":
        notes.edge(pump, RelationType.USES, "hose", "the pump needs a hose")
    else:
        notes.limit("hose", Limit("length", Bound.MAX, 20.0, "metres"), "a hose of 20 metres")
    with pytest.raises(DanglingKeyError, match=r'new\.md:2: .*"hose"'):
        store.replace_document(notes.build())
    assert everything(store) == before


def test_an_edge_whose_statement_is_not_there_is_refused(store):
    contribution = garden()
    broken = contribution.edges[0]._replace(statement="garden.md#nothing-1")
    with pytest.raises(DanglingKeyError, match="nothing-1"):
        store.replace_document(replace(contribution, edges=(broken,)))
    assert store.counts().documents == 0


def test_a_key_may_be_introduced_by_same_as_alone(store):
    notes = Notes("a.md")
    notes.name("Wtr Pump", rule="misspelling", same_as="pump")
    notes.say("it hums", "pump")
    store.replace_document(notes.build())
    (statement,) = store.iter_statements()
    assert (statement.key, statement.about) == ("pump", "wtr-pump")


# -- resolution ------------------------------------------------------------------------------------------


def test_a_second_document_joins_two_entities_and_its_removal_parts_them(store):
    store.replace_document(garden())
    other = Notes("other.md")
    engine = other.name("Engine", kind=Kind.SERVICE)
    other.edge(engine, RelationType.USES, other.name("Oil"), "an engine drinks oil")
    store.replace_document(other.build())
    before = everything(store)
    joining = Notes("z.md")
    joining.name("Engine", rule="abbreviation", same_as="pump")
    store.replace_document(joining.build())
    assert store.entity("pump") is None
    assert store.entity("engine").aliases == ("Pump",)
    assert ("engine", "uses", "oil") in ends(store.relations(["engine"]))
    assert ("engine", "triggers", "sprinkler") in ends(store.relations(["engine"]))
    store.remove_document("z.md")
    assert everything(store) == before


def test_an_edge_within_one_entity_sleeps_until_the_entity_is_parted(store):
    notes = Notes("a.md")
    pump, engine = notes.name("Pump"), notes.name("Engine")
    notes.edge(pump, RelationType.USES, engine, "the pump has an engine")
    store.replace_document(notes.build())
    joining = Notes("b.md")
    joining.name("Engine", same_as="pump")
    store.replace_document(joining.build())
    assert list(store.iter_relations()) == []
    assert store.counts().relations == 0
    store.remove_document("b.md")
    assert ends(store.iter_relations()) == [("pump", "uses", "engine")]


def test_a_symmetric_relation_stands_once_with_the_smaller_id_first(store):
    notes = Notes("a.md")
    one, two = notes.name("Zinc"), notes.name("Brass")
    notes.edge(one, RelationType.CONTRASTS_WITH, two, "zinc against brass")
    notes.edge(two, RelationType.CONTRASTS_WITH, one, "brass against zinc")
    store.replace_document(notes.build())
    (relation,) = store.iter_relations()
    assert (relation.source, relation.target) == ("brass", "zinc")
    assert [(e.source_key, e.target_key) for e in relation.evidence] == [("zinc", "brass"), ("brass", "zinc")]


def test_relations_of_another_condition_are_others(store):
    notes = Notes("a.md")
    one, two = notes.name("Zinc"), notes.name("Brass")
    notes.edge(one, RelationType.USE_INSTEAD_OF, two, "zinc outdoors", "outdoors")
    notes.edge(one, RelationType.USE_INSTEAD_OF, two, "zinc rather than brass")
    notes.edge(one, RelationType.USE_INSTEAD_OF, two, "better zinc than brass")
    store.replace_document(notes.build())
    assert [(r.condition, len(r.evidence)) for r in store.iter_relations()] == [(None, 2), ("outdoors", 1)]


def test_a_limit_hangs_on_its_owner_and_goes_with_its_last_line(store):
    store.replace_document(garden())
    (limit,) = store.iter_entities(Kind.LIMIT)
    assert limit.id == "rain-tank#max-volume=300-litres"
    assert limit.limit == Limit("volume", Bound.MAX, 300.0, "litres")
    assert limit.name == "max volume 300 litres"
    (relation,) = store.relations([limit.id])
    assert (relation.source, relation.relation) == ("rain-tank", RelationType.HAS_LIMIT)
    assert relation.evidence[0].target_key == "rain-tank#max-volume=300-litres"
    assert relation.evidence[0].text == "the tank takes 300 litres at most"
    store.remove_document("garden.md")
    assert list(store.iter_entities(Kind.LIMIT)) == []


def test_the_limit_of_a_joined_owner_follows_it(store):
    store.replace_document(garden())
    joining = Notes("a.md")
    joining.name("Cistern", rule="pack", same_as="rain-tank", kind=Kind.SERVICE)
    store.replace_document(joining.build())
    assert [entity.id for entity in store.iter_entities(Kind.LIMIT)] == ["cistern#max-volume=300-litres"]
    store.remove_document("a.md")
    assert [entity.id for entity in store.iter_entities(Kind.LIMIT)] == ["rain-tank#max-volume=300-litres"]


@FEW
@given(changes=st.lists(contributions() | st.sampled_from(["a.md", "b.md"]), max_size=6))
def test_the_graph_is_a_pure_function_of_the_contributions(store, changes):
    """After any changes the store holds what a plain computation over what is left gives."""
    store.clear()
    present = {}
    for change in changes:
        if isinstance(change, str):
            assert store.remove_document(change) is (change in present)
            present.pop(change, None)
        else:
            store.replace_document(change)
            present[change.document.path] = change
    entities, relations = graph_of(present.values())
    assert whole(store) == (entities, relations)
    limits = sum(entity.kind is Kind.LIMIT for entity in entities)
    statements = sum(len(contribution.statements) for contribution in present.values())
    assert store.counts() == Counts(len(present), statements, len(entities) - limits, len(relations), limits)
    for path, contribution in present.items():
        assert store.contribution(path) == canonical(contribution)
    labels = sorted((text, e.id) for e in entities if e.limit is None for text in (e.name, *e.aliases))
    assert list(store.vocabulary()) == labels


# -- the rest --------------------------------------------------------------------------------------------


def test_iteration_comes_in_a_stable_order(filled):
    ids = [entity.id for entity in filled.iter_entities()]
    assert ids == sorted(ids)
    assert len(ids) == 6
    assert [e.id for e in filled.iter_entities(Kind.FEATURE)] == ["pump/timer"]
    places = [(s.document, s.line_start, s.id) for s in filled.iter_statements()]
    assert places == sorted(places)
    assert len(places) == 8
    assert {s.document for s in filled.iter_statements("shed/tools.md")} == {"shed/tools.md"}
    names = list(filled.iter_names())
    order = [(n.document, n.claim.line, n.claim.key, n.claim.rule, n.claim.text) for n in names]
    assert order == sorted(order)
    assert [(n.entity, n.claim.text) for n in filled.iter_names("shed/tools.md")] == [
        ("pump", "Pump"),
        ("pump", "Water Moving Engine"),
        ("sprinkler", "sprinkler"),
    ]


def test_packs_and_roots_are_kept(store):
    pump = PackEntity("Pump", Kind.SERVICE, ("Mover",), None, "capitals")
    timer = PackEntity("timer", Kind.FEATURE, (), "Pump")
    verb = PackVerb(RelationType.TRIGGERS, ("wakes up", "is woken up by"), "in")
    packs = (Pack("water", "abc", (pump, timer), (verb,), (("Pump", "Pumpkin"),)), Pack("empty", "0"))
    store.replace_packs(packs)
    assert store.packs() == packs
    store.replace_packs(packs[1:])
    assert store.packs() == packs[1:]
    store.set_root("home", "/a")
    store.set_root("home", "/b")
    store.set_root("away", "/c")
    assert store.roots() == {"away": "/c", "home": "/b"}


def test_the_version_changes_with_all_that_is_written_and_with_nothing_else(store):
    seen = [store.version()]
    for write in (
        lambda: store.replace_document(garden()),
        lambda: store.replace_packs([]),
        lambda: store.remove_document("garden.md"),
    ):
        write()
        seen.append(store.version())
        store.documents()
        assert store.version() == seen[-1]
    assert len(set(seen)) == len(seen) or seen == [None] * len(seen)


def test_text_of_any_script_and_line_ending_survives(store):
    notes = Notes("数据/café.md", "Überblick")
    key = notes.name("データ 湖", description="a “lake” 🏞")
    notes.say("tab\tand 'quotes' \"double\" \\ back", key)
    contribution = notes.build()
    document = replace(contribution.document, text="one\r\ntwo\rthree\n\n")
    store.replace_document(replace(contribution, document=document))
    assert store.contribution("数据/café.md") == canonical(replace(contribution, document=document))
    assert [e.name for e in store.find_entities("データ", limit=3)] == ["データ 湖"]


def test_threads_read_and_write_at_once(store):
    failures = []

    def work(number):
        try:
            for turn in range(3):
                notes = Notes(f"{number}.md")
                notes.edge(notes.name("Pump"), RelationType.USES, notes.name(f"Part {number}"), f"turn {turn}")
                store.replace_document(notes.build())
                assert store.entity("pump") is not None
                list(store.iter_relations())
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert store.counts() == Counts(documents=4, statements=4, entities=5, relations=4, limits=0)


def test_facts_said_twice_in_one_line_count_once(store):
    contribution = garden()
    doubled = replace(contribution, edges=contribution.edges * 2, names=contribution.names * 2)
    store.replace_document(doubled)
    assert store.contribution("garden.md") == canonical(contribution)
    edge = contribution.edges[0]
    other_rule = edge._replace(rule="arrow")
    store.replace_document(replace(contribution, edges=(edge, other_rule)))
    (relation,) = [r for r in store.iter_relations() if r.relation == RelationType.TRIGGERS]
    assert [e.rule for e in relation.evidence] == ["arrow", "verb"]
