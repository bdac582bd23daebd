"""``govreport index``: the history of earlier submissions."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from govreport.commands.choices import examples

__all__ = ["EXAMPLES", "index"]

EXAMPLES = examples(
    "govreport index add history.duckdb 2022/ 2023/",
    "govreport index list history.duckdb",
    "govreport index remove history.duckdb 3f2a9c1b7d40",
    "govreport index check history.duckdb",
)


class Action(str, Enum):
    """What ``index`` does with a history."""

    add = "add"
    list = "list"
    remove = "remove"
    check = "check"


def index(
    action: Annotated[Action, typer.Argument(help="add reports, list or remove them, or check the file")],
    history: Annotated[Path, typer.Argument(help="The file of earlier submissions")],
    what: Annotated[
        list[str] | None, typer.Argument(help="add: files and folders; remove: ids or hashes")
    ] = None,
    roster: Annotated[
        Path | None, typer.Option("--roster", help="add: CSV of units, under whose names they are kept")
    ] = None,
    metadata: Annotated[
        Path | None, typer.Option("--metadata", help="add: CSV with unit, year and date by file")
    ] = None,
) -> None:
    """Keep the history of earlier submissions that audits are compared with."""
    from govreport.index import run_index

    lines, status = run_index(action.value, history, what or [], roster=roster, metadata=metadata)
    for line in lines:
        typer.echo(line)
    raise typer.Exit(status)
