"""What several commands share: closed choices, options of one meaning, and how a help text ends."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "COMPLETE",
    "Format",
    "Language",
    "MemoryOption",
    "RedactOption",
    "Redaction",
    "RulesOption",
    "TaxonomyOption",
    "bytes_of",
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


_SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,6})?) ?([KMGT]?)i?B?", re.IGNORECASE)
_POWERS = {letter: 1 << 10 * place for place, letter in enumerate(("", "K", "M", "G", "T"))}
# The search needs this much to work at all.
_LEAST_MEMORY = 1 << 20


def bytes_of(text: str) -> int:
    """Return how many bytes a size means, in steps of 1,024: ``2GB``, ``512 MB``, ``1.5G``.

    Raises BadParameter for what is none, or less than a megabyte.
    """
    found = _SIZE.fullmatch(text.strip())
    size = int(float(found[1]) * _POWERS[found[2].upper()]) if found else 0
    if size < _LEAST_MEMORY:
        raise typer.BadParameter(f"{text!r} is no size of a megabyte or more, such as 2GB or 512MB")
    return size


MemoryOption = Annotated[
    int | None,
    typer.Option(
        "--memory",
        parser=bytes_of,
        metavar="SIZE",
        help="What the comparison computes with, besides the texts, such as 2GB; 1GB unless given",
    ),
]


def examples(*lines: str) -> str:
    """Return the last lines of a help text: how the command is used."""
    return "\n\n".join(["Examples:", *lines])


def value_of(choice: Enum | None) -> str | None:
    """Return what the library takes for a choice: its word, None where nothing was chosen."""
    return None if choice is None else str(choice.value)
