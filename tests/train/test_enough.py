"""Training says in one line what it lacks, before it begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import run

REPORT = """+++
id = "report-{n}"
unit = "石桥镇妇联"
year = {year}
split = "{split}"
series = "石桥镇妇联"
genre = "summary"
script = "hans"
+++
石桥镇妇联{year}年工作总结
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with five small reports for training."""
    for n in range(5):
        text = REPORT.format(n=n, year=2015 + n, split="train")
        (tmp_path / f"report-{n}.gold.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_too_few_reports_are_told(corpus: Path) -> None:
    """Fewer reports than can be learned from is wrong usage, with their number and no traceback."""
    for n in range(4):
        text = REPORT.format(n=n, year=2015 + n, split="dev")
        (corpus / f"report-{n}.gold.txt").write_text(text, encoding="utf-8")
    done = run("train", "--corpus", str(corpus), "--out", str(corpus / "models"))
    assert done.returncode == 2
    assert '1 of its reports have split = "train" in their head; 5 or more are wanted' in done.stderr
    assert not (corpus / "models").exists()


def test_a_corpus_without_follow_ups_is_told(corpus: Path) -> None:
    """Where no report says what became of another's commitments nothing is written either."""
    done = run("train", "--corpus", str(corpus), "--out", str(corpus / "models"))
    assert done.returncode == 2
    assert "none of its reports says what became of the commitments of another" in done.stderr


def test_what_can_not_be_read_or_written_is_told(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of texts that is not there has status 3, a folder that can't be made status 4."""
    monkeypatch.setattr("govreport.train.enough.check_corpus", lambda corpus: None)
    missing = run("train", "--corpus", str(corpus), "--out", str(corpus / "out"), str(corpus / "no"))
    assert (missing.returncode, "no folder with files named *.txt" in missing.stderr) == (3, True)
    taken = run("train", "--corpus", str(corpus), "--out", str(corpus / "report-0.gold.txt"))
    assert (taken.returncode, "can't be the folder of the models" in taken.stderr) == (4, True)
