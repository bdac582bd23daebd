"""Made-up reports that read like reports: words follow one another as in the corpus, at random.

The words are those of the parts train and dev. In go a seed and a number, out come clauses of four to nine
words. Nothing is said in them, but the phrases of the field stand in them as often as in real reports, so two
texts share short pieces by chance.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from govreport.corpus import load_corpus
from govreport.text.script import to_simplified

CORPUS = Path(__file__).parents[2] / "corpus" / "reports"
# How often the next word is any word and not one that follows in the corpus.
LEAP = 0.35
LONGEST = 9
STEMS = "柳石桥湾坪岭溪泉塘坝沙寨岗杨梅松竹荷莲兰桂枫榆槐青白红黄乌金银玉龙凤虎鹤鹰鱼马羊牛"


@cache
def _words() -> tuple[list[str], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the words of the corpus in order, and for each its followers: start, number, places."""
    import jieba

    jieba.setLogLevel(60)
    texts = [item.document.text for item in load_corpus(CORPUS) if item.split != "test"]
    cut = [w for text in texts for w in jieba.cut(to_simplified(text)) if re.fullmatch("[一-鿿]+", w)]
    names, number = np.unique(np.array(cut), return_inverse=True)
    order = np.argsort(number[:-1], kind="stable")
    count = np.bincount(number[:-1], minlength=len(names))
    return names.tolist(), np.cumsum(count) - count, count, number[1:][order]


class Writer:
    """Writes text at random; the same seed gives the same text."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        self._coin = Random(seed).random
        self._ready: list[str] = []

    def clause(self) -> str:
        """Return four to nine words, three times in ten with a figure."""
        if not self._ready:
            self._ready = self._written(20_000)
        return self._ready.pop()

    def text(self, length: int) -> str:
        """Return sentences of about so many characters."""
        found: list[str] = []
        size = 0
        while size < length:
            found.append(self.clause())
            size += len(found[-1]) + 1
            found.append("。" if self._coin() < 0.35 else "，")
        return "".join(found[:-1]) + "。"

    def name(self) -> str:
        """Return the name of a place."""
        return "".join(self.random.choice(list(STEMS), 2)) + "村"

    def _written(self, number: int) -> list[str]:
        words, start, count, following = _words()
        draw = self.random
        state = following[draw.integers(len(following), size=number)]
        columns = [state]
        for _ in range(LONGEST - 1):
            next_ = start[state] + (draw.random(number) * np.maximum(count[state], 1)).astype(np.int64)
            leaps = (draw.random(number) < LEAP) | (count[state] == 0)
            any_ = draw.integers(len(following), size=number)
            state = following[np.where(leaps, any_, np.minimum(next_, len(following) - 1))]
            columns.append(state)
        sizes = draw.integers(4, LONGEST + 1, size=number).tolist()
        rows = np.stack(columns, axis=1).tolist()
        figures = np.where(draw.random(number) < 0.3, draw.integers(2, 900, size=number), 0).tolist()
        return [
            "".join([words[w] for w in row[:size]]) + (f"{figure}人次" if figure else "")
            for row, size, figure in zip(rows, sizes, figures, strict=True)
        ]
