"""The tests' own rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SKIPPING = "import pytest\n\ndef test_it():\n    pytest.skip('{}')\n"
WHOLE = "import pytest\n\npytest.skip('{}', allow_module_level=True)\n"


@pytest.mark.parametrize("source", [SKIPPING, WHOLE])
@pytest.mark.parametrize(
    ("reason", "no_skip", "status"),
    [
        ("chromium is not installed", "1", {1, 2}),
        ("chromium is not installed", "", {0, 5}),
        ("no texts", "1", {0, 5}),
    ],
)
def test_a_missing_tool_is_no_excuse_where_it_was_installed(
    tmp_path: Path, source: str, reason: str, no_skip: str, status: set[int]
) -> None:
    """With GOVREPORT_NO_SKIP a skip for a missing tool fails; other skips are left alone."""
    (tmp_path / "conftest.py").write_text(Path(__file__).with_name("conftest.py").read_text(encoding="utf-8"))
    (tmp_path / "test_it.py").write_text(source.format(reason))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_it.py"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={"GOVREPORT_NO_SKIP": no_skip, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
    )
    assert done.returncode in status, done.stdout.decode()
