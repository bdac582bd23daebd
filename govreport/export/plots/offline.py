"""Charts that a notebook shows without a network: as SVG, in fonts that have Chinese characters.

altair's own way loads scripts from elsewhere. ``chart.save("chart.html", inline=True)`` still gives a page
that can be moved about in.
"""

from __future__ import annotations

from functools import cache
from io import StringIO
from typing import Any

from govreport.errors import UsageError
from govreport.text.lexicon import load_table

__all__ = ["altair", "finished", "named", "values"]

_PAPER, _INK, _SOFT = "#ffffff", "#1f2328", "#656d76"


def altair() -> Any:
    """Return the library, or say what to install."""
    try:
        import altair as library
        import vl_convert  # noqa: F401
    except ImportError as error:
        hint = "install it with: pip install 'govreport[notebook]'"
        raise UsageError(
            "missing-package", f"charts need {error.name}, which is not installed", hint=hint
        ) from error
    return library


def values(rows: list[dict[str, Any]]) -> Any:
    """Return rows as the data of a chart, without altair's limit: what is drawn is counted beforehand."""
    return altair().InlineData(values=rows)


def named(key: str, lang: str) -> str:
    """Return a word on a chart."""
    return str(load_table("plots")["words"][key][lang])


def finished(chart: Any, lang: str) -> Any:
    """Return the chart with its fonts and colours, as one that shows itself offline."""
    font = load_table("plots")["fonts"][lang]
    words = {"labelColor": _INK, "titleColor": _SOFT, "titleFontWeight": "normal"}
    dressed = chart.configure(font=font, background=_PAPER, axis=words, legend=words).configure_view(
        stroke=None
    )
    # altair takes what is set on a chart for a part of its description.
    object.__setattr__(dressed, "__class__", _offline(dressed.__class__))
    return dressed


@cache
def _offline(kind: type) -> type:
    """Return the chart's class with another way to show itself."""
    return type(kind.__name__, (_Offline, kind), {"__doc__": kind.__doc__})


class _Offline:
    """Shows a chart as SVG."""

    def _repr_mimebundle_(self, *_: Any, **__: Any) -> dict[str, str]:
        written = StringIO()
        self.save(written, format="svg")  # type: ignore[attr-defined]
        return {"image/svg+xml": written.getvalue(), "text/plain": repr(type(self).__name__)}
