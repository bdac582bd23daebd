"""Words on the page: from a group, a key and a language to what a reader sees (``data/labels.toml``).

>>> label("kind", "commitment", "zh-Hant"), label("kind", "unheard-of", "en")
('承諾', 'unheard-of')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from govreport.errors import UsageError
from govreport.model import Findings
from govreport.text.lexicon import load_table

LANGUAGES = ("zh-Hant", "zh-Hans", "en")
_OF_SCRIPT = {"Hant": "zh-Hant", "Hans": "zh-Hans"}


def language(lang: str | None, script: str | None) -> str:
    """Return the language to write in: the one asked for, or else that of the report's own script."""
    if lang is None:
        return _OF_SCRIPT.get(script or "", "zh-Hans")
    if lang not in LANGUAGES:
        raise UsageError(
            "unknown-language", f"no language {lang!r}", hint=f"use one of {', '.join(LANGUAGES)}"
        )
    return lang


def language_of(findings: Iterable[Findings], lang: str | None = None) -> str:
    """Return the language asked for, or else that of the script in which most of the reports are written."""
    scripts = Counter(one.outline.script or one.text.script for one in findings).most_common(1)
    return language(lang, scripts[0][0] if scripts else None)


def label(group: str, key: str, lang: str) -> str:
    """Return the label in a language; a key that has none is its own label."""
    words = load_table("labels").get(group, {}).get(key, {})
    return str(words.get(lang, key))


def keys(group: str) -> tuple[str, ...]:
    """Return the keys of a group, in their order in the file."""
    return tuple(load_table("labels")[group])
