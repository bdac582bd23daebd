"""What tables and a report's own strings say of a cut, beside the same counted one place at a time."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from govreport.segment.boundary import decide
from govreport.segment.boundary.candidates import Found, Run, candidates
from govreport.segment.boundary.labels import before_labels
from govreport.segment.boundary.odds import _STRENGTH, Odds
from govreport.segment.boundary.own_text import OwnText
from govreport.segment.boundary.tables import Tables

TEXT = "今年组织培训。今年走访慰问，组织志愿者服务群众。志愿者走访困难家庭。"
TABLES = Tables.counted(["组织培训", "走访慰问"], TEXT)
LETTERS = "今年组织培训走访慰问。，志愿者甲"


def log_odds(edge: dict[str, int], contexts: list[str]) -> list[float]:
    """Return how much more often each string stands at the edge than by chance, one after the other."""
    rate = edge.get("", 0) / max(1, TABLES.inside.get("", 0))
    before, values = 1.0, []
    for gram in contexts:
        inside = TABLES.inside.get(gram, 0)
        if not inside:
            return values + [0.0] * (len(contexts) - len(values))
        ratio = (edge.get(gram, 0) + _STRENGTH * before) / (inside * rate + _STRENGTH)
        values.append(math.log(max(1e-3, ratio / before)))
        before = max(1e-3, ratio)
    return values


@given(st.lists(st.text(LETTERS, min_size=3, max_size=12), min_size=1, max_size=4))
def test_all_places_at_once_are_each_place_for_itself(runs: list[str]) -> None:
    """Runs of any length, unknown characters, places at both ends."""
    places = [(run, list(range(1, len(run) + 1))) for run in runs]
    rows = iter(Odds.of(TABLES).rows(places))
    for run, offsets in places:
        for at in offsets:
            before, after = run[:at], run[at:]
            body = after.lstrip("。.!? \n")
            tails = [before[-n:] for n in range(1, 6)]
            heads = [body[:n] for n in range(1, 6)]
            expected = [
                *log_odds(dict(TABLES.heading_end), tails[:4]),
                *log_odds(dict(TABLES.clause_end), tails),
                *log_odds(dict(TABLES.clause_start), heads),
                *log_odds(dict(TABLES.sentence_start), heads),
            ]
            for left, right in ((1, 1), (2, 1), (1, 2), (2, 2), (3, 2), (2, 3)):
                x, y = before[-left:], after[:right]
                inside = TABLES.inside
                chance = inside.get(x, 0) * inside.get(y, 0) / inside[""]
                expected.append(math.log((inside.get(x + y, 0) + 0.5) / (chance + 0.5)))
            assert all(math.isclose(a, b, abs_tol=1e-12) for a, b in zip(next(rows), expected, strict=True))


def test_a_document_is_taken_out_of_the_counts() -> None:
    """What only it has seen was never seen."""
    own = Tables.counted([], "志愿者走访困难家庭。")
    left = Odds.of(TABLES).without(own)
    without = Tables.counted(["组织培训", "走访慰问"], "今年组织培训。今年走访慰问，组织志愿者服务群众。")
    place = [("组织志愿者今年走访", [5, 7])]
    assert abs(left.rows(place) - Odds.of(without).rows(place)).max() < 1e-12


@given(st.text(LETTERS + " \n𠮷", max_size=60), st.text(LETTERS, min_size=3, max_size=8))
def test_the_strings_of_a_report_are_counted_within_clauses(text: str, run: str) -> None:
    """Inside, at ends and at starts of clauses."""
    import re

    own = OwnText.counted(text, [(run[:2], run[2:])])
    clauses = [clause.strip() for clause in re.split(r"[,。;:!?\n、”》)“‘《(]+", text)]
    for string, count in own.inside.items():
        n = len(string)
        assert count == sum(clause[i : i + n] == string for clause in clauses for i in range(len(clause)))
        assert own.ends[string] == sum(clause.endswith(string) for clause in clauses)
        assert own.starts[string] == sum(clause.startswith(string) for clause in clauses)


def test_a_list_does_not_bind_its_headings_to_its_bodies() -> None:
    """Bodies that all open with one word are no text in which that word follows the headings' last one."""
    kinds = ("桥梁", "隧道", "港口", "机场")
    text = "".join(f"{kind}监测标准规范{kind}的日常检查。" for kind in kinds)
    cuts = [
        (f"{kind}监测标准规范"[:at], f"{kind}监测标准规范{kind}的日常"[at:])
        for kind in kinds
        for at in (6, 8)
    ]
    row = OwnText.counted(text, cuts).row("桥梁监测标准", "规范桥梁的日常")
    alone = OwnText.counted(text[:20], cuts[:2]).row("桥梁监测标准", "规范桥梁的日常")
    assert row[:3] == alone[:3] == [0.0, 0.0, 0.0]
    assert row[3:5] == alone[3:5]


def test_a_label_that_opens_several_bodies_ends_their_headings() -> None:
    """研究内容: behind three headings ends each of them; 联系电话: behind a comma is of the sentence."""
    names = ("港口交通系统研究", "大型桥梁监测(基础类)", "动力电池组传感器应用")
    runs = [
        Run(10 * place, f"{name}研究内容:研究安全技术,完成示范", "digit") for place, name in enumerate(names)
    ]
    assert [(one.end or 0) - run.start for one, run in zip(decide("", runs), runs, strict=True)] == [
        8,
        11,
        10,
    ]
    lines = [Run(0, f"{name}咨询请找管委会,联系电话:0532", "digit") for name in ("政策", "办事", "服务")]
    found = [Found(run.text, candidates(run.text), run.style) for run in lines]
    assert before_labels(found) == found
    titles = ("微家建到店门口:聚起身边人", "说和搬到家门口:护好身边人", "家教送到校门口:育好身边人")
    found = [Found(f"{title}全年办好实事", candidates(f"{title}全年办好实事"), "cjk") for title in titles]
    assert before_labels(found) == found


def test_a_list_shares_its_doubt() -> None:
    """The same heading is less sure beside others that are hard to cut."""
    sure = Run(0, "加强组织领导。成立领导小组，明确责任分工，落实到人。", "cjk")
    hard = Run(60, "关于对在由为其之所以而且因此的了和与及将把被让使得从", "cjk")
    alone = decide(sure.text, [sure])[0]
    beside = decide(sure.text, [sure, hard])[0]
    assert (alone.end, beside.end) == (6, 6)
    assert beside.probability < alone.probability
