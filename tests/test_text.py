"""The normalisation and the folds: what must hold of every text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import fold, key, new_tones, normalise, tidy

# Texts rich in what goes wrong: Vietnamese letters whole and in parts, odd spaces, unseen characters, breaks
VIETNAMESE = "aàáảãạăằâấeèêệiìịoòóỏõọôốơờuùúủũụưừyỳýỷđĐỦOAÓAÚYqQnNhH .,\n"
ODD = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b\r\t\u00a0\u2009\u200b\u00ad\ufeff\u2028\u0085\x00\u212bİßŉ"
TEXTS = st.text(st.one_of(st.sampled_from(VIETNAMESE + ODD), st.characters()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bắc Kạn", "Bắc Kạn"),
        (unicodedata.normalize("NFD", "Ủy viên Đoàn Chủ tịch"), "Ủy viên Đoàn Chủ tịch"),
        ("a\u00a0b\tc\u3000d", "a b c d"),
        ("một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn"),
        ("\ufeffCông\u200b đo\u00adàn\x00", "Công đoàn"),
        ("“Giỏi việc nước, đảm việc nhà” – 2020…", "“Giỏi việc nước, đảm việc nhà” – 2020…"),
    ],
)
def test_normalise(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uỷ viên", "Ủy viên"),
        ("văn hoá, khoẻ, Thuý", "văn hóa, khỏe, Thúy"),
        ("UỶ BAN, HOÀ BÌNH", "ỦY BAN, HÒA BÌNH"),
        ("quý, quỹ, Quỳnh", "quý, quỹ, Quỳnh"),
        ("hoàn toàn, thuyền, khoản", "hoàn toàn, thuyền, khoản"),
    ],
)
def test_new_tones(text: str, expected: str) -> None:
    assert new_tones(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("Uỷ Ban", "ủy ban"), ("ĐẢNG UỶ", "Đảng ủy"), ("Hoà Bình", "HÒA BÌNH"), ("Thuý", "Thúy"), ("Quý", "quý")],
)
def test_keys_of_two_spellings_are_equal(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("tỉnh", "tình"), ("Bắc Kạn", "Bắc Cạn"), ("Hà", "Hạ"), ("đoàn", "doàn"), ("an", "ân")]
)
def test_keys_of_two_words_differ(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("text", "expected"), [("Điện Biên Đông", "dien bien dong"), ("Đắk Lắk", "dak lak"), ("H’Yên", "h’yen")]
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(TEXTS)
def test_normalise_is_idempotent_and_leaves_nothing_odd(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & set("\r\t\u00a0\u200b\u00ad\ufeff\u2028\u0085\x00")


@given(TEXTS)
def test_normalise_does_not_care_how_letters_are_composed(text: str) -> None:
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(unicodedata.normalize("NFC", text))


@given(TEXTS)
def test_key_keeps_every_character_in_its_place(text: str) -> None:
    normal = normalise(text)
    assert len(key(normal)) == len(normal)
    assert len(new_tones(normal)) == len(normal)


@given(TEXTS)
def test_the_folds_are_idempotent(text: str) -> None:
    normal = normalise(text)
    for change in (new_tones, key, fold, tidy):
        assert change(change(normal)) == change(normal)


@given(TEXTS)
def test_key_does_not_care_about_case_or_tone_placement(text: str) -> None:
    normal = normalise(text)
    assert key(new_tones(normal)) == key(normal)
    assert key(key(normal)) == key(normal)


@given(TEXTS)
def test_tidy_leaves_single_spaces(text: str) -> None:
    words = tidy(text)
    assert words == words.strip()
    assert "  " not in words
    assert "\n" not in words
    assert words.split() == text.split()
