"""How a report closes, and what only looks so."""

from __future__ import annotations

import pytest

from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment

_DONE = "石湾镇侨联2021年工作总结\n一、抓联谊\n接待来访9批。\n"
_BODY = f"{_DONE}二、2022年工作打算\n(一)走访侨眷30户。\n(二)办班2期。"


@pytest.mark.parametrize(
    ("joint", "words"),
    [
        ("\n", "以上是我的述职,请各位评议。"),
        ("", "以上述职,请予评议。"),
        ("", "以上是我镇侨联全年的工作情况,不妥之处请指正。"),
        ("\n", "专此报告。"),
        ("\n", "各位代表!风正一帆悬。让我们同舟共济,驶向更宽的海面!"),
        ("", "各位代表,潮平两岸阔。让我们携手前行!"),
        ("\n", "新的一年,我们将以更加饱满的热情,为家乡作出新的贡献。"),
        ("\n", "总之,我们将继续努力。"),
    ],
)
def test_a_report_closes_behind_its_last_number(joint: str, words: str) -> None:
    """Set words close it in the middle of a line too; what calls on all needs a line of its own."""
    text = f"{_BODY}{joint}{words}\n"
    outline = segment(normalize(from_text(text)))
    assert outline.parts[-1].name == "closing"
    assert outline.parts[-1].span.of(text) == words
    assert outline.sections[-1].span.of(text) == "(二)办班2期。"


@pytest.mark.parametrize(
    "text",
    [
        # Before the last number nothing closes.
        _BODY.replace("接待来访9批。", "总之,接待来访9批。\n让我们回家活动携手侨企一起办了3场。"),
        # Below a heading alone on its line stands its body.
        f"{_BODY}\n三、抓自身建设\n不忘初心,以更加扎实的作风服务侨胞。",
        # A figure is to be met.
        f"{_BODY}\n以更加扎实的作风办好侨胞之家,年内接待5批。",
        f"{_BODY}\n以上是小编整理的工作总结。",
        f"{_BODY}以上报告3份报县侨联。",
    ],
)
def test_what_only_looks_like_a_closing_is_none(text: str) -> None:
    """总之 in the middle, a body that speaks of zeal, a figure, a site's own words."""
    assert "closing" not in [part.name for part in segment(normalize(from_text(text))).parts]
