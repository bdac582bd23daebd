"""What is read, and what of it is kept in memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import govreport as gr
from govreport.engines.embedded import Embedded
from govreport.engines.isolated import Answer, Limits, Task
from govreport.engines.packed import PackedStatements
from govreport.engines.stored import findings_from, to_bytes
from govreport.gather import Reading

CORPUS = Path(__file__).parents[2] / "corpus"


class Holding(Embedded):
    """An engine that counts who holds the bytes of its answers when all are given."""

    def __init__(self) -> None:
        super().__init__()
        self.holders: list[int] = []

    def answers(self, tasks: list[Task], **_: Any) -> Iterator[tuple[Task, Answer]]:  # type: ignore[override]
        """Yield the findings in each file."""
        given = [to_bytes(gr.analyze(gr.read(task.path)).findings) for task in tasks]
        for place, task in enumerate(tasks):
            yield task, Answer("done", given[place])
        # What nobody else ever had is counted last.
        given.append(bytes(bytearray(100)))
        self.holders = [sys.getrefcount(one) for one in given]


def test_bytes_that_came_in_are_not_kept(tmp_path: Path) -> None:
    """The answers of ten thousand files would take as much memory as all that is found in them."""
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text("一、走访\n走访困难家庭3户。\n", encoding="utf-8")
    engine = Holding()
    reading = Reading(1, Limits(), engine=engine)
    inputs, _ = reading.inputs([tmp_path])
    found = [report for report, _ in reading.reports(inputs)]
    assert [report and report.document.id for report in found] == ["0.txt", "1.txt", "2.txt", "3.txt"]
    # The last answer is still in the hands of whoever asked for more.
    assert engine.holders[:3] == [engine.holders[-1]] * 3


def test_an_audit_at_rest_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a large batch statements lie packed: what is found, compared, masked and written does not differ."""
    submitted = tmp_path / "in"
    submitted.mkdir()
    for year in (2020, 2021):
        text = CORPUS.joinpath("examples", "baishi-2021.txt").read_text(encoding="utf-8")
        (submitted / f"{year}.txt").write_text(text.replace("2021", str(year)), encoding="utf-8")
    text = "柳河镇妇联2021年工作总结\n一、走访\n镇妇联主席沈玉珍走访困难家庭3户。\n"
    (submitted / "other.txt").write_text(text, encoding="utf-8")
    folders, masked = {}, []
    for name, awake in (("awake", 1 << 30), ("at rest", 0)):
        monkeypatch.setattr(Reading, "awake", awake)
        audit = gr.audit(submitted, progress=False)
        assert {type(one.statements) for one in audit.findings} == {tuple if awake else PackedStatements}
        audit.save(tmp_path / name)
        files = sorted((tmp_path / name).rglob("*"))
        folders[name] = {
            str(path.relative_to(tmp_path / name)): path.read_bytes()
            for path in files
            if path.is_file() and path.name != "run.json"
        }
        folders[name].pop("audit.xlsx")
        folders[name].pop("manifest.json")
        assert audit.to_frame("statements").shape[0] > 20
        masked.append(audit.redacted().findings)
    assert masked[0] == masked[1]
    assert "沈玉珍" not in repr(masked[1])
    assert folders["awake"].keys() == folders["at rest"].keys()
    for name, written in folders["awake"].items():
        if not name.endswith((".gz", ".parquet")):
            assert folders["at rest"][name] == written, name


def test_statements_at_rest_are_a_tuple_of_them() -> None:
    """They are counted, sliced, compared and written as the tuple that they stand for."""
    findings = gr.analyze(CORPUS / "examples" / "baishi-2021.txt").findings
    written = to_bytes(findings)
    held = findings_from(written, PackedStatements)
    assert held == findings
    assert findings == held
    assert held.statements != findings.statements[1:]
    assert (len(held.statements), held.statements[:2], held.statements[-1]) == (
        len(findings.statements),
        findings.statements[:2],
        findings.statements[-1],
    )
    assert to_bytes(held) == written
    assert repr(held.statements) == repr(findings.statements)
