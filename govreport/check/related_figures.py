"""Figures in a row of which one follows from the others: from 612 to 655 is no rise by 58.

In comes the context of a report, out come drafts with the figures as evidence. What is rounded may be off by
half of its last place; about, more than and ranges are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from govreport.check.context import Context, Draft, pattern
from govreport.check.sentence_figures import sentence_figures
from govreport.model import Span
from govreport.text.quantities import FoundQuantity

__all__ = ["check_related"]

_CODE = "contradicting-figures"
_MOST = 3
_NEAR = 24
_BEHIND = 12
_SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_STEP = re.compile(r"[0-9,]{1,20}(?:\.(?P<places>[0-9]{1,9}))?(?P<scale>[十百千万亿]{0,3})")
_SHARES = ("%", "个百分点")
# A share is told in whole percents, and what it is of may have been counted on another day.
_POINTS = 1.0
_LARGEST = 100.0


def check_related(context: Context) -> Iterator[Draft]:
    """Yield rises that are not the difference, more settled than there was, and shares that are others."""
    text = context.text.text
    for every in sentence_figures(text):
        figures = [one for one in every if _is_plain(one)]
        for place in range(len(figures)):
            told = (rule(text, figures[place : place + _MOST]) for rule in _RULES)
            yield from (draft for one in told if one and (draft := _draft(context, *one)))


def _draft(
    context: Context, key: str, figures: Sequence[FoundQuantity], params: dict[str, str]
) -> Draft | None:
    """Return what is told of figures, each as it stands; nothing in a copy of what was told before."""
    spans = tuple(Span(*context.text.raw(one.start, one.end)) for one in figures)
    if context.is_copy(spans[0]):
        return None
    quoted = {name: context.text.quote(span) for name, span in zip("abc", spans, strict=False)}
    return Draft(_CODE, spans, quoted | params, None, f"{_CODE}-{key}")


Told = tuple[str, Sequence[FoundQuantity], dict[str, str]]


def _is_plain(figure: FoundQuantity) -> bool:
    return not figure.value.approximate and figure.value.minimum == figure.value.maximum


def _grows(text: str, figures: Sequence[FoundQuantity]) -> Told | None:
    """由612万户增加到655万户,净增58万户."""
    if len(figures) < 3:
        return None
    before, after, by = figures
    points = before.value.unit == "%" and by.value.unit == "个百分点"
    alike = before.value.unit == after.value.unit and (by.value.unit == before.value.unit != "%" or points)
    if not (alike and before.value.unit and _between(text, "grows", before, after)):
        return None
    if not (_between(text, "grown_by", after, by) and pattern("sums", "from").search(_before(text, before))):
        return None
    difference = abs(after.value.minimum - before.value.minimum)
    if abs(difference - by.value.minimum) <= sum(map(_step, figures)) / 2:
        return None
    scale = _written(by)["scale"]
    return "growth", figures, {"difference": f"{difference / _times(scale):,.10g}{scale}{by.value.unit}"}


def _settled(text: str, figures: Sequence[FoundQuantity]) -> Told | None:
    """调处纠纷36起,调成39起; 提交提案176件,189件提案全部立案."""
    if len(figures) < 2:
        return None
    whole, part = figures[:2]
    behind = text[part.end : part.end + _BEHIND]
    if (
        whole.value.unit != part.value.unit
        or not whole.value.unit
        or pattern("sums", "earlier").search(behind)
    ):
        return None
    more = part.value.minimum > whole.value.minimum
    taken = pattern("sums", "taken_in").search(_before(text, whole))
    if more and taken and _between(text, "settled", whole, part):
        return "part", (whole, part), {}
    named = text[whole.start - 2 : whole.start]
    again = text[whole.end : part.start] == "," and len(named) == 2 and behind.startswith(named)
    if again and pattern("sums", "all_of_them").match(behind) and part.value.minimum != whole.value.minimum:
        return "again", (whole, part), {}
    return None


def _shares(text: str, figures: Sequence[FoundQuantity]) -> Told | None:
    """女党员120名,占党员总数300名的50%."""
    if len(figures) < 3:
        return None
    part, whole, share = figures
    alike = part.value.unit == whole.value.unit != "" and share.value.unit == "%" and whole.value.minimum > 0
    if not (alike and _between(text, "share_of", part, whole) and text[whole.end : share.start] == "的"):
        return None
    right = _LARGEST * part.value.minimum / whole.value.minimum
    if abs(right - share.value.minimum) <= _POINTS:
        return None
    return "share", figures, {"right": f"{right:.1f}"}


_RULES: tuple[Callable[[str, Sequence[FoundQuantity]], Told | None], ...] = (_grows, _settled, _shares)


def _between(text: str, key: str, one: FoundQuantity, other: FoundQuantity) -> bool:
    return pattern("sums", key).fullmatch(text[one.end : other.start]) is not None


def _before(text: str, figure: FoundQuantity) -> str:
    """Return what stands before a figure in its clause."""
    return re.split("[,。;:、]", text[max(0, figure.start - _NEAR) : figure.start])[-1]


def _step(figure: FoundQuantity) -> float:
    """Return what the last place of a figure counts: 1.26万 is told to the hundred; people are counted."""
    written = _written(figure)
    if figure.value.unit not in _SHARES and not written["scale"] and not written["places"]:
        return 0.0
    return _times(written["scale"]) / float(10 ** len(written["places"]))


def _written(figure: FoundQuantity) -> dict[str, str]:
    """Return the decimal places of a figure and the characters of its scale, as they stand."""
    found = _STEP.match(figure.text)
    return found.groupdict(default="") if found else {"places": "", "scale": ""}


def _times(scale: str) -> float:
    times = 1.0
    for character in scale:
        times *= _SCALE[character]
    return times
