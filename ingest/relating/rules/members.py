"""Members of the list behind a label: kinds of it, parts of it, or what is supported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.names import singular
from graph.quantities.words import quantity_words, without_count
from graph.vocabulary import PRODUCTS, Direction, Kind, RelationType
from ingest.relating.ends import edge, ends_of, free, known, labelled, subject
from ingest.relating.error_names import ERROR
from ingest.relating.gates import rule
from ingest.relating.other_parts import PREPOSITION
from ingest.relating.phrases import Piece, clean, free_end, hard_end, heads_of_parts, list_parts
from ingest.relating.plain_words import is_noun
from ingest.relating.rules.fitting import uses_behind_label
from ingest.relating.rules.nouns import VERB
from ingest.relating.rules.sums import sum_of
from ingest.relating.rules.variants import MIN_MEMBERS, variants, ways_of_aspects
from ingest.relating.sentence import LABEL, PLAIN, Sentence
from ingest.terms import is_property, is_sentence, is_verb, word_list
from ingest.values import Clause, EdgeDraft, End

MAX_EXAMPLE_WORDS = 3
_BEHIND_NOUN = re.compile(r"\s(?:for|of|in|with|on)\s")
_MEASURED = re.compile(r"`?\s*(?:[<>=~≤≥]|(?:max|min|up to|under|over|below|above|default|is|defaults to)\b)?\s*\d")
"""Behind a name it gives a figure of it."""
_FILLED = frozenset(["store", "storage", "backend", "database", "db", "broker", "registry", "queue", "cache"])
"""What something else fills: a label of one of these only names the place."""
_ADVISED = re.compile(r"(?:->|=>|→)\s*(?:so |then |just )?(?:use|take|pick|good|great|best|ideal)\b", re.IGNORECASE)
_EXAMPLES = re.compile(
    r"(?:^including|(?<=[a-z]),? including(?= [a-z]+ing\b)"
    r"|\b(?:includes?|contains?|has|have|comes? with)\b[^.;:]{1,120}?\s[-–(]\s?think"
    r"|\b(?:features?|capabilities|functions?|extras)\s*,?\s+(?:like|such as|including|e\.g\.))\s+(?=\w)",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"(?:it )?(?:needs|requires|wants) (?:an? |some |one )(?P<what>[a-z][\w-]*(?: [a-z][\w-]*)?)$", re.IGNORECASE
)

_NEEDS = re.compile(r"(?:it |also )*(?:needs|requires|wants) (?!an? |some |one )[a-z].*s$", re.IGNORECASE)


def _behind_label(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges of the list behind a label."""
    clause = sentence.clause
    if clause.label is not None and (clause.lead is None or clause.lead_subject is not None):
        yield from variants(sentence) if sentence.may_list() else ()
        yield from ways_of_aspects(sentence)
    if clause.label is None or clause.lead is not None or clause.subject_span is not None:
        return
    yield from _needed(sentence)
    yield from _measured(sentence)
    if sentence.may_list() and not _ADVISED.search(clause.text, clause.body_start):
        yield from () if uses_behind_label(sentence) else _label_list(sentence)
        yield from sum_of(sentence)


