"""The table of laws: is there one of that name, which one may be meant, when was it in force.

>>> law = find_law("《妇女权益保障法》")
>>> law.short, law.in_force(2019), find_law("妇女儿童权益保护法"), likely_laws("妇女儿童权益保护法")
('妇女权益保障法', True, None, ('妇女权益保障法',))
>>> find_law("婚姻法").in_force(2022)
False
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govreport.text.lexicon import load_table, read_data

_ALIKE = 72.0


@dataclass(frozen=True, slots=True)
class Law:
    """One law, regulation or outline; dates are ISO strings, None where unknown."""

    name: str
    short: str
    effective: str | None
    repealed: str | None
    replaced_by: str | None

    def in_force(self, year: int, month: int | None = None) -> bool:
        """Whether it was in force on a day of a year, or of a month; unknown dates count as in force."""
        first, last = f"{year}-{month or 1:02}-01", f"{year}-{month or 12:02}-31"
        begun = self.effective is None or self.effective <= last
        ended = self.repealed is not None and self.repealed <= first
        return begun and not ended


@dataclass(frozen=True, slots=True)
class FoundLaw:
    """A law in the text: normalized offsets, and its row; None where the table does not hold it."""

    start: int
    end: int
    law: Law | None


def law_table_version() -> str:
    """Return the state of the table."""
    version: str = load_table("laws")["version"]
    return version


@cache
def _tables() -> tuple[dict[str, Law], dict[str, tuple[str, ...]]]:
    laws: dict[str, Law] = {}
    wrong: dict[str, tuple[str, ...]] = {}
    for line in read_data("laws.jsonl").splitlines():
        row = json.loads(line)
        short = row["short"][0] if row["short"] else row["name"]
        law = Law(row["name"], short, row["effective"], row["repealed"], row["replaced_by"])
        for name in (row["name"], *row["short"]):
            laws.setdefault(bare_name(name), law)
        for name in row["common_wrong"]:
            wrong[name] = (*wrong.get(name, ()), short)
    return laws, wrong


def bare_name(name: str) -> str:
    """Return a name without its marks, 中华人民共和国 and notes of its edition."""
    table = load_table("laws")
    return re.sub(table["suffix"], "", re.sub(table["prefix"], "", name.strip("《》〈〉 ")))


def find_law(name: str) -> Law | None:
    """Return the law of a Simplified name, full or short, with or without its marks."""
    return _tables()[0].get(bare_name(name))


def is_law_name(name: str) -> bool:
    """Whether a name claims to be that of a national law; a draft does not."""
    if re.search(load_table("laws")["draft"], name):
        return False
    return re.search(f"(?:{load_table('laws')['law_ending']})$", bare_name(name)) is not None


def is_dated(name: str) -> bool:
    """Whether a name is that of a law or a national regulation, which hold from a day on."""
    return re.search(f"(?:{load_table('laws')['dated_ending']})$", bare_name(name)) is not None


def likely_laws(name: str) -> tuple[str, ...]:
    """Return the short names that may be meant by one the table does not hold, likeliest first."""
    laws, wrong = _tables()
    bare = bare_name(name)
    if bare in wrong:
        return wrong[bare]
    from rapidfuzz import fuzz, process

    names = [law for law in laws if is_law_name(law)]
    best = process.extractOne(bare, names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return (laws[best[0]].short,) if best else ()


def cited_laws(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundLaw]:
    """Yield the laws and rules that are cited in ``[start, end)``: with 《》, and those of the table without.

    >>> [(found.start, found.end, found.law.short) for found in cited_laws("宣传《宪法》和反家庭暴力法")]
    [(2, 6, '宪法'), (7, 13, '反家庭暴力法')]
    """
    stop = len(text) if end is None else end
    if text.find("法", start, stop) < 0 and text.find("《", start, stop) < 0:
        return
    for match in _citation().finditer(text, start, stop):
        yield FoundLaw(*match.span(), find_law(match[0]))


@cache
def _citation() -> re.Pattern[str]:
    table = load_table("laws")
    bare = [name for name in _tables()[0] if re.fullmatch(table["told_bare"], name)]
    names = "|".join(sorted(map(re.escape, bare), key=len, reverse=True))
    return re.compile(f"{table['cited']}|(?:{names}){table['not_behind']}")
