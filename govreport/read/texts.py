"""From bytes to text, repaired where they are mixed, shifted or damaged; what was done is told.

>>> text_of("一、工作总结\\n".encode() + "二、全年开展活动\\n".encode("gb18030")).warnings
('mixed-encodings',)
"""

from __future__ import annotations

import os
import re
from collections import Counter
from typing import NamedTuple

from govreport.read.encodings import LEAST_PLAUSIBLE, best_line, decode, frequent_share, plausibility
from govreport.read.mojibake import is_destroyed, undone

__all__ = ["Text", "text_of"]

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]|[\U0010fffe\U0010ffff]")
_HZ = re.compile(rb"~\{(?:[\x21-\x7e]{2})+~\}")
_UTF7 = re.compile(rb"\+[A-Za-z0-9+/]{4,}")
# A text that only happens to look like one of them gives characters that are not frequent.
_RUNNING = 0.15
_UNUSUAL = ("utf-32", "utf-7", "hz", "cesu-8")
# A text of so many characters hardly any of which is frequent is not Chinese, or was decoded wrongly.
_LEAST_JUDGED = 30
_LEAST_CHINESE = 0.1
# Two characters again and again are no language, and no encoding makes them.
_LEAST_DISTINCT = 10
_SAMPLE = 20_000


class Text(NamedTuple):
    """A text, its encoding, how many characters were lost, and warnings as stable codes."""

    text: str
    encoding: str
    replacements: int
    warnings: tuple[str, ...] = ()


def text_of(data: bytes, path: str | os.PathLike[str] | None = None, declared: str | None = None) -> Text:
    """Decode a text and repair it.

    ``declared`` is what it says of its own encoding. Raises InputError where the bytes are no text.
    """
    found = _seven_bits(data) or Text(*decode(data, path, declared))
    if found.replacements or plausibility(found.text) < LEAST_PLAUSIBLE:
        found = _by_lines(data, found)
    meant = None if "mixed-encodings" in found.warnings else undone(found.text)
    if meant is not None:
        found = Text(*meant, warnings=("mojibake",))
    return found._replace(warnings=tuple(dict.fromkeys((*found.warnings, *_warnings(found)))))


def _seven_bits(data: bytes) -> Text | None:
    """Read the old encodings that look like ASCII."""
    if not data[:_SAMPLE].isascii() or not data.isascii():
        return None
    for pattern, encoding in ((_HZ, "hz"), (_UTF7, "utf-7")):
        if pattern.search(data):
            text = data.decode(encoding, "replace")
            if frequent_share(text[:_SAMPLE]) > _RUNNING:
                return Text(text, encoding, text.count("\ufffd"))
    return None


def _by_lines(data: bytes, found: Text) -> Text:
    """Decode line by line, where that loses less and lines have several encodings."""
    if b"\x00" in data or found.encoding.startswith("utf-16"):
        return found
    lines = [best_line(line) for line in data.split(b"\n")]
    text = "\n".join(text for text, _ in lines)
    used = Counter(encoding for line, encoding in lines if not line.isascii())
    if len(used) < 2 or plausibility(text) <= plausibility(found.text):
        return found
    names = ", ".join(name for name, _ in used.most_common())
    return Text(text, names, text.count("\ufffd"), ("mixed-encodings",))


def _warnings(found: Text) -> list[str]:
    sample = found.text[:_SAMPLE]
    foreign = "".join(character for character in sample if character.isalpha() and not character.isascii())
    met = {
        "unusual-encoding": found.encoding in _UNUSUAL,
        "mojibake": is_destroyed(found.text),
        "control-characters": _CONTROL.search(found.text) is not None,
        "not-chinese": _is_foreign(foreign),
    }
    return [code for code, is_met in met.items() if is_met]


def _is_foreign(letters: str) -> bool:
    """Tell whether hardly any of enough letters is frequent in Chinese; a pattern of few tells nothing."""
    is_judged = len(letters) >= _LEAST_JUDGED and len(set(letters)) >= _LEAST_DISTINCT
    return is_judged and plausibility(letters) < _LEAST_CHINESE
