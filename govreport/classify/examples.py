"""Texts and areas as users give them to the estimator, checked before anything is learned from them.

>>> texts_of(["举办培训", ("依法维权", "走访入户")])
[('', '举办培训'), ('依法维权', '走访入户')]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from govreport.classify.features import NONE

__all__ = ["Text", "labels_of", "texts_of"]

Text = str | tuple[str, str]
"""A text, or a pair of heading and text."""


def labels_of(y: Sequence[Any], *, has_taxonomy: bool) -> list[Any]:
    """Return the labels as they were given, no area as ``"none"``; raise ValueError where kinds are mixed."""
    labels = [NONE if label is None else label for label in y]
    kinds = {isinstance(label, str) for label in labels}
    if len(kinds) > 1 or (has_taxonomy and False in kinds):
        wrong = next(label for label in labels if not isinstance(label, str))
        raise ValueError(f"areas are ids, which are texts, not {type(wrong).__name__} {wrong!r}")
    return labels


def texts_of(X: Sequence[Text]) -> list[tuple[str, str]]:  # noqa: N803
    """Return pairs of heading and text."""
    if isinstance(X, str):
        raise ValueError("one text alone: a list of texts is wanted")
    told = []
    for one in X:
        if isinstance(one, str):
            told.append(("", one))
        elif isinstance(one, tuple | list) and len(one) == 2 and all(isinstance(part, str) for part in one):
            told.append((one[0], one[1]))
        else:
            raise ValueError(f"a text, or a pair of heading and text, is wanted, not {type(one).__name__}")
    return told
