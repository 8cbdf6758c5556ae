"""What took whose place: "X is deprecated, use Y", "Y (was X)", "X is gone, Y took over", "X is dead, Y instead"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.text import tail
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled
from ingest.relating.gates import Rule, rule
from ingest.relating.outdated import above, left_behind, old_at, where_gone
from ingest.relating.sentence import Sentence
from ingest.relating.spoken_of import said_of
from ingest.relating.things import thing_before, thing_between
from ingest.terms import is_namelike, is_verb, names_a_thing
from ingest.values import Clause, EdgeDraft, End

_REPLACES, _INSTEAD_OF = RelationType.REPLACES, RelationType.USE_INSTEAD_OF
_NOW = re.compile(
    r"(?:[,;(.]\s*|\s(?:so|now|please)\s+|\s(?:-|–|—)\s+|\s*(?:->|=>|→)\s*)"
    r"(?:use|take|see|go for|go with|start with|switch to|move to|migrate to)\s+|\s*(?:->|=>|→)\s*"
)
_NOWADAYS = re.compile(
    r"\s*(?:[,;:(]|\s-|–|—|->|=>|→)\s*(?:now(?:adays)?|today|these days|meanwhile)\s+(?:(?:it'?s|its|we use|you use"
    r"|use|take|there is|is)\s+)?(?:the )?"
    r"(?P<new>{})(?=\s*(?:$|[,;.(]))"
)
_USE_THIS = re.compile(
    r"\s*[,;:.–—-]\s*(?:so |now |please |better )?(?:use|take|go with|go for|pick) (?:this|it)(?: one)?\b",
    re.IGNORECASE,
)
_OLD_ONE = re.compile(
    r"(?:the )?(?:old|older|previous|former|earlier|prior) (?:one|version|tool|name|way|agent|system|service|thing"
    r"|product)"
    r"(?: was|'s| is|:| =| used to be)\s+(?:the |called )?[`*]*",
    re.IGNORECASE,
)
_THE_OLD = re.compile(
    r"(?:(?:it is|it's|its|is|basically|just)\s+)*the (?:old|older|former|previous) [`*]*(?=[\w])", re.IGNORECASE
)
_AND_MORE = re.compile(r"[`*]*\s*(?:$|[.,;(!+]|(?:with|but|plus|and|in|under)\b)")
_ARROWS = ("->", "=>", "→")
_SIGNS_OF_NOW = frozenset(["use", "take", "see", "go", "switch", "move", "migrate", "->", "=>", "→"])
_IN_ITS_PLACE = re.compile(
    r"\s+(?:(?:takes?|took|comes?|came|steps?|stepped)\s+(?:in\s+)?(?:its|their)\s+place"
    r"|(?:does|do) (?:it|that) without"
    r"|(?:(?:has|have|had) )?(?:replaces?|replaced|supersedes?|superseded) (?:it|them|that|this)"
    r"|(?:does|do|did) (?:it|that|this|its job|their job|the job|the same) (?:now|instead|these days|today))\b",
    re.IGNORECASE,
)
_NAME = r"[\w`][\w`.+#/-]*(?: [\w`.+#/-]+){0,3}?"
_TOOK_PLACE = re.compile(
    r"\b(?:takes?|took|taken|has) (?:over )?(?:the )?(?P<old>[A-Z][\w+#-]*?(?: [A-Z][\w+#-]*?){0,2})"
    r"(?:['’]s|s['’]?|['’])?\s+(?:old )?(?:place|job|role|spot|seat)\b"
)
_CALLED_NOW = re.compile(
    rf"(?:^|[,;.(]\s*)(?:the )?(?P<old>{_NAME}) (?:is|are|goes by|was|got) (?:just )?"
    rf"(?:called|named|renamed|rebranded|known as|the name of)(?: to| as| into)? (?P<new>{_NAME})"
    rf" (?:now|these days|nowadays|today|since|in \d{{4}})\b",
    re.IGNORECASE,
)
_SWAPPED = re.compile(
    rf"\b(?:(?:swapped|traded|exchanged|ditched|dropped|threw|kicked|tossed)(?: out)? (?P<a>{_NAME})(?: out)?"
    rf" (?:for|in favou?r of)"
    rf"|(?:replaced|swapped) (?P<b>{_NAME}) (?:with|by)"
    rf"|(?:moved|switched|migrated|went|changed) (?:from|off|away from) (?P<c>{_NAME}) (?:over )?to)"
    rf" (?:the )?(?P<new>{_NAME})(?=\s*(?:$|[,;.(]|(?:in|for|when|because|since|last|this|now|ages)\b))",
    re.IGNORECASE,
)
_NOW_USED = re.compile(_NOWADAYS.pattern.replace("{}", _NAME), re.IGNORECASE)
_PLACED = frozenset({"place", "over", "without", "replace", "replaces", "replaced", "supersedes", "superseded", "now"})
_PLACED |= {"instead", "days", "today", "supersede", "stands", "stand", "steps", "step", "stepped", "fills", "filled"}
_PLACED |= {"jumps", "jumped"}
_STEPS_IN = r"(?:stands? in|steps? in|stepped in|fills? in|filled in|jumps? in|jumped in)"
_TOOK_OVER = re.compile(
    r"\s+(?:(?:took over|takes over|has taken over|have taken over|take over)\b(?! from| for)"
    rf"|{_STEPS_IN}(?=\s*(?:$|[,;.)]|(?:now|nowadays|today|since|instead|there)\b)))"
)
_WAS = re.compile(
    r"[`*]*\s*\(\s*(?P<word>was|were|formerly|previously|ex|the old|old|prev\.?|used to be|once|née|"
    r"old name:?|former name:?|"
    r"(?:is )?now|now called|renamed(?: to)?|became)[\s-]+"
    r"(?:known as |called |named )?(?P<old>[\w`][\w`.+#/-]*(?: [\w`][\w`.+#/-]*){0,3}?)\s*"
    r"(?=[,;)]|until |till |before |since )",
    re.IGNORECASE,
)
BEFORE_THAT = "before that"
_BEFORE_THAT = re.compile(
    rf"(?:(?<=[\w)])[,;.]|\()\s*(?:and |but )?(?:(?:before|b4) (?:that|this)|until then)(?: it was| it used)? "
    rf"(?:the |an? )?(?P<old>{_NAME})(?=\s*(?:$|[,;.)]))",
    re.IGNORECASE,
)
_LATER = ("now", "is now", "renamed", "became")
_Y_INSTEAD = re.compile(
    r"(?:[,;:(–—-]|->|=>|→|\bso\b|\bbetter\b)\s*(?:the |an? )?"
    r"(?P<new>[\w`*][\w`*.+#/-]*(?: [\w`*.+#/-]+){0,3}?)"
    r"(?P<came>\s+(?:came|comes?|is used|are used|does it|do it|took over))?"
    r"\s+(?:instead\b(?!\s+of)|(?P<now>now(?:adays)?|these days|today)(?=\s*(?:$|[.,;)])))",
    re.IGNORECASE,
)
_POINTED = re.compile(r"(?:->|=>|→)\s*(?:the |an? )?$")
_NAMING = frozenset({"called", "named", "renamed", "rebranded", "known", "name"})
_SWAPPING = frozenset(
    [
        "swapped",
        "traded",
        "exchanged",
        "ditched",
        "dropped",
        "replaced",
        "moved",
        "switched",
        "migrated",
        "went",
        "changed",
        "threw",
        "kicked",
        "tossed",
    ]
)
_ORDER = re.compile(r"(?:never|don't|dont|do not|avoid)\b", re.IGNORECASE)
_WRITTEN = re.compile(r"(?:the )?`?([A-Z][\w+#-]*(?: [A-Z][\w+#-]*){0,2})`?\s*(?:$|[.,;()]|(?:now|instead)\b)")
MAX_ARTICLE = len("the ")
_AND = re.compile(r"[`*]*\s*(?:,|,?\s+and|&|\+|/)\s*[`*]*")
_VERB_OF_CHOICE = re.compile(r"(?:use|take|try|prefer|pick|choose|want|go|get|it|that)\b", re.IGNORECASE)


def _outdated(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "X deprecated since 3.0, use Y": Y takes the place of X."""
    clause = sentence.clause
    gone = where_gone(sentence, len(clause.text))
    now = _NOW.search(clause.text, gone.end()) if gone else None
    if gone is None or now is None:
        return
    old, new = old_at(sentence, gone.start()), _thing_at(clause, now.end()) or _last_word(clause, now)
    if old is not None and new is not None and old != new:
        yield edge(new, _REPLACES, old, "outdated, use that")


