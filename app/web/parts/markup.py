"""HTML with everything escaped that is not markup of ours.

Note text is untrusted. It reaches a page through here (or as the data of a component, which sets it as text), and
never as Markdown.
"""

from __future__ import annotations

from html import escape
from typing import Literal

import streamlit as st


class Markup(str):
    """A string that is markup of ours already."""

    __slots__ = ()


def tag(name: str, *children: str, **attributes: str | None) -> Markup:
    """An element. Children that are no Markup are escaped, attributes always; None leaves an attribute out.

    >>> tag("a", "R&D <b>", href="?q=1", class_="nw-chip")
    '<a href="?q=1" class="nw-chip">R&amp;D &lt;b&gt;</a>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value, quote=True)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: str) -> Markup:
    """Children one after the other, escaped where they are plain text."""
    return Markup("".join(child if isinstance(child, Markup) else escape(child) for child in children))


def show(*children: str, width: Literal["stretch", "content"] = "stretch") -> None:
    """Put them onto the page; nothing where there is nothing."""
    written = join(*children)
    if written:
        st.html(written, width=width)
