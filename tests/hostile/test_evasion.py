"""Copies made not to be found are found and told, and clean reports are not told to be tricks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import govreport as gr
from govreport.read import from_bytes
from tests.hostile.clean import clean_reports
from tests.hostile.evasion import TRICKS, deviations
from tests.hostile.manifest import GENERATOR, generate

FILES, HANDLED = 29, 26
MOST_CALLED_TRICKS = 0.005


@pytest.mark.nightly
def test_evasions_are_handled_as_wanted(tmp_path: Path) -> None:
    """26 of the 29 files at least: the share that stands in the base, and a warning of what was done."""
    if not GENERATOR.exists():
        pytest.skip(f"{GENERATOR} is missing: set GOVREPORT_SHARED")
    listed = [file for file in generate(tmp_path / "bad") if file["klass"] == "evasion"]
    assert len(listed) == FILES
    wrong = dict(deviations(tmp_path / "bad", listed))
    assert len(wrong) <= FILES - HANDLED, wrong


def called_tricks(number: int) -> Counter[str]:
    """Return which codes clean reports get, and under "" how many of them get any."""
    counts: Counter[str] = Counter()
    for place, text in enumerate(clean_reports(number)):
        report = gr.analyze(from_bytes(text.encode("utf-8"), id=f"{place}.txt"))
        codes = {*report.document.provenance.warnings, *(flag.code for flag in report.flags)} & TRICKS
        counts.update(codes)
        counts[""] += bool(codes)
    return counts


def test_clean_reports_are_not_called_tricks() -> None:
    """Emoji, rare characters, other scripts and Traditional reports are no tricks: not one of 12."""
    assert not called_tricks(12)[""]


@pytest.mark.nightly
def test_a_thousand_clean_reports_are_not_called_tricks() -> None:
    """At most 5 of 1,000."""
    counts = called_tricks(1000)
    assert counts[""] <= MOST_CALLED_TRICKS * 1000, counts
