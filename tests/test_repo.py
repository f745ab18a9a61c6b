"""The repository is true to itself: its layers, its names, its ontology, its commands, its README."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kg
from kg import vocab
from kg.pipeline import RULES

if TYPE_CHECKING:
    import click

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kg"

# Lowest first: a module imports from its own row and the rows above it in this table, and never in a circle
LAYERS = (
    "errors text vocab",
    "model",
    "lexicon periods layout",
    "language resolve",
    "extract rdf articles",
    "network query store export stats graph page",
    "view evaluate validate",
    "pipeline spark serve",
    "cli magic __main__ __init__",
)
LAYER = {module: number for number, row in enumerate(LAYERS) for module in row.split()}

# Who may import a library at all
OWNERS = {
    "spacy": {"language", "extract"},
    "ahocorasick_rs": {"lexicon", "language", "extract"},
    "pyvis": {"view"},
    "networkx": {"view", "network"},
    "click": {"cli"},
    "rich": {"cli", "pipeline", "query"},
    "pyshacl": {"validate"},
    "selectolax": {"articles"},
    "pyarrow": {"articles"},
    "numpy": {"view", "query"},
    "jinja2": {"page"},
    "markupsafe": {"page"},
    "sqlite3": {"store"},
    "pandas": {"query", "graph", "magic"},
    "IPython": {"magic"},
    "itables": {"magic"},
}
HEAVY = ("spacy", "rdflib", "pyoxigraph", "pyarrow", "selectolax", "pyvis", "networkx", "pyshacl", "rich", "click")

SOURCES = sorted(PACKAGE.rglob("*.py"))
TEXT_SUFFIXES = {".py", ".md", ".toml", ".tsv", ".ttl", ".ipynb", ".html", ".css", ".js", ".rq", ".yml", ".json", ""}
TEXT_FOLDERS = ("kg", "ontology", "notebooks", "benchmarks", "tests", ".ci")
OUTSIDE = re.compile(
    r"(?<![\w.:/<])/(?:work|home|root|tmp|mnt|srv|Users)/\w|\.\./shared\b|\bshared/(?:design|gold|corpus)\b"
)


# --- imports ---


def dotted(source: Path) -> str:
    """Give a source file's module: kg/articles/html.py is "articles.html", kg/articles/__init__.py "articles"."""
    parts = source.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


MODULES = {dotted(source): source for source in SOURCES}


@cache
def imports(source: Path) -> tuple[str, ...]:
    """Every module that a file imports anywhere in it, functions included."""
    return tuple(_imports(ast.parse(source.read_text(encoding="utf-8"), str(source))))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute"
            yield from (target(node.module or "", alias.name) for alias in node.names)


def target(module: str, name: str) -> str:
    """Give the module that `from module import name` loads: the name itself where it is a module of ours."""
    within = f"{module}.{name}".removeprefix("kg.")
    return f"kg.{within}" if within in MODULES else module


def own_imports(source: Path) -> set[str]:
    """The modules of kg that a file imports, without the "kg."; the bare package only gives its version."""
    return {name.removeprefix("kg.") for name in imports(source) if name.startswith("kg.")} - {dotted(source)}


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down(module: str) -> None:
    top = module.partition(".")[0]
    assert top in LAYER, f"kg.{top} has no layer: give it a row in LAYERS"
    below = {name for name, layer in LAYER.items() if layer <= LAYER[top]}
    upward = {name for name in own_imports(MODULES[module]) if name.partition(".")[0] not in below}
    assert upward == set()


def test_imports_have_no_circle() -> None:
    graph = {module: own_imports(source) & MODULES.keys() for module, source in MODULES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" > ".join(error.args[1]))


def test_every_module_that_makes_quads_counts_as_a_rule() -> None:
    """Follow the imports from what reads facts and what states them: an edit anywhere there builds articles again."""
    reached, left = set(), {"extract", "rdf"}
    while left:
        reached |= left
        found = {
            name
            for top in left
            for module, source in MODULES.items()
            if module.partition(".")[0] == top
            for name in own_imports(source)
        }
        left = {name.partition(".")[0] for name in found} - reached
    assert reached - {"errors", "dataset"} == set(RULES)


