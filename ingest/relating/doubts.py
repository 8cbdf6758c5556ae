"""When words that have the form of a relation's verb state no relation: nouns, tenses, deeds that do not happen."""

from __future__ import annotations

import re

from graph.lexicon import Hit
from graph.names import is_ordinary
from graph.text import tail
from graph.vocabulary import Direction, Kind, RelationType
from ingest.relating.ends import OF, known
from ingest.relating.sentence import Sentence, Side
from ingest.terms import given_up, is_verb, word_list
from ingest.values import End, LeadIn, Mention

_ONCE = frozenset(["be", "have", "need", "require", "want", "use", "live", "depend", "rely", "come", "cost"])
"""Behind "used to" they tell how it was: "used to need a key"."""
_HELPING = frozenset(["help", "allow", "enable", "let", "make"])
_SOMEBODY_CAN = frozenset(["you", "we", "i", "they", "people", "can", "could", "may", "also", "u"])
_MADE_IN = (["written", "in"], ["implemented", "in"])
_HAVE = frozenset(["have", "has", "had"])
_ASKS = re.compile(r"[^.,;:!?]{0,60}\?")
_MADE_SO = frozenset(["based", "driven", "happy"])
"""Behind a noun that looks like a verb: "trigger based"."""
_THEM = frozenset(["them", "him", "her"])
_CHOOSERS = frozenset(["you", "we", "i", "they"])
_PEOPLE = frozenset(["you", "us", "users", "developers", "me", "people", "teams", "customers", "everybody", "everyone"])
_ENDS = frozenset([",", ";", ".", ")", "!", "?"])
_UNSAID = frozenset(
    ["whether", "how", "what", "who", "why", "if", "which", "itself", "yourself", "themselves", "ourselves"]
)
"""Behind a verb they name nothing that could be its object."""
_NO_PARTS = frozenset(["up", "in", "back", "away", "out", "/", "access"])
"""Behind a verb of having they make another verb of it: "gives up", "adds/removes", "is granted access"."""
_SORTS = frozenset(
    ["types", "type", "modes", "mode", "kinds", "options", "styles", "targets", "sources", "paths", "path"]
)
"""Behind a bare verb they make a noun of it."""
_ENTERING = frozenset(["in", "on", "out", "off", "back"])
_GO_ON = frozenset(["go", "goes", "come", "comes", "get", "gets", "is", "are", "was", "were", "can", "may", "will"])
"""Verbs of the noun before them, even if that looks like a verb itself ("the timer triggers go to sleep")."""
_AVOIDED = frozenset(["avoid", "avoids", "avoiding", "stop", "stops", "stopping", "prevent", "prevents", "preventing"])
_OWN = frozenset(["your", "our", "my", "their", "its"])
_REACH = 3
_DIRECTED = frozenset(["against", "on", "to", "in", "for", "from"])
WANTED = re.compile(
    r"(?:(?:an?|some)\s+)?(?:\w+\s+)?(?:place|way|somewhere|something|tool|home|spot|means)\s+(?:to\b|for\b|where\b|that\b)",
    re.IGNORECASE,
)
"""What somebody needs without knowing what it may be: "a safe place to"."""
_ALLOWS = frozenset(["allows", "allow", "lets", "let", "enables", "enable", "helps", "help", "permits", "allowing"])
_LET = frozenset(["you", "us", "users", "people", "teams", "developers", "customers", "me", "to"])


