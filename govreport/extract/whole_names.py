"""Slots by their whole names, where the model has drawn only the beginning.

>>> whole("省妇女儿童发展基金会募集款物12万元", Marked("actor", 0, 5), ())
Marked(name='actor', start=0, end=10)
>>> whole("春节前夕慰问老人", Marked("occasion", 0, 2), ())
Marked(name='occasion', start=0, end=4)
"""

from __future__ import annotations

from collections.abc import Iterable

from govreport.extract.characters import Marked
from govreport.extract.cues import cue, words_of
from govreport.text.dates import date_at
from govreport.text.words import tagged, verbs

__all__ = ["whole"]

# What opens a predicate: verb, preposition, adverb. These and a date are looked for in so many characters.
_OPENS = frozenset("vpd")
_NEAR, _LONGEST_DATE = 12, 14
# The rest of a name is no longer.
_LONGEST_REST = 12


def whole(told: str, drawn: Marked, ruled: Iterable[Marked]) -> Marked:
    """Return what was drawn, to the end of its name; ``ruled`` is what the rules found in the statement."""
    if drawn.name == "actor":
        return _whole_actor(told, _without_tail(told, drawn))
    if drawn.name == "occasion":
        behind = cue("slot", "occasion_end").match(told, drawn.end)
        return drawn._replace(end=behind.end()) if behind else drawn
    if drawn.name in ("partner", "beneficiary"):
        return _as_ruled(told, drawn, ruled)
    return drawn


def _as_ruled(told: str, drawn: Marked, ruled: Iterable[Marked]) -> Marked:
    """市乡村|振兴局, 视障|人士: what ends with no body or people goes on as far as the rules say.

    Where rules say nothing it goes on to the next word for people or a body: 困难|人员, 市|融媒体中心.
    """
    if cue("slot", f"{drawn.name}_whole").search(told[drawn.start : drawn.end]):
        return drawn
    longer = max((one.end for one in ruled if one[:2] == drawn[:2]), default=0)
    if longer <= drawn.end:
        rest = cue("slot", f"{drawn.name}_rest").match(told, drawn.end)
        longer = rest.end() if rest else 0
    holds_figure = any(map(str.isdigit, told[drawn.end : longer]))
    return drawn if longer <= drawn.end or holds_figure else drawn._replace(end=longer)


def _whole_actor(told: str, drawn: Marked) -> Marked:
    """Return an actor up to the end of the name of the body that it begins, if a predicate follows there.

    Of the six names with a gold mark that it changes in train and dev five become right.
    """
    if _is_whole(told, drawn):
        return drawn
    for end in range(drawn.end + 1, min(len(told), drawn.end + _LONGEST_REST)):
        if cue("another_body").search(told, drawn.end, end):
            break
        is_name = cue("slot", "agent").fullmatch(told, drawn.start, end) is not None
        if is_name and not verbs(told[drawn.end : end]) and _opens_predicate(told, end):
            return drawn._replace(end=end)
    return drawn


def _without_tail(told: str, drawn: Marked) -> Marked:
    """我县共|举办: an adverb belongs to the act."""
    tail = cue("slot", "actor_tail").search(told[drawn.start : drawn.end])
    return drawn._replace(end=drawn.start + tail.start()) if tail and tail.start() else drawn


def _is_whole(told: str, drawn: Marked) -> bool:
    """Whether a predicate stands right behind: 发展 may be a word of a name not at its end."""
    words = tagged(told[drawn.end : drawn.end + _NEAR])
    if not words or words[0][1] in "dp":
        return True
    is_name = cue("slot", "agent").fullmatch(told, drawn.start, drawn.end) is not None
    is_act = words[0][1] == "v" or words_of("acts").match(told, drawn.end) is not None
    return is_act and (is_name or verbs(words[0][0]) != [])


def _opens_predicate(told: str, place: int) -> bool:
    if date_at(told, place, min(len(told), place + _LONGEST_DATE)):
        return True
    words = tagged(told[place : place + _NEAR])
    return bool(words) and words[0][1] in _OPENS
