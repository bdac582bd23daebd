"""What belongs together across reports stands on one side of the splits."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

import govreport as gr
from govreport.corpus import copy_relations, innocent_pairs
from govreport.errors import InputError

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "reports"
ITEMS = list(gr.load_corpus(CORPUS))
SPLIT = {item.document.id: item.split for item in ITEMS}
_SHINGLE = 12
# Set phrases and quotations give unrelated reports a few hundredths in common.
_NEAR_COPY = 0.2


def test_copy_relations_stay_within_a_split() -> None:
    """Both sides are marked, and neither teaches what the other is tested on."""
    for relation in copy_relations(ITEMS):
        assert len({SPLIT[document] for document, _ in (*relation.source, *relation.target)}) == 1


def test_series_stay_within_a_split() -> None:
    """The years of one unit are not told apart by splits."""
    splits = defaultdict(set)
    for item in ITEMS:
        if "series" in item.meta:
            splits[item.meta["series"]].add(item.split)
    assert all(len(found) == 1 for found in splits.values())


def test_no_near_copies_across_splits() -> None:
    """Reports of two splits share less than a fifth of their 12-character shingles."""
    holders = defaultdict(set)
    sizes = {}
    for item in ITEMS:
        text = "".join(c for c in item.gold.text.text if c.isalpha())
        shingles = {text[i : i + _SHINGLE] for i in range(len(text) - _SHINGLE + 1)}
        sizes[item.document.id] = max(1, len(shingles))
        for shingle in shingles:
            holders[shingle].add(item.document.id)
    shared: defaultdict[tuple[str, str], int] = defaultdict(int)
    for found in holders.values():
        for left in found:
            for right in found:
                if SPLIT[left] < SPLIT[right]:
                    shared[left, right] += 1
    near = {pair: n for pair, n in shared.items() if n / min(sizes[i] for i in pair) > _NEAR_COPY}
    assert near == {}


def test_a_relation_without_its_other_side_is_told(tmp_path: Path) -> None:
    """The message names the report that lacks the mark."""
    head = '+++\n[copies.c1]\nfrom = "b"\nkind = "near"\nrelation = "other-unit"\n+++\n'
    (tmp_path / "a.gold.txt").write_text(head + "⟦copy c1⟧发放资料⟦/copy c1⟧。", encoding="utf-8")
    (tmp_path / "b.gold.txt").write_text("+++\n+++\n发放资料。", encoding="utf-8")
    with pytest.raises(InputError, match="no mark in b"):
        copy_relations(gr.load_corpus(tmp_path))


def test_pairs_that_look_alike(tmp_path: Path) -> None:
    """Three reports with one set phrase are three innocent pairs."""
    for name in "abc":
        source = "+++\n+++\n⟦alike set-1⟧在上级妇联的精心指导下⟦/alike set-1⟧开展工作。"
        (tmp_path / f"{name}.gold.txt").write_text(source, encoding="utf-8")
    assert len(innocent_pairs(gr.load_corpus(tmp_path))) == 3
