"""A flag speaks the language of the page."""

from dataclasses import replace

from govreport.export.flag_messages import message_in
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


def test_a_message_of_ones_own_stays():
    """What no message of the code gives is shown as it is."""
    report = analyze(from_text("xx镇妇联2021年工作总结\n一、加强培训。全年举办培训班3期。\n"))
    flag = replace(report.flags[0], message="自己的话")
    assert message_in(flag, "en") == "自己的话"
