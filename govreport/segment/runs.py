"""Which of the places that look like markers are markers: those whose numbers go on.

A marker at a line start is believed. In the middle of a line it must continue a run (2 after 1, one gap
allowed) or open one that is continued later; this is what tells 一、 from an enumeration in running text.

>>> from govreport.segment.markers import find_candidates
>>> [m.number for m in accepted(find_candidates("其次抓宣传。一是讲政策;二是讲法律。同意第一,"))]
[2, 1, 2]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterator
from dataclasses import replace

from govreport.segment.marker import Marker

_ALONE = ("inline-sequence",)
_NESTED = ("decimal", "decimal-deeper")
_REACH = 12
# The styles in which whole lists are counted; a bullet has no number, and 第1部分 may be that of a standard.
_COUNTED = ("cjk", "bracketed-cjk", "digit", "inline-is")
# 首先, 其次 may go on with 第三, 第四, and these end with 最后.
_SERIES = {"inline-ordinal": "inline-sequence"}
# Behind the end of a sentence 一是 opens a list though its 二是 was forgotten, and 二是 where 三是 follows.
_BEGUN = ("inline-is",)
# So much numbers may grow from one of a chain to the next, and so many belong to one.
_STEP, _CHAIN = 3, 3
# A list of one is believed behind a heading of so many characters.
_SHORT_HEADING = 16
# A list that goes on is believed behind a longer one.
_LONGEST_HEADING = 45


def accepted(candidates: list[Marker]) -> list[Marker]:
    """Return the markers that belong to a run, in reading order."""
    return _believing(
        candidates, _in_chains(candidates, {one.start for one in _believing(candidates, set())})
    )


def _believing(candidates: list[Marker], known: Container[int]) -> list[Marker]:
    """Return the markers whose numbers go on, and those that begin where ``known`` ones do."""
    following = _next_numbers(candidates)
    last: dict[str, int] = defaultdict(int)
    kept: list[Marker] = []
    for index, marker in enumerate(candidates):
        believed = marker.start in known or _believed(marker, last, following[index], kept)
        if not believed and not _heads_a_list(candidates, following, index):
            continue
        placed = _placed(marker, last)
        _remember(placed, last)
        kept.append(placed)
    return kept


def _in_chains(candidates: list[Marker], believed: Collection[int]) -> set[int]:
    """Return where markers begin that stand in a chain: numbers that careless hands doubled and skipped.

    From one of a chain to the next of its style the number grows by three at most, and at least three belong
    to it, of which two are believed or stand where a sentence may begin.
    """
    found: set[int] = set()
    chains: dict[str, list[Marker]] = {}
    for marker in candidates:
        if marker.style not in _COUNTED or not marker.number:
            continue
        if not marker.doubtful or marker.start in believed:
            chain = chains.setdefault(marker.style, [])
            if chain and not 0 <= marker.number - (chain[-1].number or 0) <= _STEP:
                found.update(_of_chain(chain, believed))
                chain.clear()
            chain.append(marker)
    for chain in chains.values():
        found.update(_of_chain(chain, believed))
    return found


def _of_chain(chain: list[Marker], believed: Collection[int]) -> Iterator[int]:
    firm = [one.anchored or one.start in believed for one in chain]
    if len(chain) < _CHAIN or sum(firm) < _CHAIN - 1:
        return
    for place, one in enumerate(chain):
        within = one.number == 1 if place == 0 else place + 1 < len(chain)
        if firm[place] or within:
            yield one.start


def _next_numbers(candidates: list[Marker]) -> list[list[int]]:
    """Return, for each candidate, the numbers of the same style that come soon after it."""
    later: dict[str, list[int]] = defaultdict(list)
    result: list[list[int]] = []
    for marker in reversed(candidates):
        result.append(later[marker.style][-_REACH:])
        if marker.number is not None:
            later[marker.style].append(marker.number)
    return [numbers[::-1] for numbers in reversed(result)]


def _believed(marker: Marker, last: dict[str, int], following: list[int], kept: list[Marker]) -> bool:
    if marker.number is None or marker.sure:
        return True
    if marker.style in _ALONE and not marker.doubtful:
        return marker.number in (1, 2) or last[marker.style] >= 1
    if marker.number == 0:
        return last[marker.style] >= 1
    if marker.doubtful:
        if marker.number == 1:
            return (bool(following) and following[0] == 2) or _is_in_use(marker, last)
        return last[marker.style] == marker.number - 1
    if marker.at_line_start and not marker.inline:
        return True
    if marker.number == 1:
        return _opens(marker, following) or _is_right_behind(marker, kept)
    if marker.anchored and not marker.inline and _leads(marker, last, following):
        return True
    if marker.style in _BEGUN and marker.anchored and following[:1] == [marker.number + 1]:
        return True
    is_doubled = marker.anchored and marker.number == last[marker.style] and not marker.inline
    if is_doubled and bool(following) and following[0] - marker.number in (1, 2):
        return True
    so_far = last[marker.style] or last[_SERIES.get(marker.style, marker.style)]
    # A bracket that was lost takes its number with it: (二) 三) (四).
    is_lost = marker.style == "bracketed-cjk" and following[:1] != [marker.number - 1]
    may_skip = marker.anchored or is_lost
    return so_far > 0 and 0 < marker.number - so_far <= (2 if may_skip else 1)


def _opens(marker: Marker, following: list[int]) -> bool:
    """Whether a 1 in the middle of a line opens a list: a 2 comes, or, behind a mark, what comes after it."""
    if following[:1] == [2]:
        return True
    if marker.inline:
        return marker.style in _BEGUN and marker.anchored
    if not marker.anchored:
        return False
    run = _up_to_restart(following)
    return 2 in run or run[:2] == [3, 4]


def _is_right_behind(marker: Marker, kept: list[Marker]) -> bool:
    """Whether a bracketed 1 stands right behind a short heading: the list of one below it."""
    if marker.style != "bracketed-cjk" or not kept:
        return False
    above = kept[-1]
    is_above = above.number is not None and not above.inline and above.rank < marker.rank
    return is_above and marker.start - above.end <= _SHORT_HEADING


def _heads_a_list(candidates: list[Marker], following: list[list[int]], index: int) -> bool:
    """Whether a 1 and a heading behind it stand right before a list that goes on."""
    marker = candidates[index]
    if marker.number != 1 or marker.inline or not marker.anchored or marker.doubtful:
        return False
    below = candidates[index + 1] if index + 1 < len(candidates) else None
    if below is None or below.number != 1 or below.inline or below.rank <= marker.rank:
        return False
    return below.start - marker.end <= _LONGEST_HEADING and following[index + 1][:1] == [2]


def _leads(marker: Marker, last: dict[str, int], following: list[int]) -> bool:
    """Whether the numbers behind a mark go on: the one before was misread or lost.

    Of 一、 alone one more is enough, where none has come so far.
    """
    number = marker.number or 0
    is_first = marker.style == "cjk" and last["cjk"] == 0
    return following[:2] == [number + 1, number + 2] or (is_first and following[:1] == [number + 1])


def _up_to_restart(following: list[int]) -> list[int]:
    return following[: following.index(1)] if 1 in following else following


def _is_in_use(marker: Marker, last: dict[str, int]) -> bool:
    """Whether an outline of 1.1, 1.2 has come so far: what is 2.1 there begins a list, even of one."""
    return marker.style in _NESTED and last[marker.style] > 0


def _placed(marker: Marker, last: dict[str, int]) -> Marker:
    """Give 最后 its number: the one after the last."""
    return replace(marker, number=last[marker.style] + 1) if marker.number == 0 else marker


def _remember(marker: Marker, last: dict[str, int]) -> None:
    """A new marker ends the runs of all deeper styles."""
    if marker.number is not None:
        last[marker.style] = marker.number
        series = _SERIES.get(marker.style)
        if series and 0 < last[series] == marker.number - 1:
            last[series] = marker.number
    if not marker.inline:
        for style in list(last):
            if style.startswith("inline"):
                last[style] = 0
