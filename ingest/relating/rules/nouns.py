"""What a clause says without relation words: what a thing is, the errors and the parts that it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from graph.identity import bare_key
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, subject
from ingest.relating.error_names import ERROR
from ingest.relating.phrases import Piece, clean, pieces
from ingest.relating.plain_words import GENERAL, PORT
from ingest.relating.sentence import Sentence
from ingest.terms import is_property, is_verb, names_a_thing, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

MAX_KIND_WORDS = 4
MAX_QUALITY_WORDS = 3
_ADVERB = r"(?:basically |simply |just |only |also |really )?"
_A = re.compile(
    rf"(?:(?:it|this|that)['’]s\s+|(?:(?:it|this)\s+)?(?:is\s+|=\s*)?){_ADVERB}an?\s+(?![-=]>|/)", re.IGNORECASE
)
_IS_A = re.compile(rf"\s+(?:\([^)]*\)\s*)?(?:is|are|=)\s+{_ADVERB}an?\s+", re.IGNORECASE)
NOUN_END = re.compile(
    r"\s+(?:that|which|who|where|for|in|of|to|with|on|at|from|frm|thru|by|between|running|consisting|including|containing|used|using|based|built|forked|derived|written|and|or|but|so|because|"
    r"when|if|as|designed|made|meaning|like|unlike|than|without|such|over|around|atop|-|–|—)\b(?!-)|\s+w/|\s*[,.;:()\n]|\s[-–—=+]",
    re.IGNORECASE,
)
VERB = re.compile(
    r"\b(?:is|are|can|will|has|have|was|does|must|may|should|needs?|allows?|gets?|remains)\b", re.IGNORECASE
)
_ASKS = re.compile(r"[^.,;:!?]{0,50}\?")
"""A question up to its sign, with no other sign in it."""
_ADVERBS = re.compile(r"\s(?:never|always|only|still|also|usually|often)\s", re.IGNORECASE)
_HAS_VERB = re.compile(
    r"(?:(?!\b(?:that|which|who|where|if|when|so|because|but|and)\b)[^,;:.()])*"
    r"\s(?:is|isn't|are|was|can|can't|cannot|will|won't|must|should|shouldn't|doesn't|does)\b"
)
_SAYS_IT = re.compile(r"(?:it|this|that|is|=)\b|=", re.IGNORECASE)
VERB_AFTER = re.compile(
    r"\b(?:is|are|can|will|has|have|was|does|must|may|should|needs?|allows?|gets?|\w+[^s]es|remains)\b", re.IGNORECASE
)
NO_KIND = frozenset(
    [
        "shorthand",
        "shortcut",
        "half",
        "third",
        "quarter",
        "sort",
        "pair",
        "brother",
        "sister",
        "cousin",
        "sibling",
        "twin",
        "beast",
        "monster",
        "pain",
        "mess",
        "nightmare",
        "joke",
        "lie",
        "toy",
        "option",
        "choice",
        "fit",
        "place",
        "way",
        "round",
        "set",
        "remedy",
        "successor",
        "predecessor",
        "replacement",
        "example",
        "lot",
        "bit",
        "part",
        "copy",
        "number",
        "must",
        "time",
        "few",
        "couple",
        "maximum",
        "minimum",
        "default",
        "kind",
        "type",
        "form",
        "idea",
        "name",
        "word",
        "extension",
        "result",
        "thing",
        "truth",
        "resort",
        "line",
        "case",
        "reason",
        "problem",
        "limit",
        "family",
        "process",
        "opposite",
        "list",
        "tool",
    ]
)
GROUPS = frozenset(
    ["collection", "group", "series", "sequence", "bunch", "stack", "bundle", "set", "list", "pile", "heap", "mix"]
)
"""Before "of" they tell that a thing is made up of many of what stands behind."""


def named(sentence: Sentence, gone: Collection[str | None]) -> Iterator[EdgeDraft]:
    """The edges of nouns that stand without relation words. `gone` are keys of what the clause says is replaced."""
    for kind in _kind(sentence):
        last = (kind.target.text or "").lower().rpartition(" ")[2]
        if not _is_praise(sentence.clause) or sentence.lexicon.names_kind(last):
            yield kind
    for edge_ in _parts(sentence):
        if edge_.target.key not in gone:
            yield edge_


def _kind(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "X is a Y", and "a Y" at the beginning of what is said of X."""
    clause = sentence.clause
    if clause.subject_span is not None:
        match = _IS_A.match(clause.text, clause.subject_span[1])
    else:
        match = _A.match(clause.text, clause.body_start)
    if match is None:
        return
    start = match.end()
    noun_end = NOUN_END.search(clause.text, start)
    while noun_end and noun_end[0].strip() == "," and _is_quality(clause.text[start : noun_end.start()]):
        start = noun_end.end()  # "a fast, reliable parcel service"
        noun_end = NOUN_END.search(clause.text, start + 1)
    end = noun_end.start() if noun_end else len(clause.text)
    if "?" in sentence.signs and _ASKS.match(clause.text, start):
        return  # "only a ride now and then? the ferry"
    if clause.subject_span is None and _HAS_VERB.match(clause.text, end) and not _SAYS_IT.match(match[0]):
        return  # "a rope on the bow is a must": the subject of its own sentence
    words = clause.text[start:end].split()
    if (
        not 0 < len(words) <= MAX_KIND_WORDS
        or is_vague_kind(words)
        or (len(words) == 1 and words[0].lower() in GENERAL | {"tool"})
        or VERB_AFTER.search(clause.text, start, end)
        or words[-1].lower() in word_list("in another's place")
    ):
        return
    if len(words) > 1 and words[0].lstrip("[`*")[:1].isupper() and words[1].endswith("s") and is_verb(words[1]):
        return  # "a Pilot steers ships"
    is_group = words[-1].lower() in GROUPS and noun_end is not None and noun_end[0].strip() == "of"
    if is_group or _ADVERBS.search(clause.text, start, end):
        return  # "a series of knots", "a rope never breaks"
    joined = joined_end(sentence, start, end)
    whole_words = Piece(clean(clause.text[start:joined]), start, joined)
    for piece in [whole_words] if joined > end else pieces(clause.text, start, end)[:1]:
        whole = next((m for m in clause.mentions if m.start == piece.start and m.end >= end - 1), None)
        if whole is not None and whole.kind in (Kind.FEATURE, Kind.SERVICE) and clause.subject_span is None:
            return
        if whole is None and " " not in piece.text and piece.text.endswith("ed") and is_verb(piece.text.lower()):
            return  # "a tied or moored boat ends there"
        target = known(whole) if whole is not None else free(piece.text, RelationType.KIND_OF)
        yield edge(subject(clause.subject, clause), RelationType.KIND_OF, target, "is a")


