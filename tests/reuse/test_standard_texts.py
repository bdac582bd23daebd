"""What many share: a standard text is labelled, what a few or thirty took over is copied."""

from __future__ import annotations

import random

import pytest

from govreport.model import Match, Submission
from govreport.reuse import find_groups, find_matches

CHARACTERS = "山水田林路桥河湖村镇人家老少学教医卫农工商文体新旧东西南北春夏秋冬花果茶米鱼羊牛鸡布衣食住行"


def writer(seed: int) -> random.Random:
    return random.Random(seed)


def text(random_: random.Random, length: int) -> str:
    return "".join(random_.choices(CHARACTERS, k=length)) + "。"


def batch(number: int, shared: str, holders: int) -> list[Match]:
    """Return the matches of so many submissions of which some hold a text."""
    random_ = writer(3)
    parts = [[text(random_, 120), text(random_, 120)] for _ in range(number)]
    for own in parts[:holders]:
        own.insert(1, shared)
    return list(
        find_matches(Submission(f"{n:04}", "".join(own), f"单位{n}号") for n, own in enumerate(parts))
    )


def test_what_one_in_ten_submits_is_a_standard_text() -> None:
    """Sixty of six hundred have it: nobody took it from anybody."""
    matches = batch(600, text(writer(1), 100), 60)
    assert [match for match in matches if match.label == "copied"] == []


def test_what_thirty_of_six_hundred_share_is_copied() -> None:
    """Thirty towns with one text are found, every one of them."""
    matches = [m for m in batch(600, text(writer(1), 170), 30) if m.label == "copied"]
    assert {id for match in matches for id in match.documents} == {f"{n:04}" for n in range(30)}


def test_a_short_phrase_of_ten_submitters_is_no_copy() -> None:
    """The same words of two submitters are one."""
    phrase = text(writer(1), 34)
    assert {m.label for m in batch(200, phrase, 10)} <= {"set-phrase"}
    assert {m.label for m in batch(200, phrase, 2)} == {"copied"}


def test_the_more_share_it_the_longer_a_copy_is() -> None:
    """A paragraph of twenty among three hundred is a standard text, a page of theirs is a copy."""
    assert {m.label for m in batch(300, text(writer(1), 100), 20)} == {"set-phrase"}
    assert {m.label for m in batch(300, text(writer(1), 250), 20)} == {"copied"}
    assert {m.label for m in batch(300, text(writer(1), 100), 2)} == {"copied"}


def test_a_paragraph_of_ten_in_two_hundred_is_copied_and_one_group() -> None:
    """Nobody writes a hundred characters word for word by chance, and one in twenty is no custom."""
    matches = batch(200, text(writer(1), 103), 10)
    assert {m.label for m in matches} == {"copied"}
    (group,) = find_groups(matches, {})
    assert set(group.documents) == {f"{n:04}" for n in range(10)}


def test_what_eight_of_a_hundred_have_is_their_custom() -> None:
    """The same paragraph tells less the surer it is that one in thirty has it, and a page tells still."""
    assert {m.label for m in batch(100, text(writer(1), 103), 8)} == {"set-phrase"}
    assert {m.label for m in batch(100, text(writer(1), 170), 8)} == {"copied"}
    assert {m.label for m in batch(100, text(writer(1), 70), 5)} == {"copied"}


def test_five_files_with_a_history_are_judged_as_five_hundred() -> None:
    """Who submitted earlier is counted: what one in ten of them wrote is no copy among the five either."""
    random_ = writer(3)
    shared, copy = text(writer(1), 100), text(writer(2), 100)
    parts = [[text(random_, 120), text(random_, 120)] for _ in range(500)]
    for own in parts[:50]:
        own.insert(1, shared)
    for own in parts[:2]:
        own.append(copy)
    known = [
        Submission(f"{n:03}", "".join(own), f"单位{n}号", role="batch" if n < 5 else "history")
        for n, own in enumerate(parts)
    ]
    labels = {
        m.right.span.of("".join(parts[int(m.right.document_id)])): m.label for m in find_matches(known[:5])
    }
    assert labels[shared] == "copied"
    matches = find_matches(known, asked={one.id for one in known[:5]})
    labels = {m.right.span.of("".join(parts[int(m.right.document_id)])): m.label for m in matches}
    assert labels == {shared: "set-phrase", copy: "copied"}


