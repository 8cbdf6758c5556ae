"""Packs: what ships is right, what a person gets wrong is told with its line, and what is later wins."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from graph.errors import PackError
from graph.forms import forms, spellings
from graph.identity import slug
from graph.values import Pack, PackEntity, PackVerb
from graph.vocabulary import Kind, RelationType
from ingest import bundled
from ingest.bundled import packs_folder
from ingest.packs.files import check_pack, load_packs, pack_text, read_pack, shipped_packs

GOOD = """\
pack = "kitchen"
prefixes = ["Acme"]

[[entity]]
name = "Oven"
kind = "service"
aliases = ["Big Oven", "BOV"]
match = "prefix"

[[entity]]
name = "timer"
kind = "feature"
of = "Oven"
match = "prefix"

[[entity]]
name = "SlowCooker"
kind = "service"

[[verb]]
relation = "triggers"
words = ["fire up"]
never_same = [["Oven", "Owen"]]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def texts(pack: Pack, name: str) -> set[str]:
    return {form.text for form in forms(pack) if form.entity.name == name}


# -- reading ----------------------------------------------------------------------------------------


def test_reads_names_verbs_and_pairs_wherever_the_pairs_stand(tmp_path: Path) -> None:
    pack = read_pack(written(tmp_path, GOOD))
    assert pack.name == "kitchen"
    assert pack.entities[0] == PackEntity("Oven", Kind.SERVICE, ("Big Oven", "BOV"), None, "prefix")
    assert pack.entities[1].owner == "Oven"
    assert pack.verbs == (PackVerb(RelationType.TRIGGERS, ("fire up",), "out"),)
    assert pack.never_same == (("Oven", "Owen"),)


def test_the_digest_follows_the_content_and_not_the_comments(tmp_path: Path) -> None:
    digest = read_pack(written(tmp_path, GOOD)).digest
    assert read_pack(written(tmp_path, "# mine\n" + GOOD)).digest == digest
    assert read_pack(written(tmp_path, GOOD.replace("timer", "clock"))).digest != digest


def test_a_written_pack_reads_back(tmp_path: Path) -> None:
    pack = read_pack(written(tmp_path, GOOD))
    again = tmp_path / "again.toml"
    again.write_text(pack_text(pack), encoding="utf-8")
    read = read_pack(again)
    assert (read.name, read.entities, read.verbs, read.never_same, read.prefixes) == (
        pack.name,
        pack.entities,
        pack.verbs,
        pack.never_same,
        pack.prefixes,
    )


# -- mistakes ---------------------------------------------------------------------------------------

MISTAKES = {
    "syntax": ('pack = "p"\n[[entity]\n', 2, "toml.io"),
    "no pack name": ('[[entity]]\nname = "A"\nkind = "service"\n', 1, 'begin the file with: pack = "name"'),
    "unknown kind": ('pack = "p"\n[[entity]]\nname = "A"\nkind = "servise"\n', 4, 'did you mean "service"?'),
    "limit is no kind of a pack": ('pack = "p"\n[[entity]]\nname = "A"\nkind = "limit"\n', 4, "use one of: service"),
    "unknown match": (
        'pack = "p"\n[[entity]]\nname = "A"\nkind = "service"\nmatch = "capital"\n',
        5,
        'did you mean "capitals"?',
    ),
    "unknown relation": ('pack = "p"\n[[verb]]\nrelation = "trigers"\nwords = ["x"]\n', 3, 'did you mean "triggers"?'),
    "unknown direction": (
        'pack = "p"\n[[verb]]\nrelation = "uses"\nwords = ["x"]\ndirection = "inn"\n',
        5,
        'did you mean "in"?',
    ),
    "missing name": ('pack = "p"\n\n[[entity]]\nkind = "service"\n', 3, 'has no "name"'),
    "missing words": ('pack = "p"\n[[verb]]\nrelation = "uses"\n', 2, 'has no "words"'),
    "name twice": (
        'pack = "p"\nentity = [\n  { name = "A b", kind = "service" },\n  { name = "a-b", kind = "service" },\n]\n',
        4,
        'already at line 3, as "A b"',
    ),
    "alias of another": (
        'pack = "p"\nentity = [\n{ name = "A", kind = "service" },\n\n'
        '{ name = "B", kind = "service", aliases = ["A"] },\n]\n',
        5,
        "already at line 3",
    ),
    "alias twice": ('pack = "p"\n[[entity]]\nname = "A"\nkind = "service"\naliases = ["a"]\n', 5, "named twice"),
    "owner nowhere": (
        'pack = "p"\n[[entity]]\nname = "Oven"\nkind = "service"\n'
        '[[entity]]\nname = "timer"\nkind = "feature"\nof = "Ovem"\n',
        8,
        'did you mean "Oven"?',
    ),
    "unknown field": (
        'pack = "p"\n[[entity]]\nname = "A"\nkind = "service"\nalias = ["B"]\n',
        5,
        'did you mean "aliases"?',
    ),
    "unknown top field": ('pack = "p"\nentities = []\n', 2, 'unknown field "entities"'),
    "wrong form": ('pack = "p"\n[[entity]]\nname = "A"\nkind = "service"\naliases = "B"\n', 5, "wrong form"),
    "prefix of nothing": (
        'pack = "p"\n[[entity]]\nname = "C"\nkind = "technology"\nmatch = "prefix"\n',
        5,
        "no prefix to match",
    ),
    "capitals of a stranger": (
        'pack = "p"\n[[entity]]\nname = "A"\nkind = "service"\ncapitals = ["B"]\n',
        5,
        "add it to aliases",
    ),
}


