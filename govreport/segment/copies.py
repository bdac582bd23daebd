"""Sections inside a pasted copy: which section is their original."""

from __future__ import annotations

from collections.abc import Sequence

from govreport.model import Copies, DuplicateBlock, NormalizedText
from govreport.segment.tree import Node


def originals(
    text: NormalizedText, nodes: list[Node], duplicates: Sequence[DuplicateBlock]
) -> dict[int, int]:
    """Return, for nodes whose marker lies in a later copy, the index of the node they repeat."""
    by_start = {node.marker.start: index for index, node in enumerate(nodes)}
    copies = Copies(duplicates)
    found: dict[int, int] = {}
    for index, node in enumerate(nodes):
        span = text.raw(node.marker.start, node.marker.end)
        original = copies.original_of(span)
        first = None if original is None else by_start.get(text.normalized(original).start)
        if first is not None and first < index:
            found[index] = found.get(first, first)
    return found
