"""What may be shown of a text: on a page, in a terminal, in a cell."""

from __future__ import annotations

import re
from unicodedata import category

__all__ = ["displayable", "seen"]

# Formats (zero width, directions), controls, private and unassigned characters, white space, marks alone.
_UNSEEN = ("Cf", "Cc", "Co", "Cn", "Zs", "Zl", "Zp", "Mn", "Me")
# Controls besides tab and line ends, and halves of characters.
_NOT_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def seen(quote: str) -> str:
    """Return a quote as it is; one in which nothing can be seen as the code points it is made of.

    >>> seen("\\u200b\\u200b"), seen("a\\u200b")
    ('U+200B U+200B', 'a\\u200b')
    """
    hidden = quote and all(category(character) in _UNSEEN for character in quote) and not quote.isspace()
    return " ".join(f"U+{ord(character):04X}" for character in quote) if hidden else quote


def displayable(text: str) -> str:
    """Return the text with what no page or terminal may be sent (controls, half characters) replaced."""
    return _NOT_SHOWN.sub("\ufffd", text)
