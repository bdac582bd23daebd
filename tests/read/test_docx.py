"""Word files: what Word shows is what is read, automatic numbers included."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport as gr
from govreport.errors import InputError
from govreport.read import read
from tests.read.packages import level, numbered, paragraph, run, write_docx

LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimalEnclosedCircle", "%4")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="1">'
    + level(0, "chineseCountingThousand", "第%1章")
    + level(1, "decimal", "%1.%2")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    + '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


def lines(path: Path) -> list[str]:
    return read(path).text.splitlines()


def test_automatic_numbers_are_written_as_word_shows_them(tmp_path: Path) -> None:
    """Four levels, deeper ones beginning anew under each new number; a second list that restarts."""
    shape = [(0, 1), (1, 1), (1, 1), (2, 1), (3, 1), (0, 1), (1, 1), (0, 2), (0, 3), (1, 3)]
    body = "".join(numbered("标题", place, number) for place, number in shape)
    found = lines(write_docx(tmp_path / "a.docx", body, LISTS))
    assert [line.replace("标题", "") for line in found] == [
        *("一、", "（一）", "（二）", "1.", "①", "二、", "（一）", "一、", "第一章 ", "一.1 "),
    ]


def test_numbers_of_styles_count_and_zero_takes_them_away(tmp_path: Path) -> None:
    """A style brings its list, also one that rests on another; numId 0 means no number."""
    styles = (
        '<w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="H2"><w:basedOn w:val="H"/></w:style>'
    )
    zero = '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        paragraph("甲", '<w:pStyle w:val="H"/>')
        + paragraph("乙", '<w:pStyle w:val="H2"/>')
        + paragraph("丙", zero)
    )
    assert lines(write_docx(tmp_path / "a.docx", body, LISTS, styles=styles)) == ["一、甲", "二、乙", "丙"]


def test_sections_are_found_by_automatic_numbers(tmp_path: Path) -> None:
    """A report whose numbers stand nowhere in its text is segmented as the printed one is."""
    body = (
        paragraph("石桥镇妇联2018年工作总结")
        + numbered("抓学习")
        + paragraph("组织学习12次。")
        + numbered("抓维权")
        + paragraph("接访30人次。")
    )
    report = gr.analyze(write_docx(tmp_path / "a.docx", body, LISTS))
    assert [(s.marker, s.heading) for s in report.sections] == [("一、", "抓学习"), ("二、", "抓维权")]
    assert report.document.provenance.format == "docx"


def test_nothing_that_is_seen_is_lost_and_nothing_hidden_is_read(tmp_path: Path) -> None:
    """Tables, merged cells once, text boxes, content controls, notes; deleted and hidden text is left out."""
    cell = "<w:tc>{}</w:tc>".format
    merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    rows = (cell(paragraph("甲")) + cell(paragraph("乙")), merged + cell(paragraph("丙")))
    hidden = ("<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>')
    box = f"<w:r><w:drawing><w:txbxContent>{paragraph('框内')}</w:txbxContent></w:drawing></w:r>"
    deleted = "<w:del><w:r><w:delText>删除</w:delText></w:r></w:del>"
    body = (
        "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
        f"<w:p>{run('正文')}{box}</w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>"
        f"<w:p><w:ins>{run('新增')}</w:ins>{deleted}{''.join(run('不见', how) for how in hidden)}</w:p>"
        f'<w:p>{run("注")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    note = '<w:footnote w:id="2">' + paragraph("脚注") + "</w:footnote>"
    path = write_docx(tmp_path / "a.docx", body, footnotes=note)
    assert lines(path) == ["甲\t乙", "丙", "正文", "框内", "控件", "新增", "注", "脚注"]
    assert read(path).provenance.warnings == ("hidden-text", "tracked-changes")


def test_a_word_file_is_known_by_its_content(tmp_path: Path) -> None:
    """The name says .txt, the bytes say Word."""
    path = write_docx(tmp_path / "a.docx", paragraph("一、抓学习")).rename(tmp_path / "a.txt")
    assert read(path).text == "一、抓学习\n"


def test_a_damaged_package_is_one_line(tmp_path: Path) -> None:
    """The message names the file and what is broken in it."""
    path = write_docx(tmp_path / "a.docx", paragraph("一、抓学习"))
    path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(InputError, match=r"a\.docx: is damaged") as raised:
        read(path)
    assert "\n" not in str(raised.value)


def test_corpus_reports_read_the_same_from_word(tmp_path: Path) -> None:
    """A report written out as Word paragraphs gives the sections and statements of the text."""
    for name in ("w-wenquan-town-2024", "w-shuikou-town-2014"):
        item = next(
            iter(gr.load_corpus(Path(__file__).parents[2] / "corpus" / "reports" / f"{name}.gold.txt"))
        )
        text = item.document.text.replace("&", "&amp;").replace("<", "&lt;")
        body = "".join(paragraph(line) for line in text.splitlines())
        one, other = gr.analyze(item.document), gr.analyze(write_docx(tmp_path / f"{name}.docx", body))
        assert [s.heading for s in other.sections] == [s.heading for s in one.sections]
        assert [s.text for s in other.statements] == [s.text for s in one.statements]


def test_endnotes_and_footnotes_of_one_number_are_two_notes(tmp_path: Path) -> None:
    """Both are read behind the text, each once."""
    references = "".join(
        f'<w:p><w:r><w:t>{text}</w:t><w:{kind}Reference w:id="2"/></w:r></w:p>'
        for text, kind in (("一、组织建设", "footnote"), ("二、维护权益", "endnote"))
    )
    notes = {
        f"{kind}s": f'<w:{kind} w:id="2">{paragraph(text)}</w:{kind}>'
        for kind, text in (("footnote", "脚注的话"), ("endnote", "尾注的话"))
    }
    path = write_docx(tmp_path / "a.docx", references, **notes)
    assert read(path).text.splitlines() == ["一、组织建设", "二、维护权益", "脚注的话", "尾注的话"]


def test_text_that_a_style_hides_is_left_out_and_told(tmp_path: Path) -> None:
    """Styles of paragraphs and of runs, also where they rest on a hidden one; what is shown again is read."""
    styles = (
        '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="S"><w:basedOn w:val="H"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    )
    unseen = run("看不见乙", '<w:rStyle w:val="H"/>')
    body = (
        paragraph("一、组织建设")
        + paragraph("看不见甲", '<w:pStyle w:val="B"/>')
        + f"<w:p>{unseen}{run('二、维护权益')}</w:p>"
        + paragraph("三、关爱儿童", '<w:pStyle w:val="S"/>')
    )
    document = read(write_docx(tmp_path / "a.docx", body, styles=styles))
    assert document.text.splitlines() == ["一、组织建设", "二、维护权益", "三、关爱儿童"]
    assert document.provenance.warnings == ("hidden-text",)
