"""Settings that a clause gives the figure of, and parts that it says are built in, or have to be switched on.

"Idle timeout 60 s", "ferry grace period 5 min": what can be set has a noun that tells so at its end; what it is set for
stands above, or before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, ends_of, free, known, mentioned, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.other_parts import PREPOSITION
from ingest.relating.phrases import Piece, clean, free_end, list_parts
from ingest.relating.plain_words import PRONOUNS, is_noun
from ingest.relating.sentence import Sentence
from ingest.relating.subjects import noun_at
from ingest.terms import is_namelike, is_verb, names_a_thing, word_list
from ingest.values import EdgeDraft

SETTING = "setting with its figure"
THERE = "part that is there"
MAX_WORDS = 3
MAX_MEANS_WORDS = 4
_ITS = re.compile(r"^['’]s?\s+")
"""Behind an owner's name: "the depot's idle timeout"."""
_BEGINS = frozenset({",", ";", ".", "and", "but", "then", "with", "+"})
_LASTS = frozenset({"kept", "keeps", "every", "lasts", "of"})
"""Between a setting and its figure they tell how long, or how often."""


def _settings(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges of the settings that have a figure."""
    clause = sentence.clause
    if clause.subject_kind is Kind.CONCEPT or clause.columns:
        return
    for index in range(sentence.body, len(sentence.words)):
        if index == sentence.body or sentence.words[index - 1].lower in _BEGINS:
            noun = noun_at(sentence, index)
            if noun is not None and _is_set(sentence, noun):
                yield from _setting(sentence, noun)


def _is_set(sentence: Sentence, noun: Piece) -> bool:
    """Whether a noun ends as a setting's does, and its figure follows, in brackets or not."""
    words = noun.text.lower().split()
    if not 1 < len(words) <= MAX_WORDS or words[-1] not in word_list("settings"):
        return False
    index = sentence.index_at(noun.end)
    following = [word.lower for word in sentence.words[index : index + 2]]
    if following and (following[0] in _LASTS or following[0] in ("(", "=", ":", "max", "min", "default")):
        following = following[1:]
    return bool(following) and (following[0][:1].isdigit() or following[0] in ("~", "$"))


def _setting(sentence: Sentence, noun: Piece) -> Iterator[EdgeDraft]:
    clause = sentence.clause
    owner = next((m for m in clause.mentions if m.start == noun.start and m.end < noun.end), None)
    named = mentioned(clause, noun)
    if named is not None or owner is None or owner.kind is Kind.CONCEPT:
        target = known(named) if named is not None else free(noun.text, RelationType.HAS_FEATURE)
        if named is None or named.kind is Kind.FEATURE:
            yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, target, SETTING)
        return
    rest = clean(_ITS.sub("", clause.text[owner.end : noun.end]))
    yield edge(known(owner), RelationType.HAS_FEATURE, free(rest, RelationType.HAS_FEATURE), SETTING)


_THERE = re.compile(
    r"(?:^|[,;:.(]\s+|\b(?:with|needs?|wants?)\s+)(?:the\s+)?(?P<what>[\w-]+(?: [\w-]+){0,2}?)\s+"
    r"(?:(?:(?:is|are|comes?)\s+)?(?:built[- ]in|on board|baked[- ]in)"
    r"|(?:(?:is|are|must be|(?:has|have) to be)\s+)?(?:turned|switched) on)\b",
    re.IGNORECASE,
)


