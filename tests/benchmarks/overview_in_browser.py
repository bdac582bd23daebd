"""The overview of a large audit in Chromium: milliseconds to load, search, filter, sort, and show more rows.

Run it from the top of a clone on a folder that ``govreport audit`` has written:
``python tests/benchmarks/overview_in_browser.py audit/``. Each step is taken five times; what is told is the
median and the longest, from the press to the frame that shows it.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TIMES = 5
# Until the page has been drawn again.
STEP = """([act, argument]) => new Promise((told) => {
  const table = document.querySelector('[data-table]');
  const search = document.querySelector('input[type=search]');
  const acts = {
    search: () => { search.value = argument; search.dispatchEvent(new Event('input', {bubbles: true})); },
    sort: () => table.querySelectorAll('thead button')[argument].click(),
    filter: () => {
      const select = document.querySelector('select[data-filter]');
      select.selectedIndex = argument;
      select.dispatchEvent(new Event('input', {bubbles: true}));
    },
    more: () => document.querySelector('.scroll:has([data-table]) + button').click(),
  };
  const begun = performance.now();
  acts[act]();
  requestAnimationFrame(() => setTimeout(() => told(performance.now() - begun), 0));
})"""
ACTS = (
    *(("search", words) for words in ("1", "00012", "妇联", "")),
    *(("sort", column) for column in (0, 2, 3)),
    *(("filter", choice) for choice in (1, 0)),
    ("more", ""),
)


def measured(browser: Any, page_file: Path) -> Iterator[tuple[str, list[float]]]:
    """Yield each step with its milliseconds."""
    loads, page = [], None
    for _ in range(TIMES):
        page = browser.new_page()
        page.goto(page_file.resolve().as_uri())
        loads.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
    yield "load", loads
    page.evaluate("document.querySelector('select[data-filter]').scrollIntoView()")
    for act, argument in ACTS:
        yield f"{act} {argument}", [page.evaluate(STEP, [act, argument]) for _ in range(TIMES)]


def main() -> None:
    """Print a line for each step of each page."""
    from playwright.sync_api import sync_playwright

    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    folder = asked.parse_args().folder
    with sync_playwright() as running:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = running.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name in ("index.html", "flags.html"):
            size = (folder / name).stat().st_size
            print(f"{name}  {size / 1e6:.1f} MB")
            for step, taken in measured(browser, folder / name):
                print(f"  {step:<32}{statistics.median(taken):8.0f} ms{max(taken):8.0f} ms at most")
        browser.close()


if __name__ == "__main__":
    main()
