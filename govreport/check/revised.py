"""What became of the flags of a report that was handed in again: closed, still open, new.

Two flags are one where their rule and their quotes are the same, wherever these stand, or where the rule
still tells of the words that took their place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from govreport.model import Findings, Flag, RevisedFlag, RevisedText, Revision, Span
from govreport.text.keys import full_text
from govreport.text.versions import Versions

__all__ = ["revise"]

# What a text alone does not show: these rules need other reports, or the file itself.
_BESIDE = frozenset(
    {"copied-passage", "own-earlier-reused", "foreign-name", "commitment-not-mentioned", "hidden-text"}
)
# Flags of one rule whose evidence lies so near are looked at for the one that took another's place.
_NEAR = 16


class _Own(NamedTuple):
    """A flag with where its evidence lies in its own document, and what it quotes there."""

    flag: Flag
    spans: tuple[Span, ...]
    key: tuple[str, ...]


def revise(earlier: Findings, later: Findings, *, is_dated: bool, is_compared: bool) -> Revision:
    """Return what was changed from one version to the next.

    ``is_compared`` tells whether the earlier one was checked beside others as the later one was: where it was
    not, nothing is told closed or new by rules that need them but by its words.
    """
    versions = Versions(earlier.document.text, later.document.text)
    before, now = list(_own(earlier)), list(_own(later))
    pairs = dict(_paired(before, now, versions))
    taken = set(pairs.values())
    flags = [RevisedFlag("open", before[one].flag, now[other].flag) for one, other in pairs.items()]
    flags += [RevisedFlag("closed", one.flag, None) for n, one in enumerate(before) if n not in pairs]
    for number, one in enumerate(now):
        if number not in taken:
            known = not is_compared and one.flag.code in _BESIDE and _stood(one, versions)
            flags.append(RevisedFlag("open" if known else "new", None, one.flag))
    order = {"closed": 0, "open": 1, "new": 2}
    flags.sort(key=lambda one: (order[one.state], one.flag.evidence[0].span, one.flag.code))
    texts = (RevisedText(Span(*one.left), Span(*one.right)) for one in versions.blocks if one.kind != "equal")
    return Revision(
        earlier.document.id, later.document.id, is_dated, versions.kept, tuple(flags), tuple(texts)
    )


def _stood(one: _Own, versions: Versions) -> bool:
    return all(versions.stood(*span) for span in one.spans)


def _own(findings: Findings) -> Iterator[_Own]:
    """Yield the flags that tell of the report itself."""
    document = findings.document
    for flag in findings.flags:
        spans = tuple(one.span for one in flag.evidence if one.document_id == document.id)
        if spans:
            quotes = sorted(full_text(span.of(document.text)) for span in spans)
            yield _Own(flag, spans, (flag.code, *quotes))


def _paired(before: Sequence[_Own], now: Sequence[_Own], versions: Versions) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the flags that are one: those of the same quotes, then those in their place."""
    waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in range(len(now) - 1, -1, -1):
        waiting[now[number].key].append(number)
    left, taken = [], set()
    for number, one in enumerate(before):
        if waiting[one.key]:
            taken.add(other := waiting[one.key].pop())
            yield number, other
        else:
            left.append(number)
    yield from _in_place(before, now, left, taken, versions)


def _in_place(
    before: Sequence[_Own], now: Sequence[_Own], left: Iterable[int], taken: set[int], versions: Versions
) -> Iterator[tuple[int, int]]:
    """Yield those of which the later one's evidence touches where the earlier one's was."""
    places: defaultdict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, one in enumerate(now):
        if number not in taken:
            places[one.flag.code] += [(span, number) for span in one.spans]
    for held in places.values():
        held.sort()
    for number in left:
        held = places.get(before[number].flag.code, [])
        for span in before[number].spans if held else ():
            here = Span(*versions.carried(*span))
            other = _touching(held, here, taken)
            if other is not None:
                taken.add(other)
                yield number, other
                break


def _touching(held: Sequence[tuple[Span, int]], here: Span, taken: set[int]) -> int | None:
    place = bisect_left(held, (here, -1))
    near = held[max(place - _NEAR, 0) : place + _NEAR]
    return next((n for span, n in near if n not in taken and span.overlap(here)), None)
