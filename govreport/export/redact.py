"""Findings without the names of persons: a name keeps its surname, a number that belongs to a person nothing.

What is masked keeps its length, so that every span still shows what it showed. Ids of flags stay as they are:
they are hashes of what was submitted.

>>> swap = Masks(["联系人：沈玉珍，电话13800138000"]).swap
>>> swap("由沈玉珍(13800138000)带领"), swap("由沈玉蘭带领")
('由沈某某(***********)带领', '由沈玉蘭带领')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from govreport.errors import UsageError
from govreport.model import Batch, Comparison, Decision, Desk, Failure, Findings, Span, TextMap
from govreport.text.persons import find_persons, is_person
from govreport.text.script import to_simplified

__all__ = [
    "Masks",
    "masked_ids",
    "redacted_batch",
    "redacted_findings",
    "without_deciders",
]

T = TypeVar("T")
# A name of two characters is masked in its own document alone: elsewhere it may be a word.
_SURE = 3
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


class Masks:
    """The names that were found in some texts, and what stands for them."""

    def __init__(self, texts: Iterable[str], cells: Iterable[str] = ()) -> None:
        self.names = {name: mask for text in texts for name, mask in _names(text)}
        self.names |= {cell: _mask(cell) for cell in cells if is_person(to_simplified(cell))}
        self.sure = {name: mask for name, mask in self.names.items() if len(name) >= _SURE}
        self.swap = _swapper(self.sure)
        self.swap_all = _swapper(self.names)

    def within(self, text: str) -> Callable[[str], str]:
        """Return what masks the strings that belong to one text: its short names too."""
        return _swapper({**self.sure, **dict(_names(text))})


def redacted_batch(batch: Batch) -> tuple[Batch, dict[str, str]]:
    """Return all that was found without the names of persons, and the masked ids of its documents."""
    known = batch.comparison.submissions
    own = {one.document.id: one.document.text for one in batch.findings}
    others = (one.text for id, one in known.items() if id not in own)
    masks = Masks(chain(own.values(), others, own, known), cells_of(batch.desk))
    ids = masked_ids({*own, *known}, masks)
    masked = Batch(
        tuple(redacted_findings(one, masks, ids) for one in batch.findings),
        tuple(Failure(*map(masks.swap, one)) for one in batch.failures),
        redacted_comparison(batch.comparison, masks, ids),
        tuple(one.masked(masks.swap) for one in batch.outcomes),
        redacted_desk(batch.desk, masks, ids),
    )
    return masked, ids


def redacted_findings(findings: Findings, masks: Masks, ids: Mapping[str, str]) -> Findings:
    """Return the findings of one report; ``ids`` are the masked names of documents."""
    swap = masks.within(findings.document.text)
    return _mapped(findings, lambda text: ids.get(text) or swap(text))


def redacted_comparison(comparison: Comparison, masks: Masks, ids: Mapping[str, str]) -> Comparison:
    """Return the comparison; each submission with the short names of its own text.

    What is quoted of two documents is masked by the names of all: rather a word too much than a name too few.
    """
    submissions = {
        ids.get(id, id): replace(
            one,
            id=ids.get(id, id),
            unit=one.unit and masks.swap(one.unit),
            text=masks.within(one.text)(one.text),
        )
        for id, one in comparison.submissions.items()
    }
    return replace(
        _mapped(replace(comparison, submissions={}), lambda text: ids.get(text) or masks.swap_all(text)),
        submissions=submissions,
    )


def redacted_desk(desk: Desk, masks: Masks, ids: Mapping[str, str]) -> Desk:
    """Return the desk; a cell of the user's own, or who decided, is masked where it is a name as a whole."""
    cell = partial(_cell, masks, ids)
    plain = replace(desk, facts={}, metadata={}, decisions={})
    standings = (
        one._replace(unit=replace(one.unit, other=_mapped(one.unit.other, cell))) for one in plain.standings
    )
    return replace(
        _mapped(replace(plain, standings=tuple(standings)), partial(_identified, masks, ids)),
        facts={**_mapped(desk.facts, partial(_identified, masks, ids)), "redacted": "persons"},
        metadata=_mapped(desk.metadata, cell),
        decisions=dict(without_deciders(desk.decisions)),
    )


