"""The whole story on any text."""

from __future__ import annotations

from hypothesis import given, settings

import govreport as gr
from tests.strategies import any_texts


@settings(deadline=None)
@given(any_texts())
def test_any_string_goes_through(text: str) -> None:
    """No text raises, and every quote equals its span."""
    report = gr.analyze(gr.from_text(text))
    for section in report.sections:
        assert section.marker == section.marker_span.of(text.removeprefix("\ufeff"))
