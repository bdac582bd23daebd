"""From drafts to flags: severity, message and an id that stays the same from run to run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govreport.check.context import Draft
from govreport.check.settings import Settings, shipped
from govreport.model import Evidence, Flag, NormalizedText
from govreport.text.messages import render

__all__ = ["flags_of"]


def flags_of(
    text: NormalizedText,
    drafts: Iterable[Draft],
    lang: str | None = None,
    settings: Settings | None = None,
) -> tuple[Flag, ...]:
    """Return the flags of the rules that are on, in reading order.

    They are in the report's own script unless ``lang`` is given.
    """
    settings = settings or shipped()
    language = lang or ("zh-Hant" if text.script == "Hant" else "zh-Hans")
    kept = (draft for draft in drafts if settings.is_on(draft.code))
    ordered = sorted(kept, key=lambda draft: (draft.spans[0], draft.code))
    return tuple(_numbered(text, ordered, language, settings))


def _numbered(text: NormalizedText, drafts: list[Draft], language: str, settings: Settings) -> Iterator[Flag]:
    """Make flags; equal evidence that occurs again gets an id of its own."""
    seen: dict[str, int] = {}
    for draft in drafts:
        seed = "|".join((draft.code, text.document.id, *map(text.view, draft.spans)))
        seen[seed] = seen.get(seed, 0) + 1
        severity = settings.severity(draft.code, draft.severity)
        yield _flag(text, draft, f"{seed}|{seen[seed]}", language, severity)


def _flag(text: NormalizedText, draft: Draft, seed: str, language: str, severity: str) -> Flag:
    import hashlib

    digest = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    message = render(draft.message or draft.code, draft.params, language)
    evidence = tuple(Evidence(text.document.id, span) for span in draft.spans)
    return Flag(
        f"{draft.code}-{digest}", draft.code, severity, message, evidence + draft.elsewhere, draft.params
    )