def is_vague_kind(words: list[str]) -> bool:
    """Whether the noun that ends some words says too little of what a thing is; "mending tool" says enough."""
    last = words[-1].lower()
    told = words[-2].lower() if last == "tool" and len(words) > 1 else ""
    is_told = told and told not in _PRAISING and (told.endswith("ing") or not is_property(told))
    return last in NO_KIND and not is_told


_PRAISING = frozenset(["right", "best", "handy", "useful", "powerful", "popular", "standard", "single", "other"])


_JOINED = re.compile(
    r"\s*(?:\+|&|and|/)\s*(?P<noun>[\w-]+(?: [\w-]+)?)(?=\s*(?:[.,;:()]|$|\s(?:on|for|that|which|by|in|of|with)\b))"
)


def joined_end(sentence: Sentence, start: int, end: int) -> int:
    """Where a kind ends whose noun stands behind a second word for it: "search + chart tool"."""
    text = sentence.clause.text
    joined = _JOINED.match(text, end)
    words = text[start:end].lower().split()
    is_noun = not words or sentence.lexicon.names_kind(words[-1])
    return (
        joined.end()
        if joined and not is_noun and sentence.lexicon.names_kind(joined["noun"].lower().split()[-1])
        else end
    )


def _is_praise(clause: Clause) -> bool:
    """Whether a label says what the subject is like ("Fault tolerant: a single …"): what follows is a reason."""
    return clause.label is not None and clause.parent_subject is None and not names_a_thing(clause.label)


def _is_quality(words: str) -> bool:
    """Whether words before a comma only say what a thing is like ("fully managed")."""
    last = words.split()[-1:]
    is_short = 0 < len(words.split()) <= MAX_QUALITY_WORDS and not VERB.search(words)
    return is_short and (is_property(words) or last[0].lower().endswith("ed"))


def _parts(sentence: Sentence) -> Iterator[EdgeDraft]:
    """Parts of what the clause is about, and of what that belongs to, which the clause names in passing."""
    clause = sentence.clause
    for mention in clause.mentions:
        if mention.kind is not Kind.FEATURE or _is_error(clause, mention) or sentence.denies(mention):
            continue
        if PORT.match(clause.text, mention.start):
            continue
        if bare_key(mention.key).endswith(f"-{bare_key(clause.subject)}"):  # "night ferry" in what is said of the ferry
            yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, known(mention), "variant named")
        owner = mention.owner or mention.key.rpartition("/")[0] or None
        if owner == mention.key:
            continue
        if owner == clause.subject:
            yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, known(mention), "part named")
        elif owner and owner in (clause.owner, clause.parent_subject):
            yield edge(End(key=owner), RelationType.HAS_FEATURE, known(mention), "part of the section named")
        elif whole := _whole(clause, mention):
            yield edge(End(key=whole), RelationType.HAS_FEATURE, known(mention), "part of a part named")


def _is_error(clause: Clause, mention: Mention) -> bool:
    """Whether words look like an error's name; what packs know as a part in capitals with "_" is none."""
    surface = _surface(clause, mention)
    known_part = mention.rule in ("pack", "alias") and "_" in surface and surface.isupper()
    return not known_part and _is_called_so(surface)


@lru_cache(maxsize=4096)
def _is_called_so(surface: str) -> bool:
    return ERROR.fullmatch(surface) is not None


def _whole(clause: Clause, mention: Mention) -> str | None:
    """The owner of a mention's owner that is the clause's subject, or above it."""
    above = (clause.subject, clause.owner, clause.parent_subject)
    return next((whole for whole in mention.wholes if whole in above and whole != mention.key), None)


def _surface(clause: Clause, mention: Mention) -> str:
    return clause.text[mention.start : mention.end]
