"""What does what relation words say: the subject in words of its own, the names before them, or what is above."""

from __future__ import annotations

import re

from graph.lexicon import Hit
from graph.vocabulary import PRODUCTS, Direction, Kind, RelationType
from ingest.attributing.clauses import is_record_of_another
from ingest.relating.actors import Actors, actors_before, is_plural_verb
from ingest.relating.adverbials import tells_where
from ingest.relating.ends import free, known, labelled, subject
from ingest.relating.handing_on import RECEIVING, handler, is_done_to, longer_noun, passed_on, receiver_of
from ingest.relating.outdated import held_before, names_before_comma
from ingest.relating.plain_words import GENERAL
from ingest.relating.positions import begins_part, floor_of, is_finite, is_near, shares_subject
from ingest.relating.sentence import Sentence, Side
from ingest.relating.spoken_of import said_of
from ingest.relating.subjects import opening_noun
from ingest.terms import is_verb, names_a_thing, word_list
from ingest.values import Clause, End, Mention

BY_WAY_OF = "by way of"
MAX_WORDS_BEFORE_THAT = 5
_JOINED_THERE = (RelationType.RUNS_ON, RelationType.INTEGRATES_WITH)
_MOVES = (RelationType.SENDS_TO, RelationType.STORES_IN)
_DATA = (RelationType.SENDS_TO, RelationType.STORES_IN, RelationType.READS_FROM)
NEAR = 60
"""How many characters before a place are looked at, so that long lines are read in time."""
_IS_WITH = re.compile(r"([\w/.-]+)`?\s+=\s+$")
_ANOTHERS = frozenset(
    ["think", "thinking", "consider", "that", "which", "who", "allowing", "allows", "connecting", "can", "want", "need"]
)
"""Where one of these stands, what works by way of something is not what the clause is about."""
_REMARK = re.compile(r"[`*]*\s*\(\s*(?:which |it |this )?")
_BONDS = frozenset(["integration", "integrations", "deployment", "deployments"])
_OFFERING = frozenset(["offers", "offer", "provides", "provide", "has", "comes"])
MAX_BEFORE_BOND = 4
_ONE = frozenset(["a", "an"])
_ARTICLES = (["a"], ["an"], ["the"])
_IS = (["is"], ["it's"], ["its"])
_PARTS = frozenset([",", ":", ";", "-", "and", "or"])
_VERSION = re.compile(r"\s+v?\d[\w.]*\s+")
_TAKEN = frozenset(["takes", "took", "taken", "taking"])
CHOOSE = frozenset(["take", "use", "prefer", "choose", "pick", "favour", "favor"])


def sources_of(sentence: Sentence, hit: Hit, left: Side, actor: Actors | None, acting: list[End]) -> list[End]:
    """The sources of a relation; `acting` are the subjects of the verb before it, which "and" gives to this one too."""
    if hit.phrase.rule == BY_WAY_OF:
        return _users(sentence, hit, left, acting)
    shared = acting[:] if shares_subject(sentence, hit) else []
    if not shared and _goes_on_with_known_deed(sentence, hit):
        shared = [above(sentence, hit)]
    shared = shared or _who_may(sentence, hit) or _beyond_adjunct(sentence, hit, left)
    if (has_it := handler(sentence, hit)) is not None:
        return [has_it]
    if _is_replaced(hit) and (old := held_before(sentence, sentence.place(hit.first))) is not None:
        return [old]
    if (renamed := names_before_comma(sentence, hit)) is not None:
        return renamed
    if shared and (receiver := receiver_of(sentence, hit)) is not None:
        shared = [receiver]
    found = (
        _moved(sentence, hit)
        or _brought_together(sentence, hit, left, actor)
        or shared
        or _sources(sentence, left, hit, actor)
    )
    is_idea = bool(found) and all(end.kind is Kind.CONCEPT and end.key for end in found)
    whole = above(sentence, hit)
    if hit.phrase.relation in _DATA:
        found = [
            whole if _is_noun_of_another(sentence.clause, end) or _tells_form(sentence, hit, left, end) else end
            for end in found
        ]
        found = list(dict.fromkeys(found))
    if hit.phrase.relation is RelationType.REPLACES and len(found) == 1 and _is_class(sentence, found[0]):
        return [whole]  # "night ferry forked from the barge"
    return [*found, whole] if is_idea and _is_done(sentence, hit) and whole not in found else found


