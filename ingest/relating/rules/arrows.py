"""What arrows say: a use and what is for it, data that goes from one thing to the next, an event and what it starts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, product

from graph.names import is_ordinary, singular
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, ends_of, free, known, labelled
from ingest.relating.error_names import ERROR
from ingest.relating.gates import rule
from ingest.relating.other_parts import PREPOSITION
from ingest.relating.outdated import where_gone
from ingest.relating.phrases import clean, list_parts
from ingest.relating.plain_words import is_noun
from ingest.relating.rules.nouns import VERB
from ingest.relating.sentence import Sentence
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

MAX_STEP_WORDS = 3
MIN_SIGNS = 2
"""So many arrows make a chain of any things."""
_DIGIT = re.compile(r"\d")
_STEP_END = re.compile(rf"{PREPOSITION.pattern}|\s+(?:that|which|who|where|when|if|so)\b", re.IGNORECASE)
_SIGN = re.compile(r"\s*(?:(?<!<)->|=>|→)\s*")
_EITHER_SIGN = re.compile(r"\s*(?:(?<!<)->|=>|→|←|<-(?![->]))\s*")
_BACKWARDS = ("←", "<-")
_WAY = re.compile(r"\b(?:calls?|(?:data ?)?flows?|paths?|pipelines?|architecture|topology|chains?|wiring)\b", re.I)
"""In the title above it shows that arrows lead from one thing to the next, known or not."""
_CALLS = re.compile(r"\bcall", re.IGNORECASE)
_ORDER = re.compile(
    r"\s*(?:create|add|click|select|choose|pick|open|press|enter|enable|edit|delete|save|attach|tick|go to)\s",
    re.IGNORECASE,
)
"""Begins a step of a way through menus."""
_PART = re.compile(r"(?:\([^()]*\)|(?!\.\s)[^;,()])+")
_GOING = re.compile(
    r"\b(?:logs?|traces|metrics|alerts?|notifications?|messages?|msgs?|results?|output|reports?|records|copies)$", re.I
)
_TOLD = re.compile(r"(?:[a-z]+ )?(?:alerts?|notifications?|alarms?|warnings?|incidents)")
"""What people are told, by whatever brings it to them."""
_RESTING = re.compile(r"\b(?:artifacts?|metadata|state|config|store|storage|checkpoints?|cache|blocks)$", re.I)
"""What a thing has that goes somewhere, or is kept somewhere."""
_SENDING = re.compile(r"write|sen[dt]|push|export|ship|forward|report|stream|publish", re.IGNORECASE)
_STARTS = re.compile(
    r"\s+(?:runs?|starts?(?: up)?|wakes? up|fires?|kicks? in|(?:is|gets?|are) (?:called|started|invoked|triggered|run|"
    r"launched|woken(?: up)?))\s*(?:$|[,;.(])"
)


def _arrows(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges of arrows; more than one in a part make a chain, along which things go."""
    clause = sentence.clause
    least = 1 if _is_way(clause) else MIN_SIGNS
    parts = _PART.finditer(clause.text, clause.body_start)
    chains = [part for part in parts if len(_EITHER_SIGN.findall(part[0])) >= least]
    for part in chains:
        yield from _chain(clause, part.start(), part.end())
    yield from _started(clause)
    if (by_way := tuple(_written_on(clause))) and not chains:
        yield from by_way
    elif not chains:
        between = tuple(_between_names(clause))
        yield from between or _with_choice(clause, tuple(_arrow(sentence)))


_ON_ARROW = re.compile(r"[`*]*\s*(?:--|==|-)\s*\(?(?P<way>[^\s()<>=-][^()<>]{0,20}?)\)?\s*(?:--?|==?)>\s*[`*]*")


def _written_on(clause: Clause) -> Iterator[EdgeDraft]:
    """ "mill --road--> shop": where something goes, and by which way."""
    for left, right in pairwise(m for m in clause.mentions if m.kind in (Kind.SERVICE, Kind.FEATURE)):
        match = _ON_ARROW.fullmatch(clause.text, left.end, right.start)
        if match is None:
            continue
        yield edge(known(left), RelationType.SENDS_TO, known(right), "arrow with its way")
        way = next((m for m in clause.mentions if m.start == match.start("way") and m.kind is Kind.TECHNOLOGY), None)
        if way is not None:
            yield edge(known(left), RelationType.USES, known(way), "arrow with its way")


