"""Names of organisations in a scanned text: a head, what follows it, and the bodies it is nested in.

`find` goes through a text, `grammar` parses one name, `walk`, `places` and `words` are its steps. A bare level ("LĐLĐ
tỉnh") is given as it stands: what it means is `resolve`'s matter.
"""

from __future__ import annotations

from kg.language.organisations.find import find_organisations
from kg.language.organisations.grammar import parse_organisation
from kg.language.organisations.names import OrganisationName, Part
from kg.language.organisations.titled import seat_of

__all__ = ["OrganisationName", "Part", "find_organisations", "parse_organisation", "seat_of"]
