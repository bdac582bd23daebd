"""Agreement of two annotators on the same texts: by hand where it can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport.errors import UsageError
from govreport.evaluate.annotators import agreement_of, agreement_table, confusions

HEAD = "+++\nyear = 2020\n+++\n⟦lead retrospective|现将工作总结如下：⟧\n"
FIRST = (
    "⟦1 @rights-protection|一、‖依法维权⟧⟦measure done @rights-protection|⟦action|调处⟧纠纷5件⟧，"
    "⟦achievement done @rights-protection|矛盾减少⟧。\n"
    "⟦1 @children-care|二、‖关爱儿童⟧⟦measure done @children-care|⟦action|慰问⟧儿童9名⟧。"
)


def _folders(root: Path, second: str) -> tuple[Path, Path]:
    for name, source in (("first", FIRST), ("second", second)):
        (root / name).mkdir()
        (root / name / "a.gold.txt").write_text(HEAD + source, encoding="utf-8")
    return root / "first", root / "second"


def test_the_same_gold_agrees_in_everything(tmp_path: Path) -> None:
    """F1 and alpha are 1."""
    rows = agreement_of(*_folders(tmp_path, FIRST))
    assert {row.value for row in rows} == {1.0}
    assert {"statements", "kind", "status", "section-area", "statement-areas"} <= {row.task for row in rows}


def test_what_differs_lowers_its_own_task(tmp_path: Path) -> None:
    """One kind of three differs, one heading of two, one statement of three stands in the first alone."""
    second = FIRST.replace("关爱儿童⟧", "关爱⟧儿童").replace("⟦achievement done", "⟦measure done")
    rows = {row.task: row for row in agreement_of(*_folders(tmp_path, second))}
    assert rows["headings"].value == 0.5
    assert rows["statements"].value == 1.0
    assert rows["kind"].value < 1.0
    assert rows["status"].value == 1.0
    assert rows["kind"].units == 3
    mixed = confusions(tmp_path / "first", tmp_path / "second")
    assert mixed == [("kind", "achievement", "measure", 1)]
    assert "| headings | F1 | 0.500 |" in agreement_table(list(rows.values()))


def test_f1_is_the_same_whoever_is_first(tmp_path: Path) -> None:
    """Neither annotator is the gold of the other."""
    second = FIRST.replace("，⟦achievement done @rights-protection|矛盾减少⟧", "，矛盾减少")
    folders = _folders(tmp_path, second)
    there, back = agreement_of(*folders), agreement_of(*folders[::-1])
    assert [(row.task, row.value) for row in there] == [(row.task, row.value) for row in back]
    assert {row.task: row.value for row in there}["statements"] == pytest.approx(0.8)


def test_other_texts_are_refused(tmp_path: Path) -> None:
    """Agreement on two different texts says nothing."""
    with pytest.raises(UsageError, match="texts of a differ"):
        agreement_of(*_folders(tmp_path, FIRST + "完"))
    (tmp_path / "first" / "a.gold.txt").rename(tmp_path / "first" / "b.gold.txt")
    with pytest.raises(UsageError, match="no report of the same name"):
        agreement_of(tmp_path / "first", tmp_path / "second")
