"""Commands for those who measure and rebuild: ``evaluate`` and ``train``."""

from __future__ import annotations

from enum import Enum
from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from govreport.commands.choices import Format, examples

__all__ = ["EVALUATE_EXAMPLES", "TRAIN_EXAMPLES", "evaluate", "train"]

EVALUATE_EXAMPLES = examples(
    "govreport evaluate corpus/reports",
    "govreport evaluate corpus/reports --format json > before.json",
    "govreport evaluate corpus/reports --against before.json",
)
TRAIN_EXAMPLES = examples("govreport train --corpus corpus/reports --out models/ texts/")


class Split(str, Enum):
    """Which reports of a corpus are measured."""

    train = "train"
    dev = "dev"
    test = "test"
    all = "all"


def evaluate(
    folder: Annotated[Path, typer.Argument(help="Reports with gold: a folder in the corpus format")],
    split: Annotated[Split, typer.Option("--split", help="test is sealed and needs --reason")] = Split.dev,
    reason: Annotated[
        str | None, typer.Option("--reason", help="Why, for a look at test or a lower floor")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="How to print it")] = Format.text,
    against: Annotated[
        Path | None, typer.Option("--against", help="JSON of an earlier run: what turned right, what wrong")
    ] = None,
    floors: Annotated[Path | None, typer.Option("--floors", help="Exit with 1 below these floors")] = None,
    pin: Annotated[bool, typer.Option("--pin", help="Write the scores to --floors; they only rise")] = False,
    real: Annotated[
        Path | None, typer.Option("--real", help="Plain reports: fuse their headings and count exact borders")
    ] = None,
    second: Annotated[
        Path | None, typer.Option("--second", help="Another annotator's gold: how far the two agree")
    ] = None,
) -> None:
    """Measure every task against gold: precision, recall and F1 with 95 % intervals over reports."""
    from govreport.evaluate.command import run_evaluation

    lines, status = run_evaluation(
        folder,
        split=split.value,
        reason=reason,
        as_json=format is Format.json,
        against=against,
        floors=floors,
        pin=pin,
        real=real,
        second=second,
    )
    for line in lines:
        typer.echo(line)
    raise typer.Exit(status)


def train(
    out: Annotated[Path, typer.Option("--out", help="The folder in which the models are written, as JSON")],
    corpus: Annotated[Path, typer.Option("--corpus", help="Reports with gold: the train split is used")],
    texts: Annotated[
        list[Path] | None, typer.Argument(help="Plain reports with headings on lines of their own")
    ] = None,
) -> None:
    """Rebuild the models; print the exact heading borders, cross-fitted by document.

    Heading borders and what everyone writes are counted anew only where folders of plain reports are given.
    Statements and follow-ups are learned on the package's borders: put new ones in place and train again.
    """
    from govreport.export.progress import progress_of
    from govreport.train import (
        train_areas,
        train_boundary,
        train_common_shingles,
        train_follow,
        train_slots,
        train_statements,
    )
    from govreport.train.enough import check_corpus, check_texts, made_folder

    check_corpus(corpus)
    check_texts(texts or ())
    made_folder(out)
    learned = {
        "statements": train_statements,
        "slots": train_slots,
        "areas": train_areas,
        "follow": train_follow,
    }
    total, done = len(learned) + (2 if texts else 0), count(1)
    with progress_of(True) as told:
        told("training", 0, total)
        if texts:
            for source, (right, cases) in train_boundary(texts, out / "boundary.json", corpus).items():
                typer.echo(f"{source:<16}{right:>6} of {cases:<6}{right / cases:.3f}")
            told("training", next(done), total)
            submitters, shingles = train_common_shingles(texts, out / "common_shingles.npy", corpus)
            typer.echo(f"{'set phrases':<16}{shingles:>6} shingles of {submitters} submitters")
            told("training", next(done), total)
        for name, train_one in learned.items():
            for task, number in train_one(corpus, out / f"{name}.json").items():
                typer.echo(f"{task:<16}{number:>6}")
            told("training", next(done), total)
