"""Which files are to be read: every one that is found is either an input or has an outcome that says why not.

Links, devices and pipes are never opened. The order is that of the ids, whatever the order of the paths.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from govreport.errors import shown
from govreport.model import Outcome
from govreport.read import SUFFIXES

__all__ = ["Input", "find_inputs", "is_wanted", "no_reports", "numbered", "outcome", "unwanted"]

PathLike = str | os.PathLike[str]
# What a folder of submissions holds besides reports; everything else is tried, or told of.
_NO_REPORTS = (
    *(".json", ".jsonl", ".csv", ".toml", ".md", ".xlsx", ".py", ".ipynb", ".duckdb", ".css"),
    ".wal",
)
# What the folder of an audit holds before its first page is there, and what is kept in it.
_AUDIT = {"flags.csv", "reports.jsonl"}
KEPT = ".govreport"


class Input(NamedTuple):
    """A file to read; ``id`` is its path below the folder that was given.

    ``source`` is the address or the table that holds it; a file of this machine has none.
    """

    path: str | Path
    id: str
    source: str = ""


def find_inputs(paths: Iterable[PathLike]) -> tuple[list[Input], list[Outcome]]:
    """Return what is to be read, and outcomes for what is not."""
    candidates: list[Input] = []
    others: dict[str, Outcome] = {}
    for path in map(Path, paths):
        found = list(_found(path))
        wanted = [one for one in found if isinstance(one, Input)]
        candidates += wanted
        others |= {os.fspath(path): one for path, one in (f for f in found if not isinstance(f, Input))}
        if not wanted and path.is_dir():
            others.setdefault(os.fspath(path), no_reports(path))
    return list(_each_once(candidates)), [others[path] for path in sorted(others)]


def no_reports(path: PathLike, id: str | None = None) -> Outcome:
    """Return the outcome of a folder or an archive that holds no report."""
    reason = f"holds no report; wanted files that end in {' '.join(SUFFIXES)}"
    return outcome(path, "error", "no-reports", reason, id)


def outcome(path: PathLike, status: str, code: str, reason: str, id: str | None = None) -> Outcome:
    """Return the outcome of a file that is not read."""
    message = f"{shown(path)}: {shown(reason)}"
    return Outcome.of(path, id or os.fspath(path), status, code, message)


def numbered(candidates: Iterable[Input]) -> Iterator[Input]:
    """Give those that have the id of an earlier one an id of their own."""
    seen: dict[str, int] = {}
    for one in candidates:
        unique = one.id
        while unique in seen:
            seen[one.id] += 1
            unique = f"{one.id} ({seen[one.id]})"
        seen[unique] = 1
        yield one._replace(id=unique)


def is_wanted(name: str) -> bool:
    """Return whether a file of this name may be a report."""
    return _unwanted(name) is None


def unwanted(path: PathLike, id: str) -> Outcome:
    """Return the outcome of a file that is passed over for its name."""
    return outcome(path, "skipped", "no-report", _unwanted(PurePath(path).name) or "", id)


def _each_once(candidates: list[Input]) -> Iterator[Input]:
    """Keep each file once, under the first of its ids."""
    seen: set[str] = set()
    kept = []
    for one in sorted(candidates, key=lambda one: (one.id, os.fspath(one.path))):
        real = os.path.realpath(one.path)
        if real not in seen:
            seen.add(real)
            kept.append(one)
    return numbered(kept)


_Found = Input | tuple[Path, Outcome]


def _found(path: Path) -> Iterator[_Found]:
    if path.is_dir():
        yield from _below(path)
        return
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield path, outcome(path, "error", "missing-file", "no such file; check the path")
    except OSError as error:
        yield path, _unreadable(path, error)
    else:
        special = None if stat.S_ISREG(mode) else _not_regular(path)
        yield (path, special) if special else Input(path, _id(path, path.parent))


def _below(folder: Path) -> Iterator[_Found]:
    """Yield what a folder and all below it hold; pages of an earlier audit are no reports."""
    unreadable: list[OSError] = []
    for at, folders, names in os.walk(folder, onerror=unreadable.append):
        if _AUDIT.issubset(names):
            folders.clear()
            continue
        yield from _of_folders(Path(at), folders, folder)
        for name in names:
            yield _of_file(Path(at, name), folder)
    for error in unreadable:
        path = Path(error.filename)
        yield path, _unreadable(path, error)


def _of_folders(at: Path, folders: list[str], root: Path) -> Iterator[_Found]:
    """Yield what is to be said of folders, and leave those out that are not gone into."""
    for name in list(folders):
        path = at / name
        if path.is_symlink():
            yield path, _link(path, root)
        elif name.startswith("."):
            folders.remove(name)
            if name != KEPT:
                reason = "is a hidden folder, which is not looked into; give its path to have it read"
                yield path, outcome(path, "skipped", "hidden-folder", reason, _id(path, root))
        elif path.suffix.lower() in SUFFIXES:
            reason = "is a folder that is named like a file; what it holds is read"
            yield path, outcome(path, "skipped", "is-folder", reason, _id(path, root))


def _of_file(path: Path, root: Path) -> _Found:
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return path, _unreadable(path, error, _id(path, root))
    if stat.S_ISLNK(mode):
        return path, _link(path, root)
    if not stat.S_ISREG(mode):
        return path, _not_regular(path, _id(path, root))
    if not is_wanted(path.name):
        return path, unwanted(path, _id(path, root))
    return Input(path, _id(path, root))


def _unwanted(name: str) -> str | None:
    if name.startswith("~$") or (name.startswith(".") and not name.startswith("..")):
        return "is hidden or left behind by an open Word; give its path to have it read"
    if Path(name).suffix.lower() in _NO_REPORTS:
        return "has an ending that reports do not have; give its path to have it read"
    return None


def _link(path: Path, root: Path) -> Outcome:
    """Links are not followed: what they lead to may lie anywhere, and is read where it lies."""
    id = _id(path, root)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return _unreadable(path, error, id)
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return _not_regular(path, id)
    reason = "is a link, which is not followed; give the path that it leads to"
    return outcome(path, "skipped", "symlink", reason, id)


def _not_regular(path: Path, id: str | None = None) -> Outcome:
    reason = "is a device, pipe or socket, wanted a file; remove it"
    return outcome(path, "error", "not-regular", reason, id)


def _unreadable(path: Path, error: OSError, id: str | None = None) -> Outcome:
    reason = f"can't be opened ({error.strerror or error}); check the permissions"
    return outcome(path, "error", "unreadable-file", reason, id)


def _id(path: Path, root: Path) -> str:
    """Return the path below the root; bytes that are no UTF-8 are written as escapes."""
    return os.fsencode(path.relative_to(root)).decode("utf-8", "backslashreplace")
