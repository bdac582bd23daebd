"""Passages of several submissions: found whatever was done to hide them, innocent ones told apart."""

from __future__ import annotations

import errno
import random
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings

from govreport.corpus.items import load_item
from govreport.errors import OutputError
from govreport.model import Match, Place, Span, Submission
from govreport.reuse import find_groups, find_matches, ratio_of, without_doubles
from govreport.reuse.across.cutting import cut
from govreport.reuse.across.passages import passages
from govreport.reuse.across.sharing import believed
from govreport.reuse.across.texts import Text
from govreport.reuse.alike.passage import Passage
from govreport.reuse.alike.reworded import Reworded
from govreport.text.align import Piece
from tests.strategies import any_texts
from tests.test_cli import EXAMPLE

PASSAGE = (
    "水库蓄水以后田地变少，搬上岸的姐妹最愁没有活干。镇妇联会同人社所、农技站，在库山村、桃林新村办起厨艺、"
    "网箱养鱼班6期，培训214人；请鸿雁制衣厂把来料加工点设进新村，让走不开的姐妹在家门口每月挣到1600元。"
)
BEFORE = "年初走村入户，听老人讲搬迁的旧事，把各家的难处一条条记在本子上，回来逐条商量。"
AFTER = "年底盘点，妇女之家的钥匙交到了执委手里，夜里的灯比往年亮得久，来坐坐的人也多了。"


def submission(
    id: str, text: str, unit: str | None = None, year: int | None = 2016, **more: str
) -> Submission:
    return Submission(id, text, unit, year, **more)  # type: ignore[arg-type]


def pair(copy: str, source: str = PASSAGE) -> list[Match]:
    one = submission("a", "库山镇妇联总结。\n" + BEFORE + source, "库山镇妇联", 2015)
    other = submission("b", "小禾镇妇联总结。\n" + copy + AFTER, "小禾镇妇联")
    return list(find_matches([one, other]))


def test_an_exact_copy_is_one_match_with_exact_ends() -> None:
    """Both spans quote the passage and nothing else; the earlier text is on the left."""
    (match,) = pair(PASSAGE)
    assert match.documents == ("a", "b")
    assert (match.kind, match.similarity, match.changes) == ("exact", 1.0, ())
    assert match.right.span.of("小禾镇妇联总结。\n" + PASSAGE + AFTER) == PASSAGE


def test_changed_figures_are_told() -> None:
    """Old and new figure stand side by side."""
    (match,) = pair(PASSAGE.replace("214", "187").replace("6期", "四期").replace("1600", "1850"))
    assert match.kind == "figures-changed"
    assert [(c.old, c.new) for c in match.changes] == [("6", "四"), ("214", "187"), ("1600", "1850")]


def test_changed_names_are_told() -> None:
    """Places and firms with another name, also in a list."""
    copy = PASSAGE.replace("库山村、桃林新村", "小禾村、凉亭新村").replace("鸿雁制衣厂", "春风制衣厂")
    (match,) = pair(copy)
    assert match.kind == "names-changed"
    assert {change.kind for change in match.changes} == {"name"}


def test_how_many_a_list_names_is_no_part_of_the_names() -> None:
    """上坞、下坞两村 and 渡头、沙湾两村 differ in the villages, not in that they are two."""
    source = PASSAGE.replace("库山村、桃林新村", "上坞、下坞两村")
    (match,) = pair(source.replace("上坞、下坞", "渡头、沙湾"), source)
    assert match.kind == "names-changed"
    assert [(c.old, c.new) for c in match.changes] == [("上坞、下坞", "渡头、沙湾")]
    assert match.changes[0].left.of("库山镇妇联总结。\n" + BEFORE + source) == "上坞、下坞"


DISGUISES = {
    "traditional": lambda text: text.translate(
        str.maketrans("库会联农办业训给让开门", "庫會聯農辦業訓給讓開門")
    ),
    "invisible": lambda text: "\u200b".join(text),
    "spaced": lambda text: " ".join(text),
    "no punctuation": lambda text: "".join(c for c in text if c not in "，。；、"),
    "radicals": lambda text: text.translate(str.maketrans("工人月水", "⼯⼈⽉⽔")),
    "look-alikes": lambda text: text.translate(str.maketrans("工人口", "エ入ロ")),
    "full width": lambda text: text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"}),
    "wrapped": lambda text: "\n".join(text[i : i + 9] for i in range(0, len(text), 9)),
}


