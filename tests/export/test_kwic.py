"""Keywords are found in their context, whatever the script, and cut from the submitted text."""

import pytest

from govreport.audit import Audit
from govreport.errors import UsageError
from govreport.pipeline import analyze
from govreport.read import from_text
from govreport.report import Report
from tests.export.sample import TEXT, sample


def test_a_word_is_found_in_either_script():
    """A Simplified word finds Traditional text, and the quote is the submitted one."""
    hits = Report(sample()).kwic("妇女之家")
    assert [hit.keyword for hit in hits] == ["婦女之家"] * 2
    for hit in hits:
        assert hit.span.of(TEXT) == hit.keyword
        assert TEXT[hit.span.start - 20 : hit.span.end + 20] == hit.before + hit.keyword + hit.after


def test_a_hit_tells_its_part_and_section():
    """The innermost section and the part that hold it are those of the outline."""
    (hit,) = Report(sample()).kwic("健康講座12場", width=4)
    assert (hit.part, hit.section, hit.before) == ("retrospective", 1, "全年舉辦")


def test_a_word_broken_by_a_line_is_found():
    """A line that ends within a word does not hide it."""
    body = "全年共举办各类妇女干部培\n训班3期，到会120人次，反响很好。"
    report = analyze(from_text(f"白沙镇妇联2021年工作总结\n一、抓培训\n{body}\n"))
    assert [hit.keyword.replace("\n", "") for hit in report.kwic("培训班")] == ["培训班"]


def test_patterns_and_several_words():
    """Words are alternatives; a pattern is a regular expression and its full-width bracket is a bracket."""
    report = Report(sample())
    assert len(report.kwic("講座", "網格員")) == 4
    assert [hit.keyword for hit in report.kwic(r"培訓\w+\d+人", pattern=True)] == ["培訓執委60人"]
    assert [hit.keyword for hit in report.kwic("（一）", pattern=True)] == ["（一）"]


@pytest.mark.parametrize("call", [(), ("",)])
def test_no_word_is_wrong_use(call):
    """The message says what to give."""
    with pytest.raises(UsageError, match="no word"):
        Report(sample()).kwic(*call)


def test_a_broken_pattern_is_told():
    """A regular expression that is none is named."""
    with pytest.raises(UsageError, match="no regular expression"):
        Report(sample()).kwic("(", pattern=True)
    with pytest.raises(UsageError, match="width"):
        Report(sample()).kwic("甲", width=-1)


def test_an_audit_finds_words_in_all_reports():
    """Hits are a table that renders, escaped, and makes a frame."""
    audit = Audit((Report(sample()), analyze(from_text("<b>培訓</b>\n培训", id="b.txt"))), ())
    hits = audit.kwic("培訓")
    assert [hit.document_id for hit in hits] == ["sample.txt", "b.txt", "b.txt"]
    html = hits._repr_html_()
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
    frame = hits.to_frame()
    assert list(frame["keyword"]) == ["培訓", "培訓", "培训"]
    assert list(frame.columns)[:3] == ["document_id", "start", "end"]
