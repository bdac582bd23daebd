"""What the segmenter found irregular in the numbering."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.check.context import Context, Draft


def check_numbering(context: Context) -> Iterator[Draft]:
    """Each diagnostic is a finding: inside a pasted block only its beginning has one."""
    for diagnostic in context.outline.diagnostics:
        if diagnostic.span.length:
            yield Draft(diagnostic.code, (diagnostic.span,), diagnostic.params)
