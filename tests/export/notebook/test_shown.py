"""Everything that a user holds shows itself, escaped, with no colour that only one theme can bear."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from govreport.audit import Audit
from govreport.model import Failure
from govreport.pipeline import compare
from govreport.report import Report
from tests.export.sample import bare, sample
from tests.export.workbook.test_workbook import comparison

HOSTILE = "<script>alert(1)</script>&\ud800\x00\"'"
ALLOWED = {"table", "thead", "tbody", "tr", "th", "td", "p", "div", "span", "strong", "style", "mark"}


class _Tags(HTMLParser):
    """Collects tags and holds that they close in order."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags = [], set()
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def hostile():
    """The sample report with hostile words wherever the text has a say."""
    one = sample()
    sections = tuple(replace(s, heading=HOSTILE, marker=HOSTILE) for s in one.outline.sections)
    statements = tuple(replace(s, text=HOSTILE) for s in one.statements)
    flags = tuple(replace(f, message=HOSTILE) for f in one.flags)
    outline = replace(one.outline, sections=sections, title=HOSTILE, unit=HOSTILE)
    return replace(one, outline=outline, statements=statements, flags=flags)


def shown(findings):
    """Every sequence of a report and of an audit, as a notebook shows it."""
    report = Report(findings)
    audit = Audit((report,), (Failure("<b>", "code", HOSTILE),), comparison())
    names = ("sections", "duplicates", "statements", "commitments", "flags", "outline")
    yield from (getattr(report, name)._repr_html_() for name in names)
    yield from (
        audit._repr_html_(),
        audit.flags._repr_html_(),
        audit.matches._repr_html_(),
        report.kwic("婦")._repr_html_(),
    )


@pytest.mark.parametrize("findings", [sample(), hostile(), bare(""), bare(HOSTILE)])
def test_what_was_submitted_stays_text(findings):
    """Only tags of ours stand in it, closed in order, and it can be sent as UTF-8."""
    for html in shown(findings):
        assert _Tags(html).tags <= ALLOWED
        html.encode("utf-8")


def test_light_and_dark_both_read_well():
    """No colour is set but those of the notebook itself."""
    for html in shown(sample()):
        assert not re.search(r"#[0-9a-fA-F]{3,6}\b|rgb\(", html)


def test_commitments_show_who_how_much_and_until_when():
    """A notebook sees the slots in words; the frame keeps all its columns."""
    commitments = Report(sample()).commitments
    html = commitments._repr_html_()
    for words in ("鎮婦聯", "3個", "2023年6月底前", "《婦女權益保障法》"):
        assert words in html
    assert "confidence" in commitments.to_frame().columns


def test_a_match_shows_what_differs():
    """The figure that was changed is marked on either side."""
    audit = Audit((Report(sample()),), (), comparison())
    assert re.findall("<mark>(.*?)</mark>", audit.matches._repr_html_()) == ["98", "126"]


def test_the_outline_that_shows_itself_is_equal_to_the_one_it_shows():
    """Comparing does not tell it from the outline of the findings, from either side."""
    report = Report(sample())
    assert report.outline == report.findings.outline
    assert report.findings.outline == report.outline
    assert report.outline != replace(report.findings.outline, year=1999)


def test_an_audit_of_nothing_shows_itself():
    """No reports give an overview too."""
    _, none = compare([])
    assert _Tags(Audit((), (), none)._repr_html_()).tags
