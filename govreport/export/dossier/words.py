"""The words of a working paper in three languages (``data/dossier.toml``).

>>> word("page", "en", page=3), rule_of("placeholder", "zh-Hant")[:4]
('page 3', '應填名稱')
"""

from __future__ import annotations

from govreport.text.lexicon import load_table

__all__ = ["rule_of", "word"]


def word(key: str, lang: str, **values: object) -> str:
    """Return a word with its values filled in."""
    template: str = load_table("dossier")["words"][key][lang]
    return template.format_map(values)


def rule_of(code: str, lang: str) -> str:
    """Return what a rule looks at."""
    return str(load_table("dossier")["rule"][code][lang])
