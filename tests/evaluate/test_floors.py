"""The scores that were reached on dev stay reached."""

from __future__ import annotations

from pathlib import Path

import govreport as gr
from govreport.evaluate.floors import below_floors, read_floors

ROOT = Path(__file__).parent.parent.parent


def test_no_score_on_dev_is_below_its_floor() -> None:
    """Mend what fell; a floor is lowered by `govreport evaluate … --floors FILE --pin --reason WHY` alone."""
    evaluation = gr.evaluate(ROOT / "corpus" / "reports")
    assert below_floors(evaluation, read_floors(ROOT / "tests" / "floors.json")) == []
