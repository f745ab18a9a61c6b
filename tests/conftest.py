"""Fixtures shared by the tests: headless Chromium, where the machine has it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from browser import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The second line keeps Chromium from asking Google's hosts for things of its own
CHROMIUM_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a store of the five articles in seeds/, built once for all tests, which only read it."""
    import kg

    folder = tmp_path_factory.mktemp("seeds") / "store"
    kg.build(Path(__file__).parents[1] / "seeds", store=folder)
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start headless Chromium once for all tests."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium fonts-dejavu-core)")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Visit]]:
    """Give what opens a browser window of a width and a colour scheme, offline."""
    contexts = []

    def start(width: int = 1280, scheme: Literal["light", "dark"] = "light") -> Visit:
        contexts.append(
            chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, offline=True)
        )
        return Visit(contexts[-1].new_page())

    yield start
    for context in contexts:
        context.close()
