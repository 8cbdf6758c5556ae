"""Relations that a clause states: by the place where it stands, by its relation words, by the nouns that it names.

Each family of rules is a module of small functions over a Sentence in `ingest.relating.rules`; every edge carries its
rule's name, so that the rules can be counted. Negation is looked at first; questions and suppositions state
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.lexicon import Lexicon
from graph.vocabulary import Kind, RelationType
from ingest.outlining.headings import explains_in_brackets
from ingest.relating.apart import Apart
from ingest.relating.end_words import at_its_place, may_be_said
from ingest.relating.ends import known
from ingest.relating.gates import Gates
from ingest.relating.links import unlinked
from ingest.relating.makers import without_makers
from ingest.relating.other_parts import PREPOSITION
from ingest.relating.rules.advice import ADVICE
from ingest.relating.rules.alone import ALONE
from ingest.relating.rules.answered import answered
from ingest.relating.rules.answers import ANSWERS, chosen
from ingest.relating.rules.arrows import ARROWS
from ingest.relating.rules.brackets import BRACKETS
from ingest.relating.rules.by_parts import by_examples, by_interface, doers, wholes
from ingest.relating.rules.callers import CALLERS
from ingest.relating.rules.capabilities import CAPABILITIES
from ingest.relating.rules.choices import CHOICES
from ingest.relating.rules.counted import COUNTED
from ingest.relating.rules.deciding_tables import DECIDING_TABLES
from ingest.relating.rules.denied import DENIED
from ingest.relating.rules.doing import DOING
from ingest.relating.rules.either import EITHER, ONE_DOES
from ingest.relating.rules.equated import EQUATED
from ingest.relating.rules.errors import ERRORS
from ingest.relating.rules.events import EVENTS
from ingest.relating.rules.explained import EXPLAINED
from ingest.relating.rules.first_kind import KIND_FIRST, first_kind
from ingest.relating.rules.fitting import FITTING
from ingest.relating.rules.graded import GRADED
from ingest.relating.rules.guarantees import GUARANTEES
from ingest.relating.rules.hosted import HOSTED
from ingest.relating.rules.included import INCLUDED
from ingest.relating.rules.joined import JOINED
from ingest.relating.rules.kinds import SAID_KINDS, TOLD_BESIDE
from ingest.relating.rules.label_lists import LABEL_LISTS
from ingest.relating.rules.likened import LIKENED
from ingest.relating.rules.listed import PART_BY_LABEL, PART_OF_OWNER, listed
from ingest.relating.rules.matters import MATTER, MATTERS
from ingest.relating.rules.members import MEMBERS
from ingest.relating.rules.missing import MISSING, WITHOUT_IT
from ingest.relating.rules.needed import NEEDED
from ingest.relating.rules.needs import NEEDS
from ingest.relating.rules.newcomers import NEWCOMERS
from ingest.relating.rules.nouns import named
from ingest.relating.rules.opening import GROUP, OPENING
from ingest.relating.rules.opposed import OPPOSED
from ingest.relating.rules.passing import Settled, passing
from ingest.relating.rules.placed import PLACED
from ingest.relating.rules.pointed import POINTED
from ingest.relating.rules.qualities import QUALITIES
from ingest.relating.rules.rather import RATHER
from ingest.relating.rules.refused import BETTER_FOR, REFUSED
from ingest.relating.rules.remedies import REMEDIES, against_it
from ingest.relating.rules.said_lead_ins import SAID_LEAD_INS
from ingest.relating.rules.settings import SETTINGS
from ingest.relating.rules.siblings import Siblings
from ingest.relating.rules.silent import PATH, PROTOCOL_OF_PORT, SILENT
from ingest.relating.rules.standing import PRODUCT_OF_IDEA, TITLE_OF_A_PART, Standing
from ingest.relating.rules.started import STARTED
from ingest.relating.rules.stated import stated
from ingest.relating.rules.stored import STORED
from ingest.relating.rules.succession import BEFORE_THAT, SUCCESSION
from ingest.relating.rules.sums import SUMS
from ingest.relating.rules.surfaces import SURFACE, SURFACES
from ingest.relating.rules.taken import TAKEN
from ingest.relating.rules.takers import Takers, without_opposite
from ingest.relating.rules.together import TOGETHER
from ingest.relating.rules.turned import TURNED
from ingest.relating.rules.uses import USES, WORKLOAD
from ingest.relating.rules.verdicts import VERDICT, VERDICTS
from ingest.relating.rules.where_to import WHERE_TO
from ingest.relating.sentence import Sentence
from ingest.relating.sources import BY_WAY_OF
from ingest.relating.variants import Variants
from ingest.relating.wholes import PART_OF_WHOLE, Wholes
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, End

PLACE_RULES = frozenset({PART_OF_OWNER, PART_BY_LABEL, PART_OF_WHOLE, GROUP, TITLE_OF_A_PART, PRODUCT_OF_IDEA})
LEAD_IN = "lead-in: "
"""How the names of the lead-ins' rules begin."""
_WHAT_IT_IS = f"{LEAD_IN}what it is"
_NOT_BOTH = (RelationType.USE_INSTEAD_OF, RelationType.REPLACES)
"""Of two things that these hold apart, neither uses the other, nor is the one a part of the other."""
_NOT_WITHIN = (RelationType.USES, RelationType.HAS_FEATURE)
_SETTLING = frozenset({RelationType.KIND_OF, RelationType.NOT_SUITED_TO})
"""Relations that rule others out."""
_SUITS = (RelationType.SUITED_TO, RelationType.NOT_SUITED_TO)
_PRAISE = ("good for", "bad for")
_NO_DEEDS = (RelationType.HAS_FEATURE, RelationType.KIND_OF)

