"""One thing or the other, by relation words: what is preferred to what, and what is set beside what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.lexicon import Hit
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, objects, subject
from ingest.relating.phrases import JOINED, free_end, hard_end
from ingest.relating.plain_words import are_nouns
from ingest.relating.purposes import purposes
from ingest.relating.sentence import Sentence, Side
from ingest.relating.sources import CHOOSE
from ingest.relating.spoken_of import said_of
from ingest.relating.subjects import opening_noun
from ingest.terms import is_verb
from ingest.values import EdgeDraft, End

PAIRS = (RelationType.USE_INSTEAD_OF, RelationType.CONTRASTS_WITH)
ALTERNATIVE = re.compile(
    r"[\s)]*(?:(?:[,(;.]|-|–)\s*(?:(?:so|then|better|rather|instead|there|for that)[\s,]+)*"
    r"(?:use|take|pick|choose|prefer|better|that is|that's|thats|this is|it's|its(?= [A-Z])|go for)\s+"
    r"|(?:->|=>|→)\s*(?:use\s+)?)",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\s*,?\s*(?:for|(?:if|when|whenever) (?:you|u|we) (?:need|want|have))\s+(?=\w)", re.IGNORECASE)
_FOR = re.compile(r" for (?:the |an? )?(?:[\w-]+ )?[`*]*$")
_GO_TO = re.compile(r"(?P<verb>[a-z]+) (?:it |them |that )?(?:into|to|onto|over to) (?:the |an? )?")
_OTHERS = re.compile(r",\s+(?:any|every|all|no)\s")
"""Behind a side it tells that the list is over: "unlike the raft, any harbour"."""
_FOR_THAT = re.compile(r"\s+(?:for|with) (?:that|this|those|these|it)\b")
_VERSUS = re.compile(r"\s(?:vs\.?|versus)\s", re.IGNORECASE)
_DEEDS = CHOOSE | {"deploy", "run", "go", "want", "switch", "move", "work", "rely", "build"}
"""What people do with the thing that they prefer."""
_ENDS = frozenset({",", ";", ":", ".", "(", "->", "=>", "-", "–", "—", "="})


def is_chosen_over(sentence: Sentence, hit: Hit) -> bool:
    """ "take X over Y": the verb stands right before X."""
    if sentence.words[hit.first].lower != "over" or hit.end - hit.first != 1:
        return False
    left = sentence.left(hit)
    before = left.edge - 1
    while before > 0 and sentence.words[before].lower in ("the", "a", "an"):
        before -= 1
    return bool(left.mentions) and before >= 0 and sentence.words[before].lower in CHOOSE


def paired(sentence: Sentence, hit: Hit, compared: list[End]) -> Iterator[EdgeDraft]:
    """The edges of words of preference and of comparison; `compared` are the sides before these words."""
    clause, phrase = sentence.clause, hit.phrase
    relation = phrase.relation if phrase.relation in PAIRS else RelationType.USE_INSTEAD_OF
    left = sentence.left(hit)
    start = sentence.place(hit.end)
    others = _OTHERS.search(clause.text, start)
    end = free_end(clause.text, start, others.start() if others else len(clause.text))
    # "X instead of a long queue": behind a name that is preferred, the other may be a few words of its own.
    chosen = relation is RelationType.USE_INSTEAD_OF and _is_chosen(sentence, hit)
    is_free = (bool(left.mentions) or chosen) and relation is RelationType.USE_INSTEAD_OF
    is_free = is_free or (relation is RelationType.CONTRASTS_WITH and not hit.first)  # "unlike a raft: ..."
    targets, last = objects(clause, start, end, relation, is_free=is_free)
    if not targets or (not chosen and _is_of_another(sentence, hit, left)):
        return
    if chosen:
        source: End | None = opener_of(sentence)
    else:
        is_better = relation is RelationType.USE_INSTEAD_OF
        source = _preferred(sentence, hit, left) if is_better else _side(sentence, hit, left, targets[0])
    if source is None:
        return
    condition = None
    if relation is RelationType.USE_INSTEAD_OF:
        condition = sentence.condition(sentence.index_at(last), len(sentence.words))
    rule = phrase.rule if relation is phrase.relation else "chosen over"
    is_list = relation is RelationType.USE_INSTEAD_OF and JOINED.search(clause.text, start, last) is not None
    is_list = is_list or sentence.words[hit.first].lower == "unlike"
    for target in targets if is_list else targets[:1]:
        yield edge(source, relation, target, rule, condition=condition)
    purpose = _PURPOSE.match(clause.text, last) if condition else None
    if purpose is not None:  # "X instead of Y for heavy loads"
        stop = hard_end(clause.text, purpose.end(), len(clause.text))
        for target in purposes(clause, purpose.end(), stop, RelationType.SUITED_TO):
            yield edge(source, RelationType.SUITED_TO, target, "better for that")
    if relation is RelationType.USE_INSTEAD_OF and _is_list_of_all(sentence, left, source):
        for name in left.mentions[:-1]:  # "X or Y instead of Z"
            yield edge(known(name), relation, targets[0], rule, condition=condition)
    if relation is RelationType.CONTRASTS_WITH:  # "X vs Y vs Z"
        for other in compared:
            yield edge(other, relation, targets[0], rule)
        compared += [source, targets[0]]


def _is_of_another(sentence: Sentence, hit: Hit, left: Side) -> bool:
    """Whether words before a comparison speak of something without a name; those of a predicate do not."""
    is_said_of_subject = sentence.words[hit.first].lower == "unlike" and opening_noun(sentence) is None
    return left.other or (left.plain and not left.mentions and not is_said_of_subject)


def _is_list_of_all(sentence: Sentence, left: Side, source: End) -> bool:
    """Whether a list of names that opens the clause is preferred, its last name as the others."""
    opens = bool(left.mentions) and left.edge <= sentence.body
    return opens and len(left.mentions) > 1 and source == known(left.mentions[-1])


def _side(sentence: Sentence, hit: Hit, left: Side, other: End) -> End | None:
    """What is set beside something; "X vs Y: size vs speed" sets only the two of its label side by side. Of "mooring
    easier than the barge" below a product that is the product.
    """
    clause = sentence.clause
    if hit.first >= sentence.body > 0 and _VERSUS.search(clause.label or ""):
        return None
    is_aspect = bool(left.mentions) and left.mentions[-1].kind is Kind.CONCEPT
    of_product = clause.subject_kind is Kind.SERVICE and other.kind is Kind.SERVICE and other.key != clause.subject
    is_own = not left.mentions or (is_aspect and of_product)
    return subject(clause.subject, clause) if is_own else known(left.mentions[-1])


def _is_chosen(sentence: Sentence, hit: Hit) -> bool:
    """Whether a verb of choice stands right before the words: "what they want you to take instead of it"."""
    before = hit.first - 1
    while before >= 0 and before not in sentence.at and sentence.words[before].lower in sentence.lexicon.fillers:
        before -= 1
    return before >= 0 and before not in sentence.at and sentence.words[before].lower in CHOOSE


def _preferred(sentence: Sentence, hit: Hit, left: Side) -> End | None:
    """What is better: the noun before the words, else what the clause is about."""
    clause = sentence.clause
    if hit.first > 1 and sentence.words[hit.first - 1].lower == "," and hit.first - 2 in sentence.at:
        index = hit.first - 2  # "it takes X, instead of Y"
        left = Side((sentence.at[index],), sentence.first_of(index))
    if not left.mentions:
        return said_of(sentence, sentence.place(hit.first))[0]
    if tells_what_happens(sentence, left.edge):
        return None
    name = left.mentions[-1]
    if (fit := _FOR.search(clause.text, 0, sentence.place(left.edge))) is not None and fit.start() > clause.body_start:
        return said_of(sentence, sentence.place(hit.first))[0]  # "the gig for calm lakes instead of the raft"
    if left.edge > 1 and sentence.words[left.edge - 1].lower == "to":
        return known(sentence.at.get(left.edge - 2, name))  # "a bridge to Hull instead of boats"
    words = clause.text[name.end : sentence.place(hit.first)].split()
    if words and are_nouns(words):
        return free(clause.text[name.start : sentence.place(hit.first)].strip(" ,`*"), RelationType.HAS_FEATURE)
    return known(name)


def opener_of(sentence: Sentence) -> End:
    """The name or the noun that opens a clause, else what it is about."""
    clause = sentence.clause
    opener = next((m for m in clause.mentions if m.start - clause.body_start in (0, 1)), None)
    noun = opening_noun(sentence) if opener is None else None
    if noun is not None:
        return free(noun.text, RelationType.HAS_FEATURE)
    return known(opener) if opener is not None else subject(clause.subject, clause)


def tells_what_happens(sentence: Sentence, index: int) -> bool:
    """Whether the verb before a word tells what a thing does ("answers in metres instead of feet"): no advice."""
    for place in range(index - 1, -1, -1):
        word = sentence.words[place].lower
        if place in sentence.at or word in _ENDS:
            return False
        if is_verb(word) and word.endswith("s"):
            return word[:-1] not in _DEEDS and word[:-2] not in _DEEDS
    return False


def advised_instead(sentence: Sentence, sources: list[End], end: int) -> Iterator[EdgeDraft]:
    """ "not for X, use Y": Y is to be used instead of what is bad for X."""
    clause = sentence.clause
    match = ALTERNATIVE.match(clause.text, end)
    if match is None:
        return
    start = match.end()
    if (go := _GO_TO.match(clause.text, start)) is not None and is_verb(go["verb"]):
        start = go.end()  # "-> move to the barge"
    stop = free_end(clause.text, start, len(clause.text))
    is_there = _FOR_THAT.search(clause.text, start, stop + len(" these")) is not None
    is_free = match[0].lstrip().startswith(("->", "=>", "→")) or is_there
    for target in objects(clause, start, stop, RelationType.USE_INSTEAD_OF, is_free=is_free)[0]:
        for source in sources:
            condition = clause.text[: match.start()].strip() if len(clause.text[: match.start()]) < 80 else None
            yield edge(target, RelationType.USE_INSTEAD_OF, source, "not for, use that", condition=condition)
