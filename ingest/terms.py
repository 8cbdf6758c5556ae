"""Which labels and titles name a thing, and what the notes define themselves: the judgement of words alone."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from graph.names import is_ordinary, singular
from ingest.abbreviations import SMALL_WORDS
from ingest.outlining.lines import plain

MAX_TERM_WORDS = 6
MAX_CHATTER_WORDS = 10
MIN_SLIP = 6
"""A verb of fewer letters is no verb where one is wrong."""
_MORE = re.compile(
    r"\s+(?:is|are)\s+(?:[a-z]+\s+){0,2}?(?:[a-z]+er|(?:more|less)\s+[a-z]+)\s+than\s+[a-z]", re.IGNORECASE
)
_POINTS = re.compile(r"\b(?:this|these)\b", re.IGNORECASE)
_TELLS = re.compile(r"(?<![a-zA-Z])\d+\s*\w|[:=]")
_REMARK_WORDS = re.compile(r"[\w'-]+")
_TERM_WORDS = re.compile(r"[\w+#.]+")
_ADJECTIVE = re.compile(r"(ed|able|ible|ive|ous|ful|less|ical|ent|ant|ic|er|est|ly|al|based|ing|eous|free)$")
_NOUN_ENDING = re.compile(r"(er|ing|ic|ent|al|ant|ive)s?$|^(?:time-?t|t|c|vari|execut)able$")
_QUANTITY = re.compile(
    r"^[~<>≤≥$]?\d(?![\d.]*[A-Z])|\d+\s*(%|[kmgt]?b|ms|s|secs?|min|minutes?|hours?|days?|tps|iops)\b", re.IGNORECASE
)
_NAMELIKE = re.compile(r"^[`/]|[A-Za-z]\d|\d[A-Za-z]|[a-z][A-Z]|[A-Z]{2,}|[_+#@.$/-]\w|--")

_WORDS = re.compile(r"[\w'+#.-]+")
_AND = re.compile(r"\s*(?:,|&|\band\b)\s*")
_VERSION = re.compile(r"(?<=\w)\s+v?\d+(?:\.(?:\d+|x))*$")


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of words of the data file that says which labels are no things."""
    return frozenset(_word_lists()[name])


def one_of(name: str) -> str:
    """The words of a list as a pattern that any of them fits."""
    return f"(?:{'|'.join(sorted(word_list(name)))})"


@cache
def signs_of(name: str) -> frozenset[str]:
    """The longest word of each phrase of a list: where none of them stands, none of the phrases does."""
    return frozenset(max(re.findall(r"\w+", phrase), key=len) for phrase in word_list(name))


