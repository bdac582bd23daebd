"""What became of each file that was found: read, with warnings or without, not to be read, or skipped.

>>> Failure("in/a.pdf", "unknown-format", "in/a.pdf: can't be read").without_path
Failure(path='a.pdf', code='unknown-format', message="a.pdf: can't be read", id='a.pdf')
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import PurePath
from typing import Any, NamedTuple

from govreport.errors import as_utf8, shown

__all__ = ["Failure", "Outcome"]

_UNREAD = ("error", "skipped")


class Failure(NamedTuple):
    """A file that could not be read: its path, a stable code and the message for the user.

    ``id`` is what the document would have been called, as it stands in what is saved.
    """

    path: str
    code: str
    message: str
    id: str = ""

    @property
    def without_path(self) -> Failure:
        """The same as it may be passed on: it does not tell where the file lies."""
        name = _name(self.path, self.id)
        return Failure(name, self.code, self.message.replace(self.path, name), name)


class Outcome(NamedTuple):
    """What became of one file that was found: each has exactly one, or one for each report that it holds.

    ``status`` is ``ok``, ``warning``, ``error`` or ``skipped``; ``code`` and ``message`` tell why, several
    warnings with spaces between. ``path`` is as it can be printed; where that is not the name itself,
    ``path_base64`` has its bytes. ``replacements`` are bytes that no encoding could explain.
    """

    document_id: str
    path: str
    path_base64: str | None
    status: str
    code: str | None = None
    message: str | None = None
    bytes: int | None = None
    sha256: str | None = None
    encoding: str | None = None
    characters: int | None = None
    replacements: int | None = None

    @classmethod
    def of(cls, path: str | os.PathLike[str], id: str, status: str, *rest: Any) -> Outcome:
        """Build an outcome; the path is made printable."""
        name, plain = as_utf8(path), shown(as_utf8(path))
        encoded = None if name == plain else b64encode(os.fsencode(path)).decode("ascii")
        return cls(shown(id) if status in _UNREAD else id, plain, encoded, status, *rest)

    @property
    def failure(self) -> Failure:
        """The same as a failure."""
        return Failure(self.path, self.code or "", self.message or "", self.document_id)

    @property
    def without_path(self) -> Outcome:
        """The same as it may be passed on: it does not tell where the file lies."""
        name = _name(self.path, self.document_id)
        message = self.message and self.message.replace(self.path, name)
        known = self.path_base64 and b64decode(self.path_base64).rpartition(b"/")[2]
        encoded = b64encode(known).decode("ascii") if known else None
        return self._replace(document_id=name, path=name, path_base64=encoded, message=message)

    def masked(self, swap: Callable[[str], str]) -> Outcome:
        """The same with what is to be masked in its id, path and message."""
        return self._replace(
            document_id=swap(self.document_id),
            path=swap(self.path),
            path_base64=None,
            message=self.message and swap(self.message),
        )


def _name(path: str, id: str) -> str:
    """Return what a file is called where nobody shall learn where it lies: its id, else its own name."""
    return id if id and id != path else PurePath(path).name
