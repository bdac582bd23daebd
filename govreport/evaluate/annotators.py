"""How far two annotators agree on the same reports: F1 of what each marked, alpha of the labels on it.

Both wrote gold for the same texts, neither knowing the other's. F1 is that of one against the other, both
ways together, so that it does not matter who is called first. Krippendorff's alpha takes chance out of the
labels on what both marked. Intervals are the middle 95 % of resampled whole reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from govreport.coding.alpha import krippendorff_alpha
from govreport.corpus import CorpusItem, load_corpus
from govreport.corpus.pairing import paired
from govreport.errors import UsageError
from govreport.evaluate.cases import Case
from govreport.evaluate.flag_tasks import NEEDS_OTHER_REPORTS, duplicate_cases, flag_cases
from govreport.evaluate.outline_tasks import outline_cases
from govreport.evaluate.scores import scored
from govreport.evaluate.statement_tasks import statement_cases
from govreport.model import AreaScore

__all__ = ["Agreement", "agreement_of", "agreement_table", "confusions"]

_RESAMPLES = 200
_SPANS = ("title", "markers", "sections", "headings", "statements", "duplicates", "flags")

Unit = tuple[Any, Any]


class Agreement(NamedTuple):
    """Agreement on one task: ``measure`` is ``F1``, ``alpha`` or ``alpha (set)``; ``units`` were compared."""

    task: str
    measure: str
    value: float
    low: float
    high: float
    units: int
    documents: int


def agreement_of(first: str | Path, second: str | Path) -> list[Agreement]:
    """Compare two folders of gold for the same texts; reports that are in one alone are left out.

    Raises UsageError where they have no report in common, or where a text differs.
    """
    ours = {item.document.id: item for item in load_corpus(first)}
    theirs = {item.document.id: item for item in load_corpus(second)}
    pairs = [(ours[name], theirs[name]) for name in sorted(ours.keys() & theirs.keys())]
    if not pairs:
        raise UsageError("nothing-in-common", f"{first} and {second} hold no report of the same name")
    for left, right in pairs:
        if left.document.text != right.document.text:
            raise UsageError("other-text", f"the two annotators' texts of {left.document.id} differ")
    return [*_span_rows(pairs), *_label_rows(pairs)]


def _span_rows(pairs: Sequence[tuple[CorpusItem, CorpusItem]]) -> Iterator[Agreement]:
    cases = [case for pair in pairs for one, other in (pair, pair[::-1]) for case in _cases(one, other)]
    scores = scored(cases)
    slots = sorted(task for task in scores if task.startswith("slot-"))
    for task in (*_SPANS, *slots):
        if task in scores:
            score = scores[task]
            yield Agreement(task, "F1", score.f1, score.low, score.high, score.in_gold, score.documents)


def _cases(one: CorpusItem, other: CorpusItem) -> Iterator[Case]:
    yield from outline_cases(one, other.gold)
    yield from statement_cases(one, other.gold)
    yield from duplicate_cases(one, other.gold)
    yield from flag_cases(one, other.gold, NEEDS_OTHER_REPORTS)


def _label_rows(pairs: Sequence[tuple[CorpusItem, CorpusItem]]) -> Iterator[Agreement]:
    for task, (distance, units_of) in _LABELS.items():
        units = [list(units_of(left, right)) for left, right in pairs]
        yield _alpha(task, distance, [one for one in units if one])


def _alpha(task: str, distance: str, units: list[list[Unit]]) -> Agreement:
    import numpy as np

    value = krippendorff_alpha([u for document in units for u in document], distance)
    draws = np.random.default_rng(0).integers(0, max(1, len(units)), size=(_RESAMPLES, len(units)))
    drawn = (krippendorff_alpha([u for i in draw for u in units[i]], distance) for draw in draws)
    low, high = np.percentile([v for v in drawn if v is not None] or [0.0], [2.5, 97.5])
    measure = "alpha" if distance == "nominal" else f"alpha ({distance})"
    number = sum(map(len, units))
    return Agreement(task, measure, value or 0.0, float(low), float(high), number, len(units))


def _sections(left: CorpusItem, right: CorpusItem) -> Iterator[tuple[Any, Any]]:
    theirs = {section.marker_span.start: section for section in right.gold.sections}
    for section in left.gold.sections:
        if section.marker_span.start in theirs and section.duplicate_of is None:
            yield section, theirs[section.marker_span.start]


def _numbered(left: CorpusItem, right: CorpusItem) -> Iterator[tuple[Any, Any]]:
    yield from ((a, b) for a, b in _sections(left, right) if not a.inline)


def _statements(left: CorpusItem, right: CorpusItem) -> Iterator[tuple[Any, Any]]:
    ours = [one for one in left.gold.statements if one.duplicate_of is None]
    theirs = [one for one in right.gold.statements if one.duplicate_of is None]
    pairs = paired([one.span for one in ours], [one.span for one in theirs])
    yield from ((ours[i], theirs[j]) for i, j in sorted(pairs.items()))


def _primary(areas: tuple[AreaScore, ...]) -> str:
    return areas[0].area_id if areas else "none"


def _all(areas: tuple[AreaScore, ...]) -> frozenset[str]:
    return frozenset(area.area_id for area in areas) or frozenset(("none",))


Units = Callable[[CorpusItem, CorpusItem], Iterator[Unit]]
_LABELS: dict[str, tuple[str, Units]] = {
    "part": ("nominal", lambda a, b: ((x.part, y.part) for x, y in _sections(a, b))),
    "level": ("nominal", lambda a, b: ((x.level, y.level) for x, y in _sections(a, b))),
    "kind": ("nominal", lambda a, b: ((x.kind, y.kind) for x, y in _statements(a, b))),
    "status": ("nominal", lambda a, b: ((x.status, y.status) for x, y in _statements(a, b))),
    "section-area": (
        "nominal",
        lambda a, b: ((_primary(x.areas), _primary(y.areas)) for x, y in _numbered(a, b)),
    ),
    "section-areas": ("set", lambda a, b: ((_all(x.areas), _all(y.areas)) for x, y in _numbered(a, b))),
    "statement-area": (
        "nominal",
        lambda a, b: ((_primary(x.areas), _primary(y.areas)) for x, y in _statements(a, b)),
    ),
    "statement-areas": ("set", lambda a, b: ((_all(x.areas), _all(y.areas)) for x, y in _statements(a, b))),
}


def agreement_table(rows: Sequence[Agreement]) -> str:
    """Return the rows as a table in Markdown, for terminal and data sheet alike."""
    lines = ["| task | measure | agreement | 95 % interval | units | reports |", "|---|---|---|---|---|---|"]
    for row in rows:
        lines.append(
            f"| {row.task} | {row.measure} | {row.value:.3f} | [{row.low:.3f}, {row.high:.3f}] "
            f"| {row.units} | {row.documents} |"
        )
    return "\n".join(lines)


def confusions(first: str | Path, second: str | Path, most: int = 12) -> list[tuple[str, str, str, int]]:
    """Return the pairs of labels that the two annotators mix up most: (task, one, other, times)."""
    theirs = {item.document.id: item for item in load_corpus(second)}
    counts: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    for item in load_corpus(first):
        if item.document.id in theirs:
            for task, (distance, units_of) in _LABELS.items():
                for a, b in units_of(item, theirs[item.document.id]):
                    if distance == "nominal" and a != b:
                        low, high = sorted((str(a), str(b)))
                        counts[task, low, high] += 1
    return sorted(((*key, n) for key, n in counts.items()), key=lambda row: (-row[3], row[:3]))[:most]
