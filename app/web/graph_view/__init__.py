"""The graph view: a Streamlit component over vis-network that tells clicks to the program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.web.graph_view.library import vis_network_script
from app.web.parts.events import edge_of, nothing, text_of, unseen

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
        on_event_change=nothing,
    )
    return events_of(unseen(key, result))


def events_of(event: dict[str, Any]) -> GraphEvents:
    """An event as the browser sent it, as values; what has not the right form is dropped."""
    return GraphEvents(
        move=text_of(event.get("move")),
        node=text_of(event.get("node")),
        edge=edge_of(event.get("edge")),
        more=event.get("more") is True,
    )


@cache
def _library() -> ComponentRenderer:
    from streamlit.components.v2 import component

    # The bundle ends in a comment that names its source map; without the line end it would swallow what follows.
    script = vis_network_script() + "\nexport default function () {}\n"
    return component("noteweave_vis_network", js=script)


@cache
def _view() -> ComponentRenderer:
    from streamlit.components.v2 import component

    helpers, script, style = map(_file, ("helpers.js", "view.js", "view.css"))
    return component("noteweave_graph_view", js=f"{helpers}\n{script}", css=style)


def _file(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
