"""What answers a need: "many cars? take the barge", "need a roof? hall then", "bigger -> barge", "past that a train".

What answers it suits the need, and is better than what the line is about, where it is one of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.text import tail
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.outdated import left_behind
from ingest.relating.phrases import hard_end
from ingest.relating.purposes import purposes
from ingest.relating.rules.refused import CHOOSE
from ingest.relating.sentence import NAME, Sentence
from ingest.relating.spoken_of import said_of
from ingest.relating.things import thing_between
from ingest.terms import word_list
from ingest.values import Clause, EdgeDraft, End, Mention

MAX_NEED_WORDS = 5
_PAIR = re.compile(r"(?:^|[,;]\s+)(?P<need>[^,;=]{3,50}?)\s+=\s+(?:the |an? )?`?(?P<one>[^,;=]+?)(?=[.]?\s*(?:$|[,;]))")
_ASKED = re.compile(
    r"(?P<opens>(?:need|want|got|have|must have)\s+)?(?P<need>[a-z][^?:;=]{2,40})\?\s*(?:->|=>|→|then\b|so\b)?\s*",
    re.IGNORECASE,
)
_ANSWER = re.compile(rf"(?:{CHOOSE}|go|stay with|stay w/|that's|thats)\s+", re.IGNORECASE)
_THEN = re.compile(r"[`*]*(?:\s*\([^()]*\)|\s+[+&]\s+[\w-]+)?\s+(?:then|instead)\b(?! of)", re.IGNORECASE)
_FIGURE = r"[~<>]?\d[\w.,]*(?: ?[A-Za-z%]+)?"
_BEYOND = re.compile(
    r"(?:^|[.,;:(]\s*)(?:if |when |for )?(?P<when>(?:it'?s |its |anything |everything |much |even )?"
    rf"(?:bigger|larger|longer|more|higher|older|heavier|faster)"
    rf"(?: (?:stuff|ones|things|items|files|jobs|loads|messages|objects))?(?: than (?:that|this|{_FIGURE}))?"
    rf"|(?:anything |everything )?(?:above|over|beyond|past) (?:that|this|{_FIGURE}))"
    rf"(?:\s*(?:->|=>|→|=|\?)\s*|(?:\s*,)?\s+(?P<order>{CHOOSE}|you need|needs?"
    rf"|(?:goes|go|belongs?|has to go|should go|moves?) (?:to|into|in|on|onto|over to))\s+|(?<=that)(?:,| is)?\s+)"
    rf"(?:{CHOOSE} )?(?:the |an? )?(?=[\w`*])",
    re.IGNORECASE,
)
_MORE = frozenset(
    ["bigger", "larger", "longer", "more", "higher", "older", "heavier", "faster", "above", "over", "beyond", "past"]
)
_NAMED = re.compile(r"[\w`][\w`-]*(?: [\w-]+)?(?=\s*(?:$|[.,;(:]|instead\b))")
_INSTEAD_IF = re.compile(
    r"[`*]*\s+instead(?:,? (?P<when>(?:if|when|for|once|above|over|beyond|as soon as)\b)|\s*(?=$|[.,;)!]))",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:^|[.,;:(]\s+|(?:->|=>|→)\s*|\b(?:or|use|take|on|in|to|with)\s+)(?:the |an? )?[`*]*$", re.IGNORECASE
)
_OTHER_PLACE = re.compile(r"\b(?:to|in|into|from|with|via|on) \S+(?: \S+)?,? (?:or|and) [`*]*$", re.IGNORECASE)
"""Before the last of several places: "bring it to the barge or the raft instead" is said of what is brought."""
_BETTER = re.compile(
    rf"(?:[.,;(]|\s[-–—]|->|=>|→)\s*(?:so |but )?(?:much )?better (?:to )?(?:{CHOOSE} )?(?:the |an? )?[`*]*(?=[\w`*])",
    re.IGNORECASE,
)
_IS_BETTER = re.compile(
    r"[`*]* (?:is|would be|will be|might be) (?:the |a |much )?(?:better|safer|saner|smarter|wiser|right)"
    r"(?: (?:choice|option|pick|bet|tool|fit|one|idea))?"
    r"(?= (?:here|there|then|if|when|in that case|for (?:that|this|those))\b)",
    re.IGNORECASE,
)
_BETTER_OFF = re.compile(
    r"(?:\b(?P<with>better off (?:with|using|on))|(?:^|[,;.:]\s+)(?:(?:then|so) )?(?:rather|go)) (?:the |an? )?[`*]*$",
    re.IGNORECASE,
)
_CHOSEN = re.compile(rf"\b(?:{CHOOSE}|give (?:them|it|those|people|users)) (?:the |an? )?[`*]*$", re.IGNORECASE)
_OVER_IT = re.compile(r"[`*]* (?:over|instead of|before|rather than|and not) (?:it|this|that)\b", re.IGNORECASE)
_IN_NEED = re.compile(r"[`*]* (?:if|when|for|then|here|there)\b")
_TOLD = re.compile(r"[`*]*\s*(?:$|[.,;(!]|(?:with|for|when|if|there|then|instead)\b)", re.IGNORECASE)
_PREFERRED = re.compile(
    r"(?:i'?d |we |i |people |you |better |should |would )*(?:rather|prefer|favou?r)(?: use| take| go for)? (?:the "
    r"|an? )?[`*]*(?=[\w`*])",
    re.IGNORECASE,
)
_IF_INSTEAD = re.compile(
    rf"(?P<when>(?:if|when|whenever|for) [^,;.]{{3,50}}?),? (?:then |better )?"
    rf"(?:{CHOOSE}|go) (?:the |an? )?[`*]*(?=[\w`*])",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"[`*]* (?:instead|rather)\b(?! of)", re.IGNORECASE)
_ALONE = re.compile(r"[`*]*\s*(?:$|[,;.!(]|(?:for|when|if|in|here|there|now|instead)\b(?! of))", re.IGNORECASE)
_WRITTEN = re.compile(r"`?(?P<name>[A-Z][\w+#@-]*(?: [A-Z][\w+#-]*){0,2})`?(?=\s*(?:$|[.,;(]|then\b|instead\b|with\b))")


def chosen(clause: Clause) -> Iterator[EdgeDraft]:
    """What a question offers is set side by side; what its answer takes of it is better, and good for the need."""
    choice = clause.choice
    if choice is None:
        return
    ends = {m.key: known(m) for m in clause.mentions}
    for one, other in pairwise(choice.offered):
        yield edge(ends[one], RelationType.CONTRASTS_WITH, ends[other], "offered in a question")
    if choice.chosen is None:
        return
    taken = ends[choice.chosen]
    when = clause.text[choice.offered_end : choice.need_end].strip(" ,") or None
    for key in (key for key in choice.offered if key != choice.chosen):
        yield edge(taken, RelationType.USE_INSTEAD_OF, ends[key], "chosen in an answer", condition=when)
    for target in purposes(clause, choice.need_start, choice.need_end, RelationType.SUITED_TO):
        yield edge(taken, RelationType.SUITED_TO, target, "chosen in an answer")


def _asked(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "many cars? take the barge", "need a roof? -> the hall": a need, and the thing that answers it."""
    clause = sentence.clause
    match = _ASKED.match(clause.text, clause.body_start)
    words = match["need"].lower().split() if match else []
    if match is None or not 0 < len(words) <= MAX_NEED_WORDS or set(words) & (word_list("questioning") - {"or"}):
        return
    answer = _ANSWER.match(clause.text, match.end())
    place = answer.end() if answer else match.end()
    chosen, end = _chosen(clause, place)
    is_then = _THEN.match(clause.text, end) is not None
    is_pointed = answer is not None or match[0].rstrip().endswith(("->", "=>", "→", "then"))
    if chosen is None or not (is_pointed or is_then or match["opens"]):
        return
    if not _MORE & set(words):  # "the ride takes longer?" is no purpose
        for target in purposes(clause, *match.span("need"), RelationType.SUITED_TO):
            yield edge(chosen, RelationType.SUITED_TO, target, "answers a need")
    if is_then or match["opens"] or not answer:
        yield from better(clause, chosen, subject(clause.subject, clause), match[0][: match.end("need")].strip())


