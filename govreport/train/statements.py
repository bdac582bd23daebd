"""The model of statements, fitted on the train split of a corpus: the same bytes each time.

Clauses are read and parts are found as they will be in use; the gold tells which clauses belong together. How
unsure the model of kinds has to be for the rules to decide is learned on reports that it has not seen.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from govreport.corpus import CorpusItem, load_corpus
from govreport.extract.grouping import rule_tags
from govreport.extract.kinds import kind_and_status
from govreport.extract.model import TAGS
from govreport.extract.names import clause_names, statement_names, word_names
from govreport.extract.sentences_read import Placed, ReadSentence, read_sentences
from govreport.extract.tagging import drafts_of
from govreport.model import Span, Statement
from govreport.normalize import normalize
from govreport.reuse import find_duplicates
from govreport.segment import segment
from govreport.text.linear import written_out
from govreport.train.linear import Example, fit_linear
from govreport.train.margins import Ruled, held_out, margin

__all__ = ["train_statements"]

_STRENGTH = {"tag": 0.2, "kind": 0.3, "status": 0.15}
_OWN_SHARE = 0.5


def train_statements(corpus: str | Path, output: str | Path) -> dict[str, int]:
    """Fit and write the model; return how many examples each of its three parts saw."""
    items = [item for item in load_corpus(corpus) if item.split == "train"]
    examples: dict[str, list[Example]] = {"tag": [], "kind": [], "status": []}
    ruled: list[Ruled] = []
    for number, item in enumerate(items):
        for name, example, rule in _examples(item):
            examples[name].append(example)
            if name == "kind":
                ruled.append(Ruled(example, rule, number))
    stored: dict[str, Any] = {
        "provenance": {"reports": len(items), "note": "weights of names; no text"},
        "unsure": margin(list(held_out(ruled, _STRENGTH["kind"]))),
        **{name: fit_linear(found, _STRENGTH[name]) for name, found in examples.items()},
    }
    text = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
    Path(output).write_text(text + "\n", encoding="utf-8")
    return {name: len(found) for name, found in examples.items()}


def _examples(item: CorpusItem) -> Iterator[tuple[str, Example, str | None]]:
    """Yield what each part of the model learns from, and for a kind what the rules say."""
    text = normalize(item.document)
    outline = segment(text, find_duplicates(text))
    spans = [text.normalized(one.span) for one in item.gold.statements]
    before = "none"
    for sentence in read_sentences(text, outline):
        owners = _owners(sentence, spans)
        tags = list(_tags(owners))
        ruled = rule_tags(sentence)
        for place, tag in enumerate(tags):
            yield "tag", Example(written_out(clause_names(sentence, place, ruled)), tag), None
        told = [owner for owner, tag in zip(owners, tags, strict=True) if tag == "begins"]
        for owner, draft in zip(told, drafts_of(sentence, tags), strict=True):
            gold: Statement = item.gold.statements[owner or 0]
            words = text.text[draft.start : draft.end]
            rules = kind_and_status(draft, words)
            names = written_out(statement_names(sentence, draft, words, before, rules))
            rule = rules[0] if rules else None
            yield "kind", Example([*names, *written_out(word_names(words))], gold.kind), rule
            yield "status", Example([*names, f"kind={gold.kind}"], gold.status), None
            before = gold.kind


def _owners(sentence: ReadSentence, spans: Sequence[Span]) -> list[int | None]:
    """Return, for each clause, the place of the gold statement that holds most of it."""
    return [_owner(placed, spans) for placed in sentence.clauses]


def _owner(placed: Placed, spans: Sequence[Span]) -> int | None:
    own = Span(placed.start + placed.clause.begin, placed.end)
    shares = [(span.overlap(own), -place) for place, span in _near(own, spans)]
    most = max(shares, default=(0, 0))
    return -most[1] if most[0] >= _OWN_SHARE * own.length and most[0] > 0 else None


def _near(own: Span, spans: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    place = max(0, bisect_left(spans, own.start, key=lambda span: span.end))
    while place < len(spans) and spans[place].start < own.end:
        yield place, spans[place]
        place += 1


def _tags(owners: Sequence[int | None]) -> Iterator[str]:
    last: int | None = None
    for owner in owners:
        yield TAGS[2] if owner is None else TAGS[1] if owner == last else TAGS[0]
        last = owner