def _examples(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "comes with extras like a bell, lamps and oars": the parts that are given as examples."""
    clause = sentence.clause
    match = _EXAMPLES.search(clause.text) if clause.subject_kind is not Kind.CONCEPT else None
    if match is None or set(clause.text[: match.start()].lower().split()) & sentence.lexicon.negations:
        return
    end = free_end(clause.text, match.end(), len(clause.text))
    for item in ends_of(clause, match.end(), end, RelationType.HAS_FEATURE):
        text = item.text or ""
        is_said = match[0].rstrip().endswith("think") or is_noun(text)
        if item.key is None and not (len(text.split()) <= MAX_EXAMPLE_WORDS and is_said):
            return
        yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, item, "part for example")


def _needed(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Needs a pier: Dover or Calais": what is needed, and what may fill the place; "needs two papers: pass, visa"."""
    clause = sentence.clause
    about = subject(clause.subject, clause)
    if _NEEDS.match(clause.label or ""):
        ends, are_members = _members_listed(clause, explained=True)
        for item in ends if are_members else ():
            yield edge(about, RelationType.REQUIRES, item, "needed by a label")
    match = _NEEDED.match(clause.label or "")
    if match is None:
        return
    yield edge(about, RelationType.REQUIRES, free(clean(match["what"]), RelationType.REQUIRES), "needed by a label")
    end = free_end(clause.text, clause.body_start, len(clause.text))
    for item in ends_of(clause, clause.body_start, end, RelationType.SUPPORTS):
        if item.key is not None and item.kind in PRODUCTS:
            yield edge(about, RelationType.SUPPORTS, item, "fills a need")


def _measured(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "oven settings: preheatTime 5 min, MAX_HEAT 250": what is written as a name and has a figure is a part."""
    clause = sentence.clause
    about = labelled(clause)
    if " " not in (clause.label or "").strip():
        return  # a figure beside others, and no title of theirs
    for mention in clause.mentions:
        if mention.rule != "written as a name" or mention.kind is not Kind.FEATURE or mention.start < clause.body_start:
            continue
        before = clause.text[clause.body_start : mention.start].rstrip(" `")
        is_item = not before or before[-1] in ",;(+/&" or before.endswith((" and", ")"))
        is_error = ERROR.fullmatch(clause.text, mention.start, mention.end) is not None
        if is_item and not is_error and _MEASURED.match(clause.text, mention.end) and mention.key != about.key:
            yield edge(about, RelationType.HAS_FEATURE, End(key=mention.key, kind=mention.kind), "measured part")


MIN_PRODUCTS = 3
"""Members of a list that are known as products, from which on the others are taken for such, too."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NO_TITLE = frozenset("=≠")
_LABEL_AGAIN = re.compile(r"[,;/] [^,;:=()]{1,40}(?::| =) ")
"""A second thing that is told of by itself: "tug: coal, launch: diesel"."""


def _is_plural(clause: Clause) -> bool:
    """Whether a label's noun, before what a known thing is for, is a plural; "Redis" is none."""
    label = (clause.label or "").strip(" :)")
    is_name = any(m.start <= 1 and m.end >= len(label) for m in clause.mentions)
    noun = (label if is_name else _BEHIND_NOUN.split(label)[0]).rpartition(" ")[2].lower()
    return singular(noun) != noun and not noun.endswith("ous")


def _tells_flow(sentence: Sentence, label: str) -> bool:
    """Whether a label tells which way things go, and a product stands behind it: "consumers: Ferry, Barge"."""
    lead, clause = sentence.lexicon.lead_in(label), sentence.clause
    behind = any(m.kind is Kind.SERVICE and m.start >= clause.body_start for m in clause.mentions)
    return behind and lead is not None and lead.relation in (RelationType.READS_FROM, RelationType.SENDS_TO)


def _label_list(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "CNI plugins: Calico, Cilium": the members of a kind; "tables: filter, nat": the parts of a thing."""
    clause = sentence.clause
    if (
        clause.label is None
        or clause.needs
        or clause.subject_kind is Kind.CONCEPT
        or _NO_TITLE.intersection(clause.text[: clause.body_start])
        or _NEEDS.match(clause.label)
        or sentence.lexicon.is_transparent(clause.label)
        or _tells_flow(sentence, clause.label)
        or any(h.phrase.direction is Direction.IN for h in sentence.hits_between(clause.body_start, len(clause.text)))
    ):
        return
    is_class = _is_plural(clause) and not is_sentence(clause.label)  # "The depot lends boats: gigs, rafts"
    if not is_class and _LABEL_AGAIN.search(clause.text, clause.body_start):
        return
    about = _filled(clause) or labelled(clause)
    ends, are_members = _members_listed(clause, explained=is_class)
    if all(e.key is None and " " not in (e.text or "") for e in ends) and any(is_property(e.text or "") for e in ends):
        return  # "gigs: fast, cheap"
    technologies = [e for e in ends if e.key and e.kind is Kind.TECHNOLOGY]
    if not are_members:
        for item in [e for e in ends if e in technologies or _is_other(e)] if len(technologies) > 1 else ():
            yield edge(about, RelationType.SUPPORTS, item, "supported by a label")
        return
    strangers = _strange_products(ends)
    for item in ends:
        if (len(technologies) > 1 and _is_other(item)) or item in strangers:
            yield edge(about, RelationType.SUPPORTS, item, "supported by a label")
        elif is_class and not (item.key and item.kind in PRODUCTS):
            yield from _of_class(sentence, about, item)
        else:
            yield from _taken(sentence, about, item, ends, is_class=is_class)


def _strange_products(ends: list[End]) -> list[End]:
    """Those of a list of mostly known products that are not known."""
    products = [e for e in ends if e.key and e.kind in PRODUCTS]
    if len(products) < MIN_PRODUCTS or 2 * len(products) <= len(ends):
        return []
    return [e for e in ends if e not in products]


def _members_listed(clause: Clause, *, explained: bool) -> tuple[list[End], bool]:
    """The names of the list behind a label, and whether each of its parts is one; of a class, each may be explained."""
    start, stop = clause.body_start, len(clause.text)
    heads = heads_of_parts(clause.text, start, stop) if explained else []
    named = [e for a, b in heads for e in ends_of(clause, a, b, RelationType.HAS_FEATURE)]
    if len(named) == len(heads) > 1 and all(map(_is_member, named)):
        return _called_after(clause, named), True
    end = free_end(clause.text, start, stop)
    parts = list_parts(clause.text, start, end)
    if len(parts) < 2 or VERB.search(clause.text, start, hard_end(clause.text, start, stop)):
        return [], False
    ends = list(ends_of(clause, start, end, RelationType.HAS_FEATURE))
    are_members = len(ends) == len(parts) > 1 and all(map(_is_member, ends))
    return (_called_after(clause, ends) if are_members else ends), are_members


def _called_after(clause: Clause, members: list[End]) -> list[End]:
    """Members of a known class that are called after other things, beside some that are not: "ferries: day, Dover"."""
    label = clause.label or ""
    is_class = any(
        m.rule in ("pack", "alias") and m.kind is Kind.FEATURE and m.end == len(label) for m in clause.mentions
    )
    if not is_class or singular(label) == label or all(e.key for e in members):
        return members
    return [_after(clause, e, singular(label)) if e.kind in PRODUCTS and e.key else e for e in members]


def _after(clause: Clause, item: End, noun: str) -> End:
    name = next(m for m in clause.mentions if m.key == item.key and m.start >= clause.body_start)
    return free(f"{clause.text[name.start : name.end]} {noun}", RelationType.HAS_FEATURE)


def _taken(sentence: Sentence, about: End, item: End, ends: list[End], *, is_class: bool) -> Iterator[EdgeDraft]:
    """A member that has a name of its own: of the sort that the label names, or what the thing takes."""
    clause = sentence.clause
    label = clause.label or ""
    is_sort = is_class or (clause.subject_kind is not Kind.SERVICE and _is_sort(sentence, label))
    of_label = bare_key(clause.subject) in slug(label) or clause.parent_subject is not None
    of_label = of_label and _NEEDED.match(label) is None  # "needs a pier: Dover, Calais" tells what fills the need
    if item.kind in PRODUCTS and item.key:
        is_product = clause.subject_kind is Kind.SERVICE  # "the depot stores: barge, ferry" makes none of them a depot
        is_format = item.kind is Kind.TECHNOLOGY and clause.subject_kind is Kind.FEATURE  # "letters: Morse or Braille"
        if (
            of_label
            and not is_format
            and is_sort
            and not is_product
            and all(e.key and e.kind is not Kind.CONCEPT for e in ends)
        ):
            yield edge(item, RelationType.KIND_OF, about, "members of a label")
            if (whole := _whole_of(sentence, about)) is not None:
                yield edge(End(key=whole), RelationType.SUPPORTS, item, "taken by the whole")
        else:
            yield edge(about, RelationType.SUPPORTS, item, "supported by a label")


def _of_class(sentence: Sentence, about: End, item: End) -> Iterator[EdgeDraft]:
    """A member of the class that a label in the plural names: a part of the whole, one of the class, a kind of it."""
    clause, label = sentence.clause, sentence.clause.label or ""
    owner = clause.parent_subject or clause.owner
    yield edge(End(key=owner) if owner else about, RelationType.HAS_FEATURE, item, "parts of a plural label")
    if "," in label:  # "a depot sells passes, sorts: day, night"
        group = free(label.rpartition(",")[2].strip(), RelationType.HAS_FEATURE)
    else:
        group = about if clause.parent_subject is not None else _class_named(clause)
    if sentence.lexicon.is_transparent(label):
        return
    yield edge(group, RelationType.HAS_FEATURE, item, "member of a plural label")
    is_product = group.kind is Kind.SERVICE and label[:1].isupper()  # "Organizations: accounts, …"
    is_one = (
        group.key is not None and _IN_S.search(bare_key(group.key)) is not None and any(map(str.isupper, label[1:]))
    )
    if not is_product and not is_one:  # "BoatSets: same crew, other boats"
        yield edge(item, RelationType.KIND_OF, group, "kind of a plural label")


_IN_S = re.compile(r"[^s]s$")


def _class_named(clause: Clause) -> End:
    """What a label calls its members, whatever it says of them: "Ropes for wet days: …" names ropes."""
    label = clause.label or ""
    start = clause.text.find(label)
    cut = PREPOSITION.search(clause.text, start, start + len(label))
    words = without_count(clean(clause.text[start : cut.start() if cut else start + len(label)]))
    noun = Piece(words, start, start + len(label))
    named = next((m for m in clause.mentions if m.start == start and m.end == (cut.start() if cut else noun.end)), None)
    return (
        known(named) if named is not None and named.kind is Kind.FEATURE else free(noun.text, RelationType.HAS_FEATURE)
    )


def _filled(clause: Clause) -> End | None:
    """What has a place to be filled, where the label only names the place: "db: X, Y or Z"."""
    place = (clause.label or "").rstrip(" :").lower()
    is_place = place in _FILLED or place.removesuffix("s") in _FILLED
    is_own = bare_key(clause.subject).endswith(slug(place)) or clause.parent_subject is not None
    has_it = clause.parent_subject if is_own else clause.subject
    return End(key=has_it) if is_place and has_it else None


def _whole_of(sentence: Sentence, part: End) -> str | None:
    """What a part that a label names is known to belong to, where that stands above: it takes what the part takes."""
    named = next((m for m in sentence.clause.mentions if m.key == part.key and m.kind is Kind.FEATURE), None)
    return named.owner if named is not None and named.rule in ("pack", "alias") else None


def _is_other(item: End) -> bool:
    """Whether a member of a list of names without one of its own is a short word for a thing ("js")."""
    words = (item.text or "").lower().split()
    return item.key is None and len(words) == 1 and not is_verb(words[0]) and is_noun(words[0])


def _is_sort(sentence: Sentence, label: str) -> bool:
    """Whether a label in the singular says what its members are ("container runtime"), and no place that they fill."""
    last = label.rstrip(" :").lower().rpartition(" ")[2]
    return sentence.lexicon.names_kind(last) and last not in _FILLED


def _is_member(item: End) -> bool:
    words = (item.text or "").lower().split()
    if any(word[0].isdigit() for word in words[1:]):
        return False  # "fee 5"
    return item.key is not None or (len(words) <= 2 and not (len(words) > 1 and is_verb(words[0])))


_COUNT = r"(?:\d+|two|three|four|five|six)\s+"
_ITEM = r"[\w.-]+(?: [\w.-]+)?"
_CLASS_AND_MEMBERS = re.compile(
    rf"(?P<count>{_COUNT})?(?P<noun>[a-z][\w-]*(?: [a-z][\w-]*)?[^\Wsui]s)(?P<sign>\s*=\s*|\s+are\s+(?=.* or )|\s+)"
    rf"(?P<list>{_ITEM}(?:(?:\s*[,/]\s*|,?\s+(?:or|and)\s+){_ITEM})+)\s*(?:$|[-=]>|→|\.\s)",
    re.IGNORECASE,
)
"""A noun in the plural, and what there is of it: "4 gears = one / two / low / high", "gears are low, high or both"."""
_BETWEEN_MEMBERS = re.compile(r"\s*[,/]\s*|,?\s+(?:or|and)\s+")


def _beside_class(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "sails are square, lateen or none", "sails square, lateen, none": members that no label is parted from."""
    clause = sentence.clause
    if clause.columns or clause.subject_kind is Kind.CONCEPT:
        return
    match = _CLASS_AND_MEMBERS.match(_BRACKETS.sub("", clause.text))
    if match is None:
        return
    noun, sign = match["noun"], match["sign"].strip()
    items = _BETWEEN_MEMBERS.split(match["list"])
    members = [clean(item) for item in items]
    if any(item.rstrip(" .").lower().endswith(" only") for item in items):
        return  # "sails cheaper, canvas only"
    named = next((m for m in clause.mentions if clause.text[m.start : m.end] == noun), None)
    is_class_noun = noun.lower().rpartition(" ")[2] in word_list("class nouns")
    is_class = named.kind is Kind.FEATURE if named is not None else is_class_noun or (bool(sign) and is_noun(noun))
    is_counted = match["count"] is not None if sign == "=" else True
    if len(members) < MIN_MEMBERS or not (is_class and is_counted) or not all(map(_is_free_member, members)):
        return
    group = known(named) if named is not None else free(noun, RelationType.HAS_FEATURE)
    for item in members:
        mention = next((m for m in clause.mentions if clause.text[m.start : m.end] == item), None)
        end = known(mention) if mention is not None else free(item, RelationType.HAS_FEATURE)
        yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, end, "member beside its class")
        if sign != "=":
            yield edge(end, RelationType.KIND_OF, group, "member beside its class")


def _is_free_member(text: str) -> bool:
    words = text.lower().split()
    if not words or words[0][0].isdigit() or (len(words) > 1 and is_verb(words[0])):
        return False
    return words[0] not in word_list("comparatives") and words[-1] not in quantity_words().units.table


_ARE = re.compile(
    r"(?:(?:the|its|their|possible|allowed|available|main)\s+)*(?P<label>(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]+s))\s+are\s+"
    r"(?:called\s+|named\s+)?(?=\w)",
    re.IGNORECASE,
)
_LIST_IS_OVER = re.compile(r"(?P<last>[^,;]+(?:,[^,;]+)*?,? (?:and|or) [^,;]+), ")
"""Behind the last member, told by "and", something else follows a comma."""
_NEW_CLAUSE = re.compile(r",?\s+(?:and|but)\s+(?:an?|the|you|it|each|they|that)\s", re.IGNORECASE)


def _end_of_members(text: str, start: int, stop: int) -> int:
    """Where a list of members ends: behind the one that "and" joins, or before another sentence."""
    if over := _LIST_IS_OVER.match(text, start, stop):
        return over.end("last")
    goes_on = _NEW_CLAUSE.search(text, start, stop)
    return goes_on.start() if goes_on else stop


def _said_members(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the deck types are oak, steel and teak": the members of a class that a sentence lists."""
    clause = sentence.clause
    match = _ARE.match(clause.text, clause.body_start)
    if match is None or match["noun"].lower() not in word_list("class nouns") or clause.subject_kind is Kind.CONCEPT:
        return
    first = match["label"].split()[0].lower()
    if first.endswith("s") and first != match["noun"].lower() and is_verb(first):
        return  # "supports document formats"
    stop = hard_end(clause.text, match.end(), len(clause.text))
    stop = _end_of_members(clause.text, match.end(), stop)
    found = list(ends_of(clause, match.end(), stop, RelationType.HAS_FEATURE))
    if len(found) < max(2, len(list_parts(clause.text, match.end(), stop))) or not all(map(_is_member, found)):
        return
    if any(e.kind in PRODUCTS and e.key for e in found) or all(is_property(e.text or "") for e in found):
        return  # "the options are slow and serverless"
    about, group = subject(clause.subject, clause), free(match["label"], RelationType.HAS_FEATURE)
    whole = End(key=clause.parent_subject) if clause.subject_span is not None and clause.parent_subject else about
    for item in found:
        yield edge(whole, RelationType.HAS_FEATURE, item, "members in a sentence")
        yield edge(item, RelationType.KIND_OF, group, "members in a sentence")


MEMBERS = (
    rule(_said_members, "are", ", and"),
    rule(_examples, "like such including e.g think"),
    rule(_behind_label, LABEL),
    rule(_beside_class, ", /", PLAIN),
)
"""The parts that are given as examples, and the members of the list behind a label or a class."""
