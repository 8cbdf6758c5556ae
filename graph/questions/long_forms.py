"""What the letters of an abbreviation stand for: as its aliases, a line or a heading of the notes has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.questions.answer import AnswerKind, Draft, Quote, quote
from graph.questions.query import Query, Subject
from graph.questions.retrieval import View, retrieve
from graph.questions.words import plain_words
from graph.values import Entity, Statement

MAX_LINES = 60
MAX_FOUND = 12
MAX_SAID = 2
MAX_DOCUMENTS = 8
MIN_LETTERS, MAX_LETTERS = 2, 7
_CAPITALS = re.compile(r"^[A-Z][A-Za-z]*[A-Z]|^[A-Z]+$")
_REPEATED = re.compile(r"([a-z])([2-4])")
_SMALL = frozenset({"of", "and", "for", "the", "to", "in"})
_COUNTED = re.compile(r"([a-z])(\d{1,2})([a-z]+)")
_BETWEEN = r"\W{0,3}(?:(?:which |that )?(?:stands for|(?:is )?short for|means|is|are|=) ?(?:the |an? )?)?\W*"


def stands_for(view: View, query: Query) -> Draft | None:
    """The long form of an abbreviation, from its aliases or a line; None where the notes do not give it."""
    subject = next((s for s in query.known if _is_short(s.text)), next(iter(query.known), None))
    if subject is None:
        return None
    if not _is_short(subject.text) and (draft := _shortened(view, subject)) is not None:
        return draft
    short = subject.name if subject.name.lower() == subject.text.lower() else subject.text
    short = short if _is_short(subject.text) else subject.name
    for entity in view.entities(subject.ids):
        for long in (entity.name, *entity.aliases):
            if (_spells(short, long) or _is_alias(entity, short, long)) and (
                where := _where(view, entity, short, long)
            ):
                return _told(entity, short, long, *where)
    return _from_lines(view, query, short, subject)


def _shortened(view: View, subject: Subject) -> Draft | None:
    """The abbreviation of a long name, where a thing has both."""
    for entity in view.entities(subject.ids):
        for short in (entity.name, *entity.aliases):
            if (
                _is_short(short)
                and _spells(short, subject.text)
                and (where := _where(view, entity, short, subject.text))
            ):
                return _told(entity, short, subject.name, *where)
    return None


def _told(entity: Entity, short: str, long: str, *where: Quote) -> Draft:
    return Draft(AnswerKind.DEFINITION, f"{short} stands for {long}.", list(where), [entity])


def _is_alias(entity: Entity, short: str, long: str) -> bool:
    """Whether a name in capitals goes with a longer one that may be its long form."""
    known = {name.lower() for name in (entity.name, *entity.aliases) if _CAPITALS.search(name)}
    return short.lower() in known and (may_spell(short, long) or _shortens(short, long))


def _is_short(text: str) -> bool:
    return " " not in text and MIN_LETTERS <= len(text) <= MAX_LETTERS


def letters_of(short: str) -> str:
    """The letters of an abbreviation in lower case; a figure says how often the one before it comes.

    >>> letters_of("TLS"), letters_of("W3C")
    ('tls', 'wwwc')
    """
    return _REPEATED.sub(lambda match: match[1] * int(match[2]), short.lower())


def _shortens(short: str, long: str) -> bool:
    """Whether the letters of the short form stand in one long word in order, its first one first ("OTel")."""
    letters = iter(long.lower())
    return (
        long.isalpha()
        and len(long) > 2 * len(short)
        and long[0].lower() == short[0].lower()
        and all(letter in letters for letter in short.lower())
    )


def _spells(short: str, long: str) -> bool:
    """Whether the first letters of a long form's words are just the short form, or it counts the letters left out
    ("i18n")."""
    counted = _COUNTED.fullmatch(short.lower())
    if counted is not None and long.isalpha():
        ends = long[0].lower() == counted[1] and long.lower().endswith(counted[3])
        return ends and len(long) == 1 + int(counted[2]) + len(counted[3])
    words = plain_words(long)
    initials = "".join(word[0] for word in words)
    kept = "".join(word[0] for word in words if word not in _SMALL)
    return len(words) > 1 and letters_of(short) in (initials, kept)


def _from_lines(view: View, query: Query, short: str, subject: Subject) -> Draft | None:
    """The long form that a line or heading gives: in brackets beside the short one, or in a run of words with its
    first letters."""
    entity = next(iter(view.entities(subject.ids[:1])), None)
    if entity is None:
        return None
    for where in _lines(view, query, short):
        long = beside_brackets(where.text, short) or run_of_initials(where.text, short)
        if long is not None:
            return _told(entity, short, long, where)
    return None


def _lines(view: View, query: Query, short: str) -> Iterator[Quote]:
    """The lines that deal with an abbreviation, then all that have it in the documents of these."""
    lines = retrieve(view, query)[:MAX_LINES]
    yield from (quote(line.statement) for line in lines)
    for path in list(dict.fromkeys(line.statement.document for line in lines))[:MAX_DOCUMENTS]:
        for number, text in enumerate(view.outline(path).texts, 1):
            if short.lower() in text.lower():
                yield Quote(path, number, number, text.strip().lstrip("#").strip())


def run_of_initials(text: str, short: str) -> str | None:
    """The words of a line whose first letters are the short form: beside it, or written as a name.

    >>> run_of_initials("TTL is the time to live", "TTL"), run_of_initials("to try later", "TTL")
    ('time to live', None)
    """
    words, letters = list(re.finditer(r"[^\W_]+", text)), letters_of(short)
    if (shouted := _shouted(words, short)) is not None:
        return text[shouted[0].start() : shouted[-1].end()]
    for first in range(len(words) - len(letters) + 1):
        run = words[first : first + len(letters)]
        if "".join(w[0][0].lower() for w in run) != letters or not all(len(w[0]) > 1 for w in run):
            continue
        if run[0][0][0].isupper() or _is_beside(text[: run[0].start()], text[run[-1].end() :], short):
            return text[run[0].start() : run[-1].end()]
    return None


def _shouted(words: list[re.Match[str]], short: str) -> list[re.Match[str]] | None:
    """The run of words whose capitals are just the short form's letters ("MOtor Drive Unit")."""
    for first in range(len(words)):
        for last in range(first + 2, min(len(words), first + len(short)) + 1):
            run = words[first:last]
            if (
                all(w[0][0].isupper() for w in run)
                and "".join(letter for w in run for letter in w[0] if letter.isupper()).lower() == short.lower()
            ):
                return run
    return None


