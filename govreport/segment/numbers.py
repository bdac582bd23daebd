"""Irregular numbering as diagnostics: gaps, doubled numbers, and restarts that nothing explains."""

from __future__ import annotations

from collections.abc import Mapping

from govreport.model import Diagnostic, Section


def find_irregular(sections: tuple[Section, ...], breaks: list[int]) -> list[Diagnostic]:
    """Return one diagnostic per irregular number; ``breaks`` are raw offsets of lead-ins.

    Copies are left out: a pasted block is a finding of its own.
    """
    found: list[Diagnostic] = []
    last: dict[int | None, Section] = {}
    for section in sections:
        if section.number is None or section.inline or section.duplicate_of is not None:
            continue
        before = last.get(section.parent)
        last[section.parent] = section
        if before is None or any(before.span.start < position <= section.span.start for position in breaks):
            code = "numbering-gap" if section.number > 1 and before is None else None
            before_number = 0
        else:
            before_number = before.number or 0
            code = _irregular(before_number, section.number)
        if code:
            params: Mapping[str, str | int] = {"found": section.number, "expected": before_number + 1}
            found.append(Diagnostic(code, section.marker_span, params))
    return found + _empty(sections)


def _irregular(before: int, number: int) -> str | None:
    if number == before:
        return "numbering-doubled"
    if number == 1:
        return "numbering-restart"
    return "numbering-gap" if number > before + 1 else None


def _empty(sections: tuple[Section, ...]) -> list[Diagnostic]:
    """Outer headings with nothing below them."""
    return [
        Diagnostic("heading-without-body", section.heading_span, {"heading": section.heading})
        for section in sections
        if section.heading_span is not None
        and section.level == 1
        and not section.inline
        and section.duplicate_of is None
        and section.body_span.length == 0
    ]
