"""The tables between two steps, in a folder that all executors can reach."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from govreport.errors import OutputError

__all__ = ["FOLDER", "Tables", "tables_of"]

# The setting of Spark that names the address below which the tables lie while the engine works.
FOLDER = "spark.govreport.folder"


@contextmanager
def tables_of(spark: Any) -> Iterator[Tables]:
    """Give tables in a folder of their own, which is removed afterwards.

    It lies where ``spark.govreport.folder`` says, and unless that is set in the folder for temporary files of
    this machine. OutputError where nothing can be written there, or where Spark gives up.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    root = spark.conf.get(FOLDER, "") or f"file://{Path(tempfile.gettempdir()).resolve()}"
    folder = f"{root.rstrip('/')}/govreport-{os.getpid()}-{uuid4().hex[:12]}"
    path = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(folder)
    try:
        system = path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
        if not system.mkdirs(path):
            raise OSError("no folder can be made there")
    except Exception as error:
        reason = f"can't be written ({_cause(error)})"
        hint = f"set {FOLDER} to a folder that every executor can reach"
        raise OutputError("not-writable", reason, path=root, hint=hint) from error
    try:
        yield Tables(spark, folder)
    except (PySparkException, Py4JError) as error:
        hint = "look into the logs of the executors; they may need more memory"
        raise OutputError("spark-failed", f"Spark gave up ({_cause(error)})", hint=hint) from error
    finally:
        # Where Spark itself is gone nothing can be removed by it.
        with suppress(Py4JError):
            system.delete(path, True)


def _cause(error: Exception) -> str:
    """Return one line: what Java says, where it was Java."""
    told = getattr(error, "java_exception", None)
    return (str(error if told is None else told.getMessage()).splitlines() or ["no reason is given"])[0]


class Tables:
    """Tables by name, as Parquet: written once, read by the steps behind."""

    def __init__(self, spark: Any, folder: str) -> None:
        self.spark = spark
        self.folder = folder.rstrip("/")

    def write(self, name: str, rows: Any) -> Any:
        """Write a table and return it as it lies there."""
        self._write(name, rows, None, "overwrite")
        return self.read(name)

    def part(self, name: str, rows: Any, by: str) -> None:
        """Write a table that a column parts; of one without rows nothing lies there, as ``kind`` knows."""
        self._write(name, rows, by, "overwrite")

    def add(self, name: str, rows: Any, by: str | None = None) -> None:
        """Add rows to a table."""
        self._write(name, rows, by, "append")

    def _write(self, name: str, rows: Any, by: str | None, mode: str) -> None:
        writer = rows.write.mode(mode)
        (writer.partitionBy(by) if by else writer).parquet(f"{self.folder}/{name}")

    def read(self, name: str) -> Any:
        """Return a table that was written."""
        return self.spark.read.parquet(f"{self.folder}/{name}")

    def kind(self, name: str, kind: int) -> Any:
        """Return the rows of one kind of a table that is parted by it."""
        from govreport.engines.spark.blobs import SCHEMA

        rows = self.spark.read.schema(SCHEMA).option("basePath", f"{self.folder}/{name}")
        return (
            rows.parquet(f"{self.folder}/{name}")
            .filter(f"kind = {kind}")
            .select("kind", "key", "size", "blob")
        )
