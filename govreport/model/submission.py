"""A text with what is known of who submitted it and when.

>>> first = Submission("a", "", unit="石桥镇妇联", year=2019, date="2020-01-05")
>>> second = Submission("b", "", unit="石桥镇妇联", year=2019, date="2020-02-01")
>>> first.is_told_from(second), first.moment < second.moment
(True, True)
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Submission"]


@dataclass(frozen=True, slots=True)
class Submission:
    """A text with what is known of who submitted it and when: what reports are compared by.

    ``role`` is ``batch``, ``history`` (earlier submissions) or ``reference`` (what anyone may take up).
    """

    id: str
    text: str
    unit: str | None = None
    year: int | None = None
    date: str | None = None
    role: str = "batch"

    @property
    def time(self) -> str:
        """Its year, then its day: "" for references, which are first; what has neither is last."""
        if self.role == "reference":
            return ""
        year = str(self.year or (self.date or "9999")[:4])
        # A report on 2019 that is handed in in 2020 is earlier than one on 2020.
        return f"{year} {self.date}" if self.date else year

    @property
    def moment(self) -> tuple[str, str]:
        """What submissions are put in order of time by."""
        return self.time, self.id

    @property
    def version(self) -> tuple[str, bool, str]:
        """What versions of one report are put in order by: with no day, the history's was first."""
        return self.time, self.role != "history", self.id

    def is_told_from(self, other: Submission) -> bool:
        """Whether years or days tell which of two was first; a day counts only where both have one."""
        if "reference" in (self.role, other.role):
            return self.role != other.role
        if None not in (self.year, other.year) and self.year != other.year:
            return True
        return None not in (self.date, other.date) and self.date != other.date
