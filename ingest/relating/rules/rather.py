"""One thing rather than another, in free words: "A instead of B", "A replaced B", "A pins it, B copies it"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, known, objects, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.outdated import above
from ingest.relating.pairs import tells_what_happens
from ingest.relating.phrases import free_end
from ingest.relating.rules.refused import CHOOSE as CHOOSE_VERB
from ingest.relating.sentence import NAMES, Sentence
from ingest.relating.sources import CHOOSE
from ingest.relating.spoken_of import said_of
from ingest.relating.things import thing_between
from ingest.terms import is_property, is_verb, word_list
from ingest.values import Clause, EdgeDraft, Mention

_WORD = r"[\w`*$][\w`*$.+#/-]*(?<![.])"
_WORDS = rf"{_WORD}(?: {_WORD}){{0,2}}"
_ARTICLE = r"(?:(?:the|an?|to|our|your)\s+)?"
_NO_SMALL = r"(?!(?:now|then|also|just|it|them|to|by|in|on|for|with|from|of|is|are|and|or|not|when|if)\b)"
_PLAIN = rf"{_NO_SMALL}{_WORD}"
_BEGINS = (
    r"(?:^|[,;:.(]\s+|(?:->|=>|→)\s*|"
    r"\b(?:with|to|by|from|in|uses|using|give|want|deploy)\s+|\b(?=(?:use|take|prefer|pick|choose)\s))"
    r"(?:(?:use|take|prefer|pick|choose|go for|go with|reach for|opt for)\s+)?"
)
_STOPS = (
    r"(?=\s*(?:$|[,;:.()]|->|=>|→|(?:/|in|on|for|with|when|if|unless|to|at|from|by|so|because|since|and|or|as|"
    r"where|that|which|-|–|—)\s))"
)
_INSTEAD = re.compile(
    rf"{_BEGINS}{_ARTICLE}(?P<one>{_PLAIN}(?: {_PLAIN}){{0,2}}),?\s+(?:instead of|rather than)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_OVER_OLD = re.compile(
    rf"(?:^|[.;:]\s+)(?:{CHOOSE_VERB}\s+)?(?P<one>(?!{CHOOSE_VERB}\b){_WORDS}) over "
    rf"the (?:{'|'.join(sorted(word_list('from before')))}) (?P<other>{_WORD}(?: {_WORD})?)(?=\s*(?:$|[,;.(]))",
    re.IGNORECASE,
)
_OVER = re.compile(
    rf"(?:^|[.;:]\s+)(?:{CHOOSE_VERB}\s+)?(?P<one>(?!{CHOOSE_VERB}\b)(?:(?-i:[A-Z])[\w-]+ )?(?!prefer+ed){_WORD})"
    rf"(?: (?:is |are )?prefer+ed)? over (?P<other>{_WORD}(?: {_WORD})??)"
    r"(?=\s*(?:$|[,;.(]|\b(?:as soon as|if|when|whenever|once|since|because|bc|for|in|on|at|unless|every time"
    r"|these days|nowadays|now|today|any day|always|whenever possible)\b))",
    re.IGNORECASE,
)
_RATHER = re.compile(
    rf"\brather\s+{_ARTICLE}(?P<one>{_PLAIN}(?: {_PLAIN})?),?\s+than\s+{_ARTICLE}(?P<other>{_WORDS}?){_STOPS}",
    re.IGNORECASE,
)
_AND_NOT = re.compile(
    rf"(?:^|[,;:.(]\s+|(?:->|=>|→)\s*|\b(?:so|then|better)\s+)(?:use|take|prefer|pick|choose)\s+{_ARTICLE}"
    rf"(?P<one>{_PLAIN}(?: {_PLAIN})?),?\s+(?:and\s+)?(?:not|never)\s+{_ARTICLE}(?P<other>{_WORDS}?){_STOPS}",
    re.IGNORECASE,
)
_PREFERRING = frozenset({"over", "rather", "not", "instead"})
_OTHER = re.compile(rf"{_ARTICLE}(?P<other>{_WORDS}?){_STOPS}", re.IGNORECASE)
_REPLACED = re.compile(
    rf"(?:^|[(.;]\s*|, )(?:the )?(?P<one>{_WORDS})(?:\s*\([^()]*\))?\s+(?:replaced|superseded|has replaced)\s+"
    rf"(?:the )?(?P<other>{_WORDS}?){_STOPS}",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:[a-z]{2,}er(?: [a-z]+){0,2} than|(?:more|less|fewer) [a-z]+(?: [a-z]+)? than|"
    r"same(?: [a-z]+){0,2} as|like)\s+(?:with |in |for )?(?:the |an? |and )?$",
    re.IGNORECASE,
)
_COMPARING = frozenset({"than", "as", "like"})
_PART = re.compile(r"(?:[,;.]|\bwhile|\bwhereas|\bbut)\s+(?:an?\s+|the\s+)?[`*]*$", re.IGNORECASE)
_TWO = re.compile(r"\b(?:two|2)\s+[a-z]+s\s*(?:,|:|=|\(|-|–)\s*$", re.IGNORECASE)
_BOTH = frozenset({"two", "2"})
_ON_THE_OTHER_SIDE = re.compile(
    rf"(?:\bwhere?as|[,;] (?:while|where|but))\s+{_ARTICLE}(?P<other>{_PLAIN}(?: {_PLAIN}){{0,2}}?)\s+"
    rf"(?=(?:is|are|has|have|does|do|can|cannot|can't|only|just|needs|uses|doesn't|isn't|[a-z]+s)\b)"
    rf"|(?:^|[,;.]\s+|\bbut\s+|\band\s+){_ARTICLE}(?P<that>{_WORDS}?),?\s+"
    r"(?:(?:[a-z]+s|are|have|do|can)\s[^,;.]{0,60}?)?"
    r"(?:on the other (?:hand|side)|by contrast|in contrast|by comparison|(?:though|however)(?= [a-z]+s\b))\b",
    re.IGNORECASE,
)
_TURNS = frozenset(
    {"whereas", "wheras", "while", "where", "but", "other", "contrast", "comparison", "though", "however"}
)
_FREELY = ("whereas", "wheras", "on the other", "contrast", "comparison")
MAX_BEFORE = 60
MIN_ALIKE = 3
"""So many letters at their end parts have in common whose names are made alike: "headsail", "mainsail"."""
_AND = re.compile(r"[`*]*\s*(?:\([^()]*\)\s*)?(?:and|or|/|vs)\s+[`*]*$")


def _instead(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "by digest instead of tag", "narrow over basic": the one is better than the other, known by name or not."""
    clause = sentence.clause
    lower = clause.text.lower()
    for sign, pattern in ((" over ", _OVER), (" over the ", _OVER_OLD), ("rather ", _RATHER)):
        match = pattern.search(clause.text) if sign in lower else None
        if match is not None and match["one"].islower() and match["one"].endswith("s") and is_verb(match["one"]):
            continue  # "wins over the raft"
        if match is not None and not match["other"].rpartition(" ")[2].isdigit():  # "letters over pier 17"
            yield from _between(clause, match, match, RelationType.USE_INSTEAD_OF, "one instead of the other")
    if " not " in lower and (match := _AND_NOT.search(clause.text)) is not None:
        yield from _between(clause, match, match, RelationType.USE_INSTEAD_OF, "one and not the other")
    is_set = "instead of" in lower or "rather than" in lower  # without these no search from each of the letters
    match = _INSTEAD.search(clause.text) if is_set else None
    other = _OTHER.match(clause.text, match.start("rest")) if match else None
    if match is None or other is None or _is_deed(other["other"]) != _is_deed(match["one"]):
        return
    to_it = match[0].lower().startswith("to ")
    if to_it and any(m.end == match.start() - 1 for m in clause.mentions):
        return  # "cranes to quays instead of ropes" speaks of the cranes
    if not _ends_with_choice(match["one"]) and not tells_what_happens(sentence, sentence.index_at(match.start("one"))):
        yield from _between(clause, match, other, RelationType.USE_INSTEAD_OF, "one instead of the other")


