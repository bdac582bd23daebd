"""Reports with gold: read from a folder of marked texts.

A file ``NAME.gold.txt`` begins with a head in TOML between two lines ``+++``; the marked text follows.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govreport.corpus.gold import gold_findings
from govreport.corpus.marked import Mark, parse_marked
from govreport.errors import InputError
from govreport.model import KINDS, Document, Span
from govreport.read import from_text
from govreport.report import Report

__all__ = ["CorpusItem", "load_corpus"]

_SUFFIX = ".gold.txt"
_TAXONOMIES = {
    "trade-union": "trade_union",
    "disabled": "disabled_federation",
    "science": "science_association",
    "commerce": "industry_commerce",
    "arts": "literary_arts",
    "overseas": "overseas_chinese",
    "youth": "youth_league",
    "red-cross": "red_cross",
    "family-planning": "family_planning_association",
    "government": "government_report",
}


@dataclass(frozen=True, slots=True)
class CorpusItem:
    """One report with its gold, which has the types of an analyzed report."""

    document: Document
    gold: Report
    split: str
    meta: Mapping[str, Any]
    look_alikes: tuple[tuple[str, Span], ...]
    """What must not be flagged, as (flag code, span)."""
    copies: tuple[tuple[str, int | None, Span], ...]
    """Stretches that belong to a copy relation of the corpus, as (relation, number of the run, span)."""
    alikes: tuple[tuple[str, Span], ...] = ()
    """Stretches that stand in other reports as well and are no copies: set phrases and quotations."""
    answers: tuple[tuple[str, Span], ...] = ()
    """What became of commitments: (``>done:n1``, commitment) here, (``<n1``, statement) a year later."""

    @property
    def taxonomy(self) -> str:
        """The id of the work areas that the gold uses, by the federation that reports."""
        if self.meta.get("federation") == "government" and self.meta.get("level") == "village":
            return "village_committee"
        return _TAXONOMIES.get(str(self.meta.get("federation", "women")), "womens_federation")


def load_corpus(path: str | os.PathLike[str]) -> Iterator[CorpusItem]:
    """Yield the items of a folder, or of one file, in the order of their names.

    Raises InputError, with file and line, where a mark is wrong, and where the folder holds no gold or one
    report twice: what is learned from a report must not be measured on its copy.
    """
    root = Path(path)
    files = [root] if root.is_file() else sorted(root.rglob(f"*{_SUFFIX}"))
    if not files:
        raise InputError("no-gold", f"holds no file named *{_SUFFIX}", path=root, hint="see corpus/GUIDE.md")
    _refuse_twice(root, files)
    for file in files:
        yield load_item(file)


def _refuse_twice(root: Path, files: list[Path]) -> None:
    seen: dict[str, Path] = {}
    for file in files:
        other = seen.setdefault(file.name, file)
        if other != file:
            reason = f"holds {file.name} twice: in {other.parent.name} and {file.parent.name}"
            hint = "give the folder of one annotator, as corpus/reports"
            raise InputError("report-twice", reason, path=root, hint=hint)


def load_item(file: Path) -> CorpusItem:
    """Return the item of one file."""
    head, body = parted(file.read_text(encoding="utf-8"), os.fspath(file))
    marked = parse_marked(body, os.fspath(file))
    document = from_text(marked.text, id=file.name.removesuffix(_SUFFIX))
    gold = Report(gold_findings(document, marked, head))
    return CorpusItem(
        document,
        gold,
        str(head.get("split", "dev")),
        head,
        tuple((mark.words[0], mark.span) for mark in marked.named("fine")),
        tuple((mark.words[0], _run_number(mark), mark.span) for mark in marked.named("copy")),
        tuple((mark.words[0], mark.span) for mark in marked.named("alike")),
        tuple((word, mark.span) for mark in marked.named(*KINDS) for word in mark.words if word[0] in "<>"),
    )


def _run_number(mark: Mark) -> int | None:
    return int(mark.words[1]) if len(mark.words) > 1 and mark.words[1].isdigit() else None


def parted(source: str, path: str | None = None) -> tuple[dict[str, Any], str]:
    """Return the head and the marked text of a gold file; InputError where there is no head in TOML."""
    pieces = source.split("+++\n", 2)
    if len(pieces) != 3 or pieces[0].strip():
        raise InputError("wrong-gold", "has no head between two lines of +++", path=path)
    try:
        return tomllib.loads(pieces[1]), pieces[2]
    except tomllib.TOMLDecodeError as error:
        raise InputError("wrong-gold", f"the head is no TOML: {error}", path=path) from error
