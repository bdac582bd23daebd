"""The roster as people keep it, and the names by which units are found in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport.desk.metadata import read_metadata
from govreport.desk.names import Names
from govreport.desk.roster import read_roster
from govreport.errors import UsageError
from govreport.model import Unit

HEAD = "单位编号,单位名称,层级,上级,曾用名,简称,报送期限,分片\n"
ROWS = (
    "01,石桥镇妇联,乡镇,云溪县妇联,石桥乡妇联；老桥镇妇联,石桥,2020年1月15日,山区\n"
    "02,城关镇妇联,乡镇,云溪县妇联,,,2020/1/15,\n"
    "03,城关镇妇联,乡镇,沙河县妇联,,,2020.1.15,平原\n"
)


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a CSV file as somebody's spreadsheet would."""
    path = folder / "units.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_a_roster_is_read_as_spreadsheets_write_it(tmp_path: Path, encoding: str, separator: str) -> None:
    """Any usual encoding and separator gives the same units, with names, days and further columns."""
    units = read_roster(written(tmp_path, (HEAD + ROWS).replace(",", separator), encoding))
    assert [unit.id for unit in units] == ["01", "02", "03"]
    assert units[0].names == ("石桥镇妇联", "石桥乡妇联", "老桥镇妇联", "石桥")
    assert {unit.due for unit in units} == {"2020-01-15"}
    assert (units[0].level, units[0].parent, units[0].other) == ("乡镇", "云溪县妇联", {"分片": "山区"})


def test_a_roster_in_traditional_script(tmp_path: Path) -> None:
    """Headers are known in either script, Big5 included."""
    text = "單位名稱,上級單位,截止日期\n石橋鎮婦聯,雲溪縣婦聯,2020-01-15\n"
    (unit,) = read_roster(written(tmp_path, text, "big5hkscs"))
    assert (unit.id, unit.parent, unit.due) == ("石橋鎮婦聯", "雲溪縣婦聯", "2020-01-15")


@pytest.mark.parametrize("header", ["应交日期", "應報時間", "报送截止日期"])
def test_the_due_date_has_many_names(tmp_path: Path, header: str) -> None:
    """What offices call the day by which a report is due."""
    (unit,) = read_roster(written(tmp_path, f"单位,{header}\n石桥镇妇联,2020-01-15\n"))
    assert (unit.due, unit.other) == ("2020-01-15", {})


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (HEAD + ROWS + "04,和平镇妇联,,,,,下月,\n", "line 5", "'下月' is no day"),
        (HEAD + ROWS + "01,和平镇妇联,,,,,,\n", "line 5", "the id '01' stands in line 2 too"),
        (HEAD + ROWS + "05,城关镇妇联,,云溪县妇联,,,,\n", "line 5", "stands in line 3 too"),
        (HEAD + "\n\n,,乡镇,,,,,\n", "line 4", "names no unit"),
        ("单位名称,年度\n石桥镇妇联,一九年\n", "line 2", "'一九年' is no year"),
        ("甲,乙\n1,2\n", "units.csv", "has no column 'unit_id' or 'name'"),
        (HEAD, "units.csv", "names no unit"),
        ("", "units.csv", "its first line is empty"),
    ],
)
def test_a_wrong_roster_is_one_message_with_its_line(
    tmp_path: Path, text: str, line: str, words: str
) -> None:
    """The message names the file, the line and what is wrong there."""
    with pytest.raises(UsageError) as caught:
        read_roster(written(tmp_path, text))
    message = str(caught.value)
    assert "units.csv" in message
    assert line in message
    assert words in message
    assert "\n" not in message


def test_a_file_that_is_no_table(tmp_path: Path) -> None:
    """A workbook under the name of a CSV file is refused with what to do."""
    path = tmp_path / "units.csv"
    path.write_bytes(b"PK\x03\x04\x00\x00" + bytes(range(256)))
    with pytest.raises(UsageError, match="save it as CSV"):
        read_roster(path)
    with pytest.raises(UsageError, match="can't be read"):
        read_roster(tmp_path / "none.csv")


def test_metadata_rows_are_found_by_file(tmp_path: Path) -> None:
    """Whole path, end of a path, or the name alone: what fits two rows fits none."""
    text = "文件名,年度,报送日期,片区\n甲/总结.docx,2019,2020-1-3,东\n"
    text += "乙/总结.docx,2019,2020-1-4,西\n丙.docx,,,南\n"
    rows = read_metadata(written(tmp_path, text))
    given = rows.of("submitted/甲/总结.docx")
    assert given is not None
    assert (given.year, given.date, given.other) == (2019, "2020-01-03", {"片区": "东"})
    assert rows.of("总结.docx") is None
    assert rows.of("丁.docx") is None
    assert [message.split(": ")[1] for message in rows.unused(["x/丙.docx", "甲/总结.docx"])] == ["line 3"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("file,date\na.txt,soon\n", "line 2: the date 'soon' is no day"),
        ("file,year\na.txt,2019\na.txt,2020\n", "line 3: the file 'a.txt' stands in line 2 too"),
        ("file,year\n,2019\n", "line 2: names no file"),
    ],
)
def test_wrong_metadata_is_one_message_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    """A row that can't be used stops with its line."""
    with pytest.raises(UsageError, match=words):
        read_metadata(written(tmp_path, text))


UNITS = (
    Unit("1", "石桥镇妇联", parent="云溪县妇联", former=("石桥乡妇联",), aliases=("老桥",)),
    Unit("2", "城关镇妇联", parent="云溪县妇联"),
    Unit("3", "城关镇妇联", parent="沙河县妇联"),
    Unit("4", "石桥镇总工会", parent="云溪县总工会"),
    Unit("5", "大石桥镇妇联", parent="沙河县妇联"),
)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("石橋鎮婦女聯合會", "1"),
        ("石桥乡妇联", "1"),
        ("云溪县石桥镇妇联", "1"),
        ("石桥镇工会", "4"),
        ("石桥镇", "14"),
        ("大石桥镇妇联", "5"),
        ("城关镇妇联", "23"),
        ("沙河县城关镇妇联", "3"),
        ("石桥镇残联", ""),
        ("XX镇妇联", ""),
        ("", ""),
    ],
)
def test_which_unit_a_name_means(name: str, ids: str) -> None:
    """Scripts, former names and higher places do not matter; what fits several says so."""
    assert "".join(Names(UNITS).find(name).ids) == ids


@pytest.mark.parametrize(
    ("path", "ids"),
    [
        ("2019/石橋鎮婦聯工作總結.docx", "1"),
        ("2019年石桥镇妇联总结.docx", "1"),
        ("石桥镇妇联/总结（终稿）.pdf", "1"),
        ("附件3：大石桥镇妇联.doc", "5"),
        ("沙河县/城关镇妇联2019.txt", "3"),
        ("城关镇妇联2019.txt", "23"),
        ("总结.docx", ""),
    ],
)
def test_which_unit_a_file_is_named_after(path: str, ids: str) -> None:
    """The name of the file, else the nearest folder that names a unit."""
    assert "".join(Names(UNITS).in_path(path).ids) == ids