def test_what_everyone_has_is_told_once_of_each() -> None:
    """A standard text of sixty is sixty lines, each with the earliest that has it: labelled, not hidden."""
    shared = text(writer(1), 100)
    matches = batch(600, shared, 60)
    assert {(m.label, m.left.document_id) for m in matches} == {("set-phrase", "0000")}
    assert {m.right.document_id for m in matches} == {f"{n:04}" for n in range(1, 60)}


def test_a_passage_edited_throughout_is_found() -> None:
    """A quarter of the characters are others: hardly eight in a row are left."""
    random_ = writer(5)
    passage = text(random_, 200)
    edited = "".join(random_.choice(CHARACTERS) if random_.random() < 0.25 else c for c in passage)
    one, other = text(random_, 200) + passage, edited + text(random_, 200)
    matches = find_matches([Submission("a", one, "甲村"), Submission("b", other, "乙村")])
    assert sum(match.right.span.length for match in matches) > 150


def test_asking_about_one_gives_what_the_whole_search_finds_of_it() -> None:
    """Copies, set phrases and passages in other words, whoever else is compared."""
    random_ = writer(9)
    phrase, passage, other = (text(random_, length) for length in (34, 150, 120))
    parts = [[text(random_, 150), text(random_, 150)] for _ in range(90)]
    for number, own in enumerate(parts):
        own[1:1] = [phrase] * (number % 7 == 0) + [passage] * (number % 30 == 0) + [other] * (number > 45)
    batch_ = [Submission(f"{n:02}", "".join(own), f"单位{n}号", 2010 + n % 3) for n, own in enumerate(parts)]
    whole = find_matches(batch_)
    for asked in ({"60"}, {"00", "63"}, {"50"}, {"01"}):
        assert find_matches(batch_, asked=asked) == tuple(m for m in whole if asked & set(m.documents))


def test_a_search_in_parts_finds_the_same() -> None:
    """One report under fifty names is found whether its shingles are sorted at once or in turns."""
    random_ = writer(4)
    report = text(random_, 400)
    texts = [report] * 50 + [text(random_, 200) for _ in range(20)]
    batch_ = [Submission(f"{n:02}", f"{n}号。{own}", f"单位{n}号") for n, own in enumerate(texts)]
    whole = find_matches(batch_)
    assert len(whole) > 50
    assert find_matches(batch_, memory=1) == whole


def test_sentences_put_between_hide_nothing() -> None:
    """Copied sentences too short to be told alone are told where own ones were put between them."""
    random_ = writer(11)
    sentences = [text(random_, 22) for _ in range(6)]
    one = text(random_, 80) + "".join(sentences)
    other = "".join(sentence + text(random_, 24) for sentence in sentences)
    matches = find_matches([Submission("a", one, "甲村"), Submission("b", other, "乙村")])
    assert sum(match.right.span.length for match in matches if match.label == "copied") > 4 * 22


def labels(one: str, other: str) -> set[str]:
    """Return how what two other units share is labelled; their texts differ besides."""
    random_ = writer(17)
    texts = [shared + text(random_, 150) for shared in (one, other)]
    pair = [
        Submission(id, text_, unit)
        for id, text_, unit in zip("ab", texts, ("甲河县妇联", "乙岭市工会"), strict=True)
    ]
    return {match.label for match in find_matches(pair)}


def test_the_opening_of_a_report_that_is_read_out_is_a_form() -> None:
    """Congress, day, speaker, address and what the report is for: two of them differ in their names only."""
    form = (
        "在{}第十一次代表大会上的工作报告\n（{}）\n{}\n各位代表，同志们，朋友们：\n"
        "现在，我受{}第十届执行委员会委托，向大会报告工作，请予审议。"
    )
    one = form.format("甲河县妇女", "2020年3月8日", "何秋燕", "甲河县妇联")
    other = form.format("乙岭市工会", "2022年5月1日", "马立平", "乙岭市总工会")
    assert labels(one, other) <= {"set-phrase"}


