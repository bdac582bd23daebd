"""The working paper on one unit: what was found, both quotes with places and hashes, and room to answer."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

import govreport as gr
from govreport.dossier import run_dossier
from govreport.errors import UsageError
from govreport.export.dossier.words import rule_of, word
from govreport.model import CODES
from govreport.text.lexicon import load_table
from tests.command import run

BODY = """{town}镇妇联2019年工作总结及2020年工作计划
一、就业
水库蓄水以后田地变少，搬上岸的姐妹最愁没有活干。镇妇联会同农技站，在桃林村办起厨艺、网箱养鱼班{n}期，培训{m}人；
请鸿雁制衣厂把来料加工点设进桃林村，由沈玉珍牵头，让走不开的姐妹在家门口挣到了工资。
二、维权
宣传《妇女儿童保护法》，XX村妇联调解纠纷9起。
三、2020年工作打算
进一步提高孕产妇系统管理率。
"""
ROSTER = "编号,单位名称,层级,上级\n1,石桥镇妇联,乡镇,云溪县妇联\n2,柳湾镇妇联,乡镇,云溪县妇联\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an audit of two towns, the later of which took up the earlier one's text."""
    root = tmp_path_factory.mktemp("audit")
    (root / "in").mkdir()
    for town, n, m, day in (("石桥", 6, 214, "20200110"), ("柳湾", 8, 180, "20200112")):
        text = BODY.format(town=town, n=n, m=m)
        (root / "in" / f"{town}镇妇联{day}.txt").write_text(text, encoding="utf-8")
    (root / "units.csv").write_text(ROSTER, encoding="utf-8")
    gr.audit(root / "in", roster=root / "units.csv", progress=False).save(root / "out")
    return root


def paper(path: Path) -> str:
    """Return all that a Word file says, tables included, in its order."""
    from docx import Document
    from docx.oxml.ns import qn

    body = Document(str(path)).element.body
    return "\n".join("".join(t.text for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))


def written(folder: Path, unit: str = "柳湾镇妇联", lang: str | None = None, **more: bool) -> str:
    """Return the paper on a unit."""
    options = {"mask": False, "redact": False, **more}
    run_dossier(unit, folder / "out", folder / "paper.docx", lang=lang, **options)
    return paper(folder / "paper.docx")


def test_a_paper_says_what_an_answer_needs(folder: Path) -> None:
    """Finding, both quotes with places, figures old and new, hashes, the denominator, rule, law, and room."""
    told = written(folder)
    files = {one: next((folder / "in").glob(f"{one}*")) for one in ("石桥", "柳湾")}
    for file in files.values():
        assert hashlib.sha256(file.read_bytes()).hexdigest() in told
        assert file.name in told
    assert "网箱养鱼班6期，培训214人" in told
    assert "网箱养鱼班8期，培训180人" in told
    assert "6 → 8；214 → 180" in told
    assert "《妇女权益保障法》" in told
    assert "不计空白" in told
    assert rule_of("copied-passage", "zh-Hans") in told
    assert told.count(word("answer", "zh-Hans")) == told.count(word("what", "zh-Hans")) > 3
    manifest = (folder / "out" / "manifest.json").read_text(encoding="utf-8")
    audit = manifest.partition('"audit": "')[2][:16]
    assert audit in told
    assert word("unchanged", "zh-Hans") in told


@pytest.mark.parametrize("lang", ["zh-Hant", "zh-Hans", "en"])
def test_three_languages(folder: Path, lang: str) -> None:
    """Its own words are in the language asked for, quotes as they were submitted."""
    told = written(folder, lang=lang)
    assert told.startswith(word("title", lang))
    assert "{" not in told
    assert "在桃林村办起厨艺" in told
    for other in {"zh-Hant", "zh-Hans", "en"} - {lang}:
        assert word("total", other) not in told


def test_every_rule_has_its_sentence() -> None:
    """Each code, in three languages."""
    assert set(load_table("dossier")["rule"]) == set(CODES)
    for words in (*load_table("dossier")["rule"].values(), *load_table("dossier")["words"].values()):
        assert set(words) == {"zh-Hant", "zh-Hans", "en"}


def test_other_units_are_masked(folder: Path) -> None:
    """Letters stand for other units in names, files, messages and quotes; its own text stays."""
    told = written(folder, mask=True, lang="en")
    assert "石桥" not in told
    assert "unit A" in told
    assert "柳湾镇妇联20200112.txt" in told


