"""What the words of a clause say: subject, relation's words, object; in lists, in both voices, with their condition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.lexicon import Hit
from graph.vocabulary import Direction, Kind, RelationType
from ingest.actors import Actors, actors
from ingest.ends import GENERAL, edge, free, is_noun, known, labelled, objects, purposes, subject
from ingest.phrases import Piece, free_end, hard_end
from ingest.sentence import Sentence, Side
from ingest.subjects import opening_noun
from ingest.terms import is_verb, word_list
from ingest.values import EdgeDraft, End

_MOVES = (RelationType.SENDS_TO, RelationType.STORES_IN)
_PAIRS = (RelationType.USE_INSTEAD_OF, RelationType.CONTRASTS_WITH)
_SUITS = (RelationType.SUITED_TO, RelationType.NOT_SUITED_TO)
_ALTERNATIVE = re.compile(
    r"[\s)]*(?:(?:[,(;.]|-|–)\s*(?:(?:so|then|better|rather|instead|there|for that)[\s,]+)*"
    r"(?:use|take|pick|choose|prefer|better|that is|that's|thats|this is|go for)\s+|(?:->|=>)\s*(?:use\s+)?)",
    re.IGNORECASE,
)
_PLAIN_OBJECTS = (
    RelationType.READS_FROM,
    RelationType.SENDS_TO,
    RelationType.TRIGGERS,
    RelationType.RUNS_ON,
    RelationType.USES,
    RelationType.STORES_IN,
)
_PLACES = frozenset(["server", "servers", "system", "database", "disk"])
"""General words that are something where data goes or work is done."""
MAX_WORDS_BEFORE_THAT = 5
_IT = frozenset(["it", "them"])
_BY_WAY_OF = "by way of"
_USED_TO = "used to"
"""Says what a thing can do; only its denial tells what the thing is not for."""
_PEOPLE = frozenset(["you", "us", "users", "developers", "me", "people", "teams", "customers", "everybody", "everyone"])
_ANOTHERS = frozenset(["that", "which", "who", "allowing", "allows", "connecting", "can", "want", "need"])
"""Where one of these stands, what works by way of something is not what the clause is about."""
_CHOOSE = frozenset(["take", "use", "prefer", "choose", "pick", "favour", "favor"])


def stated(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges that the relation words of the clause state."""
    hits = list(sentence.hits())
    compared: list[End] = []
    acting: list[End] = []
    subjects = list(_subjects(sentence, hits))
    for place, hit in enumerate(hits):
        relation = hit.phrase.relation
        stop = _stop(sentence, hits, place, subjects)
        if relation is RelationType.RAISES:
            continue
        if relation in _SUITS:
            yield from _suits(sentence, hit)
        elif sentence.conditional(hit) or sentence.negated(hit):
            continue
        elif relation in _PAIRS or _is_chosen_over(sentence, hit):
            yield from _pairs(sentence, hit, compared)
        elif not (
            relation is RelationType.USES
            and _ALTERNATIVE.match(sentence.clause.text, max(0, sentence.place(hit.first) - 2))
        ):
            yield from _verb(sentence, hit, stop, acting, subjects[place])


def _subjects(sentence: Sentence, hits: list[Hit]) -> Iterator[Actors | None]:
    """The subject in words of its own of each verb, None for what is no verb or has none."""
    behind = -2
    for hit in hits:
        yield actors(sentence, hit, _floor(sentence, hit), behind) if _has_actor(sentence, hit) else None
        behind = hit.end if hit.phrase.verb else behind


def _stop(sentence: Sentence, hits: list[Hit], place: int, subjects: list[Actors | None]) -> int:
    """Where the objects of a verb end at the latest: at the next relation words, or at the subject of those."""
    if place + 1 == len(hits):
        return len(sentence.words)
    following, acting = hits[place + 1].first, subjects[place + 1]
    return acting.first if acting is not None and hits[place].end < acting.first else following


