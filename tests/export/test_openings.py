"""A section without a heading shows how it begins."""

import pytest

import govreport as gr
from govreport.export.openings import opening
from govreport.export.terminal import render_terminal

TEXT = """柳湾镇妇联2021年工作总结
一、抓宣传。
一是到双河村入户宣传,发放资料300份,张贴标语12条,悬挂横幅8条。二是办班3期。
"""


@pytest.fixture(scope="module")
def report() -> gr.Report:
    """One section with a heading above two items without."""
    return gr.analyze(gr.from_text(TEXT))


def test_items_begin_with_their_own_words(report: gr.Report) -> None:
    """What is cut off is told; what fits is whole; a heading needs none."""
    assert [opening(section, TEXT) for section in report.sections] == [
        "",
        "到双河村入户宣传,发放资料300份,张贴标语12…",
        "办班3期。",
    ]


def test_terminal_and_page_show_them(report: gr.Report) -> None:
    """The outline tells 一是 from 二是."""
    assert "二是办班3期。" in render_terminal(report.findings, width=100)
    assert '二是</span><span class="opening">办班3期。' in report.to_html().replace("\n", "")


def test_a_doubtful_section_without_a_heading_has_no_end_of_one() -> None:
    """It is said that there may be a heading, not that its end is in doubt."""
    text = (
        "柳湾镇残联2021年工作总结\n一、康复工作\n1、在全国助残日期间,得到市残联支持,为12名残疾人提供轮椅。\n"
    )
    told = render_terminal(gr.analyze(gr.from_text(text)).findings, lang="en", width=200)
    assert "where the heading ends" not in told
