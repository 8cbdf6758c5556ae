"""What a figure is called: in few words, from what stands beside it."""

from __future__ import annotations

import pytest

from graph.quantities.grammar import Quantity, read_quantities
from graph.quantities.names import quantity_name


def one(text: str) -> Quantity:
    (quantity,) = read_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("default visibility timeout 30 s", "visibility timeout"),
        ("receipts are kept for 4 days", "retention"),
        ("max request 1.5 MiB", "request size"),
        ("polls git every 3 minutes", "poll interval"),
        ("up to 8 active links", "active links"),
        ("30s grace period by default", "grace period"),
        ("port 5432", "port"),
        ("web UI 8123", "port"),
        ("gRPC on 7001", "port"),
        ("$5 per seat", "price"),
        ("SIGKILL after 10 secs", "time before SIGKILL"),
        ("timeout (default 30 s)", "timeout"),
        ("clock 2.4 GHz", "clock"),
        ("the first 50 TB", "size"),
        ("a crate can hold up to 256 KB of text", "crate size"),
        ("stored in 3 sheds", "sheds"),
        ("64 KB chunks", "chunk size"),
        ("charged per second w/ 60 s minimum", "time"),
        ("the waiter answers within 30 s (`reply_timeout`)", "reply_timeout"),
        ("the cellar keeps wines 7 days", "retention"),
        ("keep it 180 days", "retention"),
        ("stale cakes kept 9 h", "stale cake retention"),
        ("open jars live 24 hrs", "open jar lifetime"),
        ("order killed after 6 h", "order time limit"),
        ("deleted recipes 7 days", "deleted recipes"),
        ("oven.door.memory 1g", "oven.door.memory"),
        ("sleeps over after 5 minutes idle", "idle time"),
        ("stirred every second", "stirred interval"),
        ("delivery costs $5", "delivery price"),
        ("table fee $5", "table fee"),
        ("on demand $5 per seat", "price"),
        ("cooling takes around 60 seconds", "cooling"),
        ("salt per guest (16 bytes)", "salt size"),
        ("oven timeout -> 524 after 100 s", "oven timeout"),
        ("coverage on new tables >= 80%", "coverage"),
        ("the waiter wants tips of at least 1 EUR", "tips price"),
        ("15 min max baking time", "baking time"),
        ("the baker gives up after 5 min", "baker time limit"),
        ("an order is killed after 6 h", "order time limit"),
    ],
)
def test_the_quantity_is_named_in_few_words(text: str, name: str) -> None:
    assert quantity_name(one(text)) == name
