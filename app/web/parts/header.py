"""The head of every page: the name, the pages, and how much the store holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from app.web.parts.markup import show, tag
from graph.values import Counts

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage


def header(pages: Iterable[StreamlitPage], current: StreamlitPage, counts: Counts) -> None:
    """Draw it; `current` is the page that is open."""
    with st.container(key="nw-header", horizontal=True, vertical_alignment="center"):
        show(tag("div", "Noteweave", class_="nw-brand"), width="content")
        for page in pages:
            here = "nw-here" if page == current else "nw-page"
            with st.container(key=f"{here}-{page.url_path or 'explore'}", width="content"):
                st.page_link(page, label=page.title)
        st.space("stretch")
        show(tag("div", counts_text(counts), class_="nw-counts"), width="content")


def counts_text(counts: Counts) -> str:
    """``31 notes · 612 things · 1,480 relations``."""
    things = counts.entities
    return " · ".join(
        (
            _many(counts.documents, "note", "notes"),
            _many(things, "thing", "things"),
            _many(counts.relations, "relation", "relations"),
        )
    )


def _many(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
