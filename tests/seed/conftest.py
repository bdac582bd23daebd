"""Reports that are not ours: read from the folder GOVREPORT_SHARED, skipped where it is missing."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of texts that may not be part of the project."""
    folder = Path(os.environ.get("GOVREPORT_SHARED", ROOT.parent / "shared"))
    if not (folder / "seed").is_dir():
        pytest.skip("the folder of shared reports is not here (set GOVREPORT_SHARED)")
    return folder


@pytest.fixture(scope="session")
def seed_path(shared: Path) -> Path:
    """The seed report."""
    return next((shared / "seed").glob("*.txt"))


@pytest.fixture(scope="session")
def gold(shared: Path) -> list[dict[str, Any]]:
    """The records of the seed's gold."""
    lines = (shared / "seed" / "gold.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]
