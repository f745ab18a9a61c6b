"""Which bearer of a name an article means: the setting of its people."""

from __future__ import annotations

import pytest
from sentences import facts

from kg.model import Award, Person, RoleHolding


def settings(text: str) -> dict[str, str]:
    return {person.name: person.setting for person in people(text)}


def people(text: str) -> list[Person]:
    found = [fact.person for fact in facts(text) if isinstance(fact, RoleHolding)]
    found += [fact.recipient for fact in facts(text) if isinstance(fact, Award) and isinstance(fact.recipient, Person)]
    return found + [fact.presenter for fact in facts(text) if isinstance(fact, Award) and fact.presenter]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ông Lê Văn Hùng, Chủ tịch LĐLĐ tỉnh Kon Tum, dự lễ.",
            {"Lê Văn Hùng": "tỉnh Kon Tum"},
            id="place of the body",
        ),
        pytest.param(
            "Ông Lê Văn Hùng, Phó Chủ tịch Quốc hội, dự lễ.", {"Lê Văn Hùng": "Quốc hội"}, id="body without a place"
        ),
        pytest.param(
            "Bà Mai Thị Lý, Trưởng Ban Nữ công LĐLĐ tỉnh Phú Yên, dự lễ.",
            {"Mai Thị Lý": "tỉnh Phú Yên"},
            id="place of the outer body",
        ),
        pytest.param(
            "Ông Lê Văn Hùng, nguyên Bí thư Tỉnh ủy Hà Nam, Chủ tịch Tổng LĐLĐ Việt Nam, dự lễ.",
            {"Lê Văn Hùng": "Tổng Liên đoàn Lao động Việt Nam"},
            id="a current office before a former one",
        ),
        pytest.param(
            "UBND tỉnh Lai Châu tặng Bằng khen cho anh Lò Văn Pâng.", {"Lò Văn Pâng": ""}, id="no office, no setting"
        ),
        pytest.param(
            "Anh Lò Văn Pâng là Bí thư Huyện đoàn Mường Tè. UBND tỉnh Lai Châu tặng Bằng khen cho anh Lò Văn Pâng.",
            {"Lò Văn Pâng": "huyện Mường Tè"},
            id="one setting for a person's roles and awards",
        ),
    ],
)
def test_settings(text: str, expected: dict[str, str]) -> None:
    assert settings(text) == expected


def test_a_person_has_one_setting_in_an_article() -> None:
    text = "Ông Tẩn A Pao, Bí thư Huyện ủy Bát Xát, phát biểu. Ông Tẩn A Pao là Tỉnh ủy viên Tỉnh ủy Lào Cai."
    assert len({person.setting for person in people(text)}) == 1
