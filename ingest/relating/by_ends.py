"""Which relation the words at hand state, once their two ends are known: jobs are written in a language."""

from __future__ import annotations

import re

from graph.identity import bare_key
from graph.vocabulary import Direction, Kind, RelationType
from ingest.relating.targets import Said
from ingest.terms import names_event, word_list
from ingest.values import End

_OFFERS = frozenset(["offers", "offer", "provides", "provide", "bring", "brings", "comes", "come", "gives", "give"])
_OFFERS |= {"hands", "hand", "gets", "buys", "dishes"}
"""What a thing offers of technology it can do itself; what it has or contains may be a part of it."""
_INTERFACES = frozenset(["plugin", "plugins", "plug-in", "plug-ins", "add-on", "connector", "connectors"])
_FOR_KEEPING = re.compile(
    r"\bfor (?:(?:long|longer|safe|cheap|later|good)[- ])*(?:term |time )?(?:storage|archiving|archival|retention"
    r"|safekeeping|keeping|backup)\b",
    re.IGNORECASE,
)
_MOVING = frozenset(
    {
        "land",
        "lands",
        "landed",
        "landing",
        "go",
        "goes",
        "drop",
        "drops",
        "dropped",
        "dump",
        "dumps",
        "dumped",
        "end",
        "ends",
        "winds",
        "wind",
    }
)
_CALLING = frozenset(["call", "calls"])
_RULES = frozenset(["rule", "rules", "schedule", "schedules"])
"""These tell when something is called, as an event does."""
_TOLD = frozenset(["alerts", "alarms", "notifications", "messages", "mails", "pings", "warnings"])
"""What somebody is told is sent and not kept."""
_STANDING = ("live", "sit", "end", "stand", "reside")


def relation_of(said: Said, source: End, target: End) -> RelationType:
    """The relation of the words at hand, as the kinds of the two ends tell: jobs are written in a language."""
    relation = said.hit.phrase.relation
    if said.outside:
        return RelationType.SUPPORTS
    words = said.sentence.words
    is_interface = said.hit.phrase.direction is Direction.OUT and words[said.hit.first].lower in _INTERFACES
    if is_interface and target.kind is Kind.TECHNOLOGY:
        return RelationType.SUPPORTS  # "plugins for Morse"
    happens = names_event(source.text or "") or (source.text or "").lower().rpartition(" ")[2] in _RULES
    if relation is RelationType.USES and happens and words[said.hit.first].lower in _CALLING:
        return RelationType.TRIGGERS  # "a night bell calls the pilot"
    if relation is RelationType.HAS_FEATURE and target.key is not None and target.kind is Kind.TECHNOLOGY:
        return RelationType.SUPPORTS if words[said.hit.first].lower in _OFFERS else relation
    if relation is RelationType.SENDS_TO and _deploys(said, target):
        return RelationType.RUNS_ON
    if relation is RelationType.SENDS_TO and (_is_stored(source) or _FOR_KEEPING.search(said.sentence.clause.text)):
        return RelationType.STORES_IN
    if relation is not RelationType.STORES_IN:
        return relation
    before = {word.lower for word in words[max(0, said.hit.first - 2) : said.hit.first]}
    if words[said.hit.first].lower.startswith("land") and not before.isdisjoint(_TOLD):
        return RelationType.SENDS_TO  # "alarms land in the office"
    verb, last = words[said.hit.first].lower, words[said.hit.end - 1].lower
    is_written = any(word.lower.startswith("writ") for word in words[said.hit.first : said.hit.end])
    if is_written and target.kind is Kind.TECHNOLOGY and not said.left.mentions:
        return RelationType.SUPPORTS
    if verb in _MOVING and bare_key(target.key or target.text or "").rpartition("-")[2] in word_list("passing on"):
        return RelationType.SENDS_TO  # "crates land in a queue"
    both_wholes = source.kind is Kind.SERVICE and target.kind is Kind.SERVICE
    return (
        RelationType.RUNS_ON
        if both_wholes and verb.startswith(_STANDING) and last == "on" and not said.left.plain
        else relation
    )


_APPS = frozenset({"app", "apps", "application", "applications", "release", "releases"})
_DEPLOYING = ("push", "ship", "roll", "deploy", "releas", "deliver")
_HOSTS = frozenset({"servers", "server", "hosts", "boxes", "machines", "nodes", "vms", "premises"})


def _deploys(said: Said, target: End) -> bool:
    """Whether what is sent is made to run there: "pushes your app out to the barges"; what is uploaded need not."""
    hit = said.hit
    if not said.sentence.words[hit.first].lower.startswith(_DEPLOYING):
        return False
    gap = [word.lower for word in said.sentence.words[hit.gap_start : hit.end - 1]]
    while gap and gap[-1] in word_list("particles"):
        gap.pop()
    is_host = target.kind is Kind.SERVICE or bare_key(target.key or target.text or "").rpartition("-")[2] in _HOSTS
    return hit.phrase.verb and bool(gap) and gap[-1] in _APPS and is_host


def _is_stored(source: End) -> bool:
    """Whether what goes somewhere is there to be kept: "snapshots are put into the shed"."""
    return source.key is None and (source.text or "").lower().rpartition(" ")[2] in ("snapshots", "backups", "archives")
