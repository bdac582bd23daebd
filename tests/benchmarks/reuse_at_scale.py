"""Shared passages at scale: made-up submissions with planted copies: recall, time, beside a bare hash.

Run it from the top of a clone: ``python tests/benchmarks/reuse_at_scale.py 1000 10000``. Texts are random
characters, 1,500 to 4,500 each, with set phrases that a third of all share. A tenth of the submissions copies
a passage of another: a exact, b with 5 to 15 % of the characters edited, c with other figures, d in the other
script. Recall asks for half of both sides.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass

import numpy as np

from govreport.model import Match, Span, Submission
from govreport.reuse import find_matches
from govreport.text.keys import comparison_key
from govreport.text.script import to_traditional
from govreport.text.shingles import shingle_hashes

SYLLABLES = (
    "山水田林路桥河湖村镇人家老少男女学教医卫农工商文体新旧东西南北春夏秋冬花果茶米鱼羊牛鸡布衣食住行走访谈记办开建"
    "修养种收送接听说看查问答帮带领组织动员发放培训调解评选宣讲登记慰问结对扶助扫洗缝织绣唱跳跑印贴挂点灯灶锅"
)
PLANTS = "abcd"


@dataclass
class Plant:
    kind: str
    source: str
    copy: str
    spans: dict[str, Span]


def words(random_: random.Random, length: int) -> str:
    """Sentences of random characters, with figures."""
    pieces: list[str] = []
    while sum(map(len, pieces)) < length:
        clause = "".join(random_.choices(SYLLABLES, k=random_.randint(5, 14)))
        pieces.append(clause + (f"{random_.randint(2, 900)}人次" if random_.random() < 0.3 else ""))
        pieces.append("，" if random_.random() < 0.6 else "。")
    return "".join(pieces)


def edited(text: str, kind: str, random_: random.Random) -> str:
    """Change a passage in the way of its kind."""
    if kind == "b":
        share = random_.uniform(0.05, 0.15)
        return "".join(random_.choice(SYLLABLES) if random_.random() < share else c for c in text)
    if kind == "c":
        return "".join(random_.choice("123456789") if c.isdigit() else c for c in text)
    return to_traditional(text) if kind == "d" else text


def made(number: int, seed: int) -> tuple[list[Submission], list[Plant]]:
    """Make submissions of as many units, and the copies among them."""
    random_ = random.Random(seed)
    phrases = [words(random_, 30) for _ in range(40)]
    bodies: list[list[str]] = []
    for _ in range(number):
        parts = [words(random_, random_.randint(200, 500)) for _ in range(random_.randint(5, 10))]
        for phrase in random_.sample(phrases, 12):
            parts.insert(random_.randrange(len(parts) + 1), phrase)
        bodies.append(parts)
    plants = []
    for copier in random_.sample(range(number), number // 10):
        source = random_.randrange(number)
        if source == copier:
            continue
        kind = random_.choice(PLANTS)
        passage = words(random_, random_.randint(100, 600))
        changed = edited(passage, kind, random_)
        for owner, text in ((source, passage), (copier, changed)):
            bodies[owner].insert(random_.randrange(len(bodies[owner]) + 1), text)
        plants.append((kind, source, copier, passage, changed))
    texts = ["\n".join(parts) for parts in bodies]
    found = [
        Plant(kind, f"{s:06}", f"{c:06}", {f"{s:06}": at(texts[s], p), f"{c:06}": at(texts[c], q)})
        for kind, s, c, p, q in plants
    ]
    return [Submission(f"{n:06}", text, f"第{n}号单位", 2020) for n, text in enumerate(texts)], found


def at(text: str, passage: str) -> Span:
    start = text.index(passage)
    return Span(start, start + len(passage))


def is_found(plant: Plant, matches: list[Match]) -> bool:
    for name, span in plant.spans.items():
        places = [p.span for m in matches for p in (m.left, m.right) if p.document_id == name]
        if sum(span.overlap(place) for place in places) < span.length / 2:
            return False
    return True


def main() -> None:
    """Print one line for each size."""
    print(
        f"{'documents':>10}{'characters':>12}{'seconds':>9}{'of a hash':>10}  recall a b c d   pair precision"
    )
    for size in map(int, sys.argv[1:] or ["1000"]):
        submissions, plants = made(size, seed=11)
        start = time.process_time()
        for one in submissions:
            shingle_hashes(np.frombuffer(one.text.encode("utf-32-le"), dtype="<u4"), 8)
        bare = time.process_time() - start
        comparison_key("预热")
        start = time.process_time()
        matches = [match for match in find_matches(submissions) if match.label == "copied"]
        taken = time.process_time() - start
        by_pair: dict[frozenset[str], list[Match]] = {}
        for match in matches:
            by_pair.setdefault(frozenset(match.documents), []).append(match)
        planted = {frozenset(plant.spans) for plant in plants}
        recalls = []
        for kind in PLANTS:
            own = [plant for plant in plants if plant.kind == kind]
            hits = sum(is_found(p, by_pair.get(frozenset(p.spans), [])) for p in own)
            recalls.append(f"{hits / max(len(own), 1):.3f}")
        precision = len(planted & by_pair.keys()) / max(len(by_pair), 1)
        characters = sum(len(one.text) for one in submissions)
        line = f"{size:>10}{characters:>12}{taken:>9.1f}{taken / bare:>10.1f}"
        print(f"{line}  {' '.join(recalls)}   {precision:.3f}")


if __name__ == "__main__":
    main()
