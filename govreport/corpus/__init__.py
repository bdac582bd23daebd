"""Reports with gold: the format, the loader, and what belongs together across reports."""

from __future__ import annotations

from govreport.corpus.items import CorpusItem, load_corpus
from govreport.corpus.relations import CopyRelation, FollowUp, copy_relations, follow_ups, innocent_pairs

__all__ = [
    "CopyRelation",
    "CorpusItem",
    "FollowUp",
    "copy_relations",
    "follow_ups",
    "innocent_pairs",
    "load_corpus",
]
