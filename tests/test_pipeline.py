"""Building: what changed is built, what did not is left alone, what fails is reported."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import kg
from kg import extract
from kg.errors import InputError, StoreError
from kg.model import Article, Fact
from kg.pipeline import RULES, Summary, build, drop, rules_digest
from kg.stats import stats
from kg.store import open_store

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


def read(folder: Path) -> bytes:
    with open_store(folder) as store:
        return b"".join(store.nquads())


def counts(summary: Summary) -> tuple[int, int, int, int, int]:
    return (summary.articles_read, summary.built, summary.replaced, summary.unchanged, summary.failed)


def copies(folder: Path) -> list[Path]:
    """Copy the seeds, to change them."""
    folder.mkdir()
    for seed in SEEDS:
        (folder / seed.name).write_bytes(seed.read_bytes())
    return sorted(folder.iterdir())


def test_the_seeds_are_built(tmp_path: Path) -> None:
    summary = build(SEEDS, store=tmp_path / "store")
    assert counts(summary) == (5, 5, 0, 0, 0)
    assert sum(summary.facts["roles"].values()) > 5
    with open_store(tmp_path / "store") as store:
        assert store.article_ids() == tuple(seed.stem for seed in SEEDS)
        graphs = {name.value.rpartition("/")[2] for name in store.quads.named_graphs()}
    assert {"common", "ontology", "description"} <= graphs


def test_building_again_changes_nothing(tmp_path: Path) -> None:
    first = build(SEEDS, store=tmp_path / "store")
    before = read(tmp_path / "store")
    again = build(SEEDS, store=tmp_path / "store")
    assert counts(again) == (5, 0, 0, 5, 0)
    assert again.facts == first.facts
    assert read(tmp_path / "store") == before


def test_the_order_and_the_runs_do_not_matter(tmp_path: Path) -> None:
    build(SEEDS, store=tmp_path / "together")
    for seed in reversed(SEEDS):
        build(seed, store=tmp_path / "one-by-one")
    assert read(tmp_path / "together") == read(tmp_path / "one-by-one")


def test_a_folder_a_path_and_a_list_are_inputs(tmp_path: Path) -> None:
    build(SEEDS, store=tmp_path / "list")
    build(str(SEEDS[0].parent), store=tmp_path / "folder")
    assert read(tmp_path / "list") == read(tmp_path / "folder")


def test_a_changed_article_is_replaced(tmp_path: Path) -> None:
    files = copies(tmp_path / "texts")
    build(files, store=tmp_path / "store")
    files[1].write_text(files[2].read_text(encoding="utf-8"), encoding="utf-8")
    assert counts(build(files, store=tmp_path / "store")) == (5, 0, 1, 4, 0)
    build(files, store=tmp_path / "anew")
    assert read(tmp_path / "store") == read(tmp_path / "anew")


def test_another_lexicon_builds_again(tmp_path: Path) -> None:
    build(SEEDS, store=tmp_path / "store")
    lexicon = tmp_path / "words.toml"
    lexicon.write_text("", encoding="utf-8")
    summary = build(SEEDS, store=tmp_path / "store", lexicon=lexicon)
    assert summary.replaced + summary.unchanged == 5


def code_copy(folder: Path) -> Path:
    """Copy the package's code, to edit it."""
    return Path(shutil.copytree(Path(kg.__file__).parent, folder, ignore=shutil.ignore_patterns("__pycache__")))


