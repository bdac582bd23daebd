"""Ink that stands close before a line of a scan belongs to it; borders and far ink do not."""

from __future__ import annotations

from typing import Any

import pytest

from govreport.read.line_starts import begun

pytest.importorskip("PIL", reason="govreport[ocr] is not installed")
BOX = [(98.0, 20.0), (198.0, 20.0), (198.0, 40.0), (98.0, 40.0)]


def page_with(mark: tuple[int, int, int, int] | None) -> Any:
    """A page with a line of two strokes and, before it, the mark."""
    from PIL import Image

    page = Image.new("L", (240, 60), "white")
    for stroke in ((100, 22, 196, 25), (100, 35, 196, 38)):
        page.paste(0, stroke)
    if mark is not None:
        page.paste(0, mark)
    return page


def test_a_thin_mark_before_a_line_belongs_to_it() -> None:
    """The box grows to the left edge of 一 and a little more, and keeps its height."""
    grown = begun(page_with((70, 29, 88, 32)), BOX, room=60.0)
    assert 60 <= grown[0][0] == grown[3][0] <= 70
    assert [point[1] for point in grown] == [20, 20, 40, 40]
    assert grown[1:3] == BOX[1:3]


@pytest.mark.parametrize(
    ("mark", "room"),
    [(None, 60.0), ((92, 0, 95, 60), 60.0), ((42, 29, 60, 32), 60.0), ((70, 29, 88, 32), 4.0)],
    ids=["nothing", "border", "far", "another-box"],
)
def test_what_is_no_mark_of_the_line_changes_nothing(mark: Any, room: float) -> None:
    """White paper, the border of a table, ink beyond a gap and what another box holds are left alone."""
    assert begun(page_with(mark), BOX, room) is BOX
