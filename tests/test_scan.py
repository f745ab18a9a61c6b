"""The scan: where sentences end, which are read at all, and tokens that point back at the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentences import scanned

from kg.language.scan import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội nghị khai mạc. Bà Lan chủ trì.", ["Hội nghị khai mạc.", "Bà Lan chủ trì."]),
        ("Ông ở TP. Hải Dương. Bà ở quê.", ["Ông ở TP. Hải Dương.", "Bà ở quê."]),
        ("TS. Lê Thu Hà và PGS.TS. Vũ Minh dự họp.", ["TS. Lê Thu Hà và PGS.TS. Vũ Minh dự họp."]),
        ("Ban Bí thư T.Ư Đảng họp. Sau đó nghỉ.", ["Ban Bí thư T.Ư Đảng họp.", "Sau đó nghỉ."]),
        ("Đ/c Hà dự. Đ/c. Lê Na phát biểu.", ["Đ/c Hà dự.", "Đ/c. Lê Na phát biểu."]),
        ("Có 9.600 đoàn viên, 1.210 cán bộ.", ["Có 9.600 đoàn viên, 1.210 cán bộ."]),
        ("Giai đoạn đầu đã xong.Đồng chí Hà chỉ đạo.", ["Giai đoạn đầu đã xong.", "Đồng chí Hà chỉ đạo."]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
        ("Vì sao? Vì đời sống công nhân!", ["Vì sao?", "Vì đời sống công nhân!"]),
        ("“Tôi rất vui.” Chị Mai nói.", ["“Tôi rất vui.”", "Chị Mai nói."]),
        ("Giảng viên… Người thợ… Tất cả cùng về.", ["Giảng viên…", "Người thợ…", "Tất cả cùng về."]),
        ("Trụ sở ở Q. 3 và P. 12.", ["Trụ sở ở Q. 3 và P. 12."]),
        ("\n\n  \n", []),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[begin:end] for begin, end in sentences(text)] == expected


@given(st.text(st.sampled_from("aĐ. ?!…”\n\tTP1,đồng")))
def test_sentences_lose_nothing_but_white_space(text: str) -> None:
    spans = list(sentences(text))
    assert "".join("".join(text[b:e].split()) for b, e in spans) == "".join(text.split())
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[b:e] == text[b:e].strip() != "" for b, e in spans)


@pytest.mark.parametrize(
    "text",
    [
        "Sáng nay trời mưa to ở nhiều nơi, giao thông ùn tắc kéo dài.",
        "Đội tuyển thắng 2-0 và vào chung kết.",
        "Giá vàng tăng thêm 200.000 đồng mỗi lượng.",
        "",
    ],
)
def test_text_without_a_word_of_the_field_is_not_read(text: str) -> None:
    found = scanned(text)
    assert (found.sentences, found.tokens) == ((), [])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Trời mưa. Chủ tịch LĐLĐ tỉnh đến thăm.", ["Chủ tịch LĐLĐ tỉnh đến thăm."]),
        ("Lễ trao Bằng khen diễn ra hôm qua. Trời nắng.", ["Lễ trao Bằng khen diễn ra hôm qua."]),
        ("Phong trào thi đua lan rộng. Mọi người vui.", ["Phong trào thi đua lan rộng."]),
        ("Chủ tịch xã đến. Ông Tám ra đón. Trời nắng.", ["Chủ tịch xã đến.", "Ông Tám ra đón."]),
        ("Phong trào “Làng xanh” lan rộng. Ông Tám đến. LĐLĐ tỉnh vui.", ["Phong trào “Làng xanh” lan rộng."]),
        ("Phong trào mới. Ông Tám đến. LĐLĐ tỉnh trao Cờ.", ["Phong trào mới."]),
        ("LĐLĐ tỉnh vui. Phong trào mới có Bằng khen.", ["LĐLĐ tỉnh vui.", "Phong trào mới có Bằng khen."]),
    ],
)
def test_sentences_worth_reading(text: str, read: list[str]) -> None:
    found = scanned(text)
    assert [text[begin:end] for begin, end in found.sentences] == read


@pytest.mark.parametrize(("fillers", "read"), [(10, True), (200, False)])
def test_a_body_alone_is_read_early_in_a_text_only(fillers: int, read: bool) -> None:
    text = "Chủ tịch xã đến. " + "Trời nắng. " * fillers + "LĐLĐ tỉnh Kon Tum vui."
    sentences_read = [text[begin:end] for begin, end in scanned(text).sentences]
    assert sentences_read == ["Chủ tịch xã đến.", *(["LĐLĐ tỉnh Kon Tum vui."] if read else [])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chủ tịch K' Brơi", ["Chủ", "tịch", "K'", "Brơi"]),
        ("Chủ tịch H’Yim Kđoh", ["Chủ", "tịch", "H’Yim", "Kđoh"]),
        ("Chủ tịch lớp 9K'", ["Chủ", "tịch", "lớp", "9K", "'"]),
    ],
)
def test_a_letter_with_an_apostrophe_is_a_word(text: str, words: list[str]) -> None:
    assert [token.word for token in scanned(text).tokens] == words


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Phó Chủ tịch", ["ROLE"]),
        ("Phó Chủ tịch Thường trực", ["ROLE"]),
        ("Uỷ viên Ban Thường vụ", ["ROLE"]),
        ("ỦY VIÊN ban thường vụ", ["ROLE"]),
        ("Bằng khen", ["HONOUR"]),
        ("cuộc vận động", ["TRIGGER"]),
        ("phong trào thi đua", ["TRIGGER"]),
        ("chủ tịchđoàn", []),
    ],
)
def test_hits_are_whole_words_in_any_spelling(text: str, labels: list[str]) -> None:
    assert [hit.label for hit in scanned(text).hits] == labels


@given(
    st.lists(st.sampled_from(["Chủ tịch", "Bằng khen", "ông", "Lê Na", "H’Linh", "2.500", "TP.", "“", ", ", " ", "\n"]))
)
def test_tokens_point_at_the_text(pieces: list[str]) -> None:
    found = scanned("".join(pieces))
    assert all(found.text[t.begin : t.end] == t.word for t in found.tokens)
    assert all(found.first[t.begin] == index for index, t in enumerate(found.tokens))
    assert all(left.end <= right.begin for left, right in pairwise(found.tokens))
