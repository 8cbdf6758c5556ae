"""What small words and signs say of how a thing works: what is inside it, where its files lie, what a bracket tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.names import is_ordinary
from graph.text import tail
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import ALSO_PLACE, edge, free, known, labelled, list_before, objects, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.phrases import free_end
from ingest.relating.plain_words import is_noun, names_place
from ingest.relating.sentence import FIGURE, LABEL, NAME, Sentence
from ingest.relating.spoken_of import about_at
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

NEAR = 40
"""How many characters before a name are looked at, so that long lines are read in time."""
PATH = "path"
_INSIDE = re.compile(
    r"(?:\s+|-)(?:based|inside|underneath|under the hood|behind the scenes|internally|built in|bundled|"
    r"(?:does|do) the (?:real |actual |heavy )?(?:work|lifting|job)|"
    r"(?:does|do|handles?|takes? care of) (?:all )?the (?:[a-z]+ )?[a-z]+(?:ing|tion|ment))"
    r"(?=\s*(?:$|[,;.)])|\s+(?:since|by default|now|below)\b)",
    re.IGNORECASE,
)
_INSIDE_BEFORE = re.compile(
    r"(?:\b(?:under the hood|behind the scenes|internally|the bundled|bundled|an embedded|embedded)|"
    r"[,;(]\s*on top of(?: the)?)(?:\s*[:,(]\s*|\s+)$",
    re.IGNORECASE,
)
_INSIDES = frozenset(
    [
        "based",
        "inside",
        "underneath",
        "hood",
        "scenes",
        "internally",
        "built",
        "bundled",
        "does",
        "do",
        "handles",
        "handle",
        "care",
    ]
) | frozenset(["embedded", "top"])
_ROLE_SIGNS = word_list("roles") | {"based", "backed", "powered", "driven", "encrypted", "signed"}
_STORING = frozenset(["store", "storage", "database", "db"])
"""Places that keep what a thing has."""
_ONE_ALONE = re.compile(r"[`*]*(?: v?\d[\w.]*)?\s*(?:$|[.;(])")
_MADE_OF = re.compile(r"(?:-(?:based|backed|powered|driven)|[- ]encrypted|[- ]signed)\b", re.IGNORECASE)
_AS_ROLE = re.compile(
    r"[`*]* as (?:its |the |an? )?(?:default |main |own )?(?:[a-z]+[ -])?(?P<role>[a-z]+)(?=\s*(?:$|[,;.)]))"
)
_ROLE_IS = re.compile(r"(?:^|[,;.(:]\s*|\s)(?P<role>[a-z]+)(?: is|:| =)(?: now| always| just)? [`*]*$", re.IGNORECASE)
_BY_MEANS = re.compile(
    r"(?:^|[,;.(:]\s*|\band\s+)(?:(?:its|the|all|user|data)\s+)?(?P<what>[a-z]+)(?: is| are| gets?)?"
    r"(?: done| handled| provided| managed| implemented| solved| achieved| taken care of)?"
    r" (?:by(?: means of)?|with|w/|via|through|thru|using)\s+(?:the |an? )?(?=[\w`*])",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"\b(?:in|under|below|at|to|into|from)\s+`?(?P<path>/(?:etc|var|usr|home|opt|run|srv|tmp|root|proc|sys|dev|mnt|boot|lib)\b"
    r"[\w./*-]*|~/[\w./-]+|[A-Z]+_HOME\b|\.[a-z][\w-]+/[\w./-]+)`?"
)
_LOOKS = re.compile(r"\b(?:looks?|reads?|search(?:es)?|watch(?:es)?|scans?)\s+$", re.IGNORECASE)
_AT_ROOT = re.compile(
    r"\b(?:must|has to|have to|should|needs? to) (?:also )?be (?:plac\w+|put|included|located|stored|kept|saved) "
    r"(?:in|at|under|inside) the (?P<place>(?P<root>root|top)(?:[- ]level)?(?: (?:folder|directory|dir))?"
    r" of (?:the |your |an? |its )?(?P<of>[\w'-]+(?: (?!of\b)[\w'-]+)*))",
    re.IGNORECASE,
)
PROTOCOL_OF_PORT = "protocol of a port"
MAX_PLACE_WORDS = 5
_SENT = re.compile(
    r"\b(?P<what>heartbeats?|logs?|metrics|traps|traces|events|alerts|copy|copies"
    r"|reports?|notifications?|mails?|results?|snapshots?|backups?|archives)\s+(?:to|into|onto|over to)\s+"
    r"(?:the |an? |every )?",
    re.IGNORECASE,
)
_DATA = frozenset(
    [
        "heartbeat",
        "heartbeats",
        "log",
        "logs",
        "metrics",
        "traps",
        "traces",
        "events",
        "alerts",
        "copy",
        "copies",
        "report",
        "reports",
        "notification",
        "notifications",
        "mail",
        "mails",
        "result",
        "results",
    ]
)
_KIND_OF_DATA = re.compile(r"(?:^|[,;.(]\s+)(?P<kind>[a-z]+) $")
_KIND_ON = re.compile(r"(?:an? |the )?(?P<kind>(?:[\w-]+ ){0,3}[\w-]+) on (?:top of )?(?:the )?$", re.IGNORECASE)
_CLOSES = re.compile(r"\s*(?:[,)]|over\b|based\b)")
_PLACE_ONLY = re.compile(r"(?:in )?(?P<place>memory|ram|disk) only\b", re.IGNORECASE)
_ONLY = re.compile(r"(?: (?P<what>flavou?r|engine|version|side|files?|clients?|guests?))?\s+only\s*(?:$|[,;.!)])")
_NOUN_IN = re.compile(r"(\w+)`? in $")
_PART_END = re.compile(r"\s*(?:$|[,;.)(])")
_OR_PATH = re.compile(r"(?:\s*\([^)]*\))?,?\s+(?:or|and)\s+(?:in\s+)?`?(?P<path>/[a-z][\w./*-]+)`?")
_PORT = re.compile(r"\s+(?:port\s+)?\d{2,5}\b(?!\s*(?:bytes|bits?|ms|s|%|KB|MB|[.,]\d))")
_AT_PORTS = frozenset({"port", "ports", "listen", "listens", "listening"})
_PORT_LABEL = re.compile(r"ports? \d", re.IGNORECASE)
_NAME_OVER = re.compile(r"^[A-Z]{2,}\w* over (?P<below>[A-Z][\w/.]+)$")
_ON_LABEL = re.compile(r"(?:on|in)\s+$", re.IGNORECASE)
_ONE_IN_BRACKET = re.compile(r"\s*\(\s*(?:uses\s+|written in\s+|in\s+)?$")


def _inside(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Lucene underneath": what a thing has inside it is what it is built on."""
    clause = sentence.clause
    for mention in clause.mentions:
        about = about_at(clause, mention.start)
        if mention.key == clause.subject and clause.subject_span is not None and clause.parent_kind in PRODUCTS:
            about = End(key=clause.parent_subject)  # "the clockwork does the work" below the clock
        if mention.key in (about.key, clause.owner) or mention.kind is Kind.CONCEPT:
            continue
        is_inside = _INSIDE.match(clause.text, mention.end) or _INSIDE_BEFORE.search(
            clause.text, max(0, mention.start - NEAR), mention.start
        )
        if is_inside and not sentence.denies(mention):
            yield edge(about, RelationType.USES, known(mention), "inside")


