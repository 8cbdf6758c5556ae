"""The ends of edges, from names and from free words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.identity import bare_key, slug
from graph.names import is_ordinary, singular
from graph.vocabulary import Kind, RelationType
from ingest.relating.other_parts import PREPOSITION, has_own_figure, is_another
from ingest.relating.phrases import Piece, are_examples, clean, is_in_remark, is_name, list_parts, pieces, says_more
from ingest.relating.plain_words import GENERAL, PRONOUNS, VAGUE, are_nouns, is_noun
from ingest.terms import is_general, is_verb, names_a_thing, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

_FEATURES = frozenset(
    {RelationType.HAS_FEATURE, RelationType.SUPPORTS, RelationType.RAISES, RelationType.REQUIRES, RelationType.REPLACES}
)
_LONE_WORD = re.compile(r"`?([a-z][a-z_-]{3,})`?(?: v?\d[\w.]*)?")
_TOLD_OF = re.compile(r"(?<=\w \w\w\w)(\w*) (?:information|infos?|details)$")
_OWN = re.compile(r"^(?:bundled|own|native|local) (?=[A-Z])")
_KEPT_SO = re.compile(r"\s*(?:an?\s+|the\s+)?(?:public|private|local|remote|shared|internal|external)\s+")
_JOINS = re.compile(r"\s*(?:,|or\b|and\b)\s*")
_NAMELIKE = re.compile(r"[A-Z\d_`/.]")
OF = re.compile(
    r"\s*(?:the\s+|your\s+|any\s+)?(?:(?:APIs?|endpoints?|output|rest|events|logs|changes|services|nodes"
    r"|use|usage|creation|deployment|execution)\s+of\s+"
    r"|(?:apps?|applications?|workloads?|code|data|files|objects|messages|events|metrics|logs|resources|services|jobs)\s+"
    r"(?:that (?:is|are|runs?|lives?)\s+)?(?:running|hosted|deployed|stored|kept|held)\s+(?:in|on|inside|at)\s+)",
    re.IGNORECASE,
)
"""What belongs to a thing and stands for it."""
_SOME_OF = re.compile(
    r"\s*an?\s+(?:(?:wide|broad|whole|large|huge|full|great)\s+)?(?:range|variety|choice|selection|number|host|couple|collection|set|group|series)\s+of\s+",
    re.IGNORECASE,
)
"""Before nouns it tells no more than that there are several."""
OTHER_SIDE = re.compile(
    r"\s*(?:(?:pretty|really|very|quite) )?(?:not|never|but|no|without|neither|nor|use|take|pick|choose|better|that is|"
    r"that's|thats|instead|than|useless|bad|poor|worse|outside)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s*\(?\s*(?:e\.?g\.?,?\s+)?for\s", re.IGNORECASE)
_AGAIN = re.compile(
    r"\s*(?!on[ -]prem)(?:(?:straight|directly|also|even)\s+)?(?:to|in|into|from|over|on|with|via)\s+", re.IGNORECASE
)
_BY = len(" by ")
_MEASURED = re.compile(r"\d%|\b(?:max|min|maximum|minimum|default)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\s*[<>~≤≥]?\s*\d")
_FILE = re.compile(r"`?/[a-z][\w./-]+`?")
_REMARK = re.compile(r"\s*(?:and |or )?\([^()]*\)\s+(?=\w)")
_PLACE = re.compile(r"(?:the |its )?(?:memory|ram|disks?|`?/[\w./-]+`?)", re.IGNORECASE)
ALSO_PLACE = re.compile(
    r"(?:the |its |an? |local |plain )*(?:files?|file ?systems?|sockets?|std(?:out|in|err)|consoles?|pipes?|disks?)",
    re.I,
)
"""Places of data that beside others are meant as such: "from the river, files, sockets"."""
_CAPITAL = re.compile(
    r"(?:the |an? )?(?:bundled |own |native |local )?(?:[A-Z][\w.+#-]+|[a-z]+[A-Z]\w+)(?: [A-Z][\w.+#-]+)?"
)
_NAMEABLE = frozenset(
    {
        RelationType.USES,
        RelationType.SENDS_TO,
        RelationType.READS_FROM,
        RelationType.STORES_IN,
        RelationType.RUNS_ON,
        RelationType.INTEGRATES_WITH,
        RelationType.TRIGGERS,
        RelationType.USE_INSTEAD_OF,
        RelationType.REPLACES,
        RelationType.CONTRASTS_WITH,
    }
)
_DATA = frozenset({RelationType.SENDS_TO, RelationType.READS_FROM, RelationType.STORES_IN})
_AIMING = frozenset({RelationType.USES, RelationType.TRIGGERS})
_AIM = re.compile(r"\s+to\b", re.IGNORECASE)
_WITH_A_TAIL = _DATA | {RelationType.RUNS_ON, RelationType.REQUIRES}
_MOVES = frozenset({RelationType.SENDS_TO, RelationType.STORES_IN})
_BESIDE = frozenset({RelationType.USE_INSTEAD_OF, RelationType.REPLACES, RelationType.CONTRASTS_WITH})
MAX_PLAIN_WORDS = 3
MIN_LISTED = 3
ALSO_THERE = re.compile(r"(?:the |its )?(?P<what>[a-z][\w-]*(?: [a-z][\w-]*){0,2}) (?:in|on|to|into) (?=\w)")
"""Words of something else that is somewhere else, behind a list of places."""


def known(mention: Mention) -> End:
    """The end that a name stands for."""
    return End(key=mention.key, kind=mention.kind)


def subject(key: str, clause: Clause) -> End:
    """The end that the clause, or what is above it, is about."""
    return End(key=key, kind=clause.subject_kind if key == clause.subject else Kind.CONCEPT)


def labelled(clause: Clause) -> End:
    """What a labelled line is about: the part or service that its label names, else the clause's subject."""
    label = (clause.label or "").partition(" (")[0]  # "DS (day sheet)" is named by its first words
    named = next((m for m in clause.mentions if m.start <= 2 and m.end >= len(label)), None)
    is_thing = named is not None and named.end <= clause.body_start and named.kind in (Kind.FEATURE, Kind.SERVICE)
    # "Databases: X, Y" below a tool speaks of the tool.
    if named is not None and is_thing and (named.key == clause.subject or not _is_plural(clause.label or "")):
        return known(named)
    return subject(clause.subject, clause)


