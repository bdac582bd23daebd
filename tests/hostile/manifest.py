"""What the manifest of the hostile files asks for, held against an audit of them."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from govreport.audit import Audit
from govreport.errors import shown

GENERATOR = Path(os.environ.get("GOVREPORT_SHARED", "../shared")).resolve() / "hostile" / "badinputs.py"
# Not submissions: they are opened by other commands, and an audit passes over them or refuses them.
NOT_SUBMITTED = ("index", "model", "config")
# What is otherwise than the manifest wants, and why; nothing else may be.
ARGUED = {
    "txt/empty.txt": (
        "the manifest wants a report without sections and a warning. An auditor has to ask the unit for "
        "the file again, as for one that can't be opened; as a report it would count as submitted, and as"
        " nothing copied"
    ),
    "txt/bom_only.txt": "as the empty file: a mark of an encoding and nothing else",
    "docx/images_only.docx": (
        "its drawing names no picture, so that there is nothing to recognize either: an error, never "
        "original work"
    ),
    "pdf/scanned.pdf": (
        "its picture is a grey patch. It is looked at where the extra [ocr] is there, and nothing is "
        "seen: an error that says so; elsewhere the error names the extra. A report of no text would pass"
        " as original work"
    ),
    "html/js_page.html": (
        "holds no text before its scripts run, and none is run: an error that says what to do, as for a scan"
    ),
    "fs/procmem.txt": (
        "a link is not followed, whatever lies behind it: skipped, with a row, as the manifest itself "
        "wants it for the link to /proc/self/status beside it. To tell the two apart the link would have "
        "to be followed"
    ),
    "output/cell_astral_32767.txt": (
        "the file is sound, and only the workbook, which may never be asked for, can't hold its line in "
        "one cell: the cell ends in a mark that it was cut, where the reader of the workbook sees it"
    ),
    "pdf/one_char_per_tj.pdf": (
        "the manifest fears a reader that is slow on it. Many programs draw each character by itself; it "
        "is read whole and in time, and a warning would stand on honest files"
    ),
    "pdf/tounicode_lies.pdf": (
        "a gap: its map swaps figures and leaves Chinese as it is, and its font is not in the file, so "
        "that nothing but a look at the drawn page would tell. To recognize every page of every PDF takes"
        " seconds for each"
    ),
}
# Where the content itself is what to warn of, a flag tells it with its place.
_FLAGS = {
    *("disguise", "hidden-text", "web-residue", "unbalanced-mark", "duplicated-block", "placeholder"),
    *("numbering-restart", "numbering-doubled", "numbering-gap"),
}


def generate(folder: Path, only: str | None = None) -> list[dict[str, Any]]:
    """Write the files, and return what the manifest says of each."""
    options = ["--only", only] if only else []
    subprocess.run([sys.executable, GENERATOR, folder, *options], check=True, capture_output=True)
    listed: list[dict[str, Any]] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    # Whoever may do everything may read them all the same.
    allowed = hasattr(os, "geteuid") and os.geteuid() == 0
    return [file for file in listed if not (allowed and file.get("special") == "mode000")]


def problems(audit: Audit, folder: Path, listed: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the path of each file that is not as the manifest wants it, and what is wrong."""
    rows = {outcome.path: outcome for outcome in audit.outcomes}
    assert len(rows) == len(audit.outcomes)
    reports = {report.document.provenance.path: report for report in audit.reports}
    for file in listed:
        path = os.fsdecode(os.fsencode(folder) + b"/" + base64.b64decode(file["path_b64"]))
        row = rows.get(shown(path))
        if row is None:
            yield file["path"], "no outcome"
            continue
        report = reports.get(path)
        codes = {flag.code for flag in report.flags} if report else set()
        told = {"ok": ["ok"], "error": ["clean-error"]}.get(row.status, ["ok-with-warning"])
        told += ["ok-with-warning"] if codes & _FLAGS or (report and report.duplicates) else []
        if not set(told) & set(file["accept"]):
            yield file["path"], f"{row.status} {row.code or ''}, wanted {file['accept']} {file['code']}"
        text = report.document.text if report else ""
        for piece in file["checks"].get("contains", ()) if report else ():
            if piece not in text:
                yield file["path"], f"{piece} is missing"
        for piece in file["checks"].get("not_contains", ()):
            if piece in text:
                yield file["path"], f"{piece} is there"
        for piece in file["checks"].get("once", ()) if report else ():
            if text.count(piece) != 1:
                yield file["path"], f"{piece} {text.count(piece)} times"
