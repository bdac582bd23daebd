"""An audit as a folder: index.html, a page for each report, the tables and reports.jsonl.

Every file is written beside its place and moved there when it is whole.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from govreport.errors import OutputError
from govreport.export.audit_pages import PAGE_FOLDERS, audit_pages
from govreport.export.audit_tables import audit_table
from govreport.export.csv_files import write_csv
from govreport.export.records import to_json
from govreport.export.tables import Table
from govreport.model import Comparison, Findings

_TABLES = (
    "flags",
    "statements",
    "sections",
    "matches",
    "groups",
    "ratios",
    "follow_ups",
    "documents",
    "outcomes",
    "failures",
)

_PAGE = re.compile(r"[0-9]{4,5}\.html")


def save_audit(
    findings: Sequence[Findings],
    failures: Sequence[Any],
    comparison: Comparison,
    figures: Mapping[str, int],
    folder: str | os.PathLike[str],
    lang: str | None,
    outcomes: Sequence[Any] = (),
) -> None:
    """Write everything; raises OutputError where the folder can't be written."""
    root = Path(folder)
    try:
        root.mkdir(parents=True, exist_ok=True)
        for name in _TABLES:
            found = audit_table(findings, failures, comparison, name, outcomes)
            _place(root / f"{name}.csv", partial(_write_table, found))
        _place(root / "reports.jsonl", partial(_write_lines, findings))
        _write_pages(root, audit_pages(findings, failures, comparison, figures, lang))
    except OSError as error:
        raise _not_writable(root, error) from error


def save_costs(costs: Mapping[str, tuple[float, int]], folder: str | os.PathLike[str]) -> None:
    """Write run.json: seconds and the most megabytes of each document. They differ from run to run."""
    told = {id: {"seconds": round(s, 3), "megabytes": most >> 20} for id, (s, most) in costs.items()}
    written = json.dumps({"documents": told}, ensure_ascii=True, indent=1) + "\n"
    try:
        _place(Path(folder, "run.json"), partial(_write_page, written))
    except OSError as error:
        raise _not_writable(Path(folder), error) from error


def _not_writable(root: Path, error: OSError) -> OutputError:
    reason = f"can't be written ({error.strerror or error})"
    return OutputError("not-writable", reason, path=root, hint="choose another folder")


def _place(path: Path, write: Callable[[Path], None]) -> None:
    """Readers never see half a file."""
    beside = path.with_name(f".{path.name}.part")
    write(beside)
    os.replace(beside, path)


def _write_table(found: Table, path: Path) -> None:
    write_csv(path, [column.name for column in found.columns], found.rows)


def _write_lines(findings: Sequence[Findings], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(to_json(one) + "\n" for one in findings)


def _write_pages(root: Path, pages: Iterable[tuple[str, str]]) -> None:
    """Write the pages, and take away those of an earlier audit that nothing leads to any more."""
    for folder in PAGE_FOLDERS:
        (root / folder).mkdir(exist_ok=True)
    names = set()
    for name, html in pages:
        _place(root / name, partial(_write_page, html))
        names.add(name)
    for folder in PAGE_FOLDERS:
        for path in (root / folder).iterdir():
            if _PAGE.fullmatch(path.name) and f"{folder}/{path.name}" not in names:
                path.unlink()


def _write_page(html: str, path: Path) -> None:
    path.write_text(html, encoding="utf-8", errors="replace", newline="\n")
