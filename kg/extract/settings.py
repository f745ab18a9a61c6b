"""Which bearer of a name an article means: the setting that its facts tie the name to.

Two provinces can each have a Nguyễn Văn Hùng: the setting is the province of the person's offices, else the central
body.
One article is one piece of evidence; joining people across articles is another step's matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Award, Fact, Organisation, Person, RoleHolding


def with_settings(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Put the settings into the people of one article's facts, and one set of forms for each."""
    facts = list(facts)
    settings = _settings(facts)
    for fact in facts:
        yield _settled(fact, settings)


def _settings(facts: Iterable[Fact]) -> dict[str, str]:
    """The setting of each name: of the current offices the first by name of place, else of the former ones."""
    found: dict[str, list[tuple[bool, str]]] = {}
    for fact in facts:
        if isinstance(fact, RoleHolding):
            found.setdefault(fact.person.name, []).append((fact.status != "current", _setting(fact.organisation)))
    return {name: min(offices)[1] for name, offices in found.items()}


def _setting(organisation: Organisation) -> str:
    """A body's place, else the body at the top of it."""
    top = organisation
    while top.parent is not None:
        top = top.parent
    return top.place.name if top.place else top.name


def _settled(fact: Fact, settings: dict[str, str]) -> Fact:
    if isinstance(fact, RoleHolding):
        return replace(fact, person=_person(fact.person, settings))
    if isinstance(fact, Award):
        recipient = _person(fact.recipient, settings) if isinstance(fact.recipient, Person) else fact.recipient
        presenter = _person(fact.presenter, settings) if fact.presenter else None
        return replace(fact, recipient=recipient, presenter=presenter)
    return fact


def _person(person: Person, settings: dict[str, str]) -> Person:
    return replace(person, setting=settings.get(person.name, ""))
