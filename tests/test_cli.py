"""The command line, called as a user calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent.parent / "corpus" / "examples" / "baishi-2021.txt"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run govreport in a process of its own."""
    command = [sys.executable, "-m", "govreport", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_show_prints_the_outline() -> None:
    """The terminal shows title, sections and parts in the report's own script."""
    result = run("show", str(EXAMPLE))
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
    result = run("show", str(path))
    assert (result.returncode, result.stdout) == (status, "")
    assert result.stderr.count("\n") == 1
    assert path.name in result.stderr


@pytest.mark.parametrize(
    "arguments", [["shwo"], ["show"], ["show", "--nope"], ["show", str(EXAMPLE), "--format", "x"]]
)
def test_wrong_use_is_status_two(arguments: list[str]) -> None:
    """A command typed wrong is told, with status 2."""
    result = run(*arguments)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
