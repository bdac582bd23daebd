"""One report as a page that stands alone (or as a notebook's fragment): nothing is fetched.

In go findings, and what an audit adds to them; out comes HTML: header, flags with their evidence, outline,
the submitted text with what was found in it marked, repeated and shared text, and the table of statements.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from govreport.export.decision_words import decision_words
from govreport.export.displayed import displayable
from govreport.export.figures import repeated_share, summary
from govreport.export.flag_messages import message_in
from govreport.export.labels import keys, label, language
from govreport.export.marks import Mark, marked
from govreport.export.openings import opening
from govreport.export.passages import InAudit, anchors, passage_marks
from govreport.export.shell import environment, page, style_sheet, text_language, words
from govreport.export.terminal import DOUBTFUL, by_severity, shortened, slot_text
from govreport.export.untold import untold_lines
from govreport.model import KINDS, LABELS, Findings, Span
from govreport.text.area_names import area_name

# What is flagged at length has a number at its end, and no line above it.
_LONGEST_LINED = 40
# So many flags and changes of an earlier version are told; all stand in revisions.csv.
_MOST_REVISED = 200
_SLOTS = ("actor", "quantity", "deadline")


def to_html(
    findings: Findings,
    *,
    lang: str | None = None,
    area_names: Mapping[str, str] | None = None,
    audit: InAudit | None = None,
) -> str:
    """Return a whole page; ``audit`` is what the batch tells of this report."""
    lang = language(lang, findings.outline.script or findings.text.script)
    values = _values(findings, lang, area_names, audit or InAudit(), prefix="")
    return page("report.html", lang, scripts=("decisions",), **values, **decision_words())


def to_fragment(
    findings: Findings, *, lang: str | None = None, area_names: Mapping[str, str] | None = None
) -> str:
    """Return the compact form that a notebook shows: the text and the long tables folded away."""
    from markupsafe import Markup

    lang = language(lang, findings.outline.script or findings.text.script)
    values = (
        _values(findings, lang, area_names, InAudit(), prefix=_told_from_others(findings))
        | words(lang)
        | {"lang": lang}
    )
    template = environment().get_template("report_fragment.html")
    return displayable(template.render(css=Markup(style_sheet()), **values))


def _values(
    findings: Findings, lang: str, area_names: Mapping[str, str] | None, audit: InAudit, prefix: str
) -> dict[str, Any]:
    """Return what the templates are filled with; ``prefix`` begins every anchor."""
    from markupsafe import Markup

    text_lang = text_language(findings.outline.script or findings.text.script)
    marks = [*_marks(findings, lang), *passage_marks(audit.passages, lang)]
    return {
        "f": findings,
        "audit": audit,
        "key": audit.key or _told_from_others(findings),
        "anchors": anchors(audit.passages),
        "labels": [name for name in LABELS if any(one.match.label == name for one in audit.passages)],
        "in_text": "" if text_lang == lang else Markup(f' lang="{text_lang}"'),
        "p": prefix,
        "area": lambda area_id: displayable(
            area_name(area_id, lang, area_names, findings.outline.area_names)
        ),
        "quote": lambda span, length: shortened(Span(*span).of(findings.document.text), length),
        "lines": marked(findings.document.text, marks, prefix),
        "figures": summary(findings),
        "found_flags": by_severity(findings.flags),
        "numbers": {flag.id: number for number, flag in enumerate(by_severity(findings.flags), 1)},
        "most_revised": _MOST_REVISED,
        "untold": untold_lines(audit.untold, lang),
        "message": lambda flag: displayable(message_in(flag, lang)),
        "share": partial(repeated_share, findings),
        "slot_text": slot_text,
        "turned_relations": keys("relation_of_later"),
        "slots": _SLOTS,
        "kinds": KINDS,
        "doubtful": DOUBTFUL,
        "opening": opening,
    }


def _told_from_others(findings: Findings) -> str:
    """Return what the anchors of a report begin with where several reports stand in one notebook."""
    return "r" + hashlib.sha256(findings.document.id.encode("utf-8", "replace")).hexdigest()[:6] + "-"


def _word(lang: str, key: str) -> str:
    return label("word", key, lang)


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
            yield Mark(*span, role, title, f"d{number}-{place}", gutter=" ".join(words), bar=True)


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
                style = "flagged" if span.length <= _LONGEST_LINED else "flagged-long"
                yield Mark(*span, style, title, anchor, note=str(number), target=f"f{number}")
