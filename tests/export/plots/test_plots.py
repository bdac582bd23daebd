"""Charts are drawn offline, in three languages, with the Chinese text in them."""

import re
import subprocess
import sys

import pytest

from govreport.audit import Audit
from govreport.errors import UsageError
from govreport.export.labels import LANGUAGES
from govreport.model import Comparison, Ratio
from govreport.report import Report
from tests.export.notebook.test_shown import hostile
from tests.export.sample import bare, sample
from tests.export.workbook.test_workbook import comparison

pytest.importorskip("altair", reason="altair, of the notebook extra, is not installed")
pytest.importorskip("vl_convert", reason="vl-convert, of the notebook extra, is not installed")


def audit(*findings):
    """An audit in which a report has something in common with another document."""
    found = comparison()
    ratios = (Ratio("sample.txt", 300, 0.4, 0.31, 0.2, 0.31, "other & old.txt"),)
    compared = Comparison(found.matches, (), ratios, found.submissions)
    return Audit(tuple(map(Report, findings or (sample(),))), (), compared)


def charts(one, lang=None):
    """Every chart of an audit and of its first report."""
    plot = one.plot
    yield from (one.reports[0].plot(lang), plot.matrix(lang), plot.histogram(lang), plot.timeline(lang))
    yield from (plot.areas(by, lang) for by in ("kind", "unit", "year"))


def svg(chart):
    """What a notebook shows."""
    return chart._repr_mimebundle_()["image/svg+xml"]


def rows_of(chart):
    """The data of a chart, which altair moves to where it likes."""
    drawn = chart.to_dict()
    if "datasets" in drawn:
        return next(iter(drawn["datasets"].values()))
    return next(one["data"]["values"] for one in (drawn, *drawn.get("layer", ())) if "values" in one["data"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_are_drawn_without_a_network(lang):
    """Each is an SVG without scripts or addresses, in the language asked for."""
    for chart in charts(audit(), lang):
        drawn = svg(chart)
        assert drawn.startswith("<svg")
        assert not re.search(r"<script|<image|href=", drawn)
        assert not re.findall(r"https?://(?!www\.w3\.org)[^\"]*", drawn)
        assert "Noto Sans CJK" in drawn


def test_the_chart_of_a_report_shows_its_title_and_lanes():
    """Title, lanes and kinds are there in the report's own script, as text and not as boxes."""
    drawn = svg(Report(sample()).plot())
    for words in ("青禾鎮婦聯2022年工作總結", "章節", "文內重複", "承諾", "嚴重"):
        assert words in drawn


def test_the_matrix_gives_the_share_of_the_later_text():
    """The share is that of the passage in all the characters of the later document."""
    (row,) = rows_of(audit().plot.matrix())
    place = comparison().matches[0].right.span
    assert row["share"] == pytest.approx(place.length / len(sample().document.text))
    assert row["earlier"] == "石橋鎮婦聯 2021"


def test_the_histogram_counts_every_report_once():
    """A share of 31 % stands in the bar from 30 % on."""
    rows = rows_of(audit().plot.histogram())
    assert [(row["from"], row["reports"]) for row in rows if row["reports"]] == [(0.3, 1)]


@pytest.mark.parametrize("findings", [bare(""), hostile()])
def test_nothing_found_and_hostile_words_are_drawn_too(findings):
    """No text breaks a chart, none becomes markup."""
    for chart in charts(audit(findings)):
        assert "<script" not in svg(chart)


def test_areas_by_something_else_is_wrong_use():
    """The message says by what they can be shown."""
    with pytest.raises(UsageError, match="kind, unit, year"):
        audit().plot.areas("colour")


def test_altair_is_imported_when_a_chart_is_asked_for():
    """Neither the package nor a report needs it; where it is missing one line says what to install."""
    code = (
        "import sys; sys.modules['altair'] = None; import govreport as gr\n"
        "report = gr.analyze(gr.from_text('一、加强学习\\n组织学习。'))\n"
        "try: report.plot()\n"
        "except gr.UsageError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'govreport[notebook]'" in done.stdout
