"""What must be there, told without a verb of need: "a rope must be there", "no rope no mooring"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from graph.identity import bare_key
from graph.vocabulary import RelationType
from ingest.relating.actors import actors_before
from ingest.relating.ends import edge, ends_of, known, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.phrases import clean, free_end
from ingest.relating.plain_words import is_noun
from ingest.relating.sentence import Sentence
from ingest.relating.spoken_of import FAR, about_at
from ingest.terms import is_verb, signs_of, word_list
from ingest.values import EdgeDraft, End

_IN_PLACE, _NEEDED, _FAILS = (
    "|".join(sorted(word_list(name), reverse=True)) for name in ("in place", "necessary", "failing")
)
_MUST_BE = re.compile(
    r"\b(?:(?:must|has to|have to|needs to|need to) (?:(?:first|already|also|always) )?be (?:already )?"
    rf"(?:{_IN_PLACE})\b"
    r"|(?:must|has to|have to|needs to|need to) (?:already )?run(?=\s*(?:$|[,;.()]|(?:first|before|already|there)\b))"
    rf"|(?:is|are) (?:(?:all \w+ is|always|also|absolutely) )?(?:{_NEEDED})\b(?!\s+(?:for|by|to be)\b)"
    rf"|(?:{_NEEDED})(?=\s*(?:$|[,;.()!]|(?:to|on|in|first|there)\s)))",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|when|unless|until|before|where)\b[^,;.]*$", re.IGNORECASE)
_ELSE = re.compile(
    r"[^,;.]{0,30}[,;.]?\s*(?:- )?(?:or )?(?:otherwise|else|or)\s+(?:there(?:'s| is) )?no\s+", re.IGNORECASE
)
_WORDS = r"[\w`][\w`./-]*(?: (?!no\b)[A-Za-z`][\w`./-]*){0,2}?"
_NO_NO = re.compile(
    rf"\bno (?P<what>{_WORDS})(?P<sign>\s*(?:,|->|=>|=|→|means|so|and)?\s*)(?:then )?no (?P<lost>{_WORDS})"
    r"(?=\s*(?:$|[,;.()!]|(?:on|in|at|for|with)\b))",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"(?:^|[,;.(]\s*|but |and )(?:without|w/o) (?:an? |the |any |your |its )?(?P<what>[^,;.()]{2,40}?),? "
    r"(?:(?:it|they|you|that|this|we|things?|everything|stuff)(?:'s|'re| is| are| will| would)? (?:just |always )?)?"
    rf"(?:{_FAILS})\b",
    re.IGNORECASE,
)
_NOT_UNLESS = re.compile(
    rf"\b(?:{_FAILS})\b(?: [\w-]+){{0,4}},? (?:(?:without|w/o) (?:an? |the |your |its )?(?P<there>[^,;.()]{{2,40}})"
    r"|unless (?:(?:you|we|they|it|there) (?:have|has|is|are|enable|install|add|run|set up|switch on|turn on|use) "
    rf"(?P<object>[^,;.()]+)|(?:an? |the |your )?(?P<what>[^,;.()]{{2,40}}?) "
    rf"(?:is|are|has been|have been) (?:{_IN_PLACE})\b))",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"(?:^|[,;.(:]\s*)(?:(?:only )?(?:in|on|with|from|for) the )?"
    r"(?P<what>(?:[\w-]+ ){1,2}(?:plan|tier|edition|licen[cs]e|subscription|sku))s?,? only(?=\s*(?:$|[,;.()]))",
    re.IGNORECASE,
)

_IN_BRACKETS = re.compile(
    r"\((?:pre-?requisites?|pre-?reqs?|preconditions?|requirements?|needed|required)(?:\s+(?:is|are)|\s*:|\s*=)\s*"
    r"(?P<what>[^()]+)\)",
    re.IGNORECASE,
)
_TIERS = "|".join(sorted(map(re.escape, word_list("tiers")), key=len, reverse=True))
_ONLY_THERE = re.compile(
    r"(?:\bworks |\bis |\bare )?\bonly (?:(?:if|when|once) (?:you|u|we|they) (?:have |already |first )?"
    r"(?:turn(?:ed)? on|switch(?:ed)? on|enabled?|activated?|add(?:ed)?|install(?:ed)?|set up) "
    r"(?:an? |the )?(?P<what>[\w-]+(?: [\w-]+)?)"
    rf"|(?:in|on|with|from) (?:the )?(?P<tier>(?:{_TIERS})(?: (?:tier|plan|edition|sku))?))(?=\s*(?:$|[,;.()]))",
    re.IGNORECASE,
)


def _only_there(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "moorings only if you set up rings", "night mooring only in Premium": what it needs to be there."""
    clause = sentence.clause
    for match in _ONLY_THERE.finditer(clause.text, clause.body_start):
        found = actors_before(sentence, sentence.index_at(match.start()), sentence.body)
        about = found.ends[0] if found is not None and found.ends else about_at(clause, match.start())
        yield from _edges(sentence, about, *match.span("what" if match["what"] else "tier"), "only there")


