"""The phrases that state relations, made from the verbs, qualities and fixed words of words/relations.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from graph.labels import spelled_out
from graph.text import token_words
from graph.values import PackVerb
from graph.vocabulary import Direction, RelationType
from graph.wordforms import Irregular, verb_forms

GAP = "..."


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a relation. `direction` OUT: the source stands before them; `weak`: both ends have to be names.

    `free`: the target may be any words. `particle` is the word behind the gap of "send ... to", "" without a gap;
    `passive` is true for a verb's past participle, where the thing that is moved stands before it ("logs are sent to").
    `verb` is true for the forms of a verb.
    """

    relation: RelationType
    direction: Direction
    rule: str
    weak: bool = False
    free: bool = False
    particle: str = ""
    passive: bool = False
    verb: bool = False


@cache
def word_data(name: str) -> dict[str, Any]:
    """A file of graph/words, read once."""
    return tomllib.loads((files("graph") / "words" / name).read_text(encoding="utf-8"))


_Phrases = Iterator[tuple[tuple[str, ...], Phrase]]
"""Phrases by their words."""


def pack_phrases(verbs: tuple[PackVerb, ...]) -> _Phrases:
    """The words of packs for relations."""
    for verb in verbs:
        phrase = Phrase(verb.relation, Direction(verb.direction), f"pack verb: {verb.relation}", verb=True)
        for words in verb.words:
            yield tuple(token_words(words)), phrase


@cache
def written_phrases() -> tuple[tuple[tuple[str, ...], Phrase], ...]:
    """The phrases of the file, those of verbs behind all others."""
    data = word_data("relations.toml")
    irregular: Irregular = {base: tuple(forms.split()) for base, forms in data["irregular"].items()}
    found = (*_fixed_phrases(data["words"]), *_verb_phrases(data["words"], irregular))
    return tuple((tuple(token_words(words)), phrase) for words, phrase in found)


def _fixed_phrases(groups: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Phrase]]:
    for group in groups:
        weak, free = group.get("weak", False), group.get("free", False)
        forward = Phrase(RelationType(group["relation"]), Direction.OUT, group["rule"], weak, free)
        for words in (*_spelled(group, "phrases"), *_qualities(group)):
            yield words, forward
        for words in _spelled(group, "reversed"):
            # "needed for heavy loads": what needs a thing may be any words.
            is_need = forward.relation is RelationType.REQUIRES and words.endswith(" for")
            yield words, replace(forward, direction=Direction.IN, free=is_need or group.get("free_reversed", False))


def _verb_phrases(groups: Iterable[dict[str, Any]], irregular: Irregular) -> Iterator[tuple[str, Phrase]]:
    for group in groups:
        weak, free = group.get("weak", False), group.get("free", False)
        forward = Phrase(RelationType(group["relation"]), Direction.OUT, group["rule"], weak, free, verb=True)
        for base in group.get("verbs", ()):
            yield from _forms(base, forward, irregular)


def _forms(verb: str, forward: Phrase, irregular: Irregular) -> Iterator[tuple[str, Phrase]]:
    """A verb's forms: active, past, passive ("triggered by"), and those with a gap both open and closed."""
    base, _, rest = verb.partition(" ")
    between, gap, particle = (part.strip() for part in rest.partition(GAP))
    forms = verb_forms(base, irregular)
    # "including", "requiring" list what was said before, of no certain subject.
    active = forms.active[:2] if forward.free else forms.active
    for form in (*active, *forms.past):
        past = form in forms.past and form not in forms.active
        words, phrase = f"{form} {between}".strip(), replace(forward, passive=past)
        if gap:
            yield words, replace(phrase, particle=particle)
            yield f"{words} {particle}", phrase
        elif between or not past:
            yield words, phrase
        if form in forms.past and not gap:
            is_start = forward.relation is RelationType.TRIGGERS and " " in words  # "fired off from"
            for sign in ("by", "from") if is_start else ("by",):
                yield f"{words} {sign}", replace(forward, direction=Direction.IN, free=False, passive=True)


def _spelled(group: dict[str, Any], name: str) -> Iterator[str]:
    """The phrases of a list, those with brackets in all their spellings."""
    for words in group.get(name, ()):
        yield from spelled_out(words) if "(" in words else (words,)


def _qualities(group: dict[str, Any]) -> Iterator[str]:
    """Each quality with each small word that it may be said with: "good for", "good at"."""
    for quality in group.get("qualities", ()):
        for link in group.get("links", ()):
            yield f"{quality} {link}"
