"""Training: the same bytes each time, no text in the model, no repeated paper counted twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreport.corpus.fusing import is_held_out
from govreport.train import train_boundary

BODIES = (
    "今年以来，镇里按照上级要求建立了村级服务站，从制度到场所都得到了保障，受到群众的一致好评。",
    "坚持以群众需求为导向，组织干部深入农户走访摸排，帮助解决生产生活中的实际困难和问题。",
    "各部门加强协作配合，定期召开联席会议通报情况，形成了齐抓共管、共同推进的良好局面。",
)
HEADINGS = ("加强阵地建设", "完善服务体系，提升服务水平", "推进部门联动", "健全工作机制", "抓好队伍培训")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six small papers; the last repeats the first under another name."""
    for number in range(6):
        turn = number % 5
        lines = ["工作总结"]
        for place, numeral in enumerate("一二三"):
            lines += [
                f"{numeral}、{HEADINGS[(turn + place) % 5]}",
                BODIES[(turn + place) % 3] + f"第{turn}号。",
            ]
        (tmp_path / f"town-{number}.txt").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_training_gives_the_same_bytes(folder: Path) -> None:
    """A rebuild from the same reports is the same model; a repeated paper is dropped."""
    first, again = folder / "first.json", folder / "again.json"
    accuracy = train_boundary([folder], first)
    train_boundary([folder], again)
    assert first.read_bytes() == again.read_bytes()
    kept = [number for number in range(5) if not is_held_out(f"town-{number}")]
    assert accuracy["town"][1] == 3 * len(kept)


def test_a_heading_that_ends_with_a_full_stop_is_learned_both_ways(folder: Path) -> None:
    """With the mark it is a case of its own, and its twin without the mark stays out of its sight."""
    for path in folder.glob("town-*.txt"):
        lines = path.read_text(encoding="utf-8").split("\n")
        text = "\n".join([lines[0], *(f"{a}。{b}" for a, b in zip(lines[1::2], lines[2::2], strict=True))])
        path.write_text(text, encoding="utf-8")
    accuracy = train_boundary([folder], folder / "model.json")
    assert accuracy["closed"][1] > 0
    assert accuracy["town"][1] == accuracy["all"][1] > 0


def test_the_model_holds_counts_and_weights_alone(folder: Path) -> None:
    """Strings of five characters at most; nothing that could be read as a sentence."""
    train_boundary([folder], folder / "model.json")
    stored = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    assert set(stored) == {"provenance", "short", "first", "joint", "names", "tables"}
    for table in stored["tables"].values():
        assert all(
            int(n) <= 5 and len(text) == int(n) * len(counts)
            for n, (text, counts) in table.items()
            if n != "0"
        )
