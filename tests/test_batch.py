"""Many files: what can't be read never stops the rest, and what comes out is whole."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

import govreport as gr
from govreport.errors import OutputError, UsageError
from tests.test_cli import run

TEXT = "XX镇妇联2021年工作总结\n现将一年来的工作汇报如下：\n一、<b>维权</b>\n举办培训班3期。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports of one name, an empty file, a binary one and a format that is not read yet."""
    root = tmp_path / "submitted"
    for town in ("a", "b"):
        (root / town).mkdir(parents=True)
        (root / town / "report.txt").write_text(TEXT, encoding="utf-8")
    (root / "empty.txt").write_bytes(b"")
    (root / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (root / "scan.xyz").write_bytes(b"text")
    return root


def test_one_bad_file_never_stops_the_rest(folder: Path) -> None:
    """Reports are read, the others are failures that name the file."""
    audit = gr.audit(folder, progress=False)
    assert [report.document.id for report in audit.reports] == ["a/report.txt", "b/report.txt"]
    assert sorted(Path(failure.path).name for failure in audit.failures) == [
        "binary.txt",
        "empty.txt",
        "scan.xyz",
    ]
    assert all(failure.path in failure.message for failure in audit.failures)
    assert audit.exit_status() == 3


def test_what_is_saved(folder: Path, tmp_path: Path) -> None:
    """The tables hold what the reports hold; the page escapes what was submitted."""
    audit = gr.audit(folder, progress=False)
    audit.save(tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    tables = {f"{name}.csv" for name in ("flags", "statements", "sections", "failures")}
    assert names == tables | {"reports.jsonl", "index.html", "reports"}
    lines = (tmp_path / "out" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["sections"][0]["marker"] for line in lines] == ["一、", "一、"]
    with (tmp_path / "out" / "failures.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 3
    with (tmp_path / "out" / "flags.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["document_id"] for row in csv.DictReader(file)} == {"a/report.txt", "b/report.txt"}
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "a/report.txt" in page
    assert "<script" not in page
    for one in (tmp_path / "out" / "reports").iterdir():
        assert "<b>维权</b>" not in one.read_text(encoding="utf-8")


def test_frames_of_an_audit(folder: Path) -> None:
    """Every table is there, with the reports one below the other."""
    audit = gr.audit(folder, progress=False)
    assert len(audit.to_frame("reports")) == 2
    assert len(audit.to_frame("failures")) == 3
    assert set(audit.to_frame("statements")["document_id"]) == {"a/report.txt", "b/report.txt"}
    with pytest.raises(UsageError):
        audit.to_frame("no-such-table")


def test_an_output_that_cant_be_used(folder: Path, tmp_path: Path) -> None:
    """A file where the folder should be is status 4."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        gr.audit(folder, progress=False).save(tmp_path / "taken")
    assert run("audit", str(folder), "--out", str(tmp_path / "taken")).returncode == 4


def test_exit_statuses(folder: Path, tmp_path: Path) -> None:
    """0 nothing to report, 1 flagged, 2 nothing to read, 3 some file could not be read."""
    out = ["--out", str(tmp_path / "out")]
    good = str(folder / "a")
    (tmp_path / "nothing").mkdir()
    assert run("audit", good, *out).returncode == 0
    assert run("audit", good, "--fail-on", "warning", *out).returncode == 1
    assert run("audit", good, "--fail-on", "serious", *out).returncode == 0
    for missing in (tmp_path / "no-such-path", tmp_path / "nothing"):
        result = run("audit", str(missing), *out)
        assert result.returncode == 2
        assert len(result.stderr.splitlines()) == 1
        assert str(missing) in result.stderr
    assert run("audit", good, str(tmp_path / "no-such-path"), *out).returncode == 3
    assert run("audit", good).returncode == 2
    assert run("audit", good, "--taxonomy", "none", *out).returncode == 2
