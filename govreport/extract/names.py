"""What speaks for and against a clause or a statement, as names that each have a weight in the model.

The cue rules are among them: what a rule says of a clause (its role) and of a statement (its kind) are
names like any other, and so are words at the edges, characters, the part and the neighbours. The heading is
none of them: it tells whose report it is. On reports that a model has not seen .907 of the kinds are right
without, .902 with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from govreport.extract.clauses import Clause
from govreport.extract.cues import cue
from govreport.extract.grouping import Draft
from govreport.extract.model import NEIGHBOURS
from govreport.extract.sentences_read import Placed, ReadSentence
from govreport.model import STATUSES
from govreport.text.dates import tells_frequency
from govreport.text.kept import kept
from govreport.text.lexicon import load_table
from govreport.text.linear import EMPHASIZED, Group
from govreport.text.quantities import quantities
from govreport.text.words import tagged

__all__ = ["clause_names", "own_names", "place_names", "statement_names", "word_names"]

_EDGE = 3
# How much of a long clause is looked at.
_LONGEST = 30
_FAR = ("role=", "figure", "join=")


def clause_names(sentence: ReadSentence, place: int, ruled: list[str]) -> Iterator[Group]:
    """Yield the names for the clause at ``place``: its own, those of its place, and its neighbours'.

    ``ruled`` is what the rules say of each clause of the sentence.
    """
    yield "", own_names(sentence.clauses[place])
    for step in NEIGHBOURS:
        if 0 <= place + step < len(sentence.clauses):
            names = own_names(sentence.clauses[place + step])
            yield f"{step}:", [name for name in names if abs(step) == 1 or name.startswith(_FAR)]
    yield from place_names(sentence, place, ruled)


def place_names(sentence: ReadSentence, place: int, ruled: list[str]) -> list[Group]:
    """Return the names of the place of a clause, without its own and its neighbours'."""
    told = sentence.clauses[place].told[:_LONGEST]
    role, figure = own_names(sentence.clauses[place])[:2]
    number = len(sentence.clauses)
    said = ruled[place]
    behind = ruled[place + 1] if place + 1 < number else "none"
    found = [
        *_emphasized(f"ruled={said}"),
        *_emphasized(f"ruled={said}|{role}"),
        *_emphasized(f"ruled={said}|{behind}"),
        f"ruled={said}|{figure}",
        f"part={sentence.part}|ruled={said}",
        f"part={sentence.part}",
        *_emphasized(role),
        *_emphasized(f"part={sentence.part}|{role}"),
        f"part={sentence.part}|{figure}",
        "first" if place == 0 else "later",
        "last" if place == number - 1 else "followed",
        f"mark={sentence.clauses[place].mark}",
        f"clauses={min(number, 6)}",
    ]
    if place == 0:
        own = f"{min(number, 3)}|{figure}"
        found += [f"before={sentence.before}", f"before={sentence.before}|{own}"]
        found += [f"place={sentence.place}", f"place={sentence.place}|before={sentence.before}|{own}"]
        found += _emphasized(f"place={sentence.place}|{own}")
    for step in NEIGHBOURS:
        if not 0 <= place + step < number:
            found.append(f"{step}:none")
        elif abs(step) == 1:
            names = own_names(sentence.clauses[place + step])
            found.append(f"{step}|{role}|{names[0]}|{figure}|{names[1]}")
    return [("", found), ("c=", _pairs(told))]


def _pairs(told: str) -> list[str]:
    return [told[i : i + 2] for i in range(len(told) - 1)]


def own_names(placed: Placed) -> list[str]:
    """Return the names of a clause by itself; the role comes first, whether it has a figure second."""
    return _names_of(placed.clause.text, placed.clause)


@kept
def _names_of(text: str, clause: Clause) -> list[str]:
    told = text[clause.begin :]
    figures = list(quantities(told))
    found = [
        f"role={clause.role}{'' if clause.sure else '?'}",
        "figure" if figures else "figureless",
        "subject" if clause.subject else "subjectless",
        "bare" if clause.is_bare else "full",
        f"length={min(len(told) // 3, 10)}",
    ]
    if clause.begin:
        found.append(f"join={text[: clause.begin]}")
    if clause.verb:
        found.append(f"verb={text[slice(*clause.verb)]}")
    if figures and figures[0].start == 0:
        found.append("figure-first")
    if figures and figures[-1].end == len(told):
        found.append("figure-last")
    for n in range(1, _EDGE + 1):
        found += [f"h={told[:n]}", f"t={told[-n:]}"]
    return [*found, *(f"has={word}" for word in _telling() if word in told)]