@pytest.mark.parametrize("name", DISGUISES)
def test_disguise_does_not_help(name: str) -> None:
    """The passage is found whole, and as the same words."""
    (match,) = pair(DISGUISES[name](PASSAGE))
    assert match.similarity > 0.99
    assert match.left.span.of("库山镇妇联总结。\n" + BEFORE + PASSAGE).rstrip("。") == PASSAGE.rstrip("。")


def test_reworded_sentences_are_found() -> None:
    """Synonyms and another order of clauses leave no eight characters in a row."""
    source = (
        "父母长年在船上，孩子跟着阿公阿婆，最揪心的是暑假私自下海。镇上请来返乡大学生和退休教师，在渔港旧冷库楼上"
        "办起海螺托管班，上午做作业，下午学救生和贝壳画，傍晚由渔嫂送到家门口。"
    )
    copy = (
        "爹娘常年漂在海上，娃娃丢给阿公阿婆带，一放暑假就怕偷偷下水。我们把返乡的大学生、退下来的教师请到一起，借渔港"
        "的旧冷库二楼开起海螺托管，上午写作业，下午练救生、拼贝壳画，傍晚由渔嫂挨个送回家。"
    )
    (match,) = pair(copy, source)
    assert match.kind == "near"
    assert match.right.span.of("小禾镇妇联总结。\n" + copy + AFTER) in copy


def test_moved_sentences_are_one_match() -> None:
    """Two sentences that changed places are two runs of one match."""
    first, second = PASSAGE.split("。", 1)
    (match,) = pair(second + first + "。")
    assert len(match.runs) > 1
    assert match.left.span.length >= len(PASSAGE) - 1


def test_set_phrases_are_labelled_and_not_counted() -> None:
    """What everyone writes is no copy, in a batch of two as in one of thousands."""
    phrase = (
        "以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的十九大精神，"
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”。"
    )
    matches = pair(phrase, phrase)
    assert {match.label for match in matches} == {"set-phrase"}
    text = "小禾镇妇联总结。\n" + phrase + AFTER
    assert matches[-1].right.span.of(text) in phrase
    ratio = ratio_of("b", text, [], matches)
    assert ratio.copied == ratio.others == ratio.largest == 0.0
    assert ratio.total == pytest.approx(len(phrase) / (len(text) - 1), abs=0.02)


def test_a_law_that_both_cite_is_a_quotation() -> None:
    """The article says of itself where it comes from."""
    law = (
        "《雨山县河道管理办法》第九条规定：沿河居民应当爱护河堤护栏，不得在泄洪口堆放柴草，不得私自下网拦河。"
    )
    assert {match.label for match in pair(law, law)} <= {"quotation"}


def test_thirty_towns_with_one_text_are_one_group() -> None:
    """Not 435 pairs: each is compared with the one before it and the first; the earliest is named."""
    towns = [
        submission(f"{n:02}", f"第{n}号。{BEFORE if n % 2 else AFTER}{PASSAGE}", f"镇{n}妇联", 2000 + n)
        for n in range(30)
    ]
    matches = find_matches(towns)
    assert len(matches) <= 4 * len(towns)
    groups = find_groups(matches, {town.id: town for town in towns})
    assert len(groups[0].documents) == 30
    assert groups[0].earliest is not None
    assert groups[0].earliest.document_id == "00"


def test_identical_files_stay_linear() -> None:
    """Two thousand equal files give some thousands of matches, and one group."""
    files = [submission(f"{n:04}", PASSAGE + BEFORE + AFTER, f"镇{n}妇联") for n in range(2000)]
    matches = find_matches(files)
    assert len(matches) <= 2 * len(files)
    assert len(find_groups(matches, {})[0].documents) == 2000


