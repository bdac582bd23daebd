"""How an audit was made: what went in, as hashes, so that anyone can tell whether it would come out again.

Nothing in it depends on where files lie, on the order in which they were given, on the day or the language.

>>> one, other = (facts_of([], [], [], [], shipped(), None, {}) for _ in range(2))
>>> one["audit"] == other["audit"]
True
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from govreport.check import Settings, shipped
from govreport.export.records import plain, version
from govreport.model import Failure, Submission, Taxonomy
from govreport.report import Report

__all__ = ["Compared", "compared", "facts_of", "shipped"]

# The id, unit, year and date of a submission, and the hash of its text.
Compared = tuple[str, str | None, int | None, str | None, str]

# Which of the package's data decide what is found; the rest is words on the page.
_GROUPS = {
    "models": (".json", ".npy"),
    "laws": ("laws.jsonl", "laws.toml"),
    "rules": ("check.toml", "rules.toml"),
    "taxonomies": ("taxonomies/",),
}


def facts_of(
    reports: Sequence[Report],
    failures: Iterable[Failure],
    history: Iterable[Compared],
    references: Iterable[Submission],
    settings: Settings,
    taxonomy: Taxonomy | None,
    given: Mapping[str, str | os.PathLike[str] | None],
) -> dict[str, Any]:
    """Return the facts of an audit and, as ``audit``, the identifier that follows from them.

    ``history`` and ``references`` are what the reports were compared with, ``given`` the auditor's own files
    by what they are: roster, metadata, rules.
    """
    facts = {
        "govreport": version(),
        "code": _code(),
        **{name: dict(hashes) for name, hashes in _data().items()},
        "settings": _hash(plain([settings.on, settings.severities, settings.limits])),
        "taxonomy": None if taxonomy is None else {"id": taxonomy.id, "sha256": _hash(plain(taxonomy))},
        "given": {name: _hash_file(path) for name, path in sorted(given.items()) if path is not None},
        "inputs": sorted(map(_input, reports), key=lambda row: str(row["id"])),
        "failures": _failed(failures),
        "history": _compared(history),
        "reference": _compared(map(compared, references)),
    }
    return {"audit": _hash(facts)[:16], **facts}


def _failed(failures: Iterable[Failure]) -> list[dict[str, str]]:
    told = sorted((one.without_path.id, one.code) for one in failures)
    return [{"id": id, "code": code} for id, code in told]


def _input(report: Report) -> dict[str, str | int | None]:
    """Return what tells one submitted file from another: its bytes, or its text where there were none."""
    known, text = report.document.provenance, report.document.text
    digest = known.sha256 or hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return {"id": report.document.id, "sha256": digest, "bytes": known.size}


def compared(one: Submission) -> Compared:
    """Return what a submission counts under in the facts."""
    text = one.text.encode("utf-8", "replace")
    return one.id, one.unit, one.year, one.date, hashlib.sha256(text).hexdigest()


def _compared(rows: Iterable[Compared]) -> dict[str, str | int]:
    """Return the number and one hash of all texts, with the units and times they count under."""
    told = sorted([id, unit or "", year or 0, date or "", digest] for id, unit, year, date, digest in rows)
    return {"submissions": len(told), "sha256": _hash(told)}


def _hash(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=True, sort_keys=True, default=str)
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def _hash_file(path: str | os.PathLike[str]) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


@cache
def _data() -> dict[str, dict[str, str]]:
    """Return the hashes of the package's data that decide what is found, by group."""
    root = Path(str(files("govreport.data")))
    found: dict[str, dict[str, str]] = {name: {} for name in (*_GROUPS, "words")}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and path.suffix != ".py" and "__pycache__" not in name:
            found[_group(name)][name] = _hash_file(path)
    return found


def _group(name: str) -> str:
    fitting = (group for group, marks in _GROUPS.items() if name.endswith(marks) or name.startswith(marks))
    return next(fitting, "words")


@cache
def _code() -> str:
    """Return one hash of the program itself: two states of it may carry one version."""
    root = Path(str(files("govreport")))
    rows = [(path.relative_to(root).as_posix(), _hash_file(path)) for path in sorted(root.rglob("*.py"))]
    return _hash(rows)
