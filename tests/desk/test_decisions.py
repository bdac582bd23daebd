"""What the auditor decided is kept from run to run, and opened again where what it rests on has changed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import govreport as gr
from govreport.audit import Audit
from govreport.desk import read_decisions
from govreport.errors import UsageError
from govreport.model import Decision
from tests.command import run
from tests.desk.test_standings import PASSAGE

MASKED = "一、维权\nXX村妇联调解纠纷3起，接待来访8人次。\n"


def town(name: str, more: str = "") -> str:
    """Return a report with a placeholder, and a passage that another town has too."""
    return f"{name}镇妇联2019年工作总结\n{MASKED}{more}二、就业\n{PASSAGE * 2}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of two towns' reports."""
    (tmp_path / "in").mkdir()
    for name in ("石桥", "柳湾"):
        (tmp_path / "in" / f"{name}.txt").write_text(town(name), encoding="utf-8")
    return tmp_path


def audited(folder: Path) -> Audit:
    """Return the audit of the folder's submissions."""
    return gr.audit(folder / "in", progress=False)


def flag_of(audit: Audit, document: str, code: str) -> str:
    """Return the id of the flag of a code."""
    (report,) = (one for one in audit.reports if one.document.id == document)
    (id,) = [flag.id for flag in report.flags if flag.code == code]
    return id


def rows(path: Path) -> dict[str, dict[str, str]]:
    """Return the rows of decisions.csv by flag id."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["flag_id"]: row for row in csv.DictReader(file)}


def fill(path: Path, **decisions: dict[str, str]) -> None:
    """Write decisions into the file as an auditor does in a spreadsheet."""
    found = rows(path)
    for id, cells in decisions.items():
        found[id.replace("__", "-")].update(cells)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(next(iter(found.values()))))
        writer.writeheader()
        writer.writerows(found.values())


def test_ids_stay_the_same(folder: Path) -> None:
    """Flag ids do not depend on the order of files, on the run, or on the language."""
    first = {flag.id for flag in audited(folder).flags}
    files = sorted((folder / "in").iterdir(), reverse=True)
    assert first == {flag.id for flag in gr.audit(files, progress=False).flags}
    assert len(first) == len(audited(folder).flags)


def test_a_decision_is_kept_and_counted(folder: Path) -> None:
    """Filled into the file and run again, twice, it stands, is listed, counted, and sets no exit status."""
    out, file = folder / "out", folder / "out" / "decisions.csv"
    given = ["audit", str(folder / "in"), "--out", str(out), "--fail-on", "warning"]
    assert run(*given).returncode == 1
    found = rows(file)
    assert all(row["decided_on"] and not row["decision"] for row in found.values())
    said = {"decision": "误报", "reason": "=按规定隐去", "who": "王", "when": "2020-02-01"}
    fill(file, **{id.replace("-", "__"): said for id in found})
    for _ in range(2):
        result = run(*given)
        assert result.returncode == 0
        assert f"{len(found)} settled" in result.stdout
        now = rows(file)
        assert set(now) == set(found)
        assert {row["decision"] for row in now.values()} == {"误报"}
        assert {row["reason"].lstrip("'") for row in now.values()} == {"=按规定隐去"}
        assert {row["state"] for row in now.values()} == {"in-force"}


def test_changed_evidence_opens_a_decision_again(folder: Path) -> None:
    """The passage is in one more document: what was decided is told, and is to be decided anew."""
    audit = audited(folder)
    copied, masked = (flag_of(audit, "石桥.txt", code) for code in ("copied-passage", "placeholder"))
    made = [Decision(id, "合理引用", "县里统一口径", "王", "2020-02-01") for id in (copied, masked)]
    audit.decided(made).save(folder / "out")
    (folder / "in" / "和平.txt").write_text(town("和平"), encoding="utf-8")
    again = audited(folder).decided(folder / "out" / "decisions.csv")
    assert again.desk.decisions[masked] == audit.decided(made).desk.decisions[masked]
    opened = again.desk.decisions[copied]
    assert (opened.state, opened.decision, opened.who) == ("reopened", "待核實", "")
    assert opened.earlier == "合理引用：县里统一口径（王，2020-02-01）"
    again.save(folder / "out")
    third = audited(folder).decided(folder / "out" / "decisions.csv")
    assert third.desk.decisions[copied] == opened
    assert third.summary["settled"] == 1


def test_a_flag_that_is_gone_keeps_its_decision(folder: Path) -> None:
    """Corrected and then back again as it was: the decision is remembered."""
    audit = audited(folder)
    masked = flag_of(audit, "石桥.txt", "placeholder")
    audit.decided([Decision(masked, "屬實", "漏填")]).save(folder / "out")
    file = folder / "in" / "石桥.txt"
    file.write_text(town("石桥").replace("XX村", "桃林村"), encoding="utf-8")
    audited(folder).save(folder / "out")
    assert rows(folder / "out" / "decisions.csv")[masked]["state"] == "no-flag"
    file.write_text(town("石桥"), encoding="utf-8")
    back = audited(folder).decided(folder / "out" / "decisions.csv").desk.decisions[masked]
    assert (back.decision, back.state) == ("屬實", "in-force")


def test_text_added_elsewhere_changes_no_decision(folder: Path) -> None:
    """A flag's evidence is what it shows, not where it stands."""
    masked = flag_of(audited(folder), "石桥.txt", "placeholder")
    audited(folder).decided([Decision(masked, "屬實", "漏填")]).save(folder / "out")
    longer = town("石桥", "（二）走访\n走访慰问困难妇女12户。\n").replace("一、", "导语一段。\n一、", 1)
    (folder / "in" / "石桥.txt").write_text(longer, encoding="utf-8")
    now = audited(folder).decided(folder / "out" / "decisions.csv").desk.decisions[masked]
    assert (now.decision, now.state) == ("屬實", "in-force")


