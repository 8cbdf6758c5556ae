"""The columns of a table that are about things: "| | Gig | Raft |" over "| holds | 6 | 20 |"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.lexicon import Lexicon
from graph.names import Entry
from graph.quantities.words import quantity_words
from graph.vocabulary import Kind
from ingest.naming.introduced import is_new_name
from ingest.outlining.headings import bare
from ingest.terms import is_property, is_verb, names_a_thing, word_list

MIN_SIDES = 2
MIN_WORDS, MAX_WORDS = 2, 3


def things_of_columns(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    find: Callable[[str], str | None],
    new: Callable[[str, bool], str],
    lexicon: Lexicon,
) -> dict[str, str]:
    """The keys of the things that columns are about, by the titles of the columns.

    `find` knows the key of one; where it knows two of them, or all are written as names beside a first one without a
    title, the other columns are about things that are `new`. So they are where all are nouns and each row tells an
    aspect: parts of what is above.
    """
    named = (cell for cell in header if bare(cell).lower() not in word_list("remarks"))
    found = {cell: key for cell in named if (key := find(cell)) is not None}
    is_known_sort = header[0] not in found and len(set(found.values())) >= MIN_SIDES
    unknown = [cell for cell in header[1:] if cell not in found]
    others = [c for c in unknown if _may_be_thing(c, lexicon) or (is_known_sort and _is_titled_so(c, lexicon))]
    all_names = not header[0].strip() and len(found) + len(others) == len(header) - 1
    are_nouns = not (header[0].strip() or found or others) and all(_is_noun(c, lexicon) for c in header[1:])
    if are_nouns and _tell_aspects(rows, lexicon):
        others, all_names = list(header[1:]), True
    if is_known_sort or (header[0] not in found and all_names and len(header) > MIN_SIDES):
        found.update((cell, new(bare(cell), are_nouns)) for cell in others)
    return found


def _is_noun(cell: str, lexicon: Lexicon) -> bool:
    name = bare(cell)
    return len(name.split()) <= MAX_WORDS and names_a_thing(name) and _titles_things(name, lexicon)


def _tell_aspects(rows: Sequence[Sequence[str]], lexicon: Lexicon) -> bool:
    """Whether each row of a table begins with what is compared: a measure, a use, a verb ("max weight", "good for")."""
    firsts = [bare(row[0]).lower() for row in rows if row]
    return bool(firsts) and all(_is_aspect(first, lexicon) for first in firsts)


def _is_aspect(title: str, lexicon: Lexicon) -> bool:
    words = title.split()
    if not words:
        return False
    known = quantity_words()
    is_measured = any(word in known.quantity_nouns or word in known.sized for word in words)
    is_said = is_verb(words[0]) or words[0] in word_list("past") or words[0] in ("max", "min", "default")
    return is_measured or is_said or lexicon.lead_in(title) is not None or lexicon.is_transparent(title)


def rows_are_things(header: Sequence[str], rows: Sequence[Sequence[str]], find: Callable[[str], Entry | None]) -> bool:
    """Whether a table tells of the products in its first column, which has a title: "| boat | wood | for |"."""
    first = bare(header[0]).lower()
    entries = [find(row[0]) for row in rows if row] if first and first not in word_list("aspects") else []
    products = {entry.entity_key for entry in entries if entry is not None and entry.kind is not Kind.CONCEPT}
    return len(products) >= MIN_SIDES and 2 * len(products) > len(rows)


def ticked_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> frozenset[str]:
    """The titles of the columns that only say yes or no of the things in the first column, which its title names."""
    first = bare(header[0]).lower()
    if not first or first in word_list("aspects") or not rows:
        return frozenset()
    answers = word_list("ticks") | word_list("crosses")
    columns = zip(*rows, strict=False)
    return frozenset(
        t for t, cells in zip(header, columns, strict=False) if all(bare(c).lower() in answers for c in cells)
    )


def _may_be_thing(cell: str, lexicon: Lexicon) -> bool:
    name = bare(cell)
    return _titles_things(name, lexicon) and all(map(is_new_name, name.split()))


def _is_titled_so(cell: str, lexicon: Lexicon) -> bool:
    """Whether ordinary words may name a thing beside columns that do: "Night barge", but no "Notes"."""
    name = bare(cell)
    is_name = name[:1].isupper() and MIN_WORDS <= len(name.split()) <= MAX_WORDS and names_a_thing(name)
    return is_name and _titles_things(name, lexicon)


def _titles_things(name: str, lexicon: Lexicon) -> bool:
    is_said = not name or lexicon.lead_in(name) is not None or lexicon.is_transparent(name)
    return not is_said and not is_property(name) and name.lower() not in word_list("remarks")
