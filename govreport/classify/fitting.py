"""Learns what the evidence for an area is worth: the weights of a conditional logit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from govreport.classify.features import Evidence
from govreport.classify.model import Weights
from govreport.text.choices import Choice, fit

__all__ = ["fit_weights"]

_PENALTY = 2.0
_NAME_VALUE = 2.0
_SEEN_AT_LEAST = 2
_SMALLEST_WEIGHT = 0.02
# Of reports by writers whom they have not seen weights are surer than they are right: by this much, as
# five folds of whole writers of the train split told.
_TOO_SURE = 1.15


def fit_weights(
    cases: Sequence[tuple[Evidence, str]],
    seen_at_least: int = _SEEN_AT_LEAST,
    prior: Weights | None = None,
) -> Weights:
    """Return the weights by which the right candidates are the most probable.

    ``cases`` are evidence with the right candidate. A name speaks for an area if it was seen with it, and in
    ``seen_at_least`` cases. Weights stay near those of ``prior`` where the cases don't say otherwise.
    """
    seen = Counter(name for evidence, _ in cases for name in set(evidence.names))
    told: dict[str, set[str]] = {}
    for evidence, right in cases:
        for name in evidence.names:
            if seen[name] >= seen_at_least:
                told.setdefault(name, set()).add(right)
    pairs = {f"{area} {name}": (area, name) for name, areas in told.items() for area in areas}
    names = sorted(pairs)
    known = _known(prior, [pairs[pair] for pair in names]) if prior else None
    weights = fit([_choice(*case, told) for case in cases], names, _PENALTY, _NAME_VALUE, known)
    if prior is None:
        weights = [weight / _TOO_SURE for weight in weights]
    columns = len(cases[0][0].rows[0])
    learned = {name: dict(areas) for name, areas in prior.names.items()} if prior else {}
    for pair, weight in zip(names, weights[columns:], strict=True):
        value = round(weight * _NAME_VALUE, 3)
        area, name = pairs[pair]
        if abs(value) >= _SMALLEST_WEIGHT or area in learned.get(name, {}):
            learned.setdefault(name, {})[area] = value
    return Weights([round(weight, 4) for weight in weights[:columns]], learned)


def _known(prior: Weights, pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Return where the weights start."""
    known = (prior.names.get(name, {}).get(area, 0.0) / _NAME_VALUE for area, name in pairs)
    return [*prior.features, *known]


def _choice(evidence: Evidence, right: str, told: dict[str, set[str]]) -> Choice:
    names: dict[str, list[str]] = {area: [] for area in evidence.areas}
    for name in evidence.names:
        for area in told.get(name, ()):
            if area in names:
                names[area].append(f"{area} {name}")
    return Choice(evidence.rows, list(names.values()), evidence.areas.index(right))