def _in_a_role(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "quartz as its heart", "its engine is a spring", "quartz-based": what something else plays in a thing."""
    clause = sentence.clause
    for mention in clause.mentions:
        if mention.kind not in PRODUCTS or mention.key in (clause.subject, clause.owner) or sentence.denies(mention):
            continue
        before = clause.text[max(clause.body_start, mention.start - NEAR) : mention.start]
        role = _AS_ROLE.match(clause.text, mention.end) or _ROLE_IS.search(before)
        is_said = next(sentence.hits_between(clause.body_start, mention.start), None) is not None
        is_role = role is not None and role["role"].lower() in word_list("roles") and not is_said
        if is_role or _MADE_OF.match(clause.text, mention.end):
            yield edge(about_at(clause, mention.start), RelationType.USES, known(mention), "in a role")


def _behind_role(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "heart: quartz": the one thing that fills the place which its label names, in the whole above."""
    clause = sentence.clause
    for filled in fill_place(clause):
        own = filled.key == clause.subject or clause.subject_kind in (Kind.CONCEPT, Kind.FEATURE)
        about, kind = (clause.parent_subject, clause.parent_kind) if own else (clause.subject, clause.subject_kind)
        if about is not None and kind is Kind.SERVICE and about != filled.key:
            relation = relation_of_role(clause.label or "")
            yield edge(End(key=about), relation, known(filled), "fills the place of its label")


def relation_of_role(label: str) -> RelationType:
    """What a thing has to do with what fills a place of it: it keeps its data there, or is built on that."""
    return RelationType.STORES_IN if label.lower().rpartition(" ")[2] in _STORING else RelationType.USES


def fill_place(clause: Clause) -> list[Mention]:
    """The product that stands alone behind a label that names a place for it; several where they are set equal."""
    is_role = (clause.label or "").lower().rpartition(" ")[2] in word_list("roles")
    inside = [m for m in clause.mentions if m.start >= clause.body_start]
    if clause.lead is not None or not inside or not names_place(clause.label or ""):
        return []
    is_set = "=" in clause.text[len(clause.label or "") : clause.body_start]
    stands = inside[0].start - clause.body_start <= 1 and len(list_before(clause, inside[-1])) == len(inside)
    is_whole = all(m.kind is Kind.SERVICE or (is_role and m.kind is Kind.TECHNOLOGY) for m in inside)
    if not (stands and is_whole and (is_set or len(inside) == 1)):
        return []
    return inside if _ONE_ALONE.match(clause.text, inside[-1].end) else []


def _by_its_means(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "steering by sextant", "lighting done w/ X", "steering thru X and Y": what does for a thing what any needs."""
    clause = sentence.clause
    match = _BY_MEANS.search(clause.text, clause.body_start)
    if match is None or match["what"].lower() not in word_list("functions") or clause.subject_kind not in PRODUCTS:
        return
    end = free_end(clause.text, match.end(), len(clause.text))
    is_way = not match[0].lower().rstrip().endswith(("by", "with", "w/", " the", " a", " an"))  # "lighting with care"
    for target in objects(clause, match.end(), end, RelationType.USES, is_free=is_way)[0]:
        is_named = target.key is not None and (target.kind is not Kind.CONCEPT or clause.text[match.end()].isupper())
        if (target.key is None and is_way) or (is_named and target.key not in (clause.subject, clause.owner)):
            yield edge(about_at(clause, match.start()), RelationType.USES, target, "by its means")


def _stacked(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Morse over telex, two tones": the two layers that a thing speaks through, named first."""
    clause = sentence.clause
    for one, other in pairwise(clause.mentions):
        before = clause.text[clause.body_start : one.start].rstrip(" `*")
        opens = (not before or before[-1] in ",;") and clause.subject_kind is not Kind.CONCEPT
        are_layers = one.kind is other.kind is Kind.TECHNOLOGY and clause.subject not in (one.key, other.key)
        if opens and are_layers and clause.text[one.end : other.start].strip(" `") == "over":
            for layer in (one, other):
                yield edge(labelled(clause), RelationType.USES, known(layer), "layers")


def _kept_at(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "config in /etc/x": where the files of a thing lie."""
    clause = sentence.clause
    may_hold = "/" in clause.text or "_HOME" in clause.text
    for match in _PATH.finditer(clause.text, clause.body_start) if may_hold else ():
        is_read = (
            match[0].startswith("from")
            or _LOOKS.search(clause.text, max(0, match.start() - 20), match.start()) is not None
        )
        relation = RelationType.READS_FROM if is_read else RelationType.STORES_IN
        spans = [match.span("path")]
        position = match.end()
        while (more := _OR_PATH.match(clause.text, position)) is not None:
            spans.append(more.span("path"))
            position = more.end()
        for start, end in spans:
            yield edge(about_at(clause, start), relation, _place(clause, start, end), PATH)


def _at_root(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "must be kept at the top level of your chart chest": the place that something has to have."""
    clause = sentence.clause
    match = _AT_ROOT.search(clause.text, clause.body_start)
    if match is None or match["of"] is None or len(match["of"].split()) > MAX_PLACE_WORDS:
        return
    start, end = match.span("place" if match["root"].lower() == "root" else "of")
    yield edge(
        about_at(clause, match.start()), RelationType.STORES_IN, _place(clause, start, end), "has its place there"
    )


def _place(clause: Clause, start: int, end: int) -> End:
    mention = next((m for m in clause.mentions if m.start <= start + 1 and end <= m.end + 1), None)
    return known(mention) if mention else free(clause.text[start:end].rstrip(".,"), RelationType.STORES_IN)


def _in_bracket(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Compose (Go)": a technology alone in the bracket behind a name is what the thing is made with."""
    clause = sentence.clause
    for head, item in pairwise(clause.mentions):
        opens = _ONE_IN_BRACKET.match(clause.text[head.end : item.start])
        closes = _CLOSES.match(clause.text, item.end)
        is_made_with = item.kind is Kind.TECHNOLOGY and head.kind is not Kind.CONCEPT and head.key != item.key
        if opens and closes and is_made_with:
            yield edge(known(head), RelationType.USES, known(item), "technology in a bracket")


def _sent(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "heartbeat to the hub", "rain log to files": what goes where."""
    clause = sentence.clause
    for match in _SENT.finditer(clause.text, clause.body_start):
        source = about_at(clause, match.start())
        of_its_own = _KIND_OF_DATA.search(clause.text, max(clause.body_start, match.start() - NEAR), match.start())
        is_kind = of_its_own is not None and is_noun(of_its_own["kind"]) and not is_verb(of_its_own["kind"].lower())
        if of_its_own is not None and is_kind:  # "rain log to the tower"; no "sends logs to"
            source = free(f"{of_its_own['kind']} {match['what']}", RelationType.HAS_FEATURE)
        stop = free_end(clause.text, match.end(), len(clause.text))
        bracket = clause.text.find("(", match.end(), stop)  # what it holds is like the place, and need not be it
        stop = bracket if bracket >= 0 else stop
        for item in objects(clause, match.end(), stop, RelationType.SENDS_TO, is_free=True)[0]:
            is_named = item.key is not None and item.kind is not Kind.CONCEPT and item.key != clause.subject
            if is_named or ALSO_PLACE.fullmatch(item.text or ""):
                kept = match["what"].lower() in word_list("stored")
                yield edge(source, RelationType.STORES_IN if kept else RelationType.SENDS_TO, item, "sent there")


def _kind_on(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "message broker on the Erlang VM": what is said of a thing at once, and on what it runs."""
    clause = sentence.clause
    for mention in clause.mentions:
        match = _KIND_ON.match(clause.text, clause.body_start, mention.start)
        if match is None or mention.kind not in PRODUCTS or mention.key in (clause.subject, clause.owner):
            continue
        words = match["kind"].lower().split()
        is_kind = words[-1] in sentence.lexicon.kind_nouns and words[0] not in word_list("openers")
        if is_kind and clause.subject_span is None:
            yield edge(about_at(clause, mention.start), RelationType.RUNS_ON, known(mention), "kind on")


def _only(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "base64 only": a technology that is all that a thing takes, or another whole that it is made with."""
    clause = sentence.clause
    if match := _PLACE_ONLY.match(clause.text, clause.body_start):
        place = _place(clause, *match.span("place"))
        yield edge(about_at(clause, match.start("place")), RelationType.STORES_IN, place, "that only")
    for mention in clause.mentions:
        before = clause.text[max(clause.body_start, mention.start - NEAR) : mention.start].rstrip()
        only = _ONLY.match(clause.text, mention.end)
        is_all = only is not None and (not before or before.endswith((",", ";", ":", " is")))
        if only is None or not is_all or mention.kind not in PRODUCTS or mention.key in (clause.subject, clause.owner):
            continue
        is_taken = bool(only["what"]) or (mention.kind is Kind.TECHNOLOGY and not before)
        if is_taken or before:
            relation = RelationType.SUPPORTS if is_taken else RelationType.USES
            yield edge(about_at(clause, mention.start), relation, known(mention), "that only")


def _on_port(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "port 53: UDP for one thing, TCP for another": the protocols of a port that opens a line."""
    clause = sentence.clause
    if clause.label is not None and _PORT_LABEL.match(clause.label):
        for mention in clause.mentions:
            opens = clause.text[max(clause.body_start, mention.start - NEAR) : mention.start].rstrip()
            if mention.kind is Kind.TECHNOLOGY and (not opens or opens[-1] in ",;/+&" or opens.endswith(" and")):
                yield edge(subject(clause.subject, clause), RelationType.USES, known(mention), PROTOCOL_OF_PORT)


def _written_in(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "recipes in YAML": the language or format that a thing is in."""
    clause = sentence.clause
    for mention in clause.mentions:
        if not clause.text.startswith(" in ", mention.start - 4) or mention.start - 4 < clause.body_start:
            continue
        match = _NOUN_IN.search(tail(clause.text, clause.body_start, mention.start))
        is_last = _PART_END.match(clause.text, mention.end)
        if match and is_last and mention.kind is Kind.TECHNOLOGY and _is_written(sentence, match[1], match.start(1)):
            yield edge(about_at(clause, mention.start), RelationType.USES, known(mention), "in a language")


def _is_written(sentence: Sentence, noun: str, start: int) -> bool:
    """Whether a noun is what is written in a language; not what another name is ("made in X, foo in Y")."""
    clause, word = sentence.clause, noun.lower()
    is_done = word in word_list("participles") | word_list("past") or word.endswith("ed")
    if is_done and any(m.end + 1 == start and m.key != clause.subject for m in clause.mentions):
        return False  # "the barge painted in X"
    is_word = is_ordinary(word) or is_verb(word) or sentence.lexicon.names_kind(word)
    is_other = clause.text[max(0, start - 2) : start] == ", " and word == noun and not is_word
    return not is_other and word not in sentence.lexicon.fillers


def _over(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "UDP 520": the protocol of a port; "DNS over TLS": what a name says that it goes over."""
    clause = sentence.clause
    for mention in clause.mentions:
        port = _PORT.match(clause.text, mention.end) if mention.kind is Kind.TECHNOLOGY else None
        is_variant = mention.key == f"{clause.subject}s"  # "LDAPS 636" of LDAP
        if port is not None and mention.key != clause.subject and (is_variant or _has_ports(sentence, mention)):
            relation = RelationType.HAS_FEATURE if is_variant else RelationType.USES
            yield edge(about_at(clause, mention.start), relation, known(mention), PROTOCOL_OF_PORT)
        match = _NAME_OVER.match(clause.text[mention.start : mention.end]) if " over " in clause.text else None
        if match is not None:
            yield edge(known(mention), RelationType.USES, End(text=match["below"], kind=Kind.TECHNOLOGY), "name over")
        is_place = mention.kind is Kind.SERVICE and mention.end == clause.body_start - 2 and clause.label is not None
        if is_place and _ON_LABEL.fullmatch(clause.text[: mention.start]) and mention.key != clause.subject:
            yield edge(subject(clause.subject, clause), RelationType.RUNS_ON, known(mention), "label of a place")


def _has_ports(sentence: Sentence, mention: Mention) -> bool:
    """Whether the figure behind a name is a port: "UDP 520", "SSH on port 22"; no status, and no length of a key."""
    name = sentence.clause.text[mention.start : mention.end].lower()
    return name in word_list("transports") or not sentence.signs.isdisjoint(_AT_PORTS)


SILENT = (
    rule(_at_root, "root top"),
    Rule(_inside, _INSIDES),
    Rule(_in_a_role, _ROLE_SIGNS),
    rule(_behind_role, LABEL),
    Rule(_by_its_means, word_list("functions"), frozenset(["by", "with", "w", "via", "through", "thru", "using"])),
    rule(_stacked, "over"),
    rule(_kept_at, "in under below at to into from", "/ home"),
    rule(_in_bracket, "("),
    rule(_over, NAME, f"{FIGURE} {LABEL} over"),
    rule(_on_port, LABEL),
    Rule(_sent, _DATA | word_list("stored")),
    rule(_only, "only"),
    rule(_written_in, "in"),
    rule(_kind_on, "on"),
)
"""What small words and signs state."""
