"""What is refused, and what is taken for it: "don't use A, use B", "A is too slow, take B", "A? take B", "B, not A"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.names import singular
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, mentioned
from ingest.relating.gates import Rule, rule
from ingest.relating.phrases import Piece
from ingest.relating.purposes import purposes
from ingest.relating.sentence import Sentence
from ingest.relating.things import thing_between
from ingest.terms import is_property, names_a_thing, names_harm, word_list
from ingest.values import EdgeDraft, End

BETTER_FOR = "better for a need"
RULE = "one refused, the other taken"
_THING = r"(?:the |an? )?(?P<{}>[`*]*[\w@/][\w.+#/@-]*(?: [\w.+#/@-]+){{0,3}}?[`*]*)"
_NEW, _OLD = _THING.format("new"), _THING.format("old")
CHOOSE = (
    r"(?:use|take|try|prefer|favou?r|pick|choose|go for|go with|opt for|reach for|switch to|move to|stick to|stick with"
    r"|want)"
)
"""The verbs by which writers choose, as a part of patterns."""
_PART = r"\s*[,;:.–—-]\s*"
_SO = r"(?:so |then |better |rather |please |just |but )?"
_BEGIN = r"(?:^|[.;:]\s+)"
_STOP = (
    r"(?=\s*(?:$|[.,;:!()–—]|\s(?:-|->|=>|→)\s)"
    r"|\s(?:for|when|if|in|on|as|because|since|where|unless|there|here|instead)\b)"
)
_NO_NEED = r"(?!(?:if|when|need|want|require|looking|got|you|for)\b)"
"""What stands before a question mark is then wanted, and not refused."""
_TAKE_NEW = rf"{_SO}{CHOOSE} {_NEW}{_STOP}"
_IS_BETTER = r"(?= (?:is|are|does|do|has|costs) (?:\w+er|better|it|so|that|the same|less|more)\b)"
_NOT_OLD = rf"(?: \([^()]*\))?,? (?:and )?not {_OLD}"
_SHAPES: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = tuple(
    (frozenset(signs.split()), re.compile(shape, re.IGNORECASE))
    for signs, shape in (
        (
            "not don't dont don’t never stop longer",
            rf"\b(?:do not|don['’]?t|never|stop|no longer) (?:use|using|take|pick|choose) {_OLD}"
            rf"(?: (?:any ?more|for that|(?:in|on|for|with) [\w-]+(?: [\w-]+)?))?{_PART}{_TAKE_NEW}",
        ),
        ("too", rf"{_BEGIN}{_OLD} (?:is|are|was|were|gets?) (?:just |way |far )?too [\w -]{{2,30}}?{_PART}{_TAKE_NEW}"),
        (
            "discouraged recommended advised frowned idea anti-pattern antipattern resort no-go overkill",
            rf"{_BEGIN}{_OLD} (?:is|are|was|were) (?:just |usually |mostly )?(?:discouraged|not recommended|not advised"
            rf"|frowned upon|overkill|(?:an? |the )?(?:bad idea|anti-?pattern|last resort|no-go))"
            rf"(?: (?:here|now|anymore|these days))?{_PART}{_TAKE_NEW}",
        ),
        ("?", rf"{_BEGIN}{_NO_NEED}{_OLD}\?\s*(?:no[,.]\s*)?{_TAKE_NEW}"),
        (
            "?",
            rf"{_BEGIN}{_NO_NEED}{_OLD}\?\s*"
            rf"(?:(?:no|nah|nope|never|forget it|better not)[,.:;!]?\s+|(?:rather|better) ){_NEW}{_STOP}",
        ),
        ("avoid ditch forget skip", rf"\b(?:avoid|ditch|forget|skip) {_OLD}{_PART}(?:{_NEW}{_IS_BETTER})"),
        (
            "avoid ditch skip drop",
            rf"\b(?:avoid|ditch|skip|drop) {_OLD},? and (?:let|have|use|take) {_NEW}(?= (?:do|does|for|to)\b|$)",
        ),
        ("avoid ditch forget skip", rf"\b(?:avoid|ditch|forget|skip) {_OLD}(?:{_PART}|,? and ){_TAKE_NEW}"),
        ("avoid ditch forget skip", rf"\b(?:avoid|ditch|forget|skip) {_OLD}{_PART}{_SO}go {_NEW}{_STOP}"),
        ("not", rf"{_BEGIN}not (?!(?:with|for|in|on|to|from|if|when|at|by|as|an?)\b){_OLD}{_PART}{_TAKE_NEW}"),
        ("not", rf"\bgive (?:them|it|those|people|users) (?:the |an? )?{_NEW}{_NOT_OLD}{_STOP}"),
        (
            "reason need point",
            rf"\bno (?:reason|need|point) (?:to use|to take|in using|in taking|for) {_OLD}(?: any ?more| now)?"
            rf"{_PART}{_TAKE_NEW}",
        ),
        (
            "bother mess",
            rf"\b(?:{CHOOSE}|stay with|stay w/|stick w/|keep) {_NEW}{_PART}(?:so )?(?:do not|don['’]?t|no need to) "
            rf"(?:bother|mess) with {_OLD}{_STOP}",
        ),
        ("bother", rf"\bbother with {_OLD}{_PART}{_TAKE_NEW}"),
        ("bother", rf"\bbother with {_OLD}{_PART}{_NEW}{_IS_BETTER}"),
        ("prefer", rf"\bprefer {_NEW} to {_OLD}{_STOP}"),
        ("over before place ahead", rf"\b{CHOOSE} {_NEW} (?:over|before|in place of|ahead of) {_OLD}{_STOP}"),
        ("rid", rf"\b(?:get|getting|got) rid of {_OLD}{_PART}(?:{_SO}(?:go|{CHOOSE}) )?{_NEW}{_STOP}"),
        ("off away", rf"\b(?:move|migrate|switch|get|go) (?:off|away from) {_OLD} to {_NEW}{_STOP}"),
        ("swap replace", rf"\b(?:swap|replace) {_OLD} (?:with|by) {_NEW}{_STOP}"),
        ("not", rf"\b{CHOOSE} {_NEW}{_NOT_OLD}{_STOP}"),
        ("than", rf"\b(?:better|rather) (?:{CHOOSE} )?{_NEW} than {_OLD}{_STOP}"),
        (
            "swap exchange trade ditch drop",
            rf"\b(?:swap|exchange|trade|ditch|drop) {_OLD} (?:for|in favou?r of) {_NEW}{_STOP}",
        ),
    )
)
_BARE = re.compile(rf"^(?:[a-z][\w -]{{2,40}}: )?{_NEW}{_NOT_OLD}\W*(?:$|[.,;(])", re.IGNORECASE)
"""Nothing but the two names: "B, not A"."""
_NEED = re.compile(
    r"^(?:(?:only|just|need|want|for|if|when|an?) )*(?P<need>[a-z][\w' -]{2,40}?)\s*(?:[:?=]|->|=>|→)\s+(?:then )?"
    rf"(?:{CHOOSE} |go )?{_NEW}(?:, (?:and )?not|,? rather than| instead of| over) {_OLD}\W*(?:$|[.,;(])",
    re.IGNORECASE,
)
"""A need over the two: "mail for islands: B, not A"."""
_SIGNS = frozenset().union(*(signs for signs, _ in _SHAPES))


def refused(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges of what is to be used instead of something that the same clause names and refuses."""
    for signs, shape in _SHAPES:
        sides = None if sentence.signs.isdisjoint(signs) else _sides(sentence, shape)
        if sides is not None and any(map(_is_known, sides)) and not names_harm(sides[1].text or sides[1].key or ""):
            yield edge(sides[0], RelationType.USE_INSTEAD_OF, sides[1], RULE)
            return
    is_bare = "not" in sentence.signs and "only" not in sentence.signs  # "crews only, not passengers"
    sides = _sides(sentence, _BARE) if is_bare else None
    if sides is not None and all(map(_is_known, sides)):
        yield edge(sides[0], RelationType.USE_INSTEAD_OF, sides[1], RULE)