_ONLY_FOR = re.compile(r"[^,.;]*\bonly for [^,.;]+,(?=[^,]*$)", re.IGNORECASE)
"""What is said of another use before the one at hand: "oars only for ponds, lakes -> sail"."""
FROM_USE = "arrow from a use"
_VERSUS = re.compile(r"\s(?:vs\.?|versus|or)\s", re.IGNORECASE)


def _with_choice(clause: Clause, edges: tuple[EdgeDraft, ...]) -> Iterator[EdgeDraft]:
    """The edges, and for "calm lakes -> gig, high seas -> ship" that each of two products is better for its own use."""
    yield from edges
    uses = {e.source: e.target for e in edges if e.rule == FROM_USE}
    kinds = {end.kind for end in uses}
    is_choice = len(uses) == 2 and (kinds == {Kind.SERVICE} or _VERSUS.search(clause.label or "") is not None)
    if not is_choice:
        return
    owners = {m.owner for m in clause.mentions if m.key in {end.key for end in uses}}
    (one, its_use), (other, others_use) = uses.items()
    if not owners & {one.key, other.key}:
        yield edge(one, RelationType.USE_INSTEAD_OF, other, "each for its use", condition=_words(its_use))
        yield edge(other, RelationType.USE_INSTEAD_OF, one, "each for its use", condition=_words(others_use))


def _words(use: End) -> str | None:
    return f"for {use.text}" if use.text else None


_OPENS_FLOW = r"[`*\s]*(?P<one>[A-Z][\w.+-]{2,}|[a-z]+(?:[-_][a-z\d]+)+)(?: \([^()]*\))?[`*]*\s*"
_ENDS_FLOW = r"\s*[`*]*(?P<other>[A-Z][\w.+-]+(?: [A-Z][\w.+-]+)?|[a-z]+(?:[-_][a-z\d]+)+)[`*]*(?:\s*\([^()]*\))?\s*$"
_ALONG = re.compile(rf"{_OPENS_FLOW}(?:-{{1,2}}>|=>|→|⇒){_ENDS_FLOW}")
_MADE_OF_VERB = re.compile(r"(?:ing|tion|ment|ance|ence|ity)s?$")
_BACK = re.compile(rf"{_OPENS_FLOW}(?:<-{{1,2}}(?!>)|←){_ENDS_FLOW}")


def _between_names(clause: Clause) -> Iterator[EdgeDraft]:
    """ "Gantry -> Depot", "depot-api <- Gantry": nothing but two names, of which packs need not know either."""
    match, back = _ALONG.match(clause.text, clause.body_start), None
    if match is None and clause.label is None:
        match = back = _BACK.match(clause.text)
    if match is None:
        return
    ends = [_named_or_new(clause, *match.span(side)) for side in ("one", "other")]
    one, other = reversed(ends) if back is not None else ends
    if one is not None and other is not None and one != other:
        yield edge(one, RelationType.SENDS_TO, other, "arrow between names")


def _named_or_new(clause: Clause, start: int, end: int) -> End | None:
    """The product with a name, or the thing that words name which are no ordinary ones; None for ideas and others."""
    named = next((m for m in clause.mentions if m.start <= start and end <= m.end), None)
    words = clause.text[start:end]
    is_new = "-" in words or (words[1:].islower() and not _is_of_language(words.lower()))
    if named is not None:
        is_thing = named.kind is Kind.SERVICE or (is_new and named.rule not in ("pack", "alias"))
        return known(named) if is_thing else None
    return free(words, RelationType.HAS_FEATURE) if is_new and ERROR.fullmatch(words) is None else None


def _is_of_language(word: str) -> bool:
    """Whether a word is an ordinary one, a verb or made of one: "mending", "storms"."""
    return is_ordinary(singular(word)) or is_verb(word) or _MADE_OF_VERB.search(word) is not None


def _is_way(clause: Clause) -> bool:
    return clause.lead is None and _WAY.search(clause.frame) is not None


