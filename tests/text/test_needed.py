"""What no match of a pattern can do without, told from the pattern itself."""

from __future__ import annotations

import re

import pytest

from govreport.text.dates import _written as written_dates
from govreport.text.needed import begins, needed
from govreport.text.quantities import _written as written_quantities

TABLES = [*(pattern for _, pattern in written_dates()), written_quantities()]
TEXTS = (
    "到2025年底前完成，十四五期间每季度培训2次，6月底前建成，零投诉，过半数，翻一番，七成群众",
    "2023-2025年实施，11月至次年3月，2024年3月，用三年时间，今后五年，一月一次，任期内，月底前",
    "元旦前走访；三天内办结；当日办结；百分之八点六；每万人300/万；不定期检查；3-5万元；上百人次",
)


@pytest.mark.parametrize(
    ("pattern", "held", "begun"),
    [
        ("(?:a|bc)?d+", "[d]", "[abd]"),
        ("[^a]b?", "", ""),
        ("a?", "", ""),
        ("(?<=x)(?:ab|cb)(?!y)", "[b]", "[ac]"),
        ("(?:a|[^b])c", "[c]", ""),
        ("(?P<one>a)(?P=one)?", "[a]", "[a]"),
        (r"\d月", "[月]", ""),
        ("(?:a?|b?)c{2}", "[c]", "[abc]"),
        ("(?i:a)b", "[b]", ""),
        (r"[\]\-^]", r"[\-\]\^]", r"[\-\]\^]"),
    ],
)
def test_what_a_match_holds_and_begins_with(pattern: str, held: str, begun: str) -> None:
    """What can be left out, and what stands beside a match, is not needed; an open class tells nothing."""
    assert (needed(pattern).pattern, begins(pattern).pattern) == (held, begun)


@pytest.mark.parametrize("pattern", TABLES, ids=lambda pattern: pattern[:20])
def test_no_figure_and_no_date_is_missed(pattern: str) -> None:
    """Each match of the tables' patterns holds a character that it needs, and begins with one it can."""
    matches = [match for text in TEXTS for match in re.finditer(pattern, text) if match[0]]
    assert matches
    assert all(needed(pattern).search(match[0]) and begins(pattern).match(match[0]) for match in matches)
    assert needed(pattern).pattern, "nothing is known that it needs: it is looked for everywhere"
