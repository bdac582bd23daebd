"""An audit as a folder: index.html, a page for each report, audit.xlsx, the tables and reports.jsonl.

A table stands as CSV in the folder itself, as packed JSON Lines and Parquet in ``tables/``.
Every file is written beside its place and moved there when it is whole.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from govreport.errors import OutputError
from govreport.export.audit_html import page_name
from govreport.export.audit_pages import audit_pages, write_pages
from govreport.export.audit_tables import audit_table
from govreport.export.csv_files import write_csv
from govreport.export.decision_table import decision_table
from govreport.export.dossier import dossier_records
from govreport.export.labels import language_of
from govreport.export.progress import Progress
from govreport.export.records import to_json
from govreport.export.table_files import ParquetWriter, write_json_lines
from govreport.export.table_schema import ALL_TABLES
from govreport.export.tables import Table
from govreport.export.workbook import write_workbook
from govreport.model import Batch, Findings


def save_audit(
    batch: Batch,
    folder: str | os.PathLike[str],
    lang: str | None,
    told: Progress = lambda stage, done, total: None,
) -> None:
    """Write everything and tell how many files are done; OutputError where the folder can't be written."""
    root = Path(folder)
    step = partial(_step, told, count(1), len(ALL_TABLES) + len(batch.findings) + 1)
    try:
        (root / "tables").mkdir(parents=True, exist_ok=True)
        _write_tables(root, batch, step)
        # People fill it in: its words are in their language.
        spoken = language_of(batch.findings, lang)
        _place(root / "decisions.csv", partial(_write_table, decision_table(batch, spoken)))
        _place(root / "dossiers.jsonl", partial(_write_records, dossier_records(batch)))
        _place(root / "reports.jsonl", partial(_write_lines, batch.findings))
        _place(root / "audit.xlsx", partial(_write_workbook, batch, spoken))
        step()
        write_pages(root, audit_pages(batch, lang), partial(_put_page, step))
    except OSError as error:
        raise _not_writable(root, error) from error


def _step(told: Progress, done: Iterator[int], total: int) -> None:
    """Tell that one more file is written; side-by-side pages are more than can be told beforehand."""
    told("writing", min(next(done), total), total)


def _put_page(step: Callable[[], None], path: Path, html: str) -> None:
    _place(path, partial(_write_page, html))
    step()


def save_costs(costs: Mapping[str, tuple[float, int, int]], folder: str | os.PathLike[str]) -> None:
    """Write run.json: seconds, most megabytes and attempts of each document: what differs from run to run."""
    told = {
        id: {"seconds": round(seconds, 3), "megabytes": most >> 20, "attempts": attempts}
        for id, (seconds, most, attempts) in costs.items()
    }
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


def _write_tables(root: Path, batch: Batch, step: Callable[[], None]) -> None:
    with ParquetWriter(root / "tables" / ".duckdb") as parquet:
        for name in ALL_TABLES:
            _write_forms(root, name, partial(audit_table, batch, name), parquet)
            step()


def _write_forms(root: Path, name: str, made: Callable[[], Table], parquet: ParquetWriter) -> None:
    """Write a table in its three forms; each form reads its rows anew."""
    found = made()
    _place(root / f"{name}.csv", partial(_write_table, found))
    lines = root / "tables" / f"{name}.jsonl.gz"
    _place(lines, partial(write_json_lines, made()))
    _place(root / "tables" / f"{name}.parquet", partial(parquet.write, found.columns, lines))


def _write_table(found: Table, path: Path) -> None:
    write_csv(path, [column.name for column in found.columns], found.rows)


def _write_lines(findings: Sequence[Findings], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(to_json(one) + "\n" for one in findings)


def _write_records(records: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Write plain data, one record a line; half characters are written as escapes."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(one, ensure_ascii=True) + "\n" for one in records)


def _write_workbook(batch: Batch, lang: str, path: Path) -> None:
    pages = {one.document.id: page_name(number) for number, one in enumerate(batch.findings, 1)}
    write_workbook(path, batch, lang, pages)


def _write_page(html: str, path: Path) -> None:
    path.write_text(html, encoding="utf-8", errors="replace", newline="\n")
