"""The table of what everyone writes: counts by submitter, and no text."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from govreport.text.keys import comparison_key
from govreport.text.shingles import SHINGLE, shingle_hashes
from govreport.train import train_common_shingles

PHRASE = "充分发挥桥梁纽带作用服务大局"
GOLD = """+++
federation = "women"
split = "train"
+++
⟦title|工作总结⟧
⟦copy c1⟧姐妹们在渡口办起缝纫班⟦/copy c1⟧
"""


def count_of(table: np.ndarray, text: str) -> int:
    value = shingle_hashes(comparison_key(text).codes, SHINGLE)[0]
    rows = table[1:][table["hash"][1:] == value]
    return int(rows["count"][0]) if len(rows) else 0


def test_a_unit_counts_once_and_copies_do_not(tmp_path: Path) -> None:
    """Two years of one unit are one submitter; a copied passage of the corpus is no set phrase."""
    texts, corpus = tmp_path / "texts", tmp_path / "corpus"
    texts.mkdir()
    corpus.mkdir()
    for name in ("town-2019", "town-2020", "city-2020", "county"):
        (texts / f"{name}.txt").write_text(PHRASE + name, encoding="utf-8")
    for name in ("a", "b", "c"):
        (corpus / f"{name}.gold.txt").write_text(GOLD, encoding="utf-8")
    submitters, _ = train_common_shingles([texts], tmp_path / "out.npy", corpus)
    table = np.load(tmp_path / "out.npy", allow_pickle=False)
    assert submitters == 6
    assert int(table["count"][0]) == 6
    assert count_of(table, PHRASE) == 3
    assert count_of(table, "姐妹们在渡口办起缝纫班") == 0


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    """What is shipped can be built again."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("a", "b", "c"):
        (texts / f"{name}.txt").write_text(PHRASE * 2, encoding="utf-8")
    (tmp_path / "a.gold.txt").write_text(GOLD, encoding="utf-8")
    for out in ("one.npy", "other.npy"):
        train_common_shingles([texts], tmp_path / out, tmp_path)
    assert (tmp_path / "one.npy").read_bytes() == (tmp_path / "other.npy").read_bytes()
