"""The lexicon and an analyst's own words over it: what is added is effective, what is wrong is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import lexicon
from kg.errors import LexiconError
from kg.extract import read
from kg.lexicon.entries import TRAITS, Honour, Trait
from kg.model import Article, Award, Fact, Group, RoleHolding, Stage

Overlay = Callable[[str], Path]

TABLES = (
    "titles",
    "heads",
    "honours",
    "units",
    "sectors",
    "abbreviations",
    "surnames",
    "common_surnames",
    "middle_names",
    "words",
)


@pytest.fixture
def overlay(tmp_path: Path) -> Overlay:
    def write(text: str) -> Path:
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def told(text: str, own: Path | None = None) -> list[str]:
    """The facts of a text, each as a line."""
    [(_, facts)] = read([Article("a", text)], lexicon=own)
    return [line(fact) for fact in facts]


def line(fact: Fact) -> str:
    if isinstance(fact, RoleHolding):
        return f"{fact.person.name} | {fact.role.name} | {fact.organisation.name}"
    if isinstance(fact, Stage):
        return fact.movement.name
    assert isinstance(fact, Award)
    recipient = fact.recipient
    name = f"{recipient.count} {recipient.kind}" if isinstance(recipient, Group) else recipient.name
    return f"{fact.awarder.name if fact.awarder else '?'} | {fact.honour.name} | {name} | {fact.status}"


def test_every_table_has_words() -> None:
    words = lexicon.load()
    assert [name for name in TABLES if not getattr(words, name)] == []
    assert [name for name, entries in words.words.items() if not entries] == []


def test_every_unit_and_body_of_a_title_has_a_head() -> None:
    words = lexicon.load()
    units = {title.unit for title in words.titles.values() if title.unit}
    assert [unit for unit in units if lexicon.match_key(unit) not in words.heads] == []


def test_every_kind_of_a_title_begins_a_head() -> None:
    words = lexicon.load()
    kinds = {kind for title in words.titles.values() for kind in title.kinds}
    heads = {head.name for head in words.heads.values()}
    assert "Trường" in kinds
    assert [kind for kind in kinds if not any(name.startswith(kind) for name in heads)] == []


def test_common_surnames_are_surnames() -> None:
    words = lexicon.load()
    assert words.common_surnames < words.surnames


def test_every_trait_is_borne_and_documented() -> None:
    borne: set[Trait] = {trait for head in lexicon.load().heads.values() for trait in head.traits}
    notes = (
        (Path(lexicon.__file__).parent / "organisations.toml").read_text(encoding="utf-8").split("[organisations]")[0]
    )
    assert borne == set(TRAITS)
    assert [trait for trait in TRAITS if f"#     {trait} " not in notes] == []


# (what the analyst adds, a sentence, what it says without the addition, what it says with it)
ADDED = [
    pytest.param(
        '[roles]\n"Tổng quản" = { forms = ["TQ"] }',
        "Ông Nguyễn Văn Hùng, Tổng quản LĐLĐ tỉnh Bắc Kạn, phát biểu.",
        [],
        ["Nguyễn Văn Hùng | Tổng quản | Liên đoàn Lao động tỉnh Bắc Kạn"],
        id="title",
    ),
    pytest.param(
        '[roles]\n"Tổng quản" = { forms = ["TQ"] }',
        "Ông Nguyễn Văn Hùng, Phó TQ LĐLĐ tỉnh Bắc Kạn, phát biểu.",
        [],
        ["Nguyễn Văn Hùng | Phó Tổng quản | Liên đoàn Lao động tỉnh Bắc Kạn"],
        id="title with a word before it",
    ),
    pytest.param(
        '[roles]\n"Trưởng Phường hội" = { unit = "Phường hội" }\n'
        '[organisations]\n"Phường hội" = { traits = ["named"] }',
        "Ông Nguyễn Văn Hùng, Trưởng Phường hội Sa Bình, phát biểu.",
        [],
        ["Nguyễn Văn Hùng | Trưởng Phường hội | Phường hội Sa Bình"],
        id="title with a unit",
    ),
    pytest.param(
        '[roles]\n"Hương trưởng" = { seats = ["Huyện ủy", "Ủy ban nhân dân"] }',
        "Ông Nguyễn Văn Hùng, Hương trưởng xã Sa Bình, phát biểu.",
        [],
        ["Nguyễn Văn Hùng | Hương trưởng | Ủy ban nhân dân xã Sa Bình"],
        id="title with seats, that of any level",
    ),
    pytest.param(
        '[roles]\n"Hương trưởng" = { seats = ["Huyện ủy", "Ủy ban nhân dân"] }',
        "Ông Nguyễn Văn Hùng, Hương trưởng huyện Ba Bể, phát biểu.",
        [],
        ["Nguyễn Văn Hùng | Hương trưởng | Huyện ủy Ba Bể"],
        id="title with seats, that of the level",
    ),
    pytest.param(
        '[roles]\n"Trưởng giáo" = { kinds = ["Trường"] }',
        "Trường Tiểu học Sa Bình khai giảng. Ông Nguyễn Văn Hùng, Trưởng giáo, phát biểu.",
        [],
        ["Nguyễn Văn Hùng | Trưởng giáo | Trường Tiểu học Sa Bình"],
        id="title of a kind of body",
    ),
    pytest.param(
        '[roles]\n"Tổng quản" = { house = "short" }',
        "Công ty Vinasolar mở cửa. Ông Nguyễn Văn Hùng, Tổng quản, và bà Lê Thị Mơ, Tổng quản SBX, phát biểu.",
        [],
        ["Lê Thị Mơ | Tổng quản | SBX"],
        id="title that a short name may follow",
    ),
    pytest.param(
        '[roles]\n"Tổng quản" = { house = "only" }',
        "Công ty Vinasolar mở cửa. Ông Nguyễn Văn Hùng, Tổng quản, phát biểu.",
        [],
        ["Nguyễn Văn Hùng | Tổng quản | Công ty Vinasolar"],
        id="title of the only company",
    ),
    pytest.param(
        '[organisations]\n"Phường hội" = { place = "level" }',
        "Ông Nguyễn Văn Hùng, Chủ tịch Phường hội tỉnh Bắc Kạn, phát biểu.",
        [],
        ["Nguyễn Văn Hùng | Chủ tịch | Phường hội tỉnh Bắc Kạn"],
        id="head",
    ),
    pytest.param(
        '[honours]\n"Bảng vàng" = {}',
        "LĐLĐ tỉnh Bắc Kạn trao Bằng khen cho 2 tập thể. LĐLĐ tỉnh Bắc Kạn tặng Bảng vàng cho 3 cá nhân.",
        ["Liên đoàn Lao động tỉnh Bắc Kạn | Bằng khen | 2 tập thể | awarded"],
        [
            "Liên đoàn Lao động tỉnh Bắc Kạn | Bằng khen | 2 tập thể | awarded",
            "Liên đoàn Lao động tỉnh Bắc Kạn | Bảng vàng | 3 cá nhân | awarded",
        ],
        id="honour",
    ),
    pytest.param(
        '[abbreviations]\n"SBX" = "Sa Bình Xanh"',
        "Ông Nguyễn Văn Hùng, Giám đốc Công ty SBX, phát biểu.",
        ["Nguyễn Văn Hùng | Giám đốc | Công ty SBX"],
        ["Nguyễn Văn Hùng | Giám đốc | Công ty Sa Bình Xanh"],
        id="abbreviation",
    ),
    pytest.param(
        '[surnames]\nlist = ["Xuyến"]',
        "Hội nghị bầu Xuyến Văn Hùng làm Chủ tịch LĐLĐ tỉnh Bắc Kạn.",
        [],
        ["Xuyến Văn Hùng | Chủ tịch | Liên đoàn Lao động tỉnh Bắc Kạn"],
        id="surname",
    ),
    pytest.param(
        '[recipients]\nlist = ["gánh hát"]',
        "LĐLĐ tỉnh Bắc Kạn tặng Bằng khen cho 3 gánh hát.",
        [],
        ["Liên đoàn Lao động tỉnh Bắc Kạn | Bằng khen | 3 gánh hát | awarded"],
        id="recipient",
    ),
    pytest.param(
        '[award_verbs]\ngive = ["ban phát"]',
        "LĐLĐ tỉnh Bắc Kạn ban phát Bằng khen cho 3 tập thể.",
        ["? | Bằng khen | 3 tập thể | awarded"],
        ["Liên đoàn Lao động tỉnh Bắc Kạn | Bằng khen | 3 tập thể | awarded"],
        id="verb",
    ),
    pytest.param(
        '[office_verbs]\nhold = ["gánh vác"]',
        "Ông Nguyễn Văn Hùng gánh vác Chủ tịch LĐLĐ tỉnh Bắc Kạn.",
        [],
        ["Nguyễn Văn Hùng | Chủ tịch | Liên đoàn Lao động tỉnh Bắc Kạn"],
        id="verb of office",
    ),
    pytest.param(
        '[movements]\ntriggers = ["hội thi đua tài"]',
        "Công đoàn phát động hội thi đua tài “Ba nhanh, hai tốt” trong toàn ngành.",
        [],
        ["Ba nhanh, hai tốt"],
        id="movement",
    ),
]


@pytest.mark.parametrize(("own", "text", "before", "after"), ADDED)
def test_what_is_added_is_effective(overlay: Overlay, own: str, text: str, before: list[str], after: list[str]) -> None:
    assert told(text) == before
    assert told(text, overlay(own)) == after


def test_a_list_is_extended_and_an_entry_replaced(overlay: Overlay) -> None:
    plain = lexicon.load()
    own = lexicon.load(overlay('[surnames]\nlist = ["Xuyến"]\n[honours]\n"Bằng khen" = { title = true }'))
    assert own.surnames == plain.surnames | {"Xuyến"}
    assert own.honours["bằng khen"] == Honour("Bằng khen", title=True)
    assert own.honours.keys() == plain.honours.keys()


def test_the_digest_changes_with_every_word(overlay: Overlay) -> None:
    digests = [lexicon.digest(), *(lexicon.digest(overlay(f'[abbreviations]\n"SBX" = "{word}"')) for word in "AB")]
    assert len(set(digests)) == 3
    assert lexicon.digest(overlay('[abbreviations]\n"SBX" = "A"')) == digests[1]


def test_lexicons_of_one_digest_are_equal(overlay: Overlay) -> None:
    first = lexicon.load(overlay('[surnames]\nlist = ["Xuyến"]'))
    other = lexicon.load(overlay('[surnames]\nlist = ["Xướng"]'))
    assert first == lexicon.load(overlay('[surnames]\nlist = ["Xuyến"]'))
    assert first != other
    assert hash(first) != hash(other)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("[role]\n", ["unknown section [role]", "roles"]),
        ("roles = 3\n", ["[roles] must be a table of entries, not int"]),
        ('[roles]\n"Trưởng" = "Ban"\n', ["[roles] 'Trưởng' must be a table such as"]),
        ('[roles]\n"Trưởng" = { form = ["A"] }\n', ["[roles] 'Trưởng' has an unknown field 'form'", "forms"]),
        ('[roles]\n"Trưởng" = { forms = "A" }\n', ["[roles] 'Trưởng', field 'forms', must be a list of words"]),
        ('[roles]\n"Trưởng" = { forms = [""] }\n', ["[roles] 'Trưởng', field 'forms', must be a list of words"]),
        ('[roles]\n"Trưởng" = { forms = [3] }\n', ["[roles] 'Trưởng', field 'forms', must be a list of words"]),
        ('[roles]\n"Trưởng" = { alone = 1 }\n', ["[roles] 'Trưởng', field 'alone', must be true or false"]),
        ('[roles]\n"" = {}\n', ["[roles] has an entry without a name"]),
        ('[roles]\n"Trưởng Hội" = { unit = "Hội kín" }\n', ["[roles] 'Trưởng Hội' has the unit 'Hội kín'"]),
        (
            '[roles]\n"Trưởng" = { seats = ["Huyện ủy", "Hội kín"] }\n',
            ["[roles] 'Trưởng' has the seat 'Hội kín', which has no entry in [organisations]"],
        ),
        ('[roles]\n"Trưởng" = { seats = "Huyện ủy" }\n', ["[roles] 'Trưởng', field 'seats', must be a list of words"]),
        ('[roles]\n"Trưởng" = { kinds = [""] }\n', ["[roles] 'Trưởng', field 'kinds', must be a list of words"]),
        ('[roles]\n"Trưởng" = { house = ["only"] }\n', ["[roles] 'Trưởng', field 'house', must be a string"]),
        (
            '[roles]\n"Trưởng" = { house = "big" }\n',
            ["[roles] 'Trưởng', field 'house', does not know 'big'; it knows only, short"],
        ),
        ('[roles]\n"Trưởng" = { seat = ["Huyện ủy"] }\n', ["has an unknown field 'seat'", "house, kinds, seats, unit"]),
        (
            '[surnames]\nrare = ["Xuyến"]\n',
            ["[surnames] 'rare' is no list of this section", "after_title, common, list"],
        ),
        (
            '[organisations]\n"Hội" = { traits = ["big"] }\n',
            ["[organisations] 'Hội', field 'traits',", "'big'", "numbered"],
        ),
        ('[organisations]\n"Hội" = { place = "x" }\n', ["[organisations] 'Hội', field 'place',", "'x'", "level"]),
        ('[honours]\n"Bằng khen" = { titel = true }\n', ["[honours] 'Bằng khen' has an unknown field 'titel'"]),
        ('[honorifics]\nword = ["ông"]\n', ["[honorifics] 'word' is no list of this section", "words"]),
        ('[honorifics]\nwords = "ông"\n', ["[honorifics] 'words' must be a list of words"]),
        ('[abbreviations]\n"X" = ["Y"]\n', ["[abbreviations] 'X' must be a string"]),
        ('[number_words]\n"tá" = "12"\n', ["[number_words] 'tá' must be a whole number"]),
        ('[number_words]\n"tá" = true\n', ["[number_words] 'tá' must be a whole number"]),
        ("[roles\n", ["not a TOML file in UTF-8", "line 1"]),
    ],
)
def test_what_is_wrong_is_named(overlay: Overlay, own: str, said: list[str]) -> None:
    path = overlay(own)
    with pytest.raises(LexiconError) as error:
        lexicon.load(path)
    assert [part for part in [str(path), *said] if part not in str(error.value)] == []


def test_other_bytes_are_no_lexicon(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LexiconError, match="not a TOML file in UTF-8"):
        lexicon.load(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.toml: cannot be read"):
        lexicon.load(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("ldld", None),
        ("lđlđ", "Liên đoàn Lao động"),
        ("ủy ban nhân dân", "Ủy ban nhân dân"),
        ("công ty tnhh mtv", "Công ty Trách nhiệm hữu hạn Một thành viên"),
    ],
)
def test_heads_by_their_forms(form: str, name: str | None) -> None:
    head = lexicon.load().heads.get(form)
    assert (head.name if head else None) == name
