"""One TOML file switches rules off and sets thresholds; what is wrong in it is told with line and word."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport as gr
from govreport.check import RULES, read_settings, shipped
from govreport.errors import UsageError
from govreport.model import CODES
from govreport.text.lexicon import load_table
from tests.command import run
from tests.desk.test_standings import PASSAGE

TEXT = (
    "石桥镇妇联2019年工作总结\n一、维权\nXX村妇联调解纠纷3起，接待来访8人次。\n"
    + f"二、就业\n{PASSAGE}\n" * 2
)


def flagged(folder: Path, rules: str | None, text: str = TEXT) -> dict[str, str]:
    """Return severity by code of what is flagged under a file of rules."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    if rules is None:
        return {flag.code: flag.severity for flag in gr.analyze(folder / "a.txt").flags}
    (folder / "rules.toml").write_text(rules, encoding="utf-8")
    report = gr.analyze(folder / "a.txt", rules=folder / "rules.toml")
    return {flag.code: flag.severity for flag in report.flags}


def test_every_code_can_be_set() -> None:
    """The table of settings, the severities and the codes name the same rules."""
    assert set(load_table("rules")) == set(CODES) == set(load_table("check")["severity"])
    tables = {name for rule in load_table("rules").values() for name in rule.get("tables", ())}
    assert all(load_table(name) for name in tables - set(load_table("check")))
    assert len(RULES) == len(set(RULES))


def test_rules_are_switched_off_and_set(tmp_path: Path) -> None:
    """Off tells nothing, a severity is the one that was set, a threshold leaves out what lies below it."""
    plain = flagged(tmp_path, None)
    assert {"placeholder": "warning", "duplicated-block": "serious"}.items() <= plain.items()
    assert "placeholder" not in flagged(tmp_path, "[placeholder]\non = false\n")
    assert flagged(tmp_path, "[placeholder]\nseverity = 'info'\n")["placeholder"] == "info"
    assert "duplicated-block" not in flagged(tmp_path, "[duplicated-block]\nshortest = 500\n")
    assert flagged(tmp_path, "[duplicated-block]\nserious_share = 90\n")["duplicated-block"] == "warning"
    assert flagged(tmp_path, "") == plain


def test_the_file_to_begin_with_changes_nothing(tmp_path: Path) -> None:
    """What govreport rules prints names each rule as shipped, in three languages."""
    for lang in ("zh-Hant", "zh-Hans", "en"):
        printed = run("rules", "--lang", lang).stdout
        (tmp_path / "rules.toml").write_text(printed, encoding="utf-8")
        settings = read_settings(tmp_path / "rules.toml")
        assert set(settings.on) == set(CODES)
        assert not settings.severities
        for code in CODES:
            assert settings.is_on(code) == shipped().is_on(code)
            assert all(
                settings.limit(code, name) == value for name, value in settings.limits.get(code, {}).items()
            )


def test_length_is_judged_only_where_a_limit_is_set(tmp_path: Path) -> None:
    """Over-length is off; turned on it counts what is not white space and tells both figures."""
    long = TEXT + "走访慰问困难妇女。\n" * 700
    assert "over-length" not in flagged(tmp_path, None, long)
    assert "over-length" in flagged(tmp_path, "[over-length]\non = true\n", long)
    assert "over-length" not in flagged(tmp_path, "[over-length]\non = true\ncharacters = 9000\n", long)
    assert "over-length" not in flagged(tmp_path, "[over-length]\ncharacters = 100\n", long)


def test_thresholds_hold_for_shared_passages_and_promises(tmp_path: Path) -> None:
    """A batch heeds the file too: the same passage is no flag where longer ones alone are wanted."""
    for name in ("石桥", "柳湾"):
        text = f"{name}镇妇联2019年工作总结\n一、就业\n{PASSAGE * 2}\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    rules = tmp_path / "rules.toml"
    rules.write_text("[copied-passage]\nshortest = 1000\n", encoding="utf-8")
    files = sorted(tmp_path.glob("*.txt"))
    assert "copied-passage" in {flag.code for flag in gr.audit(files, progress=False).flags}
    audit = gr.audit(files, rules=rules, progress=False)
    assert "copied-passage" not in {flag.code for flag in audit.flags}
    assert audit.matches


