"""What our HTML pages have in common: they are escaped, run our own scripts only, and reach nothing.

A page is one file. Jinja2 escapes every value that is put into it, and a content security policy lets the
browser run the page's own scripts, known by their hash, and ask the network for nothing.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.errors import KgError

# What must not stand in a script element: the ends of elements and comments, and JavaScript's odd line ends
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def fill(template: Path, values: Mapping[str, object], *, code: Mapping[str, str]) -> str:
    """Fill a template: `values` are escaped, `code` (our own scripts and styles, embedded data) goes in as it is."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(template.parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    trusted = {name: Markup(text) for name, text in code.items()}
    return environment.get_template(template.name).render({**values, **trusted})


def embed(data: object) -> str:
    r"""Write data as JSON that may stand in a script element whatever is in it.

    >>> embed("</script>")
    '"\\u003c/script\\u003e"'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def policy(scripts: Iterable[str]) -> str:
    """Give a policy under which the browser runs these scripts and no other, and asks the network for nothing."""
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    allowed = " ".join(f"'sha256-{value}'" for value in hashes)
    return f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:"


def write(file: Path, page: str) -> None:
    """Write a page beside its place and put it there whole, so that no half of it is ever left.

    Raises KgError where the file cannot be written.
    """
    if file.is_dir():
        raise KgError(f"{file}: is a folder; name a file, such as {file / 'page.html'}")
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".part")
    except OSError as error:
        raise KgError(f"{file}: cannot be written: {error.strerror or error}") from error
    part = Path(name)
    try:
        # What is no character, and can only come from an escape in somebody's JSON, becomes a question mark
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as out:
            out.write(page)
        part.chmod(0o666 & ~_umask())
        part.replace(file)
    except OSError as error:
        raise KgError(f"{file}: cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    """Read the process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
