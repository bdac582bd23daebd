"""What a Word file calls a heading is one, and its level is known: styles and outline levels are evidence."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

import govreport as gr
from govreport.model import HeadingLine, Span
from govreport.normalize import normalize
from govreport.report import Report
from govreport.segment import segment

LONG = (
    "深入学习贯彻上级精神全面推进妇联系统改革创新切实增强基层组织的政治性先进性群众性各项工作取得新的成效进展"
)
BODY = "全年举办培训班3期，培训214人。组织妇女代表走访困难家庭，发放慰问品120份。"


def written(path: Path, *paragraphs: tuple[str, str | None]) -> Report:
    """Analyze a file of paragraphs with their styles; a digit gives an outline level and no style."""
    document = docx.Document()
    for text, style in paragraphs:
        if style and style.isdigit():
            paragraph = document.add_paragraph(text)
            level = OxmlElement("w:outlineLvl")
            level.set(qn("w:val"), str(int(style) - 1))
            paragraph._p.get_or_add_pPr().append(level)
        else:
            document.add_paragraph(text, style=style)
    document.save(str(path))
    return gr.analyze(path)


def shape(report: Report) -> list[tuple[str, int, str]]:
    return [(section.marker, section.level, section.heading) for section in report.sections]


def test_styles_and_outline_levels_are_kept_with_the_document(tmp_path: Path) -> None:
    """Each heading is a line of the document with its level, whether a style or the paragraph says it."""
    report = written(
        tmp_path / "a.docx", ("总结", "Title"), ("一、抓培训", "Heading 1"), (BODY, None), ("（一）进村", "2")
    )
    document = report.document
    kept = [(heading.span.of(document.text), heading.level) for heading in document.headings]
    assert kept == [("一、抓培训", 1), ("（一）进村", 2)]
    assert not gr.from_text(document.text).headings


def test_a_long_line_with_a_heading_style_is_a_heading(tmp_path: Path) -> None:
    """A line that its length would make a sentence is a heading where the file says so."""
    texts = [(f"一、{LONG}", "Heading 1"), (BODY, None), ("二、抓宣传", "Heading 1"), (BODY, None)]
    assert shape(written(tmp_path / "a.docx", *texts))[0] == ("一、", 1, LONG)
    plain = [(text, None) for text, _ in texts]
    assert shape(written(tmp_path / "b.docx", *plain))[0] != ("一、", 1, LONG)


def test_levels_of_the_file_go_before_what_numbers_tell(tmp_path: Path) -> None:
    """1. above 一、 is unusual; outline levels tell, and a list below a heading of its style."""
    texts = [
        ("1.抓培训", "1"), ("一、进村", "2"), (BODY, None), ("二、入户", "2"), (BODY, None),
        ("2.抓宣传", "1"), (BODY, None), ("1.上街宣传政策。", None), ("2.进校宣传法律。", None),
        ("3.抓维权", "1"), (BODY, None),
    ]  # fmt: skip
    found = [(marker, level) for marker, level, _ in shape(written(tmp_path / "a.docx", *texts))]
    assert found == [("1.", 1), ("一、", 2), ("二、", 2), ("2.", 1), ("1.", 2), ("2.", 2), ("3.", 1)]


def test_headings_of_which_only_some_have_a_style_stay_on_one_level(tmp_path: Path) -> None:
    """Who forgot the style of one heading did not move it: numbers that go on stay side by side."""
    texts = [
        ("一、抓培训", "Heading 1"), (BODY, None), ("二、抓宣传", None), (BODY, None),
        ("（一）上街", None), (BODY, None), ("三、抓维权", "Heading 1"), (BODY, None),
    ]  # fmt: skip
    found = [(marker, level) for marker, level, _ in shape(written(tmp_path / "a.docx", *texts))]
    assert found == [("一、", 1), ("二、", 1), ("（一）", 2), ("三、", 1)]


def test_a_paragraph_with_a_heading_style_by_mistake_is_none(tmp_path: Path) -> None:
    """Several sentences are no heading, whatever style they have."""
    report = written(
        tmp_path / "a.docx", (f"一、抓培训。{BODY}", "Heading 1"), ("二、抓宣传", None), (BODY, None)
    )
    assert report.sections[0].heading == "抓培训"


def test_ten_thousand_levels_neither_fail_nor_stall() -> None:
    """Levels beyond a hundred count as the hundredth, and the document is told to be nested too deep."""
    lines = [f"一、工作{number}" for number in range(10_000)]
    text = "\n".join(lines)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    headings = tuple(
        HeadingLine(Span(start, start + len(line)), level)
        for level, (start, line) in enumerate(zip(starts, lines, strict=False), 1)
    )
    begin = time.process_time()
    view = normalize(replace(gr.from_text(text), headings=headings))
    outline = segment(view)
    assert time.process_time() - begin < 12
    assert len(outline.sections) == 10_000
    assert max(section.level for section in outline.sections) == 100
    assert "deep-nesting" in view.document.provenance.warnings