def whole_of_label(clause: Clause) -> End:
    """What a part that a label names belongs to: what is above, where the clause is about that part."""
    is_own = clause.subject_span is not None and clause.subject_span[0] < clause.body_start
    name = bare_key(clause.subject)
    if slug(clause.label or "").startswith((f"{name}-", f"{singular(name)}-")):
        return subject(clause.subject, clause)  # "Dock types: dry, wet" tells of docks
    above = (clause.parent_subject or clause.owner) if is_own or clause.parent_subject else None
    return End(key=above) if above is not None else subject(clause.subject, clause)


def _is_plural(label: str) -> bool:
    """Whether a label is one ordinary word in the plural, and so a title of a list more than a name."""
    word = label.strip()
    return " " not in word and word[1:].islower() and word.endswith("s") and not word.endswith("ss")


def free(text: str, relation: RelationType) -> End:
    """The end that free words name."""
    return End(text=text, kind=Kind.FEATURE if relation in _FEATURES else Kind.CONCEPT)


def edge(
    source: End, relation: RelationType, target: End, rule: str, *, inverse: bool = False, condition: str | None = None
) -> EdgeDraft:
    """An edge, turned round where the words name its target first."""
    if inverse:
        source, target = target, source
    return EdgeDraft(source, relation, target, condition, rule)


def mentioned(clause: Clause, piece: Piece) -> Mention | None:
    """The name that a piece of free words comes to, general words beside it aside ("OLTP workloads")."""
    inside = [m for m in clause.mentions if piece.start <= m.start and m.end <= piece.end]
    if not inside:
        return None
    longest = max(inside, key=lambda m: m.end - m.start)
    named = {w.lower().strip("()*`.,") for w in clause.text[longest.start : longest.end].split()}
    rest = {w.lower().strip("()*`.,") for w in piece.text.split()} - named - GENERAL
    is_quality = " ".join(sorted(named)) in word_list("qualities") and " " in piece.text
    return longest if not (rest or is_quality) else None


