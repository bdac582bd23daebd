"""An outline that shows itself in a notebook: sections below each other by level, under their part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from html import escape
from itertools import groupby

from govreport.export.displayed import displayable
from govreport.export.labels import label, language
from govreport.model import Outline, Section
from govreport.text.area_names import area_name

__all__ = ["ShownOutline", "shown_outline"]

_FAINT = "opacity:.65;font-size:12px"


class ShownOutline(Outline):
    """The outline of a report; equal to the outline of the model that it shows."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Outline) and all(
            getattr(self, field.name) == getattr(other, field.name) for field in fields(Outline)
        )

    # Like the outline itself, which holds mappings.
    __hash__ = None  # type: ignore[assignment]

    def _repr_html_(self) -> str:
        lang = language(None, self.script)
        parts = "".join(
            f'<div style="{_FAINT};margin-top:8px">{_text(label("part", part, lang))}</div>'
            + "".join(_line(section, self.area_names, lang) for section in sections)
            for part, sections in groupby(self.sections, key=lambda section: section.part)
        )
        title = f"<strong>{_text(self.title or label('word', 'untitled', lang))}</strong>"
        return f'<div class="govreport-outline" style="color:inherit">{title}{parts or _nothing(lang)}</div>'


def shown_outline(outline: Outline) -> ShownOutline:
    """Return the outline as one that shows itself."""
    return ShownOutline(**{field.name: getattr(outline, field.name) for field in fields(Outline)})


def _line(section: Section, names: Mapping[str, Mapping[str, str]], lang: str) -> str:
    area = area_name(section.areas[0].area_id, lang, read_by=names) if section.areas else ""
    copy = f" [{label('word', 'copy', lang)}]" if section.duplicate_of is not None else ""
    heading = _text(section.marker + section.heading + copy)
    return (
        f'<div style="padding-left:{1.4 * section.level:.1f}em">{heading} '
        f'<span style="{_FAINT}">{_text(area)}</span></div>'
    )


def _nothing(lang: str) -> str:
    return f"<div>{_text(label('word', 'no_sections', lang))}</div>"


def _text(text: str) -> str:
    return escape(displayable(text))
