"""What Spark can't use is told in one line, and stops nothing but itself."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

import govreport as gr
from govreport.engines import Engine, get_engine
from govreport.errors import OutputError, UsageError
from tests.engines.test_engines import submissions

pytestmark = pytest.mark.nightly

TEXT = "库山镇妇联2021年工作总结\n一、加强培训\n举办培训班3期。\n"


@pytest.fixture(scope="module")
def engine() -> Engine:
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    return get_engine("spark")


def table(path: Path, **columns: list[object]) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table(columns), path)
    return path


def test_a_folder_that_cant_be_written_is_named(engine: Engine, tmp_path: Path) -> None:
    """The setting is named, before anything is searched."""
    from govreport.engines.spark.session import session

    (tmp_path / "file").write_bytes(b"")
    session().conf.set("spark.govreport.folder", f"file://{tmp_path}/file/below")
    try:
        with pytest.raises(OutputError, match=r"spark\.govreport\.folder"):
            engine.find(submissions())
    finally:
        session().conf.unset("spark.govreport.folder")


def test_tables_of_something_else_are_refused(engine: Engine, tmp_path: Path) -> None:
    """What lacks a column, and ids that tell no document, with what is wanted."""
    for name, columns, told in (
        ("a", {"name": ["x"], "text": ["y"]}, "name string, text string"),
        ("b", {"id": ["x", "x"], "text": ["y", "z"]}, "two documents of the id x"),
        ("c", {"id": ["x", None], "text": ["y", "z"]}, "without an id"),
    ):
        source = table(tmp_path / f"{name}.parquet", **columns)
        with pytest.raises(UsageError, match=told):
            list(engine.listed(str(source)))


def test_what_is_not_there_costs_its_row(engine: Engine, tmp_path: Path) -> None:
    """A missing address beside a table of texts: these are read, it is a failure, so is an empty text."""
    source = table(tmp_path / "t.parquet", id=["甲", "乙"], text=[TEXT, " "])
    audit = gr.audit([f"file://{tmp_path}/none", source], engine="spark", progress=False)
    assert [report.document.text for report in audit.reports] == [TEXT]
    assert sorted(failure.code for failure in audit.failures) == ["empty-file", "missing-file"]
    assert audit.summary["listed"] == 3


def test_a_search_that_spark_gives_up_is_told_in_one_line(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error of an executor ends the search with one line, and its tables are gone."""

    def fails(batches: object) -> object:
        raise ValueError("not today")

    # The package has a function of the module's name.
    monkeypatch.setattr(sys.modules["govreport.engines.spark.search"], "compared", fails)
    with pytest.raises(OutputError, match="Spark gave up") as caught:
        engine.find(submissions())
    assert "\n" not in str(caught.value)
    assert not list(Path(tempfile.gettempdir()).glob(f"govreport-{os.getpid()}-*"))
