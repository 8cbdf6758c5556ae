"""On what a thing runs, told by who put it there or by what it is: "we keep it on a barge", "a lamp on every buoy"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, ends_of, free, known, labelled
from ingest.relating.gates import Rule, rule
from ingest.relating.phrases import clean, free_end
from ingest.relating.sentence import Sentence
from ingest.terms import one_of, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

_RUNS_ON = RelationType.RUNS_ON
_SOME = (
    r"(?:(?:an?|the|our|your|its|own|some|any|every|each|all|many|several|few|a few|a couple of|\d+|two|three|four"
    r"|five|big|small|tiny|single"
    r"|one|cheap|old|beefy|plain|normal|dedicated|separate|same)\s+)*"
)
_ON = r"(?:on(?:to)?(?: top of)?|in(?:side|to)?|across)"
_PUT = re.compile(
    r"(?:^|[,;.(]\s*|\b(?:and|so|but)\s+)(?:(?:we|you|u|i|they|people|ops|usually|normally|just|simply|can|could"
    r"|often|always|now)\s+)*"
    r"(?:put|have|had|keep|kept|got|stick|stuck|park|parked|throw|place|placed|drop|start|boot|moved|want)\s+"
    rf"(?:it|them|this|ours|everything|(?:the )?whole thing)(?: ourselves| up| all| running| installed"
    rf"| deployed)*\s+(?P<sign>{_ON})\s+{_SOME}",
    re.IGNORECASE,
)
_IS_ON = re.compile(
    r"(?:^|[,;.(]\s*|\b(?:and|so|but)\s+)(?:it\s+|apps?\s+|everything\s+|all\s+|just\s+|only\s+|always\s+|also\s+)*"
    r"(?:is|are|lives?|sits?|runs?|resides?|stands?|ends? up|goes|go|hosted|deployed|installed|executed|placed"
    r"|launched|started)\s+"
    rf"(?P<sign>{_ON})\s+{_SOME}",
    re.IGNORECASE,
)
_RUNNER_ON = re.compile(
    r"(?:^|[,;.(]\s*)(?:it(?:'s| is)\s+|its\s+|is\s+|are\s+|as\s+|just\s+|only\s+|basically\s+|simply\s+)*(?:an?\s+"
    r"|one\s+|some\s+)?"
    rf"(?:(?!(?:no|not|an?|the)\b)[a-z-]+\s+)?(?P<noun>[a-z]+)\s+(?P<sign>on|in|inside|onto|per)\s+{_SOME}",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"[`*]*\s+(?P<noun>{one_of('platforms')})\b", re.IGNORECASE)
_PLAIN = re.compile(
    rf"(?P<what>(?:[a-z0-9-]+ )??{one_of('platforms')})(?=\s*(?:$|[,;.)(]|(?:and|or|with|w|behind|in|of|so|but|to)\b))",
    re.I,
)
_THERE = re.compile(
    r"(?P<what>[\w`][^,;.()=]{1,40}?)\s+(?:can\s+|must\s+|will\s+|then\s+|all\s+|usually\s+)*"
    r"(?:(?:is|are|get|gets|be)\s+(?:run|hosted|executed|deployed|scheduled|started|launched|placed|kept running)\s+"
    r"(?:by|on|in|inside|onto)\s+(?:it|this|here|there)\b|(?:is|are|get|gets|be)\s+(?:run|hosted|executed|deployed"
    r"|started|launched)\s+(?:here|there)\b"
    r"|(?:runs?|executes?|lives?)\s+(?:(?:on|in|inside)\s+(?:it|here)|here|inside)\b)(?=\s*(?:$|[,;.!)(]|and\b|so\b"
    r"|but\b))",
    re.IGNORECASE,
)
_PLACE_FOR = re.compile(
    r"(?:^|[,;.(]\s*)(?:it'?s\s+|is\s+|this is\s+|that'?s\s+)*(?:(?:an?|the|serverless|managed|nice|good|cheap|just"
    r"|only)\s+)*"
    r"(?:(?:place|spot|home|host|env|environment|platform|somewhere|thing)\s+(?:where|to run|for running|that runs"
    r"|for)\s+|where\s+|(?:what|which|who)\s+runs\s+)"
    r"(?P<what>[^,;.()]{2,60}?)(?:\s+(?:can\s+|get\s+|are\s+|is\s+)*(?:to run|runs?|lives?|executes?|executed"
    r"|hosted))?(?=\s*(?:$|[,;.)(]))",
    re.IGNORECASE,
)
_HOST_IT = re.compile(
    r"(?P<what>[\w`][\w`.+#/ -]{1,40}?)\s+(?:to|can|could|will|would)\s+(?:host|run)\s+(?:it|this"
    r"|them)(?:\s+on)?(?=\s*(?:$|[,;.)(]))",
    re.IGNORECASE,
)


def _hosted(sentence: Sentence, shape: re.Pattern[str]) -> Iterator[EdgeDraft]:
    """ "we put it on a barge", "lives on 3 river barges", "just a lamp on every buoy": what it stands on."""
    clause = sentence.clause
    about = labelled(clause)
    if about.kind not in (*PRODUCTS, Kind.FEATURE) or clause.subject_span is not None:
        return
    match = shape.search(clause.text, clause.body_start)
    if match is None or (shape is _RUNNER_ON and not _is_runner(match["noun"])):
        return
    if sentence.has(sentence.lexicon.negations) or (shape is _PUT and about.kind is Kind.FEATURE):
        return
    for target in _platforms(clause, match, needs_noun=shape is _IS_ON):
        if target.key is None or target.key not in (about.key, clause.owner):
            yield edge(about, _RUNS_ON, target, "put there")


def _is_runner(noun: str) -> bool:
    return not {noun.lower(), f"{noun.lower()}s"}.isdisjoint(word_list("runners") | word_list("platforms"))


def _platforms(clause: Clause, match: re.Match[str], *, needs_noun: bool) -> Iterator[End]:
    """The names that stand in a list behind a place, or the plain word for a machine there."""
    place, sign = match.end(), match["sign"].lower()
    found: list[Mention] = []
    while (mention := _at(clause, place)) is not None and mention.kind in PRODUCTS:
        found.append(mention)
        more = _OR.match(clause.text, mention.end)
        place = more.end() if more is not None else mention.end
        if more is None:
            break
    behind = _BEHIND.match(clause.text, place) if found else None
    is_place = behind is not None or (sign.startswith(("on", "per")) and not needs_noun)
    if found and (is_place or all(_is_platform(clause, mention) for mention in found)):
        yield from map(known, found)
    elif not found and (plain := _PLAIN.match(clause.text, place)) is not None:
        named = next((m for m in clause.mentions if m.start == place and m.end == plain.end()), None)
        yield known(named) if named is not None else free(clean(plain["what"]), _RUNS_ON)


_OR = re.compile(r"[`*]*\s*(?:,\s*(?:or |and )?|/|&|\+|\bor\b|\band\b)\s*[`*]*")


def _is_platform(clause: Clause, mention: Mention) -> bool:
    return clause.text[mention.start : mention.end].lower() in word_list("platforms")


def _at(clause: Clause, place: int) -> Mention | None:
    return next((m for m in clause.mentions if place <= m.start <= place + 1), None)


def _runs_here(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "lamps and horns are run by it", "the place to run lamps": what runs on what the line is about."""
    clause = sentence.clause
    about = labelled(clause)
    if clause.subject_span is not None and clause.parent_subject:
        about = End(key=clause.parent_subject, kind=clause.parent_kind or Kind.CONCEPT)  # "Ferries run here"
    if about.kind is Kind.CONCEPT or sentence.has(sentence.lexicon.negations):
        return
    match = _THERE.search(clause.text, clause.body_start) or _PLACE_FOR.search(clause.text, clause.body_start)
    if match is None:
        return
    start, end = match.span("what")
    for runner in ends_of(clause, start, free_end(clause.text, start, end), _RUNS_ON):
        last = (runner.text or "").lower().rpartition(" ")[2]
        is_known = runner.key is not None and runner.kind is not Kind.CONCEPT and runner.key != about.key
        if is_known or (last and (_is_runner(last) or last in word_list("its stuff"))):
            yield edge(runner._replace(kind=runner.kind if runner.key else Kind.FEATURE), _RUNS_ON, about, "runs here")


