"""The engine that runs on a Spark cluster: the same readers and kernels, in tasks of executors."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from govreport.engines.isolated import Answer, Limits, Task
from govreport.engines.sources import StoredDocument, is_source
from govreport.engines.spark.documents import address, listed
from govreport.engines.spark.history import StoredHistory
from govreport.engines.spark.reading import answers
from govreport.engines.spark.search import search
from govreport.engines.spark.session import session
from govreport.engines.spark.submitting import SUBMITTED, submitted
from govreport.engines.spark.tables import tables_of
from govreport.engines.stored import restored
from govreport.history import History, Kept
from govreport.model import Match, Submission
from govreport.reuse.across.search import in_reading_order

__all__ = ["Spark"]


class Spark:
    """Reads documents on a cluster, and searches there what this process holds."""

    is_here = False

    def listed(self, source: str) -> Iterator[StoredDocument]:
        """Yield what lies below an address, or in a Parquet table of documents."""
        return listed(session(), source)

    def history(self, path: str | os.PathLike[str]) -> Kept:
        """Return the history in a file, or in a Parquet table at an address."""
        return StoredHistory(session(), address(path)) if is_source(path) else History.open(path)

    def answers(
        self,
        tasks: Iterable[Task],
        *,
        jobs: int,
        limits: Limits,
        options: dict[str, Any],
        begun: Callable[[Task], None] = lambda task: None,
    ) -> Iterator[tuple[Task, Answer]]:
        """Yield each task with its answer, when all are there; the cluster tells how many are read at once.

        Files without a ``source`` are opened by the executors, at the path that they have here. ``begun`` is
        not called: what an executor was reading when this process died is not known.
        """
        waiting = list(tasks)
        if waiting:
            with tables_of(session()) as tables:
                yield from answers(waiting, limits, options, tables)

    def find(
        self, submissions: Sequence[Submission], asked: Collection[str] | None = None
    ) -> tuple[Match, ...]:
        """Return the matches in the order of the later text: all, or those of submissions ``asked`` about."""
        if len(submissions) < 2:
            return ()
        with tables_of(session()) as tables:
            rows = tables.spark.createDataFrame(list(submitted(submissions, asked)), SUBMITTED)
            found = search(rows, tables)
            held = [row.found for row in found.select("found").toLocalIterator()]
        matches = [restored(Match, json.loads(one)) for one in held]
        if asked is not None:
            matches = [match for match in matches if any(id in asked for id in match.documents)]
        return tuple(sorted(matches, key=in_reading_order))
