"""What can go wrong for a user, each with a code, the file it concerns and what to do about it.

A message says what was given, what was wanted and what to do. Nothing else in govreport is raised on
purpose: doubt about a text is a value (a probability, a Diagnostic), never an exception.

>>> str(InputError("empty-file", "it holds no text", path="a.txt", hint="check the export"))
'a.txt: it holds no text; check the export'
"""

from __future__ import annotations

import os
import re

# What breaks a line, turns it around or drives a terminal; half characters have no form in UTF-8.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def as_utf8(path: str | os.PathLike[str]) -> str:
    """Return a path with its bytes taken for UTF-8, whatever the locale says: the same name everywhere."""
    return os.fsencode(path).decode("utf-8", "surrogateescape")


def shown(text: str | os.PathLike[str]) -> str:
    """Return a name or a text as one line that is safe to print: what is not printable is escaped.

    >>> shown("a\\x1b[31m\\n.txt"), shown(os.fsdecode(b"\\xb9\\xba.txt"))
    ('a\\\\x1b[31m\\\\x0a.txt', '\\\\xb9\\\\xba.txt')
    """
    return _UNPRINTABLE.sub(_escaped, os.fspath(text))


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    if 0xDC80 <= code <= 0xDCFF:  # A byte of a name that is no UTF-8.
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


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
        return shown(f"{where}{self.reason}{what_to_do}")


class InputError(GovreportError):
    """A file that was submitted can't be read as a report; the batch goes on without it (status 3)."""

    exit_status = 3


class UsageError(GovreportError):
    """A wrong call: an unknown option value, taxonomy or table name, or nothing to read (status 2)."""

    exit_status = 2


class OutputError(GovreportError):
    """The place where results should go can't be used (status 4)."""

    exit_status = 4
