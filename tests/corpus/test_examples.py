"""The packaged examples show a newcomer what an audit finds: ``corpus/examples/lanhu`` is there for that."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport as gr

LANHU = Path(__file__).parents[2] / "corpus" / "examples" / "lanhu"


@pytest.fixture(scope="module")
def audit() -> gr.Audit:
    """The four reports of a made-up county."""
    return gr.audit(LANHU, progress=False)


def test_a_passage_was_taken_up_with_other_figures(audit: gr.Audit) -> None:
    """A town's account of its training course stands in another town's report with other figures."""
    first = next(match for match in audit.matches if match.relation == "other-unit")
    assert [place.document_id for place in (first.left, first.right)] == [
        "zhuwu-town-2023.txt",
        "fengdu-town-2024.txt",
    ]
    assert ("214", "186") in [(change.old, change.new) for change in first.changes]
    assert first.label == "copied"


def test_the_name_that_was_left_in_is_told_and_no_office_that_every_town_has(audit: gr.Audit) -> None:
    """The other town's name is flagged; 会同派出所 (together with the police post) is no name."""
    assert [flag.params["name"] for flag in audit.flags if flag.code == "foreign-name"] == ["竹坞镇"]


def test_last_years_promises_are_followed_up(audit: gr.Audit) -> None:
    """What was kept, what was kept in part, and what is not mentioned, with both figures."""
    found = {one.commitment.text: one for _, _, one in audit.follow_ups}
    assert len(found) == 10
    assert found["9月底前在9个村全部建成反家暴联络点"].outcome == "done"
    assert found["新增来料加工点3处"].outcome == "partly"
    assert found["新建儿童之家2所"].outcome == "not-mentioned"
    (screened,) = found["完成“两癌”筛查1,000人"].figures
    assert (screened.promised, screened.reported) == (1000, 683)


def test_own_work_is_not_called_copied(audit: gr.Audit) -> None:
    """A township that wrote its own report shares nothing but a set phrase."""
    (ratio,) = [ratio for ratio in audit.ratios if ratio.document_id == "helan-township-2024.txt"]
    assert ratio.copied == 0
