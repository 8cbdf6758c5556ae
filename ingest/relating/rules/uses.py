"""What people use a thing for, told without words of praise: "X -> nightly jobs", "big sites", "eases packing"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled, mentioned, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.other_parts import PREPOSITION
from ingest.relating.phrases import Piece, clean, free_end, hard_end, list_parts
from ingest.relating.purposes import purposes
from ingest.relating.rules.verdicts import is_refused
from ingest.relating.sentence import PLAIN, Sentence
from ingest.relating.subjects import opening_noun
from ingest.relating.things import is_one_of_its_kind
from ingest.terms import is_namelike, is_verb, names_a_thing, opening_nouns, signs_of, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

_SUITED = RelationType.SUITED_TO
MAX_USE_WORDS = 3
WORKLOAD = "workload in a list"
_ANOTHERS = re.compile(r"[`*]*\s*(?:=\s|(?:->|=>|→)\s*[A-Z])")
_FOR = re.compile(r"[`*]*,?\s+(?:is\s+|only\s+)?(?:for|to)\s+(?=[a-z]|[A-Z]{2})")
_LIKE = re.compile(r"^[a-z-]+(?:ar|al|ic|ive|less|ous|able|ible|ed|based)$")
_NO_PURPOSE = re.compile(
    r"(?:example|instance|now|free|sure|each|every|all|one|the|an?|this|that|it|them|you|your|u|ur|be|have|work|run|get|go|no|\d)\b"
)
_BUT_FOR = re.compile(r"\bbut for\s+(?=[a-z])", re.IGNORECASE)
_FOR_OTHER = re.compile(r"\bbut for\b[^.;]*?\b(?:use|take|prefer|pick|choose)\b", re.IGNORECASE)
_EASES = re.compile(
    r"\b(?:enables?|facilitates?|simplifies|simplify|eases?|streamlines?|accelerates?|allow(?:s|ing)? for)\s+"
    r"(?!the\b|an?\b|it\b|its\b|this\b|your?\b)(?=[a-z])",
    re.IGNORECASE,
)
_EASING = frozenset(["enable", "enables", "facilitate", "facilitates", "simplifies", "simplify", "ease"])
_EASING |= {"eases", "streamline", "streamlines", "accelerate", "accelerates", "allow", "allows", "allowing"}
_ENABLING = frozenset(["allow", "allows", "enable", "enables", "let", "lets", "help", "helps", "makes", "make"])
_WHO = (
    r"(?:[a-z]+ )?(?:you|u|us|me|users?|developers?|devs|people|teams?|customers?|crews?|engineers?|admins?|operators?"
    r"|analysts?|clients?|employees|companies|businesses|organi[sz]ations|programmers?|students|owners|members|workers"
    r"|scientists?|architects?|apps?|applications?)"
)
_ENABLES = re.compile(
    r"\b(?:(?:(?:is |are )?(?:used|designed|built|made|meant|intended) to )?(?:allow|enable|let|help)s?"
    r"|makes? it (?:much |very |really )?(?:easy|easier|possible|simple|simpler|trivial)(?: for(?= ))?)"
    rf"\s+(?:{_WHO}(?: and {_WHO})?\s+)?(?:to\s+)?(?=[a-z])",
    re.IGNORECASE,
)
_TOOL_TO = re.compile(
    r"\s*(?:(?:it |this )?is )?(?:just |basically |also )?(?:an?|the) (?:[\w-]+ ){0,3}?(?P<noun>[\w-]+)"
    r"(?: (?:to|for|of|on) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?)? (?:used |made |built |meant )?to (?=[a-z])",
)
_TOOLS = frozenset(["extension", "add-on", "addon", "tool", "wrapper", "command", "kit", "suite", "app", "interface"])
_CUTS = re.compile(r"\s+(?:-|–|—)\s+|[;:()]|[.!](?=\s|$)|->|=>|→|=|\|")
_CONTRA = frozenset(["con", "cons", "contra", "minus", "downside", "downsides", "drawback", "drawbacks", "weak point"])
_AND = re.compile(r"\b(?:and|or)\b", re.IGNORECASE)
_UP = re.compile(r"(?<=\w)\s+(?:up|down|out|off)$", re.IGNORECASE)
_STANDS_FOR_IT = frozenset(["it", "which", "that", "this"])
_WANTED = re.compile(
    r"\b(?:needs?|wants?|needed|wanted)\s+(?:an?\s+)?(?:\w+\s+)?(?:place|somewhere|spot|home)\s+(?:safe\s+)?"
    r"(?:to\s+(?:store|keep|put|hold|save)|for)\s+",
    re.IGNORECASE,
)
_HAVING = frozenset(["have", "get", "give", "provide", "use", "maintain", "see", "do", "be"])
"""Verbs whose object is what the thing has or gives, more than a use of it."""
_DEED = re.compile(r"(?:tions?|ments?|[^r]ing|ics|sis|ances?|ery|ality|collaborations?|access|work|re-?use)$")


def _but_for(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the same as the ferry but for lorries"."""
    clause = sentence.clause
    match = _BUT_FOR.search(clause.text, clause.body_start)
    if match is not None and _FOR_OTHER.search(clause.text, clause.body_start) is None:
        for target in purposes(clause, match.end(), hard_end(clause.text, match.end(), len(clause.text)), _SUITED):
            yield edge(labelled(clause), _SUITED, target, "the same but for that")


