"""The command `noteweave`: its sub-commands, and the one line in which it tells of a problem.

A module of app.commands holds one group of commands; each imports what is heavy inside its functions, so that
`noteweave --help` answers at once.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from app.commands import ask, compare, documents, explore, export, find, ingest, limits, packs, report, show
from app.commands import path as path_command
from app.commands import settings as settings_command
from app.session import DebugOption, JsonOption, Session, StoreOption

INTERRUPTED = 130

app = typer.Typer(
    name="noteweave",
    help="Reads study notes into a graph of what they say, every edge with the lines behind it.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: rich's needs 0.2 s of imports
    context_settings={"help_option_names": ["-h", "--help"]},
)
_COMMANDS = (ingest, documents, explore, show, ask, compare, path_command, find, limits, report, export, packs)
for module in (*_COMMANDS, settings_command):
    module.register(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"noteweave {version('noteweave')}")
        raise typer.Exit


@app.callback()
def _shared(
    context: typer.Context,
    store: StoreOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    context.obj = Session(store, as_json, debug)


def main(arguments: list[str] | None = None) -> None:
    """Run a command line and leave the process with its exit code: 0, 1 for a problem, 2 for wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    sys.exit(run(given))


def run(arguments: list[str]) -> int:
    """The exit code of a command line; what it prints goes to standard output, a problem to standard error."""
    try:
        return app(arguments or ["--help"], prog_name="noteweave", standalone_mode=False) or 0
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _tell(error, debug="--debug" in arguments)


def _tell(error: Exception, *, debug: bool) -> int:
    from app.output import say
    from graph.errors import NoteweaveError

    if debug:
        import traceback

        traceback.print_exception(error)
    if isinstance(error, NoteweaveError):
        say(str(error))
        return 1
    if (usage := _usage_problem(error)) is not None:
        say(usage)
        return 2
    hint = "" if debug else " (this is a fault of Noteweave's; --debug shows where)"
    say(f"{type(error).__name__}: {error}{hint}")
    return 1


def _usage_problem(error: Exception) -> str | None:
    """What is wrong with the command line, None for another error.

    Typer keeps the class of these errors to itself; what they have in common is this method.
    """
    if not hasattr(error, "format_message"):
        return None
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "noteweave"
    return f"{error.format_message().rstrip('.')} (see: {command} --help)"


if __name__ == "__main__":
    main()
