"""What the words of a clause say: subject, relation's words, object; in lists, in both voices, with their condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.lexicon import Hit
from graph.vocabulary import PRODUCTS, Direction, Kind, RelationType
from ingest.relating.actors import Actors, actors, actors_before
from ingest.relating.by_ends import relation_of
from ingest.relating.doubts import (
    is_need_of_chooser,
    is_of_what_stands_for_it,
    is_where,
    languages_only,
    opens_with_use,
    replaced_by_it,
    says_nothing,
    users_among,
    with_who_allows,
    without_needed,
)
from ingest.relating.end_words import is_no_thing
from ingest.relating.ends import edge, free, known
from ingest.relating.pairs import ALTERNATIVE, PAIRS, advised_instead, is_chosen_over, paired
from ingest.relating.phrases import SPELT_OUT, clean, free_end, hard_end
from ingest.relating.plain_words import GENERAL, VAGUE, is_noun
from ingest.relating.positions import floor_of, is_near, shares_subject
from ingest.relating.purposes import purposes
from ingest.relating.rules.besides import also_needed, also_there, format_moved, kept_there, shared_out, within
from ingest.relating.rules.gapped import gap_behind, gapped
from ingest.relating.sentence import Sentence, Side
from ingest.relating.sources import above, has_actor, sources_of, what_opens
from ingest.relating.spoken_of import said_of
from ingest.relating.subjects import ends_kind, opening_noun
from ingest.relating.targets import Said, targets_of
from ingest.relating.things import thing_between
from ingest.terms import is_verb, names_a_thing, word_list
from ingest.values import EdgeDraft, End, Mention

_SUITS = (RelationType.SUITED_TO, RelationType.NOT_SUITED_TO)
_IS = frozenset(["is", "are"])
_WORKS_WITH = (RelationType.USES, RelationType.INTEGRATES_WITH)
_OUTSIDERS = frozenset(["clients", "client", "apps", "applications", "users", "consumers", "producers", "browsers"])
"""Who stands outside a thing and speaks with it."""
_RUNS = frozenset(["run", "runs", "running", "ran"])
_HOW_MANY = re.compile(r"(?:one|a single|single|multiple|several|many)\s+", re.IGNORECASE)
_COMMA = re.compile(r"[`*]*(?:,|,? and)\s+")
_TURN = re.compile(r",?\s+(?:only|just|merely|solely|purely)\s+(?:for|when|if)\b|, [^,;.()]+ (?:is|are)[.! ]*$", re.I)
"""Behind what a thing is bad for, what it is good for: "not for cars, only for bikes"."""
_DATA = frozenset(["data", "state", "config", "configuration", "settings", "files", "content", "values", "results"])
"""What a thing has in it, and no thing of its own."""
MIN_LONGER = 2
_USED_TO = "used to"
"""Says what a thing can do: what it is for where a clause opens so, what it is not for where that is denied."""


def stated(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges that the relation words of the clause state."""
    hits = [with_who_allows(sentence, hit) for hit in sentence.hits() if not ends_kind(sentence, hit.first)]
    hits = without_needed(sentence, hits)
    compared: list[End] = []
    acting: list[End] = []
    suiting = _Suiting([], -1)
    subjects = list(_subjects(sentence, hits))
    for place, hit in enumerate(hits):
        relation = hit.phrase.relation
        stop = _stop(sentence, hits, place, subjects)
        if relation is RelationType.RAISES:
            continue
        if relation in _SUITS:
            yield from _suits(sentence, hit, suiting, acting)
        elif sentence.conditional(hit) or sentence.negated(hit) or _is_anothers(sentence, hits, place):
            continue
        elif relation in PAIRS or is_chosen_over(sentence, hit):
            yield from paired(sentence, hit, compared)
        elif not (
            relation is RelationType.USES
            and ALTERNATIVE.match(sentence.clause.text, max(0, sentence.place(hit.first) - 2))
        ):
            left = sentence.left(hit, floor=floor_of(sentence, hit))
            gap = gap_behind(sentence, hit, stop) if left.mentions else None
            yield from _verb(sentence, hit, gap.first if gap is not None else stop, acting, subjects[place])
            yield from gapped(sentence, hit, left, gap) if gap is not None else ()


_CHOOSERS = frozenset({"we", "i", "you", "people"})