def _is_replaced(hit: Hit) -> bool:
    return hit.phrase.relation is RelationType.REPLACES and hit.phrase.direction is Direction.IN


def _is_noun_of_another(clause: Clause, end: End) -> bool:
    """Whether a common noun only happens to be the name of a part of another thing: what is done to it is told of what
    stands above."""
    if end.kind is not Kind.FEATURE or end.key == clause.subject or clause.subject_kind not in PRODUCTS:
        return False
    named = next((m for m in clause.mentions if m.key == end.key), None)
    near = {clause.subject, clause.owner, clause.parent_subject, *clause.above, *(m.key for m in clause.mentions)}
    return named is not None and is_record_of_another(named, clause.text[named.start : named.end], near)


def _tells_form(sentence: Sentence, hit: Hit, left: Side, end: End) -> bool:
    """Whether a technology only tells the form of what is moved: "Morse or Latin notes go to", "my IP sits"."""
    named = next((m for m in reversed(left.mentions) if m.key == end.key), None)
    if named is None or end.kind is not Kind.TECHNOLOGY:
        return False
    clause = sentence.clause
    behind = clause.text[named.end : sentence.place(hit.first)].strip(" `*").rpartition(" ")[2]
    noun = behind or clause.text[clause.body_start : named.start].strip(" `*")
    return noun.islower() and noun.isalpha() and names_a_thing(noun)


def _beyond_adjunct(sentence: Sentence, hit: Hit, left: Side) -> list[End]:
    """ "the gig is a boat for the bay and carries mail": what opens the clause does it, not the name behind "for"."""
    if not (left.mentions and shares_subject(sentence, hit)) or sentence.words[hit.first].lower.endswith("ed"):
        return []
    last = left.mentions[-1]
    before = [w.lower for w in sentence.words[: sentence.index_at(last.start)] if w.lower not in _BEFORE_NAMES]
    if not before or before[-1] not in _ADJUNCTS:
        return []
    clause = sentence.clause
    opener = next((m for m in clause.mentions if m.start <= clause.body_start + len("the ")), None)
    return [known(opener)] if opener is not None and opener.key != last.key else [above(sentence, hit)]


_ADJUNCTS = frozenset(["for", "than", "with", "on", "in", "of", "inside", "over", "under", "beside", "behind"])
_BEFORE_NAMES = frozenset(["the", "a", "an", "your", "its", "`", "*", '"'])
_MAY = frozenset({"can", "could", "will", "would", "may", "might", "must", "should"})


def _who_may(sentence: Sentence, hit: Hit) -> list[End]:
    """ "the horn can wake the crew or start the pump": who may do the one may do the other."""
    if not shares_subject(sentence, hit) or sentence.words[hit.first].lower.endswith(("s", "ed")):
        return []
    floor = floor_of(sentence, hit)
    before = (i for i in range(floor, hit.first) if sentence.words[i].lower in _MAY and i not in sentence.at)
    place = next(before, floor)
    words = {word.lower for word in sentence.words[place : hit.first]}
    if place == floor or not words.isdisjoint({".", ";", ":", "if", "when", "who", "which", "that"}):
        return []
    acts = actors_before(sentence, place, floor)
    return list(acts.ends) if acts is not None and acts.first == floor else []