@pytest.mark.parametrize("name", RULES)
def test_an_edited_rule_is_another_program(tmp_path: Path, name: str) -> None:
    package = code_copy(tmp_path / "kg")
    before = rules_digest(package)
    edited = package / f"{name}.py" if (package / f"{name}.py").exists() else package / name / "__init__.py"
    edited.write_text(edited.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
    assert before != rules_digest(package)


def test_code_that_is_no_rule_does_not_count(tmp_path: Path) -> None:
    package = code_copy(tmp_path / "kg")
    (package / "view" / "page.py").write_text("", encoding="utf-8")
    assert rules_digest(package) == rules_digest(Path(kg.__file__).parent)


def test_another_program_builds_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(SEEDS, store=tmp_path / "store")
    monkeypatch.setattr("kg.pipeline.__version__", "0.0.0")
    assert counts(build(SEEDS, store=tmp_path / "store")) == (5, 0, 5, 0, 0)


@pytest.mark.parametrize("place", range(len(SEEDS)))
def test_dropping_leaves_what_building_without_gives(tmp_path: Path, place: int) -> None:
    build(SEEDS, store=tmp_path / "store")
    drop(SEEDS[place].stem, store=tmp_path / "store")
    build([seed for seed in SEEDS if seed != SEEDS[place]], store=tmp_path / "without")
    assert read(tmp_path / "store") == read(tmp_path / "without")


def test_dropping_needs_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        drop("a", store=tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_what_cannot_be_read_is_reported_and_the_rest_built(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "cut.jsonl").write_text('{"id": "a", "text": "Một bài."}\n{"id": "b", "te', encoding="utf-8")
    reported: list[InputError] = []
    inputs = [tmp_path / "empty.txt", *SEEDS, tmp_path / "cut.jsonl", tmp_path / "none.txt"]
    summary = build(inputs, store=tmp_path / "store", on_error=reported.append)
    assert counts(summary) == (6, 6, 0, 0, 3)
    assert summary.errors == tuple(map(str, reported))
    for error, place in zip(summary.errors, ("empty.txt", "cut.jsonl:2", "none.txt"), strict=True):
        assert place in error


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    build(SEEDS, store=tmp_path / "store", on_progress=told.append)
    assert told == [1, 2, 3, 4, 5]


def test_nothing_read_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    summary = build(tmp_path / "texts", store=tmp_path / "store")
    assert counts(summary)[:4] == (0, 0, 0, 0)
    assert any("no article was found" in warning for warning in summary.warnings) or summary.errors


def test_a_wrong_lexicon_makes_no_store(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text("[[", encoding="utf-8")
    with pytest.raises(kg.KgError, match=r"words\.toml"):
        build(SEEDS, store=tmp_path / "store", lexicon=tmp_path / "words.toml")
    assert not (tmp_path / "store").exists()


def test_another_base_names_the_nodes(tmp_path: Path) -> None:
    build(SEEDS, store=tmp_path / "store", base="http://example.org/id/")
    assert b"https://w3id.org/thidua/id/" not in read(tmp_path / "store")
    with pytest.raises(StoreError, match=r"base IRI is http://example\.org/id/, not http://example\.org/"):
        build(SEEDS, store=tmp_path / "store", base="http://example.org/")
    assert counts(build(SEEDS, store=tmp_path / "store")) == (5, 0, 0, 5, 0)


Facts = tuple[Fact, ...]


@pytest.mark.parametrize("ahead", [1, 2, 5])
@pytest.mark.parametrize("bad", [[0], [4], [1, 2], [0, 1, 2, 3, 4]])
def test_an_article_that_fails_is_named_and_the_others_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ahead: int, bad: list[int]
) -> None:
    """Extraction that reads some articles ahead, and breaks on some of them."""
    failing = {SEEDS[place].stem for place in bad}
    real = extract.read

    def read_facts(articles: Iterable[Article], *, lexicon: Path | None = None) -> Iterator[tuple[Article, Facts]]:
        source = iter(articles)
        while some := [article for _, article in zip(range(ahead), source, strict=False)]:
            for article in some:
                if article.id in failing:
                    raise ValueError("broken")
            yield from real(some, lexicon=lexicon)

    monkeypatch.setattr(extract, "read", read_facts)
    summary = build(SEEDS, store=tmp_path / "store")
    monkeypatch.setattr(extract, "read", real)
    assert set(summary.errors) == {f"article {id!r} could not be built: ValueError: broken" for id in failing}
    assert (summary.articles_read, summary.built) == (5, 5 - len(bad))
    rest = [seed for seed in SEEDS if seed.stem not in failing]
    build(rest, store=tmp_path / "rest")
    assert read(tmp_path / "store") == read(tmp_path / "rest")


def test_an_interruption_keeps_what_was_built(tmp_path: Path) -> None:
    def interrupt(number: int) -> None:
        if number == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(SEEDS, store=tmp_path / "store", on_progress=interrupt)
    built = stats(tmp_path / "store").articles
    assert built <= 3
    assert counts(build(SEEDS, store=tmp_path / "store")) == (5, 5 - built, 0, built, 0)
    build(SEEDS, store=tmp_path / "anew")
    assert read(tmp_path / "store") == read(tmp_path / "anew")


def test_stats_count_the_graph(tmp_path: Path) -> None:
    summary = build(SEEDS, store=tmp_path / "store")
    figures = stats(tmp_path / "store")
    assert figures.articles == 5
    assert figures.entities["Person"] > 5
    assert 0 < sum(figures.facts["roles"].values()) <= sum(summary.facts["roles"].values())
    assert sum(figures.facts["roles"].values()) == figures.entities["RoleHolding"]
    assert figures.people == tuple(sorted(figures.people, key=lambda pair: (-pair[1], pair[0])))
    described = read(tmp_path / "store").decode()
    assert f'<http://rdfs.org/ns/void#triples> "{figures.triples}"' in described


def test_the_package_s_functions_are_these() -> None:
    assert kg.build is build
    assert kg.drop is drop
    assert kg.stats is stats
    assert kg.eval is kg.evaluate
    assert set(kg.__all__) <= set(dir(kg))
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = kg.nothing


def test_records_are_built_under_their_ids(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"bài {n}", "text": SEEDS[n].read_text(encoding="utf-8")}) for n in range(5)]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    build(tmp_path / "all.jsonl", store=tmp_path / "store")
    with open_store(tmp_path / "store") as store:
        assert store.article_ids() == tuple(f"bài {n}" for n in range(5))
    drop(["bài 0", "bài 3"], store=tmp_path / "store")
    with open_store(tmp_path / "store") as store:
        assert store.article_ids() == ("bài 1", "bài 2", "bài 4")
