"""Documents that an engine reads where they lie: each is an input or has an outcome that says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from govreport.engines.sources import StoredDocument, is_table
from govreport.errors import InputError
from govreport.gather.listing import Input, is_wanted, no_reports, outcome, unwanted
from govreport.model import Outcome

__all__ = ["find_stored"]


def find_stored(
    sources: Iterable[str], listed: Callable[[str], Iterable[StoredDocument]]
) -> tuple[list[Input], list[Outcome]]:
    """Return what is to be read of each source, and outcomes for what is not.

    Every row of a table is a document; of files below an address those are passed over that are in a folder.
    """
    inputs: list[Input] = []
    outcomes: list[Outcome] = []
    for source in dict.fromkeys(sources):
        try:
            every = list(listed(source))
        except InputError as error:
            reason = f"{error.reason}; {error.hint}" if error.hint else error.reason
            outcomes.append(outcome(source, "error", error.code, reason))
            continue
        wanted = [one for one in every if is_table(source) or is_wanted(PurePosixPath(one.id).name)]
        inputs += [Input(one.path, one.id, source) for one in wanted]
        kept = set(wanted)
        outcomes += [unwanted(*one) for one in every if one not in kept]
        if not wanted:
            outcomes.append(no_reports(source))
    return inputs, outcomes
