"""Which encoding a Chinese text is in: marks first, then strict UTF-8, then the better of GB18030 and Big5.

>>> decode("婦聯工作總結".encode("big5"))[1], decode("妇联工作总结".encode("gb18030"))[1]
('big5', 'gb18030')
"""

from __future__ import annotations

import codecs
import os
from collections import Counter

from govreport.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The most frequent characters of running Chinese, both scripts: a wrong encoding hardly ever yields them.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方"
    "后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开"
    "這為個國時來們對會發動過說產種後學經進著電裡現實體機當點從業應開區婦聯總結組織幹貫徹黨務領導,。、:\n"
    "妇联总结组织干贯彻党务领导建设宣传服务群众活动全县镇乡村"
)
# In the order in which they are believed; the second Big5 has the characters of Hong Kong.
_CHINESE = ("gb18030", "big5", "utf-8", "big5hkscs")
# Characters that a report would have to make up itself: Big5 read as GB18030 has many.
_PRIVATE = ("\ue000", "\uf8ff")
_BINARY_SHARE = 0.10
_BINARY_SHARE_OF_UTF8 = 0.30
_NUL_SHARE = 0.10
LEAST_PLAUSIBLE = 0.10


def decode(
    data: bytes, path: str | os.PathLike[str] | None = None, declared: str | None = None
) -> tuple[str, str, int]:
    """Return the text, its encoding and how many replacement characters had to be put in.

    ``declared`` is what the text says of itself: one candidate among others, since many pages are wrong.
    Raises InputError where the bytes are not text.
    """
    if data.startswith(codecs.BOM_UTF8) and not _is_utf8(data):
        # Two files put together, or a mark that an editor wrote before what it did not understand.
        data = data.removeprefix(codecs.BOM_UTF8)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace")
            return _checked(text.removeprefix("\ufeff"), encoding.removesuffix("-sig"), path)
    if _looks_like_utf16(data):
        encoding = "utf-16-le" if data[1::2].count(0) > data[0::2].count(0) else "utf-16-be"
        return _checked(data.decode(encoding, "replace"), encoding, path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _checked(*(_of_halves(data) or _best_of(data, declared)), path)
    return _checked(text, "utf-8", path, literal=True)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _of_halves(data: bytes) -> tuple[str, str] | None:
    """Read what some databases write: UTF-8 in which rare characters stand as two halves (CESU-8)."""
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), "cesu-8"


def _looks_like_utf16(data: bytes) -> bool:
    """Without a mark UTF-16 shows by zero bytes (line ends, digits) on one side only."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    return max(even, odd) > 0 and min(even, odd) <= max(even, odd) // 20 and _is_utf16_text(data)


def _is_utf16_text(data: bytes) -> bool:
    encoding = "utf-16-le" if data[1::2].count(0) > data[0::2].count(0) else "utf-16-be"
    return plausibility(data.decode(encoding, "replace")) > LEAST_PLAUSIBLE


def _best_of(data: bytes, declared: str | None) -> tuple[str, str]:
    names = list(dict.fromkeys((*_CHINESE, *_known(declared))))
    candidates = [(data.decode(encoding, "replace"), encoding) for encoding in names]
    candidates += _detected(data)
    return max(candidates, key=lambda pair: plausibility(pair[0]))


def _known(declared: str | None) -> tuple[str, ...]:
    """Return the encoding that is meant: pages that say gb2312 use characters of its successors."""
    if declared in (None, "gb2312", "gbk", "x-gbk", "big5", "big5-hkscs"):
        return ("big5hkscs",) if declared == "big5-hkscs" else ()
    try:
        return (codecs.lookup(declared or "").name,)
    except LookupError:
        return ()


def _detected(data: bytes) -> list[tuple[str, str]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65536]).best()
    if best is None or not best.encoding.startswith(("utf", "big5", "gb", "hz", "cp950")):
        return []
    return [(data.decode(best.encoding, "replace"), best.encoding)]


def plausibility(text: str) -> float:
    """Share of frequent characters, less several times the share of those that are lost or private."""
    counts = Counter(text[:20000])
    size = max(1, sum(counts.values()))
    frequent = sum(number for character, number in counts.items() if character in _FREQUENT)
    return (frequent - 10 * _bad(counts) - 5 * _private(counts)) / size


def frequent_share(text: str) -> float:
    """Return the share of frequent characters among those that are not ASCII."""
    foreign = [character for character in text if character >= "\x80"]
    return sum(character in _FREQUENT for character in foreign) / max(1, len(foreign))


def best_line(line: bytes) -> tuple[str, str]:
    """Return a line of a text of mixed encodings, and its own."""
    try:
        return line.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        read = [(line.decode(encoding, "replace"), encoding) for encoding in _CHINESE]
        return max(read, key=lambda pair: plausibility(pair[0]))


def _bad(counts: Counter[str]) -> int:
    return sum(n for c, n in counts.items() if c == "\ufffd" or (c < " " and c not in "\t\n\r\x0b\x0c"))


def _private(counts: Counter[str]) -> int:
    return sum(n for c, n in counts.items() if _PRIVATE[0] <= c <= _PRIVATE[1])


def _checked(
    text: str, encoding: str, path: str | os.PathLike[str] | None, *, literal: bool = False
) -> tuple[str, str, int]:
    """Refuse what is binary; lost characters that stand in the file itself (``literal``) make it none."""
    counts = Counter(text)
    bad = _bad(counts) - (counts["\ufffd"] if literal else 0)
    # What is UTF-8 without a fault is hardly ever anything else than text.
    most = _BINARY_SHARE_OF_UTF8 if literal else _BINARY_SHARE
    if bad > most * max(1, len(text)) or counts["\x00"] > _NUL_SHARE * len(text):
        raise InputError(
            "binary-file", "holds binary data, wanted text", path=path, hint="save the report as UTF-8 text"
        )
    return text, encoding, counts["\ufffd"]
