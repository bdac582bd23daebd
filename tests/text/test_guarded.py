"""Patterns with a look ahead before their choices: the same matches as without."""

from __future__ import annotations

import re

import pytest

from govreport.extract.cues import _written as written_cue
from govreport.text.dates import _written as written_dates
from govreport.text.guarded import guarded
from govreport.text.lexicon import load_table
from govreport.text.quantities import _written as written_quantities

MANY = "a|bc|bd|c|de|df|e|fg"
SLOTS = [written_cue("slot", name) for name in load_table("extract")["slot"]]
TEXTS = (
    "由县妇联会同市残联、团委,为120余名困难妇女送去价值3-5万元的物资,6月底前在各村文化广场办结。",
    "镇党委书记李秀兰到社区走访;每季度举办培训班两期,到2025年底覆盖率达到百分之九十以上。",
    "abcdefgh,xbcx(ghi)a" * 2,
)


@pytest.mark.parametrize("pattern", [*SLOTS, *(one for _, one in written_dates()), written_quantities()])
def test_matches_are_the_same(pattern: str) -> None:
    """Each pattern of slots, dates and figures finds what it finds as it is written, group by group."""
    looking_ahead, plain = guarded(pattern), re.compile(pattern)
    for text in TEXTS:
        found = [(match.span(), match.groupdict()) for match in looking_ahead.finditer(text)]
        assert found == [(match.span(), match.groupdict()) for match in plain.finditer(text)]


@pytest.mark.parametrize(
    "pattern",
    [
        f"x(?:{MANY})",
        f"(?:{MANY})?x",
        f"(?<!c)(?:{MANY})+",
        f"x(?:{MANY}|)c",
        f"(?P<one>{MANY})(?P=one)?",
        f"(?<=(?:a|b|c|d|e|f|g|h))(?!{MANY})",
        f"x(?:[^a]|{MANY})",
        f"(?>{MANY})x?",
        f"(?:(?:x|(?:{MANY}){{2}})|y|z)",
    ],
)
def test_choices_stay_what_they_are(pattern: str) -> None:
    """A choice that is optional, that holds a class, nothing or a group, or that stands behind a place."""
    for text in ("xax", "bcc", "axc", "ababx", "xx", "xfgc", "ffg", "", "debcaxyz", "aaxbdbdc"):
        found = [match.span() for match in guarded(pattern).finditer(text)]
        assert found == [match.span() for match in re.finditer(pattern, text)]


def test_case_is_not_ignored() -> None:
    """What a way begins with is looked for as it is written, so a pattern may not ignore case."""
    with pytest.raises(ValueError, match="ignores case"):
        guarded("(?i)a|b")
