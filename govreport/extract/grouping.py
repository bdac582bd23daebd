"""From clauses to statements: which clauses belong together.

An act takes the means and occasion before it and the figures behind it; results in a row are one statement.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from govreport.extract.cues import cue
from govreport.extract.sentences_read import Placed, ReadSentence
from govreport.text.quantities import quantities

_SHORTEST_EFFECT = 6


@dataclass(slots=True)
class Draft:
    """A statement in the making: its clauses, what it was led up to by, the part it stands in."""

    start: int
    end: int
    role: str
    part: str
    heads: list[Placed] = field(default_factory=list)
    purpose: tuple[int, int] | None = None
    effect: tuple[int, int] | None = None
    actor: tuple[int, int] | None = None
    """Normalized range of an actor named earlier in the sentence."""

    @property
    def sure(self) -> bool:
        """Whether a cue of the lists found every predicate."""
        return all(placed.clause.sure for placed in self.heads)

    @property
    def counts(self) -> bool:
        """Whether a predicate has a figure."""
        return any(next(quantities(placed.told), None) for placed in self.heads)


def find_drafts(sentence: ReadSentence) -> list[Draft]:
    """Return the statements of a sentence by rules alone: what is done without a model."""
    found = _Sentence(sentence.part)
    for placed in sentence.clauses:
        found.add(placed)
    found.finish()
    return [draft for draft in found.drafts if _says_something(draft)]


def rule_tags(sentence: ReadSentence) -> list[str]:
    """Return what the rules say each clause does: begins a statement, goes on with one, or neither."""
    drafts = find_drafts(sentence)
    tags = []
    for placed in sentence.clauses:
        begin = placed.start + placed.clause.begin
        holding = next((draft for draft in drafts if draft.start < placed.end <= draft.end), None)
        tags.append("outside" if holding is None else "begins" if holding.start == begin else "goes-on")
    return tags


class _Sentence:
    """Clauses of one sentence on their way to statements."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.drafts: list[Draft] = []
        self.pending: list[Placed] = []
        self.purpose: tuple[int, int] | None = None
        self.actor: tuple[int, int] | None = None
        self.last_end = -1

    def add(self, placed: Placed) -> None:
        clause = placed.clause
        getattr(self, f"_{clause.role}")(placed)
        if clause.subject:
            self.actor = (placed.start + clause.subject[0], placed.start + clause.subject[1])
        self.last_end = placed.end

    def _frame(self, placed: Placed) -> None:
        self.pending.append(placed)

    def _purpose(self, placed: Placed) -> None:
        span = (placed.start + placed.clause.begin, placed.end)
        if self.drafts and not self.pending and placed.clause.text.startswith(("以", "更好", "旨在", "力求")):
            self.drafts[-1].effect = self.drafts[-1].effect or span
        else:
            self.purpose = span
            self.pending.clear()

    def _empty(self, placed: Placed) -> None:
        self.pending.clear()

    def _tail(self, placed: Placed) -> None:
        if self.drafts and not self.pending and self.last_end == self.drafts[-1].end:
            self.drafts[-1].end = placed.end
        else:
            self.pending.clear()

    def _act(self, placed: Placed) -> None:
        last = self.drafts[-1] if self.drafts else None
        if last and not self.pending and last.role == "act" and self._belongs(last, placed):
            last.end = placed.end
            last.heads.append(placed)
        else:
            self._begin(placed, "act")

    def _belongs(self, last: Draft, placed: Placed) -> bool:
        """A verb with a bare object stands in no statement of its own."""
        if self.last_end != last.end or placed.clause.subject:
            return False
        told_on = placed.clause.text[placed.clause.begin :].startswith(("共同", "并共同"))
        return told_on or placed.clause.is_bare or last.heads[-1].clause.is_bare

    def _effect(self, placed: Placed) -> None:
        last = self.drafts[-1] if self.drafts else None
        alone = cue("effect_alone").search(placed.clause.text) is not None or "了" in placed.clause.text
        if last and last.role == "effect" and not alone and self.last_end == last.end:
            last.end = placed.end
            last.heads.append(placed)
        elif self._is_slot(placed, last):
            if last:
                last.effect = last.effect or (placed.start + placed.clause.begin, placed.end)
        else:
            self._begin(placed, "effect")

    def _is_slot(self, placed: Placed, last: Draft | None) -> bool:
        """In a plan a result behind an act is its effect, unless it has a figure to be checked."""
        figure = next(quantities(placed.clause.text), None)
        return bool(self.part == "plan" and last and last.role == "act" and not self.pending and not figure)

    def _lack(self, placed: Placed) -> None:
        self._begin(placed, "lack")

    def _remedy(self, placed: Placed) -> None:
        self._begin(placed, "remedy")

    def finish(self) -> None:
        """A frame that leads up to nothing tells an act of its own."""
        if self.pending and not self.pending[-1].clause.sure:
            self._begin(self.pending[-1], "act")

    def _begin(self, placed: Placed, role: str) -> None:
        start = placed.start + placed.clause.begin
        if self.pending:
            start = self.pending[0].start + self.pending[0].clause.begin
        draft = Draft(start, placed.end, role, self.part, [placed], self.purpose, None, self.actor)
        self.drafts.append(draft)
        self.pending.clear()
        self.purpose = None


def _says_something(draft: Draft) -> bool:
    return draft.role != "effect" or draft.end - draft.start >= _SHORTEST_EFFECT
