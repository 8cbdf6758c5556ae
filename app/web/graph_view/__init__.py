"""The graph view: a Streamlit component over vis-network that tells clicks to the program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.web.graph_view.library import vis_network_script

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class GraphEvents:
    """What the reader did since the last run; nothing is None.

    `move` is the id of the entity that was double-clicked, `node` of the one that was clicked, `edge` the clicked
    edge's source, relation and target, `more` whether a larger view was asked for.
    """

    move: str | None = None
    node: str | None = None
    edge: tuple[str, str, str] | None = None
    more: bool = False


def graph_view(data: dict[str, Any], *, key: str, selected: dict[str, Any] | None = None) -> GraphEvents:
    """Draw what graph_view.build made, with `selected` ({"node": id} or {"edge": [source, relation, target]}) marked.

    Raises MissingLibraryError where the installed pyvis brings no vis-network.
    """
    # The library is half a megabyte: in a component of its own, without data, it is sent once and not at every change.
    _library()(key=f"{key}-library")
    result = _view()(
        key=key,
        data={**data, "selected": selected},
        on_select_change=_nothing,
        on_move_change=_nothing,
        on_more_change=_nothing,
    )
    return _events(result)


def _events(result: Any) -> GraphEvents:
    """The triggers as values; what is no string where one belongs is dropped, since a browser can send anything."""
    select = result.get("select")
    select = select if isinstance(select, dict) else {}
    edge = select.get("edge")
    return GraphEvents(
        move=_text(result.get("move")),
        node=_text(select.get("node")),
        edge=tuple(edge) if isinstance(edge, list) and len(edge) == 3 and all(map(_text, edge)) else None,
        more=bool(result.get("more")),
    )


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _nothing() -> None:
    """The page works after the call; a component only hands over those triggers that have a callback."""


@cache
def _library() -> ComponentRenderer:
    from streamlit.components.v2 import component

    # The bundle ends in a comment that names its source map; without the line end it would swallow what follows.
    script = vis_network_script() + "\nexport default function () {}\n"
    return component("noteweave_vis_network", js=script)


@cache
def _view() -> ComponentRenderer:
    from streamlit.components.v2 import component

    script, style = ((_HERE / name).read_text(encoding="utf-8") for name in ("view.js", "view.css"))
    return component("noteweave_graph_view", js=script, css=style)
