"""How well lines keep their subject when notes are typed in another dress: other signs for titles, other bullets.

    python benchmarks/dressing.py SHARED [NAME...]

SHARED holds `notes`, `gold` and `tools/score.py`; the names are those of gold files (five documents, if none is given).
Each style is put on the whole document, which keeps its lines. Prints by style the share of the gold's lines that are
about an accepted thing, for each document.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from scoring import scored

DOCUMENTS = ("kubernetes", "data-stores", "google-cloud", "linux-networking", "delivery-tools")
TITLES = (
    *("# {}", "## {} ##", "#{}", "~~~ {} ~~~", "--- {} ---", "-------- {} --------", "-------- {}", "*** {} ***"),
    *("== {} ==", "=== {}", "**{}**", "__{}__", "{}", "{}:", "[{}]", ">> {}", "<< {} >>", ":: {} ::", "// {}"),
    *("!! {} !!", "@ {}", "-> {}", "+ {}", "* {} *", "§ {}", "\N{PUSHPIN} {}", "1. {}", "1) {}"),
)
BULLETS = ("* ", "+ ", "• ", "– ", "", "o ", "-> ", "> ", "\t- ", ".. ", "\N{BALLOT BOX WITH CHECK} ", "1. ", "1) ")
_DRAWN = re.compile(r"[#=~*_\s>-]*(.*?)[#=~*_:\s<-]*$")
_ITEM = re.compile(r"(\s*)(?:[-*+]|\d+[.)])\s+(?=\S)")


def main(shared: Path, names: list[str]) -> None:
    """Print one row for each style."""
    for name, dressed in styles():
        shares = (about(shared, document, dressed) for document in names or DOCUMENTS)
        print(f"{name:28}", *(f"{share:.3f}" for share in shares), flush=True)


def styles() -> Iterator[tuple[str, Callable[[list[str], set[int], set[int]], list[str]]]]:
    """Names of styles, each with what puts it on lines; the numbers of titles and of lines below them are given."""
    yield "as it is", lambda lines, titles, underlines: lines
    for title in TITLES:
        yield f"title {title!r}", lambda lines, titles, underlines, t=title: with_titles(lines, titles, underlines, t)
    for bullet in BULLETS:
        yield f"bullet {bullet!r}", lambda lines, titles, underlines, b=bullet: with_bullets(lines, titles, b)


def with_titles(lines: list[str], titles: set[int], underlines: set[int], style: str) -> list[str]:
    """All titles in one style; a style with a number counts on."""
    dressed = list(lines)
    for count, number in enumerate(sorted(titles), 1):
        words = _DRAWN.match(lines[number - 1])[1]
        dressed[number - 1] = style.replace("1", str(count), 1).format(words)
    for number in underlines:
        dressed[number - 1] = ""
    return dressed


def with_bullets(lines: list[str], titles: set[int], bullet: str) -> list[str]:
    """All items with one bullet; one with a number counts each list anew."""
    dressed, count = list(lines), 0
    for number, line in enumerate(lines, 1):
        item = None if number in titles else _ITEM.match(line)
        count = count + 1 if item else 0
        if item:
            dressed[number - 1] = item[1] + bullet.replace("1", str(count), 1) + line[item.end() :]
    return dressed


def about(shared: Path, document: str, dressed: Callable[[list[str], set[int], set[int]], list[str]]) -> float:
    """The share of lines about an accepted thing, 0 to 1, as `tools/score.py` counts it."""
    gold = shared / "gold" / f"{document}.jsonl"
    skipped = [row for row in map(json.loads, gold.read_text("utf-8").splitlines()) if row["type"] == "skip"]
    titles = {row["line"] for row in skipped if row["why"] == "heading"}
    underlines = {row["line"] for row in skipped if row["why"] == "heading (underline)"}
    lines = (shared / "notes" / f"{document}.md").read_text("utf-8").split("\n")
    text = "\n".join(dressed(lines, titles, underlines))
    return float(scored(shared, document, text.encode(), gold)["about"] or 0)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2:])
