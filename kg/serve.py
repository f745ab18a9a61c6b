"""A store on the web of this machine: the Oxigraph server, for reading only, with its query page.

The server comes with the Python package `oxigraph` (the extra `serve`). It has no passwords, so that it listens on
the loopback address unless another is given. Its timeout ends most queries, but not one that sorts or multiplies
without end before its first row; ending `kg serve` ends those, too.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic, sleep

from kg.errors import KgError, MissingExtra, StoreError
from kg.query.answers import TIMEOUT
from kg.store import open_store

PORT = 7878
_START_SECONDS = 20.0
_POLL_SECONDS = 0.05


def serve(
    store: str | Path,
    *,
    host: str = "127.0.0.1",
    port: int = PORT,
    timeout: float = TIMEOUT,
    on_start: Callable[[str], None] = print,
) -> int:
    """Serve a store until it is interrupted, and give the server's exit status.

    `port` 0 takes a free one; `timeout` is in seconds, at least 1, 0 for none; `on_start` gets the address once
    it answers. Raises StoreError where there is no store, MissingExtra where the server is not installed, KgError
    where it cannot listen.
    """
    with open_store(store):
        pass
    quads = Path(store) / "quads"
    if not quads.exists():
        raise StoreError(f"{store}: the store is empty; build articles into it with kg build")
    chosen = _free_port(host, port)
    arguments = [_server(), "serve-read-only", "--location", str(quads), "--bind", f"{host}:{chosen}"]
    limit = ["--timeout-s", str(max(1, round(timeout)))] if timeout else []
    with TemporaryFile() as log:
        process = subprocess.Popen([*arguments, "--union-default-graph", *limit], stdout=log, stderr=log)
        try:
            if not _answers(process, host, chosen):
                log.seek(0)
                said = log.read().decode(errors="replace").strip()
                raise KgError(f"the server does not answer on {host}:{chosen}: {said or 'no reason given'}")
            on_start(f"http://{host}:{chosen}/")
            return process.wait()
        finally:
            process.kill()
            process.wait()


def _server() -> str:
    """Find the server beside this Python or on the path."""
    beside = Path(sys.executable).with_name("oxigraph.exe" if os.name == "nt" else "oxigraph")
    found = str(beside) if beside.exists() else shutil.which("oxigraph")
    if found is None:
        raise MissingExtra("serve", "kg serve")
    return found


def _free_port(host: str, port: int) -> int:
    """Give the port, or a free one for 0; raises KgError where somebody else listens already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise KgError(f"the server cannot listen on {host}:{port}: {error}; --port 0 takes a free port") from error
        return int(probe.getsockname()[1])


def _answers(process: subprocess.Popen[bytes], host: str, port: int) -> bool:
    """Wait until the server answers; False where it ends or is silent."""
    ends = monotonic() + _START_SECONDS
    while monotonic() < ends and process.poll() is None:
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            sleep(_POLL_SECONDS)
        else:
            return True
    return False
