"""Objects that share a verb, what is there no more, what a thing is like, and numbers before what is counted."""

from __future__ import annotations

import pytest
from reading_samples import read_notes, relations, relations_below


@pytest.mark.parametrize(
    ("title", "line", "relation", "targets"),
    [
        ("Airflow", "uses Postgres for metadata and Redis for the queue", "uses", {"PostgreSQL", "Redis"}),
        ("Airflow", "uses Postgres for metadata, Redis for the queue", "uses", {"PostgreSQL", "Redis"}),
        ("Bakery", "uses Oatmill in winter and Ryemill in summer", "uses", {"Oatmill", "Ryemill"}),
        ("Airflow", "reads from Kafka at night and from Redis during the day", "reads_from", {"Kafka", "Redis"}),
        ("Airflow", "runs on Docker in dev and Kubernetes in prod", "runs_on", {"Docker", "Kubernetes"}),
        (
            "Airflow",
            "needs Postgres for state, Redis as broker and Kafka for events",
            "requires",
            {"PostgreSQL", "Redis"},
        ),
    ],
)
def test_each_object_of_a_verb_may_have_a_use_of_its_own(
    title: str, line: str, relation: str, targets: set[str]
) -> None:
    found = relations_below(title, line)
    assert targets <= {edge[2] for edge in found if edge[:2] == (title, relation)}


def test_what_each_object_is_for_is_a_condition_of_it_alone() -> None:
    edges = read_notes("# Notes\n\n## Airflow\n\n- runs on Docker in dev and Kubernetes in prod\n").edges
    assert {edge.target: edge.condition for edge in edges} == {"docker": "in dev", "kubernetes": "in prod"}


def test_what_another_thing_does_is_not_said_of_the_title() -> None:
    found = relations_below("Harbour", "Redis written in Go, swc in Rust")
    assert not [edge for edge in found if edge[0] == "Harbour" and edge[1] == "uses"]


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("mercurial support dropped in 2020", "Mercurial"),
        ("car deck removed in v3", "car deck"),
    ],
)
def test_what_is_there_no_more_is_no_part(line: str, gone: str) -> None:
    assert not [edge for edge in relations_below("Bitbucket", line) if edge[2] == gone]


def test_what_is_dropped_somewhere_is_still_there() -> None:
    assert ("Ferry", "has_feature", "letters") in relations_below("Ferry", "letters dropped in the box are sorted")


def test_what_a_thing_is_like_is_no_part_of_it() -> None:
    found = relations_below("CDN", "Akamai = oldest & biggest, expensive")
    assert not [edge for edge in found if edge[0] == "Akamai" and edge[1] == "has_feature"]


def test_a_number_before_a_label_is_no_part_of_a_name() -> None:
    found = relations_below("Ferry", "two decks: sun deck, car deck")
    assert {("Ferry", "has_feature", "sun deck"), ("Ferry", "has_feature", "car deck")} <= found
    assert not [edge for edge in found if "two" in f"{edge[0]} {edge[2]}"]


def test_a_label_that_is_a_sentence_is_no_class() -> None:
    found = relations_below("GitLab", "GitLab Runner executes jobs: shell, docker, k8s executors")
    assert not [edge for edge in found if edge[1] == "kind_of"]


def test_where_something_begins_is_no_source() -> None:
    assert not [e for e in relations_below("GitLab", "similar but CI built in from the start") if e[1] == "reads_from"]


def test_a_plan_is_what_is_sold_and_no_kind() -> None:
    assert ("Cloudflare", "kind_of", "free plan") not in relations_below("CDN", "Cloudflare: free plan, WAF")


def test_a_label_and_what_it_names_are_one_thing() -> None:
    edges = read_notes("# Notes\n\n## CDN\n\n- origin shield: one extra layer\n").edges
    assert {edge.target for edge in edges if edge.relation.value == "has_feature"} == {"origin-shield"}


def test_the_first_of_several_nouns_is_no_kind() -> None:
    found = relations_below("Serving", "vLLM - paged attention, continuous batching, night mode")
    assert not [edge for edge in found if edge[1] == "kind_of"]
    assert ("vLLM", "has_feature", "paged attention") in found


@pytest.mark.parametrize("line", ["primes: cheap, fast, small", "gigs: fast, flexible"])
def test_what_several_are_like_is_no_member_of_them(line: str) -> None:
    assert not [edge for edge in relations_below("Lenses", line) if edge[1] == "kind_of"]


def test_blame_is_of_the_noun_before_it() -> None:
    found = relations_below("Metrics", "accuracy useless for imbalanced classes")
    assert {edge[0] for edge in found if edge[1] == "not_suited_to"} == {"accuracy"}
    assert ("Kafka", "not_suited_to", "small jobs") in relations_below("Kafka", "way overkill for small jobs")


def test_a_formula_names_no_kinds_and_no_uses() -> None:
    found = relations_below("Metrics", "precision = TP/(TP+FP), recall = TP/(TP+FN)")
    assert not [edge for edge in found if edge[1] in ("kind_of", "uses")]


