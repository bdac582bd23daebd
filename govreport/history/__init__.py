"""Earlier submissions on disk: what a new batch is compared with.

>>> import tempfile, pathlib
>>> from govreport.model import Submission
>>> file = pathlib.Path(tempfile.mkdtemp()) / "history.duckdb"
>>> with History.open(file) as history:
...     history.add([Submission("2018/a.txt", "总结", "石桥镇妇联", 2018)])
...     history.add([Submission("2018/a.txt", "总结"), Submission("2018/b.txt", "总结")])
1
1
>>> with History.open(file, read_only=True) as history:
...     [(one.id, one.unit, one.role) for one in history.submissions()]
[('2018/a.txt', '石桥镇妇联', 'history'), ('2018/b.txt', None, 'history')]
"""

from __future__ import annotations

from govreport.history.kept import Entry, Kept
from govreport.history.question import Answer, Question
from govreport.history.store import FORMAT, History, digest_of

__all__ = ["FORMAT", "Answer", "Entry", "History", "Kept", "Question", "digest_of"]
