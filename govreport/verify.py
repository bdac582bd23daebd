"""What ``govreport verify`` does: tell whether the folder of an audit, or what went in, was changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from govreport.errors import GovreportError
from govreport.export.manifest import changes, is_made_later, read_manifest
from govreport.model import file_of
from govreport.read import archive_of, read_member

__all__ = ["run_verify"]


def run_verify(folder: Path, inputs: Sequence[Path] = ()) -> tuple[list[str], int]:
    """Return the lines to print and the exit status: 1 where anything was changed.

    ``inputs`` are the files or folders that were audited. Raises UsageError where the folder has no manifest.
    """
    held, found = read_manifest(folder), changes(folder)
    later = [one for one in found if is_made_later(one)]
    wrong = [f"{one.what}: {one.name}" for one in found if one not in later]
    if inputs:
        wrong += list(_inputs(held, inputs))
    lines = [f"audit {held['audit']}, seal {str(held.get('seal'))[:16]}, govreport {held['govreport']}"]
    lines += [f"{one.name}: written after the audit, as decisions and papers are" for one in later]
    checked = f"{len(held['outputs'])} files" + (f" and {len(held['inputs'])} submissions" if inputs else "")
    lines += wrong or [f"{folder}: nothing was changed ({checked})"]
    return lines, 1 if wrong else 0


def _inputs(held: dict[str, Any], inputs: Sequence[Path]) -> Iterator[str]:
    for one in held["inputs"]:
        digests = {_digest(path) for path in _places(one["id"], inputs)} - {None}
        if not digests:
            yield f"missing submission: {one['id']}"
        elif one["sha256"] not in digests:
            yield f"changed submission: {one['id']}"


def _places(id: str, inputs: Sequence[Path]) -> Iterator[Path]:
    """Yield where a document may lie; of two of one name the second was called "name (2)".

    Of several in one file each was called "name#1", "name#2".
    """
    whole = file_of(id)
    for name in dict.fromkeys((id, whole, re.sub(r" \([0-9]+\)$", "", whole))):
        for root in inputs:
            path = (root if root.is_dir() else root.parent) / name
            if root.is_dir() or root in (path, *path.parents):
                yield path


def _digest(path: Path) -> str | None:
    archive = archive_of(path)
    try:
        data = path.read_bytes() if archive is None else read_member(archive, path)
    except (OSError, GovreportError):
        return None
    return hashlib.sha256(data).hexdigest()
