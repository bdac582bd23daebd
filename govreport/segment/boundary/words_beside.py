"""Names of what stands beside a cut: characters, words, tags and lengths, each with a weight of its own.

>>> "R2今年" in names_beside("夯实组织基础今年", 6, {})
True
"""

from __future__ import annotations

import re

__all__ = ["WordEdges", "names_beside"]

# So many characters behind a cut have names.
_AFTER = 3
_COMMA = re.compile("[,、]")
_STOP = re.compile("[,。;:]")

# Offset to the word before it and the word after it, each with its tag.
WordEdges = dict[int, list[tuple[str, str]]]


def names_beside(run: str, offset: int, words: WordEdges) -> list[str]:
    """Return the names for one candidate of a run."""
    left, right = run[:offset], run[offset : offset + _AFTER]
    return [
        *(f"L{n}{left[-n:]}" for n in (1, 2, 3)),
        *(f"R{n}{right[:n]}" for n in (1, 2, 3)),
        f"LR{left[-1:]}{right[:1]}",
        f"L2R1{left[-2:]}{right[:1]}",
        f"L1R2{left[-1:]}{right[:2]}",
        f"F{run[:1]}",
        f"n{min(offset, 40)}",
        *_words(offset, words),
        *_clauses(run, offset),
    ]


def _words(offset: int, words: WordEdges) -> list[str]:
    if offset not in words:
        return ["inside-word"]
    (left, left_tag), (right, right_tag) = words[offset]
    found = [
        f"LW{left}",
        f"RW{right}",
        f"LT{left_tag}",
        f"RT{right_tag}",
        f"T{left_tag}|{right_tag}",
        f"LTRW{left_tag}{right}",
        f"LWRT{left}{right_tag}",
    ]
    if further := words.get(offset + len(right)):
        found += [f"RTT{right_tag}{further[1][1]}", f"RTW{right_tag}{further[1][0]}"]
    if earlier := words.get(offset - len(left)):
        found += [f"LTT{earlier[0][1]}{left_tag}", f"LTTR{earlier[0][1]}{left_tag}{right_tag}"]
    return found


def _clauses(run: str, offset: int) -> list[str]:
    lengths = [len(clause) for clause in _COMMA.split(run[:offset])]
    stop = _STOP.search(run, offset)
    rest = (stop.start() if stop else len(run)) - offset
    number = min(len(lengths), 4)
    found = [f"clauses{number}", f"last{min(lengths[-1], 15)}", f"rest{min(rest, 15)}"]
    if len(lengths) > 1:
        found.append(f"difference{max(-6, min(6, lengths[-1] - lengths[-2]))}")
    mark = run[offset : offset + 1]
    found.append(f"mark{mark if mark in '。,、:;' else '_'}{min(number, 3)}")
    return found
