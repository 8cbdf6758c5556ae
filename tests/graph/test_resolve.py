"""How claims become entities: which keys are joined, and which name, kind, description and aliases are chosen."""

from __future__ import annotations

import random

import pytest
from graph_samples import FEW, contributions, garden
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DanglingKeyError
from graph.identity import name_key
from graph.resolve import canonical, check, entity_of, fold, group_keys, limit_entity, relation_ends, resolve, votes_of
from graph.values import Limit, LimitFact, NameClaim
from graph.vocabulary import Bound, Kind, RelationType


def claim(text, line=1, rule="heading", *, path="a.md", kind=None, same_as=None, description=None, owner=None):
    return path, NameClaim(name_key(text, owner), text, line, rule, kind, description, same_as)


def test_keys_are_joined_by_way_of_others():
    claims = [claim("b", same_as="a"), claim("c", same_as="b"), claim("d"), claim("e", same_as="f")]
    assert sorted(map(sorted, group_keys(votes_of(claims)))) == [["a", "b", "c"], ["d"], ["e", "f"]]


def test_the_packs_name_wins_over_what_the_notes_write_more_often():
    claims = [claim("Wheelbarrow", line) for line in range(2, 9)] + [claim("Barrow", 1, "pack", same_as="wheelbarrow")]
    entity = entity_of(votes_of(claims))
    assert (entity.id, entity.name, entity.aliases) == ("barrow", "Barrow", ("Wheelbarrow",))


def test_without_a_pack_the_text_on_most_lines_wins():
    claims = [claim("Barrow", 1), claim("Wheelbarrow", 2, same_as="barrow"), claim("Wheelbarrow", 3, same_as="barrow")]
    assert entity_of(votes_of(claims)).name == "Wheelbarrow"


def test_one_line_counts_once_however_often_it_claims():
    claims = [
        claim("Barrow", 5),
        claim("Barrow", 6),
        *(claim("Wheelbarrow", 1, rule, same_as="barrow") for rule in ("heading", "definition", "abbreviation")),
    ]
    assert entity_of(votes_of(claims)).name == "Barrow"


@pytest.mark.parametrize(
    ("first", "second", "winner"),
    [
        (("Spade", 9, "a.md"), ("Shovel", 1, "b.md"), "Spade"),
        (("Spade", 2, "a.md"), ("Shovel", 1, "a.md"), "Shovel"),
        (("Spade", 1, "a.md"), ("Shovel", 1, "a.md"), "Shovel"),
    ],
    ids=["path", "line", "text"],
)
def test_a_tie_goes_to_the_first_by_path_line_and_text(first, second, winner):
    claims = [claim(text, line, path=path, same_as="tool") for text, line, path in (first, second)]
    assert entity_of(votes_of(claims)).name == entity_of(votes_of(claims[::-1])).name == winner


def test_a_misspelling_names_an_entity_only_where_nothing_else_does():
    slips = [claim("Wheelbarow", line, "misspelling", same_as="wheelbarrow") for line in (1, 2, 3)]
    assert entity_of(votes_of(slips)).name == "Wheelbarow"
    entity = entity_of(votes_of([*slips, claim("Wheelbarrow", 9)]))
    assert (entity.name, entity.aliases) == ("Wheelbarrow", ("Wheelbarow",))


def test_kind_and_description_come_from_the_pack_then_from_most_lines():
    claims = [
        claim("Barrow", 1, kind=Kind.CONCEPT, description="a hill"),
        claim("Barrow", 2, kind=Kind.SERVICE, description="a cart"),
        claim("Barrow", 3, kind=Kind.SERVICE),
    ]
    entity = entity_of(votes_of(claims))
    assert (entity.kind, entity.description) == (Kind.SERVICE, "a hill")
    entity = entity_of(votes_of([*claims, claim("Barrow", 4, "pack", kind=Kind.TECHNOLOGY)]))
    assert (entity.kind, entity.description) == (Kind.TECHNOLOGY, "a hill")


def test_no_claim_makes_a_limit():
    assert entity_of(votes_of([claim("Barrow", kind=Kind.LIMIT)])).kind is Kind.CONCEPT


def test_an_alias_stands_once_in_its_commonest_spelling():
    claims = [
        claim("Barrow", 1, "pack"),
        claim("wheel cart", 2, same_as="barrow"),
        claim("Wheel Cart", 3, same_as="barrow"),
        claim("Wheel Cart", 4, same_as="barrow"),
        claim("BARROW", 5),
        claim("Axle", 6, same_as="barrow"),
    ]
    assert entity_of(votes_of(claims)).aliases == ("Axle", "Wheel Cart")


def test_the_id_is_the_key_of_the_name_that_was_chosen():
    claims = [claim("Standard", owner="queue", same_as="plain-queue"), claim("Plain queue", 2, "pack")]
    assert {entity.id for entity in resolve(claims).values()} == {"plain-queue"}
    assert set(resolve(claims)) == {"queue/standard", "plain-queue"}


def test_a_symmetric_relation_stands_once_and_none_within_one_entity():
    assert relation_ends("b", RelationType.CONTRASTS_WITH, "a") == ("a", "b")
    assert relation_ends("b", RelationType.USES, "a") == ("b", "a")
    assert relation_ends("a", RelationType.USES, "a") is None


def test_a_limit_is_worded_as_most_lines_word_it():
    def fact(quantity, line):
        return "a.md", LimitFact("barrow", Limit(quantity, Bound.MAX, 90.0, "kg"), "a.md#1", line, line, "quantity")

    entity = limit_entity("barrow", [fact("LOAD", 1), fact("load", 2), fact("load", 3)])
    assert (entity.id, entity.name, entity.kind) == ("barrow#max-load=90-kg", "max load 90 kg", Kind.LIMIT)


def test_canonical_sorts_drops_repetitions_and_changes_nothing_twice():
    contribution = garden()
    assert canonical(canonical(contribution)) == canonical(contribution)
    assert canonical(contribution).edges == tuple(sorted(contribution.edges, key=lambda edge: edge.line_start))


def test_what_is_complete_passes_the_check():
    check(garden())
    with pytest.raises(DanglingKeyError):
        check(garden().__class__(garden().document, "r", statements=garden().statements))


def test_folding_ignores_case_and_gaps():
    assert fold("  Blue\t GREEN  straße ") == fold("blue green STRASSE")


@settings(FEW, max_examples=40)
@given(documents=st.lists(contributions(), min_size=1, max_size=3), seed=st.integers(0, 99))
def test_the_order_of_claims_changes_nothing(documents, seed):
    claims = [(c.document.path, claim) for c in documents for claim in c.names]
    shuffled = random.Random(seed).sample(claims, len(claims))
    assert resolve(claims) == resolve(shuffled)
    entities = set(resolve(claims).values())
    assert len({entity.id for entity in entities}) == len(entities)