def _is_class(sentence: Sentence, end: End) -> bool:
    """Whether words of no name tell what the thing above is."""
    last = (end.text or "").lower().rpartition(" ")[2]
    return end.key is None and sentence.lexicon.names_kind(last) and sentence.clause.subject_kind is Kind.SERVICE


def above(sentence: Sentence, hit: Hit) -> End:
    """What the words at hand are about without saying so: the label's thing behind a label, else the subject."""
    clause = sentence.clause
    if hit.first < sentence.body:
        return subject(clause.subject, clause)
    about = labelled(clause)
    other = clause.parent_subject if about.key == clause.subject else clause.subject
    is_done_to = hit.first == sentence.body and other and about == _object(sentence, hit)
    return End(key=other) if is_done_to else about


def _object(sentence: Sentence, hit: Hit) -> End | None:
    """The name right behind a verb: what "Ferry: start the ferry" labels is what it is done to, and does nothing."""
    index = hit.end
    while index < len(sentence.words) and sentence.words[index].lower in word_list("determiners"):
        index += 1
    return known(sentence.at[index]) if hit.phrase.verb and index in sentence.at else None


def _users(sentence: Sentence, hit: Hit, left: Side, acting: list[End]) -> list[End]:
    """What works "via X" or "over X": a noun right before it, else what does the clause's verb, else its subject."""
    clause, floor = sentence.clause, floor_of(sentence, hit)
    sign = sentence.words[hit.first].lower
    begin = hit.first
    while begin > floor and sentence.words[begin - 1].lower not in (",", ";"):
        begin -= 1
    words = [word.lower for word in sentence.words[begin : hit.first]]
    verbs = [i for i in range(begin, hit.first) if i not in sentence.at and is_finite(sentence, i)]
    touches = bool(left.mentions) and left.mentions[-1].end >= sentence.place(hit.first) - 2
    place = left.mentions[0].start if touches else 0
    equals = _IS_WITH.search(clause.text, max(0, place - NEAR), place)
    if equals is not None:
        named = [m for m in clause.mentions if m.start <= equals.start() and equals.end(1) <= m.end]
        return [known(named[0])] if named else [subject(clause.subject, clause)]
    if sign == "with" and touches and tells_where(sentence.words[sentence.body : sentence.index_at(place)]):
        return []  # "keeps letters in the tower with a lock": the tower takes no lock
    if sign != "by" and touches and not any(sentence.place(i) < left.mentions[0].start for i in verbs):
        is_idea = all(m.kind is Kind.CONCEPT for m in left.mentions) and left.edge <= sentence.body
        is_whole = clause.subject_kind in PRODUCTS and clause.subject_span is None
        if sign == "with" and is_idea and is_whole and sentence.lexicon.names_kind(words[-1]):
            return []  # "night ferry with beds": what the whole is
        deed = [subject(clause.subject, clause)] if sign != "with" and is_idea and is_whole else []
        return [*map(known, left.mentions), *deed]  # "steering via ropes" below the ship
    if sign == "with" and left.plain and left.edge <= sentence.body and not verbs:
        noun = opening_noun(sentence)
        return [free(noun.text, RelationType.HAS_FEATURE)] if noun is not None and is_near(sentence, noun, hit) else []
    if sign == "with" and len(verbs) == 1 and verbs[0] == hit.first - 1:
        acts = actors_before(sentence, verbs[0], floor_of(sentence, hit))
        return list(acts.ends) if acts is not None else [above(sentence, hit)] if verbs[0] == sentence.body else []
    if sign == "with":
        return [] if left.mentions or left.edge > sentence.body else [subject(clause.subject, clause)]
    if sign == "by" and (not verbs or words[-1].endswith("ed") or words[-1] in word_list("past")):
        return []  # "made by X"
    if set(words) & _ANOTHERS or (sign == "over" and (set(words) & CHOOSE or _TAKEN & set(words[-1:]))):
        return []
    acts = actors_before(sentence, verbs[0], floor_of(sentence, hit)) if verbs else None
    if acts is not None and acts.ends and acts.ends[0].key is not None:
        return list(acts.ends)
    return acting[:] or [above(sentence, hit)]


