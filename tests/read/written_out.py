"""Reports written out as offices hand them in: Word with automatic numbers, web pages, PDF, scanned pages.

In goes a report of the corpus (text and gold), out come files; what programs are needed is said by each.
"""

from __future__ import annotations

import html
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from govreport.corpus import CorpusItem
from govreport.model import Section

FORMATS = ("docx", "html", "office.docx", "office.pdf", "chromium.pdf", "scan.pdf")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = "零一二三四五六七八九十"
_STYLES = {"chineseCounting": _CHINESE, "decimal": "0123456789", "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩"}


def paragraphs(item: CorpusItem) -> Iterator[tuple[str, Section | None]]:
    """Yield the lines that hold something, each with the section that opens it."""
    opened = {section.marker_span.start: section for section in item.gold.sections}
    for line in item.document.lines:
        text = line.of(item.document.text)
        start = line.end - len(text.lstrip())
        if text.strip():
            yield text.strip(), opened.get(start)


def style_of(marker: str) -> tuple[str, str] | None:
    """Return style and text of a level that Word would write so, None where it would not.

    >>> style_of("（二）"), style_of("附件")
    (('chineseCounting', '（%1）'), None)
    """
    for style, signs in _STYLES.items():
        found = "".join(sign for sign in marker if sign in signs)
        if found and marker.count(found) == 1 and "零" not in found:
            return style, marker.replace(found, "%1")
    return None


def write_docx(item: CorpusItem, path: Path) -> None:
    """Write Word's own numbers instead of markers, and a head and a page number on each page."""
    import docx

    document = docx.Document()
    numbers = _Numbers(document)
    for text, section in paragraphs(item):
        written = document.add_paragraph()
        marker = section.marker if section else ""
        if section and section.number and text.startswith(marker) and numbers.fits(marker, section.number):
            numbers.give(written, marker, section.number)
            text = text.removeprefix(marker)
        written.add_run(text)
    _furnish(document, item)
    document.save(str(path))


class _Numbers:
    """Lists of a Word document: one for each style, begun anew where the numbers do not run on."""

    def __init__(self, document: Any) -> None:
        self._root = document.part.numbering_part.element
        self._root.clear()
        self._lists: dict[tuple[str, str], int] = {}
        self._next: dict[tuple[str, str], tuple[int, int]] = {}
        self._lists_made = 0

    def fits(self, marker: str, number: int) -> bool:
        """Return whether Word would write just this marker."""
        from govreport.read.number_styles import written

        style = style_of(marker)
        return style is not None and style[1].replace("%1", written(number, style[0])) == marker

    def give(self, paragraph: Any, marker: str, number: int) -> None:
        """Number a paragraph."""
        style = style_of(marker)
        assert style is not None
        wanted, list_id = self._next.get(style, (0, 0))
        if wanted != number:
            list_id = self._list(style, number)
        self._next[style] = (number + 1, list_id)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = list_id

    def _list(self, style: tuple[str, str], number: int) -> int:
        if style not in self._lists:
            self._lists[style] = len(self._lists) + 1
            self._add_abstract(self._lists[style], style)
        self._lists_made += 1
        num = _element("num", numId=self._lists_made)
        num.append(_element("abstractNumId", val=self._lists[style]))
        override = _element("lvlOverride", ilvl=0)
        override.append(_element("startOverride", val=number))
        num.append(override)
        self._root.append(num)
        return self._lists_made

    def _add_abstract(self, id: int, style: tuple[str, str]) -> None:
        abstract, level = _element("abstractNum", abstractNumId=id), _element("lvl", ilvl=0)
        parts = {"start": 1, "numFmt": style[0], "suff": "nothing", "lvlText": style[1]}
        for name, value in parts.items():
            level.append(_element(name, val=value))
        abstract.append(level)
        self._root.insert(len(self._lists) - 1, abstract)


def _element(name: str, **attributes: object) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(f"{_W}{key}", str(value))
    return made


def _furnish(document: Any, item: CorpusItem) -> None:
    """Put the unit's name at the head of each page, and the page's number at its foot."""
    section = document.sections[0]
    section.header.paragraphs[0].text = f"{item.meta.get('unit') or '县直机关'}工作材料"
    foot = section.footer.paragraphs[0]
    foot.add_run("— ")
    field = _element("fldSimple", instr="PAGE")
    foot._p.append(field)
    foot.add_run(" —")