def test_thousands_of_identical_files_are_one_group_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are one text: it is compared with the other one once, and who took of it is told of each twin."""
    aligned: list[tuple[str, str]] = []

    def listening(a: str, b: str, *places: Any) -> list[Passage]:
        aligned.append((a, b))
        return passages(a, b, *places)

    monkeypatch.setattr("govreport.reuse.across.sharing.passages", listening)
    files = [submission(f"{n:05}", PASSAGE + BEFORE + AFTER, f"镇{n}妇联") for n in range(3_000)]
    other = submission("x", "另一份。" + PASSAGE, "雨山镇妇联", 2017)
    matches = find_matches([*files, other])
    assert len(aligned) == 1
    assert len(matches) <= 3 * len(files)
    groups = find_groups(matches, {})
    assert len(groups[0].documents) == len(files) + 1
    assert {match.documents for match in matches if "x" in match.documents} >= {
        ("00000", "x"),
        ("02999", "x"),
    }


def test_what_is_asked_of_a_twin_is_what_the_whole_search_finds() -> None:
    """Asking about one of many identical files leaves nothing out and adds nothing."""
    files = [submission(f"{n:02}", PASSAGE + BEFORE, f"镇{n % 7}妇联", 2010 + n % 3) for n in range(20)]
    files += [submission("x", "另一份。" + PASSAGE, "雨山镇妇联", 2011), submission("y", AFTER, "禾镇妇联")]
    whole = find_matches(files)
    for asked in ({"03"}, {"x"}, {"19", "y"}):
        assert find_matches(files, asked=asked) == tuple(m for m in whole if asked & set(m.documents))


def test_little_memory_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit is put into files that are gone afterwards; the matches are the same."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    random_ = random.Random(5)
    parts = [PASSAGE, BEFORE, AFTER, *("".join(random_.choices(PASSAGE, k=90)) for _ in range(20))]
    batch = [submission(f"{n:03}", "。".join(random_.sample(parts, 8)) * 5, f"镇{n}妇联") for n in range(60)]
    assert find_matches(batch, memory=0) == find_matches(batch)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """One clear message where what is put away can't be written, and nothing is left behind."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OutputError, match="No space left on device"):
        find_matches([submission("a", PASSAGE), submission("b", PASSAGE)], memory=0)


def test_relations() -> None:
    """Own earlier, revision, reference, subordinate."""
    town = submission("a", BEFORE + PASSAGE, "库山镇妇联", 2015)
    cases = {
        "own-earlier": (town, submission("b", AFTER + PASSAGE, "庫山鎮婦聯")),
        "revision": (town, submission("b", PASSAGE + "另。", "库山镇妇联", 2015)),
        "reference": (
            submission("a", PASSAGE, role="reference"),
            submission("b", PASSAGE + AFTER, "小禾镇妇联"),
        ),
        "subordinate": (town, submission("b", "库山镇做得好。" + AFTER + PASSAGE, "雨山县妇联", 2015)),
        "other-unit": (town, submission("b", AFTER + PASSAGE, "小禾镇妇联")),
        "same-batch": (town, submission("b", AFTER + PASSAGE, "小禾镇妇联", 2015)),
    }
    for relation, submissions in cases.items():
        assert {match.relation for match in find_matches(submissions)} == {relation}


def test_the_summary_of_a_county_is_the_later_one_where_no_day_tells() -> None:
    """Whatever the files are called: a county that took up its town is no copy, nor is the town's text."""
    town = submission("b", BEFORE + PASSAGE, "库山镇妇联")
    county = submission("a", "库山镇做得好。" + AFTER + PASSAGE, "雨山县妇联")
    assert {match.relation for match in find_matches([town, county])} == {"subordinate"}
    dated = [replace(town, date="2017-01-09"), replace(county, date="2017-01-02")]
    assert {match.relation for match in find_matches(dated)} == {"same-batch"}


def test_a_copied_passage_is_no_set_phrase_as_well() -> None:
    """What is told as copied is not told again as what many write; with a report of the history it may be."""

    def match(one: str, other: str, label: str) -> Match:
        left, right = Place(one, Span(0, 60)), Place(other, Span(100, 160))
        return Match(left, right, 1.0, "exact", (), (), "same-batch", label)

    found = [match("a", "b", "copied"), match("c", "b", "set-phrase"), match("a", "c", "set-phrase")]
    assert without_doubles(found, {"a", "b", "c"}) == (found[0], found[2])
    assert without_doubles(found, {"a", "c"}) == tuple(found)


