"""The floors of the house: imports go down only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_layer_contract_holds() -> None:
    """No room imports a room above it or beside it."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_files_stay_small() -> None:
    """No source file outgrows 400 lines."""
    long = [p for p in (ROOT / "govreport").rglob("*.py") if len(p.read_text("utf-8").splitlines()) > 400]
    assert long == []


def test_ruff_and_mypy_are_clean() -> None:
    """The code passes the linter, the formatter and the strict type check."""
    for command in (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]):
        program = [sys.executable, "-m", *command]
        result = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stdout + result.stderr
