"""A report that was handed in again: what was changed, and which flags are closed, still open and new."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

import govreport as gr
from govreport.audit import Audit
from govreport.text.versions import Versions
from tests.strategies import any_texts

BEFORE = (
    "库山镇妇联2016年工作总结\n一、工作回顾\n（一）开展培训。水库蓄水以后田地变少，搬上岸的姐妹最愁没有活干。"
    "镇妇联会同农技站，在库山村办起厨艺、网箱养鱼班6期，培训214人；请鸿雁制衣厂把来料加工点设进新村。\n"
    "（二）关爱儿童。在XX村建成儿童之家2所，为某某村的孩子送去书包80个。年底盘点，妇女之家的钥匙交到了执委手里。\n"
    "（四）化解纠纷。调解家庭纠纷8起，其中5起已办结（见附件。\n"
)
AFTER = (
    BEFORE.replace("在XX村", "在库山村")
    .replace("（四）化", "（三）化")
    .replace("214", "241")
    .replace("交到了执委手里", "交到了执委手里，由20xx年的执委轮流保管")
)


def states(audit: Audit) -> dict[tuple[str, str], int]:
    (revision,) = audit.revisions
    found: dict[tuple[str, str], int] = {}
    for one in revision.flags:
        key = one.state, one.flag.code
        found[key] = found.get(key, 0) + 1
    return found


EXPECTED = {
    ("closed", "placeholder"): 1,
    ("closed", "numbering-gap"): 1,
    ("open", "placeholder"): 1,
    ("open", "unbalanced-mark"): 1,
    ("new", "placeholder"): 1,
}


def test_two_versions_of_a_batch(tmp_path: Path) -> None:
    """Closed, open and new flags, every change of words, in frame, page and workbook."""
    (tmp_path / "a.txt").write_text(BEFORE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(AFTER, encoding="utf-8")
    audit = gr.audit(tmp_path, progress=False)
    assert states(audit) == EXPECTED
    (revision,) = audit.revisions
    assert (revision.earlier, revision.later, revision.is_dated) == ("a.txt", "b.txt", False)
    changed = [(one.state, one.left.of(BEFORE), one.right.of(AFTER)) for one in revision.texts]
    assert ("changed", "培训214人；", "培训241人；") in changed
    assert any("由20xx年的执委轮流保管" in new for _, _, new in changed)
    frame = audit.to_frame("revisions")
    assert len(frame) == len(revision.flags) + len(revision.texts)
    assert set(frame["subject"]) == {"flag", "text"}
    audit.save(tmp_path / "out", lang="en")
    page = (tmp_path / "out" / "reports" / "0002.html").read_text(encoding="utf-8")
    assert "Flags: 2 closed, 2 still open, 1 new." in page
    assert (tmp_path / "out" / "revisions.csv").exists()
    assert "Handed in again" not in (tmp_path / "out" / "reports" / "0001.html").read_text(encoding="utf-8")


def test_the_version_before_may_stand_in_the_history(tmp_path: Path) -> None:
    """What the history has was first, whatever the files are called; the same is told."""
    for name, text in (("z", BEFORE), ("a", AFTER)):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(text, encoding="utf-8")
        audit = gr.audit(tmp_path / name, history=tmp_path / "history.duckdb", progress=False)
    assert states(audit) == EXPECTED
    (revision,) = audit.revisions
    assert (revision.earlier, revision.later, revision.is_dated) == ("history:z.txt", "a.txt", True)


def test_names_are_masked_in_what_was_changed(tmp_path: Path) -> None:
    """A redacted audit shows no name in the changes either."""
    (tmp_path / "a.txt").write_text(BEFORE + "联系人：沈玉珍。", encoding="utf-8")
    (tmp_path / "b.txt").write_text(AFTER + "联系人：沈玉兰。", encoding="utf-8")
    frame = gr.audit(tmp_path, progress=False).redacted().to_frame("revisions")
    assert "沈玉" not in frame.to_csv()
    assert len(frame)


@settings(deadline=None, max_examples=60)
@given(any_texts(), any_texts())
def test_versions_cover_both_texts(one: str, other: str) -> None:
    """Every character of both texts is in one block, in order; what is carried lies in the later text."""
    found = Versions(one + BEFORE, other + AFTER)
    for side, text in enumerate(found.texts, 1):
        assert "".join(text[slice(*block[side])] for block in found.blocks) == text  # type: ignore[misc]
    start, end = found.carried(0, 1)
    assert 0 <= start <= end <= len(found.texts[1])
    assert 0.0 <= found.kept <= 1.0


@pytest.mark.parametrize("clause", ["春耕，", "调解纠纷8起，"])
def test_versions_of_many_like_clauses_take_no_longer_than_their_number(clause: str) -> None:
    """Thirty thousand like clauses in one version, and others in the next."""
    random_ = random.Random(3)
    one = clause * 30_000
    other = "".join(random_.choice((clause, "夏种，")) for _ in range(30_000))
    start = time.process_time()
    assert Versions(one, other).blocks
    assert time.process_time() - start < 10
