"""What a mention means inside its article: full names, missing places, antecedents, one entity for all forms.

"LĐLĐ tỉnh" in an article about Bắc Kạn is "Liên đoàn Lao động tỉnh Bắc Kạn" (`places`); "Công đoàn công ty" is the
union of the company named before it (`bodies`); "ông Khang" is Nguyễn Đình Khang (`people`). Only the article decides;
what it leaves open stays open.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from kg.language.organisations import OrganisationName
from kg.language.persons import PersonName
from kg.language.scan import Scan
from kg.lexicon import Lexicon
from kg.model import Organisation
from kg.resolve.bodies import full_parts, named
from kg.resolve.people import full_name, last_before
from kg.resolve.places import Places, find_places
from kg.text import tidy


@dataclass(frozen=True)
class Context:
    """What an article knows: its organisations in the order of the text, its people, and its places."""

    scan: Scan
    lexicon: Lexicon
    organisations: tuple[OrganisationName, ...]
    persons: tuple[PersonName, ...]
    _known: dict[OrganisationName, Organisation] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def places(self) -> Places:
        """Every place that the article names, in order."""
        return find_places(self.scan, self.lexicon, self.organisations)

    def organisation(self, name: OrganisationName) -> Organisation:
        """Give the organisation that a mention means."""
        if name not in self._known:
            written = tidy(self.scan.text[name.begin : name.end])
            parts = full_parts(name, self.organisations, self.places)
            self._known[name] = replace(named(parts), forms=(written,))
        return self._known[name]

    def person_name(self, mention: PersonName) -> PersonName | None:
        """Give the full name that a mention means; None for a given name that nobody bears in full."""
        return full_name(mention, self.persons)

    def before(self, offset: int, pronoun: str = "") -> PersonName | None:
        """Give whom "ông" or "bà" alone means at an offset."""
        return last_before(offset, self.persons, self.scan, pronoun)
