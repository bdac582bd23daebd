"""The block that the seed report holds twice."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport as gr
from tests.seed.test_segment_on_seed import VARIANTS


def test_the_one_block_exactly(seed_path: Path) -> None:
    """Lines 1 to 8 are pasted again as lines 9 to 16; nothing else is reported."""
    (block,) = gr.analyze(seed_path).duplicates
    assert block.spans == ((101, 1186), (1187, 2272))
    assert (block.kind, block.similarity, block.length) == ("exact", 1.0, 1085)


def test_sections_of_the_copy_are_marked(seed_path: Path) -> None:
    """Each section of the copy names its original and stands in the same part."""
    sections = gr.analyze(seed_path).sections
    copies = [section for section in sections if section.duplicate_of is not None]
    assert len(copies) == 12
    assert all(sections[c.duplicate_of].part == c.part for c in copies if c.duplicate_of is not None)


@pytest.mark.parametrize("name", VARIANTS)
def test_variants_give_the_same_block(seed_path: Path, name: str) -> None:
    """Script, width and line ends do not move its borders."""
    text = VARIANTS[name](gr.read(seed_path).text)
    (block,) = gr.analyze(gr.from_text(text)).duplicates
    original, copy = (span.of(text) for span in block.spans)
    assert original == copy
    assert original[:2] == "一、"
    assert block.kind == "exact"
