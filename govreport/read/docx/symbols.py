"""Characters that Word keeps by their number in a font of symbols.

>>> symbol("2460"), symbol("F0FE"), symbol("F0A7"), symbol("xyz")
('①', '☑', '•', '')
"""

from __future__ import annotations

__all__ = ["symbol"]

# Boxes and ticks of Wingdings; the other signs of such fonts are ornaments and bullets.
_SEEN = {0x52: "☑", 0x54: "☒", 0xA8: "□", 0x6F: "□", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
_FIRST, _LAST = 0xF000, 0xF0FF


def symbol(number: str) -> str:
    """Return the character of a number in hexadecimal digits, a bullet for ornaments, "" for what is none."""
    try:
        code = int(number, 16)
    except ValueError:
        return ""
    if _FIRST <= code <= _LAST:
        return _SEEN.get(code - _FIRST, "•")
    return chr(code) if 32 <= code < 0xD800 or 0xE000 <= code < 0x110000 else ""
