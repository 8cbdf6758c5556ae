"""Members of a list of which others are known: what is told of those is told of them, too ("Oak, pine, other wood")."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import free, known, mentioned
from ingest.relating.phrases import Piece, are_examples, free_end, is_name, pieces
from ingest.relating.plain_words import GENERAL, PRONOUNS, VAGUE, is_noun
from ingest.relating.sentence import Sentence
from ingest.relating.topics import is_topic
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

_TAKING = (RelationType.SUPPORTS, RelationType.USES, RelationType.SENDS_TO, RelationType.READS_FROM)
MIN_MEMBERS = 3
"""So many members that are known make one of any other word in the list."""
_FOR_EXAMPLE = re.compile(r"\(\s*(?:e\.?g\.?|such as|like|ex\.?|for example|for instance),?\s+", re.IGNORECASE)


def others_of_lists(sentence: Sentence, told: Collection[EdgeDraft]) -> Iterator[EdgeDraft]:
    """The members of a list that are no names, where others of them are: "Oak, pine, other wood and reed"."""
    clause = sentence.clause
    keys = {edge.target.key: edge for edge in told if edge.relation in _TAKING and edge.target.key is not None}
    if not keys or not sentence.may_list():
        return
    begin = 0
    while begin < len(clause.text):
        end = free_end(clause.text, begin, len(clause.text))
        parts = pieces(clause.text, begin, end)
        members = [mentioned(clause, piece) for piece in parts]
        if members and members[0] is None:
            members[0] = _last_told(clause, parts[0], keys)
        like = _alike([keys[m.key] for m in members if m is not None and m.key in keys])
        first = _first_example(clause, parts, begin, end)
        if len(like) > 1 or (like and first):
            for piece, member in list(zip(parts, members, strict=True))[first:]:
                yield from _beside(sentence, piece, member, like)
        begin = end + 1


def _last_told(clause: Clause, piece: Piece, keys: Mapping[str, EdgeDraft]) -> Mention | None:
    """The name that ends the first part of a list, of which something is told: "carries mail to the barge, a tug"."""
    return next((m for m in clause.mentions if m.key in keys and m.end in (piece.end, piece.end - 1)), None)


def _alike(told: list[EdgeDraft]) -> list[EdgeDraft]:
    """Of what is told of the members of a list, that which is told of most of them: of one thing, in one relation."""
    groups: dict[tuple[End, RelationType], list[EdgeDraft]] = {}
    for each in told:
        groups.setdefault((each.source, each.relation), []).append(each)
    most = max(groups.values(), key=len, default=[])
    return most if len(most) > len(told) / 2 else []


def _first_example(clause: Clause, parts: list[Piece], begin: int, end: int) -> int:
    """The number of the part of a list that opens its examples in brackets ("wood (e.g. oak, pine)"); 0 without."""
    example = _FOR_EXAMPLE.search(clause.text, begin, end)
    return next((n for n, piece in enumerate(parts) if example and piece.start >= example.end()), 0)


def _beside(sentence: Sentence, piece: Piece, member: Mention | None, like: list[EdgeDraft]) -> Iterator[EdgeDraft]:
    """The edge of one member of a list, like those of the others."""
    clause = sentence.clause
    if clause.text[piece.start : piece.end].lower().lstrip(" (").startswith("for "):
        return  # "(e.g. for pails)"
    told = {edge.target.key for edge in like}
    if piece.text.lower().split()[0] in sentence.lexicon.negations:
        return
    is_named = any(piece.start <= m.start and m.end <= piece.end and m.key in told for m in clause.mentions)
    if member is None and len(piece.text) > piece.end - piece.start:
        return  # words that two names of the list are put together from
    if member is None and not is_named and not are_examples(clause.text, piece.end, len(clause.text)):
        is_word = (
            len(like) >= MIN_MEMBERS and piece.text.isalpha() and piece.text.lower() not in sentence.lexicon.no_nouns
        )
        is_deed = piece.text.lower().endswith(("s", "ed", "ing")) and is_verb(piece.text.lower())
        if _is_like(piece.text) or (is_word and not is_deed):
            yield like[0]._replace(target=free(piece.text, like[0].relation), rule="named beside others")
    elif member is not None and member.kind is Kind.FEATURE and not is_topic(sentence, member):
        if member.owner in (None, clause.subject, clause.owner):
            return
        yield like[0]._replace(target=known(member), rule="another's part beside others")


def _is_like(text: str) -> bool:
    """Whether words beside names in a list may be another: one or two nouns."""
    words = text.lower().split()
    if words[0] == "port":
        return False  # "oak, pine, port 9"
    is_short = (
        len(words) <= 2 and len(text) > 1 and words[-1] not in VAGUE and words[-1] not in GENERAL and words[0].isalpha()
    )
    if words[0] in PRONOUNS | word_list("comparatives") | word_list("auxiliaries") or "it's" in words:
        return False
    if len(words) == 2 and text.split()[0].istitle() and words[1].endswith("s") and is_verb(words[1]):
        return False  # "…, Dover shows it"
    is_deed = is_verb(words[0]) and (len(words) == 1 or words[0].endswith("s"))
    if words[-1].endswith("ed") and is_verb(words[-1]):
        return False  # "oak and pine accepted"
    return is_short and not is_deed and (is_noun(text) or is_name(text))
