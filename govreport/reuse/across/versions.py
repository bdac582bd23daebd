"""Which reports were handed in again, and which version was there right before.

>>> from govreport.model import Place, Span
>>> days = {id: Submission(id, "", year=2019, date=f"2020-01-0{id}") for id in "123"}
>>> def again(one, other):
...     left, right = Place(one, Span(0, 9)), Place(other, Span(0, 9))
...     return Match(left, right, 1.0, "exact", (), (), "revision", "copied")
>>> list(handed_in_again([again("1", "3"), again("1", "2"), again("2", "3")], days))
[('1', '2'), ('2', '3')]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from govreport.model import Match, Submission

__all__ = ["handed_in_again"]


def handed_in_again(matches: Iterable[Match], known: Mapping[str, Submission]) -> Iterator[tuple[str, str]]:
    """Yield the ids of a version and of the one that came next."""
    versions: defaultdict[str, set[str]] = defaultdict(set)
    for match in matches:
        if match.relation == "revision":
            first, second = sorted(match.documents, key=lambda id: known[id].version)
            versions[second].add(first)
    for later, those in sorted(versions.items()):
        yield max(those, key=lambda id: known[id].version), later
