"""How a report closes: 以上是我的述职, 专此报告, or a paragraph that calls on all and promises no figure."""

from __future__ import annotations

import re
from functools import cache

from govreport.segment.leadins.draft import DraftLeadIn, line_start, opens_line
from govreport.segment.lines import line_end, sentences
from govreport.segment.marker import Marker
from govreport.text.lexicon import load_table

__all__ = ["closing"]

# So much of a paragraph tells whether it closes; one without set words stands so near the end of the text.
_LONGEST = 400
_NEAR_END = 600
# A line with a number that is no longer holds a heading; what stands below is its body.
_LONGEST_HEADING = 40


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words) for name, words in load_table("segment")["closing"].items()}


def closing(text: str, markers: list[Marker], start: int) -> list[DraftLeadIn]:
    """Return the sentence behind the last number with which the report begins to close, if one does."""
    last = max((marker.end for marker in markers), default=start)
    body = _end_of_bare_heading(text, markers[-1]) if markers else start
    for first, _ in sentences(text, last, len(text)):
        paragraph = text[first : min(first + _LONGEST, line_end(text, first))]
        own_line = opens_line(text, first)
        is_late = own_line and first > body and len(text) - first <= _NEAR_END
        if _patterns()["set"].match(paragraph) or (is_late and _calls(paragraph)):
            return [DraftLeadIn(first, first + len(paragraph), "closing", own_line)]
    return []


def _calls(paragraph: str) -> bool:
    """Tell whether a paragraph calls on all, thanks, or looks far ahead, and holds no figure to be met."""
    patterns = _patterns()
    return patterns["call"].search(paragraph) is not None and patterns["figure"].search(paragraph) is None


def _end_of_bare_heading(text: str, marker: Marker) -> int:
    """Return where the line ends, or where the body begins below a heading alone on its line."""
    end = line_end(text, marker.end)
    line = text[line_start(text, marker.start) : end]
    is_bare = len(line) <= _LONGEST_HEADING and not re.search("[。;!]", line)
    return end + 1 if is_bare else end
