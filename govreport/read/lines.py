"""Where the lines of a text are; no line holds its own end."""

from __future__ import annotations

from collections.abc import Iterator


def split_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line.

    >>> list(split_lines("甲\\r\\n乙"))
    [(0, 1), (3, 4)]
    """
    start = 0
    for line in text.splitlines(keepends=True):
        content = line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
        yield start, start + len(content)
        start += len(line)