@pytest.mark.parametrize(("text", "line", "way_out"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_with_its_line_and_the_way_out(tmp_path: Path, text: str, line: int, way_out: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(PackError) as caught:
        read_pack(path)
    message = str(caught.value)
    assert message.startswith(f"{path}:{line}: ")
    assert way_out in message
    assert "\n" not in message


def test_all_problems_are_listed_in_the_order_of_their_lines(tmp_path: Path) -> None:
    text = 'pack = "p"\n[[entity]]\nname = "A"\nkind = "thing"\nof = "Z"\n[[verb]]\nrelation = "eats"\nwords = []\n'
    problems = check_pack(written(tmp_path, text))
    assert [problem.split(":")[1] for problem in problems] == ["4", "5", "7"]


def test_a_right_pack_has_no_problems(tmp_path: Path) -> None:
    assert check_pack(written(tmp_path, GOOD)) == ()


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", None], ids=["no UTF-8", "no file"])
def test_an_unreadable_pack_is_one_line(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "bad.toml"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(PackError, match=r"bad\.toml"):
        read_pack(path)


def test_a_feature_may_belong_to_a_name_of_another_pack(tmp_path: Path) -> None:
    path = written(tmp_path, 'pack = "p"\n[[entity]]\nname = "company queue"\nkind = "feature"\nof = "SQS"\n')
    assert check_pack(path) != ()
    assert check_pack(path, shipped_packs()) == ()


# -- which packs are in use ---------------------------------------------------------------------------


def test_the_roots_pack_and_then_each_extra_one_win(tmp_path: Path) -> None:
    own = 'pack = "own"\n[[entity]]\nname = "Lambda"\nkind = "concept"\n'
    (tmp_path / "noteweave-pack.toml").write_text(own, encoding="utf-8")
    extra = tmp_path / "extra.toml"
    extra.write_text('pack = "extra"\n[[entity]]\nname = "lambda"\nkind = "technology"\n', encoding="utf-8")
    packs = load_packs(tmp_path, [extra])
    named = [(pack.name, e.kind) for pack in packs for e in pack.entities if slug(e.name) == "lambda"]
    assert named == [("extra", Kind.TECHNOLOGY)]
    assert [pack.name for pack in packs[-2:]] == ["own", "extra"]
    assert [e.kind for pack in load_packs(tmp_path) for e in pack.entities if e.name == "Lambda"] == [Kind.CONCEPT]


def test_an_alias_goes_to_the_later_pack_and_owned_names_yield_to_the_same_owner_only(tmp_path: Path) -> None:
    text = 'pack = "own"\n[[entity]]\nname = "Mail"\nkind = "service"\naliases = ["Simple Email Service"]\n'
    text += '[[entity]]\nname = "visibility timeout"\nkind = "feature"\nof = "Mail"\n'
    packs = load_packs(None, [written(tmp_path, text)])
    aws = next(pack for pack in packs if pack.name == "aws")
    assert next(e for e in aws.entities if e.name == "SES").aliases == ()
    assert any(e.name == "visibility timeout" and e.owner == "SQS" for e in aws.entities)


def test_no_pack_drops_all(tmp_path: Path) -> None:
    assert load_packs(tmp_path, [tmp_path / "missing.toml"], use_packs=False) == ()


# -- forms -----------------------------------------------------------------------------------------


def test_forms_follow_prefixes_owners_and_spellings(tmp_path: Path) -> None:
    pack = read_pack(written(tmp_path, GOOD))
    assert texts(pack, "Oven") == {"Acme Oven", "Acme Big Oven", "Big Oven", "BigOven", "BOV", "Acme BOV"}
    assert texts(pack, "timer") == {"Oven timer", "Big Oven timer", "BOV timer"}
    assert texts(pack, "SlowCooker") == {"SlowCooker", "Slow Cooker", "Acme SlowCooker"}
    split = next(form for form in forms(pack) if form.text == "Slow Cooker")
    assert (split.match, split.ambiguous) == ("context", True)


def test_an_alias_may_ask_for_capitals_or_for_its_domain(tmp_path: Path) -> None:
    text = 'pack = "p"\n[[entity]]\nname = "Gateway"\nkind = "service"\naliases = ["GATE", "front door"]\n'
    pack = read_pack(written(tmp_path, text + 'capitals = ["GATE"]\ncontext = ["front door"]\n'))
    assert {form.text: form.match for form in forms(pack)} == {
        "Gateway": "exact",
        "GATE": "capitals",
        "front door": "context",
    }
    assert read_pack(written(tmp_path, pack_text(pack))).entities == pack.entities


def test_spellings_of_hyphens_strokes_and_pairs() -> None:
    assert "dead letter queue" in spellings("dead-letter queue")
    assert "blue-green deployment" in spellings("blue/green deployment")
    assert spellings("visibility timeout") == ()


# -- what ships --------------------------------------------------------------------------------------

SHIPPED = sorted(packs_folder().glob("*.toml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_pack_is_right_and_named_as_its_file(path: Path) -> None:
    assert check_pack(path) == ()
    assert read_pack(path).name == path.stem


def test_technology_comes_first_so_that_domains_win() -> None:
    names = [pack.name for pack in shipped_packs()]
    assert names[0] == "technology"
    assert names[1:] == sorted(names[1:])
    assert {"aws", "google-cloud", "kubernetes", "databases", "linux-networking", "delivery"} <= set(names)


def test_no_name_without_an_owner_has_two_kinds() -> None:
    kinds: dict[str, set[tuple[Kind, str]]] = defaultdict(set)
    for pack in shipped_packs():
        for entity in pack.entities:
            if not entity.owner:
                kinds[slug(entity.name)].add((entity.kind, pack.name))
    mixed = {name: found for name, found in kinds.items() if len({kind for kind, _ in found}) > 1}
    assert mixed == {}


def test_a_spelling_that_counts_everywhere_stands_for_one_name() -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for pack in shipped_packs():
        for form in forms(pack):
            if form.match == "exact":
                named[form.text.casefold()].add(slug(form.entity.name))
    torn = {text: names for text, names in named.items() if len(names) > 1}
    assert torn == {}


def test_pairs_that_must_not_be_joined_are_names() -> None:
    for pack in shipped_packs():
        for names in pack.never_same:
            assert len({slug(name) for name in names}) == len(names), names


@pytest.mark.parametrize(
    ("pack", "name", "spelling"),
    [
        ("aws", "CloudFormation", "Cloud Formation"),
        ("aws", "SQS", "Amazon SQS"),
        ("aws", "SQS", "Amazon Simple Queue Service"),
        ("aws", "Config", "AWS Config"),
        ("aws", "Multi-AZ", "Multi AZ"),
        ("google-cloud", "Pub/Sub", "PubSub"),
        ("kubernetes", "StatefulSet", "Stateful Set"),
        ("kubernetes", "Service", "Kubernetes Service"),
        ("databases", "Kafka", "Apache Kafka"),
        ("delivery", "Vault", "HashiCorp Vault"),
        ("databases", "SQL Server Management Studio", "SSMS"),
        ("enterprise", "SAP HANA", "HANA"),
        ("infrastructure", "ESXi", "ESX"),
        ("machine-learning", "retrieval-augmented generation", "RAG"),
        ("security", "Open Policy Agent", "OPA"),
        ("azure", "Application Gateway", "App Gateway"),
        ("linux-networking", "access control list", "ACL"),
    ],
)
def test_names_are_found_under_their_usual_spellings(pack: str, name: str, spelling: str) -> None:
    found = next(each for each in shipped_packs() if each.name == pack)
    assert spelling in texts(found, name)


@pytest.mark.parametrize(
    ("pack", "word"),
    [("aws", "Config"), ("aws", "Batch"), ("aws", "Connect"), ("aws", "alias"), ("google-cloud", "Batch")],
)
def test_a_common_word_alone_is_no_name(pack: str, word: str) -> None:
    found = next(each for each in shipped_packs() if each.name == pack)
    assert all(form.text.casefold() != word.casefold() for form in forms(found))


# -- where the data lies -----------------------------------------------------------------------------


def test_a_checkouts_data_wins_over_the_wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundled, "_HOME", tmp_path)
    (tmp_path / "data").mkdir()
    assert bundled.data_folder() == tmp_path / "noteweave_data"  # somebody else's data next to an installed package
    (tmp_path / "pyproject.toml").touch()
    assert bundled.packs_folder() == tmp_path / "data" / "packs"
    assert bundled.notes_folder() == tmp_path / "data" / "notes"
