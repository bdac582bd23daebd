"""Texts that went through wrong encodings are repaired where that can be done, and it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport.model import Document
from govreport.read import read
from govreport.read.signs import signs_of

HANS = "2018年白石镇妇联工作总结\n一、加强学习\n组织妇女干部学习政策，开展宣传活动十二场。\n"
HANT_TEXT = "2018年白石鎮婦聯工作總結\n一、加強學習\n組織婦女幹部學習政策，開展宣傳活動十二場。\n"
HANT = "許功蓋 成功 閱覽 蓋章\n一、㗎仔工作總結\n"


def written(folder: Path, data: bytes, name: str = "a.txt") -> Document:
    (folder / name).write_bytes(data)
    return read(folder / name)


@pytest.mark.parametrize("first", ["utf-8", "gb18030"])
def test_lines_of_several_encodings_are_read_each_as_it_is(tmp_path: Path, first: str) -> None:
    """A file that was put together from two is read whole, and told."""
    other = {"utf-8": "gb18030", "gb18030": "utf-8"}[first]
    document = written(tmp_path, HANS.encode(first) * 3 + HANS.encode(other) * 2)
    assert document.text == HANS * 5
    assert document.provenance.warnings == ("mixed-encodings",)
    assert document.provenance.replacements == 0


@pytest.mark.parametrize(
    ("taken", "meant"), [("latin-1", "gb18030"), ("latin-1", "utf-8"), ("gb18030", "utf-8")]
)
def test_a_wrong_decoding_is_undone(tmp_path: Path, taken: str, meant: str) -> None:
    """What was saved after it was taken for another encoding comes back; lost characters are counted."""
    wrong = HANS.encode(meant).decode(taken, "replace")
    document = written(tmp_path, wrong.encode("utf-8"))
    assert "mojibake" in document.provenance.warnings
    assert "开展宣传" in document.text
    lost = wrong.count("\ufffd")
    assert (document.text == HANS) == (lost == 0)
    assert (document.provenance.replacements > 0) == (lost > 0)


@pytest.mark.parametrize(
    ("taken", "meant", "text"), [("gb18030", "big5", HANT_TEXT), ("big5hkscs", "gb18030", HANS)]
)
def test_one_chinese_encoding_taken_for_the_other_is_undone(
    tmp_path: Path, taken: str, meant: str, text: str
) -> None:
    """What a program of Taiwan made of a mainland file, and the other way round; what was lost is counted."""
    wrong = text.encode(meant).decode(taken, "replace")
    document = written(tmp_path, wrong.encode("utf-8"))
    assert "mojibake" in document.provenance.warnings
    assert ("damaged-encoding" in document.provenance.warnings) == ("\ufffd" in wrong)
    same = sum(a == b for a, b in zip(document.text, text, strict=False))
    assert same == len(text) if "\ufffd" not in wrong else any(w in document.text for w in ("宣传", "政策"))


def test_rare_characters_in_halves_are_put_together(tmp_path: Path) -> None:
    """Some databases write characters beyond the common ones as two halves: they are read, and it is told."""
    halves = "𡃁".encode("utf-16-be")
    pair = "".join(chr(int.from_bytes(halves[at : at + 2], "big")) for at in (0, 2))
    text = "元朗𡃁仔\n" + HANS
    document = written(tmp_path, text.replace("𡃁", pair).encode("utf-8", "surrogatepass"))
    assert document.text == text
    assert document.provenance.warnings == ("unusual-encoding",)


def test_a_mark_of_utf8_before_another_encoding_is_no_reason_to_refuse(tmp_path: Path) -> None:
    """An editor put it before a file that it did not understand."""
    assert written(tmp_path, b"\xef\xbb\xbf" + HANS.encode("gb18030")).text == HANS


def test_what_can_not_be_undone_is_told(tmp_path: Path) -> None:
    """The traces that a destroyed text leaves are known; the rest of the report is read."""
    document = written(tmp_path, ("锟斤拷锟斤拷烫烫烫屯屯屯\ufffd\ufffd\n" + HANS).encode())
    assert document.text.endswith(HANS)
    assert document.provenance.warnings == ("mojibake", "damaged-encoding")


def test_rare_characters_of_big5_are_read(tmp_path: Path) -> None:
    """Characters whose second byte is a backslash, and those of Hong Kong."""
    assert written(tmp_path, HANT.replace("㗎", "之").encode("big5")).text == HANT.replace("㗎", "之")
    assert written(tmp_path, HANT.encode("big5hkscs")).text == HANT


@pytest.mark.parametrize("encoding", ["hz", "utf-7", "utf-32"])
def test_encodings_of_old_are_read_and_told(tmp_path: Path, encoding: str) -> None:
    """They are unusual enough to be looked at."""
    document = written(tmp_path, HANS.encode(encoding))
    assert document.text == HANS
    assert document.provenance.warnings == ("unusual-encoding",)


def test_another_language_is_no_chinese(tmp_path: Path) -> None:
    """Bytes that could be GB18030 and give no running Chinese are told; a Chinese report is not."""
    japanese = "事業報告書の概要について説明する。" * 10
    assert "not-chinese" in written(tmp_path, japanese.encode("shift_jis")).provenance.warnings
    assert written(tmp_path, (HANS * 4).encode("gb18030")).provenance.warnings == ()


def test_control_characters_are_kept_and_told(tmp_path: Path) -> None:
    """The text is as it was read: offsets hold."""
    document = written(tmp_path, ("\x01\x02" + HANS).encode())
    assert document.text == "\x01\x02" + HANS
    assert document.provenance.warnings == ("control-characters",)


@pytest.mark.parametrize(("name", "told"), [("a.txt", False), ("a", True), ("a.pdf", True), ("a.TXT", False)])
def test_a_name_that_says_another_format_is_told(tmp_path: Path, name: str, told: bool) -> None:
    """A file is known by its content; that its name says something else is worth a word."""
    document = written(tmp_path, HANS.encode(), name)
    assert document.text == HANS
    assert ("named-otherwise" in document.provenance.warnings) is told


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("repetitive", "一、" * 1000),
        ("repetitive", "加强" * 1000),
        ("repetitive", "（）" * 1000),
        ("deep-nesting", "1." * 40 + "加强领导"),
        (
            "breaks-off",
            "一、加强领导。各级各部门要高度重视，切实抓好落实。对工作不力的单位予以通报批评，并约谈其主要负",
        ),
        ("long-line", "加强领导，" * 100_001),
    ],
)
def test_signs_of_a_text_that_is_no_sound_report(sign: str, text: str) -> None:
    """What is repeated without end, numbered without end, cut off or endless is told of."""
    assert sign in signs_of(text)
    assert sign not in signs_of(
        "一、加强领导。各级各部门要高度重视，切实抓好落实。\n1.1.2加强督导，每季度通报一次。\n库山镇妇联"
    )


def test_text_behind_many_blank_lines_is_not_too_short(tmp_path: Path) -> None:
    """What a report opens with tells nothing of its length."""
    assert "too-short" not in written(tmp_path, ("\n" * 2000 + "一、加强领导。").encode()).provenance.warnings
