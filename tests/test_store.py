"""A store keeps exactly what its articles support, through replacing, dropping and being killed."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from view_facts import CASES, Case, article

from kg.errors import StoreError
from kg.rdf import ArticleGraph, article_graph
from kg.store import Store, open_store
from kg.vocab import BASE, iri

ROOT = Path(__file__).parents[1]
IDS = tuple(case[0] for case in CASES)


def graph_of(case: Case) -> ArticleGraph:
    id, title, sentences, facts = case
    return article_graph(article(id, title, sentences), facts)


def put(store: Store, *cases: Case) -> None:
    for case in cases:
        store.put(case[0], case[0].encode(), graph_of(case), facts={"roles/current": 1})
    store.save()


def built(folder: Path, *cases: Case) -> bytes:
    with open_store(folder, write=True) as store:
        put(store, *cases)
        return b"".join(store.nquads())


def read(folder: Path) -> bytes:
    with open_store(folder) as store:
        return b"".join(store.nquads())


# --- what is in it ---


def test_a_store_has_the_quads_of_its_articles(tmp_path: Path) -> None:
    quads = {quad for case in CASES for graph in [graph_of(case)] for quad in (*graph.own, *graph.common)}
    built(tmp_path / "store", *CASES)
    with open_store(tmp_path / "store") as store:
        assert set(store.quads) == quads
        assert store.article_ids() == IDS


def test_no_triple_stands_in_two_graphs(tmp_path: Path) -> None:
    built(tmp_path / "store", *CASES)
    with open_store(tmp_path / "store") as store:
        assert len({quad.triple for quad in store.quads}) == len(store.quads)


def test_order_and_batches_do_not_matter(tmp_path: Path) -> None:
    together = built(tmp_path / "together", *CASES)
    for case in reversed(CASES):
        one_by_one = built(tmp_path / "one-by-one", case)
    assert one_by_one == together == read(tmp_path / "together")


@pytest.mark.parametrize("dropped", IDS)
def test_dropping_leaves_what_building_without_gives(tmp_path: Path, dropped: str) -> None:
    built(tmp_path / "all", *CASES)
    with open_store(tmp_path / "all", write=True) as store:
        store.drop([dropped])
    rest = [case for case in CASES if case[0] != dropped]
    assert read(tmp_path / "all") == built(tmp_path / "rest", *rest)


def test_dropping_everything_leaves_nothing(tmp_path: Path) -> None:
    built(tmp_path / "store", *CASES)
    with open_store(tmp_path / "store", write=True) as store:
        store.drop(IDS)
        assert len(store.quads) == 0


@pytest.mark.parametrize("place", range(len(CASES)))
def test_replacing_leaves_what_building_anew_gives(tmp_path: Path, place: int) -> None:
    id, title, sentences, _ = CASES[place]
    other: Case = (id, title, sentences, CASES[place - 1][3])
    changed = [*CASES[:place], other, *CASES[place + 1 :]]
    built(tmp_path / "store", *CASES)
    assert built(tmp_path / "store", other) == built(tmp_path / "anew", *changed)


def test_digests_say_what_is_current(tmp_path: Path) -> None:
    built(tmp_path / "store", CASES[0])
    with open_store(tmp_path / "store", write=True) as store:
        assert store.current(IDS[0], IDS[0].encode()) is not None
        assert store.current(IDS[0], b"another") is None
        assert store.current("another", IDS[0].encode()) is None
        assert store.current(IDS[0], IDS[0].encode()) == {"roles/current": 1}


def test_an_id_put_twice_counts_once(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", write=True) as store:
        put(store, CASES[0], CASES[0], CASES[1], CASES[0])
    assert read(tmp_path / "store") == built(tmp_path / "once", CASES[0], CASES[1])


# --- any sequence of changes ---

COMMON = ox.NamedNode(f"{BASE}graph/common")
NAMES = st.sampled_from(["a", "b", "c", "d"])
SHARES = st.frozensets(st.integers(0, 9), max_size=6)
STEPS = st.lists(
    st.one_of(
        st.dictionaries(NAMES, SHARES, min_size=1),  # articles put in one batch
        st.frozensets(NAMES, min_size=1),  # articles dropped
    ),
    max_size=6,
)


def small_graph(name: str, share: frozenset[int]) -> ArticleGraph:
    node = ox.NamedNode(f"{BASE}article/{name}")
    own = (
        ox.Quad(node, ox.NamedNode(iri("dct:identifier")), ox.Literal(name), node),
        ox.Quad(node, ox.NamedNode("urn:has"), ox.Literal(str(sorted(share))), node),
    )
    common = tuple(
        ox.Quad(ox.NamedNode(f"urn:{number}"), ox.NamedNode("urn:is"), ox.Literal(number), COMMON)
        for number in sorted(share)
    )
    return ArticleGraph(node.value, own, common)


def put_small(store: Store, articles: Mapping[str, frozenset[int]]) -> None:
    for name, share in articles.items():
        store.put(name, b"", small_graph(name, share), facts={})
    store.save()


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_any_changes_lead_to_what_is_left(steps: list[dict[str, frozenset[int]] | frozenset[str]]) -> None:
    left: dict[str, frozenset[int]] = {}
    with tempfile.TemporaryDirectory() as folder, open_store(folder, write=True) as store:
        for step in steps:
            if isinstance(step, dict):
                put_small(store, step)
                left.update(step)
            else:
                store.drop(step & left.keys())
                left = {name: share for name, share in left.items() if name not in step}
        graphs = [small_graph(name, share) for name, share in left.items()]
        assert set(store.quads) == {quad for graph in graphs for quad in (*graph.own, *graph.common)}


# --- killed ---

# Puts articles, then other versions of them, then drops some: every way of writing, a line for each
WRITER = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_store import put_small, shares
from kg.store.ledger import Ledger
from kg.store import Store, open_store

def killed_at(owner, name, after, times=[0]):
    method = getattr(owner, name)
    def killing(self, *arguments, **options):
        if after:
            method(self, *arguments, **options)
        times[0] += 1
        if times[0] == int({at!r}):
            os.kill(os.getpid(), signal.SIGKILL)
        if not after:
            return method(self, *arguments, **options)
    setattr(owner, name, killing)

point = {point!r}
if point:
    where, name, when = point.split()
    killed_at({{"ledger": Ledger, "store": Store}}[where], name, when == "after")
with open_store({folder!r}, write=True) as store:
    for version in (1, 2):
        for first in range(0, 60, 10):
            put_small(store, shares(first, version))
            print(version, first, flush=True)
    store.drop(f"article-{{number}}" for number in range(0, 60, 3))
    print("dropped", flush=True)
"""


