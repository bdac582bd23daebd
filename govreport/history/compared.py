"""The submissions that are compared, those asked about and those of the history, in one numbering.

Which there are is asked of the database in one sentence; texts are read of those alone that are looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from govreport.history.question import Question
from govreport.history.runs import Runs
from govreport.history.texts import load_texts
from govreport.model import Submission
from govreport.reuse.across.beside import All
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.twins import FEW, Twins
from govreport.text.units import unit_key

__all__ = ["Compared"]

# Every submission once, but of one text that many have the earliest alone; in the order of units.
_EVERY = f"""
    CREATE OR REPLACE TEMP TABLE every AS
    WITH earlier AS (
        SELECT sha256, year, date,
            coalesce(renamed.unit, held.unit) AS unit, coalesce(renamed.owner, held.owner) AS owner,
            'history:' || id || CASE WHEN n > 1 THEN ' (' || n || ')' ELSE '' END AS name,
            coalesce(CAST(nullif(year, 0) AS TEXT), substr(coalesce(nullif(date, ''), '9999'), 1, 4))
                || CASE WHEN coalesce(date, '') = '' THEN '' ELSE ' ' || date END AS moment
        FROM (
            SELECT *, row_number() OVER (PARTITION BY id ORDER BY sha256) AS n
            FROM submissions ANTI JOIN left_out USING (id, sha256)
        ) AS held LEFT JOIN renamed USING (id, sha256)
    ), named AS (
        SELECT sha256, unit, year, date, owner, name, moment, -1 AS given FROM earlier
        UNION ALL SELECT sha256, NULL, NULL, NULL, owner, name, moment, given FROM given
    ), counted AS (
        SELECT *, row_number() OVER (PARTITION BY sha256 ORDER BY moment, name) AS copy,
            count(*) OVER (PARTITION BY sha256) AS copies
        FROM named
    )
    SELECT *, CASE WHEN copies <= {FEW} OR copy = 1 THEN
            row_number() OVER (
                ORDER BY copies > {FEW} AND copy > 1, coalesce(owner, name), moment, name
            ) - 1 END AS number
    FROM counted
"""
_COLUMNS = f"""
    SELECT dense_rank() OVER (ORDER BY coalesce(owner, '|' || name)) - 1 AS unit,
        row_number() OVER (ORDER BY moment, name) - 1 AS time,
        coalesce(texts.number, -1) AS text, coalesce(texts.first, 0) AS first, coalesce(keys, 0) AS keys,
        given, copies > {FEW} AS many
    FROM every LEFT JOIN texts USING (sha256) WHERE every.number IS NOT NULL ORDER BY every.number
