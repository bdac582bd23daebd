"""Reports with gold: the format, the loader, and what belongs together across reports."""

from __future__ import annotations

from govreport.corpus.items import CorpusItem, load_corpus
from govreport.corpus.relations import CopyRelation, copy_relations, innocent_pairs

__all__ = ["CopyRelation", "CorpusItem", "copy_relations", "innocent_pairs", "load_corpus"]
