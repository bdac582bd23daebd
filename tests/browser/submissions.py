"""Reports that are handed in: in both scripts, with shared passages, and one that would do harm."""

from __future__ import annotations

import random
from pathlib import Path

import govreport as gr
from govreport.export.labels import LANGUAGES
from govreport.text.script import to_traditional

SHARED = (
    "水库蓄水以后田地变少，搬上岸的姐妹最愁没有活干。镇妇联会同农技站，在桃林村办起厨艺、网箱养鱼班6期，培训214人；"
    "请鸿雁制衣厂把来料加工点设进桃林村，由沈玉珍牵头，让走不开的姐妹在家门口挣到了工资。"
)
OTHER = (
    "巷道里的老墙根下，几位老姐妹支起小桌，把邻居间的磕碰一件件记进本子，隔天就有人上门去说和，"
    "年底本子上勾掉了三十一件。"
)
PLAN = (
    "二、2017年工作计划\n举办网箱养鱼培训班4期。\n新建儿童之家3所。\n根据《妇女儿童权益保护法》开展宣传。\n"
)
CHARACTERS = "山水田林路桥村社区街道院坝灯井渠堤仓站棚圃秧苗麦稻菜果茶竹木石沙土云雨风雪霜雾晨昏"
ROSTER = (
    "unit_id,name,parent,due,year\n1,库山镇妇联,<b>云溪县</b>,2016-01-15,2015\n"
    "2,小禾镇妇联,云溪县,2017-01-15,2016\n3,石桥镇妇联,云溪县,2017-01-15,2016\n"
)
HOSTILE = "<img src=x onerror=alert(3)>\u202e&'.txt"


def own(town: str, lines: int) -> str:
    """Text that only one town has: lines that say nothing, drawn by its name."""
    drawn = random.Random(town)
    return "".join(f"{''.join(drawn.choices(CHARACTERS, k=24))}。\n" for _ in range(lines))


def hand_in(folder: Path) -> None:
    """Write the reports: an early one, a late one in the other script, a hostile one, one like no other."""
    texts = {
        "早.txt": f"库山镇妇联2015年工作总结\n{own('库山', 40)}一、就业\n{SHARED}\n"
        f"二、邻里\n{OTHER}\n{own('库山北', 30)}",
        "晚.txt": to_traditional(
            f"小禾镇妇联2016年工作总结\n{own('小禾', 5)}一、就业\n{SHARED.replace('214', '180')}\n"
            f"{own('小禾东', 60)}二、邻里\n{OTHER.replace('老姐妹', '老伙伴')}\n"
        ),
        HOSTILE: f"</script><img src=x onerror=alert(1)>2017年工作总结\n{SHARED}<script>alert(2)</script>\n",
        "獨.txt": f"云溪镇妇联2016年工作总结和2017年工作计划\n一、工作回顾\n{own('云溪', 20)}{PLAN}",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


def audited(root: Path) -> dict[str, Path]:
    """Hand in, audit, and return the folder of the audit in each language."""
    (root / "in").mkdir()
    hand_in(root / "in")
    (root / "roster.csv").write_text(ROSTER, encoding="utf-8")
    audit = gr.audit(root / "in", roster=root / "roster.csv", progress=False)
    for lang in LANGUAGES:
        audit.save(root / lang, lang=lang)
    return {lang: root / lang for lang in LANGUAGES}


def page_of(folder: Path, title: str) -> Path:
    """The page of the report with that title."""
    return next(
        p for p in (folder / "reports").iterdir() if f">{title}</h1>" in p.read_text(encoding="utf-8")
    )
