"""The engine that runs on a Spark cluster: the same kernels on arrays, in tasks of executors."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path

from govreport.engines.spark.search import search
from govreport.engines.spark.session import session
from govreport.engines.spark.submitting import SUBMITTED, submitted
from govreport.engines.spark.tables import Tables
from govreport.engines.stored import restored
from govreport.model import Match, Submission
from govreport.reuse.across.search import in_reading_order

__all__ = ["Spark"]


class Spark:
    """Searches submissions that this process holds on a cluster."""

    def find(
        self, submissions: Sequence[Submission], asked: Collection[str] | None = None
    ) -> tuple[Match, ...]:
        """Return the matches in the order of the later text: all, or those of submissions ``asked`` about."""
        if len(submissions) < 2:
            return ()
        spark = session()
        with tempfile.TemporaryDirectory() as folder:
            rows = spark.createDataFrame(list(submitted(submissions, asked)), SUBMITTED)
            found = search(rows, Tables(spark, Path(folder).as_uri()))
            held = [row.found for row in found.select("found").toLocalIterator()]
        matches = [restored(Match, json.loads(one)) for one in held]
        if asked is not None:
            matches = [match for match in matches if any(id in asked for id in match.documents)]
        return tuple(sorted(matches, key=in_reading_order))
