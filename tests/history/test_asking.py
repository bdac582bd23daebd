"""Asked by what it is found by, a history answers as if all its texts were read."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import govreport as gr
from govreport.corpus import load_corpus
from govreport.errors import OutputError
from govreport.history import History, Question
from govreport.history.blocks import Layout, decoded, encoded, looked_up
from govreport.model import Match, Submission
from govreport.reuse import find_matches
from govreport.workflow import past
from tests.engines.test_engines import submissions
from tests.history.test_history import years
from tests.test_cli import EXAMPLE

__all__ = ["years"]


def from_scratch(
    earlier: Sequence[Submission], given: Sequence[Submission], asked: set[str]
) -> tuple[Match, ...]:
    """Search all texts, those of the history under the names that it gives them."""
    past = [
        replace(
            one, id=f"history:{one.id}", text=one.text.encode("utf-8", "replace").decode(), role="history"
        )
        for one in earlier
    ]
    return find_matches([*past, *given], asked=asked)


def parted(seed: int, given: int) -> tuple[list[Submission], list[Submission]]:
    """Return what is in the history and what is given, by chance."""
    batch = submissions()
    random.Random(seed).shuffle(batch)
    return batch[given:], [replace(one, role="batch") for one in batch[:given]]


@pytest.mark.parametrize(("given", "adds"), [(1, 1), (3, 40), (20, 3), (60, 2)])
def test_the_answer_is_that_of_all_texts(tmp_path: Path, given: int, adds: int) -> None:
    """However the history was put together: copies, other words, standard texts, one under many names."""
    earlier, batch = parted(given, given)
    with History.open(tmp_path / "h.duckdb") as history:
        for first in range(adds):
            history.add(earlier[first::adds])
        asked = {one.id for one in batch}
        answer = history.ask(Question(batch, asked))
    expected = from_scratch(earlier, batch, asked)
    assert answer.matches == expected != ()
    told = {id for match in expected for id in match.documents if id.startswith("history:")}
    assert {one.id for one in answer.earlier} == told


def test_the_answer_is_the_same_after_removing_and_with_other_rules(tmp_path: Path) -> None:
    """What was removed is found no more; what other rules had written is written anew."""
    import duckdb

    file = tmp_path / "h.duckdb"
    earlier, batch = parted(5, 4)
    asked = {one.id for one in batch}
    with History.open(file) as history:
        history.add(earlier)
        assert history.remove([one.id for one in earlier[::3]]) == len(earlier[::3])
        kept = [one for n, one in enumerate(earlier) if n % 3]
        expected = from_scratch(kept, batch, asked)
        assert history.ask(Question(batch, asked)).matches == expected != ()
    connection = duckdb.connect(str(file))
    connection.execute("UPDATE about SET value = 'older' WHERE key = 'prints'")
    connection.execute("DELETE FROM blocks; DELETE FROM runs; UPDATE texts SET first = 0, keys = 0")
    connection.close()
    with History.open(file, read_only=True) as history, pytest.raises(OutputError, match="other rules"):
        history.ask(Question(batch, asked))
    with History.open(file) as history:
        assert history.ask(Question(batch, asked)).matches == expected


def test_units_are_named_anew_where_the_rules_of_names_have_changed(tmp_path: Path) -> None:
    """A history that knew a unit by its long name knows it by both once it was opened to write."""
    import duckdb

    file = tmp_path / "h.duckdb"
    with History.open(file) as history:
        history.add([Submission("a", "全年调解纠纷8起。", unit="石桥镇妇女联合会", year=2021)])
    connection = duckdb.connect(str(file))
    connection.execute("UPDATE about SET value = 'older' WHERE key = 'units'")
    connection.execute("UPDATE submissions SET owner = unit")
    connection.close()
    with History.open(file):
        pass
    connection = duckdb.connect(str(file), read_only=True)
    assert connection.execute("SELECT owner FROM submissions").fetchall() == [("石桥镇妇联",)]
    connection.close()


def test_references_are_asked_and_what_is_left_out_is_not(tmp_path: Path) -> None:
    """Others may be given that are not asked about; the batch itself in the history is no copy."""
    earlier, batch = parted(8, 12)
    asked = {one.id for one in batch[:4]}
    others = [replace(one, id=f"reference:{one.id}", role="reference") for one in batch[4:8]]
    given = [*batch[:4], *others]
    with History.open(tmp_path / "h.duckdb") as history:
        history.add([*earlier, *batch[:4]])
        again = {(one.id, one.sha256) for one in history.entries() if one.id in asked}
        answer = history.ask(Question(given, asked, left_out=again))
    assert answer.matches == from_scratch(earlier, given, asked) != ()


def test_only_what_shares_something_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One submission beside many: few texts are read, however many there are."""
    from govreport.history import compared

    read: list[int] = []
    load = compared.load_texts
    monkeypatch.setattr(
        compared, "load_texts", lambda c, numbers: (read.extend(numbers), load(c, numbers))[1]
    )
    strangers = [
        Submission(
            f"s{n}", "".join(chr(0x4E00 + (n * 389 + i * i * 7) % 20_000) for i in range(400)), f"乙{n}"
        )
        for n in range(300)
    ]
    earlier, batch = parted(3, 1)
    with History.open(tmp_path / "h.duckdb") as history:
        history.add([*earlier, *strangers])
        assert history.ask(Question(batch, {batch[0].id})).matches
    assert 0 < len(set(read)) < len(earlier)


