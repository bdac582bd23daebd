"""Measures every task against gold: the one place from which quality figures come.

In goes a folder in the corpus format; out comes an ``Evaluation``: scores with intervals, breakdowns, the
documents that came out worst, and every case, so that two runs can be compared.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from govreport.corpus import CorpusItem, load_corpus
from govreport.errors import UsageError
from govreport.evaluate.cases import Case
from govreport.evaluate.copy_tasks import copy_cases
from govreport.evaluate.evaluation import Evaluation
from govreport.evaluate.flag_tasks import duplicate_cases, flag_cases
from govreport.evaluate.follow_tasks import follow_cases
from govreport.evaluate.looks import log_look
from govreport.evaluate.outline_tasks import outline_cases
from govreport.evaluate.statement_tasks import area_cases, statement_cases
from govreport.export.progress import Progress, progress_of
from govreport.report import Report

__all__ = ["Evaluation", "evaluate", "evaluate_items"]

SPLITS = ("train", "dev", "test", "all")


def evaluate(
    path: str | os.PathLike[str],
    *,
    split: str = "dev",
    taxonomy: Any = None,
    reason: str | None = None,
    progress: bool | Progress = False,
) -> Evaluation:
    """Analyze the reports of a folder in the corpus format and compare with their gold.

    ``split`` is ``train``, ``dev``, ``test`` or ``all``. The test split is sealed: a look at it needs a
    ``reason``, which is written to ``looks.csv`` beside the folder with date and commit. Areas are counted
    where the gold uses those of ``taxonomy``, by default those of the federation that reports.
    ``progress`` draws on a terminal, or is called with ``reading``, how many reports are done, and how many
    there are. Raises UsageError for an unknown split, a look without a reason, or a split that holds nothing.
    """
    if split not in SPLITS:
        raise UsageError("unknown-split", f"no split {split!r}", hint="one of " + ", ".join(SPLITS))
    items = [item for item in load_corpus(path) if split in ("all", item.split)]
    if not items:
        raise UsageError("empty-split", f"{os.fspath(path)} holds no report of the split {split!r}")
    if any(item.split == "test" for item in items):
        log_look(path, reason)
    return evaluate_items(items, taxonomy=taxonomy, progress=progress)


def evaluate_items(
    items: Iterable[CorpusItem], *, taxonomy: Any = None, progress: bool | Progress = False
) -> Evaluation:
    """Return the evaluation of items that are at hand, every rule on; ``progress`` as of ``evaluate``."""
    from govreport.check import Settings
    from govreport.model import CODES
    from govreport.pipeline import analyze, compare
    from govreport.text.taxonomies import load_taxonomy

    kept = list(items)
    areas = [taxonomy or load_taxonomy(item.taxonomy) for item in kept]
    rules = Settings(on=dict.fromkeys(CODES, True))
    alone = []
    with progress_of(progress) as told:
        for done, (item, one) in enumerate(zip(kept, areas, strict=True), 1):
            alone.append(analyze(item.document, taxonomy=one, rules=rules))
            told("reading", done, len(kept))
    reports, comparison = compare(alone, settings=rules)
    cases = [case for three in zip(kept, reports, areas, strict=True) for case in _cases(*three)]
    by_id = {report.document.id: report for report in reports}
    return Evaluation.of(kept, [*cases, *copy_cases(kept, comparison), *follow_cases(kept, by_id)])


def _cases(item: CorpusItem, report: Report, taxonomy: Any) -> Iterator[Case]:
    known = frozenset(area.id for area in taxonomy.areas)
    yield from outline_cases(item, report)
    yield from statement_cases(item, report)
    yield from area_cases(item, report, known)
    yield from duplicate_cases(item, report)
    yield from flag_cases(item, report)
