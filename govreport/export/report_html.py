"""One report as a page that stands alone (or as a notebook's fragment): no scripts, no requests.

In go findings, out comes HTML: header, flags with their evidence, outline, the submitted text with what
was found in it marked, repeated text, and the table of statements.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from govreport.export.figures import repeated_share, summary
from govreport.export.labels import label, language
from govreport.export.marks import Mark, marked
from govreport.export.rows import displayable
from govreport.export.terminal import DOUBTFUL, by_severity, shortened, slot_text
from govreport.model import KINDS, Findings, Span
from govreport.text.area_names import area_name
from govreport.text.lexicon import read_data

if TYPE_CHECKING:
    import jinja2

_SLOTS = ("actor", "quantity", "deadline")


def to_html(
    findings: Findings, *, lang: str | None = None, area_names: Mapping[str, str] | None = None
) -> str:
    """Return a whole page."""
    return _render("report.html", findings, lang, area_names)


def to_fragment(
    findings: Findings, *, lang: str | None = None, area_names: Mapping[str, str] | None = None
) -> str:
    """Return the compact form that a notebook shows: the text and the long tables folded away."""
    return _render("report_fragment.html", findings, lang, area_names)


def _render(template: str, findings: Findings, lang: str | None, area_names: Mapping[str, str] | None) -> str:
    script = findings.outline.script or findings.text.script
    lang = language(lang, script)
    # Several reports may stand in one notebook: each has its own anchors.
    prefix = "r" + hashlib.sha256(findings.document.id.encode("utf-8", "replace")).hexdigest()[:6] + "-"
    html = (
        environment()
        .get_template(template)
        .render(
            f=findings,
            lang=lang,
            text_lang={"Hant": "zh-Hant", "Hans": "zh-Hans"}.get(script or "", "zh"),
            p=prefix,
            css=read_data("templates/report.css"),
            word=partial(_word, lang),
            label=lambda group, key: label(group, key, lang),
            area=lambda area_id: displayable(area_name(area_id, lang, area_names)),
            quote=lambda span, length: shortened(Span(*span).of(findings.document.text), length),
            lines=marked(findings.document.text, list(_marks(findings, lang)), prefix),
            figures=summary(findings),
            found_flags=by_severity(findings.flags),
            share=partial(repeated_share, findings),
            slot_text=slot_text,
            slots=_SLOTS,
            kinds=KINDS,
            doubtful=DOUBTFUL,
        )
    )
    return displayable(html)


def _word(lang: str, key: str) -> str:
    return label("word", key, lang)


@cache
def environment() -> jinja2.Environment:
    """Return the templates, with escaping switched on."""
    import jinja2

    loader = jinja2.FunctionLoader(lambda name: read_data(f"templates/{name}"))
    found = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    found.filters["share"] = lambda value: f"{value:.1%}"
    found.filters["clean"] = lambda value: displayable(str(value))
    return found


def _marks(findings: Findings, lang: str) -> Iterator[Mark]:
    yield from _title_marks(findings)
    yield from _section_marks(findings, lang)
    yield from _duplicate_marks(findings, lang)
    yield from _statement_marks(findings, lang)
    yield from _flag_marks(findings, lang)


def _title_marks(findings: Findings) -> Iterator[Mark]:
    if findings.outline.title_span is not None:
        yield Mark(*findings.outline.title_span, "title")


def _section_marks(findings: Findings, lang: str) -> Iterator[Mark]:
    for lead_in in findings.outline.lead_ins:
        yield Mark(*lead_in.span, "lead-in", label("part", lead_in.part, lang))
    for section in findings.outline.sections:
        span = section.heading_span or section.marker_span
        yield Mark(*span, "heading", label("part", section.part, lang), f"s{section.id}")


def _duplicate_marks(findings: Findings, lang: str) -> Iterator[Mark]:
    for number, block in enumerate(findings.duplicates, 1):
        for place, span in enumerate(block.spans):
            role = "original" if place == 0 else "copy"
            words = [f"{_word(lang, 'block')} {number}", _word(lang, role)]
            title = " · ".join([*words, label("duplicate", block.kind, lang)])
            yield Mark(*span, role, title, f"d{number}-{place}", gutter="\n".join(words), bar=True)


def _statement_marks(findings: Findings, lang: str) -> Iterator[Mark]:
    for statement in findings.statements:
        words: list[Any] = [label("kind", statement.kind, lang), label("status", statement.status, lang)]
        yield Mark(*statement.span, statement.kind, " · ".join(words), f"t{statement.id}")


def _flag_marks(findings: Findings, lang: str) -> Iterator[Mark]:
    for number, flag in enumerate(by_severity(findings.flags), 1):
        title = f"{label('severity', flag.severity, lang)} · {label('code', flag.code, lang)}"
        for place, (document_id, span) in enumerate(flag.evidence):
            if document_id == findings.document.id:
                anchor = f"e{number}-{place}"
                yield Mark(*span, "flagged", title, anchor, note=str(number), target=f"f{number}")
