"""The sheets that come from the reports themselves: reports, flags, commitments, areas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from govreport.export.displayed import seen
from govreport.export.figures import summary
from govreport.export.flag_messages import message_in
from govreport.export.labels import keys, label
from govreport.export.workbook.cells import Link
from govreport.export.workbook.sheets import Sheet, choices, word
from govreport.model import (
    KINDS,
    SEVERITIES,
    Batch,
    DateValue,
    Desk,
    Findings,
    Flag,
    FollowUp,
    Statement,
)
from govreport.text.area_names import area_name

__all__ = ["area_sheet", "commitment_sheet", "flag_sheet", "report_sheet"]

_REPORT = (
    "document title unit year plan_year characters sections repeated copied others largest source "
    "commitments measure achievement target problem serious warning info"
)
_FLAG = (
    "number document unit year severity code message quote page place "
    "decision reason who when decision_state flag_id decided_on"
)
_COMMITMENT = (
    "number document unit plan_year heading area kind commitment actor quantity deadline due partner basis "
    "missing outcome answer in_charge progress remark place"
)
_AREA = "document unit year area sections measure achievement commitments target problem"
_QUOTE = 400
_TO_DO = ("commitment", "target")


def report_sheet(batch: Batch, pages: Mapping[str, str]) -> Sheet:
    """Return one row for each report; the shares are of all its characters."""
    return Sheet("reports", _columns(_REPORT), (_report(one, batch.ratios, pages) for one in batch.findings))


def _report(one: Findings, ratios: Mapping[str, Any], pages: Mapping[str, str]) -> tuple[Any, ...]:
    known, ratio = summary(one), ratios.get(one.document.id)
    shares = (ratio.copied, ratio.others, ratio.largest, ratio.source) if ratio else (None,) * 4
    names = ["title", "unit", "year", "plan_year", "characters", "sections"]
    return (
        *(_linked(one.document.id, pages), *(known[name] for name in names), float(known["repeated_share"])),
        *shares,
        *(known[name] for name in (*KINDS, *reversed(SEVERITIES))),
    )


def flag_sheet(batch: Batch, pages: Mapping[str, str], lang: str) -> Sheet:
    """Return one row for each flag, the gravest first, with columns in which it is decided."""
    order = {severity: -rank for rank, severity in enumerate(SEVERITIES)}
    flags = [(one, flag) for one in batch.findings for flag in one.flags]
    flags.sort(key=lambda pair: order.get(pair[1].severity, 1))
    rows = (
        (*_flag(number, *pair, batch.texts, pages, lang), *_decided(batch.desk, pair[1].id, lang))
        for number, pair in enumerate(flags, 1)
    )
    lists = {"decision": tuple(label("decision", key, lang) for key in keys("decision"))}
    return Sheet("flags", _columns(_FLAG), rows, ("decision", "reason", "who", "when"), lists, frozen=2)


def _flag(
    number: int,
    one: Findings,
    flag: Flag,
    texts: Mapping[str, str],
    pages: Mapping[str, str],
    lang: str,
) -> tuple[Any, ...]:
    own, outline = one.document, one.outline
    first = next((span for id, span in flag.evidence if id == own.id), None)
    return (
        *(number, _linked(own.id, pages), outline.unit, outline.year),
        *(label("severity", flag.severity, lang), label("code", flag.code, lang), message_in(flag, lang)),
        "\n".join(_quotes(flag, own.id, texts)),
        *(own.page_at(first.start) if first else None, _place(first)),
    )


def _decided(desk: Desk, id: str, lang: str) -> tuple[Any, ...]:
    """Return what was decided on a flag, and what a decision would be made on now."""
    one = desk.decisions.get(id)
    if one is None:
        return None, None, None, None, None, id, desk.prints.get(id)
    state = label("decision_state", one.state, lang)
    told = label("decision", one.decision, lang), one.reason or None, one.who or None, one.when or None
    return *told, state, id, one.decided_on or desk.prints.get(id)


def _quotes(flag: Flag, own: str, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what the evidence says, with the document where it is another one."""
    for id, span in dict.fromkeys(flag.evidence):
        quote = seen(span.of(texts.get(id, "")))
        shown = quote if len(quote) <= _QUOTE else quote[:_QUOTE] + "…"
        yield shown if id == own else f"{id}: {shown}"


