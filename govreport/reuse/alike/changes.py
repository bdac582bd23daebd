"""What kind of change it is where two texts differ: a figure, a name, or other words.

>>> kind_of_change("214", "187", "培训", ("人", "人")), kind_of_change("库山", "小禾", "在", ("村", "村"))
('figure', 'name')
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from govreport.text.lexicon import load_table

__all__ = ["is_name", "kind_of_change", "patterns"]


def kind_of_change(old: str, new: str, before: str, behind: tuple[str, str]) -> str | None:
    """Return ``figure``, ``name`` or ``wording``; None where it is the number of an item.

    ``before`` is what stands right before it in both texts, ``behind`` what follows in each. All of these
    are folded: Simplified, half-width, without marks.
    """
    figure = patterns("figure")
    if all(figure["only"].fullmatch(side) for side in (old, new)) and any(
        figure["some"].search(side) for side in (old, new)
    ):
        return None if all(figure["ordinal"].match(side) for side in behind) else "figure"
    if max(len(old), len(new)) > load_table("reuse")["name"]["longest"] or not (old and new):
        return "wording"
    return "name" if is_name(old, new, before, behind) else "wording"


def is_name(old: str, new: str, before: str, behind: tuple[str, str]) -> bool:
    """Whether one name stands for another; the arguments are those of ``kind_of_change``."""
    name = patterns("name")
    if name["mask"].search(old) or name["mask"].search(new):
        return True
    stands = (
        all(name["suffix"].match(side) for side in behind)
        or (name["end"].search(old) and name["end"].search(new))
        or all(_is_person(side, before, rest) for side, rest in zip((old, new), behind, strict=True))
    )
    return bool(stands) and not any(
        name["common"].fullmatch(side) or name["counted"].match(side) for side in (old, new)
    )


def _is_person(side: str, before: str, behind: str) -> bool:
    surnames = load_table("reuse")["name"]["surnames"]
    own = 2 <= len(side) <= 3 and side[0] in surnames
    given = len(side) <= 2 and before[-1:] != "" and before[-1] in surnames
    return (own and len(side) == 3) or ((own or given) and bool(patterns("name")["post"].match(behind)))


@cache
def patterns(table: str) -> dict[str, Any]:
    """Return the compiled patterns of a table of data/reuse.toml."""
    values = load_table("reuse")[table]
    found = {key: re.compile(value) for key, value in values.items() if isinstance(value, str)}
    if "suffix" in values:
        found["end"] = re.compile(f"(?:{values['suffix']}|{values['end']})$")
    return found
