"""Filters by relation and kind, with counts; what is chosen stands in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

import streamlit as st

from app.web import state
from graph.vocabulary import READINGS, Kind, RelationType

_Word = TypeVar("_Word", bound=StrEnum)
_PLACES = {str(word): place for words in (RelationType, Kind) for place, word in enumerate(words)}


def relation_filter(present: Mapping[RelationType, int]) -> list[RelationType]:
    """The relations to show; all of them where none is chosen."""
    asked = state.asked(state.RELATION, RelationType)
    return _filter("Relations", state.RELATION, asked, present, lambda relation: READINGS[relation].forward)


def kind_filter(present: Mapping[Kind, int]) -> list[Kind]:
    """The kinds of neighbour to show; all of them where none is chosen."""
    return _filter("Kinds", state.KIND, state.asked(state.KIND, Kind), present, str)


def _filter(
    title: str, parameter: str, asked: list[_Word], present: Mapping[_Word, int], label: Callable[[_Word], str]
) -> list[_Word]:
    """A popover with one pill a word. The address is the truth: the pills follow it, and a click on them changes it."""
    key = f"nw-filter-{parameter}"
    options = in_order(present, asked)
    if st.session_state.get(f"{key}-seen") != asked:
        st.session_state[key] = st.session_state[f"{key}-seen"] = asked
    shown = f"{title}: {len(asked)} of {len(options)}" if asked else f"{title}: all {len(options)}"
    with st.popover(shown, width="content", key=f"{key}-popover"):
        chosen = st.pills(
            title,
            options,
            selection_mode="multi",
            format_func=lambda word: f"{label(word)} · {present.get(word, 0):,}",
            key=key,
            label_visibility="collapsed",
        )
        st.caption("None chosen shows all.")
    if chosen != asked:
        st.session_state[f"{key}-seen"] = list(chosen)
        state.ask_for(parameter, chosen)
        st.rerun()
    return chosen


def in_order(present: Mapping[_Word, int], asked: list[_Word]) -> list[_Word]:
    """The words that are there or asked for, in the vocabulary's order."""
    wanted = {*present, *asked}
    return sorted(wanted, key=_PLACES.__getitem__)
