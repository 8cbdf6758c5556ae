"""The pages that answer, without a browser: opened over the sample notes, read back and clicked."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import samples
from streamlit.testing.v1 import AppTest

from app.web.flags import HOME
from graph.stores import open_store
from graph.values import Contribution

LINKS = "nw-links"
_IDS = count()


class Pages:
    """Opens pages over a store with some contributions."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = folder / "answers.db"
        monkeypatch.setenv("NOTEWEAVE_STORE", str(self.path))

    def __call__(self, file: str, *contributions: Contribution, **query: str | list[str]) -> AppTest:
        """The page of this file at a query, over these notes (else the sample notes)."""
        store = open_store(self.path)
        for contribution in contributions or (samples.lambda_notes(), samples.queue_notes()):
            store.replace_document(contribution)
        store.close()
        page = AppTest.from_file(str(HOME), default_timeout=30).switch_page(file)
        for name, value in query.items():
            page.query_params[name] = value
        return run(page)


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception, page.exception
    return page


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.main if element.type == "html")


def asked(page: AppTest, name: str) -> list[str]:
    """What the address asks for."""
    value = page.query_params.get(name, [])
    return [value] if isinstance(value, str) else list(value)


def send(page: AppTest, value: dict[str, Any], key: str = LINKS) -> AppTest:
    """What a click on a link, or in a component, does."""
    page.session_state[key] = {"event": {"id": f"answers-{next(_IDS)}", **value}}
    return run(page)


def component(page: AppTest, key: str) -> dict[str, Any] | None:
    """What a component was given; None where it is not on the page."""
    given = [element.proto.json for element in page.main if getattr(element, "key", None) == key]
    return dict(json.loads(given[0])) if given else None
