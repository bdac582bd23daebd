"""Files made to break readers: each is read or refused in one line, none hangs, none is lost in silence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govreport.errors import GovreportError
from govreport.read import read
from govreport.read.ocr import is_installed
from tests.hostile.manifest import ARGUED, GENERATOR

# Read by recognizing the drawn page where the extra [ocr] is there, refused elsewhere.
NEEDS_OCR = {"pdf/no_tounicode.pdf"}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    if not GENERATOR.exists():
        pytest.skip(f"{GENERATOR} is missing: set GOVREPORT_SHARED")
    folder = tmp_path_factory.mktemp("hostile") / "out"
    subprocess.run([sys.executable, GENERATOR, folder], check=True, capture_output=True)
    kept = ("encoding", "docx", "pdf", "html")
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    return folder, [file for file in listed if file["klass"] in kept]


def outcome(path: Path) -> tuple[str, str]:
    """Return the status in the words of the manifest, and the text."""
    try:
        document = read(path)
    except GovreportError as error:
        message = str(error)
        return ("clean-error" if path.name in message and "\n" not in message else "badly told"), ""
    return ("ok-with-warning" if document.provenance.warnings else "ok"), document.text


def holds(checks: dict[str, Any], text: str) -> bool:
    """Whether the text has what it should have, as often as it should."""
    has = all(piece in text for piece in checks.get("contains", ()))
    once = all(text.count(piece) == 1 for piece in checks.get("once", ()))
    return has and once and not any(piece in text for piece in checks.get("not_contains", ()))


def test_each_hostile_file_is_read_or_refused_as_it_should_be(
    files: tuple[Path, list[dict[str, Any]]],
) -> None:
    """Status, warnings told or not, and text are those of the manifest, but for what is argued with."""
    folder, listed = files
    wrong = set()
    for file in listed:
        status, text = outcome(folder / file["path"])
        if status not in file["accept"] or (status != "clean-error" and not holds(file["checks"], text)):
            wrong.add(file["path"])
    assert wrong <= set(ARGUED) | (set() if is_installed() else NEEDS_OCR)
    assert len(listed) > 150