def _must_be(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the header has to be set": what must be there is required by what the clause is about."""
    clause = sentence.clause
    for match in _MUST_BE.finditer(clause.text, clause.body_start):
        if _CONDITION.search(clause.text, max(clause.body_start, match.start() - FAR), match.start()):
            continue
        index = sentence.index_at(match.start())
        found = actors_before(sentence, index, sentence.body)
        if found is None or any(w.lower in sentence.lexicon.negations for w in sentence.words[found.first : index]):
            continue
        abouts = [about_at(clause, match.start()), *_lost(sentence, match.end())]
        for about, end in product(abouts, found.ends):
            if end.key is not None and end.key == about.key == clause.subject and clause.parent_subject:
                about = End(key=clause.parent_subject)  # "a mooring ring is required" below the ferry
            if end.key is None or end.key != about.key:
                yield edge(about, RelationType.REQUIRES, end, "must be there")


def _lost(sentence: Sentence, place: int) -> Iterator[End]:
    """What is said not to be without what must be there: "…, otherwise no mooring"."""
    match = _ELSE.match(sentence.clause.text, place)
    end = match.end() if match is not None else -1
    yield from (known(m) for m in sentence.clause.mentions if end >= 0 and m.start - end in (0, 1))


def _no_no(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "no rope no mooring": the one is needed for the other; in a list they may be two things that are missing."""
    clause = sentence.clause
    for match in _NO_NO.finditer(clause.text, clause.body_start):
        lost = clean(match["lost"]).lower()
        own = bare_key(clause.subject)
        lists = match["sign"].strip() in (",", "and") or (
            not match["sign"].strip() and match.start() > clause.body_start
        )
        if lists and lost.rpartition(" ")[2] not in own.split("-"):
            continue
        named = next((m for m in clause.mentions if m.start == match.start("lost")), None)
        about = known(named) if named is not None else subject(clause.subject, clause)
        yield from _edges(sentence, about, *match.span("what"), "no such thing without it")


def _found(sentence: Sentence, pattern: re.Pattern[str], rule: str) -> Iterator[EdgeDraft]:
    clause = sentence.clause
    for match in pattern.finditer(clause.text, clause.body_start):
        group = next(name for name, words in match.groupdict().items() if words is not None)
        yield from _edges(sentence, about_at(clause, match.start()), *match.span(group), rule)


def _edges(sentence: Sentence, about: End, start: int, end: int, rule: str) -> Iterator[EdgeDraft]:
    """The edges to the things that a few words name."""
    clause = sentence.clause
    for item in ends_of(clause, start, free_end(clause.text, start, end), RelationType.REQUIRES):
        words = (item.text or "").lower().split()
        if item.key is None and (not is_noun(item.text or "") or is_verb(words[0]) or len(words) > 3):
            return
        if item.key is None or item.key != about.key:
            yield edge(about, RelationType.REQUIRES, item, rule)


NEEDS = (
    Rule(_must_be, signs_of("necessary") | signs_of("in place") | {"run"}, signs_of("necessary") | {"be", "run"}),
    rule(_no_no, "no"),
    rule(lambda sentence: _found(sentence, _WITHOUT, "not without it"), "without"),
    rule(lambda sentence: _found(sentence, _NOT_UNLESS, "not without it"), "without"),
    rule(lambda sentence: _found(sentence, _NOT_UNLESS, "not unless it is there"), "unless"),
    rule(lambda sentence: _found(sentence, _PLAN, "plan only"), "only"),
    rule(
        lambda sentence: _found(sentence, _IN_BRACKETS, "needed in brackets"),
        "prerequisite prerequisites prereq prereqs pre precondition preconditions requirement requirements needed "
        "required",
        "(",
    ),
    rule(_only_there, "only"),
)
"""What must be there."""
