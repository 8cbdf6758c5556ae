"""What a clause's figures are called: by their own words, else by the title, the label or the thing above them."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.identity import bare_key
from graph.names import normal_form
from graph.quantities.forms import is_acronym, is_plural, plural, singular
from graph.quantities.grammar import Quantity
from graph.quantities.page import nouns_in
from graph.quantities.tokens import tokens_of
from graph.quantities.words import QuantityWords, quantity_words
from graph.vocabulary import PRODUCTS
from ingest.terms import is_verb
from ingest.values import Clause

_CALLING = re.compile(r"(?:\b(?:but|so|to|and|then)\s|\()\s*$")
_OPENING_WORDS = 3
_LOOK_BACK = 300


def named(quantity: Quantity, clause: Clause, frame: str) -> Quantity:
    """A quantity that its clause does not name has the name of its title, else of the thing that opens its sentence;
    verbs are no part of a name.
    """
    titled = not quantity.rule.startswith(("counted", "port"))
    title = "" if quantity.words or not titled else _title(clause, frame, quantity)
    if title:
        quantity = replace(quantity, words=nouns_in(title, quantity_words()))
    words, behind = _without_verbs(quantity, clause.text), quantity.behind
    said_behind = behind and _measures(behind, quantity.unit) and not _measures(words, quantity.unit)
    words = behind if said_behind else words or behind  # "the pump wants < 5 ms latency"
    words = words or (_opening(quantity, clause) if titled and quantity.unit else "")
    return _counted(replace(quantity, words=words), clause)


def _counted(quantity: Quantity, clause: Clause) -> Quantity:
    """ "epochs 3", "retry limit 5", "layers: at most 5": a bare number counts what a plural or a limit's noun names."""
    if quantity.unit or not quantity.rule.startswith("bare") or quantity.value % 1:
        return quantity
    in_clause = quantity.name_start < quantity.name_end
    counted = _noun_before(quantity, clause) if in_clause else _things_of_label(quantity, clause)
    noun = counted.split(" ")[-1]
    if not noun.isalpha() or noun.isupper() or not is_plural(noun) or _are_numbers(noun.lower(), quantity.said):
        return quantity
    return replace(quantity, unit=counted, words="", rule=f"counted-{quantity.rule}")


def _noun_before(quantity: Quantity, clause: Clause) -> str:
    """The words of the clause that name the figure; of a limit the things that it limits. Code counts nothing."""
    named = clause.text[quantity.name_start : quantity.name_end]
    if named != quantity.words or _is_finite(named.lower(), "", quantity_words()) or "`" in clause.text:
        return ""
    limited = clause.text[quantity.name_end : quantity.start].split()[:1] in (["limit"], ["limit:"])
    return plural(named) if limited else named


def _things_of_label(quantity: Quantity, clause: Clause) -> str:
    """The things that the label before a figure names; an abbreviation stands for one ("QC: max 4 per dock")."""
    label = clause.label if clause.label and quantity.start >= clause.body_start else ""
    if not any(clause.text[mention.start : mention.end] == label for mention in clause.mentions):
        return ""
    name = bare_key(clause.subject).replace("-", " ")
    return plural(name) if is_acronym(label) and quantity.said and name != label.lower() else label.lower()


def _are_numbers(noun: str, said: bool) -> bool:
    """Whether a plural names what has a number, not what is counted: "weights", "ports"; "levels" where no bound is."""
    known, one = quantity_words(), singular(noun)
    measured = one in known.quantity_nouns or names_measure(one)
    numbered = one == "port" or (one in known.label_nouns and not said)
    return numbered or (measured and noun not in known.quantity_nouns)


def names_measure(words: str) -> bool:
    """Whether words name what can be measured ("visibility timeout"), not a thing ("upper deck")."""
    known = quantity_words()
    measures = (known.quantity_nouns, known.sized, known.shares, known.lasting)
    return any(word in nouns for word in words.lower().split() for nouns in measures)


