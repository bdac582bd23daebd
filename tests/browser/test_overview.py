"""The overview and the list of flags, sorted, filtered and left by clicks in a real browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from govreport.export.flags_html import to_flags
from govreport.model import Flag
from tests.browser.conftest import CHROMIUM, Open
from tests.export.sample import sample

if not CHROMIUM:
    pytest.skip("chromium is not installed", allow_module_level=True)
pytest.importorskip("playwright", reason="playwright is not installed")


def shown(page: Any, table: str = "reports") -> list[str]:
    """The files in the rows that can be seen, in their order."""
    rows = page.locator(f"table[data-table={table}] tbody tr:visible")
    return [row.locator(".file").first.inner_text() for row in rows.all()]


def column(page: Any, number: int) -> list[str]:
    """The cells of a column that can be seen."""
    return page.locator(
        f"table[data-table=reports] tbody tr:visible > :nth-child({number})"
    ).all_inner_texts()


def test_a_heading_sorts_both_ways(folder: Path, open_page: Open) -> None:
    """Figures are sorted as figures, the largest first, then the other way; the heading tells which."""
    page = open_page(folder / "index.html")
    heading = page.locator("table[data-table=reports] th", has_text="與其他文件一致佔全文")
    heading.get_by_role("button").click()
    down = [float(cell.rstrip("%")) for cell in column(page, 6)]
    assert down == sorted(down, reverse=True)
    assert down[0] > 40
    assert heading.get_attribute("aria-sort") == "descending"
    page.keyboard.press("Enter")
    assert [float(cell.rstrip("%")) for cell in column(page, 6)] == sorted(down)
    assert heading.get_attribute("aria-sort") == "ascending"


def test_a_search_finds_either_script(folder: Path, open_page: Open) -> None:
    """A name is found whichever script it is typed in; how many are shown is told."""
    page = open_page(folder / "index.html")
    for typed, found in (
        ("库山", ["早.txt"]),
        ("庫山", ["早.txt"]),
        ("小禾镇妇联", ["晚.txt"]),
        ("独", ["獨.txt"]),
    ):
        page.locator("#reports input[type=search]").fill(typed)
        assert shown(page) == found
    assert page.locator("#reports output").inner_text() == "顯示 1 / 4"
    page.locator("#reports").get_by_role("button", name="清除篩選").click()
    page.wait_for_function(
        "document.querySelectorAll('table[data-table=reports] tbody tr:not([hidden])').length == 4"
    )


def test_filters_narrow_the_table_together(folder: Path, open_page: Open) -> None:
    """Year, kind of flag and a bar of the histogram all count."""
    page = open_page(folder / "index.html")
    page.select_option("#reports [data-filter=year]", "2016")
    assert set(shown(page)) == {"晚.txt", "獨.txt"}
    page.select_option("[data-filter=codes]", "copied-passage")
    assert shown(page) == ["晚.txt"]
    page.select_option("[data-filter=codes]", "")
    page.locator(".histogram button").first.click()
    assert shown(page) == ["獨.txt"]
    assert page.locator(".histogram [aria-pressed=true]").count() == 1
    page.locator(".histogram [aria-pressed=true]").click()
    assert set(shown(page)) == {"晚.txt", "獨.txt"}


def test_the_bars_count_every_report_once(folder: Path, open_page: Open) -> None:
    """What the bars say is what the table shows when they are pressed."""
    page = open_page(folder / "index.html")
    total = 0
    for bar in page.locator(".histogram button:enabled").all():
        bar.click()
        told = int(bar.locator("b").inner_text())
        assert len(shown(page)) == told
        total += told
    assert total == 4


def test_a_cell_of_the_matrix_leads_to_the_two_texts(folder: Path, open_page: Open) -> None:
    """Every figure of the matrix leads to the two reports side by side; each direction has its own share."""
    page = open_page(folder / "index.html")
    cells = page.locator(".matrix td a")
    assert cells.count() == 6
    cells.first.click()
    page.wait_for_url("**/pairs/*.html*")
    assert page.locator(".pane").count() == 2


def test_a_kind_of_flag_leads_to_its_list_and_on_to_its_place(folder: Path, open_page: Open) -> None:
    """From the overview to the flags of one kind, from there to the flag, from there to the words."""
    page = open_page(folder / "index.html")
    page.locator("a[href='flags.html#code=unknown-law']").first.click()
    page.wait_for_url("**/flags.html#code=unknown-law")
    assert shown(page, "flags") == ["獨.txt"]
    page.locator("table[data-table=flags] tbody tr:visible a").first.click()
    page.wait_for_url("**/reports/*.html#*")
    flag = page.locator(".flag:target")
    assert "妇女儿童权益保护法" in flag.inner_text()
    flag.locator(".evidence a").first.click()
    mark = page.locator(".anchor:target")
    assert mark.evaluate("e => e.nextElementSibling.textContent").startswith("《妇女儿童权益保护法》")
    assert mark.evaluate("e => Math.abs(e.getBoundingClientRect().top) < innerHeight")


def test_without_a_script_everything_is_there(folder: Path, open_page: Open) -> None:
    """Where scripts are off all rows are shown and no control that does nothing."""
    page = open_page(folder / "index.html", java_script_enabled=False)
    assert len(shown(page)) == 4
    assert page.locator("form:visible").count() == 0


def test_the_roster_tells_who_is_missing(folder: Path, open_page: Open) -> None:
    """Every expected unit has a row with how it stands; those of one standing can be looked at alone."""
    page = open_page(folder / "index.html")
    rows = page.locator("table[data-table=roster] tbody tr")
    assert rows.count() == 3
    page.select_option("form[data-filters=roster] select", label="未報")
    shown_rows = page.locator("table[data-table=roster] tbody tr:visible").all_inner_texts()
    assert len(shown_rows) == 1
    assert "石桥镇妇联" in shown_rows[0]
    assert page.locator("table[data-table=roster] a", has_text="晚.txt").count() == 1


def test_a_long_table_is_laid_out_by_and_by(open_page: Open, tmp_path: Path) -> None:
    """Of many flags a few hundred are shown, more on demand; filters, sorting and print reach all."""
    many = [replace(sample(), document=replace(sample().document, id=f"{n:03d}.txt")) for n in range(150)]
    flags = [replace(one, flags=tuple(_moved(flag, one.document.id) for flag in one.flags)) for one in many]
    (tmp_path / "flags.html").write_text(to_flags(flags, {one.document.id: "x.html" for one in flags}, "en"))
    page = open_page(tmp_path / "flags.html")
    rows = page.locator("table[data-table=flags] tbody tr:visible")
    assert rows.count() == 200
    assert page.locator("form output").inner_text() == "450 of 450 shown"
    page.get_by_role("searchbox").fill("149.txt")
    assert rows.count() == 3
    page.get_by_role("searchbox").fill("")
    page.get_by_role("button", name="File").click()
    page.get_by_role("button", name="File").click()
    assert rows.first.locator(".file").inner_text() == "149.txt"
    page.get_by_role("button", name="Show 250 more rows (250 left)").click()
    assert rows.count() == 450
    page.reload()
    page.emulate_media(media="print")
    assert rows.count() == 450
    assert (
        open_page(tmp_path / "flags.html", java_script_enabled=False).locator("tbody tr:visible").count()
        == 450
    )


def _moved(flag: Flag, id: str) -> Flag:
    evidence = tuple(
        one._replace(document_id=id) if one.document_id == "sample.txt" else one for one in flag.evidence
    )
    return replace(flag, id=f"{flag.id}-{id}", evidence=evidence)
