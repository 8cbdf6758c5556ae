"""What is chosen between, and by what: "X if it rains, Y otherwise", "for coal use X", "X cannot do it, Y can"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.identity import bare_key, slug
from graph.names import is_ordinary
from graph.text import tail
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.phrases import hard_end
from ingest.relating.purposes import purposes
from ingest.relating.sentence import Sentence
from ingest.relating.spoken_of import said_of
from ingest.relating.subjects import noun_at
from ingest.relating.things import thing_between
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, Mention

_SUITED, _INSTEAD_OF = RelationType.SUITED_TO, RelationType.USE_INSTEAD_OF
_BEGINS = re.compile(
    r"(?:^|[,;:.(–—=-]|->|=>|→|\b(?:or|and|but|take|use|prefer|pick|choose)(?:\s+(?:the|an?))?)\s*[`*]*$", re.IGNORECASE
)
_OTHERWISE = re.compile(
    r"\b(?:otherwise|else|if not|if not there)\s*,?\s+(?:(?:use|take|go for|pick|choose)\s+)?(?:the\s+)?[`*]*$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"[`*]*\s*(?:,|or\b|and\b|/)")
_NEED = re.compile(
    r"[`*]*\s+(?:only\s+)?(?:(?:is\s+)?(?P<better>better|best|nicer|preferred)\s+)?"
    r"(?P<sign>if|when|whenever|unless|as soon as|once|where|for)\s+(?=\w)",
    re.IGNORECASE,
)
_NEED_SIGNS = frozenset(["if", "when", "whenever", "unless", "as", "once", "where", "for", "otherwise", "else"])
_FOR_USE = re.compile(
    r"(?:^|,\s+|[.;:]\s+|\bbut\s+|\bso\s+)"
    r"(?:(?:if|when|whenever|once|where)\s+(?:(?:you|u|we|i|one|they|it|someone|somebody)\s+)?(?:really\s+)?"
    r"(?:need|want|require|care about)s?|for|(?<![,\w] )(?:need|want)(?=[^.,;]{3,40},))\s+(?:to\s+)?"
    r"(?P<what>(?!example|instance|now|free|sure|each|every|all\b|that\b|this\b|it\b|more\b|less\b)"
    r"[\w][\w /+-]{1,40}?),?\s+(?:then\s+|just\s+)?"
    r"(?:use|take|prefer|pick|choose|go for|go with|reach for|better use)\s+(?:the\s+|an?\s+)?(?=[\w`*])",
    re.IGNORECASE,
)
_OR = re.compile(r"[\]`*]*(?:,\s*|\s*/\s*|,?\s+or\s+)(?:the\s+|an?\s+)?[\[`*]*")
"""Between things of which any will do."""
_WORD = r"[\w`*][\w`*.+#/-]*"
_NOT_OTHER = re.compile(
    rf"[`*]*,?\s+(?:and not|not|never)\s+(?:the\s+|an?\s+)?(?P<other>{_WORD}(?: {_WORD})?)\s*(?:$|[,.;(])"
)
_ELSE_OTHER = re.compile(
    rf"[`*]*[,;.]\s+(?:otherwise|else)\s+(?:the\s+|an?\s+|use\s+|take\s+)?(?P<other>{_WORD}(?: {_WORD})??)"
    r"(?=\s*(?:$|[.,;(]|\b(?:is|will|does|works|would)\b))",
    re.IGNORECASE,
)
_VERBS = "can|could|does|do|is|are|will|has"
_SHORT = re.compile(
    rf"(?:,|;|\bbut|\bwhile|\bwhereas)\s+(?:but\s+|while\s+|whereas\s+)?(?:the\s+|an?\s+)?"
    rf"(?P<other>{_WORD}(?: {_WORD}){{0,2}}?)(?:\s+\([^()]*\))?\s+"
    rf"(?:(?:{_VERBS})(?:\s+not|n'?t)?|cannot|won't)[.!)\s]*$",
    re.IGNORECASE,
)
_SHORT_ENDS = {f"{verb}{ending}" for verb in _VERBS.split("|") for ending in ("", "n't", "nt")} | {
    *("not", "cannot", "won't")
}
MAX_SHORT = 2
ONE_DOES = "one does, the other not"
_PARTS = re.compile(r"\s*[,;]\s+|\s+and\s+")
_SIDE = re.compile(r"(?:use\s+|the\s+)?(?P<one>[\w`*][\w`*.+#/-]*(?: [\w`*.+#/-]+)?)\s+for\s+(?P<what>[\w].*)$")
_ONLY = re.compile(r"[`*]*\s+\(?(?:is |are )?(?:so )?(?:only|just) (?:for|when|if)\s+(?=\w)")
_ONLIES = frozenset({"only", "just"})
_ONLY_PART = re.compile(r"(?:^|[,;:(]\s+|\s[-–—]\s+|,?\s+so\s+)(?:only|just) for\s+(?=\w)")
_JOINED_TO = re.compile(r"[`*]*\s*(?:,|/|&|\+|and|or|,?\s(?:and|or))\s*[`*]*")
_IFS = frozenset({"if", "when", "unless"})
_USE_IF = re.compile(
    rf"(?:[,;]|\bso|\bbut)\s+(?:use|take|prefer|pick|choose|switch to)\s+(?:the\s+)?(?P<one>{_WORD}(?: {_WORD})?)\s+"
    r"(?P<when>if|when|unless)\s",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"\b(?:use|take|prefer|pick|choose|go with|go for|reach for)\s+(?:the\s+|an?\s+)?[`*]*$", re.IGNORECASE
)
_WHENEVER = frozenset({"if", "when", "whenever", "unless", "as soon as"})
_NEVER = re.compile(
    r"\b(?:never|don't|dont|do not)\s+(?:ever )?(?:use|run|take|do)\s+(?:the |an? )?(?=[\w`*])", re.IGNORECASE
)
_IN = re.compile(r"[`*]*\s+(?:in|on|for|with)\s+(?:the |an? |your )?(?=\w)")
_NEVERS = frozenset({"never", "don't", "dont", "not"})


def _by_need(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "X if it rains, Y for sunny days": each is better than the other, where the need is there."""
    clause = sentence.clause
    found: dict[str, tuple[Mention, str, str]] = {}
    for mention in clause.mentions:
        if mention.kind is Kind.CONCEPT or mention.start < clause.body_start:
            continue
        before = tail(clause.text, clause.body_start, mention.start)
        otherwise, need = _OTHERWISE.search(before), _NEED.match(clause.text, mention.end)
        if not (otherwise or need) or sentence.denies(mention):
            continue
        if otherwise:
            if _LISTED.match(clause.text, mention.end):
                continue  # "else barges, rafts": whatever is taken
            found.setdefault(mention.key, (mention, "otherwise", "otherwise"))
        elif need and _BEGINS.search(before):
            end = hard_end(clause.text, need.end(), len(clause.text))
            comma = clause.text.find(",", need.end(), end)
            condition = clause.text[need.start("sign") : end if comma < 0 else comma].strip(" .")
            sign = "if" if need["better"] else need["sign"].lower()
            found.setdefault(mention.key, (mention, sign, condition))
    if not found and sentence.has(_IFS):
        yield from _used_then(clause)
    sides = list(found.values())
    if len(sides) == 1 and sides[0][1] in _WHENEVER:
        yield from _over_opener(clause, *sides[0])
    for (one, sign, when), (other, other_sign, other_when) in pairwise(sides):
        is_choice = {sign, other_sign} - {"for"}
        if not is_choice or one.kind is not other.kind or one.key == other.owner or other.key == one.owner:
            continue
        yield edge(known(one), _INSTEAD_OF, known(other), "the one or the other", condition=when)
        yield edge(known(other), _INSTEAD_OF, known(one), "the one or the other", condition=other_when)


