"""Fused headings with a known border: made from reports whose headings stand on lines of their own.

The line end (or the 。) after a heading is taken out, so that heading and body run together.

>>> body = "今年以来，镇妇联按照要求建立了村级妇女之家，从制度到场所都得到了保障，受到好评。"
>>> case_of("一、完善阵地建设", body)[1]
6
"""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from govreport.segment.markers import find_candidates

__all__ = ["FusedCase", "FusedText", "case_of", "fuse", "fused_text", "is_held_out"]

_RUN = 90
_LONGEST_HEADING = 45
# A point that closes a heading is a full stop that lost its shape.
# A label and its colon need no decision: 服务对象:面向…
_LABEL = re.compile("[^。;!?:,]{2,24}:.")
_POINT = re.compile("[\u4e00-\u9fff]\\.$")
# A line that ends with the number of its page ends nowhere else.
_PAGE_NUMBER = re.compile("[\u4e00-\u9fff][0-9]{1,3}$")


def is_held_out(name: str) -> bool:
    """Tell whether a plain report (its file's name without ending) is one of the fifth never learned from."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 5 == 0


class FusedText(NamedTuple):
    """A text with fused headings; ``borders`` are the places where each heading ends.

    ``sentences`` are the starts of the numbered lines that are one sentence and have no heading.
    """

    text: str
    borders: tuple[int, ...]
    sentences: tuple[int, ...]


class FusedCase(NamedTuple):
    """A run without its marker, its border (None for a numbered sentence), and the marker's style.

    ``closed`` is the run with the 。 that stood at its border, None where there was none.
    """

    run: str
    border: int | None
    style: str
    closed: str | None = None


def case_of(line: str, following: str) -> FusedCase | None:
    """Return the case that a numbered line makes with the line below it.

    A heading stands on its own line with a body below it, or is closed by 。 before the body.
    """
    markers = [m for m in find_candidates(line[:12]) if m.start == 0 and not m.inline]
    if not markers:
        return None
    style, content = markers[0].style, line[markers[0].end :].strip()
    if style == "article":
        # The articles of a regulation are sentences: a full stop does not tell which begins with a heading.
        return None
    if _LABEL.match(content) or _PAGE_NUMBER.search(content):
        return None
    if _POINT.search(content):
        content = content[:-1] + "。"
    if (
        content.endswith("。")
        and len(content) <= _LONGEST_HEADING
        and len(following) > 30
        and "," not in content
    ):
        content = content.rstrip("。")
    stops = [m.start() for m in re.finditer("[。;]", content)]
    if (
        4 <= len(content) <= _LONGEST_HEADING
        and not stops
        and following
        and not find_candidates(following[:8])
        and len(following) > 30
    ):
        return FusedCase((content + following)[:_RUN], len(content), style)
    if stops and 4 <= stops[0] <= 40 and stops[0] + 20 < len(content) and content[stops[0]] == "。":
        fused = content[: stops[0]] + content[stops[0] + 1 :]
        return FusedCase(fused[:_RUN], stops[0], style, content[:_RUN])
    if len(stops) == 1 and 20 <= stops[0] == len(content) - 1:
        return FusedCase(content[:_RUN], None, style)
    return None


def fuse(lines: list[str], index: int) -> None:
    """Take out the mark after a heading, so that the report itself does not betray where its body begins."""
    line = lines[index].strip()
    if "。" in line:
        lines[index] = line.replace("。", "", 1)
    else:
        lines[index], lines[index + 1] = "", line + lines[index + 1].strip()


def fused_text(text: str) -> FusedText:
    """Fuse every heading of a normalized text."""
    lines = [line.strip() for line in text.split("\n")]
    lines = [line for line in lines if line]
    pieces: list[str] = []
    borders: list[int] = []
    sentences: list[int] = []
    at, index = 0, 0
    while index < len(lines):
        line = lines[index]
        case = case_of(line, lines[index + 1] if index + 1 < len(lines) else "")
        if case and case[1] is not None:
            head = line.find("。") if "。" in line else len(line)
            body = line[head + 1 :] if "。" in line else lines[index + 1]
            index += 0 if "。" in line else 1
            borders.append(at + head)
            line = line[:head] + body
        elif case:
            sentences.append(at)
        pieces.append(line)
        at += len(line) + 1
        index += 1
    return FusedText("\n".join(pieces), tuple(borders), tuple(sentences))
