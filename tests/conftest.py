"""What all tests share: property tests are not timed, and no tool may be missing where none is allowed to."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Where it is set, each process that a test starts would compile the whole package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Set where the tools of the skipping tests are installed: a skip for a missing one is then a failure.
_NO_SKIP = "GOVREPORT_NO_SKIP"
# How such a skip is told from one for texts that are not ours to give away.
_MISSING = "is not installed"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """Turn a test that skips for a missing tool into one that fails."""
    outcome = yield
    _refuse(outcome.get_result())


@pytest.hookimpl(hookwrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """The same for a module that skips as a whole."""
    outcome = yield
    _refuse(outcome.get_result())


def _refuse(report: pytest.TestReport | pytest.CollectReport) -> None:
    if os.environ.get(_NO_SKIP) and report.skipped and _MISSING in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"{_NO_SKIP} is set, but: {report.longrepr}"
