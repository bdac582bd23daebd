"""The columns of the rows that areas are weighed by, and what holds such rows.

The numbers say how an area stands in the words, in the heading, in the sections around and in the
neighbours, not which area it is; so weights that were learned on one taxonomy serve any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["NONE", "SECTION_FEATURES", "STATEMENT_FEATURES", "WORD_FEATURES", "Evidence"]

NONE = "none"
"""The row of no area at all."""

SECTION_FEATURES = (
    "heading",
    "share-of-heading",
    "body",
    "both",
    "most-in-heading",
    "most-in-body",
    "opens-heading",
    "opens-body",
    "outer-headings",
    "share-of-body",
    "share-of-statements",
    "scope-in-heading",
    "scope-in-body",
    "told",
    "told-first",
    "none-told",
    "none",
    "none-no-cue-in-heading",
    "none-no-cue-in-body",
    "none-scattered-body",
    "none-scattered-statements",
    "none-no-statement",
    "none-has-sections",
    "none-has-sections-no-cue-in-heading",
)
"""The columns of the rows of a section."""

STATEMENT_FEATURES = (
    "own",
    "share-of-own",
    "most-of-own",
    "heading",
    "section",
    "outer-section",
    "item",
    "before",
    "after",
    "around",
    "silent-section",
    "silent-before",
    "silent-after",
    "silent-around",
    "scope",
    "scope-in-heading",
    "none",
    "none-no-cue",
    "none-no-section",
    "none-section",
    "none-cues",
)
"""The columns of the rows of a statement."""

WORD_FEATURES = ("own", "share-of-own", "most-of-own", "scope", "none", "none-no-cue", "none-cues")
"""The columns of the rows of a statement that is read by itself."""


class Evidence(NamedTuple):
    """The candidates, what each feature is for those for which it is not 0, and names to go by.

    Names are those that any of the candidates may have learned to go by; candidates that a feature tells of
    and that are none here do not count.
    """

    areas: tuple[str, ...]
    columns: tuple[Mapping[str, float], ...]
    names: tuple[str, ...]

    @property
    def rows(self) -> tuple[tuple[float, ...], ...]:
        """A row of features for each candidate."""
        return tuple(tuple(column.get(area, 0.0) for column in self.columns) for area in self.areas)

    @property
    def speaks(self) -> bool:
        """Whether anything at all speaks for any area."""
        known = {*self.areas[:-1]}
        return any(value and area in known for column in self.columns for area, value in column.items())
