"""The graph view's data: which neighbour stands where, and what the browser is given."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from app.web import theme
from app.web.graph_view import GraphEvents, events_of, library
from app.web.graph_view.build import MAX_HEIGHT_PX, MIN_HEIGHT_PX, view_data
from app.web.graph_view.layout import LABEL_CHARACTERS, LABEL_LINES, MOST_ABOVE_PX, ego_rows, wrapped
from graph.values import Entity, Evidence, Relation, Subgraph
from graph.vocabulary import Direction, Kind, RelationType

HERE = Entity("here", "Here", Kind.SERVICE)


def entity(name: str, kind: Kind = Kind.SERVICE) -> Entity:
    return Entity(name.lower(), name, kind)


def relation(source: str, kind: RelationType, target: str, condition: str | None = None) -> Relation:
    evidence = Evidence("notes.md#1-1", "notes.md", 1, 1, "test", source, target, "words")
    return Relation(source, kind, target, condition, (evidence,))


def part(*relations: Relation, kind: Kind = Kind.SERVICE) -> Subgraph:
    ends = {end for one in relations for end in (one.source, one.target)} - {"here"}
    return Subgraph((HERE, *(Entity(end, end.title(), kind) for end in sorted(ends))), relations)


def test_what_points_at_the_focus_stands_left_and_what_it_points_at_right() -> None:
    rows = ego_rows(
        "here", part(relation("a", RelationType.TRIGGERS, "here"), relation("here", RelationType.USES, "b"))
    )
    assert [(row.side, row.entity.id, row.x < 0) for row in rows] == [
        (Direction.IN, "a", True),
        (Direction.OUT, "b", False),
    ]


def test_a_symmetric_relation_stands_right_whichever_way_it_was_written() -> None:
    rows = ego_rows("here", part(relation("a", RelationType.CONTRASTS_WITH, "here")))
    assert [row.side for row in rows] == [Direction.OUT]


def test_groups_follow_the_vocabulary_and_are_apart_by_a_gap() -> None:
    rows = ego_rows(
        "here",
        part(
            relation("here", RelationType.USES, "z"),
            relation("here", RelationType.TRIGGERS, "b"),
            relation("here", RelationType.TRIGGERS, "a"),
        ),
    )
    assert [(row.relation, row.entity.id) for row in rows] == [
        (RelationType.TRIGGERS, "a"),
        (RelationType.TRIGGERS, "b"),
        (RelationType.USES, "z"),
    ]
    assert rows[2].y - rows[1].y > rows[1].y - rows[0].y > 0
    assert [row.labelled for row in rows] == [True, False, True]


def test_conditions_of_one_pair_share_an_edge_and_two_relations_do_not() -> None:
    rows = ego_rows(
        "here",
        part(
            relation("here", RelationType.USE_INSTEAD_OF, "a", "many rows"),
            relation("here", RelationType.USE_INSTEAD_OF, "a", "few writes"),
            relation("here", RelationType.REPLACES, "a"),
        ),
    )
    assert [(row.relation, len(row.relations)) for row in rows] == [
        (RelationType.REPLACES, 1),
        (RelationType.USE_INSTEAD_OF, 2),
    ]
    assert len({row.id for row in rows}) == 2


def test_rows_do_not_overlap_and_the_focus_of_a_tall_view_is_in_the_first_screen() -> None:
    rows = ego_rows("here", part(*(relation("here", RelationType.SUPPORTS, f"s{n:03}") for n in range(120))))
    gaps = [below.y - above.y for above, below in pairwise(rows)]
    assert min(gaps) >= rows[0].height
    assert -MOST_ABOVE_PX <= rows[0].y < 0


def test_a_short_column_is_centred_on_the_focus() -> None:
    rows = ego_rows("here", part(*(relation("here", RelationType.SUPPORTS, name) for name in "abc")))
    assert abs(rows[0].y + rows[-1].y) <= 1


def test_a_relation_with_itself_and_one_between_neighbours_are_not_drawn() -> None:
    shown = part(
        relation("here", RelationType.USES, "here"),
        relation("a", RelationType.USES, "b"),
        relation("here", RelationType.USES, "a"),
    )
    assert [row.entity.id for row in ego_rows("here", shown)] == ["a"]


@pytest.mark.parametrize("name", ["", "Short", "x" * 200, "many words " * 30, "long-hyphenated-" * 12, "日本語" * 40])
def test_labels_keep_to_their_lines(name: str) -> None:
    lines = wrapped(name).split("\n")
    assert len(lines) <= LABEL_LINES
    assert all(len(line) <= LABEL_CHARACTERS for line in lines)


def test_the_browser_is_given_plain_values_and_no_physics() -> None:
    rows = ego_rows("here", part(relation("a", RelationType.TRIGGERS, "here"), kind=Kind.TECHNOLOGY))
    data = json.loads(json.dumps(view_data(HERE, rows)))
    assert data["options"]["physics"] == {"enabled": False}
    assert {node["id"]: node["kind"] for node in data["nodes"]} == {"focus": "service", "in|triggers|a": "technology"}
    assert [(edge["from"], edge["to"], edge["key"]) for edge in data["edges"]] == [
        ("in|triggers|a", "focus", ["a", "triggers", "here"])
    ]
    assert data["kinds"] == [{"kind": "service", "count": 1}, {"kind": "technology", "count": 1}]


def test_edges_that_prefer_or_replace_are_dashed_and_symmetric_ones_have_no_head() -> None:
    rows = ego_rows(
        "here",
        part(
            relation("here", RelationType.REPLACES, "a"),
            relation("here", RelationType.CONTRASTS_WITH, "b"),
            relation("here", RelationType.USES, "c"),
        ),
    )
    looks = {edge["key"][1]: (edge["dashes"], edge["arrows"]) for edge in view_data(HERE, rows)["edges"]}
    assert looks == {"replaces": (True, "to"), "contrasts_with": (False, ""), "uses": (False, "to")}


def test_what_was_left_out_is_said_in_words() -> None:
    rows = ego_rows("here", part(relation("a", RelationType.TRIGGERS, "here")))
    assert view_data(HERE, rows)["summary"] == "1 in · 0 out · nothing left out"
    assert view_data(HERE, rows, left_out=1200)["summary"] == "1 in · 0 out · 1,200 left out"


@pytest.mark.parametrize(("number", "least", "most"), [(1, MIN_HEIGHT_PX, MIN_HEIGHT_PX), (40, 1_400, 1_900)])
def test_the_view_is_as_high_as_its_columns(number: int, least: int, most: int) -> None:
    rows = ego_rows("here", part(*(relation("here", RelationType.SUPPORTS, f"s{n:03}") for n in range(number))))
    assert least <= view_data(HERE, rows)["height"] <= most <= MAX_HEIGHT_PX


def test_every_relation_and_kind_has_its_colours() -> None:
    assert set(theme.RELATION_HUES) == set(RelationType)
    assert set(theme.LIGHT) == set(theme.DARK) == set(Kind)


def test_clicks_become_values_and_nonsense_nothing() -> None:
    assert events_of({"node": "a"}) == GraphEvents(node="a")
    assert events_of({"edge": ["a", "uses", "b"]}) == GraphEvents(edge=("a", "uses", "b"))
    assert events_of({"move": "a"}) == GraphEvents(move="a")
    assert events_of({"more": True}) == GraphEvents(more=True)
    for nonsense in ({"node": 1}, {"edge": ["a", 1, "b"]}, {"move": {"x": 1}}, {"edge": []}, {"more": "yes"}):
        assert events_of(nonsense) == GraphEvents()


def test_the_library_comes_from_the_installed_wheel() -> None:
    assert "vis-network" in library.vis_network_script()


def test_a_wheel_without_the_library_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Spec:
        origin = str(tmp_path / "__init__.py")

    monkeypatch.setattr(library, "find_spec", lambda name: Spec)
    with pytest.raises(library.MissingLibraryError, match="pip install"):
        library.vis_network_script()
