"""A page open in a real browser, and texts that attack it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Dialog, Page

PAYLOADS = (
    "</script><script>window.hit = 1; alert(1)</script>",
    '"><img src=x onerror="window.hit = 2; alert(2)">',
    "<svg onload=alert(3)> {{ 7 * 7 }} ${7 * 7} \u2028 ]]> <!-- <script>",
    "javascript:alert(4)",
)


class Visit:
    """An open page, and what it asked the network for, said, and threw."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.trouble: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("dialog", self._refuse)

    def _refuse(self, dialog: Dialog) -> None:
        self.trouble.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.trouble.append(message.text)

    def open(self, file: Path) -> Page:
        self.page.goto(file.as_uri())
        self.page.wait_for_selector("html[data-drawn]", timeout=20_000)
        return self.page
