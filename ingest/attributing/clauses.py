"""The clauses of a line, and whether a name opens one as its subject."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from graph.names import is_ordinary
from graph.text import stretches
from graph.vocabulary import Kind
from ingest.abbreviations import abbreviations
from ingest.attributing.sentences import sentence_starts
from ingest.naming.claims import WRITTEN
from ingest.outlining.lines import plain, split_label
from ingest.terms import is_general, is_sentence, is_verb, one_of, opening_nouns, word_list
from ingest.values import Block, Mention, Role

Spans = list[tuple[int, int]]
"""Where clauses begin and end in their line."""
MAX_CLAUSE_CHARACTERS = 2_000
"""Nobody writes longer clauses; what is longer is read in parts, so that the time grows with the length alone."""
NOUN_WORDS = 2
MAX_NEED_WORDS = 4
MAX_MARKDOWN_LEVEL = 6
_WORD = re.compile(r"\w")
_SEMICOLON = re.compile(r";\s+")
_FULL_STOP = re.compile(r"(?<=[\w)])(?:\.|!+)\s+(?=[a-z])")
_NEXT_LABEL = re.compile(r"\s/\s(?=[\w.-]+(?: [\w.-]+)?:\s)")
"""Between two things in a line, each with its label: "tug: coal / gig: mail"."""
_LOWER_LABEL = re.compile(r"(?:[\w.-]+ ){0,2}[\w.-]+:\s")
_LOWER_ADVICE = re.compile(
    r"(?:(?:only|mainly|mostly|just|not|very|also|really)\s+)?(?:for|good|great|fine|ok|ideal|perfect|best|bad|useful|useless|handy|"
    r"replaces|replaced by)\s+(?!example|instance|now\b|more\b|details\b|to know)"
)
_ARROW = re.compile(r"[-=]>|→")
_ADVERB = (
    "on the other hand|by contrast|however|though|in turn|"
    "also|only|always|never|usually|just|still|now|then|automatically|simply|itself|themselves"
)
_VERSION = re.compile(r"\s*v?\d{1,2}(?:\.[\dx]+)*\s*(?:[,;/&+]|(?:and|or|only)\b)")
"""Behind a name its version, and then more of the list in which it stands: "NFS 4.1, Linux only"."""
_DETERMINERS = frozenset({"the", "a", "an", "its", "your", "their", "all", "any"})
"""Behind one word, they show it to be a verb: "Debezium tails the log"."""
_AFTER_NAME = re.compile(
    rf"\s*(?:\([^)]*\)\s*)?(?:(?:{_ADVERB})\s+)?"
    r"(=>?|->|–>|→|:|–|-(?=\s)|[$€£~]?\d|[a-z]+(?:n't)?(?![a-z]))(?=[\s\d.,%]*\s*\S)"
)
_DESCRIBED = re.compile(
    r"\s*(?:,\s|\.{3}\s|\s(?:if|inside|between|behind|unless|for|in|only|when|with|w/|without|on|per|from|to|via|by|after|over|instead|rather)\s)"
)
_TOLD_OF = re.compile(
    r"[`*]*(?:\s*\([^()]*\))?\s+"
    r"(?!(?:and|or|vs|versus|plus|to|nor|but|compatible|like|based|style|compliant|too|also|needed)\b)[a-z][a-z-]*[^\Ws]\b(?!\s*(?:->|=>|→))"
)
"""Behind a product that opens a line on a shelf: what is told of it, not with it nor of things of its own."""
_GOES_ON = re.compile(r"(?: \d+)?(?: (?:on|in|for|at|of) [^,;.]{1,40})?, (?P<verb>[a-z]+(?:s|ed)) ")
_UNKNOWN_PARTS = frozenset({WRITTEN, "known elsewhere"})
"""Rules that make a part of what no pack knows of the thing above, and no title or label names."""
_FIGURE = re.compile(r"\s*(?:[=:<>~≤≥]\s*)?\d")
_ENDS_PART = re.compile(r"\s*(?:$|[,&+/])")
_ENDS_NOUN = re.compile(r"\s*(?:$|[,;.&+(/]|\s(?:for|of|in|with|written|that|which)\b)")
_PLACED = re.compile(
    r"(?:\s\([^()]*\))?\s(?P<by>on|in|inside|behind|with|for|from|without|and|or|plus|[+&])\s(?:(?:the|an?|its|your)\s)?"
    r"[\w./+-]+(?:\s[A-Z][\w./+-]*)?\s(?:both\s|all\s)?(?P<verb>[a-z]{2,})\s"
)
"""Where something stands or what stands beside it, and the verb behind that."""
_CARRYING = frozenset({"can", "cannot", "can't", "is", "are", "has", "have", "must", "will", "doesn't", "won't"})
_POINTS_BACK = re.compile(
    r"(?:over|above|past|beyond|more than|less than|under|below|after|before|without|besides|instead of|to do|to get)\s"
    r"(?:it|that|this|them)\b|[a-z]+ing\s(?:it|them)\b",
    re.IGNORECASE,
)
OFFERED = re.compile(
    r"(?:,?\s+(?:and|or|&)\s+[\w.+#-]+)?\s+(?:(?:is|are)(?:\s+not|n['’]?t)?|isnt|arent|not)\s+(?:(?:also|now|only|yet|fully)\s+)?"
    r"(?:supported|allowed|included|permitted|accepted|needed|required)\b",
    re.IGNORECASE,
)
"""Behind a name it tells that the thing above has or lacks it: "oars are not included"."""
FOOTNOTE = re.compile(r"\[\^[\w-]{1,30}\]:")
"""What stands at the foot of the notes belongs to a line somewhere above, not to the last section."""
_JOINED = re.compile(r"\s*(?:,|/|&|\band\b|\bor\b)\s*")
_REMARK = re.compile(r"\(([^()]+)\)\s*:?$")
_LEADING = re.compile(rf"(?:(?:{one_of('leading')}|by default)\b[\s,]*)*", re.IGNORECASE)
"""Words that may stand before the name that a clause is about."""
_ASKING = re.compile(rf"(?:{one_of('auxiliaries')}\s+)?(?:(?:the|an?|each|every|your)\s+)?", re.IGNORECASE)
"""What may stand before the subject of a question: "does a queue …?"."""
_ON_CONDITION = re.compile(r"[`*]*\s(?:only\s)?(?:if|when|whenever|unless|once)\s")
"""Behind a product it tells when that is to be taken: "Postgres if you need joins"."""
_ITS = re.compile(r",\s(?:its|their|which|who|whose)\s")


def clause_spans(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of a text: sentences, and parts between semicolons outside parentheses; at least one."""
    cuts = [0, *sentence_starts(text), *_lower_case_sentences(text)]
    for match in _SEMICOLON.finditer(text) if ";" in text else ():
        before = text[: match.start()]
        if before.count("(") <= before.count(")"):
            cuts.append(match.end())
    cuts += [match.end() for match in _NEXT_LABEL.finditer(text)] if text.count(": ") > 1 and " / " in text else []
    if len(cuts) == 1 and len(text) <= MAX_CLAUSE_CHARACTERS:
        said = _without_end(text)
        yield 0, len(said) if _WORD.search(said) else len(text)
        return
    for start, end in pairwise([*sorted(set(cuts)), len(text)]):
        part = _without_end(text[start:end])
        if _WORD.search(part):
            for first, last in stretches(text, start, start + len(part), MAX_CLAUSE_CHARACTERS):
                if length := len(text[first:last].rstrip()):
                    yield first, first + length
        elif start == 0 and end == len(text):
            yield 0, len(text)


