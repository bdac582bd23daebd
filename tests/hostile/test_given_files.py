"""Hostile files that are no submissions: histories, models and settings, given wherever a file may be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import govreport as gr
from tests.hostile.given import problems_of_given
from tests.hostile.manifest import GENERATOR, NOT_SUBMITTED, generate

if not GENERATOR.exists():
    pytest.skip(f"{GENERATOR} is missing: set GOVREPORT_SHARED", allow_module_level=True)

TEXT = "库山镇妇联2021年工作总结\n一、加强培训\n2021年3月举办培训班3期。\n"


@pytest.mark.parametrize("only", ["index/", "model/", "config/"])
def test_each_is_refused_wherever_it_is_given(only: str, tmp_path: Path) -> None:
    """One line that names the file, status 2 or 4, the file as it was, and nothing that it holds is run."""
    listed = [file for file in generate(tmp_path / "bad", only) if file["klass"] in NOT_SUBMITTED]
    assert len(listed) == {"index/": 11, "model/": 10, "config/": 5}[only]
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    assert not list(problems_of_given(tmp_path / "bad", listed, report))


def test_as_submissions_they_have_their_row_and_run_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever puts them into one folder gets a row for each, and nothing is run."""
    monkeypatch.chdir(tmp_path)
    listed = [file for file in generate(tmp_path / "bad") if file["klass"] in NOT_SUBMITTED]
    for kind in ("txt", "pdf", "docx", "html", "names", "fs", "output", "evasion", "complexity"):
        shutil.rmtree(tmp_path / "bad" / kind, ignore_errors=True)
    found = gr.audit(tmp_path / "bad", progress=False)
    assert len(listed) == 26
    # One of them is a zip archive: its row is that of what lies in it.
    told = {Path(one.path).relative_to(tmp_path / "bad").parts[:2] for one in found.outcomes}
    assert {Path(file["path"]).parts for file in listed} <= told
    assert not [one for one in found.outcomes if one.status in ("ok", "warning")]
    assert not list(tmp_path.glob("CANARY*"))
