"""Which patterns of the package take longest on 100,000 characters of their own literals.

python -m tests.benchmarks.patterns
"""

from __future__ import annotations

from tests.package_patterns import compiled, seconds, slowest
from tests.test_patterns import REPORTS, SHORT

LENGTH = 100_000
SHOWN = 20


def main() -> None:
    """Print the slowest with their seconds and with what the text was made of."""
    tried = []
    for name, pattern in compiled(*REPORTS):
        worst = slowest(pattern, SHORT)[1]
        tried.append((seconds(pattern, worst, LENGTH), name, worst))
    for taken, name, worst in sorted(tried, reverse=True)[:SHOWN]:
        print(f"{taken:8.3f} s  {name}  on {worst[:20]!r}")


if __name__ == "__main__":
    main()
