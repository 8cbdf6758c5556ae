"""The errors that a clause names: numbers, names in capitals, quoted messages, words for what went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from graph.names import is_ordinary
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.actors import actors_before
from ingest.relating.ends import edge, free, known, labelled
from ingest.relating.error_names import ERROR
from ingest.relating.gates import Rule, rule
from ingest.relating.sentence import FIGURE, Sentence
from ingest.terms import word_list
from ingest.values import Clause, EdgeDraft, End

NEAR = 60
"""How many characters beside an error are looked at, so that long lines are read in time."""
_ENDS = (
    r"(?:answer|repl(?:y|ie)|respond|fail|die|end|exit|stop|abort|bail|bounce|close|reject|refuse|terminate|crash|"
    r"complain|quit|barf|error|come|came|yell|shout|whine|moan|cry|crie|crap)(?:s|d|ed)?(?:\s+(?:out|back|off|it|them|up))?"
    r"(?:\s+(?:with|w/|as|about|in))?"
)
"""A verb by which something ends, or answers, with an error."""
_SAID = (
    r"->|=>|→|=|\b(?:errors?|code|returns?|returned|gives?|see|gets?|got|throws?|raises?|spits? out|over (?:it|that)|"
    rf"{_ENDS})"
)
_BEGINS = re.compile(r"[A-Z]|(?:when|if|without|once|unless)\b")
_SETTING_BEFORE = re.compile(rf"(?:{_SAID})$", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?:{_SAID}|[a-z]\?|\b(?:status|with|an?|then|after that|else|otherwise|expect"
    r"|watch out for|(?:ends?|results?"
    rf"|ended) (?:up )?in))$",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"\b(?:explain(?:s|ed)?|why|troubleshoots?|unlike|no|not|never|without)(?:\s+(?:an?|the))?$"
    r"|(?:\bnever|\bnot|n't|n’t)\s+\w+(?:\s+(?:an?|the))?$",
    re.IGNORECASE,
)
_SHOUTED = re.compile(
    r"\b(?:gets?|got|(?:closes|dies|fails?|answers) with|returns|returned)\s+(?:an?\s+)?(?P<got>[A-Z][A-Z_]{2,})"
    r"(?=\s*(?:$|[,;.:)]|errors?\b))"
    r"|(?:^|[;,.]\s+|\bsends?\s+|(?:->|=>|→)\s*)(?P<alone>(?!WHEN|ONLY|ALSO|NOTE|NEVER)[A-Z]{5,})!?"
    r"(?=\s+(?:if|when)\b|\s+=\s+(?:no|not|you|wrong|something|too|failed|cannot|can't|denied|broken)\b)"
)
_CODED = re.compile(
    r"\b(?:refuse[sd]?|reject(?:s|ed)?|fail(?:s|ed)?|denie[sd]|block(?:s|ed)?)\b[^.;()]*\((?P<code>[A-Z]{2,}-?\d{2,})\)"
)
_MESSAGE = r"[\"“](?P<{}>[A-Za-z][^\"”\s]*(?: [^\"”\s]+){{2,7}})[\"”]"
_SHORT = _MESSAGE.replace("{{2,7}}", "{{1,7}}")
_BRIEF = r"[\"“](?P<{}>[A-Za-z][^\"”\s]*(?: [^\"”\s]+|-[^\"”\s]+))[\"”]"
_SAYS = rf"(?:->|=>|→|\b(?:{_ENDS}|spits? out|throws?|returns?|gets?))\s+(?:an?\s+)?"
_FAILING_ENDS = "fail|die|exit|abort|bail|terminate|crashe?|quit|error"
_WENT_BAD = (
    "no|not|too|dead|down|bad|missing|wrong|invalid|expired|failed|denied|timeout|unreachable|throttled|slow|dup"
    "|duplicate|duplicated|unknown|lost|full|conflict|deadlock|refused|exceeded|broken|cannot|can't|error"
)
_STATUS = re.compile(
    rf"(?:{_SAYS}|\b(?:gives(?: back)?|error|dreaded|infamous|famous)\s+|\b(?:reject|refuse|bounce|answer)(?:s|d"
    rf"|ed)?\s[^.;()]{{1,40}}\bwith\s+)(?P<code>[A-Z]{{1,5}}(?:-?\d{{3,}}|-\d\d))\b"
    rf"|\b(?:throws?|raises?|(?:{_FAILING_ENDS})(?:s|d|ed)?(?: out)? with)\s+(?:an?\s+|the\s+)?"
    r"(?P<number>0x[0-9a-f]{4,}|\d{4,6})\b(?!\s+(?:[a-z]+s\b|of\b|out of\b|%|ms\b|[KMG]i?B\b))"
    r"|(?:^|[,;.(]\s*)(?P<told>[A-Z]{1,4}-?\d{3,6})\s*(?:=|->|=>|→|:|means)\s*(?:\w+\s){0,2}"
    rf"(?:{_WENT_BAD})\b"
    r"|(?:^|[(,;]\s*|\b(?:as|with|an?|throws|returns|gets|see)\s+)(?P<alone>error \d{2,6})\b"
    r"|(?:^|,\s+)(?P<status>40[013489]|41[023]|42[29]|50[0234])(?=\s+(?:\w+\s){0,2}"
    r"(?:no|not|too|dead|down|bad|missing|wrong|invalid|expired|failed|denied|timeout|unreachable|throttled|slow)\b)"
)
"""Codes behind a verb or an arrow, "error 49", and a status that opens a part and is explained: "503 no target"."""
_CAMEL = re.compile(
    r"\bgets?\s+(?:an?\s+)?[`*]*(?P<back>[A-Z][a-z]+(?:[A-Z][a-z]+)+)[`*]*\s+back\b"
    rf"|{_SAYS}[`*]*(?P<name>[a-z]+(?:[A-Z][a-z]+)+)[`*]*\s+(?:errors?|exceptions?)\b"
)
_QUOTED = re.compile(
    rf"{_MESSAGE.format('text')}"
    r"(?=\s+(?:when|if|after|once|in|on|means|because|while|pops|shows up|appears|comes|err|errors?|exception"
    r"|is what (?:you|u|we|the \w+|they) (?:gets?|sees?))\b|\s*(?:=|->|=>|→))"
    rf"|\b(?:errors?|says|complains|message)\W+{_SHORT.format('said')}"
    rf"|{_SAYS}{_MESSAGE.format('ended')}(?=\s*(?:$|[,;.(]|errors?\b))"
    rf"|\b(?:{_ENDS}|shows?|prints?)\s+(?:an?\s+)?{_BRIEF.format('brief')}(?=\s*(?:$|[,;.(]|(?:when|if|after|once|on"
    rf"|because|as|for)\b))"
)
_MESSAGE_IN_CODE = re.compile(rf"(?:{_SAYS}|(?:->|=>|→|=)\s*)`(?P<text>[A-Za-z][^`]*? [^`]+)`", re.IGNORECASE)
_WORDS_OF_FAILURE = re.compile(
    r"\b(?:too many|not|no|denied|refused|failed|fatal|errors?|timed? ?out|exceeded|cannot|can't|unable|invalid|missing"
    r"|unknown|already|reset|expired|unreachable|conflict|duplicate|full|corrupt(?:ed)?|violat(?:es|ion))\b",
    re.IGNORECASE,
)
_NO_MESSAGE = re.compile(r"(?:^|\s)(?:--?\w|\$|[|>&])|=|/\w")
"""Signs of a command line."""
_THROWN_BY = re.compile(
    r"(?:\b(?:is|are|gets?|be|being)\s+)?(?P<verb>\bthrown)\s+by\s+(?:the\s+|an?\s+|your\s+)?", re.I
)
_ALSO = re.compile(r"[`*]*\s*(?:,\s*|/|,?\s+or\s+|,?\s+and\s+)[`*]*(?P<code>[A-Z]{5,})(?=[`*]*\s*(?:$|[,;.(]|[a-z]))")
_ARROW = re.compile(r"[\"”]?(?:,\s*[\"“][^\"”]*[\"”])*\s*(?:->|=>|→)\s*")
_FAILED = "unreachable|refused|denied|reset|exceeded|failure|forbidden|unavailable|not found|timeout"
_WRONG = re.compile(
    r"(?:->|=>|→|\b(?:answers|replies|responds|fails?|dies|ends) with|\bgets?|\breturns|\b(?:complains|says|error"
    r"|message):)"
    r"\s+(?:an?\s+)?"
    rf"(?P<text>(?:[A-Za-z]+ ){{1,3}}(?:{_FAILED}))\b"
)
_NOUN = re.compile(
    r"(?:^|[,;(]\s*|\b(?:an?|the|get|gets|see|throws|raises|gives)\s+)(?!(?:no|not|any|an?|the|some|more|many|common"
    r"|typical|same|next)\b)"
    r"(?P<text>(?:[a-z-]+ ){1,2}[a-z-]+)\s+errors?\b(?=\s+(?:comes?|pops|shows up|appears?|happens?|occurs?|when|if"
    r"|after|once|on\b|is thrown|gets thrown))"
    r"|(?:->|=>|→|=)\s*(?P<shown>Error [a-z]+(?: [a-z]+){1,5})(?=\s*(?:$|[,;.(]))",
)
_EXCEPTION = re.compile(
    r"\b(?:gets?|got|receives?|throws?|raises?|returns?|with)\s+(?:an?\s+"
    r"|the\s+)?[`*]*(?P<name>[A-Z][a-z]+(?:[A-Z][A-Za-z]+)+)[`*]*"
    r"\s+(?:exception|error)\b"
)
_WORDED = (
    ("exception error", "", _EXCEPTION, "error by its noun"),
    ("get gets got with return returns returned if when =", "", _SHOUTED, "error got"),
    (
        "refuse refuses refused reject rejects rejected fail fails failed denies denied block blocks blocked",
        FIGURE,
        _CODED,
        "error code",
    ),
    ('" “', "", _QUOTED, "error quoted"),
    ("back error errors exception exceptions", "", _CAMEL, "error by its noun"),
    (
        "error -> => with as gives no not too dead down bad missing wrong slow timeout answers replies responds "
        "fails returns throws "
        "dreaded infamous famous see get gets got throw throws raise raises fail die dies end ends exit exits abort "
        "aborts bail bails crash crashes quit quits stop stops answer return spits = : → means",
        FIGURE,
        _STATUS,
        "error by its code",
    ),
    (_FAILED.replace("|", " "), "", _WRONG, "error in words"),
    ("error errors", "", _NOUN, "error by its noun"),
)
"""Each with words or signs of which a clause needs to have one, and with others that it needs besides."""
_MAY_NAME = re.compile(
    r"[A-Z_45](?:(?<=[a-z][A-Z])|(?<=[A-Z]{4})|(?<=_)|(?<=[45])\d\d|(?<=\w[EFWB])(?:xc|rr|ault|arn|ack))"
)
"""A hump, four capitals, an underscore, a number of three figures or an error's noun: all their names have one."""
_FAILS = re.compile(r"_(?:FAILED|EXCEEDED|DENIED|NOT_FOUND|REFUSED|UNAVAILABLE|EXHAUSTED|REJECTED)$")
_QUANTITY = re.compile(r"(?:[A-Za-z]+/[a-z]+|[a-z]+ (?:max|min|minimum|maximum|at most|at least)|by default)\b")
_PORTS = frozenset({"443", "445", "464", "465", "514", "515", "546", "547", "548", "563", "587", "591", "593"})
"""Numbers of ports that no protocol has for an error: of HTTPS, SMB, mail, DHCP."""
_GIVEN_VALUE = re.compile(r"=\w")
_VALUE = re.compile(r"\w[._]\w+`?\s*=$")
"""Before a number it is the value of a setting."""
_CODE_BEFORE = re.compile(r"\s*\b[45]\d\d$")
_CAUSE_BEFORE = re.compile(r"\s*(?:->|=>|→|=)\s*$")
_UNDER = re.compile(r"(?:under|with|in)\s+`?", re.IGNORECASE)
_LABEL = re.compile(r"(?:status|code|error)\s+")
_FROM = re.compile(r"\b(?:both|all|comes?|come|sent|returned)\s+(?:from|by)\s+(?:the\s+)?$", re.IGNORECASE)