def without_deciders(decisions: Mapping[str, Decision]) -> Iterator[tuple[str, Decision]]:
    """Yield decisions by flag id; who decided is masked, whatever the name."""
    for id, one in decisions.items():
        yield id, replace(one, who=_mask(one.who) if one.who else "")


def cells_of(desk: Desk) -> Iterator[str]:
    """Yield what the user's own columns hold: a whole cell may be a name."""
    for row in (*desk.metadata.values(), *(one.unit.other for one in desk.standings)):
        yield from (cell.strip() for cell in row.values())


def refuse_unknown(what: str) -> None:
    """Raise UsageError unless it is persons who are to be masked."""
    if what != "persons":
        raise UsageError("unknown-redaction", f"no redaction of {what!r}", hint="use persons")


def masked_ids(ids: Iterable[str], masks: Masks) -> dict[str, str]:
    """Return the ids of documents without names; two that would be alike are told apart."""
    found: dict[str, str] = {}
    for id in sorted(ids):
        unique, number = masks.swap(id), 1
        while unique in found.values():
            number += 1
            unique = f"{masks.swap(id)} ({number})"
        found[id] = unique
    return found


def _identified(masks: Masks, ids: Mapping[str, str], text: str) -> str:
    return ids.get(text) or masks.swap(text)


def _cell(masks: Masks, ids: Mapping[str, str], text: str) -> str:
    if text not in ids and is_person(to_simplified(text.strip())):
        return _mask(text)
    return _identified(masks, ids, text)


def _names(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names of a text as they stand there, and as they stand in the normalized view."""
    plain = to_simplified(text).translate(_HALF_WIDTH)
    for start, end in find_persons(plain):
        yield text[start:end], _mask(text[start:end])
        yield plain[start:end], _mask(plain[start:end])


def _mask(name: str) -> str:
    is_number = any(character.isascii() for character in name)
    return "*" * len(name) if is_number else name[0] + "某" * (len(name) - 1)


def _swapper(names: Mapping[str, str]) -> Callable[[str], str]:
    """Return what masks names in a string: the longest that begins at a place."""
    if not names:
        return lambda text: text
    first = re.compile("[" + re.escape("".join(sorted({name[0] for name in names}))) + "]")
    lengths = sorted({len(name) for name in names}, reverse=True)
    return lambda text: _swapped(text, names, first, lengths)


def _swapped(text: str, names: Mapping[str, str], first: re.Pattern[str], lengths: list[int]) -> str:
    pieces, done = [], 0
    for found in first.finditer(text):
        at = found.start()
        if at < done:
            continue
        name = next((text[at : at + n] for n in lengths if text[at : at + n] in names), None)
        if name:
            pieces += [text[done:at], names[name]]
            done = at + len(name)
    return "".join([*pieces, text[done:]])


def _mapped(value: T, swap: Callable[[str], str]) -> T:
    """Return a value of the model with every string in it swapped."""
    changed: Any = value
    if isinstance(value, str):
        changed = swap(value)
    elif isinstance(value, Span | TextMap):
        return value
    elif is_dataclass(value) and not isinstance(value, type):
        kept = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        changed = replace(value, **{name: _mapped(item, swap) for name, item in kept.items()})
    elif isinstance(value, list):
        changed = [_mapped(item, swap) for item in value]
    elif isinstance(value, Sequence):
        items = [_mapped(item, swap) for item in value]
        changed = type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    elif isinstance(value, Mapping):
        changed = {_mapped(key, swap): _mapped(item, swap) for key, item in value.items()}
    return changed  # type: ignore[no-any-return]
