"""What holds for every page of an audit: three languages, day and night, wide, narrow and print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govreport.export.labels import LANGUAGES
from tests.browser.conftest import CHROMIUM, Open

if not CHROMIUM:
    pytest.skip("chromium is not installed", allow_module_level=True)
pytest.importorskip("playwright", reason="playwright is not installed")

CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")

STUMBLES = Path(__file__).with_name("stumbles.js").read_text(encoding="utf-8")


def pages(folder: Path) -> list[Path]:
    """Every page of an audit."""
    found = sorted(folder.rglob("*.html"))
    assert len(found) == 4 + 3 + 2
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_submitted_runs_and_the_console_stays_silent(
    folders: dict[str, Path], open_page: Open, lang: str
) -> None:
    """Markup in a text and in the name of a file is shown as it stands; no dialog, request or message."""
    for path in pages(folders[lang]):
        page = open_page(path)
        assert page.locator("img").count() == 0
        assert page.evaluate("document.documentElement.lang") == lang
        assert page.evaluate(STUMBLES) == [], path.name
        page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(folder: Path, open_page: Open, scheme: str) -> None:
    """By day and by night the contrast is 4.5 at least."""
    for path in pages(folder):
        page = open_page(path, color_scheme=scheme)
        assert page.evaluate(CONTRAST) == [], path.name
        page.context.close()


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_no_page_is_wider_than_its_window(folder: Path, open_page: Open, width: int) -> None:
    """Wide tables scroll by themselves, pages never sideways."""
    for path in pages(folder):
        page = open_page(path, width=width, height=844)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
        page.context.close()


def test_every_link_to_another_page_leads_there(folder: Path, open_page: Open) -> None:
    """Pages and places on them exist; names with special characters too."""
    for path in pages(folder):
        page = open_page(path)
        for href in page.eval_on_selector_all(
            "a[href]:not([href^='#'])", "all => all.map((a) => a.getAttribute('href'))"
        ):
            target, _, place = href.partition("#")
            source = (path.parent / target).read_text(encoding="utf-8")
            assert not place or "=" in place or f'id="{place}"' in source, href
        page.context.close()


def test_each_script_has_its_own_fonts(folders: dict[str, Path], open_page: Open) -> None:
    """A Traditional text is set in fonts for its script whatever the language of the page, and so on."""
    page = open_page(folders["en"] / "index.html")
    fonts = {
        lang: page.locator(f"a[lang={lang}]").first.evaluate("e => getComputedStyle(e).fontFamily")
        for lang in ("zh-Hant", "zh-Hans")
    }
    assert re.search("PingFang TC.*CJK TC", fonts["zh-Hant"])
    assert re.search("PingFang SC.*CJK SC", fonts["zh-Hans"])


def test_in_print_the_whole_text_is_there(folder: Path, open_page: Open) -> None:
    """Windows that scroll are laid open, controls are left out, two texts stand beside each other."""
    page = open_page(next((folder / "pairs").iterdir()), width=690)
    page.emulate_media(media="print")
    assert page.locator(".tools").is_hidden()
    for lines in page.locator(".pane .lines").all():
        assert lines.evaluate("e => e.scrollHeight - e.clientHeight") <= 1
    left, right = (pane.bounding_box() for pane in page.locator(".pane").all())
    assert left["x"] + left["width"] <= right["x"]
