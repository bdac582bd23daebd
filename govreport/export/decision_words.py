"""The words of a decision on a flag, and how they are written in the three languages.

>>> decision_words()["decision_forms"]["屬實"]
('屬實', '属实', 'confirmed')
"""

from __future__ import annotations

from typing import Any

from govreport.export.labels import LANGUAGES, keys, label

__all__ = ["decision_words"]


def decision_words() -> dict[str, Any]:
    """Return what the template of the decisions is filled with: the words, and the forms of each."""
    words = keys("decision")
    forms = {
        word: tuple(dict.fromkeys(label("decision", word, lang) for lang in LANGUAGES)) for word in words
    }
    return {"decision_words": words, "decision_forms": forms}
