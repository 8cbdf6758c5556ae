"""What the pages remember: the store, the focus and the filters (in the address), the selection and the way back.

The focus is the query parameter `focus`: setting it makes an entry in the browser's history, so the browser's Back
works. Everything that a link to a view should bring along stands in the address; the rest in the session.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from enum import StrEnum
from ipaddress import ip_address
from itertools import islice
from typing import Any, TypeVar

import streamlit as st

from app import settings
from app.web.flags import WRITABLE_VARIABLE
from graph import open_store
from graph.ceilings import MAX_VIEW_NODES
from graph.comparison.suggested import suggested_pairs
from graph.errors import StoreMissingError
from graph.limit_table import LimitEntry, limits
from graph.store import GraphStore
from graph.values import Counts, Entity
from graph.vocabulary import Kind

FOCUS, RELATION, KIND = "focus", "relation", "kind"
SEARCH = "search"
QUESTION, WITH = "q", "with"
FIRST_VIEW_NODES = 60

_SELECTED, _TRAIL, _LARGE, _CLEAR = "nw-selected", "nw-trail", "nw-large", "nw-clear-search"
_MOST_STARTS = 2_000

_Word = TypeVar("_Word", bound=StrEnum)


# -- the store ---------------------------------------------------------------------------------------


def store_url() -> str:
    """The store that the command which started the pages named."""
    return settings.value_of(settings.STORE).text


def the_store() -> GraphStore | None:
    """The store of these pages, shared by all sessions; None where there is none yet and none may be made.

    Raises what open_store raises.
    """
    try:
        return _opened(store_url(), create=may_write())
    except StoreMissingError:
        return None


@st.cache_resource(show_spinner=False)
def _opened(url: str, create: bool) -> GraphStore:
    return open_store(url, create=create)


@st.cache_data(show_spinner=False, ttl=5)
def _counted(url: str) -> Counts:
    store = the_store()
    return store.counts() if store else Counts(0, 0, 0, 0, 0)


def counts() -> Counts:
    """How much the store holds, at most five seconds ago."""
    return _counted(store_url())


def forget_counts() -> None:
    """To be called after a write."""
    _counted.clear()
    for cached in (_started, _limited, _exemplified, _paired):
        cached.clear()


def may_write() -> bool:
    """Whether the pages may change the store: they listen on loopback only, or `--writable` was given."""
    if os.environ.get(WRITABLE_VARIABLE) == "1":
        return True
    address = st.get_option("server.address") or ""
    try:
        return address == "localhost" or ip_address(address).is_loopback
    except ValueError:
        return False


# -- the focus ---------------------------------------------------------------------------------------


def asked_focus() -> str | None:
    """What the address asks for: an id, or a name as somebody typed it."""
    return st.query_params.get(FOCUS) or None


def move_to(focus: str) -> None:
    """Look at another entity: a new entry in the browser's history. The run starts again.

    What is in the middle already stays there, and the run goes on.
    """
    st.session_state.pop(_SELECTED, None)
    search_is_empty = st.session_state.get(_CLEAR) or not st.session_state.get(SEARCH)
    if focus == asked_focus() and search_is_empty:
        return
    st.session_state[_LARGE] = False
    st.session_state[_CLEAR] = True
    st.query_params[FOCUS] = focus
    st.rerun()


def look_at(query: Mapping[str, Iterable[str]]) -> None:
    """Look at another view of the page that is open: a new entry in the browser's history. The run starts again."""
    st.session_state[_CLEAR] = True
    deselect()
    st.query_params.from_dict([(name, list(values)) for name, values in query.items() if values])
    st.rerun()


def start_id() -> str | None:
    """Where to begin when the address asks for nothing: the service (else whatever there is) with most relations."""
    return _started(store_url())


@st.cache_data(show_spinner=False, ttl=60)
def _started(url: str) -> str | None:
    best = most_joined(Kind.SERVICE, 1) or most_joined(None, 1)
    return best[0] if best else None


def most_joined(kind: Kind | None, number: int) -> list[str]:
    """Ids of the entities of this kind with most relations, looked for among the first few thousand."""
    store = the_store()
    if store is None:
        return []
    ids = [entity.id for entity in islice(store.iter_entities(kind), _MOST_STARTS)]
    degree = store.degree(ids)
    return sorted(ids, key=lambda one: (-degree.get(one, 0), one))[:number]