def _chain(clause: Clause, start: int, stop: int) -> Iterator[EdgeDraft]:
    """ "mill -> oven at the back -> shop": from each thing to the next, where one of them is a product, or the title
    above says what the arrows are."""
    signs = list(_EITHER_SIGN.finditer(clause.text, start, stop))
    places = [start, *(sign.end() for sign in signs)]
    steps = [_steps(clause, *place) for place in zip(places, [*(s.start() for s in signs), stop], strict=True)]
    is_way = any(_ORDER.match(clause.text, place) for place in places)  # "menu -> lamps -> add lamp"
    is_product = any(end.kind is Kind.SERVICE for step in steps for end in step)
    if is_way or not (is_product or _is_way(clause)):
        return
    for lefts, rights, place, sign in zip(steps, steps[1:], places, signs, strict=False):
        starts = _EVENT.search(clause.text, place, sign.start())
        relation = RelationType.TRIGGERS if starts else RelationType.SENDS_TO
        relation = RelationType.USES if _CALLS.search(clause.frame) and not starts else relation
        for left, right in product(lefts, rights):
            if left != right:
                yield edge(left, relation, right, "arrow of a chain", inverse=sign[0].strip() in _BACKWARDS)


def _steps(clause: Clause, start: int, stop: int) -> list[End]:
    """The thing, or each of the things ("tug or barge"), that a step of a chain names."""
    whole = _step(clause, start, stop)
    if whole is not None:
        return [whole]
    parts = [_step(clause, *part) for part in list_parts(clause.text, start, stop)]
    return [end for end in parts if end is not None and end.key] if len(parts) > 1 and all(parts) else []


def _step(clause: Clause, start: int, stop: int) -> End | None:
    """The thing that a step of a chain names before a preposition or a bracket; None for a deed or an idea."""
    cut = _STEP_END.search(clause.text, start, stop)
    bracket = clause.text.find("(", start, stop)
    head = min(end for end in (cut.start() if cut else stop, bracket if bracket > start else stop, stop))
    words = clean(clause.text[start:head])
    named = next((m for m in clause.mentions if start <= m.start and m.end <= head), None)
    if named is not None:
        rest = words.lower().replace(clause.text[named.start : named.end].lower(), "", 1)
        is_whole = not rest.strip() or _EVENT.search(rest) is not None
        is_thing = named.kind is not Kind.CONCEPT or named.rule not in ("pack", "alias")
        return known(named) if is_whole and is_thing else None
    is_thing = 0 < len(words.split()) <= MAX_STEP_WORDS and is_noun(words) and not is_verb(words.split()[0].lower())
    return free(words, RelationType.HAS_FEATURE) if is_thing and words.islower() else None


def _started(clause: Clause) -> Iterator[EdgeDraft]:
    """ "rain comes -> the ferry starts": what a thing tells of starts the product behind the arrow."""
    for sign in _SIGN.finditer(clause.text, clause.body_start):
        right = next((m for m in clause.mentions if m.start in (sign.end(), sign.end() + 1)), None)
        other = any(m.kind is Kind.SERVICE and m.end <= sign.start() for m in clause.mentions)
        is_product = right is not None and right.kind is Kind.SERVICE and right.key != clause.subject
        if right is not None and is_product and not other and _STARTS.match(clause.text, right.end):
            yield edge(labelled(clause), RelationType.TRIGGERS, known(right), "arrow to what starts")


def _flow(clause: Clause, before: str, right: Mention) -> RelationType | None:
    """What happens to the data or the event named before an arrow that leads to another product."""
    words = _last_part(before).lower()
    is_place = right.kind is Kind.SERVICE or (right.kind is Kind.FEATURE and right.owner not in _own(clause))
    is_place = is_place or (right.kind is Kind.TECHNOLOGY and _TOLD.fullmatch(words) is not None)
    if clause.subject_kind is Kind.CONCEPT or not is_place or len(words.split()) > MAX_STEP_WORDS:
        return None
    if _RESTING.search(words) or words.rpartition(" ")[2] in word_list("stored"):
        return RelationType.STORES_IN
    if _EVENT.search(words.rpartition(" ")[2]):
        return RelationType.TRIGGERS
    return RelationType.SENDS_TO if _GOING.search(words) else None


def _own(clause: Clause) -> tuple[str | None, ...]:
    return (None, clause.subject, clause.owner, clause.parent_subject)


def _flows(clause: Clause, before: str, flow: RelationType, first: Mention) -> Iterator[EdgeDraft]:
    sources = [labelled(clause)]
    if clause.subject_kind is Kind.FEATURE and clause.parent_subject:
        sources.append(End(key=clause.parent_subject))
    if flow is RelationType.STORES_IN:
        sources.append(free(_last_part(before), RelationType.HAS_FEATURE))
    for target in _list_from(clause, first):
        for source in sources:
            yield edge(source, flow, known(target), "arrow from data")


