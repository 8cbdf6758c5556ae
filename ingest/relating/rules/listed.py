"""What the place of a line says: parts of what is above it, and items below a lead-in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.names import is_ordinary, singular
from graph.vocabulary import PRODUCTS, Direction, Kind, RelationType
from ingest.outlining.deciding import deciding_columns
from ingest.relating.ends import ALSO_THERE, edge, ends_of, free, known, named_ends, subject
from ingest.relating.error_names import ERROR
from ingest.relating.phrases import Piece, clean, free_end, hard_end, heads_of_parts, pieces
from ingest.relating.plain_words import PRONOUNS, names_place
from ingest.relating.purposes import purposes
from ingest.relating.rules.first_kind import WHAT
from ingest.relating.rules.label_lists import sorts_items
from ingest.relating.rules.silent import relation_of_role
from ingest.relating.sentence import Sentence
from ingest.terms import begins_as_deed, is_verb, names_a_thing, word_list
from ingest.values import Clause, EdgeDraft, End, LeadIn, Mention

_PARTS = (RelationType.HAS_FEATURE, RelationType.KIND_OF, RelationType.RAISES)
_SUITS = (RelationType.SUITED_TO, RelationType.NOT_SUITED_TO)
_FLOWING = (RelationType.INTEGRATES_WITH, RelationType.USES, RelationType.SUPPORTS)
_WITH_PARTS = (RelationType.HAS_FEATURE, RelationType.KIND_OF, RelationType.SUPPORTS)
_OTHERS = (RelationType.USE_INSTEAD_OF, RelationType.REPLACES)
_WHERE = re.compile(
    r"where (?:(?:the|its|our|all) )?(?:data|state|files|things|stuff|everything)"
    r"(?: (?:lives?|is|are|goes|go|kept|stored|lies?|sits?))+$",
    re.IGNORECASE,
)
"""A title over places, each behind what is kept there; other things below it may be ways to keep data."""
_KEPT_THERE = LeadIn(RelationType.STORES_IN, Direction.OUT, "lead-in: kept there")
_PLACES = (RelationType.STORES_IN, RelationType.RUNS_ON)
_MAY_BE_FREE = (RelationType.HAS_FEATURE, RelationType.KIND_OF, RelationType.SUPPORTS, RelationType.REQUIRES)
_DIGIT = re.compile(r"\d")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|can|cannot|can't|will|must|should|does|do|don't|doesn't|you|u|it|we)\b",
    re.IGNORECASE,
)
_ERROR_KEY = re.compile(r"(?:exception|error|backoff)s?$|^[45]\d\d(?!\d)")
PART_OF_OWNER = "part of its owner"
PART_BY_LABEL = "part by its label"
BELOW_ITS_HEADING = "named below its heading"
MEMBER_OF_CLASS = "member of the class above"
TITLE_OF_TWO = "title of two"
"""The rule of "X vs Y": it sets nothing for the lines below."""
_ONTO = re.compile(r"`?\s+(?:on|in|with|for|an?|the)\s", re.IGNORECASE)
_DENIED_CELL = re.compile(r"\s*(?:no|none|not?|n/a|-|–|—|✗|x)\s*$", re.IGNORECASE)
_SUITS_BEHIND = re.compile(
    r"\s*\b(?:(?:is|are|not|mainly|only|also|really|very)\s+)*(?:(?:good|great|best|better|ideal|perfect|bad|poor|made|meant|"
    r"suited|suitable|useful|fine|ok)\s+)?(?:for|when|if|with|at|in|shines|suits|fits|uses?|use cases?|to|what)\b.*$",
    re.IGNORECASE,
)
_ADVISED = re.compile(
    r"^(?:when to\s+|why\s+|do not\s+|don't\s+|dont\s+|never\s+|where\s+|what\s+|use cases?\b|good\b|great\b|best\b|"
    r"ideal\b|perfect\b|bad\b|not\b|also\b|mainly\b|useful\b|recommended\b|suitable\b|typical\b|common\b)*\s*"
    r"(?:(?:use|uses|choose|pick|take|avoid|used|made|meant|designed|suited)\b\s*)?",
    re.IGNORECASE,
)
_DOES = re.compile(r"[a-z]{3,}[^s]s\s+[\w-]+\s+(?:to|from|in|on|into|with|for|via|by)\b")
"""A cell that tells what a thing does, and not what it is for: "ships crates to the quay"."""
_LINKS = (RelationType.TRIGGERS, RelationType.READS_FROM, RelationType.SENDS_TO, RelationType.INTEGRATES_WITH)
_SORTS = frozenset({"type", "kind", "category"})
_INITIALS = re.compile(r"[A-Z]{2,6}")
_ARROW = re.compile(r"\s(?:->|=>|→)\s")
"""Behind it stands what comes of an item, or what it is for."""
_ASIDE = re.compile(r"\s+(?:for|as|when|if)\s", re.IGNORECASE)
MAX_ITEM_WORDS = 6
MAX_FREE_WORDS = 4
_COUNT = re.compile(r"^(?:\d+|two|three|four|five|six|seven|eight)\s+", re.IGNORECASE)


_HELP = re.compile(
    r"\s*(?:it |they )?(?:(?:won['’]?t|can['’]?t|cannot|will not|does ?n[o'’]?t|do ?n[o'’]?t) )?(?:really )?"
    r"helps? (?:you )?(?:with |to |against )?",
    re.IGNORECASE,
)
"""Below what a thing is not for, before what it does not help with."""


def listed(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges that come from where the clause stands."""
    clause = sentence.clause
    yield from _part(clause)
    yield from _columns(sentence)
    lead = clause.lead
    if lead is None and clause.label is None and not clause.hypothetical and _WHERE.match(clause.frame):
        lead = _KEPT_THERE if ALSO_THERE.match(clause.text) else None  # "nets in the loft"
    if lead is None or clause.hypothetical or lead.rule == TITLE_OF_TWO:
        return
    is_idea = clause.subject_kind is Kind.CONCEPT and clause.label is not None
    if is_idea and (lead.relation, lead.direction) == (RelationType.READS_FROM, Direction.OUT):
        return  # "Source: the harbour book"
    about = clause.lead_subject or clause.subject
    if lead.relation is RelationType.USES and clause.label is not None and names_place(clause.label):
        yield from _items(sentence, about, lead, clause.body_start)  # below "Rigging": "sails: Dacron, Nylon"
        return
    if lead.relation in _LINKS and sorts_items(clause):
        yield from _items(sentence, about, lead, clause.body_start)  # below "Who moors here": "by day: Ferry, Barge"
        return
    if clause.lead_subject is not None and clause.lead_subject != clause.subject:
        is_item = clause.parent_subject == about or lead.relation in _PARTS
        if is_item and (lead.relation is not RelationType.INTEGRATES_WITH or clause.subject_kind in PRODUCTS):
            yield from _item(about, lead, subject(clause.subject, clause), sentence)
        elif lead.relation in _SUITS and clause.label is None and clause.subject_span is None:
            yield from _items(sentence, clause.subject, lead, 0)  # "When to use each:", then the name of one
        return
    own = clause.label is not None and clause.lead_subject is None
    if own and lead.relation in _SUITS and (other := _named_in_label(clause)) is not None:
        yield from _suited(clause, other, lead)
        return
    yield from _items(sentence, about, lead, clause.body_start if own else 0)