def test_saving_loses_no_decision(folder: Path) -> None:
    """An audit that knows of no decisions keeps those of the folder; the later of two days counts."""
    audit = audited(folder)
    one, other = (flag_of(audit, "石桥.txt", code) for code in ("copied-passage", "placeholder"))
    audit.decided([Decision(one, "屬實", "a", when="2020-02-01")]).save(folder / "out")
    audit.save(folder / "out")
    newer = [Decision(one, "誤報", "b", when="2020-01-01"), Decision(other, "誤報", "c")]
    audit.decided(newer).save(folder / "out")
    found = rows(folder / "out" / "decisions.csv")
    assert (found[one]["decision"], found[other]["decision"]) == ("属实", "误报")


def test_what_was_decided_stands_beside_the_flags(folder: Path) -> None:
    """The frame of flags has the decision, and the frame of decisions a row for each flag."""
    audit = audited(folder)
    masked = flag_of(audit, "石桥.txt", "placeholder")
    audit = audit.decided([Decision(masked, "屬實", "漏填", "王", "2020-02-01")])
    row = audit.to_frame("flags").set_index("id").loc[masked]
    assert (row["decision"], row["decision_reason"], row["decision_who"]) == ("屬實", "漏填", "王")
    assert len(audit.to_frame("decisions")) == len(audit.flags)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("誤報", "誤報"),
        ("误报", "誤報"),
        ("False alarm", "誤報"),
        ("屬實", "屬實"),
        ("confirmed", "屬實"),
        ("已整改", "已整改"),
        ("put right", "已整改"),
        ("合理引用", "合理引用"),
        ("legitimate quotation", "合理引用"),
        ("待核实", "待核實"),
        ("to verify", "待核實"),
    ],
)
def test_decisions_are_read_in_three_languages(tmp_path: Path, word: str, meant: str) -> None:
    """Whatever the language, the word is the same decision."""
    (tmp_path / "d.csv").write_text(f"提示编号,结论,理由\nf-1,{word},因为\nf-2,,\n", encoding="gb18030")
    (decision,) = read_decisions(tmp_path / "d.csv")
    assert (decision.flag_id, decision.decision, decision.reason) == ("f-1", meant, "因为")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("flag_id,decision,reason\nf-1,maybe,because\n", "line 2: 'maybe' is no decision; use one of 待核實"),
        ("flag_id,decision,reason\nf-1,誤報,\n", "line 2: the decision on f-1 has no reason"),
        ("flag_id,decision,reason\n,誤報,因\n", "line 2: names no flag"),
        ("flag_id,decision,reason\nf-1,誤報,因\nf-1,屬實,因\n", "line 3: f-1 stands in line 2 too"),
        ("a,b\n1,2\n", "has no column 'flag_id'"),
    ],
)
def test_wrong_decisions_are_one_message_with_their_line(tmp_path: Path, text: str, words: str) -> None:
    """Nothing is decided in silence: the file is refused, and stays as it is."""
    (tmp_path / "in.txt").write_text(town("石桥"), encoding="utf-8")
    file = tmp_path / "out" / "decisions.csv"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=words):
        read_decisions(file)
    result = run("audit", str(tmp_path / "in.txt"), "--out", str(tmp_path / "out"))
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert file.read_text(encoding="utf-8") == text