def _is_anothers(sentence: Sentence, hits: list[Hit], place: int) -> bool:
    """Whether the words speak of what somebody does who chooses, not of what a thing does: "we threw out the oars"."""
    before = sentence.words[hits[place].first - 1].lower if hits[place].first else ""
    if before in _CHOOSERS and hits[place].phrase.relation is RelationType.REPLACES:
        return True
    return _is_chosen_instead(sentence, hits, place) or is_need_of_chooser(sentence, hits[place])


def _subjects(sentence: Sentence, hits: list[Hit]) -> Iterator[Actors | None]:
    """The subject in words of its own of each verb, None for what is no verb or has none."""
    behind = -2
    for hit in hits:
        yield actors(sentence, hit, floor_of(sentence, hit), behind) if has_actor(sentence, hit) else None
        behind = hit.end if hit.phrase.verb else behind


def _is_chosen_instead(sentence: Sentence, hits: list[Hit], place: int) -> bool:
    """ "use X instead of Y": advice, and no word on what X is used by."""
    following = hits[place + 1] if place + 1 < len(hits) else None
    is_use = hits[place].phrase.relation is RelationType.USES
    before = sentence.words[hits[place].first - 1].lower if hits[place].first else ""
    if is_use and before in ("->", "=>") and sentence.words[hits[place].first].lower == "use":
        return True  # "long trips -> use X": what somebody should take
    if following is None or not is_use or following.phrase.relation is not RelationType.USE_INSTEAD_OF:
        return False
    between = {word.lower for word in sentence.words[hits[place].end : following.first]}
    return sentence.words[hits[place].first].lower == "use" and not between & {",", ";", "."}


def _stop(sentence: Sentence, hits: list[Hit], place: int, subjects: list[Actors | None]) -> int:
    """Where the objects of a verb end at the latest: at the next relation words, or at the subject of those."""
    while place + 1 < len(hits) and is_of_what_stands_for_it(sentence, hits[place].end, hits[place + 1]):
        place += 1
    if place + 1 == len(hits):
        return len(sentence.words)
    following, acting = hits[place + 1].first, subjects[place + 1]
    return acting.first if acting is not None and hits[place].end < acting.first else following


_NEXT_SUBJECT = re.compile(r"[\s`*]*,\s+[^,;.:()]{1,60}\s(?:is|are|was|were|does|do|has|have|can|will)\s")


def _has_no_object(sentence: Sentence, hit: Hit) -> bool:
    """Whether a verb is followed by no more than a comma and the next subject: "the tug pulls, ferries are pushed".

    Nor has "has been painted" an object, nor has "must be on, the horn sounds".
    """
    text, place = sentence.clause.text, sentence.place(hit.end)
    if hit.end < len(sentence.words) and sentence.words[hit.end].lower == "been":
        return True
    if text[place : place + 1] == ":" and sentence.words[hit.first].lower == "ex":
        return True  # "ex: …" gives examples
    if text.startswith(". ", place):
        return True  # another sentence
    if text[place : place + 1] != ",":
        return False
    is_done = hit.phrase.relation is RelationType.REQUIRES and sentence.words[hit.end - 1].lower == "on"
    is_noun = hit.phrase.relation is RelationType.READS_FROM and not hit.phrase.verb  # "quick reads, …"
    return is_done or is_noun or _NEXT_SUBJECT.match(text, place) is not None


def _is_said_beside(sentence: Sentence, hit: Hit) -> bool:
    """Whether "just a" goes on with what was said before a comma, and tells no kind: "needs no crew, just a rope"."""
    if hit.phrase.relation is not RelationType.KIND_OF or hit.first <= sentence.body:
        return False
    if sentence.words[hit.first - 1].lower != "," or sentence.words[hit.first].lower not in ("just", "only", "merely"):
        return False
    before = sentence.words[sentence.body : hit.first]
    return next(iter(sentence.hits())).first < hit.first or any(
        word.lower in sentence.lexicon.negations for word in before
    )