_POINTERS = ("see also", "see:", "cf. ", "cf: ", "related:", "related notes", "related pages", "further reading")
"""How a line begins that sends its reader to other notes, and says nothing of what those are about."""
_LONGEST_POINTER = 20
_TO_DO = re.compile(r"[\s*_(\[-]*(?:todo|to do|tbd|to learn|to revise|look up|read up|check again)\b", re.IGNORECASE)
"""How a line begins that says what its writer has yet to learn."""

_RULES = Gates(
    (
        *ERRORS,
        *SAID_KINDS,
        *ALONE,
        *ARROWS,
        *GRADED,
        *MEMBERS,
        *INCLUDED,
        *OPENING,
        *LABEL_LISTS,
        *WHERE_TO,
        *SAID_LEAD_INS,
        *COUNTED,
        *SETTINGS,
        *JOINED,
        *REFUSED,
        *REMEDIES,
        *MATTERS,
        *CHOICES,
        *BRACKETS,
        *ADVICE,
        *SUCCESSION,
        *NEWCOMERS,
        *RATHER,
        *EITHER,
        *OPPOSED,
        *PLACED,
        *HOSTED,
        *TAKEN,
        *SUMS,
        *TURNED,
        *STORED,
        *STARTED,
        *EVENTS,
        *DENIED,
        *FITTING,
        *QUALITIES,
        *CAPABILITIES,
        *GUARANTEES,
        *SURFACES,
        *USES,
        *VERDICTS,
        *ANSWERS,
        *NEEDED,
        *NEEDS,
        *TOGETHER,
        *SILENT,
        *EQUATED,
        *CALLERS,
        *DOING,
        *EXPLAINED,
        *LIKENED,
        *MISSING,
        *DECIDING_TABLES,
        *POINTED,
    )
)
"""The families that look at the clause alone, in the order in which they are asked; of equal edges the first stays."""


def relate_document(clauses: Iterable[Clause], lexicon: Lexicon) -> Iterator[tuple[Clause, tuple[EdgeDraft, ...]]]:
    """Each clause of a document with its relations; what only a place says is told by the first line in that place."""
    told: set[EdgeDraft] = set()
    wholes, siblings, standing, settled, takers = Wholes(), Siblings(), Standing(), Settled(), Takers()
    apart = Apart()
    begun: set[str] = set()
    clauses = tuple(clauses)
    read = tuple(without_makers(unlinked(clause), lexicon) for clause in clauses)
    variants = Variants(read)
    for index, clause in enumerate(read):
        edges = (*chosen(clause), *wholes.edges(clause), *standing.edges(clause), *variants.edges(index))
        if not clause.quiet:
            sentence = Sentence(clause, lexicon)
            edges = (*_related(sentence), *edges, *siblings.edges(clause, sentence))
            if taken := () if clause.hypothetical else tuple(takers.edges(clause, sentence)):
                edges = (*without_opposite(edges, taken), *taken)
            asks = clause.hypothetical or "?" in sentence.signs
            if clause.subject not in begun and clause.subject_span is None and not asks:
                begun.add(clause.subject)
                edges = (*edges, *(kind for kind in first_kind(sentence) if may_be_said(kind, lexicon)))
        edges = apart.without(clause, edges)
        if edges:
            edges = _one_or_other(_without_doubles(_without_paths(edges, clause)))
            edges = edges if explains_in_brackets(clause.text) else _without_kinds(edges, lexicon)
            edges = _without_raised(edges, clause)
            edges = settled.without(edge for edge in edges if not _is_of_place(edge) or edge not in told)
            told.update(filter(_is_of_place, edges))
        yield clauses[index], edges


