"""What a thing is for, told by place and small words: uses behind a label, examples, what is needed where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.quantities.words import quantity_words
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled, mentioned, subject
from ingest.relating.gates import rule
from ingest.relating.phrases import Piece, are_examples, free_end, hard_end, list_parts, pieces
from ingest.relating.purposes import purposes
from ingest.relating.rules.nouns import VERB
from ingest.relating.rules.variants import marks_a_default
from ingest.relating.sentence import LABEL, Sentence
from ingest.terms import is_sentence, is_verb, names_a_thing, word_list
from ingest.values import EdgeDraft, End

_SUITED = RelationType.SUITED_TO
_SAYS_FOR = (_SUITED, RelationType.NOT_SUITED_TO, RelationType.USE_INSTEAD_OF, RelationType.CONTRASTS_WITH)
_DIGIT = re.compile(r"\d")
_NEEDED = re.compile(
    r"(?:where|when|whenever|if)\s+(?P<what>[\w /-]{3,50}?)\s+(?:is|are)\s+"
    r"(?:required|needed|important|wanted|a must)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r",\s+for\s+(?!example|instance|now|sure|free|each|every|the|\d)(?=[a-z])", re.IGNORECASE)
_OF_A_CLASS = re.compile(
    r"(?:polic(?:y|ies)|modes?|types?|kinds?|algorithms?|strateg(?:y|ies)|levels?|options?|states?|methods?|formats?|class(?:es)?)$",
    re.IGNORECASE,
)
"""Ends of labels behind which its members stand."""
_SUM = re.compile(r"=.*\s\+\s")
_IMPROVING = frozenset({"improves", "speeds", "boosts", "accelerates", "shortens"})
_IMPROVES = re.compile(
    r"\b(?:improves|speeds up|boosts|accelerates|shortens) (?:the )?(?:[a-z]+ ){1,3}for "
    r"(?!(?:the|an?|your|our|its|it)\b)(?=[a-z])",
    re.IGNORECASE,
)
"""Before what a thing makes better something for."""
_EXAMPLES = re.compile(r"[,(]\s*[eE]\.?[gG]\.?,?\s+(?=[a-z])")
_EXAMPLE_FOR = re.compile(r"\(\s*(?:e\.?g\.?|ex\.?|for example|for instance),?\s+for\s+(?=[a-z])", re.IGNORECASE)
_EXAMPLES_BELOW = re.compile(r"(?:^|[,(]|\s)\s*(?:[eE]\.?g\.?|[eE]x\.|[fF]or example|[fF]or instance),?\s+(?=[a-z])")
"""Also without a comma: "plan trips e.g. to school". A name with a capital is an example of the idea itself."""
_WORK = frozenset({"workloads", "jobs", "tasks", "applications", "apps", "cases"})
_FOR_WORK = re.compile(
    r"\bfor\s+(?P<what>(?:[\w-]+ ){1,3}(?:workloads|jobs|tasks|applications|apps|use cases))"
    r"\s*[,(]\s*(?:e\.?g\.?|such as|like|ex\.),?\s+",
    re.IGNORECASE,
)
_FOR_WORK_LAST = re.compile(
    r"\bfor\s+(?P<what>(?!(?:all|any|each|every|both|my|our|your|their|the|these|those|some|other|more|no)\b)"
    r"(?:[a-z-]+(?:,|,? and|,? or)? ){1,4}(?:workloads|applications?|apps|websites))\s*\.?$",
    re.IGNORECASE,
)
"""Behind what a thing is or does, the workloads that it is there for: "keeps the log for mobile and night apps"."""
_ARTICLE = re.compile(r"\s*(?:an?|the|one|all|no)\b", re.IGNORECASE)
_USE = re.compile(r"(?:ing|ings|tion|tions|[^s]s|search|data|analytics|geometry|work)$")
_THINGS = re.compile(r"(?<!ing)(?<!tion)(?<!s)s$")
MAX_WORDS = 4


_ON_CONDITION = re.compile(
    r"[`*]*\s*(?:(?:only|mainly|mostly|just)\s+)?(?:if|when|whenever|once)\s+(?:you|u|we|one)\s+"
    r"(?:(?:really|only|just|also|allready|already)\s+)?"
    r"(?:need|want|have|got|require|care about|are after|run|use|know|are on|live in|live on)\s+"
    r"(?!to\b|it\b|them\b|that\b|one\b|both\b)(?=\w)",
    re.IGNORECASE,
)


def _on_condition(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Sextant: when you need a fix at sea", "Sextant if you want a fix": when something is to be taken is its use."""
    clause = sentence.clause
    opener = next((m for m in clause.mentions if m.start in (0, 1) and m.key == clause.subject), None)
    place = clause.body_start if clause.label is not None else opener.end if opener is not None else None
    match = _ON_CONDITION.match(clause.text, place) if place is not None else None
    if match is None or clause.lead is not None or clause.subject_kind is Kind.CONCEPT:
        return
    stop = hard_end(clause.text, match.end(), len(clause.text))
    if clause.text.find(",", match.end(), stop) > 0 and VERB.search(clause.text, clause.text.find(",", match.end())):
        return  # "Sextant: if you need a fix, the mate takes it"
    for target in purposes(clause, match.end(), stop, _SUITED):
        yield edge(labelled(clause), _SUITED, target, "on a condition")