def _verb(sentence: Sentence, hit: Hit, stop: int, acting: list[End], actor: Actors | None) -> Iterator[EdgeDraft]:
    """The edges of a verb; `acting` are the subjects of the verb before it, which "and" gives to this one too."""
    phrase = hit.phrase
    if says_nothing(sentence, hit) or _has_no_object(sentence, hit) or _is_said_beside(sentence, hit):
        return
    verb, before = sentence.words[hit.first].lower, sentence.words[hit.first - 1].lower if hit.first else ""
    if (verb == "working" and not acting) or (verb.startswith("belong") and before in VAGUE):
        return  # "working with X": a title; "heavy stuff belongs in X"
    left = sentence.left(hit, floor=floor_of(sentence, hit))
    acts = actor is not None and bool(actor.ends)
    told = acts or bool(left.mentions) or (bool(acting) and shares_subject(sentence, hit))
    sources = sources_of(sentence, hit, left, actor, acting)
    if not sources:
        return
    if phrase.direction is Direction.OUT:
        acting[:] = sources
    said = Said(sentence, hit, left, sources, told, acts, stop)
    if phrase.relation in _WORKS_WITH and all((source.text or "").lower() in _OUTSIDERS for source in sources):
        sources = [above(sentence, hit)]  # what its clients use is what it takes
        said = said._replace(sources=sources, outside=True)
    if _runs_another(said):
        yield from _run_there(said)
        return
    if phrase.relation is RelationType.REPLACES and (old := replaced_by_it(sentence, hit, left)) is not None:
        yield edge(above(sentence, hit), phrase.relation, old, "replacement of that")
        return
    targets, last = targets_of(said)
    targets = languages_only(sentence, hit, targets)
    yield from format_moved(said, targets)
    if phrase.relation is RelationType.KIND_OF:
        targets = [t for t in targets[:1] if (t.text or "").lower() not in _NO_KINDS]  # "just a plugin, X or Y"
    rule = phrase.rule + ("" if left.mentions else " (noun before)" if left.plain else " (subject above)")
    if phrase.relation is RelationType.USES and not acts:
        owner = sentence.clause.owner  # "you can also use the ferry to …" below one of its parts
        targets = [t for t in targets if t.key is None or t.key != owner or sources[0].key != sentence.clause.subject]
    inverse = phrase.direction is Direction.IN
    kept = kept_there(said)
    if kept is not None:
        sources, rule = [*sources, free(kept, RelationType.HAS_FEATURE)], "stored there"
    for target, condition in _conditioned(said, targets, last):
        for source in sources:
            relation = relation_of(said, source, target) if kept is None else RelationType.STORES_IN
            yield edge(source, relation, target, rule, inverse=inverse, condition=condition)
    if phrase.direction is Direction.OUT:
        yield from also_there(said, last) if targets else ()
        yield from within(said, targets, last)
        yield from also_needed(said, last) if targets else ()
    is_put = phrase.passive or not phrase.verb
    if phrase.relation is RelationType.STORES_IN and is_put and left.plain and not left.mentions:
        found = actors_before(sentence, hit.first, floor_of(sentence, hit))
        for end in found.ends if found is not None else ():
            if end.key is None and (end.text or "").lower().split()[-1] not in _DATA:
                for target in targets:  # "the anchor lives in the shed"
                    yield edge(end, relation_of(said, end, target), target, "stored there")


_NO_KINDS = GENERAL | VAGUE


def _conditioned(said: Said, targets: list[End], last: int) -> Iterator[tuple[End, str | None]]:
    """The targets that end at a place of the text and what is said of when they are meant, then those that share the
    verb with them, each with its own."""
    sentence = said.sentence
    others = list(shared_out(sentence.clause, last)) if targets else []
    stops = [*(sentence.index_at(other.begin) for other in others), said.stop]
    condition = sentence.condition(sentence.index_at(last), stops[0])
    yield from ((target, condition) for target in targets)
    for other, stop in zip(others, stops[1:], strict=True):
        yield other.target, sentence.condition(sentence.index_at(other.end), stop)


def _runs_another(said: Said) -> bool:
    """Whether somebody runs something else there: "run a query on X"; not where it "runs as a lodger on X" itself."""
    phrase, words, place = said.hit.phrase, said.sentence.words, said.hit.first
    is_run = words[place].lower in _RUNS and phrase.relation is RelationType.RUNS_ON
    return bool(is_run and phrase.particle) and words[place + 1].lower != "as" and not said.encloses_it()


