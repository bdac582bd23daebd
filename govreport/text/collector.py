"""Python's search for circles of objects, put off where millions of small objects are made and stay.

>>> import gc
>>> with collector_at_rest():
...     gc.isenabled()
False
>>> gc.isenabled()
True
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collector_at_rest"]


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let Python look for no circles meanwhile; what is not referred to any more is freed as always.

    An analysis makes no circles, and a tenth of its time went there; so with a search of many texts.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