def test_a_sentence_of_thanks_is_a_form_in_whatever_words() -> None:
    """Whoever is thanked: nobody took it from anybody, and the sentence before it is still a copy."""
    thanks = (
        "在此，谨向多年来默默守着渡口摆渡的老船工，向把自家祠堂腾出来给孩子们念书的各姓族老，"
        "致以最诚挚的谢意！"
    )
    assert labels(thanks, thanks) == {"set-phrase"}
    own = "老船工把渡船漆成蓝色，船头挂一盏马灯，赶夜路的学生娃望见灯就晓得有船可坐，不用绕二十里山路。"
    assert labels(own, own) == {"copied"}


def test_names_of_laws_are_no_wording() -> None:
    """A list of laws stands in any report on them."""
    listed = "《农村土地承包经营纠纷仲裁暂行规定》《渡口船舶夜航管理暂行条例》和《山区义务教育寄宿管理办法》"
    assert "copied" not in labels(listed, listed)


@pytest.mark.parametrize(
    "sentence",
    [
        "各社区组织妇女干部和志愿者学习家庭教育知识，走访困难家庭，开展法律宣传活动，群众的安全意识有了提高。",
        "村里每月组织妇女开展一次志愿服务活动，走访慰问老人和困难家庭，帮助解决生产生活中的实际问题。",
    ],
)
def test_a_sentence_in_the_words_of_the_field_is_a_set_phrase(sentence: str) -> None:
    """Nobody has counted it, but anyone may write it: each pair of characters in it is one that many have."""
    assert labels(sentence, sentence) == {"set-phrase"}
    own = "接着给晒场边的老磨盘搭了雨棚，梅雨天也能磨豆浆，赶早班渡船的人顺手捎走一碗，碗底压着两毛钱。"
    assert labels(sentence + own, sentence + own) == {"copied"}


def test_the_same_figures_in_the_words_of_the_field_are_a_copy() -> None:
    """Anyone may have set up committees and trained people, but not as many of each."""
    row = "全年建立基层委员会{}家，覆盖企业{}个，举办培训班{}期，发展会员{}人，帮扶困难职工家庭{}户。"
    figures = (38, 46, 17, 5214, 129)
    assert labels(row.format(*figures), row.format(*figures)) == {"copied"}
    assert labels(row.format(*figures), row.format(3, 4, 2, 614, 12)) <= {"set-phrase"}


def test_a_paragraph_in_the_words_of_the_field_is_a_copy() -> None:
    """Anyone may write each of its sentences, and nobody all of them one after another, as this unit did."""
    sentences = (
        "各社区组织妇女干部和志愿者学习家庭教育知识，走访困难家庭，开展法律宣传活动，群众的安全意识有了提高。",
        "村里每月组织妇女开展一次志愿服务活动，走访慰问老人和困难家庭，帮助解决生产生活中的实际问题。",
        "对有就业愿望的妇女进行登记，联系企业提供岗位，举办技能培训班，请专家讲课，学员结业后大多找到了工作。",
        "发现家庭矛盾及时上门调解，把问题解决在基层，对受到侵害的妇女儿童，帮助她们申请法律援助和生活救助。",
    )
    assert labels("".join(sentences), "".join(sentences)) == {"copied"}


def test_a_form_filled_in_with_other_figures_must_tell_more() -> None:
    """Two units fill the same few words with their own figures; a paragraph so filled in is a copy."""
    row = "冬修渠道{}公里，清淤山塘{}口，新砌护坡{}米，维修闸门{}扇。"
    assert labels(row.format(14, 6, 320, 9), row.format(31, 17, 905, 4)) <= {"set-phrase"}
    more = (
        "渠首老闸房的值守人换成了{}名返乡青年，夜里{}点加开一班巡渠，遇到塌方先用{}只沙袋堵住缺口再报县里。"
    )
    one, other = (row + more).format(14, 6, 320, 9, 2, 11, 40), (row + more).format(31, 17, 905, 4, 3, 10, 65)
    assert labels(one, other) == {"copied"}