def shares(first: int, version: int) -> dict[str, frozenset[int]]:
    return {f"article-{n}": frozenset(range(n * version, n * version + 40)) for n in range(first, first + 10)}


def writer(folder: Path, point: str = "", at: int = 0) -> subprocess.Popen[str]:
    code = WRITER.format(folder=str(folder), tests=str(Path(__file__).parent), point=point, at=at)
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT)


def status(process: subprocess.Popen[str]) -> int:
    """Wait for a process to end, reading what it prints."""
    process.communicate()
    return process.returncode


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("whole") / "store"
    assert status(writer(folder)) == 0
    return read(folder)


def completed(folder: Path) -> bytes:
    """Open what a killed writer left, check that it holds together, run the writer again."""
    with open_store(folder) as store:
        before = set(store.article_ids())
    with open_store(folder, write=True) as store:
        known = {id for id in store.article_ids() if store.has(id)}
        assert known == set(store.article_ids()) <= before
        kept = {f"{BASE}article/{id}" for id in known}
        graphs = {
            name.value
            for name in store.quads.named_graphs()
            if any(store.quads.quads_for_pattern(None, None, None, name))
        }
        assert graphs - {COMMON.value} == kept
    assert status(writer(folder)) == 0
    return read(folder)


@pytest.mark.parametrize(
    ("point", "at"),
    [
        ("ledger begin before", 1),
        ("ledger begin after", 1),
        ("ledger begin after", 4),
        ("ledger begin after", 8),  # new versions announced, the old ones still there
        ("ledger begin after", 13),  # dropping announced
        ("store _remove_unsupported after", 1),  # recovering
        ("store _remove_unsupported after", 9),
        ("store _remove_unsupported after", 14),
        ("ledger finish before", 1),
        ("ledger finish before", 10),
        ("ledger finish before", 13),
        ("ledger finish after", 10),
    ],
)
def test_a_writer_killed_at_a_point_is_completed_by_the_next(tmp_path: Path, whole: bytes, point: str, at: int) -> None:
    killed = writer(tmp_path / "store", point, at)
    assert status(killed) == -9
    assert completed(tmp_path / "store") == whole


