"""The history as a DuckDB file: each submission once, with its unit and year, and what wrote it.

One text under two names is two submissions: that somebody handed in another's report is what is looked for.

Every call that changes something is one transaction: a process that is killed leaves all of it or nothing.
What can't be read as a history is refused; a damaged or empty file never counts as "no earlier submissions".
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from govreport.errors import OutputError
from govreport.history.about import FORMAT, compare, is_current, keep_count, keep_rules, write
from govreport.history.asking import ask
from govreport.history.kept import Entry
from govreport.history.question import Answer, Question
from govreport.history.runs import TABLES as _RUNS
from govreport.history.runs import Runs
from govreport.history.texts import TABLES as _TEXTS
from govreport.history.texts import add_texts, print_again, unpacked
from govreport.model import Submission
from govreport.text.units import unit_key

__all__ = ["FORMAT", "History", "digest_of"]

_MAGIC = b"DUCK"
_TABLES = """
    CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE submissions (
        sha256 TEXT NOT NULL, id TEXT NOT NULL, unit TEXT, year INTEGER, date TEXT,
        characters INTEGER NOT NULL, owner TEXT, PRIMARY KEY (id, sha256)
    );
"""
_TABLES += _TEXTS + _RUNS
_COLUMNS = "sha256, id, unit, year, date, characters"
# So many texts are held at once.
_TOGETHER = 1000


class History:
    """Earlier submissions; use it as a context manager."""

    def __init__(self, path: Path, connection: Any) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, read_only: bool = False) -> History:
        """Open a history; a file that is not there is created unless ``read_only``.

        Raises OutputError where the file is missing, locked by another process, damaged, no history, or one
        of another format.
        """
        import duckdb

        file = Path(path)
        _refuse_what_is_none(file, read_only)
        is_new = not file.exists()
        try:
            connection = duckdb.connect(str(file), read_only=read_only)
            if is_new:
                _create(connection, file)
            compare(connection, file)
            if not read_only and not is_current(connection):
                _renew(connection, file)
        except duckdb.IOException as error:
            raise _unusable(file, error) from error
        except duckdb.Error as error:
            reason = "is a DuckDB file, but no history of govreport, or a damaged one"
            raise OutputError("no-history", reason, path=file, hint="choose another file") from error
        return cls(file, connection)

    def __enter__(self) -> History:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM submissions").fetchone()[0])

    def add(self, submissions: Iterable[Submission]) -> int:
        """Add what is not there yet, all or nothing; return how many submissions were new."""
        import pandas

        before = len(self)
        texts: dict[str, str] = {}
        rows: dict[tuple[str, str], tuple[Any, ...]] = {}
        for one in submissions:
            text = _writable(one.text)
            sha = digest_of(text)
            texts[sha] = text
            owner = unit_key(one.unit)
            rows[one.id, sha] = (sha, one.id, one.unit, one.year, one.date, len(text), owner)
        with _Transaction(self._connection, self.path):
            if rows:
                new = pandas.DataFrame(rows.values(), columns=[*_COLUMNS.split(", "), "owner"], dtype=object)
                self._connection.execute("INSERT OR IGNORE INTO submissions SELECT * FROM new")
                del new
                add_texts(self._connection, texts)
                keep_count(self._connection)
        return len(self) - before

    def remove(self, ids: Iterable[str]) -> int:
        """Remove submissions by id or by the hash of their text; return how many there were."""
        before = len(self)
        with _Transaction(self._connection, self.path):
            for id in ids:
                self._connection.execute("DELETE FROM submissions WHERE id = ? OR sha256 = ?", [id, id])
            if len(self) < before:
                unheld = "DELETE FROM texts WHERE sha256 NOT IN (SELECT sha256 FROM submissions)"
                self._connection.execute(unheld)
                print_again(self._connection)
            keep_count(self._connection)
        return before - len(self)

    def entries(self) -> Iterator[Entry]:
        """Yield what is there, without the texts, in the order of units and years."""
        order = "ORDER BY unit NULLS LAST, year NULLS LAST, id"
        query = f"SELECT {_COLUMNS} FROM submissions {order}"
        yield from (Entry(*row) for row in self._connection.execute(query).fetchall())

    def submissions(self) -> Iterator[Submission]:
        """Return the submissions with their texts, one after the other."""
        return (one for _, one in self.submissions_by_hash())

    def submissions_by_hash(self) -> Iterator[tuple[str, Submission]]:
        """Yield the same with the hash of each text."""
        columns = "sha256, id, data, unit, year, date"
        for digest, id, data, unit, year, date in self._rows(columns):
            yield digest, Submission(id, unpacked(data), unit, year, date, "history")

    def ask(self, question: Question, memory: int | None = None) -> Answer:
        """Return what submissions share with each other and with the history.

        It is what a search over the texts of all would find, in a time that hardly grows with their number:
        only texts that share something are read. Raises OutputError where other rules have written the index,
        which opening the file to write mends.
        """
        if not is_current(self._connection):
            reason = "was indexed by other rules of comparison"
            raise OutputError("other-history", reason, path=self.path, hint="open it to write once")
        return ask(self._connection, question, memory)

    def with_text(self, digests: Collection[str]) -> list[tuple[str, str]]:
        """Return id and hash of the submissions whose text has one of these hashes."""
        query = "SELECT id, sha256 FROM submissions WHERE list_contains(?, sha256) ORDER BY id, sha256"
        return [(id, sha) for id, sha in self._connection.execute(query, [list(digests)]).fetchall()]

    def damaged(self) -> list[str]:
        """Return the ids of submissions whose text is no longer the one that was added."""
        return [id for id, sha, data in self._rows("id, sha256, data") if not _is_whole(sha, data)]

    def is_found(self) -> bool:
        """Whether all that its texts are found by is there."""
        return Runs(self._connection).is_whole()

    def _rows(self, columns: str) -> Iterator[tuple[Any, ...]]:
        query = f"SELECT {columns} FROM submissions LEFT JOIN texts USING (sha256) ORDER BY id, sha256"
        found = self._connection.cursor().execute(query)
        while some := found.fetchmany(_TOGETHER):
            yield from some


class _Transaction:
    """All that is done inside happens, or nothing; OutputError where it can't be written."""

    def __init__(self, connection: Any, path: Path) -> None:
        self._connection = connection
        self._path = path

    def __enter__(self) -> None:
        self._connection.execute("BEGIN TRANSACTION")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, *rest: object) -> None:
        import duckdb

        try:
            self._connection.execute("COMMIT" if kind is None else "ROLLBACK")
        except duckdb.Error as failed:
            # After a fatal error nothing can be rolled back any more: nothing was committed either.
            error = error or failed
        if isinstance(error, duckdb.Error):
            raise _unwritten(self._path, error) from error


