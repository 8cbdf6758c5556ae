"""The noun that opens what is said of a thing, and the parts that a clause names in passing.

"Soft delete 7 days by default" below a store: the soft delete is a part of the store, and the subject of the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.names import is_ordinary
from graph.quantities.words import without_count
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.outlining.headings import explains_in_brackets
from ingest.relating.ends import edge, free, known, mentioned, subject
from ingest.relating.error_names import ERROR
from ingest.relating.gates import Rule, rule
from ingest.relating.phrases import Piece, called_alike, clean, free_end, list_parts
from ingest.relating.plain_words import GENERAL, PORT
from ingest.relating.rules.denied import LEFT_OUT_SAID
from ingest.relating.rules.listed import BELOW_ITS_HEADING, group_of, is_told_otherwise, lists_no_parts
from ingest.relating.rules.nouns import GROUPS
from ingest.relating.rules.silent import fill_place
from ingest.relating.rules.uses import used_there
from ingest.relating.sentence import LABEL, LEAD_IN, NAME, Sentence
from ingest.relating.subjects import MAX_WORDS, follows_noun, is_predicate, noun_at, opening_noun
from ingest.terms import is_compared, is_property, is_sentence, is_verb, names_a_thing, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|sixty)\b", re.I)
MAX_PART_WORDS = 2
_MEASURES = frozenset({"disk", "disks", "port", "id", "about", "past", "above", "below", "field", "distance", "had"})
"""What a figure stands behind without being a part, what only fills up, and small words that no other list has."""
_POINTING = [[word] for word in ("the", "a", "an", "your", "its", "their")]
_EXAMPLES = re.compile(r"\s*(?:including|incl\.?|such as|e\.g\.?)\s", re.IGNORECASE)
_IN_ORDER = re.compile(r"\b(?:first|last)[- ]in,?[- ](?:first|last)[- ]out\b", re.IGNORECASE)
_ARROW = re.compile(r"\s*(?:->|=>|→)\s*")
_OUTSIDE = re.compile(
    r"(?:\s\w+){0,5}?\s(?:from|to|with|on|in|into|by|use|uses|using)\s(?:it|them|there)\b|\s\w+\s(?:instead|rather)\b"
    r"|\s(?:(?:is|are)\s)?not\s(?:an?|supported|allowed|available|possible|needed|included)\b",
    re.IGNORECASE,
)
"""Behind the noun of who deals with the whole from outside ("crews can buy from it"), of what it has not ("cars not
allowed"), or what is no verb."""
_UP = frozenset({"up", "down", "back", "out", "over"})
_PART_END = re.compile(r"[`*]*\s*(?:$|[,;.(])")
_AND_OR_FOR = re.compile(r"\s(?:and|or|&|/|for)\s")
_SIDES = re.compile(r"\b(?:vs|versus)\b")
_VERSUS = re.compile(r"\b(?:vs|versus|or)\b")
_SUITS = (RelationType.SUITED_TO, RelationType.NOT_SUITED_TO)


def sets_beside(sentence: Sentence) -> bool:
    return not sentence.holds.isdisjoint(("vs", "versus")) and _SIDES.search(sentence.clause.text) is not None


def _opening(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The part that the noun which opens a clause names, and the parts of the list that it begins."""
    clause = sentence.clause
    if not has_parts(clause) or sets_beside(sentence) or lists_no_parts(clause) or sentence.is_told_when:
        return
    opening = opening_noun(sentence)
    noun = opening or _noun_behind_qualities(sentence)
    if noun is not None and (command := _anothers_command(clause, noun)) is not None:
        yield edge(End(key=command.owner), RelationType.HAS_FEATURE, known(command), "opening noun")
        return
    if noun is not None:
        target = part_at(clause, noun)
        strays = clause.strays and not follows_noun(sentence, noun)  # below another title it may be anything
        is_class = _is_class(sentence, noun) and not (opening is not None and explains_in_brackets(clause.text))
        is_dealt_with = noun.text.lower().split()[-1] in word_list("no parts") or PORT.match(clause.text, noun.start)
        strays = strays or LEFT_OUT_SAID.match(clause.text, noun.end) is not None or sentence.says_gone(noun.end)
        strays = (
            strays
            or _tells_of_known(clause, noun)
            or _is_anothers(clause, noun)
            or _is_any(sentence, noun)
            or _announces(sentence, noun)
        )
        strays = strays or _OUTSIDE.match(clause.text, noun.end) is not None or is_compared(clause.text, noun.end)
        if target is not None and not (strays or is_class or is_dealt_with or _is_need(sentence, noun)):
            yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, target, "opening noun")
            for item in _list_behind(sentence, noun):
                yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, item, "opening list")


def _anothers_command(clause: Clause, noun: Piece) -> Mention | None:
    """A part of another product that has its name before its own and opens a clause: "`crane lift` crates"."""
    first = next((m for m in clause.mentions if m.start == noun.start and m.end <= noun.end), None)
    if first is None or first.kind is not Kind.FEATURE or first.owner in (None, clause.subject, clause.owner):
        return None
    return first if first.key.startswith(f"{first.owner}-") else None


def _is_anothers(clause: Clause, noun: Piece) -> bool:
    """Whether a noun begins with the name of a product that is not above: a "crane driver" is none of the barge's."""
    first = next((m for m in clause.mentions if m.start <= noun.start < m.end < noun.end), None)
    return first is not None and first.kind is Kind.SERVICE and first.key not in (clause.subject, clause.owner)


def _tells_of_known(clause: Clause, noun: Piece) -> bool:
    """Whether a known part opens a clause, and what it is like follows: "bow deck small, low" tells of the deck."""
    first = next((m for m in clause.mentions if m.start == noun.start and m.end < noun.end), None)
    behind = clause.text[first.end : noun.end].split() if first is not None else []
    return len(behind) > 1 and is_property(behind[0])


def _is_any(sentence: Sentence, noun: Piece) -> bool:
    """Whether something is said of any thing of a sort, and not of the one that is here: "a boat can sink"."""
    before = sentence.clause.text[sentence.clause.body_start : noun.start].strip().lower()
    return before in ("a", "an") and follows_noun(sentence, noun) in sentence.lexicon.auxiliaries


def _announces(sentence: Sentence, noun: Piece) -> bool:
    """Whether a line is no more than a title of what follows it: "Supported boat types"."""
    text = sentence.clause.text
    if text.startswith(" (", noun.end) and noun.text.lower().rpartition(" ")[2] in word_list("taken sorts"):
        return True  # "real languages (Morse, Braille)"
    is_all = not text[noun.end :].strip(" .:")
    return is_all and noun.text.count(" ") > 1 and sentence.lexicon.lead_in(text) is not None


def _is_need(sentence: Sentence, noun: Piece) -> bool:
    """Whether the nouns that open a clause are what the thing behind an arrow is for: "parties, weddings -> barge"."""
    clause = sentence.clause
    arrow = _ARROW.match(clause.text, free_end(clause.text, noun.start, len(clause.text)))
    chosen = next((m for m in clause.mentions if arrow and m.start - arrow.end() in (0, 1)), None)
    is_thing = chosen is not None and chosen.kind is not Kind.CONCEPT and _PART_END.match(clause.text, chosen.end)
    return bool(is_thing) or (noun.text[:1].isupper() and _ARROW.match(clause.text, noun.end) is not None)


def _noun_behind_qualities(sentence: Sentence) -> Piece | None:
    """ "floating, tide gauge + crane": the first noun of a list that begins with what the whole is like."""
    clause = sentence.clause
    if clause.subject_span is not None or (clause.lead is not None and clause.item) or not sentence.may_list():
        return None
    end = free_end(clause.text, sentence.place(sentence.body), len(clause.text))
    for start, stop in list_parts(clause.text, sentence.place(sentence.body), end):
        words = clean(clause.text[start:stop]).lower()
        if not is_property(words) or " " in words:
            noun = noun_at(sentence, sentence.index_at(start)) if start > sentence.place(sentence.body) else None
            return noun if noun is not None and noun.end >= stop - 1 else None
    return None


def _is_class(sentence: Sentence, noun: Piece) -> bool:
    """Whether a noun says what the whole is, or is like, rather than what it has.

    A noun of a kind that has a verb of its own is a part all the same: "edge server has no disk".
    """
    words = noun.text.lower().split()
    follows = follows_noun(sentence, noun)
    acts = follows in sentence.lexicon.auxiliaries or (len(words) == 1 and is_verb(follows))
    only_said = (len(words) > 1 and words[0] in word_list("superlatives")) or (words[-1] in GROUPS and follows == "of")
    return only_said or (sentence.lexicon.names_kind(words[-1]) and not acts)


def _later(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The subjects of a clause's later parts, where it is about a whole: "tugs pull, divers mend, fee 3 euros"."""
    clause = sentence.clause
    is_whole = clause.subject_kind in PRODUCTS
    if not is_whole or clause.columns or sets_beside(sentence):
        return
    for index in range(sentence.body, len(sentence.words)):
        noun = noun_at(sentence, index + 1) if sentence.words[index].lower in (",", "and", "but") else None
        if noun is None or not is_predicate(sentence, follows := follows_noun(sentence, noun)):
            continue
        if follows == "=" and "=" in clause.text[: noun.start]:
            continue  # "barge = slow, tug = fast"
        words = noun.text.lower().split()
        is_deed = len(words) == 1 and words[0].endswith("s") and follows in _UP
        if is_deed or _OUTSIDE.match(clause.text, noun.end) or _is_anothers(clause, noun):
            continue  # "3 decks, backs up to the quay"
        is_name = len(words) == 1 and noun.text[:1].isupper() and not noun.text.isupper()
        if _is_no_actor(sentence, noun) or (len(words) == 1 and _goes_on_with_deeds(sentence, index, words[0])):
            continue
        vague = words[-1] in sentence.lexicon.kind_nouns or words[-1] in word_list("no parts")
        vague = vague or not _MEASURES.isdisjoint(words) or _COUNT.search(noun.text) is not None
        if len(words) > MAX_PART_WORDS or is_name or vague:
            continue
        if (target := part_at(clause, noun)) is not None:
            yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, target, "subject of a later part")


def _goes_on_with_deeds(sentence: Sentence, index: int, word: str) -> bool:
    """Whether an unknown word stands behind a verb and "and", and so may be a misspelt verb itself: "mend and pait"."""
    before = sentence.words[index - 1].lower if index else ""
    is_deed = is_verb(before) and not before.endswith(("s", "ed", "ing"))
    return is_deed and sentence.words[index].lower == "and" and not is_ordinary(word) and word.isalpha()


def _is_no_actor(sentence: Sentence, noun: Piece) -> bool:
    """Whether words before a verb go on with another ("and receive identical copies"), or have it done to them."""
    words = noun.text.lower().split()
    index = sentence.index_at(noun.end)
    following = [word.lower for word in sentence.words[index : index + 2]]
    acts = len(words) > 1 and is_verb(words[0]) and (words[0].endswith("s") or is_verb(following[0]))
    return acts or (following[0].endswith("ed") and following[1:] == ["by"])


def has_parts(clause: Clause) -> bool:
    """Whether a clause is about a whole: a service, or what heads its section."""
    if clause.subject_kind is Kind.SERVICE:
        return True
    if clause.label is not None:
        is_named = any(m.key == clause.subject and m.end <= clause.body_start for m in clause.mentions)
        return clause.subject_kind is Kind.TECHNOLOGY and is_named
    return clause.subject_kind is Kind.TECHNOLOGY or (clause.heads and clause.subject_kind is not Kind.CONCEPT)


def _label(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Point in time restore: any second of the week": the words that sum up a line name a part of its subject."""
    clause = sentence.clause
    of_variety = clause.lead is not None and clause.lead.relation is RelationType.KIND_OF
    of_variety = of_variety and clause.lead_subject not in (None, clause.subject)
    if clause.label is None or clause.label not in clause.text or clause.needs or (clause.lead and not of_variety):
        return  # a label that was cut off is what the words are about
    if _EXAMPLES.match(clause.text, clause.body_start) or fill_place(clause):
        return  # "Cargo: including coal"
    text = clean(clause.label)
    least = {Kind.SERVICE: 2, Kind.FEATURE: 2 if of_variety else 3}.get(clause.subject_kind, MAX_WORDS + 1)
    is_counted = _DIGIT.search(text) is not None or without_count(text) != text  # "two decks": another rule's part
    is_other = is_counted or bare_key(clause.subject) == slug(clause.label) or _VERSUS.search(text) is not None
    is_other = is_other or any(m.key == clause.subject and m.end <= clause.body_start for m in clause.mentions)
    first = text.partition(" ")[0].lower()
    if any(hit.phrase.relation in _SUITS for hit in sentence.hits_between(0, clause.body_start)):
        return  # "Overkill for two cars."
    is_deed = clause.body_start >= len(clause.text.rstrip()) and first.endswith("ing")  # "Mending nets."
    is_order = is_verb(first) and not first.endswith(("ed", "s")) and first not in word_list("adjectives")
    orders = is_order and len(text.split()) > 2  # "Mend old nets:"
    last = text.rpartition(" ")[2].lower()
    orders = orders or (is_verb(first) and text.lower().split()[1:2] in _POINTING)  # "Mends the nets."
    orders = orders or (slug(text).startswith(f"{bare_key(clause.subject)}-") and last.endswith("s") and is_verb(last))
    if (
        is_deed
        or orders
        or is_other
        or _says_it(text)
        or _names_others(clause, text)
        or not least <= len(_IN_ORDER.sub("ordered", text).split()) <= MAX_WORDS
        or not names_a_thing(_IN_ORDER.sub("ordered", text))
    ):
        return
    if sentence.lexicon.lead_in(text) is None and not sentence.lexicon.is_transparent(text):
        start = clause.text.find(clause.label)
        target = part_at(clause, Piece(text, start, start + len(clause.label)))
        if target is not None and target.key != clause.subject:
            yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, target, "label of a line")


def _names_others(clause: Clause, label: str) -> bool:
    """Whether a label lists names with others, or tells what one is for, and is no part: "Git and mail"."""
    named = any(m.kind in PRODUCTS and m.end <= clause.body_start for m in clause.mentions)
    return named and _AND_OR_FOR.search(label) is not None


def _says_it(label: str) -> bool:
    """Whether a label is a sentence of its own ("Nora bakes rolls")."""
    acts = any(word.endswith("s") and is_verb(word) for word in label.lower().split()[1:-1])
    return acts and is_sentence(label)


GROUP = "group of parts"
"""The rule that reads where a line stands; the first line of a group tells it."""


def _group(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Mooring rings: iron, rope": the words above or before a list of parts name a kind of part themselves."""
    clause, group = sentence.clause, group_of(sentence)
    if group is not None:
        about = clause.lead_subject or clause.subject
        yield edge(End(key=about), RelationType.HAS_FEATURE, free(group, RelationType.HAS_FEATURE), GROUP)


def part_at(clause: Clause, noun: Piece) -> End | None:
    """The part that a noun of a clause names; none for people, workloads, errors and names of other things."""
    last_word = noun.text.lower().split()[-1]
    if last_word in word_list("people") or last_word in ("workload", "workloads") or ERROR.fullmatch(noun.text):
        return None
    if not any(m.start < noun.end and noun.start < m.end for m in clause.mentions):
        return free(noun.text, RelationType.HAS_FEATURE)
    mention = mentioned(clause, noun)
    if mention is not None:
        return known(mention) if mention.kind is Kind.FEATURE else None
    last = next((m for m in clause.mentions if m.start < noun.end <= m.end), None)
    named = last is not None and last.kind in PRODUCTS
    if named or (last is not None and last.start <= noun.start):
        return None
    return free(noun.text, RelationType.HAS_FEATURE)  # "hired boats", where boats are known


def _list_behind(sentence: Sentence, noun: Piece) -> Iterator[End]:
    """The other nouns of the list that the opening noun begins, up to the first part that is no noun."""
    end = free_end(text := sentence.clause.text, noun.start, len(sentence.clause.text))
    if text.startswith(" for ", noun.end):
        return  # "racks for oars, nets"
    acts = is_verb(follows := follows_noun(sentence, noun)) and follows not in sentence.lexicon.auxiliaries
    for index, (start, stop) in enumerate(list_parts(text, noun.start, end)):
        if index and (lettered := called_alike(noun.text, clean(text[start:stop]))):
            yield free(lettered, RelationType.HAS_FEATURE)
            continue
        if index and text[start:stop].lower().lstrip(" (").startswith("for "):
            return  # "mooring rings (e.g. for barges)"
        piece = _listed(sentence, start, stop) if index else noun
        is_done_to = acts and not _COUNT.search(text[start:stop])  # "tugs pull barges, rafts"
        if piece is None or (index and (is_done_to or follows in sentence.lexicon.negations)):
            return
        target = part_at(sentence.clause, piece)
        if index and target is not None:
            yield target


def _listed(sentence: Sentence, start: int, stop: int) -> Piece | None:
    """A part of a list as a noun: all its words, or those before the verb of the whole list."""
    words = clean(sentence.clause.text[start:stop]).lower().split()
    lexicon = sentence.lexicon
    if not words or words[0] in lexicon.no_nouns or words[0] == "co":
        return None
    noun = noun_at(sentence, sentence.index_at(start))
    if noun is None or noun.end >= stop or not is_predicate(sentence, follows_noun(sentence, noun)):
        noun = Piece(clean(sentence.clause.text[start:stop]), start, stop)
    while len(noun.text.split()) > 1 and noun.text.split()[-1].lower() in lexicon.noun_ends:
        noun = noun._replace(text=noun.text.rpartition(" ")[0])  # "engine underneath"
    words = noun.text.lower().split()
    is_doing = len(words) > 1 and words[-1].endswith("ing")  # "load balancing"
    is_deed = is_verb(words[0]) and not (words[0].endswith("ing") or is_doing)
    is_deed = is_deed and (len(words) > 1 or _has_object(sentence, stop))
    is_kind = len(words) > 1 and words[-1] in lexicon.kind_nouns
    is_vague = len(noun.text) < 2 or words[-1] in GENERAL or bool(_COUNT.search(noun.text))
    is_thing = names_a_thing(noun.text) or (len(words) == 1 and words[0].endswith("ing"))  # "caching"
    is_vague = is_vague or words[-1] in word_list("no parts")
    no_name = len(words) > 3 or is_deed or is_kind or is_vague or not is_thing
    return None if no_name else noun


def _has_object(sentence: Sentence, place: int) -> bool:
    """Whether a word goes on behind a part of a list: "leaks, sinks you later"."""
    following = sentence.clause.text[place : place + 2]
    return len(following) == 2 and following[0] == " " and following[1].isalpha()


def _is_common(clause: Clause, mention: Mention, owner: str) -> bool:
    """Whether a part that another thing is known for goes by common nouns ("night storage") that others have too."""
    words = clause.text[mention.start : mention.end]
    of_another = slug(words).startswith(f"{bare_key(owner)}-")
    is_plain = len(words.split()) > 1 and words[1:].islower() and not of_another
    return is_plain and clause.owner is None and clause.parent_kind in (Kind.SERVICE, Kind.CONCEPT)


def _named_parts(sentence: Sentence) -> Iterator[EdgeDraft]:
    for mention in sentence.clause.mentions:
        if mention.kind is Kind.FEATURE and not sentence.denies(mention):
            yield from _named(sentence.clause, mention)


def _named(clause: Clause, mention: Mention) -> Iterator[EdgeDraft]:
    """A part of what the clause is about, known by the bare name of its owner; a new subject below a heading."""
    owner = mention.owner or mention.key.rpartition("/")[0] or None
    if ERROR.fullmatch(clause.text, mention.start, mention.end) or bare_key(mention.key) in word_list("no parts"):
        return
    if mention.key == clause.subject:
        if owner and mention.key.startswith(f"{owner}-") and owner not in (clause.parent_subject, clause.parent_owner):
            yield edge(End(key=owner), RelationType.HAS_FEATURE, known(mention), BELOW_ITS_HEADING)
        for above in dict.fromkeys(key for key in (clause.owner, clause.parent_subject, clause.parent_owner) if key):
            is_idea = above == clause.parent_subject and clause.parent_kind is Kind.CONCEPT
            is_free = not owner and above != clause.parent_owner and not is_idea
            is_otherwise = used_there(clause) is not None or is_told_otherwise(clause, above)
            if owner != above == clause.parent_subject and is_otherwise:
                continue
            if above != mention.key and (is_free or owner == above or (owner and _is_common(clause, mention, owner))):
                yield edge(End(key=above), RelationType.HAS_FEATURE, known(mention), BELOW_ITS_HEADING)
    elif owner and owner not in (clause.subject, mention.key) and bare_key(owner) == bare_key(clause.subject):
        yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, known(mention), "part named")


OPENING = (
    Rule(_opening),
    rule(_later, ", and but"),
    rule(_label, LABEL),
    rule(_group, LEAD_IN),
    rule(_named_parts, NAME),
)
"""The nouns that open a clause, and the parts that it names in passing."""
