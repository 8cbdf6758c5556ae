"""Weak signs, added up: a small logistic model over named signs, its weights a readable data file.

Used where several signs decide and none alone does: whether a line acts as a heading, whether a label names a thing.
The weights are learned by benchmarks/learn_signs.py and checked on authors that were left out.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib.resources import files


@cache
def weights(model: str) -> dict[str, float]:
    """The weights of a model by sign."""
    text = (files("ingest") / "words" / f"{model}.toml").read_text(encoding="utf-8")
    return {name: float(weight) for name, weight in tomllib.loads(text)["weights"].items()}


def probability(model: str, signs: dict[str, float]) -> float:
    """How likely it is, 0 to 1, given the signs."""
    known = weights(model)
    total = sum([known.get(name, 0.0) * value for name, value in signs.items() if value])
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
