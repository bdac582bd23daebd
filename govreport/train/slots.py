"""The model of slots, fitted on the train split of a corpus: the same bytes each time.

Statements are those that are found where the gold has one. Annotators marked the plain slots only, so that
a statement without a slot of a name says little against it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from govreport.corpus import CorpusItem, load_corpus
from govreport.corpus.pairing import paired
from govreport.extract import extract
from govreport.extract.characters import LEARNED, RULED, Marked, character_names, words_in
from govreport.model import NormalizedText, Statement
from govreport.normalize import normalize
from govreport.reuse import find_duplicates
from govreport.segment import segment

__all__ = ["train_slots"]

# By scikit-learn's C, tried on dev: the object of an act is held to less, the act itself to more.
_STRENGTH = {"object": 0.1, "actor": 0.25, "action": 0.5, "partner": 0.5}
_STRENGTH_OF_OTHERS = 0.3
# What a statement in which a slot is not marked says against it; who acts is often left unmarked.
_UNMARKED = {"actor": 0.03, "object": 0.05}
_UNMARKED_OTHERS = 0.1
_SEEN_AT_LEAST = 4
_SMALLEST = 5


class _Told(NamedTuple):
    """A statement: the names of its characters, and the slots that the gold marks in it."""

    names: list[list[str]]
    slots: list[Marked]


def train_slots(corpus: str | Path, output: str | Path) -> dict[str, int]:
    """Fit and write the model; return how many statements it saw, and how many of each slot."""
    items = [item for item in load_corpus(corpus) if item.split == "train"]
    told = [one for item in items for one in _read(item)]
    counts = Counter(name for one in told for found in one.names for name in set(found))
    kept = sorted(name for name, number in counts.items() if number >= _SEEN_AT_LEAST)
    matrix = _matrix(told, {name: place for place, name in enumerate(kept)})
    # A slot that is never marked, or by single characters alone, has nothing to learn from.
    long = {slot.name for one in told for slot in one.slots if slot.end - slot.start > 1}
    slots = [slot for slot in LEARNED if slot in long]
    fitted = [_fitted(matrix, told, slot) for slot in slots]
    rows = {name: [w for weights, _ in fitted for w in weights[place]] for place, name in enumerate(kept)}
    stored: dict[str, Any] = {
        "provenance": {"reports": len(items), "note": "weights of names; no text"},
        "slots": slots,
        "bias": [w for _, bias in fitted for w in bias],
        "weights": {name: row for name, row in rows.items() if max(map(abs, row)) >= _SMALLEST},
    }
    text = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
    Path(output).write_text(text + "\n", encoding="utf-8")
    marked = Counter(slot.name for one in told for slot in one.slots)
    return {"slots": len(told), **{f"slot-{name}": marked[name] for name in slots}}


def _read(item: CorpusItem) -> Iterator[_Told]:
    text = normalize(item.document)
    duplicates = find_duplicates(text)
    statements = extract(text, segment(text, duplicates), duplicates, learned=False)
    gold = [one for one in item.gold.statements if one.duplicate_of is None]
    found = [one for one in statements if one.duplicate_of is None]
    for here, there in paired([one.span for one in gold], [one.span for one in found]).items():
        if gold[here].slots:
            own = found[there]
            told = text.view(own.span)
            names = character_names(told, words_in(told), own.kind, _marked(text, own, own, RULED))
            yield _Told(list(names), _marked(text, own, gold[here], LEARNED))


def _marked(text: NormalizedText, own: Statement, other: Statement, slots: Sequence[str]) -> list[Marked]:
    """Return slots of a statement, counted from where ``own`` begins."""
    start, end = text.normalized(own.span)
    found = []
    for name in slots:
        for slot in other.slots.get(name, ()):
            if slot.span is not None:
                first, last = text.normalized(slot.span)
                if first < end and last > start:
                    found.append(Marked(name, max(first, start) - start, min(last, end) - start))
    return found


def _matrix(told: Sequence[_Told], places: dict[str, int]) -> Any:
    import numpy as np
    from scipy.sparse import csr_matrix

    columns: list[int] = []
    ends = [0]
    for one in told:
        for found in one.names:
            columns.extend(sorted({places[name] for name in found if name in places}))
            ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, len(places)))


def _fitted(matrix: Any, told: Sequence[_Told], slot: str) -> tuple[list[list[int]], list[int]]:
    """Return the weights of each name to begin a slot and to stand inside, and those of no name."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    labels: list[int] = []
    weights: list[float] = []
    for one in told:
        states = [0] * len(one.names)
        marked = [found for found in one.slots if found.name == slot]
        for _, start, end in marked:
            states[start:end] = [1, *[2] * (end - start - 1)]
        labels += states
        unmarked = _UNMARKED.get(slot, _UNMARKED_OTHERS)
        weights += [1.0 if marked else unmarked] * len(states)
    strength = _STRENGTH.get(slot, _STRENGTH_OF_OTHERS)
    model = LogisticRegression(C=strength, max_iter=150).fit(matrix, labels, sample_weight=weights)
    against = 100 * (model.coef_[1:] - model.coef_[0]).T
    bias = 100 * (model.intercept_[1:] - model.intercept_[0])
    return np.rint(against).astype(int).tolist(), np.rint(bias).astype(int).tolist()
