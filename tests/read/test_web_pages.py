"""Saved web pages: what a reader of the page reads."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport as gr
from govreport.errors import InputError
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


def test_several_reports_on_one_page_are_several_reports(tmp_path: Path) -> None:
    """Sites put specimens below each other; each is a report of its own, and its text is that of the page."""
    one = (
        "<p>{}：{}镇妇联{}年工作总结</p><p>一、加强学习</p><p>全年培训妇女{}人次。</p>"
        "<p>二、依法维权</p><p>接访{}人次。</p>"
    )
    parts = [("篇一", "石桥", 2018, 300, 12), ("篇二", "白沙", 2019, 200, 31), ("篇三", "青山", 2020, 150, 9)]
    path = tmp_path / "page.html"
    body = "".join(f"<div><h3>{one.format(*part)}</h3></div>" for part in parts)
    path.write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", encoding="utf-8")
    reports = gr.analyze_each(path)
    assert [report.document.id for report in reports] == ["page.html#1", "page.html#2", "page.html#3"]
    assert [report.year for report in reports] == [2018, 2019, 2020]
    assert [len(report.sections) for report in reports] == [2, 2, 2]
    assert "".join(report.document.text for report in reports) == read(path).text


def test_what_a_page_shows_from_elsewhere_or_turned_around_is_told(tmp_path: Path) -> None:
    """Frames, reversed text, own entities and the page of an error are worth a look."""
    pages = {
        "external-link": "<p>一、加强学习</p><iframe src='https://a.example/b.html'></iframe>",
        "reordered-text": "<p style='unicode-bidi: bidi-override; direction: rtl'>习学强加、一</p>",
        "error-page": "<h1>403 Forbidden</h1><p>您的访问被防火墙拦截</p>",
        "deep-nesting": "<div>" * 300 + "一、加强学习",
    }
    for code, body in pages.items():
        path = tmp_path / "a.html"
        path.write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", encoding="utf-8")
        assert read(path).provenance.warnings == (code,)
    path.write_text('<!DOCTYPE html [<!ENTITY a "b">]><html><body><p>一、加强学习</p></body></html>')
    assert (read(path).text, read(path).provenance.warnings) == ("一、加强学习\n", ("xml-dtd",))


def test_a_page_that_scripts_write_is_told_as_one(tmp_path: Path) -> None:
    """No script is run: the message says what to do instead."""
    (tmp_path / "a.html").write_text("<!doctype html><div id=a></div><script src=/a.js></script>")
    with pytest.raises(InputError, match=r"writes its text by scripts.*save it as PDF") as caught:
        read(tmp_path / "a.html")
    assert caught.value.code == "no-text"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("<ol><li>学习<li>维权</ol>", "1. 学习\n2. 维权\n"),
        ("<ol start=3 type=a><li>学习<li value=7>维权</ol>", "c. 学习\ng. 维权\n"),
        ("<ol style='list-style-type: cjk-ideographic'><li>学习<li>维权</ol>", "一、学习\n二、维权\n"),
        ("<ol style='list-style: none'><li>学习<li>维权</ol>", "学习\n维权\n"),
        ("<ol><li>一、学习<li>二、维权</ol>", "一、学习\n二、维权\n"),
        ("<ul><li>学习<li>维权</ul>", "学习\n维权\n"),
        ("<ol><li>学习<ol><li>组织</ol><li>维权</ol>", "1. 学习\n1. 组织\n2. 维权\n"),
    ],
)
def test_numbers_of_lists_are_written_as_a_browser_does(tmp_path: Path, given: str, shown: str) -> None:
    """Counted, begun elsewhere, in Chinese; not where the items have numbers of their own."""
    (tmp_path / "a.html").write_text(f"<!doctype html><html><body>{given}</body></html>", encoding="utf-8")
    assert read(tmp_path / "a.html").text == shown


def test_what_a_style_sheet_hides_is_left_out_and_told(tmp_path: Path) -> None:
    """By class and by id, or without colour; what only print leaves out, and what is shown again, is read."""
    sheet = (
        ".x{display:none} #y{visibility:hidden} @media print{.p{display:none}} .t{display:none}"
        ".t.on{display:block}"
    )
    body = "<p class='a x'>甲</p><p id=y>乙</p><p style='opacity:0'>丙</p>"
    body += "<p class=p>学习</p><p class='t on'>维权</p>"
    page = f"<!doctype html><html><head><style>{sheet}</style></head><body>{body}</body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    document = read(tmp_path / "a.html")
    assert (document.text, document.provenance.warnings) == ("学习\n维权\n", ("hidden-text",))


def test_the_text_of_a_form_is_read_and_a_page_within_the_page_is_told(tmp_path: Path) -> None:
    """What was typed into a form that was saved is the report; an inner page is not read."""
    body = "<form><textarea>一、抓学习\n全年培训3期。</textarea></form><iframe srcdoc='<p>二、维权'></iframe>"
    (tmp_path / "a.html").write_text(f"<!doctype html><html><body>{body}</body></html>", encoding="utf-8")
    document = read(tmp_path / "a.html")
    assert document.text == "一、抓学习\n全年培训3期。\n"
    assert document.provenance.warnings == ("embedded",)


def test_lines_that_were_typed_stay_lines_and_many_paragraphs_are_not_deep(tmp_path: Path) -> None:
    """A report between <pre> and </pre> has its paragraphs; a long page has none of the depth of a trap."""
    page = "<!doctype html><html><body><pre>一、抓学习\n全年<b>培训\n3期</b>。</pre>{}</body></html>"
    (tmp_path / "a.html").write_text(page.format("<p>接访30人次</p>" * 300), encoding="utf-8")
    document = read(tmp_path / "a.html")
    assert document.text.splitlines()[:4] == ["一、抓学习", "全年培训", "3期。", "接访30人次"]
    assert document.provenance.warnings == ()
