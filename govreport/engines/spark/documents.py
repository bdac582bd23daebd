"""Documents that lie below an address or in a table, as rows that executors can read.

An address is whatever Spark's reader of files knows (``file:///…``, ``hdfs://…``, ``s3a://…``), without
escapes; files whose names begin with a dot or an underscore are none to it. A table is Parquet with a column
``id`` and either ``text`` or ``content``, the bytes of a file of which the id tells the ending.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from govreport.engines.sources import StoredDocument, is_table
from govreport.errors import InputError, UsageError
from govreport.read.files import LARGEST

__all__ = ["DOCUMENTS", "address", "documents", "is_there", "listed"]

# ``size`` stands for the content of a file that is too large to be read at all.
DOCUMENTS = ("path", "size", "content", "is_text")
_KINDS = {"text": "string", "content": "binary"}


def listed(spark: Any, source: str) -> Iterator[StoredDocument]:
    """Yield what there is, without what it holds; errors are those of ``Engine.listed``."""
    if is_table(source):
        yield from _ids(_table(spark, source), source)
        return
    root = urlsplit(source).path.rstrip("/")
    # Spark has the names of all files, but rows of those alone that hold something.
    for name in _opened(spark, source).inputFiles():
        path = _as_in_rows(name)
        below = urlsplit(path).path.removeprefix(root).lstrip("/")
        yield StoredDocument(path, below or path.rpartition("/")[2])


def documents(spark: Any, source: str) -> Any:
    """Return the documents (``DOCUMENTS``) of a source; ``path`` is that which ``listed`` tells."""
    from pyspark.sql import functions as f

    if is_table(source):
        rows = _table(spark, source)
        is_text = "text" in rows.columns
        content = f.encode("text", "UTF-8") if is_text else f.col("content")
        rows = rows.select(
            f.concat(f.lit(f"{source}/"), f.col("id")).alias("path"),
            content.alias("content"),
            f.lit(is_text).alias("is_text"),
        )
        return rows.withColumn("size", f.length("content").cast("long")).select(*DOCUMENTS)
    files = _files(spark, source).withColumnRenamed("length", "size").withColumn("is_text", f.lit(False))
    large = files.filter(f.col("size") > LARGEST).drop("content")
    large = large.withColumn("content", f.lit(None).cast("binary"))
    return files.filter(f.col("size") <= LARGEST).select(*DOCUMENTS).unionByName(large.select(*DOCUMENTS))


def _files(spark: Any, source: str) -> Any:
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    return reader.option("ignoreMissingFiles", "true").load(_escaped(source))


def is_there(spark: Any, path: str) -> bool:
    """Return whether there is a file of this path, which may be empty."""
    file = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(path)
    return bool(file.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).exists(file))


def _as_in_rows(address: str) -> str:
    """Return the path that a row has of a file, whose address has escapes."""
    path = unquote(address)
    return path.replace("file:///", "file:/", 1) if path.startswith("file:///") else path


def _opened(spark: Any, source: str) -> Any:
    """Return files or a table; InputError where there is none."""
    from pyspark.errors import PySparkException

    try:
        return spark.read.parquet(address(source)) if is_table(source) else _files(spark, source)
    except PySparkException as error:
        first = str(error).splitlines()[0]
        if "PATH_NOT_FOUND" in first:
            raise InputError("missing-file", "no such file", path=source, hint="check the path") from error
        reason = f"can't be opened ({first})"
        raise InputError("unreadable-file", reason, path=source, hint="check the permissions") from error


def _table(spark: Any, source: str) -> Any:
    """Return a table of documents; UsageError where it is none."""
    rows = _opened(spark, source)
    types = dict(rows.dtypes)
    held = [name for name, kind in _KINDS.items() if types.get(name) == kind]
    if types.get("id") != "string" or len(held) != 1:
        found = ", ".join(f"{name} {kind}" for name, kind in rows.dtypes)
        hint = "a column id (string), and text (string) or content (binary)"
        raise UsageError("wrong-table", f"has the columns {found}", path=source, hint=hint)
    return rows.select("id", *held)


def _ids(rows: Any, source: str) -> Iterator[StoredDocument]:
    """Yield the documents of a table, each by its id; UsageError where an id tells no document."""
    seen: set[str] = set()
    for row in rows.select("id").toLocalIterator():
        if row.id is None or row.id in seen:
            what = "a document without an id" if row.id is None else f"two documents of the id {row.id}"
            raise UsageError("wrong-table", f"has {what}", path=source, hint="give each an id of its own")
        seen.add(row.id)
        yield StoredDocument(f"{source}/{row.id}", row.id)


def address(path: str | os.PathLike[str]) -> str:
    """Return where a table lies; one that is no address is of this machine."""
    told = os.fspath(path)
    return told if "://" in told else f"file://{Path(told).resolve()}"


def _escaped(source: str) -> str:
    """Return an address of which Spark takes no character for a pattern."""
    return "".join(f"\\{one}" if one in "[]{}*?\\" else one for one in source)
