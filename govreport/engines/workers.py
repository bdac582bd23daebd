"""Children seen from outside: begun, given a task, listened to, and killed.

>>> with Nursery() as nursery:
...     worker = nursery.worker(memory=1 << 30)
...     worker.give({"kind": "read", "path": "no-such-file.txt", "id": "x", "taxonomy": None, "seconds": 9})
...     worker.answer(1 << 20)[0]["code"]
'missing-file'
"""

from __future__ import annotations

import atexit
import os
import signal
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from govreport.engines.frames import receive, receive_bytes, send

__all__ = ["Nursery", "Worker", "can_isolate", "shared_nursery"]

_PATH = "import sys; sys.path.insert(0, sys.argv[1])"
_START = "from govreport.engines.nursery import main; main(int(sys.argv[2]))"
# A child that has begun to answer and stops in the middle is taken for dead.
_SECONDS_OF_SILENCE = 60
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_QUIET = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def can_isolate() -> bool:
    """Return whether this system can fork and pass sockets; where not, files are read in this process."""
    return hasattr(os, "fork") and hasattr(socket, "send_fds")


@cache
def shared_nursery() -> Nursery:
    """Return the nursery of this process: it is started once, and closed at the end."""
    nursery = Nursery()
    atexit.register(nursery.close)
    return nursery


class Nursery:
    """A process with everything loaded that forks children on request; one that ended is started anew.

    ``prelude`` is Python that it runs first: tests put readers there that do harm.
    """

    def __init__(self, prelude: str = "") -> None:
        self._code = "\n".join((_PATH, prelude, _START))
        self._start()

    def _start(self) -> None:
        self._control, theirs = socket.socketpair()
        arguments = [str(Path(__file__).parents[2]), str(theirs.fileno())]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", self._code, *arguments],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={**os.environ, **_QUIET},
        )
        theirs.close()
        self._ready = False

    def worker(self, *, memory: int) -> Worker:
        """Fork a child that may use so many bytes of address space."""
        if self._process.poll() is not None:
            self.close()
            self._start()
        if not self._ready and receive(self._control) is None:
            raise RuntimeError("the process that reads files could not load govreport")
        self._ready = True
        ours, theirs = socket.socketpair()
        ours.settimeout(_SECONDS_OF_SILENCE)
        send(self._control, {"memory": memory})
        socket.send_fds(self._control, [b"s"], [theirs.fileno()])
        theirs.close()
        answer = receive(self._control)
        if answer is None:
            raise RuntimeError("the process that reads files has ended")
        return Worker(self, answer["child"], ours)

    def ended(self, child: int) -> int:
        """Wait for a child and return how it ended: negative for a signal."""
        try:
            send(self._control, {"reap": child})
            answer = receive(self._control)
        except OSError:  # The nursery is gone, and its children with it.
            answer = None
        return -signal.SIGKILL if answer is None else int(answer["status"])

    def close(self) -> None:
        """End it, and with it all children."""
        self._control.close()
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Nursery:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Worker:
    """One child; ``connection`` becomes readable when it answers or ends."""

    def __init__(self, nursery: Nursery, child: int, connection: socket.socket) -> None:
        self._nursery, self._child, self.connection = nursery, child, connection

    def give(self, task: dict[str, Any]) -> None:
        """Send a task; one that is gone already shows when it is asked for an answer."""
        try:
            send(self.connection, task)
        except OSError:
            return

    def answer(self, longest: int) -> tuple[dict[str, Any], bytes] | None:
        """Return the answer and its payload, None where the child ended; TooLongError above so many bytes.

        An answer of the status ``working`` has no payload: another one follows.
        """
        head = receive(self.connection)
        if head is not None and head["status"] == "working":
            return head, b""
        payload = None if head is None else receive_bytes(self.connection, longest)
        return None if head is None or payload is None else (head, payload)

    def memory(self) -> int:
        """Return how many bytes of memory the child holds now; 0 where the system does not tell."""
        try:
            pages = int(Path(f"/proc/{self._child}/statm").read_text("ascii").split()[1])
        except (OSError, IndexError, ValueError):
            return 0
        return pages * _PAGE

    def kill(self) -> int:
        """End the child and what it started, and return its status: that of its own end if it was gone."""
        for end in (os.killpg, os.kill):
            try:
                end(self._child, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue
        self.connection.close()
        return self._nursery.ended(self._child)
