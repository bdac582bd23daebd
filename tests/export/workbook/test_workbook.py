"""The workbook opens in an office: sheets, lists and links are there, and nothing in it runs."""

import csv
import shutil
import subprocess
import tempfile
from dataclasses import replace

import openpyxl
import pytest

from govreport.desk import read_decisions
from govreport.export.labels import LANGUAGES
from govreport.export.workbook import grid, write_workbook
from govreport.model import (
    Batch,
    Change,
    Comparison,
    Decision,
    Desk,
    Match,
    Place,
    Run,
    Span,
    Standing,
    Submission,
    Unit,
)
from govreport.text.lexicon import load_table
from tests.export.sample import TEXT, at, bare, sample

OTHER = "另一份報告。組織網格員走訪困難家庭98戶，為留守兒童送去圖書和文具。"
HOSTILE = '=HYPERLINK("http://x.example","點")\n一、加强培训。\x0b\ud800_x0041_http://x.example @SUM(1)'


def comparison():
    """A passage that the sample has in common with another document, one figure changed."""
    left = Span(OTHER.index("組織"), len(OTHER) - 1)
    right = at("組織網格員走訪困難家庭126戶，為留守兒童送去圖書和文具")
    change = Change("figure", "98", "126", Span(OTHER.index("98"), OTHER.index("戶")), at("126"))
    places = Place("other & old.txt", left), Place("sample.txt", right)
    match = Match(*places, 0.93, "figures-changed", (change,), (Run(left, right),), "other-unit", "copied")
    known = {"other & old.txt": Submission("other & old.txt", OTHER, "石橋鎮婦聯", 2021)}
    return Comparison((match,), (), (), known | {"sample.txt": Submission("sample.txt", TEXT)})


@pytest.fixture
def write(tmp_path):
    def written(findings, lang="zh-Hant", compared=None, failures=(), name="audit.xlsx", desk=None):
        path = tmp_path / name
        pages = {one.document.id: f"reports/{i:04d}.html" for i, one in enumerate(findings, 1)}
        batch = Batch(tuple(findings), tuple(failures), compared or Comparison(), desk=desk or Desk())
        write_workbook(path, batch, lang, pages)
        return path

    return written


def rows(sheet):
    """The rows of a sheet as dictionaries."""
    head, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rest]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_the_workbook_is_in_every_language(write, lang):
    """Sheets and headings are named in the language asked for, and each table can be filtered."""
    book = openpyxl.load_workbook(write([sample()], lang, comparison(), [("a", "b", "c")]))
    words = load_table("workbook")
    names = ["summary", "flags", "passages", "commitments", "areas", "reports", "failures"]
    assert book.sheetnames == [words["sheet"][name][lang] for name in names]
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes.endswith("2")
        assert sheet.auto_filter.ref
        assert all(cell.value for cell in sheet[1])
        assert len({cell.value for cell in sheet[1]}) == sheet.max_column


def test_flags_are_decided_from_a_list(write):
    """Each flag has a row with its id, and its decision is chosen from what desk.toml reads."""
    book = openpyxl.load_workbook(write([sample()]))
    sheet = book["核查事項"]
    found = rows(sheet)
    assert [row["提示編號"] for row in found] == ["f2", "f3", "f1"]
    assert [row["程度"] for row in found] == ["嚴重", "注意", "提示"]
    (listed,) = sheet.data_validations.dataValidation
    assert listed.formula1 == '"待核實,屬實,合理引用,誤報,已整改"'
    column = next(cell.column_letter for cell in sheet[1] if cell.value == "核查結論")
    assert str(listed.sqref) == f"{column}2:{column}4"


def saved_as_csv(sheet, path):
    """Save a sheet as a spreadsheet program does."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(sheet.iter_rows(values_only=True))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_decided_in_the_workbook_is_read_again(write, tmp_path, lang):
    """A decision chosen from the list, saved as CSV, is a decision of the next audit, in any language."""
    desk = Desk(prints={"f1": "aaaa", "f2": "bbbb"})
    book = openpyxl.load_workbook(write([sample()], lang, desk=desk))
    sheet = book.worksheets[1]
    names = {
        name: load_table("workbook")["column"][name][lang] for name in ("decision", "reason", "who", "when")
    }
    columns = {cell.value: cell.column for cell in sheet[1]}
    (listed,) = sheet.data_validations.dataValidation
    chosen = listed.formula1.strip('"').split(",")[3]
    for name, told in zip(names.values(), (chosen, "固定說法", "王", "2024-02-01"), strict=True):
        sheet.cell(2, columns[name]).value = told
    saved_as_csv(sheet, tmp_path / "decisions.csv")
    (one,) = read_decisions(tmp_path / "decisions.csv")
    assert (one.flag_id, one.decision, one.reason, one.who) == ("f2", "誤報", "固定說法", "王")
    assert one.decided_on == "bbbb"


def test_earlier_decisions_stand_in_the_workbook(write):
    """What was decided before is filled in, with whether it still holds."""
    desk = Desk(decisions={"f1": Decision("f1", "屬實", "已核", "李", "2024-01-05", state="reopened")})
    book = openpyxl.load_workbook(write([sample()], "en", desk=desk))
    row = next(row for row in rows(book["Flags"]) if row["Flag id"] == "f1")
    assert (row["Decision"], row["Reason"], row["Who"]) == ("confirmed", "已核", "李")
    assert "open again" in row["Standing of the decision"]


def test_the_roster_has_a_sheet_of_its_own(write):
    """Each expected unit stands there, with the roster's own columns; without a roster there is no sheet."""
    units = [Unit("1", "青禾鎮婦聯", due="2023-01-31", other={"電話": "=1+1"}), Unit("2", "石橋鎮婦聯")]
    standings = (
        Standing(units[0], "late", ("sample.txt",), 2022, "2023-02-03", wanted=2022, counted="sample.txt"),
        Standing(units[1], "missing", (), None, None, wanted=2022),
    )
    book = openpyxl.load_workbook(write([sample()], desk=Desk(standings=standings)))
    found = rows(book["報送名冊"])
    assert [(row["單位"], row["報送情況"]) for row in found] == [
        ("青禾鎮婦聯", "逾期"),
        ("石橋鎮婦聯", "未報"),
    ]
    assert (found[0]["檔案"], found[0]["電話"]) == ("sample.txt", "=1+1")
    assert "報送名冊" not in openpyxl.load_workbook(write([sample()])).sheetnames


