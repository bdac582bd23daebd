"""Where the search puts away what does not fit into memory: arrays in files of a folder of its own.

>>> import numpy as np
>>> with Room(0) as room:
...     shelves = Shelves(room, 2, np.dtype("<u8"))
...     shelves.put(np.array([0, 1, 0]), np.array([7, 8, 9], dtype=np.uint64))
...     shelves.take(0).tolist(), shelves.take(1).tolist()
([7, 9], [8])
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from govreport.errors import OutputError

__all__ = ["MEMORY", "Room", "Shelves"]

# How many bytes the arrays of a search may take, besides the texts and their keys.
MEMORY = 1 << 30


class Room:
    """A bound of memory, in bytes, and a folder that is made when it is passed and gone afterwards."""

    def __init__(self, memory: int = MEMORY) -> None:
        self.memory = memory
        self._folder: TemporaryDirectory[str] | None = None
        self._files = 0

    def __enter__(self) -> Room:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._folder is not None:
            self._folder.cleanup()

    def parts(self, size: int) -> int:
        """Return into how many parts, a power of two, so many bytes are split for a quarter of the memory."""
        wanted = -(-4 * size // max(self.memory, 1 << 20))
        return 1 << max(wanted - 1, 0).bit_length()

    def file(self) -> Path:
        """Return the path of a new file; OutputError where none can be made."""
        if self._folder is None:
            try:
                self._folder = TemporaryDirectory(prefix="govreport-", ignore_cleanup_errors=True)
            except OSError as error:
                raise _full(error) from error
        self._files += 1
        return Path(self._folder.name) / f"{self._files:06}"

    def kept(self, rows: NDArray[Any]) -> NDArray[Any]:
        """Return an array as it is, or, where it is large, from a file that is read where it is looked at."""
        if rows.nbytes * 16 <= self.memory:
            return rows
        path = self.file()
        written(path, rows)
        return np.memmap(path, rows.dtype, "r")


class Shelves:
    """Rows of one type under numbers, in memory while they are few, in files beyond."""

    def __init__(self, room: Room, number: int, dtype: np.dtype[Any]) -> None:
        self._room = room
        self._dtype = dtype
        self._held: list[list[NDArray[Any]]] = [[] for _ in range(number)]
        self._files: list[Path | None] = [None] * number
        self._bytes = 0

    def put(self, shelf: NDArray[Any], rows: NDArray[Any]) -> None:
        """Put each row on the shelf of its number; rows of a shelf stay in order."""
        if len(self._held) == 1:
            self._hold(0, rows)
        elif len(rows):
            order = np.argsort(shelf.astype(np.uint16), kind="stable")
            edges = np.searchsorted(shelf[order], np.arange(len(self._held) + 1))
            for number in np.flatnonzero(np.diff(edges)).tolist():
                self._hold(number, rows[order[edges[number] : edges[number + 1]]])
        if self._bytes * 4 > self._room.memory:
            self._put_away()

    def take(self, number: int) -> NDArray[Any]:
        """Return the rows of a shelf, which is empty afterwards."""
        held, path = self._held[number], self._files[number]
        self._held[number], self._files[number] = [], None
        self._bytes -= sum(rows.nbytes for rows in held)
        if path is not None:
            held.insert(0, np.fromfile(path, self._dtype))
            path.unlink()
        return held[0] if len(held) == 1 else np.concatenate([np.empty(0, self._dtype), *held])

    def _hold(self, number: int, rows: NDArray[Any]) -> None:
        self._held[number].append(rows)
        self._bytes += rows.nbytes

    def _put_away(self) -> None:
        for number, held in enumerate(self._held):
            if held:
                path = self._files[number] = self._files[number] or self._room.file()
                for rows in held:
                    written(path, rows)
                held.clear()
        self._bytes = 0


def written(path: Path, rows: NDArray[Any]) -> None:
    """Write rows behind those of a file; OutputError where the disk is full."""
    try:
        with path.open("ab") as file:
            file.write(np.ascontiguousarray(rows).view(np.uint8).data)
    except OSError as error:
        raise _full(error) from error


def _full(error: OSError) -> OutputError:
    reason = f"what the comparison puts away can't be written ({error.strerror or error})"
    return OutputError(
        "no-room", reason, path=error.filename, hint="make room, or name another folder in TMPDIR"
    )
