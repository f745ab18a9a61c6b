"""The command as a process: what it prints, where, and with which status it ends."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from view_facts import CASES, make_store

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "kg"]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
HOLDERS = "SELECT ?person { ?person kg:holdsRole organisation:Tỉnh_ủy_Bắc_Kạn } ORDER BY ?person"
# Counts for minutes, and the engine does not listen meanwhile
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def kg(*arguments: str | Path, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, check=False, cwd=ROOT, input=stdin,
        encoding="utf-8", env={**ENVIRONMENT, **environment}, timeout=60,
    )  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("cli") / "store")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "seeds"
    done = kg("build", "seeds", "--store", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("5 articles read: 5 built, 0 replaced, 0 unchanged, 0 failed (")
    return folder


# --- help ---


@pytest.mark.parametrize("command", ["build", "export", "query", "view", "stats", "validate", "eval", "drop"])
def test_each_command_has_help_with_an_example(command: str) -> None:
    done = kg(command, "--help")
    assert done.returncode == 0
    assert f"Example:  kg {command} " in done.stdout


def test_help_and_version() -> None:
    assert kg("--version").stdout == "kg 0.1.0\n"
    assert "build" in kg("--help").stdout
    assert "Usage: kg" in kg().stdout + kg().stderr


# --- build and drop ---


def test_building_again_skips(seeds: Path) -> None:
    before = kg("export", "--store", seeds, "-", "--format", "nq").stdout
    done = kg("build", "seeds", "--store", seeds)
    assert done.stdout.startswith("5 articles read: 0 built, 0 replaced, 5 unchanged, 0 failed (")
    assert kg("export", "--store", seeds, "-", "--format", "nq").stdout == before != ""


def test_what_cannot_be_read_is_said_and_the_rest_built(tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(bytes.fromhex("ffd8ffe000104a46494600010100") * 9)
    (tmp_path / "empty.txt").write_bytes(b"")
    done = kg(
        "build", tmp_path / "photo.txt", "seeds", tmp_path / "empty.txt", tmp_path / "none", "--store", tmp_path / "s"
    )
    assert done.returncode == 1
    assert "5 built" in done.stdout
    assert "3 failed" in done.stdout
    assert "Traceback" not in done.stderr
    messages = done.stderr.splitlines()
    assert all(message.startswith("kg: ") for message in messages)
    for message, name in zip(messages, ("photo.txt", "empty.txt", "none"), strict=True):
        assert name in message


def test_stdin_is_an_input(tmp_path: Path) -> None:
    lines = "".join(
        json.dumps({"id": f"n{number}", "text": "Ông Lê Văn An, Chủ tịch Công đoàn."}) + "\n" for number in range(3)
    )
    done = kg("build", "-", "--store", tmp_path / "s", stdin=lines)
    assert done.returncode == 0
    assert "3 built" in done.stdout


def test_dropping(tmp_path: Path, seeds: Path) -> None:
    shutil.copytree(seeds, tmp_path / "s")
    names = [file.stem for file in sorted((ROOT / "seeds").glob("*.txt"))]
    assert kg("drop", "--store", tmp_path / "s", *names[:2]).stdout == "2 dropped\n"
    assert json.loads(kg("stats", "--store", tmp_path / "s", "--format", "json").stdout)["articles"] == 3
    done = kg("drop", "--store", tmp_path / "s", names[0])
    assert done.returncode == 2
    assert f"there is no article '{names[0]}' in the store" in done.stderr


# --- query ---


def test_a_query_gives_csv_in_a_pipe(store: Path) -> None:
    done = kg("query", "--store", store, "-e", HOLDERS)
    base = "https://w3id.org/thidua/id/person"
    assert done.stdout == f"person\n{base}/Cù_Ngọc_Cường:Bắc_Kạn\n{base}/Vi_Văn_Nghĩa:Bắc_Kạn\n"
    assert (done.returncode, done.stderr) == (0, "")


def test_a_query_from_a_file(store: Path, tmp_path: Path) -> None:
    (tmp_path / "holders.rq").write_text(HOLDERS, encoding="utf-8")
    from_file = kg("query", "--store", store, tmp_path / "holders.rq", "--format", "markdown")
    assert (
        from_file.stdout == "| person |\n| --- |\n| person:Cù_Ngọc_Cường:Bắc_Kạn |\n| person:Vi_Văn_Nghĩa:Bắc_Kạn |\n"
    )


@pytest.mark.parametrize(
    ("sparql", "format", "begins"),
    [
        (HOLDERS, "tsv", "?person\n<https:"),
        (HOLDERS, "json", '{\n "head": {\n  "vars": [\n   "person"'),
        (HOLDERS, "table", " person\n ───"),
        ("ASK { ?p kg:holdsRole ?o }", "csv", "true\n"),
        ("CONSTRUCT WHERE { ?p kg:holdsRole ?o }", "ttl", "@prefix kg:"),
        ("CONSTRUCT WHERE { ?p kg:holdsRole ?o }", "nt", "<https:"),
    ],
)
def test_formats_of_answers(store: Path, sparql: str, format: str, begins: str) -> None:
    done = kg("query", "--store", store, "-e", sparql, "--format", format)
    assert done.stdout.startswith(begins)
    assert done.returncode == 0


def on_a_terminal(*arguments: str | Path, columns: int = 60) -> str:
    """Run the command with a terminal for its output."""
    leader, follower = pty.openpty()
    os.set_blocking(leader, True)
    import fcntl
    import struct
    import termios

    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    with subprocess.Popen([*COMMAND, *map(str, arguments)], stdout=follower, stderr=follower, cwd=ROOT) as process:
        os.close(follower)
        output = b""
        while True:
            try:
                piece = os.read(leader, 65_536)
            except OSError:  # how Linux says that nobody writes to a terminal any more
                break
            if not piece:
                break
            output += piece
        process.wait(60)
    os.close(leader)
    return output.decode()


def test_a_query_draws_a_table_on_a_terminal(store: Path) -> None:
    sparql = "SELECT ?person ?body { ?person kg:holdsRole ?body } ORDER BY ?person ?body"
    drawn = on_a_terminal("query", "--store", store, "-e", sparql)
    lines = drawn.replace("\r", "").splitlines()
    assert lines[0].split() == ["person", "body"]
    assert max(map(len, lines)) <= 60
    assert "person:Cù_Ngọc_Cường:Bắc_Kạn" in drawn


def test_building_shows_a_bar_on_a_terminal(tmp_path: Path) -> None:
    shown = on_a_terminal("build", "seeds", tmp_path / "none.txt", "--store", tmp_path / "s", columns=300)
    assert "5 articles read: 5 built, 0 replaced, 0 unchanged, 1 failed" in shown
    assert "none.txt" in shown
    assert " articles" in shown.partition("5 articles read")[0]


# --- the other commands ---


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nt", "nq", "jsonld", "rdf"])
def test_exporting(store: Path, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"graph.{suffix}"
    done = kg("export", "--store", store, file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert kg("export", "--store", store, "-", "--format", suffix).stdout == file.read_text(encoding="utf-8")
    assert "Vi_Văn_Nghĩa" in file.read_text(encoding="utf-8")


def test_stats_are_for_reading_and_for_programs(store: Path) -> None:
    text = kg("stats", "--store", store).stdout
    data = json.loads(kg("stats", "--store", store, "--format", "json").stdout)
    assert data["articles"] == len(CASES)
    assert text.startswith(f"{len(CASES)} articles, {data['triples']} triples\n  roles ")
    assert data["facts"]["awards"]["awarded"] > data["facts"]["awards"]["revoked"] == 1
    assert "Liên đoàn Lao động tỉnh Bắc Kạn" in text


def test_the_picture_is_one_page(store: Path, tmp_path: Path) -> None:
    done = kg("view", "--store", store, tmp_path / "picture.html", "--limit", "5")
    assert done.returncode == 0, done.stderr
    assert "5 nodes" in done.stdout
    assert [file.name for file in tmp_path.iterdir()] == ["picture.html"]


def test_validating(seeds: Path, tmp_path: Path) -> None:
    done = kg("validate", "--store", seeds)
    assert (done.returncode, done.stdout) == (0, "the graph conforms\n"), done.stdout + done.stderr
    (tmp_path / "shapes.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <https://w3id.org/thidua/ontology#> .\n"
        "<urn:shape> a sh:NodeShape ; sh:targetClass kg:Article ; sh:property [ sh:path kg:count ; sh:minCount 1 ] .\n"
    )
    broken = kg("validate", "--store", seeds, "--shapes", tmp_path / "shapes.ttl")
    assert broken.returncode == 1
    assert broken.stdout.endswith("5 violations\n")
    assert "https://w3id.org/thidua/id/article/000_20c1db7451fe24dd" in broken.stdout
    (tmp_path / "shapes.ttl").write_text("<urn:shape> a \n")
    wrong = kg("validate", "--store", seeds, "--shapes", tmp_path / "shapes.ttl")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("kg: ")
    assert "shapes.ttl" in wrong.stderr


def test_judging(tmp_path: Path) -> None:
    done = kg("eval", "seeds", "--gold", "tests/gold/seeds")
    assert done.returncode == 0, done.stderr
    assert "precision" in done.stdout
    record = json.loads(kg("eval", "seeds", "--gold", "tests/gold/seeds", "--json", "--errors").stdout)
    assert record["articles"] == 5
    with_page = kg("eval", "seeds", "--gold", "tests/gold/seeds", "--html", tmp_path / "errors.html")
    assert (with_page.returncode, with_page.stdout, with_page.stderr) == (0, done.stdout, "")
    assert [file.name for file in tmp_path.iterdir()] == ["errors.html"]
    assert "Vi Văn Nghĩa" in (tmp_path / "errors.html").read_text(encoding="utf-8")


def test_judging_with_text_that_is_none(tmp_path: Path) -> None:
    """An escape in an annotation can stand for half a character, which no file can hold."""
    claim = r'{"name": "\ud800", "period": null, "evidence": "\udfff"}'
    (tmp_path / "a.json").write_text(f'{{"id": "a", "movements": [{claim}]}}', encoding="utf-8")
    (tmp_path / "a.txt").write_text("Phong trào.", encoding="utf-8")
    for more in ([], ["--errors"], ["--json", "--errors"], ["--html", tmp_path / "a.html"]):
        done = kg("eval", tmp_path / "a.txt", "--gold", tmp_path, *more)
        assert (done.returncode, done.stderr) == (0, "")


# --- what goes wrong ---


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("query", "--store", "{tmp}/none", "-e", "ASK {}"), 2, "kg: {tmp}/none: there is no store here"),
        (("query", "--store", "{tmp}", "-e", "ASK {}"), 2, "kg: {tmp}: the folder is not empty and not a store"),
        (("build", "seeds", "--store", "{tmp}"), 2, "kg: {tmp}: the folder is not empty and not a store"),
        (("build", "seeds", "--store", "{tmp}/file"), 2, "kg: {tmp}/file: the store cannot be opened: Not a directory"),
        (("build", "seeds", "--store", "{tmp}/new", "--base", "nonsense"), 2, "kg: "),
        (("build", "seeds", "--store", "{tmp}/new", "--lexicon", "{tmp}/none.toml"), 2, "kg: {tmp}/none.toml: "),
        (("build", "seeds", "--store", "{store}", "--base", "http://example.org/"), 2, "base IRI is"),
        (("export", "--store", "{store}", "{tmp}/graph.csv"), 2, "the suffix 'csv' names no format; valid are ttl"),
        (("export", "--store", "{store}", "-"), 2, "kg: for stdout give the format"),
        (("query", "--store", "{store}"), 2, "Error: give a file with a query, or -e and the query itself"),
        (("query", "--store", "{store}", "{tmp}/file", "-e", "ASK {}"), 2, "Error: give a file with a query, or -e"),
        (("query", "--store", "{store}", "{tmp}/none.rq"), 2, "none.rq: the query cannot be read: No such file"),
        (("query", "--store", "{store}", "-e", "SELECT ?a {\n ?a kg:b }"), 2, "kg: line 2, column 10: '}' cannot stand here\n"),
        (("query", "--store", "{store}", "-e", "SELECT * { ?a ogr:x ?b }"), 2, "did you mean 'org:'?"),
        (("query", "--store", "{store}", "-e", "DROP ALL"), 2, "DROP would change the store, and a query only reads it"),
        (("query", "--store", "{store}", "-e", "ASK {}", "--format", "ttl"), 2, "kg: --format ttl is for CONSTRUCT"),
        (("eval", "seeds", "--gold", "{tmp}/none"), 2, "kg: {tmp}/none"),
        (("eval", "seeds", "--gold", "tests/gold/seeds", "--html", "{tmp}"), 2, "kg: {tmp}: is a folder; name a file, such as {tmp}/page.html"),
        (("eval", "seeds", "--gold", "tests/gold/seeds", "--html", "{tmp}/no/a.html"), 2, "kg: {tmp}/no/a.html: cannot be written: No such file"),
        (("stats",), 2, "Error: Missing option '--store'"),
        (("bild",), 2, "Error: No such command 'bild'"),
    ],
)  # fmt: skip
def test_errors_are_messages(
    store: Path, tmp_path: Path, arguments: tuple[str, ...], status: int, message: str
) -> None:
    (tmp_path / "file").write_text("x")
    before = {file: file.read_bytes() for file in sorted(tmp_path.rglob("*")) if file.is_file()}
    places = {"{tmp}": str(tmp_path), "{store}": str(store)}

    def filled(text: str) -> str:
        for name, place in places.items():
            text = text.replace(name, place)
        return text

    done = kg(*map(filled, arguments))
    assert filled(message) in done.stderr
    assert (done.returncode, done.stdout) == (status, "")
    assert "Traceback" not in done.stderr
    assert {file: file.read_bytes() for file in sorted(tmp_path.rglob("*")) if file.is_file()} == before


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}])  # fmt: skip
def test_output_is_utf_8_in_every_locale(store: Path, locale: dict[str, str]) -> None:
    done = kg("query", "--store", store, "-e", "SELECT ?l { person:Vi_Văn_Nghĩa:Bắc_Kạn rdfs:label ?l }", **locale)
    assert done.stdout == "l\nVi Văn Nghĩa\n", done.stderr


def test_a_reader_that_leaves_is_no_error(store: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "query", "--store", str(store), "-e", "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_an_output_that_is_full_is_said(store: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "query", "--store", str(store), "-e", HOLDERS],
            stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "kg: output: No space left on device\n"


def test_ctrl_c_ends_a_query_that_does_not_end(store: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "query", "--store", str(store), "-e", ENDLESS], stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        time.sleep(1.5)
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 130
        assert process.stderr is not None
        assert process.stderr.read() == "kg: interrupted; what was finished before is kept\n"


def test_ctrl_c_keeps_what_was_built(tmp_path: Path) -> None:
    text = (ROOT / "seeds" / "000_20c1db7451fe24dd.txt").read_text(encoding="utf-8")
    lines = "".join(json.dumps({"id": f"n{number}", "text": f"{text}\n{number}"}) + "\n" for number in range(200))
    with subprocess.Popen(
        [*COMMAND, "build", "-", "--store", str(tmp_path / "s")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(lines)
        process.stdin.flush()
        while not (tmp_path / "s" / "ledger.sqlite").exists():
            time.sleep(0.05)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert process.stderr.read() == "kg: interrupted; what was finished before is kept\n"
    kept = json.loads(kg("stats", "--store", tmp_path / "s", "--format", "json").stdout)["articles"]
    done = kg("build", "-", "--store", tmp_path / "s", stdin=lines)
    assert f"200 articles read: {200 - kept} built, 0 replaced, {kept} unchanged, 0 failed" in done.stdout
