"""The search box: live, with the best finds below it; Enter takes what was typed."""

from __future__ import annotations

import streamlit as st

from app.web import state
from app.web.parts.chips import chips
from app.web.parts.markup import show, tag
from graph.errors import NoteweaveError
from graph.queries.lookup import resolve_name
from graph.store import GraphStore

MOST_FOUND = 10


def search_box(placeholder: str = "Search for a service, a feature, an idea …") -> str:
    """The box; gives what stands in it, without spaces around."""
    if state.search_was_used():
        st.session_state[state.SEARCH] = ""
    typed = st.text_input(
        "Search",
        key=state.SEARCH,
        live=True,
        max_chars=200,
        label_visibility="collapsed",
        placeholder=placeholder,
        icon=":material/search:",
    )
    return typed.strip()


def show_found(store: GraphStore, typed: str) -> None:
    """What the words so far could mean."""
    if not typed:
        return
    found = store.find_entities(typed, limit=MOST_FOUND)
    if found:
        show(tag("div", chips(found), class_="nw-found"))
    else:
        show(tag("p", f"Nothing found for “{typed}”; Enter looks for names spelt like it.", class_="nw-hint"))


def meant_by(store: GraphStore, typed: str) -> str:
    """The id of what the words mean: a name, else the best find; the words themselves where there is neither."""
    try:
        return resolve_name(store, typed).entity.id
    except NoteweaveError:
        found = store.find_entities(typed, limit=1)
        return found[0].id if found else typed
