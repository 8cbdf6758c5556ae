"""Ask: a question in words; the answer as a sentence, the things in it, the lines that say so, the graph behind."""

from __future__ import annotations

import streamlit as st

from app.web import state
from app.web.graph_view import GraphEvents, graph_view
from app.web.graph_view.build import view_data
from app.web.graph_view.layout import centre_of, ego_rows
from app.web.parts.answer import answer_lines, answer_text, no_answer, question_links
from app.web.parts.edges import edge_table
from app.web.parts.links import focus_link, follow, go_on
from app.web.parts.markup import Markup, show, tag
from app.web.parts.panel import entity_panel, relation_panel
from app.web.parts.way import way
from app.web.parts.welcome import welcome
from graph.ceilings import MAX_QUESTION_CHARACTERS
from graph.queries.profile import profile
from graph.questions.answer import Answer, AnswerKind, Step
from graph.questions.ask import ask
from graph.store import GraphStore
from graph.values import Entity, Relation, Subgraph
from graph.vocabulary import Direction, RelationType

VIEW = "nw-answer-graph"
BOX = "nw-question"
MOST_DRAWN = 60
LEAST_HEIGHT_PX = 220
MOST_STEPS_DRAWN = 2
"""A longer way has no middle to draw it around: it stands as a row of chips alone."""


def page() -> None:
    """Draw the page for the question in the address."""
    store = state.the_store()
    if store is None or not state.counts().documents:
        welcome(store)
        return
    followed = follow()
    go_on(followed)
    state.select(edge=followed.edge)
    with st.container(key="nw-bar"):
        question = question_box()
    if question:
        answered(store, ask(store, question))
    else:
        with st.container(key="nw-begin"):
            hint = tag(
                "p", "The answer comes with the lines that say so, or with what the notes lack.", class_="nw-hint"
            )
            show(tag("h1", "Ask your notes"), hint)
            show(question_links("The notes know, for instance:", state.examples(), stacked=True))


def question_box() -> str:
    """The box; gives the question that the address asks. What is typed goes into the address."""
    asked = st.query_params.get(state.QUESTION, "").strip()
    if st.session_state.get(f"{BOX}-seen") != asked or BOX not in st.session_state:
        st.session_state[BOX] = st.session_state[f"{BOX}-seen"] = asked
    typed = st.text_input(
        "Question",
        key=BOX,
        max_chars=MAX_QUESTION_CHARACTERS,
        label_visibility="collapsed",
        placeholder="Ask the notes: what can invoke …, how long is …, the difference between …",
        icon=":material/help:",
    ).strip()
    if typed != asked:
        state.look_at({state.QUESTION: [typed]} if typed else {})
    return asked


def answered(store: GraphStore, answer: Answer) -> None:
    """The answer beside its lines, the graph behind it below the sentence."""
    if answer.kind is AnswerKind.UNKNOWN:
        with st.container(key="nw-no-answer"):
            show(no_answer(answer))
        return
    relations = behind(store, answer.subgraph_relations)
    part = Subgraph(store.entities({*answer.subgraph_entities, *ends(relations)}), tuple(relations))
    with st.container(key="nw-answer"):
        left, right = st.columns([1.6, 1], gap="large")
        with left:
            steps = steps_of(answer, part)
            show(answer_text(answer, in_order(store, answer), steps))
            if relations and not (steps and len(relations) > MOST_STEPS_DRAWN):
                obey(draw(part, answer))
        with right, st.container(key="nw-answer-lines"):
            chosen(store, part)
            show(answer_lines(answer.evidence))
    if relations:
        with st.container(key="nw-table"):
            count = tag("span", f"{len(relations):,}", class_="nw-count")
            show(tag("h3", "The relations behind the answer", count), edge_table(relations, part.entities, ""))


def steps_of(answer: Answer, part: Subgraph) -> Markup:
    """The way, where the answer is one; nothing else."""
    if answer.kind is not AnswerKind.PATH or not answer.entities:
        return Markup("")
    return way(answer.entities[0][0], part.relations, {entity.id: entity for entity in part.entities})


def in_order(store: GraphStore, answer: Answer) -> list[Entity]:
    """The entities of the answer, in its order."""
    known = {entity.id: entity for entity in store.entities([entity_id for entity_id, _ in answer.entities])}
    return [known[entity_id] for entity_id, _ in answer.entities if entity_id in known]


def behind(store: GraphStore, steps: tuple[Step, ...]) -> list[Relation]:
    """The relations of the answer with their lines, the first of very many."""
    wanted = {(step.source, step.relation, step.target, step.condition): place for place, step in enumerate(steps)}
    sources, types = {step.source for step in steps}, {RelationType(step.relation) for step in steps}
    if not steps:
        return []
    found = store.relations(sources, types=types, direction=Direction.OUT)
    keyed = [((r.source, str(r.relation), r.target, r.condition), r) for r in found]
    kept = sorted((wanted[key], place) for place, (key, _) in enumerate(keyed) if key in wanted)
    return [keyed[place][1] for _, place in kept[:MOST_DRAWN]]


def ends(relations: list[Relation]) -> set[str]:
    """The things that the relations join."""
    return {end for relation in relations for end in (relation.source, relation.target)}


def draw(part: Subgraph, answer: Answer) -> GraphEvents:
    """The small graph behind the answer, around the thing that most of it is about."""
    place = {entity_id: number for number, entity_id in enumerate(answer.subgraph_entities)}
    drawable = sorted(part.entities, key=lambda entity: (place.get(entity.id, len(place)), entity.id))
    focus = centre_of(drawable, part.relations, {entity_id for entity_id, _ in answer.entities})
    rows = ego_rows(focus.id, part)
    data = view_data(focus, rows, least_height=LEAST_HEIGHT_PX)
    further = len(part.relations) - sum(len(row.relations) for row in rows)
    beyond = f"{further:,} more in the table below · " if further else ""
    data["elsewhere"] = True
    data["summary"] = f"{beyond}double click opens in Explore"
    return graph_view(data, key=VIEW, selected=state.selected())


def obey(events: GraphEvents) -> None:
    """Show what was clicked in the view."""
    state.select(node=events.node, edge=events.edge)


def chosen(store: GraphStore, part: Subgraph) -> None:
    """What was clicked in the graph: a relation with its lines, or a thing."""
    selected = state.selected()
    known = {entity.id: entity for entity in part.entities}
    edge = selected.get("edge")
    said = [r for r in part.relations if [r.source, str(r.relation), r.target] == edge]
    if said:
        show(relation_panel(said, known[said[0].source], known[said[0].target], ""))
    found = profile(store, selected["node"], max_relations=MOST_DRAWN) if "node" in selected else None
    if found is not None:
        name = found.entity.name
        show(tag("p", focus_link(found.entity.id, f"Open {name} in Explore", class_="nw-more")))
        show(entity_panel(found, found.entity.id))


page()
