"""A whole and its parts that can't both be true: 改造危房174户,其中C级91户、D级102户."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govreport.check.context import Context, Draft, pattern
from govreport.check.sentence_figures import sentence_figures
from govreport.model import Span
from govreport.text.quantities import FoundQuantity

_FEWEST_PARTS, _MOST_PARTS = 2, 20


def check_sums(context: Context) -> Iterator[Draft]:
    """Yield a whole with a list of parts of the same unit right behind it, where the sum is another."""
    for figures in sentence_figures(context.text.text):
        for place, whole in enumerate(figures):
            parts = _parts(context.text.text, whole, figures[place + 1 : place + 1 + _MOST_PARTS])
            if len(parts) >= _FEWEST_PARTS and _disagree(context, whole, parts):
                spans = (_raw(context, whole.start, whole.end), _raw(context, parts[0].start, parts[-1].end))
                if not context.is_copy(spans[0]):
                    yield Draft("contradicting-figures", spans, _params(context, whole, parts))


def _parts(text: str, whole: FoundQuantity, following: Sequence[FoundQuantity]) -> list[FoundQuantity]:
    """Return the figures listed as the parts of a whole, 、 between them (or a comma in brackets)."""
    found: list[FoundQuantity] = []
    end = whole.end
    is_all = _opens_all(text, whole, following)
    opens, goes_on = (("sum_all",), "sum_next_all") if is_all else (("sum_first", "sum_first_of"), "sum_next")
    # 二类修缮76间: the number of a kind is no part; figures of other things end the list by their digits.
    for figure in (one for one in following if one.value.unit == whole.value.unit):
        wanted = (goes_on,) if found else opens
        if not any(pattern("sums", key).fullmatch(text[end : figure.start]) for key in wanted):
            break
        found.append(figure)
        end = figure.end
    return found


def _opens_all(text: str, whole: FoundQuantity, following: Sequence[FoundQuantity]) -> bool:
    """A list in brackets or behind a colon claims to be the whole."""
    between = text[whole.end : following[0].start] if following else ""
    return pattern("sums", "sum_all").fullmatch(between) is not None


def _disagree(context: Context, whole: FoundQuantity, parts: list[FoundQuantity]) -> bool:
    """More than the whole is always too much; less is, where the list claims to be all of it."""
    text, everything = context.text.text, [whole, *parts]
    if any(one.value.approximate or one.value.minimum != one.value.maximum for one in everything):
        return False
    total = sum(part.value.minimum for part in parts)
    rounding = context.settings.limit("contradicting-figures", "rounding")
    slack = rounding * whole.value.minimum if any("." in one.text for one in everything) else 0.0
    if total > whole.value.minimum + slack:
        return True
    is_open = re.match("[,、]?[^,。;]{0,6}等", text[parts[-1].end :]) is not None
    is_all = _opens_all(text, whole, parts) and not is_open and "其中" not in text[whole.end : parts[0].start]
    return is_all and total < whole.value.minimum - slack


def _raw(context: Context, start: int, end: int) -> Span:
    return Span(*context.text.raw(start, end))


def _params(context: Context, whole: FoundQuantity, parts: list[FoundQuantity]) -> dict[str, str]:
    total = sum(part.value.minimum for part in parts)
    return {
        "whole": context.text.quote(_raw(context, whole.start, whole.end)),
        "sum": f"{total:,.10g}{whole.value.unit}",
    }
