"""What speaks for and against each candidate that is worth a close look: one row of numbers each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from govreport.segment.boundary.candidates import Found, Run, candidates, patterns
from govreport.segment.boundary.labels import before_labels
from govreport.segment.boundary.odds import SKIPPED, Odds
from govreport.segment.boundary.own_text import OwnText
from govreport.segment.boundary.set_off import at_marks
from govreport.segment.boundary.shortlist import first_rows, kept_places
from govreport.segment.boundary.words_beside import WordEdges, names_beside
from govreport.text.words import tagged

__all__ = ["Evidence", "Found", "Shortlist", "evidence", "shortlisted", "shortlists", "single_sentence"]

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

_TAGS = "nvadpcrmtfijlsuz"
# Columns of the answer "no heading".
_NONE = 7
# The beginning of a run, in which its verb stands.
_OPENING = 16
_COMMA = re.compile("[,、]")
_STOP = re.compile("[,。;:]")
# Runs are cut at 90 characters; a space may be lost at the end.
_CUT = 88


class Shortlist(NamedTuple):
    """A run with the few offsets that the tables leave, and the tables' numbers for each."""

    found: Found
    rows: Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the candidates of one report are judged by, beside tables of other reports.

    ``own`` is counted on this report; ``openings`` counts how its sentences begin, ``shared`` in how many of
    its runs each string of three characters stands at a candidate.
    """

    own: OwnText
    openings: Counter[str]
    shared: Counter[str]

    @classmethod
    def of(cls, text: str, runs: Sequence[Found]) -> Evidence:
        """Gather it for the runs of a report."""
        cuts = [(run[:at], run[at:].lstrip(SKIPPED)) for run, offsets, *_ in runs for at in offsets]
        return cls(OwnText.counted(text, cuts), _sentence_openings(text), _shared_strings(runs))


def shortlists(
    runs: Sequence[Run], unit_names: tuple[str, ...], odds: Odds, weights: Sequence[float]
) -> list[Shortlist]:
    """Return the few offsets of each run that the tables leave."""
    places = [Found(run.text, candidates(run.text, unit_names), run.style) for run in runs]
    found = before_labels(at_marks(places))
    return shortlisted(found, first_rows([(one.run, one.offsets) for one in found], odds), weights)


def shortlisted(found: Sequence[Found], tables: Sequence[Array], weights: Sequence[float]) -> list[Shortlist]:
    """Return the same from what the tables say of every offset."""
    short = []
    for one, rows in zip(found, tables, strict=True):
        kept = kept_places(rows @ weights)
        short.append(Shortlist(one._replace(offsets=[one.offsets[i] for i in kept]), rows[kept].tolist()))
    return short


def evidence(shortlist: Shortlist, of: Evidence) -> list[tuple[list[float], list[str]]]:
    """Return a row of numbers and the names of what stands beside it, for "no heading" and each candidate."""
    run = shortlist.found.run
    words = _words_by_edge(run)
    rows = [
        ([*row, *_row(run, offset, row, of), *_word_row(words, offset)], names_beside(run, offset, words))
        for offset, row in zip(shortlist.found.offsets, shortlist.rows, strict=True)
    ]
    width = len(rows[0][0]) if rows else 0
    none = [0.0] * width + _without_heading(run)
    names = [
        f"none{run[:2]}",
        f"none-style{shortlist.found.style}",
        f"none-word{words.get(0, [('', ''), ('', '')])[1][0]}",
    ]
    return [(none, names), *((row + [0.0] * _NONE, beside) for row, beside in rows)]


def _without_heading(run: str) -> list[float]:
    """What a run looks like that is a sentence and has no heading."""
    told = patterns()["told"].search(run[:40]) is not None
    commas = min(4, run.count(",") + run.count(";"))
    return [
        1.0,
        single_sentence(run),
        float(run[-1:] == ";"),
        float(told),
        float(patterns()["due"].search(run[:_OPENING]) is not None),
        float(commas),
        min(1.0, len(run) / 90),
    ]


def single_sentence(run: str) -> float:
    """A list item that is one sentence, or the start of a long one, may have no heading."""
    goes_on = any(mark in run[:-1] for mark in "。;!?")
    return float(not goes_on and (run[-1:] in tuple("。;!?") or len(run) >= _CUT))


def _sentence_openings(text: str) -> Counter[str]:
    """Count the first three characters of the sentences of a report."""
    return Counter(match.group(1) for match in re.finditer(r"(?:^|[。;!?\n] *)([\u4e00-\u9fff]{3})", text))


def _shared_strings(runs: Sequence[Found]) -> Counter[str]:
    """Count in how many runs each string of three characters stands right after a candidate."""
    counts: Counter[str] = Counter()
    for run, offsets, *_ in runs:
        counts.update({run[offset : offset + 3] for offset in offsets})
    return counts


def _words_by_edge(run: str) -> WordEdges:
    """Return, for each offset at a word's edge, the word before it and the word after it."""
    edges: WordEdges = {}
    position, before = 0, ("", "x")
    for word in tagged(run):
        edges[position] = [before, word]
        position, before = position + len(word[0]), word
    edges[position] = [before, ("", "x")]
    return edges