def _host_it(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "just lamps, so barges or rafts to host it"."""
    clause = sentence.clause
    match = _HOST_IT.search(clause.text, clause.body_start)
    if match is None or sentence.has(sentence.lexicon.negations):
        return
    for mention in clause.mentions:
        if match.start("what") <= mention.start and mention.end <= match.end("what") and mention.kind in PRODUCTS:
            yield edge(labelled(clause), _RUNS_ON, known(mention), "hosts it")


_PLACES = frozenset(["on", "onto", "in", "into", "inside", "per", "across"])
_MACHINES = frozenset(word for text in word_list("platforms") for word in text.split())
_RUNNERS = word_list("runners") | {word.removesuffix("s") for word in word_list("runners")} | _MACHINES
_PUTTING = frozenset(
    [
        "put",
        "have",
        "had",
        "keep",
        "kept",
        "got",
        "stick",
        "stuck",
        "park",
        "parked",
        "throw",
        "place",
        "placed",
        "drop",
        "start",
        "boot",
        "moved",
        "want",
    ]
)
HOSTED = (
    Rule(partial(_hosted, shape=_PUT), _PUTTING, _PLACES),
    Rule(partial(_hosted, shape=_IS_ON), _MACHINES, _PLACES),
    Rule(partial(_hosted, shape=_RUNNER_ON), _RUNNERS, _PLACES),
    Rule(
        _runs_here,
        frozenset(["run", "runs", "hosted", "executed", "deployed", "scheduled", "lives", "live", "executes"]),
        frozenset(["it", "here", "there", "where", "what", "place", "home", "platform", "env", "somewhere", "inside"]),
    ),
    rule(_host_it, "host run", "it this them"),
)
"""What is put where to run, told without saying that it runs."""
