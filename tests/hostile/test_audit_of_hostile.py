"""Hostile files through an audit: each has its outcome, and the others do not notice.

The files of one reader are enough here; ``python -m tests.hostile.whole FOLDER`` does all of them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import govreport as gr
from govreport.audit import Audit
from govreport.corpus import load_corpus
from tests.hostile.beside import rows_of, told_otherwise
from tests.hostile.manifest import ARGUED, GENERATOR, generate, problems
from tests.hostile.whole import main as whole

if not GENERATOR.exists():
    pytest.skip(f"{GENERATOR} is missing: set GOVREPORT_SHARED", allow_module_level=True)

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
TEXT = "{}镇妇联2021年工作总结\n一、加强培训\n举办培训班{}期，培训{}人。\n二、下一步打算\n新建儿童之家3所。\n"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    for number, name in enumerate("甲乙丙丁"):
        text = TEXT.format(name, number + 3, number + 40)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def audit(*folders: Path) -> Audit:
    return gr.audit(folders, progress=False)


@pytest.mark.parametrize("only", ["txt/", "names/", "fs/"])
def test_outcomes_are_those_of_the_manifest(only: str, good: Path, tmp_path: Path) -> None:
    """One outcome for each file, as the manifest wants it; reports beside them are what they are alone."""
    listed = generate(tmp_path / "bad", only)
    found = audit(good, tmp_path / "bad" / only.strip("/"))
    wrong = {path: what for path, what in problems(found, tmp_path / "bad", listed) if path not in ARGUED}
    assert not wrong
    counts = Counter(outcome.status for outcome in found.outcomes)
    assert set(counts) <= {"ok", "warning", "error", "skipped"}
    assert counts.total() == found.summary["listed"] == len(found.outcomes)
    assert counts["error"] == len(found.failures)
    alone = audit(good)
    ids = {report.document.id for report in alone.reports}
    assert len(ids) == 4
    assert rows_of(alone, ids) == rows_of(found, ids)


def test_hostile_names_and_texts_are_escaped(tmp_path: Path) -> None:
    """No tag, formula or control character of a name or a text reaches a page, a table or a message."""
    generate(tmp_path / "bad", "names/")
    found = audit(tmp_path / "bad" / "names")
    found.save(tmp_path / "out")
    for file in (tmp_path / "out").rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        assert "<img src=x" not in page
        assert not set(page) & {"\x1b", "\x00"}
    assert all(outcome.message is None or "\n" not in outcome.message for outcome in found.outcomes)
    assert all("\x1b" not in failure.message + failure.path for failure in found.failures)
    assert not [path for path in tmp_path.iterdir() if path.name not in ("bad", "out")]


@pytest.mark.nightly
def test_reports_are_told_the_same_beside_all_hostile_files(tmp_path: Path) -> None:
    """Every eighth report of train and dev, with all hostile files: the same rows in every table."""
    (tmp_path / "good").mkdir()
    for item in [item for item in load_corpus(REPORTS) if item.split != "test"][::8]:
        (tmp_path / "good" / f"{item.document.id}.txt").write_bytes(item.document.text.encode())
    kinds = {file["path"].split("/")[0] for file in generate(tmp_path / "bad")}
    bad = [tmp_path / "bad" / kind for kind in sorted(kinds)]
    assert not list(told_otherwise(tmp_path / "good", bad, tmp_path))


@pytest.mark.nightly
def test_all_hostile_files_in_one_audit(tmp_path: Path) -> None:
    """Each has its row; those otherwise than wanted are argued for, none takes over 10 seconds or 1 GB."""
    assert whole(tmp_path) == 0
