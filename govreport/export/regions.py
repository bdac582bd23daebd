"""How regions stand: one row for each level, parent and year, with what is expected and what came.

Shares are those of all characters together: a long report counts for more than a short one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from govreport.export.vague import Vague
from govreport.model import STATES, Desk, Ratio, Standing

__all__ = ["REGION_COLUMNS", "region_rows"]

_STATES = " ".join(f"{state.replace('-', '_')}:integer" for state in STATES)
REGION_COLUMNS = (
    f"level:text parent:text year:integer expected:integer {_STATES} "
    "reports:integer characters:integer copied:number commitments:integer vague_rate:number"
)
_Key = tuple[str | None, str | None, int | None]


def region_rows(
    desk: Desk, ratios: Mapping[str, Ratio], vague: Mapping[str, Vague]
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows; a report on another year than the one expected counts for its own."""
    expected: defaultdict[_Key, list[Standing]] = defaultdict(list)
    documents: defaultdict[_Key, list[str]] = defaultdict(list)
    for one in desk.standings:
        expected[one.unit.level, one.unit.parent, one.wanted].append(one)
        if one.counted:
            documents[one.unit.level, one.unit.parent, one.year].append(one.counted)
    for key in sorted({*expected, *documents}, key=lambda key: tuple(str(part or "") for part in key)):
        states = Counter(one.state for one in expected[key])
        counts = (states[state] for state in STATES)
        yield *key, len(expected[key]), *counts, *_shares(documents[key], ratios, vague)


def _shares(documents: list[str], ratios: Mapping[str, Ratio], vague: Mapping[str, Vague]) -> tuple[Any, ...]:
    known = [ratios[id] for id in documents if id in ratios]
    characters = sum(ratio.characters for ratio in known)
    copied = sum(ratio.copied * ratio.characters for ratio in known)
    counts = [vague[id] for id in documents if id in vague]
    promised = Vague(sum(one.all for one in counts), sum(one.vague for one in counts))
    share = copied / characters if characters else None
    return len(documents), characters, share, promised.all, promised.rate
