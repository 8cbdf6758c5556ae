"""Compare: two to six things side by side, row by row, with the lines that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass

import streamlit as st

from app.comparison import as_csv, as_markdown
from app.web import state
from app.web.parts.chosen import chosen_chips, found_links, meant_links, pair_links
from app.web.parts.links import Followed, follow, go_on
from app.web.parts.markup import show, tag
from app.web.parts.search import meant_by, search_box
from app.web.parts.side_by_side import side_by_side
from app.web.parts.welcome import welcome
from graph.comparison.choice import group_members
from graph.comparison.compare import compare, compare_entities
from graph.comparison.values import Comparison
from graph.errors import ComparisonError, UnknownNameError
from graph.queries.lookup import qualified_name
from graph.store import GraphStore
from graph.values import Entity

MOST_FOUND = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """The comparison, or why there is none; `instead` are names that may have been meant by `unknown`."""

    found: Comparison | None = None
    problem: str = ""
    unknown: str = ""
    instead: tuple[str, ...] = ()


def page() -> None:
    """Draw the page for the things in the address."""
    store = state.the_store()
    if store is None or not state.counts().documents:
        welcome(store)
        return
    asked = list(dict.fromkeys(filter(None, map(str.strip, st.query_params.get_all(state.WITH)))))
    followed = follow()
    go_on(followed)
    add_typed(store, followed, asked)
    outcome = compared(store, asked)
    picked = list(outcome.found.entities) if outcome.found else [e for e in map(store.entity, asked) if e is not None]
    with st.container(key="nw-bar", horizontal=True, vertical_alignment="center"):
        if picked:
            show(chosen_chips(picked), width="content")
        typed = search_box("Add a thing to compare …" if picked else "Compare a service, a feature, an idea …")
        if outcome.found:
            downloads(outcome.found)
    with st.container(key="nw-below-bar"):
        if typed:
            show(found_links(typed, store.find_entities(typed, limit=MOST_FOUND), picked))
        if asked:
            show(pair_links("the notes also contrast", other_pairs(picked)))
    shown(outcome, asked)


def shown(outcome: Outcome, asked: list[str]) -> None:
    """The table, or what to do to come to one."""
    if outcome.found:
        with st.container(key="nw-comparison"):
            show(side_by_side(outcome.found))
    elif asked:
        with st.container(key="nw-no-answer"):
            show(tag("p", outcome.problem, class_="nw-hint"), meant_links(outcome.instead, outcome.unknown, asked))
    else:
        with st.container(key="nw-begin"):
            hint = (
                "Two to six things, row by row, with the lines that say so. Find them above, or name a group of things."
            )
            show(tag("h1", "Put things side by side"), tag("p", hint, class_="nw-hint"))
            show(pair_links("The notes contrast:", state.pairs(), stacked=True))


def add_typed(store: GraphStore, followed: Followed, asked: list[str]) -> None:
    """Enter in the search box: one more thing, or a group to begin with."""
    typed = (followed.search or "").strip()
    if not typed:
        return
    group = not asked and len(group_members(store, typed)) > 1
    state.look_at({state.WITH: dict.fromkeys([*asked, typed if group else meant_by(store, typed)])})


def compared(store: GraphStore, asked: list[str]) -> Outcome:
    """The comparison of what the address names by ids or names, or why there is none."""
    if not asked:
        return Outcome()
    known = {entity.id: entity for entity in store.entities(asked)}
    if len(asked) == 1 and known:
        return Outcome(problem=f"Add something to compare {known[asked[0]].name} with.")
    try:
        if len(known) == len(asked):
            return Outcome(compare_entities(store, asked))
        return Outcome(compare(store, [qualified_name(store, known[one]) if one in known else one for one in asked]))
    except UnknownNameError as error:
        unknown = next(one for one in asked if one not in known)
        return Outcome(
            problem=f"Nothing is called “{unknown}” in the notes.", unknown=unknown, instead=error.suggestions
        )
    except ComparisonError as error:
        return Outcome(problem=f"{str(error)[:1].upper()}{str(error)[1:]}.")


def other_pairs(picked: list[Entity]) -> list[tuple[Entity, Entity]]:
    """The pairs that the notes contrast, without the one that is looked at."""
    here = {entity.id for entity in picked}
    return [pair for pair in state.pairs() if {entity.id for entity in pair} != here]


def downloads(found: Comparison) -> None:
    """The table as a file."""
    name = "-".join(re.sub(r"[^\w+#.]+", "-", entity.name).strip("-") for entity in found.entities)[:80]
    with st.container(key="nw-downloads", horizontal=True, width="content"):
        st.download_button("CSV", as_csv(found), f"{name}.csv", "text/csv", key="nw-csv", on_click="ignore")
        st.download_button(
            "Markdown", as_markdown(found), f"{name}.md", "text/markdown", key="nw-md", on_click="ignore"
        )


page()
