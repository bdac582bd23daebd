"""Cues: words that name an area; where two overlap the longer one counts alone, and border rules decide.

>>> from govreport.text.taxonomies import load_taxonomy
>>> cues = Cues(load_taxonomy("womens_federation"))
>>> [(hit.word, [area for area, _ in cues.owners(hit.word)]) for hit in cues.find("开展家政技能培训")]
[('家政', ['entrepreneurship-employment']), ('技能培训', ['entrepreneurship-employment'])]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from govreport.classify.features import NONE
from govreport.model import Area, BorderRule, Span, Taxonomy
from govreport.text.script import to_simplified

__all__ = ["Cues", "Hit", "bigrams"]

_WEAK = 0.35
# How much an example that is told in the same words counts, against one strong cue.
_EXAMPLE = 6.0
_LEAST_LIKENESS = 0.2


class Hit(NamedTuple):
    """One cue, at its place in a text."""

    start: int
    end: int
    word: str


class Cues:
    """The cues and border rules of one taxonomy, ready to be looked for."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self._of_years: dict[int | None, tuple[str, ...]] = {}
        self._owners: dict[str, list[tuple[str, bool]]] = {word: [] for word in taxonomy.neutral}
        for area in taxonomy.areas:
            for words, is_strong in ((area.strong, True), (area.weak, False)):
                for word in words:
                    self._owners.setdefault(word, []).append((area.id, is_strong))

    def candidates(self, year: int | None) -> tuple[str, ...]:
        """Return the ids of the areas that there were in that year, all where none is known, and of none."""
        if year not in self._of_years:
            self._of_years[year] = (*(area.id for area in self.taxonomy.areas if area.is_of(year)), NONE)
        return self._of_years[year]

    def owners(self, word: str) -> Sequence[tuple[str, bool]]:
        """Return the areas that a cue speaks for, and whether it does so by itself."""
        return self._owners.get(word, ())

    def find(self, text: str) -> list[Hit]:
        """Return the cues of a text in reading order; where two overlap the longer one counts alone."""
        found = sorted(self._everywhere(text), key=lambda hit: (hit.start - hit.end, hit.start))
        covered = bytearray(len(text))
        kept = []
        for hit in found:
            if not any(covered[hit.start : hit.end]):
                covered[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
                kept.append(hit)
        return sorted(hit for hit in kept if self._owners[hit.word])

    def _everywhere(self, text: str) -> Iterator[Hit]:
        by_head = self._by_head
        for start in range(len(text)):
            for word in by_head.get(text[start : start + 2], ()) or by_head.get(text[start], ()):
                if text.startswith(word, start):
                    yield Hit(start, start + len(word), word)

    @cached_property
    def _by_head(self) -> dict[str, list[str]]:
        """Cues by their first two characters, the longest first; single characters stand behind all."""
        heads: dict[str, list[str]] = {}
        for word in sorted(self._owners, key=len, reverse=True):
            heads.setdefault(word[:2], []).append(word)
        singles = [head for head in heads if len(head) == 1]
        for head, words in heads.items():
            if len(head) == 2 and head[0] in singles:
                words.append(head[0])
        return heads

    def scores(self, words: Iterable[str], text: str, scope: str, *, heading: bool) -> dict[str, float]:
        """Return the score of each area that has any: a strong cue counts 1, a weak one needs company.

        ``words`` are the cues of ``text``, each is counted once; ``scope`` is where rules look for context.
        """
        strong: dict[str, float] = {}
        weak: dict[str, float] = {}
        for word in sorted(set(words)):
            for area, is_strong in self.owners(word):
                into = strong if is_strong else weak
                into[area] = into.get(area, 0.0) + (1.0 if is_strong else _WEAK)
        scores = dict(strong)
        for area, score in weak.items():
            if area in strong or score > _WEAK:
                scores[area] = scores.get(area, 0.0) + min(score, 1.0)
        for rule, pattern in self._rules:
            if (heading or not rule.only_heading) and pattern.search(text) and _applies(rule, scope):
                scores[rule.area] = scores.get(rule.area, 0.0) + rule.weight
        for area, score in self._of_examples(text):
            scores[area] = scores.get(area, 0.0) + score
        return {area: score for area, score in scores.items() if score > 0}

    def _of_examples(self, text: str) -> Iterator[tuple[str, float]]:
        """Yield how much a text is told like the examples of each area that has any."""
        if not self._examples:
            return
        own = bigrams(text)
        for area, examples in self._examples:
            alike = (len(own & one) / (len(own) * len(one)) ** 0.5 for one in examples if own and one)
            most = max(alike, default=0.0)
            if most >= _LEAST_LIKENESS:
                yield area, _EXAMPLE * most

    @cached_property
    def _examples(self) -> list[tuple[str, list[frozenset[str]]]]:
        return [
            (area.id, [bigrams(to_simplified(one)) for one in area.examples])
            for area in self.taxonomy.areas
            if area.examples
        ]

    def deciding(self, hits: Iterable[Hit], text: str, area: str, scope: str, *, heading: bool) -> list[Span]:
        """Return what speaks for an area: cues, and words that a rule goes by; else what is told like it.

        ``hits`` are those of ``text``, with offsets in it. Of those that overlap the longest is returned.
        """
        found = {
            Span(hit.start, hit.end)
            for hit in hits
            if any(owner == area for owner, _ in self.owners(hit.word))
        }
        for rule, pattern in self._rules:
            if rule.area == area and rule.weight > 0 and (heading or not rule.only_heading):
                match = pattern.search(text)
                if match and match.group() and _applies(rule, scope):
                    found.add(Span(*match.span()))
        longest: list[Span] = []
        for span in sorted(found, key=lambda span: (span.start, -span.end)):
            if not longest or span.end > longest[-1].end:
                longest.append(span)
        return longest or self._alike(text, area)

    def _alike(self, text: str, area: str) -> list[Span]:
        """Return the runs that a text shares with the example most like it, else with the scope."""
        own = bigrams(text)
        examples = next((pairs for owner, pairs in self._examples if owner == area), [])
        told = max(examples, key=lambda pairs: len(own & pairs), default=frozenset())
        if own & told:
            return _runs(text, own & told)
        # Two characters of a scope may be chance, three are a word.
        described = {pair for pair in own if area in self._scopes.get(pair, ())}
        return [run for run in _runs(text, described) if run.length > 2]

    def in_scopes(self, pairs: Iterable[str]) -> dict[str, float]:
        """Return for each area the root of how many pairs of characters stand in its name and scope."""
        found: dict[str, int] = {}
        for pair in pairs:
            for area in self._scopes.get(pair, ()):
                found[area] = found.get(area, 0) + 1
        return {area: number**0.5 for area, number in found.items()}

    @cached_property
    def _scopes(self) -> dict[str, list[str]]:
        """The areas in whose name and scope each pair of characters stands."""
        found: dict[str, list[str]] = {}
        for area in self.taxonomy.areas:
            for pair in bigrams(to_simplified(_described(area))):
                found.setdefault(pair, []).append(area.id)
        return found

    @cached_property
    def _rules(self) -> list[tuple[BorderRule, re.Pattern[str]]]:
        return [(rule, re.compile(rule.when)) for rule in self.taxonomy.rules]


def _described(area: Area) -> str:
    names = [area.names["hans"]] if "hans" in area.names else list(area.names.values())
    return " ".join([*names, area.scope])


_HAN = re.compile("[\u4e00-\u9fff]+")


def bigrams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring Chinese characters.

    >>> sorted(bigrams("培训3期班"))
    ['培训', '期班']
    """
    return frozenset(run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1))


def _runs(text: str, pairs: Set[str]) -> list[Span]:
    """Return the longest runs of a text that are made of these pairs of characters."""
    runs: list[Span] = []
    for at in range(len(text) - 1):
        if text[at : at + 2] in pairs:
            start = runs.pop().start if runs and runs[-1].end > at else at
            runs.append(Span(start, at + 2))
    return runs


def _applies(rule: BorderRule, scope: str) -> bool:
    if rule.context and not re.search(rule.context, scope):
        return False
    return not (rule.unless and re.search(rule.unless, scope))