def _nowadays(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "legacy, nowadays the pier" below the jetty, "jetty and quay are dead, use this" below the pier."""
    clause = sentence.clause
    gone = where_gone(sentence, len(clause.text))
    if gone is None:
        return
    named = [m for m in clause.mentions if clause.body_start <= m.start and m.end <= gone.start()]
    if (now := _NOW_USED.search(clause.text, gone.end())) is not None:
        old, new = old_at(sentence, gone.start()), thing_between(clause, *now.span("new"))
        is_name = new is not None and (_is_thing(new) or (new.text or "")[:1].isupper())
        is_noun = new is not None and not now[0].lstrip(" ,;:(-").startswith("now ") and names_a_thing(new.text or "")
        if old is not None and new is not None and (is_name or is_noun) and old != new:
            yield edge(new, _REPLACES, old, "outdated, now that")
    elif _USE_THIS.search(clause.text, gone.end()) is not None:
        about = above(clause)
        for mention in named:
            if mention.key != about.key and mention.kind is not Kind.CONCEPT:
                yield edge(about, _REPLACES, known(mention), "outdated, use this")


def _old_one(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the old one was the jetty" below the pier."""
    clause = sentence.clause
    match = _OLD_ONE.match(clause.text, clause.body_start)
    old = _thing_at(clause, match.end()) if match is not None else None
    about = labelled(clause)
    if old is not None and old != about and about.kind is not Kind.CONCEPT and clause.subject_span is None:
        yield edge(about, _REPLACES, old, "the old one")


def _the_old(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the old Jetty with more on top" below the pier: what a thing is said to have been."""
    clause = sentence.clause
    match = _THE_OLD.match(clause.text, clause.body_start)
    old = next((m for m in clause.mentions if match is not None and m.start == match.end()), None)
    about = labelled(clause)
    if old is None or old.kind is Kind.CONCEPT or about.kind is Kind.CONCEPT or clause.subject_span is not None:
        return
    if old.key != about.key and _AND_MORE.match(clause.text, old.end):
        yield edge(about, _REPLACES, known(old), "the old one")


def _last_word(clause: Clause, now: re.Match[str]) -> End | None:
    """The lone small word behind an arrow that ends a line, whatever its writing: "the jetty is closed -> pier"."""
    word = clause.text[now.end() :].strip(" `*.")
    is_name = now[0].strip() in _ARROWS and word.isalpha() and not is_verb(word.lower()) and names_a_thing(word)
    return free(word, RelationType.HAS_FEATURE) if is_name else None


def _in_its_place(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "X out since 3.0, Y came in its place", and "Y took its place" below X; "X is legacy, Y took over"."""
    clause = sentence.clause
    match = _IN_ITS_PLACE.search(clause.text)
    place = match or _TOOK_OVER.search(clause.text)
    if place is None:
        return
    new = thing_before(clause, place.start())
    old = left_behind(sentence, place.start())
    if old is None and match and _is_all(clause, new, place.start()):
        old = above(clause)
    for one in _with_those_before(clause, new, place.start()):
        if old is not None and (old.key, old.text) != (one.key, one.text):
            yield edge(one, _REPLACES, old, "in its place")


def _with_those_before(clause: Clause, new: End | None, place: int) -> Iterator[End]:
    """What stands before a place, and the names that "and" joins to it; a lone noun may be the end of a name before."""
    if new is None:
        return
    last = next((m for m in clause.mentions if m.key == new.key and place - MAX_ARTICLE <= m.end <= place), None)
    longer = [
        m for m in clause.mentions if clause.text[m.start : m.end].lower().endswith(f" {(new.text or '').lower()}")
    ]
    yield known(longer[0]) if new.text and len({m.key for m in longer}) == 1 else new
    start = last.start if last is not None else clause.text.rfind(new.text or "\0", 0, place)
    for mention in clause.mentions:
        if _AND.fullmatch(clause.text, mention.end, max(start, mention.end)):
            yield known(mention)


def _took_place(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "a sonar (took Lead's job)", "took the Lead Line's place" below the sonar."""
    clause = sentence.clause
    match = _TOOK_PLACE.search(clause.text)
    if match is None:
        return
    named = next((m for m in clause.mentions if m.start == match.start("old")), None)  # "ZooKeepers", too
    old = known(named) if named is not None else thing_between(clause, *match.span("old"))
    if old is None:
        return
    before = clause.text[: match.start()].rstrip(" (,")
    new = thing_before(clause, len(before)) if before.strip() else labelled(clause)
    if new is not None and new != old:
        yield edge(new, _REPLACES, old, "in its place")


def _renamed(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the Jetty is called Pier these days", "we swapped oars for sails": one of the two is known by name."""
    clause = sentence.clause
    called = _CALLED_NOW.search(clause.text) if sentence.has(_NAMING) else None
    match = called or (_SWAPPED.search(clause.text) if sentence.has(_SWAPPING) else None)
    if match is None:
        return
    side = "old" if called else next(name for name in "abc" if match[name])
    old, new = (thing_between(clause, *match.span(name)) for name in (side, "new"))
    if match[side].lower() in _POINTERS:
        old = said_of(sentence, match.start())[0]  # "we swapped it for sails"
    if old is None or new is None or old == new or not any(map(_is_thing, (old, new))):
        return
    if called or all(_is_thing(end) or (end.text or "")[:1].isupper() for end in (old, new)):
        yield edge(new, _REPLACES, old, "renamed" if called else "swapped for it")


_POINTERS = frozenset({"it", "this", "that", "them", "these"})


def _is_thing(end: End) -> bool:
    return end.key is not None and end.kind is not Kind.CONCEPT


def _is_all(clause: Clause, thing: End | None, place: int) -> bool:
    """Whether nothing but a thing known by name stands before a place."""
    before = clause.text[clause.body_start : place].strip(" `*")
    if thing is not None and thing.key is None and thing.text == before and " " not in before:
        return clause.subject_kind is not Kind.CONCEPT  # "sonar took its place"
    return thing is not None and any(
        m.key == thing.key and m.end - m.start >= len(before) - MAX_ARTICLE for m in clause.mentions
    )


def _was(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the Pier (was Jetty)", "Jetty (now the Pier)": the newer name, or the newer thing, and the older one."""
    clause = sentence.clause
    for match in _WAS.finditer(clause.text):
        other = thing_between(clause, *match.span("old"))
        is_named = other is not None and (other.key is not None or (other.text or "")[:1].isupper())
        one = thing_before(clause, match.start())
        if other is None or one is None or not is_named or one == other:
            continue
        later = match["word"].lower().startswith(_LATER)
        yield edge(other, _REPLACES, one, "was before") if later else edge(one, _REPLACES, other, "was before")


def _before_that(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Steel since 1880, before that Oak": what opens the clause came behind the older thing, both with names."""
    clause = sentence.clause
    for match in _BEFORE_THAT.finditer(clause.text, clause.body_start):
        old = thing_between(clause, *match.span("old"))
        new = next((m for m in clause.mentions if m.start - clause.body_start in (0, 1)), None)
        if new is None or old is None or new.kind is Kind.CONCEPT or new.key == old.key:
            continue
        if old.key is not None or is_namelike(old.text or ""):
            yield edge(known(new), _REPLACES, old, BEFORE_THAT)


def _instead(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the horn is dead, siren instead", "the horn is gone, siren now", "never lift crates by hand, crane instead"."""
    clause = sentence.clause
    match = _Y_INSTEAD.search(clause.text)
    if match is None or _VERB_OF_CHOICE.match(match["new"]):
        return
    new = thing_between(clause, *match.span("new"))
    old = gone = left_behind(sentence, match.start())
    if match["now"] and (gone is None or new is None or not _is_written_as_name(new, match["new"])):
        return
    if gone is None:
        before = sentence.words[: sentence.index_at(match.start())]
        denied = any(word.lower in sentence.lexicon.negations or word.lower == "avoid" for word in before)
        old = _denied(sentence, _before_need(clause, match.start("new"), match.start())) if denied else None
    if new is not None and old is not None and new != old:
        condition = sentence.condition(sentence.index_at(match.end()), len(sentence.words))
        relation = _REPLACES if gone is not None and (match["came"] or match["now"]) else _INSTEAD_OF
        yield edge(new, relation, old, "that instead", condition=condition)


def _is_written_as_name(thing: End, words: str) -> bool:
    """Whether words are nothing but a thing's name: "we run sails", "sails stand in" say more."""
    return (_is_thing(thing) and " " not in words) or all(word[:1].isupper() for word in words.split())


def _before_need(clause: Clause, new: int, stop: int) -> int:
    """Where the words end that deny; before an arrow the part of the sentence is a need: "no oars! storms -> sail"."""
    if _POINTED.search(tail(clause.text, 0, new)) is None:
        return stop
    return max(clause.text.rfind(sign, clause.body_start, stop) for sign in ".!;,") + 1


def _denied(sentence: Sentence, stop: int) -> End | None:
    """What must not be used, before a place: the last name there that is no idea, or word that is written as one.

    What the clause is about, where it is no order: "has no lift, the ramp instead".
    """
    clause = sentence.clause
    inside = (m for m in clause.mentions if clause.body_start <= m.start and m.end <= stop)
    named = [m for m in inside if m.kind is not Kind.CONCEPT]
    if named:
        return known(named[-1])
    if _ORDER.match(clause.text, clause.body_start):
        last = clause.text[:stop].rstrip(" ,").rsplit(None, 1)[-1]
        return free(last, RelationType.HAS_FEATURE) if is_namelike(last) else None
    return said_of(sentence, stop)[0]


def _thing_at(clause: Clause, place: int) -> End | None:
    """The name that begins at a place of the text, marks aside, or the words there that are written as one."""
    written = _WRITTEN.match(clause.text, place)
    named = next((m for m in clause.mentions if place <= m.start <= place + 4), None)
    if named is not None and (written is None or written.end(1) <= named.end):
        return known(named)
    return free(written[1], RelationType.HAS_FEATURE) if written else None


SUCCESSION = (
    rule(_was, "("),
    Rule(_in_its_place, _PLACED),
    rule(_took_place, "take takes took taken"),
    Rule(_renamed, _NAMING | _SWAPPING),
    rule(_before_that, "that this then"),
    rule(_instead, "instead now nowadays days today"),
    Rule(_outdated, _SIGNS_OF_NOW),
    rule(_nowadays, "now nowadays today days meanwhile this it"),
    rule(_old_one, "old older previous former earlier prior"),
    rule(_the_old, "old older previous former"),
)
"""What is outdated, and what has its place now."""
