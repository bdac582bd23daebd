"""The data sheet's counts are those of the corpus."""

from __future__ import annotations

from pathlib import Path

import govreport as gr
from govreport.corpus.counts import counts_table

CORPUS = Path(__file__).parent.parent.parent / "corpus"


def test_the_data_sheet_counts_what_is_there() -> None:
    """Write the table anew with `govreport.corpus.counts.counts_table` when reports change."""
    table = counts_table(gr.load_corpus(CORPUS / "reports"))
    assert table in (CORPUS / "DATASHEET.md").read_text(encoding="utf-8")
