"""Cases of duplicated blocks and of flags, with the look-alikes that must not be flagged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from govreport.corpus import CorpusItem
from govreport.corpus.pairing import paired
from govreport.evaluate.cases import Case
from govreport.model import Flag, Span
from govreport.report import Report

_BOTH_SIDES = ("copied-passage", "foreign-name")

__all__ = ["NEEDS_OTHER_REPORTS", "duplicate_cases", "flag_cases"]

# What one report alone can't show.
NEEDS_OTHER_REPORTS = frozenset(
    ("copied-passage", "own-earlier-reused", "foreign-name", "commitment-not-mentioned", "disguise")
)


def duplicate_cases(item: CorpusItem, report: Report) -> Iterator[Case]:
    """Yield a case for each copy: right where both ends of it are exact."""
    gold = [copy for block in item.gold.duplicates for copy in block.spans[1:]]
    given = [copy for block in report.duplicates for copy in block.spans[1:]]
    found = paired(gold, given)
    for i, span in enumerate(gold):
        other = given[found[i]] if i in found else None
        outcome = "missed" if other is None else "right" if other == span else "wrong"
        quote = span.of(item.document.text)[:40]
        yield Case("duplicates-exact", item.document.id, span, outcome, quote, str(other or ""))
        near = "missed" if other is None else "right"
        yield Case("duplicates", item.document.id, span, near, quote, str(other or ""))
    for j, span in enumerate(given):
        if j not in found.values():
            quote = span.of(item.document.text)[:40]
            yield Case("duplicates-exact", item.document.id, span, "extra", "", quote)
            yield Case("duplicates", item.document.id, span, "extra", "", quote)


def flag_cases(item: CorpusItem, report: Report, left_out: Collection[str] = ()) -> Iterator[Case]:
    """Yield the flags but for codes left out: right where code and place agree, each gold flag once."""
    gold, given = _by_code(item.gold.flags), _by_code(report.flags)
    for code in sorted((gold.keys() | given.keys()) - set(left_out)):
        yield from _of_code(item, code, gold[code], given[code])
    for code, span in item.look_alikes:
        if code in left_out:
            continue
        is_flagged = any(_meet(span, flag) for flag in given[code])
        outcome = "wrong" if is_flagged else "right"
        yield Case("look-alikes", item.document.id, span, outcome, "", f"{code} {_quote(item, span)}")


def _by_code(flags: object) -> defaultdict[str, list[Flag]]:
    found: defaultdict[str, list[Flag]] = defaultdict(list)
    for flag in flags:  # type: ignore[attr-defined]
        found[flag.code].append(flag)
    return found


def _of_code(item: CorpusItem, code: str, gold: list[Flag], given: list[Flag]) -> Iterator[Case]:
    name, taken = item.document.id, set()
    for wanted in gold:
        span = wanted.evidence[0].span
        hits = [flag.id for flag in given if any(_meet(e.span, flag) for e in wanted.evidence)]
        taken.update(hits)
        outcome = "right" if hits else "missed"
        for task in ("flags", f"flag-{code}"):
            yield Case(task, name, span, outcome, f"{code} {_quote(item, span)}")
    for flag in given:
        if flag.id not in taken and not _is_untold(item, flag):
            span = flag.evidence[0].span
            for task in ("flags", f"flag-{code}"):
                yield Case(task, name, span, "extra", "", f"{code} {_quote(item, span)}")


def _is_untold(item: CorpusItem, flag: Flag) -> bool:
    """Whether the gold can't tell of a flag that it lacks.

    Where no date tells, both sides of a copy are flagged, and the gold marks the later one; and not every
    commitment is followed into the next report.
    """
    if flag.code in _BOTH_SIDES:
        return any(_meet(span, flag) for _, _, span in item.copies)
    followed = (span for word, span in item.answers if word[0] == ">")
    return flag.code == "commitment-not-mentioned" and not any(_meet(span, flag) for span in followed)


def _meet(span: Span, flag: Flag) -> bool:
    here = flag.evidence[0].document_id
    return any(span.overlap(e.span) > 0 for e in flag.evidence if e.document_id == here)


def _quote(item: CorpusItem, span: Span) -> str:
    return span.of(item.document.text)[:30].replace("\n", "/")