def test_ratios_state_what_they_count() -> None:
    """Total, without own earlier reports, and the largest source, of all characters but white space."""
    later = submission("c", f"{PASSAGE}\n{AFTER}\n{BEFORE}", "小禾镇妇联", 2017)
    matches = find_matches(
        [submission("a", PASSAGE, "库山镇妇联", 2016), submission("b", AFTER, "小禾镇妇联", 2016), later]
    )
    ratio = ratio_of("c", later.text, [], matches)
    size = len(PASSAGE) + len(AFTER) + len(BEFORE)
    assert ratio.characters == size
    assert ratio.copied == pytest.approx((len(PASSAGE) + len(AFTER)) / size, abs=0.01)
    assert ratio.others == pytest.approx(len(PASSAGE) / size, abs=0.01)
    assert (ratio.source, ratio.largest) == ("a", ratio.others)


def test_the_order_of_input_does_not_matter() -> None:
    """The same submissions give the same matches."""
    batch = [submission(f"{n}", BEFORE + PASSAGE[n:] + AFTER, f"镇{n}妇联") for n in range(8)]
    expected = find_matches(batch)
    random.Random(1).shuffle(batch)
    assert find_matches(batch) == expected


def test_a_passage_may_begin_with_any_number_of_scraps() -> None:
    """A few equal characters on each of thousands of differing lines are left out, whatever their number."""
    lines = 3000
    one, other = ("".join(f"春{word}\n" for _ in range(lines)) + PASSAGE for word in "山水")
    left, right = Text(submission("a", one)), Text(submission("b", other))
    scraps = [Piece(2 * n, 2 * n, 1) for n in range(lines)]
    whole = Piece(2 * lines, 2 * lines, len(left.key) - 2 * lines)
    (found,) = cut(left, right, Passage((*scraps, whole)))
    assert found.pieces == (whole,)


@settings(deadline=None, max_examples=60)
@given(any_texts(), any_texts())
@example("⼁⼁㐀㐀00:", "")  # A figure at the very end of a text is of its last sentence.
def test_every_span_lies_in_its_text(one: str, other: str) -> None:
    """Whatever is submitted, spans quote what is there, and runs lie inside their match."""
    texts = {"a": one + PASSAGE + other, "b": other + PASSAGE + one, "c": other}
    for match in find_matches([submission(id, text) for id, text in texts.items()]):
        for place, side in ((match.left, 0), (match.right, 1)):
            assert 0 <= place.span.start < place.span.end <= len(texts[place.document_id])
            assert all(place.span.covers(run[side]) for run in match.runs)
        assert 0.0 <= match.similarity <= 1.0
        assert match.turned.turned.right == match.right


def test_figures_lead_to_what_was_told_in_other_words() -> None:
    """Who rewords a passage sentence by sentence keeps its figures, in whatever order they come."""
    source = (
        "七月中旬江水猛涨，县妇联连夜发出倡议，沿江乡镇组建巾帼护堤队41支，1300多名妇女轮班巡堤查险，"
        "为抢险队员送去热饭8600余份，帮助低洼处的老人和孩子237户转移。"
    )
    copy = (
        "到了汛期水位往上走，县里的姐妹在沿江乡镇拉起巾帼护堤队41支，协助地势低的老幼237户撤离，"
        "给护堤的人端上热饭8600余份，1300多名妇女分班看守。"
    )
    (match,) = pair(copy, source)
    assert match.kind == "near"
    assert match.right.span.overlap(Span(10, 10 + len(copy))) > len(copy) / 2


def of_one_year(copy: str, source: str) -> list[Match]:
    """The matches of two towns that report on the same year."""
    return list(
        find_matches(
            [
                submission("a", f"库山镇妇联总结。\n{BEFORE}{source}", "库山镇妇联"),
                submission("b", f"小禾镇妇联总结。\n{copy}{AFTER}", "小禾镇妇联"),
            ]
        )
    )


