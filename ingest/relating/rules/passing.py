"""Names that a clause mentions without saying how: their kind and the sign before them tell the likeliest relation.

"Kanban board, Slack, webhooks" below a tool: a name in a list is what the tool takes; behind "on" or "+" what it uses.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from graph.vocabulary import Kind, RelationType
from ingest.relating.doubts import is_left_behind
from ingest.relating.ends import edge, free, known, mentioned, subject
from ingest.relating.error_names import ERROR
from ingest.relating.rules.other_members import others_of_lists
from ingest.relating.sentence import Sentence
from ingest.relating.subjects import follows_noun, is_predicate, opening_noun
from ingest.relating.topics import is_topic
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

_DESCRIBES = re.compile(
    r"[\s-]+(?!(?:and|or|to|for|in|on|from|with|by|at|of|via|over|is|are|but|so|when|if|as)\b)[a-z]"
)
"""A noun behind a name: the name only describes it ("HTTP endpoint")."""
_GOES_ON = re.compile(r" [A-Z][a-z]+(?: [A-Z]\w*)*(?=$|[ ,;.)])")
_AIMS = frozenset({"for", "on", "in", "of", "to"})
"""Before a name, they tell what something else is for, or where it is."""
_JOINED = frozenset({"and", "or", "with", "in", "+"})
_LISTED = frozenset({",", "and", "+", "&", "/", ".", ":", ";"})
"""Before an idea in a list it is, as behind a verb, what a thing does or has; other words only bring it up."""
_BESIDE_TIERS = frozenset({"only", "and", "or", "up", "max", "has", "needs", "on", "in", "for", "with", "is"})
_ANOTHERS = frozenset({"by", "i.e", "from", "at"})
"""Before a name, they tell who made what the line is about, or what a word before means."""
_SUITS = (RelationType.SUITED_TO, RelationType.NOT_SUITED_TO)
_MEANS = frozenset({"ip", "cpu", "gpu", "ram"})
"""What everything runs with is no technology that something takes."""
_CONDITIONS = frozenset(
    ["if", "when", "unless", "until", "before", "after", "than", "unlike", "like", "instead", "not", "vs", "versus"]
) | {"kinda", "sorta", "roughly", "about"}
_DENYING = frozenset(
    {"cannot", "can't", "cant", "doesn't", "doesnt", "don't", "dont", "isn't", "not", "never", "without"}
)
"""Verbs that deny what follows them; "no" denies the next noun only."""
_TURNS = frozenset({"but", "else", "otherwise", "instead"})
_ARROWS = frozenset({"->", "=>"})
"""What stands behind one is where something leads, not what the thing has with it."""


_FORMATTED = re.compile(r"[ -](?:formatted|encoded|compatible|compliant)\b", re.IGNORECASE)
_MADE_OF = re.compile(r"s? (?:storage|disks?|drives?|memory|hardware|chips?|processors?)\b", re.IGNORECASE)
"""Behind a name, what a thing is made with."""
_NOUNS = word_list("records") | word_list("stored") | word_list("nouns too")
NAMED_IN_PASSING = "named in passing"
_LEARNING = frozenset({"chapter", "chap", "mock", "quiz", "lecture", "slides", "homework"})
"""On a line about learning, a name is what there is to learn."""
_ASKED = frozenset({"question", "questions", "asked", "asks"})
_TELLS_NOTHING = (RelationType.HAS_FEATURE, RelationType.CONTRASTS_WITH)


class Settled:
    """The things between which a document has told a relation: where it names one again in passing, that is meant."""

    def __init__(self) -> None:
        self._pairs: set[tuple[str | None, str | None]] = set()

    def without(self, edges: Iterable[EdgeDraft]) -> tuple[EdgeDraft, ...]:
        """The edges of a clause but those in passing whose ends have a relation already; the others settle theirs."""
        kept = []
        for each in edges:
            pair = (each.source.key, each.target.key)
            if each.rule != NAMED_IN_PASSING:
                kept.append(each)
                if each.relation not in _TELLS_NOTHING:
                    self._pairs.add(pair)
            elif pair not in self._pairs:
                kept.append(each)
        return tuple(kept)


def passing(sentence: Sentence, told: Collection[EdgeDraft], used: Collection[str | None]) -> Iterator[EdgeDraft]:
    """The edges of names in passing. `told` are the other edges of the clause, `used` the keys that they settle."""
    clause = sentence.clause
    is_praise = clause.lead is not None and clause.lead.relation in _SUITS
    if clause.hypothetical or is_praise:
        return
    yield from _tiers(sentence)
    texts = [e.target.text or "" for e in told if e.relation is RelationType.USES]
    longer = [f"{text} ".lower() for text in texts if " " in text]
    if longer:  # "a harbour lock" names no harbour
        within = (m for m in clause.mentions if m.kind is Kind.TECHNOLOGY)
        begun = {m.key for m in within if any(text.startswith(_surface(clause, m)) for text in longer)}
        used = {*used, *begun}
    named = [*_named(sentence, used)]
    yield from named
    yield from others_of_lists(sentence, (*named, *told))


def _surface(clause: Clause, mention: Mention) -> str:
    return f"{clause.text[mention.start : mention.end]} ".lower()


def _named(sentence: Sentence, used: Collection[str | None]) -> Iterator[EdgeDraft]:
    """The edges of the names of a clause that no other edge has."""
    clause = sentence.clause
    known_already = {*used, *_MEANS, clause.subject}
    others = [mention for mention in clause.mentions if mention.key not in known_already]
    asked = "exam" in sentence.holds and sentence.has(_ASKED)  # "exam question mentioned X"
    span = clause.subject_span
    of_error = span is not None and ERROR.fullmatch(clause.text, *span) is not None
    if not others or asked or of_error or sentence.has(_LEARNING):
        return
    plain = all(hit.phrase.weak for hit in sentence.hits())
    bad_for = (sentence.place(h.first) for h in sentence.hits() if h.phrase.relation is RelationType.NOT_SUITED_TO)
    blamed = next(bad_for, len(clause.text))
    limited = min(_first(sentence, sentence.lexicon.negations), _first(sentence, _CONDITIONS))
    led_to = _first(sentence, _ARROWS)
    like = _like_subject(sentence)
    for mention in others:
        if mention in like or blamed < mention.start or sentence.denies(mention):
            continue
        is_told_of = _TOLD_OF.match(clause.text, mention.end) is not None
        is_told_of = is_told_of or _does_something(clause, mention)
        if is_told_of or led_to < mention.start or is_topic(sentence, mention) or _is_in_longer_name(clause, mention):
            continue
        written = clause.text[mention.start : mention.end].lower()
        if _is_of_another(clause, mention) or (len(clause.mentions) == 1 and written in sentence.lexicon.kind_nouns):
            continue  # "Ferry (old)" below a boat: what it is
        sign = _sign_before(sentence, mention)
        is_denied = _NON.search(clause.text, max(0, mention.start - 5), mention.start) is not None
        if is_denied or sign in _LEAVING or is_left_behind(sentence, mention) or _is_told_of_opener(clause, mention):
            continue
        is_item = mention.kind is Kind.TECHNOLOGY and clause.subject_kind is Kind.SERVICE and sign not in _ANOTHERS
        if plain and is_item:
            if _is_denied(sentence, mention):
                continue
            is_stuff = _MADE_OF.match(clause.text, mention.end) is not None
            taken = RelationType.USES if is_stuff else RelationType.SUPPORTS
            yield edge(_actor(sentence, mention), taken, known(mention), "technology named")
        elif mention.kind is Kind.TECHNOLOGY and _FORMATTED.match(clause.text, mention.end) and limited > mention.start:
            yield edge(_actor(sentence, mention), RelationType.SUPPORTS, known(mention), "technology named")
        elif not (_DESCRIBES.match(clause.text, mention.end) or limited < mention.start):
            relation = _likeliest(clause, mention, sign)
            if relation is RelationType.USES and _is_among_technologies(clause, mention):
                relation = RelationType.SUPPORTS
            if relation is RelationType.HAS_FEATURE:
                relation = _of_idea(sentence, mention, sign)
            if relation is not None:
                yield edge(_actor(sentence, mention), relation, known(mention), NAMED_IN_PASSING)


_BESIDE_IT = re.compile(r"[`*]*\s*(?:,\s*(?:and|or)?|/|and|or)\s*[`*]*", re.IGNORECASE)
MIN_TECHNOLOGIES = 3


def _is_among_technologies(clause: Clause, mention: Mention) -> bool:
    """Whether a product goes on with a list of technologies that are taken: "Morse, Braille, Latin, Telegraph"."""
    listed = [m for m in clause.mentions if m.kind is Kind.TECHNOLOGY and m.end < mention.start]
    if len(listed) < MIN_TECHNOLOGIES:
        return False
    return _BESIDE_IT.fullmatch(clause.text, listed[-1].end, mention.start) is not None


def _is_of_another(clause: Clause, mention: Mention) -> bool:
    """Whether a name stands in the bracket behind something else than the subject: "…, the depot (oak)"."""
    opened = clause.text.rfind("(", clause.body_start, mention.start)
    if opened <= 0 or ")" in clause.text[opened : mention.start]:
        return False
    if clause.text.startswith("(or ", opened) or clause.text[opened - 1] == "/":
        return True  # "the depot (or the barge)", "speed = way/(wind+tide)"
    before = clause.text[clause.body_start : opened].rstrip()
    end = clause.body_start + len(before)
    head = next((m for m in clause.mentions if m.end == end), None)
    if _GLOSS.match(clause.text, opened) and before and (head is None or head.key != clause.subject):
        return True  # "deck hands (a crew on a boat)"
    if head is not None:
        return head.kind is Kind.FEATURE and head.owner not in (None, clause.subject) and head.key != clause.subject
    written = _WRITTEN.search(before)
    return written is not None and written.start() > 0


_PART_START = re.compile(r"(?:^|[,;.]\s+)(?:(?:and|but|while|whereas)\s+)?(?:the\s+|an?\s+)?[`*]*", re.IGNORECASE)
_DOES = re.compile(r"[`*]*(?P<which>,\s+(?:which|who))?\s+(?P<verb>[a-z]+s)\s")


def _is_told_of_opener(clause: Clause, mention: Mention) -> bool:
    """Whether what is said of another product names it: "…, the Barge has a flag on X", "by the Tug, which pulls X"."""
    opened = list(_PART_START.finditer(clause.text, 0, mention.start))
    starts = {match.end() for match in opened}
    for other in clause.mentions:
        if other.end >= mention.start or other.key == clause.subject or other.kind is not Kind.SERVICE:
            continue
        does = _DOES.match(clause.text, other.end)
        if does is None or not (does["which"] or other.start in starts) or opened[-1].start() > other.end:
            continue
        if does["verb"] == "has" or (is_verb(does["verb"]) and does["verb"] not in _NOUNS):
            return True
    return False


_DOES_TO_IT = re.compile(
    r"[`*]*(?:\s*(?:[+&,/]|and)\s*[`*]*[A-Z][\w-]*[`*]*)*\s+(?P<verb>[a-z]+)\s+(?:it|them|this|these|those|both)\b"
)


def _does_something(clause: Clause, mention: Mention) -> bool:
    """Whether a name opens a later part of its clause as the subject of a verb: "…, the Barge and the Tug avoid it"."""
    does = _DOES_TO_IT.match(clause.text, mention.end)
    if does is None or mention.start == 0 or not is_verb(does["verb"]):
        return False
    return clause.text[max(0, mention.start - 10) : mention.start].rstrip("`* ")[-1:] in {",", ";", "+", "&", "/"}


_TOLD_OF = re.compile(r"`?(?:\s*=\s|:\s)|\?|['’]s ")
"""Behind a name: the words tell or ask of that ("pushes (the Ferry = pull)", "Fixed IP? no", "the Ferry's oars")."""
_GLOSS = re.compile(r"\(\s*an?\s")
_WRITTEN = re.compile(r"\b[A-Z]\w+ (?:[A-Z]\w+|v?\d[\d.]*)$")


def _like_subject(sentence: Sentence) -> list[Mention]:
    """The names that a list goes on with which what the clause is about begins: "trams, buses and boats stop here"."""
    clause = sentence.clause
    found = [m for m in clause.mentions if clause.subject_span is not None and m.start == clause.subject_span[0]]
    for mention in clause.mentions if found else ():
        if mention.start > found[-1].end and _LIST_GOES_ON.fullmatch(clause.text, found[-1].end, mention.start):
            found.append(mention)
    return found


_NON = re.compile(r"\bnon[- ]$", re.IGNORECASE)
_LEAVING = frozenset({"ignore", "ignores", "ignored", "ignoring", "bypass", "bypasses", "bypassing"})
_JOINING = frozenset({"and", "or", "+", "&", "/"})
_AIMING = frozenset({"for", "between", "like", "than"})
MAX_LISTED_WORDS = 3
_LIST_GOES_ON = re.compile(r"[`*]*\s*(?:,|&|\+|/|(?:,\s*)?\band\b)\s*[`*]*")
_TIER_NOUNS = frozenset({"tier", "tiers", "plan", "sku", "edition", "level"})


def _tiers(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "10 boats on Basic, 40 on Premium": the grades that something is sold in, written as names or called so."""
    clause = sentence.clause
    if clause.subject_kind is not Kind.SERVICE or sentence.signs.isdisjoint(word_list("tiers")):
        return
    for index, word in enumerate(sentence.words):
        if word.lower not in word_list("tiers") or index in sentence.at:
            continue
        following = sentence.words[index + 1].lower if index + 1 < len(sentence.words) else ""
        called = following in _TIER_NOUNS
        is_name = clause.text[word.start].isupper() and (not following[:1].isalpha() or following in _BESIDE_TIERS)
        text = clause.text[word.start : sentence.words[index + 1].end if called else word.end]
        if called or (is_name and index > 0):
            yield edge(
                subject(clause.subject, clause), RelationType.HAS_FEATURE, free(text, RelationType.HAS_FEATURE), "tier"
            )


