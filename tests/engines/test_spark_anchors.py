"""Anchors that many share are not sent around: what is found by the others stays the same."""

from __future__ import annotations

import numpy as np

from govreport.reuse.across.anchors import ANCHOR, FEW, linked_anchors
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.postings import block_of, grouped
from tests.reuse.test_standard_texts import text, writer


def test_seeds_are_those_of_all_postings() -> None:
    """However many parts of the texts are looked at for themselves."""
    from govreport.engines.spark.fingerprints import few_of_each

    random_ = writer(4)
    phrase, pair = text(random_, 40), text(random_, 40)
    texts = [text(random_, 60) + phrase * (n % 2) + pair * (n in (3, 17)) for n in range(40)]
    codes = Codes.of(texts)
    hashes, own, place = block_of(codes, 0, len(texts), 1, ANCHOR)
    every = linked_anchors(grouped(hashes, own.astype(np.int32), place))
    assert len(every.pair) >= 30
    for parts in (1, 2, 7):
        cuts = np.array_split(np.arange(len(hashes)), parts)
        thinned = [few_of_each([(hashes[cut], own[cut], place[cut])])[0] for cut in cuts]
        few = [np.concatenate(arrays) for arrays in zip(*thinned, strict=True)]
        found = linked_anchors(grouped(few[0], few[1].astype(np.int32), few[2]))
        assert all(np.array_equal(getattr(found, n), getattr(every, n)) for n in ("pair", "left", "right"))
        # Seven parts have three texts with the phrase each: none of them can tell that it is shared by many.
        assert (len(few[0]) < len(hashes)) == (parts < 7)
        assert np.unique(few[0], return_counts=True)[1].max() <= parts * (FEW + 1)
