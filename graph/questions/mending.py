"""The text of a question as it is read: misspelt words mended, wordings put plainly, a shared noun in both places."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from graph.names import is_ordinary
from graph.quantities.words import quantity_words
from graph.questions.names import Mention, NameBook, squeeze
from graph.questions.spelling import MIN_LETTERS
from graph.questions.words import QuestionWords, question_words
from graph.store import GraphStore

GIVEN = "given that"
"""What stands before the words that only tell of a person's case."""
MAX_WORDS_MENDED = 24
MIN_PART = 4
MAX_SHARING = 2
_TAKES = re.compile(
    r"^(?!which |what |how |where |who |when |why )([\w./ -]{2,40}?) (?:supported |programming )*"
    r"(languages|runtimes|engines|formats|platforms|protocols)(?: supported)?$",
    re.IGNORECASE,
)
_KIND = r"(?:types?|class|classes|policy|policies|modes?|options?|engines?|tiers?|plans?|services?|tools?|models?)"
_KIND_FOR = re.compile(
    r"^(?!which |how |where |who |when |why |is |are |can |does |do )(?:what )?"
    rf"((?:[\w./-]+ ){{0,3}}{_KIND}) for (?!an? \w+$)",
    re.IGNORECASE,
)
_WHICH_FOR = re.compile(
    r"^which ((?:(?!is |are |was |does |do |did |can |should |use |would |has |have |an? |the )[\w./-]+ ){0,3}"
    r"(?!use\b|is\b|are\b)[\w./-]+)(?: is| are)? for (?!an? \w+$)",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"^(?:supported |programming )*(languages|runtimes|engines|formats|platforms|protocols) (?:that |which )?"
    r"([\w./ -]{2,40}?) (?:can )?(?:supports?|runs?|takes?|accepts?|understands?|speaks?|uses?|works? with)$",
    re.IGNORECASE,
)
_NO_QUESTION = r"(?!(?:which|what|how|where|who|when|why|is|are|can|could|does|do|did|should|would|will|use) )"
_OF_NAME = re.compile(
    rf"^{_NO_QUESTION}([\w./ -]{{2,40}}?)[,:;]? ((?:where|how|why|when|what|which) .*?)\b(?:it|they)\b(.*)$",
    re.IGNORECASE,
)
_BARE_STATE = re.compile(
    rf"^{_NO_QUESTION}([\w./ -]{{2,40}}?) "
    r"((?:ok(?:ay)?|good|bad|fine|safe|ideal|great|useful|usable|suitable|suited) (?:for|with|as|in|on|to) .+)$",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"^([\w./ -]{2,40}?)(?: is| are)?,? (?:an? )?([a-z][\w-]*) or (?:an? )?([a-z][\w-]*)$")
_BARE_ABLE = re.compile(rf"^{_NO_QUESTION}([\w./ -]{{2,40}}?) (\w{{3,}}?)(e?able|ible)$", re.IGNORECASE)
_JOINED = {"or": "", "vs": "", "versus": "", "and": "", "instead": "of", "rather": "than"}
_ENDING = re.compile(r"[\s?!.;:…]+$")
_PLURALS = re.compile(r"\b([A-Z]{2,}\d*)s\b")
_ASKED = {
    "wht": "what",
    "wich": "which",
    "whcih": "which",
    "whitch": "which",
    "wen": "when",
    "wehn": "when",
    "wat": "what",
    "wot": "what",
    "waht": "what",
    "whats": "what is",
    "hwo": "how",
    "wehre": "where",
}
_ASKING = re.compile(rf"\b(?:{'|'.join(_ASKED)})\b", re.IGNORECASE)


_STATEMENT_FIRST = re.compile(
    r"^(?!which |what |how |where |who |when |why |if |is |are |can |does |do |should )"
    r"(?:.*\b(?:i|we|my|our|it|they|is|are)\b.*?)"
    r"[,.;:] (?:so |and |but )?(?=(?:what|which|how|where|who|can|could|should|is|are|does|do)(?:'s)? )",
    re.IGNORECASE,
)