def says_nothing(sentence: Sentence, hit: Hit) -> bool:
    """Whether the words that look like a relation's verb are none, or have no object that is a thing."""
    phrase = hit.phrase
    following = sentence.words[hit.end].lower if hit.end < len(sentence.words) else ""
    if following in _UNSAID or _is_people(sentence, hit.end) or _is_avoided(sentence, hit) or _is_step(sentence, hit):
        return True
    if phrase.relation is RelationType.HAS_FEATURE and following in _NO_PARTS:
        return True
    if (
        phrase.relation is RelationType.REQUIRES
        and "?" in sentence.signs
        and _ASKS.match(sentence.clause.text, sentence.place(hit.first))
    ):
        return True  # "need a crew or a mast? then the barge"
    before = sentence.words[hit.first - 1].lower if hit.first else ""
    if sentence.words[hit.first].lower == "hosts" and (following == "," or before in sentence.lexicon.prepositions):
        return True  # "a crane on hosts, a tug elsewhere"
    gap = sentence.words[hit.gap_start].lower if phrase.particle and hit.gap_start < len(sentence.words) else ""
    if sentence.words[hit.first].lower in ("get", "gets") and gap in _PUT_OUT:
        return True  # "gets thrown out of the boat"
    if phrase.relation is RelationType.REQUIRES and _is_wanted_first(sentence, hit):
        return True
    if following in _MADE_SO or (following in _THEM and sentence.words[hit.first].lower == "give"):
        return True  # "crane driven", "boats? give them oars"
    if phrase.particle and any(w.lower in _CHOOSERS for w in sentence.words[hit.gap_start : hit.end - 1]):
        return True  # "keeps nets you throw in the sea"
    if (
        phrase.verb
        and hit.end - hit.first == 1
        and following in _SORTS
        and not sentence.words[hit.first].lower.endswith("s")
    ):
        return True  # "launch types ferry and barge"
    is_bare = phrase.verb and hit.end - hit.first == 1 and phrase.relation is RelationType.USES
    is_call = following in _DIRECTED and _is_call(sentence, hit)
    if is_bare and (following in ("and", "or") or is_call or _is_way_to_call(sentence, hit)):
        return True  # "no calls or letters", "a Knock call against the hull"
    if sentence.words[hit.first].lower.startswith("log") and sentence.words[hit.first + 1].lower in _ENTERING:
        return True  # "log in to the ferry office"
    behind = {word.lower for word in sentence.words[hit.first + 1 : hit.first + 3]}
    if sentence.words[hit.first].lower == "over" and not behind.isdisjoint(word_list("from before")):
        return True  # "the new horn over the old bell"
    if following == "to" and (phrase.free or phrase.relation is RelationType.USES):
        return True
    if _is_advice(sentence, hit) or _is_of_a_place(sentence, hit):
        return True
    return _is_perfect(sentence, hit) or _has_no_object(sentence, hit, following) or _is_own_need(sentence, hit)


def _is_people(sentence: Sentence, index: int) -> bool:
    """Whether people stand at a word: "sends teams", but not "sends it to Teams"."""
    word = sentence.words[index] if index < len(sentence.words) else None
    return word is not None and word.lower in _PEOPLE and not sentence.clause.text[word.start].isupper()


def _is_step(sentence: Sentence, hit: Hit) -> bool:
    """Whether words tell what somebody does or did with the notes' things, and not what one does: "replace the oar
    with a pole", "sails, moved to steam later"."""
    first = sentence.words[hit.first].lower
    if first == "replace":
        return hit.first == sentence.body
    before = sentence.words[hit.first - 1].lower if hit.first else ""
    return first == "moved" and before not in sentence.lexicon.auxiliaries and before not in ("get", "gets", "being")


def is_where(sentence: Sentence, hit: Hit) -> bool:
    """Whether "used in" tells where, and not what for: "used in your harbour"."""
    following = sentence.words[hit.end].lower if hit.end < len(sentence.words) else ""
    return following in _OWN and sentence.words[hit.end - 1].lower == "in"


def _is_call(sentence: Sentence, hit: Hit) -> bool:
    """Whether the words are a call behind its name."""
    return hit.first - 1 in sentence.at and sentence.words[hit.first].lower in ("call", "calls")


_WAYS_TO_CALL = frozenset(["api", "rpc", "http", "rest", "system", "function", "method"])


def _is_way_to_call(sentence: Sentence, hit: Hit) -> bool:
    """Whether a call is named by how it is made, and no call of another: "API calls history"."""
    before = sentence.words[hit.first - 1].lower if hit.first else ""
    return before in _WAYS_TO_CALL and sentence.words[hit.first].lower in ("call", "calls")


def with_who_allows(sentence: Sentence, hit: Hit) -> Hit:
    """A verb from where the thing stands that lets somebody do it: "it allows you to send X to Y"."""
    is_somebodys = hit.phrase.relation is RelationType.RUNS_ON and hit.phrase.particle  # "lets you run a query on X"
    if is_somebodys or not hit.phrase.verb or hit.first < 2 or sentence.words[hit.first - 1].lower not in _LET:
        return hit
    index = hit.first - 1
    while index > 0 and sentence.words[index].lower in _LET:
        index -= 1
    return hit._replace(first=index) if sentence.words[index].lower in _ALLOWS else hit


