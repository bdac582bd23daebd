"""Pictures of pages: their text as it is recognized, with how sure each line is; never called complete.

In go the bytes of a picture, or of a PDF with the numbers of the pages that hold no text; out come pages. The
recognizer is the extra ``[ocr]`` (rapidocr), whose models lie in its package: nothing is fetched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from typing import Any

from govreport.errors import InputError
from govreport.read.alive import alive
from govreport.read.layout import PlacedPage
from govreport.read.line_starts import Box, begun, cut
from govreport.read.scan_lines import Piece, placed, rows_of

__all__ = ["DOUBTFUL", "is_installed", "recognize_pdf", "recognize_picture"]

# Below this a line is worth a look at the original.
DOUBTFUL = 0.85
_HINT = "install the extra govreport[ocr], or submit the text"
_MOST_PAGES = 300
_MOST_PIXELS = 60_000_000
# 200 dots an inch: finer pictures took longer and lost more lines.
_SCALE = 200 / 72
# A line that was recognized anew is taken where it is surer than this.
_WORTH = 0.6


def is_installed() -> bool:
    """Return whether the extra is there."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognize_picture(data: bytes, path: str) -> list[PlacedPage]:
    """Return a page for each picture of the file (a TIFF may hold several).

    Raises InputError where the extra is missing, or the picture is damaged, too large or holds no text.
    """
    if not is_installed():
        reason = "is a picture, whose text needs to be recognized (OCR)"
        raise InputError("wrong-format", reason, path=path, hint=_HINT)
    pages = [_recognized(picture) for picture in _pictures(data, path)]
    if not any(page.lines for page in pages):
        hint = "scan it anew, or submit the text"
        raise InputError("no-text", "is a picture in which no text is seen", path=path, hint=hint)
    return pages


def recognize_pdf(data: bytes, numbers: Sequence[int], path: str) -> dict[int, PlacedPage]:
    """Return what stands on some pages of a PDF (from 0); InputError where they are too many."""
    import pypdfium2

    if len(numbers) > _MOST_PAGES:
        reason = f"has {len(numbers):,} pages to recognize, wanted {_MOST_PAGES:,} at most"
        raise InputError("too-large", reason, path=path, hint="split it")
    document = pypdfium2.PdfDocument(data)
    try:
        return {number: _page_of(document, number) for number in numbers}
    finally:
        document.close()


def _page_of(document: Any, number: int) -> PlacedPage:
    """Recognize a page; one that can't be drawn is empty and not the end of the file."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        seen = _recognized(_drawn(page))
        return seen.scaled(page.get_width() / max(1.0, seen.width))
    except (PdfiumError, MemoryError):
        return PlacedPage([], 1.0, 1.0)


def _drawn(page: Any) -> Any:
    """Draw a page, coarser where it is huge."""
    width, height = page.get_size()
    scale = min(_SCALE, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    return page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")


def _pictures(data: bytes, path: str) -> Iterator[Any]:
    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG", "GIF", "TIFF", "BMP")) as opened:
            for number, frame in enumerate(ImageSequence.Iterator(opened)):
                _check_size(frame.width * frame.height, number, path)
                yield ImageOps.exif_transpose(frame).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        reason = f"is a picture that can't be opened ({type(error).__name__})"
        raise InputError("wrong-format", reason, path=path, hint="save it anew as PNG or JPEG") from None


def _check_size(pixels: int, number: int, path: str) -> None:
    if pixels > _MOST_PIXELS or number >= _MOST_PAGES:
        reason = f"has a picture of {pixels:,} pixels or more than {_MOST_PAGES} pages"
        raise InputError("too-large", reason, path=path, hint="scan it with fewer dots, or split it")


def _recognized(picture: Any) -> PlacedPage:
    alive()
    rows = rows_of(_pieces(picture))
    whole = [[_from_its_start(picture, row, place) for place in range(len(row))] for row in rows]
    return PlacedPage([placed(row) for row in whole], picture.width, picture.height)


def _pieces(picture: Any) -> list[Piece]:
    """Find the lines, then recognize each: a page that takes long gives a sign of life at every line."""
    import numpy

    found = _recognizer()(numpy.asarray(picture)[:, :, ::-1], use_det=True, use_cls=False, use_rec=False)
    boxes = [] if found.boxes is None else found.boxes.tolist()
    return [Piece(box, *_line(picture, box)) for box in boxes]


def _from_its_start(picture: Any, row: Sequence[Piece], place: int) -> Piece:
    """Return a piece, recognized anew where ink stands before it that the detector left out."""
    piece = row[place]
    room = piece.left - (row[place - 1].right if place else 0)
    box = begun(picture, piece.box, room)
    if box is piece.box:
        return piece
    text, score = _line(picture, box)
    better = len(text) > len(piece.text) and score > _WORTH
    return Piece(box, text, score, piece.slant) if better else piece


def _line(picture: Any, box: Box) -> tuple[str, float]:
    """Return what stands in a box, and how sure that is.

    The recognizer turns lines that it takes to stand on their heads, sometimes wrongly: one that is in doubt
    is read as it stands as well.
    """
    import numpy

    alive()
    strip = numpy.asarray(cut(picture, box))[:, :, ::-1]
    text, score = _seen(strip, may_turn=True)
    return (
        (text, score) if score >= DOUBTFUL else max((_seen(strip, may_turn=False), (text, score)), key=_sure)
    )


def _seen(strip: Any, *, may_turn: bool) -> tuple[str, float]:
    seen = _recognizer()(strip, use_det=False, use_cls=may_turn, use_rec=True)
    return " ".join((seen.txts or ("",))[0].split()), float((seen.scores or (0.0,))[0])


def _sure(line: tuple[str, float]) -> float:
    return line[1]


@cache
def _recognizer() -> Any:
    """Load the models once; lines of low confidence are wanted too, and nothing is printed.

    One thread each: two that wait for each other cost a quarter more, and a batch has its own processes.
    """
    # From 1.32 on onnxruntime keeps events of its use in the home folder and sends them, unless told not to
    # before it is imported. Nothing leaves this machine, and nothing is written but what was asked for.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    from rapidocr import RapidOCR

    threads = dict.fromkeys(("intra_op_num_threads", "inter_op_num_threads"), 1)
    options = {f"EngineConfig.onnxruntime.{name}": number for name, number in threads.items()}
    return RapidOCR(params={"Global.text_score": 0.0, "Global.log_level": "critical", **options})
