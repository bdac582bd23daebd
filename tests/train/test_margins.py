"""When the rules decide is learned on reports that the model has not seen."""

from __future__ import annotations

from govreport.train.linear import Example
from govreport.train.margins import Ruled, Said, held_out, margin


def test_the_rules_decide_where_they_were_right_more_often() -> None:
    """Below the margin following the rules gains most, and nothing is gained by following them farther."""
    said = [Said(0.35, "rule"), Said(0.4, "rule"), Said(0.42, "model"), Said(0.6, "model"), Said(0.7, "rule")]
    assert margin(said) == 0.42
    assert margin([Said(0.5, "model"), Said(0.6, "model")]) == 0.5


def test_a_report_is_judged_by_a_model_that_has_not_seen_it() -> None:
    """Where a name that stands in one report alone would give the kind away, the rules are right there."""
    ruled = [
        Ruled(Example(["often", f"of={report}"], "target" if report < 4 else "measure"), "measure", report)
        for report in range(6)
        for _ in range(5)
    ]
    assert {one.right for one in held_out(ruled, 1.0)} == {"model", "rule"}


def test_one_report_alone_teaches_no_margin() -> None:
    """Where nothing is left to learn from, nothing is said, and the model decides."""
    ruled = [Ruled(Example(["a"], "measure"), "target", 0), Ruled(Example(["b"], "target"), "measure", 0)]
    assert list(held_out(ruled, 1.0)) == []
    assert margin([]) == 0.0