def is_of_what_stands_for_it(sentence: Sentence, index: int, hit: Hit) -> bool:
    """Whether relation words only say where an object is: "talks to apps running on X" talks to X."""
    match = OF.match(sentence.clause.text, sentence.place(index))
    return match is not None and sentence.place(hit.first) < match.end() >= sentence.place(hit.end)


def _is_of_a_place(sentence: Sentence, hit: Hit) -> bool:
    """Whether what is needed is told by what it is for: "needs a place to keep oars"."""
    if hit.phrase.relation is not RelationType.REQUIRES or hit.end >= len(sentence.words):
        return False
    return WANTED.match(sentence.clause.text, sentence.words[hit.end].start) is not None


def _has_no_object(sentence: Sentence, hit: Hit, following: str) -> bool:
    """Whether a verb that needs an object ends a part of the sentence, or is a noun with a verb of its own."""
    phrase = hit.phrase
    if phrase.verb and following in ("=", ":") and hit.end - hit.first == 1:
        return True  # "trigger = a knock"
    if phrase.verb and following in _GO_ON and sentence.words[hit.first].lower.endswith("s"):
        return True
    if phrase.verb and following in (",", "") and hit.first and sentence.words[hit.first - 1].lower == ",":
        return True  # one of a list: "by hand, schedule, bell"
    is_bare = phrase.verb and not phrase.passive and not phrase.particle and hit.end - hit.first == 1
    if not is_bare or phrase.direction is not Direction.OUT or phrase.relation is RelationType.TRIGGERS:
        return is_bare and phrase.weak and following in sentence.lexicon.prepositions
    return following in _ENDS and not sentence.clause.text[sentence.place(hit.end) + 1 :][:1].isalnum()  # ".profile"


def _is_own_need(sentence: Sentence, hit: Hit) -> bool:
    """Whether "need X" opens a line without a subject: what somebody needs who chooses what the line is about."""
    opens = hit.first == sentence.body and hit.first == 0
    if opens and _is_need_of_it(sentence, hit):
        return False
    if hit.first and sentence.words[hit.first - 1].lower in _ENDS:
        behind = sentence.words[hit.end : hit.end + _REACH + 2]
        opens = any(word.lower in ("->", "=>") for word in behind)  # "cheap. Need a roof -> the hall"
    return opens and sentence.words[hit.first].lower in ("need", "want", "require")


_CHOOSING = frozenset(
    ["->", "=>", "→", "?", ":", "=", "use", "take", "pick", "choose", "go", "try", "consider", "then", "this", "prefer"]
) | {"buy", "get", "that's", "its", "it's", "is"}


def _is_need_of_it(sentence: Sentence, hit: Hit) -> bool:
    """Whether "need the" opens a line that names things and no choice: "need the key on deck and a rope"."""
    following = sentence.words[hit.end].lower if hit.end < len(sentence.words) else ""
    lists = "," not in sentence.signs or not sentence.signs.isdisjoint(("and", "plus", "&", "+"))
    is_told = not sentence.signs.isdisjoint(("on", "in", "and", "plus", "&", "+"))
    is_marked = following in ("the", "both", "at", "your") or (following in ("a", "an") and is_told)
    return is_marked and lists and sentence.signs.isdisjoint(_CHOOSING)


