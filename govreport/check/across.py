"""What only several reports together show: passages that stand elsewhere, and names that belong there.

It says what is equal and which text is the earlier one where dates tell, never who copied.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from govreport.check.context import Draft, pattern
from govreport.check.drafts import flags_of
from govreport.check.foreign import ForeignNames
from govreport.check.order import check_order
from govreport.check.settings import Settings, shipped
from govreport.model import Evidence, Findings, Flag, Match, Submission
from govreport.text.quantities import quantities
from govreport.text.script import to_simplified

__all__ = ["check_across"]

_CODES = {"own-earlier": "own-earlier-reused", "other-unit": "copied-passage", "same-batch": "copied-passage"}
# How much of the shorter of two passages must overlap for one finding to tell of both.
_SAME = 0.5
_MOST_PLACES = 5
# So many passages of two reports that are somewhat alike bear each other out.
_MANY = 4


def check_across(
    findings: Sequence[Findings],
    matches: Iterable[Match],
    submissions: Mapping[str, Submission],
    settings: Settings | None = None,
) -> dict[str, tuple[Flag, ...]]:
    """Return the flags of each report by its document's id; ``submissions`` are all that matches name."""
    settings = settings or shipped()
    copied = [match for match in matches if match.label == "copied" and match.relation in _CODES]
    enough = [m for m in copied if _is_enough(m, settings) and not _is_formula(m, submissions, settings)]
    told = _by_document(_borne_out(enough, settings), submissions)
    others = _by_document((match for match in copied if match.relation != "own-earlier"), submissions)
    foreign = ForeignNames(submissions)
    flags = {}
    for one in findings:
        id = one.document.id
        if id in told or id in others:
            drafts = _drafts(one, told.get(id, []), submissions, foreign)
            ordered = check_order(others.get(id, []), submissions)
            flags[id] = flags_of(one.text, chain(drafts, ordered), settings=settings)
    return flags


def _by_document(matches: Iterable[Match], submissions: Mapping[str, Submission]) -> dict[str, list[Match]]:
    """Return the matches by the later document; where no date tells, by both, turned for the other."""
    found: dict[str, list[Match]] = {}
    for match in matches:
        found.setdefault(match.right.document_id, []).append(match)
        if _is_undated(match, submissions):
            found.setdefault(match.left.document_id, []).append(match.turned)
    return found


def _is_enough(match: Match, settings: Settings) -> bool:
    code = _CODES[match.relation]
    shorter = min(match.left.span.length, match.right.span.length)
    return shorter >= settings.limit(code, "shortest") and match.similarity >= settings.limit(
        code, "similarity"
    )


def _is_formula(match: Match, submissions: Mapping[str, Submission], settings: Settings) -> bool:
    """Whether too little is left without what every report opens, thanks and closes with."""
    words = to_simplified(match.right.span.of(submissions[match.right.document_id].text))
    own = [one for one in re.split("[。!！\n]", words) if not pattern("formulas", "sentence").search(one)]
    kept = sum(len(re.sub(r"\s", "", one)) for one in own)
    return kept < settings.limit(_CODES[match.relation], "shortest") and kept < len(words)


def _borne_out(matches: list[Match], settings: Settings) -> Iterator[Match]:
    """Leave out passages that are only somewhat alike where two units' reports share nothing else.

    Two who tell of the same work use like words; one who rewords another's report leaves some of it as it
    was, or rewords much of it.
    """
    alone = settings.limit("copied-passage", "alone")
    pairs: defaultdict[frozenset[str], list[float]] = defaultdict(list)
    for match in matches:
        pairs[frozenset(match.documents)].append(match.similarity)
    for match in matches:
        shared = pairs[frozenset(match.documents)]
        is_own = _CODES[match.relation] == "own-earlier-reused"
        if is_own or max(shared) >= alone or len(shared) >= _MANY:
            yield match


def _drafts(
    findings: Findings, matches: list[Match], submissions: Mapping[str, Submission], foreign: ForeignNames
) -> Iterator[Draft]:
    for same in _together(matches):
        yield _reused(findings, same, submissions)
    told = set()
    for match in matches:
        if match.relation != "own-earlier":
            for span, name in foreign.of(match):
                if span not in told:
                    told.add(span)
                    elsewhere = (Evidence(*match.left),)
                    yield Draft("foreign-name", (span,), {"name": name}, elsewhere=elsewhere)


def _is_undated(match: Match, submissions: Mapping[str, Submission]) -> bool:
    """Whether nothing tells which text was first: then both are told of it."""
    one, other = (submissions[document] for document in match.documents)
    return match.relation == "same-batch" and not one.is_told_from(other)


def _together(matches: list[Match]) -> Iterator[list[Match]]:
    """Put matches of one passage together: it may stand in many submissions."""
    together: list[Match] = []
    for match in sorted(matches, key=lambda match: (_CODES[match.relation], match.right.span)):
        last = together[-1] if together else None
        if last and not _is_same(last, match):
            yield together
            together = []
        together.append(match)
    if together:
        yield together


def _is_same(one: Match, other: Match) -> bool:
    shorter = min(one.right.span.length, other.right.span.length)
    same_code = _CODES[one.relation] == _CODES[other.relation]
    return same_code and one.right.span.overlap(other.right.span) >= _SAME * shorter


def _reused(findings: Findings, same: list[Match], submissions: Mapping[str, Submission]) -> Draft:
    """Tell of the longest of the matches of one passage, with the places where it also stands."""
    first = max(same, key=lambda match: (match.right.span.length, match.similarity))
    places = list(dict.fromkeys(Evidence(*match.left) for match in (first, *same)))
    source = submissions[first.left.document_id]
    params = {
        "document": source.unit or source.id,
        "year": source.year or "?",
        "characters": first.right.span.length,
        "similarity": round(100 * first.similarity),
        "changes": len(first.changes),
        "documents": len({place.document_id for place in places}),
    }
    code = _CODES[first.relation]
    known = source.year is not None and not _is_undated(first, submissions)
    message = f"{code}-{first.kind}" + ("" if known else "-undated")
    severity = "info" if code == "own-earlier-reused" and not _dated(findings, first) else "warning"
    return Draft(code, (first.right.span,), params, severity, message, tuple(places[:_MOST_PLACES]))


def _dated(findings: Findings, match: Match) -> bool:
    """Whether figures of an earlier year stand again as they were: then it is more than a way of writing."""
    span = findings.text.normalized(match.right.span)
    return match.kind == "exact" and len(list(quantities(findings.text.text, span.start, span.end))) > 1