def _raised(clause: Clause, start: int, end: int, rule: str) -> Iterator[EdgeDraft]:
    """The edge of an error that stands at a place, to whose it is."""
    target = _target(clause, start, end)
    if (other := _set_equal(clause)) is not None:
        yield edge(other, RelationType.RAISES, target, rule)
        return
    about = _source(clause) or _about(clause, target, start)
    if clause.subject_span is not None and start <= clause.subject_span[0] < end and clause.parent_subject:
        about = clause.parent_subject  # "mast broken error when ...", where masts are known
    if target.key != about:
        yield edge(End(key=about), RelationType.RAISES, target, rule)
        whole = clause.parent_subject if clause.owner in (None, about) and clause.parent_kind is Kind.SERVICE else None
        if clause.subject_kind is Kind.FEATURE and about == clause.subject and whole not in (None, target.key, about):
            yield edge(End(key=whole), RelationType.RAISES, target, "error of its part")
        if clause.owner is not None and clause.owner not in (about, target.key) and about == clause.subject:
            yield edge(End(key=clause.owner), RelationType.RAISES, target, "error of its part")


_EQUALS = re.compile(r"(?P<what>[A-Z][\w-]*(?: [a-z]+)?) = ")


def _set_equal(clause: Clause) -> End | None:
    """What a later part of a line speaks of, behind that on the label's thing: "Tug = steam; Raft = ropes -> SUNK"."""
    match = _EQUALS.match(clause.text) if clause.label is None and clause.subject_span is None else None
    if match is None or match["what"].isupper() or ERROR.fullmatch(match["what"]):
        return None
    named = next((m for m in clause.mentions if m.start == 0 and m.end == match.end("what")), None)
    return known(named) if named is not None else free(match["what"], RelationType.HAS_FEATURE)