@pytest.mark.parametrize(
    ("lines", "wait"), [(0, 0.0), (1, 0.004), (3, 0.011), (6, 0.0), (8, 0.02), (11, 0.007), (12, 0.003)]
)
def test_a_writer_killed_at_any_time_is_completed_by_the_next(
    tmp_path: Path, whole: bytes, lines: int, wait: float
) -> None:
    with writer(tmp_path / "store") as killed:
        assert killed.stdout is not None
        while not (tmp_path / "store" / "ledger.sqlite").exists():
            time.sleep(0.002)
        for _ in range(lines):
            killed.stdout.readline()
        time.sleep(wait)
        killed.kill()
    assert completed(tmp_path / "store") == whole


def test_recovering_that_is_killed_is_recovered(tmp_path: Path, whole: bytes) -> None:
    folder = tmp_path / "store"
    assert status(writer(folder, "ledger finish before", 9)) == -9
    assert status(writer(folder, "ledger forget_unsettled before", 1)) == -9
    assert completed(folder) == whole


# --- refusals ---


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


REFUSED = {
    "a folder of something else": (
        {"notes.txt": "x"},
        {},
        r"not empty and not a store \(it has no store.json, but notes.txt\)",
    ),
    "a store of the engine alone": ({"CURRENT": "x"}, {}, "not empty and not a store"),
    "a broken marker": ({"store.json": "{"}, {}, r"store.json: this is not the marker of a store: '\{'"),
    "a marker of something else": ({"store.json": "[]"}, {}, "this is not the marker of a store"),
    "another format": (
        {"store.json": '{"format": 99, "base": "x:"}'},
        {},
        "has format 99, this version of kg reads format 1",
    ),
    "another base": (
        {"store.json": f'{{"format": 1, "base": "{BASE}"}}'},
        {"base": "http://example.org/"},
        "base IRI is https://w3id.org/thidua/id/, not http://example.org/",
    ),
}


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_store_is_refused_and_left_alone(tmp_path: Path, name: str, write: bool) -> None:
    files, options, message = REFUSED[name]
    for file, text in files.items():
        (tmp_path / file).write_text(text)
    before = tree(tmp_path)
    with pytest.raises(StoreError, match=message):
        open_store(tmp_path, write=write, **options)
    assert tree(tmp_path) == before


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for write in (False, True):
        with pytest.raises(StoreError, match="file: the store cannot be opened: Not a directory"):
            open_store(tmp_path / "file", write=write)


def test_reading_makes_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here; make one with: kg build"):
        open_store(tmp_path / "store")
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("base", ["thidua", "http://a b/", "http://example.org/x", ""])
def test_a_base_that_names_cannot_begin_with_is_refused(tmp_path: Path, base: str) -> None:
    with pytest.raises(StoreError, match="IRI"):
        open_store(tmp_path / "store", write=True, base=base)
    assert not (tmp_path / "store").exists()