# -- subject, verb, object
def _verb(sentence: Sentence, hit: Hit, stop: int, acting: list[End], actor: Actors | None) -> Iterator[EdgeDraft]:
    """The edges of a verb; `acting` are the subjects of the verb before it, which "and" gives to this one too."""
    clause, phrase = sentence.clause, hit.phrase
    following = sentence.words[hit.end].lower if hit.end < len(sentence.words) else ""
    if following in _PEOPLE or (following == "to" and (phrase.free or phrase.relation is RelationType.USES)):
        return
    left = sentence.left(hit, floor=_floor(sentence, hit))
    shared = acting if phrase.verb and _follows_and(sentence, hit) else []
    if phrase.rule == _BY_WAY_OF:
        sources = _users(sentence, hit, left, acting)
    else:
        sources = _moved(sentence, hit) or shared[:] or _sources(sentence, left, hit, actor)
    if not sources:
        return
    if phrase.verb and phrase.direction is Direction.OUT:
        acting[:] = sources
    start = sentence.place(hit.end)
    end = free_end(clause.text, start, sentence.place(stop))
    has_actor = actor is not None and bool(actor.ends)
    is_free = phrase.free and (has_actor or not left.plain or sources[0].key is None)
    targets, last = objects(clause, start, end, phrase.relation, is_free=is_free)
    if phrase.relation is RelationType.TRIGGERS and phrase.particle:
        targets = _started(sentence, hit)
    named = has_actor or bool(left.mentions) or bool(shared)
    is_strong = not phrase.weak or (phrase.relation is RelationType.TRIGGERS and sources[0].key is not None)
    is_plain = phrase.verb and is_strong and phrase.relation in _PLAIN_OBJECTS
    is_call = sentence.words[hit.first].lower.startswith(("ask", "call")) and following in word_list("determiners")
    may_be_plain = named or (is_call and not left.plain and not left.other)
    if not targets and may_be_plain and is_plain and following not in sentence.lexicon.prepositions:
        targets, last = _plain_object(sentence, start, end, phrase.relation)
    is_active = (phrase.verb and not phrase.passive) or phrase.relation is RelationType.USES
    if not targets and named and following in _IT and is_active:
        targets = [_meant(sentence, hit, sources)]  # "X needs it": what the lines are about
    if not targets and phrase.relation is RelationType.TRIGGERS and phrase.verb and left.mentions:
        targets = [subject(clause.subject, clause)]  # "a webhook from X triggers a sync": one of what the line is about
    if phrase.rule == _BY_WAY_OF:
        targets = [t for t in targets if left.mentions or t.key is not None or (t.text or "").lower() != t.text]
    if phrase.weak and not phrase.verb and not left.mentions:
        wholes = [t for t in targets if t.kind in (Kind.TECHNOLOGY, Kind.SERVICE) or t.key is None]
        targets = targets if wholes and wholes[0] is targets[0] else wholes
    condition = sentence.condition(sentence.index_at(last), stop)
    rule = phrase.rule + ("" if left.mentions else " (noun before)" if left.plain else " (subject above)")
    for source in sources:
        for target in targets:
            inverse = phrase.direction is Direction.IN
            yield edge(source, phrase.relation, target, rule, inverse=inverse, condition=condition)


def _users(sentence: Sentence, hit: Hit, left: Side, acting: list[End]) -> list[End]:
    """What works "via X" or "over X": a noun right before it, else what does the clause's verb, else its subject."""
    clause, words = sentence.clause, [word.lower for word in sentence.words[: hit.first]]
    sign = sentence.words[hit.first].lower
    begin = max((i for i, word in enumerate(words) if word in (",", ";")), default=_floor(sentence, hit) - 1) + 1
    verbs = [i for i in range(begin, hit.first) if i not in sentence.at and _is_finite(sentence, i)]
    is_near = bool(left.mentions) and left.mentions[-1].end >= sentence.place(hit.first) - 2
    if sign != "by" and is_near and not any(sentence.place(i) < left.mentions[0].start for i in verbs):
        return [known(m) for m in left.mentions]
    if sign == "with" and left.plain and left.edge <= sentence.body and not verbs:
        noun = opening_noun(sentence)
        return [free(noun.text, RelationType.HAS_FEATURE)] if noun is not None and _is_near(sentence, noun, hit) else []
    if sign == "with":
        return [] if left.mentions or left.edge > sentence.body else [subject(clause.subject, clause)]
    if sign == "by" and (not verbs or words[-1].endswith("ed") or words[-1] in word_list("past")):
        return []  # "made by X"
    if set(words[begin:]) & _ANOTHERS or (sign == "over" and set(words) & _CHOOSE):
        return []
    return acting[:] or [labelled(clause) if hit.first >= sentence.body else subject(clause.subject, clause)]


def _is_finite(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index].lower.rpartition("-")[2]
    return is_verb(word) or word in sentence.lexicon.auxiliaries


def _plain_object(sentence: Sentence, start: int, end: int, relation: RelationType) -> tuple[list[End], int]:
    """The few plain words that a named thing reads, sends to or starts: "the mixer triggers the night alarm"."""
    targets, last = objects(sentence.clause, start, end, relation, is_free=True)
    text = (targets[0].text or "") if targets else ""
    words = text.lower().split()
    small = sentence.lexicon.fillers | sentence.lexicon.prepositions | GENERAL
    is_thing = is_noun(text) or text.lower() in _PLACES
    is_marked = sentence.words[sentence.index_at(start)].lower in word_list("determiners") if words else False
    if not words or (is_verb(words[0]) and not is_marked) or words[0] in small or not is_thing:
        return [], start
    return targets[:1], last


