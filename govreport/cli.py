"""The command line: thin. Results go to stdout, messages to stderr; exit statuses are told by ``--help``."""

from __future__ import annotations

import os
import sys
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from govreport.cli_building import Format, evaluate, train

app = typer.Typer(
    name="govreport",
    help="Read Chinese government and federation work reports as an auditor would. "
    "Exit status, the highest that applies: 0 nothing to report; 1 flagged at or above --fail-on; "
    "2 wrong usage, or nothing to read; 3 some file could not be read, the rest was done; "
    "4 the output can't be used; 130 interrupted.",
    epilog="Colours and progress are for terminals alone; NO_COLOR takes the colours away.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


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


def _examples(*lines: str) -> str:
    """Return the last lines of a help text: how the command is used."""
    return "\n\n".join(["Examples:", *lines])


def _colored() -> bool:
    """Whether results may be coloured: on a terminal that can, unless NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """Options of every command."""


class Redaction(str, Enum):
    """What is masked in all that is written."""

    persons = "persons"


@app.command(
    epilog=_examples(
        "govreport show 2019.docx",
        "govreport show 2019.docx --format json > 2019.json",
        "curl -s https://example.org/report.html | govreport show - --lang en",
    )
)
def show(
    file: Annotated[Path, typer.Argument(help="A report: .txt, .docx, .pdf or .html; - reads stdin")],
    format: Annotated[Format, typer.Option("--format", help="How to print it")] = Format.text,
    lang: Annotated[Language | None, typer.Option("--lang", help="Language of the labels")] = None,
    taxonomy: Annotated[str | None, typer.Option("--taxonomy", help="Id or TOML file of work areas")] = None,
    rules: Annotated[
        Path | None, typer.Option("--rules", help="TOML file that switches rules off and sets thresholds")
    ] = None,
    redact: Annotated[
        Redaction | None, typer.Option("--redact", help="Mask the names of persons in what is printed")
    ] = None,
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

    language = lang.value if lang else None
    typer.echo(render_terminal(report.findings, lang=language, color=_colored()).rstrip("\n"))


class Severity(str, Enum):
    """From which severity on a flag sets the exit status."""

    never = "never"
    info = "info"
    warning = "warning"
    serious = "serious"


def _listed(paths: list[Path], file: Path | None) -> list[Path]:
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
    return [*paths, *(Path(os.fsdecode(name)) for name in names if name)]


@app.command(
    epilog=_examples(
        "govreport audit submitted/ --out audit/",
        "govreport audit 2024/ --history history.duckdb --reference templates/ --out audit/",
        "find . -name '*.docx' -print0 | govreport audit --files-from - --out audit/",
        "govreport audit submitted/ --out - --quiet | jq .flags",
    )
)
def audit(
    out: Annotated[
        Path,
        typer.Option("--out", help="Folder for pages, workbook and tables; - prints a JSON record a report"),
    ],
    paths: Annotated[list[Path] | None, typer.Argument(help="Reports, or folders of them")] = None,
    files_from: Annotated[
        Path | None, typer.Option("--files-from", help="A file that lists paths; - reads stdin")
    ] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="Language of the pages")] = None,
    taxonomy: Annotated[str | None, typer.Option("--taxonomy", help="Id or TOML file of work areas")] = None,
    history: Annotated[
        Path | None, typer.Option("--history", help="Earlier submissions: compared with, then added to")
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
    rules: Annotated[
        Path | None, typer.Option("--rules", help="TOML file that switches rules off and sets thresholds")
    ] = None,
    decisions: Annotated[
        list[Path] | None,
        typer.Option("--decisions", help="What was decided on flags, beside that of OUT/decisions.csv"),
    ] = None,
    redact: Annotated[
        Redaction | None, typer.Option("--redact", help="Mask the names of persons in all that is written")
    ] = None,
    engine: Annotated[str, typer.Option("--engine", help="What searches for shared passages")] = "embedded",
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="How many files are read at once; all processors")
    ] = None,
    seconds: Annotated[
        int,
        typer.Option("--seconds-per-file", min=1, help="Processor time to read a file; long ones get more"),
    ] = 10,
    memory: Annotated[
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
    from govreport.text.taxonomies import load_taxonomy

    areas = load_taxonomy(taxonomy) if taxonomy else None
    printed = str(out) == "-"
    kept = out / "decisions.csv"
    found = audit_all(
        _listed(paths or [], files_from),
        taxonomy=areas,
        history=history,
        reference=reference or (),
        roster=roster,
        metadata=metadata,
        year=year,
        rules=rules,
        decisions=[*([kept] if kept.exists() else []), *(decisions or ())],
        engine=engine,
        jobs=jobs,
        limits=Limits(seconds, memory << 20),
        cache=None if printed else out / ".govreport",
        progress=not quiet,
    )
    for message in (*(failure.message for failure in found.failures), *found.desk.notices):
        typer.echo(f"govreport: {message}", err=True)
    found = found.redacted(redact.value) if redact else found
    if printed:
        for report in found.reports:
            typer.echo(report.to_json())
    else:
        found.save(out, lang=lang.value if lang else None, progress=not quiet)
    if not printed and not quiet:
        counts = ", ".join(f"{number} {name}" for name, number in found.summary.items())
        typer.echo(f"{out / 'index.html'}: {counts}; audit {found.id}")
    raise typer.Exit(found.exit_status(fail_on.value))


@app.command(epilog=_examples("govreport rules --lang zh-Hant > rules.toml"))
def rules(
    lang: Annotated[Language, typer.Option("--lang", help="Language of the comments")] = Language.en,
) -> None:
    """Print a file of rules with every setting as it is: to be changed and given to audit --rules."""
    from govreport.check import rules_template

    for line in rules_template(lang.value):
        typer.echo(line)


@app.command(
    epilog=_examples(
        "govreport dossier 白石鎮婦聯 --audit audit/", "govreport dossier T01 --audit audit/ --mask"
    )
)
def dossier(
    unit: Annotated[str, typer.Argument(help="The unit: its id in the roster, or its name")],
    folder: Annotated[Path, typer.Option("--audit", help="The folder that govreport audit has written")],
    out: Annotated[Path | None, typer.Option("--out", help="The .docx to write; else in that folder")] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="Language of the paper")] = None,
    mask: Annotated[bool, typer.Option("--mask", help="Letters for the names of other units")] = False,
    redact: Annotated[
        Redaction | None, typer.Option("--redact", help="Mask the names of persons in the paper")
    ] = None,
) -> None:
    """Write the working paper on one unit (檢查底稿): findings, quotes, hashes, room for its answer."""
    from govreport.dossier import run_dossier

    language = lang.value if lang else None
    typer.echo(run_dossier(unit, folder, out, lang=language, mask=mask, redact=redact is not None))


@app.command(epilog=_examples("govreport verify audit/", "govreport verify audit/ --inputs submitted/"))
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


class Action(str, Enum):
    """What ``index`` does with a history."""

    add = "add"
    list = "list"
    remove = "remove"
    check = "check"


@app.command(
    epilog=_examples(
        "govreport index add history.duckdb 2022/ 2023/",
        "govreport index list history.duckdb",
        "govreport index remove history.duckdb 3f2a9c1b7d40",
        "govreport index check history.duckdb",
    )
)
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


app.command(
    epilog=_examples(
        "govreport evaluate corpus/reports",
        "govreport evaluate corpus/reports --format json > before.json",
        "govreport evaluate corpus/reports --against before.json",
    )
)(evaluate)
app.command(epilog=_examples("govreport train --corpus corpus/reports --out models/ texts/"))(train)


@app.command(epilog=_examples("govreport schema > schema.json", "govreport schema flags --format text"))
def schema(
    table: Annotated[
        str | None, typer.Argument(help="A table: its columns alone", show_default=False)
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="text: columns to read")] = Format.json,
) -> None:
    """Print what the output holds: JSON Schema of a report's record, and every column of every table."""
    import json

    from govreport.export.schema import schema as json_schema
    from govreport.export.table_schema import ALL_TABLES, row_schema, table_lines

    if format is Format.text:
        for name in [table] if table else ALL_TABLES:
            typer.echo("\n".join(table_lines(name)))
        return
    typer.echo(json.dumps(row_schema(table) if table else json_schema(), ensure_ascii=False, indent=2))


class Shell(str, Enum):
    """For which shell ``completion`` prints a script."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"
    powershell = "powershell"


@app.command(
    epilog=_examples(
        'eval "$(govreport completion bash)"',
        "govreport completion fish > ~/.config/fish/completions/govreport.fish",
    )
)
def completion(shell: Annotated[Shell, typer.Argument(help="The shell that should complete")]) -> None:
    """Print the script by which a shell completes commands and options; nothing is installed."""
    from typer._completion_shared import get_completion_script

    script = get_completion_script(prog_name="govreport", complete_var=_COMPLETE, shell=shell.value)
    typer.echo(script)


_COMPLETE = "_GOVREPORT_COMPLETE"


def main() -> None:
    """Run the command line; an error of the input is one line, never a traceback."""
    from govreport.errors import GovreportError

    if _COMPLETE in os.environ:
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
