"""The corpus: every gold file reads, its spans are right, and the examples are its texts."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport as gr
from govreport.corpus import CorpusItem
from govreport.corpus.marked import parse_marked
from govreport.corpus.problems import problems_in
from govreport.errors import InputError
from govreport.model import Submission
from govreport.reuse import find_matches

CORPUS = Path(__file__).parent.parent.parent / "corpus"
ITEMS = list(gr.load_corpus(CORPUS / "reports"))
AREAS = {name: {area.id for area in gr.load_taxonomy(name).areas} for name in gr.taxonomies()}


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.document.id)
def test_gold_is_whole(item: object) -> None:
    """Quotes equal their spans; statements lie in parts; sections are cut at their marks."""
    gold, text = item.gold, item.document.text  # type: ignore[attr-defined]
    assert "⟦" not in text
    assert gold.sections
    for section in gold.sections:
        assert text[section.marker_span.start : section.marker_span.end] == section.marker
    for statement in gold.statements:
        assert statement.text == text[statement.span.start : statement.span.end]
        assert statement.text.strip() == statement.text
        assert statement.text[-1] not in "，。；,;：:"
        assert statement.part


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.document.id)
def test_gold_has_no_problems(item: CorpusItem) -> None:
    """Every mark, area, part, kind, status, slot and flag is one of those that the guide knows."""
    source = (CORPUS / "reports" / f"{item.document.id}.gold.txt").read_text(encoding="utf-8")
    assert problems_in(source, AREAS[item.taxonomy]) == []


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("⟦measure done|，发放资料⟧", "at its edge"),
        ("⟦measure made|发放资料⟧", "unknown status"),
        ("⟦action|发放⟧资料", "in no statement"),
        ("⟦measure|发放⟦measure|资料⟧⟧", "in another one"),
        ("⟦lead plans|下一步⟧", "needs one of"),
        ("⟦flag copied-passage|发放⟧", "is drawn"),
        ("⟦commitment >later|发放⟧", "unknown outcome"),
        ("⟦1|一、发放普法资料工作⟧", "without ‖"),
    ],
)
def test_what_is_wrong_with_gold_is_told(body: str, why: str) -> None:
    """A slip of the annotator is told with its line before anything is measured on it."""
    (problem,) = problems_in(f"+++\n+++\n\n{body}。", {"law"})
    assert problem.startswith("line 4: ")
    assert why in problem


@pytest.mark.parametrize("file", sorted((CORPUS / "examples").glob("*.txt")), ids=lambda file: file.stem)
def test_examples_are_texts_of_the_corpus(file: Path) -> None:
    """An example is its gold without the marks."""
    by_id = {item.document.id: item.document.text for item in ITEMS}
    assert file.read_text(encoding="utf-8") == by_id[file.stem]


def test_a_paste_repeats_block_and_gold() -> None:
    """Sections and statements of the second copy name their originals."""
    source = "⟦dup a⟧⟦1|一、‖普法⟧⟦measure|发放资料⟧。⟦/dup a⟧\n⟦paste a⟧"
    marked = parse_marked(source)
    assert marked.text == "一、普法发放资料。\n一、普法发放资料。"
    assert [mark.span for mark in marked.named("dup")] == [(0, 9), (10, 19)]


@pytest.mark.parametrize("source", ["⟦1|一、", "一、⟧", "⟦/dup a⟧", "⟦⟧", "‖", "⟦paste a⟧", "⟦dup a⟧"])
def test_a_wrong_mark_is_told_with_its_line(source: str) -> None:
    """The message names the line."""
    with pytest.raises(InputError, match="line 2"):
        parse_marked("\n" + source)


def test_a_folder_without_gold_is_told(tmp_path: Path) -> None:
    """The message says what was wanted."""
    with pytest.raises(InputError, match=r"\.gold\.txt"):
        list(gr.load_corpus(tmp_path))


def test_a_report_that_stands_twice_is_refused() -> None:
    """Two annotators' folders below one another would let a model be measured on what it learned."""
    with pytest.raises(InputError, match=r"twice: in .* and .*corpus/reports"):
        list(gr.load_corpus(CORPUS))


def test_no_report_repeats_one_of_another_split() -> None:
    """What dev and test measure was not learned from: no passage of theirs stands in another split."""
    items = ITEMS
    split = {item.document.id: item.split for item in items}
    batch = [
        Submission(item.document.id, item.document.text, item.meta.get("unit"), item.meta.get("year"))
        for item in items
    ]
    across = [
        match
        for match in find_matches(batch)
        if split[match.documents[0]] != split[match.documents[1]] and match.label == "copied"
    ]
    assert [m.documents for m in across if m.kind != "near" and m.right.span.length > 60] == []
    assert len(across) < 0.01 * len(items) ** 2 / 2
