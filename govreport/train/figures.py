"""Counts of reports whose texts are not ours to keep: figures that stand in for them.

A folder of figures has, for each collection, NAME.json (how often strings of up to five characters end and
begin headings, clauses and sentences, for heading borders) and NAME.npy (how many submitters have a shingle,
for what everyone writes). The first says where they were counted. Added to what is counted of the texts at
hand they make the same sums as the texts would.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govreport.segment.boundary.tables import Tables

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

__all__ = [
    "SHINGLE_LEAST",
    "check_apart",
    "figures_beside",
    "names_of_figures",
    "shared_part",
    "shingle_figures",
    "table_figures",
    "taught_weights",
    "write_shingles",
    "write_tables",
]

# By size, from how many submitters on a shingle is worth its place.
SHINGLE_LEAST = {2: 4, 4: 5, 8: 2}


def figures_beside(corpus: str | Path | None) -> Path | None:
    """Return the folder ``figures`` beside a folder of reports, None where there is none."""
    folder = Path(corpus).parent / "figures" if corpus else None
    return folder if folder is not None and folder.is_dir() else None


def names_of_figures(folder: Path | None) -> list[str]:
    """Return the names of the collections whose figures stand in a folder."""
    return sorted(path.stem for path in folder.glob("*.json")) if folder else []


def check_apart(folder: Path | None, documents: Iterable[str]) -> None:
    """Raise ValueError where a report that is at hand is in the figures too: it would count twice."""
    for name in names_of_figures(folder):
        assert folder is not None
        provenance = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["provenance"]
        both = sorted(set(documents) & set(provenance["names"].split(", ")))
        if both:
            raise ValueError(
                f"{both[0]}.txt is counted in the figures {folder / name}.json too: leave one of them out"
            )


def table_figures(folder: Path | None) -> list[Tables]:
    """Return the counts of strings of each collection, sorted by name."""
    found = []
    for name in names_of_figures(folder):
        assert folder is not None
        stored = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        found.append(Tables(**{table: stored["tables"][table] for table in Tables.names()}))
    return found


def taught_weights(folder: Path | None) -> dict[str, Any]:
    """Return what the first collection taught of each stage's weights; {} where there is none."""
    for name in names_of_figures(folder):
        assert folder is not None
        weights: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["weights"]
        return weights
    return {}


def shingle_figures(folder: Path | None) -> list[Array]:
    """Return hash, size and submitters of shingles for each collection; hash 0 has how many there are."""
    import numpy as np

    if folder is None:
        return []
    return [np.load(path, allow_pickle=False) for path in sorted(folder.glob("*.npy"))]


def shared_part(counts: Tables, kept: Tables) -> Tables:
    """Return the counts of those strings alone that ``kept`` has too: of the others nothing is ever asked."""
    parts = {}
    for name in Tables.names():
        own, those = getattr(counts, name), getattr(kept, name)
        parts[name] = {gram: own[gram] for gram in sorted(own) if gram in those}
    return Tables(**parts)


def write_shingles(
    own: Mapping[tuple[int, int], int], submitters: int, all_of: Mapping[tuple[int, int], int], output: Path
) -> int:
    """Write how many submitters of a collection have each shingle; return how many shingles.

    ``own`` and ``all_of`` count users by a shingle's size and hash; what too few have in all is left out.
    """
    import numpy as np

    row = np.dtype([("hash", "<u8"), ("size", "u1"), ("count", "<u2")])
    kept = sorted(
        (h, size, n) for (size, h), n in own.items() if h and all_of[size, h] >= SHINGLE_LEAST[size]
    )
    np.save(output, np.array([(0, 0, submitters), *kept], dtype=row), allow_pickle=False)
    return len(kept)


def write_tables(
    tables: Tables, weights: Mapping[str, Any], output: Path, provenance: Mapping[str, str]
) -> None:
    """Write counts of strings, and what was taught, with their provenance: the same bytes each time."""
    stored = {
        "provenance": dict(provenance),
        "weights": dict(weights),
        "tables": {name: getattr(tables, name) for name in Tables.names()},
    }
    text = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
    output.write_text(text + "\n", encoding="utf-8")
