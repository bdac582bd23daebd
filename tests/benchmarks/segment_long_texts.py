"""Whether the time of ``segment`` grows with the length of a text: running text, markers, and deep nesting.

Run it from the top of a clone: ``python tests/benchmarks/segment_long_texts.py [CHARACTERS]`` (a million
unless given). Each text is taken at a tenth, a half and the whole of the length, though an analysis stops
at the bounds of the README; what is printed is microseconds a character.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import govreport as gr
from govreport.normalize import normalize
from govreport.segment import segment

SENTENCE = "镇妇联走访慰问困难家庭，发放资料三千份，群众反映良好。"


def running(length: int) -> str:
    """One section of plain sentences, a line each."""
    return "一、走访\n" + (SENTENCE + "\n") * (length // len(SENTENCE))


def flat(length: int) -> str:
    """The same without line ends."""
    return running(length).replace("\n", "")


def items(length: int) -> str:
    """A marker every eight characters."""
    return "工作总结\n" + "".join(f"{number % 99 + 1}.走访慰问\n" for number in range(length // 8))


def nested(length: int) -> str:
    """一、 （一） 1. （1） ① over and over."""
    return "一、学习\n（一）培训\n1.走访\n（1）慰问\n①宣传\n" * (length // 27)


def main() -> None:
    """Print one line for each text."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    ways: tuple[Callable[[int], str], ...] = (running, flat, items, nested)
    segment(normalize(gr.from_text(SENTENCE)))
    for way in ways:
        told = []
        for part in (length // 10, length // 2, length):
            view = normalize(gr.from_text(way(part)), whole=True)
            begin = time.process_time()
            sections = len(segment(view).sections)
            told.append(f"{(time.process_time() - begin) / part * 1e6:7.2f}")
        print(f"{way.__name__:<10}{' '.join(told)}   {sections} sections")


if __name__ == "__main__":
    main()
