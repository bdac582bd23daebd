"""Commands around an audit: ``rules`` before it, ``dossier`` and ``verify`` after it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govreport.commands.choices import Language, RedactOption, examples, value_of

__all__ = ["DOSSIER_EXAMPLES", "RULES_EXAMPLES", "VERIFY_EXAMPLES", "dossier", "rules", "verify"]

RULES_EXAMPLES = examples("govreport rules --lang zh-Hant > rules.toml")
DOSSIER_EXAMPLES = examples(
    "govreport dossier 白石鎮婦聯 --audit audit/", "govreport dossier T01 --audit audit/ --mask"
)
VERIFY_EXAMPLES = examples("govreport verify audit/", "govreport verify audit/ --inputs submitted/")


def rules(
    lang: Annotated[Language, typer.Option("--lang", help="Language of the comments")] = Language.en,
) -> None:
    """Print a file of rules with every setting as it is: to be changed and given to audit --rules."""
    from govreport.check import rules_template

    for line in rules_template(lang.value):
        typer.echo(line)


def dossier(
    unit: Annotated[str, typer.Argument(help="The unit: its id in the roster, or its name")],
    folder: Annotated[Path, typer.Option("--audit", help="The folder that govreport audit has written")],
    out: Annotated[Path | None, typer.Option("--out", help="The .docx to write; else in that folder")] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="Language of the paper")] = None,
    mask: Annotated[bool, typer.Option("--mask", help="Letters for the names of other units")] = False,
    redact: RedactOption = None,
) -> None:
    """Write the working paper on one unit (檢查底稿): findings, quotes, hashes, room for its answer."""
    from govreport.dossier import run_dossier

    typer.echo(run_dossier(unit, folder, out, lang=value_of(lang), mask=mask, redact=redact is not None))


def verify(
    folder: Annotated[Path, typer.Argument(help="The folder that govreport audit has written")],
    inputs: Annotated[
        list[Path] | None, typer.Option("--inputs", help="What was audited: compared with what went in")
    ] = None,
) -> None:
    """Tell whether anything in the folder of an audit was changed since; status 1 where it was."""
    from govreport.verify import run_verify

    lines, status = run_verify(folder, inputs or ())
    for line in lines:
        typer.echo(line)
    raise typer.Exit(status)
