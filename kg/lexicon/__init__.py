"""The words that the rules know, as data: titles, heads of bodies, honours, names, places, abbreviations.

`load` reads the TOML and TSV files beside this module, puts an analyst's overlay over them (same sections, same
form; a key that exists is replaced, a list is extended) and gives one immutable `Lexicon`. It refuses an overlay
with an unknown section or a wrong form, naming file and key. No rule lives here, only what words are.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from kg.errors import LexiconError
from kg.lexicon import files, tables
from kg.lexicon.entries import Head, Honour, Lexicon, Title, Trait, Unit, match_key

__all__ = ["Head", "Honour", "Lexicon", "Title", "Trait", "Unit", "digest", "load", "match_key"]


def load(overlay: Path | None = None) -> Lexicon:
    """Load the lexicon, with an analyst's own file over it; a LexiconError names the file and the key."""
    return _load(overlay, None if overlay is None else files.read(overlay))


def digest(overlay: Path | None = None) -> str:
    """Give the hexadecimal digest of the lexicon's data, the overlay included."""
    return load(overlay).digest


@lru_cache(maxsize=8)
def _load(overlay: Path | None, own: bytes | None) -> Lexicon:
    """Load once for every content of an overlay: a file that was edited meanwhile is read again."""
    here = Path(__file__).parent
    shipped = [(here / name).read_bytes() for name in files.FILES]
    places = (here / files.PLACES).read_bytes()
    words = files.merged(files.parse(data, here / name) for data, name in zip(shipped, files.FILES, strict=True))
    sources = [*shipped, places]
    if overlay is not None and own is not None:
        sources.append(own)
        words = files.overlaid(words, files.parse(own, overlay), overlay)
    try:
        return tables.lexicon(words, places.decode(), hashlib.sha256(b"\0".join(sources)).hexdigest())
    except LexiconError as error:
        raise LexiconError(f"{overlay}: {error}") from error
