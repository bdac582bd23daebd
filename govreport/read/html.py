"""Saved web pages: what a reader of the page reads, without its scripts, menus and hidden parts.

>>> page = "<title>x</title><nav>首页</nav><p>一、加強<ruby>總結<rt>jié</rt></ruby></p><p>二、…</p>"
>>> read_html(page, "a.html")[0]
'一、加強總結\\n二、…\\n'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from govreport.errors import InputError
from govreport.read.html_lists import ListNumbers
from govreport.read.html_source import left_open, without_traps
from govreport.read.html_styles import hidden_by
from govreport.text.lexicon import load_table

__all__ = ["declared_encoding", "read_html"]

_LEFT_OUT = frozenset(
    (
        *("script", "style", "head", "nav", "template", "noscript", "svg", "math", "iframe", "object"),
        *("button", "select", "rt", "rp", "footer", "aside", "canvas", "audio", "video"),
    )
)
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2"),
        *("h3", "h4", "h5", "h6", "table", "tbody", "thead", "tr", "blockquote", "pre", "hr", "figure"),
        *("center", "body", "form", "textarea"),
    )
)
# Where a line end is one.
_AS_TYPED = ("pre", "textarea", "listing", "xmp")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|(?:left|top)\s*:\s*-\d{3,}"
    r"|opacity\s*:\s*0(?:\.0{1,9})?\s*(?:;|!|$)",
    re.I,
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,40})""", re.I)
_DECLARATIONS = re.compile(r"<!DOCTYPE[^\[>]{0,500}\[.{0,20000}?\]\s*>", re.I | re.S)
_REVERSED = re.compile(r"unicode-bidi\s*:\s*(?:bidi-override|isolate-override)", re.I)
# Pages that people write stay far below.
_DEEPEST = 250
# A page of an error has no more.
_SHORT = 300
_CELL = "\x1f"
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the page says it has, None where it says nothing."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii").lower() if found else None


def read_html(source: str, path: str) -> tuple[str, tuple[str, ...]]:
    """Return the text, a block a line, and warnings as stable codes; InputError where there is no page."""
    from lxml import html
    from lxml.etree import ParserError, XMLSyntaxError

    warnings: set[str] = set()
    source = without_traps(_without_entities(source, warnings))
    parser = html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(source.replace("\x00", ""), parser=parser)
    except (ParserError, XMLSyntaxError, ValueError) as error:
        reason = f"is no readable web page ({error})"
        raise InputError(
            "damaged-file", reason, path=path, hint="open it in a browser and save it as text"
        ) from None
    if left_open(source) > _DEEPEST:
        warnings.add("deep-nesting")
    text = "".join(_pieces(root, warnings))
    lines = (_BLANKS.sub(" ", line).strip(f" {_CELL}") for line in text.split("\v"))
    lines = (re.sub(f" ?{_CELL} ?", "\t", line) for line in lines)
    text = "\n".join(line for line in lines if line) + "\n"
    if len(text) < _SHORT and any(mark in text for mark in load_table("read")["error_pages"]):
        warnings.add("error-page")
    return text, tuple(sorted(warnings))


def _pieces(root: Any, warnings: set[str]) -> Iterator[str]:
    """Walk the tree without recursion; a vertical tab stands for the border of a block, _CELL for a cell."""
    stack: list[tuple[Any, bool]] = [(root, True)]
    depth = kept = 0
    numbers, sheet = ListNumbers(), hidden_by("\n".join(one.text or "" for one in root.iter("style")))
    while stack:
        element, opens = stack.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        if opens:
            _look_at(element, name, depth, warnings)
            if name in _LEFT_OUT or not name or _is_hidden(element, sheet, warnings):
                yield _lines(element.tail, kept)
                continue
            depth, kept = depth + 1, kept + (name in _AS_TYPED)
            edge = "\v" if name in _BLOCKS or name == "br" else _CELL if name in ("td", "th") else ""
            yield edge + (numbers.before(element) if name == "li" else "") + _lines(element.text, kept)
            stack.append((element, False))
            stack += [(child, True) for child in reversed(element)]
        else:
            depth, kept = depth - 1, kept - (name in _AS_TYPED)
            yield ("\v" if name in _BLOCKS else "") + _lines(element.tail, kept)


def _lines(text: str | None, kept: int) -> str:
    """Return a text, each of its lines a block where they are kept as they were typed."""
    return (text or "").replace("\n", "\v") if kept else text or ""


def _without_entities(source: str, warnings: set[str]) -> str:
    """Leave out what a page declares of its own, which no browser reads either."""
    kept = _DECLARATIONS.sub("", source, count=1)
    if kept != source:
        warnings.add("xml-dtd")
    return kept


def _look_at(element: Any, name: str, depth: int, warnings: set[str]) -> None:
    """Tell of other pages that are shown within this one, of reversed text and of tags that are too deep."""
    if name in ("frame", "iframe") and element.get("src"):
        warnings.add("external-link")
    if element.get("srcdoc"):
        warnings.add("embedded")
    if depth > _DEEPEST:
        warnings.add("deep-nesting")
    if name == "bdo" or _REVERSED.search(element.get("style") or ""):
        warnings.add("reordered-text")


def _is_hidden(element: Any, sheet: frozenset[str], warnings: set[str]) -> bool:
    style = element.get("style") or ""
    hidden = element.get("hidden") is not None or bool(_HIDDEN.search(style))
    if sheet and not hidden and "display" not in style:
        names = [*(f".{name}" for name in (element.get("class") or "").split()), f"#{element.get('id')}"]
        hidden = not sheet.isdisjoint(names)
    if hidden and "".join(element.itertext()).strip():
        warnings.add("hidden-text")
    return hidden
