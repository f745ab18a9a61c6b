"""A raw record (strings as a file has them) to an `Article`: names of fields, dates, titles, the one normalisation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kg import layout
from kg.articles.encodings import bad_byte
from kg.errors import InputError
from kg.model import Article
from kg.text import normalise, tidy

# The accepted names of each field, the first that a record has counts
FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "identifier"),
    "text": ("text", "body", "content"),
    "title": ("title", "headline"),
    "published": ("published", "date", "publishedat", "datepublished", "published_at", "date_published"),
    "source": ("source", "url"),
}
_NUMERIC_DATE = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_ISO_DATE = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)|((?:19|20)\d\d)(\d\d)(\d\d)$")


@dataclass(frozen=True, slots=True)
class Raw:
    """One record as its file has it; `origin` and `number` make its place, for messages."""

    origin: str
    number: int
    stem: str
    text: object
    id: object = None
    title: object = None
    published: object = None
    source: object = None

    @property
    def place(self) -> str:
        """Where the record stands: "a.jsonl:3", "a.parquet, record 3", "a.txt"."""
        return place_of(self.origin, self.number)


def place_of(origin: str, number: int) -> str:
    """Name the place of a record: an origin ends as its numbers begin (":", ", record "); 0 is a whole file."""
    return f"{origin}{number}" if number else origin


def fields(names: Iterable[str], place: str) -> dict[str, str]:
    """Tell which of a file's own names stand for our fields; raises InputError where none is the text."""
    own = {name.strip().lower(): name for name in reversed(list(names))}
    found = {field: own[name] for field, accepted in FIELDS.items() for name in reversed(accepted) if name in own}
    if "text" not in found:
        listed = ", ".join(sorted(own.values())) or "none"
        raise InputError(f"{place}: no column with the text: there are {listed}; accepted are {_either('text')}")
    return found


def from_mapping(record: Mapping[str, object], origin: str, number: int, stem: str) -> Raw:
    """Make a raw record of a JSON object."""
    own = {key.lower(): value for key, value in record.items() if value is not None}
    values = {field: next((own[n] for n in names if n in own), None) for field, names in FIELDS.items()}
    if values["text"] is None:
        place, has = place_of(origin, number), ", ".join(record) or "nothing"
        raise InputError(f"{place}: a record without text: it has {has}; accepted are {_either('text')}")
    return Raw(origin, number, stem, **values)


def article(raw: Raw) -> tuple[Article, InputError | None]:
    """Make the article; beside it the error of a date that cannot be read, for which it is not refused.

    Raises InputError for a record without words, or with a field of another type.
    """
    text, heading = normalise(_string(raw, "text", raw.text) or ""), _string(raw, "title", raw.title)
    if not text.strip():
        raise InputError(f"{raw.place}: the text is empty; an article has text")
    title = tidy(normalise(heading)) or None if heading else layout.title(text)
    if title and heading and not tidy(text[: 2 * len(heading) + 50]).startswith(title):
        text = f"{title}\n\n{text}"
    day, error = _day(raw)
    source = _string(raw, "source", raw.source)
    return Article(
        id=_identifier(raw),
        text=text,
        title=title,
        published=day or layout.published(text),
        source=(tidy(normalise(source)) or None) if source else None,
    ), error


def _either(field: str) -> str:
    return " or ".join(FIELDS[field])


def _string(raw: Raw, field: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f"{raw.place}: the {field} is of type {type(value).__name__}; it must be a string")
    if not value.isascii() and (fault := bad_byte(value)):
        raise InputError(f"{raw.place}: the {field} cannot be read, {fault}")
    return value


def _identifier(raw: Raw) -> str:
    value = raw.id
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if identifier := tidy(normalise(_string(raw, "id", value) or "")):
        return identifier
    return f"{raw.stem}:{raw.number}" if raw.number else raw.stem


def _day(raw: Raw) -> tuple[date | None, InputError | None]:
    value = raw.published
    if isinstance(value, datetime):
        return value.date(), None
    if value is None or isinstance(value, date):
        return value, None
    if isinstance(value, str) and not value.strip():
        return None, None
    day = parse_date(value) if isinstance(value, str) else None
    if day:
        return day, None
    valid = "2020-06-28, 2020-06-28T08:00:00+07:00 or 28/6/2020"
    return None, InputError(f"{raw.place}: the date {str(value)[:40]!r} is not read (valid: {valid}); the article is")


def parse_date(value: str) -> date | None:
    """Read the day of an ISO date or time, or of a Vietnamese date (day before month); None for another.

    >>> parse_date("Thứ Hai, 29/6/2020, 08:30")
    datetime.date(2020, 6, 29)
    """
    try:
        if iso := _ISO_DATE.match(value.strip()):
            return date(*(int(part) for part in iso.groups() if part))
        if found := _NUMERIC_DATE.search(value):
            return date(int(found[4]), int(found[3]), int(found[1]))
    except ValueError:  # 31/6/2020
        pass
    return None
