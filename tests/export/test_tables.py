"""Tables, frames and CSV files have the same columns, whatever was found."""

import csv

import pytest

from govreport.errors import OutputError, UsageError
from govreport.export.csv_files import write_csv
from govreport.export.frames import to_frame
from govreport.export.tables import TABLES, rows
from tests.export.sample import TEXT, bare, sample


@pytest.mark.parametrize("name", TABLES)
def test_columns_and_types_do_not_depend_on_what_was_found(name):
    """An empty report gives the columns and types of a full one; document_id comes first."""
    full, empty = to_frame(sample(), name), to_frame(bare(""), name)
    assert full.dtypes.to_dict() == empty.dtypes.to_dict()
    assert list(full.columns) == list(rows(sample(), name)[0])
    assert full.columns[0] == "document_id"
    assert len(full) > 0
    assert len(empty) == 0


@pytest.mark.parametrize("name", ["statements", "slots", "duplicates"])
def test_the_two_span_columns_cut_the_quote(name):
    """Text is document.text[start:end] wherever both are known."""
    for row in to_frame(sample(), name).dropna(subset=["start"]).itertuples():
        assert TEXT[row.start : row.end] == row.text


def test_one_row_for_each_slot_and_each_place():
    """Slots, places of a block and pieces of evidence have a row each."""
    findings = sample()
    slots = sum(len(some) for s in findings.statements for some in s.slots.values())
    assert len(to_frame(findings, "slots")) == slots
    assert len(to_frame(findings, "duplicates")) == 2
    assert len(to_frame(findings, "flags")) == 5


def test_an_unknown_table_names_the_known_ones():
    """The message lists what may be asked for."""
    with pytest.raises(UsageError, match="sections, duplicates, statements, slots, areas, flags, parts"):
        to_frame(sample(), "section")


def test_csv_opens_in_excel_and_runs_no_formula(tmp_path):
    """A byte order mark comes first; cells that would begin a formula are text."""
    path = tmp_path / "a.csv"
    write_csv(
        path, ["a", "b"], [["=1+1", 1], ["+甲", -2], ["-乙", None], ["@丙", "丁,\n戊"], ["\t=2", "\ud800"]]
    )
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with open(path, encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file))
    assert [row[0] for row in read[1:]] == ["'=1+1", "'+甲", "'-乙", "'@丙", "'\t=2"]
    assert read[2][1] == "-2"
    assert read[4][1] == "丁,\n戊"


def test_a_place_that_cannot_be_written_is_an_output_error(tmp_path):
    """Status 4, with the path in the message."""
    with pytest.raises(OutputError, match="missing"):
        write_csv(tmp_path / "missing" / "a.csv", ["a"], [])