def plain_question(store: GraphStore, book: NameBook, question: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The question's text as it is to be read, and the misspelt words in it with what they were read as."""
    words = question_words()
    plain = " ".join(question.split())
    plain = _ASKING.sub(lambda match: _ASKED[match[0].lower()], _ENDING.sub("", plain), count=1)
    plain, mended = _mend(store, book, words, plain)
    plain = _as_one(book, _reworded(book, words, _question_first(plain)))
    plain, phrases = _mend_phrases(book, plain)
    return _in_full(book, _with_shared_noun(book, plain)), mended + phrases


def _question_first(text: str) -> str:
    """The text with what a person says of their case put behind the question ("it is cold, which stove fits")."""
    told = _STATEMENT_FIRST.match(text)
    return f"{text[told.end() :]} {GIVEN} {text[: told.end()].rstrip(' ,.;:')}" if told else text


def _in_full(book: NameBook, text: str) -> str:
    """A few words after what a thing takes or which of two it is, or after a sort of thing for a purpose, as a whole
    question ("which languages does X support", "is X fast or slow", "which volume type for logs")."""
    choice = _CHOICE.match(text)
    if choice is not None and squeeze(choice[1]) in book.ids and squeeze(choice[2]) not in book.pack_names:
        return f"is {choice[1]} {choice[2]} or {choice[3]}"
    told = _OF_NAME.match(text)
    if told is not None and squeeze(told[1]) in book.ids:
        return f"{told[2]}{told[1]}{told[3]}"
    state = _BARE_STATE.match(text)
    if state is not None and squeeze(state[1]) in book.ids:
        return f"is {state[1]} {state[2]}"
    able = _BARE_ABLE.match(text)
    if able is not None and squeeze(able[1]) in book.ids and able[2].lower() + able[3].lower() not in book.weights:
        return f"can {able[1]} be {able[2]}ed"
    text = _WHICH_FOR.sub(r"which \1 is good for ", _KIND_FOR.sub(r"which \1 for ", text))
    return _TAKEN.sub(r"which \1 does \2 support", _TAKES.sub(r"which \2 does \1 support", text))


def _as_one(book: NameBook, text: str) -> str:
    """The text with abbreviations in the singular ("TUs"), but those in names."""
    if _PLURALS.search(text) is None:
        return text
    named = book.find(text)
    return _PLURALS.sub(lambda m: m[0] if any(n.start <= m.start() < n.end for n in named) else m[1], text)


def _reworded(book: NameBook, words: QuestionWords, text: str) -> str:
    """The text in plain words; names stay as they are."""
    for pattern, means in words.wordings:
        match = pattern.search(text)
        if match is not None and not any(_hides(m, match) for m in book.find(text)):
            text = " ".join((text[: match.start()] + match.expand(means) + text[match.end() :]).split())
    return text


def _hides(name: Mention, match: re.Match[str]) -> bool:
    """Whether a name that a wording does not keep stands where it does, and is more than one lower-case word of it."""
    if match.re.groups and match.start(1) <= name.start and name.end <= match.end(1):
        return False
    inside = match.start() <= name.start and name.end <= match.end() and len(name.text) < len(match[0])
    return name.start < match.end() and match.start() < name.end and not (inside and name.text.islower())


def _mend(
    store: GraphStore, book: NameBook, words: QuestionWords, text: str
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with its misspelt words mended, and which they were. A word of the notes is never touched."""
    named = [(m.start, m.end) for m in book.find(text)]
    done: list[tuple[str, str]] = []

    def mended(match: re.Match[str]) -> str:
        word = match[0]
        if any(start <= match.start() < end for start, end in named) or not _may_be_misspelt(store, book, words, word):
            return word
        better = _better(book, word)
        if better is None or not (" " in better or book.weights.is_commoner(better, word.lower())):
            return word
        done.append((word, better))
        return better

    return re.sub(r"\w+", mended, text), tuple(done)


def _better(book: NameBook, word: str) -> str | None:
    """What a misspelt word stands for; None where that is not clear."""
    lowered = word.lower()
    if not lowered.isalpha():
        return book.mend_with_digits(lowered)
    meant = book.spelling(_asked_words(), _small_words()).mend(lowered)
    if meant is not None and meant not in book.weights:
        return book.spelled.get(meant, meant)  # "X-Ray"
    return meant or _parted(book, lowered)


def _parted(book: NameBook, word: str) -> str | None:
    """Two words of the notes that are written as one ("holdtime"); None where there are no such words."""
    if len(word) < 2 * MIN_PART or not word.isalpha() or word in book.weights:
        return None
    cuts = range(MIN_PART, len(word) - MIN_PART + 1)
    small = question_words().stop  # "overwrite" is no "over write"
    halves = [(word[:cut], word[cut:]) for cut in cuts]
    parted = [(a, b) for a, b in halves if a in book.weights and b in book.weights and not {a, b} & small]
    return " ".join(parted[0]) if len(parted) == 1 else None


def _mend_phrases(book: NameBook, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with names of two words mended, one of which the notes do not have as it is written."""
    words = list(re.finditer(r"[\w'’-]+", text))[:MAX_WORDS_MENDED]
    for first, second in pairwise(words):
        phrase = text[first.start() : second.end()]
        unknown = any(_is_unknown(book, word[0].lower()) for word in (first, second))
        whole = any(" " in mention.text for mention in book.find(phrase))
        if unknown and not whole and (name := book.mend_phrase(phrase)) is not None:
            return text[: first.start()] + name + text[second.end() :], ((phrase, name),)
    return text, ()


def _is_unknown(book: NameBook, word: str) -> bool:
    """Whether neither the notes nor questions have a longer word."""
    return len(word) > MIN_LETTERS and word not in book.weights and word not in _asked_words()


@cache
def question_vocabulary() -> frozenset[str]:
    """The words that questions are made of; a misspelt word may stand for one of them."""
    words = question_words()
    known = {word for line in words.spellings.values() for word in line} | words.stop | words.wanted
    return frozenset(known) | words.common | words.comparing


@cache
def _asked_words() -> frozenset[str]:
    """The words that questions are full of, those of quantities among them; a misspelt word is most likely one."""
    words, units = question_words(), quantity_words().units.table
    said = words.light | words.vague | words.classes | set(words.places) | set(units)
    return question_vocabulary() | _small_words() | said


@cache
def _small_words() -> frozenset[str]:
    """The words of grammar, and those that only say what is measured."""
    words, figures = question_words(), quantity_words()
    measured = words.generic | words.lifetimes | words.rates | figures.lasting | figures.sized | figures.shares
    return words.stop | measured


def _may_be_misspelt(store: GraphStore, book: NameBook, words: QuestionWords, word: str) -> bool:
    lowered = word.lower()
    if len(lowered) < MIN_LETTERS or lowered.isdigit() or lowered in words.stop or lowered in words.wanted:
        return False
    if is_ordinary(lowered) or lowered in question_vocabulary() or lowered in quantity_words().units.table:
        return False
    return book.weights.is_rare(lowered) and (lowered in book.weights or not store.find_statements(word, limit=1))


def _with_shared_noun(book: NameBook, text: str) -> str:
    """ "RESTful or WebSocket APIs", "application and network load balancer" with the noun in both places, where the
    first is no name without it, or where both are names with it."""
    words = text.split(" ")
    for place in range(1, len(words) - 1):
        joins = _JOINED.get(words[place].lower().rstrip("."))
        if joins is None or (joins and words[place + 1].lower() != joins):
            continue
        second = place + bool(joins)
        behind = _behind(words, second)
        for size in range(1, min(MAX_SHARING, place) + 1):
            first = " ".join(words[place - size : place])
            noun = next((n for n in behind if squeeze(f"{first} {n}") in book.ids), None)
            both = any(
                squeeze(f"{' '.join(tail)} {noun}") in book.ids
                for tail in (words[second + 1 : second + 2], words[second + 1 : second + 3])
            )
            if noun is not None and (both or squeeze(first) not in book.ids):
                return " ".join([*words[:place], noun, *words[place:]])
    return text


def _behind(words: list[str], place: int) -> list[str]:
    """The runs of one or two words behind a joining word that may be a noun which the words before it share."""
    spans = ((2, 3), (2, 4), (3, 4), (3, 5))
    return [" ".join(words[place + a : place + b]) for a, b in spans if place + b <= len(words)]