def commitment_sheet(batch: Batch, pages: Mapping[str, str], lang: str) -> Sheet:
    """Return the supervision list: one row for each commitment and target, copies left out."""
    followed = {(earlier, one.commitment.id): one for earlier, _, one in batch.comparison.follow_ups}
    listed = ((one, s) for one in batch.findings for s in one.statements if _is_listed(s))
    rows = (
        _commitment(number, one, s, followed.get((one.document.id, s.id)), pages, lang)
        for number, (one, s) in enumerate(listed, 1)
    )
    lists = {"progress": choices("progress", lang)}
    return Sheet(
        "commitments", _columns(_COMMITMENT), rows, ("in_charge", "progress", "remark"), lists, frozen=2
    )


def _is_listed(statement: Statement) -> bool:
    return statement.kind in _TO_DO and statement.duplicate_of is None


def _commitment(
    number: int,
    one: Findings,
    statement: Statement,
    after: FollowUp | None,
    pages: Mapping[str, str],
    lang: str,
) -> tuple[Any, ...]:
    outline = one.outline
    section = None if statement.section is None else outline.sections[statement.section]
    bases = (_slot(statement, name) for name in ("legal_reference", "policy_reference"))
    missing = (label("slot", name, lang) for name in statement.checkable.missing)
    return (
        *(number, _linked(one.document.id, pages), outline.unit, outline.plan_year),
        None if section is None else section.marker + section.heading,
        area_name(statement.areas[0].area_id, lang, read_by=outline.area_names) if statement.areas else None,
        *(label("kind", statement.kind, lang), statement.text),
        *(_slot(statement, name) for name in ("actor", "quantity", "deadline")),
        _due(statement),
        *(_slot(statement, "partner"), "\n".join(filter(None, bases)) or None, "、".join(missing) or None),
        word("outcome", after.outcome, lang) if after else None,
        "\n".join(answer.text for answer in after.answers) if after else None,
        *(None, None, None, _place(statement.span)),
    )


def _slot(statement: Statement, name: str) -> str | None:
    """Return the words of a slot; what is inferred from the context stands in brackets."""
    slots = statement.slots.get(name, ())
    return "、".join(f"（{slot.text}）" if slot.inherited else slot.text for slot in slots) or None


def _due(statement: Statement) -> date | str | None:
    """Return the last day of the deadline, as a date where Excel knows the year."""
    values = [s.value for s in statement.slots.get("deadline", ()) if isinstance(s.value, DateValue)]
    if not values:
        return None
    last = max(value.last for value in values)
    try:
        day = date.fromisoformat(last)
    except ValueError:
        return last
    return day if day.year >= 1900 else last


def area_sheet(batch: Batch, pages: Mapping[str, str], lang: str) -> Sheet:
    """Return what each report holds of each area: sections, and statements by kind."""
    return Sheet(
        "areas", _columns(_AREA), (row for one in batch.findings for row in _areas(one, pages, lang))
    )


def _areas(one: Findings, pages: Mapping[str, str], lang: str) -> Iterator[tuple[Any, ...]]:
    sections = Counter(s.areas[0].area_id for s in one.outline.sections if s.areas and s.duplicate_of is None)
    kinds = Counter(
        (s.areas[0].area_id, s.kind) for s in one.statements if s.areas and s.duplicate_of is None
    )
    for area in dict.fromkeys([*sections, *(area for area, _ in kinds)]):
        counts = (kinds[area, kind] for kind in ("measure", "achievement", "commitment", "target", "problem"))
        who = (_linked(one.document.id, pages), one.outline.unit, one.outline.year)
        yield *who, area_name(area, lang, read_by=one.outline.area_names), sections[area], *counts


def _linked(id: str, pages: Mapping[str, str]) -> Any:
    return Link(pages[id], id) if id in pages else id


def _place(span: Any) -> str | None:
    return None if span is None else f"{span.start}–{span.end}"


def _columns(names: str) -> tuple[str, ...]:
    return tuple(names.split())