@cache
def _word_lists() -> dict[str, list[str]]:
    text = (files("ingest") / "words" / "labels.toml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = tomllib.loads(text)
    hasty = {name: [w.replace("'", "") for w in words if w.endswith("n't")] for name, words in lists.items()}
    return {name: [*words, *hasty[name]] for name, words in lists.items()}  # "doesnt", too


_OPENERS = word_list("openers")
_NO_NOUNS = word_list("no nouns")
_PROPERTIES = word_list("properties")
_ADJECTIVES = word_list("adjectives")
_AUXILIARIES = word_list("auxiliaries")
_LEFT_WITHOUT = word_list("left without")
_KEPT = word_list("kept")
_COMPARATIVES = word_list("comparatives")
_WHENS = word_list("whens")
_CLOSERS = word_list("closers")
_ANYWHERE = word_list("anywhere")


@lru_cache(maxsize=65536)
def is_namelike(word: str) -> bool:
    """Whether a single word looks like a name by its signs: capitals, digits, camel case, code."""
    return bool(_NAMELIKE.search(word))


def without_version(name: str) -> str:
    """A name without the version behind it: "Redis" for "Redis 7.2"."""
    return _VERSION.sub("", name) if name[-1:].isdigit() or name.endswith(".x") else name


def is_generic(text: str) -> bool:
    """Whether a term is so common that it means something only together with its owner."""
    words = [w for w in _TERM_WORDS.findall(text.lower()) if w not in SMALL_WORDS]
    return len(words) <= 1 and not is_namelike(text) and (not words or is_ordinary(words[0]) or text[:1].islower())


_POINTS_ON = re.compile(r"\bthe (?:others?|rest|whole|same)\b", re.IGNORECASE)


@lru_cache(maxsize=65536)
def names_a_thing(label: str) -> bool:
    """Whether the label of a line is a thing of its own (a feature, a part), not a property or a summary."""
    text = plain(label).strip(" .")
    words = _WORDS.findall(text.lower())
    if not words or len(words) > MAX_TERM_WORDS or _QUANTITY.search(text):
        return False
    is_title = words[0] == "one" and len(words) > 1 and text.istitle()  # "One Zone"
    if (words[0] in _OPENERS and not is_title) or words[-1] in _CLOSERS or set(words) & _ANYWHERE:
        return False
    if words[0] == "too" or _POINTS_ON.search(text):
        return False  # "too many crates", "holds the others together"
    if len(words) > 1 and words[1] in _NO_NOUNS and words[0].endswith(("ed", "t")):
        return False
    if _tells_a_deed(words):
        return False  # "moves crates with a crane: …"
    if "," in text and is_sentence(text.partition(",")[0]):
        return False  # "Ferries carry cars, fees: …"
    if text.endswith("?") or " ".join(words) in _PROPERTIES:
        return False
    if words[0] in _WHENS and (len(words) == 1 or words[1] in word_list("determiners")):
        return False  # "After: …", "Before a trip: …"
    if len(words) == 1:
        is_quality = _ADJECTIVE.search(words[0]) is not None and not _is_agent(words[0])
        return is_namelike(text) or not (is_quality or words[0] in _ADJECTIVES)
    last = words[-1]
    if last in _COMPARATIVES:
        return False  # "mooring easier than …"
    return last not in _ADJECTIVES and (not _ADJECTIVE.search(last) or is_noun_ending(last))


def _tells_a_deed(words: list[str]) -> bool:
    """Whether words begin with what the thing above does, and say to what and how."""
    is_deed = len(words) > MIN_DEED_WORDS and words[0].endswith("s") and is_verb(words[0])
    return is_deed and words[1] not in _NO_NOUNS and not _HOW.isdisjoint(words[2:])


MIN_DEED_WORDS = 3
_HOW = frozenset({"with", "to", "from", "into", "by", "via", "through", "using"})

_LONE_NOUN = re.compile(r"(?:ment|agent|client|event|(?:^|-)table|cable|variable)$")


def _is_agent(word: str) -> bool:
    """Whether a word that ends like an adjective names who does something ("scanner"), or is a noun all the same."""
    stems = (word[:-2], word[:-1], word[:-3]) if word.endswith("er") and len(word) > 5 else ()
    return any(is_verb(stem) for stem in stems) or bool(_LONE_NOUN.search(word))


def may_title_a_step(label: str) -> bool:
    """Whether a short label may name one of several ways or steps, whatever the ending of its words ("Rolling")."""
    words = plain(label).lower().split()
    return 0 < len(words) <= 3 and words[0] not in _OPENERS and not is_property(label)


def begins_as_deed(title: str) -> bool:
    """Whether a title says what is done, or what the thing above does: "Set up a depot", "Supports two gauges"."""
    words = plain(title).lower().split()
    return bool(words) and words[0] in _OPENERS and is_verb(words[0])


def is_chatter(text: str) -> bool:
    """Whether a line is a remark to oneself ("ask about the slides!!", "(coffee, back at ten)") and says nothing."""
    words = _REMARK_WORDS.findall(text.lower())
    if not words or len(words) > MAX_CHATTER_WORDS or _TELLS.search(text):
        return False
    bracketed = text.startswith("(") and text.endswith(")")
    opened = words[0] in word_list("chatter openers") or " ".join(words[:2]) in word_list("chatter openers")
    return opened or ((bracketed or len(words) <= 7) and bool(set(words) & word_list("chatter")))


@lru_cache(maxsize=65536)
def is_general(words: str) -> bool:
    """Whether a noun is too general to be what a line is about ("applications", "data")."""
    return any(words.lower() in word_list(name) for name in ("general", "no subjects"))


@lru_cache(maxsize=65536)
def is_property(title: str) -> bool:
    """Whether a title only says what the thing above is like ("Serverless", "Extremely cost effective")."""
    text = plain(title).strip(" .:").lower()
    words = _WORDS.findall(text)
    is_list = "," in text or "&" in text or "and" in text
    if all(part in _PROPERTIES for part in (_AND.split(text) if is_list else (text,))):
        return True
    if len(words) > 1 and words[0] in _COMPARATIVES:
        return True
    return bool(words) and words[-1] in _ADJECTIVES


def is_noun_ending(word: str) -> bool:
    """Whether a word that ends like an adjective is more often a noun at the end of a name ("load balancer")."""
    return bool(_NOUN_ENDING.search(word)) and word not in _ADJECTIVES


@cache
def _verbs() -> frozenset[str]:
    """The forms of all verbs that may follow their subject."""
    text = (files("ingest") / "words" / "verbs.txt").read_text(encoding="utf-8")
    american = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    verbs = (*american, *(f"{word[:-3]}ise" for word in american if word.endswith("ize")))
    forms = {f"{verb}{ending}" for verb in verbs for ending in ("", "s", "es", "d", "ed")}
    forms |= {f"{verb[:-1]}{ending}" for verb in verbs if verb.endswith("y") for ending in ("ies", "ied")}
    return word_list("past") | forms


@lru_cache(maxsize=65536)
def is_verb(word: str) -> bool:
    """Whether a lower-case word is a verb that may follow its subject: "polls", "poll", "polled"."""
    usual = word.replace("cie", "cei").replace("supercede", "supersede")  # the most frequent slips
    usual = usual[3:] if usual.startswith(("re-", "de-", "un-")) else usual  # "re-register"
    return usual in _verbs() or (word.endswith("s") and len(word) >= MIN_SLIP and _is_misspelt_verb(word))


def _is_misspelt_verb(word: str) -> bool:
    """Whether a word is the form of a verb with a letter doubled, a vowel left out, or two letters changed over."""
    if is_ordinary(word) or is_ordinary(word[:-1]):
        return False
    single = (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1) if word[at] == word[at - 1])
    voiced = (word[:at] + vowel + word[at:] for at in range(1, len(word)) for vowel in "aeiou")
    turned = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1))
    return any(form.endswith("s") and form in _verbs() for form in (*single, *voiced, *turned))


