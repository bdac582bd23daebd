"""What an auditor is told of the seed report."""

from __future__ import annotations

from pathlib import Path

import govreport as gr

EXPECTED = {
    "duplicated-block": (101, 1186),
    "placeholder": (26, 29),
    "unbalanced-mark": (1039, 1045),
    "unknown-law": (377, 388),
    "promised-count": (346, 365),
    "results-without-figures": (85, 100),
    "title-subject-untreated": (5, 9),
}


def test_the_seven_findings_and_at_most_two_others(seed_path: Path) -> None:
    """Each with its evidence; the share has its denominator; the right law is named."""
    flags = gr.analyze(seed_path).flags
    found = {flag.code: flag for flag in flags}
    assert {code: found[code].evidence[0].span for code in EXPECTED} == EXPECTED
    assert len(flags) <= len(EXPECTED) + 2
    assert "47.8" in found["duplicated-block"].message
    assert "婦女權益保障法" in found["unknown-law"].message
    assert found["promised-count"].severity == "info"
