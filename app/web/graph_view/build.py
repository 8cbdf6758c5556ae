"""From rows to what the view's script draws: pyvis builds the network, its data goes out as plain values."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.web.graph_view.layout import Row, height_of
from app.web.theme import DASHED, RELATION_HUES, palette
from graph.values import Entity
from graph.vocabulary import READINGS, Direction, Kind

if TYPE_CHECKING:
    from pyvis.network import Network

MIN_HEIGHT_PX = 640
MAX_HEIGHT_PX = 4_000
MARGIN_PX = 64

_OPTIONS = {
    # A graph that moves by itself is the first complaint about such views, and settling takes seconds: no physics.
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "autoResize": False,
    "interaction": {
        "hover": True,
        "dragNodes": False,
        "zoomView": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 400,
    },
    "nodes": {
        "shape": "box",
        "borderWidth": 1,
        "borderWidthSelected": 2,
        "shapeProperties": {"borderRadius": 8},
        "labelHighlightBold": False,
    },
    "edges": {"smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.55}},
}


def view_data(
    focus: Entity, rows: Sequence[Row], *, left_out: int = 0, more: bool = False, least_height: int = MIN_HEIGHT_PX
) -> dict[str, Any]:
    """All that the script needs to draw the ego view.

    Nodes and edges carry their kind or hue; the script turns those into the colours of the theme. `left_out` counts
    the neighbours that are not shown, `more` tells whether a larger view can be had; `least_height` is in pixels.
    """
    nodes, edges, options = _network_data(focus, rows)
    return {
        "focus": focus.id,
        "name": focus.name,
        "nodes": nodes,
        "edges": edges,
        "options": options,
        "palette": palette(),
        "height": min(MAX_HEIGHT_PX, max(least_height, height_of(rows) + 2 * MARGIN_PX)),
        "kinds": _kinds(focus, rows),
        "summary": summary(rows, left_out),
        "more": more,
    }


def summary(rows: Sequence[Row], left_out: int) -> str:
    """How much is shown and how much is not, in words: ``14 in · 13 out · nothing left out``."""
    sides = Counter(row.side for row in rows)
    rest = f"{left_out:,} left out" if left_out else "nothing left out"
    return f"{sides[Direction.IN]:,} in · {sides[Direction.OUT]:,} out · {rest}"


def edge_key(row: Row, focus_id: str) -> tuple[str, str, str]:
    """Source, relation and target of the row's edge, as the notes put them."""
    first = row.relations[0]
    return first.source, str(first.relation), first.target


def _network_data(focus: Entity, rows: Sequence[Row]) -> tuple[list[dict[str, Any]], list[dict[str, Any]], Any]:
    from pyvis.network import Network

    network = Network(directed=True)
    network.set_options(json.dumps(_OPTIONS))
    network.add_node("focus", label=focus.name, x=0, y=0, shape="box", entity=focus.id, kind=str(focus.kind), side="")
    for row in rows:
        _add_row(network, row, focus.id)
    nodes, edges, _, _, _, options = network.get_network_data()
    return nodes, edges, json.loads(options)


def _add_row(network: Network, row: Row, focus_id: str) -> None:
    network.add_node(
        row.id,
        label=row.label,
        x=row.x,
        y=row.y,
        shape="box",
        title=_hint(row),
        entity=row.entity.id,
        kind=str(row.entity.kind),
        side=str(row.side),
    )
    ends = (row.id, "focus") if row.side is Direction.IN else ("focus", row.id)
    reading = READINGS[row.relation].forward
    network.add_edge(
        *ends,
        id=row.id,
        key=list(edge_key(row, focus_id)),
        hue=str(RELATION_HUES[row.relation]),
        dashes=row.relation in DASHED,
        label=reading if row.labelled else "",
        # Heads at the focus would lie on one another; those in the middle show the way of each.
        arrows="" if READINGS[row.relation].symmetric else _arrow(row),
        title=_condition(row),
    )


def _arrow(row: Row) -> str:
    return "middle" if row.side is Direction.IN and not row.labelled else "to"


def _hint(row: Row) -> str:
    """The whole name where the label cuts it, and the kind; shown as plain text."""
    return f"{row.entity.name} ({row.entity.kind})"


def _condition(row: Row) -> str:
    conditions = [relation.condition for relation in row.relations if relation.condition]
    return ": ".join(filter(None, (READINGS[row.relation].forward, "; ".join(conditions))))


def _kinds(focus: Entity, rows: Sequence[Row]) -> list[dict[str, Any]]:
    present = Counter(row.entity.kind for row in rows) + Counter([focus.kind])
    return [{"kind": str(kind), "count": present[kind]} for kind in Kind if present[kind]]
