"""The rules: what an auditor should look at, each with evidence no wider than what it shows.

In come the findings of the other stages, out come flags in reading order. What one report alone can show
is told by ``check``, what only several together show by ``check_across``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from govreport.check.across import check_across
from govreport.check.context import Context, Draft
from govreport.check.counts import check_counts
from govreport.check.disguise import check_disguise
from govreport.check.drafts import flags_of
from govreport.check.figures import check_figures
from govreport.check.kept import check_kept
from govreport.check.laws import check_laws
from govreport.check.length import check_length
from govreport.check.marks import check_marks
from govreport.check.numbering import check_numbering
from govreport.check.peers import among_peers
from govreport.check.placeholders import check_placeholders
from govreport.check.plan import check_plan
from govreport.check.related_figures import check_related
from govreport.check.repetition import check_repetition
from govreport.check.residue import check_residue
from govreport.check.revised import revise
from govreport.check.settings import Settings, read_settings, shipped
from govreport.check.slogans import check_slogans
from govreport.check.subject import check_subject
from govreport.check.sums import check_sums
from govreport.check.template import rules_template
from govreport.check.untold import what_is_untold
from govreport.check.years import check_years
from govreport.model import DuplicateBlock, Flag, NormalizedText, Outline, Statement

__all__ = [
    "RULES",
    "Rule",
    "Settings",
    "among_peers",
    "check",
    "check_across",
    "check_kept",
    "read_settings",
    "revise",
    "rules_template",
    "shipped",
    "what_is_untold",
]

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
    check_related,
    check_disguise,
    check_length,
)


def check(
    text: NormalizedText,
    outline: Outline,
    duplicates: tuple[DuplicateBlock, ...],
    statements: tuple[Statement, ...],
    rules: Sequence[Rule] | None = None,
    *,
    lang: str | None = None,
    settings: Settings | None = None,
) -> tuple[Flag, ...]:
    """Return the flags of one report; messages are in its own script unless ``lang`` says otherwise.

    ``settings`` switch rules off and set their thresholds; without them they are as shipped.
    """
    settings = settings or shipped()
    context = Context(text, outline, duplicates, statements, settings)
    drafts = [draft for rule in (RULES if rules is None else rules) for draft in rule(context)]
    return flags_of(text, drafts, lang, settings)