def list_before(clause: Clause, last: Mention) -> list[Mention]:
    """The names of the list that ends with `last`."""
    members = [last]
    for mention in reversed([m for m in clause.mentions if m.end <= last.start]):
        between = clause.text[mention.end : members[-1].start].strip().lower()
        if between not in (",", "and", "or", "/", "&", "+", ", and"):
            break
        members.append(mention)
    return members


def ends_of(clause: Clause, start: int, end: int, relation: RelationType) -> Iterator[End]:
    """The ends that the words between two places name, each part of the list as a name or as free words."""
    return named_ends(clause, pieces(clause.text, start, end), relation)


def named_ends(clause: Clause, parts: Iterable[Piece], relation: RelationType) -> Iterator[End]:
    """The ends that pieces of free words come to, each as a name or as it stands; pronouns name nothing."""
    listed = list(parts)
    for piece in listed:
        mention = mentioned(clause, piece)
        if mention is not None:
            yield known(mention)
        elif two := _two_items(clause, piece, listed):
            yield from map(known, two)
        elif piece.text.lower() not in PRONOUNS:
            yield free(piece.text, relation)


def _two_items(clause: Clause, piece: Piece, listed: list[Piece]) -> list[Mention]:
    """Two products side by side in a list of such, where a hasty hand left out the comma: "Git, Docker Kafka"."""
    inside = [m for m in clause.mentions if piece.start <= m.start and m.end <= piece.end]
    is_all = len(inside) == 2 and clause.text[inside[0].start : inside[1].end] == piece.text
    if not is_all or len(listed) < MIN_LISTED or clause.text[inside[0].end : inside[1].start] != " ":
        return []
    others = [mentioned(clause, other) for other in listed if other is not piece]
    return inside if all(m is not None and m.kind is Kind.SERVICE for m in (*inside, *others)) else []


_TOLD_OF_IT = re.compile(r"[`*]*\s*\b(?:died|went|got|was|were|will|came|cannot|can['’]t|is|are|has|have)\s")
"""Behind a part of a list it begins another sentence."""
NOT_SO = re.compile(
    r"[^,;.]{2,30}?\s(?:is |are )?(?:not|isn't|isnt|never)\s"
    r"(?:needed|required|used|necessary|supported|involved|possible|allowed)\b",
    re.IGNORECASE,
)
"""In a part of a list it tells that the part is none of it: "takes oars, sails not needed"."""


def objects(
    clause: Clause, start: int, end: int, relation: RelationType, *, is_free: bool = False
) -> tuple[list[End], int]:
    """The objects of a verb between two places, and where their list ends.

    A part of the list is the name in it, at most three words from its beginning; where the relation's target may be
    free (`is_free`), or beside a name, a part may also be a few words of its own. A preposition ends the list.
    """
    found: list[End] = []
    opened = last = start
    for piece in _parts(clause, start, end, relation):
        if OTHER_SIDE.match(clause.text, piece.start, piece.end) or has_own_figure(clause.text, piece):
            break
        if found and (is_another(clause, piece, end, relation) or NOT_SO.match(clause.text, piece.start)):
            break
        of = OF.match(clause.text, piece.start, piece.end)
        some = _SOME_OF.match(clause.text, piece.start, piece.end)
        start = of.end() if of else some.end() if some else piece.start
        if found and _FOR.match(clause.text, start, piece.end):
            continue  # "takes nets (e.g. for cod)"
        if found and (again := _AGAIN.match(clause.text, start, piece.end)):
            if " by" in clause.text[max(0, opened - _BY) : opened].lower():
                break  # "sent to the hall by mail, or to the yard"
            start = again.end()
        if remark := _REMARK.match(clause.text, start, piece.end):
            start = remark.end()
        cut = PREPOSITION.search(clause.text, start, piece.end)
        stop = cut.start() if cut else piece.end
        if found and cut and relation in _DATA and ALSO_THERE.match(clause.text, piece.start, end):
            break  # "oars in X, nets in Y"
        if found and _TOLD_OF_IT.match(clause.text, stop):
            break  # "kept in X, Y died with the old pier"
        if found and cut and clause.text.endswith(f" {cut[0].strip()} ", 0, opened):
            break  # "painted in X, the raft in Y"
        target = _object(clause, start, stop, relation, first=not found, is_free=is_free)
        if target is None and not found and relation in _NAMEABLE and _opens_list(clause, start, piece.end, end):
            target = free(clean(clause.text[start:stop]), relation)
        if target is None and are_examples(clause.text, piece.end, end):
            continue
        if target is None:
            break
        if found and relation is RelationType.REPLACES and target.key is None and " " in (target.text or ""):
            break  # "follow-up of the gig, single mast"
        found.append(target)
        last = stop
        if cut:
            break
    return found, last


