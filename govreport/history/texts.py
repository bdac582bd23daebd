"""The texts of a history, each once and compressed, with the prints by which it is found.

>>> unpacked(packed("走访慰问237户𠮷"))
'走访慰问237户𠮷'
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from govreport.history.runs import Runs
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.prints import KINDS, SAMPLING, prints_of
from govreport.reuse.across.room import Room

__all__ = ["TABLES", "add_texts", "load_texts", "packed", "print_again", "unpacked"]

TABLES = """
    CREATE TABLE texts (
        number INTEGER NOT NULL, sha256 TEXT NOT NULL, first BIGINT NOT NULL, keys INTEGER NOT NULL,
        data BLOB NOT NULL USING COMPRESSION uncompressed
    );
"""
# Two bytes for a Chinese character, and any other character as well.
_ENCODING = "gb18030"
# So many texts are looked at together.
_TOGETHER = 1000
# What part of the characters of a key is a print of a kind, at most, but for odd texts.
_SHARE = {"shingles": 1 / SAMPLING, "anchors": 1.0, "figures": 1 / 8}


def packed(text: str) -> bytes:
    """Return a text, of which every character can be encoded, as it is kept."""
    return zlib.compress(text.encode(_ENCODING), 9)


def unpacked(data: bytes) -> str:
    """Return the text; ValueError where the bytes are damaged."""
    try:
        return zlib.decompress(data).decode(_ENCODING)
    except zlib.error as error:
        raise ValueError(str(error)) from None


def add_texts(connection: Any, texts: Mapping[str, str]) -> None:
    """Add texts by their hashes, those that are not there, inside a transaction of the caller."""
    import pandas

    known = {sha for (sha,) in connection.execute("SELECT sha256 FROM texts").fetchall()}
    fresh = [sha for sha in texts if sha not in known]
    query = "SELECT coalesce(max(number) + 1, 0), coalesce(max(first + keys + 1), 0) FROM texts"
    number, first = connection.execute(query).fetchone()
    placed: list[int] = []
    for some in _slices(fresh):
        sizes = Codes.of([texts[sha] for sha in some]).sizes
        # A figure may stand behind the last character: so each text has one place more.
        starts = first + np.cumsum(sizes + 1) - sizes - 1
        written = pandas.DataFrame(
            {
                "number": np.arange(number, number + len(some)),
                "sha256": some,
                "first": starts,
                "keys": sizes,
                "data": [packed(texts[sha]) for sha in some],
            }
        )
        connection.execute("INSERT INTO texts SELECT number, sha256, first, keys, data FROM written")
        del written
        placed += starts.tolist()
        number, first = number + len(some), int(starts[-1] + sizes[-1] + 1)
    if fresh:
        _print(connection, lambda: ((placed[n], texts[sha]) for n, sha in enumerate(fresh)), placed[0], first)


def print_again(connection: Any) -> None:
    """Write the prints of all texts anew, inside a transaction of the caller."""
    Runs(connection).clear()
    rows = connection.execute("SELECT number FROM texts ORDER BY number").fetchall()
    numbers = [number for (number,) in rows]
    if not numbers:
        return
    _place(connection)
    query = "SELECT min(first), max(first + keys + 1) FROM texts"
    first, last = connection.execute(query).fetchone()
    starts = dict(connection.execute("SELECT number, first FROM texts").fetchall())

    def read() -> Iterator[tuple[int, str]]:
        for some in _slices(numbers):
            held = load_texts(connection, some)
            yield from ((starts[number], held[number]) for number in some)

    _print(connection, read, first, last)


def load_texts(connection: Any, numbers: Sequence[int]) -> dict[int, str]:
    """Return texts by their numbers."""
    found: dict[int, str] = {}
    for some in _slices(numbers):
        wanted = ", ".join(map(str, some))
        rows = f"SELECT rowid FROM texts WHERE number IN ({wanted})"
        query = f"SELECT number, data FROM texts WHERE rowid IN ({rows})"
        found.update((number, unpacked(data)) for number, data in connection.execute(query).fetchall())
    return found


def _place(connection: Any) -> None:
    """Give each text its place among all: by other rules a key has another length."""
    import pandas

    rows = connection.execute("SELECT number FROM texts ORDER BY number").fetchall()
    sizes: list[NDArray[np.int64]] = []
    for some in _slices([number for (number,) in rows]):
        held = load_texts(connection, some)
        sizes.append(Codes.of([held[number] for number in some]).sizes)
    every = np.concatenate(sizes)
    placed = pandas.DataFrame(
        {"number": [n for (n,) in rows], "first": np.cumsum(every + 1) - every - 1, "keys": every}
    )
    connection.execute(
        "UPDATE texts SET first = placed.first, keys = placed.keys FROM placed "
        "WHERE texts.number = placed.number"
    )
    del placed


def _print(connection: Any, read: Any, first: int, last: int) -> None:
    """Write the prints of texts, each with its place among all, that ``read`` yields."""
    for kind in KINDS:
        with Room() as room:
            size = int((last - first) * _SHARE[kind]) + 1
            Runs(connection).add(kind, _placed(kind, read()), size, (first, last), room)


def _placed(
    kind: str, texts: Iterable[tuple[int, str]]
) -> Iterator[tuple[NDArray[np.uint64], NDArray[np.int64]]]:
    for some in _slices(texts):
        found = prints_of([text for _, text in some], kind)
        starts = np.array([start for start, _ in some], dtype=np.int64)
        yield found.hashes, starts[found.document] + found.place


def _slices(things: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(things)
    while some := list(islice(rest, _TOGETHER)):
        yield some
