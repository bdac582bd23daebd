"""What differs between two matching passages is marked exactly, and the quotes stay whole."""

from hypothesis import given
from hypothesis import strategies as st

from govreport.export.differences import differing, pieces
from govreport.model import Change, Match, Place, Run, Span


def match(left, right, runs, changes=(), kind="near"):
    """A match of two whole texts."""
    places = Place("a", Span(0, len(left))), Place("b", Span(0, len(right)))
    aligned = tuple(Run(Span(a, b), Span(c, d)) for a, b, c, d in runs)
    return Match(*places, 0.9, kind, tuple(changes), aligned, "other-unit", "copied")


def marked(left, right, runs, changes=()):
    """The quotes that differ, of both sides."""
    found = differing(match(left, right, runs, changes), left, right)
    return [span.of(left) for span in found[0]], [span.of(right) for span in found[1]]


def test_figures_inside_a_run_are_marked():
    """A run that aligns all but the figures shows the figures that were changed."""
    change = Change("figure", "120", "98", Span(4, 7), Span(4, 6))
    assert marked("培訓婦女120人。", "培訓婦女98人。", [(0, 9, 0, 8)], [change]) == (["120"], ["98"])


def test_punctuation_width_and_script_are_no_difference():
    """What the search does not count is not marked."""
    assert marked("舉辦講座，走訪。", "举办讲座,走访", [(0, 4, 0, 4)]) == ([], [])


def test_equal_ends_of_a_gap_are_no_difference():
    """Characters too few for a run are not marked where both sides have them."""
    assert marked("10月底前召開會議", "10月底前舉行會議", [(2, 5, 2, 5)]) == (["召開"], ["舉行"])


def test_moved_pieces_are_equal_and_the_rest_differs():
    """Where pieces stand in another order each side is marked for itself."""
    left, right = "理髮店奶茶店都有", "奶茶店理髮店全有"
    runs = [(3, 6, 0, 3), (0, 3, 3, 6), (7, 8, 7, 8)]
    assert marked(left, right, runs) == (["都"], ["全"])


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), max_size=6))
def test_the_pieces_are_the_quote(text, spans):
    """Whatever is marked, the pieces joined are the quote, none of them empty."""
    marks = [Span(min(a, b), max(a, b)) for a, b in sorted(spans)]
    found = list(pieces(text, Span(0, len(text)), marks))
    assert "".join(piece for piece, _ in found) == text
    assert all(piece for piece, _ in found)


@given(st.data())
def test_marks_stay_inside_the_passage(data):
    """Any runs give marks inside both passages, in order and apart."""
    left, right = data.draw(st.text("甲乙1，", max_size=12)), data.draw(st.text("甲乙1，", max_size=12))
    cuts = st.tuples(*(st.integers(0, len(side)) for side in (left, left, right, right)))
    drawn = data.draw(st.lists(cuts, max_size=4))
    runs = [(min(a, b), max(a, b), min(c, d), max(c, d)) for a, b, c, d in drawn]
    for text, spans in zip((left, right), differing(match(left, right, runs), left, right), strict=True):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)
