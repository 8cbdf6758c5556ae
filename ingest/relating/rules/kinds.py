"""What a thing is, said behind its label or its verb: "barge: document store, every shelf is indexed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.names import singular
from graph.text import tail
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled, mentioned, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.phrases import Piece, clean
from ingest.relating.plain_words import VAGUE, is_noun
from ingest.relating.rules.kinds_behind import KINDS_BEHIND
from ingest.relating.rules.kinds_of_many import MANY_KINDS, PLURAL, may_be_a_kind
from ingest.relating.rules.nouns import GROUPS, NO_KIND, NOUN_END, VERB, is_vague_kind, joined_end
from ingest.relating.sentence import LABEL, Sentence
from ingest.relating.subjects import follows_noun, is_predicate
from ingest.terms import given_up, is_general, is_property, is_verb, names_a_thing, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

MAX_WORDS = 4
_IS_WITHIN = re.compile(r"\W*(?:in|on|at|inside|within|under)\s")
TOLD_BESIDE = "kind told beside it"
_WAYS = frozenset({"via", "through", "over", "using", "per"})
_QUALITIES = frozenset({"free", "open"})
"""Verbs that before a noun say what it is like."""
_MEANS = frozenset({"by", "with", "w", "w/"})
_DIGIT = re.compile(r"\d")
_ONLY_DONE = re.compile(r"\s*(?:only|just|always|never)\s", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|just|always|never)\s+$", re.IGNORECASE)
"""Before a verb it tells that a deed is meant: "lazy steering = only turn the wheel when needed"."""
_CODE = re.compile(r"[a-z]{0,4}-?\d{3,6}")
_SUM = re.compile(r"\s*(?:[-+*/×]\s|[/*]\()")
"""Behind the first of what an equation reckons with: "lag = newest tide - last tide"."""


_WRITTEN_AS_CODE = re.compile(r"(?:^|\s)[a-z]+[A-Z]\w*$|\w_\w")
_DOES = re.compile(
    r"(?:an?\s+)?(?P<noun>(?:[\w-]+\s+){0,3}?[\w-]+)\s+(?P<sign>that|which|(?:used )?to)\s+[\w-]+", re.IGNORECASE
)


def _doer(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Locks: chambers that lift boats", "Logbook: diary to note the wind": a kind by what it does."""
    clause = sentence.clause
    if clause.label is None or clause.parent_subject is None or clause.subject_span is not None:
        return
    match = _DOES.match(clause.text, clause.body_start)
    if match is None:
        return
    noun, words = match["noun"], match["noun"].lower().split()
    start, end = match.span("noun")
    is_clause = match["sign"].lower() in ("that", "which") and names_a_thing(noun)
    small = sentence.lexicon.no_nouns | sentence.lexicon.auxiliaries
    if not (is_clause or sentence.lexicon.names_kind(singular(words[-1]))) or small & set(words):
        return
    if is_general(noun) or words[-1] in word_list("people") or (is_verb(words[0]) and words[0].endswith("s")):
        return
    if not any(m.start < end and start < m.end and m.kind is not Kind.CONCEPT for m in clause.mentions):
        yield edge(labelled(clause), RelationType.KIND_OF, free(noun, RelationType.KIND_OF), "kind that does something")


_OF_OR_FOR = re.compile(r"(?:an?\s+|the\s+)?(?P<noun>[a-z][\w-]+(?: [a-z][\w-]+)?)\s+(?:for|of)\s+\w", re.IGNORECASE)
_PARTITIVES = NO_KIND | GROUPS | frozenset(["instance", "slice", "piece", "pair", "container", "range"])
"""Before "of" they tell how much of something there is, and what it is stands behind."""


