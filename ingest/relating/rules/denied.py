"""What a thing is not for, told by a denial: "not a toy", "never row it in fog", "don't keep coal there"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.names import singular
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, free, known, list_before, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.phrases import hard_end
from ingest.relating.purposes import purposes
from ingest.relating.sentence import Sentence
from ingest.relating.spoken_of import said_of
from ingest.terms import is_verb, names_a_thing
from ingest.values import EdgeDraft

_NOT_SUITED = RelationType.NOT_SUITED_TO
_DENIALS = frozenset({"not", "never", "no", "don't", "dont", "isn't", "isnt", "aren't", "avoid"})
_ARTICLES = frozenset({"a", "an"})
_ITS_OWN = frozenset({"the", "your", "our"})
_POINTERS = frozenset({"it", "them", "this", "these", "there", "here"})
_NEVER = r"(?:never|don't|dont|do not)\s+(?:ever\s+)?"
_NO_KIND = re.compile(
    r"(?:^|[,;:.(]\s+|\s[-–—]\s+|\b(?:is|are|it's|its)\s+)(?:not|never)\s+(?:meant\s+(?:as|to\s+be)\s+)?an?\s+|\b(?:isn't|isnt|aren't)\s+an?\s+",
    re.IGNORECASE,
)
_THING_THERE = re.compile(
    rf"(?:{_NEVER}[a-z]+|\b(?:no|avoid))\s+(?P<what>[A-Za-z][\w /-]{{1,40}}?)\s+"
    r"(?:(?:in|on|into|onto|to|with|through|over|inside|via|from)\s+(?:it|them|this|these)|(?:in\s+)?there|in here)\b",
    re.IGNORECASE,
)
_IT_THERE = re.compile(
    rf"{_NEVER}[a-z]+\s+(?:it|them|this|these)\s+(?:(?:in|on|into|onto|to|with|through|over|inside|as)\s+)"
    r"(?:an?\s+|the\s+|your\s+|any\s+)?(?=\w)",
    re.IGNORECASE,
)
_MAKE_IT = re.compile(
    rf"{_NEVER}(?:make|call|treat)\s+(?:it|them|this)\s+(?:as\s+)?(?:an?|the|your)\s+(?=\w)", re.IGNORECASE
)
_DEED = (
    r"(?:[a-z-]+ )?(?:[a-z-]{3,}(?:tion|sion|ing|ment|ance|ence|login)s?|login|logins|storage|search|backup|backups)"
)
_NOT_DEED = re.compile(
    rf"(?P<is>(?:[a-z-]+ )?{_DEED}(?: [a-z]+)?)(?:, (?:but )?| \()not (?:for )?(?P<what>{_DEED})(?=\s*(?:$|[),.;:!]))",
    re.IGNORECASE,
)
_NOT_AS = re.compile(
    r"\b(?:not|never) as (?:the|an?|your|our)\s+(?!rule\b|such\b|whole\b|result\b)(?=\w)", re.IGNORECASE
)
_GOOD = r"(?:good|fine|great|ok|okay|nice|perfect|ideal|best|handy|useful|made|meant|built|enough)"
_NOT_THAT = re.compile(
    rf"\b{_GOOD}\b[^,;.:]{{0,20}}?\bfor\s[^;.:]{{1,60}}?(?:,| \(|\sbut)\s*(?:but\s+)?(?:not|never)\s+(?:really\s+)?"
    r"(?:in\s+|on\s+|with\s+)?"
    r"(?!(?:for|so|as|yet|too|much|very|the|it|if|when|because|only|just|that|recommended|needed|supported)\b)"
    r"(?P<what>[a-z][\w/-]*(?: [a-z][\w-]*){0,2})(?=\s*(?:$|[,;.)!]))",
    re.IGNORECASE,
)
"""Behind what a thing is good for it tells what it is not for: "fine for ponds, not lakes"."""
_IS_NO = re.compile(
    r"(?<!there )\b(?:(?:is|are)\s+(?:no|not an?)|(?:is|are)n['’]?t\s+an?)\s+(?P<what>[a-z]+)(?=\s*(?:$|[,;.)!]))",
    re.IGNORECASE,
)
_NO_SUCH = frozenset({"backup", "cache", "database", "queue", "archive", "firewall", "replacement", "substitute"})
"""What a thing that is none of them is not to be used as: "a copy is no backup"."""
_REAL = re.compile(
    r"(?:primary|real|proper|full|true|general|complete|durable|permanent|long-term|source)\b", re.IGNORECASE
)


def _denied(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges of what something is said not to be, or not to be used with."""
    for start, end, name in _places(sentence):
        for target in purposes(sentence.clause, start, end, _NOT_SUITED):
            for source in said_of(sentence, start):
                yield edge(source, _NOT_SUITED, target, name)


