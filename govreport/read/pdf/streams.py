"""Streams of a PDF that would fill the memory once they are unpacked: found without unpacking them whole.

>>> import zlib
>>> def file(size): return b"<<>>stream\\n" + zlib.compress(b" " * size) + b"\\nendstream"
>>> holds_bomb(file(1 << 20)), holds_bomb(file(1 << 20), most=1 << 19)
(False, True)
"""

from __future__ import annotations

import re
import zlib

__all__ = ["holds_bomb"]

# A page of A4 in colour at 600 dots an inch has 104 MB.
_MOST = 150 << 20
# Nothing that zlib packs becomes smaller than this.
_SMALLEST_SHARE = 1032
_CHUNK = 1 << 20
_STREAM = re.compile(rb"(?<!end)stream\r?\n")


def holds_bomb(data: bytes, most: int = _MOST) -> bool:
    """Return whether a stream of the file unpacks to more than ``most`` bytes."""
    for match in _STREAM.finditer(data):
        end = data.find(b"endstream", match.end())
        end = len(data) if end < 0 else end
        if (end - match.end()) * _SMALLEST_SHARE >= most and _unpacks_to_more(data[match.end() : end], most):
            return True
    return False


def _unpacks_to_more(packed: bytes, most: int) -> bool:
    """Return whether packed bytes give more than that; what is not packed by zlib gives none."""
    unpacker, size = zlib.decompressobj(), 0
    try:
        while size <= most and (packed or not unpacker.eof):
            found = unpacker.decompress(packed, _CHUNK)
            packed, size = unpacker.unconsumed_tail, size + len(found)
            if not found:
                break
    except zlib.error:
        return False
    return size > most
