"""A batch goes on where it stopped, and a second one over the same files reads nothing anew."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import govreport as gr
from govreport.audit import Audit
from govreport.check import shipped
from govreport.engines import embedded
from govreport.engines.isolated import Answer, Limits
from govreport.errors import OutputError
from govreport.gather import reading as gathering
from govreport.gather.cache import Cache

TEXT = "{}镇妇联2021年工作总结\n一、加强培训\n举办培训班{}期，培训{}人。\n二、下一步打算\n新建儿童之家3所。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "submitted"
    root.mkdir()
    for number in range(6):
        text = TEXT.format("甲乙丙丁戊己"[number], number + 3, number + 40)
        (root / f"{number}.txt").write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the documents that are given to a child."""
    given: list[str] = []
    original = embedded.answers

    def counted(tasks: list[gathering.Task], **options: object) -> object:
        given.extend(task.id for task in tasks)
        return original(tasks, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(embedded.Embedded, "answers", staticmethod(counted))
    return given


def audit(folder: Path, out: Path, **options: object) -> Audit:
    return gr.audit(folder, cache=out / ".govreport", progress=False, **options)  # type: ignore[arg-type]


def saved(audit: Audit, out: Path) -> dict[str, bytes]:
    """Return what was written, without what reading cost and what is kept for later."""
    audit.save(out)
    files = (path for path in out.rglob("*") if path.is_file() and ".govreport" not in path.parts)
    return {str(path.relative_to(out)): path.read_bytes() for path in files if path.name != "run.json"}


def test_a_second_run_reads_what_is_new(folder: Path, tmp_path: Path, read: list[str]) -> None:
    """Unchanged files are not read again, changed and new ones are; the output is that of a fresh run."""
    audit(folder, tmp_path / "out")
    assert len(read) == 6
    (folder / "1.txt").write_text(TEXT.format("庚", 9, 90), encoding="utf-8")
    (folder / "6.txt").write_text(TEXT.format("辛", 8, 80), encoding="utf-8")
    (folder / "0.txt").rename(folder / "7.txt")
    read.clear()
    again = saved(audit(folder, tmp_path / "out"), tmp_path / "out")
    assert sorted(read) == ["1.txt", "6.txt", "7.txt"]
    assert again == saved(audit(folder, tmp_path / "fresh"), tmp_path / "fresh")


def test_other_options_read_anew(folder: Path, tmp_path: Path, read: list[str]) -> None:
    """What was read with another taxonomy or other limits is not taken for what is asked, and is removed."""
    audit(folder, tmp_path / "out")
    read.clear()
    audit(folder, tmp_path / "out", taxonomy=gr.load_taxonomy("trade_union"))
    assert len(read) == 6
    assert sum(path.is_dir() for path in (tmp_path / "out" / ".govreport").iterdir()) == 1
    audit(folder, tmp_path / "out", limits=Limits(seconds=20))
    assert len(read) == 12


def test_damaged_entries_are_read_anew(folder: Path, tmp_path: Path, read: list[str]) -> None:
    """Entries that were cut, changed, emptied or replaced are none, and the output does not change."""
    whole = saved(audit(folder, tmp_path / "out"), tmp_path / "out")
    entries = sorted((tmp_path / "out" / ".govreport").rglob("*.found"))
    held = entries[0].read_bytes()
    damaged = [b"", held[:-5], held.replace(b"txt", b"tyt"), os.urandom(500), b"\n\n"]
    for entry, data in zip(entries, damaged, strict=False):
        entry.write_bytes(data)
    read.clear()
    assert saved(audit(folder, tmp_path / "out"), tmp_path / "out") == whole
    assert len(read) == 5


RUN = "import sys, govreport as gr; gr.audit(sys.argv[1], cache=sys.argv[2], progress=False, jobs=1)"


def test_a_killed_batch_goes_on(folder: Path, tmp_path: Path, read: list[str]) -> None:
    """After kills at any time the output is that of a run that was not disturbed, and no child is left."""
    for number in range(6):
        text = (folder / f"{number}.txt").read_text(encoding="utf-8")
        (folder / f"{number}.txt").write_text(text * 25, encoding="utf-8")
    cache = tmp_path / "out" / ".govreport"
    for _ in range(2):
        process = subprocess.Popen([sys.executable, "-c", RUN, str(folder), str(cache)])
        before = len(list(cache.rglob("*.found"))) if cache.exists() else 0
        while process.poll() is None and (not cache.exists() or len(list(cache.rglob("*.found"))) <= before):
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
    known = len(list(cache.rglob("*.found")))
    resumed = saved(audit(folder, tmp_path / "out"), tmp_path / "out")
    assert len(read) == 6 - known < 5
    assert resumed == saved(audit(folder, tmp_path / "fresh"), tmp_path / "fresh")


def test_what_stopped_every_batch_is_set_aside(folder: Path, tmp_path: Path, read: list[str]) -> None:
    """A file that was being read when the batch was killed, three times, is not tried any more."""
    kept = tmp_path / "out" / ".govreport"
    with_notes = gathering.Reading(1, Limits(), rules=shipped(), cache_folder=kept)
    (one,) = (one for one in with_notes.inputs([folder])[0] if one.id == "3.txt")
    key = with_notes._key(one, "read")
    assert key is not None
    for _ in range(3):
        with_notes._cache.begun(key)
    found = audit(folder, tmp_path / "out")
    assert [failure.code for failure in found.failures] == ["crashed"]
    assert "3.txt" not in read
    assert len(found.reports) == 5


def test_interrupted_files_are_not_blamed(tmp_path: Path) -> None:
    """What ended, or was called off, is not counted; half a note of a kill is passed over."""
    cache = Cache(tmp_path, "x")
    for key in ("a", "a", "b"):
        cache.begun(key)
    cache.ended("b")
    with (tmp_path / "begun.jsonl").open("a") as notes:
        notes.write('{"beg')
    again = Cache(tmp_path, "x")
    assert (again.attempts("a"), again.attempts("b")) == (2, 0)


def test_a_cache_that_cant_be_used_is_status_four(tmp_path: Path) -> None:
    """A file where the folder should be is one clear line."""
    (tmp_path / "taken").write_text("")
    with pytest.raises(OutputError, match="taken"):
        Cache(tmp_path / "taken", "x")
    cache = Cache(tmp_path / "cache", "x")
    (tmp_path / "cache" / "x").write_text("")
    with pytest.raises(OutputError, match="cache"):
        cache.put(cache.key("a", "b"), Answer("done", b"[]"))