def test_persons_are_masked(folder: Path) -> None:
    """With --redact persons no name is in the paper."""
    assert "沈玉珍" in written(folder)
    assert "沈玉珍" not in written(folder, redact=True)
    assert "沈某某" in written(folder, redact=True)


def test_decisions_stand_in_the_paper(folder: Path, tmp_path: Path) -> None:
    """What is decided is told with its reason; what is settled stays listed, behind what is open."""
    shutil.copytree(folder / "out", tmp_path / "out")
    lines = (tmp_path / "out" / "decisions.csv").read_text(encoding="utf-8-sig").splitlines()
    masks = [line.split(",")[0] for line in lines if line.startswith("placeholder") and "柳湾" in line]
    rows = f"flag_id,decision,reason,who\n{masks[0]},誤報,按規定隱去,王\n"
    (tmp_path / "out" / "decisions.csv").write_text(rows, encoding="utf-8")
    told = written(tmp_path)
    settled = told.partition(word("settled", "zh-Hans"))[2]
    assert "误报　按規定隱去　王" in settled
    assert word("answer", "zh-Hans") not in settled


def test_a_changed_audit_is_told(folder: Path, tmp_path: Path) -> None:
    """A paper made of files that were changed says so."""
    shutil.copytree(folder / "out", tmp_path / "out")
    (tmp_path / "out" / "ratios.csv").write_text("x", encoding="utf-8")
    assert "注意" in written(tmp_path)
    assert "ratios.csv" in written(tmp_path)


def test_which_unit_is_meant(folder: Path, tmp_path: Path) -> None:
    """An id, a name in either script, or a part; what may be several, or none, is one message."""
    for unit in ("2", "柳湾镇妇联", "柳灣鎮婦聯", "柳湾"):
        assert "柳湾镇妇联20200112.txt" in written(folder, unit).partition(word("shares", "zh-Hans"))[0]
    for unit, words in (("镇妇联", "may be several"), ("和平镇", "no report of")):
        with pytest.raises(UsageError, match=words):
            written(folder, unit)
        result = run("dossier", unit, "--audit", str(folder / "out"))
        assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    with pytest.raises(UsageError):
        run_dossier("x", tmp_path, None, lang=None, mask=False, redact=False)


@pytest.fixture
def again(tmp_path: Path) -> Path:
    """Return the folder of an audit of a town that handed its report in twice."""
    (tmp_path / "in").mkdir()
    text = BODY.format(town="柳湾", n=8, m=180)
    later = text.replace("XX村妇联", "桃林村妇联").replace("在桃林村办起", "在某某村办起")
    for day, version in (("20200112", text), ("20200120", later)):
        (tmp_path / "in" / f"柳湾镇妇联{day}.txt").write_text(version, encoding="utf-8")
    gr.audit(tmp_path / "in", progress=False).save(tmp_path / "out")
    return tmp_path


def test_what_became_of_the_version_before_stands_in_the_paper(again: Path) -> None:
    """Which flags are closed, open and new, with their words, and what was changed."""
    told = written(again, redact=True, mask=True)
    assert "与 柳湾镇妇联20200112.txt 相比" in told
    assert "\n已消除\n" in told
    assert "「XX村妇联」" in told or "「XX村」" in told
    assert "\n新出现\n" in told
    assert "改动\nXX" in told
    assert "沈玉珍" not in told


def test_the_command_tells_of_reports_handed_in_again(again: Path) -> None:
    """Its summary says what became of the flags, and a report handed in once has no such line."""
    result = run("audit", str(again / "in"), "--out", str(again / "more"), "--lang", "zh-Hans")
    lines = [line for line in result.stdout.splitlines() if "条已消除" in line]
    assert len(lines) == 1
    assert lines[0].startswith("柳湾镇妇联20200120.txt: 与 柳湾镇妇联20200112.txt 相比")


def test_the_command_writes_into_the_audit(folder: Path) -> None:
    """Without --out it stands in dossiers/, which is no change of the audit."""
    result = run("dossier", "柳湾", "--audit", str(folder / "out"), "--lang", "zh-Hant")
    assert result.returncode == 0
    made = folder / "out" / "dossiers" / "柳湾镇妇联.docx"
    assert str(made) in result.stdout
    assert paper(made).startswith("檢查底稿")
    assert run("verify", str(folder / "out")).returncode == 0


def test_the_paper_opens_in_an_office(folder: Path, tmp_path: Path) -> None:
    """LibreOffice makes a PDF of it that says the same."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    written(folder)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(folder / "paper.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    text = gr.read(tmp_path / "paper.pdf").text.replace("\n", "")
    assert "检查底稿" in text
    assert "网箱养鱼班" in text
