"""The entry script: what all pages share, and which pages there are. Start it as `flags` says."""

from __future__ import annotations

import streamlit as st

from app.web import state, theme
from app.web.parts.header import header
from app.web.parts.links import ASK, COMPARE, EXPLORE, LIMITS
from app.web.parts.markup import show, tag
from graph.errors import NoteweaveError

# File and title; the first is the one that opens.
PAGES = ((EXPLORE, "Explore"), (ASK, "Ask"), (COMPARE, "Compare"), (LIMITS, "Limits"))


def main() -> None:
    """Draw the frame, then the page."""
    st.set_page_config(page_title="Noteweave", layout="wide", initial_sidebar_state="collapsed")
    st.html(f"<style>{theme.style_sheet()}</style>")
    pages = [st.Page(file, title=title, default=file == PAGES[0][0]) for file, title in PAGES]
    current = st.navigation(pages, position="hidden")
    try:
        header(pages, current, state.counts())
        current.run()
    except NoteweaveError as error:
        show(tag("p", str(error), class_="nw-problem"))


main()
