"""A starter pack from a person's own notes."""

from __future__ import annotations

import pytest

from graph.errors import NotesError
from graph.vocabulary import Kind
from ingest.library import Options
from ingest.packs.files import check_pack, read_pack, shipped_packs
from ingest.packs.suggest import suggest, suggestion_text

NOTES = """# Brewing

## Kettlewright
- Kettlewright keeps the mash at one temperature
- Types: Kettlewright Mini, Kettlewright Grand
- Good for: small kitchens

## Hop Ledger (HL)
- Hop Ledger stores its entries in MySQL
- Entries leave MySQL after a year
- HL sends a message to Kettlewright
- Kettlewright reads the Hop Ledger every hour

### Benefits
- keeps 40 GB of entries
"""


@pytest.fixture
def brewery(tmp_path):
    (tmp_path / "brewing.md").write_text(NOTES, encoding="utf-8")
    return suggest([tmp_path / "brewing.md"])


def names(suggestion):
    return {suggested.entity.name: suggested for suggested in suggestion.names}


def test_names_of_the_notes_are_suggested_with_counts_and_places(brewery):
    found = names(brewery)
    assert {"Kettlewright", "Hop Ledger"} <= set(found)
    assert found["Kettlewright"].lines >= 3
    assert (found["Kettlewright"].document, found["Kettlewright"].line) == ("brewing.md", 3)
    assert found["Kettlewright"].entity.kind in (Kind.SERVICE, Kind.FEATURE)


def test_what_the_packs_know_and_mere_labels_and_units_are_left_out(brewery):
    assert not {"MySQL", "Benefits", "GB", "Good for"} & set(names(brewery))
    assert brewery.known >= 1


def test_without_packs_everything_is_new(tmp_path):
    (tmp_path / "brewing.md").write_text(NOTES, encoding="utf-8")
    found = suggest([tmp_path], Options(use_packs=False))
    assert "MySQL" in names(found)
    assert found.known == 0


def test_the_text_is_a_right_pack_with_a_comment_on_each_name(brewery, tmp_path):
    text = suggestion_text(brewery)
    file = tmp_path / "pack.toml"
    file.write_text(text, encoding="utf-8")
    assert check_pack(file, shipped_packs()) == ()
    assert read_pack(file, shipped_packs()).entities == brewery.pack.entities
    entries = [line for line in text.splitlines() if line.strip().startswith("{")]
    assert len(entries) == len(brewery.names)
    assert all("line" in line.partition("#")[2] for line in entries)


def test_suggesting_twice_gives_the_same_text(brewery, tmp_path):
    assert suggestion_text(suggest([tmp_path / "brewing.md"])) == suggestion_text(brewery)


def test_notes_without_names_give_an_empty_pack_that_is_right(tmp_path):
    (tmp_path / "plain.md").write_text("a few words\n", encoding="utf-8")
    file = tmp_path / "pack.toml"
    file.write_text(suggestion_text(suggest([tmp_path / "plain.md"])), encoding="utf-8")
    assert check_pack(file) == ()


def test_nothing_to_read_is_refused(tmp_path):
    with pytest.raises(NotesError):
        suggest([tmp_path / "absent.md"])
