"""What to take instead of what: "no lift, use X", "use it instead of X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.text import tail
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled, objects, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.pairs import opener_of
from ingest.relating.phrases import free_end, hard_end
from ingest.relating.rules.refused import CHOOSE, refused
from ingest.relating.sentence import Sentence
from ingest.relating.subjects import noun_at
from ingest.terms import is_namelike
from ingest.values import Clause, EdgeDraft, End, Mention

USE_THAT = "use that"
"""The rule of what is advised instead of a thing, which therefore does not use it."""
_CHOOSE = (
    rf"(?:{CHOOSE}|(?:(?:(?:think|thinking) (?:about|of)|try|look into|better off) (?:using|taking|trying)"
    r"|consider(?: using)?))\s+(?:the |an? )?"
)
_CHOOSING = frozenset(
    [
        "use",
        "take",
        "try",
        "prefer",
        "favour",
        "favor",
        "pick",
        "choose",
        "go",
        "opt",
        "reach",
        "switch",
        "move",
        "stick",
        "want",
        "think",
        "consider",
        "better",
        "preferred",
        "preferable",
    ]
)
_USE_FIRST = re.compile(_CHOOSE, re.IGNORECASE)
_USE = re.compile(
    rf"(?:[,;.(!?]+\s*|(?:-|–|—|->|=>|→)\s*|\b(?:so|then|better|please|but|rather)\s+){_CHOOSE}",
    re.IGNORECASE,
)
_FOR_THAT = re.compile(
    rf"[`*]*\s+(?:for|with) (?:that|those)(?=\s*(?:$|[,;.!)]))|"
    rf"(?P<first>(?:^|[,;.(–—-]|->|=>|→)\s*for (?:that|those),?\s+(?:{_CHOOSE}|the |an? )?[`*]*)",
    re.IGNORECASE,
)
_POINTING = frozenset({"that", "those"})
_OR = re.compile(r"[`*]*\s*(?:,|or|and|/)\s+[`*]*")
_INSTEAD = re.compile(r"[^.;]*?\binstead\b(?! of)", re.IGNORECASE)
_IT_INSTEAD = re.compile(
    rf"\b{CHOOSE}\s+(?:(?:it|this|that|them|these|those)(?: one| here)?\s+)?"
    r"(?:instead of|rather than|over|(?:and )?not|in place of|before)\s+"
    r"|\bprefer(?:red|able)?\s+(?:(?:it|this|that|them|these|those)(?: one)?\s+)?(?:to|over|above)\s+",
    re.IGNORECASE,
)
_GREATER = re.compile(r"[`*]*\s*(?:\([^()]*\)\s*)?\s>{1,2}\s+(?:the |an? )?[`*]*")
_ENDS = re.compile(
    r"[`*]*(?: (?:templates?|files?|scripts?))?\s*(?:$|[,;.(!]|(?:for|when|if|because|imho|imo)\b)", re.IGNORECASE
)
_BETTER = re.compile(r"(?:is |are )?better (for|at|with|when|if|in)\b")
_VERSUS = re.compile(r"\s(?:vs\.?|versus|or)\s", re.IGNORECASE)
MAX_ARTICLE = len("the ")


def _use_that(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "no lift, use the ramp": what is advised behind a denial, or with "instead", is better than the subject.

    Where the clause names what is refused, that is the other one, and another rule's part.
    """
    clause = sentence.clause
    first = _USE_FIRST.match(clause.text, clause.body_start)
    for match in (*((first,) if first else ()), *_USE.finditer(clause.text, clause.body_start)):
        chosen = next((m for m in clause.mentions if match.end() <= m.start <= match.end() + 1), None)
        if chosen is not None and chosen.key == clause.subject and match[0].lower().startswith("but"):
            yield from _but(sentence, chosen, match)
        elif chosen is not None and chosen.key == clause.subject:
            yield from _instead_of_opener(sentence, chosen, match.start())
        if chosen is None or clause.subject in (chosen.key, chosen.owner):
            continue
        denied = _is_denied_before(sentence, match.start())
        if denied or match[0].lower().startswith("but") or _INSTEAD.match(clause.text, chosen.end):
            if next(refused(sentence), None) is not None:
                return
            index = sentence.index_at(chosen.end)
            index += index < len(sentence.words) and sentence.words[index].lower == "instead"
            condition = sentence.condition(index, len(sentence.words))
            target = _where_denied(sentence, chosen, match) or _other(sentence, chosen, match)
            if not chosen.key.startswith(f"{target.key}-"):  # "never lift by hand, use `crane lift`"
                yield edge(known(chosen), RelationType.USE_INSTEAD_OF, target, USE_THAT, condition=condition)


def _instead_of_opener(sentence: Sentence, chosen: Mention, place: int) -> Iterator[EdgeDraft]:
    """ "the barge carries no cars, use the ferry", below the ferry."""
    clause = sentence.clause
    opener = next((m for m in clause.mentions if m.start - clause.body_start in (0, 1, MAX_ARTICLE)), None)
    is_other = opener is not None and opener.end < place and opener.key not in (chosen.key, chosen.owner)
    if opener is not None and is_other and opener.kind is chosen.kind and _is_denied_before(sentence, place):
        yield edge(known(chosen), RelationType.USE_INSTEAD_OF, known(opener), USE_THAT)


_THERE = re.compile(r"\b(?:in|into|on|onto|with|to|from|via|through)\s+(?:the |an? |our )?[`*]*$", re.IGNORECASE)


def _where_denied(sentence: Sentence, chosen: Mention, match: re.Match[str]) -> End | None:
    """The product with which something had better not be done: "don't keep oars in the barge, use the shed"."""
    clause = sentence.clause
    if not _is_denied_before(sentence, match.start()):
        return None
    there = (
        m
        for m in clause.mentions
        if m.kind is Kind.SERVICE and m.end <= match.start() and _THERE.search(tail(clause.text, 0, m.start))
    )
    last = next((m for m in there if m.key != chosen.key), None)
    return known(last) if last is not None else None