def _run_there(said: Said) -> Iterator[EdgeDraft]:
    """ "you can run a night crew on a barge": those that are run there, where crews are what runs at all."""
    sentence, text = said.sentence, said.sentence.clause.text
    start, end = sentence.place(said.hit.gap_start), sentence.words[said.hit.end - 2].end
    what = _HOW_MANY.sub("", clean(text[start:end]))
    last = what.lower().rpartition(" ")[2]
    if not {last, f"{last}s"} & word_list("runners"):
        return
    named = next((m for m in sentence.clause.mentions if start <= m.start and m.end == end), None)
    runner = known(named) if named is not None else free(what, RelationType.HAS_FEATURE)
    for target in targets_of(said)[0]:
        if target.key not in (None, runner.key) and target.kind is not Kind.CONCEPT:
            yield edge(runner, RelationType.RUNS_ON, target, "run there")


# -- good and bad for
def _longer_noun(sentence: Sentence, mention: Mention) -> str | None:
    """The noun that opens the clause, where it ends with a mention and begins before it."""
    clause = sentence.clause
    if mention.start - clause.body_start < MIN_LONGER:
        return None
    if clause.subject_span is not None:  # "Linux boats", where boats are known and are not Linux's
        first, last = clause.subject_span
        other = next((m for m in clause.mentions if m.start == first and m.end < mention.start), None)
        is_one = other is not None and other.kind is Kind.TECHNOLOGY and mention.owner is None and last == mention.end
        return clause.text[first:last] if is_one and mention.kind is Kind.FEATURE else None
    noun = opening_noun(sentence)
    is_longer = noun is not None and noun.end == mention.end and noun.start < mention.start
    return noun.text if noun is not None and is_longer else None


def _goes_on(sentence: Sentence, end: int, hit: Hit) -> bool:
    """Whether nothing but one part of the sentence stands between words before that end there, and a hit."""
    between = [word.lower for word in sentence.words[end : hit.first]] if end >= 0 else []
    return "," in between[-3:] and not {".", ";", ":"} & set(between)


@dataclass(slots=True)
class _Suiting:
    """What the words of praise before were said of, and where they end: "barges suit coal, never mail"."""

    things: list[End]
    end: int


def _praised(sentence: Sentence, hit: Hit, left: Side, before: _Suiting) -> list[End]:
    """What words of praise or blame are said of."""
    clause = sentence.clause
    # An idea before the words is a quality of what the clause is about ("low latency for games").
    verb, place = sentence.words[hit.first].lower, sentence.place(hit.first)
    acting = place - 1 if verb.endswith("s") and is_verb(verb) else -1  # "ballast helps when it blows"
    things = [m for m in left.mentions if m.kind is not Kind.CONCEPT or m.key == clause.subject or m.end == acting]
    noun = opening_noun(sentence) if left.plain and left.edge <= sentence.body else None
    if not left.plain and len(left.mentions) == 1 and (longer := _longer_noun(sentence, left.mentions[0])) is not None:
        return [free(longer, RelationType.HAS_FEATURE)]  # "night boats are for ...", where boats are known
    if noun is not None and is_near(sentence, noun, hit) and not left.mentions:
        return [free(noun.text, RelationType.HAS_FEATURE)]  # "night mode is bad for ..."
    if left.plain and not left.mentions and (own := _own_subject(sentence, left, hit)) is not None:
        return [own]
    goes_on = before.things if _goes_on(sentence, before.end, hit) else []
    if (opener := what_opens(sentence, left, hit)) is not None:
        return [known(opener)]
    return [known(m) for m in things] or goes_on or said_of(sentence, sentence.place(hit.first))


def _own_subject(sentence: Sentence, left: Side, hit: Hit) -> End | None:
    """What a later part of the clause says of words of its own: "rowing in rain, full speed is fine for lakes"."""
    verb = sentence.words[hit.first].lower
    is_said = verb in _IS or (verb.endswith("s") and is_verb(verb) and hit.phrase.relation in _SUITS)
    if left.edge <= sentence.body and hit.phrase.relation is RelationType.NOT_SUITED_TO and not is_said:
        return _blamed(sentence, hit)
    end = hit.first - (0 if is_said else 1)
    if not sentence.body < left.edge < end or not (is_said or sentence.words[end].lower in _IS):
        return None
    own = thing_between(sentence.clause, sentence.place(left.edge), sentence.words[end - 1].end)
    return own if own is None or own.key is not None or not is_no_thing(own.text or "", sentence.lexicon) else None


