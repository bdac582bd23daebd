"""What belongs together across reports stands on one side of the splits."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

import govreport as gr
from govreport.corpus import CorpusItem, copy_relations, follow_ups, innocent_pairs
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
        assert len({SPLIT[document] for run in relation.runs for document, _ in run}) == 1


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


def _pair(folder: Path, left: str, right: str) -> list[CorpusItem]:
    head = '+++\n[copies.c1]\nfrom = "a"\nkind = "near"\nrelation = "other-unit"\n+++\n'
    (folder / "a.gold.txt").write_text("+++\n+++\n" + left, encoding="utf-8")
    (folder / "b.gold.txt").write_text(head + right, encoding="utf-8")
    return list(gr.load_corpus(folder))


def test_runs_are_aligned_by_their_numbers(tmp_path: Path) -> None:
    """Sentences in another order are told apart: each run names its place on both sides."""
    items = _pair(
        tmp_path,
        "⟦copy c1 1⟧发放资料⟦/copy c1 1⟧。⟦copy c1 2⟧调处纠纷⟦/copy c1 2⟧。",
        "⟦copy c1 2⟧调解纠纷⟦/copy c1 2⟧。另外⟦copy c1 1⟧分发资料⟦/copy c1 1⟧。",
    )
    (relation,) = copy_relations(items)
    texts = {item.document.id: item.document.text for item in items}
    pairs = [tuple(span.of(texts[document]) for document, span in run) for run in relation.runs]
    assert pairs == [("调处纠纷", "调解纠纷"), ("发放资料", "分发资料")]


def test_runs_that_have_no_partner_are_told(tmp_path: Path) -> None:
    """Gold is aligned, or it is refused."""
    items = _pair(
        tmp_path,
        "⟦copy c1 1⟧发放资料⟦/copy c1 1⟧",
        "⟦copy c1 1⟧发放⟦/copy c1 1⟧⟦copy c1 2⟧资料⟦/copy c1 2⟧",
    )
    with pytest.raises(InputError, match="other runs"):
        copy_relations(items)


def test_what_became_of_commitments(tmp_path: Path) -> None:
    """A promise names its outcome, and the later report's statements that answer it."""
    earlier, later = _pair(
        tmp_path,
        "⟦commitment planned >done:n1|建设妇女之家⟧，⟦commitment planned >none|建立档案⟧。",
        "⟦measure done <n1|建成妇女之家⟧，⟦measure done <n1|挂牌⟧。",
    )
    done, unmentioned = follow_ups(earlier, later)
    assert (done.outcome, len(done.answers), unmentioned.outcome, unmentioned.answers) == (
        "done",
        2,
        "none",
        (),
    )
    assert [flag.code for flag in earlier.gold.flags] == ["commitment-not-mentioned"]
    with pytest.raises(InputError, match="n1"):
        follow_ups(earlier, earlier)


def test_follow_ups_of_the_series_have_both_sides() -> None:
    """Each answer that a year's report names stands in a later report of the unit."""
    series = defaultdict(list)
    for item in ITEMS:
        if "series" in item.meta:
            series[item.meta["series"]].append(item)
    for items in series.values():
        items.sort(key=lambda item: (item.meta["year"], item.document.id))
        for earlier, later in pairwise(items):
            follow_ups(earlier, later)


def test_pairs_that_look_alike(tmp_path: Path) -> None:
    """Three reports with one set phrase are three innocent pairs."""
    for name in "abc":
        source = "+++\n+++\n⟦alike set-1⟧在上级妇联的精心指导下⟦/alike set-1⟧开展工作。"
        (tmp_path / f"{name}.gold.txt").write_text(source, encoding="utf-8")
    assert len(innocent_pairs(gr.load_corpus(tmp_path))) == 3
