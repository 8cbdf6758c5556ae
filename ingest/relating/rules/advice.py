"""What is for what: "X for small jobs, Y if they are many", "X vs Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise, takewhile

from graph.names import is_ordinary, singular
from graph.text import tail
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, mentioned, subject
from ingest.relating.error_names import ERROR
from ingest.relating.gates import Rule, rule
from ingest.relating.phrases import Piece, clean, free_end, hard_end
from ingest.relating.plain_words import is_noun
from ingest.relating.purposes import purposes
from ingest.relating.sentence import NAME, Sentence
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

_VS = re.compile(r"\s+(?:vs\.?|versus|≠|!=)\s+", re.IGNORECASE)
_SIDE = r"[\w`*][\w`*.+#/-]*(?: [\w`*.+#/-]+){0,2}"
_VERSUS = re.compile(
    rf"(?P<sides>{_SIDE}(?:\s+(?:vs\.?|versus|≠|!=)\s+{_SIDE})+?)\s*(?:[:=(,;]|->|=>|→|–|—|$)", re.IGNORECASE
)
_VERSUS_SIGNS = frozenset({"vs", "versus", "≠", "!", "difference", "differences", "or"})
_TELLS_APART = re.compile(
    rf"(?:the )?(?:main |big |biggest |only )?differences? (?:between|of) (?P<one>{_SIDE}) (?:and|&|/) "
    rf"(?P<other>{_SIDE}?)\s*(?:[:=(?]|->|=>|→|–|—|$)"
    rf"|(?P<first>{_SIDE}) or (?P<second>{_SIDE}?)\s*\?",
    re.IGNORECASE,
)
"""Two sides that a question or a label sets apart."""
_REFUSED = re.compile(
    r"\b(?:don'?t|do not|never|avoid|stop)\s+(?:use|using|take|taking|run|running|pick)$", re.IGNORECASE
)
_FOR = re.compile(
    r"(?:\s*\([^()]*\))?\s+(?:for\s+(?=[a-zA-Z])|(?:when|whenever|if)\s+(?:you(?:'d|'re)?|u)\s+"
    r"(?:all?ready\s+)?(?:(?:have|need|want|like|use|run|know|live in|come from)\s+(?:to\s+)?"
    r"|(?:are\s+)?(?:all?ready\s+)?(?:on|using|in)\s+)?+)"
    r"(?!(?:one|it|them|that|this|these|those|each|every|example|instance|now|free|sure)\b)"
)
_OPENS = re.compile(
    r"(?:^|[,;:.(–—=/-]|->|=>|→|"
    r"\b(?:or|and|but|take|use|prefer|pick|choose|try|recommend|suggest|advise)(?:\s+(?:the|an?))?)\s*$",
    re.IGNORECASE,
)
_PURPOSE_FIRST = re.compile(r"(?:only |mainly |mostly )?for\s+(?=\w)", re.IGNORECASE)
_ADVISED = re.compile(
    rf"(?i:recommend|suggest|advise|use|take|choose|pick|prefer|try|go (?:for|with))\s+(?:(?:the|an?)\s+)?"
    rf"(?P<one>{_SIDE}?)(?P<for>\s+for\s+(?:(?:running|doing|building|hosting)\s+)?)(?=[a-zA-Z])"
)
"""Advice to take one thing for a purpose."""
_NAMED_FOR = re.compile(r"(?P<one>[A-Z][a-z]*(?:[A-Z\d][a-z\d]*)*)(?P<for>\s+for\s+)(?=[a-z])")
"""A word that is written as a name, and what it is for."""
_RELATIVE = re.compile(r"\s+(?:which|that|who|where)\s")
MAX_OPENING = 3
"""So many words open a purpose that may be no verbs yet: "for heavy loads"."""
_EXAMPLES = re.compile(r"\s*\((?:e\.?g\.?,? |like |such as )?(?P<list>[^()]+,[^()]+)\)\s*$")
"""A list in brackets that ends a clause."""
_OTHERS = frozenset(["you", "u", "it", "we", "this", "that", "example", "instance", "each", "every", "now"])


# -- what is set against what
def _versus(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "bow vs stern: ...", "bow or stern? ...": what opens a line is set side by side, known by name or not."""
    clause = sentence.clause
    match = _VERSUS.match(clause.text)
    apart = _TELLS_APART.match(clause.text) if match is None else None
    if match is None and apart is None:
        return
    if apart is not None and is_verb(apart[0].split()[0].lower()):
        return  # "need a boat or a raft?"
    sides: list[End] = []
    for part in _VS.split(match["sides"]) if match else filter(None, apart.groups() if apart else ()):
        start = clause.text.find(part)
        piece = Piece(clean(part), start, start + len(part))
        mention = mentioned(clause, piece)
        if mention is None and any(m.start < piece.end and piece.start < m.end for m in clause.mentions):
            return
        if mention is None and is_verb(part.lower().strip()) and part.strip().endswith("s"):
            return  # "helps vs. rust"
        sides.append(known(mention) if mention is not None else free(piece.text, RelationType.HAS_FEATURE))
    for one, other in combinations(sides, 2):
        yield edge(one, RelationType.CONTRASTS_WITH, other, "one versus the other")


