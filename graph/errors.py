"""What can go wrong, one small class per fact that a caller can act on.

Every message names the thing, the place and the way out, in one line; the command line prints it as it stands.
"""

from __future__ import annotations


class NoteweaveError(Exception):
    """Base of all errors that are told to the user in one line."""


class StoreUrlError(NoteweaveError):
    """A store URL that names no store that we know, or carries what it must not (a password)."""


class StoreUnavailableError(NoteweaveError):
    """The store could not answer: no server, no access, a full disk, a locked file."""


class StoreMissingError(StoreUnavailableError):
    """There is no store at this place yet; notes have to be read into it first."""


class StoreRefusedError(NoteweaveError):
    """The store answered and refused: wrong password, or data of other applications in the way."""


class NotAStoreError(NoteweaveError):
    """The file exists and is no Noteweave store."""


class StoreVersionError(NoteweaveError):
    """The store was written by a newer Noteweave."""


class DanglingKeyError(NoteweaveError):
    """A contribution uses a name key that no name claim of it introduces."""


class UnknownNameError(NoteweaveError):
    """No entity has this name; `suggestions` are the nearest ones."""

    def __init__(self, message: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.suggestions = suggestions


class AmbiguousNameError(NoteweaveError):
    """Several entities have this name; `choices` are their qualified names."""

    def __init__(self, message: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.choices = choices


class ComparisonError(NoteweaveError):
    """Things that cannot be set side by side: fewer than two, too many, or one thing twice."""


class UnknownDocumentError(NoteweaveError):
    """No document of this id was read into the store."""


class NotesError(NoteweaveError):
    """A file or folder of notes that cannot be read: missing, binary, too large, undecodable."""


class PackError(NoteweaveError):
    """A domain pack with a mistake; the message says file and line."""


class ExportFormatError(NoteweaveError):
    """A file that is no Noteweave export, or one of another version."""


class QuestionError(NoteweaveError):
    """A question that is refused before it is read (too long)."""
