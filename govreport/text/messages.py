"""What a finding says, in the reader's language; the wording stands in data/messages/.

>>> render("unbalanced-mark", {"mark": "「"}, "en")
'The mark 「 is not closed, or closed by the wrong one.'
"""

from __future__ import annotations

from collections.abc import Mapping

from govreport.text.lexicon import load_table

LANGUAGES = ("zh-Hant", "zh-Hans", "en")


def render(code: str, params: Mapping[str, object], lang: str) -> str:
    """Return the message of a flag code with its values filled in."""
    template: str = load_table(f"messages/{lang}")[code]
    return template.format_map(dict(params))
