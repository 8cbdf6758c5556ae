"""Explore: one thing in the middle, what points at it left, what it points at right; every edge with its lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import streamlit as st

from app.web import state
from app.web.graph_view import GraphEvents, graph_view
from app.web.graph_view.build import view_data
from app.web.graph_view.layout import Row, ego_rows
from app.web.parts.edges import edge_table
from app.web.parts.filters import kind_filter, relation_filter
from app.web.parts.links import Followed, follow
from app.web.parts.markup import show, tag
from app.web.parts.panel import entity_panel, relation_panel
from app.web.parts.search import meant_by, search_box, show_found
from app.web.parts.welcome import not_there, welcome
from graph.errors import AmbiguousNameError, UnknownNameError
from graph.queries.lookup import Found, resolve_name
from graph.queries.profile import profile
from graph.store import GraphStore
from graph.values import Entity, Relation, Subgraph
from graph.vocabulary import Kind, RelationType

MOST_COUNTED = 2_000
VIEW = "nw-graph"


@dataclass(frozen=True, slots=True)
class Around:
    """What is drawn: the part of the graph around the focus, as rows and as it came."""

    focus: Entity
    part: Subgraph
    rows: tuple[Row, ...]


def page() -> None:
    """Draw the page for what the address asks for."""
    store = state.the_store()
    if store is None or not state.counts().documents:
        welcome(store)
        return
    act_on(store, follow())
    meant = what_is_meant(store)
    if isinstance(meant, Found):
        state.remember(meant.entity.id)
    with st.container(key="nw-bar", horizontal=True, vertical_alignment="center"):
        typed = search_box()
        back()
        filters = st.container(key="nw-filters", horizontal=True, width="content")
    # Always there, if empty: the view below would be taken down and drawn anew where it moved to another place.
    with st.container(key="nw-hints"):
        show_found(store, typed)
        if isinstance(meant, Found) and meant.mended:
            show(tag("p", f"“{state.asked_focus()}” was read as {meant.name}.", class_="nw-hint"))
    if not isinstance(meant, Found):
        not_there(*meant)
        return
    explore(store, look_around(store, meant.entity, filters))


def back() -> None:
    """The button that goes back along the way that was come."""
    before = state.previous()
    pressed = st.button("← Back", key="nw-back", disabled=before is None, help="What was in the middle before")
    if pressed and before is not None:
        state.move_to(before)


def act_on(store: GraphStore, followed: Followed) -> None:
    """Do what a link or the search box asked for."""
    if followed.search is not None and followed.search.strip():
        state.move_to(meant_by(store, followed.search))
    if followed.focus is not None:
        state.move_to(followed.focus)
    state.select(node=followed.node, edge=followed.edge)


def what_is_meant(store: GraphStore) -> Found | tuple[str, tuple[str, ...]]:
    """What stands in the middle, or why nothing does, with names that may have been meant."""
    asked = state.asked_focus() or state.start_id() or ""
    entity = store.entity(asked)
    if entity is not None:
        return Found(entity, entity.name)
    try:
        return resolve_name(store, asked)
    except UnknownNameError as error:
        return f"Nothing is called “{asked}” in the notes", error.suggestions
    except AmbiguousNameError as error:
        return f"“{asked}” fits several", error.choices


def look_around(store: GraphStore, focus: Entity, place: st.delta_generator.DeltaGenerator) -> Around:
    """The neighbourhood of the focus, filtered as the reader chose."""
    relations, kinds = count(store, focus)
    types: list[RelationType] = []
    wanted: list[Kind] = []
    if relations:
        with place:
            types, wanted = relation_filter(relations), kind_filter(kinds)
    part = store.neighbourhood(focus.id, types=types or None, kinds=wanted or None, limit=state.view_nodes())
    return Around(focus, part, ego_rows(focus.id, part))


def count(store: GraphStore, focus: Entity) -> tuple[Counter[RelationType], Counter[Kind]]:
    """How many relations of each type the focus has, and how many neighbours of each kind; of the first thousands."""
    relations = store.relations([focus.id], limit=MOST_COUNTED)
    others = {end for relation in relations for end in (relation.source, relation.target)} - {focus.id}
    kinds = Counter(entity.kind for entity in store.entities(others))
    return Counter(relation.relation for relation in relations), kinds


def explore(store: GraphStore, around: Around) -> None:
    """The view with the panel beside it and the table below."""
    if not around.rows:
        with st.container(key="nw-alone"):
            panel(store, around)
            nothing_around(around.focus)
        return
    with st.container(key="nw-body"):
        left, right = st.columns([2.75, 1], gap="medium")
        with left:
            obey(draw(around))
        with right, st.container(key="nw-panel"):
            panel(store, around)
    shown = [relation for row in around.rows for relation in row.relations]
    with st.container(key="nw-table"):
        show(
            tag("h3", "The same relations as a table", tag("span", f"{len(shown):,}", class_="nw-count")),
            edge_table(shown, around.part.entities, around.focus.id),
        )


def draw(around: Around) -> GraphEvents:
    """The graph view; gives what the reader did in it."""
    more = around.part.left_out > 0 and state.can_enlarge()
    data = view_data(around.focus, around.rows, left_out=around.part.left_out, more=more)
    if around.part.left_out and not more:
        data["summary"] += "; narrow it by relation or kind"
    return graph_view(data, key=VIEW, selected=state.selected())


def obey(events: GraphEvents) -> None:
    """Do what was asked for in the view."""
    if events.move is not None:
        state.move_to(events.move)
    if events.more and state.can_enlarge():
        state.enlarge()
        st.rerun()
    state.select(node=events.node, edge=events.edge)


def nothing_around(focus: Entity) -> None:
    """The focus stands alone: by itself, or because of the filters."""
    if state.is_filtered():
        show(tag("p", f"No relation of {focus.name} fits these filters.", class_="nw-hint"))
        if st.button("Show all relations", key="nw-clear-filters"):
            state.ask_for(state.RELATION, ())
            state.ask_for(state.KIND, ())
            st.rerun()
    else:
        show(tag("p", f"The notes join {focus.name} to nothing else.", class_="nw-hint"))


def panel(store: GraphStore, around: Around) -> None:
    """What is selected, else the focus."""
    chosen = state.selected()
    said = relations_of(around, chosen.get("edge"))
    if said:
        ends = {entity.id: entity for entity in store.entities([said[0].source, said[0].target])}
        show(relation_panel(said, ends[said[0].source], ends[said[0].target], around.focus.id))
        return
    for entity_id in (chosen.get("node"), around.focus.id):
        found = profile(store, entity_id, max_relations=MOST_COUNTED) if entity_id else None
        if found is not None:
            joining = [r for r in around.part.relations if {r.source, r.target} == {entity_id, around.focus.id}]
            show(entity_panel(found, around.focus.id, joining if entity_id != around.focus.id else ()))
            return


def relations_of(around: Around, edge: list[str] | None) -> list[Relation]:
    """The relations behind a drawn edge: one, or several that differ in their conditions."""
    if edge is None:
        return []
    return [r for r in around.part.relations if [r.source, str(r.relation), r.target] == list(edge)]


page()
