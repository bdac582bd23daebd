"""Commands about the program itself: ``schema`` of what it writes, and ``completion`` for shells."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from govreport.commands.choices import COMPLETE, Format, Language, examples

__all__ = ["COMPLETION_EXAMPLES", "SCHEMA_EXAMPLES", "completion", "schema"]

SCHEMA_EXAMPLES = examples(
    "govreport schema > schema.json", "govreport schema flags --format text --lang zh-Hant"
)
COMPLETION_EXAMPLES = examples(
    'eval "$(govreport completion bash)"',
    "govreport completion fish > ~/.config/fish/completions/govreport.fish",
)


def schema(
    table: Annotated[
        str | None, typer.Argument(help="A table: its columns alone", show_default=False)
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="text: columns to read")] = Format.json,
    lang: Annotated[Language, typer.Option("--lang", help="Language of the descriptions")] = Language.en,
) -> None:
    """Print what the output holds: JSON Schema of a report's record, and every column of every table."""
    import json

    from govreport.export.schema import schema as json_schema
    from govreport.export.table_schema import ALL_TABLES, row_schema, table_lines

    if format is Format.text:
        for name in [table] if table else ALL_TABLES:
            typer.echo("\n".join(table_lines(name, lang.value)))
        return
    found = row_schema(table, lang.value) if table else json_schema(lang.value)
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))


class Shell(str, Enum):
    """For which shell ``completion`` prints a script."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"
    powershell = "powershell"


def completion(shell: Annotated[Shell, typer.Argument(help="The shell that should complete")]) -> None:
    """Print the script by which a shell completes commands and options; nothing is installed."""
    from typer._completion_shared import get_completion_script

    script = get_completion_script(prog_name="govreport", complete_var=COMPLETE, shell=shell.value)
    typer.echo(script)
