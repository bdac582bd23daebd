"""govreport reads Chinese government and federation work reports as an auditor would.

The verbs, in the order of the work: ``read`` or ``from_text``, ``analyze`` for one report, ``audit`` for
many. Nothing heavy is imported before it is used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govreport.audit import Audit
    from govreport.batch import audit
    from govreport.coding import agreement, prevalence, sample
    from govreport.corpus import load_corpus
    from govreport.errors import GovreportError, InputError, OutputError, UsageError
    from govreport.evaluate import Evaluation, evaluate
    from govreport.model import Document, Section, Span
    from govreport.pipeline import analyze, analyze_each, follow_up
    from govreport.read import from_text, read
    from govreport.report import Report
    from govreport.text.taxonomies import load_taxonomy, taxonomies

__all__ = [
    "Audit",
    "Document",
    "Evaluation",
    "GovreportError",
    "InputError",
    "OutputError",
    "Report",
    "Section",
    "Span",
    "UsageError",
    "agreement",
    "analyze",
    "analyze_each",
    "audit",
    "evaluate",
    "follow_up",
    "from_text",
    "load_corpus",
    "load_taxonomy",
    "prevalence",
    "read",
    "sample",
    "taxonomies",
]

_HOMES = {
    "analyze": "pipeline",
    "analyze_each": "pipeline",
    "audit": "batch",
    "follow_up": "pipeline",
    "load_corpus": "corpus",
    "evaluate": "evaluate",
    "Evaluation": "evaluate",
    "sample": "coding",
    "agreement": "coding",
    "prevalence": "coding",
    "taxonomies": "text.taxonomies",
    "load_taxonomy": "text.taxonomies",
    "Audit": "audit",
    "from_text": "read",
    "read": "read",
    "Report": "report",
    "Document": "model",
    "Section": "model",
    "Span": "model",
    "GovreportError": "errors",
    "InputError": "errors",
    "OutputError": "errors",
    "UsageError": "errors",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its room when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'govreport' has no attribute {name!r}")
    value = getattr(import_module(f"govreport.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Face(ModuleType):
    """The package itself: a room such as ``govreport.read`` must not hide the verb of the same name."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
