"""The three pictures of the README, taken by the program itself: overview, report, side by side.

Run it from the top of a clone: ``python tests/browser/pictures.py``. It audits ``corpus/examples`` and writes
``.github/pictures/*.png``, in few colours so that they stay small.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import govreport as gr

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / ".github" / "pictures"
WIDTH, HEIGHT, COLOURS = 1280, 860, 200
REPORT = "枫渡镇妇联2024年工作总结和2025年工作打算"


def views(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield each picture's name and its page."""
    reports = sorted((folder / "reports").iterdir())
    yield "overview", folder / "index.html"
    yield "report", next(p for p in reports if f">{REPORT}</h1>" in p.read_text(encoding="utf-8"))
    yield "side-by-side", sorted((folder / "pairs").iterdir())[0]


def main() -> None:
    """Audit the examples and take the pictures."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(parents=True, exist_ok=True)
    audit = gr.audit(ROOT / "corpus" / "examples", progress=False)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        audit.save(folder, lang="zh-Hans")
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = running.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, path in views(Path(folder)):
            page.goto(path.resolve().as_uri())
            page.wait_for_timeout(300)
            taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            taken.quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
