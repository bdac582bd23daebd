"""Web pages saved as one file: the part that holds the page."""

from __future__ import annotations

from govreport.errors import InputError

__all__ = ["html_part"]


def html_part(data: bytes, path: str) -> bytes:
    """Return the first HTML part; InputError where there is none."""
    from email import message_from_bytes

    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            found = part.get_payload(decode=True)
            if isinstance(found, bytes):
                return found
    raise InputError("damaged-file", "holds no web page", path=path, hint="save it as HTML or text")
