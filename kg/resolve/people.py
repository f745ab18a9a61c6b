"""Whom a given name or a pronoun means: somebody whom the article names in full. Refuses to guess a surname."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.persons import PersonName
from kg.language.scan import Scan

_CALLED = frozenset({"ông", "bà", "anh", "chị", "cô", "thầy", "cụ", "em"})


def full_name(mention: PersonName, persons: Sequence[PersonName]) -> PersonName | None:
    """Give the full name that a mention means: itself, or for a given name the nearest fitting one before it."""
    if mention.full:
        return mention
    syllables = mention.name.split()
    found = None
    for other in persons:
        if other.full and _ends_with(other.name.split(), syllables):
            if other.begin > mention.begin and found is not None:
                break
            found = other
    if found is None and mention.introduced and len(syllables) > 1:
        return mention
    return found


def _ends_with(full: Sequence[str], given: Sequence[str]) -> bool:
    return len(full) > len(given) and full[-len(given) :] == given


def last_before(offset: int, persons: Sequence[PersonName], scan: Scan, pronoun: str = "") -> PersonName | None:
    """Give whom "ông" or "bà" alone means at an offset: the first person of the nearest sentence before it.

    Somebody whom the article only calls by another word ("bà A") is not meant by a pronoun ("chị") that it has for
    somebody else.
    """
    found: list[tuple[PersonName, str]] = []  # of each sentence whom the word means, else the first
    sentence: tuple[int, int] | None = None
    for person in persons:
        if person.begin >= offset:
            break
        full, called = full_name(person, persons), _called(person, scan)
        if full is None:
            continue
        if not found or scan.sentence_of(person.begin) != sentence:
            sentence = scan.sentence_of(person.begin)
            found.append((full, called))
        elif called == pronoun != found[-1][1] != "":
            found[-1] = (full, called)
    if not found:
        return None
    nearest, called = found[-1]
    if called in ("", pronoun):
        return nearest
    return next((person for person, word in reversed(found) if word == pronoun), nearest)


def _called(person: PersonName, scan: Scan) -> str:
    """The word that a person is called by where the name stands: "ông", "chị"; empty where none of these does."""
    before = scan.folded[max(0, person.begin - 6) : person.begin].split()
    return before[-1] if before and before[-1] in _CALLED else ""