def _there(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "tide clock built in", "only with the radar switched on": what is there, or has to be, is a part."""
    clause = sentence.clause
    if clause.columns:
        return
    for match in _THERE.finditer(clause.text):
        start, end = match.span("what")
        text = clean(match["what"])
        named = mentioned(clause, Piece(text, start, end))
        is_own = named is not None and named.key == clause.subject
        whole = (clause.parent_subject or clause.owner) if is_own else clause.subject
        if whole is None or (clause.subject_span is not None and not is_own):
            continue
        is_deed = is_verb(text.split()[0].lower()) if text else True
        if named is None and not is_deed and is_noun(text) and text.lower() not in PRONOUNS:
            yield edge(subject(whole, clause), RelationType.HAS_FEATURE, free(text, RelationType.HAS_FEATURE), THERE)
        elif named is not None and named.kind is Kind.FEATURE:
            yield edge(subject(whole, clause), RelationType.HAS_FEATURE, known(named), THERE)


_QUOTED = re.compile(
    r"""["“”'‘](?P<what>[A-Za-z][^"“”'‘’`;:]{2,40})["”'’]\s+(?:radio |check |drop-?down |config(?:uration)? )?"""
    r"(?:feature|option|setting|parameter|flag|mode|button|checkbox|box|toggle|switch|tab|section|field|attribute|menu)\b"
)
_SET_TO = re.compile(
    r"\b(?:set|sett?ing|change|changing|switch|switching)\s+(?:the\s+)?[`*]*(?P<what>[A-Za-z][\w./-]*)[`*]*\s+"
    r"(?:parameter|flag|option|attribute|field|property|header|setting|variable)s?\s+to\b",
    re.IGNORECASE,
)


def _quoted(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the 'Night mode' switch", "set the tideAlarm option to off": what stands on a thing is a part of it."""
    clause = sentence.clause
    if clause.subject_kind is Kind.CONCEPT:
        return
    for pattern in (_QUOTED, _SET_TO):
        for match in pattern.finditer(clause.text, clause.body_start):
            start, end = match.span("what")
            piece = Piece(clean(match["what"]), start, end)
            named = next((m for m in clause.mentions if m.start == start and m.end == end), None) or mentioned(
                clause, piece
            )
            if named is None and pattern is _SET_TO and not is_namelike(match["what"]):
                continue
            if named is None or named.kind is Kind.FEATURE:
                target = known(named) if named is not None else free(piece.text, RelationType.HAS_FEATURE)
                yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, target, "setting by its sign")


