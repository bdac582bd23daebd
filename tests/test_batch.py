"""Many files: what can't be read never stops the rest, and what comes out is whole."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import govreport as gr
from govreport.errors import OutputError, UsageError
from govreport.export.table_schema import ALL_TABLES
from tests.command import run

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
    tables = {f"{name}.csv" for name in ALL_TABLES}
    pages = {"index.html", "flags.html", "reports", "pairs"}
    others = {"reports.jsonl", "audit.xlsx", "tables", "run.json", "manifest.json", "dossiers.jsonl"}
    assert names == tables | pages | others
    lines = (tmp_path / "out" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["sections"][0]["marker"] for line in lines] == ["一、", "一、"]
    with (tmp_path / "out" / "failures.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 3
    with (tmp_path / "out" / "flags.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["document_id"] for row in csv.DictReader(file)} == {"a/report.txt", "b/report.txt"}
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "a/report.txt" in page
    for one in (tmp_path / "out" / "reports").iterdir():
        assert "<b>维权</b>" not in one.read_text(encoding="utf-8")


def test_pages_of_an_earlier_audit_do_not_stay(folder: Path, tmp_path: Path) -> None:
    """Saved again into one folder an audit leaves no page that it does not lead to; other files stay."""
    gr.audit(folder, progress=False).save(tmp_path / "out")
    (tmp_path / "out" / "reports" / "notes.html").write_text("mine", encoding="utf-8")
    gr.audit(folder / "a", progress=False).save(tmp_path / "out")
    pages = {path.name for sub in ("reports", "pairs") for path in (tmp_path / "out" / sub).iterdir()}
    assert pages == {"0001.html", "notes.html"}


def test_frames_of_an_audit(folder: Path) -> None:
    """Every table is there, with the reports one below the other."""
    audit = gr.audit(folder, progress=False)
    assert len(audit.to_frame("reports")) == 2
    assert len(audit.to_frame("failures")) == 3
    assert set(audit.to_frame("statements")["document_id"]) == {"a/report.txt", "b/report.txt"}
    with pytest.raises(UsageError):
        audit.to_frame("no-such-table")


def test_the_pages_of_an_earlier_audit_are_no_reports(folder: Path) -> None:
    """Written into the folder of submissions they are passed over at the next audit; other pages are read."""
    (folder / "c.html").write_text(f"<html><body><p>{TEXT}</p></body></html>", encoding="utf-8")
    first = gr.audit(folder, progress=False)
    first.save(folder / "audit")
    again = gr.audit(folder, progress=False)
    assert [report.document.id for report in again.reports] == [
        report.document.id for report in first.reports
    ]
    assert "c.html" in [report.document.id for report in again.reports]


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


PASSAGE = (
    "水库蓄水以后田地变少，搬上岸的姐妹最愁没有活干。镇妇联会同农技站，在桃林村办起厨艺、网箱养鱼班6期，培训214人；"
    "请鸿雁制衣厂把来料加工点设进桃林村，由沈玉珍牵头，让走不开的姐妹在家门口挣到了工资。"
)


def test_shared_passages_are_found_and_flagged(tmp_path: Path) -> None:
    """What two towns of one year share is told to both, with the name that was left in and its share."""
    for town, text in (("库山", PASSAGE), ("小禾", PASSAGE.replace("214", "180"))):
        written = f"{town}镇妇联2016年工作总结\n一、就业\n{text}\n二、维权\n{town}镇调解家庭纠纷8起。\n"
        (tmp_path / f"{town}.txt").write_text(written, encoding="utf-8")
    audit = gr.audit(tmp_path, progress=False)
    (match,) = audit.matches
    # The title is shared too, with the name of the town put in its place.
    changed = [(change.kind, {change.old, change.new}) for change in match.changes]
    assert changed == [("name", {"库山", "小禾"}), ("figure", {"214", "180"})]
    assert (match.kind, match.relation) == ("names-changed", "same-batch")
    assert all(ratio.copied > 0.5 for ratio in audit.ratios)
    for report in audit.reports:
        codes = {flag.code for flag in report.flags}
        assert {"copied-passage", "foreign-name"} <= codes
    assert len(audit.groups) == 1
    assert len(audit.to_frame("matches")) == 1
    assert set(audit.to_frame("ratios")["source"]) == {"库山.txt", "小禾.txt"}


def test_a_reference_may_be_taken_up(tmp_path: Path) -> None:
    """What stands in a reference is labelled with its relation and not counted."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"库山镇妇联2016年工作总结\n{PASSAGE}\n", encoding="utf-8")
    (tmp_path / "template.txt").write_text(PASSAGE, encoding="utf-8")
    audit = gr.audit(tmp_path / "in", reference=tmp_path / "template.txt", progress=False)
    assert {match.relation for match in audit.matches} == {"reference"}
    assert audit.ratios[0].copied == 0.0
    assert audit.ratios[0].total > 0.5