def without_needed(sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """The relation words without those that only say where something is that is needed: "needs an agent on the box"."""
    kept: list[Hit] = []
    for hit in hits:
        between = sentence.words[kept[-1].end : hit.first] if kept else []
        is_needed = bool(kept) and kept[-1].phrase.relation is RelationType.REQUIRES and kept[-1].phrase.verb
        is_place = hit.phrase.relation is RelationType.RUNS_ON and not hit.phrase.verb
        if not (is_needed and is_place and all(word.lower in word_list("determiners") for word in between)):
            kept.append(hit)
    return kept


_PUT_OUT = frozenset(["thrown", "kicked", "pushed", "locked", "dropped", "removed", "dragged", "timed", "bumped"])
_CHOOSE = frozenset(["use", "pick", "choose", "prefer", "take"])
_PURPOSE_FIRST = re.compile(r"(?:^|[.;:]\s+)(?:for|if you need)\s+[^.;:]{2,60}$", re.IGNORECASE)
_OPENS_PART = re.compile(r"(?:^|[.;:]\s+)$")
_WANTED_FIRST = re.compile(
    r"(?:need|want)\s+[^.,;:]{2,40}, (?:then |just )?(?:use|take|pick|choose|prefer|go (?:for|with))\b", re.IGNORECASE
)


def _is_wanted_first(sentence: Sentence, hit: Hit) -> bool:
    """Whether "need" opens what somebody wants, and what to take for it follows: "need a roof, take the hall"."""
    text, place = sentence.clause.text, sentence.place(hit.first)
    return _WANTED_FIRST.match(text, place) is not None and _OPENS_PART.search(tail(text, 0, place)) is not None


def _is_advice(sentence: Sentence, hit: Hit) -> bool:
    """Whether "take", "add" or "watch" is said to the reader: "too slow, take X", "stop the crane, add oil"."""
    word = sentence.words[hit.first].lower
    if word in _CHOOSE and _PURPOSE_FIRST.search(tail(sentence.clause.text, 0, sentence.place(hit.first))):
        return True  # "for coal and wood use the barge"
    if word not in ("add", "watch") and (word != "take" or not hit.phrase.weak):
        return False
    before = sentence.words[hit.first - 1].lower if hit.first else ","
    return before in _ENDS or before in ("so", "then", "please", "just", "rather", "better", "->", "=>", "→", ":", "-")


def _is_avoided(sentence: Sentence, hit: Hit) -> bool:
    """Whether it is said that the deed does not happen: "avoids sending X", "stops it from writing to Y"."""
    words = sentence.words
    before = {word.lower for word in words[max(0, hit.first - _REACH) : hit.first]}
    if not before & _AVOIDED:
        return False
    return words[hit.first].lower.endswith("ing") or "to" in before


_POINTING = frozenset(["this", "these", "that", "the", "its", "their", "your", "our"])


def _is_perfect(sentence: Sentence, hit: Hit) -> bool:
    """Whether "have" only makes a tense: "what you have defined", "others have pulled"."""
    if hit.phrase.relation is not RelationType.HAS_FEATURE or sentence.words[hit.first].lower not in _HAVE:
        return False
    behind = [word.lower for word in sentence.words[hit.end : hit.end + 2]]
    is_past = bool(behind) and (behind[0].endswith("ed") or behind[0] in word_list("past"))
    ends = sentence.lexicon.prepositions | _POINTING
    return is_past and (len(behind) < 2 or not behind[1][0].isalnum() or behind[1] in ends)


def users_among(sentence: Sentence, hit: Hit, targets: list[End]) -> list[End]:
    """Those in a list that have a thing in them, where one is a product: "used in the Ferry, Barge", not "in rain"."""
    is_used = [word.lower for word in sentence.words[hit.first : hit.end]] == ["used", "in"]
    if not is_used or not any(target.key is not None and target.kind is Kind.SERVICE for target in targets):
        return []
    return [target for target in targets if target.kind is Kind.SERVICE or not is_ordinary((target.text or "").lower())]


def replaced_by_it(sentence: Sentence, hit: Hit, left: Side) -> End | None:
    """What stands right before the noun: "a Ferry replacement for islanders" takes the place of the Ferry."""
    is_noun_ = sentence.words[hit.first].lower in ("replacement", "alternative")
    old = sentence.at.get(hit.first - 1) if is_noun_ and left.mentions else None
    return known(old) if old is not None and old.key != sentence.clause.subject else None


def languages_only(sentence: Sentence, hit: Hit, targets: list[End]) -> list[End]:
    """Behind the language that a thing is written in something else is told: "written in Rust, small crew"."""
    if [word.lower for word in sentence.words[hit.end - 2 : hit.end]] not in _MADE_IN:
        return targets
    return [target for target in targets if target.key is not None or (target.text or "").lower() != target.text]


def opens_with_use(sentence: Sentence, hit: Hit) -> bool:
    """Whether "used to", "you can use it to" open the clause, and what is done is said behind: not who it helps."""
    following = sentence.words[hit.end].lower if hit.end < len(sentence.words) else ""
    before = [word.lower for word in sentence.words[sentence.body : hit.first]]
    words = [word.lower for word in sentence.words[hit.first : hit.end]]
    if words[0] == "used":
        return not before and following not in _HELPING | _ONCE
    return "use" in words and set(before) <= _SOMEBODY_CAN and is_verb(following) and following not in _HELPING


_SUITS = (RelationType.SUITED_TO, RelationType.NOT_SUITED_TO)
_NEEDS = (RelationType.REQUIRES, RelationType.HAS_FEATURE)
_SOMEBODY = frozenset(["you", "we", "i", "they", "people"])


def is_need_of_chooser(sentence: Sentence, hit: Hit) -> bool:
    """Whether words below "when to use" say what somebody needs who takes the thing: that is what it is for; or below
    "don't", what he had better not do with it ("use on a lake")."""
    is_order = hit.phrase.relation is RelationType.USES and sentence.words[hit.first].lower == "use"
    if hit.phrase.relation not in _NEEDS and not is_order:
        return False
    if is_order and _is_ordered(sentence, hit):
        return True
    lead, begin = _lead_over(sentence, hit)
    if lead is None or lead.relation not in _SUITS:
        return False
    before = sentence.words[hit.first - 1].lower if hit.first else ""
    return hit.first == begin or before in _SOMEBODY


_LONGEST_NEED = 120
_IN_NEED = re.compile(
    r"(?:^|[,;:]\s|\.\s)(?:for|on|with|in|at|during|under|after|against|to)\s[^,;:.]*?\b(?P<last>[\w-]*[^\Ws])\s+$",
    re.IGNORECASE,
)


def _is_ordered(sentence: Sentence, hit: Hit) -> bool:
    """Whether "use" tells what to take in a need that opens the part and names something, and not what that uses:
    "on a coal strike use oars"."""
    clause = sentence.clause
    place = sentence.place(hit.first)
    need = _IN_NEED.search(clause.text, max(0, place - _LONGEST_NEED), place)
    named = [m.end for m in clause.mentions if need is not None and need.start() <= m.start < m.end <= need.end()]
    return need is not None and bool(named) and need.end("last") not in named


def _lead_over(sentence: Sentence, hit: Hit) -> tuple[LeadIn | None, int]:
    """What is said over the words at hand, by a column's title or a line, and where what it is said of begins."""
    place = sentence.place(hit.first)
    cell = next((c for c in sentence.clause.columns if c[1] <= place < c[2]), None)
    if cell is not None:
        return sentence.lexicon.lead_in(cell[0]), sentence.index_at(cell[1])
    return sentence.clause.lead, sentence.body


_LEAVING = frozenset({"off", "from", "rid", "left"} | given_up())
_LEFT = re.compile(
    r"\b(?:mov|migrat|switch|chang|port|convert|get|got|gett|go|went)(?:e|es|ed|ing|s)?"
    r"(?: (?:over|away|all|everything))*(?: from| off)(?: of)?(?: the| our)?\s[`*]*$"
    rf"|\b(?:{'|'.join(sorted(given_up()))}|left|(?:got|gets|get) rid of)(?: the| our| its)?\s[`*]*$",
    re.IGNORECASE,
)
"""Before a name, that somebody has it no more: "switched away from"."""
FAR_LEFT = 40


_NO_MORE = frozenset({"gone", "removed", "dropped", "ripped", "no"})
_IS_GONE = re.compile(
    r"[`*]*(?: [a-z]+)? (?:is|are|was|were|got|has been|have been) (?:now |all |long |finally )?"
    r"(?:gone|removed|dropped|ripped out|no more)\b"
)


def is_left_behind(sentence: Sentence, mention: Mention) -> bool:
    """Whether a clause says that it was given up: "moved off the barge", "the barge office is gone"."""
    if sentence.has(_NO_MORE) and _IS_GONE.match(sentence.clause.text, mention.end):
        return True
    before = tail(sentence.clause.text, max(0, mention.start - FAR_LEFT), mention.start)
    return sentence.has(_LEAVING) and _LEFT.search(before) is not None
