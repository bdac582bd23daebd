"""Decisions on flags, taken, kept, withdrawn, downloaded and loaded in a real browser."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

import govreport as gr
from tests.browser.conftest import CHROMIUM, Open
from tests.browser.submissions import page_of

if not CHROMIUM:
    pytest.skip("chromium is not installed", allow_module_level=True)
pytest.importorskip("playwright", reason="playwright is not installed")

TITLE = "云溪镇妇联2016年工作总结和2017年工作计划"
FORMULA = '=HYPERLINK("x")\n第二行,"引"'


def decide(
    page: Any, number: int, word: str, reason: str, who: str = "王敏", when: str = "2026-03-02"
) -> Any:
    """Fill in the form of a flag and keep it; return the flag."""
    flag = page.locator(".flag").nth(number)
    flag.locator("summary").click()
    flag.get_by_label("核查結論").select_option(label=word)
    flag.get_by_label("理由").fill(reason)
    flag.get_by_label("核查人").fill(who)
    flag.get_by_label("日期").fill(when)
    flag.get_by_role("button", name="記下").click()
    return flag


def downloaded(page: Any) -> list[dict[str, str]]:
    """The rows of decisions.csv as a spreadsheet gets them."""
    with page.expect_download() as waiting:
        page.locator("[data-save]").click()
    assert waiting.value.suggested_filename == "decisions.csv"
    data = Path(waiting.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def load(page: Any, file: Path) -> str:
    """Load a file of decisions; return what the page says of it."""
    page.set_input_files("[data-load]", file)
    page.wait_for_function("document.querySelector('.decisions output').textContent")
    return str(page.locator(".decisions output").inner_text())


def test_a_decision_needs_its_reason(folder: Path, open_page: Open) -> None:
    """Without a reason, or with blanks for one, nothing is kept."""
    page = open_page(page_of(folder, TITLE))
    for reason in ("", "   "):
        flag = decide(page, 0, "屬實", reason)
        assert "未作結論" in flag.locator("summary").inner_text()
        assert flag.locator("form").is_visible()
        flag.locator("summary").click()
    assert downloaded(page) == []


def test_a_decision_is_shown_kept_and_downloaded(folder: Path, open_page: Open) -> None:
    """It stands beside the flag, outlives the page, shows in the list of flags and in the file."""
    page = open_page(page_of(folder, TITLE))
    flag = decide(page, 0, "誤報", FORMULA)
    id = flag.locator(".decide").get_attribute("data-flag")
    assert "誤報 · =HYPERLINK" in flag.locator("summary").inner_text()
    page.reload()
    assert "誤報 · =HYPERLINK" in page.locator(".flag").first.locator("summary").inner_text()
    assert page.locator("[data-count]").inner_text().startswith("本頁已作結論 1 /")
    page.goto((folder / "flags.html").as_uri())
    page.select_option("[data-filter=state]", "誤報")
    rows = page.locator("table[data-table=flags] tbody tr:visible")
    assert [row.get_attribute("data-flag") for row in rows.all()] == [id]
    (row,) = downloaded(page)
    assert (row["flag_id"], row["decision"], row["who"], row["when"]) == (id, "誤報", "王敏", "2026-03-02")
    assert row["reason"] == "'" + FORMULA
    assert row["document_id"] == "獨.txt"


def test_what_was_downloaded_can_be_loaded(folder: Path, open_page: Open, tmp_path: Path) -> None:
    """A file of decisions, in any of the three languages, is taken up in another browser; no row is lost."""
    page = open_page(page_of(folder, TITLE))
    ids = [one.get_attribute("data-flag") for one in page.locator(".decide").all()]
    file = tmp_path / "decisions.csv"
    file.write_text(
        "flag_id,decision,reason,who,when\n"
        f'{ids[0]},legitimate quotation,"quoted, as ""usual""",Li,2026-01-05\n'
        f"{ids[1]},误报,'=是固定说法,李,2026-01-05\nelsewhere,屬實,理由,李,\nx,nonsense,y,z,\nundecided,,,,\n",
        encoding="utf-8-sig",
    )
    assert load(page, file).startswith("已載入 3 條；1 條")
    assert '合理引用 · quoted, as "usual" · Li' in page.locator(".flag").nth(0).inner_text()
    assert "誤報 · =是固定说法 · 李" in page.locator(".flag").nth(1).inner_text()
    assert {row["flag_id"] for row in downloaded(page)} == {ids[0], ids[1], "elsewhere"}


