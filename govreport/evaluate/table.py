"""A measurement as a table for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.check import shipped
from govreport.evaluate.evaluation import Evaluation
from govreport.evaluate.scores import Score
from govreport.model import CODES

__all__ = ["render_evaluation"]

_HEAD = (
    f"{'task':<30}{'precision':>10}{'recall':>8}{'F1':>7}  {'95 % interval':<15}{'cases':>7}{'reports':>9}"
)
_SHOWN_AXES = ("fused", "noise", "script", "level", "genre", "federation")
_SHOWN_TASKS = ("sections", "headings", "parts", "statements", "section-area", "flags")


def render_evaluation(evaluation: Evaluation) -> str:
    """Return the scores, the breakdowns and the worst documents as text."""
    return "\n".join(
        [
            f"{evaluation.documents} reports, {evaluation.characters} characters, corpus {evaluation.corpus}",
            "",
            _HEAD,
            *(_row(task, score) for task, score in evaluation.scores.items()),
            "",
            "rules that are off unless turned on: "
            + ", ".join(code for code in CODES if not shipped().is_on(code)),
            "",
            "macro-F1 (each label counts the same): "
            + ", ".join(
                f"{task} {score.f1:.3f} [{score.low:.3f}, {score.high:.3f}] of {score.labels}"
                for task, score in evaluation.macro.items()
            ),
            "",
            "calibration error: "
            + ", ".join(f"{task} {gap:.3f}" for task, gap in evaluation.calibration.items()),
            "",
            *_breakdowns(evaluation),
            "",
            "worst reports (mean F1 of the stages; the first things that went wrong)",
            *_worst(evaluation),
        ]
    )


def _row(task: str, score: Score) -> str:
    interval = f"[{score.low:.3f}, {score.high:.3f}]"
    return (
        f"{task:<30}{score.precision:>10.3f}{score.recall:>8.3f}{score.f1:>7.3f}  "
        f"{interval:<15}{score.cases:>7}{score.documents:>9}"
    )


def _breakdowns(evaluation: Evaluation) -> Iterator[str]:
    yield f"{'F1 by':<26}" + "".join(f"{task:>14}" for task in _SHOWN_TASKS)
    for axis in _SHOWN_AXES:
        for value, scores in evaluation.by(axis).items():
            cells = (f"{scores[task].f1:>14.3f}" if task in scores else f"{'':>14}" for task in _SHOWN_TASKS)
            yield f"{axis + ' ' + value:<26}" + "".join(cells)


def _worst(evaluation: Evaluation) -> Iterator[str]:
    for name, mean, cases in evaluation.worst():
        yield f"{mean:.3f}  {name}"
        for case in [c for c in cases if not c.task.startswith("slot-")][:4]:
            yield f"       {case.outcome:<7}{case.task}: {_short(case.gold)!r} → {_short(case.given)!r}"


def _short(quote: str) -> str:
    flat = quote.replace("\n", "/")
    return flat if len(flat) <= 30 else flat[:29] + "…"
