"""What an auditor should look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from govreport.model.span import Span

SEVERITIES = ("info", "warning", "serious")
CODES = (
    "duplicated-block",
    "copied-passage",
    "own-earlier-reused",
    "foreign-name",
    "impossible-time",
    "placeholder",
    "anonymised",
    "unknown-law",
    "law-not-in-force",
    "promised-count",
    "contradicting-figures",
    "numbering-gap",
    "numbering-doubled",
    "numbering-restart",
    "heading-without-body",
    "slogans-only",
    "unbalanced-mark",
    "web-residue",
    "hidden-text",
    "disguise",
    "vague-commitments",
    "target-without-figure",
    "results-without-figures",
    "title-subject-untreated",
    "unfinished-unnamed",
    "commitment-not-mentioned",
    "over-length",
)


class Evidence(NamedTuple):
    """The exact characters that a flag is about."""

    document_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding of the rules, with a message and evidence no wider than what it shows.

    ``id`` is stable: made of the rule, the normalized evidence and the document. ``params`` are the
    values that fill the message, so that it can be written again in another language.
    """

    id: str
    code: str
    severity: str
    message: str
    evidence: tuple[Evidence, ...]
    params: Mapping[str, str | int | float] = field(default_factory=dict)