def test_a_figure_is_the_same_with_another_measure_word() -> None:
    """47起 for 47件, 68场 for 68场次, 1.3萬 for 1.3万: the figures lead to what was reworded, and weigh."""
    source = (
        "由37名教师、医生组成讲师团，到乡镇、企业巡回授课68场次，惠及家长9200余人，"
        "发放读本1.3万份，收到各校反馈建议147件。"
    )
    copy = (
        "成立了一支37人的宣讲队，老师、大夫都有，在企业和乡镇轮番上了68场课，9200多位家长受益，"
        "1.3萬份读本发了下去，学校提的建议有147起。"
    )
    (match,) = of_one_year(copy, source)
    assert match.kind == "near"
    assert match.right.span.overlap(Span(10, 10 + len(copy))) > len(copy) / 2


def test_figures_lead_to_a_short_passage_that_has_few_words_in_common() -> None:
    """Its clauses were turned round and little but figures is equal: these tell that a look is worth it."""
    source = (
        "开发“邻家姐姐”小程序，设置求助、学习、活动模块，注册用户8600人，线上回应诉求570件，平均响应38分钟。"
    )
    copy = "38分钟就有回应，全年在线上办结诉求570件，这是小程序带来的变化：注册的有8600人，能求助，也能学习。"
    (match,) = of_one_year(copy, source)
    assert match.kind == "near"


def test_a_short_passage_full_of_figures_is_found() -> None:
    """Forty characters of which few count as words; what is shorter than a match may be is none."""
    source = "开展“净水”行动5次，清理渠岸垃圾11吨，捡拾农膜和农药瓶3600多个。"
    copy = "“净水”行动搞了5次，从渠岸清走垃圾11吨，捡回农膜、农药瓶3600多个。"
    (match,) = of_one_year(copy, source)
    assert match.kind == "near"
    said = "再深的水也漫不过捞虾姐妹的脚步。"
    assert of_one_year(said, said[:-1] + "！") == []


def test_fewer_than_two_share_nothing() -> None:
    """A batch in which nothing, or one file, could be read is compared too."""
    assert find_matches([]) == ()
    assert find_matches([Submission("a.txt", "一、加强学习。全年组织学习12次。")]) == ()


@pytest.mark.parametrize(
    "names",
    [("w-lvzhou-town-2021", "w-fuxing-street-2025"), ("yl-langya-county-2017", "yl-yunhe-city-2023")],
)
def test_strangers_who_speak_of_one_thing_have_not_copied(names: tuple[str, str]) -> None:
    """Elections are told in the words of elections: of other units that is no rewording."""
    folder = EXAMPLE.parents[1] / "reports"
    sides = [load_item(folder / f"{name}.gold.txt") for name in names]
    batch = [
        Submission(one.document.id, one.document.text, one.meta["unit"], one.meta["year"]) for one in sides
    ]
    alike = [replace(one, year=2021) for one in batch]
    for those in (batch, alike):
        assert [match for match in find_matches(those) if match.label == "copied"] == []


def test_neighbours_are_believed_where_something_firm_stands_beside() -> None:
    """A passage with little in common is no rewording by itself, and one beside a firm or an equal one."""
    weak = Reworded((0, 60), (0, 60), (), 0.15, 70.0, 3.5)
    firm = Reworded((90, 150), (90, 150), (), 0.3, 75.0, 3.5)
    place = Place("a.txt", Span(0, 40)), Place("b.txt", Span(0, 40))
    equal = Match(*place, 1.0, "exact", (), (), "same-batch", "copied")
    assert list(believed([weak], "same-batch", [])) == []
    assert list(believed([weak], "same-batch", [replace(equal, label="set-phrase")])) == []
    assert list(believed([weak], "same-batch", [equal])) == [weak]
    assert list(believed([weak, firm], "same-batch", [])) == [weak, firm]
    assert list(believed([weak], "own-earlier", [])) == [weak]
    assert list(believed([weak, firm], "other-unit", [equal])) == [firm]


