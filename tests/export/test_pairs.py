"""Pairs: what is compared side by side, and where the characters differ."""

from __future__ import annotations

import pytest

from govreport.export.differences import differences
from govreport.export.pairs import pairs_of
from govreport.model import Change, Comparison, Match, Place, Run, Span, Submission


def match(left: str, right: str, runs: list[tuple[int, int, int, int]], **more: object) -> Match:
    """The whole of two texts, aligned."""
    aligned = tuple(Run(Span(a, b), Span(c, d)) for a, b, c, d in runs)
    places = Place("a", Span(0, len(left))), Place("b", Span(0, len(right)))
    given = {
        "similarity": 0.9,
        "kind": "near",
        "changes": (),
        "relation": "other-unit",
        "label": "copied",
        **more,
    }
    return Match(*places, runs=aligned, **given)  # type: ignore[arg-type]


def shown(left: str, right: str, found: Match) -> list[list[tuple[str, str]]]:
    """Quotes of what differs, with their kinds."""
    sides = differences(found, left, right)
    return [
        [(text[start:end], kind) for start, end, kind in side]
        for text, side in zip((left, right), sides, strict=True)
    ]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("举办培训班", "举办培训班", [[], []]),
        (
            "举办培训班",
            "舉辦培訓班",
            [[("举办", "form"), ("训", "form")], [("舉辦", "form"), ("訓", "form")]],
        ),
        ("举办，培训班", "举办培训班", [[("，", "form")], []]),
        ("举办 培训班", "举办培训班", [[], []]),
        ("举办多期培训班", "举办培训班", [[("多期", "words")], []]),
    ],
)
def test_every_differing_character_is_marked(left: str, right: str, expected: list[object]) -> None:
    """Words, script and punctuation are told apart; blanks are no difference."""
    assert shown(left, right, match(left, right, [(0, len(left), 0, len(right))])) == expected


def test_changed_figures_and_names_go_first() -> None:
    """What the match says has changed is marked as that and not as words."""
    left, right = "桃林村培训214人", "杏花村培训180人"
    changes = (
        Change("name", "桃林", "杏花", Span(0, 2), Span(0, 2)),
        Change("figure", "214", "180", Span(5, 8), Span(5, 8)),
    )
    found = match(left, right, [(2, 9, 2, 9)], changes=changes)
    assert shown(left, right, found) == [
        [("桃林", "name"), ("214", "figure")],
        [("杏花", "name"), ("180", "figure")],
    ]


def test_runs_that_changed_places_leave_no_false_difference() -> None:
    """Two sentences that were swapped differ in nothing but what is new."""
    left, right = "甲乙丙丁。子丑寅卯。", "子丑寅卯。新的。甲乙丙丁。"
    found = match(left, right, [(5, 9, 0, 4), (0, 4, 8, 12)])
    assert shown(left, right, found)[1] == [("新的", "words")]


def test_a_single_equal_character_between_differing_words_is_chance() -> None:
    """What is equal beside equal text is no chance."""
    left, right = "开展活动四月建成新的书屋", "开展活动去年四月落成新的书屋"
    found = match(left, right, [(0, 4, 0, 4), (8, 12, 10, 14)])
    assert shown(left, right, found) == [[("建", "words")], [("去年", "words"), ("落", "words")]]
    left, right = "开展活动四月天建成书屋", "开展活动去年的天又落建书屋"
    found = match(left, right, [(0, 4, 0, 4), (9, 11, 11, 13)])
    assert shown(left, right, found) == [[("四月天建成", "words")], [("去年的天又落建", "words")]]


def test_two_documents_are_one_pair_whichever_is_named_first() -> None:
    """All passages of two documents stand on one page, in the order of the right text."""
    one = Match(Place("a", Span(5, 9)), Place("b", Span(0, 4)), 1.0, "exact", (), (), "same-batch", "copied")
    other = Match(
        Place("b", Span(6, 9)), Place("a", Span(0, 3)), 1.0, "exact", (), (), "same-batch", "copied"
    )
    texts = {id: Submission(id, "甲" * 10) for id in "ab"}
    (pair,) = pairs_of(Comparison((one, other), submissions=texts))
    assert [match.documents for match in pair.matches] == [(pair.left, pair.right)] * 2
    assert [match.right.span for match in pair.matches] == sorted(match.right.span for match in pair.matches)


def test_pages_of_one_document_are_bounded() -> None:
    """A text that all others share gives each of them its page, and never the square of their number."""
    ids = [f"d{n}" for n in range(30)]
    matches = tuple(
        Match(Place(a, Span(0, 9)), Place(b, Span(0, 9)), 1.0, "exact", (), (), "same-batch", "copied")
        for n, a in enumerate(ids)
        for b in ids[n + 1 :]
    )
    pairs = pairs_of(Comparison(matches, submissions={id: Submission(id, "甲" * 9) for id in ids}), most=3)
    assert {id for pair in pairs for id in (pair.left, pair.right)} == set(ids)
    assert len(pairs) <= 3 * len(ids)
