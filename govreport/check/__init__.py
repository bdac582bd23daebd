"""The rules: what an auditor should look at, each with evidence no wider than what it shows.

In come the findings of the other stages, out come flags in reading order. A rule yields drafts; this file
gives them severity, message and a stable id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from govreport.check.context import Context, Draft
from govreport.check.counts import check_counts
from govreport.check.figures import check_figures
from govreport.check.laws import check_laws
from govreport.check.marks import check_marks
from govreport.check.numbering import check_numbering
from govreport.check.placeholders import check_placeholders
from govreport.check.plan import check_plan
from govreport.check.repetition import check_repetition
from govreport.check.residue import check_residue
from govreport.check.slogans import check_slogans
from govreport.check.subject import check_subject
from govreport.check.sums import check_sums
from govreport.check.years import check_years
from govreport.model import DuplicateBlock, Evidence, Flag, NormalizedText, Outline, Statement
from govreport.text.lexicon import load_table
from govreport.text.messages import render

__all__ = ["RULES", "Rule", "check"]

Rule = Callable[[Context], Iterable[Draft]]
RULES: tuple[Rule, ...] = (
    check_repetition,
    check_placeholders,
    check_marks,
    check_laws,
    check_counts,
    check_figures,
    check_subject,
    check_numbering,
    check_plan,
    check_residue,
    check_slogans,
    check_years,
    check_sums,
)


def check(
    text: NormalizedText,
    outline: Outline,
    duplicates: tuple[DuplicateBlock, ...],
    statements: tuple[Statement, ...],
    rules: Sequence[Rule] | None = None,
    *,
    lang: str | None = None,
) -> tuple[Flag, ...]:
    """Return the flags of one report; messages are in its own script unless ``lang`` says otherwise."""
    context = Context(text, outline, duplicates, statements)
    language = lang or ("zh-Hant" if text.script == "Hant" else "zh-Hans")
    drafts = [draft for rule in (RULES if rules is None else rules) for draft in rule(context)]
    drafts.sort(key=lambda draft: (draft.spans[0], draft.code))
    return tuple(_numbered(context, drafts, language))


def _numbered(context: Context, drafts: list[Draft], language: str) -> Iterator[Flag]:
    """Make flags; equal evidence that occurs again gets an id of its own."""
    seen: dict[str, int] = {}
    for draft in drafts:
        seed = "|".join((draft.code, context.text.document.id, *map(context.text.view, draft.spans)))
        seen[seed] = seen.get(seed, 0) + 1
        yield _flag(context, draft, f"{seed}|{seen[seed]}", language)


def _flag(context: Context, draft: Draft, seed: str, language: str) -> Flag:
    import hashlib

    digest = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    severity = draft.severity or load_table("check")["severity"][draft.code]
    message = render(draft.message or draft.code, draft.params, language)
    evidence = tuple(Evidence(context.text.document.id, span) for span in draft.spans)
    return Flag(f"{draft.code}-{digest}", draft.code, severity, message, evidence, draft.params)
