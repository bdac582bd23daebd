"""The overview: groups that hang together, and shares of each direction."""

from __future__ import annotations

from govreport.export.matrix import matrices
from govreport.export.pairs import Pair
from govreport.model import Match, Place, Span


def shared(number: int, left: str, right: str, length: int, label: str = "copied") -> Pair:
    """A pair whose first characters are the same."""
    places = Place(left, Span(0, length)), Place(right, Span(0, length))
    return Pair(number, left, right, (Match(*places, 1.0, "exact", (), (), "same-batch", label),))


def test_documents_that_hang_together_are_one_group() -> None:
    """Two that share nothing with each other stand in one table where a third shares with both."""
    pairs = [shared(1, "a", "b", 4), shared(2, "b", "c", 2), shared(3, "x", "y", 4)]
    found = matrices(pairs, dict.fromkeys("abcxy", "甲" * 8))
    assert [matrix.documents for matrix in found] == [("a", "b", "c"), ("x", "y")]
    assert ("a", "c") not in found[0].cells


def test_each_direction_has_its_own_denominator() -> None:
    """A short report may stand wholly in a long one, and the long one only in part in it."""
    (matrix,) = matrices([shared(1, "short", "long", 4)], {"short": "甲" * 4, "long": "甲" * 40})
    assert matrix.cells["short", "long"].share == 1.0
    assert matrix.cells["long", "short"].share == 0.1


def test_set_phrases_and_quotations_tie_nobody_together() -> None:
    """Only what is labelled as copied makes a group."""
    assert matrices([shared(1, "a", "b", 4, "set-phrase")], {"a": "甲" * 4, "b": "甲" * 4}) == ()


def test_a_large_group_is_cut_and_says_so() -> None:
    """Those that share with most others are kept, the number of the others is told."""
    pairs = [shared(n, "hub", f"d{n:03d}", 4) for n in range(100)]
    texts = {"hub": "甲" * 8, **{f"d{n:03d}": "甲" * 8 for n in range(100)}}
    (matrix,) = matrices(pairs, texts)
    assert "hub" in matrix.documents
    assert len(matrix.documents) + matrix.left_out == 101
    assert len(matrix.documents) < 30
