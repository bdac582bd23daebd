"""One task done: a file read and analyzed, or an archive listed, and every outcome told in one form.

>>> head, _ = answer_of({"kind": "read", "path": "no-such.txt", "id": "x", "taxonomy": None, "seconds": 9})
>>> head["status"], head["code"]
('refused', 'missing-file')
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from govreport.check import Settings
from govreport.engines.stored import restored, to_bytes
from govreport.errors import GovreportError, InputError
from govreport.model import Document, Taxonomy
from govreport.pipeline import analyze, analyze_each
from govreport.read import from_text, is_archive, listening, members, read
from govreport.text.words import verbs

__all__ = ["answer_of", "warm_up"]

# How fast a slow machine analyzes: a long text is given more time than a short one.
_CHARACTERS_A_SECOND = 2000
_LONGEST_REASON = 500
# What a report may ask of every table and model, so that they are loaded before the first file comes.
_SAMPLE = """库山镇妇联2021年工作总结
一、加强培训
2021年3月举办培训班3期，培训214人。
二、下一步打算
计划新建儿童之家3所。
"""


def warm_up() -> None:
    """Load every table and model that an analysis needs."""
    analyze(from_text(_SAMPLE))
    verbs(_SAMPLE)


def answer_of(
    task: dict[str, Any], more_time: Callable[[int], None] = lambda seconds: None
) -> tuple[dict[str, Any], bytes]:
    """Return the head of the answer and its payload.

    ``more_time`` is told how many seconds the next step may take: the next page, then the analysis.
    """
    begun, payload = time.process_time(), b""
    _forget_peak()
    try:
        with listening(lambda: more_time(task["seconds"])):
            payload = _done(task, more_time)
        head: dict[str, Any] = {"status": "done"}
    except GovreportError as error:
        head = {"status": "refused", "code": error.code, "reason": error.reason, "hint": error.hint}
    except MemoryError:
        head = {"status": "out-of-memory"}
    except Exception as error:  # A bug met on one file must not cost the auditor the others.
        head = {"status": "failed", "reason": f"{type(error).__name__}: {error}"[:_LONGEST_REASON]}
    return head | {"seconds": time.process_time() - begun, "bytes": _peak()}, payload


def _done(task: dict[str, Any], more_time: Callable[[int], None]) -> bytes:
    if task["kind"] == "list":
        return _listed(task)
    if task["kind"] == "text":
        return _document(task).text.encode("utf-8", "surrogatepass")
    return _found(task, more_time)


def _found(task: dict[str, Any], more_time: Callable[[int], None]) -> bytes:
    areas = task["taxonomy"]
    taxonomy = None if areas is None else restored(Taxonomy, areas)
    rules = restored(Settings, task["rules"]) if "rules" in task else None
    document = replace(_document(task), id=task["id"])
    more_time(task["seconds"] + len(document.text) // _CHARACTERS_A_SECOND)
    reports = analyze_each(document, taxonomy=taxonomy, rules=rules)
    return b"\n".join(to_bytes(report.findings) for report in reports)


def _document(task: dict[str, Any]) -> Document:
    path = Path(task["path"])
    if not task.get("is_text"):
        return read(path)
    text = path.read_bytes().decode("utf-8")
    if not text.strip():
        raise InputError("empty-file", "holds no text", path=path, hint="check how it was exported")
    return from_text(text)


def _listed(task: dict[str, Any]) -> bytes:
    """Return the names of an archive's members as JSON; null for what is no archive."""
    archive = Path(task["path"])
    if not is_archive(archive):
        return b"null"
    return json.dumps([str(member.relative_to(archive)) for member in members(archive)]).encode("ascii")


def _forget_peak() -> None:
    """Begin to count anew how much memory is held, where the system can: a child reads many files."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _peak() -> int:
    """Return the most memory that was held for this task, in bytes; 0 where the system does not tell.

    Where it can't begin anew, it is the most that this process has ever held.
    """
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
