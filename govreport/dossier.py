"""What ``govreport dossier`` does: the working paper on one unit, from the folder of an audit."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from govreport.desk import read_decisions, settle
from govreport.errors import UsageError
from govreport.export.dossier import FORMAT, masked_units, write_paper
from govreport.export.labels import language
from govreport.export.manifest import changes, is_made_later, read_manifest
from govreport.export.redact import Masks
from govreport.model import Decision
from govreport.text.units import unit_key

__all__ = ["run_dossier"]

RECORDS = "dossiers.jsonl"
_MOST_NAMED = 8


def run_dossier(
    unit: str, folder: Path, out: Path | None, *, lang: str | None, mask: bool, redact: bool
) -> str:
    """Write the paper and return the line to print; ``unit`` is an id of the roster or a name.

    Raises UsageError where the folder is no audit's or no report is that unit's, OutputError where the file
    can't be written.
    """
    held = read_manifest(folder)
    records = _of_unit(_records(folder), unit, folder)
    lang = language(lang, records[0]["script"])
    if mask:
        records = [masked_units(record, lang) for record in records]
    decisions = _decisions(folder, records)
    if redact:
        records = _redacted(records)
    path = out or folder / "dossiers" / f"{_file_name(records[0])}.docx"
    write_paper(path, records, _facts(held, folder, lang), decisions, lang)
    flags = sum(len(record["flags"]) for record in records)
    return f"{path}: {len(records)} reports, {flags} findings"


def _records(folder: Path) -> list[dict[str, Any]]:
    path, hint = folder / RECORDS, "make the audit anew with this version"
    try:
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        raise UsageError("no-dossiers", f"can't be read ({error})", path=path, hint=hint) from error
    if any(record.get("format") != FORMAT for record in records):
        raise UsageError("no-dossiers", "was written by another version", path=path, hint=hint)
    return records


def _of_unit(records: Sequence[dict[str, Any]], unit: str, folder: Path) -> list[dict[str, Any]]:
    """Return the records of the unit: by its id, by its name, or by a part that only one unit's name has."""
    for fits in (_has_id, _has_name, _has_part):
        found = [record for record in records if fits(record, unit)]
        names = {record["unit_id"] or unit_key(record["unit"]) for record in found}
        if len(names) == 1:
            return sorted(found, key=lambda record: record["submitted"] or "", reverse=True)
        if names:
            raise _unknown(folder, f"{unit!r} may be several units", found)
    raise _unknown(folder, f"no report of {unit!r} was read", records)


def _has_id(record: Mapping[str, Any], unit: str) -> bool:
    return unit in (record["unit_id"], record["document"]["id"])


def _has_name(record: Mapping[str, Any], unit: str) -> bool:
    return unit_key(record["unit"]) is not None and unit_key(record["unit"]) == unit_key(unit)


def _has_part(record: Mapping[str, Any], unit: str) -> bool:
    name, part = unit_key(record["unit"]), unit_key(unit)
    return bool(name and part) and str(part) in str(name)


def _unknown(folder: Path, reason: str, records: Iterable[Mapping[str, Any]]) -> UsageError:
    names = list(dict.fromkeys(f"{one['unit_id'] or ''} {one['unit'] or ''}".strip() for one in records))
    shown = "; ".join(filter(None, names[:_MOST_NAMED])) + (" …" if len(names) > _MOST_NAMED else "")
    return UsageError("unknown-unit", reason, path=folder, hint=f"name one of: {shown or 'none'}")


def _decisions(folder: Path, records: Sequence[Mapping[str, Any]]) -> dict[str, Decision]:
    """Return what is decided on the flags of these records now."""
    path = folder / "decisions.csv"
    prints = {flag["id"]: flag["decided_on"] for record in records for flag in record["flags"]}
    made = settle(read_decisions(path) if path.exists() else (), prints)
    return {id: one for id, one in made.items() if one.state != "no-flag"}


def _redacted(records: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    flags = [flag for record in records for flag in record["flags"]]
    quotes = [place["text"] for flag in flags for place in flag["own"] + flag["others"]]
    for revision in filter(None, (record.get("revision") for record in records)):
        quotes += [one["quote"] for one in revision["flags"]]
        quotes += [text for _, *sides in revision["texts"] for text in sides]
    swap = Masks(quotes).swap_all
    return [_swapped(record, swap) for record in records]


def _swapped(value: Any, swap: Any) -> Any:
    if isinstance(value, str):
        return swap(value)
    if isinstance(value, Mapping):
        return {key: _swapped(item, swap) for key, item in value.items()}
    return [_swapped(item, swap) for item in value] if isinstance(value, list) else value


def _facts(held: Mapping[str, Any], folder: Path, lang: str) -> dict[str, str]:
    from govreport.export.dossier.words import word

    changed = [one.name for one in changes(folder) if not is_made_later(one)]
    state = word("changed", lang) + "：" + "、".join(changed) if changed else word("unchanged", lang)
    return {
        "audit": str(held.get("audit")),
        "seal": f"{held.get('seal')}\n{state}",
        "program": f"govreport {held.get('govreport')}",
    }


def _file_name(record: Mapping[str, Any]) -> str:
    name = record["unit"] or record["document"]["id"]
    return "".join(character if character.isalnum() else "_" for character in name)[:60]
