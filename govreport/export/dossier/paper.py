"""The working paper as a Word file: documents with hashes, shares with their denominator, findings."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from govreport.errors import OutputError
from govreport.export.dossier.findings import add_finding, source
from govreport.export.dossier.revised import add_revision
from govreport.export.dossier.sheet import Sheet
from govreport.export.dossier.words import word

__all__ = ["write_paper"]


def write_paper(
    path: str | os.PathLike[str],
    records: Sequence[Mapping[str, Any]],
    facts: Mapping[str, str],
    decisions: Mapping[str, Any],
    lang: str,
) -> None:
    """Write the paper on the reports of one unit.

    ``facts`` are what its head tells of the audit, by the keys of ``data/dossier.toml``; ``decisions`` are by
    flag id. Raises OutputError where the file can't be written.
    """
    sheet = Sheet(lang)
    _add_head(sheet, records[0]["unit"], facts, lang)
    sheet.heading(word("documents", lang))
    for record in records:
        _add_document(sheet, record, lang)
        add_revision(sheet, record, lang)
    sheet.heading(word("shares", lang))
    for record in records:
        _add_shares(sheet, record, lang)
    _add_findings(sheet, records, decisions, lang)
    _add_sources(sheet, records, lang)
    _save(sheet, Path(path))


def _add_sources(sheet: Sheet, records: Sequence[Mapping[str, Any]], lang: str) -> None:
    """Add the other documents with their whole hashes, each once."""
    flags = [flag for record in records for flag in record["flags"]]
    found = {place["document"]["id"]: place["document"] for flag in flags for place in flag["others"]}
    if found:
        sheet.heading(word("sources", lang))
        rows = [(source(one, lang), f"SHA-256 {one['sha256']}") for one in found.values()]
        sheet.table(rows, first=6.5)


def _add_head(sheet: Sheet, unit: str | None, facts: Mapping[str, str], lang: str) -> None:
    sheet.title(word("title", lang))
    rows = [(word("unit", lang), unit or word("unknown_unit", lang))]
    rows += [(word(key, lang), value) for key, value in facts.items()]
    rows += [(f"{word(key, lang)} / {word('day', lang)}", "") for key in ("checked_by", "reviewed_by")]
    sheet.table(rows)
    sheet.text(word("note", lang))


def _add_document(sheet: Sheet, record: Mapping[str, Any], lang: str) -> None:
    document = record["document"]
    values = {
        "file": document["id"],
        "heading": document["title"],
        "year": document["year"],
        "submitted": record["submitted"],
        "hash": document["sha256"],
    }
    sheet.table([(word(key, lang), str(value)) for key, value in values.items() if value is not None])


def _add_shares(sheet: Sheet, record: Mapping[str, Any], lang: str) -> None:
    shares = record["shares"]
    if shares is None:
        sheet.text(word("not_compared", lang))
        return
    sheet.text(f"{record['document']['id']}　{word('denominator', lang, characters=shares['characters'])}")
    rows = [(word(key, lang), f"{shares[key]:.1%}") for key in ("total", "copied", "others", "largest")]
    if shares["source"]:
        rows[-1] = (rows[-1][0], f"{rows[-1][1]}　{shares['source']}")
    sheet.table(rows, first=3.4)


def _add_findings(
    sheet: Sheet, records: Sequence[Mapping[str, Any]], decisions: Mapping[str, Any], lang: str
) -> None:
    """Add what is open, then what is settled: it stays listed."""
    flags = [flag for record in records for flag in record["flags"]]
    order = ("serious", "warning", "info")
    flags.sort(key=lambda flag: order.index(flag["severity"]))
    settled = [flag for flag in flags if flag["id"] in decisions and decisions[flag["id"]].is_settled]
    pending = [flag for flag in flags if flag not in settled]
    sheet.heading(word("findings", lang))
    if not pending:
        sheet.text(word("none", lang))
    for number, flag in enumerate(pending, 1):
        add_finding(sheet, number, flag, decisions.get(flag["id"]), lang)
    if settled:
        sheet.heading(word("settled", lang))
    for number, flag in enumerate(settled, len(pending) + 1):
        add_finding(sheet, number, flag, decisions[flag["id"]], lang, answered=True)


def _save(sheet: Sheet, path: Path) -> None:
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sheet.save(beside)
        os.replace(beside, path)
    except OSError as error:
        reason = f"can't be written ({error.strerror or error})"
        raise OutputError("not-writable", reason, path=path, hint="choose another place") from error
