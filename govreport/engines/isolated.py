"""Files read and analyzed in child processes: one that hangs, grows or crashes costs itself and no other.

In go tasks, out come answers as they arrive. A task whose child dies is tried once more when nothing else
runs, and is then given up. Where a system can't fork, the work is done in this process, without limits.
"""

from __future__ import annotations

import os
import selectors
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from govreport.engines.frames import TooLongError
from govreport.engines.workers import Worker, can_isolate, shared_nursery

__all__ = ["Answer", "Limits", "Task", "answers", "default_jobs"]

_LEAST_WAIT = 60.0
# A machine that does other things too needs so many times the processor time.
_PATIENCE = 8
_TASKS_OF_A_CHILD = 500
_ASKED_FOR = 3
# How often the memory of the children is looked at.
_LOOK = 0.25
_MOST_ATTEMPTS = 2


class Limits(NamedTuple):
    """What one file may cost: seconds of processor time to read it, bytes of memory, bytes that come out.

    A scan has as many seconds for each page, and the analysis as many again and one more for each 2,000
    characters. ``memory`` is what is really used; three times as much may be asked for.
    """

    seconds: int = 10
    memory: int = 1 << 30
    output: int = 128 << 20


class Task(NamedTuple):
    """One file: ``kind`` is ``read`` (and analyze), ``text`` (read only) or ``list`` (an archive).

    ``source`` names the table or address that holds the document; a file of this machine has none.
    """

    path: str
    id: str
    kind: str = "read"
    attempts: int = 0
    """How often it was begun before and never came to an end."""
    source: str = ""
    is_text: bool = False
    """Whether the file holds a text that was at hand, in UTF-8, and is no file that was handed in."""


class Answer(NamedTuple):
    """What became of a task.

    ``status`` is ``done``, ``refused`` (a clear error, with its code, reason and hint), ``failed`` (a bug),
    ``timeout``, ``out-of-memory``, ``too-much-output`` or ``crashed``.
    """

    status: str
    payload: bytes = b""
    code: str = ""
    reason: str = ""
    hint: str = ""
    seconds: float = 0.0
    bytes: int = 0
    attempts: int = 1


def default_jobs() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def answers(
    tasks: Iterable[Task],
    *,
    jobs: int,
    limits: Limits,
    options: dict[str, Any],
    begun: Callable[[Task], None] = lambda task: None,
) -> Iterator[tuple[Task, Answer]]:
    """Yield each task with its answer, in the order in which they come; ``begun`` is told before each try."""
    if not can_isolate():
        yield from ((task, _here(task, options)) for task in tasks)
        return
    crew = _Crew(limits, options, begun)
    try:
        yield from crew.run(list(tasks), jobs)
    finally:
        crew.dismiss()


class _Place(NamedTuple):
    """A child at work: on what, and until when it may be."""

    worker: Worker
    task: Task
    done: int
    until: float


class _Crew:
    def __init__(self, limits: Limits, options: dict[str, Any], begun: Callable[[Task], None]) -> None:
        self._limits, self._options, self._begun = limits, options, begun
        self._selector = selectors.DefaultSelector()
        self._idle: list[tuple[Worker, int]] = []
        self._alone: deque[Task] = deque()

    def run(self, tasks: list[Task], jobs: int) -> Iterator[tuple[Task, Answer]]:
        waiting = deque(task for task in tasks if not task.attempts)
        self._alone.extend(task for task in tasks if task.attempts)
        while waiting or self._busy or self._alone:
            queue, most = (waiting, jobs) if waiting or self._busy else (self._alone, 1)
            while queue and len(self._busy) < most:
                self._begin(queue.popleft())
            yield from self._heard()

    @property
    def _busy(self) -> list[_Place]:
        return [key.data for key in self._selector.get_map().values()]

    def _begin(self, task: Task) -> None:
        self._begun(task)
        worker, done = self._idle.pop() if self._idle else (self._new(), 0)
        worker.give(task._asdict() | self._options | {"seconds": self._limits.seconds})
        self._watch(_Place(worker, task, done, self._deadline(self._limits.seconds)))

    def _new(self) -> Worker:
        return shared_nursery().worker(memory=_ASKED_FOR * self._limits.memory)

    def _watch(self, place: _Place) -> None:
        self._selector.register(place.worker.connection, selectors.EVENT_READ, place)

    def _deadline(self, seconds: float) -> float:
        return time.monotonic() + max(_LEAST_WAIT, _PATIENCE * seconds)

    def _heard(self) -> Iterator[tuple[Task, Answer]]:
        """Wait for whoever answers first, or is over time."""
        for key, _ in self._selector.select(_LOOK):
            yield from self._answered(key.data)
        for place in self._busy:
            if place.until < time.monotonic():
                yield from self._lost(place, "timeout")
            elif place.worker.memory() > self._limits.memory:
                yield from self._lost(place, "out-of-memory")

    def _answered(self, place: _Place) -> Iterator[tuple[Task, Answer]]:
        try:
            found = place.worker.answer(self._limits.output)
        except TooLongError:
            yield from self._lost(place, "too-much-output")
            return
        if found is None:
            yield from self._lost(place, None)
        elif found[0]["status"] == "working":
            self._selector.unregister(place.worker.connection)
            self._watch(place._replace(until=self._deadline(found[0]["seconds"])))
        elif found[0]["status"] == "out-of-memory":
            yield from self._lost(place, "out-of-memory")
        else:
            yield place.task, self._finished(place, *found)

    def _finished(self, place: _Place, head: dict[str, Any], payload: bytes) -> Answer:
        self._selector.unregister(place.worker.connection)
        if place.done + 1 < _TASKS_OF_A_CHILD:
            self._idle.append((place.worker, place.done + 1))
        else:
            place.worker.kill()
        return Answer(**head, payload=payload, attempts=place.task.attempts + 1)

    def _lost(self, place: _Place, reason: str | None) -> Iterator[tuple[Task, Answer]]:
        """The child is gone, or has to go: put the task aside for a second try, or give it up."""
        self._selector.unregister(place.worker.connection)
        ended = place.worker.kill()
        task = place.task._replace(attempts=place.task.attempts + 1)
        if task.attempts < _MOST_ATTEMPTS:
            self._alone.append(task)
        else:
            yield task, Answer(reason or _cause(ended), attempts=task.attempts)

    def dismiss(self) -> None:
        """End all children."""
        for worker in (*(place.worker for place in self._busy), *(worker for worker, _ in self._idle)):
            worker.kill()
        self._selector.close()


def _cause(status: int) -> str:
    return {-signal.SIGXCPU: "timeout", -signal.SIGKILL: "out-of-memory"}.get(status, "crashed")


def _here(task: Task, options: dict[str, Any]) -> Answer:
    """Do a task in this process."""
    from govreport.engines.reading import answer_of

    head, payload = answer_of(task._asdict() | options | {"seconds": 0})
    return Answer(**head, payload=payload)
