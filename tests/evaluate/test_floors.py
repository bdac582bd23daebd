"""The scores that were reached on dev stay reached, and what is told of its clean reports is true."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport as gr
from govreport.check import shipped
from govreport.corpus import load_corpus
from govreport.evaluate import Evaluation
from govreport.evaluate.floors import below_floors, read_floors

ROOT = Path(__file__).parent.parent.parent
REPORTS = ROOT / "corpus" / "reports"
ENOUGH = 20


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    """The whole of dev, measured once for both."""
    return gr.evaluate(REPORTS)


def test_no_score_on_dev_is_below_its_floor(evaluation: Evaluation) -> None:
    """Mend what fell; a floor is lowered by `govreport evaluate … --floors FILE --pin --reason WHY` alone."""
    assert below_floors(evaluation, read_floors(ROOT / "tests" / "floors.json")) == []


def test_clean_reports_get_hardly_a_false_flag(evaluation: Evaluation) -> None:
    """Of what is told of reports without noise, with the rules as shipped, at most one in ten is false."""
    noise = {item.document.id: set(item.meta.get("noise", ())) for item in load_corpus(REPORTS)}
    clean = {id for id, kinds in noise.items() if not kinds - {"half-width", "clean"}}
    told = [c for c in evaluation.cases if c.task == "flags" and c.document in clean]
    told = [case for case in told if shipped().is_on((case.gold or case.given).split()[0])]
    right, extra = (sum(case.outcome == one for case in told) for one in ("right", "extra"))
    assert right > ENOUGH
    assert extra <= 0.1 * (right + extra)
