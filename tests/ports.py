"""Ports of this machine for the servers of the tests."""

from __future__ import annotations

import os
import socket
from itertools import count

FIRST, PLACES, EACH = 10_000, 220, 100
"""Below 32768, where systems hand out the ports of connections: none of those takes one before its server has it."""

_next = count()


def free_port() -> int:
    """A port of 127.0.0.1 on which nothing answers, given once, and from a range of this process's own."""
    begin = FIRST + os.getpid() % PLACES * EACH
    while True:
        port = begin + next(_next) % EACH
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