# -- what each is for
def _each_for(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "X for small jobs, Y if you have many": each is for something, and two of them are alternatives."""
    clause = sentence.clause
    said = [(mention, match) for mention in clause.mentions if (match := _is_for(sentence, mention))]
    if len({mention.key for mention, _ in said}) < 2 and any(m.kind is Kind.TECHNOLOGY for m, _ in said):
        return
    for mention, match in [*said, *_joined_to(clause, said)]:
        end = free_end(clause.text, match.end(), len(clause.text))
        comma = clause.text.find(",", match.end(), end)
        for target in purposes(clause, match.end(), end if comma < 0 else comma, RelationType.SUITED_TO):
            is_technology = target.key is not None and target.kind is Kind.TECHNOLOGY
            relation = RelationType.SUPPORTS if is_technology else RelationType.SUITED_TO
            yield edge(known(mention), relation, target, "each for its own")
    for (one, _), (other, _) in pairwise(said):
        if one.key != other.key and one.kind is other.kind:
            yield edge(known(one), RelationType.CONTRASTS_WITH, known(other), "each for its own")


def _joined_to(clause: Clause, said: list[tuple[Mention, re.Match[str]]]) -> Iterator[tuple[Mention, re.Match[str]]]:
    """The names before those of which it is said what they are for: "winch or crane for coal"."""
    known_of = {mention.start for mention, _ in said}
    for mention, match in said:
        place, joined = mention.start, []
        for other in reversed(clause.mentions):
            if other.end < place and other.kind is not Kind.CONCEPT and _JOINS.fullmatch(clause.text, other.end, place):
                place = other.start
                joined.append(other)
        if clause.text[clause.body_start : place].rstrip(" `*")[-1:] in ("", ".", ";", ":"):
            yield from ((other, match) for other in joined if other.start not in known_of)


_JOINS = re.compile(r"[`*]*\s*(?:/|&|\+|,?\s(?:or|and))\s*[`*]*", re.IGNORECASE)


def _one_for(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Recommend J hooks for heavy coats", "use a B net for running water", "Hookup for wet coats": a thing that no
    pack knows."""
    clause = sentence.clause
    match = _ADVISED.match(clause.text, clause.body_start) or _NAMED_FOR.match(clause.text, clause.body_start)
    if match is not None and match.re is _NAMED_FOR and is_ordinary(singular(match["one"].lower())):
        return
    if match is None or not _FOR.match(clause.text, match.start("for")):
        return
    named = any(m.start < match.end("one") and match.start("one") < m.end for m in clause.mentions)
    words = clean(match["one"])
    if named or not is_noun(words) or not any(word[0].isupper() for word in words.split()):
        return
    one = free(words, RelationType.HAS_FEATURE)
    end = hard_end(clause.text, match.end(), len(clause.text))
    relative = _RELATIVE.search(clause.text, match.end(), end)
    for target in purposes(clause, match.end(), relative.start() if relative else end, RelationType.SUITED_TO):
        is_technology = target.key is not None and target.kind is Kind.TECHNOLOGY
        relation = RelationType.SUPPORTS if is_technology else RelationType.SUITED_TO
        yield edge(one, relation, target, "advised for that")


def _is_for(sentence: Sentence, mention: Mention) -> re.Match[str] | None:
    """The "for", or the "if you", behind a name that opens a part of the clause and has no verb."""
    clause = sentence.clause
    if mention.kind is Kind.CONCEPT or mention.start < clause.body_start:
        return None
    if clause.text[mention.start : mention.end].lower() in word_list("surfaces"):
        return None  # "the GUI for X"
    is_error = ERROR.fullmatch(clause.text, mention.start, mention.end) is not None
    if is_error or any(sentence.place(hit.first) == mention.start for hit in sentence.hits()):
        return None  # "clients for X"
    match = _FOR.match(clause.text, mention.end + (clause.text[mention.end : mention.end + 1] in ("`", "*")))
    if match is None:
        return None
    before = tail(clause.text, clause.body_start, mention.start).rstrip(" `*")
    opens = _OPENS.search(before) is not None and not _REFUSED.search(before)
    return match if opens and not sentence.denies(mention) else None


def _purpose_first(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "For reports, not for single rows": what the clause is about is for the one and not for the other."""
    clause = sentence.clause
    match = _PURPOSE_FIRST.match(clause.text, clause.body_start)
    if match is None or clause.lead is not None or clause.subject_span is not None:
        return
    examples = _EXAMPLES.search(clause.text, match.end())
    stop = sentence.index_at(examples.start()) if examples else len(sentence.words)
    words = [word.lower for word in sentence.words[sentence.body : stop]]
    if any(word in sentence.lexicon.auxiliaries or word in _OTHERS for word in words):
        return
    before = list(takewhile(lambda word: word not in sentence.lexicon.negations, words))
    if any(is_verb(word) for place, word in enumerate(before) if place >= MAX_OPENING or not word.endswith("s")):
        return
    if (things := _named_behind(clause, match.end())) is not None:
        for thing in things:
            for target in purposes(clause, match.end(), things[0].start, RelationType.SUITED_TO):
                yield edge(known(thing), RelationType.SUITED_TO, target, "purpose first")
        return
    about = subject(clause.subject, clause)
    for relation, start, stop in _sides(clause.text, match.end(), hard_end(clause.text, match.end(), len(clause.text))):
        for target in purposes(clause, start, stop, relation):
            yield edge(about, relation, target, "purpose first")
    if examples is not None:
        for target in purposes(clause, *examples.span("list"), RelationType.SUITED_TO):
            is_taken = target.key is not None and target.kind is Kind.TECHNOLOGY  # "for letters (Morse, Braille)"
            relation = RelationType.SUPPORTS if is_taken else RelationType.SUITED_TO
            yield edge(about, relation, target, "purpose first")


_LIST = re.compile(r"(?:\s*(?:,|/|or|and)\s*)*[.!]?\s*")
_DEEDS = re.compile(r"(?:tions|ments|ings|ing|tion)\s+$")


def _named_behind(clause: Clause, place: int) -> list[Mention] | None:
    """The names that are all that follows a deed: "for repairs dock A or dock B"; None where it is otherwise."""
    things = [m for m in clause.mentions if m.start > place and m.kind is not Kind.CONCEPT]
    if (
        not things
        or not _DEEDS.search(clause.text, place, things[0].start)
        or "," in clause.text[place : things[0].start]
    ):
        return None
    ends = [m.start for m in things[1:]] + [len(clause.text)]
    joined = all(_LIST.fullmatch(clause.text, m.end, end) for m, end in zip(things, ends, strict=True))
    return things if joined else None


_NOT = re.compile(r"(?:,|;|\bbut|\band)\s*(?:and |but )?(?:not|never)\s+(?:for\s+)?", re.IGNORECASE)


def _sides(text: str, start: int, end: int) -> Iterator[tuple[RelationType, int, int]]:
    """What stands before the first "not", and behind each."""
    relation = RelationType.SUITED_TO
    for match in _NOT.finditer(text, start, end):
        yield relation, start, match.start()
        relation, start = RelationType.NOT_SUITED_TO, match.end()
    yield relation, start, end


ADVICE = (
    Rule(_versus, _VERSUS_SIGNS),
    rule(_each_for, "for when whenever if", NAME),
    rule(_one_for, "for"),
    rule(_purpose_first, "for"),
)
"""What is set against what, and what each of several things is for."""
