"""Which suffixes the files of a format have, so that a name that says something else is told.

>>> is_named_otherwise("docx", "a.txt"), is_named_otherwise("html", "b.HTM"), is_named_otherwise("txt", "c")
(True, False, True)
"""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["is_named_otherwise"]

_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp")
# Word opens and writes all of these under .doc, so that the name is no lie.
_WORD = (".doc", ".dot", ".wps")
_OF = {
    "txt": (".txt", ".text", ".md"),
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "pdf": (".pdf",),
    "html": (".html", ".htm", ".xhtml", ".shtml", *_WORD),
    "mhtml": (".mht", ".mhtml", *_WORD),
    "doc": _WORD,
    "rtf": (".rtf", *_WORD),
    "odt": (".odt", ".ott"),
    "ppt": (".ppt", ".pps"),
    "pptx": (".pptx", ".pptm", ".ppsx"),
    "odp": (".odp",),
    "picture": _PICTURES,
}


def is_named_otherwise(format: str, path: str | os.PathLike[str]) -> bool:
    """Return whether the name of a file says another format than it has, or none."""
    return Path(path).suffix.lower() not in _OF[format]
