"""Sections inside a pasted copy: which section is their original."""

from __future__ import annotations

from collections.abc import Sequence

from govreport.model import DuplicateBlock, NormalizedText
from govreport.segment.tree import Node


def originals(
    text: NormalizedText, nodes: list[Node], duplicates: Sequence[DuplicateBlock]
) -> dict[int, int]:
    """Return, for nodes whose marker lies in a later copy, the index of the node they repeat."""
    by_start = {node.marker.start: index for index, node in enumerate(nodes)}
    found: dict[int, int] = {}
    for index, node in enumerate(nodes):
        span = text.raw(node.marker.start, node.marker.end)
        for block in duplicates:
            original = block.original_of(span)
            if original is None:
                continue
            first = by_start.get(text.normalized(original).start)
            if first is not None and first < index:
                found[index] = found.get(first, first)
                break
    return found
