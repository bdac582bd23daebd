"""The search for shared passages beside rensa, datasketch and text-dedup: same files, same process.

Run it from the top of a clone where these are installed (``pip install rensa datasketch text-dedup``; none of
them is needed by govreport): ``python tests/benchmarks/reuse_against_others.py 1000 10000 [--seed 11]``.
The first two compare paragraphs by sets of five characters, from a similarity of 0.5 on; text-dedup compares
whole documents, from 0.3 on, and is given characters, as its words are those between blanks. They are asked
for what they can do: which paragraphs or documents are alike; spans are those of the paragraphs. Recall
stands beside time; seconds are of the processor.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec

import numpy as np
from reuse_at_scale import Found, bare_hash, by_pair, precision, recalls
from reuse_plants import KINDS, made

from govreport.model import Place, Span, Submission
from govreport.reuse import find_matches

PERMUTATIONS = 128
ALIKE = 0.5
DOCUMENTS_ALIKE = 0.3
SHINGLE = 5
SHORTEST = 30
# A standard block has thousands of like ones: with no more than so many is each compared.
MOST = 8
# Beyond so many documents only what is fast enough is asked.
MANY = 2000


def paragraphs(submissions: Sequence[Submission]) -> Iterator[tuple[Place, set[str]]]:
    """Yield each paragraph with its sets of five characters."""
    for one in submissions:
        start = 0
        for line in one.text.split("\n"):
            if len(line) >= SHORTEST:
                shingles = {line[i : i + SHINGLE] for i in range(len(line) - SHINGLE + 1)}
                yield Place(one.id, Span(start, start + len(line))), shingles
            start += len(line) + 1


def add(found: Found, one: Place, other: Place) -> None:
    """Add a pair of places of two documents."""
    if one.document_id != other.document_id:
        found.setdefault(frozenset((one.document_id, other.document_id)), []).append((one, other))


def rensa(submissions: Sequence[Submission]) -> Found:
    """Ask rensa."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(ALIKE, PERMUTATIONS, 32)
    known: list[tuple[Place, object]] = []
    found: Found = {}
    for place, shingles in paragraphs(submissions):
        sketch = RMinHash(PERMUTATIONS, 42)
        sketch.update(list(shingles))
        for number in list(index.query(sketch))[-MOST:]:
            if sketch.jaccard(known[number][1]) >= ALIKE:
                add(found, known[number][0], place)
        index.insert(len(known), sketch)
        known.append((place, sketch))
    return found


def datasketch(submissions: Sequence[Submission]) -> Found:
    """Ask datasketch."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    known: list[tuple[Place, MinHash]] = []
    found: Found = {}
    for place, shingles in paragraphs(submissions):
        sketch = MinHash(PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in shingles])
        for number in list(index.query(sketch))[-MOST:]:
            if sketch.jaccard(known[number][1]) >= ALIKE:
                add(found, known[number][0], place)
        index.insert(len(known), sketch)
        known.append((place, sketch))
    return found


def text_dedup(submissions: Sequence[Submission]) -> Found:
    """Ask text-dedup for the signatures of documents; those with one in common are alike."""
    from text_dedup.minhash import embed_func
    from text_dedup.utils.analysis import optimal_param
    from text_dedup.utils.hashfunc import xxh3_32hash

    bands, rows = optimal_param(DOCUMENTS_ALIKE, PERMUTATIONS)
    prime, random = np.uint32((1 << 32) - 5), np.random.RandomState(42)
    options = {
        "num_perm": PERMUTATIONS,
        "ngram_size": SHINGLE,
        "min_length": SHINGLE,
        "hashranges": [(i * rows, (i + 1) * rows) for i in range(bands)],
        "permutations": (
            random.randint(1, prime, size=PERMUTATIONS, dtype=np.uint32),
            random.randint(0, prime, size=PERMUTATIONS, dtype=np.uint32),
        ),
        "hash_func": xxh3_32hash,
        "dtype": np.uint32,
        "max_hash": np.uint32((1 << 32) - 1),
        "modulo_prime": prime,
    }
    found: Found = {}
    tables: list[defaultdict[bytes, list[Place]]] = [defaultdict(list) for _ in range(bands)]
    for number, one in enumerate(submissions):
        whole = Place(one.id, Span(0, len(one.text)))
        signatures = embed_func(" ".join(one.text), number, **options)["__signatures__"]
        for table, signature in zip(tables, signatures, strict=True):
            for other in table[signature][-MOST:]:
                add(found, other, whole)
            table[signature].append(whole)
    return found


def govreport(submissions: Sequence[Submission]) -> Found:
    """Ask govreport."""
    return by_pair(find_matches(submissions))


TOOLS: dict[str, Callable[[Sequence[Submission]], Found]] = {
    "govreport": govreport,
    "rensa": rensa,
    "datasketch": datasketch,
    "text-dedup": text_dedup,
}


def main() -> None:
    """Print one line for each tool and size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sizes", type=int, nargs="*", default=[1000])
    asked.add_argument("--seed", type=int, default=11)
    options = asked.parse_args()
    for size in options.sizes:
        submissions, plants = made(size, options.seed)
        govreport(submissions[:20])
        print(f"{size} documents, a bare rolling hash {bare_hash(submissions):.2f} s")
        for name, ask in TOOLS.items():
            if size > MANY and name in ("datasketch", "text-dedup"):
                continue
            if name != "govreport" and find_spec(name.replace("-", "_")) is None:
                print(f"  {name:11} is not installed", flush=True)
                continue
            start = time.process_time()
            found = ask(submissions)
            taken = time.process_time() - start
            recall, (pairs, inside) = recalls(plants, found), precision(plants, found)
            figures = " ".join(f"{kind} {recall[kind]:.2f}" for kind in KINDS if kind != "d")
            print(
                f"  {name:11} {taken:7.1f} s  pairs {pairs:.3f} characters {inside:.3f}  {figures}",
                flush=True,
            )


if __name__ == "__main__":
    main()
