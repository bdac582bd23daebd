"""A season of submissions as an auditor gets them: up to two hundred units, made up, what is planted known.

Counties of twenty towns; a history of two years; a reference; late, missing, wrong and unreadable files;
re-submissions; passages taken over from another town, shared by many, taken from one's own last year.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

FIRST = "云青白红石柳桃松竹梅"
SECOND = "溪山河桥湾林坪川岭塘谷洲港城阳原庄泉坡渡"
_DID = "走访 看望 培训 组织 召集 帮助 联系 登记 排查 劝解 接送 陪同 宣讲 评选 修缮 添置 收集 核对"
_WHOM = "大娘 师傅 姐妹 学生 青年 夫妇 老人 能手 工友 住户 店主 护林员"
# Of these words are made that no other submission has.
_CHARACTERS = (
    "霜枫竹溪岩麦梨橙鹭燕鲤藤篱磨碾窑瓦渠坡垄畦棚圃塘堰闸桩缆帆桨网篓筐秤斗尺梭绢绫麻棉绒毡靴笠蓑"
    "灯烛炉灶锅瓢盏壶茶酱醋盐糖豆薯芋藕菱笋菇莓杏枣柿榛栗槐榆桐桑柏杉檀兰菊莲荷芦苇萍藻苔蕨"
)
# The more share a text, the longer it must be to be told as a copy: ten towns, two hundred characters.
SHARED = (
    "把婆媳课堂搬到夜校，请退休教师用本地话讲案例，一季一个主题，先讲怎么听、再讲怎么说，"
    "末了各家自己写一张家约贴在灶头。半年下来，来调解的少了，来借书的多了，夜校的灯亮到九点，"
    "孩子们在隔壁写作业，老人坐在门口看着。年底把家约收上来装订成册，谁家改了一条就添一页，"
    "翻到后头字迹越来越像样；有两家把分开的灶又并到一处，请讲课的老师去吃了一顿开灶饭。"
    "来年打算把课搬到晒谷场上去，农忙的晚上也开，带着板凳来就行，讲到月亮上了树梢为止。"
)
GUIDE = (
    "各镇应当在汛期之前完成危旧房屋中独居妇女的登记，逐户确定联系人和转移路线，"
    "备齐手电、雨衣和常用药品，每户留下两个电话，雨量超过五十毫米时由联系人上门，"
    "三小时之内全部转移到安置点，事后逐户回访并填写回执。"
)


@dataclass
class Season:
    """Where the files are, and what is known of them."""

    root: Path
    towns: list[tuple[str, str]] = field(default_factory=list)
    states: dict[str, str] = field(default_factory=dict)
    copies: list[tuple[str, str]] = field(default_factory=list)
    """Files of which the second took a passage from the first."""
    shared: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    """Files that took a passage from the unit's report of the year before."""
    quoted: list[str] = field(default_factory=list)
    masked: list[str] = field(default_factory=list)
    printed: str = ""