def _without_paths(edges: tuple[EdgeDraft, ...], clause: Clause) -> tuple[EdgeDraft, ...]:
    """The edges without those that take a path for a part: "sits in `/var/lib/boats`"."""
    if "/" not in clause.text:
        return edges
    paths = {m.key for m in clause.mentions if "/" in clause.text[max(0, m.start - 1) : m.end]}
    kept = {edge.target.key for edge in edges if edge.relation is RelationType.STORES_IN} & paths
    edges = tuple(e for e in edges if e.relation is not RelationType.HAS_FEATURE or e.target.key not in kept)
    in_path = any(edge.rule == PATH for edge in edges)
    return tuple(e for e in edges if not (in_path and e.relation is RelationType.SENDS_TO and e.target.key in paths))


def _without_raised(edges: tuple[EdgeDraft, ...], clause: Clause) -> tuple[EdgeDraft, ...]:
    """The edges without those that make a part of an error that is raised, or say what sort of a thing it is; what is
    known as a part of something stays one."""
    errors = {edge.target for edge in edges if edge.relation is RelationType.RAISES}
    errors -= {known(m) for m in clause.mentions if m.owner is not None} if errors else set()
    if not errors:
        return edges
    return tuple(
        e
        for e in edges
        if not (e.relation is RelationType.HAS_FEATURE and e.target in errors)
        and not (e.relation is RelationType.KIND_OF and e.source in errors)
    )


def _one_or_other(edges: tuple[EdgeDraft, ...]) -> tuple[EdgeDraft, ...]:
    """The edges without those that make a thing a part of the one that it has the place of, or have it use that; nor is
    a need on which there is a verdict a part."""
    instead = [_names(e) for e in edges if e.relation in _NOT_BOTH or e.rule == ONE_DOES]
    needs = [_names(e) for e in edges if e.rule == VERDICT]
    if not (instead or needs):
        return edges
    apart = {pair for one, other in instead for pair in ((one, other), (other, one))}.union(needs)
    passed_over = {e.target for e in edges if e.relation in _NOT_BOTH}
    kept = (e for e in edges if not (e.rule.startswith(BY_WAY_OF) and e.target in passed_over))  # "oars over sails"
    return tuple(e for e in kept if e.relation not in _NOT_WITHIN or _names(e) not in apart)


def _names(edge: EdgeDraft) -> tuple[str | None, str | None]:
    return edge.source.key or edge.source.text, edge.target.key or edge.target.text


def _without_doubles(edges: tuple[EdgeDraft, ...]) -> tuple[EdgeDraft, ...]:
    """The edges without what they say of a kind that they say of the thing, too: "night ferry built on a raft"."""
    kinds = {(e.target.key or e.target.text, e.source.key) for e in edges if e.relation is RelationType.KIND_OF}
    if not kinds:
        return edges
    used = {(e.source.key, e.target) for e in edges if e.relation is RelationType.USES}
    doubled = {(kind, target) for thing, target in used for kind, what in kinds if what == thing}
    users = ((e, e.source.key or e.source.text) for e in edges)
    return tuple(e for e, name in users if e.relation is not RelationType.USES or (name, e.target) not in doubled)


def _without_kinds(edges: tuple[EdgeDraft, ...], lexicon: Lexicon) -> tuple[EdgeDraft, ...]:
    """The edges without those that take what a thing is, or is for, for one of its parts ("document store, fast")."""
    kinds = {
        (e.source.key, e.target.text)
        for e in edges
        if e.relation is RelationType.KIND_OF
        and e.target.text
        and (e.rule in (_WHAT_IT_IS, SURFACE) or _names_kind(e.target.text.lower().rpartition(" ")[2], lexicon))
    }
    uses = {(e.source.key, e.target.text) for e in edges if e.rule in (WORKLOAD, BETTER_FOR, MATTER)}
    kinds |= {(below.target.key, text) for below in edges if below.rule == SURFACE for _, text in kinds}
    if not (kinds or uses):
        return edges
    return tuple(
        e
        for e in edges
        if (e.relation is not RelationType.HAS_FEATURE or (e.source.key, e.target.text) not in kinds | uses)
        and (e.rule != KIND_FIRST or (e.source.key, e.target.text) not in uses)
    )


