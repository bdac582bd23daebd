"""How much of a submission stands in others, with its denominator: all characters but white space."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from govreport.model import Findings, Match, Ratio, Span, Submission

__all__ = ["ratio_of", "ratios_of"]

_Marks = NDArray[np.bool_]
_NO_COPIES = ("revision", "reference", "subordinate")


def ratios_of(
    reports: Iterable[Findings], matches: Iterable[Match], known: Mapping[str, Submission]
) -> Iterator[Ratio]:
    """Yield those of each report: a passage counts for the later text; where no date tells, for both."""
    counted: defaultdict[str, list[Match]] = defaultdict(list)
    for match in matches:
        earlier, later = match.documents
        counted[later].append(match)
        if not known[earlier].is_told_from(known[later]):
            counted[earlier].append(match)
    for one in reports:
        spans = [section.span for section in one.outline.sections]
        yield ratio_of(one.document.id, one.document.text, spans, counted[one.document.id])


def ratio_of(document_id: str, text: str, sections: Sequence[Span], matches: Iterable[Match]) -> Ratio:
    """Return the shares of one submission; ``matches`` are those that count for it, on whichever side."""
    written = np.array([not character.isspace() for character in text], dtype=bool)
    shared: defaultdict[str, _Marks] = defaultdict(lambda: np.zeros(len(text), dtype=bool))
    by_source: defaultdict[str, _Marks] = defaultdict(lambda: np.zeros(len(text), dtype=bool))
    for match in matches:
        for here, there in ((match.right, match.left), (match.left, match.right)):
            if here.document_id == document_id:
                names = _counted_as(match)
                marks = [shared[name] for name in names]
                if "copied" in names:
                    marks.append(by_source[there.document_id])
                for mark in marks:
                    mark[here.span.start : here.span.end] = True
    sources = {name: _share(marks, written) for name, marks in by_source.items()}
    source = min(sources, key=lambda name: (-sources[name], name), default=None)
    return Ratio(
        document_id,
        int(written.sum()),
        _share(shared["total"], written),
        _share(shared["copied"], written),
        _share(shared["others"], written),
        sources[source] if source is not None else 0.0,
        source,
        tuple(_share(shared["copied"], written, span) for span in sections),
    )


def _counted_as(match: Match) -> tuple[str, ...]:
    if match.label != "copied" or match.relation in _NO_COPIES:
        return ("total",)
    return ("total", "copied") if match.relation == "own-earlier" else ("total", "copied", "others")


def _share(marks: _Marks, written: _Marks, span: Span | None = None) -> float:
    part = slice(None) if span is None else slice(span.start, span.end)
    whole = int(written[part].sum())
    return round(int((marks[part] & written[part]).sum()) / whole, 4) if whole else 0.0