def _is_deed(words: str) -> bool:
    """Whether words are a deed and no thing: "rowing" instead of a sail."""
    last = words.rsplit(None, 1)[-1]
    return " " not in words and last.endswith("ing")


def _ends_with_choice(words: str) -> bool:
    """Whether the thing that is preferred stands further in front: "what they want you to take now instead of"."""
    return bool(CHOOSE & set(words.lower().split()[1:]))


def _replaced(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the new plan (flat) replaced hourly rates"."""
    clause = sentence.clause
    if (match := _REPLACED.search(clause.text)) is not None:
        yield from _between(clause, match, match, RelationType.REPLACES, "one replaced the other")


_ADVICE = re.compile(
    r"\s*(?:for (?:any|every|all|new|most|big|small|large)|if|when|whenever|unless|once|as soon as|because)"
)
"""Behind "A over B" it tells that A is better; else B may carry A ("mail over TLS")."""


_TRY = re.compile(r"(?:try|consider|maybe|perhaps|prefer)\s+(?:an?\s+|the\s+)?(?=\w)", re.IGNORECASE)


def _between(
    clause: Clause, left: re.Match[str], right: re.Match[str], relation: RelationType, rule: str
) -> Iterator[EdgeDraft]:
    tried = _TRY.match(clause.text, *left.span("one"))
    one = thing_between(clause, tried.end() if tried else left.start("one"), left.end("one"))
    other = thing_between(clause, *right.span("other"))
    is_advice = _ADVICE.match(clause.text, left.end()) is not None
    is_carried = " over " in left[0] and not is_advice and other is not None and other.kind is Kind.TECHNOLOGY
    is_phrase = left.re is _OVER and " " in left["one"] and not (one and one.key) and not (other and other.key)
    if one is not None and other is not None and not (is_carried or is_phrase):
        yield edge(one, relation, other, rule)


_REMARK = re.compile(r"[`*]*\s*\([^()]*\)")
_ITS_CALLERS = re.compile(
    rf"[`*]*\s+(?:{'|'.join(sorted(word_list('callers')))})(?=\s+(?:pull|poll|push|read|fetch|wait))"
)
"""Those who stand around a thing: "the ferry's users wait" tells how the ferry works."""
_SAYS = frozenset(
    ["=", "is", "are", "can", "can't", "has", "have", "hasn't", "hasnt", "isnt", "only", "anytime", "needs"]
)
_SCOPES = frozenset({"between", "inside", "within", "across", "per"})
_OFFERS_IT = re.compile(r"^\s+\w+s (?:it|them|this)\b|\btoo\s*$")
"""Says that the second does something with the first, or the same: no contrast."""


# -- two that are set side by side by what each does
def _compared(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "same fare as the night boat", below the day boat: a part is compared with another part of the same whole."""
    clause = sentence.clause
    for mention in clause.mentions if clause.subject_kind is Kind.FEATURE else ():
        is_part = mention.kind is Kind.FEATURE and mention.owner is not None and clause.subject != mention.key
        is_like = is_part and clause.owner in (None, mention.owner) and clause.subject != mention.owner
        if is_like and _COMPARED.search(clause.text, max(0, mention.start - MAX_BEFORE), mention.start):
            about = subject(clause.subject, clause)
            yield edge(about, RelationType.CONTRASTS_WITH, known(mention), "compared with its like")


_EASIER = re.compile(
    r"\b(?:[a-z]{3,}er|(?:more|less) [a-z]{4,}) to [a-z]+(?:(?:,|,? and|,? or) (?:to )?[a-z]+){0,2} than (?=\w)",
    re.IGNORECASE,
)


def _easier_than(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "cheaper to run and to mend than the old ferry": by what is easier to do with one, two are compared."""
    clause = sentence.clause
    for match in _EASIER.finditer(clause.text, clause.body_start):
        end = free_end(clause.text, match.end(), len(clause.text))
        for target in objects(clause, match.end(), end, RelationType.CONTRASTS_WITH, is_free=True)[0][:1]:
            for source in said_of(sentence, match.start()):
                if source.key != target.key or source.key is None:
                    yield edge(source, RelationType.CONTRASTS_WITH, target, "easier than the other")


def _each_does(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "A pins a commit, B copies the files": two of a kind that open the parts of a line, each with its verb."""
    openers = [m for m in sentence.clause.mentions if _opens(sentence, m) and _does(sentence, m)]
    for one, other in pairwise(openers):
        takes_it = _OFFERS_IT.search(sentence.clause.text, other.end) is not None
        if one.key != other.key and _are_alike(one, other) and not takes_it:
            yield edge(known(one), RelationType.CONTRASTS_WITH, known(other), "each does its own")


def _opens(sentence: Sentence, mention: Mention) -> bool:
    clause = sentence.clause
    before = clause.text[max(clause.body_start, mention.start - 12) : mention.start]
    return mention.start - clause.body_start <= 3 or _PART.search(before) is not None


def _does(sentence: Sentence, mention: Mention) -> bool:
    """Whether a finite verb, an auxiliary or an equals sign stands directly behind a name."""
    remark = _REMARK.match(sentence.clause.text, mention.end) or _ITS_CALLERS.match(sentence.clause.text, mention.end)
    index = sentence.index_at(remark.end() if remark else mention.end)
    if index >= len(sentence.words):
        return False
    word = sentence.words[index].lower
    if word == "=" and (meant := sentence.at.get(index + 1)) is not None and meant.key == mention.key:
        return False  # "NB = night boat"
    is_part = mention.kind is Kind.FEATURE  # "bow lines between piers, stern lines inside one"
    auxiliary = word in sentence.lexicon.auxiliaries or word in _SAYS or (is_part and word in _SCOPES)
    is_deed = _ITS_CALLERS.match(sentence.clause.text, mention.end) is not None
    return auxiliary or is_deed or (word.endswith("s") and is_verb(word))


def _are_alike(one: Mention, other: Mention) -> bool:
    """Whether two names are wholes of a kind, or parts of the same whole, and neither belongs to the other."""
    if one.kind is not other.kind or one.key in (other.owner, *other.wholes) or other.key in (one.owner, *one.wholes):
        return False
    is_whole = one.kind in PRODUCTS
    is_named_alike = one.owner is None and one.key[-MIN_ALIKE:] == other.key[-MIN_ALIKE:]
    return is_whole or (one.kind is Kind.FEATURE and one.owner == other.owner and (bool(one.owner) or is_named_alike))


def _other_side(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "rows by hand, whereas gigs sail", "…; gigs, in contrast, sail": what opens the line, and the other."""
    clause = sentence.clause
    match = _ON_THE_OTHER_SIDE.search(clause.text, clause.body_start)
    if match is None:
        return
    other = thing_between(clause, *match.span("other" if match["other"] else "that"))
    before = (m for m in clause.mentions if m.end <= match.start("other" if match["other"] else "that"))
    opener = next((m for m in before if m.start - clause.body_start in (0, 1, 4)), None)
    about = known(opener) if opener is not None else above(clause)
    is_said = any(sign in match[0].lower() for sign in _FREELY)
    if other is not None and other != about and (is_said or (other.key is not None and other.kind is about.kind)):
        yield edge(about, RelationType.CONTRASTS_WITH, other, "on the other side")


_MIRRORED = re.compile(
    rf"(?P<one>{_WORD}(?: {_WORD}){{0,2}}) / (?P<other>{_WORD}(?: {_WORD}){{0,2}})\s*[:=]\s*[^/]+ / [^/]+$",
    re.IGNORECASE,
)


def _mirrored(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "bow / stern: narrow and high / broad and low": two, and behind them what each is like, in the same order."""
    clause = sentence.clause
    match = _MIRRORED.match(clause.text)
    sides = [thing_between(clause, *match.span(side)) for side in ("one", "other")] if match else []
    if len(sides) == 2 and sides[0] is not None and sides[1] is not None and sides[0] != sides[1]:
        yield edge(sides[0], RelationType.CONTRASTS_WITH, sides[1], "each in its turn")


def _one_of_two(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "two modes, manual (...) and automatic": the two are alternatives."""
    clause = sentence.clause
    for one, other in pairwise(clause.mentions):
        if one.key == other.key or other.start <= one.end:
            continue
        if _AND.fullmatch(clause.text, one.end, other.start) and _TWO.search(
            clause.text, max(0, one.start - 30), one.start
        ):
            yield edge(known(one), RelationType.CONTRASTS_WITH, known(other), "one of two")


# -- what a thing is for
_EQUALS = re.compile(r"`?\s*=\s*(?=[a-z])", re.IGNORECASE)


def _equals_use(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the crane = heavy cargo in one port": a whole is for the known idea that it is set equal to."""
    clause = sentence.clause
    for mention in clause.mentions:
        match = _EQUALS.match(clause.text, mention.end) if mention.kind is Kind.SERVICE else None
        idea = next((m for m in clause.mentions if match and m.start == match.end()), None)
        is_quality = idea is not None and is_property(clause.text[idea.start : idea.end])  # "the crane = wheelless"
        if idea is not None and idea.kind is Kind.CONCEPT and idea.owner is None and not is_quality:
            yield edge(known(mention), RelationType.SUITED_TO, known(idea), "equals its use")


RATHER = (
    Rule(_instead, _PREFERRING),
    rule(_replaced, "replaced superseded"),
    rule(_each_does, NAMES, ", ; . while whereas but"),
    Rule(_other_side, _TURNS),
    Rule(_compared, _COMPARING),
    rule(_easier_than, "than"),
    Rule(_one_of_two, _BOTH),
    rule(_mirrored, "/", ": ="),
    rule(_equals_use, "="),
)
"""One thing rather than another, or beside another, whose ends may be free words."""