@st.cache_resource(show_spinner=False, ttl=5)
def _limited(url: str) -> tuple[LimitEntry, ...]:
    store = the_store()
    return limits(store) if store else ()


def all_limits() -> tuple[LimitEntry, ...]:
    """Every limit that the store holds, at most five seconds ago."""
    return _limited(store_url())


_FEW_STARTS = 12


@st.cache_data(show_spinner=False, ttl=60)
def _exemplified(url: str) -> tuple[str, ...]:
    from graph.questions.examples import example_questions

    store = the_store()
    return (
        example_questions(store, most_joined(Kind.SERVICE, _FEW_STARTS) or most_joined(None, _FEW_STARTS))
        if store
        else ()
    )


def examples() -> tuple[str, ...]:
    """Questions that the notes answer, on the things with most relations."""
    return _exemplified(store_url())


@st.cache_data(show_spinner=False, ttl=60)
def _paired(url: str) -> tuple[tuple[Entity, Entity], ...]:
    store = the_store()
    return suggested_pairs(store, most_joined(None, _MOST_STARTS)) if store else ()


def pairs() -> tuple[tuple[Entity, Entity], ...]:
    """Pairs that the notes set side by side."""
    return _paired(store_url())


def remember(focus: str) -> None:
    """Keep the way that was come; going back in the browser shortens it again."""
    trail: list[str] = st.session_state.setdefault(_TRAIL, [])
    if trail and trail[-1] == focus:
        return
    st.session_state.pop(_SELECTED, None)
    if len(trail) > 1 and trail[-2] == focus:
        trail.pop()
    else:
        trail.append(focus)


def previous() -> str | None:
    """The focus before this one."""
    trail: list[str] = st.session_state.get(_TRAIL, [])
    return trail[-2] if len(trail) > 1 else None


# -- selection, size of the view, search --------------------------------------------------------------


def selected() -> dict[str, Any]:
    """What the panel shows: {"node": id}, {"edge": [source, relation, target]}, or nothing for the focus."""
    found: dict[str, Any] = st.session_state.get(_SELECTED, {})
    return found


def select(*, node: str | None = None, edge: Iterable[str] | None = None) -> None:
    """Show a thing or a relation in the panel."""
    if node is not None:
        st.session_state[_SELECTED] = {"node": node}
    elif edge is not None:
        st.session_state[_SELECTED] = {"edge": list(edge)}


def deselect() -> None:
    """Show nothing of its own in the panel."""
    st.session_state.pop(_SELECTED, None)


def view_nodes() -> int:
    """How many neighbours to draw: few at first, up to the ceiling when more were asked for."""
    ceiling = min(settings.view_nodes(), MAX_VIEW_NODES)
    return ceiling if st.session_state.get(_LARGE) else min(FIRST_VIEW_NODES, ceiling)


def can_enlarge() -> bool:
    """Whether there is a larger view than this one."""
    return view_nodes() < min(settings.view_nodes(), MAX_VIEW_NODES)


def enlarge() -> None:
    """Draw as many neighbours as the ceiling allows."""
    st.session_state[_LARGE] = True


def search_was_used() -> bool:
    """Whether the search box is to be emptied, since its answer was taken; true once."""
    return bool(st.session_state.pop(_CLEAR, False))


# -- filters ------------------------------------------------------------------------------------------


def asked(parameter: str, words: type[_Word]) -> list[_Word]:
    """The values of a filter in the address that are words of the vocabulary, in its order."""
    wanted = set(st.query_params.get_all(parameter))
    return [word for word in words if word in wanted]


def is_filtered() -> bool:
    """Whether the address holds a filter."""
    return any(st.query_params.get_all(parameter) for parameter in (RELATION, KIND))


def ask_for(parameter: str, values: Iterable[StrEnum]) -> None:
    """Put a filter into the address; an empty one leaves it."""
    texts = [str(value) for value in values]
    if texts:
        st.query_params[parameter] = texts
    elif parameter in st.query_params:
        del st.query_params[parameter]
