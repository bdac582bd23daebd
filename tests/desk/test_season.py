"""A season audited as an auditor would: twice, with history, roster and decisions in between.

Forty units in each run of the tests, two hundred by night.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
from collections import Counter
from pathlib import Path

import pytest

from tests.command import run
from tests.desk.season import SHARED, Season, made, report


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def day(file: str) -> str:
    """Return the day in the name of a file."""
    return "".join(filter(str.isdigit, file))


def audited(season: Season, out: str) -> str:
    """Audit as on the command line; return what was printed."""
    root = season.root
    given = [str(root / "submitted"), "--out", str(root / out), "--roster", str(root / "units.csv")]
    given += ["--history", str(root / "history.duckdb"), "--reference", str(root / "reference")]
    result = run("audit", *given, "--memory-per-file", "2048", "--seconds-per-file", "60")
    assert result.returncode == 3, result.stderr
    assert all("can't be read" in line or ".pdf" in line for line in result.stderr.splitlines())
    return result.stdout


@pytest.fixture(scope="module", params=[40, pytest.param(200, marks=pytest.mark.nightly)])
def season(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Season:
    """Return the season with its history indexed and the first audit made."""
    season = made(tmp_path_factory.mktemp("season"), units=request.param)
    for year in ("2017", "2018"):
        folder = str(season.root / "history" / year)
        assert run("index", "add", str(season.root / "history.duckdb"), folder).returncode == 0
    season.printed = audited(season, "out")
    return season


def flags_of(season: Season, code: str, out: str = "out") -> set[str]:
    """Return the files that have a flag of a code."""
    return {row["document_id"] for row in rows(season.root / out / "flags.csv") if row["code"] == code}


def test_the_roster_tells_how_everyone_stands(season: Season) -> None:
    """A row for each unit, each state as it was made; regions add up to them."""
    found = rows(season.root / "out" / "roster.csv")
    assert {row["unit_id"]: row["state"] for row in found} == season.states
    regions = rows(season.root / "out" / "regions.csv")
    counts = Counter(season.states.values())
    assert sum(int(row["expected"]) for row in regions) == len(season.towns)
    for state, column in (("late", "late"), ("missing", "missing"), ("wrong-unit", "wrong_unit")):
        assert sum(int(row[column]) for row in regions) == counts[state]
    assert {row["地形"] for row in found} == {"山区", "平原"}


def test_what_was_planted_is_found(season: Season) -> None:
    """Copies with other figures, one text of many towns, own earlier text, masks: each where it was put."""
    copied, own = flags_of(season, "copied-passage"), flags_of(season, "own-earlier-reused")
    matches = rows(season.root / "out" / "matches.csv")
    pairs = {frozenset((row["left_document"], row["right_document"])) for row in matches}
    assert all(frozenset(pair) in pairs for pair in season.copies)
    # Which text is the later one is told by the days in the names of the files.
    assert {max(pair, key=day) for pair in season.copies} <= copied
    assert set(season.own) <= own
    assert set(season.masked) <= flags_of(season, "placeholder")
    groups = rows(season.root / "out" / "groups.csv")
    assert any(
        set(season.shared) == {row["document_id"] for row in groups if row["group"] == number}
        for number in {row["group"] for row in groups}
    )


def test_what_is_innocent_is_left_alone(season: Season) -> None:
    """What all may take up, versions of one report and towns of their own words count as copied nowhere."""
    planted = {file for pair in season.copies for file in pair} | {*season.shared, *season.own}
    ratios = {row["document_id"]: float(row["copied"]) for row in rows(season.root / "out" / "ratios.csv")}
    assert max(ratios[file] for file in season.quoted) < 0.02
    innocent = [share for file, share in ratios.items() if file not in planted and "修改稿" not in file]
    assert len(innocent) > 0.6 * len(season.towns)
    assert sum(share > 0.05 for share in innocent) <= 0.01 * len(innocent)
    relations = {row["relation"] for row in rows(season.root / "out" / "matches.csv")}
    assert {"revision", "reference", "own-earlier", "same-batch"} <= relations


def test_nothing_tells_where_files_lie(season: Season) -> None:
    """The whole output folder is searched for the folder's path."""
    for path in (season.root / "out").rglob("*"):
        if path.is_file() and ".govreport" not in path.parts:
            held = path.read_bytes()
            assert str(season.root).encode() not in held, path.name
            if path.suffix == ".gz":
                assert str(season.root).encode() not in gzip.decompress(held), path.name


def test_a_second_audit_takes_up_the_decisions(season: Season) -> None:
    """With a late arrival and a corrected file in between decisions are kept, reopened or gone."""
    root, out = season.root, season.root / "out"
    before = rows(out / "decisions.csv")
    corrected, newcomer = season.masked[0], next(k for k, v in season.states.items() if v == "missing")
    words = ("誤報", "合理引用", "屬實")
    for number, row in enumerate(before):
        row |= {"decision": words[number % 3], "reason": "核對過", "who": "王", "when": "2020-02-01"}
    with (out / "decisions.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(before[0]))
        writer.writeheader()
        writer.writerows(before)
    assert run("verify", str(out), "--inputs", str(root / "submitted")).returncode == 0
    text = (root / "submitted" / corrected).read_text(encoding="utf-8")
    (root / "submitted" / corrected).write_text(text.replace("XX村", "桃林村"), encoding="utf-8")
    place = season.towns[int(newcomer[1:])][0]
    late = report(place, 2019, random.Random(1), (SHARED,))
    (root / "submitted" / f"{place}镇妇联20200118.txt").write_text(late, encoding="utf-8")
    first = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["audit"]
    printed = audited(season, "out")
    after = {row["flag_id"]: row for row in rows(out / "decisions.csv")}
    gone = {id for id, row in after.items() if row["state"] == "no-flag"}
    opened = {id for id, row in after.items() if row["state"] == "reopened"}
    kept = {id for id, row in after.items() if row["state"] == "in-force"}
    assert {row["flag_id"] for row in before} <= set(after)
    assert {after[id]["document_id"] for id in opened} <= set(season.shared)
    # Only where many share a passage does another one change what is told of them.
    assert opened or len(season.shared) < 5
    assert all("核對過" in after[id]["earlier"] for id in opened)
    assert any(id.startswith("placeholder") for id in gone)
    assert len(kept) >= 0.8 * len(before)
    settled = sum(after[id]["decision"] in ("误报", "合理引用") for id in kept)
    assert f"{settled} settled" in printed
    assert next(r for r in rows(out / "roster.csv") if r["unit_id"] == newcomer)["state"] == "late"
    assert json.loads((out / "manifest.json").read_text(encoding="utf-8"))["audit"] != first
    assert run("verify", str(out), "--inputs", str(root / "submitted")).returncode == 0
    assert run("dossier", season.towns[7][0], "--audit", str(out), "--mask").returncode == 0