def made(root: Path, seed: int = 7, units: int = 200) -> Season:
    """Write everything below a folder: submitted/, history/, reference/, units.csv; at most 200 ``units``."""
    season = Season(root)
    draw = random.Random(seed)
    counties = [f"{name}化县" for name in "安乐宁平定泰兴永丰昌"]
    places = ["".join(pair) for pair in product(FIRST, SECOND)]
    draw.shuffle(places)
    season.towns = [(place, counties[number // 20]) for number, place in enumerate(places[:units])]
    for folder in ("submitted", "history/2017", "history/2018", "reference"):
        (root / folder).mkdir(parents=True)
    (root / "reference" / "汛期转移工作指引.txt").write_text(f"汛期转移工作指引\n{GUIDE}\n", encoding="utf-8")
    _write_roster(season)
    _write_history(season, draw)
    _write_submissions(season, draw)
    return season


def report(place: str, year: int, draw: random.Random, passages: tuple[str, ...] = ()) -> str:
    """Return a report of a town: its own doings, and the passages that are planted in it."""
    own = [_doings(draw, 5) for _ in range(3)]
    parts = [
        f"{place}镇妇联{year}年工作总结及{year + 1}年工作计划",
        "一、服务妇女儿童",
        own[0],
        *passages,
    ]
    parts += ["二、维护合法权益", own[1], f"三、{year + 1}年工作打算", own[2]]
    parts += [f"{place}镇妇联", f"{year + 1}年1月{draw.randint(3, 9)}日"]
    return "\n".join(parts) + "\n"


def _doings(draw: random.Random, count: int) -> str:
    return "".join(_doing(draw) for _ in range(count))


def _doing(draw: random.Random) -> str:
    figure = f"{draw.randint(2, 97)}{draw.choice('户名次件场')}"
    did, whom = draw.choice(_DID.split()), draw.choice(_WHOM.split())
    told = f"到{_made_up(draw)}{did}{_made_up(draw)}{whom}{figure}，{_made_up(draw)}{_made_up(draw)}"
    return f"{told}，{_made_up(draw)}已{_made_up(draw)}。"


def _made_up(draw: random.Random) -> str:
    return "".join(draw.choices(_CHARACTERS, k=draw.randint(2, 3)))


def _write_roster(season: Season) -> None:
    rows = ["单位编号,单位名称,层级,上级,报送期限,地形"]
    for number, (place, county) in enumerate(season.towns):
        ground = "山区" if number % 3 else "平原"
        rows.append(f"T{number:03d},{place}镇妇联,乡镇,{county}妇联,2020-01-15,{ground}")
    (season.root / "units.csv").write_text("\n".join(rows) + "\n", encoding="utf-8-sig")


def _write_history(season: Season, draw: random.Random) -> None:
    """Two years of every eighth town; of those the first six keep a passage for the year after."""
    for number in range(0, len(season.towns), 8):
        place = season.towns[number][0]
        for year in (2017, 2018):
            kept = (_passage_of(place),) if year == 2018 else ()
            path = season.root / "history" / str(year) / f"{place}镇妇联.txt"
            path.write_text(report(place, year, draw, kept), encoding="utf-8")


def _passage_of(place: str) -> str:
    draw = random.Random(place)
    return "本镇的老办法还在用：" + "".join(_doing(draw) for _ in range(3))


def _write_submissions(season: Season, draw: random.Random) -> None:
    for number, (place, _) in enumerate(season.towns):
        state, day = _state(number)
        season.states[f"T{number:03d}"] = state
        name = f"{place}镇妇联2020010{day}.txt" if day < 10 else f"{place}镇妇联202001{day}.txt"
        if state == "missing":
            continue
        if state == "unreadable":
            (season.root / "submitted" / name.replace(".txt", ".pdf")).write_bytes(b"%PDF-1.4 broken")
            continue
        year = 2018 if state == "wrong-year" else 2019
        spoken = season.towns[number - 1][0] if state == "wrong-unit" else place
        text = report(spoken, year, draw, tuple(_planted(season, number, name, draw)))
        (season.root / "submitted" / name).write_text(text, encoding="utf-8")
        if number % 40 == 1:
            again = text.replace("二、维护", _doings(draw, 1) + "\n二、维护")
            later = name.replace(".txt", "").replace("2020010", "2020011") + "（修改稿）.txt"
            (season.root / "submitted" / later).write_text(again, encoding="utf-8")


def _state(number: int) -> tuple[str, int]:
    """Return how a unit stands and on which day of January it submitted."""
    special = {3: "missing", 5: "late", 11: "unreadable", 13: "wrong-year", 17: "wrong-unit"}
    state = special.get(number % 50, "on-time")
    return state, 20 if state == "late" else 2 + number % 8


def _planted(season: Season, number: int, name: str, draw: random.Random) -> list[str]:
    """Return what is planted in a submission: at most one passage, each kind in towns of its own."""
    place = season.towns[number][0]
    if number % 8 == 0 and number < 48:
        season.own.append(name)
        return [_passage_of(place)]
    if number % 20 in (7, 9) and number < 100:
        passage = _doings(random.Random(number // 20), 4)
        if number % 20 == 7:
            season.copies.append((name, ""))
            return [passage]
        season.copies[-1] = (season.copies[-1][0], name)
        return [re.sub("[0-9]+", lambda found: str(int(found[0]) + draw.randint(1, 9)), passage)]
    if number % 20 == 15:
        season.shared.append(name)
        return [SHARED]
    if number % 20 == 19:
        season.quoted.append(name)
        return [GUIDE]
    if number % 50 == 21:
        season.masked.append(name)
        return ["XX村妇联添置桌椅12套。"]
    return []
