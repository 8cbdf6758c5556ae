"""Links that do not load the page anew: what they were clicked for comes back as a value.

A link works without the script too: its address holds the same thing as a query parameter. Each page calls `follow`
once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from app.web import state
from app.web.parts.events import edge_of, nothing, text_of, unseen
from app.web.parts.markup import Markup, tag

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

KEY = "nw-links"
EXPLORE = "pages/explore.py"
_SCRIPT = Path(__file__).with_suffix(".js")


@dataclass(frozen=True, slots=True)
class Followed:
    """A link that was clicked (`focus`, `node` or `edge`), or the text that Enter was pressed on in the search box."""

    focus: str | None = None
    node: str | None = None
    edge: tuple[str, str, str] | None = None
    search: str | None = None


def focus_link(entity_id: str, *children: str, class_: str | None = None, title: str | None = None) -> Markup:
    """A link that moves the focus."""
    return tag("a", *children, href=_address(entity_id), data_nw_focus=entity_id, class_=class_, title=title)


def edge_link(edge: tuple[str, str, str], focus_id: str, *children: str, class_: str | None = None) -> Markup:
    """A link that shows a relation's lines in the panel."""
    return tag("a", *children, href=_address(focus_id), data_nw_edge=json.dumps(edge), class_=class_)


def follow() -> Followed:
    """What was clicked or entered since the last run. To be called once a page."""
    event = unseen(KEY, _component()(key=KEY, on_event_change=nothing))
    texts = {name: text_of(event.get(name)) for name in ("focus", "node", "search")}
    return Followed(**texts, edge=edge_of(event.get("edge")))


def open_in_explore(focus: str) -> None:
    """Leave the page for Explore, with this in the middle; for the pages that are not Explore."""
    st.switch_page(EXPLORE, query_params={state.FOCUS: focus})


def _address(focus_id: str) -> str:
    # Explore is the page at the root, wherever the link stands.
    return "./?" + urlencode({state.FOCUS: focus_id})


@cache
def _component() -> ComponentRenderer:
    from streamlit.components.v2 import component

    return component("noteweave_links", js=_SCRIPT.read_text(encoding="utf-8"))
