"""What training needs before it begins: enough reports to learn from, and a folder to write to.

>>> made_folder(".").is_dir()
True
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from govreport.corpus import load_corpus
from govreport.corpus.relations import follow_ups, series_pairs
from govreport.errors import InputError, OutputError, UsageError

__all__ = ["check_corpus", "check_texts", "made_folder"]

# What models say of reports that they have not seen is told by as many folds.
_LEAST = 5


def check_corpus(corpus: str | Path) -> None:
    """Raise UsageError where a corpus has too few reports to learn from, or none that follows another."""
    items = [item for item in load_corpus(corpus) if item.split == "train"]
    if len(items) < _LEAST:
        said = f'{len(items)} of its reports have split = "train" in their head; {_LEAST} or more are wanted'
        raise UsageError("too-few-reports", said, path=corpus, hint="see corpus/GUIDE.md")
    if not any(follow_ups(*pair) for pair in series_pairs(items)):
        said = "none of its reports says what became of the commitments of another (series, >done:NAME)"
        raise UsageError("no-follow-ups", said, path=corpus, hint="see corpus/GUIDE.md")


def check_texts(folders: Iterable[Path]) -> None:
    """Raise InputError where a folder of plain reports is not there or holds none."""
    for folder in folders:
        if not any(folder.glob("*.txt")):
            raise InputError("no-texts", "is no folder with files named *.txt", path=folder)


def made_folder(out: str | Path) -> Path:
    """Return the folder, made if it was not there; raise OutputError where it can't be made."""
    try:
        Path(out).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"can't be the folder of the models ({error.strerror or error})"
        raise OutputError("no-output", reason, path=out, hint="choose another folder") from error
    return Path(out)
