"""Two reports side by side: the whole of both texts, what they share marked, and where it differs.

In goes a pair with the two texts, out comes a page. It tells which text is earlier and how much of each
stands in the other, of how many characters; it gives no verdict on who wrote it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from govreport.export.differences import Difference, differences
from govreport.export.labels import label
from govreport.export.marks import Mark, MarkedLine, marked
from govreport.export.pairs import Pair, covered, is_dated, written
from govreport.export.shell import page, text_language
from govreport.model import Match, Submission
from govreport.text.script import detect_script

__all__ = ["to_pair"]

_KINDS = ("figure", "name", "words", "form")


class _Side(NamedTuple):
    """One of the two texts as the page shows it."""

    id: str
    page: str | None
    title: str
    year: int | None
    language: str
    lines: list[MarkedLine]
    characters: int
    shared: int
    copied: int


def to_pair(
    pair: Pair,
    submissions: Mapping[str, Submission],
    pages: Mapping[str, str],
    titles: Mapping[str, str | None],
    lang: str,
) -> str:
    """Return the page; ``pages`` and ``titles`` are those of the documents that have a page of their own."""
    left, right = submissions[pair.left], submissions[pair.right]
    found = [differences(match, left.text, right.text) for match in pair.matches]
    sides = [
        _side(pair, n, text, [one[n] for one in found], pages, titles, lang)
        for n, text in enumerate((left, right))
    ]
    return page(
        "pair.html",
        lang,
        scripts=("pair",),
        sides=sides,
        rows=[_row(*one) for one in zip(pair.matches, found, strict=True)],
        is_dated=is_dated(left, right),
    )


def _side(
    pair: Pair,
    side: int,
    one: Submission,
    found: Sequence[Sequence[Difference]],
    pages: Mapping[str, str],
    titles: Mapping[str, str | None],
    lang: str,
) -> _Side:
    places = [(match.left if side == 0 else match.right).span for match in pair.matches]
    copied = [span for span, match in zip(places, pair.matches, strict=True) if match.label == "copied"]
    marks = list(_marks(pair.matches, side, found, lang))
    return _Side(
        one.id,
        pages.get(one.id),
        titles.get(one.id) or "",
        one.year,
        text_language(detect_script(one.text)),
        marked(one.text, marks, "LR"[side]),
        written(one.text),
        covered(one.text, places),
        covered(one.text, copied),
    )


def _marks(
    matches: Sequence[Match], side: int, found: Sequence[Sequence[Difference]], lang: str
) -> Iterator[Mark]:
    for number, (match, parts) in enumerate(zip(matches, found, strict=True), 1):
        span = (match.left if side == 0 else match.right).span
        sign, title = label("match_sign", match.label, lang), label("match_label", match.label, lang)
        other = f"#{'RL'[side]}p{number}"
        yield Mark(*span, match.label, f"{title} {number}", f"p{number}", lead=f"{sign}{number}", href=other)
        for part in parts:
            yield Mark(part.start, part.end, f"differs {part.kind}", label("difference", part.kind, lang))


def _row(match: Match, found: tuple[list[Difference], list[Difference]]) -> dict[str, Any]:
    counts = Counter(part.kind for part in max(found, key=len))
    return {"match": match, "counts": [(kind, counts[kind]) for kind in _KINDS if counts[kind]]}
