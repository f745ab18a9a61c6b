"""Pictures: what the page says, that it fetches nothing and runs nothing, and how it works in a real browser."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from browser import PAYLOADS, Visit
from hypothesis import given
from hypothesis import strategies as st
from view_facts import BANG, CASES, LDLD_BAC_KAN, NGHIA, TANG, TLD, Case, award, make_store, role

from kg.errors import KgError, StoreError
from kg.model import Concept, Evidence, Group, Organisation, Person, RoleHolding
from kg.page import embed
from kg.store import open_store
from kg.view import draw, view
from kg.view.layout import GAP, positions
from kg.view.page import edge_label, fill
from kg.view.reading import read_scene
from kg.view.scene import Fact, FactKind, Link, Node, Scene

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("view") / "store")


@pytest.fixture(scope="session")
def page_file(store: Path) -> Path:
    file = store.parent / "graph.html"
    view(store, file, title="Thi đua ở Bắc Kạn")
    return file


def page_data(page: str) -> Any:
    """Give the data that a page carries."""
    match = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert match
    return json.loads(match[1])


def scene_of(store: Path, limit: int = 1500) -> Scene:
    with open_store(store) as opened:
        return read_scene(opened.quads, limit=limit)


# What is drawn


@pytest.mark.parametrize(
    ("source", "target", "label"),
    [
        ("Vi Văn Nghĩa", "Liên đoàn Lao động tỉnh Bắc Kạn", "Chủ tịch,\n2018–2023"),
        ("Trịnh Thanh Hằng", "Tổng Liên đoàn Lao động Việt Nam", "Trưởng Ban Nữ\ncông"),
        ("Đào Thị Mai Sen", "Công đoàn ngành Giáo dục tỉnh Bắc Kạn", "Chủ tịch\n(nguyên)"),
        ("Đào Thị Mai Sen", "Sở Giáo dục và Đào tạo tỉnh Bắc Kạn", "Giám đốc\n(giới thiệu)"),
        ("Liên đoàn Lao động tỉnh Bắc Kạn", "84 cá nhân", "Bằng khen × 84"),
        ("Liên đoàn Lao động tỉnh Bắc Kạn", "97 tập thể", "Bằng khen × 97\n(đăng ký)"),
        ("Tổng Liên đoàn Lao động Việt Nam", "3 tập thể", "Bằng khen × 3\n(đề nghị)"),
        ("Ủy ban nhân dân tỉnh Bắc Kạn", "1 tập thể", "✗ Bằng khen × 1\n(thu hồi)"),
        ("Ủy ban nhân dân tỉnh Bắc Kạn", "2 tập thể", "✗ Cờ thi đua × 2\n(không được tặng)"),
        ("Ủy ban nhân dân tỉnh Bắc Kạn", "Vi Văn Nghĩa", "Bằng khen"),
        ("Giỏi việc nước, đảm việc nhà", "2010–2020", "2010–2020"),
        ("?", "5 cá nhân", "Kỷ niệm chương\nVì sự nghiệp xây\ndựng tổ chức …"),
    ],
)
def test_a_fact_is_one_labelled_edge(store: Path, source: str, target: str, label: str) -> None:
    scene = scene_of(store)
    names = {node.iri: node.label for node in scene.nodes}
    found = {(names[fact.link.source], names[fact.link.target], edge_label(fact)) for fact in scene.facts}
    if source == "?":
        found = {(a, b, text.replace(" × 5", "")) for a, b, text in found}
    assert (source, target, label) in found


def test_every_fact_and_entity_is_drawn_once(store: Path) -> None:
    scene = scene_of(store)
    stated = [fact for *_, facts in CASES for fact in facts]
    without_period = 2  # stages of a movement without a period draw no edge
    assert len(scene.facts) == len(stated) - without_period
    labels = [node.label for node in scene.nodes if node.kind != "group"]
    assert len(labels) == len(set(labels))
    assert {node.kind for node in scene.nodes} == {"person", "organisation", "group", "movement", "period", "unknown"}
    assert "Xây dựng cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa" in labels


def test_facts_carry_their_sentence_and_article(store: Path) -> None:
    data = page_data(draw(scene_of(store)))
    fact = next(f for f in data["facts"] if f["label"] == "Bằng khen × 84")
    ((sentence, article),) = fact["quotes"]
    assert data["sentences"][sentence] == TANG
    assert data["articles"][article]["id"] == "000"
    titles = {article["id"]: article["title"] for article in data["articles"]}
    assert titles["001"] == "Hội nghị điển hình tiên tiến trong CNVCLĐ giai đoạn 2015 – 2020"
    presenter = next(f for f in data["facts"] if f["label"] == "Bằng khen × 4")
    assert [data["entities"][node]["label"] for node in presenter["others"]] == ["Đinh Quang Chúc"]


def test_the_same_words_between_the_same_two_are_one_edge(tmp_path: Path) -> None:
    twice = tuple((f"a{i}", None, (TANG,), (award(TLD, BANG, LDLD_BAC_KAN, TANG),)) for i in range(2))
    network = fill(scene_of(make_store(tmp_path / "store", twice)))
    assert [(edge["label"], len(edge["facts"])) for edge in network.edges] == [("Bằng khen", 2)]


def test_many_mentions_are_counted_but_not_all_shown(tmp_path: Path) -> None:
    cases: list[Case] = [
        (f"a{i:02}", None, (), (role(NGHIA, "Chủ tịch", LDLD_BAC_KAN, f"Câu số {i:02}."),)) for i in range(20)
    ]
    (fact,) = scene_of(make_store(tmp_path / "store", cases)).facts
    assert [quote.sentence for quote in fact.quotes] == [f"Câu số {i:02}." for i in range(6)]
    assert fact.quote_count == 20


def test_the_same_store_gives_the_same_bytes(store: Path, tmp_path: Path) -> None:
    again = make_store(tmp_path / "store", reversed(CASES))
    for folder, name in ((store, "a.html"), (again, "b.html")):
        view(folder, tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "b.html", "store"]


def test_above_the_limit_the_best_connected_are_drawn_and_the_page_says_so(store: Path, tmp_path: Path) -> None:
    picture = view(store, tmp_path / "cut.html", limit=10)
    page = (tmp_path / "cut.html").read_text(encoding="utf-8")
    assert (picture.nodes, picture.is_cut) == (10, True)
    assert f"Chỉ vẽ 10 trong {picture.all_nodes} thực thể" in page
    assert "Liên đoàn Lao động tỉnh Bắc Kạn" in {entity["label"] for entity in page_data(page)["entities"]}
    assert "Chỉ vẽ" not in draw(scene_of(store))


def test_an_empty_store_gives_a_page_that_says_so(tmp_path: Path) -> None:
    picture = view(make_store(tmp_path / "store", ()), tmp_path / "empty.html")
    page = (tmp_path / "empty.html").read_text(encoding="utf-8")
    assert (picture.nodes, picture.facts) == (0, 0)
    assert "Chưa có gì để vẽ" in page
    assert "<script" not in page


# What is refused


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path / "missing", Path(__file__).parent, Path(__file__)):
        with pytest.raises(StoreError, match=re.escape(str(folder))):
            view(folder, tmp_path / "graph.html")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_refused(store: Path, tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "no" / "graph.html"):
        with pytest.raises(KgError, match=re.escape(str(file))):
            view(store, file)
    with pytest.raises(KgError, match="limit 0"):
        view(store, tmp_path / "graph.html", limit=0)
    assert list(tmp_path.iterdir()) == []


# Escaping


@given(st.text())
def test_embedded_text_comes_back_and_closes_nothing(text: str) -> None:
    written = embed([text])
    assert json.loads(written) == [text]
    assert not set("<>&\u2028\u2029") & set(written)


def test_the_page_names_no_address_that_is_fetched(page_file: Path) -> None:
    page = page_file.read_text(encoding="utf-8")
    attributes = re.findall(r'(?:src|href|action|srcset)="([^"]*)"', page.replace("data:,", ""))
    assert [value for value in attributes if value] == []
    assert [word for word in ("@import", "sourceMappingURL", "url(http") if word in page] == []
    assert "default-src 'none'" in html.unescape(page)


# Layout


@given(
    st.integers(1, 40).flatmap(
        lambda n: st.tuples(st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=60))
    )
)
def test_no_two_boxes_overlap(case: tuple[int, list[tuple[int, int]]]) -> None:
    count, pairs = case
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(pair for pair in pairs if pair[0] != pair[1])
    sizes = {node: (40.0 + 20 * (node % 6), 36.0 + 10 * (node % 3)) for node in graph}
    places = positions(graph, sizes)
    assert places == positions(graph, sizes)
    for a, b in combinations(graph, 2):
        apart = [abs(places[a][axis] - places[b][axis]) - (sizes[a][axis] + sizes[b][axis]) / 2 for axis in (0, 1)]
        assert max(apart) > GAP / 2


def test_a_large_graph_is_laid_out_too() -> None:
    graph = nx.barabasi_albert_graph(900, 2, seed=1)
    graph.add_edges_from((hub, 1000 + 10 * hub + leaf) for hub in range(20) for leaf in range(10))
    places = positions(graph, dict.fromkeys(graph, (150.0, 50.0)))
    assert len(set(places.values())) == len(graph)


# In a browser


def distinct_colours(page: Page) -> int:
    """Count the colours of the drawing, as drawn."""
    return int(
        page.evaluate("""() => {
            const canvas = document.querySelector('#graph canvas');
            const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
            return new Set(pixels).size; }""")
    )


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_draws_and_asks_for_nothing(
    page_file: Path, visit: Callable[..., Visit], width: int, scheme: str
) -> None:
    visited = visit(width, scheme)
    page = visited.open(page_file)
    assert page.title() == "Thi đua ở Bắc Kạn"
    assert distinct_colours(page) > 20
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (max(int(n) for n in re.findall(r"\d+", background)) < 128) == (scheme == "dark")
    assert visited.requests == [page_file.as_uri()]
    assert visited.trouble == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Vi Văn Nghĩa", "Vi Văn Nghĩa"),
        ("vi van nghia", "Vi Văn Nghĩa"),
        ("NGHĨA", "Vi Văn Nghĩa"),
        ("dinh quang", "Đinh Quang Chúc"),
        ("LDLD tinh bac kan", "Liên đoàn Lao động tỉnh Bắc Kạn"),
        ("giỏi việc nước", "Giỏi việc nước, đảm việc nhà"),
        ("pho giam doc", "Phó Giám đốc"),
    ],
)
def test_search_finds_with_and_without_accents(
    page_file: Path, visit: Callable[..., Visit], query: str, first: str
) -> None:
    page = visit().open(page_file)
    page.fill("#search", query)
    assert page.locator("#results button span").first.inner_text().startswith(first)


def test_search_says_when_there_is_nothing(page_file: Path, visit: Callable[..., Visit]) -> None:
    page = visit().open(page_file)
    page.fill("#search", "Hà Nội")
    assert page.locator("#results").inner_text() == "Không tìm thấy"
    assert page.locator("#found").inner_text() == "0 kết quả"


def test_it_can_be_used_with_the_keyboard_alone(page_file: Path, visit: Callable[..., Visit]) -> None:
    page = visit().open(page_file)
    page.keyboard.press("/")
    page.keyboard.type("nghia")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Vi Văn Nghĩa"
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Liên đoàn Lao động tỉnh Bắc Kạn"
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Liên đoàn Lao động tỉnh Bắc Kạn"
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").inner_text() == "Chọn một nút hoặc một đường nối"


def node_number(page: Page, label: str) -> int:
    return int(page.evaluate("label => data.entities.findIndex(entity => entity.label === label)", label))


def click_at(page: Page, point: dict[str, float]) -> None:
    box = page.locator("#graph canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + point["x"], box["y"] + point["y"])


def test_a_click_on_a_node_lists_its_facts_and_sentences(page_file: Path, visit: Callable[..., Visit]) -> None:
    page = visit().open(page_file)
    node = node_number(page, "Vi Văn Nghĩa")
    click_at(page, page.evaluate("node => network.canvasToDOM(network.getPosition(node))", node))
    page.wait_for_selector("#panel.chosen")
    text = page.locator("#panel").inner_text()
    for part in (
        "Vi Văn Nghĩa",
        "Người",
        "Sự kiện (3)",
        "Chủ tịch, 2018–2023",
        "Tỉnh ủy viên",
        "đã phát động thi đua",
        "000",
    ):
        assert part in text


def test_a_click_on_an_edge_shows_its_sentence_and_article(page_file: Path, visit: Callable[..., Visit]) -> None:
    page = visit().open(page_file)
    middle = page.evaluate("""() => {
        const edge = data.edges.find(edge => edge.label.startsWith('Giấy khen × 15'));
        const [a, b] = [network.getPosition(edge.from), network.getPosition(edge.to)];
        return network.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }); }""")
    click_at(page, middle)
    page.wait_for_selector("#panel.chosen")
    assert page.locator("#panel h2").inner_text() == "Giấy khen × 15"
    assert "LĐLĐ thành phố Bắc Kạn đã tặng giấy khen cho 15 tập thể" in page.locator("#panel blockquote").inner_text()
    link = page.locator("#panel figcaption a")
    assert link.inner_text() == "Hội nghị điển hình tiên tiến trong CNVCLĐ giai đoạn 2015 – 2020"
    assert link.get_attribute("href") == "https://baobackan.com.vn/001"


def test_statuses_are_seen(page_file: Path, visit: Callable[..., Visit]) -> None:
    page = visit().open(page_file)
    looks = page.evaluate("""() => Object.fromEntries(data.edges.map(edge => [edge.status, edges.get(edge.id)])
        .map(([status, look]) => [status, [Boolean(look.dashes), look.color.opacity, look.color.color]]))""")
    plain, bad = looks["awarded"][2], looks["revoked"][2]
    assert looks["former"][:2] == [False, 0.45]
    assert [looks[s][0] for s in ("awarded", "proposed", "registered", "nominated", "revoked")] == [
        False,
        True,
        True,
        True,
        True,
    ]
    assert looks["denied"][2] == bad != plain


def test_the_legend_hides_a_class_and_a_relation(page_file: Path, visit: Callable[..., Visit]) -> None:
    page = visit().open(page_file)
    hidden = "kind => data.nodes.filter(node => node.kind === kind).map(node => Boolean(nodes.get(node.id).hidden))"
    page.uncheck('#node-kinds input[data-kind="group"]')
    assert set(page.evaluate(hidden, "group")) == {True}
    assert set(page.evaluate(hidden, "person")) == {False}
    hanging = "data.edges.filter(edge => data.nodes[edge.to].kind === 'group').every(edge => edges.get(edge.id).hidden)"
    assert page.evaluate(hanging) is True
    page.uncheck('#fact-kinds input[data-kind="role"]')
    assert (
        page.evaluate("data.edges.filter(edge => edge.kind === 'role').every(edge => edges.get(edge.id).hidden)")
        is True
    )
    page.fill("#search", "84 ca nhan")
    page.press("#search", "Enter")
    assert page.is_checked('#node-kinds input[data-kind="group"]')


def test_the_buttons_zoom_fit_and_let_nodes_move(page_file: Path, visit: Callable[..., Visit]) -> None:
    page = visit().open(page_file)
    page.click("#fit")
    page.wait_for_timeout(600)  # longer than the animation
    before = page.evaluate("network.getScale()")
    page.click("#closer")
    page.wait_for_function("before => network.getScale() > before * 1.3", arg=before)
    page.click("#fit")
    page.wait_for_function("before => Math.abs(network.getScale() - before) < before * 0.02", arg=before)
    assert page.evaluate("network.physics.physicsEnabled") is False
    page.click("#physics")
    assert page.get_attribute("#physics", "aria-pressed") == "true"
    assert page.evaluate("network.physics.physicsEnabled") is True


def hostile_case() -> Case:
    """An article in which every text is an attack."""
    names = [f"{payload} {i}" for i, payload in enumerate(PAYLOADS * 2)]
    evidence = Evidence(names[0], 0, 0, "test")
    person, body = Person(names[1], names[2], (names[3],)), Organisation(names[4], forms=(names[5],))
    facts = (
        RoleHolding(person, Concept(names[6]), body, "current", evidence),
        award(body, names[7], Group(names[1], 3), names[2]),
        award(None, names[7], body, names[3], "revoked", presenter=person, movement=names[0]),
    )
    return "id-1", names[2], tuple(names), facts


@pytest.mark.parametrize("query", ["script", "img", "javascript"])
def test_a_payload_executes_nothing(tmp_path: Path, visit: Callable[..., Visit], query: str) -> None:
    file = tmp_path / "hostile.html"
    view(make_store(tmp_path / "store", [hostile_case()]), file, title=PAYLOADS[0])
    visited = visit()
    page = visited.open(file)
    page.fill("#search", query)
    page.press("#search", "Enter")
    for i in range(int(page.evaluate("data.nodes.length"))):
        page.evaluate("i => chooseNode(i)", i)
    for i in range(int(page.evaluate("data.edges.length"))):
        page.evaluate("i => chooseEdge(i)", i)
    page.mouse.move(400, 400)
    page.wait_for_timeout(400)
    assert page.title() == PAYLOADS[0]
    assert (
        page.evaluate(
            "window.hit === undefined && document.querySelectorAll('img, iframe, svg[onload], main script').length === 0"
        )
        is True
    )
    assert visited.trouble == []
    assert visited.requests == [file.as_uri()]


def test_two_thousand_nodes_open(tmp_path: Path, visit: Callable[..., Visit]) -> None:
    kinds: tuple[FactKind, ...] = ("role", "award", "stage")
    nodes = tuple(Node(f"n{i:04}", "organisation", f"Liên đoàn Lao động huyện {i}") for i in range(2000))
    facts = tuple(
        Fact(Link(f"f{i}", kinds[i % 3], f"n{i * 7 % 2000:04}", f"n{i * i % 1999:04}", "current"), "Bằng khen")
        for i in range(5000)
    )
    file = tmp_path / "large.html"
    file.write_text(draw(Scene(nodes, facts, (), 2000, 5000)), encoding="utf-8")
    assert file.stat().st_size < 3_000_000
    visited = visit()
    assert distinct_colours(visited.open(file)) > 20
    assert visited.trouble == []
