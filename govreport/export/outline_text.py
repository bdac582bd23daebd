"""The report with every heading on a line of its own: what an editor would have submitted.

Nothing is left out and nothing added but line ends, so that the outline of the result is that of the report.
A heading that its full stop closes stays on its line: that it ran on tells of the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from govreport.model import Findings, Section

__all__ = ["to_outline_text"]

_BLANKS = " \u3000\t"


def to_outline_text(findings: Findings) -> str:
    """Return the raw text with line ends before each numbered section and behind each heading."""
    text = findings.document.text
    pieces, last = [], 0
    for at, skipped in sorted(set(_breaks(findings))):
        if at >= last:
            pieces.append(text[last:at].rstrip(_BLANKS))
            pieces.append("\n")
            last = at + skipped
    pieces.append(text[last:])
    return "".join(pieces)


def _breaks(findings: Findings) -> Iterator[tuple[int, int]]:
    """Yield where a line ends, and how many blanks are swallowed there; lines that end already stay."""
    text = findings.document.text
    for section in findings.outline.sections:
        if not section.inline:
            last = section.span.start - 1
            while last >= 0 and text[last] in _BLANKS:
                last -= 1
            if last >= 0 and text[last] not in "\r\n":
                yield section.span.start, 0
            yield from _behind_heading(text, section)


def _behind_heading(text: str, section: Section) -> Iterator[tuple[int, int]]:
    if section.heading_span is None or not section.heading:
        return
    end = section.heading_span.end
    if text[end : end + 1] == "。":
        return
    blanks = end
    while blanks < len(text) and text[blanks] in _BLANKS:
        blanks += 1
    if blanks < len(text) and text[blanks] not in "\r\n" and end < section.span.end:
        yield end, blanks - end
