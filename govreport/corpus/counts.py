"""What a corpus holds, counted by every axis: the table of its data sheet.

>>> print(counts_table([]).splitlines()[0])
| axis | value | reports | characters |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from govreport.corpus.items import CorpusItem
from govreport.corpus.relations import copy_relations, innocent_pairs

__all__ = ["counts_table"]

_AXES: dict[str, Callable[[CorpusItem], list[str]]] = {
    "all": lambda item: ["all"],
    "split": lambda item: [item.split],
    "federation": lambda item: [str(item.meta.get("federation", "unknown"))],
    "level": lambda item: [str(item.meta.get("level", "unknown"))],
    "genre": lambda item: [str(item.meta.get("genre", "unknown"))],
    "script": lambda item: [str(item.meta.get("script", "unknown"))],
    "year": lambda item: [str(item.meta.get("year", "unknown"))],
    "fused": lambda item: ["yes" if item.meta.get("fused") else "no"],
    "noise": lambda item: list(item.meta.get("noise", ())) or ["clean"],
    "annotator": lambda item: [str(item.meta.get("annotator", "unknown"))],
}


def counts_table(items: Iterable[CorpusItem]) -> str:
    """Return two tables in Markdown: reports and characters by axis, and what the gold marks."""
    kept = list(items)
    lines = ["| axis | value | reports | characters |", "|---|---|---|---|"]
    for axis, values in _AXES.items():
        reports: Counter[str] = Counter()
        characters: Counter[str] = Counter()
        for item in kept:
            reports.update(values(item))
            characters.update(dict.fromkeys(values(item), len(item.document.text)))
        lines += [f"| {axis} | {v} | {reports[v]} | {characters[v]} |" for v in sorted(reports)]
    lines += ["", "| gold | number |", "|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {number} |" for name, number in _marked(kept).items())])


def _marked(items: list[CorpusItem]) -> dict[str, int]:
    golds = [item.gold for item in items]
    sections = [s for gold in golds for s in gold.sections]
    statements = [s for gold in golds for s in gold.statements]
    flags = Counter(flag.code for gold in golds for flag in gold.flags)
    kinds = Counter(statement.kind for statement in statements)
    return {
        "sections": sum(not section.inline for section in sections),
        "inline items": sum(section.inline for section in sections),
        "statements": len(statements),
        **{f"statements: {kind}": number for kind, number in sorted(kinds.items())},
        "slots": sum(len(values) for s in statements for values in s.slots.values()),
        "duplicate blocks": sum(len(gold.duplicates) for gold in golds),
        "copy relations across reports": len(copy_relations(items)),
        "innocent pairs across reports": len(innocent_pairs(items)),
        "look-alikes": sum(len(item.look_alikes) for item in items),
        **{f"flag: {code}": number for code, number in sorted(flags.items())},
    }
