"""What every page stands in: one style sheet, scripts of our own, and a policy that lets nothing else run.

In go a template and its values, out comes a page that stands alone. The policy names the style sheet and the
script by their hashes, so that nothing that was submitted could run or fetch anything.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from govreport.export.displayed import displayable
from govreport.export.labels import label
from govreport.text.lexicon import read_data

if TYPE_CHECKING:
    import jinja2

__all__ = ["environment", "page", "style_sheet"]

# As many rows as table.js shows at once: the others stand in a second body, shown where no script runs.
_FIRST_ROWS = 200
# What turns the direction of writing: in a name it would show another name.
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LANGUAGE = {"Hant": "zh-Hant", "Hans": "zh-Hans"}


def page(template: str, lang: str, scripts: Sequence[str] = (), **values: Any) -> str:
    """Return a whole page; ``scripts`` are names of files in ``data/templates``."""
    from markupsafe import Markup

    script = "\n".join(_script(name) for name in scripts)
    html = (
        environment()
        .get_template(template)
        .render(
            lang=lang,
            policy=_policy(style_sheet(), script),
            css=Markup(style_sheet()),
            script=Markup(script),
            **words(lang),
            **values,
        )
    )
    return displayable(html)


@cache
def _script(name: str) -> str:
    """Return a script without indentation and without lines that are comments."""
    lines = (line.strip() for line in read_data(f"templates/{name}.js").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def words(lang: str) -> dict[str, Any]:
    """Return what templates look words up with."""
    return {
        "word": lambda key: label("word", key, lang),
        "say": lambda key, **parts: label("page", key, lang).format(**parts),
        "label": lambda group, key: label(group, key, lang),
    }


def text_language(script: str | None) -> str:
    """Return the language that a text of that script is marked with, so that its fonts fit."""
    return _LANGUAGE.get(script or "", "zh")


@cache
def style_sheet() -> str:
    """Return the style sheet without comments and indentation.

    >>> "/*" in style_sheet(), ".govreport" in style_sheet()
    (False, True)
    """
    css = re.sub(r"/\*.*?\*/", "", read_data("templates/report.css"), flags=re.S)
    return re.sub(r"\n\s*", "\n", css).strip()


@cache
def environment() -> jinja2.Environment:
    """Return the templates, with escaping switched on."""
    import jinja2

    loader = jinja2.FunctionLoader(lambda name: read_data(f"templates/{name}"))
    found = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    found.filters["share"] = lambda value: f"{value:.1%}"
    found.filters["count"] = lambda value: f"{value:,}"
    found.filters["clean"] = lambda value: _TURNING.sub("\ufffd", displayable(str(value)))
    found.globals["first_rows"] = _FIRST_ROWS
    found.globals["text_language"] = partial(text_language)
    return found


def _policy(css: str, script: str) -> str:
    allowed = f"script-src {_hash(script)}; " if script else ""
    return f"default-src 'none'; {allowed}style-src {_hash(css)}; base-uri 'none'; form-action 'none'"


@cache
def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
