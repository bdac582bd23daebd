"""The whole story: of one report from a file to what was found in it, and of many that are compared.

>>> from govreport.read import from_text
>>> analyze(from_text("一、加强学习\\n组织学习。")).sections[0].heading
'加强学习'
"""

from __future__ import annotations

import os
import warnings
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from govreport.check import (
    Rule,
    Settings,
    among_peers,
    check,
    check_across,
    check_kept,
    read_settings,
    revise,
    what_is_untold,
)
from govreport.classify import classify
from govreport.errors import UsageError
from govreport.export.follow_table import follow_table
from govreport.export.rows import Rows
from govreport.extract import extract
from govreport.follow import consecutive, doubts
from govreport.follow import follow_up as follow_findings
from govreport.model import (
    Comparison,
    Document,
    Findings,
    Flag,
    FollowUp,
    Match,
    NormalizedText,
    Revision,
    Submission,
    Taxonomy,
)
from govreport.normalize import NOT_ANALYZED, normalize
from govreport.read import read
from govreport.report import Report
from govreport.reuse import (
    find_duplicates,
    find_groups,
    find_matches,
    handed_in_again,
    ratios_of,
    without_doubles,
    without_references,
)
from govreport.segment import segment
from govreport.segment.reports import find_reports
from govreport.text.collector import collector_at_rest
from govreport.text.taxonomies import as_taxonomy

# The warning of a report that stands in a file with others.
SEVERAL = "several-reports"

__all__ = ["analyze", "analyze_each", "compare", "follow_up", "submission_of"]


Areas = Taxonomy | str | os.PathLike[str] | None
Rules = str | os.PathLike[str] | Settings | Sequence[Rule] | None


def analyze(
    source: str | os.PathLike[str] | Document,
    *,
    taxonomy: Areas = None,
    rules: Rules = None,
) -> Report:
    """Return the report that a file or a Document holds; a str is always a path.

    ``taxonomy`` is that of the federation that reports unless given (unknown: the Women's Federation's): one
    that was loaded, the id of one that is built in, or the path of a TOML file;
    ``rules`` is the path of a TOML file that switches rules off and sets thresholds (or those settings,
    read), or the rules themselves, ``govreport.check.RULES`` unless given.

    Raises InputError, with the file's name, where there is no text to read.
    """
    document = source if isinstance(source, Document) else read(source)
    return _analyzed(normalize(document), as_taxonomy(taxonomy), rules)


@collector_at_rest()
def _analyzed(text: NormalizedText, taxonomy: Taxonomy | None, rules: Rules) -> Report:
    duplicates = find_duplicates(text)
    outline = segment(text, duplicates)
    statements = extract(text, outline, duplicates)
    outline, statements = classify(text, outline, statements, taxonomy)
    chosen, settings = _rules(rules)
    flags = check(text, outline, duplicates, statements, chosen, settings=settings)
    return Report(Findings(text.document, text, outline, duplicates, statements, flags))


def analyze_each(
    source: str | os.PathLike[str] | Document,
    *,
    taxonomy: Areas = None,
    rules: Rules = None,
) -> tuple[Report, ...]:
    """Return every report that a file holds (篇一, 【第二篇】); several are named ``file#1``, ``file#2``.

    A batch reads its files so.

    Each has its part of the file as its document, so its spans are those of ``report.document.text``.
    Options and errors are those of ``analyze``.
    """
    document = source if isinstance(source, Document) else read(source)
    taxonomy = as_taxonomy(taxonomy)
    text = normalize(document)
    # What is longer than any report may be many; then all of it is looked through.
    is_long = NOT_ANALYZED in text.document.provenance.warnings
    every = normalize(document, whole=True) if is_long and len(find_reports(text.text)) > 1 else text
    starts = find_reports(every.text)
    if len(starts) == 1:
        return (_analyzed(text, taxonomy, rules),)
    cuts = [0, *(every.raw(start, start + 1).start for start in starts[1:]), len(document.text)]
    parts = (document.part(number, *edges) for number, edges in enumerate(pairwise(cuts), 1))
    return tuple(_analyzed(normalize(part.warned(SEVERAL)), taxonomy, rules) for part in parts)


def _rules(given: Rules) -> tuple[Sequence[Rule] | None, Settings | None]:
    if isinstance(given, str | os.PathLike):
        return None, read_settings(given)
    return (None, given) if isinstance(given, Settings) else (given, None)