def _sources(sentence: Sentence, left: Side, hit: Hit, actor: Actors | None) -> list[End]:
    phrase, place = hit.phrase, sentence.place(hit.first)
    if left.mentions and phrase.verb and sentence.is_infinitive(hit, left):
        return []
    if left.plain and (_is_its_stuff(sentence, hit) or _is_bond(sentence, hit, left)):
        return [above(sentence, hit)]
    if actor is not None and actor.ends:
        return list(actor.ends)
    if left.mentions and actor is not None and not phrase.verb:
        return []  # "trips to the lake only with oars": the trips, not the lake
    if _opens_kind(sentence, left, hit):
        return [above(sentence, hit)]
    if (opener := what_opens(sentence, left, hit)) is not None:
        return [known(opener)]
    if left.mentions and (longer := longer_noun(sentence, left, hit)) is not None:
        return [above(sentence, hit), longer]
    if left.mentions:
        version = _VERSION.fullmatch(sentence.clause.text, left.mentions[-1].end, place)
        if version is not None and phrase.relation is RelationType.REPLACES:
            name = sentence.clause.text[left.mentions[-1].start : place].strip()
            return [free(name, RelationType.HAS_FEATURE)]  # "Barge v2 took over"
        near = left.mentions[-1].end >= sentence.place(hit.first) - 2 or is_done_to(sentence, left, hit)
        return [known(m) for m in left.mentions] if near or phrase.verb or not phrase.weak else []
    if left.other and phrase.passive and phrase.direction is Direction.IN and phrase.relation is RelationType.USES:
        return passed_on(sentence, left)
    is_said = phrase.verb or phrase.relation is RelationType.REPLACES
    if left.other and is_said and _describes_subject(sentence, left.edge):
        return [above(sentence, hit)]
    if left.other or (phrase.weak and left.edge > sentence.body and not sentence.opens(left.edge)):
        return []
    if left.plain and (_is_aim(sentence, hit) or _goes_on_with_deed(sentence, hit)):
        return [above(sentence, hit)]
    is_flow = phrase.relation in _MOVES and not phrase.verb and phrase.direction is Direction.OUT
    if left.plain and not (phrase.passive or is_flow):
        noun = opening_noun(sentence) if left.edge <= sentence.body else None
        is_source = noun is not None and len(noun.text.split()) <= 2 and is_near(sentence, noun, hit)
        if noun is None or not is_source:
            return []
        done = [above(sentence, hit)] if _is_done(sentence, hit) else []
        return [*done, free(noun.text, RelationType.HAS_FEATURE)]
    if phrase.relation is RelationType.HAS_FEATURE and sentence.words[hit.first].lower in ("have", "had"):
        return []  # "you have …"
    clause = sentence.clause
    remarked = next((m for m in clause.mentions if _REMARK.fullmatch(clause.text, m.end, place)), None)
    if remarked is not None and remarked.kind is not Kind.CONCEPT and sentence.words[hit.end - 1].lower != "there":
        return [known(remarked)]  # "rowing boat (needs oars)"
    named = said_of(sentence, place) if begins_part(sentence, hit.first) else []
    if named and all(end.key for end in named):
        return named
    whole = above(sentence, hit)
    parts = [end for end in named if end.key is None and not is_verb((end.text or "").lower())]
    return [*parts, whole] if phrase.relation is RelationType.USES else parts or [whole]


_IS_ONE = re.compile(
    r"[`*]*\s+(?:is|are|was)\s+(?:just\s+|basically\s+)?(?:an?|the)\s+[\w /-]{2,40}?\s+(?:that|which)\s+"
    r"(?:(?:also|only|can|has|have|will)\s+)*"
)
_HAS_WITH_IT = re.compile(r"[`*]*\s+(?:with|w/?)\s+[`*]*")