def test_an_unknown_engine_is_a_wrong_call(folder: Path) -> None:
    """The message names the engines there are."""
    with pytest.raises(UsageError, match="embedded"):
        gr.audit(folder, engine="abacus")


def test_two_years_of_a_unit_are_followed_up(tmp_path: Path) -> None:
    """What was promised stands beside what is reported; what is not mentioned is told on the promise."""
    plan = "二、2017年工作计划\n举办网箱养鱼培训班4期。\n新建儿童之家3所。\n编印家风故事集1册。\n"
    done = "一、工作回顾\n开办网箱养鱼培训班5期。\n建成儿童之家2所，另1所因场地没有落实。\n"
    (tmp_path / "2016.txt").write_text(
        "库山镇妇联2016年工作总结及2017年工作计划\n一、工作回顾\n调解纠纷8起。\n" + plan
    )
    (tmp_path / "2017.txt").write_text("库山镇妇联2017年工作总结\n" + done)
    audit = gr.audit(tmp_path, progress=False)
    outcomes = {one.commitment.text[:8]: one.outcome for _, _, one in audit.follow_ups}
    assert outcomes == {
        "举办网箱养鱼培训": "done",
        "新建儿童之家3所": "partly",
        "编印家风故事集1": "not-mentioned",
    }
    flagged = [flag for flag in audit.flags if flag.code == "commitment-not-mentioned"]
    assert [flag.evidence[0].document_id for flag in flagged] == ["2016.txt"]
    assert list(audit.to_frame("follow_ups")["figures"])[:2] == ["4 → 5 期", "3 → 2 所"]
    again = gr.follow_up(audit.reports[0], audit.reports[1])
    assert [one.outcome for one in again] == list(outcomes.values())
    assert len(again.to_frame()) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_an_interrupted_audit_is_status_130(folder: Path, tmp_path: Path) -> None:
    """Whoever presses Ctrl-C gets one line, no traceback, and the status that shells know."""
    pipe = tmp_path / "list"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "govreport", "audit", "--files-from", str(pipe), "--out", str(tmp_path)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as started:
        assert started.stderr is not None
        with pipe.open("w", encoding="utf-8"):  # It is open as soon as the command reads it.
            started.send_signal(signal.SIGINT)
            assert started.wait(timeout=60) == 130
        assert "Traceback" not in started.stderr.read()


def test_a_file_with_several_reports_is_several(tmp_path: Path) -> None:
    """Each has its unit, its outcome and its flags; a row of metadata may name one of them, or the file."""
    parts = [
        f"篇{n}：{town}镇妇联2019年工作总结\n一、就业\n{PASSAGE}\n"
        for n, town in zip("一二", ("库山", "小禾"), strict=True)
    ]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "two.txt").write_text("".join(parts), encoding="utf-8")
    rows = tmp_path / "rows.csv"
    rows.write_text("file,region\ntwo.txt,山区\ntwo.txt#2,平原\n", encoding="utf-8")
    audit = gr.audit(tmp_path / "in", metadata=rows, progress=False)
    assert [(report.document.id, report.unit) for report in audit.reports] == [
        ("two.txt#1", "库山镇妇联"),
        ("two.txt#2", "小禾镇妇联"),
    ]
    assert [(one.document_id, one.code) for one in audit.outcomes] == [
        ("two.txt#1", "several-reports"),
        ("two.txt#2", "several-reports"),
    ]
    assert list(audit.to_frame("reports")["region"]) == ["山区", "平原"]
    (match,) = audit.matches
    assert set(match.documents) == {"two.txt#1", "two.txt#2"}
    again = gr.audit(tmp_path / "in", cache=tmp_path / "kept", progress=False)
    assert [
        one.id for one in gr.audit(tmp_path / "in", cache=tmp_path / "kept", progress=False).reports[0].flags
    ] == [one.id for one in again.reports[0].flags]
