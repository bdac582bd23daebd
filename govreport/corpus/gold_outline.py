"""The tree of sections and the parts that the marks of a gold text draw."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from govreport.corpus.marked import Mark, Marked
from govreport.model import (
    PARTS,
    AreaScore,
    Document,
    DuplicateBlock,
    LeadIn,
    Outline,
    Part,
    Section,
    Span,
    trimmed,
)
from govreport.text.numerals import NUMERAL_CHARACTERS, parse_numeral

_CLOSES_HEADING = "。：:"


def draw_gold_outline(
    document: Document,
    marked: Marked,
    meta: Mapping[str, Any],
    script: str | None,
    duplicates: tuple[DuplicateBlock, ...],
) -> Outline:
    """Return the outline; unit and years come from the head of the file."""
    title = next((mark.span for mark in marked.named("title")), None)
    parts = _parts(document.text, marked, title, meta)
    return Outline(
        sections=_sections(document.text, marked, parts, duplicates),
        parts=parts,
        lead_ins=tuple(LeadIn(mark.span, mark.words[0]) for mark in marked.named("lead")),
        title=title.of(document.text) if title else None,
        title_span=title,
        unit=meta.get("unit"),
        year=meta.get("year"),
        plan_year=meta.get("plan_year"),
        script=script,
    )


def _is_section(mark: Mark) -> bool:
    return mark.name.isdigit() or mark.name == "i"


def _switch(mark: Mark) -> str | None:
    """Return the part that begins at a mark."""
    if mark.name in ("lead", "part") or _is_section(mark):
        return next((word for word in mark.words if word in PARTS), None)
    return "opening" if mark.name == "report" else None


def _parts(text: str, marked: Marked, title: Span | None, meta: Mapping[str, Any]) -> tuple[Part, ...]:
    switches = [(mark.start, part) for mark in marked.marks if (part := _switch(mark))]
    begin = title.end if title else 0
    if not switches or text[begin : switches[0][0]].strip():
        switches.insert(0, (begin, "opening"))
    kept = [s for i, s in enumerate(switches) if i == 0 or s[1] != switches[i - 1][1]]
    found = []
    for (start, name), (end, _) in zip(kept, [*kept[1:], (len(text), "")], strict=True):
        year = meta.get("plan_year") if name == "plan" else meta.get("year")
        found.append(Part(name, trimmed(text, start, end), year))
    return tuple(part for part in found if part.span.length)


def _sections(
    text: str, marked: Marked, parts: tuple[Part, ...], duplicates: tuple[DuplicateBlock, ...]
) -> tuple[Section, ...]:
    found: list[dict[str, Any]] = []
    open_: list[int] = []
    for mark in marked.marks:
        if mark.name in ("lead", "end", "report"):
            _close(found, open_, 0, mark.start)
        if not _is_section(mark):
            continue
        level = _level(mark, found, open_)
        _close(found, open_, level, mark.start)
        parent = open_[-1] if open_ else None
        if parent is not None:
            found[parent]["children"].append(len(found))
        open_.append(len(found))
        found.append({"mark": mark, "level": level, "parent": parent, "children": [], "end": len(text)})
    starts = {fields["mark"].start: index for index, fields in enumerate(found)}
    return tuple(
        _section(text, found, index, parts, _original(starts, fields["mark"], duplicates))
        for index, fields in enumerate(found)
    )


def _level(mark: Mark, found: list[dict[str, Any]], open_: list[int]) -> int:
    """An inline item lies one below the innermost section that is none."""
    if mark.name != "i":
        return int(mark.name)
    numbered = [found[index]["level"] for index in open_ if found[index]["mark"].name != "i"]
    return (numbered[-1] if numbered else 0) + 1


def _close(found: list[dict[str, Any]], open_: list[int], level: int, at: int) -> None:
    while open_ and found[open_[-1]]["level"] >= level:
        found[open_.pop()]["end"] = at


def _original(starts: Mapping[int, int], mark: Mark, duplicates: tuple[DuplicateBlock, ...]) -> int | None:
    for block in duplicates:
        original = block.original_of(Span(mark.start, mark.start + 1))
        if original is not None and original.start in starts:
            return starts[original.start]
    return None


def _section(
    text: str, found: list[dict[str, Any]], index: int, parts: tuple[Part, ...], original: int | None
) -> Section:
    fields = found[index]
    mark: Mark = fields["mark"]
    span = trimmed(text, mark.start, fields["end"])
    split = mark.end if mark.split is None else mark.split
    heading = _heading(text, mark, split)
    body = heading.end if heading else split
    while body < span.end and (text[body].isspace() or (heading and text[body] in _CLOSES_HEADING)):
        body += 1
    # A pasted copy belongs where its original does, whatever was switched to in between.
    stands = mark.start if original is None else found[original]["mark"].start
    return Section.cut(
        text,
        id=index,
        number=_number(text[mark.start : split], mark.words),
        marker_span=trimmed(text, mark.start, split),
        heading_span=heading,
        level=fields["level"],
        part=next((part.name for part in parts if part.span.start <= stands < part.span.end), "opening"),
        body_span=Span(min(body, span.end), span.end),
        span=span,
        path=_path(text, found, index),
        parent=fields["parent"],
        children=tuple(fields["children"]),
        inline=mark.name == "i",
        duplicate_of=original,
        areas=areas_of(mark.words),
    )


def _heading(text: str, mark: Mark, split: int) -> Span | None:
    """The heading ends before its closing mark, whether or not the annotator marked that too."""
    end = mark.end
    while end > split and (text[end - 1] in _CLOSES_HEADING or text[end - 1].isspace()):
        end -= 1
    return trimmed(text, mark.start, end) if text[split:end].strip() else None


def areas_of(words: tuple[str, ...]) -> tuple[AreaScore, ...]:
    """Return the areas of ``@first+second`` (certain), none for ``@none`` or no word."""
    named = next((word[1:] for word in words if word.startswith("@")), "none")
    return tuple(AreaScore(area, 1.0) for area in named.split("+") if area != "none")


def _path(text: str, found: list[dict[str, Any]], index: int) -> tuple[int | None, ...]:
    path: list[int | None] = []
    here: int | None = index
    while here is not None:
        mark: Mark = found[here]["mark"]
        split = mark.end if mark.split is None else mark.split
        path.append(_number(text[mark.start : split], mark.words))
        here = found[here]["parent"]
    return tuple(reversed(path))


def _number(marker: str, words: tuple[str, ...]) -> int | None:
    """Return the number that a head gives (``⟦i 2|其次⟧``), else what the marker's numerals say."""
    given = next((word for word in words if word.isdigit()), None)
    if given:
        return int(given)
    for character in marker:
        if unicodedata.category(character) == "No":
            return int(unicodedata.numeric(character))
    folded = unicodedata.normalize("NFKC", marker)
    numeral = "".join(c for c in folded if c in NUMERAL_CHARACTERS or (c.isascii() and c.isdigit()))
    return parse_numeral(numeral) if numeral else None
