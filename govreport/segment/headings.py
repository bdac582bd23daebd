"""Where each heading ends: at its line end, at its first full stop, or where the boundary model says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from govreport.segment.boundary import Boundary, decide
from govreport.segment.boundary.candidates import Run, patterns
from govreport.segment.items import bare_sentences
from govreport.segment.lines import line_end, next_content, strip_end
from govreport.segment.outlined import OutlinedLine
from govreport.segment.tree import Node

_NOTHING: Mapping[int, OutlinedLine] = {}
_LONGEST_LINE = 45
# With a full stop behind it and text below, or a list: then it may be as long as any.
_LONGEST_CLOSED = 30
# A heading that says what came about ("家底厚了。") is so short, or it is a sentence.
_SHORT_LINE = 16
_RUN = 90
_LONGEST_SENTENCE = 20
_LONGEST_PAIR = 32
_SIGNATURE = 30
# So many headings on lines of their own show that a report sets them so; most of a list is more than this.
_SET_APART, _MOST = 2, 0.67


def set_headings(
    text: str,
    nodes: list[Node],
    unit_names: tuple[str, ...] = (),
    outlined: Mapping[int, OutlinedLine] = _NOTHING,
) -> list[Boundary | None]:
    """Fill ``heading_end`` of every node; return the model's decision where it was asked, else None.

    What the file itself calls a heading (``outlined``) is one, as far as its line runs.
    """
    asked: list[int] = []
    closed: dict[int, int] = {}
    for index, node in enumerate(nodes):
        if node.marker.inline:
            continue
        stop = _stop(text, nodes, index)
        line = outlined.get(node.marker.start)
        if (line and line.end == stop) or _stands_alone(text, nodes, index, stop):
            node.heading_end = _without_mark(text, node.marker.end, stop)
            continue
        first = _first_sentence(text, node.marker.end, stop)
        if node.marker.style == "article":
            # The articles of a regulation are sentences; no heading runs into its body there.
            node.heading_end = first
            continue
        asked.append(index)
        if first is not None:
            closed[index] = first
    if len(closed) == len(asked):
        # Nothing runs on in this report, so a short first sentence is a heading, and none hides in it.
        for index, end in closed.items():
            if not _is_deed_alone(text, nodes, index, end):
                nodes[index].heading_end = end
        asked = []
    runs = [_run(text, nodes, index) for index in asked]
    decisions: list[Boundary | None] = [None] * len(nodes)
    for index, decision in zip(asked, decide(text, runs, unit_names) if runs else [], strict=True):
        if not _is_deed_alone(text, nodes, index, decision.end):
            nodes[index].heading_end = decision.end
            decisions[index] = decision
    for index in (*_odd_ones(text, nodes, decisions), *bare_sentences(text, nodes)):
        nodes[index].heading_end = decisions[index] = None
    return decisions


def _odd_ones(text: str, nodes: list[Node], decisions: list[Boundary | None]) -> Iterator[int]:
    """Yield the items of a list on lines of their own that run on though most of the list has no heading.

    Where a report sets its headings on lines, a list is one of headings or of sentences.
    """
    lists: dict[tuple[int | None, str], list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        if not node.marker.inline and node.marker.at_line_start:
            lists[node.parent, node.marker.style].append(index)
    set_apart = sum(
        nodes[index].heading_end is not None and decisions[index] is None
        for own in lists.values()
        for index in own
    )
    if set_apart < _SET_APART:
        return
    for own in lists.values():
        if sum(nodes[index].heading_end is not None for index in own) < _MOST * len(own):
            yield from (index for index in own if _runs_on(text, decisions[index]))


def _runs_on(text: str, decision: Boundary | None) -> bool:
    return decision is not None and decision.end is not None and text[decision.end : decision.end + 1] != "。"


def _is_deed_alone(text: str, nodes: list[Node], index: int, end: int | None) -> bool:
    """A sentence that counts or tells a deed, with at most a signature below it, is an item and no heading.

    （二）全年举办培训班2期。 in a plan, where the headings of another list end with a full stop.
    """
    if end is None or text[end : end + 1] != "。":
        return False
    below = text[end + 1 : min(nodes[index].end, end + _LONGEST_LINE)]
    if "。" in below or len(below.strip()) > _SIGNATURE:
        return False
    sentence = text[next_content(text, nodes[index].marker.end) : end]
    return _tells(sentence)


def _tells(words: str) -> bool:
    """Whether words tell or count a deed."""
    return any(patterns()[name].search(words) for name in ("told", "counted"))


def _stop(text: str, nodes: list[Node], index: int) -> int:
    """Return where the text from the marker to the line end or the next marker ends."""
    following = nodes[index + 1].marker.start if index + 1 < len(nodes) else len(text)
    # What a file sets on the line below its number is the number's text all the same.
    end = min(line_end(text, next_content(text, nodes[index].marker.end)), following)
    return strip_end(text, nodes[index].marker.end, end)


def _stands_alone(text: str, nodes: list[Node], index: int, stop: int) -> bool:
    """A short line without a full stop inside is a heading, if it is followed by something."""
    start = next_content(text, nodes[index].marker.end)
    line = text[start:stop]
    if not 1 < len(line) <= _LONGEST_LINE or re.search("[。;!?]", line[:-1]):
        return False
    is_cut = stop < len(text) and text[stop] not in " \n"
    if is_cut and (_tells(line) or (line[-1] in "。;!?:" and len(line) > _SHORT_LINE)):
        # No line ends here, but the next number begins: this may be a heading and its body.
        return False
    if line[-1] not in "。;!?":
        return True
    below = next_content(text, stop)
    longest = _LONGEST_LINE if _opens_list(nodes, index, below) else _LONGEST_CLOSED
    return line[-1] == "。" and below < nodes[index].end and len(line) <= longest and not _tells(line)


def _opens_list(nodes: list[Node], index: int, below: int) -> bool:
    """Whether items of its own begin right below the line of a node."""
    following = nodes[index + 1] if index + 1 < len(nodes) else None
    return following is not None and following.parent == index and following.marker.start == below


def _first_sentence(text: str, start: int, stop: int) -> int | None:
    """Return the end of a short first sentence that more text follows: （一）抓好培训。全年举办…

    Two clauses of like length may be longer than one. What tells of a deed is no heading.
    """
    full_stop = text.find("。", start, min(stop, start + _LONGEST_LINE))
    sentence = text[start : max(start, full_stop)].strip()
    if len(sentence) < 2 or full_stop + 4 >= stop or patterns()["told"].search(sentence):
        return None
    clauses = [len(clause) for clause in re.split("[,、]", sentence)]
    even = len(clauses) == 2 and abs(clauses[0] - clauses[1]) <= 3
    return full_stop if len(sentence) <= (_LONGEST_PAIR if even else _LONGEST_SENTENCE) else None


def _without_mark(text: str, start: int, stop: int) -> int | None:
    while stop > start and (text[stop - 1] in "。:;" or text[stop - 1].isspace()):
        stop -= 1
    return stop if stop > start else None


def _run(text: str, nodes: list[Node], index: int) -> Run:
    """Return what the model decides on: the line, and what follows a short one that ends with a full stop."""
    start, stop = next_content(text, nodes[index].marker.end), _stop(text, nodes, index)
    if stop - start <= _SHORT_LINE and re.fullmatch("[^,、;:。]{2,}。", text[start:stop]):
        following = nodes[index + 1].marker.start if index + 1 < len(nodes) else len(text)
        stop = max(stop, min(following, start + _RUN))
    return Run(start, text[start : max(start, min(stop, start + _RUN))], nodes[index].marker.style)
