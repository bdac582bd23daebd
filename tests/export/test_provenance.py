"""What a reader warned of, and on which page each thing stands, reaches tables, pages and terminal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import govreport as gr
from govreport.model import Document, Span
from govreport.pipeline import analyze
from govreport.read import from_text
from govreport.report import Report
from tests.read.packages import paragraph, run, write_docx

FIRST = "2019年县妇联工作总结\n一、加强组织建设\n全年举办培训12期，培训妇女干部300人次。\n"
SECOND = "二、维护权益\n明年将在XX镇建立维权站5个。\n"


def paged() -> Document:
    text = FIRST + SECOND
    pages = (Span(0, len(FIRST)), Span(len(FIRST), len(text)))
    return replace(from_text(text), pages=pages)


@pytest.fixture(scope="module")
def report() -> Report:
    return analyze(paged())


def test_a_character_is_on_the_page_that_holds_it() -> None:
    """The first and last character of each page, and none where the format has no pages."""
    document = paged()
    size = len(document.text)
    assert [document.page_at(n) for n in (0, len(FIRST) - 1, len(FIRST), size - 1)] == [1, 1, 2, 2]
    assert from_text(FIRST).page_at(3) is None


@pytest.mark.parametrize("name", ["sections", "statements", "slots", "flags"])
def test_every_span_of_a_table_tells_its_page(report: Report, name: str) -> None:
    """The page of a row is that of the place where its span begins."""
    frame = report.to_frame(name).dropna(subset=["start"])
    assert 2 in set(frame["page"])
    assert list(frame["page"]) == [1 if start < len(FIRST) else 2 for start in frame["start"]]


def test_a_file_without_pages_has_an_empty_column() -> None:
    """The column is there for every format, so that tables of a batch fit together."""
    assert analyze(from_text(FIRST)).to_frame("sections")["page"].isna().all()


def test_flags_tell_their_page_where_people_read_them(report: Report, tmp_path: Path) -> None:
    """The page stands beside the quote in the terminal, on the report's page and in the audit."""
    from govreport.audit import Audit
    from govreport.export.report_html import to_html
    from govreport.export.terminal import render_terminal

    assert "(Page 2)" in render_terminal(report.findings, lang="en", width=100)
    assert "· Page 2</span>" in to_html(report.findings, lang="en")
    Audit((report,), ()).save(tmp_path, lang="en")
    assert "Page 2</span>" in (tmp_path / "flags.html").read_text(encoding="utf-8")


@pytest.fixture
def hiding(tmp_path: Path) -> Path:
    body = (
        paragraph("2019年县妇联工作总结")
        + "<w:p>"
        + run("一、加强党建")
        + run("隐藏", "<w:vanish/>")
        + "</w:p>"
    )
    return write_docx(tmp_path / "a.docx", body)


@pytest.mark.parametrize(("lang", "words"), [("en", "was left out"), ("zh-Hant", "檔案中有看不見的文字")])
def test_hidden_text_of_a_file_is_flagged(hiding: Path, lang: str, words: str) -> None:
    """The flag says that it was left out, once, with the first line as the place to begin looking."""
    from govreport.check import check

    findings = gr.analyze(hiding).findings
    flags = check(findings.text, findings.outline, findings.duplicates, findings.statements, lang=lang)
    flag, *more = [flag for flag in flags if flag.code == "hidden-text"]
    assert not more
    assert words in flag.message
    assert flag.evidence == (("a.docx", Span(0, 12)),)


def test_an_audit_shows_what_was_noticed_when_files_were_read(hiding: Path, tmp_path: Path) -> None:
    """Warnings stand in the table of documents and in words on the first page; damaged bytes are counted."""
    (hiding.parent / "b.txt").write_bytes((FIRST + SECOND).encode("utf-8")[:-3] + b"\xff\n")
    audit = gr.audit(hiding.parent, progress=False)
    rows = audit.to_frame("documents").set_index("document_id")
    assert rows["warnings"].to_dict() == {"a.docx": "hidden-text", "b.txt": "damaged-encoding"}
    assert rows.loc["b.txt", "replacements"] > 0
    audit.save(tmp_path / "out", lang="en")
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "hidden text, left out" in page
    assert "characters that could not be decoded" in page
    assert (tmp_path / "out" / "documents.csv").exists()
