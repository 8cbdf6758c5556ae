"""What others do with the thing above, told from their side: "what the tram runs on", "letters fetched by crews"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.lexicon import Hit
from graph.text import tail
from graph.vocabulary import PRODUCTS, Direction, Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled, objects
from ingest.relating.gates import Rule, rule
from ingest.relating.phrases import free_end
from ingest.relating.sentence import NAME, Sentence
from ingest.terms import word_list
from ingest.values import EdgeDraft, End

_DONE_WITH = (
    *(RelationType.USES, RelationType.REQUIRES, RelationType.READS_FROM, RelationType.STORES_IN),
    *(RelationType.SENDS_TO, RelationType.RUNS_ON, RelationType.INTEGRATES_WITH, RelationType.TRIGGERS),
)
_WHAT = re.compile(
    r"(?:it'?s\s+|is\s+|thats\s+|that'?s\s+|this is\s+)*"
    r"(?:(?:what|where|which)|(?:the|an?|one of the|our)\s+[\w-]+(?-i:\s[a-z][\w-]*)?(?:\s+(?:that"
    r"|which))?)\s+(?:the\s+"
    r"|our\s+)?[`*]*",
    re.IGNORECASE,
)
_GOES_ON = frozenset(
    [
        "for",
        "to",
        "when",
        "as",
        "under",
        "if",
        "since",
        "in",
        "at",
        "by",
        "too",
        "so",
        "now",
        "internally",
        "everywhere",
        "anyway",
    ]
)
_READ = (
    r"pulled|fetched|read|consumed|polled|collected|gathered|picked up|scraped|taken|downloaded|grabbed|slurped"
    r"|tailed|processed"
)
_SENT = r"pushed|sent|written|uploaded|published|delivered|shipped|streamed|posted|dumped|emitted|produced|put"
_BY = re.compile(
    r"(?:(?:the|its|all|new|old|raw)\s+)*(?P<what>(?:[\w-]+\s)??(?P<noun>[a-z]+))\s+(?:(?:is|are|get|gets|can be"
    r"|being|then|all|usually)\s+)*"
    rf"(?:(?P<read>{_READ})|(?P<sent>{_SENT}))(?P<here>\s+(?:here|in|there|to it|into it|onto it"
    rf"|in it))?\s+by\s+(?:the\s+|an?\s+|our\s+)?[`*]*",
    re.IGNORECASE,
)
_DATA = (
    word_list("records")
    | word_list("stored")
    | {"logs", "data", "requests", "queries", "spans", "items", "entries", "rows", "tasks", "jobs", "samples"}
)


_GETS = re.compile(
    r"[`*]*\s+(?:then |also |always )?(?:gets|get|receives)\s+(?:(?:all|the|its|every|each|new|raw|them|it"
    r"|a copy of)\b\s*)*"
    r"(?:events?|logs?|metrics|alerts?|messages?|notifications?|results?|records?|traces|spans|data|rows|files"
    r"|reports?|updates|copy|copies"
    r"|(?<=them)|(?<=it)|(?<=them )|(?<=it ))\s*(?:$|[.!,;)]|from (?:it|here)\b|(?P<giver>from (?:the )?))",
    re.IGNORECASE,
)
_PART_BEGINS = re.compile(r"(?:^|[,;.(]\s*|\band\s+)(?:the )?[`*]*$", re.IGNORECASE)


def _what_they_use(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the clock the tram relies on", "what the tram uses for bells": the thing above, by what another does with
    it."""
    clause = sentence.clause
    about = labelled(clause)
    if about.kind is Kind.CONCEPT or clause.label is not None or sentence.has(sentence.lexicon.negations):
        return
    opened = _WHAT.match(clause.text, clause.body_start)
    if opened is None:
        return
    for hit in sentence.hits():
        index = _before(sentence, hit)
        who = sentence.at.get(index)
        is_done = hit.phrase.relation in _DONE_WITH and hit.phrase.direction is Direction.OUT and not hit.phrase.passive
        if not is_done or not _ends(sentence, hit) or sentence.place(index) - opened.end() not in (0, 1):
            continue
        word = sentence.clause.text[sentence.place(index) : sentence.words[index].end]
        if who is not None and who.kind is not Kind.CONCEPT and who.key != about.key:
            yield edge(known(who), hit.phrase.relation, about, "what others do with it")
        elif who is None and word[:1].isupper():
            yield edge(free(word, RelationType.HAS_FEATURE), hit.phrase.relation, about, "what others do with it")
        return


def _before(sentence: Sentence, hit: Hit) -> int:
    """The index of the word before a verb and its auxiliaries."""
    index = hit.first - 1
    while index > 0 and index not in sentence.at and sentence.words[index].lower in sentence.lexicon.verb_aids:
        index -= 1
    return index


def _ends(sentence: Sentence, hit: Hit) -> bool:
    """Whether nothing that could be its object stands behind a verb."""
    if hit.end >= len(sentence.words):
        return True
    word = sentence.words[hit.end].lower
    return word in _GOES_ON or not word[0].isalnum()


def _done_by(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "letters are fetched by crews", "letters are put in by the tram": who reads from the thing above, or sends
    to it."""
    clause = sentence.clause
    about = labelled(clause)
    match = _BY.match(clause.text, clause.body_start)
    if match is None or about.kind is Kind.CONCEPT or sentence.has(sentence.lexicon.negations):
        return
    if match["noun"].lower() not in _DATA:
        return
    relation = RelationType.READS_FROM if match["read"] else RelationType.SENDS_TO
    end = free_end(clause.text, match.end(), len(clause.text))
    caller = clause.text[match.end() : end].lower().partition(" ")[0].strip(" ,.")
    if caller in word_list("callers"):
        yield edge(free(caller, RelationType.HAS_FEATURE), relation, about, "done with what it has")
        return
    for who in objects(clause, match.end(), end, relation)[0]:
        if who.key is not None and who.kind is not Kind.CONCEPT and who.key != about.key:
            yield edge(who, relation, about, "done with what it has")


def _gets_it(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the tram gets all letters", "…, the tram gets them": what the thing above has goes to another."""
    clause = sentence.clause
    opens = clause.subject_span is not None and clause.subject_span[0] <= clause.body_start + len("the `")
    about = (
        End(key=clause.parent_subject, kind=clause.parent_kind or Kind.CONCEPT)
        if opens and clause.parent_subject
        else labelled(clause)
    )
    if about.kind not in PRODUCTS or clause.label is not None or sentence.has(sentence.lexicon.negations):
        return
    for mention in clause.mentions:
        got = _GETS.match(clause.text, mention.end)
        begins = _PART_BEGINS.search(tail(clause.text, clause.body_start, mention.start)) is not None
        if got is None or not begins or mention.kind is not Kind.SERVICE or mention.key == about.key:
            continue
        giver = next((m.key for m in clause.mentions if got["giver"] and m.start in (got.end(), got.end() + 1)), None)
        if not got["giver"] or giver == about.key:
            yield edge(about, RelationType.SENDS_TO, known(mention), "another gets it")


TURNED = (
    rule(_gets_it, "gets get receives", NAME),
    rule(_what_they_use, NAME, "what where which the a an one our"),
    Rule(_done_by, frozenset({"by"}), frozenset(f"{_READ}|{_SENT}".replace(" up", "").split("|"))),
)
"""What others do with a thing."""
