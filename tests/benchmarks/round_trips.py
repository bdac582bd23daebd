"""Corpus reports written out as .docx, .html, .pdf and scans, read again, and compared with their .txt.

Run it from the top of a clone: ``python -m tests.benchmarks.round_trips [FORMATS] [STEP] [FOLDER]``: a comma
list of formats (or ``all``), every STEP-th report of train and dev (1: all), and where the files go. It
prints the F1 of sections and statements for each format and names the reports that lost most. Needs
python-docx, LibreOffice, Chromium and the extra [ocr] for the formats that they make.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from govreport.corpus import CorpusItem, load_corpus
from govreport.pipeline import analyze
from tests.read import written_out
from tests.read.agreement import Agreement, agreements, reading_of_text, summed

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
WORST = 8


def sample(step: int) -> list[CorpusItem]:
    """Every step-th report of train and dev."""
    return [item for item in load_corpus(REPORTS) if item.split in ("train", "dev")][::step]


def measured(items: list[CorpusItem], format: str, folder: Path) -> Iterator[tuple[str, list[Agreement]]]:
    """Yield the agreement of each report."""
    files = written_out.write_all(items, format, folder)
    for item, file in zip(items, files, strict=True):
        wanted = reading_of_text(item.document.text)
        yield item.document.id, agreements(wanted, analyze(file), slack=2 if format == "scan.pdf" else 0)


def show(format: str, rows: list[tuple[str, list[Agreement]]]) -> None:
    totals = summed(one for _, pair in rows for one in pair)
    figures = "  ".join(
        f"{task} {total.f1:.4f} ({total.both}/{total.first}/{total.second})" for task, total in totals.items()
    )
    print(f"{format:13} {len(rows):4} reports  {figures}", flush=True)  # fmt: skip
    worst = sorted(rows, key=lambda row: sum(one.f1 for one in row[1]))[:WORST]
    for name, pair in worst:
        print(
            "   ",
            name,
            "  ".join(f"{one.task} {one.f1:.3f} ({one.both}/{one.first}/{one.second})" for one in pair),
        )


def main(formats: str = "all", step: str = "1", folder: str = "") -> None:
    """Measure and print."""
    names = written_out.FORMATS if formats == "all" else tuple(formats.split(","))
    with tempfile.TemporaryDirectory() as temporary:
        for format in names:
            where = Path(folder or temporary) / format
            where.mkdir(parents=True, exist_ok=True)
            show(format, list(measured(sample(int(step)), format, where)))


if __name__ == "__main__":
    main(*sys.argv[1:])
