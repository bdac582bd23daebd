"""The seed's gold in the corpus format gives the same figures as the records themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import govreport as gr
from govreport.model import SLOTS

_COPY = (101, 1186)
Insertion = tuple[int, int, str]


def _marks(gold: list[dict[str, Any]]) -> list[Insertion]:
    """Return (start, end, head of the mark) for what the corpus format holds."""
    marks = []
    for record in gold:
        start, end = record["span"]
        kind = record["kind"]
        if kind == "title":
            marks.append((start, end, "title"))
        elif kind == "lead_in":
            marks.append((start, end, f"lead {record['switches_to']}"))
        elif kind == "enumerator":
            marks.append((start, end, "i 2" if "其次" in record["text"] else "i"))
        elif kind == "section":
            areas = "+".join([record["area"], *_many(record.get("area_secondary"))])
            marks.append((*record["heading_span"], f"1 @{areas}"))
        elif kind == "item":
            marks.append((start, end, f"{record['type']} {record['status']} @{record['area']}"))
            marks.extend(_slots(record))
    return [mark for mark in marks if mark[1] <= _COPY[1]]


def _many(value: Any) -> list[str]:
    return [] if not value else [value] if isinstance(value, str) else list(value)


def _slots(record: dict[str, Any]) -> list[Insertion]:
    found = []
    for name, value in record.get("slots", {}).items():
        spans = [slot["span"] for slot in value if slot.get("span")] if name in SLOTS else []
        found.extend((a, b, name) for a, b in spans if record["span"][0] <= a < b <= record["span"][1])
    return found


def _marked(text: str, gold: list[dict[str, Any]]) -> str:
    """Write the marks into the text; slots that cross another mark are left out."""
    splits = {r["heading_span"][0]: r["marker_span"][1] for r in gold if r["kind"] == "section"}
    nested: list[Insertion] = []
    for mark in sorted(_marks(gold), key=lambda m: (m[0], -m[1], m[2] in SLOTS)):
        if all(mark[1] <= o[1] or mark[0] >= o[1] for o in nested):
            nested.append(mark)
    pieces = []
    for at in range(_COPY[1] + 1):
        pieces.append("⟧" * sum(end == at for _, end, _ in nested))
        pieces.append("⟦/dup a⟧" if at == _COPY[1] else "⟦dup a⟧" if at == _COPY[0] else "")
        pieces.extend(f"⟦{head}|" for start, _, head in nested if start == at)
        pieces.append("‖" if at in splits.values() else "")
        pieces.append(text[at])
    return "".join(pieces) + "⟦paste a⟧" + text[_COPY[1] * 2 - _COPY[0] + 1 :]


def test_the_converted_seed_scores_as_before(
    seed_path: Path, gold: list[dict[str, Any]], tmp_path: Path
) -> None:
    """Statements F1 above .95, kind and status all right, four of seven headings, every area, the block."""
    text = gr.read(seed_path).text
    head = "+++\nyear = 2019\nplan_year = 2020\nunit = 'xx鎮婦聯'\n+++\n"
    (tmp_path / "seed.gold.txt").write_text(head + _marked(text, gold), encoding="utf-8")
    item = next(gr.load_corpus(tmp_path))
    assert item.document.text == text
    scores = gr.evaluate(tmp_path).scores
    assert scores["markers"].f1 == scores["parts"].f1 == scores["duplicates-exact"].f1 == 1.0
    assert scores["title"].f1 == scores["section-area"].f1 == 1.0
    assert scores["statements"].f1 >= 0.95
    assert scores["statement-kind"].f1 == scores["statement-status"].f1 == 1.0
    assert scores["fused-headings"].right >= 8
