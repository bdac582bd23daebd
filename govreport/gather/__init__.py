"""Which files there are, and each of them read once: listed, isolated, kept for the next run.

>>> find_inputs(["no-such-folder"])[1][0].code
'missing-file'
"""

from __future__ import annotations

from govreport.gather.cache import Cache
from govreport.gather.listing import Input, find_inputs
from govreport.gather.reading import Reading

__all__ = ["Cache", "Input", "Reading", "find_inputs"]
