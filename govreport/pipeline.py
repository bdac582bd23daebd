"""The whole story of one report, from a file to what was found in it.

>>> from govreport.read import from_text
>>> analyze(from_text("一、加强学习\\n组织学习。")).sections[0].heading
'加强学习'
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from govreport.check import Rule, check
from govreport.classify import classify
from govreport.extract import extract
from govreport.model import Document, Findings, Taxonomy
from govreport.normalize import normalize
from govreport.read import from_text, read
from govreport.report import Report
from govreport.reuse import find_duplicates
from govreport.segment import segment
from govreport.segment.reports import find_reports

__all__ = ["analyze", "analyze_each"]


def analyze(
    source: str | os.PathLike[str] | Document,
    *,
    taxonomy: Taxonomy | None = None,
    rules: Sequence[Rule] | None = None,
) -> Report:
    """Return the report that a file or a Document holds; a str is always a path.

    ``taxonomy`` is that of the federation that reports unless given (unknown: the Women's Federation's);
    ``rules`` are those of ``govreport.check.RULES``.

    Raises InputError, with the file's name, where there is no text to read.
    """
    document = source if isinstance(source, Document) else read(source)
    text = normalize(document)
    duplicates = find_duplicates(text)
    outline = segment(text, duplicates)
    statements = extract(text, outline, duplicates)
    outline, statements = classify(text, outline, statements, taxonomy)
    flags = check(text, outline, duplicates, statements, rules)
    return Report(Findings(document, text, outline, duplicates, statements, flags))


def analyze_each(
    source: str | os.PathLike[str] | Document,
    *,
    taxonomy: Taxonomy | None = None,
    rules: Sequence[Rule] | None = None,
) -> tuple[Report, ...]:
    """Return every report that a file holds (篇一, 【第二篇】); several are named ``file#1``, ``file#2``.

    Each has its part of the file as its document, so its spans are those of ``report.document.text``.
    Options and errors are those of ``analyze``.
    """
    document = source if isinstance(source, Document) else read(source)
    text = normalize(document)
    starts = find_reports(text.text)
    if len(starts) == 1:
        return (analyze(document, taxonomy=taxonomy, rules=rules),)
    cuts = [0, *(text.raw(start, start + 1).start for start in starts[1:]), len(document.text)]
    parts = (document.text[start:end] for start, end in pairwise(cuts))
    pieces = (from_text(part, id=f"{document.id}#{number}") for number, part in enumerate(parts, 1))
    kept = (replace(piece, provenance=document.provenance) for piece in pieces)
    return tuple(analyze(piece, taxonomy=taxonomy, rules=rules) for piece in kept)
