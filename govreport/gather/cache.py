"""What was read, kept in the output folder: a batch goes on where it stopped and does only what is new.

An entry is found by what was read and all that the reading depends on. It has its own hash: a damaged one is
no entry. ``begun.jsonl`` tells which files were begun and never ended, even where the whole batch was killed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

from govreport.engines.isolated import Answer
from govreport.errors import OutputError

__all__ = ["Cache"]

_NAME = 40


class Cache:
    """Answers by key, in a folder that is made where it is not there; ``None`` as folder keeps nothing."""

    def __init__(self, folder: Path | None, fingerprint: str) -> None:
        self._root = folder
        self._print = fingerprint
        self._open: Counter[str] = Counter()
        if folder is not None:
            self._set_up(folder)

    def key(self, id: str, sha256: str) -> str:
        """Return the key of a document: its id stands in what is found in it."""
        told = "\0".join((self._print, id, sha256)).encode("utf-8", "surrogatepass")
        return hashlib.sha256(told).hexdigest()

    def get(self, key: str) -> Answer | None:
        """Return what was kept, None where there is nothing or it is damaged."""
        if self._root is None:
            return None
        try:
            digest, _, held = self._place(key).read_bytes().partition(b"\n")
            if digest.decode("ascii") != hashlib.sha256(held).hexdigest():
                return None
            head, _, payload = held.partition(b"\n")
            return Answer(**json.loads(head), payload=payload)
        except (OSError, ValueError, TypeError):
            return None

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer, whole or not at all, and note that its document has ended."""
        if self._root is None:
            return
        head: dict[str, Any] = {k: v for k, v in answer._asdict().items() if k != "payload"}
        held = json.dumps(head).encode("ascii") + b"\n" + answer.payload
        with _told(self._root):
            place = self._place(key)
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = place.with_suffix(f".{os.getpid()}.part")
            beside.write_bytes(hashlib.sha256(held).hexdigest().encode("ascii") + b"\n" + held)
            os.replace(beside, place)
        self.ended(key)

    def attempts(self, key: str) -> int:
        """Return how often a document was begun and not ended."""
        return self._open[key]

    def begun(self, key: str) -> None:
        """Note, before it happens, that a document is going to be read."""
        self._open[key] += 1
        self._note({"begun": key})

    def ended(self, key: str) -> None:
        """Note that the reading of a document came to an end, or was called off."""
        if self._open.pop(key, 0):
            self._note({"ended": key})

    def tidy(self) -> None:
        """Remove what was kept by another version or with other options."""
        for old in self._root.iterdir() if self._root is not None else ():
            if old.is_dir() and old.name != self._print[:_NAME]:
                shutil.rmtree(old, ignore_errors=True)

    def _place(self, key: str) -> Path:
        assert self._root is not None
        return self._root / self._print[:_NAME] / key[:2] / f"{key[2:_NAME]}.found"

    def _set_up(self, folder: Path) -> None:
        """Take up what an earlier batch left open, and write the notes anew without what has ended."""
        with _told(folder):
            folder.mkdir(parents=True, exist_ok=True)
            notes = folder / "begun.jsonl"
            for line in notes.read_text("utf-8", "replace").splitlines() if notes.exists() else ():
                self._take_up(line)
            kept = [json.dumps({"begun": key}) + "\n" for key in self._open.elements()]
            beside = folder / f"begun.{os.getpid()}.part"
            beside.write_text("".join(kept), "utf-8")
            os.replace(beside, notes)

    def _take_up(self, line: str) -> None:
        """Half a line is what a kill leaves behind: it is passed over."""
        try:
            note = json.loads(line)
            if "begun" in note:
                self._open[str(note["begun"])] += 1
            else:
                self._open.pop(str(note["ended"]), None)
        except (ValueError, KeyError, TypeError):
            return

    def _note(self, note: dict[str, str]) -> None:
        if self._root is None:
            return
        with (
            _told(self._root),
            (self._root / "begun.jsonl").open("a", encoding="utf-8", newline="\n") as file,
        ):
            file.write(json.dumps(note) + "\n")


class _told:  # noqa: N801
    """Turns an error of the system into one line with the folder's name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            reason = f"can't be written ({error.strerror or error})"
            raise OutputError(
                "not-writable", reason, path=self._folder, hint="choose another folder"
            ) from error