def _over_opener(clause: Clause, chosen: Mention, sign: str, when: str) -> Iterator[EdgeDraft]:
    """ "the tram stops at ten, use the bus if you are late": the later is better than what the line speaks of."""
    opener = next((m for m in clause.mentions if m.end < chosen.start and m.start - clause.body_start in (0, 1)), None)
    other = known(opener) if opener is not None else labelled(clause)
    owner = opener.owner if opener is not None else clause.owner or clause.parent_subject
    if other.key in (chosen.key, chosen.owner) or owner == chosen.key or other.kind is Kind.CONCEPT:
        return
    are_parts = owner is not None and chosen.owner in (owner, None) and chosen.kind is other.kind is Kind.FEATURE
    if are_parts and opener is None and slug(clause.frame) in bare_key(other.key or ""):
        return  # one of those below a title
    if clause.label is not None and opener is None and chosen.start - clause.body_start in (0, 1):
        return  # "steering: wheel when it blows"
    before = tail(clause.text, clause.body_start, chosen.start)
    if opener is not None and _JOINED_TO.fullmatch(clause.text, opener.end, chosen.start):
        return  # "tram and bus if you are late"
    begins = before.rstrip("`* ").endswith(".") and sign == "when"  # "mooring. Double mooring when it blows"
    goes_on = opener is not None and not begins
    is_set = goes_on or _ORDERED.search(before) is not None
    if are_parts or (is_set and chosen.kind is Kind.SERVICE and other.kind is not Kind.TECHNOLOGY):
        yield edge(known(chosen), _INSTEAD_OF, other, "the other if need be", condition=when)


