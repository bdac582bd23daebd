"""What can go wrong for a user, each with a code, the file it concerns and what to do about it.

A message says what was given, what was wanted and what to do. Nothing else in govreport is raised on
purpose: doubt about a text is a value (a probability, a Diagnostic), never an exception.

>>> str(InputError("empty-file", "it holds no text", path="a.txt", hint="check the export"))
'a.txt: it holds no text; check the export'
"""

from __future__ import annotations

import os


class GovreportError(Exception):
    """Base of all errors that govreport raises on purpose.

    Attributes: ``code`` (a stable word for programs), ``path`` (the file concerned, or None),
    ``reason`` (what was given and what was wanted) and ``hint`` (what to do).
    """

    exit_status = 2

    def __init__(
        self, code: str, reason: str, *, path: str | os.PathLike[str] | None = None, hint: str = ""
    ) -> None:
        self.code = code
        self.path = None if path is None else os.fspath(path)
        self.reason = reason
        self.hint = hint
        super().__init__(self._message())

    def _message(self) -> str:
        where = f"{self.path}: " if self.path else ""
        what_to_do = f"; {self.hint}" if self.hint else ""
        return f"{where}{self.reason}{what_to_do}"


class InputError(GovreportError):
    """A file that was submitted can't be read as a report; the batch goes on without it (status 3)."""

    exit_status = 3


class UsageError(GovreportError):
    """A wrong call: an unknown option value, taxonomy or table name, or nothing to read (status 2)."""

    exit_status = 2


class OutputError(GovreportError):
    """The place where results should go can't be used (status 4)."""

    exit_status = 4
