"""Sentences of another report in another order, or by turns with those of a third: told, with the places."""

from __future__ import annotations

from itertools import chain

import pytest

import govreport as gr
from govreport.check.context import Draft
from govreport.check.order import check_order
from govreport.model import Submission
from govreport.pipeline import compare
from govreport.reuse import find_matches
from govreport.text.messages import render

FIRST = (
    "水库蓄水以后田地变少，从滩上搬到岸上的姐妹，最愁的是没有活干。",
    "镇里请来网箱养鱼的老师傅，在桃林新村的渡口边手把手教。",
    "来料加工点设进了老粮仓，走不开的姐妹在家门口也能挣到钱。",
    "逢赶集日把订单贴在凉亭柱子上，谁做得快谁先领料。",
    "年底盘点，做得最多的一户添了缝纫机，还带出三个徒弟。",
)
SECOND = (
    "塬上的果园修剪得迟，区里果业站派人住到沟口村看树。",
    "大家围着火塘听宣讲，说到邻村打官司的旧事都不作声。",
    "羊肉馆一条街的老板娘凑份子，给环卫工人熬了一冬的姜汤。",
    "社区腾出旧锅炉房做书屋，门窗是退休木匠义务修的。",
    "孩子放学先到那里写作业，天黑由值班的阿姨送回家。",
)


def drafts(last: str, *sources: str) -> list[Draft]:
    """Return what is told of the last of some reports, each of another unit and a year later."""
    every = [*(f"工作总结{n}。\n{text}\n" for n, text in enumerate(sources)), f"年度汇报。\n{last}\n"]
    units = ("库山镇妇联", "窑坪街道妇联", "小禾镇妇联")[-len(every) :]
    batch = [Submission(f"{n}", text, units[n], 2015 + n) for n, text in enumerate(every)]
    found = [m for m in find_matches(batch) if m.label == "copied" and m.right.document_id == batch[-1].id]
    told = list(check_order(found, {one.id: one for one in batch}))
    for draft in told:
        assert all(span.of(batch[-1].text) in "".join((*FIRST, *SECOND)) for span in draft.spans)
    return told


@pytest.mark.parametrize("order", [(3, 0, 4, 2, 1), (4, 3, 2, 1, 0), (1, 0, 3, 2, 4)])
def test_shuffled_sentences_are_named(order: tuple[int, ...]) -> None:
    """With how many there are, how many stand elsewhere, and each of their places."""
    (draft,) = drafts("".join(FIRST[n] for n in order), "".join(FIRST))
    assert (draft.message, draft.params["count"]) == ("disguise-order", len(FIRST))
    assert draft.params["moved"] == {(3, 0, 4, 2, 1): 3, (4, 3, 2, 1, 0): 4, (1, 0, 3, 2, 4): 2}[order]
    assert len(draft.spans) == len(FIRST)
    assert [one.document_id for one in draft.elsewhere] == ["0"]


def test_sentences_of_two_sources_by_turns_are_named() -> None:
    """Both sources are, and no order is told of either."""
    last = "".join(chain.from_iterable(zip(FIRST, SECOND, strict=True)))
    (draft,) = drafts(last, "".join(FIRST), "".join(SECOND))
    assert (draft.message, draft.params["count"]) == ("disguise-turns", len(FIRST) + len(SECOND))
    assert [one.document_id for one in draft.elsewhere] == ["0", "1"]


def test_what_stands_in_its_order_is_not_named() -> None:
    """A passage of each of two sources, sentences left out, own ones put in, clauses that changed places."""
    assert drafts("".join((*FIRST, *SECOND)), "".join(FIRST), "".join(SECOND)) == []
    own = "入冬后锅炉房停了三天，门卫蹲在雪里修好。"
    assert drafts(own.join(FIRST[n] for n in (0, 1, 3, 4)), "".join(FIRST)) == []
    clauses = "".join(FIRST).replace("。", "，").strip("，").split("，")
    turned = "，".join(clauses[n + 1 if n % 2 == 0 else n - 1] for n in range(len(clauses) // 2 * 2))
    assert drafts(turned + "。", "".join(FIRST)) == []


def test_it_is_a_flag_in_three_languages() -> None:
    """The report has it beside the passage, and each language words it."""
    texts = (
        "库山镇妇联2015年工作总结\n" + "".join(FIRST),
        "小禾镇妇联2016年工作总结\n" + "".join(FIRST[::-1]),
    )
    reports, _ = compare([gr.analyze(gr.from_text(text, id=text[:4])) for text in texts])
    (flag,) = (flag for flag in reports[1].flags if flag.code == "disguise")
    assert "库山镇妇联" in flag.message
    assert {one.document_id for one in flag.evidence} == {report.document.id for report in reports}
    said = {render(f"disguise-{what}", {**flag.params, "other": "窑坪"}, lang)
            for what in ("order", "turns") for lang in ("zh-Hant", "zh-Hans", "en")}  # fmt: skip
    assert len(said) == 6
    assert not any("{" in one for one in said)
