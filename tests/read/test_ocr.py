"""Scans: recognized without a network where the extra is there, with doubt told; else the extra is named."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govreport.errors import InputError
from govreport.read import ocr, read

needs_ocr = pytest.mark.skipif(
    importlib.util.find_spec("rapidocr") is None, reason="govreport[ocr] is not installed"
)
LINES = [
    "某县妇联2019年工作总结",
    "一、加强组织建设，全年举办培训12期。",
    "二、维护妇女权益，接待来访35人次。",
]


def font() -> str:
    """A Chinese font of this machine."""
    command = ["fc-list", ":lang=zh-cn", "file"]
    found = (
        subprocess.run(command, capture_output=True, text=True, check=True)
        if shutil.which("fc-list")
        else None
    )
    files = sorted(line.rstrip(": ") for line in found.stdout.splitlines()) if found else []
    if not files:
        pytest.skip("a Chinese font is not installed")
    return files[0]


@pytest.fixture(scope="module")
def page() -> Any:
    """A page as a scanner sees it, at 200 dots an inch."""
    image = pytest.importorskip("PIL.Image", reason="govreport[ocr] is not installed")
    from PIL import ImageDraw, ImageFont

    picture = image.new("RGB", (1654, 800), "white")
    letters = ImageFont.truetype(font(), 44)
    for number, line in enumerate(LINES):
        ImageDraw.Draw(picture).text((160, 150 + 120 * number), line, fill="black", font=letters)
    return picture


@needs_ocr
@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif", "a.pdf"])
def test_scans_are_recognized_and_never_called_complete(page: Any, tmp_path: Path, name: str) -> None:
    """The lines are there, each with its confidence and page; a warning says that lines may be missing."""
    page.save(tmp_path / name)
    document = read(tmp_path / name)
    assert document.text.splitlines() == LINES
    assert "recognized" in document.provenance.warnings
    assert len(document.provenance.confidences) == len(document.lines)
    assert all(0.8 < sure <= 1 for sure in document.provenance.confidences)
    assert len(document.pages) == 1


@needs_ocr
def test_pages_of_a_tiff_are_pages_and_doubt_is_told(page: Any, tmp_path: Path) -> None:
    """Each picture is a page; a blurred one makes the whole doubtful, and its lines are kept."""
    from PIL import ImageFilter

    blurred = page.filter(ImageFilter.GaussianBlur(7))
    page.save(tmp_path / "a.tif", save_all=True, append_images=[blurred])
    document = read(tmp_path / "a.tif")
    assert len(document.pages) == 2
    assert len(document.provenance.confidences) == len(document.lines)
    assert min(document.provenance.confidences) < ocr.DOUBTFUL
    assert document.provenance.warnings == ("recognized", "low-confidence")


@needs_ocr
def test_nothing_is_fetched(page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The models lie in the package: with every connection refused the text is the same."""

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    ocr._recognizer.cache_clear()
    page.save(tmp_path / "a.png")
    assert read(tmp_path / "a.png").text.splitlines() == LINES


@needs_ocr
def test_pictures_without_text_and_broken_ones_are_told(tmp_path: Path) -> None:
    """An empty page, a cut file and one with too many pixels are refused in one line each."""
    from PIL import Image

    Image.new("RGB", (300, 300), "white").save(tmp_path / "empty.png")
    (tmp_path / "cut.png").write_bytes((tmp_path / "empty.png").read_bytes()[:60])
    Image.new("1", (9000, 9000)).save(tmp_path / "huge.png")
    for name, code in (("empty.png", "no-text"), ("cut.png", "wrong-format"), ("huge.png", "too-large")):
        with pytest.raises(InputError, match=name) as caught:
            read(tmp_path / name)
        assert caught.value.code == code


