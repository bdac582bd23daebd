"""How an audit was made: what went in, as hashes, so that anyone can tell whether it would come out again.

Nothing in it depends on where files lie, on the order in which they were given, on the day or the language.

>>> facts_of([], [], [], shipped(), None, {})["audit"] == facts_of([], [], [], shipped(), None, {})["audit"]
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

from govreport.audit import Failure
from govreport.check import Settings, shipped
from govreport.export.records import plain, version
from govreport.model import Submission, Taxonomy
from govreport.report import Report

__all__ = ["facts_of", "shipped"]

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
    others: Iterable[Submission],
    settings: Settings,
    taxonomy: Taxonomy | None,
    given: Mapping[str, str | os.PathLike[str] | None],
) -> dict[str, Any]:
    """Return the facts of an audit and, as ``audit``, the identifier that follows from them.

    ``others`` are the earlier submissions and references that the reports were compared with, ``given`` the
    auditor's own files by what they are: roster, metadata, rules.
    """
    compared = list(others)
    facts = {
        "govreport": version(),
        "code": _code(),
        **{name: dict(hashes) for name, hashes in _data().items()},
        "settings": _hash(plain([settings.on, settings.severities, settings.limits])),
        "taxonomy": None if taxonomy is None else {"id": taxonomy.id, "sha256": _hash(plain(taxonomy))},
        "given": {name: _hash_file(path) for name, path in sorted(given.items()) if path is not None},
        "inputs": sorted(map(_input, reports), key=lambda row: str(row["id"])),
        "failures": _failed(failures),
        "history": _compared(compared, "history"),
        "reference": _compared(compared, "reference"),
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


def _compared(others: Iterable[Submission], role: str) -> dict[str, str | int]:
    """Return the number and one hash of all texts of a role, with the units and times they count under."""
    rows = sorted(
        [one.id, one.unit or "", one.year or 0, one.date or "", _hash(one.text)]
        for one in others
        if one.role == role
    )
    return {"submissions": len(rows), "sha256": _hash(rows)}


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
