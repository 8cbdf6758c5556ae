"""What took whose place and what is for what, in the words of a harbour, a bakery and a stairwell."""

from __future__ import annotations

import pytest
from clause_samples import Triple, below_label, named, stated
from reading_samples import relations

from graph.lexicon import lexicon
from graph.vocabulary import Kind

KINDS = {
    "ferry": Kind.SERVICE, "barge": Kind.SERVICE, "rye-oven": Kind.FEATURE, "wheat-oven": Kind.FEATURE,
    "braille": Kind.TECHNOLOGY, "telex": Kind.TECHNOLOGY, "siren": Kind.FEATURE, "horn": Kind.FEATURE,
}  # fmt: skip


def read(text: str, names: str, label: str | None = None) -> set[Triple]:
    return stated(text, "pier", Kind.FEATURE, named(text, names.split(), KINDS), **below_label(label))


@pytest.mark.parametrize(
    "text",
    [
        "horn deprecated since 1970, use the siren",
        "`horn` removed in 4 → `siren`",
        "horn out since the war, siren came in its place",
        "horn, retired last year, siren takes its place",
        "horn is basically legacy now, siren took over",
        "siren (was horn until 1970), louder",
        "horn (now called siren)",
    ],
)
def test_what_is_advised_behind_what_is_gone_took_its_place(text: str) -> None:
    assert ("siren", "replaces", "horn") in read(text, "horn siren")


@pytest.mark.parametrize("text", ["horn is dead, siren instead", "never sound the horn, siren instead", "horn > siren"])
def test_what_is_said_to_be_better_is_to_be_used_instead(text: str) -> None:
    ends = ("horn", "siren") if ">" in text else ("siren", "horn")
    assert (ends[0], "use_instead_of", ends[1]) in read(text, "horn siren")


def test_what_is_outdated_may_stand_before_the_colon() -> None:
    found = read("horn: a loud noise over the ferry, retires in 2030 → siren", "horn ferry siren", label="horn")
    assert {e for e in found if e[1] == "replaces"} == {("siren", "replaces", "horn")}


def test_one_thing_may_replace_two_that_were_named() -> None:
    found = read("siren = merger of horn and ferry bells, replaces both", "siren horn ferry")
    assert {e[2] for e in found if e[:2] == ("siren", "replaces")} <= {"horn", "ferry"}
    found = read("a merger of horn and ferry, replaces both", "horn ferry")
    assert {("pier", "replaces", "horn"), ("pier", "replaces", "ferry")} <= found


def test_the_side_of_a_label_that_is_better_for_something_is_to_be_used() -> None:
    found = read("ferry vs barge: ferry better for day trips", "ferry barge", label="ferry vs barge")
    assert ("ferry", "use_instead_of", "barge") in found


def test_what_took_its_place_replaced_what_the_lines_are_about() -> None:
    assert ("siren", "replaces", "pier") in read("siren took its place, louder", "siren")


def test_use_without_a_word_of_age_replaces_nothing() -> None:
    assert not {e for e in read("the horn is loud, use the siren", "horn siren") if e[1] == "replaces"}


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("ferry for day trips, barge for heavy cargo", "ferry barge", ("barge", "suited_to", "heavy cargo")),
        ("ferry if you need a quick crossing", "ferry", ("ferry", "suited_to", "quick crossing")),
        ("take the rye oven for dark loaves", "rye-oven", ("rye-oven", "suited_to", "dark loaves")),
        ("ferry for braille, barge for telex", "ferry barge braille telex", ("ferry", "supports", "braille")),
    ],
)
def test_each_thing_is_for_what_stands_behind_it(text: str, names: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text, names)


def test_two_things_for_two_purposes_are_alternatives() -> None:
    found = read("rye oven for dark loaves, wheat oven for rolls", "rye-oven wheat-oven")
    assert ("rye-oven", "contrasts_with", "wheat-oven") in found


@pytest.mark.parametrize("text", ["ferry if it rains", "the horn of the ferry for free", "no ferry for cars"])
def test_conditions_prices_and_denials_are_no_purpose(text: str) -> None:
    assert not {e for e in read(text, "ferry") if e[:2] == ("ferry", "suited_to")}