def _named_in_label(clause: Clause) -> End | None:
    """What a label itself says is good for something, where that is not what the clause is about: "barge when: …"."""
    name = clean(_ADVISED.sub("", _SUITS_BEHIND.sub("", clause.label or "")))
    if not name or name.lower() in PRONOUNS or not names_a_thing(name) or _is_slip(clause, name):
        return None
    key, words = bare_key(clause.subject), slug(name)
    named = [m for m in clause.mentions if m.end <= clause.body_start]
    if words in key or key in words or any(m.key == clause.subject for m in named):
        return None
    return known(named[-1]) if named else free(name, RelationType.HAS_FEATURE)


def _is_slip(clause: Clause, name: str) -> bool:
    """Whether a lone word of a label is neither English nor a name: "not suitabel for"."""
    is_word = " " in name or not name.isalpha() or not name.islower() or is_ordinary(name)
    return not is_word and not any(m.end <= clause.body_start for m in clause.mentions)


def _suited(clause: Clause, about: End, lead: LeadIn) -> Iterator[EdgeDraft]:
    stop = hard_end(clause.text, clause.body_start, len(clause.text))
    for target in purposes(clause, clause.body_start, stop, lead.relation):
        yield edge(about, lead.relation, target, lead.rule)


def _part(clause: Clause) -> Iterator[EdgeDraft]:
    """A feature that is the subject is a part of what it belongs to, or of what stands above its label."""
    if clause.subject_kind is not Kind.FEATURE or clause.subject_span is not None:
        return
    item = subject(clause.subject, clause)
    relation = RelationType.RAISES if _ERROR_KEY.search(clause.subject) else RelationType.HAS_FEATURE
    owner, above = clause.owner, clause.parent_subject
    is_sort = relation is RelationType.RAISES and bare_key(owner or "").endswith(("code", "error", "errors"))
    if owner and owner != clause.subject and not is_sort:
        yield edge(End(key=owner), relation, item, PART_OF_OWNER)
    wholes = next((m.wholes for m in clause.mentions if m.key == clause.subject), ())
    if above and above != clause.subject and (not owner or above in wholes) and not is_told_otherwise(clause, above):
        yield edge(End(key=above), relation, item, PART_BY_LABEL)
    if above and owner and above not in (owner, clause.subject) and _is_class(clause, above):
        yield edge(End(key=above), relation, item, MEMBER_OF_CLASS)


