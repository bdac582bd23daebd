"""What a flag says, in the language of the page: it is made in the report's own script.

A flag keeps what fills its message but not which message of its code it was; that is found by filling in
all of them again. A message that was made otherwise stays as it is.
"""

from __future__ import annotations

from functools import cache

from govreport.model import Flag
from govreport.text.lexicon import load_table
from govreport.text.messages import LANGUAGES, render

__all__ = ["message_in"]


def message_in(flag: Flag, lang: str) -> str:
    """Return the message of a flag in ``zh-Hant``, ``zh-Hans`` or ``en``."""
    for key in _messages_of(flag.code):
        if any(_filled(key, flag, one) == flag.message for one in LANGUAGES):
            return _filled(key, flag, lang) or flag.message
    return flag.message


@cache
def _messages_of(code: str) -> tuple[str, ...]:
    keys = load_table(f"messages/{LANGUAGES[0]}")
    return tuple(key for key in keys if key == code or key.startswith(f"{code}-"))


def _filled(key: str, flag: Flag, lang: str) -> str | None:
    try:
        return render(key, flag.params, lang)
    except (KeyError, ValueError, IndexError):
        return None
