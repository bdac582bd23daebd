"""What happens in a child process: tasks are done within limits, and what was found goes back.

The limits are the kernel's: address space, processor time, size of a file that is written. Nothing here may
open a connection.
"""

from __future__ import annotations

import math
import os
import resource
import signal
import socket
import sys
import time
from typing import Any, NoReturn

from govreport.engines.frames import receive, send, send_bytes
from govreport.engines.reading import answer_of

__all__ = ["forbid_connections", "serve"]

_LARGEST_FILE = 256 * 1024 * 1024
_MOST_OPEN = 256
_NETWORK = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")


def forbid_connections() -> None:
    """Let every attempt to reach another machine fail, in this process and its children, for good."""
    sys.addaudithook(_forbid)


def _forbid(event: str, _: Any) -> None:
    if event in _NETWORK:
        raise PermissionError(f"{event}: a reader opens no connection")


def serve(connection: socket.socket, memory: int) -> NoReturn:
    """Do one task after the other until the other side is gone; never returns."""
    _limit(memory)
    while (task := receive(connection)) is not None:
        _allow_seconds(task["seconds"])

        def more_time(seconds: int) -> None:
            _allow_seconds(seconds)
            send(connection, {"status": "working", "seconds": seconds})

        head, payload = answer_of(task, more_time)
        send(connection, head)
        send_bytes(connection, payload)
    os._exit(0)


def _limit(memory: int) -> None:
    """Soft limits only: a program that we start and watch ourselves may raise its own."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, _LARGEST_FILE),
        (resource.RLIMIT_NOFILE, _MOST_OPEN),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _allow_seconds(seconds: int) -> None:
    """Let the kernel end this process when it has worked so much longer."""
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time()) + seconds, hard))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
