"""What a measurement says: scores, breakdowns, worst documents, and every case."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from govreport.corpus import CorpusItem
from govreport.evaluate.cases import Case
from govreport.evaluate.macro import LABELLED, MacroScore, macro_score
from govreport.evaluate.scores import Score, calibration_error, scored

if TYPE_CHECKING:
    import pandas

__all__ = ["AXES", "Evaluation"]

AXES: dict[str, Callable[[CorpusItem], str]] = {
    "federation": lambda item: str(item.meta.get("federation", "unknown")),
    "level": lambda item: str(item.meta.get("level", "unknown")),
    "genre": lambda item: str(item.meta.get("genre", "unknown")),
    "script": lambda item: str(item.meta.get("script", "unknown")),
    "noise": lambda item: "noisy" if set(item.meta.get("noise", ())) - {"half-width", "clean"} else "clean",
    "fused": lambda item: "fused" if item.meta.get("fused") else "not fused",
}
# The tasks by which a document is called bad: one for each stage.
_JUDGED = ("sections", "headings", "parts", "statements", "section-area", "flags")


@dataclass(frozen=True)
class Evaluation:
    """Scores of each task on some reports with gold; ``corpus`` names them by a hash of text and gold."""

    corpus: str
    documents: int
    characters: int
    cases: tuple[Case, ...]
    axes: dict[str, dict[str, str]]
    """Axis to document to value."""

    @classmethod
    def of(cls, items: Sequence[CorpusItem], cases: Sequence[Case]) -> Evaluation:
        """Put together what was counted on these items."""
        axes = {axis: {item.document.id: value(item) for item in items} for axis, value in AXES.items()}
        characters = sum(len(item.document.text) for item in items)
        return cls(_digest(items), len(items), characters, tuple(cases), axes)

    @cached_property
    def scores(self) -> dict[str, Score]:
        """The score of each task."""
        return scored(self.cases)

    @cached_property
    def calibration(self) -> dict[str, float]:
        """Mean gap between probability and share of right ones, for each task with probabilities."""
        return calibration_error(self.cases)

    @cached_property
    def macro(self) -> dict[str, MacroScore]:
        """The mean F1 of the labels of each task that has labels: kinds, status and areas."""
        groups: defaultdict[str, list[Case]] = defaultdict(list)
        for case in self.cases:
            groups[case.task].append(case)
        return {task: macro_score(groups[task]) for task in LABELLED if groups[task]}

    def by(self, axis: str) -> dict[str, dict[str, Score]]:
        """Return the scores for each value of an axis: federation, level, genre, script, noise, fused."""
        groups: defaultdict[str, list[Case]] = defaultdict(list)
        for case in self.cases:
            groups[self.axes[axis][case.document]].append(case)
        return {value: scored(cases) for value, cases in sorted(groups.items())}

    def worst(self, number: int = 10) -> list[tuple[str, float, list[Case]]]:
        """Return the documents with the lowest mean F1 over the stages, and what went wrong in each."""
        groups: defaultdict[str, list[Case]] = defaultdict(list)
        for case in self.cases:
            groups[case.document].append(case)
        means = {document: _mean(scored(cases, resamples=0)) for document, cases in groups.items()}
        order = sorted(means, key=lambda document: (means[document], document))[:number]
        return [(one, means[one], [c for c in groups[one] if c.outcome != "right"]) for one in order]

    def against(self, earlier: dict[str, Any]) -> tuple[list[str], list[str]]:
        """Return the keys of cases that turned right since an earlier record, and of those turned wrong."""
        before = set(earlier["not_right"])
        now = {case.key for case in self.cases if case.outcome != "right"}
        return sorted(before - now), sorted(now - before)

    def to_frame(self) -> pandas.DataFrame:
        """Return one row for each task, and for each task and value of an axis."""
        import pandas

        rows = [
            {"axis": "all", "value": "all", "task": task, **s._asdict()} for task, s in self.scores.items()
        ]
        return pandas.DataFrame([*rows, *self._broken_down()])

    def _broken_down(self) -> Iterator[dict[str, Any]]:
        for axis in self.axes:
            for value, scores in self.by(axis).items():
                for task, score in scores.items():
                    yield {"axis": axis, "value": value, "task": task, **score._asdict()}

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data; ``not_right`` holds the keys of all cases that are not right."""
        return {
            "corpus": self.corpus,
            "documents": self.documents,
            "characters": self.characters,
            "scores": {task: score._asdict() for task, score in self.scores.items()},
            "macro_f1": {task: score._asdict() for task, score in self.macro.items()},
            "calibration_error": self.calibration,
            "by": {
                axis: {
                    value: {task: score._asdict() for task, score in scores.items()}
                    for value, scores in self.by(axis).items()
                }
                for axis in self.axes
            },
            "worst": [
                {"document": name, "mean_f1": mean, "wrong": [case._asdict() for case in cases]}
                for name, mean, cases in self.worst()
            ],
            "outcomes": dict(Counter(case.outcome for case in self.cases)),
            "not_right": sorted(case.key for case in self.cases if case.outcome != "right"),
        }

    def to_json(self) -> str:
        """Return everything as JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1)

    def __repr__(self) -> str:
        return (
            f"<Evaluation: {self.documents} reports, {self.characters} characters, {len(self.cases)} cases>"
        )


def _mean(scores: dict[str, Score]) -> float:
    values = [scores[task].f1 for task in _JUDGED if task in scores]
    return sum(values) / len(values) if values else 0.0


def _digest(items: Sequence[CorpusItem]) -> str:
    """Name the corpus: any change of a text or of its gold gives another hash."""
    digest = hashlib.sha256()
    for item in sorted(items, key=lambda item: item.document.id):
        record = (item.document.id, item.document.text, item.gold.to_dict(), item.look_alikes)
        digest.update(json.dumps(record, ensure_ascii=False, sort_keys=True, default=str).encode())
    return digest.hexdigest()[:16]