def _by_purpose(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Chart: map of the harbour", "log - diary for the watch": a part's kind, before what it is of or for."""
    clause = sentence.clause
    is_explained = clause.label is not None and clause.subject_kind is Kind.FEATURE and clause.lead is None
    match = _OF_OR_FOR.match(clause.text, clause.body_start) if is_explained and clause.subject_span is None else None
    if match is None:
        return
    noun, words = match["noun"], match["noun"].lower().split()
    is_many = PLURAL.search(words[-1]) is not None
    is_named = any(m.start < match.end("noun") and m.end > match.start("noun") for m in clause.mentions)
    is_kind = is_noun(noun) and not (
        is_verb(words[0]) or words[-1].endswith("ed") or words[-1] in _PARTITIVES | word_list("past")
    )
    if is_kind and not (is_many or is_named):
        yield edge(labelled(clause), RelationType.KIND_OF, free(noun, RelationType.KIND_OF), "kind before its purpose")


_MADE_UP_OF = re.compile(
    r"(?:(?:it|this)\s+)?(?:is\s+|=\s*)?(?:(?:just|only|basically|simply)\s+)?(?:an?\s+)?(?:(?!the\b)[a-z-]+\s+){,2}?"
    rf"(?:{'|'.join(sorted(GROUPS))})\s+of\s+(?:(?:one or more|many|several|all|related|different)\s+)*(?=[\w`*])",
    re.IGNORECASE,
)
MAX_MEMBER_WORDS = 3


def _made_up_of(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Fleet: group of boats", "a logbook is a series of entries": what there are many of in a thing are its parts."""
    clause = sentence.clause
    start = clause.subject_span[1] if clause.subject_span is not None else clause.body_start
    start = len(clause.text) - len(clause.text[start:].lstrip(" `*"))
    match = _MADE_UP_OF.match(clause.text, start)
    if match is None or clause.subject_kind is Kind.CONCEPT or clause.lead is not None:
        return
    if clause.subject_span is not None and not match[0].lower().startswith(("is ", "=")):
        return
    stop = NOUN_END.search(clause.text, match.end())
    end = stop.start() if stop else len(clause.text)
    piece = Piece(clean(clause.text[match.end() : end]), match.end(), end)
    words, named = piece.text.lower().split(), mentioned(clause, piece)
    is_many = 0 < len(words) <= MAX_MEMBER_WORDS and PLURAL.search(words[-1]) is not None
    if not is_many or not (named is not None or is_noun(piece.text)):
        return
    about = labelled(clause) if clause.subject_span is None else subject(clause.subject, clause)
    is_unknown = clause.subject_span is None and about.key == clause.subject
    if clause.label is not None and is_unknown and bare_key(clause.subject) != slug(clause.label):
        about = free(clean(clause.label), RelationType.HAS_FEATURE)
    target = known(named) if named is not None else free(piece.text, RelationType.HAS_FEATURE)
    if target != about:
        yield edge(about, RelationType.HAS_FEATURE, target, "made up of many")


_IS = re.compile(
    r"\s+(?:\([^)]*\)\s*)?(?:(?:is|are|was|were)\s+(?:(?:only|just|also|basically|simply|always|usually|really"
    r"|actually|essentially|technically|mostly|now)\s+)?(?:an?|the|our)|=\s*(?:an?|the)?)\s+",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\s*[,(;]\s*(?:(?:which|that)\s+(?:is|are)|that'?s|it'?s)\s+(?:(?:just|only|also|basically"
    r"|really)\s+)?(?:(?:an?|the)\s+)?",
    re.IGNORECASE,
)
"""Behind a name it tells what that is: "a ketch, which is a", "(thats just a"."""
_SUPPOSED = re.compile(r"\b(?:if|when|whenever|unless|whether)\b[^,;:.]*$", re.IGNORECASE)
"""Before a name it tells that what is said of it is only supposed: "if the mast is a pole"."""
_DIFFERS = re.compile(r"[`*]*,?\s(?:but|only|just|without)\b")
_LIKE = re.compile(r"\s+(?:\([^)]*\)\s*)?(?:like|such as|e\.g\.)\s+")


def _said(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "X is the night ferry of Y", "a boat builder like X": kinds of names that need not be the clause's subject."""
    clause = sentence.clause
    for mention in clause.mentions:
        is_given = _SUPPOSED.search(tail(clause.text, clause.body_start, mention.start)) is not None
        match = _IS.match(clause.text, mention.end) or _but_is(clause, mention)
        if match is not None and may_be_a_kind(clause, mention) and not is_given:
            yield from _kind_at(sentence, known(mention), match.end(), is_sign="=" in match[0])
        like = _LIKE.match(clause.text, mention.end)
        example = next((m for m in clause.mentions if like and m.start == like.end()), None)
        if example and _DIFFERS.match(clause.text, example.end):
            continue  # "decks like a ferry but no lift"
        if example and example.kind in PRODUCTS and mention.kind in (Kind.CONCEPT, Kind.FEATURE):
            yield edge(known(example), RelationType.KIND_OF, known(mention), "kind with an example")


_BUT = re.compile(r"\b(?:whereas|while|but)\s+(?:the\s+)?[`*]*$", re.IGNORECASE)
_PLAINLY = re.compile(r"[`*]*\s+is\s+(?!\w+[ -](?:based|only|driven|oriented)\b)")


def _but_is(clause: Clause, mention: Mention) -> re.Match[str] | None:
    """ "a gig is rowed whereas X is heavy steel": what the other side is, with no article where there is no count."""
    match = _PLAINLY.match(clause.text, mention.end)
    return match if match and _BUT.search(tail(clause.text, clause.body_start, mention.start)) else None


def _beside(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "you get a ketch, which is a boat": the kind of a name that the clause need not be about."""
    clause = sentence.clause
    for mention in clause.mentions:
        match = _BESIDE.match(clause.text, mention.end) if may_be_a_kind(clause, mention) else None
        if match is None:
            continue
        named = next((m for m in clause.mentions if m.start == match.end() and m.key != mention.key), None)
        if named is not None and not clause.text.startswith(" there", named.end):  # what can be had there
            yield edge(known(mention), RelationType.KIND_OF, known(named), TOLD_BESIDE)
        elif match[0].rstrip().lower().endswith((" a", " an")):
            for told in _kind_at(sentence, known(mention), match.end(), is_sign=False):
                yield told._replace(rule=TOLD_BESIDE)


def _kind_at(sentence: Sentence, source: End, start: int, *, is_sign: bool) -> Iterator[EdgeDraft]:
    clause = sentence.clause
    stop = NOUN_END.search(clause.text, start)
    end = joined_end(sentence, start, stop.start() if stop else len(clause.text))
    piece = Piece(clean(clause.text[start:end]), start, end)
    words = piece.text.lower().split()
    mention = mentioned(clause, piece)
    is_sum = is_sign and (_SUM.match(clause.text, end) is not None or clause.text[start:end].rstrip().endswith("/"))
    is_told_only = _ONLY.search(clause.text, 0, start) is not None or _ONLY_DONE.match(clause.text, start) is not None
    is_deed = bool(words) and is_verb(words[0]) and is_told_only
    vague = (
        is_sum
        or (is_sign and _CODE.fullmatch(bare_key(source.key or "")) is not None)  # what an error means
        or is_deed
        or not words
        or is_vague_kind(words)
        or words[0] == "one"
        or ("/" in piece.text and words[-1].endswith("s"))
    )
    if vague or not is_kind(sentence, piece, first=True):
        return
    if is_sign and clause.text[start:].startswith(piece.text + " only"):
        return  # "Tug = harbour only"
    is_use = is_sign and source.kind is Kind.SERVICE  # "X = reports"
    if mention is not None and (mention.kind is Kind.SERVICE or mention.key == source.key or is_use):
        return
    target = known(mention) if mention is not None else free(piece.text, RelationType.KIND_OF)
    yield edge(source, RelationType.KIND_OF, target, "is said to be")


_IN_A_FLOW = frozenset(["source", "input", "output", "origin"])
"""Nouns that by themselves tell where something stands, and not what it is."""
_POINTING_OUT = frozenset(["rather", "favour", "favor", "prefer", "wrong", "right", "new", "same", "next", "previous"])
_HOW_OFTEN = frozenset(["hourly", "daily", "nightly", "weekly", "monthly", "yearly"])
_LOOKED_AFTER = frozenset(["managed", "hosted", "self-hosted", "serverless"])
_NEWER = frozenset(["newer", "older", "modern"])
"""Before a product's name they tell of another product, and no kind."""
_ONCE = frozenset(["formerly", "previously", "originally", "née"])
_LEFT_OPEN = frozenset(["anything", "everything", "something", "whatever"])


def is_kind(sentence: Sentence, piece: Piece, *, first: bool) -> bool:
    """Whether words can be a kind: the first of a line that no verb follows, later ones by their last noun alone."""
    words = piece.text.lower().split()
    if not 0 < len(words) <= MAX_WORDS or _has_figure(sentence, piece) or VERB.search(piece.text) or "'" in words[0]:
        return False
    lexicon = sentence.lexicon
    if _WRITTEN_AS_CODE.search(piece.text):
        return False  # "seatId"
    if sentence.clause.text[piece.start - 1 : piece.start] == "/":
        return False  # the rest of "A/B service"
    if _ends_as_no_kind(sentence, piece, words) or _tells_of_product(sentence.clause, piece, words[0]):
        return False
    if _IS_WITHIN.match(sentence.clause.text, piece.start):
        return False  # "in the hold"
    if (len(words) == 1 and words[0] in _HOW_OFTEN) or piece.text.lower() in word_list("adverbials"):
        return False  # "weekly"
    if len(words) == 1 and (words[0] in _IN_A_FLOW | word_list("participles") or words[0].endswith("less")):
        return False  # "written in ink", "crewless"
    if words[0] in _POINTING_OUT | _ONCE | _LEFT_OPEN or words[0] in given_up():
        return False  # "wrong tool for joins", "every turn = new knot", "dropped the oars", "formerly Lamp"
    if words[0] in lexicon.no_nouns or words[-1] in lexicon.fillers or not _WAYS.isdisjoint(words):
        return False  # "steering via ropes"
    if not lexicon.negations.isdisjoint(words) or words[-1] in word_list("predicates") | word_list("gone"):
        return False  # "old ropes shouldn't be", "perfect", "legacy"
    if words[-1] in word_list("particles") or _states_deed(sentence, piece):
        return False  # "the sails go up", "triggers the horn"
    follows = follows_noun(sentence, piece)
    if follows in _MEANS and not lexicon.names_kind(words[-1]):
        return False  # "steering by the stars"
    if follows in ("of", "to") or any(len(word) == 1 or word in ("each", "every") for word in words):
        return False
    if is_general(piece.text) or is_property(piece.text) or piece.text.lower() in word_list("qualities"):
        return False
    if is_predicate(sentence, follows):
        return False
    if len(words) > 1 and PLURAL.search(words[-2]) and (is_verb(words[-1]) or not lexicon.names_kind(words[-1])):
        return False  # "sailors wait in": a sentence begins; "boats old, new"
    is_written = not piece.text.rpartition(" ")[2].islower()  # "IaaS", "GitOps"
    is_named = any(m.end == piece.end and (m.kind in PRODUCTS or is_written) for m in sentence.clause.mentions)
    if not first and not lexicon.names_kind(words[-1]):
        return False
    if (PLURAL.search(words[-1]) and not is_named) or any(is_verb(word) and word.endswith("s") for word in words):
        return False
    if len(words) == 2 and lexicon.names_kind(words[1]) and words[0] not in word_list("openers"):
        return True  # "stream processor", where to stream is a verb, too
    is_quality = words[0].endswith("ed") or words[0] in _QUALITIES
    return not is_verb(words[0]) or (is_quality and len(words) > 1)


def _ends_as_no_kind(sentence: Sentence, piece: Piece, words: list[str]) -> bool:
    """Whether the last word tells what a thing is like, how it is sold or made, or what was done to it."""
    last = words[-1]
    if last in VAGUE - {"set"} or any(last in word_list(n) for n in ("superlatives", "graded", "comparatives")):
        return True  # "cheap way to tie boats", "high speed"
    is_done = last.endswith("ed") and not last.endswith("eed") and (is_verb(last) or len(words) > 1)
    if last in word_list("past") or is_done:
        return True  # "ropes coiled", "double planked"
    if last in ("plan", "tier", "licence", "license", "edition") or last in word_list("in another's place"):
        return True  # "free plan", "drop-in replacement for oars"
    return last in word_list("made from another") and _holds_name(sentence.clause, piece)  # "raft fork"


_BESIDE_IT = re.compile(r"\s*(?:,|or|and|/)\s*", re.IGNORECASE)


def _tells_of_product(clause: Clause, piece: Piece, first: str) -> bool:
    """Whether words tell a way to have several products, or of another one: "hosted Raft or Barge", "newer Raft"."""
    if first in _NEWER:
        return _holds_name(clause, piece)
    end = piece.start + len(piece.text)
    named = [m for m in clause.mentions if m.kind in PRODUCTS] if first in _LOOKED_AFTER else []
    beside = _BESIDE_IT.match(clause.text, end) if any(m.start > piece.start and m.end == end for m in named) else None
    return beside is not None and any(m.start == beside.end() for m in named)


def _holds_name(clause: Clause, piece: Piece) -> bool:
    return any(piece.start <= m.start and m.end <= piece.end and m.kind in PRODUCTS for m in clause.mentions)


def _states_deed(sentence: Sentence, piece: Piece) -> bool:
    """Whether words hold a relation's verb with its object: a sentence, misspelt perhaps, and no noun."""
    inside = sentence.hits_between(piece.start, piece.end)
    return any(hit.phrase.verb and not hit.phrase.weak and sentence.place(hit.end) < piece.end for hit in inside)


def _has_figure(sentence: Sentence, piece: Piece) -> bool:
    """Whether a digit stands in words and not in the name that ends them ("managed k8s")."""
    if not _DIGIT.search(piece.text):
        return False
    named = next((m for m in sentence.clause.mentions if piece.start < m.start and m.end == piece.end), None)
    return named is None or _DIGIT.search(sentence.clause.text[piece.start : named.start]) is not None


SAID_KINDS = (
    *KINDS_BEHIND,
    rule(_doer, LABEL),
    rule(_by_purpose, LABEL, "of for"),
    Rule(_made_up_of, GROUPS),
    rule(_said, "is are was were = like such e.g e"),
    *MANY_KINDS,
    rule(_beside, "which that that's thats it's its"),
)
"""Kinds of things by what they do, and kinds that a clause says or gives an example of."""
