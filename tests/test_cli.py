"""The command line, called as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.command import run, run_apart

EXAMPLE = Path(__file__).parent.parent / "corpus" / "examples" / "baishi-2021.txt"


def test_show_prints_the_outline() -> None:
    """The terminal shows title, sections and parts in the report's own script."""
    result = run_apart("show", str(EXAMPLE))
    assert result.returncode == 0
    assert "存在的問題" in result.stdout
    assert result.stderr == ""


def test_show_as_json_holds_the_schema() -> None:
    """What ``show --format json`` prints is what ``schema`` describes."""
    from jsonschema import Draft202012Validator

    record = json.loads(run("show", str(EXAMPLE), "--format", "json").stdout)
    Draft202012Validator(json.loads(run("schema").stdout)).validate(record)
    assert len(record["sections"]) == 10


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [("empty.txt", b"", 3), ("binary.txt", bytes(range(256)) * 40, 3), ("a.xyz", b"text", 3), (None, b"", 2)],
)
def test_a_bad_file_gets_one_line(tmp_path: Path, name: str | None, content: bytes, status: int) -> None:
    """One line on stderr names the file; nothing on stdout; no traceback."""
    path = tmp_path / (name or "missing.txt")
    if name:
        path.write_bytes(content)
    result = run_apart("show", str(path))
    assert (result.returncode, result.stdout) == (status, "")
    assert result.stderr.count("\n") == 1
    assert path.name in result.stderr


@pytest.mark.parametrize(
    "arguments", [["shwo"], ["show"], ["show", "--nope"], ["show", str(EXAMPLE), "--format", "x"]]
)
def test_wrong_use_is_status_two(arguments: list[str]) -> None:
    """A command typed wrong is told, with status 2."""
    result = run_apart(*arguments)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_audit_passes_every_option_on(tmp_path: Path) -> None:
    """What is given by --history is compared with and added to, and --reference is labelled as such."""
    text = EXAMPLE.read_text(encoding="utf-8")
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(text, encoding="utf-8")
    history = ["--history", str(tmp_path / "history.duckdb")]
    first = run("audit", str(tmp_path / "first"), "--out", str(tmp_path / "a"), *history)
    assert first.returncode == 0
    assert "0 matches" in first.stdout
    run("audit", str(tmp_path / "second"), "--out", str(tmp_path / "b"), *history, "--lang", "en")
    assert "history:first.txt" in (tmp_path / "b" / "matches.csv").read_text(encoding="utf-8")
    assert '<html lang="en"' in (tmp_path / "b" / "index.html").read_text(encoding="utf-8")
    reference = ["--reference", str(tmp_path / "first")]
    run("audit", str(tmp_path / "second"), "--out", str(tmp_path / "c"), *reference)
    assert ",reference," in (tmp_path / "c" / "matches.csv").read_text(encoding="utf-8")


def test_audit_fails_on_what_is_flagged(tmp_path: Path) -> None:
    """--fail-on sets the status to 1, and an engine that is not there is wrong usage."""
    out, file = str(tmp_path / "out"), tmp_path / "a.txt"
    file.write_text("xx镇妇联2021年工作总结\n一、加强培训。全年举办培训班3期。\n", encoding="utf-8")
    assert run("audit", str(file), "--out", out, "--fail-on", "info").returncode == 1
    wrong = run("audit", str(EXAMPLE), "--out", out, "--engine", "none")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("govreport: ")


@pytest.mark.parametrize(
    ("given", "bytes_"),
    [("2GB", 2 << 30), ("512 mb", 512 << 20), ("1.5G", 3 << 29), ("1048576", 1 << 20), ("64MiB", 64 << 20)],
)
def test_memory_is_a_size(given: str, bytes_: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What --memory says reaches the search as bytes, in steps of 1,024."""
    from govreport.cli import app
    from govreport.engines.embedded import Embedded

    asked: list[int | None] = []

    class Listening(Embedded):
        def __init__(self, memory: int | None = None) -> None:
            asked.append(memory)
            super().__init__(memory)

    monkeypatch.setattr("govreport.engines.embedded.Embedded", Listening)
    arguments = ["audit", str(EXAMPLE), "--out", str(tmp_path), "--quiet", "--memory", given]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    assert asked == [bytes_]


@pytest.mark.parametrize("given", ["much", "0", "-1GB", "12KB", "1e9", "GB"])
def test_no_size_is_wrong_use(given: str, tmp_path: Path) -> None:
    """What is no size, or too small to work with, is told with status 2, and nothing is written."""
    from govreport.cli import app

    done = CliRunner().invoke(app, ["audit", str(EXAMPLE), "--out", str(tmp_path / "o"), "--memory", given])
    assert done.exit_code == 2
    assert not (tmp_path / "o").exists()
