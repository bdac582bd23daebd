"""The command line: its commands in order. Results go to stdout, messages to stderr."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from govreport.commands import audit, desk, index, measure, output, show
from govreport.commands.choices import COMPLETE

__all__ = ["app", "main"]

app = typer.Typer(
    name="govreport",
    help="Read Chinese government and federation work reports as an auditor would. "
    "Exit status, the highest that applies: 0 nothing to report; 1 flagged at or above --fail-on; "
    "2 wrong usage, or nothing to read; 3 some file could not be read, the rest was done; "
    "4 the output or the history can't be used; 130 interrupted.",
    epilog="Colours and progress are for terminals alone; NO_COLOR takes the colours away.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"govreport {version('govreport')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options of every command."""


# As they stand in the help.
for command, examples in (
    (show.show, show.EXAMPLES),
    (audit.audit, audit.EXAMPLES),
    (desk.rules, desk.RULES_EXAMPLES),
    (desk.dossier, desk.DOSSIER_EXAMPLES),
    (desk.verify, desk.VERIFY_EXAMPLES),
    (index.index, index.EXAMPLES),
    (measure.evaluate, measure.EVALUATE_EXAMPLES),
    (measure.train, measure.TRAIN_EXAMPLES),
    (output.schema, output.SCHEMA_EXAMPLES),
    (output.completion, output.COMPLETION_EXAMPLES),
):
    app.command(epilog=examples)(command)


def main() -> None:
    """Run the command line; an error of the input is one line, never a traceback."""
    from govreport.errors import GovreportError

    if COMPLETE in os.environ:
        from typer._completion_classes import completion_init

        completion_init()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(prog_name="govreport")
    except GovreportError as error:
        typer.echo(f"govreport: {error}", err=True)
        sys.exit(2 if error.code == "missing-file" else error.exit_status)
    except KeyboardInterrupt:
        typer.echo("govreport: interrupted", err=True)
        sys.exit(130)