def _actor(sentence: Sentence, mention: Mention) -> End:
    """What takes or uses a name: the nouns that open the clause with a verb ("cargo cranes lift"), else the subject."""
    clause = sentence.clause
    noun = opening_noun(sentence)
    if noun is None or " " not in noun.text or noun.end > mention.start:
        return subject(clause.subject, clause)
    if not is_predicate(sentence, follows_noun(sentence, noun)):
        return subject(clause.subject, clause)
    named = mentioned(clause, noun)
    if named is None and clause.text[noun.end :].lstrip()[:1].isdigit():  # "barge deck 7 carries mail"
        named = next((m for m in clause.mentions if m.start == noun.start), None)
    return known(named) if named is not None else free(noun.text, RelationType.HAS_FEATURE)


def _is_in_longer_name(clause: Clause, mention: Mention) -> bool:
    """Whether the name of a technology begins a longer one that is not known ("Boat Foundation")."""
    longer = _GOES_ON.match(clause.text, mention.end) if mention.kind is Kind.TECHNOLOGY else None
    if longer is None or not clause.text[mention.start].isupper():
        return False
    return not any(m.start == mention.end + 1 for m in clause.mentions)


def _is_kind(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name says what a thing is: "key-value store", "relational database"."""
    last = mention.key.rpartition("/")[2].rpartition("-")[2]
    written = sentence.clause.text[mention.start : mention.end].lower().split()
    return last in sentence.lexicon.kind_nouns or (len(written) > 1 and sentence.lexicon.names_kind(written[-1]))


def _of_idea(sentence: Sentence, mention: Mention, sign: str) -> RelationType | None:
    """What an idea is to the thing: its kind, or, in a list, what it does or has."""
    if _is_kind(sentence, mention):
        is_many = sentence.clause.text[: mention.end].endswith("s") and not mention.key.endswith("s")
        return None if is_many else RelationType.KIND_OF  # "has berths + cranes"
    index = sentence.index_at(mention.start) - 2
    is_passive = sign.endswith("ed") and index >= 0 and sentence.words[index].lower in ("be", "is", "are")
    acts = is_passive or (sign.endswith("s") and is_verb(sign))
    return RelationType.HAS_FEATURE if sign in _LISTED or acts else None


def _first(sentence: Sentence, words: frozenset[str]) -> int:
    """Where the first of some words stands; the text's end where none does."""
    if sentence.signs.isdisjoint(words):
        return len(sentence.clause.text)
    return next(word.start for word in sentence.words if word.lower in words)


def _is_denied(sentence: Sentence, mention: Mention) -> bool:
    """Whether a verb that denies stands before a name, and nothing that turns to the other side."""
    before = [word.lower for word in sentence.words if word.start < mention.start]
    turns = max((n for n, word in enumerate(before) if word in _TURNS), default=0)
    return not _DENYING.isdisjoint(before[turns:])


def _sign_before(sentence: Sentence, mention: Mention) -> str:
    index = sentence.index_at(mention.start) - 1
    while index >= sentence.body and sentence.words[index].lower in ("a", "an", "the", "its", "`", '"', "*"):
        index -= 1
    if sentence.words[index].lower == "/" and sentence.clause.text.endswith(" /", 0, mention.start):
        index -= 1  # "/dev/null"
    if sentence.words[index].lower == "from" and _DESCRIBES.match(sentence.clause.text, mention.end):
        return "of"  # "from YAML files"
    if index > sentence.body and sentence.words[index].lower == "." and sentence.words[index - 1].lower in _ANOTHERS:
        index -= 1
    if sentence.words[index].lower in _JOINING:
        index = _aim_before(sentence, index)
    return sentence.words[index].lower if index >= sentence.body else ""


def _aim_before(sentence: Sentence, index: int) -> int:
    """The preposition before the list that a word goes on with ("for HPC + ML"), else that word itself."""
    for place in range(index - 1, max(sentence.body, index - 1 - MAX_LISTED_WORDS) - 1, -1):
        word = sentence.words[place].lower
        if word in _AIMING:
            return place
        if not word[:1].isalnum() or is_verb(word):
            break
    return index


def _likeliest(clause: Clause, mention: Mention, sign: str) -> RelationType | None:
    """The relation of what a clause is about to a name in it, by the kinds of the two; None where nothing is likely."""
    match clause.subject_kind, mention.kind:
        case (Kind.SERVICE, Kind.SERVICE):
            return RelationType.USES if sign and sign not in ("by", "use") else None
        case (Kind.SERVICE, Kind.CONCEPT):
            return RelationType.HAS_FEATURE if sign else None
        case (Kind.SERVICE | Kind.TECHNOLOGY, Kind.TECHNOLOGY):
            return RelationType.SUPPORTS if sign not in _ANOTHERS | {"as"} else None
        case (Kind.FEATURE, Kind.TECHNOLOGY):
            return RelationType.SUPPORTS if sign not in _AIMS | _ANOTHERS | {"(", "some"} else None
        case (Kind.SERVICE | Kind.FEATURE, Kind.FEATURE):
            return RelationType.USES if sign in _JOINED else None
    return None
