"""What the segmenter found irregular in the numbering."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.check.context import Context, Draft


def check_numbering(context: Context) -> Iterator[Draft]:
    """Each diagnostic outside later copies is a finding."""
    for diagnostic in context.outline.diagnostics:
        if diagnostic.span.length and not context.is_copy(diagnostic.span):
            yield Draft(diagnostic.code, (diagnostic.span,), diagnostic.params)