def test_a_letter_is_no_part() -> None:
    assert not [edge for edge in relations_below("Exposure", "f/16 everything sharp") if edge[1] == "has_feature"]


def test_whom_a_thing_is_for_is_no_part_of_the_whole() -> None:
    found = relations_below("Camera", "AF: eye tracking for humans, animals, birds")
    assert ("Camera", "has_feature", "animals") not in found


def test_if_you_are_on_a_platform_it_is_for_that() -> None:
    assert ("Redis", "suited_to", "Kubernetes") in relations_below("Stores", "Kafka for logs; Redis if you're on k8s")


@pytest.mark.parametrize("sign", ["ex:", "examples:", "e.g.", "popular ones:"])
def test_examples_of_a_class_are_of_its_kind(sign: str) -> None:
    found = relations_below("Load balancer", f"{sign} Nginx, HAProxy")
    assert {edge for edge in found if edge[1] == "kind_of"} == {
        ("Nginx", "kind_of", "load balancer"),
        ("HAProxy", "kind_of", "load balancer"),
    }
    assert not [edge for edge in found if edge[1] == "replaces"]


def test_an_idea_before_a_verb_is_what_helps() -> None:
    line = "hot keys are a problem, consistent hashing helps with spikes"
    assert {e[0] for e in relations_below("Databases", line) if e[1] == "suited_to"} == {"consistent hashing"}


def test_a_verb_behind_at_is_a_noun() -> None:
    assert not [
        e
        for e in relations_below("Dockerfile", "RUN executes at build, CMD at start, ENTRYPOINT last")
        if e[1] == "triggers"
    ]


def test_a_broad_title_is_short_for_no_single_part() -> None:
    edges = read_notes("# Docker\n\n## Storage\n\n- bind mounts: host path\n\n## Network\n\n- bridge\n").edges
    assert not [edge for edge in edges if "storage-driver" in f"{edge.source} {edge.target}"]


def test_what_follows_a_way_behind_a_comma_is_no_way() -> None:
    found = relations_below("gRPC", "sends protobuf over HTTP/2, streaming, night mode")
    assert not [edge for edge in found if edge[1] == "uses" and edge[2] in ("streaming", "night mode")]


def test_how_a_thing_is_made_is_nothing_that_it_is_for() -> None:
    found = relations_below("Phoenix", "web framework for Elixir, built on Plug and Cowboy")
    assert not [edge for edge in found if edge[1] == "suited_to"]
    assert {edge[2] for edge in found if edge[1] == "uses"} >= {"Plug", "Cowboy"}


@pytest.mark.parametrize("line", ["requires virtually no Redis", "LiveView needs almost no Redis"])
def test_almost_none_is_none(line: str) -> None:
    assert not [edge for edge in relations_below("Kafka", line) if edge[1] == "requires"]


def test_the_folders_of_a_path_are_no_places_of_their_own() -> None:
    found = relations_below("Ecto", "migrations live in priv/repo/migrations")
    assert not [edge for edge in found if edge[1] == "stores_in" and edge[2] in ("priv", "repo")]


def test_a_name_that_does_something_is_no_kind() -> None:
    found = relations_below("Elixir", "Redis is a cache; a Supervisor restarts children when they crash")
    assert not [edge for edge in found if edge[1] == "kind_of" and "restarts" in edge[2]]


@pytest.mark.parametrize("line", ["tide based planning, night mode", "file based routing, app router"])
def test_what_something_is_based_on_is_no_kind(line: str) -> None:
    assert not [edge for edge in relations_below("Next.js", line) if edge[1] == "kind_of"]


def test_what_is_instead_of_another_is_the_thing_and_not_its_purpose() -> None:
    text = "# React\n\n## State\n- slow\n\n## Hooks\n- `useReducer` for complex state instead of `useState`\n"
    assert {edge[0] for edge in relations(text) if edge[1] == "use_instead_of"} == {"useReducer"}


def test_words_with_a_verb_behind_a_label_are_no_uses() -> None:
    found = relations_below("React", "components: functions nowadays, classes are legacy")
    assert not [edge for edge in found if edge[1] == "suited_to"]


def test_a_common_word_needs_its_very_owner() -> None:
    text = "# Terraform\n\nWorkflow: write -> plan -> apply\n\nthe registry requires a GitHub repo\n"
    assert not [edge for edge in relations(text) if "GitHub Actions" in edge or edge[:2] == ("GitHub", "has_feature")]


def test_a_line_that_begins_with_code_is_no_title_amid_others() -> None:
    text = "# Terraform\n\n## Files\ncommit all of them\n.lock.hcl pins what is used\nsplit by mast height\n"
    assert not [edge for edge in relations(text) if ".lock.hcl" in edge[0]]


def test_ordinary_words_are_no_product_whose_name_joins_them() -> None:
    assert not [edge for edge in relations_below("Redux", "single store, pure reducers") if edge[2] == "SingleStore"]
