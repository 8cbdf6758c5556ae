"""What a need calls for: "for coal its the barge you want", "if it must stay dry then the answer is the hall, not the
shed", "don't take the raft any more, use this".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, known
from ingest.relating.gates import rule
from ingest.relating.outdated import NAME, above
from ingest.relating.purposes import purposes
from ingest.relating.rules.answers import better
from ingest.relating.sentence import Sentence
from ingest.relating.things import thing_between
from ingest.terms import names_a_thing
from ingest.values import EdgeDraft, End

_SUITED, _INSTEAD_OF = RelationType.SUITED_TO, RelationType.USE_INSTEAD_OF
_ENDS = r"(?=\s*(?:$|[,;.:()!]|\s[-–—]\s|\b(?:there|here|instead)\b))"
_CALLED_FOR = re.compile(
    r"(?:^|[,;.:(]\s*|\s[-–—]\s+|\b(?:so|and|but)\s+)(?P<when>(?P<sign>for|if|when|whenever)\s+(?P<need>[^,;:.()]{3,80}?))"
    r"(?:,\s*|\s+)(?P<then>then\s+)?(?:(?:i|we|people)(?:['’]?d)?\s+(?:(?:would|always|usually|just)\s+)?)?"
    r"(?:(?P<told>(?:(?:the|right|correct|best)\s+)*(?:answer|anwser|choice|pick|solution)(?:\s+(?:here|there))?\s+(?:is|=)|"
    r"(?P<wants>(?:you|u)\s+(?:want|need))|(?P<order>take|use|pick|choose))|it'?s|it is|that'?s)\s+"
    r"(?:(?:the|an?|always|usually|probably)\s+)*`?(?=[\w`])",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"(?:it'?s|there'?s|there (?:is|are)|(?:they|he|she|the (?:question|exam|customer|client|boss|task))\s+"
    r"(?:says?|asks?(?: for| about)?|mentions?|wants?|needs?|talks? about)|"
    r"(?:you|u|we)\s+(?:(?:really|only|just|do)\s+)?(?:need|want|have(?: to have)?|must have|see|read|got))\s+",
    re.IGNORECASE,
)
_WANTED = re.compile(r"[`*]*\s+(?:you|u|they)\s+(?:want|need|should (?:use|take))\b", re.IGNORECASE)
_NOT_OTHER = re.compile(rf"[`*]*,?\s+(?:and )?not\s+(?:the |an? )?(?P<old>{NAME}){_ENDS}", re.IGNORECASE)
_OVER = re.compile(_ENDS)
_STATES = re.compile(
    r"\b(?:is|are|was|has|have|must|can|cannot|can't|does|doesn't|don't|will|should|you|it|they|we)\b", re.IGNORECASE
)
_LIST = re.compile(r"\s*[,/]\s*|\s+(?:and|or)\s+")
_THIS_ONE = re.compile(
    r"\b(?:do not|don['’]?t|never|stop|no longer|nobody (?:should )?|noone (?:should )?)\s*"
    rf"(?:use|uses|using|take|takes|run|start with|pick) (?:the )?(?P<old>{NAME})(?: any ?more| now)?"
    r"(?: (?:for|in|on|with) [\w-]+(?: [\w-]+){0,2})?\s*[,;:.–—-]+\s*(?:(?:so|just|please|better|but|rather)\s+)*"
    r"(?:use|take|go with|go for|pick|prefer) (?:this|it)(?: one)?(?: instead| now)?\s*(?:$|[,;.()!])",
    re.IGNORECASE,
)


def _called_for(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "for coal its the barge you want": what a need calls for suits it, and is better than what is at hand."""
    clause = sentence.clause
    match = _CALLED_FOR.search(clause.text, clause.body_start)
    chosen = next((m for m in clause.mentions if match and m.start == match.end()), None)
    if match is None or chosen is None or chosen.kind is Kind.CONCEPT or sentence.denies(chosen):
        return
    wanted = _WANTED.match(clause.text, chosen.end)
    end = wanted.end() if wanted else chosen.end
    other = _NOT_OTHER.match(clause.text, end)
    if other is None and _OVER.match(clause.text, end) is None:
        return
    asked = _ASKED_FOR.match(clause.text, match.start("need"))
    start, stop = asked.end() if asked else match.start("need"), match.end("need")
    is_thing = _STATES.search(clause.text, start, stop) is None and names_a_thing(
        _LIST.split(clause.text[start:stop])[0]
    )
    is_asked = match["sign"].lower() == "for" or (asked is not None and is_thing and bool(match["then"]))
    if not (is_asked or (match["told"] and not match["order"]) or wanted or other):
        return
    if is_thing and (asked or match["sign"].lower() == "for"):
        for target in purposes(clause, start, stop, _SUITED):
            yield edge(known(chosen), _SUITED, target, "what a need calls for")
    condition = match["when"].strip()
    passed = thing_between(clause, *other.span("old")) if other else None
    if passed is not None and passed.key != chosen.key:
        yield edge(known(chosen), _INSTEAD_OF, passed, "what a need calls for", condition=condition)
    elif other is None and _is_a_choice(sentence, match):
        yield from better(clause, known(chosen), End(key=clause.subject, kind=clause.subject_kind), condition)


def _is_a_choice(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether what a need calls for is taken for the thing at hand, and not with it: "for mail you need a bag".

    The answer to a question is; else the thing at hand is said not to meet the need.
    """
    if match["told"] and not (match["wants"] or match["order"]):
        return True
    before = sentence.words[: sentence.index_at(match.start())]
    return not sentence.lexicon.negations.isdisjoint(word.lower for word in before)


def _this_one(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "don't take the raft any more, use this": what the section is about is better than what is refused."""
    clause = sentence.clause
    match = _THIS_ONE.search(clause.text, clause.body_start)
    old = thing_between(clause, *match.span("old")) if match else None
    about = above(clause)
    if old is not None and about.kind is not Kind.CONCEPT and old.key != about.key:
        yield edge(about, _INSTEAD_OF, old, "this one instead")


NEEDED = (
    rule(
        _called_for,
        "for if when whenever",
        "its it's it that's thats answer anwser choice pick solution want need take use choose",
    ),
    rule(_this_one, "use take go pick prefer", "this it"),
)
"""What a need calls for."""
