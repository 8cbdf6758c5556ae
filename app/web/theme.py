"""The colours of kinds and relations, in light and dark, and the style sheet of the pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph.vocabulary import Kind, RelationType


@dataclass(frozen=True, slots=True)
class Hue:
    """A line colour with the tint that stands behind it."""

    line: str
    tint: str


LIGHT: dict[Kind, Hue] = {
    Kind.SERVICE: Hue("#0072B2", "#E6F1F8"),
    Kind.FEATURE: Hue("#00795A", "#E3F4EE"),
    Kind.TECHNOLOGY: Hue("#7A4FBF", "#F0EAFA"),
    Kind.CONCEPT: Hue("#9A5B00", "#FBF0DD"),
    Kind.LIMIT: Hue("#B0305C", "#FBE7EE"),
}

DARK: dict[Kind, Hue] = {
    Kind.SERVICE: Hue("#6DB7E8", "#12303F"),
    Kind.FEATURE: Hue("#5CC9A7", "#12332A"),
    Kind.TECHNOLOGY: Hue("#B89AE8", "#2A2140"),
    Kind.CONCEPT: Hue("#E3AE5A", "#3A2A10"),
    Kind.LIMIT: Hue("#F08FB0", "#3D1826"),
}

RELATION_HUES: dict[RelationType, Kind] = {
    RelationType.TRIGGERS: Kind.SERVICE,
    RelationType.SENDS_TO: Kind.SERVICE,
    RelationType.READS_FROM: Kind.SERVICE,
    RelationType.STORES_IN: Kind.SERVICE,
    RelationType.USES: Kind.SERVICE,
    RelationType.RUNS_ON: Kind.TECHNOLOGY,
    RelationType.INTEGRATES_WITH: Kind.SERVICE,
    RelationType.SUPPORTS: Kind.TECHNOLOGY,
    RelationType.REQUIRES: Kind.LIMIT,
    RelationType.HAS_FEATURE: Kind.FEATURE,
    RelationType.HAS_LIMIT: Kind.LIMIT,
    RelationType.KIND_OF: Kind.FEATURE,
    RelationType.REPLACES: Kind.TECHNOLOGY,
    RelationType.USE_INSTEAD_OF: Kind.CONCEPT,
    RelationType.CONTRASTS_WITH: Kind.TECHNOLOGY,
    RelationType.SUITED_TO: Kind.CONCEPT,
    RelationType.NOT_SUITED_TO: Kind.LIMIT,
    RelationType.RAISES: Kind.LIMIT,
}
"""Whose hue an edge wears: flows are blue, parts green, what is outside violet, advice amber, bounds red."""

DASHED = frozenset({RelationType.USE_INSTEAD_OF, RelationType.REPLACES})


def palette() -> dict[str, dict[str, dict[str, str]]]:
    """Both themes' hues by kind, as the graph view takes them."""
    return {
        theme: {str(kind): {"line": hue.line, "tint": hue.tint} for kind, hue in hues.items()}
        for theme, hues in (("light", LIGHT), ("dark", DARK))
    }


def style_sheet() -> str:
    """The pages' CSS: the kinds' colours as custom properties, page.css and answers.css."""
    hues = "".join(
        f"--nw-{kind}:light-dark({LIGHT[kind].line},{DARK[kind].line});"
        f"--nw-{kind}-tint:light-dark({LIGHT[kind].tint},{DARK[kind].tint});"
        for kind in Kind
    )
    files = (Path(__file__).parent / name for name in ("page.css", "answers.css"))
    return f":root{{{hues}}}\n" + "\n".join(file.read_text(encoding="utf-8") for file in files)
