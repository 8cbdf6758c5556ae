"""Items of lists that are a name with a bracket behind it that says what it does, or what came of it."""

from __future__ import annotations

import pytest
from reading_samples import relations

LIST = "# Yard\n\n## {}\n- {}\n"


@pytest.mark.parametrize(
    ("item", "edge"),
    [
        ("Argo CD (replaces Spinnaker)", ("Argo CD", "replaces", "Spinnaker")),
        ("Argo CD (instead of Spinnaker)", ("Argo CD", "use_instead_of", "Spinnaker")),
        ("Sluicer (needs Vault)", ("Sluicer", "requires", "Vault")),
        ("**Sluicer** (writes to Kafka)", ("Sluicer", "sends_to", "Kafka")),
        ("**Sluicer** (deprecated, use Tidebus)", ("Tidebus", "replaces", "Sluicer")),
        ("Sluicer (dead, replaced by Redis)", ("Redis", "replaces", "Sluicer")),
        ("Jenkins (legacy, use GitLab CI)", ("GitLab CI", "replaces", "Jenkins")),
    ],
)
@pytest.mark.parametrize("title", ["Deprecated", "Notes", "Hold"])
def test_a_bracket_tells_of_the_name_before_it(title: str, item: str, edge: tuple[str, str, str]) -> None:
    found = relations(LIST.format(title, item))
    assert edge in found
    assert not {each for each in found if each[1] not in ("has_feature", edge[1])}
    assert not {each for each in found if each[1] == edge[1] and each != edge}


@pytest.mark.parametrize(
    "item", ["nets (for cod)", "Sunday (the day of rest)", "Oars (two of them)", "Paint hulls (twice)"]
)
def test_other_brackets_leave_the_subject_above(item: str) -> None:
    assert {each[0] for each in relations(LIST.format("Redis", item))} <= {"Redis"}


def test_what_is_said_of_an_outdated_thing_is_no_part_and_no_kind_of_it() -> None:
    found = relations("# Yard\n\n- Docker Swarm: dead, use Kubernetes\n- Ingress NGINX: retired, go for Gateway API\n")
    assert {relation for _, relation, _ in found} == {"replaces"}
    assert {source for source, *_ in found} == {"Kubernetes", "Gateway API"}


@pytest.mark.parametrize(
    ("line", "edge"),
    [
        ("don't use KEYS in production, use SCAN instead", ("SCAN", "use_instead_of", "KEYS")),
        ("do not use TFTP on open networks, use SFTP", ("SFTP", "use_instead_of", "TFTP")),
    ],
)
def test_where_one_is_refused_the_other_is_still_better(line: str, edge: tuple[str, str, str]) -> None:
    assert edge in relations(f"# Yard\n\n## Redis\n- {line}\n")
