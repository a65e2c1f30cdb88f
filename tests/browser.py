"""A real browser without a network, and a place for its screenshots."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


# Not for the whole session: an event loop runs in this thread as long as there is a browser.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it; tests are skipped where it has none, but not in continuous integration."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        give_up(f"no browser is installed: none of {', '.join(_NAMES)}")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=_OPTIONS)


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """The folder in which screenshots are kept to be looked at."""
    folder = Path(__file__).parents[1] / "out" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
