"""What the auditor decided on flags, kept in a CSV file: read, checked, and held against what stands now.

>>> old = Decision("f1", "誤報", "是固定說法", "王", "2020-02-01", decided_on="aaaa")
>>> new = settle([old], {"f1": "bbbb"})["f1"]
>>> new.state, new.decision, new.earlier
('reopened', '待核實', '誤報：是固定說法（王，2020-02-01）')
>>> settle([old], {"f1": "aaaa"})["f1"] == old, settle([old], {})["f1"].state
(True, 'no-flag')
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from govreport.desk.csv_rows import Row, Sheet, folded, read_sheet
from govreport.desk.days import day_in
from govreport.desk.roster import line_error
from govreport.model import Decision
from govreport.text.lexicon import load_table

__all__ = ["merged", "print_of", "read_decisions", "settle"]


def read_decisions(path: str | os.PathLike[str]) -> tuple[Decision, ...]:
    """Return the decisions of a file; a row without one is passed over, for it is still to be decided.

    Raises UsageError with the line of the first row that can't be used: an unknown decision, one without a
    reason or a flag, a flag that stands twice.
    """
    sheet = read_sheet(path, "decisions", ("flag_id",))
    rows = [row for row in sheet.rows if "decision" in row.cells or "reason" in row.cells]
    lines: dict[str, int] = {}
    for row in rows:
        _refuse_wrong(sheet, row, lines)
    return tuple(_decision(row) for row in rows)


def settle(decisions: Iterable[Decision], prints: Mapping[str, str]) -> dict[str, Decision]:
    """Return the decisions as they stand now; ``prints`` tells of each flag that there is its hash."""
    stands = (_as_it_stands(one, prints.get(one.flag_id)) for one in decisions)
    words = load_table("desk")["settled"]["words"]
    return {one.flag_id: replace(one, is_settled=one.decision in words) for one in stands}


def merged(first: Iterable[Decision], second: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return one decision for each flag: the second, unless it was made on an earlier day.

    >>> old = Decision("f1", "屬實", "a", when="2020/2/1")
    >>> new = Decision("f1", "誤報", "b", when="2020-02-10")
    >>> merged([new], [old]) == merged([old], [new]) == (new,)
    True
    """
    found = {one.flag_id: one for one in first}
    for one in second:
        known = found.get(one.flag_id)
        if known is None or _day(one) >= _day(known) or not one.when:
            found[one.flag_id] = one
    return tuple(found.values())


def _day(one: Decision) -> str:
    return day_in(one.when) or one.when


def print_of(*parts: Any) -> str:
    """Return a short hash of what a decision is made on: quotes, values, the rule."""
    written = json.dumps(parts, ensure_ascii=True, sort_keys=True, default=str)
    # A letter first: a spreadsheet would take 12 figures, or 123e45, for a number.
    return "h" + hashlib.sha256(written.encode("ascii")).hexdigest()[:11]


def _as_it_stands(one: Decision, now: str | None) -> Decision:
    if now is None:
        return replace(one, state="no-flag")
    if one.decided_on in ("", now):
        opened = one.earlier and one.decision == load_table("desk")["settled"]["opened"]
        return replace(one, decided_on=now, state="reopened" if opened else "in-force")
    by = "，".join(filter(None, (one.who, one.when)))
    earlier = one.earlier or f"{one.decision}：{one.reason}" + (f"（{by}）" if by else "")
    opened = load_table("desk")["settled"]["opened"]
    return replace(one, decision=opened, who="", when="", decided_on=now, state="reopened", earlier=earlier)


def _refuse_wrong(sheet: Sheet, row: Row, lines: dict[str, int]) -> None:
    flag, word = row.cells.get("flag_id", ""), row.cells.get("decision", "")
    if not flag:
        raise line_error(sheet, row, "names no flag", "give the id of the flag, as in flags.csv")
    if folded(word) not in _words():
        wanted = " ".join(load_table("desk")["decisions"])
        raise line_error(sheet, row, f"{word!r} is no decision", f"use one of {wanted}")
    if not row.cells.get("reason"):
        raise line_error(sheet, row, f"the decision on {flag} has no reason", "say why in a few words")
    if lines.setdefault(flag, row.line) != row.line:
        raise line_error(sheet, row, f"{flag} stands in line {lines[flag]} too", "keep one row for each flag")


def _decision(row: Row) -> Decision:
    cells: dict[str, Any] = {name: _unguarded(cell) for name, cell in row.cells.items()}
    return Decision(**{**cells, "decision": _words()[folded(cells["decision"])]})


def _unguarded(cell: str) -> str:
    """Take away the apostrophe that keeps a spreadsheet from running a cell."""
    return cell[1:] if cell.startswith("'") and not cell[1:2].isalnum() else cell


@cache
def _words() -> dict[str, str]:
    words: dict[str, list[str]] = load_table("desk")["decisions"]
    return {folded(form): word for word, forms in words.items() for form in (word, *forms)}
