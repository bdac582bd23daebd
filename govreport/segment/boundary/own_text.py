"""What the report itself tells of a cut: whether the strings beside it end and begin clauses elsewhere in it.

>>> own = OwnText.counted("镇妇联举办培训。镇妇联走访慰问。夯实组织基础。")
>>> own.row("夯实组织基础", "镇妇联")[4] > own.row("夯实组织", "基础镇")[4]
True
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

_LENGTHS = (2, 3, 4)
_HALF = 0.5
_MARKS = re.compile(r"[,。;:!?\n、”》)“‘《(]+")
# A book of millions of characters says no more about its headings than its first part does.
_MOST = 300_000


@dataclass(frozen=True)
class OwnText:
    """Counts of strings of 2 to 4 characters in one report: all of them, at clause ends, at clause starts."""

    inside: Counter[str]
    ends: Counter[str]
    starts: Counter[str]

    @classmethod
    def counted(cls, text: str) -> OwnText:
        """Count a report."""
        inside, ends, starts = Counter[str](), Counter[str](), Counter[str]()
        for clause in map(str.strip, _MARKS.split(text[:_MOST])):
            for n in _LENGTHS:
                inside.update(clause[i : i + n] for i in range(len(clause) - n + 1))
                if len(clause) >= n:
                    ends[clause[-n:]] += 1
                    starts[clause[:n]] += 1
        return cls(inside, ends, starts)

    def row(self, before: str, after: str) -> list[float]:
        """Return 12 numbers; the run itself is one occurrence and does not count."""
        crossing = (before[-2:] + after[:2], before[-2:] + after[:1], before[-1:] + after[:2])
        values = [math.log1p(max(0, self.inside[string] - 1)) for string in crossing]
        for n in _LENGTHS:
            values.append(self._odds(self.ends, before[-n:]))
            values.append(self._odds(self.starts, after[:n]))
            values.append(math.log1p(self.starts[after[:n]]))
        return values

    def _odds(self, edge: Counter[str], string: str) -> float:
        at_edge = edge[string]
        return math.log((at_edge + _HALF) / (max(0, self.inside[string] - at_edge) + _HALF))
