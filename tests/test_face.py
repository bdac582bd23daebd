"""The face of the library: light to import, and its verbs are verbs."""

from __future__ import annotations

import subprocess
import sys

import govreport as gr

HEAVY = (
    *("duckdb", "pandas", "numpy", "jieba", "sklearn", "scipy", "opencc", "rapidfuzz"),
    *("jinja2", "typer", "rich"),
)


def test_import_is_light() -> None:
    """``import govreport`` imports nothing heavy."""
    code = f"import sys, govreport; print([m for m in {HEAVY!r} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_rooms_do_not_hide_verbs() -> None:
    """After the rooms were imported, ``gr.read`` is still the function."""
    code = "import govreport as gr, govreport.read, govreport.pipeline; print(callable(gr.read))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "True"


def test_every_public_name_is_there() -> None:
    """What the face lists can be had."""
    assert all(getattr(gr, name) is not None for name in dir(gr))


def test_a_report_tells_what_it_is() -> None:
    """From a text at hand to title, year and sections."""
    report = gr.analyze(
        gr.from_text("2020年白石镇妇联工作总结\n一、抓学习\n组织学习。\n二、抓队伍\n培训干部。")
    )
    assert (report.title, report.year, report.script) == ("2020年白石镇妇联工作总结", 2020, "Hans")
    assert [section.heading for section in report.sections] == ["抓学习", "抓队伍"]
