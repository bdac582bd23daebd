"""A quarter of the corpus is annotated twice, and the data sheet says how far the two agree."""

from __future__ import annotations

from pathlib import Path

from govreport.corpus import load_corpus
from govreport.evaluate.annotators import agreement_of, agreement_table

CORPUS = Path(__file__).parent.parent.parent / "corpus"
FIRST, SECOND = CORPUS / "agreement" / "first", CORPUS / "agreement" / "second"


def test_the_data_sheet_tells_the_agreement() -> None:
    """Its table is that of `govreport evaluate FIRST --second SECOND`."""
    table = agreement_table(agreement_of(FIRST, SECOND))
    assert table in (CORPUS / "DATASHEET.md").read_text(encoding="utf-8")


def test_second_annotations_are_of_the_same_texts_by_others() -> None:
    """Each twice annotated report stands in the corpus, and its annotators are two."""
    texts = {item.document.id: item.document.text for item in load_corpus(CORPUS / "reports")}
    first = {item.document.id: item for item in load_corpus(FIRST)}
    second = {item.document.id: item for item in load_corpus(SECOND)}
    assert first.keys() == second.keys()
    for name, item in first.items():
        assert item.document.text == second[name].document.text == texts[name]
        assert item.meta["annotator"] != second[name].meta["annotator"]