def _beyond(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "bigger -> the barge", "past that use a train": what is taken where the thing at hand no longer does."""
    clause = sentence.clause
    match = _BEYOND.search(clause.text, clause.body_start)
    chosen = _chosen(clause, match.end())[0] if match else None
    if match is not None and chosen is None and match["order"]:
        named = _NAMED.match(clause.text, match.end())
        chosen = thing_between(clause, *named.span()) if named else None
    if match is not None and chosen is not None:
        yield from better(clause, chosen, said_of(sentence, match.start())[0], match["when"])


def _instead_if(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "carries three cars, the barge instead if there are more"."""
    clause = sentence.clause
    match = _INSTEAD_IF.search(clause.text, clause.body_start)
    chosen = next((m for m in clause.mentions if match and m.end == match.start()), None)
    before = tail(clause.text, clause.body_start, chosen.start) if chosen is not None else ""
    if match is None or chosen is None or not _OPENS.search(before) or _OTHER_PLACE.search(before):
        return
    if not match["when"] and chosen.start - clause.body_start <= 1:
        return  # "The barge instead": of what was said before
    if not sentence.lexicon.negations.isdisjoint(w.lower for w in sentence.words if w.start < chosen.start):
        return  # "no lift -> the ramp instead": of what is denied, another rule's part
    if left_behind(sentence, chosen.start) is not None:
        return  # "we ditched the ramp, the lift instead"
    end = hard_end(clause.text, match.end(), len(clause.text))
    when = clause.text[match.start("when") : end].strip(" .,") if match["when"] else None
    yield from _better_than_these(sentence, known(chosen), chosen.start, when)


def _order(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "leaks at sea, better to take the barge": what is advised is better than what the line speaks of."""
    clause = sentence.clause
    match = _BETTER.search(clause.text, clause.body_start)
    chosen, end = _chosen(clause, match.end()) if match else (None, 0)
    if match is not None and chosen is not None and _TOLD.match(clause.text, end):
        yield from _better_than_these(sentence, chosen, match.start(), None)


def _better_here(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "The barge would be better here", "better off with the barge": what the section is about is worse."""
    clause = sentence.clause
    for mention in clause.mentions:
        before = tail(clause.text, clause.body_start, mention.start)
        told = _BETTER_OFF.search(before)
        off = told is not None and bool(told["with"] or _IN_NEED.match(clause.text, mention.end))
        over_it = _CHOSEN.search(before) is not None and _OVER_IT.match(clause.text, mention.end) is not None
        opens = _IS_BETTER.match(clause.text, mention.end) is not None and _OPENS.search(before) is not None
        is_own = clause.subject == mention.key and clause.subject_span is not None
        other = End(key=clause.parent_subject, kind=clause.parent_kind or Kind.CONCEPT) if is_own else labelled(clause)
        is_told = over_it or (mention.kind is Kind.SERVICE and (opens or off))
        if is_told and mention.kind in PRODUCTS and other.key and not sentence.denies(mention):
            yield from better(clause, known(mention), other, None)


def _preferred(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "rather the barge", "favour the barge for mail", "if it rains go for the barge instead", below the raft."""
    clause = sentence.clause
    match = _PREFERRED.match(clause.text, clause.body_start)
    match = match or _IF_INSTEAD.match(clause.text, clause.body_start)
    chosen = next((m for m in clause.mentions if match and m.start in (match.end(), match.end() + 1)), None)
    if match is None or chosen is None or chosen.kind is not Kind.SERVICE or clause.subject_kind is not Kind.SERVICE:
        return
    when = match.groupdict().get("when")
    follows = _INSTEAD if when else _ALONE
    if follows.match(clause.text, chosen.end) and clause.subject_span is None:
        yield from better(clause, known(chosen), subject(clause.subject, clause), when.strip(" ,") if when else None)


def _better_than_these(sentence: Sentence, chosen: End, place: int, when: str | None) -> Iterator[EdgeDraft]:
    """The edge to what a place of the clause speaks of, or else to what the section is about."""
    clause = sentence.clause
    for other in (said_of(sentence, place)[0], labelled(clause)):
        edges = list(better(clause, chosen, other, when))
        if edges:
            yield from edges
            return


def _chosen(clause: Clause, place: int) -> tuple[End | None, int]:
    """What stands at a place: a name that is no idea, or words that are written as one; and where it ends."""
    mention = next((m for m in clause.mentions if place <= m.start <= place + len("the `")), None)
    if mention is not None:
        return (known(mention), mention.end) if mention.kind is not Kind.CONCEPT else (None, place)
    written = _WRITTEN.match(clause.text, place)
    return (free(written["name"], RelationType.HAS_FEATURE), written.end()) if written else (None, place)


_BETTER_FOR = re.compile(
    r"[`*]*\s+(?:is|are|was|would be)\s+(?:(?:much|way|far|usually|often|also|simply|just|even)\s+)*(?:the\s+|an?\s+)?"
    r"(?:better|nicer|handier|stronger|smarter|saner)(?:\s+(?:choice|option|pick|tool|fit|one|bet|place))?\s+"
    r"(?:for|at|with|in)\s+(?!(?:that|this|those|these|it|them|most|all|every|general)\b)(?=\w)",
    re.IGNORECASE,
)
_DOES_BETTER = re.compile(
    r"[`*]*\s+(?:does|do|handles?|solves?|manages?)\s+(?:it|that|this|the job|the same)\s+"
    r"(?:much |way |far |a lot )?(?:better|nicer|smarter|cheaper|faster|cleaner)\b(?! than)",
    re.IGNORECASE,
)


def _better_for(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the barge is nicer for coal", "inside the harbour the tug does the job better": what stands above is worse."""
    clause = sentence.clause
    for mention in clause.mentions:
        if mention.kind not in PRODUCTS or sentence.denies(mention):
            continue
        told, does = _BETTER_FOR.match(clause.text, mention.end), _DOES_BETTER.match(clause.text, mention.end)
        place = told or does
        end = hard_end(clause.text, place.end(), len(clause.text)) if place else 0
        if place is None or " than " in clause.text[place.end() : end]:
            continue
        is_own = clause.subject == mention.key and clause.subject_span is not None
        about = End(key=clause.parent_subject, kind=clause.parent_kind or Kind.CONCEPT) if is_own else labelled(clause)
        targets = list(purposes(clause, told.end(), end, RelationType.SUITED_TO)) if told else []
        for target in targets:
            yield edge(known(mention), RelationType.SUITED_TO, target, "better for that")
        when = f"for {clause.text[place.end() : end].strip(' .')}" if targets else None
        if about.key and (targets or does):
            yield from better(clause, known(mention), about, when)


_OR = re.compile(r"[`*]*,?\s+or\s+(?:the |an? )?[`*]*", re.IGNORECASE)


def _or_before(clause: Clause, chosen: Mention | None) -> Iterator[End]:
    """The product that may be taken as well: "the barge or the tug instead"."""
    if chosen is not None and chosen.kind is Kind.SERVICE:
        others = (m for m in clause.mentions if m.kind is Kind.SERVICE and m.end <= chosen.start)
        others = (m for m in others if m.key != clause.subject)
        yield from (known(m) for m in others if _OR.fullmatch(clause.text, m.end, chosen.start))


def better(clause: Clause, chosen: End, other: End, when: str | None) -> Iterator[EdgeDraft]:
    """The edge to what is worse, where the two may stand for one another: two wholes, or parts not of each other."""
    mention = next((m for m in clause.mentions if m.key == chosen.key), None)
    if other.kind is Kind.CONCEPT or chosen.key == other.key or (mention and _is_part(mention, clause, other)):
        return
    if chosen.key is None and (chosen.text or "").islower() and other.kind in PRODUCTS:
        return  # "above ten cars go for the long deck"
    if chosen.key is None or (chosen.kind in PRODUCTS) == (other.kind in PRODUCTS):
        for choice in (*_or_before(clause, mention), chosen):
            yield edge(choice, RelationType.USE_INSTEAD_OF, other, "beyond its reach", condition=when)


def _is_part(chosen: Mention, clause: Clause, other: End) -> bool:
    return other.key in (chosen.owner, *chosen.wholes) or chosen.key in (clause.owner, clause.parent_subject)


def _in_pairs(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "coal = the barge, mail and parcels = the train": each product is for what stands before it."""
    clause = sentence.clause
    pairs = [*_PAIR.finditer(clause.text)]
    ends = {pair.start("one"): pair for pair in pairs}
    products = [(m, ends[m.start]) for m in clause.mentions if m.start in ends and m.kind is Kind.SERVICE]
    if not 1 < len(products) == len(pairs) == clause.text.count("="):
        return
    for product, pair in products:
        is_whole = product.end >= pair.end() - len("`")
        names = [m for m in clause.mentions if m.kind in PRODUCTS and pair.start() <= m.start < product.start]
        if not is_whole or any(m.kind is Kind.SERVICE or m.end - m.start == len(pair["need"]) for m in names):
            return  # perhaps another name of it
    for product, pair in products:
        for target in purposes(clause, *pair.span("need"), RelationType.SUITED_TO):
            yield edge(known(product), RelationType.SUITED_TO, target, "paired with its use")


ANSWERS = (
    rule(_better_for, "better nicer handier stronger smarter saner cheaper faster cleaner", NAME),
    rule(_in_pairs, "="),
    rule(_asked, "?"),
    Rule(_beyond, _MORE),
    rule(_instead_if, "instead"),
    rule(_order, "better"),
    rule(_preferred, "rather prefer favour favor instead"),
    rule(_better_here, "better safer saner smarter wiser right rather go over instead before not"),
)
"""What answers a need that the line asks for or tells."""
