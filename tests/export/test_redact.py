"""Nothing that is passed on names a person who was to be masked, nor tells where files lie."""

from __future__ import annotations

import getpass
import gzip
import os
import socket
import zipfile
from pathlib import Path

import pytest

import govreport as gr
from govreport.errors import UsageError
from govreport.model import Decision
from govreport.text.persons import find_persons
from tests.command import run
from tests.desk.test_standings import PASSAGE

NAMES = ("沈玉珍", "黄桂香", "高小雁", "李敏", "13800138000", "周映霞")
BODY = (
    "一、就业\n镇妇联主席沈玉珍带领返乡青年高小雁办起网箱养鱼班6期。" + PASSAGE + "\n"
    "二、维权\nXX村妇代会主任黄桂香调解纠纷8起。联系人：李敏，电话：13800138000。\n"
    "三、2020年工作打算\n由沈玉珍牵头新建妇女之家2个。\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return submissions with names in texts, in a file's name, in an archive and in the CSV files."""
    root = tmp_path / "in"
    root.mkdir()
    for town in ("石桥", "柳湾"):
        text = f"{town}镇妇联2019年工作总结及2020年工作计划\n{BODY}"
        (root / f"{town}镇妇联（周映霞）.txt").write_text(text, encoding="utf-8")
    past = "石桥镇妇联2018年工作总结及2019年工作计划\n" + BODY.replace("2020", "2019")
    with zipfile.ZipFile(root / "old.zip", "w") as archive:
        archive.writestr("石桥2018.txt", past)
    (root / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "units.csv").write_text(
        "单位名称,联系人\n石桥镇妇联,周映霞\n和平镇妇联,吴桂娥\n", encoding="utf-8"
    )
    return tmp_path


def written(out: Path) -> dict[str, str]:
    """Return all that stands in the files of a folder, packages unpacked."""
    found = {}
    for path in sorted(out.rglob("*")):
        if path.is_file() and ".govreport" not in path.parts:
            held = path.read_bytes()
            if held.startswith(b"PK"):
                with zipfile.ZipFile(path) as package:
                    held = b"\n".join(package.read(name) for name in package.namelist())
            elif held.startswith(b"\x1f\x8b"):
                held = gzip.decompress(held)
            found[path.relative_to(out).as_posix()] = held.decode("utf-8", "replace") + str(path.name)
    return found


def test_no_export_names_a_person(folder: Path) -> None:
    """The whole output folder is searched, workbook and Parquet included; spans still show what they did."""
    plain = gr.audit(folder / "in", roster=folder / "units.csv", progress=False)
    some = plain.flags[0].id
    plain = plain.decided([Decision(some, "屬實", "已核", who="郑海霞")])
    masked = plain.redacted("persons")
    masked.save(folder / "out")
    for name, text in written(folder / "out").items():
        assert [person for person in (*NAMES, "吴桂娥", "郑海霞") if person in text] == [], name
    assert "沈某某" in written(folder / "out")["reports.jsonl"]
    assert [flag.id for flag in masked.flags] == [flag.id for flag in plain.flags]
    for one, other in zip(plain.reports, masked.reports, strict=True):
        assert len(one.document.text) == len(other.document.text)
        assert [s.span for s in one.statements] == [s.span for s in other.statements]
        assert all(s.text == s.span.of(other.document.text) for s in other.statements)
        assert all(s.heading in other.document.text for s in other.sections)


def test_decisions_stand_in_a_redacted_audit(folder: Path) -> None:
    """Masking changes no evidence: what was decided stays in force, from run to run."""
    audit = gr.audit(folder / "in", progress=False)
    made = [Decision(flag.id, "誤報", "固定說法", who="郑海霞") for flag in audit.flags]
    audit.decided(made).save(folder / "out")
    given = ["audit", str(folder / "in"), "--out", str(folder / "out"), "--redact", "persons"]
    for _ in range(2):
        result = run(*given)
        assert f"{len(audit.flags)} settled" in result.stdout
    assert "郑海霞" not in written(folder / "out")["decisions.csv"]


def test_no_output_tells_where_files_lie(folder: Path) -> None:
    """No path, user or machine stands in what is written, of files that were read, failed or are missing."""
    out = folder / "out"
    arguments = [str(folder / "in"), str(folder / "gone.txt"), "--out", str(out)]
    arguments += ["--history", str(folder / "h.duckdb"), "--reference", str(folder / "units.csv")]
    arguments += ["--roster", str(folder / "units.csv")]
    assert run("audit", *arguments).returncode == 3
    secrets = {str(folder), os.fspath(Path.cwd()), str(Path.home()), socket.gethostname()}
    secrets |= {f"/{getpass.getuser()}/", f"{getpass.getuser()}@"} - {"/"}
    for name, text in written(out).items():
        assert [secret for secret in secrets if len(secret) > 2 and secret in text] == [], name
    assert "gone.txt" in written(out)["failures.csv"]
    assert "坏.pdf" in written(out)["failures.csv"]


def test_show_masks_too(folder: Path) -> None:
    """On the terminal and as JSON; an unknown redaction is a wrong call."""
    file = folder / "in" / "石桥镇妇联（周映霞）.txt"
    for more in ([], ["--format", "json"]):
        shown = run("show", str(file), "--redact", "persons", *more).stdout
        assert not [person for person in NAMES if person in shown]
        assert str(folder) not in shown
    assert run("show", str(file), "--redact", "places").returncode == 2
    with pytest.raises(UsageError):
        gr.analyze(file).redacted("places")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县妇联主席邹雪梅讲话。", ["邹雪梅"]),
        ("由浪头村的沈玉珍牵头办起补网作坊。", ["沈玉珍"]),
        ("网格员石兰兰，女，身份证号110105198001012345。", ["石兰兰", "110105198001012345"]),
        ("邮箱 someone@example.org，座机010-88886666。", ["someone@example.org", "010-88886666"]),
        ("石桥村、和平镇、高新区开展活动，张贴标语。", []),
        ("市工商联召开会议，任务落实到人，万人受益。", []),
        ("全年发放12345678901元补贴。", []),
    ],
)
def test_who_is_a_person(text: str, names: list[str]) -> None:
    """Names and numbers of persons are found; places, bodies and words are left."""
    from govreport.text.script import to_simplified

    plain = to_simplified(text)
    assert [text[start:end] for start, end in find_persons(plain)] == names


@pytest.mark.parametrize(
    "text",
    [
        "分管副县长任主任,县妇联主席任副主任。",
        "教师周转房建成使用,请镇上的老师手把手教。",
        "「三八」维权周印发资料2000份,孟家滩村涝灾多。",
        "村计生协会换届,老人申领健康码,打造青年桑果农场25家。",
        "更多精彩范文请关注,矿工马拉松开跑,精神陈列馆开馆。",
        "开展试点示\n范层级管理,档案、史志等工作。",
    ],
)
def test_words_are_no_names(text: str) -> None:
    """What common words run through is left as it is, beside a role too."""
    assert [text[a:b] for a, b in find_persons(text)] == []


@pytest.mark.parametrize(
    "number",
    [
        "138 0013 8000",
        "138-0013-8000",
        "330106198001011234",
        "330106800101123",
        "0571-87654321",
        "6222 0212 3456 7890 123",
        "a.b@x.com.cn",
    ],
)
def test_numbers_of_persons(number: str) -> None:
    """Phones, identity cards old and new, bank cards and addresses of mail, written in groups too."""
    text = f"联系人:{number},完成培训1380013人次,误差T@1.5T。"
    assert [text[a:b] for a, b in find_persons(text)] == [number]