def test_blocks_give_back_what_was_written() -> None:
    """Whatever the sizes: a place is found by its hash alone, all of a block by its bytes."""
    random_ = np.random.default_rng(3)
    for size, bits, places in ((1, 40, 3), (5000, 44, 1 << 20), (40_000, 40, 1 << 25)):
        layout = Layout.of(bits, size, places)
        hashes = np.sort(random_.integers(0, 1 << bits, size, dtype=np.uint64))
        hashes[size // 2 : size // 2 + size // 5] = hashes[size // 2]
        where = random_.integers(0, places, size, dtype=np.uint64)
        blocks = dict(encoded(hashes, where, layout))
        back = [decoded(number, blocks[number], layout) for number in sorted(blocks)]
        assert np.array_equal(np.concatenate([one for one, _ in back]), hashes)
        assert np.array_equal(np.concatenate([one for _, one in back]), where)
        asked = np.unique(np.concatenate((hashes[::3], random_.integers(0, 1 << bits, 50, dtype=np.uint64))))
        which, found = looked_up(blocks, asked, layout)
        wanted = set(asked.tolist())
        pairs = zip(hashes.tolist(), where.tolist(), strict=True)
        expected = {(hash_, place) for hash_, place in pairs if hash_ in wanted}
        assert set(zip(asked[which].tolist(), found.tolist(), strict=True)) == expected


def test_a_history_is_at_most_three_times_its_texts(tmp_path: Path) -> None:
    """In bytes of UTF-8, with all that they are found by; smaller files have parts of a fixed size."""
    items = [item for item in load_corpus(EXAMPLE.parents[1] / "reports") if item.split != "test"]
    random_ = random.Random(4)
    sentences = [one for item in items for one in item.document.text.split("。")]
    texts = ["。".join(random_.choices(sentences, k=60)) for _ in range(600)]
    file = tmp_path / "h.duckdb"
    with History.open(file) as history:
        history.add([Submission(f"{n}", text, f"甲{n}") for n, text in enumerate(texts)])
    assert file.stat().st_size <= 3 * sum(len(text.encode()) for text in texts)


def test_an_audit_is_the_same_by_index_and_by_texts(
    years: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Matches, flags, follow-ups and what is told of them, with a roster that renames units and without."""
    (years / "u.csv").write_text("name,former\n黄泥镇妇联,库山镇妇联\n小禾镇妇联,\n", encoding="utf-8")
    (years / "2017" / "下庄.txt").write_bytes((years / "2016" / "库山.txt").read_bytes())
    for roster in (None, years / "u.csv"):
        found = []
        for asked in (0, 10**9):
            file = tmp_path / f"{asked}{roster is None}.duckdb"
            monkeypatch.setattr(past, "ASKED", asked)
            gr.audit(years / "2016", history=file, roster=roster, progress=False)
            gr.audit(years / "2017" / "下庄.txt", history=file, roster=roster, progress=False)
            found.append(gr.audit(years / "2017", history=file, roster=roster, progress=False))
        by_index, by_texts = found
        assert by_index.matches == by_texts.matches != ()
        assert by_index.comparison == by_texts.comparison
        assert [flag.id for flag in by_index.flags] == [flag.id for flag in by_texts.flags]
        assert by_index.desk.facts["audit"] == by_texts.desk.facts["audit"]
        assert by_index.untold == by_texts.untold
