"""Irregular numbering as diagnostics: gaps, doubled numbers, and restarts that nothing explains."""

from __future__ import annotations

from collections.abc import Mapping

from govreport.model import Diagnostic, Section

# A paste that brings this share of the sections again is one of the whole report.
_ALL = 0.8


def find_irregular(sections: tuple[Section, ...], breaks: list[int]) -> list[Diagnostic]:
    """Return one diagnostic per irregular number; ``breaks`` are raw offsets of lead-ins.

    A pasted block is irregular where it begins; the numbers inside it are those of its original, and where
    the whole report is pasted again its numbers are in order. Numbers that run on through the lists of
    several sections (1. to 12.) are regular.
    """
    found: list[Diagnostic] = []
    last: dict[int | None, Section] = {}
    at_level: dict[int, int] = {}
    in_copy = False
    all_again = _is_all_pasted_again(sections)
    for section in sections:
        if section.number is None or section.inline:
            continue
        begins_copy, in_copy = (
            section.duplicate_of is not None and not in_copy,
            section.duplicate_of is not None,
        )
        if in_copy and (all_again or not begins_copy):
            continue
        before = last.get(section.parent)
        if not in_copy:
            last[section.parent] = section
        if before is None or any(before.span.start < position <= section.span.start for position in breaks):
            runs_on = section.number == at_level.get(section.level, 0) + 1
            code = "numbering-gap" if section.number > 1 and before is None and not runs_on else None
            before_number = 0
        else:
            before_number = before.number or 0
            code = _irregular(before_number, section.number)
        at_level[section.level] = section.number
        if code and not (in_copy and code == "numbering-gap"):
            params: Mapping[str, str | int] = {"found": section.number, "expected": before_number + 1}
            found.append(Diagnostic(code, section.marker_span, params))
    return found + _empty(sections)


def _is_all_pasted_again(sections: tuple[Section, ...]) -> bool:
    numbered = [section for section in sections if not section.inline]
    copies = sum(section.duplicate_of is not None for section in numbered)
    return copies >= _ALL * (len(numbered) - copies)


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
