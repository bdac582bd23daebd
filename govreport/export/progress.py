"""How far long work has come: told to whoever asks, or drawn on the terminal with rate and remaining time.

>>> heard = []
>>> with progress_of(lambda *step: heard.append(step)) as told:
...     told("reading", 1, 2)
>>> heard
[('reading', 1, 2)]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from govreport.export.labels import label

if TYPE_CHECKING:
    import rich.progress

__all__ = ["STAGES", "Progress", "progress_of"]

Progress = Callable[[str, int, int], None]
"""Takes a stage, how many pieces of it are done, and how many there are."""
STAGES = ("reading", "comparing", "writing")
# Seconds over which the rate is taken.
_WINDOW = 30.0
_SLOW = 0.1


@contextmanager
def progress_of(wanted: bool | Progress, lang: str = "en") -> Iterator[Progress]:
    """Give what is to be called at each step; it draws only where stderr is a terminal."""
    if callable(wanted):
        yield wanted
    elif not wanted or not sys.stderr.isatty():
        yield lambda stage, done, total: None
    else:
        with _bars() as shown:
            yield _Drawn(shown, lang)


def _bars() -> rich.progress.Progress:
    from rich import progress
    from rich.console import Console

    columns = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        _rate(),
        progress.TimeRemainingColumn(elapsed_when_finished=True),
    )
    return progress.Progress(
        *columns, console=Console(stderr=True), transient=True, speed_estimate_period=_WINDOW
    )


class _Drawn:
    """A bar for each stage, made when the stage is first heard of."""

    def __init__(self, shown: rich.progress.Progress, lang: str) -> None:
        self._shown, self._lang = shown, lang
        self._tasks: dict[str, Any] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage not in self._tasks:
            self._tasks[stage] = self._shown.add_task(label("progress", stage, self._lang), total=total)
        self._shown.update(self._tasks[stage], completed=done, total=total)


def _paced(speed: float) -> str:
    """Return pieces a second, or seconds a piece where each takes long.

    >>> _paced(3.25), _paced(0.05)
    ('3.2/s', '20 s/1')
    """
    return f"{speed:.1f}/s" if speed >= _SLOW else f"{1 / speed:.0f} s/1"


def _rate() -> rich.progress.ProgressColumn:
    """Return a column; its class needs rich, which is imported when something is drawn."""
    from rich.progress import ProgressColumn, Task
    from rich.text import Text

    class Rate(ProgressColumn):
        """How many pieces are done in a second."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(_paced(speed) if speed else "", style="progress.data.speed")

    return Rate()
