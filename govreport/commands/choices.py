"""What several commands share: closed choices, options of one meaning, and how a help text ends."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "COMPLETE",
    "Format",
    "Language",
    "RedactOption",
    "Redaction",
    "RulesOption",
    "TaxonomyOption",
    "examples",
    "value_of",
]

# The variable by which a shell asks what a word could become.
COMPLETE = "_GOVREPORT_COMPLETE"


class Format(str, Enum):
    """How a command prints what it found."""

    text = "text"
    json = "json"


class Language(str, Enum):
    """The language of labels; the report's own script by default."""

    hant = "zh-Hant"
    hans = "zh-Hans"
    en = "en"


class Redaction(str, Enum):
    """What is masked in all that is written."""

    persons = "persons"


TaxonomyOption = Annotated[str | None, typer.Option("--taxonomy", help="Id or TOML file of work areas")]
RulesOption = Annotated[
    Path | None, typer.Option("--rules", help="TOML file that switches rules off and sets thresholds")
]
RedactOption = Annotated[
    Redaction | None, typer.Option("--redact", help="Mask the names of persons in what is written")
]


def examples(*lines: str) -> str:
    """Return the last lines of a help text: how the command is used."""
    return "\n\n".join(["Examples:", *lines])


def value_of(choice: Enum | None) -> str | None:
    """Return what the library takes for a choice: its word, None where nothing was chosen."""
    return None if choice is None else str(choice.value)
