"""Files that were changed at random: every reader reads them or says why not, and raises nothing else.

2,000 mutants in each run, by night as many as ``GOVREPORT_MUTANTS`` says (100,000).
"""

from __future__ import annotations

import os
import random
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from govreport.errors import InputError
from govreport.read import ocr, read
from tests.read.packages import paragraph, write_docx

TEXT = (
    "库山镇妇联2021年工作总结\n一、加强培训\n举办培训班3期，培训214人。\n二、下一步打算\n新建儿童之家3所。\n"
)
_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F 12 Tf 20 200 Td (Work report 2021) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""


_HIDDEN = "<p style='display:none'>x</p>"
_PAGE = f"<!doctype html><html><body><h1>总结</h1>{_HIDDEN}<table><tr><td>{TEXT}</td></tr></table>"
_HEAD = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
_PART = "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def seeds() -> dict[str, bytes]:
    """Return one file of each kind that is read without another program."""
    return {
        "utf8.txt": TEXT.encode(),
        "gb.txt": TEXT.encode("gb18030"),
        "big5.txt": "婦聯工作總結\n一、加強領導\n".encode("big5"),
        "utf16.txt": TEXT.encode("utf-16"),
        "page.html": _PAGE.encode(),
        "page.mhtml": f"{_HEAD}{_PART}{_PAGE}\r\n--b--\r\n".encode(),
        "part.docx": _word(),
        "whole.docx": _packed(_word()),
        "report.pdf": _PDF,
    }


def _word() -> bytes:
    """Return the main part of a package."""
    with TemporaryDirectory() as folder:
        made = write_docx(Path(folder, "a.docx"), "".join(paragraph(line) for line in TEXT.splitlines()))
        with zipfile.ZipFile(made) as package:
            return package.read("word/document.xml")


def _packed(part: bytes) -> bytes:
    """Return a sound package around a main part that was changed."""
    held = BytesIO()
    with TemporaryDirectory() as folder:
        made = write_docx(Path(folder, "a.docx"), "")
        with zipfile.ZipFile(made) as package, zipfile.ZipFile(held, "w") as target:
            for name in package.namelist():
                target.writestr(name, part if name == "word/document.xml" else package.read(name))
    return held.getvalue()


def mutants(number: int, seed: int = 20240614) -> Iterator[tuple[str, bytes]]:
    """Yield so many mutants with the name of their seed: bytes changed, cut, doubled, turned around."""
    source, files = random.Random(seed), list(seeds().items())
    for count in range(number):
        name, data = files[count % len(files)]
        changed = bytearray(data)
        for _ in range(source.randint(1, 6)):
            start, length = source.randrange(len(changed) or 1), source.randint(1, 40)
            piece = bytes(changed[start : start + length])
            new = source.choice((b"", piece * 3, source.randbytes(length), b"\x00" * length, piece[::-1]))
            changed[start : start + length] = new
        yield name, _packed(bytes(changed)) if name == "part.docx" else bytes(changed)


def tried(number: int, folder: Path, seed: int = 20240614) -> int:
    """Read mutants; return how many were read. Whatever else is raised than an InputError comes out."""
    read_ones = 0
    for name, data in mutants(number, seed):
        file = folder / name
        file.write_bytes(data)
        refusal = _refusal(file)
        read_ones += not refusal
        assert len(refusal.splitlines()) <= 1
    return read_ones


def _refusal(file: Path) -> str:
    """Return the message of what can't be read, "" for what can; the last file stays where this raises."""
    try:
        read(file).text.encode("utf-8")
    except InputError as error:
        return str(error)
    return ""


def test_mutants_are_read_or_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """2,000 mutants: nothing but an InputError of one line, and what is read can be written."""
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    assert tried(2000, tmp_path) > 200


@pytest.mark.nightly
def test_many_mutants_are_read_or_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same with others, in the number that is wanted."""
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    number = int(os.environ.get("GOVREPORT_MUTANTS", "100000"))
    assert tried(number, tmp_path, seed=20260614) > number // 10
