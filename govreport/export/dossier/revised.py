"""What the working paper tells of a report that was handed in again: flags closed, open, new, and words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from govreport.export.displayed import seen
from govreport.export.dossier.sheet import Sheet
from govreport.export.dossier.words import word
from govreport.export.flag_messages import message_in
from govreport.export.labels import LANGUAGES, label
from govreport.model import Flag, Revision, Span

__all__ = ["add_revision", "revision_data"]

# So many changes of words are kept and told; all stand in revisions.csv.
_MOST = 60
_LONGEST = 160


def revision_data(revision: Revision, texts: tuple[str, str]) -> dict[str, Any]:
    """Return a revision as plain data; ``texts`` are those of the earlier and the later version."""
    return {
        "earlier": revision.earlier,
        "is_dated": revision.is_dated,
        "kept": revision.kept,
        "flags": [
            {"state": one.state, **_flag(one.flag, revision, texts, is_earlier=one.later is None)}
            for one in revision.flags
        ],
        "changed": len(revision.texts),
        "texts": [
            [change.state, change.left.of(texts[0]), change.right.of(texts[1])]
            for change in revision.texts[:_MOST]
        ],
    }


def _flag(flag: Flag, revision: Revision, texts: tuple[str, str], *, is_earlier: bool) -> dict[str, Any]:
    id, text = (revision.earlier, texts[0]) if is_earlier else (revision.later, texts[1])
    span = next((one.span for one in flag.evidence if one.document_id == id), Span(0, 0))
    told = {lang: message_in(flag, lang) for lang in LANGUAGES}
    return {"code": flag.code, "severity": flag.severity, "message": told, "quote": span.of(text)}


def add_revision(sheet: Sheet, record: Mapping[str, Any], lang: str) -> None:
    """Add what became of the version before; nothing where there is none."""
    told = record.get("revision")
    if told is None:
        return
    sheet.subheading(label("page", "revision", lang))
    counts = {
        state: sum(one["state"] == state for one in told["flags"]) for state in ("closed", "open", "new")
    }
    facts = {"document": told["earlier"], "kept": f"{told['kept']:.1%}", "texts": told["changed"]}
    sheet.text(label("page", "revision_note", lang).format(**facts, **counts))
    if not told["is_dated"]:
        sheet.text(label("page", "revision_undated", lang))
    rows = [
        (
            label("revised", one["state"], lang),
            f"{label('code', one['code'], lang)}（{label('severity', one['severity'], lang)}）："
            f"{one['message'][lang]}\n「{_shown(one['quote'], lang)}」",
        )
        for one in told["flags"]
    ]
    rows += [
        (label("revised", state, lang), f"{_shown(before, lang) or '—'}\n→ {_shown(after, lang) or '—'}")
        for state, before, after in told["texts"]
    ]
    if told["changed"] > len(told["texts"]):
        more = told["changed"] - len(told["texts"])
        rows.append(("", label("page", "revision_more", lang).format(n=more)))
    if rows:
        sheet.table(rows)


def _shown(text: str, lang: str) -> str:
    """Return the words on one line, cut where there are too many."""
    line = " ".join(seen(text).split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + word("cut", lang, characters=len(text))
