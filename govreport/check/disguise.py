"""Characters that look like others and are not: radicals for words, Cyrillic among Latin, kana among Chinese.

They come from some printers' fonts as well as from those who don't want a copy to be found: the finding names
the characters and how they stand for others, and passes no verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span

__all__ = ["check_disguise"]

_SORTS = ("radical", "letter", "kana", "stroke")
# What stands no farther apart is of one passage.
_APART = 200
# More passages than these are told by one finding, and no finding points to more places.
_MOST = 12


def check_disguise(context: Context) -> Iterator[Draft]:
    """One finding for each passage and sort of characters, with their number; one where they are all over."""
    text = context.text.document.text
    for sort in _SORTS:
        spans = [Span(*match.span()) for match in pattern("disguise", sort).finditer(text)]
        passages = list(_passages(spans))
        for those in passages if len(passages) <= _MOST else [spans]:
            yield _draft(text, sort, those)


def _passages(spans: Iterable[Span]) -> Iterator[list[Span]]:
    passage: list[Span] = []
    for span in spans:
        if passage and span.start - passage[-1].end > _APART:
            yield passage
            passage = []
        passage.append(span)
    if passage:
        yield passage


def _draft(text: str, sort: str, spans: list[Span]) -> Draft:
    characters = "".join(dict.fromkeys("".join(span.of(text) for span in spans)))[:8]
    codes = " ".join(f"U+{ord(character):04X}" for character in characters)
    count = sum(span.length for span in spans)
    params: dict[str, str | int | float] = {"text": characters, "codes": codes, "count": count}
    return Draft("disguise", tuple(spans[:_MOST]), params, message=f"disguise-{sort}")