def _about(clause: Clause, target: End, start: int) -> str:
    """Whose error stands at a place: what the clause is about; where that is the cause, what it belongs to."""
    whole = clause.owner or clause.parent_subject
    named = next((m for m in clause.mentions if m.key == clause.subject), None)
    is_error = named is not None and ERROR.fullmatch(clause.text, named.start, named.end) is not None
    if whole is None or target.key == clause.subject or is_error:
        return whole or clause.subject  # one error raises no other
    if named is None or not _CAUSE_BEFORE.search(clause.text, max(0, start - NEAR), start):
        return clause.subject
    is_of_another = named.owner not in (None, clause.owner, clause.parent_subject)
    return whole if named.rule == "label" or is_of_another else clause.subject


def _source(clause: Clause) -> str | None:
    """Whose errors they are, where a clause says so ("…, both from the API"); of an error, what it belongs to."""
    named = next((m.key for m in clause.mentions if _FROM.search(clause.text, max(0, m.start - NEAR), m.start)), None)
    named = named or next(
        (m.key for m in clause.mentions if m.start < NEAR and _UNDER.fullmatch(clause.text[: m.start])), None
    )
    is_error = clause.label is not None and clause.label.isupper() and len(clause.label) > 4
    return named or ((clause.owner or clause.parent_subject) if is_error and clause.subject_span is None else None)


