"""Many files into a store: what is done, what is left alone, and what must never happen."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import NotesError, PackError
from graph.interchange import write_export
from graph.store import GraphStore
from graph.stores import open_store
from ingest.library import Options, Summary, ingest_paths

NO_PACKS = Options(use_packs=False)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[GraphStore]:
    store = open_store(tmp_path / "library.db")
    yield store
    store.close()


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    (folder / "sub").mkdir(parents=True)
    (folder / "oven.md").write_text("# Oven\n- Heats up to 250 degrees\n", encoding="utf-8")
    (folder / "sub" / "fridge.md").write_text("# Fridge\n- Keeps milk for 5 days\n", encoding="utf-8")
    return folder


def _paths(store: GraphStore) -> list[str]:
    return [document.path for document in store.documents()]


def _export(store: GraphStore) -> str:
    text = io.StringIO()
    write_export(store, text)
    return text.getvalue()


def test_a_folder_goes_in_and_a_second_time_nothing_happens(shelf: GraphStore, vault: Path) -> None:
    assert ingest_paths(shelf, [vault], NO_PACKS) == Summary(added=("oven.md", "sub/fridge.md"))
    before = _export(shelf)
    assert ingest_paths(shelf, [vault], NO_PACKS) == Summary(unchanged=("oven.md", "sub/fridge.md"))
    assert _export(shelf) == before


def test_only_what_changed_is_read_again(shelf: GraphStore, vault: Path) -> None:
    ingest_paths(shelf, [vault], NO_PACKS)
    (vault / "oven.md").write_text("# Oven\n- Heats up to 300 degrees\n", encoding="utf-8")
    summary = ingest_paths(shelf, [vault], NO_PACKS)
    assert (summary.changed, summary.unchanged) == (("oven.md",), ("sub/fridge.md",))
    assert "300" in _export(shelf)
    assert "250" not in _export(shelf)


def test_other_packs_mean_reading_again(shelf: GraphStore, vault: Path) -> None:
    ingest_paths(shelf, [vault], NO_PACKS)
    (vault / "noteweave-pack.toml").write_text('pack = "kitchen"\n[[entity]]\nname = "Oven"\nkind = "service"\n')
    assert ingest_paths(shelf, [vault]).changed == ("oven.md", "sub/fridge.md")
    oven = shelf.entity("oven")
    assert oven is not None
    assert oven.kind == "service"
    assert "kitchen" in [pack.name for pack in shelf.packs()]
    assert ingest_paths(shelf, [vault]).unchanged == ("oven.md", "sub/fridge.md")


def test_a_pack_with_a_mistake_stops_before_anything_is_written(shelf: GraphStore, vault: Path) -> None:
    (vault / "noteweave-pack.toml").write_text('pack = "kitchen"\nspoons = 3\n')
    with pytest.raises(PackError, match=r"noteweave-pack\.toml:2"):
        ingest_paths(shelf, [vault])
    assert _paths(shelf) == []


def test_one_by_one_gives_the_same_as_all_at_once(shelf: GraphStore, vault: Path, tmp_path: Path) -> None:
    ingest_paths(shelf, [vault / "sub" / "fridge.md"], replace(NO_PACKS, root=vault))
    ingest_paths(shelf, [vault / "oven.md"], NO_PACKS)
    other = open_store(tmp_path / "other.db")
    ingest_paths(other, [vault], NO_PACKS)
    assert _export(shelf) == _export(other)
    other.close()


def test_a_single_file_belongs_to_the_folder_that_was_read(shelf: GraphStore, vault: Path) -> None:
    ingest_paths(shelf, [vault], NO_PACKS)
    (vault / "sub" / "mixer.md").write_text("# Mixer\n- Stirs\n", encoding="utf-8")
    assert ingest_paths(shelf, [vault / "sub" / "mixer.md"], NO_PACKS).added == ("sub/mixer.md",)
    assert ingest_paths(shelf, [vault / "sub"], NO_PACKS).unchanged == ("sub/fridge.md", "sub/mixer.md")


def test_a_file_is_one_document_wherever_it_is_read_from(shelf: GraphStore, vault: Path) -> None:
    ingest_paths(shelf, [vault / "sub"], NO_PACKS)
    assert _paths(shelf) == ["fridge.md"]
    summary = ingest_paths(shelf, [vault], NO_PACKS)
    assert (summary.added, summary.removed) == (("oven.md", "sub/fridge.md"), ("fridge.md",))
    assert ingest_paths(shelf, [vault / "sub" / "fridge.md"], NO_PACKS) == Summary(unchanged=("sub/fridge.md",))
    assert _paths(shelf) == ["oven.md", "sub/fridge.md"]


def test_another_file_under_a_taken_path_is_refused(shelf: GraphStore, vault: Path, tmp_path: Path) -> None:
    ingest_paths(shelf, [vault], NO_PACKS)
    before = _export(shelf)
    other = tmp_path / "other"
    other.mkdir()
    (other / "oven.md").write_text("# Oven\n- A different one\n", encoding="utf-8")
    summary = ingest_paths(shelf, [other], NO_PACKS)
    assert [failure.path for failure in summary.failed] == ["oven.md"]
    assert str(vault / "oven.md") in summary.failed[0].problem
    assert _export(shelf) == before


def test_two_files_of_one_path_in_one_call_are_not_both_read(shelf: GraphStore, vault: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "oven.md").write_text("# Oven\n- A different one\n", encoding="utf-8")
    summary = ingest_paths(shelf, [vault, other], NO_PACKS)
    assert summary.added == ("oven.md", "sub/fridge.md")
    assert [failure.path for failure in summary.failed] == ["oven.md"]


def test_a_vault_that_moved_is_the_same_vault(shelf: GraphStore, vault: Path, tmp_path: Path) -> None:
    ingest_paths(shelf, [vault], NO_PACKS)
    vault.rename(tmp_path / "moved")
    (tmp_path / "moved" / "oven.md").write_text("# Oven\n- Now with a fan\n", encoding="utf-8")
    summary = ingest_paths(shelf, [tmp_path / "moved"], NO_PACKS)
    assert (summary.changed, summary.unchanged, summary.failed) == (("oven.md",), ("sub/fridge.md",), ())


def test_a_copied_vault_takes_the_place_of_the_first(shelf: GraphStore, vault: Path, tmp_path: Path) -> None:
    ingest_paths(shelf, [vault], NO_PACKS)
    copy = Path(shutil.copytree(vault, tmp_path / "copy"))
    assert ingest_paths(shelf, [copy], NO_PACKS).unchanged == ("oven.md", "sub/fridge.md")
    (copy / "oven.md").write_text("# Oven\n- Now with a fan\n", encoding="utf-8")
    assert ingest_paths(shelf, [copy], NO_PACKS).changed == ("oven.md",)


def test_prune_forgets_what_is_gone_from_these_folders_only(shelf: GraphStore, vault: Path, tmp_path: Path) -> None:
    garden = tmp_path / "garden"
    garden.mkdir()
    (garden / "rose.md").write_text("# Rose\n- Has thorns\n", encoding="utf-8")
    ingest_paths(shelf, [vault, garden], NO_PACKS)
    (vault / "oven.md").unlink()
    (vault / "sub" / "fridge.md").unlink()
    (garden / "rose.md").unlink()
    assert ingest_paths(shelf, [vault / "sub"], replace(NO_PACKS, prune=True)).removed == ("sub/fridge.md",)
    assert ingest_paths(shelf, [vault], replace(NO_PACKS, prune=True)).removed == ("oven.md",)
    assert _paths(shelf) == ["rose.md"]


def test_prune_keeps_what_cannot_be_read(shelf: GraphStore, vault: Path) -> None:
    ingest_paths(shelf, [vault], NO_PACKS)
    (vault / "oven.md").write_bytes(b"\xff\xff")
    summary = ingest_paths(shelf, [vault], replace(NO_PACKS, prune=True))
    assert [failure.path for failure in summary.failed] == ["oven.md"]
    assert _paths(shelf) == ["oven.md", "sub/fridge.md"]


def test_a_dry_run_says_the_same_and_writes_nothing(shelf: GraphStore, vault: Path) -> None:
    ingest_paths(shelf, [vault], NO_PACKS)
    (vault / "oven.md").write_text("# Oven\n- Now with a fan\n", encoding="utf-8")
    (vault / "sub" / "fridge.md").rename(vault / "fridge.md")
    before, roots = _export(shelf), shelf.roots()
    options = replace(NO_PACKS, prune=True)
    said = ingest_paths(shelf, [vault], replace(options, dry_run=True))
    assert (_export(shelf), shelf.roots()) == (before, roots)
    assert ingest_paths(shelf, [vault], options) == said
    assert (said.added, said.changed, said.removed) == (("fridge.md",), ("oven.md",), ("sub/fridge.md",))


def test_several_processes_give_the_same(shelf: GraphStore, vault: Path, tmp_path: Path) -> None:
    for number in range(5):
        (vault / f"shelf {number}.md").write_text(f"# Shelf {number}\n- Holds {number} jars\n", encoding="utf-8")
    (vault / "broken.md").write_bytes(b"\x00\x01")
    seen: list[tuple[int, int, str]] = []
    summary = ingest_paths(
        shelf, [vault], replace(NO_PACKS, jobs=2), progress=lambda done, total, path: seen.append((done, total, path))
    )
    other = open_store(tmp_path / "other.db")
    assert ingest_paths(other, [vault], NO_PACKS) == summary
    assert _export(other) == _export(shelf)
    assert [done for done, _, _ in seen] == list(range(1, 9))
    other.close()


def test_nothing_to_read_at_all_is_an_error(shelf: GraphStore, vault: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotesError, match=r"there is no .*missing\.md"):
        ingest_paths(shelf, [tmp_path / "missing.md", tmp_path / "empty"], NO_PACKS)
    with pytest.raises(NotesError, match=r"no notes in .*empty"):
        ingest_paths(shelf, [tmp_path / "empty"], NO_PACKS)
    summary = ingest_paths(shelf, [vault, tmp_path / "empty", tmp_path / "missing.md"], NO_PACKS)
    assert len(summary.added) == 2
    assert len(summary.failed) == 2


def test_a_file_over_the_limit_is_not_even_opened(shelf: GraphStore, vault: Path) -> None:
    with (vault / "huge.md").open("wb") as file:
        file.truncate(200_000_000_000)  # sparse: it takes no room
    summary = ingest_paths(shelf, [vault], NO_PACKS)
    assert [failure.path for failure in summary.failed] == ["huge.md"]
    assert len(summary.added) == 2