def test_a_purpose_at_the_beginning_and_its_opposite() -> None:
    found = read("For day trips, not for heavy cargo", "")
    assert {("pier", "suited_to", "day trips"), ("pier", "not_suited_to", "heavy cargo")} <= found
    assert not read("For day trips the gate opens early", "")


def test_what_is_passed_over_may_be_words_of_its_own() -> None:
    assert ("ferry", "use_instead_of", "long detour") in read("ferry instead of a long detour", "ferry")


def test_lists_below_a_denied_lead_in_are_what_a_thing_is_not_for() -> None:
    lead = lexicon().lead_in("The pier is not good for")
    assert lead is not None
    assert lead.relation.value == "not_suited_to"


def test_most_uses_behind_a_label_make_the_rest_uses_too() -> None:
    found = read("pier: harbour tours, day trips, first kiss", "", label="pier")
    assert ("pier", "suited_to", "first kiss") in found


@pytest.mark.parametrize("text", ["ferry vs barge: one is quick", "ferry versus barge = quick", "ferry vs. barge"])
def test_what_is_set_against_each_other_at_the_beginning_is_contrasted(text: str) -> None:
    assert ("ferry", "contrasts_with", "barge") in read(text, "ferry barge")


def test_sides_without_a_name_are_contrasted_too() -> None:
    assert ("bow line", "contrasts_with", "stern line") in read("bow line vs stern line: the bow line is longer", "")


def test_what_is_advised_for_the_unsuited_is_suited_to_it() -> None:
    assert ("siren", "suited_to", "fog") in read("not for fog, use the siren", "siren")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ferry if it rains, barge for coal", {("ferry", "barge"), ("barge", "ferry")}),
        ("take the ferry when it rains, otherwise the barge", {("ferry", "barge"), ("barge", "ferry")}),
        ("ferry stops at ten, barge if it is late", {("barge", "ferry")}),
        ("barge is slow. ferry better when in a hurry", {("ferry", "barge")}),
        ("no roof, take the barge unless you swim", {("barge", "pier")}),
        ("for heavy cargo use the barge and not the ferry", {("barge", "ferry")}),
        ("rather the ferry than the barge when it rains", {("ferry", "barge")}),
        ("ferry over barge as soon as it rains", {("ferry", "barge")}),
        ("ferry or barge instead of the horn", {("ferry", "horn"), ("barge", "horn")}),
    ],
)
def test_what_is_chosen_by_need_is_to_be_used_instead(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(e[0], e[2]) for e in read(text, "ferry barge horn") if e[1] == "use_instead_of"} == expected


@pytest.mark.parametrize(
    "text", ["ferry for coal, barge for grain", "the ferry if it rains", "ferry if it rains, else barge, horn"]
)
def test_without_a_need_or_a_second_thing_nothing_is_better(text: str) -> None:
    assert not {e for e in read(text, "ferry barge horn") if e[1] == "use_instead_of"}


def test_what_is_advised_for_a_purpose_suits_it() -> None:
    assert ("barge", "suited_to", "heavy cargo") in read("but for heavy cargo use the barge", "barge")


def test_each_part_of_the_same_form_is_for_its_own() -> None:
    found = read("gudgeon for rudders, thwart for rowers", "")
    assert {("gudgeon", "suited_to", "rudders"), ("thwart", "suited_to", "rowers")} <= found
    assert not {e for e in read("fine for rudders, ok for rowers", "") if e[0] in ("fine", "ok")}


@pytest.mark.parametrize("text", ["the ferry cannot carry coal, the barge can", "ferry leaves at dawn, barge does not"])
def test_what_only_one_of_two_does_sets_them_side_by_side(text: str) -> None:
    assert ("ferry", "contrasts_with", "barge") in read(text, "ferry barge")


def test_examples_in_brackets_behind_a_purpose_are_purposes() -> None:
    found = read("for heavy loads of bulk (gravel, road salt)", "")
    assert {("pier", "suited_to", "gravel"), ("pier", "suited_to", "road salt")} <= found


