"""The manifest of an audit's folder: how it was made, and the hash of every file in it.

Whoever gets the folder can tell whether anything was changed (``changes``); the seal tells of the manifest
itself. A hash proves no author: who must be sure of that notes identifier and seal elsewhere.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     _ = Path(folder, "flags.csv").write_text("a")
...     write_manifest(Path(folder), {"audit": "1"})
...     before = changes(folder)
...     _ = Path(folder, "flags.csv").write_text("b")
...     before, changes(folder)
([], [Change(what='changed', name='flags.csv')])
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from govreport.errors import OutputError, UsageError

__all__ = ["MANIFEST", "Change", "changes", "is_made_later", "read_manifest", "write_manifest"]

MANIFEST = "manifest.json"
FORMAT = "govreport manifest 1"
# What reading cost differs from run to run, and says nothing of what was found.
_LEFT_OUT = (MANIFEST, "run.json")
_CHUNK = 1 << 20


class Change(NamedTuple):
    """What differs from the manifest: ``changed``, ``missing``, ``added`` or ``sealed otherwise``."""

    what: str
    name: str


def write_manifest(folder: Path, facts: Mapping[str, Any]) -> None:
    """Write the manifest of all files that are in the folder now."""
    held = {"format": FORMAT, **facts, "outputs": dict(_files(folder))}
    written = json.dumps({**held, "seal": _seal(held)}, ensure_ascii=False, indent=1)
    beside = folder / f".{MANIFEST}.part"
    try:
        beside.write_text(written + "\n", encoding="utf-8", errors="replace", newline="\n")
        os.replace(beside, folder / MANIFEST)
    except OSError as error:
        reason = f"can't be written ({error.strerror or error})"
        raise OutputError("not-writable", reason, path=folder, hint="choose another folder") from error


def read_manifest(folder: str | os.PathLike[str]) -> dict[str, Any]:
    """Return the manifest; UsageError where there is none, or one of another format."""
    path = Path(folder, MANIFEST)
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = f"can't be read ({error.strerror or error})"
        raise UsageError("no-manifest", reason, path=path, hint="give the folder of an audit") from error
    except ValueError as error:
        reason = f"is no manifest, or a damaged one ({error})"
        raise UsageError("no-manifest", reason, path=path, hint="make the audit anew") from error
    if (
        not isinstance(held, dict)
        or held.get("format") != FORMAT
        or not isinstance(held.get("outputs"), dict)
    ):
        hint = "use the govreport that made the audit"
        raise UsageError("no-manifest", f"is not of the format {FORMAT!r}", path=path, hint=hint)
    return held


def is_made_later(change: Change) -> bool:
    """Whether a change is no damage: decisions and working papers are made after the audit."""
    is_decided = change == ("changed", "decisions.csv")
    return is_decided or (change.what == "added" and change.name.startswith("dossiers/"))


def changes(folder: str | os.PathLike[str]) -> list[Change]:
    """Return what is otherwise in the folder than its manifest says, by name."""
    held = read_manifest(folder)
    there, told = dict(_files(Path(folder))), held["outputs"]
    found = [Change("missing", name) for name in told if name not in there]
    found += [Change("added", name) for name in there if name not in told]
    found += [Change("changed", name) for name in told if name in there and there[name] != told[name]]
    seal = held.pop("seal", None)
    if seal != _seal(held):
        found.append(Change("sealed otherwise", MANIFEST))
    return sorted(found, key=lambda change: change.name)


def _seal(held: Mapping[str, Any]) -> str:
    written = json.dumps(held, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield name and hash of every file; what begins with a dot is a program's own."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(step.startswith(".") for step in name.split("/"))
        if path.is_file() and name not in _LEFT_OUT and not hidden:
            yield name, _hash(path)


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_CHUNK):
            digest.update(block)
    return digest.hexdigest()
