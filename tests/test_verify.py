"""An audit's folder tells how it was made, and whether anything in it was changed."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

import govreport as gr
from govreport.errors import UsageError
from govreport.verify import run_verify
from tests.command import run
from tests.desk.test_decisions import town


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two reports, an unreadable one, an archive, a reference and a history."""
    submitted = tmp_path / "in"
    (submitted / "a").mkdir(parents=True)
    (submitted / "a" / "石桥.txt").write_text(town("石桥"), encoding="utf-8")
    (submitted / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    with zipfile.ZipFile(submitted / "batch.zip", "w") as archive:
        archive.writestr("柳湾.txt", town("柳湾"))
    (tmp_path / "law.txt").write_text("关于妇女工作的若干意见。" * 5, encoding="utf-8")
    return tmp_path


def audited(folder: Path, out: str = "out") -> dict[str, object]:
    """Audit the folder as the command line does and return the manifest."""
    found = gr.audit(
        folder / "in", reference=folder / "law.txt", history=folder / "history.duckdb", progress=False
    )
    found.save(folder / out)
    held: dict[str, object] = json.loads((folder / out / "manifest.json").read_text(encoding="utf-8"))
    assert held["audit"] == found.id
    return held


def test_the_same_inputs_give_the_same_audit(folder: Path) -> None:
    """Again, elsewhere, and with the first run in the history: identifier and every file are the same."""
    first = audited(folder)
    assert audited(folder, "again") == first
    shutil.move(folder / "in", folder / "moved")
    (folder / "in").symlink_to(folder / "moved")
    third = audited(folder, "third")
    assert third["audit"] == first["audit"]
    assert third["outputs"] == first["outputs"]


def test_what_goes_in_makes_the_identifier(folder: Path) -> None:
    """Another input, reference, rule or roster makes another audit; the order of files does not."""
    paths, files = folder / "in", [folder / "in" / "batch.zip", folder / "in" / "a"]
    known = gr.audit(files, progress=False).id
    assert gr.audit(files[::-1], progress=False).id == known
    (folder / "rules.toml").write_text("[placeholder]\non = false\n", encoding="utf-8")
    (folder / "units.csv").write_text("name\n石桥镇妇联\n", encoding="utf-8")
    ids = [
        known,
        gr.audit(paths, progress=False).id,
        gr.audit(files, rules=folder / "rules.toml", progress=False).id,
        gr.audit(files, roster=folder / "units.csv", progress=False).id,
        gr.audit(files, reference=folder / "law.txt", progress=False).id,
    ]
    (folder / "in" / "a" / "石桥.txt").write_text(town("石桥") + "。", encoding="utf-8")
    ids.append(gr.audit(files, progress=False).id)
    assert len(set(ids)) == len(ids)


def test_several_reports_of_a_file_are_verified_by_the_file(tmp_path: Path) -> None:
    """Parts are named after their file, and that is what went in."""
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "two.txt"
    file.write_text(f"篇一：工作总结\n{town('石桥')}篇二：工作总结\n{town('柳湾')}", encoding="utf-8")
    gr.audit(tmp_path / "in", progress=False).save(tmp_path / "out")
    assert run_verify(tmp_path / "out", [tmp_path / "in"])[1] == 0
    assert run_verify(tmp_path / "out", [file])[1] == 0
    file.write_text(town("石桥"), encoding="utf-8")
    lines, status = run_verify(tmp_path / "out", [tmp_path / "in"])
    assert status == 1
    assert lines[1:] == ["changed submission: two.txt#1", "changed submission: two.txt#2"]


def test_what_was_changed_is_told(folder: Path) -> None:
    """A changed, missing or added file, a changed manifest and changed submissions are each named."""
    audited(folder)
    out = folder / "out"
    assert run_verify(out, [folder / "in"])[1] == 0
    text = (out / "flags.csv").read_text(encoding="utf-8-sig")
    (out / "flags.csv").write_text(text.replace("warning", "info"), encoding="utf-8")
    (out / "ratios.csv").unlink()
    (out / "reports" / "note.html").write_text("x", encoding="utf-8")
    held = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    held["inputs"][0]["bytes"] += 1
    (out / "manifest.json").write_text(json.dumps(held), encoding="utf-8")
    (folder / "in" / "a" / "石桥.txt").write_text("另一份", encoding="utf-8")
    (folder / "in" / "batch.zip").unlink()
    lines, status = run_verify(out, [folder / "in"])
    assert status == 1
    assert lines[1:] == [
        "changed: flags.csv",
        "sealed otherwise: manifest.json",
        "missing: ratios.csv",
        "added: reports/note.html",
        "changed submission: a/石桥.txt",
        "missing submission: batch.zip/柳湾.txt",
    ]


def test_decisions_are_told_and_no_damage(folder: Path) -> None:
    """They are made after the audit: the reader hears of them, with status 0."""
    audited(folder)
    with (folder / "out" / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write("x-1,誤報,因為\n")
    result = run("verify", str(folder / "out"))
    assert result.returncode == 0
    assert "decisions.csv: written after the audit" in result.stdout


@pytest.mark.parametrize("text", [None, "", "[]", '{"format": "govreport manifest 0"}', "{"])
def test_a_folder_without_a_manifest(tmp_path: Path, text: str | None) -> None:
    """None, damaged or foreign: one message and status 2."""
    if text is not None:
        (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError):
        run_verify(tmp_path)
    result = run("verify", str(tmp_path))
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
