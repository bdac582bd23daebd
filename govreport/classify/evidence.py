"""What speaks for each area of a section or statement, in rows: one for each area and one for none."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from govreport.classify.cues import Cues, Hit
from govreport.classify.features import NONE, Evidence
from govreport.classify.passage import Passage, logarithms
from govreport.text.lexicon import load_table

__all__ = ["Said", "Told", "joined", "of_section", "of_statement", "of_words"]

_HEADING_WEIGHT = 4.0
_MOST_OF_BODY = 2.0
# Below this a probability of the section says nothing more.
_LEAST = 0.02


class Said(NamedTuple):
    """What stands around a statement: sections from the inside out, the shares of its neighbours' scores."""

    heading: Passage | None
    sections: Sequence[Mapping[str, float]]
    item: Mapping[str, float]
    before: Mapping[str, float]
    after: Mapping[str, float]
    around: Mapping[str, float]


class Told(NamedTuple):
    """What the statements of a section say, each read by itself: the probabilities of the areas.

    ``inside`` are the mean shares of their scores, ``mean`` their mean probabilities weighed by characters,
    ``first`` those of the first one; ``words`` stand at the beginning of the body.
    """

    inside: Mapping[str, float]
    mean: Mapping[str, float]
    first: Mapping[str, float]
    words: Sequence[str]


def of_section(
    cues: Cues,
    heading: Passage,
    body: Passage,
    outer: Sequence[Mapping[str, float]],
    told: Told,
    *,
    year: int | None,
    part: str | None,
    level: int,
    has_sections: bool,
) -> Evidence:
    """Return the evidence of a section.

    ``outer`` are the scores of the headings that it stands under.
    """
    in_heading, in_body = heading.logarithms, body.logarithms
    both = logarithms(joined(heading.scores, body.scores))
    above = logarithms(_summed(outer))
    means = _means().match(heading.text)
    behind = [hit for hit in heading.hits if means is None or hit.start >= means.end()]
    opens_heading, opens_body = _opening(cues, behind or heading.hits), _opening(cues, body.hits)
    of_body = body.shares
    of_none = _more_than_least(told.mean.get(NONE, 0.0))
    columns = (
        in_heading,
        heading.shares,
        in_body,
        both,
        heading.most,
        body.most,
        dict.fromkeys(opens_heading, 1.0),
        dict.fromkeys(opens_body, 1.0),
        above,
        of_body,
        told.inside,
        heading.scopes,
        body.scopes,
        {**_surely(told.mean), NONE: of_none},
        {**_surely(told.first), NONE: _more_than_least(told.first.get(NONE, 0.0))},
    )
    nothing = (
        of_none,
        1.0,
        float(not in_heading),
        float(not in_body),
        1 - max(of_body.values(), default=0.0),
        1 - max(told.inside.values(), default=0.0),
        float(not told.inside),
        float(has_sections),
        float(has_sections and not in_heading),
    )
    names = [f"h:{pair}" for pair in heading.pairs]
    names += ["any", f"part={part}", f"level={level}", f"has-sections={has_sections}"]
    names += [f"has-sections={has_sections} heading={bool(heading.text)}"]
    names += [f"b:{word}" for word in told.words]
    return Evidence(cues.candidates(year), (*columns, *_of_none(nothing)), tuple(names))


def of_words(cues: Cues, own: Passage, year: int | None) -> Evidence:
    """Return the evidence of a statement by itself, whatever stands around it."""
    words = own.logarithms
    columns = (words, own.shares, own.most, own.scopes)
    nothing = (1.0, float(not words), max(words.values(), default=0.0))
    return Evidence(cues.candidates(year), (*columns, *_of_none(nothing)), own.names)


def of_statement(cues: Cues, own: Passage, said: Said, year: int | None) -> Evidence:
    """Return the evidence of a statement; ``own`` are its words without those of its purpose."""
    words, silent = own.logarithms, float(not own.logarithms)
    inner = said.sections[0] if said.sections else {}
    outer = said.sections[1] if len(said.sections) > 1 else {}
    surely, around = _surely(inner), (said.before, said.after, said.around)
    nowhere: Mapping[str, float] = {}
    columns = (
        words,
        own.shares,
        own.most,
        said.heading.logarithms if said.heading else nowhere,
        surely,
        _surely(outer),
        logarithms(said.item),
        *around,
        *((surely, *around) if silent else (nowhere,) * 4),
        own.scopes,
        said.heading.scopes if said.heading else nowhere,
    )
    nothing = (
        1.0,
        silent,
        float(not said.sections),
        _more_than_least(inner.get(NONE, 0.0)) if inner else 0.0,
        max(words.values(), default=0.0),
    )
    return Evidence(cues.candidates(year), (*columns, *_of_none(nothing)), own.names)


def joined(heading: Mapping[str, float], body: Mapping[str, float]) -> dict[str, float]:
    """Return the scores of heading and body together; the body can't outweigh a cue in the heading."""
    most = max(body.values(), default=0.0)
    scale = _MOST_OF_BODY / most if heading and most > _MOST_OF_BODY else 1.0
    scores = {area: score * scale for area, score in body.items()}
    for area, score in heading.items():
        scores[area] = scores.get(area, 0.0) + _HEADING_WEIGHT * score
    return scores


@cache
def _means() -> re.Pattern[str]:
    """What a heading names in front as means or occasion: 以活動節日為載體."""
    return re.compile(load_table("classify")["means"])


def _opening(cues: Cues, hits: Sequence[Hit]) -> frozenset[str]:
    """Return the areas of the first cue: of 優化出行和文化環境 the first line of work is the main one."""
    return frozenset(area for area, _ in cues.owners(hits[0].word)) if hits else frozenset()


def _summed(scores: Iterable[Mapping[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for one in scores:
        for area, score in one.items():
            total[area] = total.get(area, 0.0) + score
    return total


def _surely(chances: Mapping[str, float]) -> dict[str, float]:
    """Return how much more probable than next to nothing each area is, as a logarithm."""
    found = {area: _more_than_least(chance) for area, chance in chances.items() if chance > _LEAST}
    found.pop(NONE, None)
    return found


def _more_than_least(chance: float) -> float:
    return math.log(max(chance, _LEAST) / _LEAST)


def _of_none(values: Iterable[float]) -> Iterator[Mapping[str, float]]:
    """Yield the features of no area at all."""
    return ({NONE: value} for value in values)
