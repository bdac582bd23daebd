"""Markers where there are none: running text of real reports, less the paragraphs that begin with a numeral.

Run it from the top of a clone with folders of plain reports:
``python tests/benchmarks/false_markers.py FOLDER…``. What is found is printed with its surroundings, for a
person to judge: an enumeration within a paragraph is rightly found, all else is false.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import govreport as gr
from govreport.normalize import normalize
from govreport.segment.markers import find_candidates
from govreport.segment.runs import accepted

NUMBERED = re.compile(r"^\s*(?:[一二三四五六七八九十百\d①-⑳Ⅰ-Ⅻ（(【〔第]|——|[-—•●◆★※■])")
SHORTEST = 60
AROUND = 25


def main() -> None:
    """Print how much text was looked at, how many markers were found in it, and each of them."""
    characters, found = 0, []
    for path in sorted(path for folder in sys.argv[1:] for path in Path(folder).glob("*.txt")):
        lines = [line.strip() for line in gr.read(path).text.split("\n") if not NUMBERED.match(line)]
        running = "\n".join(line for line in lines if len(line) >= SHORTEST and line[-1] in "。！？")
        text = normalize(gr.from_text(running)).text
        characters += len(running)
        for marker in accepted(find_candidates(text)):
            if not marker.inline:
                around = text[max(0, marker.start - AROUND) : marker.end + AROUND]
                found.append(f"{path.stem}: {around}".replace("\n", "/"))
    print(f"{characters} characters of running text, {len(found)} markers")
    print("\n".join(found))


if __name__ == "__main__":
    main()
