"""Makes ``corpus/figures/provinces-2026`` from a checkout of the repository that has the provinces' reports.

Run it from the top of a clone: ``python -m tests.figures.provinces CHECKOUT OTHERS``. CHECKOUT is a work tree
of github.com/johncodes404/china-provincial-gov-reports-2026 at commit ad4c815, OTHERS the folder of the plain
reports that the models are trained on beside them. With the same inputs it writes the same bytes.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from pathlib import Path

from govreport.train import count_figures

REPOSITORY = "johncodes404/china-provincial-gov-reports-2026"
COMMIT = "ad4c815c4acefe47240a3afaece74e1eb2011dd3"
OUTPUT = Path("corpus/figures/provinces-2026")


def main() -> None:
    """Write each report as ``province-<name>.txt`` to a folder of its own, and count that."""
    checkout, others = map(Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        write_texts(checkout, Path(folder))
        provenance = {"source": f"{REPOSITORY} @{COMMIT}", "what": "work reports of the provinces, 2026"}
        OUTPUT.parent.mkdir(exist_ok=True)
        told = count_figures(Path(folder), OUTPUT, [others], Path("corpus/reports"), provenance)
    print(told)


def write_texts(checkout: Path, folder: Path) -> None:
    """Write the column ``full_text`` of each row, its line ends as they are."""
    csv.field_size_limit(10**9)
    for path in sorted((checkout / "output" / "2026_raw_text").glob("2026_*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as opened:
            for row in csv.DictReader(opened):
                text = row["full_text"].encode("utf-8")
                (folder / f"province-{row['province']}.txt").write_bytes(text)


if __name__ == "__main__":
    main()
