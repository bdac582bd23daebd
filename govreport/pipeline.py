"""The whole story of one report, from a file to what was found in it.

>>> from govreport.read import from_text
>>> analyze(from_text("一、加强学习\\n组织学习。")).sections[0].heading
'加强学习'
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from govreport.check import Rule, check
from govreport.classify import classify
from govreport.extract import extract
from govreport.model import Document, Findings, Taxonomy
from govreport.normalize import normalize
from govreport.read import read
from govreport.report import Report
from govreport.reuse import find_duplicates
from govreport.segment import segment

__all__ = ["analyze"]


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
