"""PDF files for tests, written by hand: characters, pictures and shapes at places of one's own."""

from __future__ import annotations

from pathlib import Path

_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ "
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo "
    b"<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor "
    b"/FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 "
    b"/CapHeight 700 /StemV 80 >> >> ] >>"
)
_PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    b"/Length 1 >> stream\n\xff\nendstream"
)


def show(text: str, x: float, y: float, size: float = 12, before: str = "", turned: str = "1 0 0 1") -> str:
    """Return what draws a text at a place of an A4 page, counted from its lower left corner."""
    code = text.encode("utf-16-be").hex()
    return f"q {before} BT /F {size} Tf {turned} {x} {y} Tm <{code}> Tj ET Q\n"


def column(lines: list[str], x: float, y: float, pitch: float = 18) -> str:
    """Return what draws lines below each other."""
    return "".join(show(line, x, y - pitch * number) for number, line in enumerate(lines))


def write_pdf(path: Path, pages: list[str], extra: bytes = b"") -> Path:
    """Write pages of such drawings; ``/P Do`` draws a white picture, ``extra`` goes into the catalog."""
    kids = b" ".join(b"%d 0 R" % (5 + 2 * n) for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + extra + b" >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % len(pages),
        _FONT,
        _PICTURE,
    ]
    for number, drawing in enumerate(pages):
        resources = b"/Resources << /Font << /F 3 0 R >> /XObject << /P 4 0 R >> >>"
        content = b"/Contents %d 0 R" % (6 + 2 * number)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] " + resources + content + b" >>"
        )
        data = drawing.encode("ascii")
        objects.append(b"<< /Length %d >> stream\n" % len(data) + data + b"\nendstream")
    path.write_bytes(_joined(objects))
    return path


def _joined(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return bytes(
        out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    )