@cache
def _telling() -> tuple[str, ...]:
    return tuple(load_table("extract")["telling"])


def statement_names(
    sentence: ReadSentence, draft: Draft, words: str, before: str, ruled: tuple[str, str] | None
) -> list[Group]:
    """Return the names for status and kind of a draft.

    ``before`` is the kind of the statement before it, ``ruled`` what the rules say of its own and its status.
    """
    heads = [name for placed in draft.heads[:3] for name in own_names(placed)]
    lead = draft.heads[-1].told if draft.heads else words
    part = f"part={sentence.part}"
    shown = words[: 2 * _LONGEST]
    found = [
        *_emphasized(f"rule={'-'.join(ruled) if ruled else 'none'}"),
        *_emphasized(f"{part}|rule={ruled[0] if ruled else 'none'}"),
        part,
        f"draft={draft.role}",
        f"{part}|draft={draft.role}",
        f"kind-before={before}",
        f"{part}|kind-before={before}",
        *heads,
        *(f"{part}|{name}" for name in heads if name.startswith(("verb=", "figure"))),
        *(_emphasized("often") if tells_frequency(shown) else ()),
        *_measured(words, part),
        *(e for name in STATUSES if _said(name, words) for e in _emphasized(f"status={name}")),
    ]
    return [("", found), ("s=", _pairs(shown)), ("l=", [lead[:n] for n in (1, 2, 3, 4)])]


def word_names(told: str, known: Collection[str] = ()) -> list[Group]:
    """Return what words say of the kind: each, and how they open: with an act, or who has something.

    A name that is among the ``known`` is left out.
    """
    words = tagged(told[: 2 * _LONGEST])
    tags = [tag for _, tag in words]
    verb = next((place for place, tag in enumerate(tags) if tag[:1] == "v"), len(tags))
    found = [
        *(f"o={'-'.join(tags[:number])}" for number in (1, 2, 3)),
        f"opens={'-'.join(sorted({tag[:1] for tag in tags[:verb]}))}",
        f"verb={words[verb][0] if verb < len(words) else 'none'}",
        *_results(told),
        f"to-verb={min(sum(len(word) for word, _ in words[:verb]), 12) // 2}",
    ]
    known = frozenset(known)
    return [("", [name for name in found if name not in known]), ("w=", [word for word, _ in words])]


def _results(told: str) -> list[str]:
    """Return which words tell what came of an act, and whether they stand beside words of an act."""
    found = sorted(set(cue("results").findall(told)))
    acts = cue("own_acts").search(told) is not None
    others = cue("others").search(told) is not None
    return [
        *_emphasized(f"others={others}"),
        f"others={others}|results={bool(found)}",
        *_emphasized(f"results={bool(found)}"),
        *_emphasized(f"results={bool(found)}|acts={acts}"),
        *(f"result={word}" for word in found),
    ]


def _measured(words: str, part: str) -> list[str]:
    """Return how figures are compared, whether an indicator is named, and which words tell a deficiency."""
    comparators = sorted({figure.value.comparator for figure in quantities(words)})
    weak = sorted(set(cue("deficiency", "weak").findall(words)))
    indicator = cue("target", "noun").search(words) is not None
    return [
        *(f"{part}|compare={comparator}" for comparator in comparators),
        f"{part}|indicator={indicator}",
        *(e for comparator in comparators for e in _emphasized(f"compare={comparator}|{indicator}")),
        *_emphasized(f"{part}|weak={bool(weak)}"),
        *(f"weak={word}" for word in weak),
    ]


def _emphasized(name: str) -> list[str]:
    return [f"{EMPHASIZED}{name}"]


def _said(status: str, words: str) -> bool:
    return cue("status", status).search(words) is not None
