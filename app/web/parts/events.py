"""What a reader did in a component, once.

A trigger of a component is lost where the next run breaks off the one that it began, as happens to quick readers. So
the components keep their last event as a state, with an id of its own, and the page remembers which it has acted on.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

EVENT = "event"
"""The name of the state in every component of ours."""


def unseen(key: str, result: Any) -> dict[str, Any]:
    """The event of the component with this key, or nothing where it was acted on already or is no event at all."""
    event = result.get(EVENT)
    if not isinstance(event, dict) or not isinstance(event.get("id"), str):
        return {}
    seen = f"{key}-seen"
    if st.session_state.get(seen) == event["id"]:
        return {}
    st.session_state[seen] = event["id"]
    return event


def edge_of(value: Any) -> tuple[str, str, str] | None:
    """Source, relation and target, where the browser sent three texts; it can send anything."""
    if isinstance(value, list) and len(value) == 3 and all(isinstance(part, str) for part in value):
        return value[0], value[1], value[2]
    return None


def text_of(value: Any) -> str | None:
    """The text, where the browser sent one that is not empty."""
    return value if isinstance(value, str) and value else None


def nothing() -> None:
    """A callback: a component hands over only those states that have one, and the page works after the call."""