def _is_beside(before: str, behind: str, short: str) -> bool:
    """Whether the short form stands right before or behind a run of words, with but a sign or "stands for" between."""
    own = re.escape(short)
    return bool(
        re.search(rf"\b{own}s?{_BETWEEN}$", before, re.IGNORECASE)
        or re.match(rf"\W{{1,3}}(?:or |aka |short )?{own}s?\b", behind, re.IGNORECASE)
    )


def beside_brackets(text: str, short: str) -> str | None:
    """The long form in "SHORT (long form)" or "long form (SHORT)", where it begins like the short one."""
    behind = re.search(rf"\b{re.escape(short)}s?\s*\(([^()]+)\)", text, re.IGNORECASE)
    if behind and may_spell(short, behind[1]):
        return behind[1].strip()
    before = re.search(rf"([^()]+)\(\s*{re.escape(short)}s?\s*\)", text, re.IGNORECASE)
    if before is None:
        return None
    words = before[1].split()
    runs = (" ".join(words[-count:]) for count in range(2, len(letters_of(short)) + 1) if count <= len(words))
    return next((run for run in runs if may_spell(short, run)), None)


def may_spell(short: str, long: str) -> bool:
    """Whether all letters of the short form but one stand in the long one, in order, with each word's first among them.

    >>> may_spell("OLTP", "online Transaction processing"), may_spell("DAX", "DynamoDB Accelerator")
    (True, True)
    """
    words, letters = plain_words(long), letters_of(short)
    if len(words) < 2 or words[0][0] != letters[:1]:
        return False
    at, met = 0, 0
    text = "".join(words)
    for letter in letters:
        place = text.find(letter, at)
        if place >= 0:
            at, met = place + 1, met + 1
    return met >= len(letters) - 1 and all(word[0] in letters for word in words)


def _where(view: View, entity: Entity, short: str, long: str) -> list[Quote]:
    """The lines in which the long form stands, best with the short one: statements and the first line of the document
    that has it (a heading)."""
    found = view.store.find_statements(long, limit=MAX_FOUND)
    exact = [s for s in found if long.lower() in s.text.lower()]
    exact.sort(key=lambda s: (short.lower() not in s.text.lower(), s.about != entity.id))
    said = [quote(s) for s in (exact or found)[:MAX_SAID]]
    paths = [s.document for s in exact[:1]] or _paths(view.store.statements_about([entity.id]))
    first = next(filter(None, (_in_document(view, path, long) for path in paths)), None)
    return [*said, *([first] if first is not None and first not in said else [])]


def _paths(statements: tuple[Statement, ...]) -> list[str]:
    return list(dict.fromkeys(s.document for s in statements))[:MAX_DOCUMENTS]


def _in_document(view: View, path: str, long: str) -> Quote | None:
    document = view.store.document(path)
    if document is None:
        return None
    for number, text in enumerate(re.split(r"\r\n|\r|\n", document.text), 1):
        if long.lower() in text.lower():
            return Quote(path, number, number, text.strip().lstrip("#").strip())
    return None
