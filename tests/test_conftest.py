"""The tests' own rules."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
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


# The reasons for which a test may skip wherever it runs: texts that are not ours, and another system.
ALLOWED = ("GOVREPORT_SHARED", "this system has no")


def reasons() -> Iterator[str]:
    """Yield what every test that may skip says, without what is filled in."""
    for file in Path(__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            name = node.func.attr
            if name in ("skip", "skipif", "importorskip"):
                given = [word.value for word in node.keywords if word.arg == "reason"]
                for reason in given or (node.args if name == "skip" else ()):
                    pieces = (one.value for one in ast.walk(reason) if isinstance(one, ast.Constant))
                    yield "".join(map(str, pieces))


def test_every_skip_for_a_missing_tool_is_known_as_one() -> None:
    """Whoever skips says that something is not installed, which fails where it was, or has a known reason."""
    found = list(reasons())
    assert len(found) > 15
    assert not [one for one in found if "is not installed" not in one and not any(a in one for a in ALLOWED)]