def test_the_less_is_shared_the_rarer_it_must_be() -> None:
    """Neighbours who reported each for itself share phrases of their field, but no rare words and figures."""
    of_field = Reworded((0, 90), (0, 90), (), 0.24, 95.0, 3.1)
    rare = replace(of_field, share=0.21, weight=76.0, rarity=4.8)
    assert list(believed([of_field], "same-batch", [])) == []
    assert list(believed([rare], "same-batch", [])) == [rare]
    much = replace(of_field, weight=130.0, rarity=3.4)
    assert list(believed([much], "same-batch", [])) == [much]
    assert list(believed([replace(much, weight=95.0)], "same-batch", [])) == []


def test_what_a_unit_says_again_of_what_it_named_is_found_by_the_name() -> None:
    """One name leads to it where all around it was reworded; of another unit a name alone leads nowhere."""
    one = (
        "开头讲学习。结合冬闲夜校，镇妇联把“马灯说书夜场”开到磨坊里，哪家做豆腐有绝活、哪家会编竹匾，"
        "请乡亲当场亮手艺；针对年轻人嫌土气的想法，由老篾匠、老豆腐嫂先登台开讲，来听的后生坐满了条凳。"
    )
    other = (
        "先说机构。冬天的夜校里，“马灯说书夜场”仍旧摆在磨坊，谁家竹匾编得好、谁家豆腐绝活传得久，"
        "让邻里乡亲登台亮一亮手艺；后生们嫌土气，就请做豆腐的嫂子和老篾匠头一个开讲，条凳上都坐满了听书的。"
    )
    for unit, found in (("渡口镇妇联", 1), ("石桥镇妇联", 0)):
        years = Submission("a", one, "渡口镇妇联", 2019), Submission("b", other, unit, 2020)
        assert len(find_matches(years)) == found


@pytest.mark.parametrize("seed", [1, 8, 11])
def test_a_long_passage_does_not_give_way_to_a_reworded_sentence_before_it(seed: int) -> None:
    """Ten sentences with a word changed here and there, and before them one whose parts were moved."""
    random_ = random.Random(seed)
    characters = (
        "山水田林路桥河湖村镇人家老少学教医卫农工商文体新旧东西南北春夏秋冬花果茶米鱼羊牛鸡布衣食住行"
    )
    more = lambda length: "".join(random_.choices(characters, k=length)) + "。"  # noqa: E731
    first, passage = more(64), "".join(more(random_.randint(26, 32)) for _ in range(10))
    parts = [first[n : n + 6] for n in range(0, 64, 6)]
    mixed = [part[:5] if n % 2 else part[3:] for n, part in enumerate(random_.sample(parts, len(parts)))]
    edited = "".join(random_.choice(characters) if random_.random() < 0.1 else c for c in passage)
    one, other = (more(150) + text + more(150) for text in (first + passage, "".join(mixed) + "。" + edited))
    found = find_matches([Submission("a", one, "甲村"), Submission("b", other, "乙村")])
    assert sum(match.right.span.length for match in found) > 0.9 * len(passage)


@pytest.mark.parametrize("relation", ["same-batch", "other-unit", "own-earlier"])
def test_what_is_said_in_the_words_of_the_field_is_no_rewording(relation: str) -> None:
    """However much two passages share: each pair of characters in it is one that many reports have."""
    common = Reworded((0, 90), (0, 90), (), 0.3, 100.0, 2.2)
    assert list(believed([common], relation, [])) == []
    assert list(believed([replace(common, rarity=3.5)], relation, [])) != []


def test_kinds_are_those_of_the_words_that_were_changed() -> None:
    """Rare surnames, names of markets; a clause right at an end that differs is left out of an exact copy."""
    source = PASSAGE.replace("请鸿雁制衣厂", "由冉从文牵头，在站前商贸城请鸿雁制衣厂")
    copy = source.replace("冉从文", "谭永和").replace("站前商贸城", "柳树湾布料市场")
    (match,) = pair(copy, source)
    assert (match.kind, len(match.changes)) == ("names-changed", 2)
    (match,) = pair("也要看到：" + PASSAGE, "也要看透：" + PASSAGE)
    assert (match.kind, match.similarity) == ("exact", 1.0)