def _places(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Where it stands what something is not for, and the rule that found it."""
    clause = sentence.clause
    text = clause.text
    for match in _NO_KIND.finditer(text, clause.body_start) if sentence.has(_ARTICLES) else ():
        end = _part_end(text, match.end())
        if _is_use(sentence, text[match.end() : end]):
            yield match.end(), end, "not such a thing"
    for match in _IS_NO.finditer(text, clause.body_start):
        if singular(match["what"].lower()) in _NO_SUCH:
            yield *match.span("what"), "not such a thing"
    for match in _NOT_AS.finditer(text, clause.body_start) if sentence.has(_ARTICLES | _ITS_OWN) else ():
        yield match.end(), _part_end(text, match.end()), "not as that"
    told = clause.subject_span is None and clause.subject_kind is not Kind.CONCEPT
    deed = _NOT_DEED.match(text, clause.body_start) if told else None
    if deed is not None and not any(is_verb(word) and word.endswith("s") for word in deed["is"].lower().split()):
        yield *deed.span("what"), "one deed, not the other"
    for match in _NOT_THAT.finditer(text, clause.body_start):
        first, _, more = match["what"].lower().partition(" ")
        if not is_verb(first) or (first.endswith("s") and not more):
            yield *match.span("what"), "good for one, not the other"
    if not sentence.has(_POINTERS):
        return
    for match in _THING_THERE.finditer(text, clause.body_start):
        yield *match.span("what"), "keep it out"
    for pattern in (_IT_THERE, _MAKE_IT):
        for match in pattern.finditer(text, clause.body_start):
            yield match.end(), _part_end(text, match.end()), "never there"


def _is_use(sentence: Sentence, words: str) -> bool:
    """Whether what something is not tells what it is no good for ("racing boat", "help against rust"): its kind of
    thing alone ("a boat") only tells what it is like."""
    if _REAL.match(words):
        return True
    noun, against, _ = words.lower().rstrip(" .!").partition(" against ")
    return bool(against) or (" " in noun and sentence.lexicon.names_kind(noun.rpartition(" ")[2]))


def _part_end(text: str, start: int) -> int:
    end = hard_end(text, start, len(text))
    comma = text.find(",", start, end)
    return end if comma < 0 else comma


LEFT_OUT_SAID = re.compile(
    r"[`*]*\s+(?:(?:is|are|was)\s+)?(?:not|(?:is|are)n['’]?t)\s+(?:yet\s+|currently\s+|officially\s+)?"
    r"(?:supported|accepted|allowed|understood)(?:\s+(?:yet|here|there|by it))?\s*(?:$|[,;.!)])",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"(?:^|[.!,;:]\s+)(?P<what>[A-Z][A-Za-z+#]*\b)(?=[`*]*\s)")


def _left_out(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Morse and Zigbee are not supported": what is named and not taken."""
    clause = sentence.clause
    for mention in clause.mentions:
        is_own = mention.key == clause.subject and clause.subject_span is not None
        about = clause.parent_subject if is_own else clause.subject
        if mention.kind not in PRODUCTS or about is None or about == mention.key:
            continue
        if LEFT_OUT_SAID.match(clause.text, mention.end):
            for member in list_before(clause, mention):
                yield edge(subject(about, clause), _NOT_SUITED, known(member), LEFT_OUT)
    for match in _WRITTEN.finditer(clause.text, clause.body_start):
        start, end = match.span("what")
        named = any(m.start < end and start < m.end for m in clause.mentions)
        if not named and LEFT_OUT_SAID.match(clause.text, end) and names_a_thing(match["what"]):
            yield edge(subject(clause.subject, clause), _NOT_SUITED, free(match["what"], _NOT_SUITED), LEFT_OUT)


LEFT_OUT = "said not to be supported"
DENIED = (Rule(_denied, _DENIALS), rule(_left_out, "supported accepted allowed understood"))
"""What something is said not to be, or not to be used with."""
