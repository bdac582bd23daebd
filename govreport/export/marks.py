"""The submitted text as HTML in which findings are marked: cut at every border of a mark, once.

In go the text and marks; out come lines of pieces whose text, joined, is the text itself. Marks may nest,
overlap and touch. The work is linear in text and marks: a piece shows the innermost mark of each style.

>>> marked("甲<乙", [Mark(1, 3, "dup", "again", "d0")])[0].html
Markup('甲<i id="d0" class="anchor"></i><span class="dup" title="again">&lt;乙</span>')
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from govreport.export.displayed import displayable

if TYPE_CHECKING:
    from markupsafe import Markup


class Mark(NamedTuple):
    """A range of the text, how it is styled, what is said about it, its anchor and its note.

    ``lead`` is shown before its first character (and a corner after its last), ``note`` after its last,
    ``gutter`` beside the line where it starts; all are drawn from attributes, so that text copied from the
    page is the submitted text alone. ``href`` is where its lead goes, else to ``target``.
    """

    start: int
    end: int
    style: str
    title: str = ""
    anchor: str = ""
    note: str = ""
    target: str = ""
    gutter: str = ""
    bar: bool = False
    lead: str = ""
    href: str = ""


class MarkedLine(NamedTuple):
    """One line: its marked text, what stands in the margin, and the styles of its margin bars."""

    html: Markup
    gutter: str
    bars: str


class _Active:
    """Marks that are open at a position, the innermost of each style on top."""

    def __init__(self) -> None:
        self._open: dict[str, list[Mark]] = defaultdict(list)

    def add(self, mark: Mark) -> None:
        self._open[mark.style].append(mark)

    def at(self, position: int) -> list[Mark]:
        found = []
        for marks in self._open.values():
            while marks and marks[-1].end <= position:
                marks.pop()
            if marks:
                found.append(marks[-1])
        return found


def marked(text: str, marks: Iterable[Mark], prefix: str = "") -> list[MarkedLine]:
    """Return the lines of ``text`` with their marks; ``prefix`` begins every anchor."""
    from markupsafe import Markup

    kept = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    starts, ends = _by_position(kept)
    active = _Active()
    lines: list[MarkedLine] = []
    html: list[str] = []
    gutter: list[str] = []
    bars: set[str] = set()
    for start, end in pairwise(_borders(text, kept)):
        for mark in starts.get(start, ()):
            active.add(mark)
            html.append(_anchor(mark, prefix) + _lead(mark, prefix))
            gutter += [mark.gutter] if mark.gutter else []
        here = active.at(start)
        html.append(_piece(text[start:end], here))
        bars |= {mark.style for mark in here if mark.bar}
        html += [_close(mark, prefix) + _note(mark, prefix) for mark in ends.get(end, ())]
        if end == len(text) or text[end - 1] == "\n":
            lines.append(MarkedLine(Markup("".join(html)), "\n".join(gutter), " ".join(sorted(bars))))
            html, gutter, bars = [], [], set()
    return lines


def _borders(text: str, marks: list[Mark]) -> list[int]:
    """Every position where a piece begins or ends: those of the marks and of the lines."""
    after_line_ends = (index + 1 for index, character in enumerate(text) if character == "\n")
    edges = (edge for mark in marks for edge in (mark.start, mark.end))
    return sorted({0, len(text), *after_line_ends, *edges})


def _by_position(marks: list[Mark]) -> tuple[dict[int, list[Mark]], dict[int, list[Mark]]]:
    starts: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        starts[mark.start].append(mark)
        ends[mark.end].append(mark)
    return starts, ends


def _piece(text: str, marks: list[Mark]) -> str:
    from markupsafe import escape

    shown = str(escape(displayable(text)))
    if not marks or not text.strip():
        return shown
    style = " ".join(mark.style for mark in marks)
    title = escape(displayable(" · ".join(mark.title for mark in marks if mark.title)))
    return f'<span class="{escape(style)}" title="{title}">{shown}</span>'


def _anchor(mark: Mark, prefix: str) -> str:
    from markupsafe import escape

    return f'<i id="{escape(prefix + mark.anchor)}" class="anchor"></i>' if mark.anchor else ""


def _lead(mark: Mark, prefix: str) -> str:
    if not mark.lead:
        return ""
    return _link(mark, f"lead {mark.style}-lead", mark.href or f"#{prefix}{mark.target}", mark.lead)


def _close(mark: Mark, prefix: str) -> str:
    from markupsafe import escape

    if not mark.lead:
        return ""
    return f'<i id="{escape(prefix + mark.anchor)}-end" class="close {escape(mark.style)}-close"></i>'


def _note(mark: Mark, prefix: str) -> str:
    return _link(mark, f"note {mark.style}-note", f"#{prefix}{mark.target}", mark.note) if mark.note else ""


def _link(mark: Mark, style: str, href: str, note: str) -> str:
    from markupsafe import escape

    title = escape(displayable(mark.title))
    return (
        f'<a class="{escape(style)}" href="{escape(displayable(href))}" data-note="{escape(note)}" '
        f'title="{title}" aria-label="{escape(note)} {title}"></a>'
    )
