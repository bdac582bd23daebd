"""Who publishes what govreport found can cite it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_citation_names_this_version() -> None:
    """CITATION.cff has the keys that its format asks for, and the version and licence of the package."""
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    found = dict(re.findall(r"(?m)^([a-z-]+): *(.*)$", text))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"cff-version", "message", "title", "authors"} <= found.keys()
    assert found["version"] == project["version"]
    assert found["license"] == project["license"]
    assert f'name: "{project["authors"][0]["name"]}"' in text
