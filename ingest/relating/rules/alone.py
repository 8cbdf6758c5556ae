"""What nouns say that stand alone: members of a label, bare lines of names, uses before an arrow, nouns of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.names import singular
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.outlining.headings import explains_in_brackets
from ingest.relating.ends import edge, ends_of, free, known, labelled, list_before, mentioned, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.phrases import JOINED, Piece, clean, free_end, hard_end, list_parts, pieces, pieces_at
from ingest.relating.plain_words import GENERAL, VAGUE
from ingest.relating.purposes import purposes
from ingest.relating.rules.nouns import MAX_KIND_WORDS, NOUN_END, VERB
from ingest.relating.sentence import LABEL, PLAIN, Sentence
from ingest.relating.things import is_one_of_its_kind
from ingest.terms import is_property, is_verb, names_a_thing, word_list
from ingest.values import Clause, EdgeDraft, End

# -- lists and nouns that stand alone
_NO_CLASS_BEFORE = re.compile(
    r"[`*]*\s*(?:(?:instead|rather)\b|on (?:port )?\d|(?:[-=]>|→)|\+\s|,?\s?(?:(?:is|comes?)\s+)?"
    r"(?:built[ -]in|included|bundled|inside|too|as well)\b)",
    re.IGNORECASE,
)
"""Behind a noun it tells that a part is meant: where it is found, what it leads to, that it comes with the thing."""
_EACH = ("each ", "every ", "any ")
_LISTS = re.compile(r",|\s/\s")


_MAKERS = re.compile(r"^[A-Z][\w.-]*['’]s\s+")
"""Whose the kind is: "Amazon's DNS service"."""
_OF_ANOTHER = re.compile(r"(?:for|with|without|at|from|since)\s", re.IGNORECASE)
"""Before a noun it tells that something is said with regard to it: "for coal storage use the shed"."""


def _heads_a_list(clause: Clause) -> bool:
    """Whether a label in small letters ends with a plural, which what is listed behind it are: "parts: hull, mast"."""
    last = (clause.label or "").rpartition(" ")[2]
    is_plural = last[1:].islower() and singular(last) != last
    is_plural = is_plural and _LISTS.search(clause.text, clause.body_start) is not None
    return is_plural and not any(m.key == clause.subject and m.end == len(clause.label or "") for m in clause.mentions)


def _class_nouns(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "reverse proxy, web server": what a thing is, said without an article at the beginning of its explanation."""
    clause = sentence.clause
    is_item = clause.lead is not None and clause.lead_subject in (None, clause.subject)
    if clause.subject_span is not None or clause.subject_kind is Kind.CONCEPT or is_item or clause.cell:
        return
    label = (clause.label or "").lower()
    if label and (is_property(label) or label.startswith(_EACH) or sentence.lexicon.is_transparent(label)):
        return
    if not sentence.lexicon.hold_kind(sentence.holds) or _heads_a_list(clause):
        return
    end = free_end(clause.text, clause.body_start, len(clause.text))
    praised = False
    for piece in pieces_at(clause.text, list_parts(clause.text, clause.body_start, end)):
        cut = NOUN_END.search(clause.text, piece.start, piece.end)
        end = cut.start() if cut else piece.end
        noun = clean(clause.text[piece.start : end])
        mention = mentioned(clause, Piece(noun, piece.start, end))
        if mention is None and not praised and not is_property(noun) and explains_in_brackets(clause.text):
            return  # a part and its explanation
        is_of_another = _OF_ANOTHER.match(clause.text, piece.start) is not None
        if is_of_another or _is_said_of(sentence, end) or _NO_CLASS_BEFORE.match(clause.text, end):
            return
        if noun and not cut and is_property(noun):
            praised = True
            continue  # "fast and flexible parcel service"
        is_name = mention is not None and mention.kind in (Kind.SERVICE, Kind.FEATURE)
        is_sort = mention is not None and mention.kind is Kind.SERVICE and " " in noun and noun.islower()
        if not _is_class(sentence, noun) or (is_name and not is_sort):
            return  # "mail boat" may be written for any of them, "Mail Boat" is one
        is_more = mention is not None and mention.kind is Kind.TECHNOLOGY and len(noun) > mention.end - mention.start
        kind = _MAKERS.sub("", noun)
        target = free(kind, RelationType.KIND_OF) if mention is None or is_more else known(mention)  # "a Morse service"
        yield edge(subject(clause.subject, clause), RelationType.KIND_OF, target, "noun of its kind")
        if cut and cut[0].strip() != ",":
            return


