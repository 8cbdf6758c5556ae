"""What plain lines say once each word has its part: nouns like verbs, kinds joined by a plus, tools by their use."""

from __future__ import annotations

import pytest
from reading_samples import about, limits, relations

HARBOUR = "# Redis\n\n{}\n\n# Winch\n\nA Winch pulls.\n"
STORE = "# Nginx\n\n{}\n\n# Kafka\n\nlog of messages\n"


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        (STORE, "web server + reverse proxy", ("Nginx", "kind_of", "web server")),
        (HARBOUR, "mail service + towing service", ("Redis", "kind_of", "mail service")),
        (STORE, "- fast\n- Burrow for lag checks\n- free", ("Burrow", "suited_to", "lag checks")),
        (HARBOUR, "- slow\n- Hookup for wet coats\n- free", ("Hookup", "suited_to", "wet coats")),
        (STORE, "audit logs are kept 90 days", ("Nginx", "has_feature", "audit logs")),
        (HARBOUR, "hull checks run each spring", ("Redis", "has_feature", "hull checks")),
        (STORE, "Acme's mail service", ("Nginx", "kind_of", "mail service")),
        (STORE, "fast\n\nCOPY over ADD unless you need tar", ("COPY", "use_instead_of", "ADD")),
    ],
)
def test_what_is_said(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "wrong"),
    [
        (STORE, "web server + reverse proxy", ("Nginx", "has_feature", "web server")),
        (STORE, "fast\n\nhealth checks run every 5 s", ("Nginx", "has_feature", "health")),
        (STORE, "fast\n\nnight jobs run on cron", ("Nginx", "runs_on", "cron")),
        (STORE, "fast\n\n502 = upstream down", ("502", "uses", "upstream")),
        (STORE, "fast\n\napache uses a process per visit, nginx doesnt", ("Nginx", "has_feature", "apache")),
        (HARBOUR, "COPY over ADD unless you need tar", ("Redis", "uses", "ADD")),
    ],
)
def test_what_is_not_said(notes: str, line: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in relations(notes.format(line))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("buffers 60s or 1 MB at least", {("min", 60, "s"), ("min", 1, "MB")}),
        ("5 tries or 3 hours max", {("max", 5, "tries"), ("max", 3, "h")}),
        ("turns every yr", {("exact", 1, "years")}),
        ("layers are kept until one changes", set()),
    ],
)
def test_figures(line: str, expected: set[tuple[str, float, str]]) -> None:
    assert {(bound, value, unit) for _, bound, value, unit in limits(HARBOUR.format(line))} == expected


def test_a_path_is_no_thing_that_logs_are_sent_to() -> None:
    found = relations(STORE.format("logs go to /var/log/nginx"))
    assert ("Nginx", "stores_in", "/var/log/nginx") in found
    assert not any(relation == "sends_to" for _, relation, _ in found)


def test_a_line_is_about_the_noun_that_only_looks_like_a_verb() -> None:
    assert "health" not in about(STORE.format("fast\n\nhealth checks run every 5 s"), "health checks")


def test_the_capital_letters_of_a_name_of_plain_words_decide() -> None:
    assert not [e for e in relations(STORE.format("good for multi container apps (YAML)")) if e[0] == "Container Apps"]
