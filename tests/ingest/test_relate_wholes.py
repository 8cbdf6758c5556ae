"""Parts of parts belong to the service at the end of their owners, as the document's own clauses tell."""

from __future__ import annotations

from dataclasses import replace

from reading_samples import relations

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate_document
from ingest.relating.wholes import PART_OF_SECTION
from ingest.values import Clause, Mention


def read(*clauses: Clause) -> list[tuple[str, str, str]]:
    return [
        (e.source.key or "", e.relation.value, e.target.key or "")
        for _, edges in relate_document(clauses, lexicon())
        for e in edges
        if e.rule == "part of the whole"
    ]


def about(subject: str, kind: Kind = Kind.FEATURE, owner: str | None = None, **fields: object) -> Clause:
    return Clause("s", 1, 1, "painted green", subject, kind, owner=owner, **fields)  # type: ignore[arg-type]


def test_a_part_of_a_part_belongs_to_the_service() -> None:
    clauses = [about("bakery", Kind.SERVICE), about("oven", owner="bakery"), about("thermostat", owner="oven")]
    assert read(*clauses) == [("bakery", "has_feature", "thermostat")]


def test_it_is_told_once() -> None:
    garden = about("garden", Kind.SERVICE), about("pond", owner="garden")
    assert read(*garden, about("pump", owner="pond"), about("pump", owner="pond")) == [
        ("garden", "has_feature", "pump")
    ]


def test_a_part_right_below_a_service_needs_no_whole() -> None:
    assert not read(about("garden", Kind.SERVICE), about("pond", owner="garden"))


def test_owners_that_names_bring_count_too_and_circles_end() -> None:
    named = about("garden", Kind.SERVICE, mentions=(Mention(0, 7, "pond", Kind.FEATURE, "pack", owner="garden"),))
    assert read(named, about("pump", owner="pond")) == [("garden", "has_feature", "pump")]
    assert not read(about("left", owner="right"), about("right", owner="left"))


def test_a_title_tells_whose_its_parts_are() -> None:
    under = {"parent_subject": "pond", "parent_kind": Kind.FEATURE, "parent_owner": "garden"}
    assert read(about("garden", Kind.SERVICE), about("pump", owner="pond", **under)) == [
        ("garden", "has_feature", "pump")
    ]
    assert read(about("garden", Kind.SERVICE), about("pump", owner="garden/pond")) == [
        ("garden", "has_feature", "pump")
    ]


def test_a_product_with_its_makers_name_keeps_its_parts() -> None:
    shop = about("garden-shop", owner="garden"), about("till", owner="garden-shop")
    assert not read(about("garden", Kind.SERVICE), about("orchard", Kind.SERVICE), *shop)


def test_but_below_the_maker_they_are_parts_of_it_too() -> None:
    clauses = about("garden", Kind.SERVICE), about("garden-shop", owner="garden"), about("till", owner="garden-shop")
    assert read(*clauses) == [("garden", "has_feature", "till")]


def test_a_written_setting_belongs_to_the_service_above_too() -> None:
    mention = Mention(0, 9, "pump-rate", Kind.FEATURE, "written as a name", owner="pond")
    clauses = (
        about("garden", Kind.SERVICE),
        about("pond", owner="garden"),
        Clause("s", 3, 3, "pump_rate is low at night", "pond", Kind.FEATURE, owner="garden", mentions=(mention,)),
    )
    edges = [e for _, found in relate_document(clauses, lexicon()) for e in found]
    assert ("garden", "pump-rate") in {(e.source.key, e.target.key) for e in edges if e.rule == "setting of the whole"}


def written(text: str, name: str, **fields: object) -> set[tuple[str, str, str]]:
    at = text.index(name)
    mention = Mention(at, at + len(name), name.lower(), Kind.FEATURE, "written as a name", **fields)  # type: ignore[arg-type]
    clause = Clause("s", 1, 1, text, "bakery", Kind.SERVICE, mentions=(mention,))
    return {
        (e.source.key or "", e.relation.value, e.target.key or "")
        for e in next(relate_document([clause], lexicon()))[1]
    }


def test_a_setting_without_an_owner_belongs_to_the_service_above() -> None:
    assert ("bakery", "has_feature", "max_loaves") in written("the oven stops at max_loaves", "max_loaves")
    assert ("bakery", "has_feature", "crustcolour") in written("dark bread with CrustColour", "CrustColour")


def test_a_setting_that_labels_a_line_below_a_part_is_a_part_of_that() -> None:
    mention = Mention(0, 9, "max_crust", Kind.FEATURE, "written as a name")
    whole = Clause("s", 1, 1, "bakes", "bakery", Kind.SERVICE)
    field = Clause("t", 2, 2, "max_crust: how hard it may be", "oven", Kind.FEATURE, owner="bakery", body_start=11)
    found = [e for _, edges in relate_document([whole, replace(field, mentions=(mention,))], lexicon()) for e in edges]
    told = {(e.source.key, e.target.key) for e in found}
    assert ("oven", "max_crust") in told
    assert ("bakery", "max_crust") not in told


