"""Zip archives of submissions: each member is a document, nothing is unpacked, nothing leads out."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

import pytest

import govreport as gr
from govreport.errors import InputError
from govreport.read import archive, read
from govreport.read.archive import members

REPORT = "县妇联工作总结\n一、加强组织建设\n全年举办培训12期，培训妇女干部300人次。\n"


def write_zip(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return path


def with_raw_names(path: Path, names: list[bytes]) -> Path:
    """Write an archive as Windows does: names in a code page and nothing that tells which."""
    places = {f"{number:0{len(name)}d}".encode(): name for number, name in enumerate(names)}
    data = write_zip(path, {place.decode(): REPORT for place in places}).read_bytes()
    for place, name in places.items():
        data = data.replace(place, name)
    path.write_bytes(data)
    return path


def names(path: Path) -> list[str]:
    return [member.relative_to(path).as_posix() for member in members(path)]


def test_an_audit_takes_each_member_as_a_document(tmp_path: Path) -> None:
    """Ids tell archive and member; hidden files and tables are none; a bad member costs no other."""
    inner = write_zip(tmp_path / "inner.zip", {"x.txt": REPORT}).read_bytes()
    (tmp_path / "inner.zip").unlink()
    held = {"a.txt": REPORT, "县/b.txt": REPORT, ".DS_Store": "x", "__MACOSX/._a.txt": "x", "t.csv": "1"}
    write_zip(tmp_path / "batch.zip", {**held, "inner.zip": inner, "bad.txt": bytes(range(256)) * 40})
    (tmp_path / "c.txt").write_text(REPORT, encoding="utf-8")
    audit = gr.audit(tmp_path, progress=False)
    assert [r.document.id for r in audit.reports] == ["batch.zip/a.txt", "batch.zip/县/b.txt", "c.txt"]
    failed = {Path(failure.path).name: failure.code for failure in audit.failures}
    assert failed == {"inner.zip": "wrong-format", "bad.txt": "binary-file"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["batch.zip", "c.txt"]


def test_an_archive_may_be_given_itself_and_a_member_read(tmp_path: Path) -> None:
    """`gr.audit("batch.zip")` and `gr.read("batch.zip/a.txt")`; `gr.read` of the whole says what to do."""
    path = write_zip(tmp_path / "batch.zip", {"a.txt": REPORT})
    assert [report.document.id for report in gr.audit(path, progress=False).reports] == ["batch.zip/a.txt"]
    assert read(path / "a.txt").text == REPORT
    with pytest.raises(InputError, match="govreport audit"):
        read(path)
    with pytest.raises(InputError, match=r"b\.txt: no such file in the archive"):
        read(path / "b.txt")


@pytest.mark.parametrize("encoding", ["gbk", "big5", "utf-8"])
def test_names_are_what_the_sender_meant(tmp_path: Path, encoding: str) -> None:
    """Names in a code page that the archive does not tell are decoded by all of them together."""
    wanted = ["工作會議.txt", "組織建設.txt"] if encoding == "big5" else ["妇联工作总结.txt", "组织建设.txt"]
    path = with_raw_names(tmp_path / "batch.zip", [name.encode(encoding) for name in wanted])
    assert names(path) == wanted
    assert read(path / wanted[1]).text == REPORT


def test_names_beside_the_name_are_taken(tmp_path: Path) -> None:
    """Packers that write a name in UTF-8 as an extra field are believed, where it belongs to the name."""
    with zipfile.ZipFile(tmp_path / "batch.zip", "w") as made:
        for name, sum_of in (("a.txt", b"a.txt"), ("b.txt", b"other")):
            field = b"\x01" + struct.pack("<L", zlib.crc32(sum_of)) + "总结.txt".encode()
            one = zipfile.ZipInfo(name)
            one.extra = struct.pack("<HH", 0x7075, len(field)) + field
            made.writestr(one, REPORT)
    assert names(tmp_path / "batch.zip") == ["总结.txt", "b.txt"]


def test_names_never_lead_out_and_none_is_lost(tmp_path: Path) -> None:
    """Paths that climb, begin at a root or a drive stay below the archive; equal names are numbered."""
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    held = {"../secret.txt": "1", "/secret.txt": "2", "..\\..\\C:\\secret.txt": "3", "secret (2).txt": "4"}
    path = write_zip(tmp_path / "batch.zip", held)
    assert names(path) == ["secret.txt", "secret (2).txt", "secret (3).txt", "secret (2) (2).txt"]
    assert [read(member).text for member in members(path)] == ["1", "2", "3", "4"]
    with pytest.raises(InputError):
        read(path / ".." / "batch.zip" / ".." / "secret.txt" / "x")


def test_names_longer_than_a_file_system_allows_are_read(tmp_path: Path) -> None:
    """A member exists in the archive only, so no length of its name can fail."""
    path = write_zip(tmp_path / "batch.zip", {"a" * 300 + ".d/" + "b" * 300 + ".txt": REPORT})
    assert len(gr.audit(path, progress=False).reports) == 1


def test_too_much_is_refused_before_it_is_inflated(tmp_path: Path) -> None:
    """Bombs, too many members and too large ones are one clear failure each."""
    bomb = write_zip(tmp_path / "bomb.zip", {f"{n}.txt": bytes(6_000_000) for n in range(2)})
    many = write_zip(tmp_path / "many.zip", {f"{n}.txt": "" for n in range(archive._MOST_MEMBERS + 1)})
    audit = gr.audit([bomb, many], progress=False)
    assert [failure.code for failure in audit.failures] == ["zip-bomb", "too-large"]


def test_sizes_that_lie_and_broken_archives_are_told(tmp_path: Path) -> None:
    """A member that holds other than its head says, a cut archive and an empty one are told, not believed."""
    data = write_zip(tmp_path / "lie.zip", {"a.txt": REPORT * 100}).read_bytes()
    size = struct.pack("<L", len((REPORT * 100).encode()))
    (tmp_path / "lie.zip").write_bytes(data.replace(size, struct.pack("<L", 50)))
    (tmp_path / "cut.zip").write_bytes(data[:-30])
    write_zip(tmp_path / "empty.zip", {})
    found = gr.audit([tmp_path / f"{name}.zip" for name in ("lie", "cut", "empty")], progress=False)
    assert [failure.code for failure in found.failures] == ["damaged-file", "no-reports", "damaged-file"]


def test_members_with_a_password_are_told(tmp_path: Path) -> None:
    """An encrypted member is refused in one line that names it."""
    path = write_zip(tmp_path / "batch.zip", {"a.txt": REPORT})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    with pytest.raises(InputError, match=r"batch\.zip/a\.txt: is password-protected"):
        read(path / "a.txt")
