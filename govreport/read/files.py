"""The bytes of a submitted file and what they are, or one clear line that says why there are none.

A file is known by its content: a Word file that is named .txt is read as what it is.

>>> format_of(b"%PDF-1.7"), format_of("一、加强领导".encode()), format_of(b"<!DOCTYPE html><p>")
('pdf', 'txt', 'html')
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NoReturn

from govreport.errors import InputError
from govreport.read.archive import archive_of, read_member

__all__ = [
    *("CONVERTED", "LARGEST", "PAGED", "SLIDES", "SUFFIXES"),
    *("format_of", "path_given", "read_bytes"),
]

SUFFIXES = (
    *(".txt", ".docx", ".docm", ".dotx", ".pdf", ".html", ".htm", ".mht", ".mhtml"),
    *(".doc", ".dot", ".wps", ".rtf", ".odt", ".ppt", ".pptx", ".odp"),
    *(".png", ".jpg", ".jpeg", ".tif", ".tiff"),
)
SLIDES = ("ppt", "pptx", "odp")
CONVERTED = ("doc", "rtf", "odt", *SLIDES)
# The formats whose text comes in pages.
PAGED = ("pdf", "picture", *SLIDES)
LARGEST = 64 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0"
# What can't be read as text, by its first bytes.
_OTHERS = {
    b"7z\xbc\xaf": ("a 7z archive", "unpack it first"),
    b"Rar!": ("a RAR archive", "unpack it first"),
    b"\x1f\x8b": ("a gzip archive", "unpack it first"),
}
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_OPEN_DOCUMENTS = {
    b"mimetypeapplication/vnd.oasis.opendocument.text": "odt",
    b"mimetypeapplication/vnd.oasis.opendocument.presentation": "odp",
}
_HTML = re.compile(
    rb"\s{0,100}(?:<\?xml[^>]{0,400}>\s{0,400})?(?:<!--(?:(?!-->).){0,2000}-->\s{0,400}){0,99}<(?:!doctype\s+html|html|head|body|meta|div|p|table)[\s>]",
    re.I | re.S,
)
# What a file that is named a web page has to hold to be one.
_TAGS = re.compile(rb"<(?:/?[a-z][a-z0-9]*|!doctype)[^<>]*>", re.I)
_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_MHTML = re.compile(
    rb"(?:From:|MIME-Version:|Subject:|Date:|Snapshot-Content-Location:)[^\n]{0,200}\r?\n", re.I
)
_TEXT_AT_HAND = "for a text that is at hand use govreport.from_text"
# What a package with a password is wrapped in.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def path_given(path: str | os.PathLike[str]) -> Path:
    """Return the path; raises InputError where it is none, or a text that somebody took for one."""
    if not isinstance(path, str | os.PathLike):
        raise InputError("not-path", f"a path was wanted, {type(path).__name__} given", hint=_TEXT_AT_HAND)
    if not os.fspath(path):
        raise InputError("not-path", "a path was wanted, an empty one given", hint="name a file")
    if isinstance(path, str) and re.search("[\n。]", path) and not _is_there(path):
        told = f"a path was wanted, a text of {len(path)} characters given"
        raise InputError("not-path", told, hint=_TEXT_AT_HAND)
    return Path(path)


def _is_there(path: str) -> bool:
    # A text that is given for a path may be longer than a name can be: then nothing is there.
    return os.path.exists(path) or archive_of(Path(path)) is not None


def read_bytes(path: Path) -> bytes:
    """Return what the file holds; raises InputError where it can't be opened, is empty or too large."""
    archive = archive_of(path)
    if archive is None and path.is_dir():
        raise InputError("is-folder", "is a folder, wanted a file", path=path, hint="use `govreport audit`")
    return checked(read_member(archive, path) if archive else _bytes_of(path), path)


