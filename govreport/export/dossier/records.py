"""An audit as plain data for working papers: one record for each report, with its flags and their evidence.

Pages, hashes and quotes of both sides are cut here, so that a paper needs nothing but the record.

>>> dossier_records(Batch())
[]
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from govreport.export.dossier.revised import revision_data
from govreport.export.flag_messages import message_in
from govreport.export.labels import LANGUAGES
from govreport.export.records import file_name
from govreport.model import Batch, Change, Findings, Flag, Place, Span

__all__ = ["FORMAT", "dossier_records"]

FORMAT = 1
_SHARES = ("characters", "total", "copied", "others", "largest", "source")


def dossier_records(batch: Batch) -> list[dict[str, Any]]:
    """Return a record for each report, in their order."""
    maker = _Maker(batch)
    return [maker.record(one) for one in batch.findings]


class _Maker:
    """Everything that records are made of, by what it is looked up by."""

    def __init__(self, batch: Batch) -> None:
        comparison, desk = batch.comparison, batch.desk
        self.findings = {one.document.id: one for one in batch.findings}
        self.submissions = comparison.submissions
        self.handed_in = {one.document_id: one for one in desk.submitted}
        self.ratios = batch.ratios
        self.texts = batch.texts
        self.matches = {(match.left, match.right): match for match in comparison.matches}
        self.prints = desk.prints
        self.revisions = {one.later: one for one in comparison.revisions}
        self._documents: dict[str, dict[str, Any]] = {}

    def record(self, findings: Findings) -> dict[str, Any]:
        """Return the record of one report."""
        id = findings.document.id
        handed_in, ratio = self.handed_in.get(id), self.ratios.get(id)
        return {
            "format": FORMAT,
            "unit": handed_in.unit if handed_in else findings.outline.unit,
            "unit_id": handed_in.unit_id if handed_in else None,
            "submitted": handed_in.date if handed_in else None,
            "script": findings.outline.script or findings.text.script,
            "document": self._document(id),
            "shares": {name: getattr(ratio, name) for name in _SHARES} if ratio else None,
            "revision": self._revision(id),
            "flags": [self._flag(flag, id) for flag in findings.flags],
        }

    def _revision(self, id: str) -> dict[str, Any] | None:
        """Return what became of the version before, None where the report was handed in once."""
        one = self.revisions.get(id)
        return revision_data(one, (self._text(one.earlier), self._text(one.later))) if one else None

    def _flag(self, flag: Flag, id: str) -> dict[str, Any]:
        own = [Place(*place) for place in flag.evidence if place.document_id == id]
        others = [Place(*place) for place in flag.evidence if place.document_id != id]
        changes = self._changes(own, others)
        return {
            "id": flag.id,
            "code": flag.code,
            "severity": flag.severity,
            "message": {lang: message_in(flag, lang) for lang in LANGUAGES},
            "own": [self._place(place, [change.right for change in changes]) for place in own],
            "others": [self._place(place, [change.left for change in changes]) for place in others[:1]]
            + [self._place(place, ()) for place in others[1:]],
            "changes": [[change.old, change.new] for change in changes],
            "decided_on": self.prints.get(flag.id),
        }

    def _changes(self, own: Sequence[Place], others: Sequence[Place]) -> tuple[Change, ...]:
        """Return what differs between the first other text and this one, which is on the right."""
        for here in own:
            for there in others[:1]:
                if match := self.matches.get((there, here)):
                    return match.changes
                if match := self.matches.get((here, there)):
                    return match.turned.changes
        return ()

    def _place(self, place: Place, marks: Iterable[Span]) -> dict[str, Any]:
        """Return a quote with its place; ``marks`` are what differs in it, counted from its beginning."""
        id, span = place
        findings = self.findings.get(id)
        return {
            "document": self._document(id),
            "page": findings.document.page_at(span.start) if findings else None,
            "start": span.start,
            "end": span.end,
            "text": span.of(self._text(id)),
            "marks": [
                [mark.start - span.start, mark.end - span.start] for mark in marks if span.covers(mark)
            ],
        }

    def _text(self, id: str) -> str:
        return self.texts.get(id, "")

    def _document(self, id: str) -> dict[str, Any]:
        """Return what identifies a document, the other side's too."""
        if id not in self._documents:
            self._documents[id] = self._described(id)
        return self._documents[id]

    def _described(self, id: str) -> dict[str, Any]:
        submission, findings = self.submissions.get(id), self.findings.get(id)
        outline = findings.outline if findings else None
        return {
            "id": id,
            "role": submission.role if submission else "batch",
            "unit": submission.unit if submission else outline and outline.unit,
            "year": submission.year if submission else outline and outline.year,
            "date": submission.date if submission else None,
            "title": outline and outline.title,
            "file": file_name(findings.document) if findings else None,
            "sha256": self._hash(id),
        }

    def _hash(self, id: str) -> str:
        """Return the hash of the file, or where only its text was kept of the text, and say so."""
        findings = self.findings.get(id)
        if findings and findings.document.provenance.sha256:
            return findings.document.provenance.sha256
        return "text:" + hashlib.sha256(self._text(id).encode("utf-8", "replace")).hexdigest()