def _used_then(clause: Clause) -> Iterator[EdgeDraft]:
    """ "the tram stops at ten, use scooters if you are late": words that are no name, better than what opens it."""
    match = _USE_IF.search(clause.text) if clause.subject_span is not None else None
    if match is None or clause.subject_span is None or match.start() < clause.subject_span[1]:
        return
    chosen = thing_between(clause, *match.span("one"))
    about = subject(clause.subject, clause)
    if chosen is not None and chosen.key is None and about.kind is not Kind.CONCEPT:
        when = clause.text[match.start("when") :].strip(" .")
        yield edge(chosen, _INSTEAD_OF, about, "the other if need be", condition=when)


def _for_that_use(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "for coal use the barge (and not the ferry)", "if you need coal, use the barge": what is advised suits the
    purpose that is named before it."""
    clause = sentence.clause
    match = _FOR_USE.search(clause.text, max(0, clause.body_start - len(": ")))
    chosen = next((m for m in clause.mentions if match and m.start - match.end() in (0, 1)), None)
    if match is None or chosen is None or chosen.kind is Kind.CONCEPT:
        return
    suited = [chosen]
    for mention in clause.mentions:
        if mention.kind is not Kind.CONCEPT and _OR.fullmatch(clause.text, suited[-1].end, mention.start):
            suited.append(mention)
    for target in purposes(clause, *match.span("what"), _SUITED):
        for mention in suited:
            yield edge(known(mention), _SUITED, target, "for that use this")
    other = _NOT_OTHER.match(clause.text, suited[-1].end) or _ELSE_OTHER.match(clause.text, suited[-1].end)
    passed = thing_between(clause, *other.span("other")) if other else None
    if passed is not None:
        condition = f"for {match['what']}"
        yield from (edge(known(m), _INSTEAD_OF, passed, "for that use this", condition=condition) for m in suited)


def _sides_without_verb(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "fenders for piers, buoys for anchoring": words in two parts of the same form are each for something."""
    clause = sentence.clause
    if clause.text.count(" for ", clause.body_start) < 2:
        return
    end = hard_end(clause.text, clause.body_start, len(clause.text))
    place, sides = clause.body_start, []
    for cut in [*_PARTS.finditer(clause.text, clause.body_start, end), None]:
        stop = cut.start() if cut else end
        side = _SIDE.match(clause.text, place, stop)
        if side is not None and _is_written(clause, *side.span("one")):
            sides.append(side)
        place = cut.end() if cut else end
    if len(sides) < 2:
        return
    for side in sides:
        one = thing_between(clause, *side.span("one"))
        if one is None:
            continue
        for target in purposes(clause, *side.span("what"), _SUITED):
            is_technology = target.key is not None and target.kind is Kind.TECHNOLOGY
            yield edge(one, RelationType.SUPPORTS if is_technology else _SUITED, target, "each part for its own")


def _is_written(clause: Clause, start: int, stop: int) -> bool:
    """Whether words may be a name, known or not: no lone ordinary word ("fine for", "bad for"), and no order."""
    if any(m.start == start and m.end == stop for m in clause.mentions):
        return True
    words = clause.text[start:stop].lower().strip("`*").split()
    if len(words[-1]) <= MAX_SHORT or words[-1] in word_list("predicates"):
        return False
    return not is_ordinary(words[-1]) and not is_verb(words[0]) and not words[0].endswith("ly")


def _one_does(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the ferry cannot carry coal, the barge can": two are contrasted by what only one of them does."""
    clause = sentence.clause
    last = next((word.lower for word in reversed(sentence.words) if word.lower not in ".!)"), "")
    match = _SHORT.search(clause.text, clause.body_start) if last in _SHORT_ENDS else None
    if match is None:
        return
    other = thing_between(clause, *match.span("other"))
    begin = clause.text.rfind(", ", clause.body_start, match.start())
    begin = clause.body_start if begin < 0 or ")" in clause.text[begin : match.start()].split("(")[0] else begin + 2
    opener = next((m for m in clause.mentions if m.start - begin in (0, 1, 4)), None)
    noun = noun_at(sentence, sentence.index_at(begin)) if opener is None else None
    one = known(opener) if opener else free(noun.text, RelationType.HAS_FEATURE) if noun else None
    if one is not None and other is not None and one != other:
        yield edge(one, RelationType.CONTRASTS_WITH, other, ONE_DOES)


def _only_for(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "or barge (only for coal)", "leaks, so just for ponds": the name before, or what the line speaks of."""
    clause = sentence.clause
    for mention in clause.mentions:
        match = _ONLY.match(clause.text, mention.end) if mention.kind is not Kind.CONCEPT else None
        if match is None or sentence.denies(mention):
            continue
        end = hard_end(clause.text, match.end(), len(clause.text))
        comma = clause.text.find(",", match.end(), end)
        for target in purposes(clause, match.end(), end if comma < 0 else comma, _SUITED):
            yield edge(known(mention), _SUITED, target, "only for that")
    for match in _ONLY_PART.finditer(clause.text, clause.body_start):
        end = hard_end(clause.text, match.end(), len(clause.text))
        comma = clause.text.find(",", match.end(), end)
        for target in purposes(clause, match.end(), end if comma < 0 else comma, _SUITED):
            for source in said_of(sentence, match.start()):
                yield edge(source, _SUITED, target, "only for that")


_NOT_ON = re.compile(
    r"(?:(?:^|[,;.]\s+|\s[-–]\s+|\bbut\s+)(?:not|never)\s+on|\bonly,?\s+(?:and\s+)?not(?:\s+(?:for|on|in|with))?)\s+"
    r"(?:the |an? )?(?=[\w`*])",
    re.IGNORECASE,
)


def _not_on(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "sails on lakes, not on Rivers", "crews only, not Guests": what the thing at hand is not for."""
    clause = sentence.clause
    match = _NOT_ON.search(clause.text, clause.body_start)
    named = [m for m in clause.mentions if match and m.start - match.end() in (0, 1)]
    for mention in clause.mentions if named else ():
        if mention.kind is not Kind.CONCEPT and _OR.fullmatch(clause.text, named[-1].end, mention.start):
            named.append(mention)
    about = labelled(clause)
    for mention in named:
        if mention.kind is not Kind.CONCEPT and mention.key != about.key:
            yield edge(about, RelationType.NOT_SUITED_TO, known(mention), "not there")


def _never_in(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "never use the horn in fog": the name is not meant for what stands behind it."""
    clause = sentence.clause
    match = _NEVER.search(clause.text, clause.body_start)
    named = next((m for m in clause.mentions if match and m.start - match.end() in (0, 1)), None)
    place = _IN.match(clause.text, named.end) if named is not None else None
    if named is None or place is None:
        return
    end = hard_end(clause.text, place.end(), len(clause.text))
    comma = clause.text.find(",", place.end(), end)
    for target in purposes(clause, place.end(), end if comma < 0 else comma, RelationType.NOT_SUITED_TO):
        yield edge(known(named), RelationType.NOT_SUITED_TO, target, "never there")


EITHER = (
    Rule(_by_need, _NEED_SIGNS | _IFS),
    rule(_for_that_use, "for if when whenever once where need want", "use take prefer pick choose go reach"),
    rule(_sides_without_verb, "for"),
    Rule(_one_does, frozenset(_SHORT_ENDS)),
    Rule(_only_for, _ONLIES),
    Rule(_never_in, _NEVERS),
    rule(_not_on, "not never", "on only"),
)
"""What is chosen by need, and what is set side by side by what only one of the two does."""
