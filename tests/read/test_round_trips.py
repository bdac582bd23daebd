"""Corpus reports written out as offices hand them in are read like their .txt: sections and statements."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from govreport.corpus import CorpusItem, load_corpus
from govreport.pipeline import analyze
from tests.read.agreement import agreements, reading_of_text, summed
from tests.read.written_out import FORMATS, write_all

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
# Women's federation, government and others; both scripts; sections on one line with their text and on two.
CHOSEN = (
    *("baishi-2021", "w-dongmen-street-2016", "w-luoshan-county-2019"),
    *("w-wenquan-town-2024", "gv-tianti-township-2018", "ic-donglian-city-2019"),
)
LEAST = {
    "docx": 0.99,
    "office.docx": 0.99,
    "html": 0.98,
    "office.pdf": 0.98,
    "chromium.pdf": 0.98,
    "scan.pdf": 0.9,
}
NEEDS = {
    "docx": ("docx",),
    "html": (),
    "office.docx": ("soffice",),
    "office.pdf": ("docx", "soffice"),
    "chromium.pdf": ("chromium",),
    "scan.pdf": ("docx", "soffice", "rapidocr"),
}  # fmt: skip


def is_there(name: str) -> bool:
    """Whether a program or a package is installed."""
    return shutil.which(name) is not None or importlib.util.find_spec(name) is not None


@pytest.fixture(scope="module")
def items() -> list[CorpusItem]:
    return [item for item in load_corpus(REPORTS) if item.document.id in CHOSEN]


# Of what takes seconds a report: how many with each change. By night all six, and two scans.
BY_DAY = {"office.docx": 3, "office.pdf": 3, "chromium.pdf": 3, "scan.pdf": 1}


@pytest.mark.parametrize("format", FORMATS)
def test_a_report_is_the_same_in_every_format(items: list[CorpusItem], format: str, tmp_path: Path) -> None:
    """F1 of sections and of statements, against those of the .txt: .99 for Word, .98 for PDF and pages."""
    check(items[: BY_DAY.get(format, len(items))], format, tmp_path)


@pytest.mark.nightly
@pytest.mark.parametrize("format", BY_DAY)
def test_more_reports_are_the_same(items: list[CorpusItem], format: str, tmp_path: Path) -> None:
    """The same for all of them."""
    check(items[:2] if format == "scan.pdf" else items, format, tmp_path)


def check(kept: list[CorpusItem], format: str, tmp_path: Path) -> None:
    missing = [name for name in NEEDS[format] if not is_there(name)]
    if missing:
        pytest.skip(f"{' and '.join(missing)} is not installed")
    files = write_all(kept, format, tmp_path)
    slack = 2 if format == "scan.pdf" else 0
    read = zip(kept, files, strict=True)
    rows = [
        row
        for item, file in read
        for row in agreements(reading_of_text(item.document.text), analyze(file), slack)
    ]
    for task, total in summed(rows).items():
        assert total.f1 >= LEAST[format], f"{task}: {total}"
        assert total.both >= len(kept), task


def test_automatic_numbers_are_what_is_written(items: list[CorpusItem], tmp_path: Path) -> None:
    """The Word files hold markers at line starts as lists, so that the numbers are the reader's work."""
    pytest.importorskip("docx", reason="python-docx is not installed")
    import zipfile

    files = write_all(items, "docx", tmp_path)
    numbered = 0
    for file in files:
        with zipfile.ZipFile(file) as package:
            numbered += package.read("word/document.xml").count(b"<w:numId")
    assert numbered >= 30
