"""What a file does to the process that reads it is not done to any other file."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from govreport.engines import isolated
from govreport.engines.isolated import Answer, Limits, Task, answers
from govreport.engines.workers import Nursery

TEXT = "库山镇妇联2021年工作总结\n一、加强培训\n举办培训班3期。\n"
# What the reader does when a file of this name comes: in the child only.
POISON = {
    "hang.txt": "while True: pass",
    "sleep.txt": "import time; time.sleep(600)",
    "ask.txt": "held = [bytearray(1 << 20) for _ in range(4000)]",
    "grow.txt": "held = []\nwhile True: held.append(b'x' * (1 << 22))",
    "crash.txt": "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
    "exit.txt": "import os; os._exit(0)",
    "kill.txt": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "bug.txt": "raise KeyError('x')",
    "connect.txt": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "deep.txt": "f = lambda: f()\nf()",
    "print.txt": "print('noise', flush=True)",
}
PRELUDE = f"""
import govreport.engines.reading as reading
_poison, _read = {POISON!r}, reading.read
def _rigged(path):
    exec(_poison.get(path.name, ""), {{}})
    return _read(path)
reading.read = _rigged
"""
LIMITS = Limits(seconds=2, memory=1 << 30)


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery(PRELUDE) as made:
        yield made


@pytest.fixture
def rigged(nursery: Nursery, monkeypatch: pytest.MonkeyPatch) -> None:
    """Children that do what POISON says, and a parent that waits 3 seconds and not a minute."""
    monkeypatch.setattr(isolated, "shared_nursery", lambda: nursery)
    monkeypatch.setattr(isolated, "_LEAST_WAIT", 3.0)


def run(folder: Path, *names: str, jobs: int = 2, limits: Limits = LIMITS) -> dict[str, Answer]:
    """Read files of these names, each with the same text, and return the answers by name."""
    for name in names:
        (folder / name).write_text(TEXT, encoding="utf-8")
    tasks = [Task(os.fspath(folder / name), name) for name in names]
    found = answers(tasks, jobs=jobs, limits=limits, options={"taxonomy": None})
    return {task.id: answer for task, answer in found}


@pytest.mark.usefixtures("rigged")
def test_each_way_to_die_costs_one_file(tmp_path: Path) -> None:
    """What hangs, sleeps, grows, crashes or leaves is tried twice and told; the others are read."""
    good = [f"{number}.txt" for number in range(6)]
    found = run(tmp_path, *good[:3], *POISON, *good[3:])
    assert {name: answer.status for name, answer in found.items()} == {
        **dict.fromkeys((*good, "print.txt"), "done"),
        "hang.txt": "timeout",
        "sleep.txt": "timeout",
        "ask.txt": "out-of-memory",
        "grow.txt": "out-of-memory",
        "crash.txt": "crashed",
        "exit.txt": "crashed",
        "kill.txt": "out-of-memory",
        **dict.fromkeys(("bug.txt", "connect.txt", "deep.txt"), "failed"),
    }
    twice = {name for name, answer in found.items() if answer.attempts == 2}
    assert twice == {"hang.txt", "sleep.txt", "ask.txt", "grow.txt", "crash.txt", "exit.txt", "kill.txt"}
    same = {found[name].payload.replace(name.encode(), b"") for name in good}
    assert len(same) == len({len(name) for name in good}) == 1


@pytest.mark.usefixtures("rigged")
def test_one_that_dies_once_is_read_the_second_time(tmp_path: Path, nursery: Nursery) -> None:
    """A child that was killed from outside costs nothing: its file is read again, and so after a stop."""
    for end in (signal.SIGKILL, signal.SIGSEGV, signal.SIGSTOP):
        begun: list[int] = []

        def note(task: Task, begun: list[int] = begun, end: int = end) -> None:
            begun.append(task.attempts)
            if task.id == "1.txt" and not task.attempts:
                threading.Thread(target=hurt, args=(nursery, end), daemon=True).start()

        for number in range(3):
            (tmp_path / f"{number}.txt").write_text(TEXT * 100, encoding="utf-8")
        tasks = [Task(os.fspath(tmp_path / f"{number}.txt"), f"{number}.txt") for number in range(3)]
        found = answers(tasks, jobs=1, limits=LIMITS, options={"taxonomy": None}, begun=note)
        assert {answer.status for _, answer in found} == {"done"}
        assert max(begun) <= 1


def hurt(nursery: Nursery, end: int) -> None:
    """Send a signal to every child of the nursery."""
    time.sleep(0.05)
    pid = nursery._process.pid
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        os.kill(int(child), end)


@pytest.mark.usefixtures("rigged")
def test_too_much_output_is_told(tmp_path: Path) -> None:
    """Findings that are larger than allowed are never taken in."""
    found = run(tmp_path, "a.txt", limits=LIMITS._replace(output=1000))
    assert found["a.txt"].status == "too-much-output"


@pytest.mark.usefixtures("rigged")
def test_no_child_is_left(tmp_path: Path, nursery: Nursery) -> None:
    """When all is done, or given up in the middle, the nursery has no children."""
    run(tmp_path, "a.txt", "b.txt", "crash.txt")
    tasks = [Task(os.fspath(tmp_path / "a.txt"), str(number)) for number in range(9)]
    for _ in answers(tasks, jobs=2, limits=LIMITS, options={"taxonomy": None}):
        break
    pid = nursery._process.pid
    assert Path(f"/proc/{pid}/task/{pid}/children").read_text().split() == []


def test_a_nursery_that_ended_is_started_anew(tmp_path: Path) -> None:
    """Files are read after it was killed."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Nursery() as nursery:
        for _ in range(2):
            worker = nursery.worker(memory=1 << 30)
            worker.give(Task(os.fspath(tmp_path / "a.txt"), "a")._asdict() | {"taxonomy": None, "seconds": 9})
            answer = worker.answer(1 << 20)
            assert answer is not None
            nursery._process.kill()
            nursery._process.wait()
