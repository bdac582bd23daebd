"""Old Office, RTF and OpenDocument files: read through LibreOffice or antiword, and nothing else happens."""

from __future__ import annotations

import shutil
import socket
import stat
import subprocess
import threading
import time
from pathlib import Path

import pytest

from govreport.errors import InputError
from govreport.read import office, read
from tests.read.packages import write_odt

needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice is not installed"
)
needs_antiword = pytest.mark.skipif(not shutil.which("antiword"), reason="antiword is not installed")
REPORT = "县妇联工作总结\n一、加强组织建设\n全年举办培训12期。\n（一）党建\n二、维护权益\n"


def escaped(text: str) -> str:
    return "".join(
        c if c < "\x7f" else f"\\u{ord(c) if ord(c) < 0x8000 else ord(c) - 0x10000}?" for c in text
    )


def rtf(text: str, extra: str = "") -> str:
    return "{\\rtf1\\ansi " + extra + escaped(text).replace("\n", "\\par\n") + "}"


@pytest.fixture(scope="module")
def word_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A .doc that LibreOffice wrote, long enough for antiword."""
    folder = tmp_path_factory.mktemp("doc")
    (folder / "a.rtf").write_text(rtf(REPORT * 40), encoding="ascii")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc", "a.rtf"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=100)
    return folder / "a.doc"


@needs_office
def test_old_word_files_are_known_by_their_content(word_file: Path, tmp_path: Path) -> None:
    """A .doc is read under any name, all paragraphs are there, and it says that it was converted."""
    for name in ("a.doc", "a.wps", "a.txt"):
        document = read(shutil.copy(word_file, tmp_path / name))
        assert document.text == REPORT * 40
        assert document.provenance.format == "doc"
        assert "converted" in document.provenance.warnings


@needs_office
def test_rtf_and_open_documents_keep_automatic_numbers(tmp_path: Path) -> None:
    """Numbers that a list of an .odt counts are written out; an RTF's text is its paragraphs."""
    (tmp_path / "a.rtf").write_text(rtf(REPORT), encoding="ascii")
    assert read(tmp_path / "a.rtf").text == REPORT
    listed = '<text:list text:style-name="L">' + "".join(
        f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in ("加强组织建设", "维护权益")
    )
    found = read(write_odt(tmp_path / "a.odt", listed + "</text:list>"))
    assert found.text == "一、加强组织建设\n二、维护权益\n"
    assert found.provenance.format == "odt"


@needs_office
def test_nothing_is_fetched_and_no_other_file_is_read(tmp_path: Path) -> None:
    """Linked pictures and texts of an .odt and an .rtf call no server and bring in no other file."""
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET-WORD", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.png"
        image = f'<draw:image xlink:href="{address}"/>'
        picture = f'<text:p>正文<draw:frame svg:width="1cm" svg:height="1cm">{image}</draw:frame></text:p>'
        source = f'<text:section-source xlink:href="{secret.as_uri()}"/>'
        section = f'<text:section text:name="s">{source}<text:p>旧</text:p></text:section>'
        write_odt(tmp_path / "a.odt", picture + section)
        fields = "".join(
            f'{{\\field{{\\*\\fldinst {kind} "{target}"}}{{\\fldrslt x}}}}'
            for kind, target in (("INCLUDEPICTURE", address), ("INCLUDETEXT", secret))
        )
        (tmp_path / "a.rtf").write_text(rtf("正文", fields), encoding="ascii")
        texts = [read(tmp_path / name).text for name in ("a.odt", "a.rtf")]
        with pytest.raises(TimeoutError):
            server.accept()
    assert all("正文" in text and "SECRET-WORD" not in text for text in texts)


@needs_office
def test_conversion_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file stays in the temporary folder, the home or beside the report, also when it can't be read."""
    for name in ("home", "temporary", "reports"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "reports" / "a.rtf").write_text(rtf(REPORT), encoding="ascii")
    read(tmp_path / "reports" / "a.rtf")
    found = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert found == ["reports/a.rtf"]


def fake_office(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch, name: str = "soffice") -> None:
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_a_conversion_that_hangs_is_killed_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the time is over the program and what it started are gone, and the message says so."""
    fake_office(tmp_path / "bin", f"sleep 300 & echo $! > {tmp_path}/child; wait", monkeypatch)
    monkeypatch.setattr(office, "_SECONDS", 1)
    (tmp_path / "a.rtf").write_text(rtf(REPORT), encoding="ascii")
    with pytest.raises(InputError, match=r"a\.rtf: could not be converted within") as caught:
        read(tmp_path / "a.rtf")
    assert caught.value.code == "timeout"
    assert is_gone(int((tmp_path / "child").read_text()))


def is_gone(process: int) -> bool:
    """A killed process may still wait for whoever takes its status: it runs no more."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{process}/stat").read_text().split()[2]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_without_a_program_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each format names the program that reads it, in one line with the file's name."""
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.rtf").write_text(rtf(REPORT), encoding="ascii")
    (tmp_path / "a.wps").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le"))
    for name, wanted in (("a.rtf", "LibreOffice"), ("a.wps", "LibreOffice or antiword")):
        with pytest.raises(InputError, match=f"{name}.*needs {wanted} to be read; install") as caught:
            read(tmp_path / name)
        assert caught.value.code == "legacy-file"


@needs_office
@needs_antiword
def test_antiword_reads_where_libreoffice_is_missing(
    word_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All paragraphs are there, and the warning tells that automatic numbers may not be."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "antiword").symlink_to(str(shutil.which("antiword")))
    monkeypatch.setenv("PATH", str(folder))
    document = read(word_file)
    assert document.provenance.warnings == ("converted-as-text",)
    assert [line for line in document.text.splitlines() if line] == (REPORT * 40).splitlines()


def test_passwords_and_workbooks_of_old_office_are_refused(tmp_path: Path) -> None:
    """A .doc with a password and an .xls are told as such, without a program being started."""
    head = b"\xd0\xcf\x11\xe0".ljust(512, b"\0") + b"\xec\xa5".ljust(11, b"\0")
    cases = {
        "encrypted-file": head + b"\x01" + bytes(500),
        "wrong-format": head[:512] + "Workbook".encode("utf-16-le"),
    }
    for code, data in cases.items():
        (tmp_path / "a.doc").write_bytes(data)
        with pytest.raises(InputError) as caught:
            read(tmp_path / "a.doc")
        assert caught.value.code == code


@needs_office
def test_several_files_are_converted_at_once(tmp_path: Path) -> None:
    """Conversions side by side don't disturb each other: each has a profile of its own."""
    texts: dict[str, str] = {}

    def convert(name: str) -> None:
        texts[name] = read(tmp_path / name).text

    names = ["a.rtf", "b.rtf"]
    for name in names:
        (tmp_path / name).write_text(rtf(f"{name}总结\n"), encoding="ascii")
    threads = [threading.Thread(target=convert, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == {name: f"{name}总结\n" for name in names}
