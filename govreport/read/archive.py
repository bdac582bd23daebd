"""Zip archives of submissions: a member is named as a file below the archive, and read without unpacking.

In goes the path of an archive, out come the paths of its members; ``read_member`` gives the bytes of one.
Names are what the sender meant (also in GBK or Big5), made harmless and unique. Numbers, sizes and ratios are
bounded before anything is inflated, and an archive within an archive is not opened.
"""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from govreport.errors import InputError
from govreport.read.encodings import decode

__all__ = ["archive_of", "is_archive", "members", "read_member"]

# Its list is read anew for each member, which is cheap up to here.
_MOST_MEMBERS = 2000
_LARGEST_ARCHIVE = 512 * 1024 * 1024
_LARGEST_MEMBER = 64 * 1024 * 1024
_LARGEST_TOTAL = 1024 * 1024 * 1024
_HIGHEST_RATIO = 200
_RATIO_FROM = 10 * 1024 * 1024
_IN_UTF8 = 0x800
_UNICODE_NAME = 0x7075
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, struct.error, ValueError)
_PACKAGES = ("[Content_Types].xml", "mimetype", "word/document.xml")


def is_archive(path: Path) -> bool:
    """Return whether the file is a zip archive of files, and not a Word or OpenDocument package."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            if file.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
                return False
        with zipfile.ZipFile(path) as archive:
            return not any(name in archive.NameToInfo for name in _PACKAGES)
    except _DAMAGED:
        return path.suffix.lower() == ".zip"


def members(path: Path) -> tuple[Path, ...]:
    """Return a path below the archive for each file in it, in its order; folders and hidden files are none.

    Raises InputError where the archive is damaged, or holds more than can be asked for.
    """
    return tuple(path / name for name in _table(path, *_state(path)))


def archive_of(path: Path) -> Path | None:
    """Return the archive that the path leads into, or None."""
    return next((above for above in path.parents if above.suffix and os.path.isfile(above)), None)


def read_member(archive: Path, path: Path) -> bytes:
    """Return the bytes of a member; InputError where it is missing, damaged, too large or encrypted."""
    found = _table(archive, *_state(archive)).get(path.relative_to(archive).as_posix())
    if found is None:
        raise InputError("missing-file", "no such file in the archive", path=path, hint="check the path")
    if found.flag_bits & 1:
        hint = "remove the password"
        raise InputError("encrypted-file", "is password-protected", path=path, hint=hint)
    if found.file_size > _LARGEST_MEMBER:
        reason = f"has {found.file_size:,} bytes, wanted {_LARGEST_MEMBER:,} at most"
        raise InputError("too-large", reason, path=path, hint="check whether it is a report")
    return _inflated(archive, found, path)


def _inflated(archive: Path, member: zipfile.ZipInfo, path: Path) -> bytes:
    """Inflate one member: never more than its head says, whatever its stream holds."""
    try:
        with zipfile.ZipFile(archive) as opened, opened.open(member) as file:
            return file.read(member.file_size + 1)
    except _DAMAGED as error:
        reason = f"is damaged within its archive ({error})"
        raise InputError("damaged-file", reason, path=path, hint="pack it anew") from None


def _state(path: Path) -> tuple[int, int]:
    """Return what tells that an archive is still the one that was listed: its size and time."""
    try:
        found = path.stat()
    except OSError as error:
        hint = "check the path"
        raise InputError("unreadable-file", f"can't be opened ({error})", path=path, hint=hint) from None
    return found.st_size, found.st_mtime_ns


@lru_cache(maxsize=4)
def _table(path: Path, size: int, _time: int) -> dict[str, zipfile.ZipInfo]:
    """Return the members by their names below the archive, in its order."""
    if size > _LARGEST_ARCHIVE:
        reason = f"has {size:,} bytes, wanted {_LARGEST_ARCHIVE:,} at most"
        raise InputError("too-large", reason, path=path, hint="split it")
    try:
        with path.open("rb") as file:
            listed = [one for one in _listed(file) if not one.is_dir()]
    except _DAMAGED as error:
        reason = f"is damaged or no zip archive ({error})"
        raise InputError("damaged-file", reason, path=path, hint="pack it anew") from None
    _check(listed, path)
    return dict(_named(listed))


def _listed(file: BinaryIO) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(file) as archive:
        return archive.infolist()


def _check(listed: list[zipfile.ZipInfo], path: Path) -> None:
    """Refuse an archive that is too much: its heads are held to when it is inflated."""
    if len(listed) > _MOST_MEMBERS:
        reason = f"holds {len(listed):,} files, wanted {_MOST_MEMBERS:,} at most"
        raise InputError("too-large", reason, path=path, hint="split it")
    inflated, packed = sum(one.file_size for one in listed), sum(one.compress_size for one in listed)
    bomb = inflated > _RATIO_FROM and inflated > _HIGHEST_RATIO * packed
    if bomb or inflated > _LARGEST_TOTAL:
        reason = f"would inflate to {inflated:,} bytes from {packed:,}"
        raise InputError("zip-bomb", reason, path=path, hint="submit the reports themselves")


def _named(listed: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Yield each member with a name of its own, as its sender meant it."""
    encoding = _encoding_of(listed)
    seen: dict[str, int] = {}
    for member in listed:
        name = _harmless(_meant(member, encoding))
        if name is None:
            continue
        yield _unique(name, seen), member


def _unique(name: str, seen: dict[str, int]) -> str:
    """Number a name that was there before; ``seen`` has the last number, so that many alike cost little."""
    stem, suffix = os.path.splitext(name)
    unique = name
    while unique in seen:
        seen[name] += 1
        unique = f"{stem} ({seen[name]}){suffix}"
    seen[unique] = 1
    return unique


def _encoding_of(listed: list[zipfile.ZipInfo]) -> str:
    """Return the encoding of the names that don't tell it: all of them together give it away."""
    raw = b"\n".join(_raw(one) for one in listed if not one.flag_bits & _IN_UTF8)
    try:
        return decode(raw)[1] if raw.strip(b"\n") and not raw.isascii() else "utf-8"
    except InputError:
        return "cp437"


def _raw(member: zipfile.ZipInfo) -> bytes:
    return member.orig_filename.split("\0")[0].encode("cp437", "replace")


def _meant(member: zipfile.ZipInfo, encoding: str) -> str:
    if member.flag_bits & _IN_UTF8:
        return member.filename
    return _unicode_name(member) or _raw(member).decode(encoding, "replace")


def _unicode_name(member: zipfile.ZipInfo) -> str | None:
    """Return the name that some packers add in UTF-8, where it belongs to the name as it stands."""
    rest = member.extra
    while len(rest) >= 4:
        kind, size = struct.unpack("<HH", rest[:4])
        field, rest = rest[4 : 4 + size], rest[4 + size :]
        if kind == _UNICODE_NAME and field[1:5] == struct.pack("<L", zlib.crc32(_raw(member))):
            return field[5:].decode("utf-8", "replace")
    return None


def _harmless(name: str) -> str | None:
    """Return the name without what leads out of the archive, or None for what packers add by themselves.

    >>> _harmless("..\\\\..\\\\C:\\\\年度\\\\a.txt"), _harmless("__MACOSX/._a.txt")
    ('年度/a.txt', None)
    """
    pieces = name.replace("\\", "/").replace("\0", "").split("/")
    parts = [part for part in pieces if part not in ("", ".", "..") and not part.endswith(":")]
    hidden = not parts or parts[0] == "__MACOSX" or parts[-1].startswith((".", "~$"))
    return None if hidden else "/".join(parts)
