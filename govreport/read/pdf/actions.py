"""What a PDF would do or carry besides its text: told of, never run and never opened.

>>> sorted(active_content(b"<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"))
['active-content']
"""

from __future__ import annotations

import re

__all__ = ["active_content"]

_ACTIONS = re.compile(rb"/(?:JavaScript|JS|Launch|ImportData|SubmitForm)(?![A-Za-z])")
_EMBEDDED = re.compile(rb"/EmbeddedFiles?(?![A-Za-z])")


def active_content(data: bytes, scripts: int = 0, attachments: int = 0) -> set[str]:
    """Return warnings by what stands in the file, and by the scripts and attachments that were counted."""
    found = set()
    if scripts > 0 or _ACTIONS.search(data):
        found.add("active-content")
    if attachments > 0 or _EMBEDDED.search(data):
        found.add("embedded")
    return found
