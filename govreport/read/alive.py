"""A sign of life from readers that take long for good reasons: a page was recognized, a part was converted.

Whoever reads within limits says by ``listening`` what a sign is worth; without that nothing happens.

>>> heard = []
>>> with listening(lambda: heard.append("page")):
...     alive()
>>> alive(); heard
['page']
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

__all__ = ["alive", "listening"]

_LISTENER: ContextVar[Callable[[], None] | None] = ContextVar("listener", default=None)


def alive() -> None:
    """Say that the reading goes on."""
    listener = _LISTENER.get()
    if listener is not None:
        listener()


@contextmanager
def listening(listener: Callable[[], None]) -> Iterator[None]:
    """Call ``listener`` at each sign of life."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)
