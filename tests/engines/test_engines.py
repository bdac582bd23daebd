"""Every engine finds the same, whatever it runs on."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from govreport.corpus import load_corpus
from govreport.engines import ENGINES, Engine, get_engine
from govreport.model import Submission
from govreport.reuse import find_matches
from tests.reuse.test_standard_texts import text, writer
from tests.test_cli import EXAMPLE

REWORDED = (
    "全年走访留守儿童家庭237户，送去过冬棉衣，并请退休教师周末辅导功课，",
    "请退休老师周末为孩子补习功课，把过冬棉衣送到留守儿童家中，一共走访237户，",
)


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=[pytest.mark.nightly] if name == "spark" else []) for name in ENGINES],
)
def engine(request: pytest.FixtureRequest) -> Engine:
    if request.param == "spark":
        pytest.importorskip("pyspark", reason="pyspark is not installed")
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
        if shutil.which("java") is None:
            pytest.skip("Java is not installed")
    return get_engine(request.param)


def submissions() -> list[Submission]:
    """Return what needs each step: copies, a set phrase, edits, one report under many names, other words."""
    random_ = writer(6)
    phrase, passage, report = (text(random_, length) for length in (34, 150, 500))
    found = []
    for number in range(110):
        own = [text(random_, 150), text(random_, 150)]
        own[1:1] = [phrase] * (number % 5 == 0) + [edited(random_, passage)] * (number % 30 == 0)
        own[1:1] = [REWORDED[number % 2] + "受到好评。"] * (number in (6, 7))
        body = report if number >= 65 else "".join(own)
        unit = None if number % 11 == 0 else f"单位{number % 90}号"
        role = "history" if number % 4 == 0 else "batch"
        found.append(Submission(f"{number:03}/é.txt", body, unit, 2010 + number % 3, role=role))
    return [*found, Submission("half", "\ud800" + passage, "某单位"), Submission("none", "", "空单位")]


def edited(random_: random.Random, passage: str) -> str:
    return "".join(c if random_.random() < 0.85 else "改" for c in passage)


def own_of(batch: Sequence[Submission]) -> set[str]:
    return {one.id for one in batch if one.role == "batch"}


def test_matches_are_those_of_the_search_on_one_machine(engine: Engine) -> None:
    """All fields of all matches are equal, those included that only one of the steps can find."""
    batch = submissions()
    expected = find_matches(batch, asked=own_of(batch))
    pairs = {match.documents for match in expected}
    assert ("007/é.txt", "006/é.txt") in pairs or ("006/é.txt", "007/é.txt") in pairs, "in other words"
    assert sum(min(pair) >= "065" for pair in pairs) > 40, "one report under many names"
    assert {match.kind for match in expected} >= {"exact", "near"}
    assert engine.find(batch, asked=own_of(batch)) == expected


@pytest.mark.nightly
def test_matches_of_the_corpus_are_equal(engine: Engine) -> None:
    """The reports of the project, but for those that are sealed."""
    items = [item for item in load_corpus(EXAMPLE.parents[1] / "reports") if item.split != "test"]
    batch = [Submission(item.document.id, item.document.text) for item in items]
    assert engine.find(batch) == find_matches(batch) != ()


@pytest.mark.nightly
def test_matches_of_made_up_submissions_are_equal(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies of every kind, standard blocks and set phrases among 300 submissions, row by row."""
    monkeypatch.syspath_prepend(Path(__file__).parents[1] / "benchmarks")
    from reuse_plants import made

    batch = made(300, 11)[0]
    assert engine.find(batch) == find_matches(batch) != ()


def test_those_that_share_nothing_have_nothing_in_common(engine: Engine) -> None:
    """Steps that have nothing to pass on pass nothing on."""
    random_ = writer(9)
    assert engine.find([Submission(f"{n}", text(random_, 60), f"单位{n}") for n in range(2)]) == ()


def test_nothing_and_one_have_nothing_in_common(engine: Engine) -> None:
    """No cluster is asked for that."""
    assert engine.find([]) == engine.find(submissions()[:1]) == ()
