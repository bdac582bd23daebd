"""Schema and files say the same, and pandas, polars and DuckDB read them."""

import gzip
import json
from pathlib import Path

import duckdb
import pandas
import pytest
from jsonschema import Draft202012Validator

from govreport.audit import Audit
from govreport.desk import standings
from govreport.errors import UsageError
from govreport.export.labels import LANGUAGES
from govreport.export.schema import schema
from govreport.export.table_files import ParquetWriter, write_json_lines
from govreport.export.table_schema import (
    ALL_TABLES,
    columns_of,
    described,
    row_schema,
    schema_version,
    table_lines,
)
from govreport.export.tables import Column, Table
from govreport.model import Desk, Failure, Outcome, Submitted, Unit
from govreport.pipeline import analyze, compare
from govreport.read import from_text
from govreport.text.script import to_simplified

PINNED = Path(__file__).parent / "columns.json"
COPIED = "镇妇联组织网格员走访困难家庭126户，为留守儿童送去图书和文具，各村设立爱心角并安排专人值守。"
PLAN = "二、明年计划\n2020年6月底前新建妇女之家3个，培训执委60人。\n"
FAILURES = (Failure("a.pdf", "unknown-format", "a.pdf: can't be read"),)
UNIT = Unit("1", "柳湾镇妇联", level="乡镇", parent="云溪县", due="2021-01-15")
HANDED_IN = Submitted("1.txt", UNIT.name, "1", 2020, "2021-01-10", dated_by="given")
DESK = Desk(standings([UNIT], [HANDED_IN], 2020), (HANDED_IN,))


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A folder in which every table has rows, and what it was made of."""
    texts = [
        ("柳湾镇", 2019, COPIED + COPIED),
        ("柳湾镇", 2020, "新建妇女之家3个。"),
        ("石桥镇", 2020, COPIED),
        ("石桥镇", 2020, COPIED + "另送棉衣。"),
    ]
    written = [
        f"{town}妇联{year}年工作总结\n\n一、工作回顾\n{text}\n" + PLAN.replace("2020", str(year + 1))
        for town, year, text in texts
    ]
    reports = [analyze(from_text(text, id=f"{i}.txt")) for i, text in enumerate(written)]
    marked, comparison = compare(reports)
    outcomes = (Outcome.of("0.txt", "0.txt", "ok"), Outcome.of("a.pdf", "a.pdf", "error", "unknown-format"))
    audit = Audit(marked, FAILURES, comparison, outcomes=outcomes, desk=DESK).decided(())
    folder = tmp_path_factory.mktemp("audit")
    audit.save(folder)
    return folder, audit


@pytest.mark.parametrize("name", ALL_TABLES)
def test_schema_and_files_hold_the_same_columns(saved, name):
    """CSV, JSON Lines, Parquet and frame have the columns of the schema, and each line follows it."""
    folder, audit = saved
    properties = schema()["tables"][name]["properties"]
    validator = Draft202012Validator(row_schema(name))
    with gzip.open(folder / "tables" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        lines = file.readlines()
    assert lines
    for line in lines:
        validator.validate(json.loads(line))
    header = (folder / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    parquet = duckdb.sql(f"SELECT * FROM '{folder}/tables/{name}.parquet'").columns
    frame = list(audit.to_frame(name).columns)
    assert header.split(",") == parquet == frame == list(properties)


@pytest.mark.parametrize("name", ALL_TABLES)
def test_pandas_polars_and_duckdb_read_the_same(saved, name):
    """Each library reads each form, and finds the values that the frame holds."""
    polars = pytest.importorskip("polars", reason="polars is not installed")
    pytest.importorskip("pyarrow", reason="pandas reads Parquet by pyarrow, which is not installed")
    folder, audit = saved
    wanted = audit.to_frame(name).astype(object)
    wanted = wanted.where(wanted.notna(), None).values.tolist()
    stem = folder / "tables" / name
    assert polars.read_parquet(f"{stem}.parquet").rows() == [tuple(row) for row in wanted]
    assert [
        list(row) for row in polars.read_ndjson(f"{stem}.jsonl.gz", infer_schema_length=None).rows()
    ] == wanted
    for source in (f"'{stem}.parquet'", f"read_json('{stem}.jsonl.gz', convert_strings_to_integers=false)"):
        assert duckdb.sql(f"SELECT count(*) FROM {source}").fetchall() == [(len(wanted),)]
    read = pandas.read_parquet(f"{stem}.parquet").astype(object)
    assert read.where(read.notna(), None).values.tolist() == wanted
    assert len(pandas.read_json(f"{stem}.jsonl.gz", lines=True)) == len(wanted)
    for csv in (pandas.read_csv, polars.read_csv):
        assert csv(folder / f"{name}.csv").shape == (len(wanted), len(columns_of(name)))
    assert len(duckdb.sql(f"SELECT * FROM read_csv('{folder}/{name}.csv')").fetchall()) == len(wanted)


def test_the_columns_are_those_of_the_version():
    """Who changes a column raises the version in data/columns.toml and writes columns.json anew."""
    found = {name: [":".join(column) for column in columns_of(name)] for name in ALL_TABLES}
    pinned = json.loads(PINNED.read_text(encoding="utf-8"))
    assert pinned["version"] == schema_version(), "write tests/export/columns.json anew"
    assert pinned["tables"] == found, "columns changed: raise the version in data/columns.toml"


@pytest.mark.parametrize("name", ALL_TABLES)
def test_every_column_is_described(name):
    """What a column holds is said in a sentence of its own, in three languages."""
    for column in columns_of(name):
        told = [described(name, column.name, lang) for lang in LANGUAGES]
        assert all(one.endswith((".", "…", "。")) for one in told), column.name
        assert told[1] == to_simplified(told[1]), column.name
        assert told[2] not in told[:2], column.name
    assert all(next(table_lines(name, lang)).startswith(name) for lang in LANGUAGES)


def test_the_version_stands_in_the_file(saved):
    """Parquet carries the version of its columns."""
    folder, _ = saved
    query = f"SELECT key, value FROM parquet_kv_metadata('{folder}/tables/flags.parquet')"
    assert (b"govreport_schema", schema_version().encode()) in duckdb.sql(query).fetchall()


def test_what_no_reader_can_hold_is_replaced(tmp_path):
    """Half characters, NUL and endless figures are written so that everyone reads them; same bytes again."""
    columns = (Column("it's", "text"), Column("n", "number"))
    files = []
    for number in range(2):
        lines, parquet = tmp_path / f"a'{number}.jsonl.gz", tmp_path / f"a'{number}.parquet"
        write_json_lines(Table(columns, iter([("\ud800\0甲", float("inf")), (None, 1.5)])), lines)
        with ParquetWriter(tmp_path) as writer:
            writer.write(columns, lines, parquet)
        files.append((lines.read_bytes(), parquet.read_bytes()))
    assert files[0] == files[1]
    path = str(parquet).replace("'", "''")
    assert duckdb.sql(f"SELECT * FROM '{path}'").fetchall() == [("\ufffd\ufffd甲", None), (None, 1.5)]


def test_lines_leave_out_what_is_null_but_the_first(tmp_path):
    """The first line names every column, so that readers know them; further ones hold what there is."""
    columns = (Column("a", "text"), Column("b", "integer"))
    path = tmp_path / "a.jsonl.gz"
    write_json_lines(Table(columns, iter([(None, None), (None, 1), ("x", None), (None, None)])), path)
    assert [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()] == [
        {"a": None, "b": None},
        {"b": 1},
        {"a": "x"},
        {},
    ]
    with ParquetWriter(tmp_path) as writer:
        writer.write(columns, path, tmp_path / "a.parquet")
    rows = [(None, None), (None, 1), ("x", None), (None, None)]
    assert duckdb.sql(f"SELECT * FROM '{tmp_path}/a.parquet'").fetchall() == rows


def test_an_unknown_table_names_the_known_ones():
    """The message says which tables there are."""
    with pytest.raises(UsageError, match="sections"):
        row_schema("nothing")