def _behind_label(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "night ferry -> lorries, big groups, 30 s more": the uses that come first behind the arrow of a label."""
    clause = sentence.clause
    label = clause.text[: clause.body_start].rstrip()
    if clause.label is None or not label.endswith(("->", "=>", "→")) or clause.subject_kind is Kind.CONCEPT:
        return
    end = free_end(clause.text, clause.body_start, len(clause.text))
    for start, stop in list_parts(clause.text, clause.body_start, end):
        text = clean(clause.text[start:stop])
        named = any(m.kind is not Kind.CONCEPT and start <= m.start < stop for m in clause.mentions)
        if named or not (is_use(sentence, text) or is_many(text)):
            return
        for target in purposes(clause, start, stop, _SUITED):
            yield edge(labelled(clause), _SUITED, target, "arrow to a use")


def is_many(text: str) -> bool:
    """Whether a lone word is a plural of things that somebody has: "lorries"."""
    word = text.lower()
    return " " not in text and word.endswith("s") and not word.endswith(("ss", "us", "is")) and names_a_thing(text)


def is_use(sentence: Sentence, text: str) -> bool:
    """Whether a few words name what people do or have in hand: a plural with its adjective, a deed."""
    words = text.lower().split()
    if (
        not 0 < len(words) <= MAX_USE_WORDS
        or not sentence.lexicon.noun_ends.isdisjoint(words)
        or any(c.isdigit() for c in text)
    ):
        return False
    if words[-1] in word_list("workloads"):
        return True
    is_many = words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is")) and len(words) > 1
    is_deed = words[-1].endswith("ing") and names_a_thing(f"the {words[-1]}")
    starts = is_verb(words[0]) and not words[0].endswith(("ing", "ed"))
    return (is_many or is_deed) and not starts


def _noun_for(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "spring line for strong currents", "bow thruster to turn on the spot": the noun that opens a clause."""
    clause = sentence.clause
    noun = opening_noun(sentence)
    match = _FOR.match(clause.text, noun.end) if noun is not None else None
    if noun is None or match is None or _NO_PURPOSE.match(clause.text, match.end()):
        return
    if "," not in match[0] and not any(is_namelike(word) for word in noun.text.split()):
        return
    named = mentioned(clause, noun)
    inside = [m for m in clause.mentions if m.start < noun.end and noun.start < m.end]
    is_written = all(word[:1].isupper() for word in noun.text.split())  # as one name: "Night Ferry"
    if named is None and inside and not (is_written and inside[-1].end == noun.end):
        return
    if named is not None and named.kind is Kind.CONCEPT:
        return
    about = known(named) if named is not None else free(noun.text, RelationType.HAS_FEATURE)
    if named is None and "," in match[0] and noun.text.islower() and _LIKE.search(noun.text):
        about = subject(clause.subject, clause)  # "coastal, for day trips"
    end = free_end(clause.text, match.end(), len(clause.text))
    for target in purposes(clause, match.end(), end, _SUITED):
        yield edge(about, _SUITED, target, "noun for a purpose")


def _workloads(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "night ferry - cheap, big groups and lone travellers": workloads in a list that says nothing else of them."""
    clause = sentence.clause
    is_thing = clause.subject_span is None and clause.subject_kind is not Kind.CONCEPT
    is_told = clause.lead is not None and clause.lead_subject in (None, clause.subject)
    if is_told or not is_thing or clause.text.rstrip().endswith(":") or _acts(clause):
        return
    above = {(clause.label or "").lower(), clause.frame.lower().strip(" :*")}
    if not above.isdisjoint(word_list("no uses")):
        return
    relation = _SUITED if above.isdisjoint(_CONTRA) else RelationType.NOT_SUITED_TO
    for parts in _lists_before_verb(sentence):
        which = [_is_workload(sentence, start, stop) for start, stop in parts]
        fields = [_is_field(clause, start, stop) for start, stop in parts]
        which = fields if sum(fields) > 1 and not any(which) else which
        are_all = any(which) and all(_may_be_use(sentence, *part) for part in parts)
        for (start, stop), is_workload in zip(parts, which, strict=True):
            is_others = _ANOTHERS.match(clause.text, stop) is not None or is_refused(
                clause.text, stop
            )  # "mail = train"
            is_doer = start == 0 and clause.label is None and _WHICH_DO.match(clause.text, stop) is not None
            if (is_workload or are_all) and not (is_others or is_doer):
                for target in purposes(clause, start, stop, relation):
                    yield edge(labelled(clause), relation, target, WORKLOAD)


_WHICH_DO = re.compile(r"\s+(?:that|which|who)\s")
"""Behind the workloads that open a line, it tells of them: "night crews that come late -> the back door"."""


def _is_field(clause: Clause, start: int, stop: int) -> bool:
    """Whether a part of a list is a field in which things are put to use."""
    text = clean(clause.text[start:stop])
    named = mentioned(clause, Piece(text, start, stop))
    is_idea = named is None or named.kind is Kind.CONCEPT
    words = (text.lower(), named.key.replace("-", " ") if named is not None else "")
    return is_idea and not word_list("fields of use").isdisjoint(words)


def _acts(clause: Clause) -> bool:
    """Whether nouns that open what is said do something: "harbour groups boats"."""
    body = clause.text[clause.body_start :]
    nouns = opening_nouns(body)
    verb = body[nouns[1] :].split(None, 1)[0].lower() if nouns else ""
    return bool(verb) and verb not in word_list("auxiliaries")


def _may_be_use(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a part of a list may be a use beside a workload: a thing in a few plain words."""
    text = clean(sentence.clause.text[start:stop])
    words = text.lower().split()
    small = sentence.lexicon.negations | sentence.lexicon.auxiliaries | sentence.lexicon.prepositions
    if not 0 < len(words) <= MAX_USE_WORDS or set(words) & small or any(c.isdigit() for c in text):
        return False
    inside = [m for m in sentence.clause.mentions if start <= m.start < stop]
    if inside:
        return all(m.kind is Kind.CONCEPT for m in inside)
    return names_a_thing(text) and words[0] not in word_list("adjectives")


def _lists_before_verb(sentence: Sentence) -> Iterator[Sequence[tuple[int, int]]]:
    """The lists of a clause; where relation words stand, no more than what is before their subject."""
    clause = sentence.clause
    said = next(sentence.hits_between(clause.body_start, len(clause.text)), None)
    end = sentence.place(said.first) if said is not None else len(clause.text)
    begin = clause.body_start
    for cut in [*_CUTS.finditer(clause.text, begin, end), None]:
        stop = cut.start() if cut else end
        parts = list_parts(clause.text, begin, free_end(clause.text, begin, stop)) if begin < stop else ()
        yield parts if cut or said is None else parts[:-1]
        begin = cut.end() if cut else end


def _is_workload(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a part of a list is a workload with a word that tells which; a known idea's name tells."""
    inside = [m for m in sentence.clause.mentions if start <= m.start < stop]
    if any(m.kind is not Kind.CONCEPT for m in inside):
        return False
    text = clean(sentence.clause.text[start:stop])
    words = text.lower().split()
    if len(inside) == 1 and inside[0].end - inside[0].start == len(text):
        words = inside[0].key.split("-")
    elif words and (is_verb(words[0]) and words[0].endswith("s")):
        return False  # "carries big loads"
    if words and is_one_of_its_kind(sentence.clause, words[-1]):
        return False
    return len(words) > 1 and words[-1] in word_list("workloads") and is_use(sentence, " ".join(words))


def _eased(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "eases loading": a deed that the thing makes easy; "enables loading" is said, and asked for, as support."""
    clause = sentence.clause
    match = _EASES.search(clause.text, clause.body_start)
    if match is None or any(w.lower in sentence.lexicon.negations for w in sentence.words[sentence.body :]):
        return
    relation = RelationType.SUPPORTS if match[0].lower().startswith("enable") else _SUITED
    end = free_end(clause.text, match.end(), len(clause.text))
    for start, stop in list_parts(clause.text, match.end(), end):
        words = clean(clause.text[start:stop]).lower().split()
        cut = next((i for i, word in enumerate(words) if word in sentence.lexicon.prepositions), len(words))
        goes_on = cut < len(words) and words[cut] == "to"  # "enables sailors to sleep"
        words = [] if goes_on else words[:cut]
        if not 0 < len(words) <= MAX_USE_WORDS or not _DEED.search(words[-1]) or words[0] in sentence.lexicon.fillers:
            return
        text = clause.text[start:stop]
        first = start + text.lower().find(words[0])
        of_it = clause.text.startswith(" of ", first + len(" ".join(words)))  # "re-use of Barge plans"
        last = first + len(" ".join(words)) if of_it else stop
        if any(m.kind is not Kind.CONCEPT and start <= m.start < last for m in clause.mentions):
            return
        for target in purposes(clause, first, first + len(" ".join(words)), _SUITED):
            yield edge(labelled(clause), relation, target, "makes it easy")


def _enabled(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "lets you mend nets", "a shop which helps crews repair sails": what somebody can do with a thing is its use."""
    clause = sentence.clause
    match = _ENABLES.search(clause.text, clause.body_start)
    if match is None or not _is_said_of_subject(sentence, match):
        return
    for deed in _deeds(clause, match.end()):
        yield edge(subject(clause.subject, clause), _SUITED, free(deed, _SUITED), "lets somebody")


def _tool_to(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "X is an add-on to the loom to weave silk": what something is made to do, behind what it is."""
    clause = sentence.clause
    start = clause.subject_span[1] if clause.subject_span else clause.body_start
    match = _TOOL_TO.match(clause.text, start)
    if match is None or not (match["noun"].lower() in _TOOLS or sentence.lexicon.names_kind(match["noun"].lower())):
        return
    for deed in _deeds(clause, match.end()):
        yield edge(subject(clause.subject, clause), _SUITED, free(deed, _SUITED), "a tool to do it")


def _deeds(clause: Clause, place: int) -> Iterator[str]:
    """What is done, in a list of verbs and of what they share: "mend and dry nets", "mend sails and old nets"."""
    end = free_end(clause.text, place, len(clause.text))
    parts = list_parts(clause.text, place, end)
    is_list = len(parts) > 1 and _AND.search(clause.text, parts[-2][1], parts[-1][0] + 1) is not None
    verbs: list[str] = []
    done = False
    for start, stop in parts:
        cut = PREPOSITION.search(clause.text, start, stop)
        words = _UP.sub("", clean(clause.text[start : cut.start() if cut else stop])).split()
        if _is_base_verb(words):
            verbs = [words.pop(0)] if done else [*verbs, words.pop(0)]
            done = False
        elif not (is_list and done and words):
            return
        thing = clean(" ".join(words))
        named = any(m.kind is not Kind.CONCEPT and start <= m.start < stop for m in clause.mentions)
        is_thing = names_a_thing(thing)
        if words and (named or len(words) > MAX_USE_WORDS or not (is_thing or is_list)):
            return
        done = bool(words)
        yield from (f"{verb} {thing}" for verb in verbs if is_thing)


def _is_base_verb(words: list[str]) -> bool:
    verb = words[0].lower() if words else ""
    return is_verb(verb) and not verb.endswith(("ed", "ing")) and verb not in _HAVING


def _is_said_of_subject(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the clause's subject is what lets somebody do it: the verb opens, or stands behind "it" or "which"."""
    clause = sentence.clause
    before = clause.text[clause.body_start : match.start()].split()
    name = clause.subject_span[1] if clause.subject_span else -1
    opens = not before or before[-1].endswith((",", ".", ";")) or before[-1].lower() in _STANDS_FOR_IT
    opens = opens or (before[-1].lower() == "to" and clause.subject_span is None and is_verb(before[0].lower()))
    denied = any(word.lower() in sentence.lexicon.negations for word in before)
    return (opens or name == match.start() - 1) and not denied


def _wanted(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "needs a place to keep oars": what somebody looks for is what the thing above is used for."""
    clause = sentence.clause
    match = _WANTED.search(clause.text, clause.body_start)
    if match is None or clause.subject_kind is not Kind.SERVICE or clause.hypothetical:
        return
    if any(word.lower in sentence.lexicon.negations for word in sentence.words[: sentence.index_at(match.start())]):
        return
    end = hard_end(clause.text, match.end(), len(clause.text))
    for target in purposes(clause, match.end(), end, _SUITED):
        yield edge(labelled(clause), _SUITED, target, "wanted for that")


_IS_USED = re.compile(r"[`*]*\s+(?:is|are|gets?)\s+(?:then\s+|also\s+)?used\s+(?:to|for)\s", re.IGNORECASE)


def _used_there(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "ropes are used to hold the boat" below a berth: what is used there is what the part above works with."""
    clause, named = sentence.clause, used_there(sentence.clause)
    if named is not None and clause.parent_subject is not None:
        yield edge(End(key=clause.parent_subject), RelationType.USES, known(named), "used there")
    noun = opening_noun(sentence) if named is None and clause.subject_kind is Kind.FEATURE else None
    if noun is not None and clause.label is None and _IS_USED.match(clause.text, noun.end):
        words = mentioned(clause, noun)
        end = known(words) if words is not None else free(noun.text, RelationType.USES)
        if end.kind is not Kind.CONCEPT or words is None:
            yield edge(subject(clause.subject, clause), RelationType.USES, end, "used there")


def used_there(clause: Clause) -> Mention | None:
    """The name that a clause below a part is about, and that it says is used, where it is none of the part's own."""
    opener = next((m for m in clause.mentions if clause.subject_span == (m.start, m.end)), None)
    above = clause.parent_subject if clause.parent_kind is Kind.FEATURE else None
    if opener is None or above is None or opener.kind is Kind.CONCEPT or clause.label is not None:
        return None
    opens = clause.text[: opener.start].strip().lower() in ("", "the", "a", "an")
    is_other = above not in (opener.key, opener.owner)
    return opener if is_other and opens and _IS_USED.match(clause.text, opener.end) else None


USES = (
    rule(_used_there, "used"),
    rule(_behind_label, "-> =>"),
    rule(_noun_for, "for to", PLAIN),
    Rule(_workloads, word_list("workloads") | signs_of("fields of use") | {"ml"}),
    rule(_but_for, "but"),
    Rule(_eased, _EASING),
    Rule(_enabled, _ENABLING),
    rule(_tool_to, "a an the", "to"),
    rule(_wanted, "place somewhere spot home"),
)
"""What a thing is used for."""