def what_opens(sentence: Sentence, left: Side, hit: Hit) -> Mention | None:
    """The name that opens a clause and does what a later verb says: "the Ferry with ramps suits trucks", "the Ferry is
    a boat that carries mail"; None where it does not."""
    clause = sentence.clause
    opener = next((m for m in clause.mentions if m.start - clause.body_start in (0, 1, len("the "))), None)
    if opener is None or opener.kind is Kind.CONCEPT:
        return None
    if len(left.mentions) == 1 and _HAS_WITH_IT.fullmatch(clause.text, opener.end, left.mentions[0].start):
        return opener
    return opener if _IS_ONE.fullmatch(clause.text, opener.end, sentence.place(hit.first)) else None


def _opens_kind(sentence: Sentence, left: Side, hit: Hit) -> bool:
    """Whether a name begins what the thing above is said to be: "Morse telegraph made of brass"."""
    first = sentence.words[hit.first].lower
    is_done = hit.phrase.passive or first.endswith("ed") or first in word_list("past") | word_list("participles")
    if not is_done or left.edge != sentence.body or sentence.clause.subject_span is not None:
        return False
    noun = sentence.words[hit.first - 1].lower if hit.first - 1 not in sentence.at else ""
    if left.plain and not left.mentions:
        return sentence.clause.label is not None and sentence.words[sentence.body].lower in _ONE
    return len(left.mentions) == 1 and sentence.lexicon.names_kind(noun)


def _is_its_stuff(sentence: Sentence, hit: Hit) -> bool:
    """Whether all that stands before a verb is what belongs to any thing and stands for it: "code runs in X"."""
    small = sentence.lexicon.fillers | sentence.lexicon.auxiliaries
    words = [word.lower for word in sentence.words[floor_of(sentence, hit) : hit.first] if word.lower not in small]
    return len(words) == 1 and words[0] in word_list("its stuff")


def _is_aim(sentence: Sentence, hit: Hit) -> bool:
    """Whether all that stands before an order is what it is for: "to turn the boat, use the rudder"."""
    words = [word.lower for word in sentence.words[floor_of(sentence, hit) : hit.first + 1]]
    is_order = len(words) > 2 and words[-1] in ("use", "call") and words[0] == "to"
    return is_order and is_verb(words[1]) and "not" not in words and not {"it", "is", "are"} & set(words)


def _is_bond(sentence: Sentence, hit: Hit, left: Side) -> bool:
    """Whether no more stands before a bond with others than what it is like: "offers tight integration with"."""
    told = {word.lower for word in sentence.words[hit.first : hit.end]}
    if hit.phrase.verb or told.isdisjoint(_BONDS) or left.mentions or left.other:
        return False
    small = sentence.lexicon.fillers | sentence.lexicon.prepositions | _OFFERING
    before = [word.lower for word in sentence.words[left.edge : hit.first]]
    return len(before) <= MAX_BEFORE_BOND and all(word in small or is_verb(word) for word in before[:-1])


def _goes_on_with_deed(sentence: Sentence, hit: Hit) -> bool:
    """Whether "and" goes on with a deed of the subject above, known or misspelt: "haulls your boat and tows it to"."""
    floor = floor_of(sentence, hit)
    first, second = (
        (sentence.words[floor].lower, sentence.words[floor + 1].lower) if hit.first > floor + 2 else ("", "")
    )
    return first.endswith("s") and second in word_list("determiners") and shares_subject(sentence, hit)


