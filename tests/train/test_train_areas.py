"""The model of work areas: the same bytes each time, and the shipped one is that of the shipped corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreport.text.lexicon import read_data
from govreport.train import train_areas

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "reports"
HEAD = (
    '+++\nunit = "青禾镇妇联"\nyear = 2020\nsplit = "train"\n+++\n⟦lead retrospective|现将工作总结如下：⟧\n'
)
BODY = (
    "⟦1 @rights-protection|一、‖依法维权⟧\n⟦measure done @rights-protection|调处纠纷5件⟧。\n"
    "⟦1 @entrepreneurship-employment|二、‖抓培训⟧\n"
    "⟦measure done @entrepreneurship-employment|举办家政培训班3期⟧。\n"
)


def test_training_gives_the_same_bytes(tmp_path: Path) -> None:
    """A rebuild from the same corpus is the same model; sections and statements are examples."""
    for name in "abcdef":
        (tmp_path / f"{name}.gold.txt").write_text(HEAD + BODY, encoding="utf-8")
    counts = train_areas(tmp_path, tmp_path / "first.json")
    train_areas(tmp_path, tmp_path / "again.json")
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "again.json").read_bytes()
    assert counts == {"area-sections": 12, "area-statements": 12}


@pytest.mark.nightly
def test_the_shipped_model_is_that_of_the_corpus(tmp_path: Path) -> None:
    """A rebuild gives the shipped weights, to what the arithmetic of another processor may change."""
    train_areas(CORPUS, tmp_path / "areas.json")
    built = json.loads((tmp_path / "areas.json").read_text(encoding="utf-8"))
    shipped = json.loads(read_data("areas.json"))
    for task in ("words", "sections", "statements"):
        assert built[task]["features"] == pytest.approx(shipped[task]["features"], abs=0.02)
        both = built[task]["names"].keys() & shipped[task]["names"].keys()
        assert len(both) >= 0.99 * len(shipped[task]["names"])
