"""Equal shingles side by side, and none that only look alike."""

from __future__ import annotations

import numpy as np

from govreport.reuse.across.codes import Codes
from govreport.reuse.across.postings import collect, grouped, sorted_out, spread
from govreport.reuse.across.room import Room, Shelves
from govreport.reuse.across.standard import equal
from govreport.text.align import Piece
from govreport.text.shingles import hashes_at, shingle_hashes


def test_hashes_that_differ_in_the_last_bits_are_not_equal() -> None:
    """However many there are: the sort has no room for these bits, the groups have."""
    first = np.uint64(0x9E3779B97F4A7C00)
    last = np.array([3, 1, 2, 3, 1, 3, 4], dtype=np.uint64)
    place = np.arange(len(last), dtype=np.int32)
    found = grouped(first | last, place + np.int32(10), place)
    assert (found.hashes - first).tolist() == [1, 3]
    assert found.group.tolist() == [0, 0, 1, 1, 1]
    assert found.document.tolist() == [11, 14, 10, 13, 15]


def test_what_stands_far_too_often_is_left_out_and_nothing_else() -> None:
    """Groups of up to so many are the same, whether the large ones were left out before or are counted."""
    texts = [f"甲乙丙丁{'戊己庚辛' * (n % 2)}{'子丑寅卯' * (n < 3)}" for n in range(40)]
    codes = Codes.of(texts)
    with Room() as room:
        packed = spread(codes, 1, 4, None, Shelves(room, 1, np.dtype("<u8")), 1).take(0)
    every, few = collect(codes, 1, 4), sorted_out(codes, packed, 4, most=3)
    sizes = np.bincount(every.group)
    assert set(every.hashes[sizes <= 3].tolist()) <= set(few.hashes.tolist())
    assert set(few.hashes.tolist()) <= set(every.hashes[sizes <= 12].tolist())
    assert (sizes > 12).any()
    assert (sizes <= 3).any()
    assert len(sorted_out(codes, packed[:0], 4, most=3).group) == 0


def test_hashes_are_the_same_wherever_they_are_read() -> None:
    """Those at some places, in whatever order, are those of all places there; four or eight characters."""
    codes = np.random.default_rng(5).integers(0x4E00, 0x9FA5, 60).astype(np.uint16)
    places = np.array([51, 0, 17, 17, 52], dtype=np.int64)
    for size in (4, 8):
        every = shingle_hashes(codes.astype(np.uint32), size)
        assert hashes_at(codes, places, size).tolist() == every[places].tolist()
    assert len(hashes_at(codes[:3], places[:0], 4)) == 0


def test_stretches_are_equal_parts_whatever_their_number() -> None:
    """Character by character as far as both keys agree, in the order of the later one."""
    said = "院坝里支起条凳摆开棋盘老人们围着炉火说起早年修渠的旧事娃娃蹲在一旁听得入神"
    texts = [said + "甲乙", "丙丁戊" + said[:24] + "己" + said[25:], "庚" + said]
    codes = Codes.of(texts)
    begins = (codes.ends - codes.sizes).tolist()
    later, first = np.array([2, 1]), np.array([0, 0])
    start = np.array([begins[2] + 1, begins[1] + 3]) + 10
    shift = np.array([begins[2] + 1, begins[1] + 3])
    found = [tuple(one) for one in equal(codes, first, later, start, start + 10, shift)]
    assert found == [(0, 2, Piece(0, 1, 36)), (0, 1, Piece(0, 3, 24))]
