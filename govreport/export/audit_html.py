"""The first page of an audit: the reports with their figures, the flags with quotes, what was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from govreport.export.figures import summary
from govreport.export.labels import label, language
from govreport.export.report_html import environment
from govreport.export.terminal import by_severity, shortened
from govreport.model import Findings, Span
from govreport.text.lexicon import read_data

_LONGEST_QUOTE = 60


def page_name(number: int) -> str:
    """Return where the page of the n-th report stands in the folder."""
    return f"reports/{number:04d}.html"


def to_index(
    findings: Sequence[Findings], failures: Sequence[Any], figures: Mapping[str, int], lang: str | None
) -> str:
    """Return the page; without ``lang`` in the script that most of the reports are written in."""
    scripts = Counter(one.outline.script or one.text.script for one in findings).most_common(1)
    lang = language(lang, scripts[0][0] if scripts else None)
    rows = [
        {
            "page": page_name(number),
            "figures": summary(one),
            "flags": by_severity(one.flags),
            "text": one.document.text,
        }
        for number, one in enumerate(findings, 1)
    ]
    page: str = (
        environment()
        .get_template("audit.html")
        .render(
            rows=rows,
            failures=failures,
            figures=figures,
            lang=lang,
            css=read_data("templates/report.css"),
            word=lambda key: label("audit", key, lang),
            label=partial(_label, lang),
            quote=lambda text, span: shortened(Span(*span).of(text), _LONGEST_QUOTE),
        )
    )
    return page


def _label(lang: str, group: str, key: str) -> str:
    return label(group, key, lang)