def _parts(clause: Clause, start: int, end: int, relation: RelationType) -> Iterator[Piece]:
    """The parts of a list; one may be too long for a name where a name opens it: "on X in the yard behind Y"."""
    text = clause.text
    for index, (first, last) in enumerate(list_parts(text, start, end)):
        name = clean(text[first:last])
        ends = PREPOSITION if relation in _WITH_A_TAIL else _AIM if relation in _AIMING else None
        cut = ends.search(text, first, last) if ends is not None and (not index or ends is PREPOSITION) else None
        opened = cut is not None and any(first <= m.start and m.end <= cut.start() for m in clause.mentions)
        opened = opened or (relation is RelationType.REQUIRES and not index)
        if is_name(name) or (cut is not None and opened and is_name(clean(text[first : cut.start()]))):
            yield Piece(name, first, last)
        elif not index and (name.isdigit() or _FIGURE.match(text, first)) and text[last : last + 2] == ", ":
            return  # "goes by 42, the tram by 7", "takes > 2 days to get there, the tram an hour"


def _opens_list(clause: Clause, start: int, stop: int, end: int) -> bool:
    """Whether a noun without a name stands before names in a list: "from the cellar, Git or a disk"."""
    between = _JOINS.match(clause.text[stop:end])
    place = stop + between.end() if between else end
    kept = _KEPT_SO.match(clause.text, place, end)
    places = {place, place + 1, kept.end() if kept else place}
    return _is_beside(clean(clause.text[start:stop])) and any(m.start in places for m in clause.mentions)


def _object(clause: Clause, start: int, stop: int, relation: RelationType, *, first: bool, is_free: bool) -> End | None:
    inside = [m for m in clause.mentions if start <= m.start and m.end <= stop]
    if inside and is_in_remark(clause.text, start, inside[0].start):
        inside = []
    if inside:
        named = inside[-1]
        whole = _qualified(clause, named, start) or _longer(clause, named, stop) if relation in _BESIDE else None
        return free(whole, relation) if whole else _named_object(clause, inside, start, stop, first=first)
    raw = clause.text[start:stop].strip()
    if _PLACE.fullmatch(raw) and relation is RelationType.STORES_IN:
        return free(clean(raw), relation)
    may_be_place = not first or is_free or (relation is RelationType.STORES_IN and clause.lead is None)
    is_place = relation in _DATA and may_be_place and ALSO_PLACE.fullmatch(raw)
    if is_place or (_FILE.fullmatch(raw) and relation in _NAMEABLE):
        return free(clean(raw), relation)
    is_moved = relation in _MOVES and bool(raw) and not is_verb(raw.split()[0].lower())
    beside = not first and (relation in _FEATURES or _NAMELIKE.search(raw) or is_moved or _is_beside(raw))
    is_unusual = relation in _NAMEABLE and (_CAPITAL.fullmatch(raw) or _is_unusual(raw))
    if not (is_free or beside or is_unusual) or (not first and _MEASURED.search(raw)):
        return None
    text = _TOLD_OF.sub(r"\1", _OWN.sub("", clean(raw)))  # "mooring line details"
    text = _named_ones(clause, text, start) if text.endswith(" ones") else text
    words = text.lower().split()
    is_deed = relation is RelationType.HAS_FEATURE and len(words) > 2 and is_verb(words[0])  # "keep boats dry"
    is_own = raw.lower().startswith(("its own ", "their own "))  # "has its own users"
    if not is_name(text) or is_deed or len(words) > MAX_PLAIN_WORDS or VAGUE & {words[0], words[-1]}:
        return None
    return free(text, relation) if is_own or words[0] not in PRONOUNS else None