def _to_unknown(clause: Clause, start: int, arrow: re.Match[str]) -> Iterator[EdgeDraft]:
    """ "tide reports -> Lighthouse": data that opens the clause goes to what nobody knows but is written as a name."""
    words = clause.text[start : arrow.start()].strip().lower()
    written = _UNKNOWN.match(clause.text, arrow.end())
    if written is None or clause.subject_kind is Kind.CONCEPT or len(words.split()) > MAX_STEP_WORDS:
        return
    relation = RelationType.STORES_IN if _RESTING.search(words) else RelationType.SENDS_TO
    if _GOING.search(words) or _RESTING.search(words):
        yield edge(labelled(clause), relation, free(written["name"], RelationType.HAS_FEATURE), "arrow from data")


def _last_part(before: str) -> str:
    """The words right before an arrow: "logs to X, traces -> Y" tells of the traces."""
    return clean(before.rpartition(", ")[2])


def _list_from(clause: Clause, first: Mention) -> list[Mention]:
    """The names of the list that a name begins, but what another arrow leads on from."""
    found = [first]
    for mention in clause.mentions:
        if mention.start > found[-1].end and _NEXT.fullmatch(clause.text, found[-1].end, mention.start):
            found.append(mention)
    return found if _SIGN.match(clause.text, found[-1].end) is None else found[:-1] or [first]


_UNKNOWN = re.compile(r"(?P<name>[A-Z][a-z]\w+(?: [A-Z]\w+)?)(?=\s*(?:$|[.(;]|,[^,;]{3,60}(?:->|=>|→)))")
_NEXT = re.compile(r"[`*]*(?:,|\s*/|,?\s+(?:and|or|&|\+))\s*[`*]*")
_ARROW = re.compile(r"\s*(?:->|=>|→)\s*(?:use\s+)?")
_WANTED = re.compile(
    r"[,;]?\s*(?:(?:if|when)\s+(?:(?:you|u|we|i|it|one)\s+)?(?:(?:need|want|have|got|require)s?\s+)?"
    r"|(?:for\s+)?(?:(?:you|u)\s+)?(?:need|want|have|got)\s+)(?!to\b)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b")
_FOR_THAT = re.compile(r",\s+(?:for|if|when)\s+(?P<what>[^,]+)$", re.IGNORECASE)
_BEHIND_ARROW = re.compile(r"\s*(?:$|[,;.(/+&]|(?:and|or|not|instead|rather than)\b)")
_HAVING = re.compile(r"\W*(?:already|if|when|have|has|got|need|needs|know|knows|on|using|with)\b", re.IGNORECASE)
"""Before a name they tell a need ("already on the barge -> crane"), and no way that data goes."""
_NOT_THAT = re.compile(r",?\s*(?:not|instead of|rather than)\s+(?:the |an? )?")