def _labelled_uses(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "sorted set: rankings, rate limiting": nothing but uses behind the label of a part."""
    about = subject(sentence.clause.subject, sentence.clause)
    for target in uses_behind_label(sentence):
        yield edge(about, _SUITED, target, "uses behind a label")


def uses_behind_label(sentence: Sentence) -> list[End]:
    """The uses that are all that stands behind the label of a part; none where anything else does."""
    clause = sentence.clause
    if clause.subject_kind is not Kind.FEATURE or is_sentence(clause.text[clause.body_start :]):
        return []  # "Leak: boat keeps sinking"
    if VERB.search(clause.text, clause.body_start):
        return []  # "decks: crews now, guests are gone"
    if " = " in clause.text[clause.body_start :]:
        return []  # "wheel = slow, tiller = quick"
    if " for " in (clause.label or ""):
        return []  # "oars for lakes: blades, locks" has said it
    if marks_a_default(clause) or _OF_A_CLASS.search(clause.label or "") or _SUM.search(clause.text):
        return []  # "steering: wheel, tiller (default)", "mooring modes: bow, stern", "ferry = raft + crane"
    return list(_uses(sentence))


_NAME_FOR = re.compile(
    r"(?P<name>\S.*?) for (?!(?:the|an?|your|our|my|all|every|each|example|instance|now|sure|free)\b)"
    r"(?P<what>[a-z]+(?:[ -][a-z]+){0,3})"
)
"""A product's label that says what it is for, all in small letters: what has a capital is what it runs with."""


def _label_for(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Ferry for cars: two decks": what a label says that its product is for."""
    clause = sentence.clause
    label = (clause.label or "").strip(" *`")
    match = _NAME_FOR.fullmatch(label) if clause.subject_kind is Kind.SERVICE and clause.lead is None else None
    if match is None:
        return
    start = clause.text.find(label)
    named = any(m.key == clause.subject and m.end == start + match.end("name") for m in clause.mentions)
    if start < 0 or named:
        yield edge(subject(clause.subject, clause), _SUITED, free(match["what"], _SUITED), "label for that")


def _purposes_by_place(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges of the purposes that place and small words tell."""
    clause = sentence.clause
    for start, end in _purposes(sentence):
        for target in purposes(clause, start, end, _SUITED):
            yield edge(subject(clause.subject, clause), _SUITED, target, "purpose by place")


_THINK = re.compile(
    r"(?:^|[,;:.(]\s*|\s[-–—]\s+)(?:so |just )?think (?:of )?"
    r"(?!(?:about|before|in|of|twice|again|it|that|this|like|big|small|the|an?|you|we|they)\b)(?=\w)",
    re.IGNORECASE,
)
_HOLDING = frozenset({"include", "includes", "contain", "contains", "including", "holds", "consists"})
"""What is thought of behind these is what it holds."""
_NO_USES = (Kind.SERVICE, Kind.TECHNOLOGY, Kind.FEATURE)


def _thought_of(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "good in storms, think rescue trips": uses that come to mind, no products or parts that are like it."""
    clause = sentence.clause
    match = _THINK.search(clause.text, clause.body_start)
    if match is None or clause.subject_kind is Kind.CONCEPT or sentence.has(_HOLDING):
        return
    end = hard_end(clause.text, match.end(), len(clause.text))
    found = pieces(clause.text, match.end(), end)
    named = [mentioned(clause, piece) for piece in found]
    if any(m is not None and m.kind in _NO_USES for m in named) or not all(_may_be_use(sentence, p) for p in found):
        return
    if not any(_is_use(sentence, piece, len(found)) for piece in found):
        return
    for piece, mention in zip(found, named, strict=True):
        target = known(mention) if mention is not None else free(piece.text, _SUITED)
        yield edge(labelled(clause), _SUITED, target, "thought of")


def _last_purpose(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "keeps the log for mobile and night apps": the workloads that end what is said of a thing."""
    clause = sentence.clause
    match = _FOR_WORK_LAST.search(clause.text, clause.body_start) if clause.subject_kind is not Kind.CONCEPT else None
    if match is None or sentence.has(sentence.lexicon.negations):
        return
    if any(hit.phrase.relation in _SAYS_FOR for hit in sentence.hits()):
        return
    for target in purposes(clause, *match.span("what"), _SUITED):
        yield edge(labelled(clause), _SUITED, target, "purpose by place")


def _purposes(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where purposes stand: "where X is needed"; "speeds up work for X"; ", for X" of a part; ", e.g. X" of an idea."""
    clause = sentence.clause
    for start in (clause.body_start, *(start for _, start, _ in clause.columns[1:])):
        if match := _NEEDED.match(clause.text, start):
            yield match.span("what")
    if sentence.has(_IMPROVING) and (match := _IMPROVES.search(clause.text, clause.body_start)):
        yield match.end(), free_end(clause.text, match.end(), len(clause.text))
    match = _EXAMPLE_FOR.search(clause.text, clause.body_start)
    if match is not None and not any(m.end in (match.start(), match.start() - 1) for m in clause.mentions):
        yield match.end(), free_end(clause.text, match.end(), len(clause.text))  # of a name it is that one's use
    if clause.subject_kind is Kind.FEATURE and (match := _FOR.search(clause.text, clause.body_start)):
        yield match.end(), free_end(clause.text, match.end(), len(clause.text))
    elif sentence.has(_WORK) and (match := _FOR_WORK.search(clause.text, clause.body_start)):
        yield match.span("what")
        yield match.end(), free_end(clause.text, match.end(), len(clause.text))
    is_idea = clause.subject_kind is Kind.CONCEPT and clause.subject_span is None
    is_labelled = is_idea and bare_key(clause.subject) == slug(clause.label or "")
    titles = {slug(words.strip(" :)")) for words in clause.frame.split("(")}
    is_below = is_idea and clause.label is None and bare_key(clause.subject) in titles
    examples = _EXAMPLES if is_labelled else _EXAMPLES_BELOW if is_below else None
    if examples is not None and (match := examples.search(clause.text, clause.body_start)):
        yield match.end(), free_end(clause.text, match.end(), len(clause.text))


def _uses(sentence: Sentence) -> Iterator[End]:
    """The uses behind the label of a part, where nothing else stands there."""
    clause = sentence.clause
    is_told = clause.lead is not None and clause.lead.relation in (_SUITED, RelationType.NOT_SUITED_TO)
    if clause.label is None or clause.subject_span is not None or is_told:
        return
    if _FOR.search(clause.text, clause.body_start):
        return  # "quick, for small beds"
    if next(sentence.hits_between(clause.body_start, len(clause.text)), None) is not None:
        return
    end = free_end(clause.text, clause.body_start, len(clause.text))
    found = pieces(clause.text, clause.body_start, end)
    if len(found) != len(list_parts(clause.text, clause.body_start, end)):
        return
    if found and are_examples(clause.text, found[0].end, end):
        return  # "knots e.g. bowline": what kind of thing the part is
    found = [piece for piece in found if piece.text.lower() not in quantity_words().units.table]  # "seconds"
    if not found or any(_is_state(piece.text) for piece in found):
        return
    named = [mentioned(clause, piece) for piece in found]
    parts = sum(mention is not None and mention.kind is Kind.FEATURE for mention in named)
    things = sum(mention is not None and mention.kind is not Kind.CONCEPT for mention in named)
    uses = sum(_is_use(sentence, piece, len(found)) for piece in found)
    most = 2 * uses > len(found) and not things and all(_may_be_use(sentence, piece) for piece in found)
    if parts < len(found) and (uses == len(found) or most):
        for piece, mention in zip(found, named, strict=True):
            yield known(mention) if mention is not None else free(piece.text, _SUITED)


def _is_state(text: str) -> bool:
    """Whether words say how something is ("enabled", "out of order"), or what something does ("the bell rings")."""
    words = text.lower().split()
    is_deed = len(words) > 1 and is_verb(words[-1]) and words[-1] in word_list("intransitive")
    return is_deed or (words[0].endswith("ed") and is_verb(words[0]) and len(words) <= 2)


def _may_be_use(sentence: Sentence, piece: Piece) -> bool:
    """Whether words beside the names of uses may be one too: a few words without a figure, an article, a small word."""
    words = piece.text.lower().split()
    is_marked = _DIGIT.search(piece.text) or _ARTICLE.match(sentence.clause.text, piece.start)
    return len(words) <= MAX_WORDS and not is_marked and sentence.lexicon.noun_ends.isdisjoint(words)


def _is_use(sentence: Sentence, piece: Piece, count: int) -> bool:
    """Whether words name what people do with a thing, by their ending: a plural, a deed, a field."""
    clause, lexicon = sentence.clause, sentence.lexicon
    words = piece.text.lower().split()
    if not _may_be_use(sentence, piece):
        return False
    if len(words) == 1 and _THINGS.search(words[0]) and "=" in clause.text[: clause.body_start]:
        return False  # "crew = cooks/mates" tells what it is made up of
    mention = mentioned(clause, piece)
    if mention is not None:
        return mention.kind is Kind.CONCEPT or (count > 1 and mention.kind is Kind.FEATURE)
    is_deed = len(words) > 1 and is_verb(words[0]) and not words[0].endswith(("ing", "ed"))
    if is_deed or words[0] in word_list("superlatives"):
        return False
    if words[-1] in lexicon.kind_nouns or not names_a_thing(piece.text):
        return False
    return bool(_USE.search(words[-1])) and (count > 1 or len(words) > 1)


FITTING = (
    rule(_labelled_uses, LABEL),
    rule(_label_for, LABEL, "for"),
    rule(_on_condition, "if when whenever once"),
    rule(_purposes_by_place, "where when whenever if for e.g eg g"),
    rule(_thought_of, "think"),
    rule(_last_purpose, "workloads application applications apps websites"),
)
"""What the subject of a clause is for."""
