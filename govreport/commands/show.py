"""``govreport show``: one report in the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from govreport.commands.choices import (
    Format,
    Language,
    RedactOption,
    RulesOption,
    TaxonomyOption,
    examples,
    value_of,
)

__all__ = ["EXAMPLES", "show"]

EXAMPLES = examples(
    "govreport show 2019.docx",
    "govreport show 2019.docx --format json > 2019.json",
    "curl -s https://example.org/report.html | govreport show - --lang en",
)


def show(
    file: Annotated[Path, typer.Argument(help="A report: .txt, .docx, .pdf or .html; - reads stdin")],
    format: Annotated[Format, typer.Option("--format", help="How to print it")] = Format.text,
    lang: Annotated[Language | None, typer.Option("--lang", help="Language of the labels")] = None,
    taxonomy: TaxonomyOption = None,
    rules: RulesOption = None,
    redact: RedactOption = None,
) -> None:
    """Print one report: title, outline and what was found."""
    from govreport.pipeline import analyze
    from govreport.read import from_bytes
    from govreport.text.taxonomies import load_taxonomy

    given = from_bytes(sys.stdin.buffer.read(), id="stdin") if str(file) == "-" else file
    report = analyze(given, taxonomy=load_taxonomy(taxonomy) if taxonomy else None, rules=rules)
    report = report.redacted(redact.value) if redact else report
    if format is Format.json:
        typer.echo(report.to_json(indent=2))
        return
    from govreport.export.terminal import render_terminal

    printed = render_terminal(report.findings, lang=value_of(lang), color=_colored())
    typer.echo(printed.rstrip("\n"))


def _colored() -> bool:
    """Whether results may be coloured: on a terminal that can, unless NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