def checked(data: bytes, path: Path) -> bytes:
    """Return bytes that may hold a text; raises InputError where they are too many, or hold nothing."""
    if len(data) > LARGEST:
        raise _too_large(len(data), path)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise InputError("empty-file", "holds no text", path=path, hint="check how it was exported")
    return data


def _too_large(size: int, path: Path) -> InputError:
    reason = f"has {size:,} bytes, wanted {LARGEST:,} at most"
    return InputError("too-large", reason, path=path, hint="check whether it is a report")


def format_of(data: bytes, path: Path | None = None) -> str:
    """Return ``txt``, ``docx``, ``pdf``, ``html``, ``mhtml``, or what has to be converted first.

    That is ``doc`` (also .wps), ``rtf``, ``odt``, ``ppt``, ``pptx``, ``odp`` or a ``picture``.
    Raises InputError for what is no report.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_archive(data, path)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        return _of_old_office(data, path)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_PICTURES):
        return "picture"
    for signature, (name, hint) in _OTHERS.items():
        if data.startswith(signature):
            raise InputError("wrong-format", f"is {name}, wanted a report", path=path, hint=hint)
    head = data[:4096].lstrip(b"\xef\xbb\xbf")
    if _HTML.match(head) or (path and path.suffix.lower() in _PAGES and _is_marked_up(data)):
        return "html"
    if _MHTML.match(head) and b"boundary=" in data[:8192] and b"text/html" in data[:65536].lower():
        return "mhtml"
    return "txt"


def _is_marked_up(data: bytes) -> bool:
    """Return whether a file that is named a web page has tags and is not saved as one file (MHTML)."""
    return not _MHTML.match(data[:4096]) and _TAGS.search(data[:65536]) is not None


def _of_archive(data: bytes, path: Path | None) -> str:
    for mark, format in _OPEN_DOCUMENTS.items():
        if mark in data[:200]:
            return format
    if b"ppt/presentation.xml" in data:
        return "pptx"
    if b"[Content_Types].xml" in data or b"word/" in data or (path and path.suffix.lower() in SUFFIXES):
        if b"xl/workbook" in data:
            _refuse_workbook(path)
        return "docx"
    hint = "give it to `govreport audit`; what lies in a second archive within it is to be unpacked"
    raise InputError("wrong-format", "is a zip archive, wanted a report", path=path, hint=hint)


def _of_old_office(data: bytes, path: Path | None) -> str:
    """Tell by the names of the streams: Word and WPS Writer use the same, Works (.wps) its own."""
    if _ENCRYPTED in data or _is_encrypted_doc(data):
        hint = "remove the password and save it anew"
        raise InputError("encrypted-file", "is password-protected", path=path, hint=hint)
    if _stream("WordDocument") not in data and _stream("Workbook") in data:
        _refuse_workbook(path)
    if _stream("PowerPoint Document") in data:
        return "ppt"
    if not any(_stream(name) in data for name in ("WordDocument", "CONTENTS", "MatOST")):
        reason = "is an old Office file without a text that is known, wanted .docx, .pdf, .html or .txt"
        raise InputError("legacy-file", reason, path=path, hint="open it in Word or WPS and save it as .docx")
    return "doc"


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def _is_encrypted_doc(data: bytes) -> bool:
    """Return whether the head of a .doc's text, which opens a block of 512 bytes, has its password bit."""
    return any(
        data.startswith(b"\xec\xa5", start) and data[start + 11 : start + 12] > b"" and data[start + 11] & 1
        for start in range(512, len(data), 512)
    )


def _refuse_workbook(path: Path | None) -> NoReturn:
    hint = "submit the report as .docx, .pdf or .txt"
    raise InputError("wrong-format", "is a workbook, wanted a report", path=path, hint=hint)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise _too_large(path.stat().st_size, path)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("missing-file", "no such file", path=path, hint="check the path") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            "unreadable-file", f"can't be opened ({reason})", path=path, hint="check the permissions"
        ) from error