def behind_remark(block: Block, spans: Spans) -> Spans:
    """The clauses of a block without the label that only calls for attention: "NB: bow first", "Tip: bow first"."""
    if block.label is None or block.label.lower().strip(" !*") not in word_list("attention calls"):
        return spans
    behind = [(max(start, block.body_start), end) for start, end in spans if end > block.body_start]
    return behind or spans


def _without_end(text: str) -> str:
    """A text without blanks, semicolons and the stroke before another label behind it."""
    return text.rstrip().rstrip(";").removesuffix(" /").rstrip()


def _lower_case_sentences(text: str) -> Iterator[int]:
    """Where a sentence begins in lower case with nouns and their verb: "stops at 9 minutes. gen 2 goes on"."""
    for match in _FULL_STOP.finditer(text) if "." in text or "!" in text else ():
        before = text[: match.start()]
        outside = before.count("(") <= before.count(")")
        if not outside or before.rsplit(None, 1)[-1].lower() in word_list("abbreviated"):
            continue
        begins = _LOWER_LABEL.match(text, match.end()) or _LOWER_ADVICE.match(text, match.end())
        if begins or opening_nouns(text[match.end() :]) is not None:
            yield match.end()


def with_their_owners(text: str, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """The mentions, each from where a chain of names begins that it ends: "BigQuery federated queries"."""
    start, end = 0, -1
    for mention in mentions:
        if end < 0 or text[end : mention.start].strip(" "):
            start = mention.start
        end = mention.end
        alone = mention.kind is Kind.CONCEPT or start == mention.start
        alone = alone or text[mention.start : end].lower() in word_list("transports")
        yield mention if alone else mention._replace(start=start)


def opens_as_subject(text: str, start: int, end: int, mention: Mention, described: Collection[Kind]) -> bool:
    """Whether a mention opens `text[start:end]` as its subject: a verb follows it.

    Things of the kinds of `described` need no verb, only words that describe them.
    """
    first = _opening(text, start, end)
    if mention.start - first not in (0, 1) or is_general(text[mention.start : mention.end]):
        return False
    is_measure = mention.kind is Kind.CONCEPT and text[mention.start : mention.end].isupper()
    is_measure = is_measure or text[mention.start : mention.end].lower() in word_list("transports")
    if is_measure and _FIGURE.match(text, mention.end):
        return False  # "SLA 99.9 %" measures what stands above, "UDP 123" is its port
    goes_on = _GOES_ON.match(text, mention.end, end) if mention.rule in _UNKNOWN_PARTS else None
    if goes_on is not None and is_verb(goes_on["verb"]):
        return False  # "night mail, lives in the tower": what the thing above is, and what it does
    stop = text.find(". ", start, end)
    first_sentence = end if stop < 0 or _ARROW.search(text, start, stop) else stop
    if len(_ARROW.findall(text, start, first_sentence)) > 1:
        return False  # a sequence of steps has no subject
    if _verb_follows(text, mention, end) or _ITS.match(text, mention.end, end):
        return True
    if mention.kind in (Kind.SERVICE, Kind.TECHNOLOGY) and _ON_CONDITION.match(text, mention.end, end):
        return mention.kind is Kind.SERVICE or " only " in text[mention.end : end]
    is_shelved = mention.kind is Kind.SERVICE and Kind.SERVICE in described and start == 0 and mention.start <= 1
    if is_shelved and _TOLD_OF.match(text, mention.end, end):
        return True  # on a shelf of boats "Ferry near the pier, small"
    return (mention.kind in described and _describes(text, mention, end)) or _is_placed(text, mention.end, end)


def is_common_noun(mention: Mention, words: str, near: Collection[str | None]) -> bool:
    """Whether an ordinary word only happens to be a name: that of a label somewhere else, or of a part of a thing that
    does not stand above ("results go to the pier", where results are the mill's)."""
    if not is_ordinary(words.lower()):
        return False
    return mention.rule == "label" or (any(near) and is_record_of_another(mention, words, near))


def is_record_of_another(mention: Mention, words: str, near: Collection[str | None]) -> bool:
    """Whether words for what things keep or pass on name a part of a thing that is not near ("results")."""
    is_record = mention.kind is Kind.FEATURE and mention.owner is not None and words in word_list("records")
    return is_record and {mention.owner, *mention.wholes}.isdisjoint(near)


def _is_placed(text: str, start: int, end: int) -> bool:
    """Whether a verb follows behind words that tell where a thing stands, or what beside it: "X on a ship needs"."""
    placed = _PLACED.match(text, start, end)
    if placed is None:
        return False
    verb, several = placed["verb"], placed["by"] in ("and", "or", "plus", "+", "&")
    if verb in word_list("auxiliaries"):
        return True
    after = text.find(" ", placed.end())
    is_noun = not verb.endswith("s") and _ENDS_NOUN.match(text, after if after >= 0 else end, end)
    return is_verb(verb) and not verb.endswith("ss") and (several or verb.endswith("s")) and not is_noun


@lru_cache(maxsize=16)  # each name of the clause asks
def _opening(text: str, start: int, end: int) -> int:
    """Where `text[start:end]` begins behind the words that may stand before its subject."""
    leading = (_ASKING if "?" in text[start:end] else _LEADING).match(text[start:end])
    return start + (leading.end() if leading else 0)


def _describes(text: str, mention: Mention, end: int) -> bool:
    """Whether words that describe it follow a name; an error's name ("ETIME if the clock stops") tells what happens."""
    found = _DESCRIBED.match(text, mention.end, end)
    is_condition = found is not None and found[0].strip() == "if"
    return found is not None and not (is_condition and text[mention.start : mention.end].isupper())


def is_need(words: str) -> bool:
    """Whether a part of a question is a thing that is asked for, and no question or sentence itself."""
    found = words.lower().split()
    if len(found) == NOUN_WORDS and found[1].endswith("ing"):
        return True  # "order processing", whatever else "order" is
    said = any(is_verb(w) or w in word_list("auxiliaries") or w in word_list("openers") for w in found)
    is_short = len(found) == 1 and len(words) > 2 and not is_ordinary(found[0])  # "http"
    return (is_short or 1 < len(found) <= MAX_NEED_WORDS) and not said and "or" not in found


def has_no_subject(text: str) -> bool:
    """Whether a line begins with a verb in the third person, or with a pronoun for what was said before."""
    first = text.split(None, 1)[0].lower() if text else ""
    return first in word_list("pronouns") or (is_verb(first) and first.endswith("s")) or first in _CARRYING


def points_back(text: str) -> bool:
    """Whether a line begins with words that mean what was said right before: "over that …", "to do this …"."""
    return bool(_POINTS_BACK.match(text))


def _is_compound(name: str, word: str) -> bool:
    """Whether a verb's bare form goes with a singular noun, as "request limit" does."""
    if word.endswith(("s", "ed", "en")) or word in word_list("past") or name.endswith("s"):
        return False
    return all(is_ordinary(part) for part in name.lower().split())


def _verb_follows(text: str, mention: Mention, end: int) -> bool:
    """Whether a verb, a figure or a sign of definition follows; behind code anything does."""
    start = mention.end
    start += text.startswith("=`", start)  # "`MaxBoats=`, `MaxCrew=`"
    coded = text[start : start + 1] == "`"
    after = _AFTER_NAME.match(text, start + coded, end)
    if after is None or coded:
        return after is not None
    word = after[1]
    if word in word_list("sayings") or _VERSION.match(text, start, end):
        return False
    if not word[0].isalpha() or word in word_list("auxiliaries"):
        return True
    if word.endswith("ed") and _ENDS_PART.match(text, after.end(1), end):
        return False  # "GraphQL managed, …"
    is_attribute = mention.kind is Kind.TECHNOLOGY or mention.rule == WRITTEN
    if is_attribute and not word.endswith("s") and _ENDS_NOUN.match(text, after.end(1), end):
        return False  # "Morse store, …": what the thing above is
    if is_verb(word) and not _is_compound(text[mention.start : mention.end], word):
        return True
    if word in word_list("measuring") or word in word_list("predicates"):
        return True
    behind_noun = _AFTER_NAME.match(text, after.end(1), end)
    if behind_noun is not None and word.endswith("s") and behind_noun[1] in word_list("particles"):
        return True  # "fans out"
    if behind_noun is not None and word.endswith("s") and behind_noun[1] in _DETERMINERS:
        return not word.endswith("ss")
    is_noun = word not in word_list("no nouns")
    return is_noun and behind_noun is not None and behind_noun[1] in word_list("auxiliaries")


def reaching_into(mentions: tuple[Mention, ...], start: int, end: int) -> Iterator[Mention]:
    """Those of a block's mentions, which follow one another, that reach into the stretch from `start` to `end`."""
    for index in range(bisect_right(mentions, start, key=lambda m: m.end), len(mentions)):
        if mentions[index].start >= end:
            return
        yield mentions[index]


def mentions_in(mentions: tuple[Mention, ...], start: int, end: int) -> tuple[Mention, ...]:
    """Those of a block's mentions that lie in a stretch, at their places in its text."""
    if not start and (not mentions or mentions[-1].end <= end):
        return mentions
    inside = (m for m in reaching_into(mentions, start, end) if start <= m.start and m.end <= end)
    return tuple(m._replace(start=m.start - start, end=m.end - start) if start else m for m in inside)


def label_of(block: Block, start: int, text: str) -> tuple[str | None, int]:
    """The label of a clause, and where its explanation begins: the block's, or a later sentence's own."""
    if start == 0:
        return block.label, block.body_start if block.label is not None else 0
    own = split_label(text) if block.role is Role.CONTENT else None
    return (own.text, own.body_start) if own is not None and own.sign == ":" else (None, 0)


def lists_name(block: Block, mention: Mention) -> bool:
    """Whether the label before a name lists it with others: of all of them something is told that has them."""
    name, label = block.text[mention.start : mention.end].lower(), (block.label or "").lower()
    return _JOINED.search(label) is not None and name in _JOINED.split(label)


def says_more(title: Block) -> bool:
    """Whether a title that is a line of the notes says something, at least in brackets: "Ferry (once a barge)"."""
    if title.level <= MAX_MARKDOWN_LEVEL:
        return False
    if is_sentence(plain(title.text)):
        return True
    remark = _REMARK.search(title.text)
    if remark is None or " " not in remark[1] or remark[1].istitle():
        return False
    return not any(abbreviations(plain(title.text)))


def cells_of(block: Block) -> tuple[tuple[str, int, int], ...]:
    """A row's cells with their columns' titles and their places in the text."""
    found, position = [], 0
    for title, cell in zip(block.header, block.cells, strict=False):
        start = block.text.find(cell, position) if cell else -1
        if start >= 0:
            position = start + len(cell)
            found.append((title, start, position))
    return tuple(found)