def _word_row(words: WordEdges, offset: int) -> list[float]:
    if offset not in words:
        return [1.0, 0.0, 0.0] + [0.0] * (2 * len(_TAGS))
    (left, left_tag), (right, right_tag) = words[offset]
    lengths = [0.0, float(len(left) == 1), float(len(right) == 1)]
    return lengths + [float(left_tag == tag) for tag in _TAGS] + [float(right_tag == tag) for tag in _TAGS]


def _row(run: str, offset: int, tables: Sequence[float], of: Evidence) -> list[float]:
    found = patterns()
    before, after = run[:offset], run[offset:]
    body = after.lstrip(SKIPPED)
    heading_end, clause_end = sum(tables[:4]), sum(tables[4:9])
    clause_start, sentence_start = sum(tables[9:14]), sum(tables[14:19])
    lengths = [len(clause) for clause in _COMMA.split(before)]
    stop = _STOP.search(run, offset)
    rest = (stop.start() if stop else len(run)) - offset
    first_three = after[:3]
    return [
        *of.own.row(before, body),
        heading_end,
        clause_end,
        clause_start,
        sentence_start,
        min(heading_end, sentence_start),
        min(clause_end, clause_start),
        float(len(lengths) > 1 and len(set(lengths)) == 1),
        float(found["actor"].match(after) is not None),
        float(_ends_with(found["actor"], before)),
        float(found["frame_open"].search(before) is not None),
        float(found["frame_whole"].search(before) is not None),
        float(found["told"].search(before) is not None),
        float(found["due"].search(before) is not None),
        min(3.0, float(of.openings[first_three])),
        min(3.0, float(max(0, of.shared[first_three] - 1))),
        float(len(after) > 1 and after[:2] in before),
        float(rest <= 2),
        float(len(lengths) - 1),
        float(len(lengths) > 1 and lengths[-1] < 4),
        float(len(lengths) == 1 and 0 < rest <= 8 and _COMMA.search(after[:12]) is not None),
        float(len(lengths) > 1 and abs(lengths[-1] - lengths[-2]) <= 1),
        min(8.0, abs(lengths[-1] - lengths[-2])) / 4 if len(lengths) > 1 else 0.0,
        float(len(lengths) > 1 and lengths[-1] >= 4),
        *_echoes(before, body),
    ]


def _echoes(before: str, body: str) -> list[float]:
    """A body says again what its heading said: its first words, and the heading's words further on."""
    begun = next((n for n in range(min(8, len(body)), 1, -1) if body[:n] in before), 0)
    further = body[2:]
    again = sum(a + b in further for a, b in pairwise(before)) / max(1, len(before) - 1)
    return [
        begun / 4,
        float(len(body) > 2 and before.startswith(body[:3])),
        float(before[-2:] in further),
        float(len(body) > 2 and body[:2] in further),
        again,
    ]


def _ends_with(pattern: re.Pattern[str], text: str) -> bool:
    return any(match.end() == len(text) for match in pattern.finditer(text[-8:]))