def test_a_file_without_the_columns_is_refused(folder: Path, open_page: Open, tmp_path: Path) -> None:
    """It is said what is missing; what was decided stays."""
    page = open_page(page_of(folder, TITLE))
    decide(page, 0, "屬實", "已核對原件")
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert "flag_id" in load(page, tmp_path / "x.csv")
    assert len(downloaded(page)) == 1


def test_a_decision_can_be_withdrawn(folder: Path, open_page: Open) -> None:
    """It is gone from the page and from the file."""
    page = open_page(page_of(folder, TITLE))
    flag = decide(page, 0, "屬實", "已核對原件")
    flag.locator("summary").click()
    flag.get_by_role("button", name="撤回").click()
    assert "未作結論" in flag.locator("summary").inner_text()
    assert downloaded(page) == []


def test_markup_in_a_reason_is_text(folder: Path, open_page: Open) -> None:
    """What is typed never runs."""
    page = open_page(page_of(folder, TITLE))
    flag = decide(page, 0, "屬實", "<img src=x onerror=alert(1)>")
    assert "<img src=x onerror=alert(1)>" in flag.locator("summary").inner_text()
    assert page.locator("img").count() == 0


def test_the_form_is_used_by_keyboard(folder: Path, open_page: Open) -> None:
    """Opened, filled in and kept without a mouse; the focus comes back to where it was."""
    from playwright.sync_api import expect

    page = open_page(page_of(folder, TITLE))
    page.locator(".flag summary").first.focus()
    page.keyboard.press("Enter")
    flag = page.locator(".flag").first
    # A hand waits for what it did to be seen; the browser, under load, shows it late.
    flag.locator("select").wait_for(state="visible")
    page.keyboard.press("Tab")
    expect(flag.locator("select")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(flag.locator("select")).not_to_have_value("")
    for name, typed in (("reason", "已核對"), ("who", "王敏")):
        page.keyboard.press("Tab")
        expect(flag.locator(f"[name={name}]")).to_be_focused()
        page.keyboard.type(typed)
        expect(flag.locator(f"[name={name}]")).to_have_value(typed)
    page.keyboard.press("Enter")
    expect(flag.locator("summary")).to_contain_text("已核對 · 王敏")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_next_audit_takes_up_what_was_downloaded(folder: Path, open_page: Open, tmp_path: Path) -> None:
    """The file is read as it was downloaded, settles the flag, and stands on the pages of the next audit."""
    page = open_page(page_of(folder, TITLE))
    flag = decide(page, 0, "合理引用", "=上级文件原文")
    id = flag.locator(".decide").get_attribute("data-flag")
    with page.expect_download() as waiting:
        page.locator("[data-save]").click()
    audit = gr.audit(folder.parent / "in", progress=False).decided(waiting.value.path())
    (decision,) = audit.decisions
    told = (decision.flag_id, decision.decision, decision.reason, decision.who, decision.state)
    assert told == (id, "合理引用", "=上级文件原文", "王敏", "in-force")
    audit.save(tmp_path / "next", lang="en")
    quiet = open_page(page_of(tmp_path / "next", TITLE), java_script_enabled=False)
    assert "legitimate quotation · =上级文件原文 · 王敏" in quiet.locator(".decided").inner_text()
    again = open_page(page_of(tmp_path / "next", TITLE))
    assert "legitimate quotation" in again.locator(".is-decided summary").inner_text()
    assert [row["flag_id"] for row in downloaded(again)] == [id]
