"""What stands where there are no notes yet, and where something asked for is not in them."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from app.web import state
from app.web.parts.links import focus_link
from app.web.parts.markup import Markup, show, tag
from graph.store import GraphStore


def welcome(store: GraphStore | None) -> None:
    """An empty store: what Noteweave is, and the way to the first notes."""
    with st.container(key="nw-welcome"):
        show(
            tag("h1", "No notes have been read yet"),
            tag(
                "p",
                "Noteweave reads study notes, messy ones too, into a graph of things and how they hang together. "
                "Behind every relation stand the lines that say it.",
            ),
            tag("p", "Read your own notes from a terminal, then load this page again:"),
            tag("pre", tag("code", "noteweave ingest PATH")),
        )
        if store is not None and state.may_write():
            show(tag("p", "Or begin with the notes on AWS services that come along."))
            if st.button("Read the bundled notes", type="primary", key="read-bundled"):
                read_bundled(store)


def read_bundled(store: GraphStore) -> None:
    """Read the bundled notes into the store and start again; what could not be read is told."""
    from ingest.bundled import notes_folder
    from ingest.library import ingest_paths

    with st.spinner("Reading…"):
        summary = ingest_paths(store, [notes_folder()])
    state.forget_counts()
    if summary.failed:
        for failure in summary.failed:
            show(tag("p", failure.problem, class_="nw-problem"))
        return
    st.rerun()


def not_there(message: str, names: Iterable[str]) -> None:
    """An unknown or ambiguous name, with the names that may have been meant as links."""
    links = [tag("li", focus_link(name, name)) for name in names]
    hint = [tag("p", "Perhaps you meant:"), tag("ul", *links)] if links else [_no_hint()]
    with st.container(key="nw-not-there"):
        show(tag("h1", message), *hint)


def _no_hint() -> Markup:
    return tag("p", "Nothing in the notes has a name like it. Search above for what there is.")