def needed(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "mail for islands: B, not A", "calm lakes? B rather than A": what the one is better for than the other."""
    clause = sentence.clause
    match = _NEED.match(clause.text)
    if match is None:
        return
    need = match["need"].lower()
    new, old = (thing_between(clause, *match.span(side)) for side in ("new", "old"))
    if new is None or old is None or new == old or not (_is_known(new) or _is_known(old)):
        return
    is_kind = any(singular(need) in singular((side.text or side.key or "").lower()) for side in (new, old))
    if not _may_be_need(need) or is_kind:
        return  # "ferries: night ferry, not day ferry"
    needed = mentioned(clause, Piece(match["need"], *match.span("need")))
    if needed is not None and needed.kind is not Kind.CONCEPT and " over " in match[0]:
        return  # "Night Boat: oars over sails" tells of the boat
    before = (m for m in clause.mentions if m.kind in PRODUCTS and m.start < match.end("need"))
    if any(not _BESIDE_IT.search(clause.text, 0, m.start) for m in before):
        return
    for target in purposes(clause, *match.span("need"), RelationType.SUITED_TO):
        yield edge(new, RelationType.SUITED_TO, target, BETTER_FOR)
    yield edge(new, RelationType.USE_INSTEAD_OF, old, BETTER_FOR, condition=match["need"])


_BESIDE_IT = re.compile(r"\w (?:for|with|on|in|to|from) (?:the |an? )?$")
"""Before a product's name: it is part of the need, "cover for the barge? tarpaulin, not canvas"."""


def _may_be_need(words: str) -> bool:
    """Whether words may tell what is wanted; not "default engine", "mostly preferred", "why"."""
    first, last = words.split()[0], words.rpartition(" ")[2]
    is_said = first in word_list("questioning") or last in word_list("predicates") | word_list("roles")
    return names_a_thing(words) and not is_said and not is_property(words)


def _sides(sentence: Sentence, shape: re.Pattern[str]) -> tuple[End, End] | None:
    """The things that a clause of this shape takes and refuses."""
    match = shape.search(sentence.clause.text)
    if match is None:
        return None
    new, old = (thing_between(sentence.clause, *match.span(side)) for side in ("new", "old"))
    if new is None or old is None or new == old:
        return None
    is_quality = match[0].lower().startswith("better ") and new.kind is Kind.FEATURE and old.kind is Kind.SERVICE
    return None if is_quality else (new, old)  # "better horns than the ferry"


def _is_known(end: End) -> bool:
    """Whether an end is a thing known by name, and no mere idea."""
    return end.key is not None and end.kind is not Kind.CONCEPT


REFUSED = (Rule(refused, _SIGNS), rule(needed, ": ? = -> => →", "not rather instead over"))
"""What is to be used instead of something that is refused."""