def _create(connection: Any, path: Path) -> None:
    with _Transaction(connection, path):
        connection.execute(_TABLES)
        write(connection)


def _renew(connection: Any, path: Path) -> None:
    """Write anew what texts and units are found by: the rules of that have changed."""
    with _Transaction(connection, path):
        print_again(connection)
        units = connection.execute("SELECT DISTINCT unit FROM submissions WHERE unit IS NOT NULL").fetchall()
        owners = [(unit_key(unit), unit) for (unit,) in units]
        if owners:
            connection.executemany("UPDATE submissions SET owner = ? WHERE unit = ?", owners)
        keep_rules(connection)


def _writable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _is_whole(digest: str, data: bytes | None) -> bool:
    try:
        return data is not None and digest_of(unpacked(data)) == digest
    except ValueError:
        return False


def digest_of(text: str) -> str:
    """Return the hash by which a text is known."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _refuse_what_is_none(file: Path, read_only: bool) -> None:
    """DuckDB makes a new database of an empty file: for us that would be a history lost in silence."""
    if not file.exists():
        if read_only:
            hint = "name the file that govreport index add has written"
            raise OutputError("no-history", "is not there", path=file, hint=hint)
        return
    try:
        with file.open("rb") as opened:
            head = opened.read(12)
    except OSError as error:
        reason = f"can't be read ({error.strerror or error})"
        raise OutputError(
            "no-history", reason, path=file, hint="check the path and the permissions"
        ) from error
    if head[8:12] != _MAGIC:
        what = "is empty" if not head else "is no DuckDB file, or a damaged one"
        hint = "restore it from a copy, or delete it and add the submissions again"
        raise OutputError("damaged-history", f"{what}; wanted a history of govreport", path=file, hint=hint)


def _unusable(file: Path, error: Exception) -> OutputError:
    if "lock" in str(error).lower():
        reason = "is in use by another process; one at a time can write to it"
        return OutputError("locked-history", reason, path=file, hint="wait until the other one has ended")
    first = str(error).splitlines()[0]
    reason = f"can't be opened as a history ({first})"
    return OutputError("damaged-history", reason, path=file, hint="restore it from a copy")


def _unwritten(file: Path, error: Exception) -> OutputError:
    reason = f"can't be written ({str(error).splitlines()[0]}); it holds what it held before"
    return OutputError("unwritten-history", reason, path=file, hint="make room on the disk and add again")
