"""One thing has one key: free words find the name that is there; a part belongs to an owner that the notes name."""

from __future__ import annotations

from reading_samples import about, entities, read_notes

from graph.values import Pack, PackEntity
from graph.vocabulary import Kind


def edges(text: str, packs: tuple[Pack, ...] = ()) -> set[tuple[str, str, str]]:
    contribution = read_notes(text, packs)
    names = entities(contribution)
    return {(names[e.source].name, e.relation.value, names[e.target].name) for e in contribution.edges}


def keys(text: str, name: str, packs: tuple[Pack, ...] = ()) -> set[str]:
    names = entities(read_notes(text, packs))
    return {entity.id for entity in names.values() if entity.name.lower() in (name, f"{name}s")}


def test_singular_and_plural_are_one_thing() -> None:
    text = """\
        ## Orchestra
        - has a string section
        - has string sections
        """
    assert len(keys(text, "string section")) == 1


def test_a_general_name_belongs_to_what_has_it() -> None:
    text = """\
        ## Ferry
        - has a deck
        ## Stadium
        - has a deck
        """
    assert len(keys(text, "deck")) == 2


def test_the_end_of_the_sections_own_name_is_the_section() -> None:
    text = """\
        ## Harbour VTS
        - lives in a tower
        - has a radio
        - the VTS keeps a log of ships
        """
    assert not keys(text, "vts")


def pack(*parts: tuple[str, str]) -> Pack:
    things = [PackEntity("Loom", Kind.SERVICE), *(PackEntity(name, Kind.FEATURE, owner=of) for name, of in parts)]
    return Pack("weaving", "1", tuple(things))


def test_a_part_belongs_to_the_nearest_owner_that_the_notes_name() -> None:
    known = pack(("shuttle race", "Loom"), ("flying shuttle", "shuttle race"))
    text = """\
        ## Loom
        - flying shuttle: throws itself across
        """
    assert ("Loom", "has_feature", "flying shuttle") in edges(text, (known,))
    assert not keys(text, "shuttle race", (known,))


def test_plain_words_below_a_thing_are_no_part_of_another() -> None:
    known = Pack(
        "craft",
        "",
        (
            PackEntity("Loom", Kind.SERVICE),
            PackEntity("Kiln", Kind.SERVICE),
            PackEntity("side door", Kind.FEATURE, owner="Kiln"),
        ),
    )
    text = """\
        The Kiln fires clay.
        ## Loom
        ### Side door
        - opens to the yard
        """
    assert ("Kiln", "has_feature", "side door") not in edges(text, (known,))
    assert ("Loom", "has_feature", "side door") in edges(text, (known,))


def test_what_a_part_is_a_kind_of_by_name_does_not_own_it() -> None:
    known = pack(("harness", "Loom"), ("floating harness", "harness"))
    text = """\
        ## Loom
        - harness: lifts some threads
        - floating harness: hangs from springs
        """
    assert ("Loom", "has_feature", "floating harness") in edges(text, (known,))
    assert ("harness", "has_feature", "floating harness") not in edges(text, (known,))


def test_a_defined_short_form_is_the_part_that_it_begins() -> None:
    known = pack(
        ("HW harness", "Loom"),
    )
    text = """\
        ## Loom
        HW (heavy weft):
        - lifts wool
        The HW harness needs oil.
        """
    assert about(text, "lifts wool", (known,)) == {"HW harness"}


def test_what_a_lead_in_says_of_a_part_is_told_by_its_first_line() -> None:
    text = """\
        ## Loom
        Types of harness:
        Floating harness:
        - hangs from springs
        - moves by itself
        """
    known = pack(("harness", "Loom"), ("floating harness", "Loom"))
    kinds = [e for e in read_notes(text, (known,)).edges if e.relation.value == "kind_of"]
    assert len([e for e in kinds if e.source == "floating-harness"]) == 1


def test_an_underscore_inside_a_name_is_no_emphasis() -> None:
    text = """\
        ## Lighthouse
        - has a fog_signal and an _old_ bell
        """
    assert {"fog_signal", "old bell"} <= {target for _, _, target in edges(text)}
