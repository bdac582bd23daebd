"""What is decided of one run: where its heading ends, how sure that is, and what else might be."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Boundary"]


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where the heading of a run ends (normalized offset; None: no heading), and the next best ends.

    ``probability`` is lowered by the doubts about the other headings of its list.
    """

    end: int | None
    probability: float
    alternatives: tuple[tuple[int, float], ...]
