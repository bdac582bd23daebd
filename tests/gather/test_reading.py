"""What is read, and what of it is kept in memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import govreport as gr
from govreport.engines.embedded import Embedded
from govreport.engines.isolated import Answer, Limits, Task
from govreport.engines.stored import to_bytes
from govreport.gather import Reading


class Holding(Embedded):
    """An engine that counts who holds the bytes of its answers when all are given."""

    def __init__(self) -> None:
        super().__init__()
        self.holders: list[int] = []

    def answers(self, tasks: list[Task], **_: Any) -> Iterator[tuple[Task, Answer]]:  # type: ignore[override]
        """Yield the findings in each file."""
        given = [to_bytes(gr.analyze(gr.read(task.path)).findings) for task in tasks]
        for place, task in enumerate(tasks):
            yield task, Answer("done", given[place])
        # What nobody else ever had is counted last.
        given.append(bytes(bytearray(100)))
        self.holders = [sys.getrefcount(one) for one in given]


def test_bytes_that_came_in_are_not_kept(tmp_path: Path) -> None:
    """The answers of ten thousand files would take as much memory as all that is found in them."""
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text("一、走访\n走访困难家庭3户。\n", encoding="utf-8")
    engine = Holding()
    reading = Reading(1, Limits(), engine=engine)
    inputs, _ = reading.inputs([tmp_path])
    found = [report for report, _ in reading.reports(inputs)]
    assert [report and report.document.id for report in found] == ["0.txt", "1.txt", "2.txt", "3.txt"]
    # The last answer is still in the hands of whoever asked for more.
    assert engine.holders[:3] == [engine.holders[-1]] * 3
