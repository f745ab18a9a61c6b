"""The names of the graph: prefixes, the closed `kg:` vocabulary, and where the ontology's files are.

Strings only, so that everything may import it. `kg()` refuses a term that the ontology does not have;
a test holds `TERMS` and `ontology/kg.ttl` in step.
"""

from __future__ import annotations

from pathlib import Path

KG = "https://w3id.org/thidua/ontology#"
BASE = "https://w3id.org/thidua/id/"

PREFIXES: dict[str, str] = {
    "kg": KG,
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
    "time": "http://www.w3.org/2006/time#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "sh": "http://www.w3.org/ns/shacl#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

CLASSES = frozenset(
    "Article Person Organisation RecipientGroup RoleHolding Role Award Honour Movement Stage Period Place Mention"
    " Status".split()
)
PROPERTIES = frozenset(
    "holdsRole awards status period place awarder honour recipient presenter forMovement date reason groupKind count"
    " movement start end mention exact begin rule assertedOn".split()
)
STATUSES = frozenset("current former nominated awarded proposed registered revoked denied".split())
TERMS = CLASSES | PROPERTIES | STATUSES


def kg(term: str) -> str:
    """Give the IRI of a term of the ontology.

    >>> kg("holdsRole")
    'https://w3id.org/thidua/ontology#holdsRole'
    """
    if term not in TERMS:
        raise KeyError(f"kg:{term} is no term of the ontology")
    return KG + term


def iri(curie: str) -> str:
    """Give the IRI of a name with one of `PREFIXES`.

    >>> iri("org:member")
    'http://www.w3.org/ns/org#member'
    """
    prefix, _, local = curie.partition(":")
    return kg(local) if prefix == "kg" else PREFIXES[prefix] + local


def ontology_file(name: str) -> Path:
    """Give the path of `kg.ttl` or `shapes.ttl`, in an installed package as in a checkout."""
    here = Path(__file__).parent
    shipped = here / "ontology" / name
    return shipped if shipped.exists() else here.parent / "ontology" / name
