"""What is given for a path and is none."""

from pathlib import Path
from typing import Any

import pytest

import govreport as gr
from govreport.errors import InputError, UsageError


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("一、加强学习\n组织学习3次。", "a text of 14 characters given"),
        ("一、加强学习。" * 1000, "use govreport.from_text"),
        ("", "an empty one given"),
        (None, "NoneType given"),
        (b"a.txt", "bytes given"),
    ],
)
def test_what_is_no_path_is_told(given: Any, told: str) -> None:
    """A text that was taken for a path is called a text, with what to call instead."""
    with pytest.raises(InputError, match=told):
        gr.analyze(given)


def test_a_file_may_be_named_like_a_sentence(tmp_path: Path) -> None:
    """Full stops and line ends stand in names, too."""
    for name in ("总结。.txt", "总\n结.txt"):
        (tmp_path / name).write_text("石桥镇妇联2020年工作总结\n一、抓学习\n学习3次。\n", encoding="utf-8")
        assert gr.read(str(tmp_path / name)).id == name


def test_a_report_is_no_audit_and_a_name_no_report() -> None:
    """Each call says what it wanted."""
    report = gr.analyze(gr.from_text("石桥镇妇联2020年工作总结\n一、抓学习\n学习3次。\n"))
    with pytest.raises(UsageError, match="two reports were wanted, str given"):
        gr.follow_up("a.txt", report)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="an audit was wanted, Report given"):
        gr.sample(report, 5)
