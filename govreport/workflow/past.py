"""What a batch is compared with of a history: what its index tells, or, beside a short one, all its texts.

Which of the two makes no difference to what is found.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from govreport.desk import Intake
from govreport.history import Answer, Kept, Question, digest_of
from govreport.model import Match, Submission
from govreport.workflow.facts import Compared, compared

__all__ = ["ASKED", "Past", "beside_history"]

# From so many times the batch on a history is asked by its index; a shorter one is sooner read.
ASKED = 20

Search = Callable[[Sequence[Submission], Collection[str] | None], tuple[Match, ...]]
Key = tuple[str, str]


class Past(NamedTuple):
    """The ``earlier`` submissions that have to be at hand, and a search that knows those ``unread`` as well.

    ``compared`` are all that the batch is compared with.
    """

    earlier: tuple[Submission, ...]
    unread: tuple[Submission, ...]
    compared: tuple[Compared, ...]
    find: Search


def beside_history(
    history: Kept,
    batch: Sequence[Submission],
    references: Sequence[Submission],
    intake: Intake,
    units: Collection[str],
    find: Search,
    by_index: Callable[[Question], Answer] | None,
    asked_from: int | None = None,
) -> Past:
    """Return what a batch is compared with; ``units`` are the keys of those whose earlier reports are wanted.

    ``by_index`` asks the history where the engine can do so, ``find`` is the search of the engine. A history
    is asked that is ``asked_from`` times as long as the batch, 20 times unless given; others are read.
    """
    again = _same_files(history, batch)
    if by_index is None or len(history) < (ASKED if asked_from is None else asked_from) * len(batch):
        earlier = tuple(map(intake.known_as, _all(history, again)))
        return Past(earlier, (), tuple(map(compared, earlier)), find)
    renamed = (
        {key: unit for key, unit in _renamed(history, intake) if key not in again} if intake.units else {}
    )
    asked = {one.id for one in batch}
    answer = by_index(Question([*references, *batch], asked, again, renamed, units))
    unread = tuple(
        Submission(id, "", unit, year, date, "history") for id, unit, year, date, _ in answer.compared
    )
    return Past(answer.earlier, unread, answer.compared, lambda *_, **__: answer.matches)


def _same_files(history: Kept, batch: Sequence[Submission]) -> set[Key]:
    """Return the earlier submissions that are these very files, by id and hash.

    A file is known by its text and its name, as far as both paths go: its folder may be given from higher up
    than last time. The same text under another name is another submission, and a whole copy.
    """
    known = [(digest_of(one.text), Path(one.id).parts) for one in batch]
    whole, ends = set(known), {(digest, end) for digest, path in known for end in _ends(path)}
    return {
        (id, digest)
        for id, digest in history.with_text({digest for digest, _ in known})
        if (digest, Path(id).parts) in ends or any((digest, end) in whole for end in _ends(Path(id).parts))
    }


def _ends(path: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Yield what a file may be called when its folder is given from further below."""
    return (path[first:] for first in range(len(path)))


def _all(history: Kept, left_out: Collection[Key]) -> Iterable[Submission]:
    """Yield the other submissions, each under a name of its own."""
    numbers: dict[str, int] = {}
    for digest, one in history.submissions_by_hash():
        if (one.id, digest) not in left_out:
            number = numbers[one.id] = numbers.get(one.id, 0) + 1
            yield replace(one, id=f"history:{one.id}" + (f" ({number})" if number > 1 else ""))


def _renamed(history: Kept, intake: Intake) -> Iterable[tuple[Key, str]]:
    """Yield the submissions whose unit has another name now."""
    for entry in history.entries():
        known = Submission(f"history:{entry.id}", "", entry.unit, entry.year, entry.date, "history")
        unit = intake.known_as(known).unit
        if unit is not None and unit != entry.unit:
            yield (entry.id, entry.sha256), unit
