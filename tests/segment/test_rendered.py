"""Outlines that are written out and found again: mixed numbers, levels left out, lists that begin again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment

NUMERALS = "一二三四五六七八九十"
MARKERS: dict[str, Callable[[int], str]] = {
    "capital": lambda number: "壹贰叁肆伍陆柒捌玖拾"[number - 1] + "、",
    "division": lambda number: f"第{NUMERALS[number - 1]}部分 ",
    "cjk": lambda number: NUMERALS[number - 1] + "、",
    "bracketed": lambda number: f"（{NUMERALS[number - 1]}）",
    "digit": lambda number: f"{number}、",
    "point": lambda number: f"{number}.",
    "bracketed-digit": lambda number: f"（{number}）",
    "half-bracket": lambda number: f"{number}）",
    "circled": lambda number: "①②③④⑤⑥⑦⑧⑨⑩"[number - 1],
    "letter": lambda number: "ABCDEFGH"[number - 1] + ".",
    "small-letter": lambda number: "abcdefgh"[number - 1] + ".",
    "is": lambda number: NUMERALS[number - 1] + "是",
    "ordinal": lambda number: f"第{NUMERALS[number - 1]}，",
}
INLINE = ("is", "ordinal")
# Each from the outermost on, as officials mix them.
CHAINS = [
    ("cjk", "digit", "bracketed-digit", "circled", "letter"),
    ("cjk", "bracketed", "point", "bracketed-digit", "circled"),
    ("division", "cjk", "bracketed", "digit"),
    ("capital", "cjk", "bracketed", "point", "bracketed-digit"),
    ("cjk", "bracketed", "digit", "half-bracket", "small-letter"),
    ("bracketed", "point", "circled"),
    ("digit", "bracketed-digit", "circled"),
    ("cjk", "bracketed", "digit", "is"),
    ("cjk", "digit", "ordinal"),
    ("cjk", "is"),
    ("point", "letter"),
]
HEADINGS = ("加强组织领导", "抓好宣传引导", "维护妇女权益", "关爱留守儿童", "建强基层阵地", "提升服务水平")
BODIES = (
    "全年举办培训班3期",
    "走访慰问困难家庭56户",
    "在各村设立维权岗12个",
    "增长1.5%，投入2.3万元",
    "效果很好",
)


class Drawn(NamedTuple):
    """A section that is written out, with what lies below it."""

    style: str
    number: int
    heading: str
    body: str
    below: list[Drawn]


@st.composite
def lists(draw: st.DrawFn, chain: tuple[str, ...], depth: int = 0) -> list[Drawn]:
    """A list of two to four sections, some with a list of the next style below them, or of the one after."""
    drawn = []
    for number in range(1, draw(st.integers(2, 4)) + 1):
        inner = depth + draw(st.sampled_from((1, 1, 2)))
        has_list = inner < len(chain) and draw(st.booleans())
        below = draw(lists(chain, inner)) if has_list else []
        words = draw(st.sampled_from(HEADINGS)), draw(st.sampled_from(BODIES))
        drawn.append(Drawn(chain[depth], number, *words, below))
    return drawn


def written(sections: list[Drawn], end: str) -> Iterator[str]:
    """The text of a list; ``end`` is what stands where a line ends."""
    for one in sections:
        marker = MARKERS[one.style](one.number)
        if one.style in INLINE:
            yield f"{marker}{one.heading}，{one.body}。"
        elif one.below:
            yield f"{marker}{one.heading}{end}" + "".join(written(one.below, end))
            yield end if one.below[-1].style in INLINE else ""
        else:
            yield f"{marker}{one.heading}。{one.body}。{end}"


def shape(sections: list[Drawn], level: int = 1) -> Iterator[tuple[int, str]]:
    """Level and marker of each section, in reading order."""
    for one in sections:
        yield level, MARKERS[one.style](one.number).strip()
        yield from shape(one.below, level + 1)


@given(st.sampled_from(CHAINS).flatmap(lambda chain: st.tuples(lists(chain), lists(chain))))
def test_what_is_written_out_is_found_again(both: tuple[list[Drawn], list[Drawn]]) -> None:
    """Every marker on its level, with line ends and without, where numbers begin again for the plan too."""
    done, planned = both
    for end in ("\n", ""):
        text = end.join(
            [
                "松溪县妇联工作总结",
                "今年以来，我们做了大量工作，现汇报如下：",
                *written(done, "\n"[: len(end)]),
            ]
        )
        text += f"{end}下一步，我们将抓好以下工作：{end}" + "".join(written(planned, end))
        found = segment(normalize(from_text(text))).sections
        assert [(one.level, one.marker.strip()) for one in found] == [*shape(done), *shape(planned)], text