def test_what_replaced_another_may_stand_in_brackets() -> None:
    assert ("siren", "replaces", "horn") in read("siren under 90 dB (siren replaced horn), louder", "siren horn")
    assert ("siren", "replaces", "old gong") in read("siren replaces the old gong (telex)", "siren telex")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a raft or a barge (only for coal)", ("barge", "suited_to", "coal")),
        ("ferry only when fog is thick", ("ferry", "suited_to", "fog")),
        ("so never use the horn in fog, siren instead", ("horn", "not_suited_to", "fog")),
        ("gauge for high tides, low water", ("pier", "suited_to", "high tides")),
        ("no crew of its own, logs in telex", ("pier", "stores_in", "telex")),
        ("you get a SlipwayBlocked exception when full", ("pier", "raises", "SlipwayBlocked")),
        ("big apps", ("pier", "suited_to", "big apps")),
        ("For crossings ferry or barge", ("barge", "suited_to", "crossings")),
        ("its logs are stored in a format like telex or braille", ("pier", "stores_in", "telex")),
    ],
)
def test_what_small_words_and_places_tell_of_uses(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text, "ferry barge horn siren telex braille")


@pytest.mark.parametrize("text", ["carries big apps", "but for fog use the siren", "For crossings ferry"])
def test_what_is_done_or_advised_elsewhere_is_no_use_of_the_subject(text: str) -> None:
    assert not {e for e in read(text, "siren ferry") if e[:2] == ("pier", "suited_to")}


def test_the_sides_of_an_equation_are_no_uses() -> None:
    found = read("ferry vs barge = steam + sails vs diesel", "ferry barge", label="ferry vs barge ")
    assert not {e for e in found if e[1] == "suited_to"}


@pytest.mark.parametrize(
    ("text", "one", "targets"),
    [
        ("Recommend J hooks for heavy coats or wet umbrellas", "J hooks", {"heavy coats", "wet umbrellas"}),
        ("use D tins for baking large loaves", "D tins", {"baking large loaves"}),
        ("suggest the Oslo stairs for running school trips", "Oslo stairs", {"school trips"}),
    ],
)
def test_advice_to_take_a_thing_that_no_pack_knows_tells_what_it_is_for(text: str, one: str, targets: set[str]) -> None:
    assert {e for e in read(text, "") if e[1] == "suited_to"} == {(one, "suited_to", target) for target in targets}


@pytest.mark.parametrize(
    "text", ["Use patience for large loaves", "Try it for school trips", "use hooks for coats", "Take J hooks for free"]
)
def test_advice_that_names_nothing_of_its_own_tells_of_no_new_thing(text: str) -> None:
    assert {e for e in read(text, "") if e[1] == "suited_to" and e[0] != "pier"} == set()


def test_what_one_is_told_not_to_use_for_something_is_not_good_for_it() -> None:
    edges = relations("# Terraform\n- don't use Terraform for large fleets (more than 90)\n")
    assert {edge[1] for edge in edges if edge[2] == "large fleets"} == {"not_suited_to"}


def test_the_last_of_several_places_is_no_better_thing() -> None:
    edges = relations(
        "# Jenkins\n- logs stay on the disk -> push to Nexus or Redis instead\n- unlike Git/Docker it is old\n"
    )
    assert "use_instead_of" not in {edge[1] for edge in edges}
    assert {edge[2] for edge in edges if edge[1] == "contrasts_with"} == {"Git", "Docker"}


def test_what_may_take_a_things_place_is_none_of_its_parts() -> None:
    edges = relations("# Jenkins\n- better alternatives: GitLab CI, CircleCI\n")
    assert {edge[1] for edge in edges} == {"use_instead_of"}


def test_a_label_that_prefers_one_to_another_is_no_thing() -> None:
    line = "Targets instead of runlevels: `multi.target` = 3, `night.target` = 5"
    found = relations(f"# Yard\n\n## Boot\nstarts it\n\n{line}\n")
    assert not [name for edge in found for name in edge if "instead of" in name]