def test_without_the_extra_the_message_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture is refused with what to install, before it is looked at."""
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    with pytest.raises(InputError, match=r"a\.jpg.*install the extra govreport\[ocr\]"):
        read(tmp_path / "a.jpg")


def picture_only(page: Any, folder: Path) -> Path:
    """A Word file that holds the picture of a page and no text."""
    import zipfile
    from io import BytesIO

    from tests.read.packages import write_docx

    data = BytesIO()
    page.save(data, "PNG")
    link = '<w:p><w:r><w:drawing><blip r:embed="p1"/></w:drawing></w:r></w:p>'
    path = write_docx(folder / "a.docx", link)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = f'<Relationship Id="p1" Type="{kind}" Target="media/a.png"/>'
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{space}">{links}</Relationships>'.encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, part in {**parts, "word/media/a.png": data.getvalue()}.items():
            package.writestr(name, part)
    return path


@needs_ocr
def test_a_word_file_of_pictures_is_a_scan(page: Any, tmp_path: Path) -> None:
    """Its pictures are recognized, as those of a PDF are, and it is told."""
    document = read(picture_only(page, tmp_path))
    assert document.text.splitlines() == LINES
    assert document.provenance.warnings[:1] == ("recognized",)
    assert len(document.provenance.confidences) == len(document.lines)


def test_without_the_extra_a_word_file_of_pictures_names_it(
    page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message is that of a scanned PDF."""
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(InputError, match=r"govreport\[ocr\]") as caught:
        read(picture_only(page, tmp_path))
    assert caught.value.code == "no-text"


@needs_ocr
def test_a_scan_is_read_within_the_limits_of_an_audit(page: Any, tmp_path: Path) -> None:
    """Recognizing costs more than reading: the child process gets time for each line that it works on."""
    import govreport as gr

    page.save(tmp_path / "a.png")
    audit = gr.audit(tmp_path, progress=False)
    assert audit.failures == ()
    assert [report.document.text.splitlines() for report in audit.reports] == [LINES]


PEAK = """
import sys
from pathlib import Path
from govreport.read import ocr
if sys.argv[2] == "kept":
    ocr._give_back_memory = lambda: None
ocr.recognize_picture(Path(sys.argv[1]).read_bytes(), "a.png")
status = Path("/proc/self/status").read_text().splitlines()
print(*(int(line.split()[1]) >> 10 for line in status if line.startswith(("VmHWM", "VmRSS"))))
"""


@needs_ocr
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system has no /proc")
def test_a_page_of_a_scan_leaves_no_memory_behind(page: Any, tmp_path: Path) -> None:
    """A page takes 600 MB, of which 210 stay; without giving back what is freed 880, of which 400 stay."""
    page.resize((1654, 2339)).save(tmp_path / "a.png")
    peak, stays = memory(tmp_path / "a.png", "given back")
    assert peak < 750
    assert stays < 300


@needs_ocr
@pytest.mark.nightly
@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="this system has no glibc")
def test_without_giving_back_a_page_takes_more(page: Any, tmp_path: Path) -> None:
    """What the limits of the test before tell apart: it fails where nothing is given back."""
    page.resize((1654, 2339)).save(tmp_path / "a.png")
    peak, stays = memory(tmp_path / "a.png", "kept")
    assert peak > 750
    assert stays > 300


def memory(picture: Path, way: str) -> tuple[int, int]:
    """Return the most megabytes that a process held while it recognized a page, and those it holds then."""
    command = [sys.executable, "-c", PEAK, str(picture), way]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    peak, stays = map(int, done.stdout.split())
    return peak, stays


@needs_ocr
def test_several_pages_of_a_scan_are_read_within_the_limits(page: Any, tmp_path: Path) -> None:
    """Pages one after the other stay below the gigabyte at which a child process is ended."""
    import govreport as gr

    picture = page.resize((1654, 2339))
    picture.save(tmp_path / "a.tif", save_all=True, append_images=[picture, picture])
    assert gr.audit(tmp_path, progress=False, jobs=1).failures == ()


def test_a_line_that_was_turned_wrongly_is_read_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line in doubt is recognized once more without turning it, and the surer reading is kept."""
    image = pytest.importorskip("PIL.Image", reason="govreport[ocr] is not installed")
    readings = {True: ("工梁护禁", 0.57), False: ("工作中的問題", 0.97)}
    monkeypatch.setattr(ocr, "_seen", lambda strip, *, may_turn: readings[may_turn])
    box = [(0, 0), (60, 0), (60, 20), (0, 20)]
    assert ocr._line(image.new("RGB", (80, 40)), box) == readings[False]


@needs_ocr
def test_the_recognizer_writes_nothing_and_connects_nowhere(tmp_path: Path) -> None:
    """What the engine keeps of its use, and would send, is switched off before it is loaded."""
    code = "from govreport.read.ocr import _recognizer; _recognizer()"
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "HOME": str(tmp_path)})
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]
