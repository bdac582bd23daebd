"""The sentences of a report with their clauses read: what statements are made of.

>>> from govreport.model import Outline, Part, Span
>>> from govreport.normalize import normalize
>>> from govreport.read import from_text
>>> text = normalize(from_text("结合“三八”节,举办培训班3期。"))
>>> outline = Outline((), parts=(Part("retrospective", Span(0, 16), 2020),))
>>> [placed.clause.role for placed in next(read_sentences(text, outline)).clauses]
['frame', 'act']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govreport.extract.clauses import Clause, read_clause
from govreport.extract.read_as import ReadAs
from govreport.extract.zones import find_zones
from govreport.model import NormalizedText, Outline
from govreport.text.sentences import clauses, sentences

__all__ = ["Placed", "ReadSentence", "read_sentences"]


@dataclass(slots=True)
class Placed:
    """A clause with its offsets in the normalized view, and the mark behind it."""

    clause: Clause
    start: int
    end: int
    mark: str = ""

    @property
    def told(self) -> str:
        """Its text without the connectives."""
        return self.clause.text[self.clause.begin :]


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence: its clauses, the part it is read by, the mark before it, and its place in its item.

    ``place`` is alone, opens or within: a short sentence that opens an item names what the others tell.
    """

    clauses: tuple[Placed, ...]
    part: str
    before: str
    place: str


def read_sentences(text: NormalizedText, outline: Outline) -> Iterator[ReadSentence]:
    """Yield the sentences outside title, headings, lead-ins and asides, in reading order."""
    for zone in find_zones(text, outline):
        found = list(sentences(text.text, zone.start, zone.end))
        reading = ReadAs(outline)
        opens = "opens" if _is_told_on(text.text, found) else "alone"
        for number, (start, end) in enumerate(found):
            at = text.raw(start, end).start
            part = outline.part_at(at)
            name = reading.part(text.text, start, end, part.name if part else "opening")
            placed = tuple(
                Placed(read_clause(text.text[first:last], name), first, last, text.text[last : last + 1])
                for first, last in clauses(text.text, start, end)
            )
            yield ReadSentence(
                placed, name, text.text[max(0, start - 1) : start], "within" if number else opens
            )


def _is_told_on(text: str, found: list[tuple[int, int]]) -> bool:
    """What only names the matter is told by sentences of several clauses in the same paragraph."""
    end = text.find("\n", found[0][1]) if found else -1
    return any("," in text[first:last] for first, last in found[1:] if end < 0 or first < end)