@pytest.mark.parametrize("module", MODULES)
def test_the_bare_package_gives_its_version_only(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "kg":
            names = {alias.name for alias in node.names}
            assert names <= {"__version__", *MODULES}, f"line {node.lineno}: import from the module that has it"


@pytest.mark.parametrize("module", MODULES)
def test_libraries_have_owners(module: str) -> None:
    libraries = {name.partition(".")[0] for name in imports(MODULES[module])}
    top = module.partition(".")[0]
    assert {library for library in libraries & OWNERS.keys() if top not in OWNERS[library]} == set()


def run(code: str) -> str:
    """Give what a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, encoding="utf-8", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert run(f"import kg, sys; print(sorted(sys.modules.keys() & set({HEAVY!r})))") == "[]\n"


# --- names ---


def test_all_is_what_is_exported() -> None:
    code = """
names = {}
exec("from kg import *", names)
import kg
del names["__builtins__"]
print(sorted(set(names) ^ set(kg.__all__)))
ours = {name for name in dir(kg) if str(getattr(getattr(kg, name), "__module__", "")).startswith("kg")}
print(sorted(name for name in ours - set(kg.__all__) if name[0] != "_"))
"""
    assert run(code) == "[]\n[]\n"


def test_no_module_hides_an_exported_name() -> None:
    modules = [f"kg.{name}" for name in MODULES if not name.endswith(("__main__", "__init__"))]
    code = f"""
import importlib, inspect, kg
for module in {modules!r}:
    importlib.import_module(module)
print([name for name in kg.__all__ if inspect.ismodule(getattr(kg, name))])
"""
    assert run(code) == "[]\n"


def test_exported_names_are_sorted_and_documented() -> None:
    assert len(set(kg.__all__)) == len(kg.__all__)
    functions = [getattr(kg, name) for name in kg.__all__ if not name.startswith("_")]
    assert [function for function in functions if not (function.__doc__ or "").strip()] == []


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_for(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)


# --- the ontology ---


@cache
def ontology(name: str) -> set[tuple[str, str, str]]:
    from pyoxigraph import parse

    return {
        (str(quad.subject).strip("<>"), str(quad.predicate).strip("<>"), str(quad.object).strip("<>"))
        for quad in parse(path=str(vocab.ontology_file(name)))
    }


@pytest.mark.parametrize("term", sorted(vocab.TERMS))
def test_every_term_is_in_the_ontology(term: str) -> None:
    stated = {predicate for subject, predicate, _ in ontology("kg.ttl") if subject == vocab.kg(term)}
    assert {vocab.iri("rdf:type"), vocab.iri("rdfs:label"), vocab.iri("rdfs:comment")} <= stated


def test_the_ontology_has_no_other_term() -> None:
    subjects = {subject for subject, _, _ in ontology("kg.ttl") if subject.startswith(vocab.KG)}
    assert subjects - {vocab.kg(term) for term in vocab.TERMS} - {vocab.KG} == set()


@pytest.mark.parametrize("term", sorted(vocab.CLASSES | vocab.PROPERTIES))
def test_every_term_has_a_shape(term: str) -> None:
    about = "sh:targetClass" if term in vocab.CLASSES else "sh:path"
    shaped = {value for _, predicate, value in ontology("shapes.ttl") if predicate == vocab.iri(about)}
    assert vocab.kg(term) in shaped


# --- the commands ---


def group() -> click.Group:
    import click

    from kg import cli

    (found,) = {value for value in vars(cli).values() if isinstance(value, click.Group)}
    return found


def test_every_command_has_help() -> None:
    commands = group().commands
    assert {"build", "export", "query", "view", "stats", "validate", "eval"} <= commands.keys()
    assert [name for name, command in commands.items() if not command.help] == []
    texts = {name: f"{command.help} {command.epilog}" for name, command in commands.items()}
    assert [name for name, text in texts.items() if f"kg {name} " not in text] == []


def test_every_command_has_a_function() -> None:
    missing = [name for name in group().commands if not callable(getattr(kg, name, None))]
    assert missing == []


def test_every_command_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in group().commands if f"kg {name} " not in readme] == []


# --- the texts ---


def texts() -> Iterator[Path]:
    for folder in TEXT_FOLDERS:
        yield from (file for file in (ROOT / folder).rglob("*") if file.is_file() and file.suffix in TEXT_SUFFIXES)
    yield from (
        ROOT / name for name in ("README.md", "CHANGELOG.md", "Makefile", "pyproject.toml") if (ROOT / name).exists()
    )


def test_no_text_names_a_path_outside_the_repository() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for file in texts()
        if file != Path(__file__) and "__pycache__" not in file.parts
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if OUTSIDE.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "outside"),
    [
        ("see /home/somebody/notes", True),
        ("open('/tmp/x')", True),
        ("../shared/design", True),
        ("https://example.org/home/page", False),
        ("</root>", False),
        ("kg/work/file", False),
    ],
)
def test_paths_outside_are_recognised(line: str, outside: bool) -> None:
    assert bool(OUTSIDE.search(line)) is outside
