"""``govreport audit``: many reports, compared with each other and with earlier ones."""

from __future__ import annotations

import os
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govreport.commands.choices import (
    Language,
    MemoryOption,
    RedactOption,
    RulesOption,
    TaxonomyOption,
    examples,
    value_of,
)

if TYPE_CHECKING:
    from govreport.audit import Audit

__all__ = ["EXAMPLES", "audit"]

EXAMPLES = examples(
    "govreport audit submitted/ --out audit/",
    "govreport audit 2024/ --history history.duckdb --reference templates/ --out audit/",
    "find . -name '*.docx' -print0 | govreport audit --files-from - --out audit/",
    "govreport audit submitted/ --out - --quiet | jq .flags",
)


class Severity(str, Enum):
    """From which severity on a flag sets the exit status."""

    never = "never"
    info = "info"
    warning = "warning"
    serious = "serious"


def audit(
    out: Annotated[
        Path,
        typer.Option("--out", help="Folder for pages, workbook and tables; - prints a JSON record a report"),
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Reports, folders of them; for spark also addresses and .parquet tables"),
    ] = None,
    files_from: Annotated[
        Path | None, typer.Option("--files-from", help="A file that lists paths; - reads stdin")
    ] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="Language of the pages")] = None,
    taxonomy: TaxonomyOption = None,
    history: Annotated[
        str | None, typer.Option("--history", help="Earlier submissions: compared with, then added to")
    ] = None,
    reference: Annotated[
        list[Path] | None, typer.Option("--reference", help="What anyone may take up: laws, templates")
    ] = None,
    roster: Annotated[
        Path | None, typer.Option("--roster", help="CSV of the units that are expected to submit")
    ] = None,
    metadata: Annotated[
        Path | None, typer.Option("--metadata", help="CSV with unit, year, date and your own columns by file")
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="The year that reports are expected on; else that of most")
    ] = None,
    rules: RulesOption = None,
    decisions: Annotated[
        list[Path] | None,
        typer.Option("--decisions", help="What was decided on flags, beside that of OUT/decisions.csv"),
    ] = None,
    redact: RedactOption = None,
    engine: Annotated[
        str, typer.Option("--engine", help="What reads and compares: embedded or spark")
    ] = "embedded",
    memory: MemoryOption = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="How many files are read at once; all processors")
    ] = None,
    seconds: Annotated[
        int,
        typer.Option("--seconds-per-file", min=1, help="Processor time to read a file; long ones get more"),
    ] = 10,
    memory_per_file: Annotated[
        int, typer.Option("--memory-per-file", min=512, help="Memory for a file, in megabytes")
    ] = 1024,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="Exit with 1 from this severity on")
    ] = Severity.never,
    quiet: Annotated[
        bool, typer.Option("--quiet", help="No progress and no summary; what failed is still told")
    ] = False,
) -> None:
    """Read many reports, compare them, and write what was found: index.html, tables and reports.jsonl."""
    from govreport.batch import Limits
    from govreport.batch import audit as audit_all
    from govreport.export.progress import progress_of
    from govreport.text.taxonomies import load_taxonomy

    printed = str(out) == "-"
    kept = out / "decisions.csv"
    with progress_of(not quiet, value_of(lang) or "en") as told:
        found = audit_all(
            _listed(paths or [], files_from),
            taxonomy=load_taxonomy(taxonomy) if taxonomy else None,
            history=history,
            reference=reference or (),
            roster=roster,
            metadata=metadata,
            year=year,
            rules=rules,
            decisions=[*([kept] if kept.exists() else []), *(decisions or ())],
            engine=engine,
            memory=memory,
            jobs=jobs,
            limits=Limits(seconds, memory_per_file << 20),
            cache=None if printed else out / ".govreport",
            progress=told,
        )
    for message in (*(failure.message for failure in found.failures), *found.desk.notices):
        typer.echo(f"govreport: {message}", err=True)
    found = found.redacted(redact.value) if redact else found
    if printed:
        _print_records(found)
    else:
        _save(found, out, value_of(lang), quiet)
    raise typer.Exit(found.exit_status(fail_on.value))


def _listed(paths: list[str], file: Path | None) -> list[str]:
    """Return the paths given and those that a file lists, one a line or with NUL behind each."""
    if file is None:
        return paths
    try:
        held = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        from govreport.errors import UsageError

        reason = f"can't be opened ({error.strerror or error})"
        raise UsageError("no-list", reason, path=file, hint="give a file that lists paths") from error
    names = held.split(b"\0") if b"\0" in held else held.splitlines()
    return [*paths, *(os.fsdecode(name) for name in names if name)]


def _print_records(found: Audit) -> None:
    for report in found.reports:
        typer.echo(report.to_json())


def _save(found: Audit, out: Path, lang: str | None, quiet: bool) -> None:
    from govreport.export.progress import progress_of
    from govreport.export.revision_table import revised_lines

    with progress_of(not quiet, lang or "en") as told:
        found.save(out, lang=lang, progress=told)
    if not quiet:
        counts = ", ".join(f"{number} {name}" for name, number in found.summary.items())
        typer.echo(f"{out / 'index.html'}: {counts}; audit {found.id}")
        for line in (
            *revised_lines(found.comparison.revisions, lang or "en"),
            *found.untold_lines(lang or "en"),
        ):
            typer.echo(line)
