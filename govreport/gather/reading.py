"""Inputs read and analyzed: from the cache where they are known, in child processes where they are new.

In go inputs, out come reports and an outcome for each report and each input without one, in the order of the
inputs, whatever the number of processes and whoever was first.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar

from govreport.check import Settings
from govreport.engines import Engine
from govreport.engines.embedded import Embedded
from govreport.engines.isolated import Answer, Limits, Task
from govreport.engines.packed import PackedStatements
from govreport.engines.sources import is_source
from govreport.engines.stored import findings_from, stored
from govreport.errors import as_utf8
from govreport.gather.cache import Cache
from govreport.gather.fingerprint import fingerprint
from govreport.gather.listing import Input, find_inputs, is_wanted, no_reports, numbered, unwanted
from govreport.gather.outcomes import failed, read_outcome
from govreport.gather.stored import find_stored
from govreport.model import Document, Findings, Outcome, Taxonomy
from govreport.report import Report

__all__ = ["Reading"]

PathLike = str | os.PathLike[str]
_MOST_ATTEMPTS = 3
_CHUNK = 1 << 20
_LOST = ("timeout", "out-of-memory", "too-much-output", "crashed")


@dataclass
class Reading:
    """How a batch is read: by which engine, with how many processes, which limits, and what is kept where."""

    jobs: int
    limits: Limits
    taxonomy: Taxonomy | None = None
    rules: Settings = field(default_factory=Settings)
    cache_folder: Path | None = None
    engine: Engine = field(default_factory=Embedded)
    costs: dict[str, tuple[float, int, int]] = field(default_factory=dict)
    awake: ClassVar[int] = 100 << 20
    """How many bytes of findings, as they come in, are held as objects, which take three times as much.

    They are those of about a thousand reports of 3,000 characters.
    """
    _held: int = 0

    def __post_init__(self) -> None:
        areas = None if self.taxonomy is None else stored(Taxonomy, self.taxonomy)
        self._options: dict[str, Any] = {"taxonomy": areas, "rules": stored(Settings, self.rules)}
        self._cache = Cache(self.cache_folder, fingerprint({**self._options, "limits": self.limits}))

    def inputs(self, paths: Sequence[PathLike]) -> tuple[list[Input], list[Outcome]]:
        """Return what is to be read, in place of an archive what it holds, and outcomes for what is not."""
        listed, outcomes = find_inputs(path for path in paths if not is_source(path))
        archives = {one.id: one for one in listed if _may_be_archive(Path(one.path))}
        found = self._answers(list(archives.values()), "list", lambda: None)
        inputs: list[Input] = []
        for one in listed:
            answer = found.get(one.id)
            if answer is None or answer.payload == b"null":
                inputs.append(one)
            elif answer.status != "done":
                outcomes.append(failed(one, answer))
            else:
                held = [(Path(one.path, name), f"{one.id}/{name}") for name in json.loads(answer.payload)]
                inputs += [Input(*member) for member in held if is_wanted(member[0].name)]
                outcomes += [unwanted(*member) for member in held if not is_wanted(member[0].name)]
                if not any(is_wanted(path.name) for path, _ in held):
                    outcomes.append(no_reports(one.path, one.id))
        sources = (os.fspath(path) for path in paths if is_source(path))
        stored_, missing = find_stored(sources, self.engine.listed)
        inputs += stored_
        return list(numbered(sorted(inputs, key=lambda one: one.id))), [*outcomes, *missing]

    def texts(self, inputs: Sequence[Input]) -> tuple[list[tuple[str, str]], list[Outcome]]:
        """Return the id and the text of each input that is only read, and outcomes for the others."""
        found = self._answers(inputs, "text", lambda: None)
        texts = [(one.id, found[one.id]) for one in inputs if found[one.id].status == "done"]
        missing = [failed(one, found[one.id]) for one in inputs if found[one.id].status != "done"]
        return [(id, answer.payload.decode("utf-8", "surrogatepass")) for id, answer in texts], missing

    def reports(
        self, inputs: Sequence[Input], step: Callable[[], None] = lambda: None
    ) -> Iterator[tuple[Report | None, Outcome]]:
        """Yield a report, or None, and its outcome for each input; ``step`` is called when one is done.

        An input that holds several reports yields each of them.
        """
        # What came in bytes takes as much memory as what is made of it: none of it is kept.
        found = {
            one.id: ((answer.seconds, answer.bytes, answer.attempts), list(self._reports_in(one, answer)))
            for one, answer in self._arriving(inputs, "read", step)
        }
        for one in inputs:
            self.costs[one.id], reports = found.pop(one.id)
            yield from reports
        self._cache.tidy()

    def _reports_in(self, one: Input, answer: Answer) -> Iterator[tuple[Report | None, Outcome]]:
        """Yield the reports of one input, each with its outcome; in a large batch statements are at rest."""
        if answer.status != "done":
            yield None, failed(one, answer)
            return
        for held in answer.payload.split(b"\n"):
            self._held += len(held)
            pack = PackedStatements if self._held > self.awake else None
            report = Report(_at(findings_from(held, pack), one.path))
            yield report, read_outcome(one._replace(id=report.document.id), report)

    def _answers(self, inputs: Sequence[Input], kind: str, step: Callable[[], None]) -> dict[str, Answer]:
        """Return the answer for each input by its id."""
        return {one.id: answer for one, answer in self._arriving(inputs, kind, step)}

    def _arriving(
        self, inputs: Sequence[Input], kind: str, step: Callable[[], None]
    ) -> Iterator[tuple[Input, Answer]]:
        """Yield each input with its answer: first what is kept, then what is new, as it is done."""
        keys = {one.id: self._key(one, kind) for one in inputs}
        by_id = {one.id: one for one in inputs}
        tasks = []
        for one in inputs:
            kept = self._known(keys[one.id])
            if kept is None:
                tasks.append(self._task(one, kind, keys[one.id]))
            else:
                yield one, kept
                step()
        for id, answer in self._done(tasks, keys):
            yield by_id[id], answer
            step()

    def _known(self, key: str | None) -> Answer | None:
        """Return what was kept of a document, or the end of one that stopped every batch so far."""
        if key is None:
            return None
        kept = self._cache.get(key)
        if kept is None and self._cache.attempts(key) >= _MOST_ATTEMPTS:
            kept = Answer("crashed", attempts=self._cache.attempts(key))
        return kept

    def _task(self, one: Input, kind: str, key: str | None) -> Task:
        begun = key is not None and self._cache.attempts(key) > 0
        return Task(os.fspath(one.path), one.id, kind, int(begun), one.source)

    def _done(self, tasks: list[Task], keys: dict[str, str | None]) -> Iterator[tuple[str, Answer]]:
        def begun(task: Task) -> None:
            if (key := keys[task.id]) is not None:
                self._cache.begun(key)

        try:
            arriving = self.engine.answers(
                tasks, jobs=self.jobs, limits=self.limits, options=self._options, begun=begun
            )
            for task, answer in arriving:
                self._keep(keys[task.id], answer)
                yield task.id, answer
        except BaseException:
            for key in filter(None, keys.values()):
                self._cache.ended(key)
            raise

    def _keep(self, key: str | None, answer: Answer) -> None:
        """Keep what took time to find out; a file that is refused is soon refused again."""
        if key is None:
            return
        if answer.status in ("done", *_LOST):
            self._cache.put(key, answer)
        else:
            self._cache.ended(key)

    def _key(self, one: Input, kind: str) -> str | None:
        """Return the key of a file's content, None where it can't be had: the child will tell why."""
        if self.cache_folder is None or one.source:
            return None
        content = _content(Path(one.path))
        return None if content is None else self._cache.key(f"{kind} {one.id}", content)


def _may_be_archive(path: Path) -> bool:
    if path.suffix.lower() == ".zip":
        return True
    try:
        with path.open("rb") as file:
            return file.read(2) == b"PK"
    except OSError:
        return False


def _content(path: Path) -> str | None:
    """Return the hash of a file; of what lies in an archive that of the archive, with its name."""
    try:
        archive = next((above for above in path.parents if above.is_file()), None)
        digest = hashlib.sha256()
        with (archive or path).open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    return digest.hexdigest() + ("" if archive is None else os.fspath(path.relative_to(archive)))


def _at(findings: Findings, path: PathLike) -> Findings:
    """Return the findings with the path that the file has now."""
    known = findings.document.provenance
    document: Document = replace(findings.document, provenance=replace(known, path=as_utf8(path)))
    return replace(findings, document=document, text=replace(findings.text, document=document))
