"""Pairs of documents that share passages: which of them get a page side by side, and where it stands.

In goes a comparison, out come pairs in order, those that share most copied text first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from govreport.export.figures import union_length
from govreport.model import Comparison, Match, Span, Submission

__all__ = ["Pair", "covered", "is_dated", "pairs_of", "written"]

# So many pages side by side for one document; what is beyond stands in matches.csv.
_MOST_OF_ONE = 30


class Pair(NamedTuple):
    """Two documents and the passages that they share, in the order of the later text."""

    number: int
    left: str
    right: str
    matches: tuple[Match, ...]

    @property
    def page(self) -> str:
        """Where its page stands in the folder of the audit."""
        return f"pairs/{self.number:05d}.html"


def pairs_of(comparison: Comparison, most: int = _MOST_OF_ONE) -> tuple[Pair, ...]:
    """Return the pairs that get a page: for each document those with which it shares most.

    Set phrases alone give none: they are marked in the text, and nothing is to be compared.
    """
    shared: defaultdict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in comparison.matches:
        documents = _turned(match, shared)
        shared[documents].append(match if documents == match.documents else match.turned)
    told = {pair: those for pair, those in shared.items() if any(m.label != "set-phrase" for m in those)}
    order = sorted(told.items(), key=lambda item: (*(-size for size in _sizes(item[1])), item[0]))
    taken: Counter[str] = Counter()
    kept = []
    for documents, matches in order:
        if min(taken[id] for id in documents) < most:
            taken.update(documents)
            kept.append((documents, sorted(matches, key=lambda match: match.right.span)))
    return tuple(Pair(n, *documents, tuple(matches)) for n, (documents, matches) in enumerate(kept, 1))


def _turned(match: Match, known: Mapping[tuple[str, str], object]) -> tuple[str, str]:
    """Two documents are one pair, whichever of them a match names first."""
    documents = match.documents
    return documents[::-1] if documents[::-1] in known else documents


def _sizes(matches: Sequence[Match]) -> tuple[int, int]:
    """Return how much is copied, and how much is shared at all."""
    copied = (match.right.span for match in matches if match.label == "copied")
    return union_length(copied), union_length(match.right.span for match in matches)


def is_dated(left: Submission, right: Submission) -> bool:
    """Return whether the dates that are known tell that the left text is the earlier one.

    >>> [is_dated(Submission("a", "", date=a), Submission("b", "", date=b)) for a, b in
    ...  [("2019", "2020"), ("2019", "2019-05"), ("2019", None)]]
    [True, False, False]
    """
    if left.role == "reference":
        return True
    first, second = (one.date or (str(one.year) if one.year else "") for one in (left, right))
    length = min(len(first), len(second))
    return first[:length] != second[:length]


def covered(text: str, spans: Iterable[Span]) -> int:
    """Return how many characters of the text lie in a span, white space not counted.

    >>> covered("一 二三", [Span(0, 3), Span(2, 3)])
    2
    """
    reached, total = 0, 0
    for start, end in sorted(spans):
        total += written(text[max(start, reached) : end])
        reached = max(reached, end)
    return total


def written(text: str) -> int:
    """Return how many characters are not white space."""
    return sum(not character.isspace() for character in text)