def _kind_label(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "night ferry: lorries, mail" below a thing's name: the label tells what it is, and the words what it is for."""
    clause = sentence.clause
    label = clean(clause.label or "")
    words = label.lower().split()
    is_told = clause.subject_kind is Kind.SERVICE and clause.subject_span is None and clause.lead is None
    is_told = is_told and all(m.key != clause.subject for m in clause.mentions)  # "session store = Barge"
    if not is_told or not 1 < len(words) <= MAX_KIND_WORDS or label[1:] != label[1:].lower() or clause.columns:
        return
    named = mentioned(clause, Piece(label, 0, clause.body_start))
    last = (named.key.rpartition("-")[2] if named is not None else words[-1]).rstrip(":")
    is_idea = named is None or named.kind is Kind.CONCEPT
    if is_idea and sentence.lexicon.names_kind(last) and not is_verb(words[0]) and not is_property(label):
        target = known(named) if named is not None else free(label, RelationType.KIND_OF)
        yield edge(subject(clause.subject, clause), RelationType.KIND_OF, target, "kind in a label")


def _is_said_of(sentence: Sentence, place: int) -> bool:
    """Whether an auxiliary stands at a place: what is before it is what the words are about."""
    index = sentence.index_at(place)
    return index < len(sentence.words) and sentence.words[index].lower in sentence.lexicon.auxiliaries


def _is_class(sentence: Sentence, noun: str) -> bool:
    """Whether words end with a noun of the lexicon that says what a thing is, and are not a part's name or a count."""
    words = noun.lower().split()
    label = (sentence.clause.label or "").lower().split()
    least = 1 if label else 2
    if not least <= len(words) <= MAX_KIND_WORDS or not sentence.lexicon.names_kind(words[-1]) or "|" in words:
        return False
    if (
        words[0] in ("one", "each", "every", "same", "wrong", "right", "own")
        or words[0] in sentence.lexicon.negations
        or (label and words[-1] in label[-1])
    ):
        return False
    own = bare_key(sentence.clause.subject).replace("-", "")
    if own in "".join(words).replace("-", ""):
        return False  # "depot doors" of the depot are a part
    if any(is_verb(word) and word.endswith("s") for word in words[:-1]) or words[0].endswith("est"):
        return False
    if words[0] in word_list("advice") or words[0] in ("what", "how") or any(word[0].isdigit() for word in words):
        return False
    is_noun_group = words[0] not in sentence.lexicon.prepositions and _WAYS.isdisjoint(words) and "the" not in words
    return is_noun_group and not VERB.search(noun)


_WAYS = frozenset({"per", "via", "through", "by"})
"""Amid words they tell how or how often something is done ("set per boat")."""
_MEASURES = frozenset({"metric", "measure", "gauge", "unit", "counter"})
_DIGIT = re.compile(r"\d")
_PURPOSE = re.compile(r"\s+for\s+(?=\w)")
_SAYS_MORE = re.compile(r"[\d:;.=>?]|^for ", re.IGNORECASE)
"""In a line of words they show that it is no list of nouns: a figure, a sentence, a purpose."""
MAX_LINE_WORDS = 8
MAX_WORDS_BEFORE_FOR = 6
MAX_DUTY_WORDS = 3
MAX_TITLE_WORDS = 3

_GOING = frozenset(
    {"go", "going", "opt", "look", "looking", "wait", "waiting", "pay", "paying", "paid", "billed", "charged"}
)
"""Verbs that take "for" themselves: "closed, go for the pier"."""


def _kind_for(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "X: document store for mobile apps": a labelled explanation that says what its thing is for."""
    clause = sentence.clause
    if clause.lead is not None or clause.subject_kind is Kind.CONCEPT:
        return
    if clause.label is None and not _opens_with_kind(sentence):
        return
    stop = hard_end(clause.text, clause.body_start, len(clause.text))
    match = _PURPOSE.search(clause.text, clause.body_start, stop)
    if match is None or clause.text[stop : stop + 1] == "?" or clause.text.rstrip().endswith("?"):
        return
    before = clause.text[clause.body_start : match.start()].lower().split()
    if _PURPOSE.search(clause.text, match.end(), stop):
        return  # "grain for mills, coal for ships": each part for its own
    if (
        not 0 < len(before) <= MAX_WORDS_BEFORE_FOR
        or VERB.search(" ".join(before))
        or set(before) & sentence.lexicon.negations
        or before[-1] in _GOING
    ):
        return
    if next(sentence.hits_between(clause.body_start, match.end()), None) is not None or _DIGIT.search(" ".join(before)):
        return
    if any(m.kind is not Kind.CONCEPT and clause.body_start <= m.start < match.start() for m in clause.mentions):
        return
    found = list(purposes(clause, match.end(), stop, RelationType.SUITED_TO))
    for index, target in enumerate(found):
        if index and _is_product(target) and not _is_product(found[0]):
            return  # "opens locks for repairs at Dover, Calais": where it does so
        if index and not JOINED.search(clause.text, match.end(), stop) and _is_what_it_has(clause, target, match.end()):
            return
        relation = RelationType.SUPPORTS if target.key and target.kind is Kind.TECHNOLOGY else RelationType.SUITED_TO
        yield edge(labelled(clause), relation, target, "a kind for a purpose")


def _is_product(end: End) -> bool:
    return end.key is not None and end.kind is Kind.SERVICE


def _is_what_it_has(clause: Clause, end: End, start: int) -> bool:
    """Whether a later part of a list behind "for" is what a thing has: a known part, or initials ("for boats, ABS")."""
    named = next((m for m in clause.mentions if m.key == end.key and m.start >= start), None)
    return named is not None and (named.kind is Kind.FEATURE or clause.text[named.start : named.end].isupper())


def _opens_with_kind(sentence: Sentence) -> bool:
    """ "gauge for high tides": whether a line without a label begins with a noun of a kind, and "for" behind it."""
    if sentence.clause.subject_span is not None:
        return False
    words = [word.lower for word in sentence.words[: MAX_TITLE_WORDS + 1]]
    place = words.index("for") if "for" in words else 0
    return place > 0 and (sentence.lexicon.names_kind(words[place - 1]) or words[place - 1] in _MEASURES)


def _bare_nouns(sentence: Sentence) -> Iterator[EdgeDraft]:
    """A short line of nouns below a thing: what it has, or, where they are names of technology, what it supports."""
    clause = sentence.clause
    if len(clause.text.split()) > MAX_LINE_WORDS or _SAYS_MORE.search(clause.text):
        return
    is_idea = _is_idea_above(clause)
    if clause.subject_kind not in (Kind.SERVICE, Kind.FEATURE) and not is_idea:
        return
    if not sentence.lexicon.negations.isdisjoint(clause.frame.lower().split()):
        return  # "Can't use:"
    if any(hit.phrase.verb and not hit.phrase.weak for hit in sentence.hits()):
        return  # "the tug replaces the barge"
    found = pieces(clause.text, 0, free_end(clause.text, 0, len(clause.text)))
    if len(found) != len(list_parts(clause.text, 0, len(clause.text))):
        return
    if any(piece.text.rpartition(" ")[2].lower() in word_list("workloads") for piece in found):
        return  # "steep tides, night peaks"
    is_one = len(found) == 1
    if not all(_is_bare_noun(sentence, p, single=is_one) or (is_idea and _is_example(p.text)) for p in found):
        return
    about = subject(clause.subject, clause)
    strays = clause.strays and clause.subject_kind is Kind.SERVICE
    if is_idea or (strays and 1 < len(clause.frame.split()) <= MAX_TITLE_WORDS):
        if names_a_thing(clause.frame):
            for piece in found:
                yield edge(
                    free(piece.text, RelationType.KIND_OF),
                    RelationType.KIND_OF,
                    free(clean(clause.frame), RelationType.KIND_OF),
                    "example below a title",
                )
        return
    rule = "bare nouns" if clause.subject_kind is Kind.SERVICE else "bare nouns of a part"
    for piece in found:
        mention = mentioned(clause, piece)
        last = piece.text.lower().split()[-1]
        if is_one_of_its_kind(clause, last) or last in word_list("taken sorts"):
            continue
        if last in _USES:
            yield edge(about, RelationType.SUITED_TO, free(piece.text, RelationType.SUITED_TO), "bare uses")
        elif mention is not None and mention.kind is Kind.TECHNOLOGY:
            yield edge(about, RelationType.SUPPORTS, known(mention), rule)
        elif last not in GENERAL and not (clause.strays and clause.subject_kind is Kind.SERVICE):
            yield edge(
                about,
                RelationType.HAS_FEATURE,
                known(mention) if mention else free(piece.text, RelationType.HAS_FEATURE),
                rule,
            )


_MEMBER = re.compile(
    r"[`*]*(?P<name>[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)?)[`*]*(?:\s*\((?:the )?(?:default|dflt)\))?[.,]?"
)


def _bare_member(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "inner" in a list below "docks:": a word alone is one of the class that the line above names."""
    clause = sentence.clause
    match = _MEMBER.fullmatch(clause.text.strip())
    noun = bare_key(clause.subject).rpartition("-")[2]
    is_class = clause.subject_kind is Kind.FEATURE and clause.nested and singular(noun) != noun
    if match is None or not is_class or not bare_key(clause.subject).endswith(slug(clause.frame.rstrip(" :"))):
        return
    words = match["name"].lower().split()
    named = next(iter(clause.mentions), None)
    is_deed = len(words) > 1 and is_verb(words[0])
    if named is not None or is_deed or sentence.lexicon.is_transparent(match["name"]) or words[-1] in GENERAL:
        return  # what has a name is told of by it
    about, item = subject(clause.subject, clause), free(match["name"], RelationType.HAS_FEATURE)
    yield edge(about, RelationType.HAS_FEATURE, item, "member below its class")
    yield edge(item, RelationType.KIND_OF, about, "member below its class")
    if clause.owner:
        yield edge(End(key=clause.owner), RelationType.HAS_FEATURE, item, "member below its class")


def _is_example(text: str) -> bool:
    """Whether words below an idea may be one of its kind, whatever verb or name stands in them: "river boats"."""
    words = text.lower().split()
    is_many = words[-1].endswith("s") and not words[-1].endswith("ss")
    return is_many and 1 < len(words) <= MAX_TITLE_WORDS and names_a_thing(text)


def _is_idea_above(clause: Clause) -> bool:
    """Whether a title of the notes right above names an idea, whose examples the lines below may be."""
    is_title = bare_key(clause.subject) == slug(clause.frame) and not clause.heads
    return clause.subject_kind is Kind.CONCEPT and is_title


def _is_bare_noun(sentence: Sentence, piece: Piece, *, single: bool) -> bool:
    words = piece.text.lower().split()
    if not 2 <= len(words) <= 3 or not names_a_thing(piece.text) or is_verb(words[0]) or is_verb(words[-1]):
        return False
    if words[1] in sentence.lexicon.prepositions and (words[0] in word_list("adjectives") or words[1] == "for"):
        return False  # "bad at night", "Hookup for coats"
    if any(word.endswith("s") and is_verb(word) for word in words[1:-1]) and not words[0].endswith("s"):
        return False  # "crane lifts bags"
    if words[0] in sentence.lexicon.negations or words[0] in sentence.lexicon.fillers or words[-1] in VAGUE:
        return False
    if mentioned(sentence.clause, piece) is None and any(
        piece.start <= m.start and m.end <= piece.end for m in sentence.clause.mentions
    ):
        return False
    return not (single and words[-1] in sentence.lexicon.kind_nouns)


_DUTY = re.compile(r"(?:ing|tion|ment|ance|ery|over|ity)s?$")
_HANDLES = frozenset({"handle", "handles", "manages", "automates"})


def _duties(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "X handles mooring, salvage and repairs": what somebody no longer has to do is a part of what does it."""
    clause = sentence.clause
    index = next((i for i, word in enumerate(sentence.words) if word.lower in _HANDLES), None)
    if index is None or index < sentence.body or clause.subject_kind not in PRODUCTS:
        return
    before = sentence.at.get(index - 1)
    if index > sentence.body and (before is None or before.key != clause.subject):
        return
    start = sentence.words[index].end
    for item in ends_of(clause, start, free_end(clause.text, start, len(clause.text)), RelationType.HAS_FEATURE):
        words = (item.text or item.key or "").split()
        if not _DUTY.search(words[-1]) or len(words) > MAX_DUTY_WORDS:
            return
        yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, item, "what it does")


_USES = frozenset({"workload", "workloads", "traffic", "applications", "apps", "jobs"})
_TOO = re.compile(
    r"(?:too|as well|also|supported|compatible|both \w+)\W*"
    r"(?:(?:through|via|by way of|with) (?:an?|the|its|some)|since|from|for)?$",
    re.IGNORECASE,
)
_SUPPORTED = re.compile(
    r"(?:\s+v?\d[\w.]*)?(?:\s*\([^)]*\)\s*|,\s[^,.;]{3,40},)?(?:\s*:)?[\s-]*(?:yes|ok|okay|too|compatible|"
    r"(?:(?:is|are)\s+)?(?:(?:also|both|now|\w+ly)\s+)?(?:supported|accepted|allowed|available|"
    r"understood|welcome|covered|built[- ]in)|(?:native\s+)?support(?:\s+(?:built[- ]in|included))?|"
    r"works?(?:\s+(?:since|from|fine|ok|now))?|(?:(?:is|are)\s+)?(?:(?:also|both|all)\s+)?(?:fine|ok|okay|possible"
    r"|no problem|doable)|both works?|"
    r"(?:come|comes|exist|exists|(?:(?:is|are)\s+)?available)\s+(?:only\s+)?as\s+(?:an?\s+)?"
    r"(?:plug-?in|add-?on|extension|module)s?|"
    r"since\s+v?\d[\w.]*|"
    r"(?:works?|(?:is\s+|are\s+)?possible|fine|do|does|goes|go)\s+(?:too|as well|also))(?:\s+(?:too|as well|also))?"
    r"\s*(?:$|[,;.(]|(?:since|from|for|but)\b|(?:through|via|by way of|with) (?:an?|the|its|some)\b)",
    re.IGNORECASE,
)


def _supported(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "X and Y are supported", "X yes": names of technology that something is said to take."""
    clause = sentence.clause
    for mention in clause.mentions:
        said = _SUPPORTED.match(clause.text, mention.end) if mention.kind in PRODUCTS else None
        is_own = clause.subject_span is not None and clause.subject_kind is Kind.TECHNOLOGY
        is_own = is_own or (mention.key == clause.subject and clause.subject_span is not None)
        about = clause.parent_subject if is_own else clause.subject
        if said is None or about is None or about == mention.key:
            continue
        if mention.kind is Kind.SERVICE and not _TOO.search(said[0]):
            continue
        before = sentence.index_at(mention.start)
        if (
            mention.kind is Kind.SERVICE
            and before
            and sentence.words[before - 1].lower in sentence.lexicon.prepositions
        ):
            continue  # "reads from X too"
        if any(w.lower in sentence.lexicon.negations for w in sentence.words[max(0, before - 3) : before]):
            continue
        for member in list_before(clause, mention):
            yield edge(subject(about, clause), RelationType.SUPPORTS, known(member), "said to be supported")


ALONE = (
    rule(_kind_label, LABEL),
    Rule(_class_nouns),
    rule(_kind_for, "for"),
    rule(_bare_nouns, PLAIN),
    rule(_bare_member, PLAIN),
    rule(
        _supported,
        "yes ok okay too compatible supported accepted allowed available understood welcome covered built support work "
        "works since possible fine do does goes go plugin plugins plug-in add-on extension extensions module modules",
    ),
    Rule(_duties, _HANDLES),
)
"""What nouns say that stand alone."""