def test_numbers_of_things_products_and_errors_are_no_settings() -> None:
    for text, name in (
        ("sorted by baker_id", "baker_id"),
        ("talks to FlourOS", "FlourOS"),
        ("no BreadError", "BreadError"),
    ):
        assert ("bakery", "has_feature", name.lower()) not in written(text, name)


def test_the_part_of_a_part_that_packs_know_is_the_sections() -> None:
    found = written("ask for the blue valve", "valve", owner="boiler", wholes=("heating", "bakery"))
    assert ("bakery", "has_feature", "valve") in found
    assert ("bakery", "has_feature", "valve") not in written(
        "ask for the valve", "valve", owner="boiler", wholes=("car",)
    )


def test_a_rows_first_cell_that_begins_with_a_service_names_parts_of_it() -> None:
    cells = ("bakery opening hour / day", "six")
    text = f"| {cells[0]} | {cells[1]} |"
    places = tuple(("what", text.index(cell), text.index(cell) + len(cell)) for cell in cells)
    row = Clause("s", 2, 2, text, "bakery-opening-hour-day", Kind.CONCEPT, columns=places)
    edges = [e for _, found in relate_document([about("bakery", Kind.SERVICE), row], lexicon()) for e in found]
    parts = {e.target.text for e in edges if e.source.key == "bakery"}
    assert {"opening hour", "opening day"} <= parts
    assert not [e for _, found in relate_document([row], lexicon()) for e in found if e.source.key == "bakery"]


def test_variants_that_open_the_sentences_of_one_line_are_set_side_by_side() -> None:
    def said(line: int, text: str) -> Clause:
        return Clause("s", line, line, text, "harbour", Kind.SERVICE)

    def contrasts(*clauses: Clause) -> list[tuple[str | None, str | None]]:
        found = (e for _, edges in relate_document(clauses, lexicon()) for e in edges)
        return [(e.source.text, e.target.text) for e in found if e.relation.value == "contrasts_with"]

    night, day = "night boats carry the mail", "day boats carry people"
    assert contrasts(said(1, night), said(1, day)) == [("night boats", "day boats")]
    assert not contrasts(said(1, night), said(2, day))
    assert not contrasts(said(1, night), said(1, "night boats carry no people"))
    assert not contrasts(said(1, night), said(1, "the old lighthouse is red"))


def test_a_known_part_belongs_to_the_service_of_the_section_whatever_a_line_is_about() -> None:
    moat = Mention(0, 4, "moat", Kind.FEATURE, "pack", owner="castle")
    line = Clause("s", 2, 2, "moat beats wall", "wall", Kind.FEATURE, subject_span=(11, 15), mentions=(moat,))
    found = relate_document([about("castle", Kind.SERVICE), line], lexicon())
    assert ("castle", "moat") in {(e.source.key, e.target.key) for _, edges in found for e in edges}


def test_a_known_part_that_a_service_has_not_or_no_longer_is_no_part_of_it() -> None:
    def parts(text: str) -> set[str | None]:
        start = text.index("moat")
        moat = Mention(start, start + 4, "moat", Kind.FEATURE, "pack", owner="castle")
        line = Clause("s", 2, 2, text, "castle", Kind.SERVICE, mentions=(moat,))
        found = relate_document([about("castle", Kind.SERVICE), line], lexicon())
        return {e.target.key for _, edges in found for e in edges if e.rule == PART_OF_SECTION}

    assert parts("the moat is deep") == {"moat"}
    assert not parts("stands without a moat") | parts("the new one dropped the moat") | parts("there is no real moat")


def test_the_path_where_something_is_kept_is_no_part() -> None:
    found = relations("# Yard\n\n## Docker\nmoves boxes\nkeeps them in `/var/lib/docker/boxes`\n")
    assert [edge for edge in found if edge[1] == "stores_in"]
    assert not [edge for edge in found if edge[1] == "has_feature" and "/" in edge[2]]


def test_a_part_of_a_part_belongs_to_the_whole_right_above_it() -> None:
    plank = Mention(0, 5, "plank", Kind.FEATURE, "pack", owner="bridge", wholes=("castle",))
    line = Clause(
        "s", 2, 2, "plank", "plank", Kind.FEATURE, mentions=(plank,), owner="bridge", parent_subject="castle",
        parent_kind=Kind.SERVICE,
    )  # fmt: skip
    found = relate_document([about("castle", Kind.SERVICE), line], lexicon())
    assert ("castle", "plank") in {(e.source.key, e.target.key) for _, edges in found for e in edges}
