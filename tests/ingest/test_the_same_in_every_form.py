"""The same notes in every form that people write them in are read the same: two products and what is said of each."""

from __future__ import annotations

import pytest
from reading_samples import about, limits

FORMS = {
    "org mode": (
        "* Storage\n"
        "** Redis\n"
        "- keeps sets in memory\n"
        "- max 512 MB per value\n"
        "** Kafka\n"
        "- log of messages\n"
        "- 7 days by default\n"
    ),
    "wiki titles": (
        "= Storage =\n"
        "== Redis ==\n"
        "* keeps sets in memory\n"
        "* max 512 MB per value\n"
        "== Kafka ==\n"
        "* log of messages\n"
        "* 7 days by default\n"
    ),
    "underlined titles": (
        "Storage\n"
        "=======\n"
        "\n"
        "Redis\n"
        "-----\n"
        "keeps sets in memory\n"
        "max 512 MB per value\n"
        "\n"
        "Kafka\n"
        "-----\n"
        "log of messages\n"
        "7 days by default\n"
    ),
    "numbers": (
        "1. Redis\n"
        "   - keeps sets in memory\n"
        "   - max 512 MB per value\n"
        "2. Kafka\n"
        "   - log of messages\n"
        "   - 7 days by default\n"
    ),
    "numbers with a bracket": (
        "1) Redis\nkeeps sets in memory\nmax 512 MB per value\n2) Kafka\nlog of messages\n7 days by default\n"
    ),
    "quotes": (
        "# Storage\n"
        "> Redis\n"
        "> keeps sets in memory\n"
        "> max 512 MB per value\n"
        "\n"
        "> Kafka\n"
        "> log of messages\n"
        "> 7 days by default\n"
    ),
    "tabs": ("Redis\n\tkeeps sets in memory\n\tmax 512 MB per value\nKafka\n\tlog of messages\n\t7 days by default\n"),
    "lines of dashes": (
        "--- Redis ---\nkeeps sets in memory\nmax 512 MB per value\n--- Kafka ---\nlog of messages\n7 days by default\n"
    ),
    "square brackets": (
        "[Redis]\nkeeps sets in memory\nmax 512 MB per value\n\n[Kafka]\nlog of messages\n7 days by default\n"
    ),
    "colons": ("redis:\nkeeps sets in memory\nmax 512 MB per value\nkafka:\nlog of messages\n7 days by default\n"),
    "bold with a colon": (
        "**redis:** keeps sets in memory\n- max 512 MB per value\n**kafka:** log of messages\n- 7 days by default\n"
    ),
    "dashes": ("redis — keeps sets in memory\n  max 512 MB per value\nkafka — log of messages\n  7 days by default\n"),
    "bullets with dashes": (
        "- redis - keeps sets in memory\n  - max 512 MB per value\n- kafka - log of messages\n  - 7 days by default\n"
    ),
    "pictures": (
        "## 🔥 Redis\n"
        "- keeps sets in memory\n"
        "- max 512 MB per value\n"
        "## 📦 Kafka\n"
        "- log of messages\n"
        "- 7 days by default\n"
    ),
    "a hash without a blank": (
        "#Redis\n- keeps sets in memory\n- max 512 MB per value\n#Kafka\n- log of messages\n- 7 days by default\n"
    ),
    "boxes to tick": (
        "## Redis\n"
        "- [x] keeps sets in memory\n"
        "- [ ] max 512 MB per value\n"
        "## Kafka\n"
        "- [ ] log of messages\n"
        "- [x] 7 days by default\n"
    ),
    "numbered Markdown titles": (
        "## 1. Redis\nkeeps sets in memory\nmax 512 MB per value\n## 2. Kafka\nlog of messages\n7 days by default\n"
    ),
    "numbers with dots": (
        "1.1 Redis\nkeeps sets in memory\nmax 512 MB per value\n\n1.2 Kafka\nlog of messages\n7 days by default\n"
    ),
    "bold lines": (
        "**redis**\nkeeps sets in memory\nmax 512 MB per value\n**kafka**\nlog of messages\n7 days by default\n"
    ),
    "bold lines over bullets": (
        "**redis**\n"
        "- keeps sets in memory\n"
        "- max 512 MB per value\n"
        "\n"
        "**kafka**\n"
        "- log of messages\n"
        "- 7 days by default\n"
    ),
    "arrows": (
        "Redis\n-> keeps sets in memory\n-> max 512 MB per value\nKafka\n-> log of messages\n-> 7 days by default\n"
    ),
    "plus signs": (
        "+ Redis\n"
        "  + keeps sets in memory\n"
        "  + max 512 MB per value\n"
        "+ Kafka\n"
        "  + log of messages\n"
        "  + 7 days by default\n"
    ),
    "round bullets": (
        "• Redis\n"
        "   ◦ keeps sets in memory\n"
        "   ◦ max 512 MB per value\n"
        "• Kafka\n"
        "   ◦ log of messages\n"
        "   ◦ 7 days by default\n"
    ),
    "the letter o": (
        "Redis\no keeps sets in memory\no max 512 MB per value\nKafka\no log of messages\no 7 days by default\n"
    ),
    "letters": (
        "a) Redis\n"
        "   keeps sets in memory\n"
        "   max 512 MB per value\n"
        "b) Kafka\n"
        "   log of messages\n"
        "   7 days by default\n"
    ),
    "a top title each": (
        "# Redis\nkeeps sets in memory\nmax 512 MB per value\n# Kafka\nlog of messages\n7 days by default\n"
    ),
    "HTML": (
        "<h2>Redis</h2>\n"
        "<ul><li>keeps sets in memory</li>\n"
        "<li>max 512 MB per value</li></ul>\n"
        "<h2>Kafka</h2>\n"
        "<ul><li>log of messages</li>\n"
        "<li>7 days by default</li></ul>\n"
    ),
    "capitals": ("REDIS\nkeeps sets in memory\nmax 512 MB per value\n\nKAFKA\nlog of messages\n7 days by default\n"),
    "bold bullets": (
        "- **redis**\n"
        "    - keeps sets in memory\n"
        "    - max 512 MB per value\n"
        "- **kafka**\n"
        "    - log of messages\n"
        "    - 7 days by default\n"
    ),
    "equals signs": (
        "redis = keeps sets in memory\n * max 512 MB per value\nkafka = log of messages\n * 7 days by default\n"
    ),
    "stars": (
        "*** Redis ***\nkeeps sets in memory\nmax 512 MB per value\n*** Kafka ***\nlog of messages\n7 days by default\n"
    ),
    "toggles": (
        "<details><summary>Redis</summary>\n"
        "\n"
        "- keeps sets in memory\n"
        "- max 512 MB per value\n"
        "\n"
        "</details>\n"
        "<details><summary>Kafka</summary>\n"
        "\n"
        "- log of messages\n"
        "- 7 days by default\n"
        "\n"
        "</details>\n"
    ),
    "definitions": (
        "Redis\n: keeps sets in memory\n: max 512 MB per value\n\nKafka\n: log of messages\n: 7 days by default\n"
    ),
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS.keys())
def test_each_form_gives_the_same(text: str) -> None:
    assert about(text, "keeps sets in memory") == {"Redis"}
    assert "Kafka" in about(text, "log of messages")
    assert "Redis" not in about(text, "log of messages")
    assert {limit for limit in limits(text) if limit[2] in (512, 7)} == {
        ("Redis", "max", 512.0, "MB"),
        ("Kafka", "default", 7.0, "days"),
    }