_SET = r"(?:define|set|specify|configure|choose|pick|select|adjust|enable)"
_WHO = r"(?:you|u|we|users|admins|customers|callers|owners)"
_BY_YOU = re.compile(rf"\b{_WHO}\s+(?:(?:can|could|may|must|have to|also|then|just)\s+)*{_SET}\s+", re.IGNORECASE)
_THAT_YOU = re.compile(
    rf"\b(?:an?|the)\s+(?P<what>(?:[\w-]+ ){{0,2}}?[\w-]+)\s+(?:(?:that|which)\s+)?{_WHO}\s+"
    r"(?:(?:can|have to|must)\s+)?(?:define|set|specify|configure)\b(?!\s+(?:to|the|an?)\b)",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\b(?:if|when|whenever|once|before|after|unless|until|what|which|how|where|what)\b", re.IGNORECASE)
_OWN = frozenset(
    ["your", "ur", "our", "which", "what", "how", "whether", "if", "between", "from", "up", "it", "them", "to"]
)


def _by_people(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "you can set a curfew", "in a season that the crew picks": what somebody sets for a thing is a part of it."""
    clause = sentence.clause
    if clause.subject_kind is Kind.CONCEPT or clause.columns:
        return
    for match in _THAT_YOU.finditer(clause.text, clause.body_start):
        piece = Piece(clean(match["what"]), *match.span("what"))
        if not _GIVEN.search(piece.text):  # "to the berth if you set one"
            yield from _set_by_people(sentence, piece)
    said = _BY_YOU.search(clause.text, clause.body_start)
    if said is None or _GIVEN.search(clause.text, clause.body_start, said.start()):
        return
    end = free_end(clause.text, said.end(), len(clause.text))
    first = clause.text[said.end() : end].split(None, 1)
    if not first or first[0].lower() in _OWN:
        return
    cut = PREPOSITION.search(clause.text, said.end(), end)
    start, stop = next(iter(list_parts(clause.text, said.end(), cut.start() if cut else end)), (0, 0))
    yield from _set_by_people(sentence, Piece(clean(clause.text[start:stop]), start, stop))


_USING = re.compile(
    rf"\b{_WHO}\s+(?:(?:can|could|may)\s+)(?:also\s+|then\s+)?[a-z]+\b[^.;:?]*?\s(?:by\s+)?using\s+(?:the\s+|an?\s+)?(?=[\w`])",
    re.IGNORECASE,
)


def _used_by_people(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "you can trim it using storm sail plans": what people do something to a thing with is what that works with."""
    clause = sentence.clause
    said = _USING.search(clause.text, clause.body_start) if clause.subject_kind is not Kind.CONCEPT else None
    if said is None or _GIVEN.search(clause.text, clause.body_start, said.end()):
        return
    words, following = said[0].lower().split(), clause.text[said.end() :].lower().split()
    if not sentence.lexicon.negations.isdisjoint(words) or following[0] in _OWN:
        return
    end = free_end(clause.text, said.end(), len(clause.text))
    cut = PREPOSITION.search(clause.text, said.end(), end)
    for start, stop in list_parts(clause.text, said.end(), cut.start() if cut else end):
        piece = Piece(clean(clause.text[start:stop]), start, stop)
        named = mentioned(clause, piece)
        is_means = names_a_thing(piece.text) and is_noun(piece.text) and 1 < len(piece.text.split()) <= MAX_MEANS_WORDS
        if named.kind in (Kind.FEATURE, Kind.SERVICE) if named is not None else is_means:
            target = known(named) if named is not None else free(piece.text, RelationType.USES)
            yield edge(subject(clause.subject, clause), RelationType.USES, target, "used by people")


def _set_by_people(sentence: Sentence, piece: Piece) -> Iterator[EdgeDraft]:
    clause, words = sentence.clause, piece.text.lower().split()
    named = mentioned(clause, piece)
    target = known(named) if named is not None else free(piece.text, RelationType.HAS_FEATURE)
    is_thing = 1 < len(words) <= MAX_WORDS and names_a_thing(piece.text) and is_noun(piece.text)
    is_part = named.kind is Kind.FEATURE if named is not None else is_thing
    if is_part:
        yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, target, "set by people")


_KNOWN_AS = re.compile(
    r"\b(?:an?|the|some)\s+(?:[a-z-]+\s+){1,3}(?:known as|called|referred to as)\s+(?:an?\s+|the\s+)?"
    r"[`*\"']*(?P<what>[\w.-]+(?: [\w.-]+)?)[`*\"']*(?=\s*(?:$|[,;.)]))"
)


def _known_as(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "in a fixed order called the Lock Turn", "the box known as the binnacle": a part that is told by its name."""
    clause = sentence.clause
    match = _KNOWN_AS.search(clause.text, clause.body_start)
    if match is None or clause.subject_kind is Kind.CONCEPT:
        return
    piece = Piece(match["what"].rstrip("."), *match.span("what"))
    named = mentioned(clause, piece)
    target = known(named) if named is not None else free(piece.text, RelationType.HAS_FEATURE)
    if target.key != clause.subject and target.kind is Kind.FEATURE:
        yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, target, "told by its name")


_IN_TERMS = re.compile(
    r"\b(?:in terms of|measured in|counted in|billed in|expressed in|(?:made|split|divided) (?:up )?(?:of|into))\s+"
    r"(?:the |its |so[- ]called )?(?=[\w`*])",
    re.IGNORECASE,
)


def _in_terms(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "set in terms of hull length and sail area": the known parts that something is told by."""
    clause = sentence.clause
    match = _IN_TERMS.search(clause.text, clause.body_start)
    if match is None or clause.subject_kind is Kind.CONCEPT or clause.subject_span is not None:
        return
    end = free_end(clause.text, match.end(), len(clause.text))
    for item in ends_of(clause, match.end(), end, RelationType.HAS_FEATURE):
        if item.key is None or item.kind is not Kind.FEATURE:
            return
        yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, item, "told by its parts")


SETTINGS = (
    rule(_known_as, "known called referred"),
    rule(_in_terms, "terms measured counted billed expressed made split divided"),
    rule(
        _quoted,
        "feature option setting parameter flag mode button checkbox box toggle switch tab section field attribute menu "
        "property header variable",
    ),
    Rule(_settings, word_list("settings")),
    rule(_there, "built built-in board baked turned switched"),
    rule(_used_by_people, "using"),
    rule(_by_people, "define set specify configure choose pick select adjust enable"),
)
"""Settings with their figures or by their signs, parts that are there, and what people set."""
