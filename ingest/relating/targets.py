"""What relation words are said of: names and plain words behind them, what "it" stands for, what a verb encloses."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from graph.lexicon import Hit
from graph.vocabulary import PRODUCTS, Direction, Kind, RelationType
from ingest.relating.ends import free, known, objects, subject
from ingest.relating.phrases import JOINED, SPELT_OUT, clean, free_end
from ingest.relating.plain_words import GENERAL, is_noun
from ingest.relating.positions import is_finite
from ingest.relating.sentence import Sentence, Side
from ingest.relating.sources import BY_WAY_OF
from ingest.terms import is_verb, names_event, word_list
from ingest.values import End

_PLAIN_OBJECTS = (
    RelationType.READS_FROM,
    RelationType.SENDS_TO,
    RelationType.TRIGGERS,
    RelationType.RUNS_ON,
    RelationType.USES,
    RelationType.STORES_IN,
)
_PLACES = frozenset(["server", "servers", "system", "database", "disk"])
"""General words that are something where data goes or work is done."""
_ARTICLES = frozenset(["your", "the", "a", "an"])
_ANY = frozenset(
    ["resource", "resources", "service", "services", "target", "targets", "destination", "destinations"]
) | {
    "system",
    "systems",
    "place",
    "places",
    "backend",
    "backends",
    "tool",
    "tools",
    "store",
    "stores",
    "source",
    "sources",
    "frameworks",
    "languages",
    "formats",
    "databases",
    "engines",
    "protocols",
    "providers",
    "clouds",
    "runtimes",
    "platforms",
    "brokers",
    "libraries",
}
"""Words for what may be any thing, of which an example tells more."""
_FOR_EXAMPLE = re.compile(
    r"[^,;.()]{0,40}[,(]?\s+\(?(?:e\.g\.?|eg\.?|such as|for example|for instance|like),?\s+"
    r"|\s*\((?=(?-i:[A-Z])[\w.+#-]*(?: [A-Z][\w.+#-]*)?,)",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"\s*(?:the|an?)\s+(?P<what>(?:[\w-]+\s){1,3}?(?:algorithm|protocol|strategy|technique|method|mechanism|scheme|pattern|model))\b",
    re.IGNORECASE,
)
"""How something is done, by a name of its own: "using the leaky bucket algorithm"."""
_BOTH = frozenset(["both", "them", "these", "those"])
_WRITTEN_NAME = re.compile(r"\s*`?(?:[A-Z]{2,}|\w*\d)")
_WRITTEN = re.compile(r"[\d_-]")
_AND = re.compile(r"[`*]*\s*(?:,|/|&|\+|and|or)\s+[`*]*")
_MARKS = word_list("determiners") | {"to", "from", "in", "on", "into"}
"""Before or at the beginning of plain words, they tell that these are an object."""
_CALLS = word_list("calls")
_IT = frozenset(["it", "them", "em"])
_EACH = frozenset(["each", "every"])
_THERE = frozenset(["there", "that"])
MAX_STARTED = 4
_DATA = (RelationType.READS_FROM, RelationType.SENDS_TO, RelationType.STORES_IN)


class Said(NamedTuple):
    """Relation words with the sources before them; `told` where the sentence itself names these, `acts` in words of
    their own. The targets stand between them and the token `stop`. `outside`: those who speak with the source do it.
    """

    sentence: Sentence
    hit: Hit
    left: Side
    sources: list[End]
    told: bool
    acts: bool
    stop: int
    outside: bool = False

    @property
    def following(self) -> str:
        """The word behind the relation words, "" at the end."""
        words = self.sentence.words
        return words[self.hit.end].lower if self.hit.end < len(words) else ""

    def encloses_it(self) -> bool:
        """Whether "it" stands between a verb and its particle ("run it on")."""
        gap = {word.lower for word in self.sentence.words[self.hit.gap_start : self.hit.end]}
        return bool(self.hit.phrase.particle and gap & _IT)


def targets_of(said: Said) -> tuple[list[End], int]:
    """The targets of relation words, and where their list ends in the text."""
    sentence, phrase = said.sentence, said.hit.phrase
    start = sentence.place(said.hit.end)
    if phrase.relation is RelationType.TRIGGERS and phrase.particle:
        return _started(said), start
    if phrase.particle == "there":
        return ([] if _is_put_up(said) else _named_before(said)), start
    end = _end_of_objects(said, start)
    is_free = phrase.free and (said.acts or not said.left.plain or said.sources[0].key is None)
    found, last = objects(sentence.clause, start, end, phrase.relation, is_free=is_free)
    if phrase.relation is RelationType.HAS_FEATURE and said.following in _EACH:
        return [], start  # "gives each boat a berth"
    if (
        phrase.direction is Direction.IN
        and phrase.relation is RelationType.HAS_FEATURE
        and _says_more(said, start, found)
    ):
        return [], start  # "one part of a ship carries coal"
    if phrase.verb and not any(target.key for target in found):
        members, last_member = _spelt_out(said, end)
        found, last = (members, last_member) if members else (found, last)
    if not found and _may_be_plain(said):
        found, last = _plain_object(said, start, end)
    if not found and phrase.rule == BY_WAY_OF and (method := _METHOD.match(sentence.clause.text, start)) is not None:
        return [free(method["what"], phrase.relation)], method.end()
    if phrase.rule == BY_WAY_OF and not JOINED.search(sentence.clause.text, start, last):
        found = _ways_alone(said, found)
    if len(found) == 1 and found[0].key is None:
        found = _examples(said, found, last)
    return _filtered(said, found or _unsaid(said), start), last


_OWN_CLAUSE = re.compile(
    r",\s+(?:and|but|so)\s+(?:their|its|the|an?|each|every|all)\s+(?:[\w-]+\s+){1,3}?"
    r"(?:is|are|was|were|has|have|can|must|will|gets?|do|does)\b",
    re.IGNORECASE,
)


def _end_of_objects(said: Said, start: int) -> int:
    """Where the objects of relation words end at the latest; a figure is one by itself ("via 2 locks, tides, fog")."""
    text = said.sentence.clause.text
    end = free_end(text, start, said.sentence.place(said.stop))
    if (own := _OWN_CLAUSE.search(text, start, end + 1)) is not None:
        end = own.start()  # "pull from the boat, and their ropes are kept in the shed"
    comma = text.find(",", start, end)
    is_figure = said.hit.phrase.rule == BY_WAY_OF and said.following[:1].isdigit()
    return comma if is_figure and comma > 0 else end


def _ways_alone(said: Said, found: list[End]) -> list[End]:
    """The ways in a list that no "and" closes, up to the first that is no name: "via X, Y, at night"; behind "with",
    where that tells of a name, the first alone: "oars with rings, sails"."""
    is_with = said.sentence.words[said.hit.first].lower.startswith("w") and said.left.mentions
    return found[:1] if is_with else [*found[:1], *takewhile(_is_name, found[1:])]


def _says_more(said: Said, start: int, found: list[End]) -> bool:
    """Whether more than an article and a word stand between "part of" and a name: the name is of what follows."""
    clause = said.sentence.clause
    named = next((m for m in clause.mentions if m.start >= start and found and m.key == found[0].key), None)
    return named is not None and len(clause.text[start : named.start].split()) > 2


def _is_name(end: End) -> bool:
    """Whether an end is known and no mere idea, or words that are written as a name."""
    return end.kind is not Kind.CONCEPT if end.key is not None else _is_written(end.text or "")


def _examples(said: Said, found: list[End], place: int) -> list[End]:
    """The names that stand for example for a word that is as general as can be: "to a place on the quay, e.g. X"."""
    clause = said.sentence.clause
    words = (found[0].text or "").lower().split()
    example = _FOR_EXAMPLE.match(clause.text, place) if words[-1:] and words[-1] in _ANY else None
    if example is None:
        return found
    end = free_end(clause.text, example.end(), len(clause.text))
    named, _ = objects(clause, example.end(), end, said.hit.phrase.relation)
    return named if named and named[0].key is not None else found


def _spelt_out(said: Said, start: int) -> tuple[list[End], int]:
    """The members of a class that a verb has for its object: "calls at all harbours: Hull, Bergen, Oslo"."""
    clause = said.sentence.clause
    spelt = SPELT_OUT.match(clause.text, start)
    if spelt is None:
        return [], start
    end = free_end(clause.text, spelt.end(), len(clause.text))
    return objects(clause, spelt.end(), end, said.hit.phrase.relation)


def _may_be_plain(said: Said) -> bool:
    """Whether the target may be a few plain words: behind a strong verb whose source is named."""
    phrase, left = said.hit.phrase, said.left
    doer = said.sources[0]
    what = doer.text or ""
    happens = what.islower() and names_event(what) and what not in word_list("any event")  # "a knock starts the engine"
    is_strong = not phrase.weak or (phrase.relation is RelationType.TRIGGERS and (doer.key is not None or happens))
    is_verb_ = phrase.verb and is_strong and phrase.relation in _PLAIN_OBJECTS
    if not is_verb_ or said.following in said.sentence.lexicon.prepositions:
        return False
    first = said.sentence.words[said.hit.first].lower
    is_call = first.startswith(("ask", "call")) and said.following in word_list("determiners")
    is_reading = phrase.relation is RelationType.READS_FROM
    opens = said.hit.first == said.sentence.body and first.endswith("s") and not phrase.passive
    is_from = is_reading and (opens or said.sentence.words[said.hit.end - 1].lower == "from")  # "tows barges"
    return (
        said.told
        or said.encloses_it()
        or (is_from and not left.plain and not left.other)
        or (is_call and not left.plain and not left.other)
    )


def _unsaid(said: Said) -> list[End]:
    """What a verb without an object that is a thing means: what "it" stands for, or what the clause is about."""
    clause, phrase = said.sentence.clause, said.hit.phrase
    is_active = (phrase.verb and not phrase.passive) or phrase.relation in (RelationType.USES, RelationType.READS_FROM)
    if phrase.relation is RelationType.REPLACES and said.following in _BOTH:
        return _both(said)
    if said.following in _THERE and phrase.relation in _DATA and is_active and _ends_behind(said):
        return _named_before(said)
    is_gift = phrase.relation is RelationType.HAS_FEATURE  # "gives it a keel"
    may_mean = is_active and phrase.rule != BY_WAY_OF and not is_gift
    if phrase.relation is RelationType.STORES_IN and said.left.plain and said.following == "it" and _ends_behind(said):
        return [subject(clause.subject, clause)]  # "the tools lie in it"
    if (
        said.following in _IT
        and phrase.particle
        and subject(clause.subject, clause) in said.sources
        and _acts_itself(said)
    ):
        return _named_before(said)  # "stands on a quay and takes letters from it"
    if said.told and said.following in _IT and may_mean and not _goes_on(said):
        return [_meant(said)]
    if phrase.relation is RelationType.TRIGGERS and said.following in (")", ",") and not clause.label:
        return []  # "tides (ebbs, the moon triggers)"
    is_still = phrase.weak and not said.following[:1].isalnum()  # "rain -> the tram starts": it starts nothing else
    if is_still and not _CALLS.intersection(said.sentence.holds):
        return []
    if phrase.relation is RelationType.TRIGGERS and phrase.verb and said.left.mentions and not _starts_another(said):
        return [subject(clause.subject, clause)]  # "a webhook from X triggers a sync": one of what the line is about
    return []


def _goes_on(said: Said) -> bool:
    """Whether the verb goes on with what did the one before: "stands beside the tram and calls it"."""
    return said.hit.first > 0 and said.sentence.words[said.hit.first - 1].lower in (",", "and", "or", "then")


def _acts_itself(said: Said) -> bool:
    """Whether what the clause is about does it, as a pronoun or "and" before the verb tells."""
    before = said.sentence.words[said.hit.first - 1].lower if said.hit.first else ""
    return before in ("it", "and", "then")


def _ends_behind(said: Said) -> bool:
    """Whether the word behind a verb is the last of its part: "the radar scrapes that"."""
    words, place = said.sentence.words, said.hit.end + 1
    return place >= len(words) or words[place].lower in (",", ";", ".", ")", "too", "and", "as", "by")


def _named_before(said: Said) -> list[End]:
    """What "there" and "that" point back to: the name before them that was said last and does nothing here."""
    keys = {source.key for source in said.sources}
    place = said.sentence.place(said.hit.first)
    before = [m for m in said.sentence.clause.mentions if m.end <= place and m.key not in keys]
    return [known(before[-1])] if before else []


def _is_put_up(said: Said) -> bool:
    """Whether some other thing is put up in a place, and nothing is kept there: "put a lamp there"."""
    words = [word.lower for word in said.sentence.words[said.hit.gap_start : said.hit.end - 1]]
    kept = word_list("stored") | word_list("records") | {"copy"}
    return bool(words) and words[0] in ("a", "an", "another") and kept.isdisjoint(words)


def _starts_another(said: Said) -> bool:
    """Whether something else is started: "starts a lift"."""
    return said.hit.phrase.weak and said.following in word_list("determiners")


def _both(said: Said) -> list[End]:
    """What "both" stands for: the last two names before, that are joined by "and"."""
    clause, place = said.sentence.clause, said.sentence.place(said.hit.first)
    before = [m for m in clause.mentions if m.end <= place and known(m) not in said.sources]
    pair = before[-2:]
    is_pair = len(pair) == 2 and _AND.fullmatch(clause.text, pair[0].end, pair[1].start)
    return [known(m) for m in pair] if is_pair else []


def _filtered(said: Said, found: list[End], start: int) -> list[End]:
    """The targets that weak words can have: wholes, or what is written as a name."""
    phrase, left = said.hit.phrase, said.left
    by_way = phrase.rule == BY_WAY_OF
    if by_way and not left.mentions:
        found = [t for t in found if t.key is not None or _is_written(t.text or "")]
    if not phrase.weak or phrase.verb or left.mentions:
        return found
    is_using = by_way and said.sentence.words[said.hit.first].lower in ("using", "based")
    may_be_part = by_way and (is_using or (said.following not in _ARTICLES and _is_written_name(said.sentence, start)))
    may_be_part = may_be_part or phrase.relation is RelationType.TRIGGERS  # "started by the night bell"
    wholes = [t for t in found if t.kind in PRODUCTS or t.key is None or may_be_part or _is_read(said, t)]
    return found if wholes and wholes[0] is found[0] else wholes


def _is_read(said: Said, target: End) -> bool:
    """Whether a part of something else is read: "reads the harbour's log"."""
    owner = (target.key or "").partition("/")[0]
    is_part = target.kind is Kind.FEATURE and owner not in {source.key for source in said.sources}
    return is_part and said.hit.phrase.relation is RelationType.READS_FROM


def _is_small(sentence: Sentence, words: list[str]) -> bool:
    """Whether words begin with a small one, or are a lone general one."""
    lexicon, first = sentence.lexicon, words[0]
    return first in lexicon.fillers or first in lexicon.prepositions or (len(words) == 1 and first in GENERAL)


def _plain_object(said: Said, start: int, end: int) -> tuple[list[End], int]:
    """The few plain words that a named thing reads, sends to or starts: "the mixer triggers the night alarm"."""
    sentence = said.sentence
    first = sentence.index_at(start)
    is_marked = bool({word.lower for word in sentence.words[max(0, first - 1) : first + 1]} & _MARKS)
    while first < len(sentence.words) - 1 and sentence.words[first].lower in word_list("determiners"):
        first += 1
    targets, last = objects(sentence.clause, sentence.place(first), end, said.hit.phrase.relation, is_free=True)
    text = (targets[0].text or "") if targets else ""
    is_list = said.hit.phrase.relation is RelationType.READS_FROM and not said.told
    words = text.lower().split()
    is_thing = is_noun(text) or text.lower() in _PLACES or (is_marked and len(words) == 1 and is_verb(text.lower()))
    is_many = len(words) == 1 and words[0].endswith("s") and said.hit.phrase.relation is RelationType.READS_FROM
    is_marked = is_marked or is_many  # "polls switches"
    if not words or (is_verb(words[0]) and not is_marked) or _is_small(sentence, words) or not is_thing:
        return [], start
    return (targets if is_list else targets[:1]), last


def _meant(said: Said) -> End:
    """What "it" stands for behind a verb: the name that opens the sentence with a verb of its own, else the subject."""
    sentence, first = said.sentence, said.hit.first
    clause = sentence.clause
    opening = next(
        (m for m in clause.mentions if m.start <= clause.body_start + 1 and m.start >= clause.body_start), None
    )
    behind = sentence.index_at(opening.end) if opening is not None else first
    if opening is not None and behind < first and is_finite(sentence, behind) and known(opening) not in said.sources:
        return known(opening)
    about = subject(clause.subject, clause)
    if clause.subject_span is not None and clause.parent_subject and _holds_subject(said):
        return End(key=clause.parent_subject)  # "a Morse signal starts it", where signals are known
    opens = clause.subject_span is not None and clause.subject_kind is Kind.SERVICE
    may_be_own = said.following == "it" and (opens or said.hit.phrase.relation not in _DATA)
    is_own = about in said.sources and may_be_own  # "the tram takes its power from it" below the dam
    is_told = is_own and clause.parent_subject and clause.parent_kind is not Kind.CONCEPT
    return End(key=clause.parent_subject) if is_told else about  # "the tram replaced it"


def _holds_subject(said: Said) -> bool:
    """Whether the name that the clause seems to be about only ends the longer one of what does the deed."""
    start, end = said.sentence.clause.subject_span or (0, 0)
    words = said.sentence.clause.text[start:end]
    return any(f" {source.text}".endswith(f" {words}") for source in said.sources if source.key is None)


def _started(said: Said) -> list[End]:
    """ "kicks X off": what stands between the verb and its particle is started."""
    sentence, hit = said.sentence, said.hit
    inside = [sentence.at[i] for i in range(hit.gap_start, hit.end - 1) if i in sentence.at]
    if inside:
        return [known(inside[-1])]
    if said.encloses_it():
        return [subject(sentence.clause.subject, sentence.clause)]
    words = sentence.words[hit.gap_start : hit.end - len((hit.phrase.particle or "").split())]
    if not (said.acts and len(words) > 1 and words[0].lower in word_list("determiners")):
        return []
    what = clean(sentence.clause.text[words[1].start : words[-1].end])
    return [free(what, RelationType.HAS_FEATURE)] if is_noun(what) and len(words) <= MAX_STARTED else []


def _is_written(text: str) -> bool:
    """Whether free words are written as a name: with a capital, a figure or a sign."""
    return text.lower() != text or bool(_WRITTEN.search(text))


def _is_written_name(sentence: Sentence, start: int) -> bool:
    """Whether a word in capitals or with a figure stands at a place."""
    return bool(_WRITTEN_NAME.match(sentence.clause.text[start:]))