_DEGREES = frozenset({"way", "total", "totally", "pure", "complete", "bit", "lot", "kind", "sort"})


def _blamed(sentence: Sentence, hit: Hit) -> End | None:
    """The lone noun that blame opens with, without "is": "varnish useless for rafts"."""
    words = [word.lower for word in sentence.words[sentence.body : hit.first]]
    is_noun_ = len(words) == 1 and words[0] not in _DEGREES and is_noun(words[0]) and names_a_thing(words[0])
    return free(words[0], RelationType.HAS_FEATURE) if is_noun_ else None


_ARTICLE = re.compile(r"[`*\s]*(?:it(?:'s| is)\s+)?an?\s+[`*]*", re.IGNORECASE)


def _describes_tool(sentence: Sentence, hit: Hit, mention: Mention) -> bool:
    """Whether a name only says whose or what sort of a tool the thing is: "a harbour board standard for ropes"."""
    clause = sentence.clause
    is_beside = mention.end + 1 == sentence.place(hit.first)
    return is_beside and _ARTICLE.fullmatch(clause.text, clause.body_start, mention.start) is not None


def _suits(sentence: Sentence, hit: Hit, before: _Suiting, acting: list[End]) -> Iterator[EdgeDraft]:
    """The edges of words of praise or blame; those without a subject go on with that of the ones `before`, and those
    behind "and" with what the verb there does (`acting`)."""
    clause, phrase = sentence.clause, hit.phrase
    relation = phrase.relation
    if sentence.conditional(hit) or is_where(sentence, hit):
        return
    if sentence.negated(hit):
        if relation is RelationType.NOT_SUITED_TO:
            return
        relation = RelationType.NOT_SUITED_TO
    elif phrase.rule == _USED_TO and not opens_with_use(sentence, hit):
        return
    left = sentence.left(hit, floor=floor_of(sentence, hit))
    if left.other or (left.plain and left.edge <= sentence.body and relation is RelationType.SUITED_TO):
        return
    goes_on = bool(acting) and shares_subject(sentence, hit)
    sources = acting[:] if goes_on else _praised(sentence, hit, left, before)
    if left.mentions and _describes_tool(sentence, hit, left.mentions[-1]):
        sources = [above(sentence, hit)]
    if left.plain or left.mentions:
        before.things = sources
    before.end = hit.end
    start = sentence.place(hit.end)
    end = hard_end(clause.text, start, len(clause.text))
    if relation is RelationType.NOT_SUITED_TO and (turn := _TURN.search(clause.text, start, end)) is not None:
        end = turn.start()
    rule = "bad for" if relation is RelationType.NOT_SUITED_TO else phrase.rule
    rule += "" if left.mentions else " (noun before)" if left.plain else " (subject above)"
    targets = list(purposes(clause, start, end, relation))
    if phrase.rule == _USED_TO:
        targets = [target for target in targets if not is_verb((target.text or "").lower())]  # "to lift or lower"
    if len(targets) == 1 and (spelt := SPELT_OUT.match(clause.text, end)) is not None:
        targets += purposes(clause, spelt.end(), hard_end(clause.text, spelt.end(), len(clause.text)), relation)
    if relation is RelationType.SUITED_TO and (users := users_among(sentence, hit, targets)):
        targets = [target for target in targets if target not in users]
        for user in users:
            yield from (edge(user, RelationType.USES, source, "used inside") for source in sources if source != user)
    copes = relation is RelationType.SUITED_TO and sentence.words[hit.end - 1].lower == "with"
    copes = copes and bool(targets) and targets[0].key is not None and targets[0].kind in PRODUCTS
    for source in sources:
        for target in targets:
            takes = copes and target.key is not None and target.kind is not Kind.CONCEPT  # "fine with Morse"
            yield edge(source, RelationType.SUPPORTS if takes else relation, target, rule)
    if relation is RelationType.NOT_SUITED_TO and targets:
        stop = free_end(clause.text, start, len(clause.text))
        commas = (match.start() for match in _COMMA.finditer(clause.text, start, stop))
        stop = next((comma for comma in commas if ALTERNATIVE.match(clause.text, comma)), stop)
        for advised in advised_instead(sentence, sources, stop):
            yield advised
            for target in targets:
                yield edge(advised.source, RelationType.SUITED_TO, target, advised.rule)
