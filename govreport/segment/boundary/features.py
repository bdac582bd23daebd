"""What speaks for and against each position of a run: one row of numbers per candidate.

A run is the text from a marker on, in which a heading may end.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from govreport.segment.boundary.own_text import OwnText
from govreport.segment.boundary.tables import Tables
from govreport.segment.boundary.words_beside import WordEdges, names_beside
from govreport.text.lexicon import load_table
from govreport.text.words import tagged

_TAGS = "nvadpcrmtfijlsuz"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the normalized view: ``start`` is where its marker ends."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the candidates of one report are judged by.

    ``tables`` are counted on other reports, ``own`` on this one; ``openings`` counts how its sentences
    begin, ``shared`` in how many of its runs each string of three characters stands at a candidate.
    """

    tables: Tables
    own: OwnText
    openings: Counter[str]
    shared: Counter[str]

    @classmethod
    def of(cls, text: str, runs: list[tuple[str, list[int]]], tables: Tables) -> Evidence:
        """Gather it for the runs of a report."""
        return cls(tables, OwnText.counted(text), sentence_openings(text), shared_strings(runs))


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the compiled patterns of data/boundary.toml."""
    table = load_table("boundary")
    return {key: re.compile(value) for key, value in table.items() if isinstance(value, str)}


def candidates(run: str, unit_names: tuple[str, ...] = ()) -> list[int]:
    """Return the offsets at which a heading may end.

    Never inside quotes, never before a particle, and never inside or right after the reporting unit's own
    name: a report's own unit is the subject of a sentence, so it opens a body.
    """
    barred = _inside_names(run, unit_names)
    never_before, never_after = patterns()["never_before"], patterns()["never_after"]
    longest: int = load_table("boundary")["longest_heading"]
    depth, found = 0, []
    for offset, character in enumerate(run[: longest + 1]):
        if (character in "。!?\n" or _is_stop(run, offset)) and offset >= 2:
            if depth == 0:
                found.append(offset)
            return found
        free = depth == 0 and offset >= 3 and offset not in barred
        if free and not never_before.match(character) and not never_after.match(run[offset - 1]):
            found.append(offset)
        depth = max(0, depth + (character in "(“‘《") - (character in ")”’》"))
    return found


def _is_stop(run: str, offset: int) -> bool:
    """A point between two Chinese characters is a full stop that lost its shape."""
    return run[offset] == "." and bool(
        re.fullmatch("[\u4e00-\u9fff].[\u4e00-\u9fff]", run[offset - 1 : offset + 2])
    )


def _inside_names(run: str, names: tuple[str, ...]) -> set[int]:
    found = [match for name in names for match in re.finditer(re.escape(name), run)]
    return {offset for match in found for offset in range(match.start() + 1, match.end() + 1)}


def sentence_openings(text: str) -> Counter[str]:
    """Count the first three characters of the sentences of a report."""
    return Counter(match.group(1) for match in re.finditer(r"(?:^|[。;!?\n] *)([\u4e00-\u9fff]{3})", text))


def evidence(run: str, offsets: list[int], of: Evidence) -> list[tuple[list[float], list[str]]]:
    """Return for each candidate of a run its row of numbers and the names of what stands beside it."""
    words = words_by_edge(run)
    return [
        (_row(run, offset, of) + _word_row(words, offset), names_beside(run, offset, words))
        for offset in offsets
    ]


def words_by_edge(run: str) -> WordEdges:
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


def _row(run: str, offset: int, of: Evidence) -> list[float]:
    found = patterns()
    before, after = run[:offset], run[offset:]
    ended = after[:1] in ("。", "!", "?", "\n", ".")
    body = after.lstrip("。.!? \n")
    closes, opens = of.tables.ends(before), of.tables.begins(body)
    lengths = [len(clause) for clause in re.split("[,、]", before)]
    rest = len(re.split("[,。;:]", after, maxsplit=1)[0])
    first_three = after[:3]
    return [
        *closes,
        *opens,
        *of.tables.across(before, after),
        *of.own.row(before, body),
        sum(closes[:4]),
        sum(closes[4:]),
        sum(opens[:5]),
        sum(opens[5:]),
        min(sum(closes[:4]), sum(opens[5:])),
        min(sum(closes[4:]), sum(opens[:5])),
        max(0, 8 - offset) / 4,
        max(0, offset - 22) / 8,
        float(len(lengths) > 1 and len(set(lengths)) == 1),
        float(ended),
        float(found["actor"].match(after) is not None),
        float(_ends_with(found["actor"], before)),
        float(found["frame_open"].search(before) is not None),
        float(found["frame_whole"].search(before) is not None),
        float(found["told"].search(before) is not None),
        min(3.0, float(of.openings[first_three])),
        min(3.0, float(max(0, of.shared[first_three] - 1))),
        float(len(after) > 1 and after[:2] in before),
        float(rest <= 2),
        float(len(lengths) - 1),
        float(len(lengths) > 1 and lengths[-1] < 4),
        float(len(lengths) == 1 and 0 < rest <= 8 and len(re.findall("[,、]", after[:12])) > 0),
        float(len(lengths) > 1 and abs(lengths[-1] - lengths[-2]) <= 1),
        min(8.0, abs(lengths[-1] - lengths[-2])) / 4 if len(lengths) > 1 else 0.0,
        float(len(lengths) > 1 and lengths[-1] >= 4),
    ]


def _ends_with(pattern: re.Pattern[str], text: str) -> bool:
    return any(match.end() == len(text) for match in pattern.finditer(text[-8:]))


def shared_strings(runs: list[tuple[str, list[int]]]) -> Counter[str]:
    """Count in how many runs each string of three characters stands right after a candidate."""
    counts: Counter[str] = Counter()
    for run, offsets in runs:
        counts.update({run[offset : offset + 3] for offset in offsets})
    return counts