def _target(clause: Clause, start: int, end: int) -> End:
    mention = next((m for m in clause.mentions if m.start <= start and end <= m.end), None)
    return known(mention) if mention else free(clause.text[start:end], RelationType.RAISES)


def _named(sentence: Sentence) -> Iterator[EdgeDraft]:
    """Names and numbers that have the form of an error."""
    clause = sentence.clause
    for match in ERROR.finditer(clause.text) if _MAY_NAME.search(clause.text) else ():
        before = clause.text[max(0, match.start() - NEAR) : match.start()].rstrip()
        after = clause.text[match.end() : match.end() + NEAR].lstrip()
        leads_on = after.startswith(("->", "=>", "→", "=", "means "))
        leads_on = leads_on and not _GIVEN_VALUE.match(clause.text, match.end())
        is_setting = "_" in match[0] and match[0].isupper() and not _FAILS.search(match[0])
        is_setting = is_setting and not (_SETTING_BEFORE.search(before) or leads_on)
        is_word = _is_technology(clause, match) if after.startswith("error") else _is_word(match[0])
        if is_setting or is_word or _EXPLAINED.search(_CODE_BEFORE.sub("", before)):
            continue
        meant = leads_on or bool(_BEFORE.search(before))
        if match[0][-3:].isdigit() and not meant and (before or not _BEGINS.match(after)):
            continue
        if match[0][-3:].isdigit() and (_QUANTITY.match(after) or _VALUE.search(before)):
            continue
        if match[0] in _PORTS and not (_BEFORE.search(before) or after.startswith("error")):
            continue
        if match[0][-1].isdigit() and clause.text[match.end() : match.end() + 1].isalpha():
            continue  # "500M"
        label = _LABEL.match(match[0])
        yield from _raised(clause, match.start() + (label.end() if label else 0), match.end(), "error named")
        also = _ALSO.match(clause.text, match.end()) if meant else None
        if also is not None and also["code"].lower() not in word_list("shouted"):
            yield from _raised(clause, *also.span("code"), "error beside another")


def _is_technology(clause: Clause, name: re.Match[str]) -> bool:
    """Whether the name before "error" is that of a technology, and none of an error: "an SMTP error"."""
    return any((m.start, m.end) == name.span() and m.kind is Kind.TECHNOLOGY for m in clause.mentions)


def _is_word(name: str) -> bool:
    """Whether an error's name is a usual word in capitals, or two that run together, and so a command ("INVOICE")."""
    word = name.lower()
    if not name.isalpha() or not name.isupper():
        return False
    return is_ordinary(word) or any(is_ordinary(word[:at]) and is_ordinary(word[at:]) for at in range(4, len(word) - 3))


