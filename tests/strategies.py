"""The one place where random texts for property tests are made."""

from __future__ import annotations

from hypothesis import strategies as st

_MARKERS = [
    "一、",
    "二、",
    "（一）",
    "(二)",
    "1.",
    "2、",
    "①",
    "一是",
    "二是",
    "其次",
    "首先，",
    "最后",
    "㈠",
    "⒈",
]
_WORDS = [
    "存在的问题",
    "总之，",
    "2019年",
    "工作总结",
    "鎮婦聯",
    "村妇联",
    "加强领导",
    "夯實基礎",
    "開展宣傳",
]
_PHRASES = ["今年主要抓好以下工作：", "发放资料500份", "《婦女權益保障法》", "「巾幗」", "xx鎮", "(jié)"]
_NOISE = [
    "「",
    "』",
    "，",
    "。",
    "；",
    "、",
    "\n",
    "\r\n",
    "\u3000",
    "\u200b",
    "\ufeff",
    "𠮷",
    "😀",
    "ﬁ",
    "%",
]
_PIECES = [*_MARKERS, *_WORDS, *_PHRASES, *_NOISE]


def report_texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Texts pieced together from what reports are made of, in any order, with noise."""
    return st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=max_size).map("".join)


def any_texts() -> st.SearchStrategy[str]:
    """Any string at all, or one that looks a little like a report."""
    return st.text(max_size=200) | report_texts()