def _goes_on_with_known_deed(sentence: Sentence, hit: Hit) -> bool:
    """Whether "and" goes on with a deed of the subject above: "carries letters from X and takes parcels to Y"."""
    floor = floor_of(sentence, hit)
    first, second = (word.lower for word in sentence.words[floor : floor + 2]) if hit.first > floor + 2 else ("", "")
    if floor in sentence.at or not (first.endswith("s") and is_verb(first)) or not shares_subject(sentence, hit):
        return False
    is_deed = second in word_list("determiners") | word_list("particles") | {"it", "them"} or floor + 1 in sentence.at
    told = first not in word_list("records") | word_list("stored") | word_list("nouns too")
    receivers = {word.lower for word in sentence.words[floor : hit.first]} & RECEIVING
    return (is_deed or told) and not receivers and sentence.words[hit.first].lower.endswith("s")


def _is_done(sentence: Sentence, hit: Hit) -> bool:
    """Whether a deed is said to be done by way of a thing: the whole whose deed it is uses that, too."""
    is_deed = hit.phrase.relation is RelationType.USES and not hit.phrase.verb
    return is_deed and sentence.clause.subject_kind in PRODUCTS


def _moved(sentence: Sentence, hit: Hit) -> list[End]:
    """ "install X on Y", "tie X to Y": what is moved runs there, or is joined to that; what it runs as is another."""
    is_used = sentence.words[hit.first].lower.startswith("us")  # "use it with X"
    if hit.phrase.relation not in _JOINED_THERE or not hit.phrase.particle or is_used:
        return []
    if sentence.words[hit.gap_start - 1].lower == "as" or sentence.words[hit.gap_start].lower == "as":
        return []
    inside = [sentence.at[i] for i in range(hit.gap_start, hit.end - 1) if i in sentence.at]
    return [known(inside[-1])] if inside else []


def _brought_together(sentence: Sentence, hit: Hit, left: Side, actor: Actors | None) -> list[End]:
    """ "integrate X with Y": what somebody who is not named brings together with something else."""
    is_bringing = hit.phrase.relation is RelationType.INTEGRATES_WITH and hit.phrase.particle and not hit.phrase.passive
    if not is_bringing or left.mentions or (actor is not None and any(end.key for end in actor.ends)):
        return []
    inside = dict.fromkeys(sentence.at[i] for i in range(hit.gap_start, hit.end - 1) if i in sentence.at)
    return [known(m) for m in inside if m.kind in PRODUCTS]


def _describes_subject(sentence: Sentence, relative: int) -> bool:
    """Whether the noun before "that" opens what is said of the subject: "X: plugin that calls Y", "is a tug that"."""
    if sentence.clause.subject_span is not None:
        return False
    words = [word.lower for word in sentence.words[sentence.body : relative]]
    words = words[1:] if words[:1] in _IS and words[1:2] in _ARTICLES else words
    if not 0 < len(words) <= MAX_WORDS_BEFORE_THAT or words[-1] in ("job", "jobs"):
        return False
    is_one = words[0] in _ONE or (words[0] == "the" and not words[-1].endswith("s"))
    if words[-1] in GENERAL and not is_one:
        return False  # "apps that use X" are others; "a rowing service that takes X" is the subject itself
    if not all(
        small.isdisjoint(words) for small in (sentence.lexicon.prepositions, sentence.lexicon.auxiliaries, _PARTS)
    ):
        return False
    return not any(is_verb(word) for word in words[:-1])


def has_actor(sentence: Sentence, hit: Hit) -> bool:
    """Whether the words are a verb whose subject stands before it; what is moved somewhere is no subject."""
    phrase = hit.phrase
    if phrase.relation is RelationType.REQUIRES and not phrase.verb and phrase.direction is Direction.OUT:
        return True
    first = sentence.words[hit.first].lower
    is_verb_form = phrase.verb or (phrase.relation is RelationType.READS_FROM and is_plural_verb(first))
    if not is_verb_form or first.endswith("ing"):
        return False
    if not phrase.passive:
        return True
    before = sentence.words[hit.first - 1].lower if hit.first else ""
    return phrase.direction is Direction.IN and before in sentence.lexicon.verb_aids
