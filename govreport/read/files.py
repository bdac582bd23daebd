"""The bytes of a submitted file, or one clear line that says why there are none."""

from __future__ import annotations

from pathlib import Path

from govreport.errors import InputError

# What the first bytes of other formats look like: a .docx renamed to .txt should be named, not decoded.
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive (a .docx or .xlsx, perhaps)",
    b"\xd0\xcf\x11\xe0": "an old Office file (.doc, .xls or .wps)",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"{\\rtf": "an RTF file",
}


def read_bytes(path: Path, suffixes: tuple[str, ...]) -> bytes:
    """Return what the file holds; raises InputError for whatever is not a readable file of text."""
    if path.is_dir():
        raise InputError("is-folder", "is a folder, wanted a file", path=path, hint="use `govreport audit`")
    data = _bytes_of(path)
    if path.suffix.lower() not in suffixes:
        given, wanted = path.suffix or "no suffix", " ".join(suffixes)
        raise InputError(
            "unknown-format", f"can't be read ({given}), wanted {wanted}", path=path, hint="save it as text"
        )
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise InputError("empty-file", "holds no text", path=path, hint="check how it was exported")
    _refuse_other_formats(path, data)
    return data


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("missing-file", "no such file", path=path, hint="check the path") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            "unreadable-file", f"can't be opened ({reason})", path=path, hint="check the permissions"
        ) from error


def _refuse_other_formats(path: Path, data: bytes) -> None:
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            raise InputError(
                "wrong-format", f"is {name}, wanted plain text", path=path, hint="save it as text first"
            )
