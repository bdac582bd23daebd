"""The model of statements: the same bytes each time, and the shipped one is that of the shipped corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreport.text.lexicon import read_data
from govreport.train import train_statements

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "reports"
HEAD = '+++\nyear = 2020\nsplit = "train"\n+++\n⟦lead retrospective|现将工作总结如下：⟧\n'
BODY = (
    "⟦1 @rights-protection|一、‖依法维权⟧\n"
    "⟦measure done|⟦action|调处⟧纠纷5件⟧，⟦achievement done|矛盾减少⟧。\n"
    "⟦measure ongoing|热线持续开通⟧，大家都很高兴。\n⟦lead plan|明年要抓好以下工作：⟧\n"
    "⟦1|一、‖抓培训⟧\n⟦commitment planned|举办培训班3期⟧，⟦target planned|受训率达到95%⟧。\n"
)


def test_training_gives_the_same_bytes(tmp_path: Path) -> None:
    """A rebuild from the same corpus is the same model; each clause is an example."""
    for name in "abc":
        (tmp_path / f"{name}.gold.txt").write_text(HEAD + BODY, encoding="utf-8")
    counts = train_statements(tmp_path, tmp_path / "first.json")
    train_statements(tmp_path, tmp_path / "again.json")
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "again.json").read_bytes()
    assert counts == {"tag": 18, "kind": 15, "status": 15}
    stored = json.loads((tmp_path / "first.json").read_text(encoding="utf-8"))
    assert stored["tag"]["labels"] == ["begins", "outside"]
    assert stored["kind"]["labels"] == ["achievement", "commitment", "measure", "target"]


@pytest.mark.nightly
def test_the_shipped_model_is_that_of_the_corpus(tmp_path: Path) -> None:
    """A rebuild gives the shipped weights, to what the arithmetic of another processor may change."""
    train_statements(CORPUS, tmp_path / "statements.json")
    built = json.loads((tmp_path / "statements.json").read_text(encoding="utf-8"))
    shipped = json.loads(read_data("statements.json"))
    for task in ("tag", "kind", "status"):
        assert built[task]["labels"] == shipped[task]["labels"]
        both = built[task]["weights"].keys() & shipped[task]["weights"].keys()
        assert len(both) >= 0.999 * len(shipped[task]["weights"])
        for name in sorted(both):
            assert built[task]["weights"][name] == pytest.approx(shipped[task]["weights"][name], abs=0.01)
