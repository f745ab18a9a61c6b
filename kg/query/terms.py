"""Names that a query uses and nothing has: terms that the ontology does not know, entities that a store lacks.

The `kg:` vocabulary is closed, so that an unknown term of it is a mistake and no empty answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from kg.query.functions import ARGUMENTS
from kg.query.syntax import Token, at, resolved, tokens
from kg.text import fold
from kg.vocab import CLASSES, KG, PROPERTIES, STATUSES, TERMS


def unknown_term(sparql: str, names: Mapping[str, str]) -> str | None:
    """Say which term of the ontology a query gets wrong, and which is the nearest; None where all are right."""
    found = tokens(sparql)
    for token, name in resolved(found, names):
        local = name.removeprefix(KG)
        if not name.startswith(KG) or not local or local in TERMS:
            continue
        called = _is_called(found, token)
        if local in ARGUMENTS and called:
            if problem := _wrong_arguments(found, token, ARGUMENTS[local]):
                return at(sparql, token.begin, problem)
            continue
        return at(sparql, token.begin, _unknown(local, called))
    return None


def nearest(name: str, known: frozenset[str] | set[str]) -> str | None:
    """Give the known name that is most like another one, without regard to case and accents."""
    folded = {fold(one): one for one in sorted(known)}
    near = get_close_matches(fold(name), folded, n=1, cutoff=0.5)
    return folded[near[0]] if near else None


def _unknown(local: str, called: bool) -> str:
    if called:
        near, kind, valid = nearest(local, set(ARGUMENTS)), "function", " ".join(f"kg:{one}" for one in ARGUMENTS)
    else:
        kind = "class" if local[:1].isupper() else "property"
        known = {"class": CLASSES, "property": PROPERTIES | STATUSES}[kind]
        near, valid = nearest(local, known), " ".join(f"kg:{one}" for one in sorted(known))
    hint = f"did you mean kg:{near}?" if near else f"valid are: {valid}"
    return f"kg:{local} is no {kind} of the ontology; {hint}"


def _is_called(found: list[Token], token: Token) -> bool:
    place = found.index(token)
    return place + 1 < len(found) and found[place + 1].text == "(" and found[place + 1].begin == token.end


def _wrong_arguments(found: list[Token], token: Token, wanted: int) -> str | None:
    """Count the arguments of a call: a wrong number would only ever give no value."""
    given = len(arguments(found, found.index(token) + 1))
    if given == wanted:
        return None
    return f"{token.text} takes {wanted} argument{'' if wanted == 1 else 's'}, not {given}"


def arguments(found: list[Token], opening: int) -> list[tuple[int, int]]:
    """Give the stretches of a call's arguments, from the place of its opening bracket among the tokens."""
    result, depth, begin = [], 0, found[opening].end
    for token in found[opening:]:
        if depth == 1 and token.text in (",", ")"):
            result.append((begin, token.begin))
            begin = token.end
        depth += (token.text in "({[") - (token.text in ")}]")
        if depth == 0:
            break
    return result if found[opening + 1].text != ")" else []
