"""Reading files in the encodings that officials use, and refusing what is no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport.errors import InputError
from govreport.read import from_text, read

HANT = "二〇一八年白石鎮婦聯工作總結\r\n一、加強學習\r\n組織婦女幹部學習政策,開展宣傳活動十二場。\r\n"
HANS = "2018年白石镇妇联工作总结\n一、加强学习\n组织妇女干部学习政策，开展宣传活动十二场。\n"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (e, t)
        for e in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")
        for t in (HANT, HANS)
    ]
    + [("big5", HANT.replace("〇", "零"))],
)
def test_encodings_are_found(tmp_path: Path, encoding: str, text: str) -> None:
    """The text comes back unchanged, line ends included, whatever it was written in."""
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode(encoding))
    document = read(path)
    assert document.text == text
    assert document.provenance.size == path.stat().st_size
    assert document.provenance.replacements == 0


def test_a_damaged_file_is_read_and_says_so(tmp_path: Path) -> None:
    """One broken byte costs one replacement character, not the report."""
    path = tmp_path / "report.txt"
    path.write_bytes((HANS * 5).encode("gb18030") + b"\xff" + HANS.encode("gb18030"))
    document = read(path)
    assert document.provenance.replacements >= 1
    assert "加强学习" in document.text


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty-file"),
        ("blank.txt", b"\xef\xbb\xbf \r\n\t\n", "empty-file"),
        ("binary.txt", bytes(range(256)) * 40, "binary-file"),
        ("broken.txt", b"%PDF-1.7 \n", "damaged-file"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), "wrong-format"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2040), "legacy-file"),
        ("cut.docx", b"PK\x03\x04" + bytes(40), "damaged-file"),
        ("table.xyz", b"text", "unknown-format"),
    ],
)
def test_what_is_no_report_is_named(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    """One line says which file, what it is and what to do."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.code == code
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A wrong path is an InputError, not a traceback of the system."""
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "nowhere.txt")


def test_lines_hold_no_line_end() -> None:
    """Lines are spans of the raw text without their ends."""
    document = from_text("甲\r\n\n乙")
    assert [span.of(document.text) for span in document.lines] == ["甲", "", "乙"]
