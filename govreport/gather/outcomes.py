"""The outcome of a file that was read, and the one line for a file that was not."""

from __future__ import annotations

from pathlib import PurePath

from govreport.engines.isolated import Answer
from govreport.errors import as_utf8, shown
from govreport.gather.listing import Input
from govreport.model import Outcome
from govreport.report import Report

__all__ = ["failed", "read_outcome"]

_BUG = "govreport failed on it ({reason}); please report this with the file"
_LOST = {
    "timeout": "took too long to read or analyze, twice; split it, or give --seconds-per-file",
    "out-of-memory": "took too much memory to read or analyze, twice; split it, or give --memory-per-file",
    "too-much-output": "has more in it than can be handed over; split it",
    "crashed": "ended the process that read it, each time; it is damaged or made to do harm, save it anew",
}
# What a name tells besides what its content does.
_BAD_NAME = "bad-name"


def read_outcome(one: Input, report: Report) -> Outcome:
    """Return the outcome of a file that was read: with a warning where there is something to know of it."""
    known = report.document.provenance
    warnings = [*known.warnings, *_of_name(one)]
    told = ("warning", " ".join(warnings)) if warnings else ("ok", None)
    rest = (known.size, known.sha256, known.encoding, len(report.document.text), known.replacements)
    return Outcome.of(one.path, one.id, *told, None, *rest)


def failed(one: Input, answer: Answer) -> Outcome:
    """Return the outcome of a file that could not be read, with a message of one line."""
    code, reason = answer.code or answer.status, answer.reason
    if answer.status == "refused":
        reason = f"{reason}; {answer.hint}" if answer.hint else reason
    elif answer.status == "failed":
        code, reason = "internal-error", _BUG.format(reason=reason)
    else:
        reason = _LOST[answer.status]
    message = shown(f"{shown(one.path)}: {reason}")
    return Outcome.of(one.path, one.id, "error", code, message)


def _of_name(one: Input) -> list[str]:
    return (
        [_BAD_NAME]
        if any("\ud800" <= character <= "\udfff" for character in as_utf8(PurePath(one.path).name))
        else []
    )