def _follows_and(sentence: Sentence, hit: Hit) -> bool:
    """Whether "and", with small words at most, joins the verb to the one before it."""
    index = hit.first - 1
    while index > 0 and sentence.words[index].lower in ("then", "also", "so", "directly"):
        index -= 1
    return (
        index > 0
        and sentence.words[index].lower in ("and", "then", "or")
        and not sentence.words[hit.first].lower.endswith("ing")
    )


def _moved(sentence: Sentence, hit: Hit) -> list[End]:
    """ "install X on Y": what the verb moves is what runs there."""
    if hit.phrase.relation is not RelationType.RUNS_ON or not hit.phrase.particle:
        return []
    inside = [sentence.at[i] for i in range(hit.gap_start, hit.end - 1) if i in sentence.at]
    return [known(inside[-1])] if inside else []


def _meant(sentence: Sentence, hit: Hit, sources: list[End]) -> End:
    """What "it" stands for behind a verb: the name that opens the sentence with a verb of its own, else the subject."""
    clause = sentence.clause
    opening = next(
        (m for m in clause.mentions if m.start <= clause.body_start + 1 and m.start >= clause.body_start), None
    )
    behind = sentence.index_at(opening.end) if opening is not None else hit.first
    if opening is not None and behind < hit.first and _is_finite(sentence, behind) and known(opening) not in sources:
        return known(opening)
    return subject(clause.subject, clause)


def _started(sentence: Sentence, hit: Hit) -> list[End]:
    """ "kicks X off": what stands between the verb and its particle is started."""
    inside = [sentence.at[i] for i in range(hit.gap_start, hit.end - 1) if i in sentence.at]
    if inside:
        return [known(inside[-1])]
    words = {word.lower for word in sentence.words[hit.gap_start : hit.end - 1]}
    return [subject(sentence.clause.subject, sentence.clause)] if words & _IT else []


def _floor(sentence: Sentence, hit: Hit) -> int:
    """How far back the left side may reach: up to the label, if the words stand behind it."""
    return sentence.body if hit.first >= sentence.body else 0


def _sources(sentence: Sentence, left: Side, hit: Hit, actor: Actors | None) -> list[End]:
    clause, phrase = sentence.clause, hit.phrase
    if left.mentions and phrase.verb and sentence.is_infinitive(hit, left):
        return []
    if actor is not None and actor.ends:
        return list(actor.ends)
    if left.mentions:
        near = left.mentions[-1].end >= sentence.place(hit.first) - 2
        return [known(m) for m in left.mentions] if near or phrase.verb or not phrase.weak else []
    if left.other and phrase.verb and _describes_subject(sentence, left.edge):
        return [labelled(clause) if hit.first >= sentence.body else subject(clause.subject, clause)]
    if left.other or (phrase.weak and left.edge > sentence.body and not sentence.opens(left.edge)):
        return []
    if left.plain and not (phrase.passive or (phrase.relation in _MOVES and not phrase.verb)):
        noun = opening_noun(sentence) if left.edge <= sentence.body else None
        is_source = noun is not None and len(noun.text.split()) <= 2 and _is_near(sentence, noun, hit)
        return [free(noun.text, RelationType.HAS_FEATURE)] if noun is not None and is_source else []
    if phrase.relation is RelationType.HAS_FEATURE and sentence.words[hit.first].lower in ("have", "had"):
        return []  # "you have …"
    return [labelled(clause) if hit.first >= sentence.body else subject(clause.subject, clause)]


def _describes_subject(sentence: Sentence, relative: int) -> bool:
    """Whether the noun before "that" opens what is said of the subject: "X: plugin that calls Y"."""
    if sentence.clause.subject_span is not None:
        return False
    words = [word.lower for word in sentence.words[sentence.body : relative]]
    small = sentence.lexicon.prepositions | sentence.lexicon.auxiliaries | {",", ":", ";", "-", "and", "or"}
    if not 0 < len(words) <= MAX_WORDS_BEFORE_THAT or set(words) & small or words[-1] in GENERAL | {"job", "jobs"}:
        return False
    return not any(is_verb(word) for word in words[:-1])


def _has_actor(sentence: Sentence, hit: Hit) -> bool:
    """Whether the words are a verb whose subject stands before it; what is moved somewhere is no subject."""
    phrase = hit.phrase
    if not phrase.verb or sentence.words[hit.first].lower.endswith("ing"):
        return False
    if not phrase.passive:
        return True
    before = sentence.words[hit.first - 1].lower if hit.first else ""
    return phrase.direction is Direction.IN and before in sentence.lexicon.auxiliaries | sentence.lexicon.fillers


