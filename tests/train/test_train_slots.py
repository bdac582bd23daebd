"""The model of slots: the same bytes each time, and the shipped one is that of the shipped corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreport.text.lexicon import read_data
from govreport.train import train_slots

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "reports"
HEAD = (
    '+++\nunit = "青禾镇妇联"\nyear = 2020\nsplit = "train"\n+++\n⟦lead retrospective|现将工作总结如下：⟧\n'
)
BODY = (
    "⟦1 @rights-protection|一、‖依法维权⟧\n"
    "⟦measure done @rights-protection|会同⟦partner|镇司法所⟧⟦action|调处⟧⟦object|纠纷⟧⟦quantity|5件⟧⟧。\n"
    "⟦1 @entrepreneurship-employment|二、‖抓培训⟧\n"
    "⟦measure done @entrepreneurship-employment|⟦action|举办⟧⟦object|家政培训班⟧⟦quantity|3期⟧⟧。\n"
)


def test_training_gives_the_same_bytes(tmp_path: Path) -> None:
    """A rebuild from the same corpus is the same model; reports for training alone are learned from."""
    for name in "abcdef":
        (tmp_path / f"{name}.gold.txt").write_text(HEAD + BODY, encoding="utf-8")
    (tmp_path / "g.gold.txt").write_text(HEAD.replace("train", "dev") + BODY, encoding="utf-8")
    counts = train_slots(tmp_path, tmp_path / "first.json")
    train_slots(tmp_path, tmp_path / "again.json")
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "again.json").read_bytes()
    assert counts == {"slots": 12, "slot-action": 12, "slot-object": 12, "slot-partner": 6}


@pytest.mark.nightly
def test_the_shipped_model_is_that_of_the_corpus(tmp_path: Path) -> None:
    """A rebuild gives the shipped weights, to what the arithmetic of another processor may change."""
    train_slots(CORPUS, tmp_path / "slots.json")
    built = json.loads((tmp_path / "slots.json").read_text(encoding="utf-8"))
    shipped = json.loads(read_data("slots.json"))
    assert built["slots"] == shipped["slots"]
    assert built["bias"] == pytest.approx(shipped["bias"], abs=3)
    both = built["weights"].keys() & shipped["weights"].keys()
    assert len(both) >= 0.99 * len(shipped["weights"])
    far = [name for name in both if built["weights"][name] != pytest.approx(shipped["weights"][name], abs=3)]
    assert len(far) <= 0.01 * len(both)
