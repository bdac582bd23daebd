"""A history in a table that executors search gives the answers of one in a file."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

import govreport as gr
from govreport.engines import get_engine
from govreport.errors import OutputError
from govreport.history import Question
from tests.history.test_asking import from_scratch, parted
from tests.history.test_history import years

__all__ = ["years"]

pytestmark = pytest.mark.nightly


@pytest.fixture(scope="module")
def engine() -> Any:
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    return get_engine("spark")


def test_the_answer_is_that_of_all_texts(engine: Any, tmp_path: Path) -> None:
    """Put together in two steps; what is there already is not added, and what is left out not compared."""
    earlier, batch = parted(8, 12)
    asked = {one.id for one in batch}
    with engine.history(tmp_path / "h.parquet") as history:
        assert len(history) == 0
        assert history.add(earlier[:50]) == 50
        assert history.add([*earlier, *batch[:4]]) == len(earlier) - 50 + 4
        assert history.add(earlier) == 0
        assert len(history) == len(list(history.entries())) == len(earlier) + 4
        again = {(one.id, one.sha256) for one in history.entries() if one.id in asked}
        assert len(again) == 4
        answer = history.ask(Question(batch, asked, left_out=again))
    expected = from_scratch(earlier, batch, asked)
    assert answer.matches == expected != ()
    told = {id for match in expected for id in match.documents if id.startswith("history:")}
    assert {one.id for one in answer.earlier} == told
    assert len(answer.compared) == len(earlier)


def test_an_audit_is_the_same_beside_either_history(engine: Any, years: Path, tmp_path: Path) -> None:
    """Matches, flags, follow-ups and identifier, with a roster that renames units; both years are added."""
    (years / "u.csv").write_text("name,former\n黄泥镇妇联,库山镇妇联\n小禾镇妇联,\n", encoding="utf-8")
    found = []
    for name, which in (("h.duckdb", "embedded"), ("h.parquet", "spark")):
        options: dict[str, Any] = {"history": tmp_path / name, "roster": years / "u.csv", "progress": False}
        gr.audit(years / "2016", engine=which, **options)
        found.append(gr.audit(years / "2017", engine=which, **options))
    one, other = found
    assert one.matches == other.matches != ()
    assert one.comparison == other.comparison
    assert [flag.id for flag in one.flags] == [flag.id for flag in other.flags]
    assert one.desk.facts["audit"] == other.desk.facts["audit"]
    with engine.history(tmp_path / "h.parquet") as history:
        assert len(history) == len(one.reports) + len(list((years / "2016").iterdir()))


def test_what_is_no_history_is_refused(engine: Any, tmp_path: Path) -> None:
    """A table of something else never counts as no earlier submissions."""
    from tests.engines.test_spark_cluster import write_table

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("一、学习", "utf-8")
    write_table(tmp_path / "in", tmp_path / "t.parquet")
    with pytest.raises(OutputError, match="no history"), engine.history(tmp_path / "t.parquet"):
        pass
