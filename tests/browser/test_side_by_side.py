"""Two reports side by side, clicked through in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import CHROMIUM, Open
from tests.browser.submissions import page_of

if not CHROMIUM:
    pytest.skip("chromium is not installed", allow_module_level=True)
pytest.importorskip("playwright", reason="playwright is not installed")


# Brings a passage to a quarter of its window.
SCROLL = """([side, id]) => {
    const lines = document.querySelector(`[data-side=${side}]`), here = document.getElementById(id);
    lines.scrollTop += here.getBoundingClientRect().top - lines.getBoundingClientRect().top - 150;
}"""


def pair_of(folder: Path, *names: str) -> Path:
    """The page of two documents."""
    (found,) = [
        path
        for path in sorted((folder / "pairs").iterdir())
        if all(f">{name}<" in path.read_text(encoding="utf-8") for name in names)
    ]
    return found


def top_of(page: Any, id: str) -> float:
    """Where a passage begins in its window."""
    return page.evaluate(
        "id => { const e = document.getElementById(id), l = e.closest('.lines');"
        " return e.getBoundingClientRect().top - l.getBoundingClientRect().top }",
        id,
    )


def test_a_passage_of_a_report_leads_to_the_two_texts(folder: Path, open_page: Open) -> None:
    """A click on the sign before a copied passage shows both texts with that passage at one height."""
    report = page_of(folder, "小禾鎮婦聯2016年工作總結")
    page = open_page(report)
    page.locator(".lines a.lead.copied-lead").last.click()
    page.wait_for_url("**/pairs/*.html*")
    page.wait_for_selector(".here", state="attached")
    number = page.locator(".here").first.get_attribute("id")[2:]
    assert abs(top_of(page, f"Lp{number}") - top_of(page, f"Rp{number}")) < 40


def test_what_differs_is_marked(folder: Path, open_page: Open) -> None:
    """The changed figure and the changed words are marked on both sides; script is told apart from words."""
    page = open_page(pair_of(folder, "早.txt", "晚.txt"))
    texts = lambda side, kind: page.locator(f"[data-side={side}] .differs.{kind}").all_inner_texts()  # noqa: E731
    assert texts("L", "figure") == ["214"]
    assert texts("R", "figure") == ["180"]
    assert "".join(texts("L", "words")) == "姐妹"
    assert "".join(texts("R", "words")) == "夥伴"
    assert "鎮婦聯會" in texts("R", "form")


def test_the_two_texts_scroll_together(folder: Path, open_page: Open) -> None:
    """Scrolling one text to a passage brings the other to it; unticked, each scrolls alone."""
    page = open_page(pair_of(folder, "早.txt", "晚.txt"))
    total = page.locator("[data-passage]").count()
    for side in "LR":
        for number in (1, total):
            page.evaluate(SCROLL, [side, f"{side}p{number}"])
            page.wait_for_timeout(150)
            assert abs(top_of(page, f"Lp{number}") - top_of(page, f"Rp{number}")) < 60
    page.uncheck("[data-together]")
    before = page.evaluate("document.querySelector('[data-side=R]').scrollTop")
    page.evaluate(SCROLL, ["L", "Lp1"])
    page.wait_for_timeout(150)
    assert page.evaluate("document.querySelector('[data-side=R]').scrollTop") == before


def test_passages_are_walked_with_keys_and_buttons(folder: Path, open_page: Open) -> None:
    """The next and the previous passage are one key or one click away, and told to who can't see them."""
    page = open_page(pair_of(folder, "早.txt", "晚.txt"))
    total = page.locator("[data-passage]").count()
    assert total >= 2
    page.keyboard.press("n")
    assert page.locator("output").inner_text() == f"第 2 段，共 {total} 段"
    page.get_by_role("button", name="上一段").click()
    assert page.locator("output").inner_text() == f"第 1 段，共 {total} 段"


def test_shares_have_their_denominators_and_no_verdict(folder: Path, open_page: Open) -> None:
    """How much of each text is shared is told of how many characters; which is earlier is told, no more."""
    page = open_page(pair_of(folder, "早.txt", "晚.txt"))
    said = page.locator("main").inner_text()
    text = (folder.parent / "in" / "晚.txt").read_text(encoding="utf-8")
    assert f"佔全文 {sum(not c.isspace() for c in text):,} 字" in said
    assert "時間較早" in said
    assert not any(word in said for word in ("抄襲", "剽竊", "來源"))


def test_a_narrow_window_needs_no_sideways_scrolling(folder: Path, open_page: Open) -> None:
    """On a phone the two texts stand one above the other."""
    page = open_page(pair_of(folder, "早.txt", "晚.txt"), width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
