"""Figures that stand in for texts: with them a model has the same counts as with the texts themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreport.corpus.fusing import is_held_out
from govreport.train import count_figures, train_boundary, train_common_shingles

BODIES = (
    "今年以来，镇里按照上级要求建立了村级服务站，从制度到场所都得到了保障，受到群众的一致好评。",
    "坚持以群众需求为导向，组织干部深入农户走访摸排，帮助解决生产生活中的实际困难和问题。",
)
HEADINGS = ("加强阵地建设", "完善服务体系，提升服务水平", "推进部门联动", "健全工作机制")
GOLD = Path("corpus/reports/w-luoshan-county-2019.gold.txt")


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    """Reports at hand, a collection of others, and a corpus of one report with figures beside it."""
    made = {name: tmp_path / name for name in ("here", "collection", "corpus/reports", "corpus/figures")}
    for folder in made.values():
        folder.mkdir(parents=True)
    (made["corpus/reports"] / GOLD.name).write_text(GOLD.read_text(encoding="utf-8"), encoding="utf-8")
    for number in range(12):
        folder = made["here" if number % 2 else "collection"]
        lines = ["工作总结"]
        for place, numeral in enumerate("一二三"):
            turn = number + place
            lines += [
                f"{numeral}、{HEADINGS[turn % 4]}",
                f"{BODIES[turn % 2]}{numeral}组{number}号另有安排。",
            ]
        (folder / f"town-{number}.txt").write_text("\n".join(lines), encoding="utf-8")
    return made


def counted(folders: dict[str, Path], tmp_path: Path) -> dict[str, int]:
    """Count the collection, and take its texts away."""
    output = folders["corpus/figures"] / "towns"
    told = count_figures(
        folders["collection"], output, [folders["here"]], folders["corpus/reports"], {"source": "made up"}
    )
    folders["collection"].rename(tmp_path / "lost")
    return told


def test_figures_give_the_counts_of_the_texts(folders: dict[str, Path], tmp_path: Path) -> None:
    """The tables of heading borders and what everyone writes are those that the texts would give."""
    corpus, texts = folders["corpus/reports"], [folders["here"], folders["collection"]]
    train_boundary(texts, tmp_path / "with.json", corpus)
    train_common_shingles(texts, tmp_path / "with.npy", corpus)
    told = counted(folders, tmp_path)
    train_boundary([folders["here"]], tmp_path / "without.json", corpus)
    train_common_shingles([folders["here"]], tmp_path / "without.npy", corpus)
    assert told["strings"] > 100
    models = [json.loads((tmp_path / f"{name}.json").read_text("utf-8")) for name in ("with", "without")]
    assert models[0]["tables"] == models[1]["tables"]
    assert (tmp_path / "with.npy").read_bytes() == (tmp_path / "without.npy").read_bytes()


def test_figures_are_counted_the_same_each_time(folders: dict[str, Path], tmp_path: Path) -> None:
    """The same bytes; the provenance says what was counted, and no string is a sentence."""
    output = folders["corpus/figures"] / "towns"
    others = [folders["here"]]
    count_figures(folders["collection"], output, others, folders["corpus/reports"], {"source": "made up"})
    first = [output.with_suffix(ending).read_bytes() for ending in (".json", ".npy")]
    counted(folders, tmp_path)
    assert first == [output.with_suffix(ending).read_bytes() for ending in (".json", ".npy")]
    stored = json.loads(first[0])
    kept = [n for n in range(0, 12, 2) if not is_held_out(f"town-{n}")]
    assert stored["provenance"]["source"] == "made up"
    assert int(stored["provenance"]["documents"]) <= len(kept)
    assert all(len(gram) <= 5 for table in stored["tables"].values() for gram in table)


def test_a_report_is_not_counted_twice(folders: dict[str, Path], tmp_path: Path) -> None:
    """Texts at hand whose figures stand beside the corpus are refused, with the name of one."""
    texts = [folders["here"], folders["collection"]]
    output = folders["corpus/figures"] / "towns"
    count_figures(folders["collection"], output, [folders["here"]], folders["corpus/reports"], {})
    with pytest.raises(ValueError, match="town-"):
        train_boundary(texts, tmp_path / "model.json", folders["corpus/reports"])
