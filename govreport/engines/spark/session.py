"""The Spark session: the one that runs, or one as Spark's own settings say."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from govreport.errors import UsageError

__all__ = ["session", "tasks"]

# How the search wants Spark: batches small enough for texts, and pieces as large as it makes them.
_SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "256",
    # From Spark 4.1 on, so many bytes at most: documents may be large.
    "spark.sql.execution.arrow.maxBytesPerBatch": "67108864",
    "spark.sql.adaptive.coalescePartitions.parallelismFirst": "false",
    "spark.sql.adaptive.advisoryPartitionSizeInBytes": "16m",
}


def session() -> Any:
    """Return the session of this process; it is begun where there is none.

    Where Spark runs, and with what, is said as for any program of Spark: by ``spark-submit``, in
    ``spark-defaults.conf`` or in PYSPARK_SUBMIT_ARGS; otherwise it is this machine. UsageError where pyspark
    or Java is missing.
    """
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError(
            "no-spark", "pyspark is not installed", hint="pip install 'govreport[spark]'"
        ) from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    found = SparkSession.getActiveSession()
    if found is None:
        builder = SparkSession.builder.appName("govreport").config("spark.ui.showConsoleProgress", "false")
        try:
            found = builder.config(map=_here()).getOrCreate()
        except (PySparkRuntimeError, OSError) as error:
            raise UsageError("no-java", "Spark can't be started", hint="install Java 17") from error
    for name, value in _SETTINGS.items():
        found.conf.set(name, value)
    return found


def _here() -> dict[str, bool | float | int | str | None]:
    """Return where this very program lies, for executors on this machine; others have their own."""
    root = os.fspath(Path(__file__).parents[3])
    return {
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    }


def tasks(spark: Any) -> int:
    """Return how many tasks run at once."""
    return max(int(spark.sparkContext.defaultParallelism), 1)