def _is_class(clause: Clause, above: str) -> bool:
    """Whether the words right above name a part that is a class of parts: a short plural, or what items hang below."""
    words = clause.frame.rstrip(" :").lower().split()
    if clause.parent_kind is not Kind.FEATURE or not words or {"and", "&", "vs"} & set(words) or _is_deed(words):
        return False
    if clause.nested:
        return True
    last, item = singular(words[-1]), singular(bare_key(clause.subject).rpartition("-")[2])
    is_beside = item == last and singular(bare_key(above)) not in clause.subject  # "tide tables", "fare tables"
    return last != words[-1] and not is_beside


def _is_deed(words: list[str]) -> bool:
    """Whether the words above are a deed; a lone plural ("Brakes") is a noun also where it may be a verb."""
    return is_verb(words[0]) and not (len(words) == 1 and words[0].endswith("s"))


def _columns(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The cells of a table's row, below titles that set a relation ("Good for", "Languages"), say what a thing is
    ("What") or name a place in it ("Database")."""
    clause = sentence.clause
    if not clause.columns or deciding_columns([title for title, *_ in clause.columns]) is not None:
        return  # "need | use": the need does not use it
    for title, start, end in clause.columns:
        if _DENIED_CELL.match(clause.text, start, end):
            continue
        lead = sentence.lexicon.lead_in(title)
        if lead is None:
            yield from _cell(sentence, title.lower().strip(" ?*_"), start, end)
        elif not (lead.relation in _SUITS and _DOES.match(clause.text, start, end)):
            yield from _items(sentence, clause.subject, lead, start, end, title)


def _cell(sentence: Sentence, title: str, start: int, end: int) -> Iterator[EdgeDraft]:
    """What a cell says below a title that sets no relation by itself."""
    clause = sentence.clause
    about, inside = subject(clause.subject, clause), [m for m in clause.mentions if start <= m.start and m.end <= end]
    words = clean(clause.text[start:end])
    whole = next((m for m in inside if m.end - m.start >= len(words)), None)
    if title in WHAT and sentence.lexicon.names_kind(words.lower().rpartition(" ")[2]) and not begins_as_deed(words):
        is_idea = whole is not None and whole.kind is Kind.CONCEPT
        target = known(whole) if whole is not None and is_idea else free(words, RelationType.KIND_OF)
        yield edge(about, RelationType.KIND_OF, target, "kind in a column")
    elif whole is not None and whole.kind in PRODUCTS and title.rpartition(" ")[2] in word_list("roles"):
        yield edge(about, relation_of_role(title), known(whole), "fills the place of its column")


def _item(about: str, lead: LeadIn, item: End, sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edge between what the lead-in is about and one of its items.

    "Types of queues" below a service: the queues are parts of the service; below what is itself a part, its kinds.
    """
    clause = sentence.clause
    relation, inverse = lead.relation, lead.direction is Direction.IN
    if relation is RelationType.HAS_FEATURE and item.key and item.kind in PRODUCTS:
        relation = relation if inverse else RelationType.SUPPORTS
    elif relation is RelationType.KIND_OF and inverse:
        if clause.owner and clause.owner != about:
            yield edge(End(key=clause.owner), RelationType.HAS_FEATURE, item, lead.rule)
        elif clause.owner == about or (about == clause.subject and clause.subject_kind is Kind.SERVICE):
            relation, inverse = RelationType.HAS_FEATURE, False
    yield edge(End(key=about), relation, item, lead.rule, inverse=inverse, condition=lead.condition)
    group = group_of(sentence)
    if relation is RelationType.HAS_FEATURE and group and item.kind is Kind.FEATURE:
        yield edge(free(group, relation), relation, item, "member of a group")
        yield edge(item, RelationType.KIND_OF, free(group, relation), "kind of a group")


def is_told_otherwise(clause: Clause, above: str) -> bool:
    """Whether the lead-in above says how what hangs below it goes with its thing, and that it is no part of it."""
    return clause.lead is not None and clause.lead_subject == above and clause.lead.relation not in _WITH_PARTS


def lists_no_parts(clause: Clause) -> bool:
    """Whether a lead-in tells what may take a thing's place, or a line's own label what else it has to do with."""
    if clause.lead is None:
        return False
    is_own = clause.label is not None and clause.lead_subject is None
    return clause.lead.relation in _OTHERS or (is_own and clause.lead.relation not in _WITH_PARTS)


def group_of(sentence: Sentence) -> str | None:
    """The words above or before a list of parts, where they name a kind of part themselves ("mooring rings")."""
    clause = sentence.clause
    lead = clause.lead
    if lead is None or lead.relation is not RelationType.HAS_FEATURE:
        return None
    own = clause.label is not None and clause.lead_subject is None
    text = _COUNT.sub("", clean(clause.label if own and clause.label else clause.frame))
    is_own = singular(slug(text)) == singular(bare_key(clause.lead_subject or clause.subject))
    is_thing = len(text.split()) == 2 and names_a_thing(text) and not _DIGIT.search(text)
    is_own = is_own or text.partition(" ")[0].lower() in word_list("emphasis")  # "key parts"
    return text if is_thing and not is_own and sentence.lexicon.lead_in(text) == lead else None


_USED = LeadIn(RelationType.USES, Direction.OUT, "lead-in: uses")
_IS_USES = re.compile(r"\W*(?:it |also )*uses\W*", re.IGNORECASE)


def _are_used(clause: Clause, title: str | None, targets: list[End]) -> bool:
    """Whether "uses" over or before a list is a verb: a product stands in that list."""
    own = clause.label is not None and clause.lead_subject is None
    said = title or (clause.label if own else clause.frame) or ""
    return _IS_USES.fullmatch(said) is not None and any(e.key and e.kind in PRODUCTS for e in targets)


def _items(
    sentence: Sentence, about: str, lead: LeadIn, start: int, stop: int | None = None, title: str | None = None
) -> Iterator[EdgeDraft]:
    """The parts of an item below a lead-in, or below the title of a column, as names or as free words."""
    clause = sentence.clause
    stop = len(clause.text) if stop is None else stop
    if lead.relation in _PLACES and (there := ALSO_THERE.match(clause.text, start, stop)) is not None:
        start = there.end()  # below "Where things are": "nets in the loft"
    if lead.relation is RelationType.RAISES:
        for match in ERROR.finditer(clause.text, start, stop):
            target = _named(clause, match.start(), match.end()) or free(match[0], lead.relation)
            yield from _item(about, lead, target, sentence)
        return
    if lead.relation in _SUITS:
        yield from _uses(sentence, about, lead, start, stop, title)
        return
    arrow = _ARROW.search(clause.text, start, stop)
    end = free_end(clause.text, start, arrow.start() if arrow and arrow.start() > start else stop)
    words = len(clause.text[start:end].split())
    names = [m for m in clause.mentions if start <= m.start and m.end <= end]
    first = sentence.index_at(start)
    denied = any(word.lower in sentence.lexicon.negations for word in sentence.words[first : first + 2])
    if denied or _VERB.search(clause.text, start, hard_end(clause.text, start, stop)):
        return
    if lead.relation is RelationType.HAS_FEATURE and (heads := heads_of_parts(clause.text, start, stop)):
        for first_, last in heads:
            for target in ends_of(clause, first_, last, lead.relation):
                yield from _item(about, lead, target, sentence)
        return
    parts = pieces(clause.text, start, end)
    if words > MAX_ITEM_WORDS * max(1, len(names)) and any(" " in piece.text for piece in parts):
        return
    if lead.relation is not RelationType.HAS_FEATURE:
        parts = [_without_aside(clause, piece) for piece in parts]
    for target in named_ends(clause, parts, lead.relation):
        if lead.relation is RelationType.INTEGRATES_WITH and (
            _is_step(sentence, target.text or "") or any(m.key == target.key and m.owner == about for m in names)
        ):
            continue
        if lead.relation is RelationType.KIND_OF and lead.direction is Direction.OUT:
            target = _as_sort(sentence, target)
            if not _is_sort(sentence, target):
                continue
        free_words = len((target.text or "").split())
        if free_words and lead.relation in _FLOWING and _says_nothing(sentence, target.text or ""):
            continue
        if free_words and any(m.key == about for m in names):
            continue  # "the ferry rouses the crane" says more than a name does
        opening = (target.text or "").lower().split(" ")[0]
        if free_words > 1 and (opening in sentence.lexicon.prepositions or opening in ("always", "never", "not")):
            continue  # "from the quay", "always two ropes"
        if free_words > 2 and is_verb(opening):
            continue  # a step to take, no thing
        if not free_words or names or free_words <= (MAX_FREE_WORDS if lead.relation in _MAY_BE_FREE else 2):
            yield from _item(about, lead, target, sentence)


def _uses(
    sentence: Sentence, about: str, lead: LeadIn, start: int, stop: int, title: str | None
) -> Iterator[EdgeDraft]:
    """What an item below "good for" or "not for" names; what it only uses, where its title says so."""
    clause = sentence.clause
    if lead.relation is RelationType.NOT_SUITED_TO and (deed := _deed_at(clause, start)) is not None:
        about, start = deed.key, deed.end
    if lead.relation is RelationType.NOT_SUITED_TO and (helps := _HELP.match(clause.text, start)) is not None:
        start = helps.end()
    targets = list(purposes(clause, start, hard_end(clause.text, start, stop), lead.relation))
    lead = _USED if _are_used(clause, title, targets) else lead
    for target in targets:
        yield from _item(about, lead, target, sentence)


def _without_aside(clause: Clause, piece: Piece) -> Piece:
    """A name without what it is there for: "Tar for the hull", but "Tar for Hulls" where both are names."""
    name = next((m for m in clause.mentions if m.start == piece.start and m.kind in PRODUCTS), None)
    aside = _ASIDE.match(clause.text, name.end, piece.end) if name is not None else None
    if name is None or aside is None or any(m.start == aside.end() for m in clause.mentions):
        return piece
    return Piece(clause.text[name.start : name.end], name.start, name.end)


def _as_sort(sentence: Sentence, target: End) -> End:
    """What stands behind "Type:", also where what is written as a sort of thing is a name, too: "chart service"."""
    clause = sentence.clause
    named = next((m for m in clause.mentions if m.key == target.key and m.kind is not Kind.CONCEPT), None)
    words = clause.text[named.start : named.end] if named is not None else ""
    is_sort = words.islower() and sentence.lexicon.names_kind(words.rpartition(" ")[2])
    return free(words, RelationType.KIND_OF) if is_sort else target


def _is_sort(sentence: Sentence, target: End) -> bool:
    """Whether what stands behind "Type:" is a sort of thing, and no name or deed: "document store", not "Barge"."""
    words = (target.text or "").split()
    if target.key is not None:
        return target.kind is Kind.CONCEPT
    if len(words) == 1 and _INITIALS.fullmatch(words[0]) and (sentence.clause.label or "").lower() in _SORTS:
        return True  # "Type: DBMS"
    return sentence.lexicon.names_kind(words[-1].lower()) or ((target.text or "").islower() and not is_verb(words[0]))


def _says_nothing(sentence: Sentence, text: str) -> bool:
    """Whether free words below "works with" are only a title of others: "Architecture", "Harbour services"."""
    return sentence.lexicon.is_transparent(text) or text.lower().rpartition(" ")[2] in (
        "services",
        "products",
        "others",
    )


def _deed_at(clause: Clause, start: int) -> Mention | None:
    """The part that opens what one must not do, and what it must not be done to: "`lift` on a wet deck"."""
    first = next((m for m in clause.mentions if start <= m.start <= start + 1), None)
    is_part = first is not None and first.kind in (Kind.FEATURE, Kind.CONCEPT)
    return first if first is not None and is_part and _ONTO.match(clause.text, first.end) else None


def _named(clause: Clause, start: int, end: int) -> End | None:
    return next((known(m) for m in clause.mentions if m.start < end and start < m.end), None)


def _is_step(sentence: Sentence, text: str) -> bool:
    """Whether free words below "works with" are a step to take, and no partner: "Configure", "put X on your Y"."""
    words, lexicon = text.lower().split(), sentence.lexicon
    behind = set(words[1:])
    is_said = not (behind.isdisjoint(lexicon.prepositions) and behind.isdisjoint(lexicon.fillers))
    return bool(words) and (is_verb(words[0]) or is_said)
