"""A flag speaks the language of the page."""

from dataclasses import replace

from govreport.export.flag_messages import message_in
from govreport.export.terminal import render_terminal
from govreport.pipeline import analyze
from govreport.read import from_text


def test_the_message_is_written_again_in_the_language_asked_for():
    """A Simplified report's flag is told in English, with its own values."""
    report = analyze(
        from_text("白沙镇妇联2021年工作总结\n一、加强培训。对照《妇女权益保护法》举办培训班3期。\n")
    )
    flag = next(flag for flag in report.flags if flag.code == "unknown-law")
    assert "妇女权益保护法" in message_in(flag, "en")
    assert "is not in the table of laws" in message_in(flag, "en")
    assert message_in(flag, "zh-Hans") == flag.message


def test_the_terminal_speaks_the_language_that_is_asked_for():
    """``show --lang en`` tells of a Simplified report's flags in English."""
    report = analyze(from_text("柳湾镇妇联2021年工作总结\n一、维权。对照《妇女权益保护法》办班3期。\n"))
    told = " ".join(render_terminal(report, lang="en", width=200).split())
    assert "is not in the table of laws" in told


def test_a_message_of_ones_own_stays():
    """What no message of the code gives is shown as it is."""
    report = analyze(from_text("xx镇妇联2021年工作总结\n一、加强培训。全年举办培训班3期。\n"))
    flag = replace(report.flags[0], message="自己的话")
    assert message_in(flag, "en") == "自己的话"


def test_a_quote_that_can_not_be_seen_is_told_by_its_code_points(tmp_path):
    """Zero-width characters are named on the page, in the list, in the workbook and in the terminal."""
    import openpyxl

    import govreport as gr

    text = "柳湾镇妇联2020年工作总结\n一、维权。调解家庭\u200b\u200b纠纷3起。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    audit = gr.audit(tmp_path / "a.txt", progress=False)
    assert "hidden-text" in [flag.code for flag in audit.flags]
    audit.save(tmp_path / "out")
    for name in ("flags.html", "reports/0001.html"):
        assert "U+200B U+200B" in (tmp_path / "out" / name).read_text(encoding="utf-8")
    book = openpyxl.load_workbook(tmp_path / "out" / "audit.xlsx", read_only=True)
    assert any("U+200B" in str(cell) for sheet in book for row in sheet.values for cell in row)
    assert "U+200B" in render_terminal(audit.reports[0].findings, lang="en")
