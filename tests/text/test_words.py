"""Words are read from jieba's own list, once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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