def _names_kind(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun says what a thing is: one that the lexicon has, or who or what does something ("dredger")."""
    deed = noun[:-2]
    return lexicon.names_kind(noun) or (noun.endswith(("er", "or")) and any(map(is_verb, (deed, f"{deed}e"))))


def _is_of_place(edge: EdgeDraft) -> bool:
    """Whether an edge is read from where its line stands; one line is evidence enough."""
    return edge.rule in PLACE_RULES or edge.rule.startswith(LEAD_IN)


def relate(clause: Clause, lexicon: Lexicon) -> tuple[EdgeDraft, ...]:
    """The relations that a clause states, each once, in the order of the rules; none from a question."""
    return () if clause.quiet else _one_or_other(_related(Sentence(clause, lexicon)))


def _related(sentence: Sentence) -> tuple[EdgeDraft, ...]:
    if _says_nothing(sentence.clause, sentence.lexicon):
        return ()
    if answers := answered(sentence) or against_it(sentence):
        return answers
    found: dict[tuple[End, RelationType, End], EdgeDraft] = {}
    edges = list(_edges(sentence))
    if edges:
        edges += wholes(sentence, edges[:])
        edges += doers(sentence, [e for e in edges if e.relation not in _NO_DEEDS and e.rule != WITHOUT_IT])
    edges += passing(sentence, edges[:], _keys_taken(edges, sentence.clause))
    edges += by_interface(sentence.clause, edges[:])
    edges += by_examples(edges[:])
    ports = {edge.target for edge in edges if edge.rule == PROTOCOL_OF_PORT}
    for edge in (at_its_place(each, sentence.clause.text) for each in edges):
        if edge.relation is RelationType.RUNS_ON and edge.target in ports:
            continue  # "the horn on UDP 2000"
        if edge.source == edge.target or _moves_idea(edge, sentence.clause):
            continue
        if may_be_said(edge, sentence.lexicon):
            found.setdefault((edge.source, edge.relation, edge.target), edge)
    if _SETTLING.isdisjoint([relation for _, relation, _ in found]):
        return tuple(found.values())
    for source, _, target in [ends for ends in found if ends[1] is RelationType.KIND_OF]:
        found.pop((source, RelationType.SUITED_TO, target), None)  # what a thing is, it is not for
    bad = {(source.key, target) for source, relation, target in found if relation is RelationType.NOT_SUITED_TO}
    for ends in [e for e in found if e[1] is RelationType.SUITED_TO and (e[0].key, e[2]) in bad]:
        found.pop(ends)  # below "can't": "help with nets"
    return tuple(found.values())


_JOINED = frozenset(["&", "+", "and", "/"])
_MOVING = (RelationType.READS_FROM, RelationType.SENDS_TO, RelationType.STORES_IN)


def _moves_idea(edge: EdgeDraft, clause: Clause) -> bool:
    """Whether data is said to go to or from an idea that a title names: "consumers: crane" below "Boats & piers"."""
    is_idea = clause.subject_kind is Kind.CONCEPT and edge.relation in _MOVING
    is_idea = is_idea and not _JOINED.isdisjoint(clause.frame.split())
    return is_idea and clause.subject in (edge.source.key, edge.target.key)


def _says_nothing(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a line sends its reader to other notes, tells who keeps what it is about, or only says that what it is
    good or bad for follows ("use it whenever you need:")."""
    if (clause.label is not None and clause.label.lower() in word_list("fields")) or _TO_DO.match(clause.text):
        return True
    if clause.label is not None and clause.body_start >= len(clause.text.rstrip()):
        lead = lexicon.lead_in(clause.label)
        return lead is not None and lead.relation in _SUITS
    return clause.text[:_LONGEST_POINTER].lstrip("[*_ ").lower().startswith(_POINTERS)


def _keys_taken(edges: list[EdgeDraft], clause: Clause) -> set[str | None]:
    """The names whose part in the clause edges tell; among them those in the words of what a thing is for."""
    keys = {end.key for edge in edges for end in _ends_taken(edge, clause)}
    suited = {edge.source.key for edge in edges if edge.relation is RelationType.SUITED_TO}
    products = {m.key for m in clause.mentions if m.kind is Kind.SERVICE} & suited
    keys |= products if len(products) > 1 else set()  # "the barge is for coal, the train for mail"
    praised = (edge.target.text for edge in edges if edge.rule.startswith(_PRAISE) and edge.target.text)
    uses = [f" {text} ".lower() for text in praised if not PREPOSITION.search(text)]
    if uses:
        written = ((m.key, f" {clause.text[m.start : m.end]} ".lower()) for m in clause.mentions)
        keys |= {key for key, words in written if any(words in use for use in uses)}  # "made for home ferries"
    return keys


def _ends_taken(edge: EdgeDraft, clause: Clause) -> tuple[End, ...]:
    """The ends whose part in the clause an edge tells; what another is good for does not tell what it is here."""
    if edge.rule == TOLD_BESIDE:
        return ()
    is_beside = edge.relation is RelationType.SUITED_TO or edge.rule == BEFORE_THAT
    if is_beside and edge.source.key != clause.subject:
        return (edge.target,)
    return (edge.source, edge.target)


def _edges(sentence: Sentence) -> Iterator[EdgeDraft]:
    yield from listed(sentence)
    if sentence.clause.hypothetical:
        return
    said = list(stated(sentence))
    yield from said
    yield from named(sentence, {e.target.key for e in said if e.relation is RelationType.REPLACES})
    for rule in _RULES.open_to(sentence):
        yield from rule.find(sentence)
