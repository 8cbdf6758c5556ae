"""Limits: every quantity that the notes give, whose it is and where it is said; to be sorted and filtered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from app.web import state
from app.web.parts.limit_rows import BOUND, OWNER, SORT, UNIT, asked_order, limit_rows, sort_of, sorted_by
from app.web.parts.links import follow, go_on
from app.web.parts.markup import show, tag
from app.web.parts.welcome import welcome
from graph.errors import AmbiguousNameError, UnknownNameError
from graph.limit_table import LimitEntry, limits
from graph.store import GraphStore
from graph.vocabulary import Bound

MOST_ROWS = 500


def page() -> None:
    """Draw the page for the filters and the order in the address."""
    store = state.the_store()
    if store is None or not state.counts().documents:
        welcome(store)
        return
    go_on(follow())
    everything = state.all_limits()
    with st.container(key="nw-bar", horizontal=True, vertical_alignment="center"):
        owner, unit, bound = filters(store, everything)
    try:
        found = limits(store, owner, unit, bound) if owner or unit or bound else everything
    except (UnknownNameError, AmbiguousNameError) as error:
        show(tag("p", f"{str(error)[:1].upper()}{str(error)[1:]}.", class_="nw-problem"))
        return
    with st.container(key="nw-limits"):
        table(found, len(everything))


def filters(store: GraphStore, everything: Sequence[LimitEntry]) -> tuple[str | None, str | None, Bound | None]:
    """Whose, what sort of unit, which bound; None for all."""
    owners = Counter({entry.owner.id: 0 for entry in everything})
    owners.update(entry.owner.id for entry in everything)
    names = {entry.owner.id: entry.owner.name for entry in everything}
    units = Counter(sort for entry in everything if (sort := sort_of(entry.limit)))
    bounds = Counter(str(entry.limit.bound) for entry in everything)
    asked_owner = asked(OWNER)
    if asked_owner and asked_owner not in names:
        entity = store.entity(asked_owner)
        names[asked_owner] = entity.name if entity else asked_owner
    by_name = sorted(names, key=lambda one: (names[one].casefold(), one))
    owner = choice("Whose", OWNER, by_name, {one: _many(names[one], owners[one]) for one in names})
    unit = choice("Unit", UNIT, [one for one, _ in units.most_common()], {one: _many(one, units[one]) for one in units})
    there = [str(one) for one in Bound if bounds[str(one)]]
    bound = choice("Bound", BOUND, there, {one: _many(one, bounds[one]) for one in there})
    return owner, unit, Bound(bound) if bound else None


def choice(label: str, parameter: str, options: list[str], shown: dict[str, str]) -> str | None:
    """A box to choose one of the options, or none. The address is the truth: the box follows it and changes it."""
    key = f"nw-{parameter}-choice"
    wanted = asked(parameter)
    wanted = wanted if wanted in options else None
    if st.session_state.get(f"{key}-seen") != wanted or key not in st.session_state:
        st.session_state[key] = st.session_state[f"{key}-seen"] = wanted
    chosen = st.selectbox(
        label,
        options,
        key=key,
        index=None,
        format_func=lambda one: shown.get(one, one),
        placeholder=f"{label}: all",
        label_visibility="collapsed",
        width=240,
    )
    if chosen != wanted:
        state.look_at(view(**{parameter: chosen}))
    return chosen


def view(**changed: str | None) -> dict[str, list[str]]:
    """What the address asks for, with changes."""
    now = {name: asked(name) for name in (OWNER, UNIT, BOUND, SORT)} | changed
    return {name: [value] for name, value in now.items() if value}


def asked(parameter: str) -> str | None:
    """What the address asks for."""
    return st.query_params.get(parameter) or None


def table(found: Sequence[LimitEntry], of: int) -> None:
    """The rows in the order that is asked for, the first of very many."""
    if not found:
        show(tag("p", "The notes give no such limit.", class_="nw-hint"))
        return
    column, backwards = asked_order(asked(SORT))
    rows = sorted_by(found, column, backwards=backwards)
    all_told = f"{len(found):,} limits" if len(found) == of else f"{len(found):,} of {of:,} limits"
    left = len(rows) - MOST_ROWS
    rest = f"; the first {MOST_ROWS} are shown, narrow them by owner, unit or bound" if left > 0 else ""
    show(
        tag("p", all_told + rest, class_="nw-hint"),
        limit_rows(rows[:MOST_ROWS], column, backwards, lambda sort: view(sort=sort)),
    )


def _many(name: str, number: int) -> str:
    return f"{name} · {number:,}" if number else name


page()
