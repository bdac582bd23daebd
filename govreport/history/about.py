"""What a history says of itself: its format, how many submissions it holds, and by what they are compared.

The number is written in the transaction that changes it, so a file that lost or doubled rows is known when
it is opened. Texts are kept beside what they are found by: where the rules of that have changed it is written
anew from the texts, and nothing has to be added again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from govreport.errors import OutputError
from govreport.reuse.across.prints import print_version
from govreport.text.keys import key_version
from govreport.text.shingles import SHINGLE
from govreport.text.units import unit_version

__all__ = ["FORMAT", "compare", "is_current", "keep_count", "keep_rules", "write"]

FORMAT = "govreport history 4"
_COUNT = "(SELECT CAST(count(*) AS TEXT) FROM submissions)"


def write(connection: Any) -> None:
    """Write what a history says of itself, inside a transaction of the caller."""
    rows = {"format": FORMAT, **_rules()}
    connection.executemany("INSERT INTO about VALUES (?, ?)", list(rows.items()))
    connection.execute(f"INSERT INTO about VALUES ('submissions', {_COUNT})")


def keep_count(connection: Any) -> None:
    """Write how many submissions there are now, inside a transaction of the caller."""
    connection.execute(f"UPDATE about SET value = {_COUNT} WHERE key = 'submissions'")


def compare(connection: Any, path: Path) -> None:
    """Compare what a history says with what it holds; OutputError where it is another format or lost rows."""
    said = _said(connection)
    if said.get("format") != FORMAT:
        reason = f"was written as {said.get('format', 'nothing known')!r}, wanted {FORMAT!r}"
        raise OutputError("other-history", reason, path=path, hint="build it anew with govreport index add")
    (held,) = connection.execute(f"SELECT {_COUNT}").fetchone()
    if said.get("submissions") != held:
        reason = f"says that it holds {said.get('submissions')} submissions, and holds {held}"
        raise OutputError("damaged-history", reason, path=path, hint="restore it from a copy")


def is_current(connection: Any) -> bool:
    """Whether what texts are found by was written by the rules of now."""
    return _rules().items() <= _said(connection).items()


def keep_rules(connection: Any) -> None:
    """Write that the rules are those of now, inside a transaction of the caller."""
    connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", list(_rules().items()))


def _said(connection: Any) -> dict[str, str]:
    return dict(connection.execute("SELECT key, value FROM about").fetchall())


def _rules() -> dict[str, str]:
    return {
        "normalizer": key_version(),
        "shingle": str(SHINGLE),
        "prints": print_version(),
        "units": unit_version(),
    }
