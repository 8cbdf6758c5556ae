"""Finding the files of notes, and the paths that they have in the store."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from graph.errors import NotesError
from ingest.files.folder import NoteFile, document_path, look_at, root_of, walk


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    notes = "b.md a.MD sub/c.markdown sub/deep/d.txt"
    others = "e.pdf .obsidian/app.md .draft.md sub/.x/y.md"
    for name in f"{notes} {others}".split():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    return folder


def _names(folder: Path) -> list[str]:
    return [document_path(file, folder) for file in walk(folder).files]


def test_notes_are_found_in_the_order_of_their_paths(vault: Path) -> None:
    assert _names(vault) == ["a.MD", "b.md", "sub/c.markdown", "sub/deep/d.txt"]


def test_what_is_hidden_is_counted(vault: Path) -> None:
    assert walk(vault).hidden == 3


def test_a_folder_that_is_hidden_itself_can_be_read(vault: Path) -> None:
    assert [file.name for file in walk(vault / ".obsidian").files] == ["app.md"]


def test_links_out_of_the_folder_are_counted_and_others_read(vault: Path) -> None:
    outside = vault.parent / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("x", encoding="utf-8")
    (vault / "out.md").symlink_to(outside / "secret.md")
    (vault / "out").symlink_to(outside)
    (vault / "broken.md").symlink_to(vault / "nowhere.md")
    (vault / "round").symlink_to(vault / "round")
    (vault / "up").symlink_to(vault)
    (vault / "again.md").symlink_to(vault / "b.md")
    found = walk(vault)
    assert found.links == 4
    assert _names(vault) == ["a.MD", "again.md", "b.md", "sub/c.markdown", "sub/deep/d.txt"]


def test_a_pipe_is_no_file_of_notes(vault: Path) -> None:
    os.mkfifo(vault / "pipe.md")
    assert "pipe.md" not in _names(vault)
    with pytest.raises(NotesError, match=r"pipe\.md is neither a file nor a folder"):
        look_at(vault / "pipe.md")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may list every folder")
def test_a_folder_that_cannot_be_listed_is_a_problem(vault: Path) -> None:
    (vault / "sub").chmod(0)
    try:
        found = walk(vault)
    finally:
        (vault / "sub").chmod(0o755)
    assert [path for path, _ in found.problems] == [str(vault / "sub")]
    assert len(found.files) == 2


def test_paths_are_in_nfc_with_slashes(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "é.md")
    assert document_path(tmp_path / "sub" / decomposed, tmp_path) == "sub/é.md"


@pytest.mark.parametrize(
    ("target", "known", "given", "root"),
    [
        ("vault", [], None, "vault"),
        ("vault/b.md", [], None, "vault"),
        ("vault/sub/c.markdown", ["vault"], None, "vault"),
        ("vault/sub/deep/d.txt", ["vault", "vault/sub"], None, "vault/sub"),
        ("vault/sub", ["vault"], None, "vault"),
        ("vault", ["vault/sub"], None, "vault"),
        ("vault/sub/c.markdown", ["vault"], "vault/sub", "vault/sub"),
        ("vault", [], ".", "."),
    ],
)
def test_the_root_of_a_path(vault: Path, target: str, known: list[str], given: str | None, root: str) -> None:
    base = vault.parent
    found = root_of(look_at(base / target), {base / name for name in known}, None if given is None else base / given)
    assert found == base / root


def test_a_root_that_is_not_above_is_refused(vault: Path) -> None:
    with pytest.raises(NotesError, match="--root"):
        root_of(look_at(vault / "b.md"), set(), vault / "sub")


def test_a_file_that_went_away_is_told(tmp_path: Path) -> None:
    file = NoteFile("gone.md", tmp_path / "gone.md", tmp_path)
    for question in (file.size, file.read):
        with pytest.raises(NotesError, match=r"cannot read gone\.md"):
            question()
