"""Learn the weights of the reader's two small models from notes with gold.

    python benchmarks/learn_signs.py SHARED [--write]

SHARED is a folder with notes/ and gold/. For each model it prints the accuracy on each author left out of the learning
(the figure that counts) beside that of all; with --write the weights learned from all authors go into the data files.

heading_signs  does a line act as a heading (ingest.outlining.heading_signs)
label_signs    does the label of a line name a thing of its own (ingest.labels)
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from graph.values import Document
from ingest.files.read import read
from ingest.naming import labels
from ingest.naming.name import Namer
from ingest.naming.outline_signs import outline_signs
from ingest.naming.titles import Titles
from ingest.outlining import heading_signs, headings
from ingest.outlining.outline import _Builder, outline
from ingest.packs.files import shipped_packs
from ingest.values import Block, Role

AUTHORS = {
    "aws-visible": "aws-developer-associate",
    "kubernetes": "kubernetes",
    "data-stores": "data-stores",
    "google-cloud": "google-cloud",
    "linux-networking": "linux-networking",
    "delivery-tools": "delivery-tools",
}
MODULES = {"heading_signs": "ingest/outlining/heading_signs.py", "label_signs": "ingest/naming/labels.py"}
PENALTY = 1.0
WORDS = Path(__file__).parent.parent / "ingest" / "words"
Example = tuple[dict[str, float], float]
"""The signs and the truth."""


def notes_of(shared: Path, author: str) -> tuple[Document, list[dict[str, Any]]]:
    """An author's document and gold rows."""
    path = shared / "notes" / f"{AUTHORS[author]}.md"
    gold = (shared / "gold" / f"{author}.jsonl").read_text(encoding="utf-8")
    return read(path.name, path.read_bytes()), [json.loads(line) for line in gold.splitlines() if line.strip()]


def heading_examples(document: Document, rows: list[dict[str, Any]]) -> Iterator[Example]:
    """The signs of each line that might be a heading, and whether the gold calls it one."""
    truth = {row["line"]: 0.0 for row in rows if row["type"] == "about"}
    for row in rows:
        if row["type"] == "skip" and row["why"] != "heading" and ("heading" in row["why"] or "label" in row["why"]):
            truth[row["line"]] = 1.0
    found: list[Example] = []
    original = _Builder._is_heading

    def recording(self: _Builder, index: int) -> bool:
        line = self.lines[index]
        unclear = (
            headings.may_be_heading(line, self.labels[index])
            and headings.clear_case(self._surroundings(index), self.signs) is None
        )
        if line.number in truth and unclear:
            found.append((heading_signs.signs_of(self._surroundings(index), self.signs), truth.pop(line.number)))
        return original(self, index)

    _Builder._is_heading = recording  # type: ignore[method-assign]
    try:
        outline(document, outline_signs(shipped_packs()))
    finally:
        _Builder._is_heading = original  # type: ignore[method-assign]
    yield from found


def label_examples(document: Document, rows: list[dict[str, Any]]) -> Iterator[Example]:
    """The signs of each labelled line, and whether the gold is about its label; lines where both fit are left out."""
    names: dict[str, set[str]] = {}
    for row in rows:
        if row["type"] == "entity":
            spelled = [row["name"], *row.get("aliases", []), row["id"].replace("-", " ")]
            names.setdefault(row["id"], set()).update(n.lower() for n in spelled)
    about = {row["line"]: row["subject"] for row in rows if row["type"] == "about"}
    namer = Namer(outline(document, outline_signs(shipped_packs())), shipped_packs())
    namer.define_abbreviations()
    titles = namer.titles
    titles.run()
    for block in namer.blocks:
        if block.role is not Role.CONTENT or not block.label or block.line_start not in about:
            continue
        yield from _label_example(block, titles, [names.get(s, {s}) for s in about[block.line_start]])


def _label_example(block: Block, titles: Titles, wanted: list[set[str]]) -> Iterator[Example]:
    label = (block.label or "").lower().rstrip("s")
    about_label = any(label and (label in name or name.rstrip("s") in label) for names in wanted for name in names)
    above = titles.contexts[block.index]
    base = above[0].rsplit("/", 1)[-1].replace("-", " ") if above else ""
    about_above = any(base and (base in name or name in base) for names in wanted for name in names)
    entry = titles.known(block.label or "", above)
    if about_label != about_above and not (entry is not None and entry.owner in above):
        yield labels.signs_of(titles.labelled_line(block, entry, above)), float(about_label)


def fit(authors: list[list[Example]], names: list[str]) -> np.ndarray:
    """Ridge-penalised logistic regression by Newton's method; each author counts by the root of their lines."""
    rows = [row for rows in authors for row in rows]
    x = np.array([[signs.get(name, 0.0) for name in names] for signs, _ in rows])
    y = np.array([truth for _, truth in rows])
    weight = np.concatenate([np.full(len(rows), len(rows) ** -0.5 * 8) for rows in authors])
    weights = np.zeros(len(names))
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (weight * (p - y)) + PENALTY * weights
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(len(names))
        weights -= np.linalg.solve(hessian, gradient)
    return weights


def accuracy(rows: list[Example], names: list[str], weights: np.ndarray) -> str:
    """How many are right, in words."""
    x = np.array([[signs.get(name, 0.0) for name in names] for signs, _ in rows])
    y = np.array([truth for _, truth in rows])
    said = x @ weights > 0
    hits = int((said & (y == 1)).sum())
    right = f"{(said == (y == 1)).mean():.3f} of {len(rows)}"
    return f"{right}; recall {hits}/{int(y.sum())}, precision {hits}/{int(said.sum())}"


def learn(model: str, by_author: dict[str, list[Example]], *, write: bool) -> None:
    """Print the accuracy by author left out, and write the weights of all."""
    everything = [row for rows in by_author.values() for row in rows]
    names = sorted({name for signs, _ in everything for name in signs})
    for author, rows in by_author.items():
        others = [more for other, more in by_author.items() if other != author]
        print(f"{model}, {author} left out: {accuracy(rows, names, fit(others, names))}")
    weights = fit(list(by_author.values()), names)
    print(f"{model}, all: {accuracy(everything, names, weights)}")
    if write:
        ranked = sorted(zip(names, weights, strict=True), key=lambda item: (-item[1], item[0]))
        lines = [f"# Learned by benchmarks/learn_signs.py; see {MODULES[model]}.", "[weights]"]
        text = "\n".join([*lines, *(f'"{name}" = {weight:.2f}' for name, weight in ranked)])
        (WORDS / f"{model}.toml").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, metavar="SHARED")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    for model, examples in (("heading_signs", heading_examples), ("label_signs", label_examples)):
        by_author = {author: list(examples(*notes_of(options.shared, author))) for author in AUTHORS}
        learn(model, by_author, write=options.write)


if __name__ == "__main__":
    main()
