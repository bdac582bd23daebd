"""Shared passages at scale: made-up submissions with planted copies: recall, precision, time and memory.

Run it from the top of a clone: ``python tests/benchmarks/reuse_at_scale.py 1000 10000 [--seed 11]``;
thresholds were chosen with other seeds. With ``--field 200`` the table of common shingles has counted the set
phrases and standard blocks of so many other submitters of the field, as the shipped one has those of public
reports: a small batch alone can't tell them from a copy. A plant is found where half of both sides is
covered; a pair is right where a plant explains it, and a group where one of its pairs is; character precision
is the share of what is called copied that lies in plants of the pair.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations

import numpy as np
from reuse_plants import KINDS, Innocent, Plant, field_table, made

from govreport.model import Match, Place, Span, Submission
from govreport.normalize import normalize
from govreport.read import from_text
from govreport.reuse import find_duplicates, find_groups, find_matches
from govreport.text.common import CommonShingles, common_shingles
from govreport.text.keys import comparison_key
from govreport.text.shingles import shingle_hashes

Found = dict[frozenset[str], list[tuple[Place, Place]]]


def by_pair(matches: Iterable[Match]) -> Found:
    """Put what is called copied together by the two submissions."""
    found: defaultdict[frozenset[str], list[tuple[Place, Place]]] = defaultdict(list)
    for match in matches:
        if match.label == "copied":
            found[frozenset(match.documents)].append((match.left, match.right))
    return dict(found)


def kinships(plants: Iterable[Plant]) -> dict[str, set[str]]:
    """Return which submissions hold one text: all that took it from one source, and that source."""
    kin: defaultdict[str, set[str]] = defaultdict(set)
    for plant in plants:
        kin[plant.source] |= {plant.source, plant.copy}
    return kin


def explained(plants: Sequence[Plant]) -> set[frozenset[str]]:
    """Return the pairs that a plant explains, those of two copies of one text included."""
    pairs = {frozenset((plant.source, plant.copy)) for plant in plants}
    for members in kinships(plant for plant in plants if plant.kind == "cluster").values():
        pairs |= {frozenset((one, other)) for one in members for other in members}
    # Who copied a whole report has what that report took over, and what was taken from it.
    whole = {plant.copy: plant.source for plant in plants if plant.kind == "e"}
    back: defaultdict[str, set[str]] = defaultdict(set)
    for copy, source in whole.items():
        back[source].add(copy)
    for pair in list(pairs):
        for one in pair:
            others = pair - {one}
            pairs |= {frozenset({copy} | others) for copy in back.get(one, ())}
            pairs |= {
                frozenset({copy, other})
                for copy in back.get(one, ())
                for o in others
                for other in back.get(o, ())
            }
    return pairs


def is_found(plant: Plant, places: Iterable[tuple[Place, Place]]) -> bool:
    """Whether half of both sides is covered."""
    covered = {plant.source: 0, plant.copy: 0}
    for place in (place for pair in places for place in pair):
        span = plant.left if place.document_id == plant.source else plant.right
        covered[place.document_id] += span.overlap(place.span)
    return covered[plant.source] * 2 >= plant.left.length and covered[plant.copy] * 2 >= plant.right.length


def recalls(plants: Sequence[Plant], found: Found) -> dict[str, float]:
    """Return the recall of each kind; a member of a cluster is found with whichever other member."""
    hits: defaultdict[str, list[bool]] = defaultdict(list)
    for plant in plants:
        places = found.get(frozenset((plant.source, plant.copy)), [])
        is_hit = is_linked(plant, found) if plant.kind == "cluster" else is_found(plant, places)
        hits[plant.kind].append(is_hit)
    return {kind: sum(own) / len(own) for kind, own in hits.items()}


def is_linked(plant: Plant, found: Found) -> bool:
    """Whether the passage of the copy is found with any other submission."""
    return any(
        place.document_id == plant.copy and 2 * place.span.overlap(plant.right) >= plant.right.length
        for pair, places in found.items()
        if plant.copy in pair
        for both in places
        for place in both
    )


def pasted(submissions: Sequence[Submission], plants: Sequence[Plant]) -> float:
    """Return the recall of blocks that are pasted twice inside one submission."""
    texts = {one.id: one.text for one in submissions}
    own = [plant for plant in plants if plant.kind == "d"]
    hits = 0
    for plant in own:
        blocks = find_duplicates(normalize(from_text(texts[plant.source])))
        spans = [span for block in blocks for span in block.spans]
        sides = sorted((plant.left, plant.right))
        hits += all(2 * max(map(side.overlap, spans), default=0) >= side.length for side in sides)
    return hits / max(len(own), 1)


def precision(plants: Sequence[Plant], found: Found) -> tuple[float, float]:
    """Return the share of pairs that a plant explains, and that of characters in plants of their pair."""
    right = explained(plants)
    sides: defaultdict[str, list[Span]] = defaultdict(list)
    for plant in plants:
        sides[plant.source].append(plant.left)
        sides[plant.copy].append(plant.right)
    told = inside = 0
    for pair, places in found.items():
        for place in (place for both in places for place in both):
            told += place.span.length
            if pair in right:
                inside += min(place.span.length, sum(s.overlap(place.span) for s in sides[place.document_id]))
    return len(right & found.keys()) / max(len(found), 1), inside / max(told, 1)


def group_precision(plants: Sequence[Plant], matches: Iterable[Match]) -> float:
    """Return the share of the groups, of which an auditor reads each once, that a plant explains."""
    right = explained(plants)
    groups = [group.documents for group in find_groups(matches, {})]
    return sum(any(frozenset(pair) in right for pair in combinations(ids, 2)) for ids in groups) / max(
        len(groups), 1
    )


def bare_hash(submissions: Sequence[Submission]) -> float:
    """Return the seconds of a rolling hash over the same characters and nothing else."""
    start = time.process_time()
    for one in submissions:
        shingle_hashes(np.frombuffer(one.text.encode("utf-32-le"), dtype="<u4"), 8)
    return time.process_time() - start


@contextmanager
def counted_with(table: CommonShingles) -> Iterator[None]:
    """Let the search use a table of common shingles other than the shipped one."""
    users = [
        module for module in sys.modules.values() if getattr(module, "common_shingles", 0) is common_shingles
    ]
    for module in users:
        module.common_shingles = lambda: table  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for module in users:
            module.common_shingles = common_shingles  # type: ignore[attr-defined]


def main() -> None:
    """Print one line for each size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sizes", type=int, nargs="*", default=[1000])
    asked.add_argument("--seed", type=int, default=11)
    asked.add_argument("--field", type=int, default=0, help="how many other submitters the table has counted")
    options = asked.parse_args()
    print("documents characters seconds of-a-hash  pairs groups characters-precision  MB  recall")
    for size in options.sizes:
        innocents: list[Innocent] = []
        submissions, plants = made(size, options.seed, innocents)
        table = field_table(innocents, options.field, options.seed)
        bare = bare_hash(submissions)
        comparison_key("预热")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.process_time()
        with counted_with(table):
            matches = find_matches(submissions)
        taken = time.process_time() - start
        found = by_pair(matches)
        more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10
        recall = {**recalls(plants, found), "d": pasted(submissions, plants)}
        pairs, inside = precision(plants, found)
        characters = sum(len(one.text) for one in submissions)
        groups = group_precision(plants, matches)
        line = f"{size} {characters} {taken:.1f} {taken / bare:.1f}  {pairs:.3f} {groups:.3f} {inside:.3f}"
        line += f"  {more}"
        print(line, " ".join(f"{kind} {recall[kind]:.3f}" for kind in KINDS if kind in recall), flush=True)


if __name__ == "__main__":
    main()
