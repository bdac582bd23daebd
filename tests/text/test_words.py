"""Words of the lexicon: as jieba cuts them, in less time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import jieba
import jieba.posseg
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport.text.words import dictionary, tagged, verbs

EXAMPLES = Path(__file__).parents[2] / "corpus" / "examples"


def by_jieba(text: str) -> list[tuple[str, str]]:
    """Return the words as jieba itself cuts them, with its tags."""
    dictionary()
    return [(word, tag) for word, tag in jieba.posseg.dt.cut(text, HMM=False)]


def test_a_report_is_cut_as_jieba_cuts_it() -> None:
    """Every clause and every whole text has the words and tags of jieba."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for part in (text, *re.split("[，。；、]", text)):
            wanted = by_jieba(part)
            assert tagged(part) == [(word, tag[:1]) for word, tag in wanted]


@settings(max_examples=200)
@given(st.text("加强妇联领导12aZ.%+_ \r\n，𠀀㐀龥鿕鿖“", max_size=40))
def test_any_text_is_cut_as_jieba_cuts_it(text: str) -> None:
    """Letters, digits, line ends and rare characters too."""
    assert tagged(text) == [(word, tag[:1]) for word, tag in by_jieba(text)]


def test_verbs_are_where_the_tags_are() -> None:
    """A verb that is used as a noun is none."""
    text = "逐户登记困难家庭，开展培训活动"
    places, at = [], 0
    for word, tag in by_jieba(text):
        if tag.startswith("v") and tag != "vn":
            places.append((at, at + len(word)))
        at += len(word)
    assert places
    assert verbs(text) == places


ASKED = """
import jieba.posseg
read = []
load = jieba.posseg.POSTokenizer.load_word_tag
jieba.posseg.POSTokenizer.load_word_tag = lambda self, file: (read.append(file), load(self, file))
from govreport.text.persons import find_persons
from govreport.text.words import tagged
print(len(find_persons("村民张秀兰家")), len(tagged("加强领导")), len(read))
"""


def test_no_words_are_kept_where_others_can_write(tmp_path: Path) -> None:
    """Names and tags come from one reading; nothing is left in the folder for temporary files."""
    found = subprocess.run(
        [sys.executable, "-c", ASKED],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.split() == ["1", "2", "0"]
    assert list(tmp_path.iterdir()) == []
