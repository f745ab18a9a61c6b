"""The README is true: its commands run, and print what it shows."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
# Figures that differ from run to run
_SECONDS = re.compile(r"\(\d+\.\d s\)")


def sessions() -> Iterator[tuple[str, str]]:
    """(command, output shown) of every `$` line in the console blocks, in order."""
    for block in re.findall(r"```console\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def files() -> dict[str, str]:
    """What the README shows of each file that it names before a block."""
    shown = re.findall(
        r"`([\w./-]+\.(?:txt|json|toml))`[^`]*\n\n```\w+\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL
    )
    return dict(shown)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds and the annotations, as a reader's checkout has them, and the README's own files."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "tests" / "gold" / "seeds", folder / "tests" / "gold" / "seeds")
    for name, content in files().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def run(command: str, folder: Path) -> str:
    """Run a command of the README with this Python's `kg`."""
    line = re.sub(r"^kg ", f"{sys.executable} -m kg ", command)
    environment = {**os.environ, "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        line, shell=True, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_commands_print_what_is_shown(workplace: Path) -> None:
    shown = list(sessions())
    assert len(shown) >= 8
    for command, output in shown:
        assert _SECONDS.sub("(s)", run(command, workplace)).strip() == _SECONDS.sub("(s)", output).strip(), command
    turtle = (workplace / "graph.ttl").read_text(encoding="utf-8")
    for line in (
        "org:organization organisation:Liên_đoàn_Lao_động_tỉnh_Bắc_Kạn",
        "prov:wasDerivedFrom article:000_20c1db7451fe24dd",
    ):
        assert line in README.read_text(encoding="utf-8")
        assert line in turtle


def test_make_demo_prints_what_is_shown(workplace: Path) -> None:
    block = re.search(r"```text\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ndemo:")[2].partition("\n\n")[0]
    commands = re.findall(r"^\t\$\(BIN\)/(kg .*)$", recipe, re.MULTILINE)
    (workplace / "demo").mkdir()
    printed = "".join(run(command, workplace) for command in commands) + recipe.replace("$(BIN)", ".venv/bin")
    lines = {_SECONDS.sub("(s)", line.strip().removeprefix('@echo "').strip(' "')) for line in printed.splitlines()}
    shown = [_SECONDS.sub("(s)", line.strip()) for line in block[1].splitlines() if line != "..."]
    assert len(commands) == 4
    assert [line for line in shown[1:] if line not in lines] == []


def test_python_prints_what_is_shown(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not (workplace / "my-store").exists():
        run("kg build seeds --store my-store", workplace)
    monkeypatch.chdir(workplace)
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "README.md", "README.md", 0)
    assert len(examples.examples) >= 8
    failures, _ = doctest.DocTestRunner(verbose=False).run(examples)
    assert failures == 0


def test_the_files_of_the_example_are_shown() -> None:
    assert set(files()) == {"articles/bieu-duong.txt", "annotations/bieu-duong.json", "my.toml"}


def test_pictures_and_places_exist() -> None:
    text = README.read_text(encoding="utf-8")
    named = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text) + re.findall(r"`((?:kg|ontology|tests|seeds)/[\w./]*)`", text)
    assert named
    assert not [name for name in named if not (ROOT / name).exists()]