def _is_near(sentence: Sentence, noun: Piece, hit: Hit) -> bool:
    """Whether nothing but small words stands between the noun that opens the clause and the relation's words."""
    if noun.end > sentence.place(hit.first):
        return False
    between = sentence.words[sentence.index_at(noun.end) : hit.first]
    return all(word.lower in sentence.lexicon.fillers for word in between)


# -- good and bad for
def _suits(sentence: Sentence, hit: Hit) -> Iterator[EdgeDraft]:
    clause, phrase = sentence.clause, hit.phrase
    relation = phrase.relation
    if sentence.conditional(hit):
        return
    if sentence.negated(hit):
        if relation is RelationType.NOT_SUITED_TO:
            return
        relation = RelationType.NOT_SUITED_TO
    elif phrase.rule == _USED_TO:
        return
    left = sentence.left(hit, floor=_floor(sentence, hit))
    if left.other or (left.plain and left.edge <= sentence.body and relation is RelationType.SUITED_TO):
        return
    # An idea before the words is a quality of what the clause is about ("low latency for games").
    things = [m for m in left.mentions if m.kind is not Kind.CONCEPT or m.key == clause.subject]
    noun = opening_noun(sentence) if left.plain and left.edge <= sentence.body else None
    if noun is not None and _is_near(sentence, noun, hit) and not left.mentions:
        sources = [free(noun.text, RelationType.HAS_FEATURE)]  # "night mode is bad for ..."
    else:
        above = labelled(clause) if hit.first >= sentence.body else subject(clause.subject, clause)
        sources = [known(m) for m in things] or [above]
    start = sentence.place(hit.end)
    end = hard_end(clause.text, start, len(clause.text))
    rule = "bad for" if relation is RelationType.NOT_SUITED_TO else phrase.rule
    rule += "" if left.mentions else " (noun before)" if left.plain else " (subject above)"
    targets = list(purposes(clause, start, end, relation))
    for source in sources:
        for target in targets:
            yield edge(source, relation, target, rule)
    if relation is RelationType.NOT_SUITED_TO and targets:
        yield from _use_that(sentence, sources, free_end(clause.text, start, len(clause.text)))


# -- one thing or the other
def _is_chosen_over(sentence: Sentence, hit: Hit) -> bool:
    """ "take X over Y": the verb stands right before X."""
    if sentence.words[hit.first].lower != "over" or hit.end - hit.first != 1:
        return False
    left = sentence.left(hit)
    before = left.edge - 1
    while before > 0 and sentence.words[before].lower in ("the", "a", "an"):
        before -= 1
    return bool(left.mentions) and before >= 0 and sentence.words[before].lower in _CHOOSE


def _pairs(sentence: Sentence, hit: Hit, compared: list[End]) -> Iterator[EdgeDraft]:
    clause, phrase = sentence.clause, hit.phrase
    relation = phrase.relation if phrase.relation in _PAIRS else RelationType.USE_INSTEAD_OF
    left = sentence.left(hit)
    start = sentence.place(hit.end)
    end = free_end(clause.text, start, len(clause.text))
    # "X instead of a long queue": behind a name that is preferred, the other may be a few words of its own.
    is_free = bool(left.mentions) and relation is RelationType.USE_INSTEAD_OF
    targets, last = objects(clause, start, end, relation, is_free=is_free)
    if not targets or left.other or (left.plain and not left.mentions):
        return
    source = known(left.mentions[-1]) if left.mentions else subject(clause.subject, clause)
    condition = None
    if relation is RelationType.USE_INSTEAD_OF:
        condition = sentence.condition(sentence.index_at(last), len(sentence.words))
    rule = phrase.rule if relation is phrase.relation else "chosen over"
    for target in targets if relation is RelationType.USE_INSTEAD_OF else targets[:1]:
        yield edge(source, relation, target, rule, condition=condition)
    if relation is RelationType.CONTRASTS_WITH:  # "X vs Y vs Z"
        for other in compared:
            yield edge(other, relation, targets[0], rule)
        compared += [source, targets[0]]


def _use_that(sentence: Sentence, sources: list[End], end: int) -> Iterator[EdgeDraft]:
    """ "not for X, use Y": Y is to be used instead of what is bad for X."""
    clause = sentence.clause
    match = _ALTERNATIVE.match(clause.text, end)
    if match is None:
        return
    stop = free_end(clause.text, match.end(), len(clause.text))
    is_free = match[0].lstrip().startswith(("->", "=>"))
    for target in objects(clause, match.end(), stop, RelationType.USE_INSTEAD_OF, is_free=is_free)[0]:
        for source in sources:
            condition = clause.text[: match.start()].strip() if len(clause.text[: match.start()]) < 80 else None
            yield edge(target, RelationType.USE_INSTEAD_OF, source, "not for, use that", condition=condition)
