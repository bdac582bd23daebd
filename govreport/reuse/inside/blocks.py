"""From chains to the blocks that users see: raw spans, kinds, and all copies of one original together."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.model import DuplicateBlock, NormalizedText, Run, Span, trimmed
from govreport.reuse.inside.chains import Chain
from govreport.reuse.inside.condensed import Condensed
from govreport.reuse.inside.kinds import kind_of
from govreport.reuse.inside.seeds import Seed

# From what leaves most of a text as it is to what leaves least.
_KINDS = ("exact", "figures-changed", "names-changed", "near")
# Below this two passages share set phrases, and not a text.
_LEAST_SIMILAR = 0.8
# And what is wider than this was put in between, or said otherwise.
_WIDE = 8


def draw_blocks(
    text: NormalizedText, condensed: Condensed, chains: list[Chain], minimum_length: int
) -> tuple[DuplicateBlock, ...]:
    """Return the blocks in reading order of their originals."""
    pairs = [piece for chain in chains for piece in _periods(chain, minimum_length)]
    drawn = [block for pair in pairs for block in _drawn(text, condensed, pair, minimum_length)]
    blocks = _grouped(drawn)
    return tuple(sorted(blocks, key=lambda block: block.spans))


def _periods(chain: Chain, minimum_length: int) -> list[Chain]:
    """Cut a chain that runs into its own copy (the same sentence again and again) into equal periods."""
    start, end = chain.left[0], chain.right[1]
    period = chain.right[0] - chain.left[0]
    if chain.left[1] <= chain.right[0]:
        return [chain]
    step = period * max(1, -(-minimum_length // period))
    if end - start < 2 * step:
        return []
    return [Chain([Seed(at, at + step, step)]) for at in range(start, end - 2 * step + 1, step)]


def _drawn(
    text: NormalizedText, condensed: Condensed, chain: Chain, minimum_length: int
) -> Iterator[DuplicateBlock]:
    """Yield the block of a chain; where too much differs between its seeds, those of its equal parts."""
    found = [(chain, *kind_of(condensed, chain))]
    if found[0][2] < _LEAST_SIMILAR:
        every = [(part, *kind_of(condensed, part)) for part in _parts(chain)]
        # A plan says what was done with other figures, in the middle of what it says otherwise.
        found = [one for one in every if one[1] == "exact"]
    for part, kind, similarity in found:
        block = _pair(text, condensed, part, minimum_length, kind, similarity)
        if block is not None:
            yield block


def _parts(chain: Chain) -> Iterator[Chain]:
    """Yield the parts of a chain between which more stands than a figure or a name."""
    seeds = chain.seeds[:1]
    for seed in chain.seeds[1:]:
        last = seeds[-1]
        gaps = seed.left - last.left - last.length, seed.right - last.right - last.length
        if max(gaps) > _WIDE:
            yield Chain(seeds)
            seeds = []
        seeds.append(seed)
    yield Chain(seeds)


def _pair(
    text: NormalizedText,
    condensed: Condensed,
    chain: Chain,
    minimum_length: int,
    kind: str,
    similarity: float,
) -> DuplicateBlock | None:
    left, right = _view_range(condensed, chain.left), _view_range(condensed, chain.right)
    left, right = _with_marks(text.text, left, right)
    spans = tuple(_raw(text, *part) for part in (left, right))
    if spans[0].length < minimum_length or spans[0].end > spans[1].start or similarity < _LEAST_SIMILAR:
        return None
    return DuplicateBlock(spans, spans[0].length, kind, similarity, (_runs(text, condensed, chain, spans),))


def _view_range(condensed: Condensed, part: tuple[int, int]) -> tuple[int, int]:
    return condensed.positions[part[0]], condensed.positions[part[1] - 1] + 1


def _with_marks(
    text: str, left: tuple[int, int], right: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Take in the punctuation at both ends that is the same on both sides, the closing 。 above all."""
    (a, b), (c, d) = left, right
    while b < c and d < len(text) and text[b] == text[d] and not text[b].isspace() and not text[b].isalnum():
        b, d = b + 1, d + 1
    while a > 0 and c > b and text[a - 1] == text[c - 1] and text[a - 1] in "(“‘《〈【〔[":
        a, c = a - 1, c - 1
    return (a, b), (c, d)


def _raw(text: NormalizedText, start: int, end: int) -> Span:
    span = text.raw(start, end)
    return trimmed(text.document.text, span.start, span.end)


def _runs(
    text: NormalizedText, condensed: Condensed, chain: Chain, spans: tuple[Span, ...]
) -> tuple[Run, ...]:
    """Align the equal stretches; the ends of the whole are those of the block."""
    runs = [
        Run(_raw(text, *_view_range(condensed, (seed.left, seed.left + seed.length))),
            _raw(text, *_view_range(condensed, (seed.right, seed.right + seed.length))))
        for seed in chain.seeds
    ]  # fmt: skip
    first, last = runs[0], runs[-1]
    runs[0] = Run(Span(spans[0].start, first.left.end), Span(spans[1].start, first.right.end))
    last = runs[-1]
    runs[-1] = Run(Span(last.left.start, spans[0].end), Span(last.right.start, spans[1].end))
    return tuple(runs)


def _grouped(pairs: list[DuplicateBlock]) -> list[DuplicateBlock]:
    """Join pairs of which one's copy is the other's original: three pastes are one block."""
    by_end: dict[Span, DuplicateBlock] = {}
    blocks: list[DuplicateBlock] = []
    for pair in sorted(pairs, key=lambda block: block.spans[1]):
        home = by_end.pop(pair.spans[0], None)
        if home is None:
            home = pair
            blocks.append(pair)
        else:
            joined = _joined(home, pair)
            blocks[blocks.index(home)] = joined
            home = joined
        by_end[pair.spans[-1]] = home
    return blocks


def _joined(block: DuplicateBlock, pair: DuplicateBlock) -> DuplicateBlock:
    runs = _through(block.runs[-1], pair.runs[0]) if len(block.spans) > 1 else pair.runs[0]
    kind = max(block.kind, pair.kind, key=_KINDS.index)
    similarity = min(block.similarity, pair.similarity)
    return DuplicateBlock((*block.spans, pair.spans[1]), block.length, kind, similarity, (*block.runs, runs))


def _through(first: tuple[Run, ...], second: tuple[Run, ...]) -> tuple[Run, ...]:
    """Align the original with the third text by way of the second; whole spans where cuts differ."""
    if len(first) == len(second) == 1 or [run.right for run in first] == [run.left for run in second]:
        return tuple(Run(a.left, b.right) for a, b in zip(first, second, strict=True))
    left = Span(first[0].left.start, first[-1].left.end)
    return (Run(left, Span(second[0].right.start, second[-1].right.end)),)