def _for_that(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "carries no cars, barge or ferry for that", "…, for that take the barge": what can do it is better."""
    clause = sentence.clause
    match = _FOR_THAT.search(clause.text, clause.body_start)
    if match is None or not _is_denied_before(sentence, match.start()):
        return
    if match["first"]:
        chosen = [m for m in clause.mentions if m.start - match.end() in (0, 1)]
    else:
        chosen = [m for m in clause.mentions if match.start() - m.end in (0, 1)]
        chosen += [m for m in clause.mentions if chosen and _OR.fullmatch(clause.text, m.end, chosen[0].start)]
    for mention in chosen:
        if mention.kind is not Kind.CONCEPT and clause.subject not in (mention.key, mention.owner):
            yield edge(known(mention), RelationType.USE_INSTEAD_OF, subject(clause.subject, clause), USE_THAT)


def _is_denied_before(sentence: Sentence, place: int) -> bool:
    return any(word.lower in sentence.lexicon.negations for word in sentence.words[: sentence.index_at(place)])


def _but(sentence: Sentence, chosen: Mention, match: re.Match[str]) -> Iterator[EdgeDraft]:
    """ "the old gate still opens but use the new gate": the subject is better than what the part before is about."""
    start = sentence.clause.text.rfind(", ", 0, match.start()) + 2
    noun = noun_at(sentence, sentence.index_at(start)) if start > 1 else None
    if noun is not None and noun.end < match.start() and noun.text.lower() not in chosen.key:
        condition = sentence.condition(sentence.index_at(chosen.end), len(sentence.words))
        other = free(noun.text, RelationType.HAS_FEATURE)
        yield edge(known(chosen), RelationType.USE_INSTEAD_OF, other, USE_THAT, condition=condition)


def _other(sentence: Sentence, chosen: Mention, match: re.Match[str]) -> End:
    """What the chosen is better than: the one that opens the part before "but", else what the clause is about."""
    clause = sentence.clause
    if match[0].lower().startswith("but"):
        parts = (m.end() for m in re.finditer(r"[,;.]\s+", clause.text[: match.start()]))
        start = max(parts, default=clause.body_start)
        opener = next((m for m in clause.mentions if m.start - start in (0, 1) and m.key != chosen.key), None)
        if opener is not None and opener.kind is chosen.kind:
            return known(opener)
    if clause.lead is not None and clause.lead.relation is RelationType.NOT_SUITED_TO and clause.lead_subject:
        return End(key=clause.lead_subject)  # "No good for: old nets (use the barge)"
    return subject(clause.subject, clause)


def _greater(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the tram > the bus > the car": each is better than the next, and nothing else stands before the first."""
    clause = sentence.clause
    chain: list[Mention] = []
    for mention in clause.mentions:
        if chain and _GREATER.fullmatch(clause.text, chain[-1].end, mention.start):
            chain.append(mention)
        elif mention.start - clause.body_start <= MAX_ARTICLE:
            chain = [mention]
    if not chain or _ENDS.match(clause.text, chain[-1].end) is None:
        return
    for one, other in pairwise(chain):
        if one.key not in (other.key, other.owner) and other.key != one.owner:
            yield edge(known(one), RelationType.USE_INSTEAD_OF, known(other), "greater than the other")


def _better(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "tram vs bus: the bus better for short ways": the one of the two is to be used for that."""
    clause = sentence.clause
    match = _BETTER.search(clause.text, clause.body_start) if clause.label else None
    if match is None or not _VERSUS.search(clause.label or ""):
        return
    sides = [m for m in clause.mentions if m.end <= clause.body_start]
    chosen = next((m for m in clause.mentions if m.end <= match.start() <= m.end + 4), None)
    others = {m.key: m for m in sides if chosen is not None and m.key != chosen.key}
    if chosen is None or len(others) != 1 or len({m.key for m in sides}) != 2:
        return
    end = hard_end(clause.text, match.end(), len(clause.text))
    condition = clause.text[match.start(1) : end].strip(" ,.")
    other = next(iter(others.values()))
    yield edge(known(chosen), RelationType.USE_INSTEAD_OF, known(other), "better for that", condition=condition)


def _named_before(clause: Clause, match: re.Match[str]) -> End | None:
    """The name that stands right before "preferred over", whether it is known or not."""
    if not match[0].lower().startswith("preferred"):
        return None
    named = next((m for m in clause.mentions if m.end == match.start() - 1), None)
    word = clause.text[: match.start()].rstrip().rpartition(" ")[2]
    new = free(word, RelationType.HAS_FEATURE) if is_namelike(word) else None
    return known(named) if named is not None else new


def _it_instead(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "use it instead of X": the subject is better than X."""
    clause = sentence.clause
    match = _IT_INSTEAD.search(clause.text)
    if match is not None:
        end = free_end(clause.text, match.end(), len(clause.text))
        for target in objects(clause, match.end(), end, RelationType.USE_INSTEAD_OF, is_free=True)[0][:1]:
            about = labelled(clause) if clause.label is not None else opener_of(sentence)
            opener = _named_before(clause, match) or about
            source = subject(clause.subject, clause) if opener == target else opener
            yield edge(source, RelationType.USE_INSTEAD_OF, target, "it instead of")


CHOICES = (
    Rule(_use_that, _CHOOSING),
    Rule(_for_that, _POINTING),
    Rule(_it_instead, _CHOOSING),
    rule(_greater, ">"),
    rule(_better, "better"),
)
"""Advice to take one thing for another."""
