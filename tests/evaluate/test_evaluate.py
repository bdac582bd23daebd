"""Measuring: figures that can be checked by hand, floors that hold, a seal that is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import govreport as gr
from govreport.corpus.pairing import paired
from govreport.errors import UsageError
from govreport.evaluate.cases import Case
from govreport.evaluate.floors import below_floors, pin_floors
from govreport.evaluate.fused import fused_borders
from govreport.evaluate.macro import macro_score
from govreport.evaluate.scores import calibration_error, scored
from govreport.evaluate.table import render_evaluation
from govreport.model import Span

HEAD = '+++\nyear = 2020\nscript = "Hans"\nsplit = "{split}"\n+++\n'
TEXT = (
    "⟦title|2020年工作总结⟧\n⟦lead retrospective|现将一年来的工作总结如下：⟧\n"
    "⟦1 @rights-protection|一、‖依法维权⟧\n⟦measure done @rights-protection|⟦action|调处⟧"
    "纠纷⟦quantity|5件⟧⟧。\n"
    "⟦1 @children-care|二、‖关爱儿童⟧\n⟦measure done @children-care|⟦action|慰问⟧"
    "留守儿童⟦quantity|9名⟧⟧。\n"
)


def _corpus(folder: Path, **files: str) -> Path:
    reports = folder / "reports"
    reports.mkdir()
    for name, split in files.items():
        (reports / f"{name}.gold.txt").write_text(HEAD.format(split=split) + TEXT, encoding="utf-8")
    return reports


def test_a_right_report_scores_one(tmp_path: Path) -> None:
    """Everything that the gold says is found, and nothing else."""
    evaluation = gr.evaluate(_corpus(tmp_path, a="dev", b="dev", c="train"))
    assert evaluation.documents == 2
    for task in ("markers", "sections", "headings", "parts", "title", "year", "section-area"):
        assert evaluation.scores[task].f1 == 1.0, task
    assert evaluation.scores["sections"].cases == 4
    assert "fused-headings" not in evaluation.scores


def test_how_far_it_has_come_is_told(tmp_path: Path) -> None:
    """Who gives a callback hears of every report; who gives none hears nothing."""
    heard: list[tuple[str, int, int]] = []
    gr.evaluate(_corpus(tmp_path, a="dev", b="dev"), progress=lambda *step: heard.append(step))
    assert heard == [("reading", 1, 2), ("reading", 2, 2)]


def test_wrong_gold_is_told_as_errors(tmp_path: Path) -> None:
    """A marker that the gold lacks is an extra; a heading that ends elsewhere is wrong on both sides."""
    reports = _corpus(tmp_path, a="dev")
    file = reports / "a.gold.txt"
    source = file.read_text(encoding="utf-8")
    file.write_text(
        source.replace("⟦1 @children-care|二、‖关爱儿童⟧", "二、关爱儿童").replace("依法维权⟧", "依法⟧维权"),
        encoding="utf-8",
    )
    scores = gr.evaluate(reports).scores
    assert (scores["markers"].precision, scores["markers"].recall) == (0.5, 1.0)
    assert scores["headings"].right == 0
    assert scores["headings"].in_gold == 1
    assert scores["fused-headings"].in_gold == 1


def test_overlaps_are_matched_one_to_one() -> None:
    """The best pair first; half of both together is the least."""
    assert paired([Span(0, 10)], [Span(0, 4)]) == {}
    assert paired([Span(0, 10), Span(5, 15)], [Span(4, 14)]) == {1: 0}
    assert paired([], [Span(0, 1)]) == {}


def test_intervals_come_from_whole_documents() -> None:
    """One document that is all wrong widens the interval more than one wrong case in each."""
    apart = [
        Case("t", str(d), Span(i, i + 1), "right" if d else "missed") for d in range(8) for i in range(8)
    ]
    spread = [
        Case("t", str(d), Span(i, i + 1), "right" if i else "missed") for d in range(8) for i in range(8)
    ]
    wide, narrow = scored(apart)["t"], scored(spread)["t"]
    assert wide.f1 == narrow.f1
    assert wide.high - wide.low > narrow.high - narrow.low == 0


def test_a_rare_label_counts_as_much_as_a_frequent_one() -> None:
    """Nine right of one label and one of another that was missed: .9 of all, but half of the labels.

    What is given where the gold has nothing lowers the label that was given.
    """
    right = [Case("t", str(i), Span(i, i + 1), "right", "often", "often") for i in range(9)]
    missed = Case("t", "9", Span(9, 10), "missed", "rarely", "")
    extra = [Case("t", "9", Span(10, 11), "extra", "", "often") for _ in range(2)]
    assert macro_score([*right, missed])[0] == pytest.approx(0.5)
    assert macro_score([*right, missed]).labels == 2
    assert macro_score([*right, *extra]).f1 == pytest.approx(18 / 20)
    assert macro_score(right).low == macro_score(right).high == 1.0


def test_an_evaluation_has_the_macro_f1_of_its_areas(tmp_path: Path) -> None:
    """Areas, kinds and status have one; it stands in the table and in the JSON."""
    evaluation = gr.evaluate(_corpus(tmp_path, a="dev"))
    assert evaluation.macro["section-area"][:1] == (1.0,)
    assert evaluation.macro["section-area"].labels == 2
    assert json.loads(evaluation.to_json())["macro_f1"]["statement-kind"]["f1"] == 1.0
    assert "section-area 1.000 [1.000, 1.000] of 2" in render_evaluation(evaluation)


def test_calibration_error_is_the_gap() -> None:
    """Nine of ten right at .9 is no gap; all wrong at .9 is one of .9."""
    right = [Case("t", "d", Span(0, 1), "right" if i else "wrong", probability=0.9) for i in range(10)]
    wrong = [Case("u", "d", Span(0, 1), "wrong", probability=0.9)]
    assert calibration_error([*right, *wrong]) == pytest.approx({"t": 0.0, "u": 0.9})


def test_the_test_split_is_sealed(tmp_path: Path) -> None:
    """Without a reason nothing is measured; with one it is written down."""
    reports = _corpus(tmp_path, a="test", b="dev")
    with pytest.raises(UsageError, match="sealed"):
        gr.evaluate(reports, split="test")
    with pytest.raises(UsageError, match="sealed"):
        gr.evaluate(reports, split="all")
    gr.evaluate(reports, split="test", reason="release 1")
    assert "release 1" in (tmp_path / "looks.csv").read_text(encoding="utf-8").splitlines()[1]


def test_wrong_calls_are_told(tmp_path: Path) -> None:
    """An unknown split and an empty one say what there is."""
    reports = _corpus(tmp_path, a="dev")
    with pytest.raises(UsageError, match="train, dev, test, all"):
        gr.evaluate(reports, split="devel")
    with pytest.raises(UsageError, match="no report of the split 'train'"):
        gr.evaluate(reports, split="train")


def test_floors_rise_and_fall_only_with_a_reason(tmp_path: Path) -> None:
    """A floor above the score is told; lowering it keeps the reason."""
    evaluation = gr.evaluate(_corpus(tmp_path, a="dev"))
    file = tmp_path / "floors.json"
    pin_floors(evaluation, file)
    floors = json.loads(file.read_text(encoding="utf-8"))
    assert below_floors(evaluation, floors) == []
    floors["f1"]["markers"] = 1.1
    assert below_floors(evaluation, floors) == ["markers: 1.000 is below the floor of 1.100"]
    file.write_text(json.dumps(floors), encoding="utf-8")
    with pytest.raises(UsageError, match="give a reason"):
        pin_floors(evaluation, file)
    pin_floors(evaluation, file, "the guide was sharpened")
    lowered = json.loads(file.read_text(encoding="utf-8"))["lowered"]
    assert lowered[0]["reason"] == "the guide was sharpened"


def test_another_corpus_is_told(tmp_path: Path) -> None:
    """A floor says on which corpus it was reached."""
    evaluation = gr.evaluate(_corpus(tmp_path, a="dev"))
    floors = {"corpus": "another", "f1": {}}
    assert "pinned on another" in below_floors(evaluation, floors)[0]


def test_two_runs_are_compared_case_by_case(tmp_path: Path) -> None:
    """What turned right and what turned wrong is listed by its key."""
    evaluation = gr.evaluate(_corpus(tmp_path, a="dev"))
    earlier = evaluation.to_dict()
    gone = f"markers a {evaluation.cases[0].span.start}-{evaluation.cases[0].span.end}"
    earlier["not_right"].append(gone)
    mended, broken = evaluation.against(earlier)
    assert (mended, broken) == ([gone], [])


def test_the_table_names_tasks_axes_and_the_worst(tmp_path: Path) -> None:
    """A person finds the scores, where they differ, and what went wrong."""
    evaluation = gr.evaluate(_corpus(tmp_path, a="dev"))
    table = render_evaluation(evaluation)
    assert "sections" in table
    assert "script Hans" in table
    assert "worst reports" in table
    frame = evaluation.to_frame()
    assert {"axis", "value", "task", "precision", "recall", "f1", "low", "high"} <= set(frame.columns)
    assert json.loads(evaluation.to_json())["documents"] == 1


def test_real_reports_are_fused_and_counted(tmp_path: Path) -> None:
    """A heading on its own line loses its line end; its end is the border."""
    body = "今年以来，镇妇联按照上级要求，建立了村级妇女之家，从制度到场所都得到了保障，受到群众好评。"
    (tmp_path / "town-1.txt").write_text(
        f"工作总结\n一、完善阵地建设\n{body}\n二、依法维护权益\n{body}\n", encoding="utf-8"
    )
    lines = list(fused_borders(tmp_path))
    assert " town " in lines[1]
    assert "of 2" in lines[1]
    assert "surest 80 %: 2 of 2 right, 1.000; of all 2 1.000 right" in lines[2]
    assert "left out" in next(fused_borders(tmp_path / "nowhere"))


def test_annexes_and_sentences_of_real_reports_are_counted_apart(tmp_path: Path) -> None:
    """What stands in an annex is kept apart, and a heading given to a sentence is an invented one."""
    body = "今年以来，镇妇联按照上级要求，建立了村级妇女之家，从制度到场所都得到了保障，受到群众好评。"
    sentence = "应当向村民公布办事的时间和地点，并且指定专人接待来访的妇女和儿童。"
    (tmp_path / "town-1.txt").write_text(
        f"工作总结\n一、完善阵地建设\n{body}\n1.{sentence}\n2.{sentence}\n{body * 3}\n"
        f"附件：名单\n一、参加人员名单\n{body}\n",
        encoding="utf-8",
    )
    line = list(fused_borders(tmp_path))[1]
    assert "of 1 " in line
    assert "in 2 sentences" in line
    assert "1 more in annexes" in line
