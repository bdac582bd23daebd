"""Word packages for tests, written by hand: what is tested is what Word itself writes."""

from __future__ import annotations

import zipfile
from pathlib import Path

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def numbered(text: str, level: int = 0, list_id: int = 1) -> str:
    """A paragraph that Word numbers."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(place: int, style: str, text: str) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def write_docx(path: Path, body: str, numbering: str = "", **others: str) -> Path:
    """Write a package whose body and parts (numbering, styles, footnotes, endnotes) are the given XML."""
    given = {name: xml for name, xml in {"numbering": numbering, **others}.items() if xml}
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(given)
    )
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    main = f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", relations.format(main))
        archive.writestr("word/_rels/document.xml.rels", relations.format(links))
        archive.writestr("word/document.xml", f"<w:document {_NS}><w:body>{body}</w:body></w:document>")
        for name, xml in given.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {_NS}>{xml}</w:{name}>")
    return path


_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def write_odt(path: Path, body: str) -> Path:
    """Write an OpenDocument text; its list style L counts 一、 二、."""
    names = {name: f"{_ODF}:{name}:1.0" for name in ("office", "text", "style", "drawing")}
    spaces = "".join(f' xmlns:{"draw" if name == "drawing" else name}="{url}"' for name, url in names.items())
    spaces += f' xmlns:svg="{_ODF}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    numbers = 'style:num-format="一, 二, 三, ..." style:num-suffix="、"'
    style = (
        '<text:list-style style:name="L">'
        f'<text:list-level-style-number text:level="1" {numbers}/></text:list-style>'
    )
    content = (
        f'<office:document-content{spaces} office:version="1.2"><office:automatic-styles>{style}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    entries = entry.format("/", kind) + entry.format("content.xml", "text/xml")
    space = f'xmlns:manifest="{_ODF}:manifest:1.0"'
    manifest = f"<manifest:manifest {space}>{entries}</manifest:manifest>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path