def _worded(sentence: Sentence, pattern: re.Pattern[str], name: str) -> Iterator[EdgeDraft]:
    """Errors that only their place tells: shouted, in brackets behind a refusal, quoted, in words."""
    for match in pattern.finditer(sentence.clause.text):
        group = next(group for group, text in match.groupdict().items() if text)
        span = match.span(group)
        if group == "got" and _is_format(sentence.clause, *span):
            continue
        if not _is_answered(sentence.clause, match.end()):
            yield from _raised(sentence.clause, *span, name)


def _in_code(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "too heavy → `cannot lift more`": a message that is written as code, by its words of failure."""
    for match in _MESSAGE_IN_CODE.finditer(sentence.clause.text):
        if _WORDS_OF_FAILURE.search(match["text"]) and not _NO_MESSAGE.search(match["text"]):
            yield from _raised(sentence.clause, *match.span("text"), "error in code")


def _thrown_by(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "ENOROPE is thrown by the winch", "thrown by the winch" below the error's name."""
    clause = sentence.clause
    match = _THROWN_BY.search(clause.text, clause.body_start)
    thrower = next((m for m in clause.mentions if match and m.start - match.end() in (0, 1)), None)
    if match is None or thrower is None or thrower.kind is Kind.CONCEPT:
        return
    found = actors_before(sentence, sentence.index_at(match.start("verb")), sentence.body)
    error = found.ends[-1] if found is not None and found.ends else labelled(clause)
    is_told = found is not None or match.start() <= clause.body_start + 1
    if is_told and error.key != thrower.key:
        yield edge(known(thrower), RelationType.RAISES, error, "thrown by it")


def _is_format(clause: Clause, start: int, end: int) -> bool:
    """Whether what is got back has the name of a product or a format, and so is what was asked for."""
    return any(m.start <= start and end <= m.end and m.kind in PRODUCTS for m in clause.mentions)


def _is_answered(clause: Clause, end: int) -> bool:
    """Whether an arrow leads from words to a product: they are a need that it answers ("night mail" -> barge)."""
    arrow = _ARROW.match(clause.text, end)
    return arrow is not None and any(m.start - arrow.end() in (0, 1) and m.kind in PRODUCTS for m in clause.mentions)


_CODES = re.compile(
    r"(?:^|[,;:(]\s+)(?:HTTP\s+|errors?:?\s+)?(?P<code>[45]\d\d|\d{4,5})(?=\s+(?:=|->|→|[a-z])|\s*:)", re.IGNORECASE
)
_HTTP = 3
_FAILURE_BEHIND = re.compile(rf"\s*(?:=|->|→|:)?\s*(?:\w+\s+){{0,3}}?(?:{_WENT_BAD})\b")
_ROUND = 50
"""Errors are seldom counted; what is counted is often a multiple of this."""


_QUOTED_CODE = re.compile(r"[\"“](?P<code>[45]\d\d) [A-Za-z][^\"”]{3,60}[\"”]")


def _quoted_codes(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "503 Quay fetch failed" in quotes: the code of what is shown."""
    for match in _QUOTED_CODE.finditer(sentence.clause.text):
        yield from _raised(sentence.clause, *match.span("code"), "error quoted with its code")


def _listed_codes(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "502 quay shut = no berth, 504 quay full": codes that each open a part and are told about there."""
    found = [match for match in _CODES.finditer(sentence.clause.text) if match["code"] not in _PORTS]
    codes = {match["code"] for match in found}
    if max(map(len, codes), default=0) > _HTTP and not _are_failures(sentence.clause.text, found):
        return
    if len(codes) > 1 and any(int(code) % _ROUND for code in codes):
        for match in found:
            yield from _raised(sentence.clause, *match.span("code"), "errors in a row")


def _are_failures(text: str, found: list[re.Match[str]]) -> bool:
    """Whether what follows most numbers tells that something went wrong: they are no quantities."""
    failing = [match for match in found if _FAILURE_BEHIND.match(text, match.end())]
    return 2 * len(failing) > len(found)


ERRORS = (
    rule(_quoted_codes, '" “', FIGURE),
    Rule(_named),
    rule(_listed_codes, FIGURE, ", ;"),
    rule(_in_code, "`"),
    rule(_thrown_by, "thrown", "by"),
    *(rule(partial(_worded, pattern=pattern, name=name), needed, also) for needed, also, pattern, name in _WORDED),
)
"""Errors, where an arrow, a verb, a quotation or their form tells that they are meant."""
