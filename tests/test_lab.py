"""A real JupyterLab: it loads our extension, colours SPARQL cells, and completes without accents."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING
from urllib.request import urlopen

import nbformat
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CELL = '%%sparql --limit 5\n# ai giữ chức gì\nSELECT ?o { ?p kg:holdsRole ?o FILTER(?o != "x"@vi) }'
TAB = "%%sparql\nSELECT ?p { ?p kg:holdsRole organisation:dien"
SHARED = Path(sys.prefix) / "share" / "jupyter" / "labextensions" / "thidua-kg" / "package.json"


@pytest.fixture(scope="module")
def address(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start JupyterLab in a folder with one notebook, away from the settings of whoever runs the tests."""
    if not SHARED.exists():
        pytest.skip("the package is not installed in this environment: make .venv/.dev")
    folder = tmp_path_factory.mktemp("lab")
    cells = [f"%load_ext kg\nimport kg\ngraph = kg.open({str(seeds)!r})", CELL, TAB]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells], metadata=kernel)  # type: ignore[no-untyped-call]
    (folder / "a.ipynb").write_text(nbformat.writes(notebook), encoding="utf-8")  # type: ignore[no-untyped-call]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {
        name: str(folder / name.lower())
        for name in ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTERLAB_SETTINGS_DIR")
    }
    Path(own["HOME"]).mkdir()
    options = [
        f"--port={port}",
        "--no-browser",
        "--allow-root",
        "--IdentityProvider.token=",
        f"--ServerApp.root_dir={folder}",
    ]
    log = (folder / "log").open("w", encoding="utf-8")
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options], env={**os.environ, **own}, stdout=log, stderr=log
    )
    ends = monotonic() + 60
    while monotonic() < ends:
        try:
            urlopen(f"http://127.0.0.1:{port}/api").close()
            break
        except OSError:
            sleep(0.3)
    yield f"http://127.0.0.1:{port}/lab/tree/a.ipynb"
    server.terminate()
    server.wait(timeout=30)
    log.close()


@pytest.fixture(scope="module")
def page(address: str, chromium: Browser) -> Iterator[Page]:
    opened = chromium.new_page(viewport={"width": 1200, "height": 900})
    opened.goto(address)
    opened.wait_for_selector(".kg-sparql-keyword", timeout=60_000)
    yield opened
    opened.close()


def test_cells_are_coloured_as_sparql(page: Page) -> None:
    def coloured(kind: str) -> list[str]:
        return page.locator(f".kg-sparql-{kind}").all_inner_texts()

    assert coloured("keyword")[:2] == ["SELECT", "FILTER"]
    assert "kg:holdsRole" in "".join(coloured("property"))
    assert "# ai giữ chức gì" in "".join(coloured("comment"))
    assert '"x"' in "".join(coloured("string"))
    colours = {
        kind: page.locator(f".kg-sparql-{kind}").first.evaluate("node => getComputedStyle(node).color")
        for kind in ("keyword", "variable-2", "comment", "string")
    }
    assert len(set(colours.values())) == 4
    assert page.locator(".jp-Cell").first.locator("[class^=kg-sparql]").count() == 0  # Python stays Python


def test_tab_finds_names_without_accents(page: Page) -> None:
    page.locator(".jp-Cell").first.click()
    page.keyboard.press("Shift+Enter")
    page.wait_for_selector(".jp-InputPrompt:has-text('[1]:')", timeout=60_000)
    page.locator(".jp-Notebook .cm-content").nth(2).click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Tab")
    page.wait_for_selector(".jp-Completer-item", timeout=30_000)
    found = "".join(page.locator(".jp-Completer-item").all_inner_texts())
    assert "organisation:Liên_đoàn_Lao_động_tỉnh_Điện_Biên" in found
    assert "organisation\u00a03" in found
