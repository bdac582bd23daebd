"""Which cause decides each fused heading of a report: what the model says without one of them.

Run it from the top of a clone: ``python tests/benchmarks/heading_causes.py FILE``. For each heading that the
model decided it prints its end and probability, and what they become when a cause is taken away: where the
end moves, that cause decides it; where none moves it, the one is named that it is least sure without.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from unittest import mock

import govreport as gr
from govreport.model import NormalizedText
from govreport.normalize import normalize
from govreport.segment import segment
from govreport.segment.boundary.shipped import BoundaryModel, load_model

SEGMENTING = import_module("govreport.segment")
DECIDING = import_module("govreport.segment.boundary.decide")
# Columns of the first stage: 25 of tables and 6 of marks, 12 of the report's own strings, 6 sums of tables,
# 22 of shape, actors, frames and echoes, then words.
TABLES, OWN, SHAPE = (*range(25), *range(43, 49)), tuple(range(31, 43)), tuple(range(49, 71))
ACTORS, FRAMES, OPENINGS = (50, 51), (52, 53), (56, 57)


def without_first(columns: tuple[int, ...]) -> Callable[[BoundaryModel], BoundaryModel]:
    """Return a change that takes weights of the first stage away."""
    return lambda model: replace(
        model, first=[0.0 if place in columns else weight for place, weight in enumerate(model.first)]
    )


def without_joint(model: BoundaryModel) -> BoundaryModel:
    """Each heading for itself: the score of the first stage alone."""
    return replace(model, joint=[float(place == 0) for place in range(len(model.joint))])


CHANGES: dict[str, Callable[[BoundaryModel], BoundaryModel]] = {
    "tables of other reports": without_first(TABLES),
    "the report's own strings": without_first(OWN),
    "shape, actors, frames, echoes": without_first(SHAPE),
    "who acts": without_first(ACTORS),
    "frames (以…为…)": without_first(FRAMES),
    "how its sentences open": without_first(OPENINGS),
    "words and characters beside": lambda model: replace(model, names={}),
    "the other headings": without_joint,
}


def main() -> None:
    """Print one line for each heading, and below it one for each cause that moves its end."""
    text = normalize(gr.read(sys.argv[1]))
    with_all = borders(text)
    changed = {}
    for name, change in CHANGES.items():
        model = change(load_model())
        with mock.patch.object(DECIDING, "load_model", return_value=model):
            changed[name] = borders(text)
    with mock.patch.object(SEGMENTING, "unit_names", return_value=()):
        changed["the unit's own name opens a body"] = borders(text)
    for start, (heading, probability) in with_all.items():
        print(f"{heading}  {probability}")
        told = {name: found.get(start, ("", None)) for name, found in changed.items()}
        moved = {name: one for name, one in told.items() if one[0] != heading}
        least = min(told, key=lambda name: told[name][1] or 0.0)
        for name, (other, chance) in (moved or {least: told[least]}).items():
            print(f"    without {name}: {other}  {chance}")


def borders(text: NormalizedText) -> dict[int, tuple[str, float | None]]:
    """Return heading and probability by the start of the section, of those that the model decided."""
    return {
        section.span.start: (section.heading, section.heading_probability)
        for section in segment(text).sections
        if section.heading_probability is not None and not section.inline
    }


if __name__ == "__main__":
    main()