def _arrow(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "short jobs -> X": X is for what stands left of the arrow; between two services, data goes along it."""
    clause = sentence.clause
    position = clause.body_start
    for arrow in _ARROW.finditer(clause.text, clause.body_start):
        if clause.text[: arrow.start() + 1].rstrip().endswith("<"):
            return  # "<->"
        right = next((m for m in clause.mentions if m.start in (arrow.end(), arrow.end() + 1)), None)
        if right is None:
            yield from _to_unknown(clause, position, arrow)
        if right is None or not _BEHIND_ARROW.match(clause.text, right.end):
            return
        if clause.text[right.end :].lstrip().startswith("not ") and not list(_not_that(clause, right)):
            return
        if position > clause.body_start and clause.text[position] not in ",;.":
            return
        position += clause.text[position] == "."
        said = _ONLY_FOR.match(clause.text, position, arrow.start())
        position = said.end() if said else position
        wanted = _WANTED.match(clause.text, position, arrow.start())
        position = wanted.end() if wanted else position
        before = clause.text[position : arrow.start()]
        for_that = _FOR_THAT.search(before)
        if for_that is not None:  # "oars, for speed -> sail"
            position, before = position + for_that.start("what"), for_that["what"]
        left = [m for m in clause.mentions if position <= m.start and m.end <= arrow.start()]
        is_other = clause.text.startswith(" instead", right.end)  # "many cars -> barge instead"
        if is_other:
            left = []
        if any(h.phrase.relation is RelationType.NOT_SUITED_TO for h in sentence.hits_between(position, arrow.start())):
            return  # "barges not for mail -> ferry"
        if before.rstrip().endswith(("?", "(default)")):
            return
        gone = where_gone(sentence, arrow.start()) if left else None
        if gone is not None and gone.start() >= left[-1].end:
            return  # "the jetty is old -> pier"
        is_apart = bool(left) and "," in clause.text[left[-1].end : arrow.start()]  # "oars in X, else -> Y"
        if not is_apart and left and left[-1].kind is right.kind is Kind.SERVICE and not _HAVING.match(before):
            relation = RelationType.TRIGGERS if _EVENT.search(before) else RelationType.SENDS_TO
            yield edge(known(left[-1]), relation, known(right), "arrow between services")
        elif not (is_other or wanted) and (flow := _flow(clause, before, right)) is not None:
            yield from _flows(clause, before, flow, right)
        elif left and left[-1].kind is Kind.FEATURE and before.strip(" `*,;") == _written(clause, left[-1]):
            if right.kind not in PRODUCTS:
                return
            relation = RelationType.USES if right.kind is Kind.SERVICE else RelationType.SUPPORTS
            sends = right.kind is Kind.SERVICE and _SENDING.search(before) is not None
            relation = RelationType.SENDS_TO if sends else relation
            yield edge(known(left[-1]), relation, known(right), "arrow from a part")
        elif clause.label is not None and clause.parent_subject is not None and right.kind is Kind.TECHNOLOGY:
            return  # "Night ferry = ticket for two -> PDF"
        elif left and before.strip(" `*,;") == _written(clause, left[-1]) and _is_told_of(clause, left[-1]):
            return  # "Ferry -> mail": what it does
        elif right.kind is not Kind.CONCEPT and not VERB.search(before) and _is_need(clause, before, left, right):
            for target in ends_of(clause, position, arrow.start(), RelationType.SUITED_TO):
                yield edge(known(right), RelationType.SUITED_TO, target, FROM_USE)
            yield from _not_that(clause, right)
        position = right.end


def _is_told_of(clause: Clause, mention: Mention) -> bool:
    """Whether a name before an arrow is what the line tells of, and no need: a product, or what stands above."""
    return mention.kind is Kind.SERVICE or mention.key in (clause.subject, clause.owner, *clause.above)


def _written(clause: Clause, mention: Mention) -> str:
    return clause.text[mention.start : mention.end]


def _is_need(clause: Clause, before: str, left: list[Mention], right: Mention) -> bool:
    """Whether words before an arrow may be what the thing behind it is for: no figure, and no cause of an error."""
    is_figure = _DIGIT.search(_ORDINAL.sub("", before)) and not (left and _written(clause, left[0]) == before.strip())
    is_error = ERROR.fullmatch(_written(clause, right)) is not None
    more = _NEXT.match(clause.text, right.end)
    following = next((m for m in clause.mentions if more and m.start == more.end()), None)
    if following is not None and _SIGN.match(clause.text, following.end) is None:
        return False  # "signals -> tower, bridge": where it goes
    if _tells_what_happens(before.lower().split()) or " not " in before:
        return False
    return not is_figure and not is_error and not clause.text[right.start : right.start + 1].isdigit()


def _tells_what_happens(words: list[str]) -> bool:
    """Whether a verb in the third person stands among words ("pilot copies charts"), or ends them ("oar breaks")."""
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        goes_on = is_verb(after) or after in word_list("adjectives")  # "long queries slow it down"
        is_noun_there = before in word_list("adjectives") and after in word_list("determiners")  # "big leaks all day"
        if is_verb(word) and word.endswith("s") and not (goes_on or is_noun_there):
            return True
    return len(words) > 1 and words[-1] in word_list("intransitive")


def _not_that(clause: Clause, chosen: Mention) -> Iterator[EdgeDraft]:
    match = _NOT_THAT.match(clause.text, chosen.end)
    other = next((m for m in clause.mentions if match and m.start == match.end()), None)
    if other is not None:
        yield edge(known(chosen), RelationType.USE_INSTEAD_OF, known(other), "arrow, not that")


_EVENT = re.compile(
    r"\b(?:events?|uploads?|changes?|pushe?s?|webhooks?|alarms?|cron|schedules?|commits?|merges?|clicks?)\b",
    re.IGNORECASE,
)


ARROWS = (rule(_arrows, "-> => <- < ←"),)
"""What arrows say."""
