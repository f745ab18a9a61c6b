"""Bytes to text: finds the encoding of a file, and says what is wrong with bytes that are no text.

Reads UTF-8 and UTF-16 (with or without a byte order mark), UTF-32 with one, and Windows-1258. TCVN3 (ABC)
and VNI are fonts' own ways of writing Vietnamese that no library recognises: they are named, and refused.
Never guesses: text in an encoding that is not certain would fill a graph with broken names.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import InputError

READ = "UTF-8, UTF-16 and Windows-1258 are read"
SAMPLE = 1 << 16

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a RIFF file (WebP, WAV, AVI)"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or a Word, Excel or OpenDocument file)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF document"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
# The second bytes that UTF-16 has in Vietnamese text: U+00xx, U+01xx, U+03xx, U+1Exx, U+20xx
_HIGH_BYTES = frozenset(b"\x00\x01\x03\x1e\x20")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffd-\uffff]")
# Windows-1258 writes tone marks as characters of their own, each behind its vowel
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE_ON_VOWEL = re.compile(rf"[aeiouyâăêôơưAEIOUYÂĂÊÔƠƯ](?=[{_TONES}])")
_VIETNAMESE = frozenset("àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + _TONES)
# What TCVN3 and VNI look like when read as Latin letters: "Liªn ®oµn Lao ®éng", "Lieân ñoaøn Lao ñoäng"
_TCVN3 = re.compile(r"®(?=[a-zµ¶·¸¹¨©ª«¬\xad\xb5-\xfe])|(?<=[a-z])[µ¶·¸¹¨©ª«](?![a-z]{5})")
_VNI = re.compile(r"ñ(?=[aeiouyöô])|[aeouyöô][ùøûõïâáàåãäêéèúüë]")
_ADVICE = {
    "TCVN3 (ABC)": "convert it to UTF-8 first, for example with iconv -f TCVN -t UTF-8 or UniKey's Toolkit",
    "VNI": "convert it to UTF-8 first, for example with UniKey's Toolkit",
}


def decode(data: bytes, place: str) -> str:
    """Give the text of a whole file.

    Raises InputError, naming `place` and the byte offset, where the bytes are not text for certain.
    """
    if not data:
        raise InputError(f"{place}: the file is empty; an article has text")
    encoding = detect(data, place)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(broken(place, error, data)) from None
    return checked(text, place)


def detect(data: bytes, place: str, *, whole: bool = True) -> str:
    """Name the codec that reads `data`, the beginning of a file or (`whole`) all of it.

    What is neither marked nor recognised is said to be UTF-8, so that the faulty bytes can be named.
    """
    for start, kind in _KINDS:
        if data.startswith(start):
            raise InputError(f"{place}: this is {kind}, not text; {READ}")
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    if unmarked := _utf16(data):
        return unmarked
    if (nul := data.find(0)) >= 0:
        raise InputError(f"{place}: a NUL byte at offset {nul}: this is no text file; {READ}")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=whole)
    except UnicodeDecodeError:
        return _legacy(data, place)
    return "utf-8"


def _utf16(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: every second byte is one of a few."""
    sample = data[: SAMPLE & ~1]
    if len(sample) < 8 or len(sample) % 2 or 0 not in sample:
        return None
    for codec, high, low in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if sum(b in _HIGH_BYTES for b in high) > 0.95 * len(high) and low.count(0) == 0:
            return codec
    return None


def _legacy(data: bytes, place: str) -> str:
    """Tell Windows-1258 from the font encodings, and from text in UTF-8 with a fault in it."""
    latin = data.decode("latin-1")
    if name := _font_encoding(latin):
        raise InputError(f"{place}: this looks like {name}, which is not read; {_ADVICE[name]}")
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        return "utf-8"
    return "cp1258" if _is_vietnamese(text) else "utf-8"


def _is_vietnamese(text: str) -> bool:
    """Tell whether a text read as Windows-1258 makes sense: known letters, and each tone behind its vowel."""
    letters = [c for c in text if c >= "\x80" and (c.isalpha() or c in _TONES)]
    tones = sum(text.count(t) for t in _TONES)
    known = sum(c in _VIETNAMESE for c in letters)
    return tones > 0 and len(_TONE_ON_VOWEL.findall(text)) == tones and known > 0.95 * len(letters)


def _font_encoding(latin: str) -> str | None:
    """Name the font encoding that a text is in, if its Latin reading shows one."""
    odd = sum(c >= "\x80" for c in latin)
    letters = sum(c.isalpha() for c in latin)
    if odd < 0.03 * len(latin):
        return None
    if len(_TCVN3.findall(latin)) > 0.02 * letters and "®" in latin:
        return "TCVN3 (ABC)"
    if len(_VNI.findall(latin)) > 0.05 * letters:
        return "VNI"
    return None


def broken(place: str, error: UnicodeDecodeError, data: bytes) -> str:
    """Say which byte of a file cannot be decoded."""
    codec = "UTF-8" if error.encoding.startswith("utf-8") else error.encoding.upper()
    byte = f" (0x{data[error.start]:02x})" if error.start < len(data) else ""
    return f"{place}: the byte at offset {error.start}{byte} is not {codec}: {error.reason}; {READ}"


def checked(text: str, place: str) -> str:
    """Give the text back if it can be prose; raise InputError if it is blank, binary or a font encoding."""
    if not text.strip(" \t\n\r\f\v\ufeff\u200b\xa0"):
        raise InputError(f"{place}: the file holds only white space; an article has text")
    controls = len(_CONTROLS.findall(text, 0, SAMPLE))
    if controls > 0.02 * min(len(text), SAMPLE):
        raise InputError(f"{place}: this is no text: {controls} control characters near its beginning; {READ}")
    if not any(c.isalpha() for c in text):
        raise InputError(f"{place}: the file holds no words; an article has text")
    # A conversion that took the font's codes for Latin letters leaves them in valid UTF-8
    if ("®" in text or "ñ" in text) and (name := _font_encoding(text)):
        raise InputError(f"{place}: this looks like {name} saved as Unicode, which is not read; {_ADVICE[name]}")
    return text


def lines(stream: BinaryIO, place: str, *, first: bytes = b"") -> Iterator[str]:
    """Give the lines of a stream without their ends, holding no more than one line and one chunk.

    `first` is what was read of the stream before. Bytes that are no UTF-8 come as lone surrogates
    (`surrogateescape`), so that one bad record can be refused and the next one read.
    """
    chunk = first + stream.read(SAMPLE)
    if not chunk:
        raise InputError(f"{place}: the file is empty; it must hold records")
    encoding = detect(chunk, place, whole=len(chunk) < SAMPLE)
    decoder = codecs.getincrementaldecoder(encoding)("surrogateescape")
    parts: list[str] = []
    while chunk:
        try:
            head, *rest = decoder.decode(chunk).split("\n")
        except UnicodeDecodeError as error:
            raise InputError(f"{place}: not {encoding.upper()} all through: {error.reason}; {READ}") from None
        parts.append(head)
        for part in rest:
            yield "".join(parts)
            parts = [part]
        chunk = stream.read(1 << 20)
    parts.append(decoder.decode(b"", final=True))
    if last := "".join(parts):
        yield last


def bad_byte(text: str) -> str | None:
    """Describe the first lone surrogate of a record: a byte that is not UTF-8; None if all is well."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        what = f"the byte 0x{code - 0xDC00:02x} is not UTF-8" if 0xDC80 <= code <= 0xDCFF else "half a surrogate pair"
        return f"character {error.start + 1}: {what}"
    return None
