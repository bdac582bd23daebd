"""The command line: thin. Results go to stdout, messages to stderr; exit statuses are told by ``--help``."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="govreport",
    help="Read Chinese government and federation work reports as an auditor would. "
    "Exit status: 0 done; 2 wrong usage; 3 a file could not be read; 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Format(str, Enum):
    """What ``show`` prints."""

    text = "text"
    json = "json"


class Language(str, Enum):
    """The language of labels; the report's own script by default."""

    hant = "zh-Hant"
    hans = "zh-Hans"
    en = "en"


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"govreport {version('govreport')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """Options of every command."""


@app.command()
def show(
    file: Annotated[Path, typer.Argument(help="A report in .txt")],
    format: Annotated[Format, typer.Option("--format", help="How to print it")] = Format.text,
    lang: Annotated[Language | None, typer.Option("--lang", help="Language of the labels")] = None,
) -> None:
    """Print one report: title, outline and what was found."""
    from govreport.pipeline import analyze

    report = analyze(file)
    if format is Format.json:
        typer.echo(report.to_json(indent=2))
        return
    from govreport.export.terminal import render_terminal

    language = lang.value if lang else None
    typer.echo(render_terminal(report.findings, lang=language, color=sys.stdout.isatty()).rstrip("\n"))


@app.command()
def schema() -> None:
    """Print the JSON Schema of what ``show --format json`` prints."""
    import json

    from govreport.export.schema import schema as json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def main() -> None:
    """Run the command line; an error of the input is one line, never a traceback."""
    from govreport.errors import GovreportError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except GovreportError as error:
        typer.echo(f"govreport: {error}", err=True)
        sys.exit(2 if error.code == "missing-file" else error.exit_status)
    except KeyboardInterrupt:
        typer.echo("govreport: interrupted", err=True)
        sys.exit(130)
