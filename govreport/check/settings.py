"""Which rules are on, how severe they are and from where on they tell: as shipped, or as a TOML file says.

>>> shipped().is_on("over-length"), shipped().limit("vague-commitments", "share")
(False, 0.8)
>>> settings_of('[placeholder]\\non = false\\n[over-length]\\non = true\\n').is_on("over-length")
True
>>> settings_of('[placeholders]\\non = false')
Traceback (most recent call last):
govreport.errors.UsageError: rules: line 1: there is no rule 'placeholders'; did you mean 'placeholder'?
"""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from govreport.check.wrong_settings import refuse, refuse_syntax
from govreport.errors import UsageError
from govreport.text.lexicon import load_table

__all__ = ["Settings", "read_settings", "settings_of", "shipped"]

Limits = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Settings:
    """What was set; what was not is as shipped (``data/rules.toml``)."""

    on: Mapping[str, bool] = field(default_factory=dict)
    severities: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=dict)

    def is_on(self, code: str) -> bool:
        """Whether a rule tells at all."""
        shipped_on = bool(load_table("rules").get(code, {}).get("on", True))
        return self.on.get(code, shipped_on)

    def severity(self, code: str, found: str | None) -> str:
        """Return how severe a flag is: as set, as the rule found, or as shipped."""
        return self.severities.get(code) or found or str(load_table("check")["severity"][code])

    def limit(self, code: str, name: str) -> float:
        """Return a threshold."""
        given: float = self.limits.get(code, {}).get(name, load_table("rules")[code][name][0])
        return given

    def rule_print(self, code: str) -> str:
        """Return a short hash of a rule: its settings and the tables or files of words that it reads."""
        rule = load_table("rules").get(code, {})
        known = load_table("check")
        words = {name: known[name] if name in known else load_table(name) for name in rule.get("tables", ())}
        severity = self.severities.get(code, load_table("check")["severity"].get(code))
        limits = {name: self.limit(code, name) for name, value in rule.items() if _is_limit(name, value)}
        written = json.dumps([severity, limits, words], ensure_ascii=True, sort_keys=True)
        return hashlib.sha256(written.encode("ascii")).hexdigest()[:12]


def shipped() -> Settings:
    """Return the settings with nothing changed."""
    return Settings()


def read_settings(path: str | os.PathLike[str]) -> Settings:
    """Return what a file sets; raises UsageError with the line and the word that is wrong there."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("wrong-rules", "is no text in UTF-8", path=path, hint="save it in UTF-8") from error
    except OSError as error:
        reason = f"can't be read ({error.strerror or error})"
        raise UsageError("missing-file", reason, path=path, hint="check the path") from error
    return settings_of(text, os.fspath(path))


def settings_of(text: str, name: str = "rules") -> Settings:
    """Return what a text sets; ``name`` is that of its file, for messages."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise refuse_syntax(name, text, error) from error
    refuse(name, text, table, _known())
    on = {code: bool(row["on"]) for code, row in table.items() if "on" in row}
    severities = {code: str(row["severity"]) for code, row in table.items() if "severity" in row}
    limits = {
        code: {key: value for key, value in row.items() if _sets_limit(key)} for code, row in table.items()
    }
    return Settings(on, severities, {code: row for code, row in limits.items() if row})


def _sets_limit(name: str) -> bool:
    return name not in ("on", "severity")


def _is_limit(name: str, value: Any) -> bool:
    return isinstance(value, list) and name != "tables"


@cache
def _known() -> dict[str, dict[str, tuple[float, float, float]]]:
    """Return the thresholds of each rule: default, least, most."""
    return {
        code: {name: tuple(value) for name, value in rule.items() if _is_limit(name, value)}
        for code, rule in load_table("rules").items()
    }
