"""The project around the code: its dependencies, its Makefile, what it ships, what its benchmark measures."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import kg
from benchmarks import corpus, rivals
from benchmarks.__main__ import rival_line
from kg.articles import read
from kg.errors import InputError

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = ("demo", "test", "lab", "lint", "bench", "clean")

BASE = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
EXTRAS = {
    name: [Requirement(line) for line in lines] for name, lines in PROJECT["project"]["optional-dependencies"].items()
}
# What is imported of the extra `lab`: JupyterLab is only where it is used
NOTEBOOK = {"ipython", "itables", "pandas"}
MOST_DISTRIBUTIONS = 70
ALWAYS_THERE = 2  # pip, and the project itself

SEEDS = {
    "000_20c1db7451fe24dd.txt": "605d094e95e0efd08f0536d053781d27bb19f249d8a9d7ed582d06f1622254d7",
    "001_6f087d4af845c775.txt": "4bcac4f3ab205e1e982809d4cb2666797f5551b6598a68cb75ec26db642f89cc",
    "002_cdd228167351eace.txt": "ab961c9974946b16e62482ce95e2d20b142448e3ed82dbd01d68f005b69e7366",
    "003_f2e10e598385c206.txt": "d382053c04f048c1626e5598b963cd9b7ef66596d76d0d6634ea627601922de3",
    "004_b1f0b5b364bde584.txt": "27d7dc7b4479f5c305516e627e7bc7bd666eca32195640603103a4b9e0806408",
}


# --- dependencies ---


def names(requirements: list[Requirement]) -> set[str]:
    return {canonicalize_name(requirement.name) for requirement in requirements}


def imported() -> set[str]:
    """The distributions whose modules the package imports anywhere."""
    modules: set[str] = set()
    for source in (ROOT / "kg").rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.partition(".")[0])
    owners = packages_distributions()
    foreign = modules - set(sys.stdlib_module_names) - {"kg"}
    return {canonicalize_name(owner) for module in foreign for owner in owners[module]}


def test_what_is_imported_is_declared_and_no_more() -> None:
    assert imported() == names(BASE) | names(EXTRAS["validate"]) | NOTEBOOK


@pytest.mark.parametrize(
    "requirement",
    [*BASE, *EXTRAS["validate"], *EXTRAS["serve"], *EXTRAS["lab"][1:]],
    ids=lambda requirement: requirement.name,
)
def test_every_dependency_has_a_lower_bound(requirement: Requirement) -> None:
    assert any(part.operator == ">=" for part in requirement.specifier)


def installed_with(wanted: list[Requirement]) -> set[str]:
    """Every distribution that an installation of these brings on this machine."""
    found: set[str] = set()
    left = [(requirement, extra) for requirement in wanted for extra in ("", *requirement.extras)]
    while left:
        requirement, extra = left.pop()
        name = canonicalize_name(requirement.name)
        if (requirement.marker and not requirement.marker.evaluate({"extra": extra})) or f"{name}[{extra}]" in found:
            continue
        found |= {name, f"{name}[{extra}]"}
        try:
            needed = distribution(name).requires or ()
        except PackageNotFoundError:
            continue
        for line in needed:
            inner = Requirement(line)
            if inner.marker is None or inner.marker.evaluate({"extra": extra}):
                plain = Requirement(str(inner).partition(";")[0])
                left += [(plain, wish) for wish in ("", *inner.extras)]
    return {name for name in found if "[" not in name}


def test_the_base_install_stays_small() -> None:
    assert len(installed_with(BASE)) + ALWAYS_THERE <= MOST_DISTRIBUTIONS


def test_every_line_of_the_dependencies_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    silent = [line for line in re.findall(r'^    "[\w-]+>=.*$', text, re.MULTILINE) if "# " not in line]
    assert silent == []


def test_every_ignored_rule_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    ignored = re.search(r"^ignore = \[\n(.*?)^allowed", text, re.MULTILINE | re.DOTALL)
    by_file = re.search(r"per-file-ignores\]\n(.*?)^\[tool", text, re.MULTILINE | re.DOTALL)
    assert ignored
    assert by_file
    lines = [line for line in f"{ignored[1]}{by_file[1]}".splitlines() if line.startswith('    "')]
    assert [line for line in lines if "# " not in line] == []


# --- what ships ---


def test_the_licence_is_mit() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("MIT License\n\nCopyright (c) 2026 The thidua-kg authors\n")
    assert PROJECT["project"]["license"] == "MIT"


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(r"^## \[(\S+)\] - (Unreleased|\d{4}-\d\d-\d\d)\n", changelog, re.MULTILINE)
    assert found
    assert found[1] == kg.__version__


def test_the_seeds_are_what_they_were() -> None:
    assert {file.name: sha256(file.read_bytes()).hexdigest() for file in (ROOT / "seeds").iterdir()} == SEEDS


def test_types_ship_with_the_package() -> None:
    assert (ROOT / "kg" / "py.typed").exists()


# --- the Makefile ---

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}  # of `make test`
    return subprocess.run(
        ["make", *arguments], check=False, capture_output=True, encoding="utf-8", cwd=ROOT, env=outside
    )


@needs_make
def test_make_says_what_there_is_to_make() -> None:
    lines = make().stdout.splitlines()
    assert {line.split()[1] for line in lines} == {"help", *TARGETS}


@needs_make
@pytest.mark.parametrize("target", TARGETS)
def test_every_target_can_be_made(target: str, tmp_path: Path) -> None:
    planned = make("--dry-run", target, f"VENV={tmp_path / 'venv'}")
    assert planned.returncode == 0, planned.stderr


@needs_make
@pytest.mark.parametrize(
    ("python", "message"),
    [
        (None, "Python was not found as {python}. Install Python 3.11 or newer"),
        ('case "$*" in *version_info*) exit 1;; esac; echo Python 3.9.2', "is needed; {python} is Python 3.9.2"),
        ('case "$*" in *ensurepip*) exit 1;; esac', "{python} cannot make virtual environments"),
    ],
)
@pytest.mark.parametrize("target", ["demo", "test"])
def test_a_python_that_will_not_do_is_named(tmp_path: Path, target: str, python: str | None, message: str) -> None:
    interpreter = tmp_path / "python"
    if python is not None:
        interpreter.write_text(f"#!/bin/sh\n{python}\n", encoding="utf-8")
        interpreter.chmod(0o755)
    done = make(target, f"PYTHON={interpreter}", f"VENV={tmp_path / 'venv'}")
    assert done.returncode == 2
    assert message.format(python=interpreter) in done.stderr
    assert not (tmp_path / "venv").exists()


def test_ci_runs_what_a_developer_runs() -> None:
    script = ROOT / ".ci" / "run"
    text = script.read_text(encoding="utf-8")
    assert script.stat().st_mode & 0o111
    assert "set -euo pipefail" in text
    assert text.endswith("make lint\nmake test\n")


# --- the benchmark ---


def test_a_made_corpus_repeats_the_texts_under_new_ids() -> None:
    own = list(read([ROOT / "seeds"]))
    made = list(corpus.repeated(own, 12))
    assert len({article.id for article in made}) == 12
    assert [article.text for article in made] == [own[place % 5].text for place in range(12)]


def test_a_corpus_of_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no article could be read"):
        corpus.chosen([tmp_path], tmp_path)


@given(articles=st.integers(1, 60), number=st.integers(1, 80))
def test_a_sample_is_from_all_over(tmp_path_factory: pytest.TempPathFactory, articles: int, number: int) -> None:
    own = list(read([ROOT / "seeds"]))[:1]
    made = list(corpus.repeated(own, articles))
    file = corpus.write(made, tmp_path_factory.getbasetemp() / "sample.jsonl")
    chosen = corpus.Corpus((file,), "texts", articles)
    found = corpus.sample(chosen, number)
    assert len({article.id for article in found}) == len(found) <= min(number, articles)
    assert {article.id for article in found} <= {article.id for article in made}
    assert found == corpus.sample(chosen, 80)[: len(found)]


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    own = list(read([ROOT / "seeds"]))
    again = list(read([corpus.write(own, tmp_path / "all.jsonl")]))
    assert [(article.id, article.text) for article in again] == [(article.id, article.text) for article in own]


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (rivals.Figures(200, 40.0), "5.0 articles/s"),
        (rivals.Figures(60, 120.0), "0.5 articles/s (the first 60, time was up)"),
        ("skipped, cannot be installed here: no network", "skipped, cannot be installed here: no network"),
    ],
)
def test_a_rival_s_line_says_how_it_did(figures: rivals.Figures | str, said: str) -> None:
    assert rival_line("tool", figures, 200).split(maxsplit=1) == ["tool", said]


def test_a_rival_that_cannot_be_installed_is_skipped_with_a_word(tmp_path: Path) -> None:
    rival = rivals.Rival("none", f"none @ file://{tmp_path}/none-1.0-py3-none-any.whl", "none")
    assert str(rivals.measured(rival, tmp_path / "sample", tmp_path)).startswith("skipped, cannot be installed here")


def test_a_rival_that_fails_is_skipped_with_a_word(tmp_path: Path) -> None:
    rival = rivals.Rival("json", "json", "json")
    (tmp_path / "json" / "bin").mkdir(parents=True)
    (tmp_path / "json" / "bin" / "python").symlink_to(sys.executable)
    (tmp_path / "json" / rival.requirement).touch()
    said = rivals.measured(rival, tmp_path / "sample", tmp_path)
    assert str(said).startswith("skipped, fails here: AttributeError")
