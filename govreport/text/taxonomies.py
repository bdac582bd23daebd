"""Taxonomies: those of the package, and the user's own TOML of the same shape.

>>> load_taxonomy("womens_federation").area("children-care").names["en"]
'Care and protection of children'
"""

from __future__ import annotations

import os
import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from govreport.errors import UsageError
from govreport.model import Taxonomy
from govreport.text.bounded import is_bounded
from govreport.text.lexicon import list_data, load_table, read_data
from govreport.text.taxonomy_file import read_taxonomy


def taxonomies() -> tuple[str, ...]:
    """Return the ids of the taxonomies that are built in."""
    return tuple(name.removesuffix(".toml") for name in list_data("taxonomies") if name.endswith(".toml"))


def load_taxonomy(id_or_path: str | os.PathLike[str]) -> Taxonomy:
    """Return a built-in taxonomy by its id, or the one that a TOML file holds.

    Raises UsageError where there is neither, or where the file is no taxonomy (it says what is missing).
    """
    if isinstance(id_or_path, str) and id_or_path in taxonomies():
        return _built_in(id_or_path)
    path = Path(id_or_path)
    if not path.is_file():
        raise _unknown(os.fspath(id_or_path), path)
    return _bounded(read_taxonomy(_text_of(path), os.fspath(path)), path)


def _unknown(given: str, path: Path) -> UsageError:
    """Return what to say of a name that is neither an id nor a file: which of them was meant."""
    if path.is_dir():
        return UsageError("unknown-taxonomy", "is a folder; a TOML file was wanted", path=given)
    if path.suffix or len(path.parts) > 1:
        return UsageError("unknown-taxonomy", "there is no such file", path=given)
    near = get_close_matches(given, taxonomies(), 1)
    meant = f": is {near[0]!r} meant?" if near else ""
    hint = f"give a path or one of: {', '.join(taxonomies())}"
    return UsageError("unknown-taxonomy", f"no taxonomy {given!r}{meant}", hint=hint)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(
            "wrong-taxonomy", "is no text in UTF-8", path=path, hint="save it in UTF-8"
        ) from None
    except OSError as error:
        reason = f"can't be read ({error.strerror or error})"
        raise UsageError("wrong-taxonomy", reason, path=path, hint="check the permissions") from error


def _bounded(taxonomy: Taxonomy, path: Path) -> Taxonomy:
    """Refuse patterns of a user that would take for ever on some text."""
    for rule in taxonomy.rules:
        for pattern in filter(None, (rule.when, rule.context, rule.unless)):
            if not is_bounded(pattern):
                reason = f"its pattern {pattern!r} may take for ever on a long text"
                hint = "write no repetition within a repetition, and give each a limit, as in .{0,20}"
                raise UsageError("wrong-taxonomy", reason, path=path, hint=hint)
    return taxonomy


def as_taxonomy(given: Taxonomy | str | os.PathLike[str] | None) -> Taxonomy | None:
    """Return a taxonomy that is at hand, or the one of this id or file; errors as of ``load_taxonomy``."""
    return given if given is None or isinstance(given, Taxonomy) else load_taxonomy(given)


def taxonomy_of(unit: str | None, title: str = "", text: str = "") -> Taxonomy:
    """Return the work areas of the federation that reports, else the Women's Federation's.

    It is told by the name of the unit, else by the title, else by whom the text names most; all Simplified.

    >>> taxonomy_of("清源县总工会").id, taxonomy_of(None).id, taxonomy_of(None, "残联工作总结").id
    ('trade_union', 'womens_federation', 'disabled_federation')
    >>> taxonomy_of(None, "工作总结", "在镇政府的支持下,我镇残联入户走访。镇残联帮扶5户。").id
    'disabled_federation'
    >>> taxonomy_of("清源团县委").id, taxonomy_of(None, "石桥村2020年工作总结").id
    ('youth_league', 'village_committee')
    """
    rows = load_table("federations")["federation"]
    for told in filter(None, (unit, title)):
        for row in rows:
            if re.search(row["unit"], told):
                return _built_in(row["taxonomy"])
    named = [len(re.findall(row.get("text", row["unit"]), text)) for row in rows]
    return _built_in(rows[named.index(max(named))]["taxonomy"])


@cache
def _built_in(name: str) -> Taxonomy:
    return read_taxonomy(read_data(f"taxonomies/{name}.toml"), name)
