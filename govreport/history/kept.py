"""What is asked of a history, wherever it lies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from types import TracebackType
from typing import Any, NamedTuple, Protocol

from govreport.history.question import Answer, Question
from govreport.model import Submission

__all__ = ["Entry", "Kept"]


class Entry(NamedTuple):
    """One earlier submission without its text; ``sha256`` is that of the text in UTF-8."""

    sha256: str
    id: str
    unit: str | None
    year: int | None
    date: str | None
    characters: int


class Kept(Protocol):
    """Earlier submissions; use it as a context manager."""

    def __enter__(self) -> Any:
        """Open it."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        ...

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def add(self, submissions: Iterable[Submission]) -> int:
        """Add what is not there yet; return how many were new."""
        ...

    def entries(self) -> Iterator[Entry]:
        """Yield what is there, without the texts."""
        ...

    def submissions_by_hash(self) -> Iterator[tuple[str, Submission]]:
        """Yield the hash of each text with its submission."""
        ...

    def ask(self, question: Question, memory: int | None = None) -> Answer:
        """Return what submissions share with each other and with the history."""
        ...

    def with_text(self, digests: Collection[str]) -> list[tuple[str, str]]:
        """Return id and hash of the submissions whose text has one of these hashes."""
        ...
