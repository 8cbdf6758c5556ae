"""What every command is given: which store, which form of answer; and the three options that say so.

`--store`, `--json` and `--debug` may stand before or after the sub-command. `command` adds them to a command's own
parameters, so that each of them is written down once.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app import settings

if TYPE_CHECKING:
    from graph.store import GraphStore

StoreOption = Annotated[str | None, typer.Option("--store", metavar="URL", help=settings.STORE.help)]
JsonOption = Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show the traceback of a problem.")]

_SHARED = {"store": StoreOption, "as_json": JsonOption, "debug": DebugOption}


@dataclass
class Session:
    """The options that all commands share, as given before and after the sub-command; the later place wins."""

    store: str | None = None
    as_json: bool = False
    debug: bool = False

    def update(self, *, store: str | None, as_json: bool, debug: bool) -> None:
        """Take in what one of the two places says."""
        self.store = self.store if store is None else store
        self.as_json = self.as_json or as_json
        self.debug = self.debug or debug

    @property
    def url(self) -> str:
        """The store's URL by option, environment or default."""
        return settings.value_of(settings.STORE, self.store).text

    @contextmanager
    def open(self, *, create: bool = False) -> Iterator[GraphStore]:
        """The store, closed at the end. Raises what open_store raises; without `create` an absent file is an error."""
        from graph.stores import open_store

        store = open_store(self.url, create=create)
        try:
            yield store
        finally:
            store.close()


def command(app: typer.Typer, name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a function as the command `name`; its first parameter becomes the session, the others stay."""

    def register(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def run(**arguments: Any) -> None:
            session = arguments.pop("context").obj
            session.update(**{shared: arguments.pop(shared) for shared in _SHARED})
            function(session, **arguments)

        run.__signature__ = _signature(function)  # type: ignore[attr-defined]
        app.command(name)(run)
        return function

    return register


def _signature(function: Callable[..., None]) -> inspect.Signature:
    keyword = inspect.Parameter.KEYWORD_ONLY
    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    shared = [
        inspect.Parameter(name, keyword, default=None if name == "store" else False, annotation=annotation)
        for name, annotation in _SHARED.items()
    ]
    context = inspect.Parameter("context", keyword, annotation=typer.Context)
    return inspect.Signature([context, *(parameter.replace(kind=keyword) for parameter in own), *shared])