def test_commitments_are_a_supervision_list(write):
    """Who, how much, until when and the last day as a date; copies are left out."""
    book = openpyxl.load_workbook(write([sample()]))
    found = rows(book["督辦台賬"])
    assert [row["類別"] for row in found] == ["承諾", "承諾", "承諾", "指標"]
    first = found[0]
    assert (first["責任主體"], first["數量"], first["完成時限"]) == ("鎮婦聯", "3個", "2023年6月底前")
    assert str(first["截止日期"].date()) == "2023-06-30"
    assert found[1]["責任主體"] == "（鎮婦聯）"


def test_what_differs_is_marked_in_both_texts(write):
    """The changed figure, and nothing else, is bold and underlined on either side."""
    book = openpyxl.load_workbook(write([sample()], "en", comparison()), rich_text=True)
    (row,) = rows(book["Shared passages"])
    for column, figure in (("Earlier text", "98"), ("Later text", "126")):
        marked = [piece.text for piece in row[column] if piece.font.b and piece.font.u]
        assert marked == [figure]
    assert str(row["Later text"]) == at("組織網格員走訪困難家庭126戶，為留守兒童送去圖書和文具").of(TEXT)


def test_what_was_submitted_never_runs(write):
    """No formula, no link but those to the pages, in any sheet; control characters are replaced."""
    one = bare(HOSTILE)
    named = replace(one, outline=replace(one.outline, title=HOSTILE, unit="=1+1"))
    flagged = replace(sample(), flags=tuple(replace(f, message=HOSTILE) for f in sample().flags))
    path = write([named, flagged], failures=[("=a|b", "x", "+c")])
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    links = {cell.hyperlink.target for cell in cells if cell.hyperlink}
    assert {link.replace("\\", "/") for link in links} == {"reports/0001.html", "reports/0002.html"}
    starting = [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith("=")]
    assert starting
    assert all(cell.quotePrefix for cell in starting)


def test_the_same_audit_gives_the_same_bytes(write):
    """Nothing in the file tells when it was written."""
    files = [write([sample()], compared=comparison(), name=name) for name in ("a.xlsx", "b.xlsx")]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_nothing_is_written_outside_the_folder(write, tmp_path, monkeypatch):
    """What was submitted never lies in the machine's folder for temporary files; nothing is left behind."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no-such-folder"))
    write([sample()], compared=comparison())
    assert [path.name for path in tmp_path.iterdir()] == ["audit.xlsx"]


def test_rows_beyond_excels_last_go_on_in_another_sheet(write, monkeypatch):
    """No row is lost and none stands below Excel's last one."""
    monkeypatch.setattr(grid, "MOST_ROWS", 2)
    book = openpyxl.load_workbook(write([sample()]))
    assert [name for name in book.sheetnames if name.startswith("核查事項")] == ["核查事項", "核查事項 (2)"]
    assert [row["提示編號"] for name in ("核查事項", "核查事項 (2)") for row in rows(book[name])] == [
        "f2",
        "f3",
        "f1",
    ]


def test_it_opens_in_libreoffice(write, tmp_path):
    """LibreOffice reads the workbook and prints its sheets."""
    office = shutil.which("soffice")
    if not office or not shutil.which("localc"):
        pytest.skip("LibreOffice Calc is not installed")
    path = write([sample()], compared=comparison())
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert (tmp_path / "audit.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_summary_names_rules_that_could_tell_nothing(write, lang):
    """Why, of how many reports, and which rules; nothing of it where every rule had what it needs."""
    silent = Comparison(untold={f"{number}.txt": ("alone",) for number in range(77)})
    summary = openpyxl.load_workbook(write([sample()], lang, silent)).worksheets[0]
    told = [row for row in summary.iter_rows(values_only=True) if row[1] == 77]
    assert [row[0] for row in told] == [load_table("labels")["untold"]["alone"][lang]]
    assert load_table("labels")["code"]["copied-passage"][lang] in told[0][2]
    plain = openpyxl.load_workbook(write([sample()], lang)).worksheets[0]
    words = {cell for row in plain.iter_rows(values_only=True) for cell in row}
    assert load_table("workbook")["words"]["untold"][lang] not in words
