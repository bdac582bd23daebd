"""Reports that were handed in again: what became of each flag, and each change of words, in a row.

>>> [column.name for column in revision_table([], {}).columns][:4]
['earlier_document', 'later_document', 'subject', 'state']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from govreport.export.displayed import displayable
from govreport.export.labels import label
from govreport.export.tables import Column, Table
from govreport.model import REVISED, Flag, Revision, Span, Submission

__all__ = ["revised_lines", "revision_table"]

# So many reports that were handed in again are told one by one in the terminal.
_MOST_TOLD = 12

_COLUMNS = (
    "earlier_document:text later_document:text subject:text state:text flag_id:text code:text severity:text "
    "message:text earlier_start:integer earlier_end:integer earlier_text:text later_start:integer "
    "later_end:integer later_text:text"
)


def revision_table(revisions: Iterable[Revision], submissions: Mapping[str, Submission]) -> Table:
    """Return the table; ``submissions`` have the texts."""
    columns = tuple(Column(*column.split(":")) for column in _COLUMNS.split())
    return Table(columns, (row for one in revisions for row in _rows(one, submissions)))


def revised_lines(revisions: Sequence[Revision], lang: str) -> list[str]:
    """Return a line for each report that was handed in again, and one for those beyond the twelfth."""
    lines = []
    for one in revisions[:_MOST_TOLD]:
        counts = {state: one.number(state) for state in REVISED}
        facts = {"document": one.earlier, "kept": f"{one.kept:.1%}", "texts": len(one.texts)}
        note = label("page", "revision_note", lang).format(**facts, **counts)
        lines.append(displayable(f"{one.later}: {note}"))
    if len(revisions) > _MOST_TOLD:
        lines.append(label("page", "revision_more", lang).format(n=len(revisions) - _MOST_TOLD))
    return lines


def _rows(one: Revision, submissions: Mapping[str, Submission]) -> Iterator[tuple[Any, ...]]:
    ids = one.earlier, one.later
    texts = [submissions[id].text for id in ids]
    for revised in one.flags:
        sides = [
            _quoted(text, _place(flag, id))
            for flag, id, text in zip((revised.earlier, revised.later), ids, texts, strict=True)
        ]
        flag = revised.flag
        yield (
            *(*ids, "flag", revised.state, flag.id, flag.code, flag.severity, flag.message),
            *(*sides[0], *sides[1]),
        )
    for change in one.texts:
        sides = [_quoted(text, span) for text, span in zip(texts, (change.left, change.right), strict=True)]
        yield *ids, "text", change.state, None, None, None, None, *sides[0], *sides[1]


def _place(flag: Flag | None, id: str) -> Span | None:
    """Return where the first evidence of a flag lies in a document."""
    if flag is None:
        return None
    return next(one.span for one in flag.evidence if one.document_id == id)


def _quoted(text: str, span: Span | None) -> tuple[Any, ...]:
    return (None, None, None) if span is None else (*span, span.of(text))
