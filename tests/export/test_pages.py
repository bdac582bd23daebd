"""A page and a terminal show everything, in three languages, and let nothing of the text run."""

import re
from html.parser import HTMLParser

import pytest

from govreport.errors import UsageError
from govreport.export.labels import LANGUAGES
from govreport.export.report_html import to_fragment, to_html
from govreport.export.terminal import render_terminal
from govreport.model import PARTS, SEVERITIES, SLOTS, STATUSES
from govreport.text.lexicon import load_table
from tests.export.sample import TEXT, bare, sample

VOID = {"meta", "br", "input"}


class _Page(HTMLParser):
    """Collects ids, links and text, and holds that tags are closed in order."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.open, self.tags = [], [], [], set()
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.add(tag)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("render", [to_html, to_fragment])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_leads_somewhere_on_the_page(render, lang):
    """Anchors are unique, every link has one, and nothing is fetched or run."""
    html = render(sample(), lang=lang)
    page = _Page(html)
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert not page.tags & {"link", "img", "iframe", "object"}
    assert "url(" not in html
    assert "@import" not in html


def test_the_text_stands_on_the_page_unchanged():
    """The text that is shown, without tags, is the text that was submitted."""
    html = to_html(sample())
    shown = re.search(r'<div class="lines"[^>]*>(.*)</section>', html, re.S).group(1)
    from html import unescape

    assert TEXT in unescape(re.sub(r"<[^>]*>", "", shown))


def test_hostile_text_cannot_run():
    """Markup in the text, in names and in messages is escaped; controls are replaced."""
    findings = bare("<script>alert(1)</script>\x1b[31m")
    object.__setattr__(findings.outline, "title", "<img src=x onerror=alert(1)>")
    html = to_html(findings, area_names={"x": "<b>"})
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "\x1b" not in html + render_terminal(findings)


def test_a_name_is_shown_in_the_order_of_its_characters():
    """What turns the direction of writing can't make one file's name look like another's."""
    findings = bare("正文")
    object.__setattr__(findings.document, "id", "報告\u202etxt.exe")
    html = to_html(findings)
    assert "報告\ufffdtxt.exe" in html
    assert "\u202e" not in html


def test_the_language_is_that_of_the_report_unless_asked_for():
    """Traditional reports are shown with Traditional labels; an unknown language is a wrong call."""
    assert '<html lang="zh-Hant">' in to_html(sample())
    assert '<html lang="zh-Hans">' in to_html(bare(""))
    assert "To be checked" in to_html(sample(), lang="en")
    with pytest.raises(UsageError, match="zh-Hant, zh-Hans, en"):
        to_html(sample(), lang="fr")


def test_every_value_of_the_model_has_a_label_in_three_languages():
    """No reader meets a bare key."""
    labels = load_table("labels")
    for group, keys in (("part", PARTS), ("status", STATUSES), ("severity", SEVERITIES), ("slot", SLOTS)):
        assert set(keys) == set(labels[group])
    assert all(set(words) == set(LANGUAGES) for group in labels.values() for words in group.values())


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_terminal_keeps_its_width(width, lang):
    """No line is wider than the terminal, East Asian characters counted double."""
    from rich.cells import cell_len

    page = render_terminal(sample(), lang=lang, width=width)
    assert max(cell_len(line) for line in page.split("\n")) <= width
    assert "\x1b" not in page


def test_the_terminal_shows_flags_by_severity_and_colours_only_when_asked():
    """The gravest comes first; without colour there is no escape sequence."""
    page = render_terminal(sample(), lang="en", width=80)
    assert page.index("Serious") < page.index("Warning") < page.index("Note")
    assert "\x1b[" in render_terminal(sample(), width=80, color=True)


def test_area_names_come_from_the_caller_first():
    """A user's own taxonomy names its areas."""
    assert "兒童關愛組" in render_terminal(sample(), area_names={"children-care": "兒童關愛組"})
    assert "兒童關愛組" in to_html(sample(), area_names={"children-care": "兒童關愛組"})
