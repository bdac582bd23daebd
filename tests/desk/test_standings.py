"""How expected units stand, from the files that came."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport as gr
from govreport.errors import UsageError
from tests.command import run

ROSTER = "编号,单位名称,层级,上级,曾用名,报送期限,片区 名\n" + "".join(
    f"{number},{name}镇妇联,乡镇,云溪县妇联,{former},2020-01-15,{area}\n"
    for number, name, former, area in (
        (1, "石桥", "石桥乡妇联", "山区"),
        (2, "柳湾", "", "山区"),
        (3, "和平", "", "平原"),
        (4, "桃源", "", "平原"),
        (5, "沙井", "", "平原"),
        (6, "白石", "", "平原"),
        (7, "青禾", "", "平原"),
    )
)
BODY = (
    "一、维权\n调解家庭纠纷{n}起，接待来访{n}人次。\n"
    "二、{next}年工作打算\n举办培训班{n}期。\n进一步加强宣传。\n"
)
PASSAGE = (
    "镇妇联会同农技站办起网箱养鱼班6期，请鸿雁制衣厂把来料加工点设进村，让走不开的姐妹在家门口挣到了工资。"
)


def report(name: str, year: int, n: int) -> str:
    """Return a short report of a town."""
    return f"{name}镇妇联{year}年工作总结及{year + 1}年工作计划\n" + BODY.format(n=n, next=year + 1)


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """Return a folder with seven units' submissions, each as it should or should not be, and a stranger's."""
    folder = tmp_path / "submitted"
    folder.mkdir()
    for file, text in {
        "20200110石桥乡妇联.txt": report("石桥", 2019, 3),
        "20200120石桥乡妇联（修改）.txt": report("石桥", 2019, 4),
        "柳湾镇妇联 2020-01-16.txt": report("柳湾", 2019, 5),
        "和平镇妇联20200101.txt": report("和平", 2018, 6),
        "桃源镇妇联20200102.txt": report("柳湾", 2019, 7),
        "白石镇妇联.txt": report("白石", 2019, 8),
        "外乡镇妇联20200101.txt": report("外乡", 2019, 9),
    }.items():
        (folder / file).write_text(text, encoding="utf-8")
    (folder / "沙井镇妇联.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "units.csv").write_text(ROSTER, encoding="utf-8-sig")
    return tmp_path


def test_every_expected_unit_has_one_row(batch: Path) -> None:
    """On time, late, wrong year, wrong unit, unreadable, undated and missing, each told of once."""
    audit = gr.audit(batch / "submitted", roster=batch / "units.csv", progress=False)
    frame = audit.to_frame("roster").set_index("unit_id")
    assert frame["state"].to_dict() == {
        "1": "on-time",
        "2": "late",
        "3": "wrong-year",
        "4": "wrong-unit",
        "5": "unreadable",
        "6": "undated",
        "7": "missing",
    }
    assert frame["wanted_year"].unique().tolist() == [2019]
    assert frame.loc["1", "date"] == "2020-01-10"
    assert frame.loc["1", "submissions"] == 2
    assert frame.loc["1", "document_id"] == "20200120石桥乡妇联（修改）.txt"
    assert "柳湾镇妇联" in frame.loc["4", "note"]
    assert frame.loc["1", "片区 名"] == "山区"
    assert frame.loc["6", "vague_rate"] == pytest.approx(0.5)


def test_regions_add_up(batch: Path) -> None:
    """The states of a region add up to what is expected of it, and years are kept apart."""
    audit = gr.audit(batch / "submitted", roster=batch / "units.csv", progress=False)
    frame = audit.to_frame("regions").set_index("year")
    row = frame.loc[2019]
    states = ["on_time", "late", "undated", "wrong_year", "wrong_unit", "unreadable", "missing"]
    assert row["expected"] == 7 == row[states].sum()
    assert (row["parent"], row["reports"]) == ("云溪县妇联", 3)
    assert 0 <= row["copied"] <= 1
    assert (frame.loc[2018, "expected"], frame.loc[2018, "reports"]) == (0, 1)


def test_own_columns_are_joined_to_every_frame(batch: Path) -> None:
    """The roster's by unit, the metadata's by file; a stranger's cells stay empty."""
    (batch / "own.csv").write_text("文件,备注\n柳湾镇妇联 2020-01-16.txt,补报\nno.txt,x\n", encoding="utf-8")
    audit = gr.audit(
        batch / "submitted", roster=batch / "units.csv", metadata=batch / "own.csv", progress=False
    )
    for name in ("reports", "documents", "sections", "statements", "flags", "slots", "ratios", "matches"):
        frame = audit.to_frame(name)
        assert list(frame.columns[-2:]) == ["片区 名", "备注"]
    rows = audit.to_frame("reports").set_index("document_id")
    assert rows.loc["柳湾镇妇联 2020-01-16.txt", "备注"] == "补报"
    assert rows["片区 名"].isna().sum() == 1
    assert [notice for notice in audit.desk.notices if "line 3" in notice and "no.txt" in notice]


def test_what_is_given_counts_for_the_comparison(tmp_path: Path) -> None:
    """Unit, year and date of a CSV file go before what the text says: the earlier text is told by its day."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"工作总结\n一、就业\n{PASSAGE * 2}\n", encoding="utf-8")
    rows = "file,unit,year,date\na.txt,石桥镇妇联,2019,2020-01-09\nb.txt,柳湾镇妇联,2019,2020-01-05\n"
    (tmp_path / "own.csv").write_text(rows, encoding="utf-8")
    audit = gr.audit(tmp_path, metadata=tmp_path / "own.csv", progress=False)
    assert {match.documents for match in audit.matches} == {("b.txt", "a.txt")}
    copied = {ratio.document_id: ratio.copied for ratio in audit.ratios}
    assert copied["a.txt"] > 0.8
    assert copied["b.txt"] == 0.0
    assert audit.comparison.submissions["a.txt"].unit == "石桥镇妇联"


def test_a_report_on_the_year_before_is_earlier_whenever_it_came(tmp_path: Path) -> None:
    """A report on 2019 that is handed in in 2020 stands before one on 2020 without a day."""
    for name, year in (("x20200105", 2019), ("y", 2020)):
        text = f"{'石桥' if year == 2019 else '柳湾'}镇妇联{year}年工作总结\n一、就业\n{PASSAGE * 2}\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    audit = gr.audit(tmp_path, progress=False)
    assert {match.documents for match in audit.matches} == {("x20200105.txt", "y.txt")}


def test_on_the_command_line(batch: Path) -> None:
    """The tables are written; a wrong roster is status 2 and one line, before any report is read."""
    out = batch / "out"
    given = [str(batch / "submitted"), "--out", str(out), "--roster", str(batch / "units.csv")]
    assert run("audit", *given).returncode == 3
    assert {"roster.csv", "regions.csv", "submissions.csv"} <= {path.name for path in out.iterdir()}
    (batch / "units.csv").write_text(ROSTER + "8,青山镇妇联,,,,someday,\n", encoding="utf-8")
    result = run("audit", *given)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "line 9: the due date 'someday' is no day" in result.stderr
    with pytest.raises(UsageError):
        gr.audit(batch / "submitted", roster=batch / "units.csv", progress=False)