def is_misspelt(word: str) -> bool:
    """Whether a word in lower case is a usual one with a letter too many or too few, or two that run together."""
    if word.endswith(("d", "s")) and is_ordinary(word[:-1]):
        return False  # daemons are called so, and more than one thing
    fewer = (word[:at] + word[at + 1 :] for at in range(1, len(word)))
    more = (word[:at] + letter + word[at:] for at in range(1, len(word)) for letter in "aeioulmnprst")
    if any(is_ordinary(form) or is_verb(form) for form in (*fewer, *more)):
        return True
    cuts = range(3, len(word) - 3)
    return any((word[:at] == "the" or is_ordinary(word[:at])) and is_ordinary(word[at:]) for at in cuts)


_OPENS = re.compile(r"(?:(?:the|an?|each|every|all|this|these|our|by default)\s+)*", re.IGNORECASE)
_WORD_ON = re.compile(r"((?:[A-Za-z][\w+/-]*|(?<=[a-z] )\d)(?:'[a-z]+)?)(?:\s+\([^()]*\))?(?:\s+|$)(?![:=,])")
_PARTICIPLE = re.compile(r"(?:ed|en|ing|own|ept)$")
_FIGURE = re.compile(r"(?:(?:for|up to|at most|max|only|every)\s+)?\d")
MAX_OPENING_NOUNS = 3


