"""What a statement cites: laws and rules, and documents of policy.

>>> [(name, start, end) for name, start, end, _ in references("落实《妇联执委履职细则》", 0, 12, 2020)]
[('policy_reference', 2, 12)]
>>> [(name, start, end) for name, start, end, _ in references("落实《海州市养犬管理办法》", 0, 13, 2020)]
[('legal_reference', 2, 13)]
"""

from __future__ import annotations

from collections.abc import Iterator

from govreport.extract.cues import cue, matches_of
from govreport.model import CitedLaw
from govreport.text.laws import FoundLaw, cited_laws

__all__ = ["references"]

# The verb that issues a document stands right before it.
_NEAR = 8


def references(
    text: str, start: int, end: int, year: int | None
) -> Iterator[tuple[str, int, int, CitedLaw | None]]:
    """Yield slot, place and value of what is cited in ``[start, end)``; ``year`` tells what is in force."""
    legal = {one.start: one for one in cited_laws(text, start, end) if not _is_document(text, start, one)}
    for cited in legal.values():
        in_force = None if cited.law is None or year is None else cited.law.in_force(year)
        value = CitedLaw(cited.law.short if cited.law else None, in_force)
        yield "legal_reference", cited.start, cited.end, value
    for match in matches_of(text, start, end, "slot", "policy"):
        if match.start() not in legal:
            yield "policy_reference", *match.span(), None


def _is_document(text: str, begin: int, cited: FoundLaw) -> bool:
    """Rules that the unit issues, or that no city or county has made, are documents and no law."""
    if cited.law is not None or not cue("document").search(text, cited.start, cited.end):
        return False
    issued = cue("issues").search(text[max(begin, cited.start - _NEAR) : cited.start]) is not None
    return issued or not cue("local_law").match(text, cited.start, cited.end)