def _opening(quantity: Quantity, clause: Clause) -> str:
    """ "access code only once, max 10 min": the noun that opens the sentence of a figure whose part has none, unless
    the line is about that.
    """
    near = max(0, quantity.start - _LOOK_BACK)
    comma = clause.text.rfind(", ", near, quantity.start)
    start = max(clause.text.rfind(sign, near, quantity.start) for sign in (". ", "; ")) + 1
    if comma < start or (near and not start) or not _are_bounds(clause.text[comma + 1 : quantity.start]):
        return ""
    words, after = _leading_noun(clause.text[start:comma])
    about = {normal_form(bare_key(key)) for key in (clause.subject, clause.owner, clause.parent_subject) if key}
    opening = normal_form(" ".join(words))
    if not words or after in (":", "of") or any(is_verb(word.lower()) for word in words):
        return ""
    return "" if any(name.endswith(opening) or opening.endswith(name) for name in about) else " ".join(words)


def _are_bounds(text: str) -> bool:
    """Whether a text holds bound words and other figures alone: "at least 5 min and at most"."""
    tokens, known = tokens_of(text), quantity_words()
    bounds = {n for at, end, _ in known.before_phrases.find(tokens, 0, len(tokens)) for n in range(at, end)}
    rest = (token for n, token in enumerate(tokens) if n not in bounds and token.kind != "number")
    return all(token.low in known.links or known.units.find(token.low) for token in rest)


def _leading_noun(text: str) -> tuple[list[str], str]:
    """The words that open a text and may be a name, if they are few, and the word behind them."""
    known, words = quantity_words(), list[str]()
    for token in tokens_of(text):
        if token.kind != "word" or token.low in known.stop or token.low in known.before or token.low in known.numbers:
            return words if len(words) <= _OPENING_WORDS else [], token.low
        words.append(token.text)
    return words if len(words) <= _OPENING_WORDS else [], ""


def _title(clause: Clause, frame: str, quantity: Quantity) -> str:
    """What names a figure that has no name: a row's first cell, a label that names a measure, else the frame.

    What the frame names must be no service, and where the figure has a unit, a measure ("Visibility timeout").
    """
    if clause.columns:
        _, start, end = clause.columns[0]
        return clause.text[start:end]
    if clause.label and quantity.start >= clause.body_start and names_measure(clause.label):
        return clause.label
    measured = not quantity.unit or names_measure(frame)
    of_whole = clause.subject if clause.subject_kind in PRODUCTS or not measured else None
    if quantity.unit and not measured and not clause.label:
        return ""  # "Disks" above them names no figures
    names = {normal_form(bare_key(key)) for key in (of_whole, clause.owner, clause.parent_subject) if key}
    return "" if any(name.endswith(normal_form(frame)) for name in names) else frame


def _measures(words: str, unit: str | None) -> bool:
    """Whether words end with a noun that says what a figure of this unit measures."""
    return bool(words) and quantity_words().measures(words.split()[-1], unit)


def _without_verbs(quantity: Quantity, text: str) -> str:
    """ "artifacts stay" is about artifacts, "eats" and "but stay" about nothing that has a name."""
    named, known = quantity.words.split(), quantity_words()
    called = len(named) == 1 and is_verb(named[0].lower()) and not names_measure(named[0])
    if called and named[0].lower() not in known.verbs["time"] and _CALLING.search(text[: quantity.name_start]):
        return ""
    while named and _is_finite(named[-1].lower(), named[-2].lower() if len(named) > 1 else "", known):
        named.pop()
    return " ".join(named)


def _is_finite(word: str, before: str, known: QuantityWords) -> bool:
    """Whether a word can only be the verb of the noun before it."""
    if word in known.verbs["time"] or word in known.quantity_nouns or not is_verb(word) or word.endswith("ing"):
        return False
    return word.endswith(("s", "ed")) or (before.endswith("s") and not before.endswith("ss"))
