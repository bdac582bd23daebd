"""Characters that look like others and are not: radicals for words, Cyrillic among Latin, kana among Chinese.

They come from some printers' fonts as well as from those who don't want a copy to be found: the finding names
the characters and passes no verdict.
"""

from __future__ import annotations

from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span

__all__ = ["check_disguise"]

_TOLD_ONE_BY_ONE = 12


def check_disguise(context: Context) -> Iterator[Draft]:
    """One finding for each stretch; a single one with some of them as evidence where there are many."""
    text = context.text.document.text
    spans = [Span(*match.span()) for match in pattern("disguise", "pattern").finditer(text)]
    if len(spans) > _TOLD_ONE_BY_ONE:
        yield _draft(text, spans[:_TOLD_ONE_BY_ONE], len(spans))
    else:
        yield from (_draft(text, [span], span.length) for span in spans)


def _draft(text: str, spans: list[Span], count: int) -> Draft:
    characters = "".join(dict.fromkeys("".join(span.of(text) for span in spans)))[:8]
    codes = " ".join(f"U+{ord(character):04X}" for character in characters)
    return Draft("disguise", tuple(spans), {"text": characters, "codes": codes, "count": count})