def submission_of(report: Report) -> Submission:
    """Return what a report is compared by: its text, its unit and its year."""
    return Submission(report.document.id, report.document.text, report.unit, report.year)


def compare(
    reports: Sequence[Report],
    others: Iterable[Submission] = (),
    *,
    earlier: Sequence[Report] = (),
    submit: Callable[[Report], Submission] = submission_of,
    settings: Settings | None = None,
    find: Callable[..., Sequence[Match]] = find_matches,
    unread: Iterable[Submission] = (),
) -> tuple[tuple[Report, ...], Comparison]:
    """Compare reports with each other and with ``others``: earlier submissions and references.

    Return the reports with what was found added to their flags, and the comparison. ``earlier`` are reports
    of the history, whose commitments are followed up. ``submit`` tells by what a report is compared, ``find``
    is the search of an engine, ``settings`` are those of the rules. ``unread`` are submissions, without their
    texts, that ``find`` has searched as well.
    """
    batch = [submit(report) for report in reports]
    known = {submission.id: submission for submission in (*others, *batch)}
    ids = {submission.id for submission in batch}
    searched = find(list(known.values()), asked=ids)
    matches = without_doubles(without_references(m for m in searched if ids & set(m.documents)), ids)
    findings = {report.document.id: report.findings for report in (*earlier, *reports)}
    past = [known.get(report.document.id) or submit(report) for report in earlier]
    kept = [pair for pair in consecutive([*past, *batch]) if pair[1] in ids]
    followed = [(one, other, follow_findings(findings[one], findings[other])) for one, other in kept]
    own = [report.findings for report in reports]
    flags = _flags(check_across(own, matches, known, settings), findings, followed, ids, settings)
    marked = [one.flagged(flags[one.document.id]) for one in among_peers(own, settings)]
    told_of = findings | {one.document.id: one for one in marked}
    every = {**{one.id: one for one in unread}, **known}
    named = {id for match in matches for id in match.documents} | findings.keys()
    comparison = Comparison(
        matches,
        find_groups(matches, every),
        tuple(ratios_of(own, matches, known)),
        {id: one for id, one in known.items() if one.role != "history" or id in named},
        tuple((one, other, each) for one, other, found in followed for each in found),
        what_is_untold(batch, every),
        tuple(_revisions(matches, known, told_of, ids)),
    )
    return tuple(map(Report, marked)), comparison


def _flags(
    across: Mapping[str, tuple[Flag, ...]],
    findings: Mapping[str, Findings],
    followed: Iterable[tuple[str, str, tuple[FollowUp, ...]]],
    ids: Collection[str],
    settings: Settings | None,
) -> Mapping[str, tuple[Flag, ...]]:
    """Return the flags of each report that need others: those given, and those on promises.

    A promise is told of at the report that made it, where that is in the batch.
    """
    flags = defaultdict(tuple, across)
    for one, other, found in followed:
        told = one if one in ids else other
        flags[told] += check_kept(findings[one], findings[other], found, settings, on_later=told == other)
    return flags


def _revisions(
    matches: Iterable[Match],
    known: Mapping[str, Submission],
    findings: Mapping[str, Findings],
    ids: Collection[str],
) -> Iterator[Revision]:
    """Yield each report of the batch that was handed in again, beside the version right before it."""
    read = (match for match in matches if findings.keys() >= set(match.documents))
    for earlier, later in handed_in_again(read, known):
        if later in ids:
            one, other = known[earlier], known[later]
            is_dated = one.is_told_from(other) or one.role == "history" != other.role
            compared = earlier in ids
            yield revise(findings[earlier], findings[later], is_dated=is_dated, is_compared=compared)


def follow_up(earlier: Report, later: Report) -> Rows[FollowUp]:
    """Return what a later report says of each commitment and target of an earlier one, in reading order.

    Outcomes are ``done``, ``partly``, ``repeated`` and ``not-mentioned``, which is not "not done".
    Raises UsageError where something else than two reports is given, and warns where they are of two units
    or the later one is of an earlier year.
    """
    for given in (earlier, later):
        if not isinstance(given, Report):
            told = f"two reports were wanted, {type(given).__name__} given"
            raise UsageError("not-report", told, hint="analyze the files first")
    for doubt in doubts(earlier.unit, earlier.year, later.unit, later.year):
        warnings.warn(doubt, stacklevel=2)
    ids = earlier.document.id, later.document.id
    found = follow_findings(earlier.findings, later.findings)
    return Rows(found, lambda items: follow_table((*ids, one) for one in items))
