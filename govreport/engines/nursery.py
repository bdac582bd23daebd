"""The process that has everything loaded and forks the children: a new child costs milliseconds.

Begun by ``workers.Nursery``. In come requests over a socket: fork a child that serves the socket which comes
along, or say how a child ended. It ends when its parent is gone, and so do they.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from typing import Any, NoReturn

from govreport.engines.child import forbid_connections, serve
from govreport.engines.frames import receive, send
from govreport.engines.reading import warm_up

__all__ = ["main"]


def main(descriptor: int) -> NoReturn:
    """Serve requests until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=descriptor)
    warm_up()
    forbid_connections()
    send(control, {"ready": True})
    while (request := receive(control)) is not None:
        if "memory" in request:
            _fork(control, request)
        else:
            send(control, {"status": _status_of(request["reap"])})
    os._exit(0)


def _fork(control: socket.socket, request: dict[str, Any]) -> None:
    _, passed, _, _ = socket.recv_fds(control, 1, 1)
    child = os.fork()
    if child == 0:
        _become_child(control, passed[0], request["memory"])
    os.close(passed[0])
    send(control, {"child": child})


def _become_child(control: socket.socket, passed: int, memory: int) -> NoReturn:
    try:
        control.close()
        os.setpgid(0, 0)
        _die_with_parent()
        serve(socket.socket(fileno=passed), memory)
    finally:
        os._exit(1)


def _die_with_parent() -> None:
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def _status_of(child: int) -> int:
    """Wait for a child and return its exit status, negative for the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
