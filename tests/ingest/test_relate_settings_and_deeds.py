"""The values of settings, what things can do and guarantee, who can use them: in two made-up trades and a real one."""

from __future__ import annotations

import pytest
from reading_samples import CACHE, HARBOUR, about, relations

BAKERY = "# Ovenry\n\nThe Ovenry plans the bakes.\n\n{}\n\n# Kneader\n\nKneader mixes.\n"


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        # values behind a setting
        (HARBOUR, "- mooring policy: Loose by default, Tight for storms", ("mooring policy", "has_feature", "Loose")),
        (HARBOUR, "- mooring policy: loose (dflt) | tight", ("tight", "kind_of", "mooring policy")),
        (HARBOUR, "- mode: drift / tow", ("Ferry", "has_feature", "drift")),
        (BAKERY, "- crust level per loaf: soft, firm, hard", ("Ovenry", "has_feature", "firm")),
        (BAKERY, "- two heat modes: top and bottom", ("heat modes", "has_feature", "bottom")),
        (BAKERY, "- Heat: rising, fixed or elastic", ("Ovenry", "has_feature", "rising")),
        (BAKERY, "- crust classes are rye, wheat and spelt, the clerk stamps it", ("Ovenry", "has_feature", "spelt")),
        (CACHE, "- scopes base, one, sub", ("Redis", "has_feature", "sub")),
        # a list of lone words below a plural
        (CACHE, "- streams:\n   - fresh\n   - late", ("Redis", "has_feature", "late")),
        # what a thing can do
        (HARBOUR, "The Winch retries three times", ("Winch", "has_feature", "retries")),
        (BAKERY, "it caches the dough for 5 min", ("Ovenry", "has_feature", "caching")),
        (BAKERY, "bakes at night, rotates keys on its own", ("Ovenry", "has_feature", "rotation")),
        (CACHE, "fails over in 30 s", ("Redis", "has_feature", "failover")),
        (CACHE, "- Envoy terminates TLS", ("Envoy", "has_feature", "TLS termination")),
        # what it guarantees
        (HARBOUR, "order only inside one lane", ("lane", "has_feature", "ordering")),
        (CACHE, "messages arrive at most once", ("Redis", "has_feature", "at-most-once delivery")),
        (CACHE, "Kafka keeps the order, Envoy does not", ("Kafka", "has_feature", "ordering")),
        # who can use it
        (HARBOUR, "Winch and Barge can reach it too", ("Winch", "integrates_with", "Ferry")),
        (CACHE, "linux can mount it as well", ("Redis", "supports", "Linux")),
        # fields of use
        (HARBOUR, "- big data, ML, web indexing. otherwise too slow", ("Ferry", "suited_to", "big data")),
        (BAKERY, "- fraud detection, social networks", ("Ovenry", "suited_to", "social networks")),
        # fine for one, not for the other
        (HARBOUR, "fine for ponds, not lakes", ("Ferry", "not_suited_to", "lakes")),
        (BAKERY, "ok for rolls, never in winter", ("Ovenry", "not_suited_to", "winter")),
        (CACHE, "a replica is no backup", ("replica", "not_suited_to", "backup")),
        # a remark in brackets is said of what stands before it
        (HARBOUR, "the Winch (used to be called Capstan), pulls", ("Winch", "replaces", "Capstan")),
        (CACHE, "Envoy (reads from Kafka) is quick", ("Envoy", "reads_from", "Kafka")),
        (CACHE, "Kafka Streams (old Samza) for counting", ("Kafka Streams", "replaces", "Samza")),
        # how others do it
        (CACHE, "gRPC is how Kafka and Envoy talk", ("Envoy", "uses", "gRPC")),
        (CACHE, "- Kafka --Avro--> Envoy", ("Kafka", "uses", "Avro")),
        (CACHE, "- Kafka --Avro--> Envoy", ("Kafka", "sends_to", "Envoy")),
        # the end of a chain
        (CACHE, "alerts -> Kafka -> Envoy or Redis", ("Kafka", "sends_to", "Envoy")),
        # two verbs in one sentence
        (CACHE, "Envoy looks at Redis and Kafka, Flink reads Hive", ("Flink", "reads_from", "Hive")),
        # the list goes on up to the preposition
        (CACHE, "syncs from Kafka, Envoy, Flink into its normal old boxes (1h)", ("Redis", "reads_from", "Flink")),
        # a pronoun behind "and" stands for what the line is about
        (CACHE, "no Envoy needed and it can take over Kafka completely", ("Redis", "replaces", "Kafka")),
        # names before a comma were called otherwise
        (HARBOUR, "Winch + Barge, used to be Capstan", ("Barge", "replaces", "Capstan")),
        # what lead-ins say of products
        (CACHE, "who uses the cache:\n - Kafka\n - Envoy", ("Envoy", "uses", "Redis")),
        (CACHE, "Getting data in\n - Kafka\n - Envoy", ("Redis", "reads_from", "Envoy")),
        # a label tells what the thing above is
        (CACHE, "graph db: social networks, fraud detection", ("Redis", "kind_of", "graph database")),
    ],
)
def test_what_a_line_says(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "wrong"),
    [
        (HARBOUR, "- Free edition: slow, but for two boats at most", ("Ferry", "has_feature", "slow")),
        (HARBOUR, "- crew: deckhands, rope (wet), stokers", ("deckhands", "kind_of", "crew")),
        (BAKERY, "sieves, retries, a roof", ("Ovenry", "has_feature", "a roof")),
        (CACHE, "order is not kept inside a lane", ("lane", "has_feature", "ordering")),
        (CACHE, "sort order inside the lane", ("lane", "has_feature", "ordering")),
        (CACHE, "if it caches pages, use Envoy", ("Redis", "has_feature", "caching")),
        (CACHE, "it never retries", ("Redis", "has_feature", "retries")),
        (CACHE, "Envoy looks at Redis and Kafka, Flink reads Hive", ("Envoy", "reads_from", "Flink")),
        (CACHE, "Envoy looks at Redis and Kafka, Flink reads Hive", ("Kafka", "reads_from", "Hive")),
        (CACHE, "no Envoy needed and it can take over Kafka completely", ("Envoy", "replaces", "Kafka")),
        (CACHE, "unlike Kafka no caching, any TCP", ("Redis", "contrasts_with", "TCP")),
        (CACHE, "takes > 1 month to set up, Envoy as backup", ("Redis", "supports", "Envoy")),
        (CACHE, "25 between servers, 587 submission, 465 = TLS from the first byte", ("Redis", "raises", "465")),
        (CACHE, "mode=A if CACHE_DRIVER=files", ("Redis", "raises", "CACHE_DRIVER")),
        (CACHE, "disk storage instead of Kafka", ("Redis", "kind_of", "disk storage")),
        (CACHE, "TODO Kafka + Envoy, still shaky", ("Redis", "uses", "Envoy")),
        (CACHE, "helps vs. cheap robots", ("cheap robots", "contrasts_with", "helps")),
        (CACHE, "Getting data in\n - Kafka (slow)\n - Envoy", ("Redis", "has_feature", "Kafka")),
        (HARBOUR, "Winch: oars over sails", ("oars", "suited_to", "Winch")),
        (HARBOUR, "the lock is open till reboot", ("lock", "triggers", "Ferry")),
    ],
)
def test_what_a_line_does_not_say(notes: str, line: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in relations(notes.format(line))


@pytest.mark.parametrize(
    ("line", "words", "expected"),
    [
        ("Kafka if nobody reads Java. Or Envoy", "if nobody", "Kafka"),
        ("Envoy when you need proxies", "when you need", "Envoy"),
        ("L7 proxy in C++, old", "in C++", "Redis"),
        ("UDP 123, then more of it", "then more", "Redis"),
        ("bases and overlays, patches = merges", "overlays", "Redis"),
        ("Flink (Stream Processing Engine) on the nodes: reads a lot", "reads a lot", "Flink"),
        ("graph db: social networks, fraud detection", "fraud", "Redis"),
    ],
)
def test_whom_a_line_is_about(line: str, words: str, expected: str) -> None:
    assert expected in about(CACHE.format(line), words)
