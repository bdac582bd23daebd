"""The tables of a search in a folder that all executors can reach."""

from __future__ import annotations

from typing import Any

__all__ = ["Tables"]


class Tables:
    """Tables by name, as Parquet: written once, read by the steps behind."""

    def __init__(self, spark: Any, folder: str) -> None:
        self.spark = spark
        self.folder = folder.rstrip("/")

    def write(self, name: str, rows: Any, by: str | None = None) -> Any:
        """Write a table and return it as it lies there; ``by`` names the column that parts it."""
        self._write(name, rows, by, "overwrite")
        return self.read(name)

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
