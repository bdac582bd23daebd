"""What executors do with documents, by the functions that they run: no cluster is needed for that."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import govreport as gr
from govreport.engines import get_engine
from govreport.engines.isolated import Answer, Limits, Task
from govreport.engines.sources import StoredDocument
from govreport.engines.stored import findings_from
from govreport.errors import InputError, UsageError
from govreport.gather.stored import find_stored
from govreport.read.files import LARGEST
from tests.command import run

TEXT = "库山镇妇联2021年工作总结\n一、加强培训\n举办培训班3期。\n"


@dataclass
class Batch:
    """Rows as Spark gives them to an executor."""

    rows: list[dict[str, Any]]

    def to_pylist(self) -> list[dict[str, Any]]:
        return self.rows


def answered(*documents: tuple[str, bytes | None, bool]) -> dict[str, Answer]:
    """Return the answers on documents: paths, bytes (None: too large to be read), and if they are text."""
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    from govreport.engines.spark.reading import _read

    rows = [
        {
            "task": json.dumps(Task(path, f"id of {path}", source="s3a://b")._asdict()),
            "size": LARGEST + 1 if content is None else len(content),
            "content": content,
            "is_text": is_text,
        }
        for path, content, is_text in documents
    ]
    found = _read([Batch(rows)], Limits(), {"taxonomy": None})
    told = [row for batch in found for row in batch.to_pylist()]
    return {
        Task(**json.loads(row["task"])).path: Answer(**json.loads(row["head"]), payload=row["payload"])
        for row in told
    }


def test_documents_are_read_as_files_are() -> None:
    """By their content, under their own id; what is wrong with one is told as of a file, the rest is read."""
    found = answered(
        ("s3a://b/2021/a.txt", TEXT.encode("gb18030"), False),
        ("s3a://b/empty.docx", b"", False),
        ("s3a://b/large.pdf", None, False),
        ("s3a://b/damaged.docx", b"PK\x03\x04" + bytes(40), False),
        ("a text", TEXT.encode(), True),
        ("<html> at its head", f"<html>{TEXT}".encode(), True),
        ("blank", b" \n", True),
    )
    codes = {path: answer.code for path, answer in found.items() if answer.status != "done"}
    damaged = codes.pop("s3a://b/damaged.docx")
    assert damaged
    empty = dict.fromkeys(("s3a://b/empty.docx", "blank"), "empty-file")
    assert codes == {**empty, "s3a://b/large.pdf": "too-large"}
    read = findings_from(found["s3a://b/2021/a.txt"].payload).document
    assert (read.text, read.id, read.provenance.encoding) == (TEXT, "id of s3a://b/2021/a.txt", "gb18030")
    assert findings_from(found["a text"].payload).document.text == TEXT
    # A text that was at hand is no web page, whatever it begins with.
    assert findings_from(found["<html> at its head"].payload).document.text == f"<html>{TEXT}"


def test_every_stored_document_has_one_outcome() -> None:
    """Names that reports do not have are passed over below an address, and read in a table."""

    def listed(source: str) -> Iterator[StoredDocument]:
        if source == "gone.parquet":
            raise InputError("missing-file", "no such file", path=source, hint="check the path")
        yield from (StoredDocument(f"s3a://b/{name}", name) for name in ("a.txt", "2021/notes.md"))

    inputs, outcomes = find_stored(["s3a://b", "gone.parquet", "s3a://b"], listed)
    assert [(one.id, one.source) for one in inputs] == [("a.txt", "s3a://b")]
    assert [(one.document_id, one.status, one.code) for one in outcomes] == [
        ("2021/notes.md", "skipped", "no-report"),
        ("gone.parquet", "error", "missing-file"),
    ]
    assert [one.id for one in find_stored(["t.parquet"], listed)[0]] == ["a.txt", "2021/notes.md"]


@pytest.mark.parametrize("source", ["s3a://bucket/2021", "documents.parquet"])
def test_one_machine_tells_what_it_does_not_read(source: str, tmp_path: Path) -> None:
    """An address or a table without the engine for them is wrong usage, told in one line."""
    with pytest.raises(UsageError, match="engine spark"):
        gr.audit(source, progress=False)
    with pytest.raises(UsageError, match="engine spark"):
        get_engine("embedded").history(source)
    result = run("audit", source, "--out", os.fspath(tmp_path / "out"), "--quiet")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert source in result.stderr
