"""Links that do not load the page anew: what they were clicked for comes back as a value.

A link works without the script too: its address holds the same thing as a query parameter. Each page calls `follow`
once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from app.web import state
from app.web.parts.events import edge_of, nothing, text_of, unseen
from app.web.parts.markup import Markup, tag

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

KEY = "nw-links"
# No folder called "pages": Streamlit would take its files for whole apps and show them without home.py.
EXPLORE, ASK, COMPARE, LIMITS = (f"views/{name}.py" for name in ("explore", "ask", "compare", "limits"))
_SCRIPT = Path(__file__).with_suffix(".js")


@dataclass(frozen=True, slots=True)
class Followed:
    """A link that was clicked (`focus`, `node`, `edge` or `view`), or the text that Enter was pressed on in the search
    box. A view is what the address of this page is to ask for. Links to other pages are followed in the browser."""

    focus: str | None = None
    node: str | None = None
    edge: tuple[str, str, str] | None = None
    search: str | None = None
    view: dict[str, list[str]] | None = None


def focus_link(entity_id: str, *children: str, class_: str | None = None, title: str | None = None) -> Markup:
    """A link that moves the focus."""
    return tag("a", *children, href=_address(entity_id), data_nw_focus=entity_id, class_=class_, title=title)


def edge_link(edge: tuple[str, str, str], focus_id: str, *children: str, class_: str | None = None) -> Markup:
    """A link that shows a relation's lines in the panel."""
    return tag("a", *children, href=_address(focus_id), data_nw_edge=json.dumps(edge), class_=class_)


def view_link(
    page: str, query: Mapping[str, Sequence[str]], *children: str, class_: str | None = None, title: str | None = None
) -> Markup:
    """A link to a page (its file) with this query."""
    asked = {name: list(values) for name, values in query.items()}
    address = f"./{'' if page == EXPLORE else Path(page).stem}?{urlencode(asked, doseq=True)}"
    return tag("a", *children, href=address, data_nw_view=json.dumps(asked), class_=class_, title=title)


def link_list(label: str, links: Sequence[Markup], *, stacked: bool = False) -> Markup:
    """Links with words before them, in one line or (stacked) each on its own; nothing where there are none."""
    if not links:
        return Markup("")
    items = tag("ul", *(tag("li", link) for link in links))
    return tag(
        "div", tag("span", label, class_="nw-chips-label"), items, class_="nw-list nw-stacked" if stacked else "nw-list"
    )


def follow() -> Followed:
    """What was clicked or entered since the last run. To be called once a page."""
    event = unseen(KEY, _component()(key=KEY, on_event_change=nothing))
    texts = {name: text_of(event.get(name)) for name in ("focus", "node", "search")}
    return Followed(**texts, edge=edge_of(event.get("edge")), view=_query_of(event.get("view")))


def go_on(followed: Followed) -> None:
    """Where a link leads to another view of this page, look at it."""
    if followed.view is not None:
        state.look_at(followed.view)


def _query_of(value: Any) -> dict[str, list[str]] | None:
    """A query of texts, where the browser sent such; it can send anything."""
    if not isinstance(value, dict):
        return None
    return {str(name): list(map(str, values)) for name, values in value.items() if isinstance(values, list)}


def _address(focus_id: str) -> str:
    # Explore is the page at the root, wherever the link stands.
    return "./?" + urlencode({state.FOCUS: focus_id})


@cache
def _component() -> ComponentRenderer:
    from streamlit.components.v2 import component

    return component("noteweave_links", js=_SCRIPT.read_text(encoding="utf-8"))