def test_a_changed_rule_opens_decisions_again(tmp_path: Path) -> None:
    """A decision made under one threshold is open under another; those on other rules stand."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    audit = gr.audit(tmp_path / "a.txt", progress=False)
    audit.save(tmp_path / "out")
    file = tmp_path / "out" / "decisions.csv"
    said = "flag_id,decision,reason,decided_on\n" + "".join(
        f"{id},屬實,核過,{now}\n" for id, now in audit.desk.prints.items()
    )
    file.write_text(said, encoding="utf-8")
    rules = tmp_path / "rules.toml"
    rules.write_text("[duplicated-block]\nserious_share = 20\n", encoding="utf-8")
    again = gr.audit(tmp_path / "a.txt", rules=rules, decisions=file, progress=False)
    states = {flag.code: again.desk.decisions[flag.id].state for flag in again.flags}
    assert states["duplicated-block"] == "reopened"
    assert set(states.values()) == {"reopened", "in-force"}
    assert shipped().rule_print("placeholder") == read_settings(rules).rule_print("placeholder")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            "[placeholder]\non = false\n\n[placeholders]\non = false\n",
            4,
            "'placeholders'; did you mean 'placeholder'",
        ),
        ("# a\n[slogans-only]\nfewst = 2\n", 3, "'fewst'; did you mean 'fewest'"),
        (
            "[vague-commitments]\nshare = 80\n",
            2,
            "share of vague-commitments is 80; wanted a number from 0 to 1",
        ),
        ("[vague-commitments]\nshare = '0.8'\n", 2, "share of vague-commitments is '0.8'"),
        ("[placeholder]\non = 'no'\n", 2, "on of placeholder is 'no'; wanted true or false"),
        ("[placeholder]\nseverity = 'grave'\n", 2, "'grave'; wanted info or warning or serious"),
        ("[placeholder]\non = flase\n", 2, "'on = flase' is no TOML"),
        ("placeholder = false\n", 1, "'placeholder' is set to False; write [placeholder]"),
        ("placeholder.on = 1\n", 1, "on of placeholder is 1"),
        ("\nslogans-only = { on = true, share = 3 }\n", 2, "share of slogans-only is 3"),
        ("[over-length]\non = true\ncharacters = true\n", 3, "characters of over-length is True"),
        ("[placeholder]\n[placeholder]\n", 2, "is no TOML"),
        ("[a", 1, "is no TOML"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_word(tmp_path: Path, text: str, line: int, words: str) -> None:
    """One line names the file, the line, the wrong word, and what was meant."""
    (tmp_path / "rules.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_settings(tmp_path / "rules.toml")
    message = str(caught.value)
    assert f"rules.toml: line {line}: " in message
    assert words in message
    assert "\n" not in message


def test_a_file_that_cant_be_read(tmp_path: Path) -> None:
    """Missing or in another encoding: one message, status 2, from both commands."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "rules.toml").write_bytes("[placeholder]\n# 关闭此规则".encode("gb18030"))
    for name in ("none.toml", "rules.toml"):
        for command in (["show"], ["audit", "--out", str(tmp_path / "out")]):
            result = run(*command, str(tmp_path / "a.txt"), "--rules", str(tmp_path / name))
            assert (result.returncode, result.stderr.count("\n")) == (2, 1)
            assert name in result.stderr


def test_rules_that_need_others_say_so(tmp_path: Path) -> None:
    """Alone, a report has nothing to be compared with; beside last year's both notes are gone."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    printed = run("audit", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out")).stdout
    assert "Of 1 of 1 reports nothing is told of “Passage that stands in another document”" in printed
    assert "“Earlier commitment not mentioned”: no report of the unit on another year is known" in printed
    for page in ("index.html", "reports/0001.html"):
        shown = (tmp_path / "out" / page).read_text(encoding="utf-8")
        assert "没有其他文本可以比对" in shown
        assert "没有本单位其他年度的报告可以对照" in shown
    assert "没有其他文本可以比对" in run("show", str(tmp_path / "a.txt"), "--lang", "zh-Hans").stdout
    (tmp_path / "b.txt").write_text(TEXT.replace("2019", "2018"), encoding="utf-8")
    together = gr.audit([tmp_path / "a.txt", tmp_path / "b.txt"], progress=False)
    assert together.untold == {}
    together.save(tmp_path / "both")
    assert "没有本单位其他年度" not in (tmp_path / "both" / "index.html").read_text(encoding="utf-8")


def test_a_unit_without_another_year_is_told(tmp_path: Path) -> None:
    """Beside another unit's report there is something to compare with, and still no earlier promise."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("竹坞镇妇联2021年工作总结\n一、抓学习\n办班3期。\n", encoding="utf-8")
    audit = gr.audit([tmp_path / "a.txt", tmp_path / "b.txt"], progress=False)
    assert audit.untold == {"no-other-year": ("a.txt", "b.txt")}


def test_a_vague_plan_is_told_beside_its_peers(tmp_path: Path) -> None:
    """The share stands beside the median of the others, and alone the message says that there is none."""
    vague = "加强宣传教育。完善工作制度。推进阵地建设。深化家庭创建。做好维权服务。"
    exact = "6月底前办班3期。年内走访50户。8月前建家2个。每月开课4次。全年调解20起。"
    for name, plan in zip("甲乙丙丁", (vague, exact, exact, exact), strict=True):
        head = f"{name}河镇妇联2021年工作总结及2022年工作计划\n一、抓学习\n办班3期。\n"
        text = head + "下一步，要抓好以下工作：\n一、抓宣传\n" + plan
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (alone,) = (f for f in gr.analyze(tmp_path / "甲.txt").flags if f.code == "vague-commitments")
    assert "没有其他报告可以比较" in alone.message
    audit = gr.audit(sorted(tmp_path.glob("*.txt")), progress=False)
    (beside,) = (f for f in audit.flags if f.code == "vague-commitments")
    assert beside.id == alone.id
    assert "其他3份报告的中位数是0%" in beside.message


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    """Three mistakes, one message with the line of each."""
    (tmp_path / "rules.toml").write_text("threshold = 'high'\nworkers = -1\n[placeholder]\non = 3\n")
    with pytest.raises(UsageError) as caught:
        read_settings(tmp_path / "rules.toml")
    message = str(caught.value)
    assert all(
        words in message for words in ("line 1: ", "'threshold'", "line 2: ", "'workers'", "line 4: on")
    )
    assert "\n" not in message
