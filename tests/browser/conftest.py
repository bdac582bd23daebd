"""Pages in a real browser: Debian's Chromium, headless, with no network and an eye on its console."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.submissions import audited

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
Open = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all tests."""
    if not CHROMIUM:
        pytest.skip("chromium is not installed")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as running:
        # The sandbox needs rights that containers lack; the pages are ours.
        opened = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One audit in three languages."""
    return audited(tmp_path_factory.mktemp("audit"))


@pytest.fixture
def folder(folders: dict[str, Path]) -> Path:
    """The audit in Traditional script."""
    return folders["zh-Hant"]


@pytest.fixture
def open_page(browser: Any) -> Iterator[Open]:
    """Return what opens a file as a double click does; a console message or a request fails the test."""
    told: list[str] = []
    contexts = []

    def open_one(
        path: Path, address: str = "", *, width: int = 1280, height: int = 900, **options: Any
    ) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        return opened(context, path, address)

    def opened(context: Any, path: Path, address: str = "") -> Any:
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: told.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on(
            "request",
            lambda r: told.append(f"request: {r.url}") if not r.url.startswith(("file:", "blob:")) else None,
        )
        page.on("dialog", lambda dialog: told.append(f"dialog: {dialog.message}"))
        page.goto(path.resolve().as_uri() + address)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert told == []