def test_a_second_writer_is_refused_and_a_reader_is_not(tmp_path: Path) -> None:
    built(tmp_path / "store", *CASES[:2])
    with open_store(tmp_path / "store", write=True) as store:
        put(store, CASES[2])
        second = subprocess.run(
            [sys.executable, "-c", f"from kg.store import open_store; open_store({str(tmp_path / 'store')!r}, write=True)"],
            capture_output=True, text=True, cwd=ROOT, check=False,
        )  # fmt: skip
        assert "StoreError" in second.stderr
        assert "the store is in use: another process is writing to it" in second.stderr
        assert read(tmp_path / "store") == b"".join(store.nquads())
    built(tmp_path / "store", CASES[3])


def test_a_closed_store_says_so_and_is_free(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", write=True) as store:
        put(store, CASES[0])
    with pytest.raises(StoreError, match="the store is closed"):
        _ = store.quads
    built(tmp_path / "store", CASES[1])


def test_a_store_open_for_reading_is_not_written(tmp_path: Path) -> None:
    built(tmp_path / "store", CASES[0])
    with open_store(tmp_path / "store") as store, pytest.raises(StoreError, match="open for reading only"):
        put(store, CASES[1])


def test_dropping_an_unknown_article_changes_nothing(tmp_path: Path) -> None:
    before = built(tmp_path / "store", *CASES)
    with open_store(tmp_path / "store", write=True) as store:
        with pytest.raises(StoreError, match="there is no article '0001' in the store; the nearest is '001'"):
            store.drop([IDS[0], "0001"])
        assert b"".join(store.nquads()) == before


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """Give a folder that any user may enter; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_read_only_folder_is_read_and_not_written(shared_folder: Path) -> None:
    store = shared_folder / "store"
    before = built(store, *CASES)
    for entry in (store, *store.rglob("*")):
        entry.chmod(0o555 if entry.is_dir() else 0o444)
    code = (
        "import os; from kg.errors import StoreError; from kg.store import open_store\n"
        "if os.geteuid() == 0: os.setuid(65534)  # nothing is closed to root\n"
        f"with open_store({str(store)!r}) as store: print(len(list(store.nquads())))\n"
        f"try: open_store({str(store)!r}, write=True)\n"
        "except StoreError as error: print(error)\n"
        f"try: open_store({str(shared_folder / 'new')!r}, write=True)\n"
        "except StoreError as error: print(error)\n"
    )
    shared_folder.chmod(0o555)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    shared_folder.chmod(0o755)
    lines = done.stdout.splitlines()
    assert int(lines[0]) == before.count(b"\n"), done.stderr
    assert "store: the store cannot be opened" in lines[1]
    assert "new: the store cannot be made: Permission denied" in lines[2]
    for entry in (store, *store.rglob("*")):
        entry.chmod(0o755)
    assert read(store) == before


FULL = """
with open_store(folder, write=True) as store:
    put_small(store, shares(0, 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, resource.RLIM_INFINITY))
    put_small(store, {{"article-0": frozenset(range(5000)), "article-70": frozenset(range(5000))}})
"""


@pytest.mark.parametrize("limit", [100, 10_000, 100_000, 200_000])
def test_a_full_disk_is_said_and_survived(tmp_path: Path, whole: bytes, limit: int) -> None:
    """A limit on the size of files stands in for a disk that is full."""
    folder = str(tmp_path / "store")
    prologue = f"import resource, sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); folder = {folder!r}\n"
    code = (
        prologue
        + "from test_store import put_small, shares; from kg.store import open_store"
        + FULL.format(limit=limit)
    )
    full = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert re.search(r"StoreError: .*/store: the store cannot be written: .+$", full.stderr)
    assert completed(tmp_path / "store") == whole
