"""What the manifest asks of evasions: the copied share found, no more than was copied, tricks told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import govreport as gr

__all__ = ["TRICKS", "deviations"]

# By what a text is told to be made so that a copy is not found: warnings of the reader, and flags.
TRICKS = {"invisible-characters", "turned-text", "hidden-text", "disguise", "no-punctuation"}
# The share that a mere set phrase may have.
_LEAST = 1


def deviations(folder: Path, listed: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield each file that is not handled as wanted: compared with the base alone, as a batch of two."""
    for file in listed:
        base, path = folder / (file["checks"].get("dup_of") or "txt/base.txt"), folder / file["path"]
        found = gr.audit([base, path], progress=False, jobs=1)
        row = next(one for one in found.outcomes if Path(one.path).name == path.name)
        if row.status not in ("ok", "warning"):
            yield file["path"], f"{row.status} {row.code}"
            continue
        checks = file["checks"]
        share, wanted = shared(found, path.name), checks.get("min_dup", 0.0)
        if share < wanted:
            yield file["path"], f"{share:.2f} of it found in the base, wanted {wanted}"
        elif share > checks.get("max_dup", 1.0):
            yield file["path"], f"{share:.2f} of it told to be copied, wanted {checks['max_dup']} at most"
        elif len(found.matches) > checks.get("max_pairs", len(found.matches)):
            yield file["path"], f"{len(found.matches)} passages, wanted {checks['max_pairs']} at most"
        elif file["accept"] == ["ok-with-warning"] and not told(found, path.name):
            yield file["path"], "nothing told"


def shared(found: gr.Audit, name: str) -> float:
    """Return which share of the characters of a file stands in passages that it shares with another one."""
    report = next(one for one in found.reports if Path(one.document.id).name == name)
    text, marked = report.document.text, set()
    for match in found.matches:
        if match.label == "set-phrase":
            continue
        for id, span in (match.left, match.right):
            if id == report.document.id:
                marked.update(range(span.start, span.end))
    counted = [place for place, character in enumerate(text) if not character.isspace()]
    return sum(place in marked for place in counted) / max(_LEAST, len(counted))


def told(found: gr.Audit, name: str) -> set[str]:
    """Return the warnings and flags of a file."""
    report = next(one for one in found.reports if Path(one.document.id).name == name)
    flags = {flag.code for flag in report.flags if flag.evidence[0].document_id == report.document.id}
    return {*report.document.provenance.warnings, *flags}
