"""An analyst's own coding: sheets without predictions, agreement, corrected shares."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import govreport as gr
from govreport.coding.alpha import krippendorff_alpha
from govreport.errors import UsageError

EXAMPLES = Path(__file__).parent.parent.parent / "corpus" / "examples"


@pytest.fixture(scope="module")
def audit() -> gr.Audit:
    """Three reports."""
    return gr.audit(sorted(EXAMPLES.glob("*.txt"))[:3])


def test_alpha_of_the_textbook() -> None:
    """Krippendorff's example of four observers, twelve units and missing values: alpha is 0.743."""
    rows = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
        [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
    ]
    units = [list(unit) for unit in zip(*rows, strict=True)]
    assert krippendorff_alpha(units) == pytest.approx(0.743, abs=5e-4)


def test_alpha_of_sets_counts_what_is_common() -> None:
    """Two coders that share one of two labels agree more than with none in common."""
    one, two, both = frozenset("a"), frozenset("b"), frozenset("ab")
    near = krippendorff_alpha([[one, both], [two, two], [one, one]], "set")
    far = krippendorff_alpha([[one, two], [two, two], [one, one]], "set")
    assert near is not None
    assert far is not None
    assert near > far


def test_alpha_without_pairs_is_none() -> None:
    """One coder can't disagree; where all say the same there is nothing to disagree on."""
    assert krippendorff_alpha([["a", None]]) is None
    assert krippendorff_alpha([["a", "a"]]) == 1.0


def test_a_sheet_holds_no_prediction(audit: gr.Audit, tmp_path: Path) -> None:
    """Coders see text and context; kind, area and the stratum are in the key alone."""
    found = gr.sample(audit, 12, by="kind", path=tmp_path / "sheet.csv")
    assert len(found.sheet) == len(found.key) == 12
    assert set(found.sheet["kind"]) == {""}
    assert "stratum" not in found.sheet
    assert found.key["stratum"].nunique() > 1
    text = {report.document.id: report.document.text for report in audit.reports}
    for row in found.sheet.itertuples():
        assert text[row.document_id][row.start : row.end] == row.text
    written = pd.read_csv(tmp_path / "sheet.csv", encoding="utf-8-sig")
    assert list(written["id"]) == list(found.sheet["id"])
    assert (tmp_path / "sheet.key.csv").exists()


def test_a_seed_draws_the_same_items(audit: gr.Audit) -> None:
    """A sample can be drawn again."""
    first, again, other = (gr.sample(audit, 9, seed=seed).sheet["id"].tolist() for seed in (1, 1, 2))
    assert first == again != other


def test_strata_get_equal_shares(audit: gr.Audit) -> None:
    """A rare document is not lost."""
    key = gr.sample(audit, 6, by="document_id", unit="sections").key
    assert set(key.groupby("stratum").size()) == {2}


def test_a_wrong_column_is_told(audit: gr.Audit) -> None:
    """The message lists what there is."""
    with pytest.raises(UsageError, match="kind"):
        gr.sample(audit, 3, by="colour")
    with pytest.raises(UsageError, match="statements or sections"):
        gr.sample(audit, 3, unit="words")


def test_agreement_of_sheets(tmp_path: Path) -> None:
    """Columns are compared by id; empty cells are missing; sets by what is common; spans by F1."""
    one = pd.DataFrame({"id": ["1", "2", "3"], "document_id": "d", "start": [0, 5, 9], "end": [4, 8, 12],
                        "kind": ["a", "b", "a"], "area": ["x+y", "z", "x"]})  # fmt: skip
    two = one.assign(kind=["a", "b", ""], area=["x", "z", "x"], end=[4, 8, 13])
    two.to_csv(tmp_path / "two.csv", index=False)
    found = gr.agreement([one, tmp_path / "two.csv"], sets=["area"], spans=True).set_index("label")
    assert found.loc["kind", "value"] == 1.0
    assert found.loc["kind", "units"] == 2
    assert 0.5 < found.loc["area", "value"] < 1.0
    assert found.loc["spans", "value"] == pytest.approx(2 / 3)


def test_agreement_needs_two_sheets_with_the_columns() -> None:
    """One sheet is told, and a column that one of them lacks."""
    sheet = pd.DataFrame({"id": ["1"], "kind": ["a"]})
    with pytest.raises(UsageError, match="two or more"):
        gr.agreement([sheet])
    with pytest.raises(UsageError, match="sheet 1 has no column 'area'"):
        gr.agreement([sheet, sheet], labels=["area"])


def test_prevalence_corrects_a_model_that_mistakes() -> None:
    """Of 1,000 items 300 are true a; the model misses a fifth of them and calls 100 others a."""
    rng = np.random.default_rng(3)
    true = np.array(["a"] * 300 + ["b"] * 700)
    predicted = true.copy()
    predicted[:60] = "b"
    predicted[300:400] = "a"
    drawn = rng.choice(1000, 400, replace=False)
    coded = pd.DataFrame({"predicted": predicted[drawn], "true": true[drawn]})
    found = gr.prevalence(predicted.tolist(), coded).set_index("label")
    assert found.loc["a", "naive"] == 0.34
    assert abs(found.loc["a", "corrected"] - 0.3) < 0.04
    assert found.loc["a", "low"] < 0.3 < found.loc["a", "high"]
    assert found["corrected"].sum() == pytest.approx(1.0)


def test_prevalence_tells_what_was_not_coded() -> None:
    """A label that was never coded can't be corrected."""
    coded = pd.DataFrame({"predicted": ["a"], "true": ["a"]})
    with pytest.raises(UsageError, match="'b'"):
        gr.prevalence(["a", "b"], coded)
