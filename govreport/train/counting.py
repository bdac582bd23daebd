"""Counts a collection of reports, so that its figures stand in for it where its texts are not at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from govreport.train.boundary import fitted, lessons_of, pruned
from govreport.train.common_shingles import sources_of, users_of
from govreport.train.documents import corpus_documents, plain_documents, summed
from govreport.train.figures import shared_part, write_shingles, write_tables

__all__ = ["count_figures"]


def count_figures(
    collection: Path, output: Path, others: Sequence[Path], corpus: Path, provenance: Mapping[str, str]
) -> dict[str, int]:
    """Write OUTPUT.json and OUTPUT.npy for a folder of plain reports; return how much was counted.

    Beside the counts stands what the collection's headings teach of the weights: best values and curvature.
    Only that is kept which, with the folders ``others`` and the corpus' train split, is seen often enough to
    be in a model: added to what is counted of those, the figures make the sums that the texts would make.
    """
    names = {path.stem for path in collection.glob("*.txt")}
    plain = plain_documents([*others, collection])
    own = [document.counts for document in plain if document.name in names]
    rest = [document.counts for document in plain if document.name not in names]
    rest += [document.counts for document in corpus_documents(corpus)]
    counted = summed(own)
    total = pruned(summed([counted, *rest]))
    tables = shared_part(counted, total)
    lessons = list(lessons_of([document for document in plain if document.name in names], False))
    taught = fitted(lessons, total).taught()
    told = {
        "documents": str(len(own)),
        "names": ", ".join(sorted(names)),
        **provenance,
        "note": "counts of strings and hashes; no text",
    }
    write_tables(tables, taught, output.with_suffix(".json"), told)
    here, submitters = users_of(sources_of([collection]))
    everywhere, _ = users_of(sources_of([*others, collection], corpus))
    rows = write_shingles(here, submitters, everywhere, output.with_suffix(".npy"))
    return {"documents": len(own), "strings": len(tables.inside), "shingles": rows}
