"""How an answer calls the things that it gives: so that a person finds them again in the quoted lines."""

from __future__ import annotations

from graph.names import is_ordinary, normal_form
from graph.questions.matching import are_near
from graph.questions.query import Query
from graph.questions.retrieval import View
from graph.values import Entity
from graph.vocabulary import Kind


def called(view: View, query: Query, entity: Entity, quoted: str) -> str:
    """The entity's name; with its owner's before it where it is an ordinary word ("S3 bucket"), and with the name that
    the question gave it behind it where that is another one ("REST / RESTful API"), else with its abbreviation or with
    the name that the `quoted` lines (in normal form, between spaces) have instead."""
    name = _as_one(view, entity, _with_owner(view, entity))
    asked = f" {normal_form(query.text)} "
    if f" {normal_form(entity.name)} " in asked:
        return name
    if (short := _abbreviation(entity)) is not None:
        return f"{name} / {short}"
    given = [alias for alias in entity.aliases if f" {normal_form(alias)} " in asked and any(map(str.isupper, alias))]
    others = [_singular(view, alias) for alias in given or _quoted(entity, quoted)]
    return " / ".join([name, *others[:1]])


def _quoted(entity: Entity, quoted: str) -> list[str]:
    """The other names of a thing that stand in the quoted lines, where its own does not; misspelt ones are left out."""
    if f" {normal_form(entity.name)} " in quoted:
        return []
    here = [alias for alias in entity.aliases if any(map(str.isupper, alias)) and f" {normal_form(alias)} " in quoted]
    own = normal_form(entity.name)
    return [alias for alias in here if normal_form(alias) not in own and not are_near(own, normal_form(alias))]


def _as_one(view: View, entity: Entity, name: str) -> str:
    """The name of a sort of thing as of one of it: "RESTful API" for what notes head "RESTful APIs"."""
    return _singular(view, name) if entity.kind in (Kind.FEATURE, Kind.CONCEPT) else name


def _singular(view: View, name: str) -> str:
    head, _, noun = name.rpartition(" ")
    one = noun.removesuffix("s")
    is_sort = one.lower() in view.words.wanted or (one != noun and one.isupper())
    return f"{head} {one}" if head and is_sort else name


def _abbreviation(entity: Entity) -> str | None:
    """The first letters of a name of several words, where notes call the thing so: "customer master key / CMK"."""
    words = entity.name.split()
    letters = "".join(word[0] for word in words).upper()
    return letters if 2 < len(words) == len(letters) and letters in entity.aliases else None


def _with_owner(view: View, entity: Entity) -> str:
    if entity.kind is not Kind.FEATURE or " " in entity.name or not _is_plain(entity.name):
        return entity.name
    owners = [o for o in view.entities(view.owners([entity.id])[entity.id]) if o.kind is Kind.SERVICE]
    above = view.entity(entity.id.rpartition("/")[0])
    owner = above if above in owners else owners[0] if len(owners) == 1 else None
    return f"{owner.name} {entity.name}" if owner else entity.name


def _is_plain(name: str) -> bool:
    return name.isalpha() and (name.islower() or is_ordinary(name.lower()))
