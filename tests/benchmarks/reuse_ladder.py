"""Where the time of the search for shared passages goes, step by step, beside a bare rolling hash.

Run it from the top of a clone: ``python tests/benchmarks/reuse_ladder.py 1000 10000 [--seed 11]``. Each step
works on what the step before has made; seconds are of the processor, nanoseconds are for each character.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import defaultdict
from collections.abc import Iterator

from reuse_at_scale import bare_hash
from reuse_plants import made

from govreport.model import Submission
from govreport.reuse import find_matches
from govreport.reuse.across import search
from govreport.reuse.across.anchors import anchors
from govreport.reuse.across.candidates import candidates
from govreport.reuse.across.links import link
from govreport.reuse.across.postings import collect
from govreport.reuse.across.prints import SAMPLING
from govreport.reuse.across.room import Room
from govreport.reuse.across.sharing import LEAST_COVERED
from govreport.reuse.across.weights import for_links, weigh
from govreport.text.common import common_shingles


def steps(submissions: list[Submission], room: Room) -> Iterator[str]:
    """Do the steps of the search one after the other; yield the name of each when it is done."""
    ordered = tuple(sorted(submissions, key=search.in_order_of_units))
    batch = search._Batch(ordered, search.MINIMUM_LENGTH, None, room)
    codes = batch.codes
    yield "keys"
    postings = collect(codes, SAMPLING)
    yield "shingles hashed, sorted and grouped"
    weights = weigh(postings, batch.units, int(batch.units.max()) + 1, common_shingles())
    seeds = link(postings, for_links(weights)[postings.group])
    yield "weights and links"
    sum(1 for _ in candidates(seeds, LEAST_COVERED, codes=codes))
    yield "candidates"
    _ = batch.shared
    yield "(steps two and three once more, in parts, with the places of set phrases)"
    found: search._Found = defaultdict(list)
    batch.verbatim(found)
    yield f"candidates again, {sum(map(len, found.values()))} passages aligned, cut and told"
    _ = anchors(codes, [one.text for one in ordered], batch.wanted, room)
    yield "anchors of reworded passages"
    batch.in_other_words(found)
    known = sum(map(len, found.values()))
    yield f"anchors again, reworded passages, {known} passages now"
    batch.set_phrases(found)
    yield f"{sum(map(len, found.values())) - known} set phrases told"


def main() -> None:
    """Print one line for each step and size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sizes", type=int, nargs="*", default=[1000])
    asked.add_argument("--seed", type=int, default=11)
    options = asked.parse_args()
    for size in options.sizes:
        submissions, _ = made(size, options.seed)
        characters = sum(len(one.text) for one in submissions)
        find_matches(submissions[:20])
        bare = bare_hash(submissions)
        print(f"{size} documents, {characters} characters; a bare rolling hash {bare:.2f} s")
        start = time.process_time()
        with Room() as room:
            for name in steps(submissions, room):
                taken = time.process_time() - start
                print(
                    f"  {taken:7.2f} s {taken / characters * 1e9:7.0f} ns {taken / bare:6.1f} hashes  {name}"
                )
                start = time.process_time()
        print(f"  peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB", flush=True)


if __name__ == "__main__":
    main()