def _named_ones(clause: Clause, text: str, start: int) -> str:
    """ "night boats instead of open ones": "open boats", by the plural that the name before ends with."""
    before = (clause.text[m.start : m.end].rpartition(" ")[2] for m in reversed(clause.mentions) if m.end <= start)
    noun = next((word for word in before if word.islower() and singular(word) != word), None)
    return f"{text.rpartition(' ')[0]} {noun}" if noun else text


def _is_unusual(raw: str) -> bool:
    """Whether a word, with a version or not, is no ordinary one, and so a name: "tdbsam", "cgroups v2"."""
    match = _LONE_WORD.fullmatch(raw)
    if match is None or match[0].endswith("s") or match[1] in GENERAL or is_general(match[1]):
        return False
    return not is_ordinary(match[1]) and not is_verb(match[1])


def _is_beside(raw: str) -> bool:
    words = raw.lower().split()
    return 0 < len(words) <= 2 and not is_verb(words[0]) and not is_verb(words[-1]) and is_noun(raw)


def _named_object(clause: Clause, inside: list[Mention], start: int, stop: int, *, first: bool) -> End | None:
    """The name of a part of a list; "an encrypted S3 bucket" names the bucket where both are known."""
    name = inside[0]
    if len(clause.text[start : name.start].split()) > MAX_PLAIN_WORDS:
        return None
    if (whole := _of_two_names(clause, inside, stop)) is not None:
        return free(whole, RelationType.HAS_FEATURE)
    for other in inside[1:]:
        if not clause.text[name.end : other.start].strip(" `*") and other.end - other.start > name.end - name.start:
            name = other
    behind = _unnamed(clause, inside, start, stop).split() and clause.text[name.end : stop].split()
    if not first and behind and says_more(behind):
        return None  # "needs X or Y, Z ignores it", "Z only W": another sentence; "Z 3 m": a figure
    whole = clean(clause.text[start:stop])
    if behind and are_nouns(behind) and len(whole.split()) <= MAX_PLAIN_WORDS and is_noun(whole):
        return free(whole, RelationType.HAS_FEATURE)  # "the CI job" is not the CI
    return known(name)


def _unnamed(clause: Clause, inside: list[Mention], start: int, stop: int) -> str:
    """The words beside the names of a part; none where a hasty hand left out the commas: "tin zinc lead"."""
    rest = [
        clause.text[a:b]
        for a, b in zip([start, *(m.end for m in inside)], [*(m.start for m in inside), stop], strict=True)
    ]
    words = "".join(rest).strip(" `*")
    return "" if word_list("leftovers").issuperset(words.lower().split()) else words  # "X here"


def _qualified(clause: Clause, name: Mention, start: int) -> str | None:
    """A name with the noun before it, where one of its kind is set against another: "the harbour ferry"."""
    if clause.text[name.start - 1 : name.start] == "-" and name.start - 1 > start:
        return clean(clause.text[start : name.end])  # "day-fed oven", where an oven is known
    if any(m.end <= name.start and m.start >= start for m in clause.mentions):
        return None
    before = clean(clause.text[start : name.start]).split()
    is_noun_ = len(before) == 1 and before[0].islower() and are_nouns(before) and names_a_thing(before[0])
    return clean(clause.text[start : name.end]) if is_noun_ else None


_NAME_GOES_ON = re.compile(r"(?: (?:[A-Z][\w-]*|v\d[\w.]*)){1,2}")


def _longer(clause: Clause, name: Mention, stop: int) -> str | None:
    """A longer name that begins with that of the section: below the Ferry "the Ferry Express" is another one."""
    match = _NAME_GOES_ON.match(clause.text, name.end, stop) if name.key == clause.subject else None
    return clause.text[name.start : match.end()] if match else None


def _of_two_names(clause: Clause, inside: list[Mention], stop: int) -> str | None:
    """ "a Linux runner": a technology before a common noun that belongs to another thing makes a name of its own."""
    if len(inside) != 2 or inside[0].kind is Kind.SERVICE or inside[1].kind not in (Kind.FEATURE, Kind.TECHNOLOGY):
        return None
    first, last = inside
    adjacent = clause.text[first.end : last.start] == " " and not clause.text[last.end : stop].strip()
    owned = first.key in (last.owner, last.key.rpartition("/")[0]) or first.key in last.key
    return clean(clause.text[first.start : last.end]) if adjacent and not owned else None
