"""Files read and analyzed on the executors: in child processes within limits, as on one machine.

A file that hangs, grows or crashes costs its child and no executor. One task of Spark reads with one child.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from govreport.engines.isolated import Answer, Limits, Task
from govreport.engines.isolated import answers as isolated_answers
from govreport.engines.spark.documents import documents, is_there
from govreport.engines.spark.session import tasks as tasks_at_once
from govreport.engines.spark.tables import Tables

__all__ = ["answers"]

# What is asked for, as ASCII JSON, with the document where it does not lie in a file of its own.
_ASKED = {"task": "string", "size": "long", "content": "binary", "is_text": "boolean"}
_ANSWERED = {"task": "string", "head": "string", "payload": "binary"}
_SCHEMA = ", ".join(f"{name} {kind}" for name, kind in _ANSWERED.items())
# So many files are read by one task: what is lost with an executor is soon read again.
_FILES_OF_A_TASK = 32
_LONGEST_SUFFIX = 16
# A document that was there when it was listed.
_GONE = Answer("refused", code="missing-file", reason="no such file", hint="check the path")


def answers(
    tasks: list[Task], limits: Limits, options: dict[str, Any], tables: Tables
) -> Iterator[tuple[Task, Answer]]:
    """Yield each task with its answer. They lie in a table first, so that none is read twice."""
    for number, source in enumerate(sorted({task.source for task in tasks})):
        those = {task.id: task for task in tasks if task.source == source}
        asked = _asked(list(those.values()), source, tables.spark)
        read = partial(_read, limits=limits, options=options)
        for row in tables.write(f"read-{number}", asked.mapInArrow(read, _SCHEMA)).toLocalIterator():
            task = those.pop(_task(row.task).id)
            yield task, Answer(**json.loads(row.head), payload=bytes(row.payload))
        yield from _without_rows(list(those.values()), limits, options, tables.spark)


def _asked(tasks: list[Task], source: str, spark: Any) -> Any:
    """Return the tasks as rows, with their documents where these do not lie in files that executors open."""
    from pyspark.sql import functions as f

    pieces = max(tasks_at_once(spark), -(-len(tasks) // _FILES_OF_A_TASK))
    told = [(task.path if source else "", json.dumps(task._asdict())) for task in tasks]
    rows = spark.createDataFrame(told, "path string, task string")
    if source:
        return documents(spark, source).join(f.broadcast(rows), "path").select(*_ASKED)
    missing = (f.lit(None).cast(kind).alias(name) for name, kind in _ASKED.items() if name != "task")
    return rows.repartition(pieces).select("task", *missing)


def _without_rows(
    tasks: list[Task], limits: Limits, options: dict[str, Any], spark: Any
) -> Iterator[tuple[Task, Answer]]:
    """Yield the answers of documents of which Spark has no rows: files that are empty, or gone by now."""
    there = {task.id: task for task in tasks if is_there(spark, task.path)}
    yield from ((task, _GONE) for task in tasks if task.id not in there)
    with tempfile.TemporaryDirectory() as folder:
        empty = {"content": b"", "is_text": False}
        here = [_placed(task, empty, Path(folder, str(n))) for n, task in enumerate(there.values())]
        for task, answer in isolated_answers(here, jobs=1, limits=limits, options=options):
            yield there[task.id], answer


def _read(batches: Iterable[Any], limits: Limits, options: dict[str, Any]) -> Iterator[Any]:
    """Take tasks, yield their answers."""
    for batch in batches:
        with tempfile.TemporaryDirectory() as folder:
            asked = {task.id: (task, row) for row in batch.to_pylist() for task in (_task(row["task"]),)}
            here = [_placed(task, row, Path(folder, str(n))) for n, (task, row) in enumerate(asked.values())]
            for task, answer in isolated_answers(here, jobs=1, limits=limits, options=options):
                yield _answered(asked[task.id][1]["task"], answer)


def _task(told: str) -> Task:
    return Task(**json.loads(told))


def _placed(task: Task, row: dict[str, Any], place: Path) -> Task:
    """Return a task whose file lies on this machine: a document that came along is written there."""
    if not task.source:
        return task
    file = place.with_name(place.name + PurePosixPath(task.path).suffix[:_LONGEST_SUFFIX])
    with file.open("wb") as opened:
        if row["content"] is None:
            # Too large to be read: the reader is to tell by its size, which takes no room.
            opened.truncate(row["size"] or 0)
        else:
            opened.write(row["content"])
    return task._replace(path=os.fspath(file), is_text=bool(row["is_text"]))


def _answered(told: str, answer: Answer) -> Any:
    import pyarrow as pa

    head = {name: value for name, value in answer._asdict().items() if name != "payload"}
    columns = [[told], [json.dumps(head)], [answer.payload]]
    arrays = [pa.array(column) for column in columns]
    return pa.RecordBatch.from_arrays(arrays, names=list(_ANSWERED))
