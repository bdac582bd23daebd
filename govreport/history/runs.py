"""Prints of all texts, sorted, in the history's file: written once, joined with others when these are few.

A run is never changed. What is added becomes a run of its own, together with the runs before it that are not
much longer: so there are few runs, and each print is written anew only a few times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from govreport.history.blocks import HEAD, Layout, decoded, encoded, looked_up
from govreport.reuse.across.room import Room, Shelves

__all__ = ["TABLES", "Runs"]

TABLES = """
    CREATE TABLE runs (
        number INTEGER NOT NULL, kind TEXT NOT NULL, bits INTEGER NOT NULL, part INTEGER NOT NULL,
        rest INTEGER NOT NULL, place INTEGER NOT NULL, first BIGINT NOT NULL, last BIGINT NOT NULL,
        postings BIGINT NOT NULL
    );
    CREATE TABLE blocks (number BIGINT NOT NULL, data BLOB NOT NULL USING COMPRESSION uncompressed);
"""
# So many bits of a hash are kept. Beside a hundred thousand submissions a question may meet a print that is
# another's: it leads nowhere, as passages are compared by characters, and counts one submitter too many.
_BITS = 40
# What more submissions have leads nowhere: that it is so is all that is kept.
_FEW = {"anchors": 4, "figures": 4}
# The block of a run is told by its number and these bits.
_PART = 32
_ROW = np.dtype([("hash", "<u8"), ("place", "<u8")])
_NONE = np.uint64((1 << 64) - 1)
# So many blocks are written, and read, at once.
_WRITTEN, _READ = 8192, 2000
# A run is joined with the one before it while that is no longer than so many times its length.
_LONGER = 2

_T = TypeVar("_T")
Found = tuple[NDArray[np.int64], NDArray[np.int64]]


class _Run(NamedTuple):
    """A run: its number, how it is written, from where to where its places reach, and how many it holds."""

    number: int
    layout: Layout
    first: int
    last: int
    postings: int


class Runs:
    """The runs of a history that is open; who calls holds the transaction."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def add(
        self,
        kind: str,
        new: Iterable[tuple[NDArray[np.uint64], NDArray[np.int64]]],
        size: int,
        reach: tuple[int, int],
        room: Room,
    ) -> None:
        """Add about ``size`` prints: hashes of 64 bits, and places among all texts within ``reach``."""
        first, last = reach
        joined = []
        for run in reversed(self._runs(kind)):
            if run.postings > _LONGER * size:
                break
            joined.append(run)
            size, first, last = size + run.postings, min(first, run.first), max(last, run.last)
        layout = Layout.of(_BITS, size, last - first)
        number = min(room.parts(size * _ROW.itemsize * 4), 1 << layout.part)
        shelves = Shelves(room, number, _ROW)
        for rows in chain(_as_rows(new, _BITS), *map(self._rows, joined)):
            shelves.put(rows["hash"] >> np.uint64(_BITS - (number - 1).bit_length()), rows)
        for run in joined:
            self._remove(run)
        self._write(kind, layout, first, last, (shelves.take(n) for n in range(number)))

    def look_up(self, kind: str, hashes: NDArray[np.uint64]) -> Found:
        """Return where some sorted hashes stand: the number of each among those asked, and the place.

        What too many submissions have to lead anywhere is not told.
        """
        asked, places = [np.empty(0, np.int64)], [np.empty(0, np.uint64)]
        for run in self._runs(kind):
            own = hashes >> np.uint64(64 - run.layout.bits)
            blocks = self._blocks(run, _without_repeats(run.layout.parts(own)).tolist())
            which, where = looked_up(blocks, own, run.layout)
            asked.append(which)
            places.append(np.where(where == run.layout.none, _NONE, where + np.uint64(run.first)))
        which, where = np.concatenate(asked), np.concatenate(places)
        told = ~np.isin(which, which[where == _NONE])
        return which[told], where[told].astype(np.int64)

    def is_whole(self) -> bool:
        """Whether there are as many prints as were written."""
        held = (
            f"SELECT number >> {_PART} AS number, sum(octet_length(data) - {HEAD}) AS bytes "
            "FROM blocks GROUP BY ALL"
        )
        query = (
            f"SELECT count(*) FROM runs FULL JOIN ({held}) AS held USING (number) "
            "WHERE coalesce(postings * (rest + place), -1) <> coalesce(bytes, 0)"
        )
        (wrong,) = self._connection.execute(query).fetchone()
        return bool(wrong == 0)

    def clear(self) -> None:
        """Remove all of them."""
        self._connection.execute("DELETE FROM runs; DELETE FROM blocks")

    def _runs(self, kind: str) -> list[_Run]:
        query = (
            "SELECT number, bits, part, rest, place, first, last, postings FROM runs WHERE kind = ? "
            "ORDER BY postings DESC, number"
        )
        rows = self._connection.execute(query, [kind]).fetchall()
        return [_Run(row[0], Layout(*row[1:5]), *row[5:]) for row in rows]

    def _blocks(self, run: _Run, parts: Iterable[int]) -> dict[int, bytes]:
        base = run.number << _PART
        found: dict[int, bytes] = {}
        for some in _slices(parts, _READ):
            wanted = ", ".join(str(base | part) for part in some)
            # Where rows are asked for by their place, the others are not read.
            rows = f"SELECT rowid FROM blocks WHERE number IN ({wanted})"
            query = f"SELECT number, data FROM blocks WHERE rowid IN ({rows})"
            found.update((number - base, data) for number, data in self._connection.execute(query).fetchall())
        return found

    def _rows(self, run: _Run) -> Iterator[NDArray[np.void]]:
        for some in _slices(range(1 << run.layout.part), _READ):
            for part, data in sorted(self._blocks(run, some).items()):
                hashes, where = decoded(part, data, run.layout)
                places = np.where(where == run.layout.none, _NONE, where + np.uint64(run.first))
                rows = np.empty(len(hashes), dtype=_ROW)
                rows["hash"], rows["place"] = hashes, places
                yield rows

    def _remove(self, run: _Run) -> None:
        base = run.number << _PART
        self._connection.execute("DELETE FROM runs WHERE number = ?", [run.number])
        self._connection.execute(
            "DELETE FROM blocks WHERE number BETWEEN ? AND ?", [base, base + (1 << _PART) - 1]
        )

    def _write(
        self, kind: str, layout: Layout, first: int, last: int, sorted_in: Iterable[NDArray[np.void]]
    ) -> None:
        import pandas

        (number,) = self._connection.execute("SELECT coalesce(max(number), 0) + 1 FROM runs").fetchone()
        postings = 0
        for rows in sorted_in:
            rows = _trimmed(rows[np.argsort(rows["hash"])], _FEW.get(kind))
            if not len(rows):
                continue
            postings += len(rows)
            places = np.where(rows["place"] == _NONE, layout.none, rows["place"] - np.uint64(first))
            for some in _slices(encoded(rows["hash"], places.astype(np.uint64), layout), _WRITTEN):
                numbers, data = zip(*some, strict=True)
                written = pandas.DataFrame(
                    {"number": [number << _PART | part for part in numbers], "data": list(data)}
                )
                self._connection.execute("INSERT INTO blocks SELECT number, data FROM written")
                del written
        row = [number, kind, *layout, first, last, postings]
        self._connection.execute("INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def _as_rows(
    new: Iterable[tuple[NDArray[np.uint64], NDArray[np.int64]]], bits: int
) -> Iterator[NDArray[np.void]]:
    for hashes, places in new:
        rows = np.empty(len(hashes), dtype=_ROW)
        rows["hash"], rows["place"] = hashes >> np.uint64(64 - bits), places
        yield rows


def _trimmed(rows: NDArray[np.void], most: int | None) -> NDArray[np.void]:
    """Return sorted rows; of a hash that stands more often one row without a place."""
    if most is None or not len(rows):
        return rows
    starts = np.flatnonzero(np.concatenate(([True], rows["hash"][1:] != rows["hash"][:-1])))
    sizes = np.diff(starts, append=len(rows))
    many = (sizes > most) | (np.maximum.reduceat(rows["place"], starts) == _NONE)
    kept = np.repeat(~many, sizes)
    kept[starts[many]] = True
    found: NDArray[np.void] = rows.copy()
    found["place"][starts[many]] = _NONE
    return np.compress(kept, found)


def _without_repeats(values: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.compress(np.diff(values, prepend=-1) != 0, values)


def _slices(things: Iterable[_T], size: int) -> Iterator[list[_T]]:
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some
