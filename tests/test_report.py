"""What a user holds of one report."""

import copy

import pytest

from govreport.errors import UsageError
from govreport.report import Report
from tests.export.sample import bare, sample


@pytest.fixture
def report():
    return Report(sample())


def test_the_face(report):
    """Title, unit, years and script are those of the outline."""
    assert (report.title, report.unit) == ("青禾鎮婦聯2022年工作總結及2023年工作計劃", "青禾鎮婦聯")
    assert (report.year, report.plan_year, report.script) == (2022, 2023, "Hant")
    assert report.document.id == "sample.txt"
    assert report.summary["serious"] == 1


def test_kinds_are_parts_of_the_statements(report):
    """Every statement is in exactly one of the five kinds, on the report and on its statements."""
    kinds = ("commitments", "measures", "achievements", "targets", "problems")
    found = [s.id for kind in kinds for s in getattr(report, kind)]
    assert sorted(found) == [s.id for s in report.statements]
    assert all(getattr(report, kind) == getattr(report.statements, kind) for kind in kinds)


def test_sequences_are_tuples_that_render(report):
    """Equal to tuples, and a slice still renders and makes a frame."""
    assert report.statements == report.findings.statements
    part = report.statements[1:3]
    assert part == report.findings.statements[1:3]
    assert part.to_frame()["id"].tolist() == [1, 2]
    assert part._repr_html_().count("<tr>") == 3
    assert report.sections[-1].id == 4
    assert copy.copy(part) == part
    assert copy.copy(report.statements).commitments == report.commitments


def test_a_cut_of_the_duplicates_keeps_its_numbers(report):
    """The block column is the index in report.duplicates, and the flags of a slice are those alone."""
    assert report.duplicates[:1].to_frame()["block"].tolist() == [0, 0]
    assert report.flags[:1].to_frame()["id"].tolist() == ["f1"]


def test_ways_out(report):
    """Frames, dictionaries, JSON and pages come from one call each; a wrong name says which are right."""
    assert len(report.to_frame("sections")) == 5
    assert report.to_dict()["title"] == report.title
    assert report.to_json().startswith("{")
    assert report.to_html(lang="en").startswith("<!DOCTYPE html>")
    assert 'class="govreport fragment"' in report._repr_html_()
    with pytest.raises(UsageError, match="sections"):
        report.to_frame("nothing")


@pytest.mark.parametrize("text", ["", "\ud800\x00<", "一、" * 50, "\r\n\r"])
def test_nothing_found_is_shown_too(text):
    """A report in which nothing was found has every view."""
    report = Report(bare(text))
    assert "0 sections" in repr(report)
    report.to_html().encode("utf-8")
    report.to_json().encode("utf-8")
    assert report._repr_html_()
    assert report.statements._repr_html_()
