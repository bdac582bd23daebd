"""Laws that the table does not hold, and laws that were not in force in the year they are cited for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span
from govreport.text.laws import Law, find_law, is_dated, is_law_name, law_table_version, likely_laws
from govreport.text.script import to_traditional

_BESIDE = 14
_SENTENCE = 120


def check_laws(context: Context) -> Iterator[Draft]:
    """One finding per name; local rules, regulations and 原《…》 are left alone."""
    seen: set[tuple[str, str]] = set()
    for match in context.matches(pattern("law", "cited")):
        name, span = match.group("name"), context.raw(match, "name")
        law = find_law(name)
        draft = _unknown(context, name, span) if law is None else _out_of_force(context, law, span)
        if draft and draft.code == "law-not-in-force" and _is_coming(context, match):
            continue
        if draft and not match.group("former") and (draft.code, name) not in seen:
            seen.add((draft.code, name))
            yield draft


def _is_coming(context: Context, match: re.Match[str]) -> bool:
    """明年才施行的《…》, 《…》(草案): told of, and not cited."""
    around = context.text.text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]
    return pattern("law", "coming").search(around) is not None


def _unknown(context: Context, name: str, span: Span) -> Draft | None:
    if not is_law_name(name):
        return None
    likely = "、".join(f"《{_in_script(context, short)}》" for short in likely_laws(name))
    params = {"name": context.text.quote(span), "version": law_table_version(), "likely": likely}
    return Draft("unknown-law", (span,), params, message=None if likely else "unknown-law-unlike")


def _in_script(context: Context, name: str) -> str:
    return to_traditional(name) if context.text.script == "Hant" else name


def _date_of_act(context: Context, span: Span) -> tuple[int | None, int | None]:
    """Return year and month of the act that a law is cited for: those named before it in its sentence."""
    start = context.text.normalized(span).start
    sentence = re.split("[。;!?\n]", context.text.text[max(0, start - _SENTENCE) : start])[-1]
    part = context.outline.part_at(span.start)
    years = pattern("law", "year").findall(sentence)
    months = pattern("law", "month").findall(sentence)
    year = int(years[-1]) if years else part.year if part and part.year else context.outline.year
    return year, int(months[-1]) if months else None


def _out_of_force(context: Context, law: Law, span: Span) -> Draft | None:
    """A law is judged by the date of the act, else by the year its part of the report speaks of."""
    year, month = _date_of_act(context, span)
    if year is None or not is_dated(law.name) or law.in_force(year, month):
        return None
    period = f"{law.effective or '?'} – {law.repealed or ''}".rstrip(" –")
    return Draft(
        "law-not-in-force", (span,), {"name": context.text.quote(span), "year": year, "period": period}
    )