def shuffled_among(number: int, holders: int, put_in: int = 0) -> list[Match]:
    """Return the matches of a batch in which the most part has one text, its sentences in another order each.

    So many characters of one's own are put in behind each sentence.
    """
    random_ = writer(23)
    sentences = [text(random_, length) for length in (48, 35, 60, 41, 52, 38, 57, 44)]
    batch_ = []
    for n in range(number):
        own = [text(random_, 150)]
        if n < holders:
            order = sentences if n == 0 else random_.sample(sentences, len(sentences))
            own += [one + (text(random_, put_in) if put_in and n else "") for one in order]
        batch_.append(Submission(f"{n:02}", "".join([*own, text(random_, 150)]), f"单位{n}号"))
    return list(find_matches(batch_))


def test_sentences_that_were_moved_are_one_match_of_several_runs() -> None:
    """Whatever their order, what stands side by side in both texts is one passage, equal in all of it."""
    (match,) = shuffled_among(2, 2)
    assert (match.kind, match.similarity, match.label) == ("exact", 1.0, "copied")
    # Characters before it may be equal by chance.
    assert all(383 <= place.span.length <= 388 for place in (match.left, match.right))
    assert len(match.runs) > 4


def test_what_nine_of_eleven_have_in_another_order_is_copied() -> None:
    """Each sentence of it is their custom, all of them together are not; the other two have nothing of it."""
    matches = shuffled_among(11, 9)
    (group,) = find_groups(matches, {})
    assert len(group.documents) == 9
    assert all(member.span.length > 370 for member in group.members)


def test_what_nine_of_eleven_have_with_sentences_put_in_is_copied() -> None:
    """The same where each put a sentence of its own between any two: what is shared is judged as a whole."""
    matches = shuffled_among(11, 9, put_in=25)
    assert {match.label for match in matches} == {"copied"}
    for other in (f"{n:02}" for n in range(1, 9)):
        assert sum(m.left.span.length for m in matches if m.documents == ("00", other)) > 370


def test_set_phrases_scattered_over_a_report_are_no_copy_together() -> None:
    """Nine of eleven write the same six sentences, each in another part of their reports."""
    random_ = writer(29)
    phrases = [text(random_, 34) for _ in range(6)]
    batch_ = []
    for n in range(11):
        own = [text(random_, 160) for _ in range(7)]
        parts = [own[0]] + [p for one, two in zip(phrases, own[1:], strict=True) for p in (one, two)]
        batch_.append(Submission(f"{n:02}", "".join(parts if n < 9 else own), f"单位{n}号"))
    assert {match.label for match in find_matches(batch_)} == {"set-phrase"}


def test_a_sentence_that_three_of_a_hundred_have_is_a_set_phrase() -> None:
    """A small batch can't know the set phrases: a paragraph of three is a copy, and a sentence of two."""
    sentence, paragraph = text(writer(1), 44), text(writer(1), 70)
    assert {m.label for m in batch(100, sentence, 3)} == {"set-phrase"}
    assert {m.label for m in batch(100, sentence, 2)} == {"copied"}
    assert {m.label for m in batch(100, paragraph, 3)} == {"copied"}
    assert {m.label for m in batch(400, sentence, 3)} == {"copied"}


@pytest.mark.parametrize("number", [20, 30])
def test_one_that_shuffled_the_sentences_of_many_has_copied(number: int) -> None:
    """Thirteen have one text as it is, and so has the fourteenth, of which one sentence alone would tell."""
    random_ = writer(41)
    sentences = [text(random_, length) for length in (34, 90, 36, 32, 38)]
    mixed = [sentences[n] for n in (3, 0, 4, 1, 2)]
    batch_ = []
    for n in range(number):
        shared = sentences if n < 13 else mixed if n == 13 else [text(random_, 90)]
        parts = (text(random_, 300), *shared, text(random_, 200))
        batch_.append(Submission(f"{n:02}", "".join(parts), f"单位{n:02}号"))
    found = [m for m in find_matches(batch_) if "13" in m.documents]
    assert {match.label for match in found} == {"copied"}
    assert {place.document_id for m in found for place in (m.left, m.right)} >= {"00", "12", "13"}
