"""What sites write around reports is found by a few words, whatever the rest is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import govreport as gr
from govreport.normalize import normalize
from govreport.text.lexicon import load_table
from govreport.text.site_words import site_words

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"


def test_nothing_is_passed_over() -> None:
    """Whatever the patterns match in the corpus holds one of the words that lead to a line."""
    table = load_table("site_words")
    words, some = re.compile(table["words"]), re.compile(table["some"])
    texts = [normalize(item.document).text for item in gr.load_corpus(REPORTS) if item.split == "train"]
    found = [match.group() for text in texts for match in words.finditer(text) if match.group()]
    assert len(found) > 100
    assert [one for one in found if not some.search(one)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("首页 > 总结 > 正文 字号:大 中 小\n镇妇联工作总结", ["首页 > 总结 > 正文 字号:大 中 小"]),
        ("镇妇联总结.doc 由会员分享,可在线阅读\n抓学习。", ["镇妇联总结.doc 由会员分享,可在线阅读"]),
        ("首页 >> 文秘 >> 总结 镇妇联2020年总结", ["首页 >> 文秘 >> 总结"]),
        ("镇妇联总结 由会员分享,可在线阅读 为加强工作。", ["由会员分享,可在线阅读"]),
        ("抓维权。【温馨提示:按Ctrl+D收藏】二、抓学习。", ["【温馨提示:按Ctrl+D收藏】"]),
        (
            "镇妇联2017年总结 - 某文库  浏览:58  格式:WPS  页数:3\n正文",
            ["镇妇联2017年总结 - 某文库  浏览:58  格式:WPS  页数:3"],
        ),
        ("网址:www.example.com,欢迎登录。", []),
        ("镇妇联建成网站,编辑简报12期,浏览量达3万。", []),
    ],
)
def test_what_a_site_wrote(text: str, found: list[str]) -> None:
    """A line of its own as a whole, and in a line of the report no more than the site's."""
    assert [text[start:end] for start, end in site_words(text)] == found