_GOES_ON = re.compile(
    r"\s+(?:are|were|have|do|can|must|will|should|go|come|live|stay|land|end|run|get|need|work|happen|expire)\b"
)
"""Behind a plural it is the predicate, so that the plural is none."""


@lru_cache(maxsize=4096)  # the outline, the clauses and the rules ask for the same lines
def opening_nouns(text: str) -> tuple[int, int] | None:
    """Where the nouns stand that open a text as the subject of a verb: "Hosted runners come with …"."""
    opens = _OPENS.match(text)
    start = position = opens.end() if opens else 0
    words: list[str] = []
    end = start
    while len(words) <= MAX_OPENING_NOUNS and (match := _WORD_ON.match(text, position)):
        word = match[1].lower()
        lasts = words and word in _KEPT and _FIGURE.match(text, match.end()) is not None
        is_noun = word.endswith("s") and _GOES_ON.match(text, match.end(1)) is not None  # "access logs go to …"
        if lasts or (words and match.end() < len(text) and not is_noun and _is_predicate(word, words[-1])):
            return (start, end) if _are_nouns(words) else None
        words.append(word)
        position, end = match.end(), match.end(1)
    return None


def is_sentence(text: str) -> bool:
    """Whether a line says something, with a verb behind its subject or a carrying verb in front of it."""
    words = text.lower().split()
    return bool(words) and (words[0] in _AUXILIARIES or opening_nouns(text) is not None)


def is_compared(text: str, end: int) -> bool:
    """Whether a lone word that opens a text, up to `end`, is only said to be more so than another: "oak is harder than
    pine"."""
    return " " not in text[:end].strip() and _MORE.match(text, end) is not None


def is_pointing(words: str) -> bool:
    """Whether words before a noun point back to what was said: "this encryption"."""
    return bool(_POINTS.search(words))


def _is_predicate(word: str, noun: str) -> bool:
    """Whether a word behind a noun is the verb that the noun is the subject of."""
    if word in _AUXILIARIES or word in _LEFT_WITHOUT:
        return True
    last = word.rsplit("-", 1)[-1]
    if not is_verb(last) or _PARTICIPLE.search(last):
        return False
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    return not plural if last.endswith("s") and not last.endswith("ss") else plural or last != word


def _are_nouns(words: list[str]) -> bool:
    """Whether words may be a noun with what describes it: no sentence's beginning, nothing general by itself."""
    if (
        any(not word_list(name).isdisjoint(words) for name in ("no subjects", "auxiliaries", "no nouns"))
        or words[0] in _OPENERS
        or any(w.endswith(("ly", "nt")) for w in words)
        or words[-1] in word_list("leftovers")  # "the crane still"
        or (len(words) == 1 and is_general(words[0]))
    ):
        return False
    if words[0].endswith("s") and len(words) > 1 and is_verb(words[0]):
        return False
    alone = len(words) == 1 and not words[0].endswith(("er", "ing"))
    return words[-1] not in _ADJECTIVES and (not alone or names_a_thing(words[0]))


def names_harm(text: str) -> bool:
    """Whether words end with what nobody wants to happen: "SYN floods", "hot-partition"."""
    words = text.lower().replace("-", " ").split()
    return any(" ".join([*words[-n:-1], singular(words[-1])]) in word_list("harms") for n in (1, 2) if words)


@cache
def given_up() -> frozenset[str]:
    """Single words that before a name say that somebody has it no more: "ditched"."""
    return word_list("given up") | frozenset(word for word in word_list("rid of") if " " not in word)


def names_event(text: str) -> bool:
    """Whether words name something that happens: "night call", "pull request"."""
    return text.lower().rpartition(" ")[2] in word_list("happenings")