def write_html(item: CorpusItem, path: Path) -> None:
    """Write a page as a site shows it: a menu before the report and a foot behind it."""
    lines = "\n".join(f"<p>{html.escape(text)}</p>" for text, _ in paragraphs(item))
    menu = "".join(
        f'<li><a href="/{n}">{name}</a></li>' for n, name in enumerate(("首页", "政务公开", "通知"))
    )
    style = '<style>body{font-family:"Noto Serif CJK SC";font-size:12pt} p{text-indent:2em}</style>'
    head = f'<head><meta charset="utf-8"><title>政府网站</title>{style}</head>'
    body = f"<nav><ul>{menu}</ul></nav><article>{lines}</article><footer>版权所有</footer>"
    path.write_text(f"<!DOCTYPE html><html>{head}<body>{body}</body></html>", encoding="utf-8")


def write_plain_html(item: CorpusItem, path: Path) -> None:
    """Write a page of paragraphs alone, for another program to convert."""
    lines = "\n".join(f"<p>{html.escape(text)}</p>" for text, _ in paragraphs(item))
    path.write_text(f'<html><head><meta charset="utf-8"></head><body>{lines}</body></html>', encoding="utf-8")


def convert_by_office(files: Sequence[Path], target: str, folder: Path) -> None:
    """Convert files with LibreOffice into a folder."""
    home = folder / "profile"
    options = [f"-env:UserInstallation={home.as_uri()}", "--headless", "--writer", "--convert-to", target]
    command = ["soffice", *options, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    shutil.rmtree(home, ignore_errors=True)


def print_by_chromium(page: Path, target: Path) -> None:
    """Print a page to PDF, with the date, title, address and page number that browsers add."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={target}"]
    command = ["chromium", *options, page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def scan(source: Path, target: Path, seed: int = 0) -> None:
    """Write the pages of a PDF as a clean scan: 200 dots an inch, a slight skew, grain and grey paper."""
    import numpy
    import pypdfium2
    from PIL import Image, ImageFilter

    chance = numpy.random.default_rng(seed)
    seen = []
    for page in pypdfium2.PdfDocument(source):
        drawn = page.render(scale=200 / 72).to_pil().convert("L")
        turned = drawn.rotate(chance.uniform(-1, 1), resample=Image.Resampling.BICUBIC, fillcolor=255)
        grey = numpy.asarray(turned.filter(ImageFilter.GaussianBlur(0.6))).astype(float)
        grey = grey * 0.85 + 25 + chance.normal(0, 8, grey.shape)
        seen.append(Image.fromarray(numpy.clip(grey, 0, 255).astype("uint8")))
    seen[0].save(target, save_all=True, append_images=seen[1:], resolution=200)


def write_all(items: Sequence[CorpusItem], format: str, folder: Path) -> list[Path]:
    """Write reports in one of FORMATS into a folder; return the files in the same order."""
    if format in ("docx", "html"):
        write = write_docx if format == "docx" else write_html
        return [_written(write, item, folder / f"{item.document.id}.{format}") for item in items]
    if format == "office.docx":
        pages = [_written(write_plain_html, item, folder / f"{item.document.id}.html") for item in items]
        convert_by_office(pages, "odt:writer8", folder)
        convert_by_office([page.with_suffix(".odt") for page in pages], "docx", folder)
        return [page.with_suffix(".docx") for page in pages]
    if format == "office.pdf":
        made = write_all(items, "docx", folder)
        convert_by_office(made, "pdf", folder)
        return [file.with_suffix(".pdf") for file in made]
    made = write_all(items, "html" if format == "chromium.pdf" else "office.pdf", folder)
    targets = [folder / f"{item.document.id}.{format}" for item in items]
    for source, target in zip(made, targets, strict=True):
        print_by_chromium(source, target) if format == "chromium.pdf" else scan(source, target)
    return targets


def _written(write: Callable[[CorpusItem, Path], None], item: CorpusItem, path: Path) -> Path:
    write(item, path)
    return path
