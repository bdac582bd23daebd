"""Earlier submissions as a Parquet table that executors read: what comes to this process are names.

The table has the columns ``TABLE``, a row for each submission; other programs may write it too.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from govreport.engines.spark.search import search
from govreport.engines.spark.submitting import SUBMITTED, about, submission_from, submitted
from govreport.engines.spark.tables import Tables, tables_of
from govreport.engines.stored import restored
from govreport.errors import OutputError
from govreport.history import Answer, Entry, Question, digest_of
from govreport.model import Match, Submission
from govreport.reuse.across.search import in_reading_order
from govreport.text.units import unit_key

__all__ = ["TABLE", "StoredHistory"]

TABLE = "sha256 string, id string, unit string, year int, date string, characters int, text string"
_WITHOUT_TEXT = ("sha256", "id", "unit", "year", "date", "characters")
# Earlier submissions under the names that they have in an audit.
_NAMED = f"{SUBMITTED}, name string, owner string, sha256 string, unit string, year int, date string"


class StoredHistory:
    """A history at an address; one that is not there is begun by adding to it."""

    def __init__(self, spark: Any, path: str) -> None:
        self._spark, self._path = spark, path

    def __enter__(self) -> StoredHistory:
        self._rows()
        return self

    def __exit__(self, *_: object) -> None:
        return

    def __len__(self) -> int:
        return int(self._rows().count())

    def add(self, submissions: Iterable[Submission]) -> int:
        """Add what is not there yet; return how many submissions were new."""
        rows = {(row[1], row[0]): row for row in map(_row, submissions)}
        if not rows:
            return 0
        new = self._spark.createDataFrame(list(rows.values()), TABLE)
        new = new.join(self._rows().select("id", "sha256"), ["id", "sha256"], "left_anti")
        # Counted before it is written: afterwards none of them is new.
        number = int(new.count())
        if number:
            new.select(*_names(TABLE)).write.mode("append").parquet(self._path)
        return number

    def entries(self) -> Iterator[Entry]:
        """Yield what is there, without the texts, in the order of units and years."""
        from pyspark.sql import functions as f

        rows = self._rows().select(*_WITHOUT_TEXT)
        rows = rows.orderBy(f.col("unit").asc_nulls_last(), f.col("year").asc_nulls_last(), "id")
        yield from (Entry(*row) for row in rows.toLocalIterator())

    def submissions_by_hash(self) -> Iterator[tuple[str, Submission]]:
        """Yield the hash of each text with its submission."""
        for row in self._rows().orderBy("id", "sha256").toLocalIterator():
            yield row.sha256, Submission(row.id, row.text, row.unit, row.year, row.date, "history")

    def with_text(self, digests: Collection[str]) -> list[tuple[str, str]]:
        """Return id and hash of the submissions whose text has one of these hashes."""
        wanted = self._spark.createDataFrame([(one,) for one in digests], "sha256 string")
        rows = self._rows().select("id", "sha256").join(wanted.distinct(), "sha256")
        return sorted((row.id, row.sha256) for row in rows.collect())

    def ask(self, question: Question, memory: int | None = None) -> Answer:
        """Return what submissions share with each other and with the history, all of which is searched."""
        with tables_of(self._spark) as tables:
            earlier = tables.write("earlier", self._named(question))
            given = self._spark.createDataFrame(list(submitted(question.given, question.asked)), SUBMITTED)
            found = search(given.unionByName(earlier.select(*_names(SUBMITTED))), tables)
            matches = list(_matches(found, question.asked))
            told = {id for match in matches for id in match.documents}
            return Answer(
                tuple(sorted(matches, key=in_reading_order)),
                tuple(_at_hand(earlier, told, question.units, tables)),
                _compared(earlier),
            )

    def _named(self, question: Question) -> Any:
        """Return the rows that are compared, under names of their own."""
        from pyspark.sql import Window
        from pyspark.sql import functions as f

        key = ["id", "sha256"]
        left_out = self._spark.createDataFrame(list(question.left_out), "id string, sha256 string")
        renamed = [(*key_, unit) for key_, unit in question.renamed.items()]
        names = self._spark.createDataFrame(renamed, "id string, sha256 string, renamed string")
        rows = self._rows().join(f.broadcast(left_out), key, "left_anti")
        rows = rows.withColumn("n", f.row_number().over(Window.partitionBy("id").orderBy("sha256")))
        rows = rows.join(f.broadcast(names), key, "left")
        return rows.mapInArrow(_as_submitted, _NAMED)

    def _rows(self) -> Any:
        """Return the table; OutputError where something else lies there."""
        from pyspark.errors import PySparkException

        try:
            found = self._spark.read.parquet(self._path)
        except PySparkException as error:
            if "PATH_NOT_FOUND" in str(error):
                return self._spark.createDataFrame([], TABLE)
            reason = f"can't be opened as a history ({str(error).splitlines()[0]})"
            hint = "restore it from a copy"
            raise OutputError("damaged-history", reason, path=self._path, hint=hint) from error
        if lacking := set(TABLE.split(", ")) - {f"{name} {kind}" for name, kind in found.dtypes}:
            reason = f"is a table, but no history: {', '.join(sorted(lacking))} is not there"
            raise OutputError("no-history", reason, path=self._path, hint="choose another address")
        return found.select(*_names(TABLE))


def _row(one: Submission) -> tuple[Any, ...]:
    text = one.text.encode("utf-8", "replace").decode("utf-8")
    return digest_of(text), one.id, one.unit, one.year, one.date, len(text), text


def _names(schema: str) -> list[str]:
    return [column.split()[0] for column in schema.split(", ")]


def _as_submitted(batches: Iterable[Any]) -> Iterator[Any]:
    """Take rows of the table with ``n`` and ``renamed``; yield them as submissions, with what is known."""
    import pyarrow as pa

    types = {"string": pa.string(), "boolean": pa.bool_(), "binary": pa.binary(), "int": pa.int32()}
    for batch in batches:
        rows = [_named(row) for row in batch.to_pylist()]
        fields = [column.split() for column in _NAMED.split(", ")]
        arrays = [pa.array([row[name] for row in rows], types[kind]) for name, kind in fields]
        yield pa.RecordBatch.from_arrays(arrays, names=[name for name, _ in fields])


def _named(row: dict[str, Any]) -> dict[str, Any]:
    name = f"history:{row['id']}" + (f" ({row['n']})" if row["n"] > 1 else "")
    unit = row["renamed"] or row["unit"]
    known = Submission(name, "", unit, row["year"], row["date"], "history")
    text = row["text"].encode("utf-8")
    told = {"about": about(known), "asked": False, "text": text, "name": name, "owner": unit_key(unit)}
    return {**told, "sha256": row["sha256"], "unit": unit, "year": row["year"], "date": row["date"]}


def _matches(found: Any, asked: Collection[str]) -> Iterator[Match]:
    for row in found.select("found").toLocalIterator():
        match = restored(Match, json.loads(row.found))
        if any(id in asked for id in match.documents):
            yield match


def _at_hand(earlier: Any, told: Collection[str], units: Collection[str], tables: Tables) -> list[Submission]:
    """Return the earlier submissions that are told of, or of wanted units, with their texts."""
    from pyspark.sql import functions as f

    table = tables.spark.createDataFrame
    names = table([(one,) for one in told], "name string")
    owners = table([(one,) for one in units], "owner string")
    rows = earlier.join(f.broadcast(names), "name", "left_semi").select("name", "about", "text")
    rows = rows.unionByName(
        earlier.join(f.broadcast(owners), "owner", "left_semi").select("name", "about", "text")
    )
    held = {row["name"]: submission_from(row["about"], bytes(row["text"])) for row in rows.toLocalIterator()}
    return [one for _, one in sorted(held.items())]


def _compared(earlier: Any) -> tuple[tuple[Any, ...], ...]:
    rows = earlier.select("name", "unit", "year", "date", "sha256").toLocalIterator()
    return tuple(sorted(tuple(row) for row in rows))
