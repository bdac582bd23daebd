"""A Word package: a zip archive of XML parts, read without trusting what it says of itself."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from typing import Any

from govreport.errors import InputError

__all__ = ["Package", "attribute", "local"]

# Inflated bytes of a part and elements in it; a report of a thousand pages stays far below.
_LARGEST_PART = 96 * 1024 * 1024
_MOST_ELEMENTS = 1_000_000
_LARGEST_RATIO = 200
_RATIO_FROM = 10 * 1024 * 1024
_CHUNK = 1 << 20
_FLAG_ENCRYPTED = 0x1
# What zipfile raises where the places and sizes that an archive tells are wrong.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError),
    *(ValueError, OverflowError, RuntimeError, OSError, struct.error),
)


def local(element: Any) -> str:
    """Return the name of an element without its namespace, so that strict packages read as all others."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str = "val") -> str:
    """Return the attribute of that local name, "" where there is none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


class Package:
    """The parts of a package; ``main`` is the tree of the document."""

    def __init__(self, archive: zipfile.ZipFile, path: str) -> None:
        self._archive = archive
        self._path = path
        self.warnings: set[str] = set()
        self._main_name = self._find_main()
        self.main = self._tree(self._main_name)
        if self._names_like("vbaProject"):
            self.warnings.add("macros")
        if self._names_like("/embeddings/"):
            self.warnings.add("embedded")

    @classmethod
    def open(cls, data: bytes, path: str) -> Package:
        """Open the bytes of a package; InputError names what is wrong with it."""
        try:
            return cls(zipfile.ZipFile(io.BytesIO(data)), path)
        except _BROKEN as error:
            raise _damaged(path, f"its archive is broken ({error})") from error

    def related(self, kind: str) -> Any:
        """Return the tree of the part that the document names for ``kind``, None where there is none."""
        for target, relation in self._relations(self._main_name):
            if relation.endswith(f"/{kind}"):
                name = posixpath.normpath(posixpath.join(posixpath.dirname(self._main_name), target))
                if name in self._archive.NameToInfo:
                    return self._tree(name)
        return None

    def part(self, id: str) -> Any:
        """Return the tree of the part that the document names by an id, None where there is none."""
        folder, base = posixpath.split(self._main_name)
        links = posixpath.join(folder, "_rels", f"{base}.rels")
        found = self._tree(links) if links in self._archive.NameToInfo else ()
        targets = [
            one.get("Target", "") for one in found if one.get("Id") == id and not one.get("TargetMode")
        ]
        names = [posixpath.normpath(posixpath.join(folder, target)) for target in targets]
        return next((self._tree(name) for name in names if name in self._archive.NameToInfo), None)

    def pictures(self) -> list[bytes]:
        """Return the pictures that the document shows, in its order, each once."""
        folder = posixpath.dirname(self._main_name)
        kinds = self._pictures_by_id()
        shown = (value for element in self.main.iter() for value in element.attrib.values() if value in kinds)
        names = (posixpath.normpath(posixpath.join(folder, kinds[id])) for id in dict.fromkeys(shown))
        return [self._inflated(name) for name in names if name in self._archive.NameToInfo]

    def _pictures_by_id(self) -> dict[str, str]:
        folder, base = posixpath.split(self._main_name)
        part = posixpath.join(folder, "_rels", f"{base}.rels")
        if part not in self._archive.NameToInfo:
            return {}
        links = [link for link in self._tree(part) if link.get("Type", "").endswith("/image")]
        return {
            link.get("Id", ""): link.get("Target", "") for link in links if link.get("TargetMode") is None
        }

    def _find_main(self) -> str:
        names = self._archive.namelist()
        if any(info.flag_bits & _FLAG_ENCRYPTED for info in self._archive.infolist()):
            raise InputError(
                "encrypted-file", "is password-protected", path=self._path, hint="remove the password"
            )
        if len(names) != len(set(names)):
            self.warnings.add("duplicate-parts")
        if any(name.startswith(("/", "\\")) or ".." in name.split("/") for name in names):
            self.warnings.add("odd-part-names")
        if "[Content_Types].xml" not in names:
            raise _damaged(self._path, "it has no list of its parts ([Content_Types].xml)")
        for target, relation in self._relations(""):
            name = target.lstrip("/")
            if relation.endswith("/officeDocument") and name in names:
                return name
        if "word/document.xml" in names:
            return "word/document.xml"
        raise _damaged(self._path, "it holds no Word document (word/document.xml)")

    def _relations(self, name: str) -> list[tuple[str, str]]:
        folder, base = posixpath.split(name)
        part = posixpath.join(folder, "_rels", f"{base}.rels")
        if part not in self._archive.NameToInfo:
            return []
        found = [(e.get("Target", ""), e.get("Type", ""), e.get("TargetMode")) for e in self._tree(part)]
        if any(mode == "External" and not kind.endswith("/hyperlink") for _, kind, mode in found):
            self.warnings.add("external-link")
        return [(target, kind) for target, kind, mode in found if mode != "External"]

    def _names_like(self, word: str) -> bool:
        return any(word in name for name in self._archive.namelist())

    def _tree(self, name: str) -> Any:
        """Parse a part; entities are refused, elements are counted while they are read."""
        from lxml import etree

        data = self._inflated(name)
        if b"<!DOCTYPE" in data[:4096] or "<!DOCTYPE".encode("utf-16-le") in data[:8192]:
            reason = f"its part {name} declares entities, which no Word file does"
            raise InputError("xml-dtd", reason, path=self._path, hint="save it anew in Word")
        options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
        try:
            parser = etree.iterparse(io.BytesIO(data), events=("start",), **options)
            for number, _ in enumerate(parser):
                if number > _MOST_ELEMENTS:
                    raise _too_large(self._path, f"its part {name} has more than {_MOST_ELEMENTS:,} elements")
        except etree.XMLSyntaxError as error:
            return self._mended(name, data, error)
        return parser.root

    def _mended(self, name: str, data: bytes, error: Exception) -> Any:
        """Characters that XML forbids are left out; what is broken otherwise is refused."""
        from lxml import etree

        if "Char" in str(error) or "char" in str(error):
            parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
            root = etree.fromstring(data, parser)
            if root is not None:
                self.warnings.add("repaired")
                return root
        raise _damaged(self._path, f"its part {name} is no well-formed XML ({error})") from error

    def _inflated(self, name: str) -> bytes:
        try:
            return self._unpacked(name)
        except _BROKEN as error:
            raise _damaged(self._path, f"its part {name} is broken ({error})") from error

    def _unpacked(self, name: str) -> bytes:
        info = self._archive.NameToInfo[name]
        pieces, size = [], 0
        with self._archive.open(info) as part:
            while piece := part.read(_CHUNK):
                size += len(piece)
                pieces.append(piece)
                ratio = size / max(info.compress_size, 1)
                if size > _LARGEST_PART or (size > _RATIO_FROM and ratio > _LARGEST_RATIO):
                    raise _too_large(self._path, f"its part {name} unpacks to more than {size:,} bytes")
        return b"".join(pieces)


def _damaged(path: str, reason: str) -> InputError:
    hint = "open it in Word and save it anew"
    return InputError("damaged-file", f"is damaged or no Word file: {reason}", path=path, hint=hint)


def _too_large(path: str, reason: str) -> InputError:
    return InputError("too-large", f"is too large to be a report: {reason}", path=path, hint="check the file")
