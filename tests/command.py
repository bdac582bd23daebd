"""The command line, called as a user calls it: in this process, or in one of its own where that matters.

A process of its own takes two seconds to come up; what it prints and its status are the same.
"""

from __future__ import annotations

import sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from subprocess import CompletedProcess
from subprocess import run as start
from unittest.mock import patch


def run(*arguments: str) -> CompletedProcess[str]:
    """Run govreport with these arguments; return its status and what it printed."""
    from govreport.cli import main

    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    status: object = 0
    with patch.object(sys, "argv", ["govreport", *arguments]), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
    assert isinstance(status, int)
    printed, told = (stream.buffer.getvalue().decode("utf-8") for stream in (out, err))
    return CompletedProcess(["govreport", *arguments], status, printed, told)


def run_apart(*arguments: str) -> CompletedProcess[str]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "govreport", *arguments]
    return start(command, capture_output=True, text=True, check=False, encoding="utf-8")
