"""Saved web pages: what a reader of the page reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport.read import read

BODY = (
    "<nav>首页 &gt; 范文</nav><h1>石桥镇妇联2018年工作总结</h1><script>alert('一、假')</script>"
    "<p>一、加强<ruby>学习<rt>xué xí</rt></ruby></p><div style='display:none'>隐藏的话</div>"
    "<table><tr><td>培训</td><td>5期</td></tr></table><p>二、依法维权<br>接访30人次</p><footer>版权所有</footer>"
)
TEXT = "石桥镇妇联2018年工作总结\n一、加强学习\n培训\t5期\n二、依法维权\n接访30人次\n"


@pytest.mark.parametrize(
    ("declared", "actual"),
    [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("", "gb18030"), ("utf-8", "gb18030"), ("gbk", "utf-8")],
)
def test_pages_are_read_whatever_they_say_of_their_encoding(
    tmp_path: Path, declared: str, actual: str
) -> None:
    """Menus, scripts and hidden parts are left out, blocks are lines, ruby glosses are no text."""
    meta = f'<meta charset="{declared}">' if declared else ""
    path = tmp_path / "page.html"
    path.write_bytes(f"<!DOCTYPE html><html><head>{meta}</head><body>{BODY}</body></html>".encode(actual))
    document = read(path)
    assert document.text.replace(" ", "") == TEXT.replace(" ", "")
    assert document.provenance.format == "html"
    assert "hidden-text" in document.provenance.warnings


def test_a_page_saved_as_one_file(tmp_path: Path) -> None:
    """MHTML holds the page beside its pictures."""
    import base64

    page = base64.encodebytes(f"<html><body>{BODY}</body></html>".encode()).decode()
    path = tmp_path / "page.mht"
    path.write_text(
        "From: saved\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
        f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{page}\n--x--\n"
    )
    assert read(path).text == TEXT