"""


@dataclass(frozen=True)
class Compared:
    """All submissions by number, in the order of units; their prints and texts."""

    connection: Any
    question: Question

    @property
    def given(self) -> Sequence[Submission]:
        """The submissions that are given."""
        return self.question.given

    @cached_property
    def hashes(self) -> list[str]:
        """The hashes of the texts that are given."""
        return [sha256(one.text.encode("utf-8", "replace")).hexdigest() for one in self.given]

    @cached_property
    def columns(self) -> Mapping[str, NDArray[Any]]:
        """What the database knows of the submissions."""
        import pandas

        rows = [
            (sha, unit_key(one.unit), one.id, one.time, n)
            for n, (one, sha) in enumerate(zip(self.given, self.hashes, strict=True))
        ]
        these = pandas.DataFrame(rows, columns=["sha256", "owner", "name", "moment", "given"])
        these = these.astype({"sha256": object, "owner": object, "name": object, "moment": object})
        those = pandas.DataFrame(list(self.question.left_out), columns=["id", "sha256"], dtype=object)
        run = self.connection.execute
        columns = "sha256 TEXT, owner TEXT, name TEXT, moment TEXT, given INTEGER"
        run(f"CREATE OR REPLACE TEMP TABLE given ({columns})")
        run("CREATE OR REPLACE TEMP TABLE left_out (id TEXT, sha256 TEXT)")
        run("INSERT INTO given SELECT * FROM these")
        run("INSERT INTO left_out SELECT * FROM those")
        run("CREATE OR REPLACE TEMP TABLE renamed (id TEXT, sha256 TEXT, unit TEXT, owner TEXT)")
        names = [(*key, unit, unit_key(unit)) for key, unit in self.question.renamed.items()]
        others = pandas.DataFrame(names, columns=["id", "sha256", "unit", "owner"], dtype=object)
        run("INSERT INTO renamed SELECT * FROM others")
        del these, those, others
        run(_EVERY)
        found: Mapping[str, NDArray[Any]] = run(_COLUMNS).fetchnumpy()
        return {name: np.asarray(column) for name, column in found.items()}

    @cached_property
    def all(self) -> All:
        """What the search asks of each submission."""
        columns = self.columns
        given, sizes = columns["given"].astype(np.int64), columns["keys"].astype(np.int64)
        own = Codes.of([one.text for one in self.given]).sizes
        at = np.flatnonzero(given >= 0)
        sizes[at] = own[given[at]]
        numbers = [n for n in at.tolist() if self.given[int(given[n])].id in self.question.asked]
        wanted = np.zeros(len(given), dtype=bool)
        wanted[numbers] = True
        wanted[[n for n in np.flatnonzero(columns["many"]).tolist() if self._is_asked(n)]] = True
        # An earlier one that stands for many of a given text is looked up in the index.
        return All(
            columns["unit"].astype(np.int64), columns["time"].astype(np.int64), sizes, wanted, given >= 0
        )

    def look_up(
        self, kind: str, hashes: NDArray[np.uint64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]:
        """Return where sorted hashes stand in the texts of earlier submissions, once for each of these."""
        which, places = Runs(self.connection).look_up(kind, hashes)
        first, order = self._starts
        text = np.searchsorted(first, places, side="right") - 1
        held = np.flatnonzero(text >= 0)
        which, places, text = which[held], places[held], text[held]
        begin = np.searchsorted(first, first[text], side="left")
        number = text - begin + 1
        rows = np.repeat(np.arange(len(text)), number)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(number) - number, number)
        document = order[begin[rows] + within]
        place = places[rows] - first[text[rows]]
        # Behind the last text that is compared stand those that are not.
        kept = np.flatnonzero(place <= self.all.sizes[document])
        return which[rows][kept], document[kept].astype(np.int32), place[kept].astype(np.int32)

    @cached_property
    def _starts(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where the texts of earlier submissions begin among all, in order, and whose each is."""
        earlier = np.flatnonzero((self.columns["given"] < 0) & (self.columns["text"] >= 0))
        first = self.columns["first"][earlier].astype(np.int64)
        order = np.argsort(first, kind="stable")
        return first[order], earlier[order]

    def texts(self, numbers: Sequence[int]) -> list[str]:
        """Return texts by the numbers of submissions."""
        given, text = self.columns["given"], self.columns["text"]
        wanted = sorted({int(text[n]) for n in numbers if given[n] < 0})
        read = load_texts(self.connection, wanted)
        return [self.given[given[n]].text if given[n] >= 0 else read[int(text[n])] for n in numbers]

    def submissions(self, numbers: Sequence[int]) -> list[Submission]:
        """Return submissions by number."""
        given = self.columns["given"]
        rows: dict[int, tuple[Any, ...]] = {}
        wanted = ", ".join(str(n) for n in numbers if given[n] < 0)
        if wanted:
            query = f"SELECT number, name, unit, year, date FROM every WHERE number IN ({wanted})"
            rows = {row[0]: row[1:] for row in self.connection.execute(query).fetchall()}
        texts = self.texts(numbers)
        return [
            self.given[given[n]] if given[n] >= 0 else _earlier(rows[n], text)
            for n, text in zip(numbers, texts, strict=True)
        ]

    def of_units(self, units: Collection[str]) -> Iterator[Submission]:
        """Yield all earlier submissions of some units."""
        if not units:
            return
        marks = ", ".join("?" * len(units))
        query = (
            "SELECT every.name, unit, year, date, texts.number FROM every JOIN texts USING (sha256) "
            f"WHERE given < 0 AND owner IN ({marks}) ORDER BY every.name"
        )
        rows = self.connection.execute(query, list(units)).fetchall()
        texts = load_texts(self.connection, sorted({row[-1] for row in rows}))
        yield from (_earlier(row[:-1], texts[row[-1]]) for row in rows)

    def rows(self) -> tuple[tuple[Any, ...], ...]:
        """Return a row for each earlier submission."""
        query = "SELECT name, unit, year, date, sha256 FROM every WHERE given < 0 ORDER BY name"
        return tuple(self.connection.execute(query).fetchall())

    def twins(self, told: Collection[str]) -> tuple[Twins, ...]:
        """Return those that many have one text with, of whom one is asked about or told of."""
        query = "SELECT sha256, name FROM every WHERE copies > ? AND number IS NOT NULL"
        firsts = dict(self.connection.execute(query, [FEW]).fetchall())
        own = {sha for one, sha in zip(self.given, self.hashes, strict=True) if one.id in self.question.asked}
        wanted = [sha for sha, name in firsts.items() if sha in own or name in told]
        return tuple(Twins(tuple(self._members(sha))) for sha in sorted(wanted))

    def _members(self, sha: str) -> Iterator[Submission]:
        query = "SELECT given, name, unit, year, date FROM every WHERE sha256 = ? ORDER BY moment, name"
        rows = self.connection.execute(query, [sha]).fetchall()
        text = next((one.text for one, own in zip(self.given, self.hashes, strict=True) if own == sha), None)
        if text is None:
            query = "SELECT number FROM texts WHERE sha256 = ?"
            (number,) = self.connection.execute(query, [sha]).fetchone()
            text = load_texts(self.connection, [number])[number]
        for given, *row in rows:
            yield self.given[given] if given >= 0 else _earlier(tuple(row), text)

    def _is_asked(self, number: int) -> bool:
        """Whether one that stands for many of one text has a member that is asked about."""
        query = "SELECT sha256 FROM every WHERE number = ?"
        (sha,) = self.connection.execute(query, [number]).fetchone()
        asked = {
            own for one, own in zip(self.given, self.hashes, strict=True) if one.id in self.question.asked
        }
        return sha in asked


def _earlier(row: tuple[Any, ...], text: str) -> Submission:
    name, unit, year, date = row
    return Submission(name, text, unit, year, date, "history")