def test_a_few_equal_words_give_way_to_the_reworded_passage_around_them() -> None:
    """That one clause of it stands there with one word changed does not hide that the rest is reworded."""
    folder = EXAMPLE.parents[1] / "reports"
    sides = [load_item(folder / f"df-{name}-street-2017.gold.txt") for name in ("wenchang", "jinqiao")]
    batch = [
        Submission(one.document.id, one.document.text, one.meta["unit"], one.meta["year"]) for one in sides
    ]
    wanted = Span(573, 693)
    found = [match for match in find_matches(batch) if match.label == "copied"]
    places = [place for match in found for place in (match.left, match.right)]
    covered = sum(p.span.overlap(wanted) for p in places if p.document_id == sides[1].document.id)
    assert covered > 0.8 * wanted.length


def test_everyday_words_before_a_place_are_no_names() -> None:
    """儿童 and 小孩 before 之家, two counted things before 路口: other words, and no other names."""
    source = PASSAGE.replace("在家门口", "把孩子送到儿童之家，在一个路口")
    copy = source.replace("儿童之家", "小孩之家").replace("一个路口", "两处路口")
    (match,) = pair(copy, source)
    assert match.kind == "near"
    assert [change for change in match.changes if change.kind == "name"] == []


def test_a_name_right_at_the_beginning_was_changed() -> None:
    """A passage that begins with the name of its unit begins with it in the copy, too."""
    source = "库山街道妇联每周三开门议事，" + PASSAGE
    copy = source.replace("库山街道", "小禾街道")
    (match,) = pair(copy, source)
    assert match.kind == "names-changed"
    assert match.right.span.of("小禾镇妇联总结。\n" + copy + AFTER) == copy


def test_a_passage_without_some_of_its_clauses_is_found() -> None:
    """Who leaves out clauses and keeps the others word for word has long pieces in common, and few."""
    source = (
        "一、凝聚巾帼力量，以建党百年为契机，组织巾帼宣讲队走进各村祠堂，听讲妇女一千四百余人。3月，评选表彰孝老能手，"
        "通过微信群推送她们的故事。一是抓骨干，各村执委每季集中学一回；二是抓阵地，更新村口宣传栏，祠堂戏台添了书架。"
    )
    copy = "凝聚巾帼力量，走进各村祠堂。通过微信群推送她们的故事，各村执委每季集中学一回。祠堂戏台添了书架。"
    found = pair(copy, source)
    covered = sum(match.right.span.length for match in found if match.label == "copied")
    assert covered > 0.9 * len(copy)


def test_a_passage_goes_on_over_a_sentence_that_was_put_in() -> None:
    """A sentence that stands where it stood belongs to the passage; one that was moved there does not."""
    a = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"
    first, second = a[:22], a[22:]
    parted = first + "一二三四五六七八九十百千万亿兆京垓秭穰沟" + second
    seeds = [(n, n if n < 22 else n + 20) for n in (*range(15), *range(22, len(a) - 7))]
    (found,) = passages(a, parted, *(np.array(side) for side in zip(*seeds, strict=True)))
    assert (found.left, found.right) == ((0, len(a)), (0, len(parted)))


def sharing(said: str, later: str) -> set[str]:
    """What a sentence that two units share is told as, the second with another figure."""
    batch = [
        Submission("a", f"柳湾镇妇联总结。\n{said}{AFTER}", "柳湾镇妇联"),
        Submission("b", f"{later}总结。\n{said.replace('37', '21')}其他从略。", later),
    ]
    return {match.label for match in find_matches(batch)}


def test_the_place_of_another_unit_left_standing_tells_where_everyday_words_come_from() -> None:
    """What any unit may write is a set phrase; a village may name its town in it, a town no other town."""
    said = "在“三八”节期间走访慰问困难妇女，{}共走访慰问困难妇女家庭37户，送去慰问金。"
    assert sharing(said.format("全镇"), "石桥镇妇联") == {"set-phrase"}
    assert sharing(said.format("柳湾镇"), "石桥镇妇联") == {"copied"}
    assert sharing(said.format("柳湾镇"), "双桥村妇联") == {"set-phrase"}
