"""Reading: every format gives the same article, and every bad input a message that says where and what."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles import read
from kg.articles.encodings import SAMPLE, lines
from kg.articles.formats import READERS
from kg.articles.html import read_page
from kg.articles.markdown import plain
from kg.articles.records import parse_date
from kg.errors import InputError
from kg.model import Article

SEEDS = Path(__file__).parent.parent / "seeds"
TITLE = "Trao Giải thưởng Tôn Đức Thắng"
BODY = "Tối 19-8, Liên đoàn Lao động thành phố tổ chức lễ trao giải; đồng chí Vi Văn Nghĩa dự và phát biểu."
TEXT = f"{TITLE}\n\n{BODY}"


def read_all(*inputs: str | Path) -> tuple[list[Article], list[str]]:
    errors: list[InputError] = []
    articles = list(read(inputs, on_error=errors.append))
    return articles, [str(error) for error in errors]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def windows_1258(text: str) -> bytes:
    """Encode as Windows does: vowel with its hat or horn first, its tone mark behind it."""
    out = []
    for character in unicodedata.normalize("NFC", text):
        decomposed = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in decomposed if mark in "\u0300\u0301\u0303\u0309\u0323"), "")
        vowel = unicodedata.normalize("NFC", decomposed.replace(tone, "")) if tone else character
        out.append(vowel + tone)
    return "".join(out).encode("cp1258")


# "Liên đoàn Lao động tỉnh tặng Bằng khen cho đồng chí" as fonts of the nineties wrote it
TCVN3 = "Liªn ®oµn Lao ®éng tØnh tÆng B»ng khen cho ®ång chÝ".encode("latin-1")
VNI = "Lieân ñoaøn Lao ñoäng tænh taëng Baèng khen cho ñoàng chí".encode("latin-1")


# ---- the seeds


def test_seeds_are_read_in_the_order_of_their_names() -> None:
    articles, errors = read_all(SEEDS)
    assert errors == []
    assert [a.id for a in articles] == sorted(p.stem for p in SEEDS.glob("*.txt"))
    assert articles[1].title == "Hội nghị điển hình tiên tiến trong CNVCLĐ giai đoạn 2015 – 2020"
    assert [a.title for a in articles if a.id[:3] != "001"] == [None] * 4
    assert [a.published for a in articles] == [None] * 5
    assert all(unicodedata.is_normalized("NFC", a.text) and "\u00a0" not in a.text for a in articles)


# ---- formats


def _parquet(folder: Path) -> Path:
    table = pa.table(
        {"id": ["a1"], "title": [TITLE], "body": [BODY], "date": [date(2020, 6, 28)], "url": ["https://a.vn/1"]}
    )
    pq.write_table(table, folder / "a.parquet")
    return folder / "a.parquet"


RECORD = {"id": "a1", "title": TITLE, "text": BODY, "published": "2020-06-28", "source": "https://a.vn/1"}
PAGE = f"""<!DOCTYPE html><html><head><title>{TITLE} | Báo A</title><link rel="canonical" href="https://a.vn/1">
<meta property="article:published_time" content="2020-06-28T08:00:00+07:00"></head>
<body><nav><p>Trang chủ - Tin tức - Thể thao - Văn hóa - Bạn đọc</p></nav>
<div><h1>{TITLE}</h1><div><p>{BODY}</p></div></div></body></html>"""
FORMATS: dict[str, Callable[[Path], Path]] = {
    "jsonl": lambda d: write(d, "a.jsonl", json.dumps(RECORD) + "\n"),
    "ndjson, other names": lambda d: write(
        d,
        "a.ndjson",
        json.dumps(
            {
                "identifier": "a1",
                "headline": TITLE,
                "content": BODY,
                "datePublished": "28/6/2020",
                "url": "https://a.vn/1",
            }
        ),
    ),
    "jsonl.gz": lambda d: write(d, "a.jsonl.gz", gzip.compress(json.dumps(RECORD).encode())),
    "csv": lambda d: write(d, "a.csv", f'id,title,text,date,url\na1,"{TITLE}","{BODY}",28-6-2020,https://a.vn/1\n'),
    "csv of a Vietnamese Excel": lambda d: write(
        d, "a.csv", f'\ufeffId;Title;Text;Date;Url\r\na1;{TITLE};"{BODY}";28.6.2020;https://a.vn/1\r\n'
    ),
    "tsv": lambda d: write(
        d, "a.tsv", f"id\ttitle\ttext\tdate\turl\na1\t{TITLE}\t{BODY}\t2020-06-28T08:00\thttps://a.vn/1"
    ),
    "parquet": _parquet,
    "md": lambda d: write(d, "a1.md", f"---\ndate: 2020-06-28\nsource: https://a.vn/1\n---\n# {TITLE}\n\n{BODY}\n"),
    "html": lambda d: write(d, "a1.html", PAGE),
    "a page named .txt": lambda d: write(d, "a1.txt", PAGE),
}


@pytest.mark.parametrize("make", FORMATS.values(), ids=FORMATS)
def test_every_format_gives_the_same_article(make: Callable[[Path], Path], tmp_path: Path) -> None:
    articles, errors = read_all(make(tmp_path))
    assert errors == []
    assert articles == [Article("a1", TEXT, title=TITLE, published=date(2020, 6, 28), source="https://a.vn/1")]


def test_the_title_stands_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", json.dumps({"title": f" {TITLE} ", "text": TEXT}))
    assert [a.text for a in read([path])] == [TEXT]


def test_a_record_without_id_is_named_for_its_file_and_line(tmp_path: Path) -> None:
    path = write(
        tmp_path, "tin.jsonl", '{"text": "Tin một"}\n\n{"text": "Tin ba", "id": ""}\n{"text": "Tin bốn", "id": 7}\n'
    )
    assert [a.id for a in read([path])] == ["tin:1", "tin:3", "7"]


def test_text_is_normalised_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "\ufeffVi\u00a0Va\u0306n Nghi\u0303a\r\n")
    assert [a.text for a in read([path])] == ["Vi Văn Nghĩa\n"]


def test_the_articles_own_date_is_taken_and_an_events_is_not(tmp_path: Path) -> None:
    dated = write(tmp_path, "a.txt", f"{TITLE}\n\nThứ Hai, 29/6/2020, 08:30 (GMT+7)\n\n{BODY}")
    event = write(tmp_path, "b.txt", f"{TITLE}\n\nNgày 28-6-2020, {BODY}")
    assert [a.published for a in read([dated, event])] == [date(2020, 6, 29), None]


def test_folders_are_read_recursively_and_other_files_passed_over(tmp_path: Path) -> None:
    for name in (
        "b/2.txt",
        "b/10.txt",
        "a.txt",
        ".hidden.txt",
        ".git/c.txt",
        "_SUCCESS",
        "p.jpg",
        "gold.json",
        "README.md",
    ):
        write(tmp_path, name, BODY)
    articles, errors = read_all(tmp_path)
    assert (errors, [a.id for a in articles]) == ([], ["a", "10", "2"])


def test_a_long_field_and_quoted_line_breaks(tmp_path: Path) -> None:
    long = BODY * 3000
    path = write(tmp_path, "a.csv", f'text,id\n"{long}",x\n"Một ""hai""\n\nba",y\n')
    assert [(a.id, a.text) for a in read([path])] == [("x", long), ("y", 'Một "hai"\n\nba')]


def test_parquet_types(tmp_path: Path) -> None:
    table = pa.table({"text": pa.array(["Một", None, "Ba"]).dictionary_encode(), "id": [1, 2, 3]})
    pq.write_table(table, tmp_path / "a.parquet")
    articles, errors = read_all(tmp_path / "a.parquet")
    assert [(a.id, a.text) for a in articles] == [("1", "Một"), ("3", "Ba")]
    assert errors == [f"{tmp_path}/a.parquet, record 2: the text is empty; an article has text"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (b'\xef\xbb\xbf\n {"id": "x", "text": "Tin"}\n{"id": "y", "text": "Hai"}', "x y"),
        (BODY.encode(), "stdin"),
        (BODY.encode("utf-16"), "stdin"),
    ],
)
def test_standard_input(given: bytes, expected: str) -> None:
    program = "from kg.articles import read; print(*(a.id for a in read(['-'])))"
    done = subprocess.run(
        [sys.executable, "-c", program], input=given, capture_output=True, check=True, cwd=SEEDS.parent
    )
    assert done.stdout.decode().strip() == expected


# ---- encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv", "a.jsonl"])
def test_unicode_encodings(encoding: str, name: str, tmp_path: Path) -> None:
    content = {
        "a.html": f"<p>{BODY}</p>",
        "a.csv": f'id,text\na,"{BODY}"\n',
        "a.jsonl": json.dumps({"id": "a", "text": BODY}, ensure_ascii=False),
    }
    path = write(tmp_path, name, content.get(name, BODY).encode(encoding))
    assert [(a.id, a.text) for a in read([path])] == [("a", BODY)]


def test_windows_1258(tmp_path: Path) -> None:
    texts = [p.read_text(encoding="utf-8-sig").replace("\u200b", "") for p in sorted(SEEDS.glob("*.txt"))]
    paths = [
        write(tmp_path, f"{i}.txt", windows_1258(text)) for i, text in enumerate([*texts, "Đồng chí Vi Văn Nghĩa"])
    ]
    assert [a.text for a in read(paths[:-1])] == [a.text for a in read([SEEDS])]
    assert [a.text for a in read(paths[-1:])] == ["Đồng chí Vi Văn Nghĩa"]


def test_windows_1258_in_a_table(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", windows_1258(f"id;text\na;{BODY.replace(';', ',')}\n"))
    assert [a.text for a in read([path])] == [BODY.replace(";", ",")]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TCVN3, "TCVN3 (ABC)"),
        (VNI, "VNI"),
        (TCVN3.decode("latin-1").encode(), "TCVN3 (ABC)"),
        (VNI.decode("latin-1").encode(), "VNI"),
    ],
    ids=["TCVN3", "VNI", "TCVN3 saved as UTF-8", "VNI saved as UTF-8"],
)
def test_font_encodings_are_named_and_refused(data: bytes, name: str, tmp_path: Path) -> None:
    articles, [error] = read_all(write(tmp_path, "a.txt", data))
    assert articles == []
    assert f"this looks like {name}" in error
    assert "convert it to UTF-8 first" in error


# ---- bad input

BAD_FILES: dict[str, tuple[str, str | bytes, str]] = {
    "empty": ("a.txt", b"", "a.txt: the file is empty"),
    "white space": ("a.txt", " \n\u00a0\n", "a.txt: the file holds only white space"),
    "a mark and nothing": ("a.txt", b"\xef\xbb\xbf", "a.txt: the file holds only white space"),
    "no words": ("a.txt", "1234 5678\n", "a.txt: the file holds no words"),
    "a picture": ("a.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF", "a.txt: this is a JPEG picture, not text; UTF-8, UTF-16"),
    "a document": ("a.md", b"%PDF-1.4 ...", "a.md: this is a PDF document"),
    "RTF": ("a.txt", b"{\\rtf1\\ansi Xin}", "a.txt: this is an RTF document"),
    "NUL": ("a.txt", b"Xin ch\x00o", "a.txt: a NUL byte at offset 6"),
    "control characters": ("a.txt", b"\x01\x02\x03 abc \x04", "a.txt: this is no text: 4 control characters"),
    "broken UTF-8": ("a.txt", "Liên đoàn".encode() + b" \xff\xfe", "a.txt: the byte at offset 13 (0xff) is not UTF-8"),
    "UTF-8 cut short": ("a.txt", "Bằng khen cho đ".encode()[:-1], "a.txt: the byte at offset 16 (0xc4) is not UTF-8"),
    "broken UTF-16": ("a.txt", BODY.encode("utf-16")[:-1], "is not UTF-16"),
    "French": (
        "a.txt",
        "Le café est fermé à Genève".encode("latin-1"),
        "a.txt: the byte at offset 6 (0xe9) is not UTF-8",
    ),
    "a page of scripts": (
        "a.html",
        "<html><script>var x = 1</script></html>",
        "a.html: no main text in this HTML page",
    ),
    "a JSON line cut short": (
        "a.jsonl",
        '{"text": "Tin"}\n{"text": "Ti',
        "a.jsonl:2:10: not valid JSON: Unterminated string",
    ),
    "a JSON list": ("a.jsonl", "[1, 2]", 'a.jsonl:1: a JSON list; each line must be an object such as {"id"'),
    "deep JSON": ("a.jsonl", "[" * 100_000, "a.jsonl:1: not valid JSON"),
    "JSON without text": (
        "a.jsonl",
        '{"id": 1, "tekst": "x"}',
        "it has id, tekst; accepted are text or body or content",
    ),
    "JSON of another type": ("a.jsonl", '{"text": ["x"]}', "a.jsonl:1: the text is of type list; it must be a string"),
    "half a pair": (
        "a.jsonl",
        '{"text": "x\\ud800"}',
        "a.jsonl:1: the text cannot be read, character 2: half a surrogate",
    ),
    "no records": ("a.jsonl", "\n\n", "a.jsonl: the file holds no records"),
    "empty records": ("a.jsonl", b"", "a.jsonl: the file is empty"),
    "a bad byte in a record": (
        "a.jsonl",
        b'{"text": "Tin \xff"}',
        "the text cannot be read, character 5: the byte 0xff is not UTF-8",
    ),
    "no text column": (
        "a.csv",
        "id,tekst\n1,2\n",
        "a.csv:1: no column with the text: there are id, tekst; accepted are text or body",
    ),
    "a row too short": ("a.csv", "id,text\n1\n", "a.csv:2: 1 fields where the header has 2"),
    "an open quote": ("a.csv", 'id,text\n1,"Tin\n', "a.csv:2: not a valid row: unexpected end of data"),
    "no gzip": ("a.jsonl.gz", "{}", "a.jsonl.gz: the file cannot be read: Not a gzipped file"),
    "no Parquet": ("a.parquet", "PAR1 nothing", "a.parquet: not a readable Parquet file"),
    "an empty Parquet": ("a.parquet", b"", "a.parquet: not a readable Parquet file"),
    "another kind": ("a.docx", "x", "a.docx: files of this kind are not read; .txt, .md, .html, .jsonl"),
}


@pytest.mark.parametrize(("name", "content", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_told_and_the_next_is_read(name: str, content: str | bytes, message: str, tmp_path: Path) -> None:
    bad, good = write(tmp_path, name, content), write(tmp_path, "z.txt", BODY)
    articles, errors = read_all(bad, good)
    assert articles[-1].id == "z"
    assert len(errors) == 1
    assert errors[0].startswith(str(tmp_path))
    assert message in errors[0]
    with pytest.raises(InputError):
        list(read([bad]))


def test_a_bad_record_does_not_end_its_file(tmp_path: Path) -> None:
    jsonl = write(
        tmp_path,
        "a.jsonl",
        b'{"text": "M\xe1\xbb\x99t"}\n{"text"\n{"text": "\xff"}\n{"text": ""}\n{"text": "N\xc4\x83m"}\n',
    )
    table = write(tmp_path, "b.csv", 'id,text\n1,Một\n2,"Hai"x\n3,Ba,4\n\n5,Năm\n')
    articles, errors = read_all(jsonl, table)
    assert [a.id for a in articles] == ["a:1", "a:5", "1", "5"]
    assert [error.removeprefix(f"{tmp_path}/").split(": ")[0] for error in errors] == [
        *("a.jsonl:2:8", "a.jsonl:3", "a.jsonl:4"),
        *("b.csv:3", "b.csv:4"),
    ]


def test_parquet_without_a_text_column(tmp_path: Path) -> None:
    pq.write_table(pa.table({"name": ["x"]}), tmp_path / "a.parquet")
    _, [error] = read_all(tmp_path / "a.parquet")
    assert (
        error == f"{tmp_path}/a.parquet: no column with the text: there are name; accepted are text or body or content"
    )


def test_an_unreadable_date_is_told_and_the_article_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", json.dumps({"id": "x", "text": BODY, "date": "hôm qua"}))
    articles, [error] = read_all(path)
    assert [(a.id, a.published) for a in articles] == [("x", None)]
    assert "a.jsonl:1: the date 'hôm qua' is not read (valid: 2020-06-28" in error


def test_duplicate_ids_name_both_places(tmp_path: Path) -> None:
    first = write(tmp_path, "a.jsonl", '{"id": "x", "text": "Một"}\n{"id": "y", "text": "Hai"}')
    second = write(tmp_path, "b.csv", "id,text\ny,Ba\nz,Bốn\n")
    third = write(tmp_path, "z.txt", BODY)
    articles, errors = read_all(first, second, third, third)
    assert [a.id for a in articles] == ["x", "y", "z"]
    assert errors == [
        f"{second}:2: the id 'y' stands already at {first}:2; ids must differ",
        f"{third}: the id 'z' stands already at {second}:3; ids must differ",
        f"{third}: the id 'z' stands already at {second}:3; ids must differ",
    ]


def test_missing_paths_and_empty_folders(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path, "pictures/p.jpg", b"")
    _, errors = read_all(tmp_path / "none.txt", tmp_path / "empty", tmp_path / "pictures")
    assert errors[0] == f"{tmp_path}/none.txt: there is no such file or folder"
    assert all("no articles in this folder; .txt, .md" in error for error in errors[1:])
    assert len(errors) == 3


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", BODY)
    path.chmod(0)
    _, [error] = read_all(path)
    assert error == f"{path}: the file cannot be read: Permission denied"


def test_a_file_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/b\xe1i.txt"
    try:
        Path(os.fsdecode(path)).write_text(BODY, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    articles, [error] = read_all(tmp_path)
    assert articles == []
    assert "b�i.txt: the file's name is not UTF-8" in error


# ---- HTML

UNION_PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>LĐLĐ tỉnh trao 84 Bằng khen - Trang tin LĐLĐ tỉnh</title>
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-06-29T07:00:00+07:00"}</script>
<style>.x { color: red }</style></head>
<body class="page has-sidebar">
<div id="menu-top"><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin tức</a></li></ul></div>
<div class="wrap"><div class="col-8">
 <h1>LĐLĐ tỉnh trao 84 Bằng khen</h1><p class="sapo">Sáng 28/6, LĐLĐ tỉnh tổ chức hội nghị điển hình tiên tiến.</p>
 <div class="content has-share">
  <p>Dự hội nghị có đồng chí <b>Trịnh Thanh Hằng</b> - Ủy viên&nbsp;Đoàn Chủ tịch,
  <a href="/tld">Tổng Liên đoàn</a>.</p>
  <figure><img src="1.jpg" alt="x"><figcaption>Quang cảnh hội nghị. Ảnh: T.V</figcaption></figure>
  <p>LĐLĐ tỉnh tặng Bằng khen<br>cho 84 cá nhân có thành tích xuất sắc trong phong trào thi đua.
  <script>track("x")</script></p>
  <table><tr><td>Công đoàn ngành Y tế được tặng Cờ thi đua</td></tr></table>
  <p style="text-align:right"><strong>Ngọc Liêm</strong></p>
  <div class="tags">Từ khóa: <a>công đoàn</a>, <a>thi đua</a></div>
 </div>
 <div class="tin-lien-quan"><p><a href="/2">Đại hội Công đoàn ngành Y tế tỉnh nhiệm kỳ 2023 - 2028</a></p></div>
 <div id="comments"><p>Bình luận của bạn đọc: bài viết này rất hay, cảm ơn tòa soạn nhiều lắm.</p></div>
</div></div>
<aside><p>Xem nhiều nhất trong tuần này, mời bạn đọc theo dõi các bài viết khác.</p></aside>
<footer><p>Cơ quan chủ quản: Liên đoàn Lao động tỉnh. Giấy phép số 12/GP-STTTT.</p></footer></body></html>"""
UNION_TEXT = [
    "Sáng 28/6, LĐLĐ tỉnh tổ chức hội nghị điển hình tiên tiến.",
    "Dự hội nghị có đồng chí Trịnh Thanh Hằng - Ủy viên Đoàn Chủ tịch, Tổng Liên đoàn.",
    "Quang cảnh hội nghị. Ảnh: T.V",
    "LĐLĐ tỉnh tặng Bằng khen\ncho 84 cá nhân có thành tích xuất sắc trong phong trào thi đua.",
    "Công đoàn ngành Y tế được tặng Cờ thi đua",
    "Ngọc Liêm",
]
OLD_PAGE = f"""<html><body><table><tr><td><font size=2><a href=1>Giới thiệu</a> <a href=2>Văn bản</a></font></td></tr>
<tr><td><div><b>Tin hoạt động</b></div>
<div>{BODY}<br><br>Dịp này, LĐLĐ tỉnh tặng Bằng khen cho 2 tập thể.</div></td></tr></table></body></html>"""


def test_the_main_text_of_a_page() -> None:
    page = read_page(UNION_PAGE, "a.html")
    assert (page.title, page.published) == ("LĐLĐ tỉnh trao 84 Bằng khen", "2020-06-29T07:00:00+07:00")
    assert page.text.split("\n\n") == UNION_TEXT


def test_a_page_without_paragraphs() -> None:
    text = read_page(OLD_PAGE, "a.html").text.split("\n\n")
    assert text[-2:] == [BODY, "Dịp này, LĐLĐ tỉnh tặng Bằng khen cho 2 tập thể."]
    assert "Giới thiệu" not in text[0]


@pytest.mark.parametrize(
    ("head", "title", "source"),
    [
        ("<title>Trao giải - Báo Lao Động</title>", "Trao giải", None),
        ("<title>Trao giải | congdoan.vn</title>", "Trao giải", None),
        ("<title>Bình Định - Phú Yên vào bão</title>", "Bình Định - Phú Yên vào bão", None),
        (
            '<meta property="og:title" content="Trao &quot;giải&quot;"><meta property="og:site_name" content="Báo A">',
            'Trao "giải"',
            "Báo A",
        ),
    ],
)
def test_titles_and_sources_of_pages(head: str, title: str, source: str | None) -> None:
    page = read_page(f"<html><head>{head}</head><body><p>{BODY}</p></body></html>", "a.html")
    assert (page.title, page.source, page.text) == (title, source, BODY)


def test_a_page_in_its_declared_encoding(tmp_path: Path) -> None:
    text = "Ông Trung, Genève, nói hôm nay trong khi ra vào."
    page = f'<html><head><meta charset="iso-8859-1"></head><p>{text}</p></html>'
    assert [a.text for a in read([write(tmp_path, "a.html", page.encode("latin-1"))])] == [text]


def test_boxes_inside_boxes_are_dropped_once() -> None:
    inner = "Bình luận của bạn đọc: bài viết này rất hay."
    boxes = (
        '<div class="comments"><div class="share"><form><div id="related">' * 50 + f"<p>{inner}</p>" + "</div>" * 150
    )
    assert (
        read_page(f"<body><p>{BODY}</p>{boxes}<p>{BODY[::-1]}</p></body>", "a.html").text == f"{BODY}\n\n{BODY[::-1]}"
    )


def test_a_deep_page_does_not_break_the_reader() -> None:
    assert read_page("<div>" * 3000 + f"<p>{BODY}</p>", "a.html").text == BODY


# ---- Markdown and dates


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Tin *mới* #\n\nHai", "Tin mới\n\nHai"),
        ("Tin\n===\nHai", "Tin\nHai"),
        ("Xem [trang này](https://a.vn/x) và ![ảnh hội nghị](a.jpg)", "Xem trang này và ảnh hội nghị"),
        ("__Đậm__ **và** _nghiêng_, snake_case_name, 2 * 3 * 4", "Đậm và nghiêng, snake_case_name, 2 * 3 * 4"),
        ("> Lời nói\n> của ông\n\n---\n\n<!-- ẩn -->Hết\\*", "Lời nói\ncủa ông\n\nHết*"),
        ("- một\n- hai", "- một\n- hai"),
        (
            "Một dòng bị ngắt ở cột tám mươi như trong thư điện tử thời trước, nối\nlại.",
            "Một dòng bị ngắt ở cột tám mươi như trong thư điện tử thời trước, nối lại.",
        ),
    ],
)
def test_markdown(markdown: str, expected: str) -> None:
    assert plain(markdown) == (expected, {})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-06-28", date(2020, 6, 28)),
        ("2020-06-28T23:30:00Z", date(2020, 6, 28)),
        ("20200628", date(2020, 6, 28)),
        ("28/6/2020 08:15", date(2020, 6, 28)),
        ("Chủ nhật, 28.06.2020", date(2020, 6, 28)),
        ("31/6/2020", None),
        ("28/6-2020", None),
        ("6/2020", None),
    ],
)
def test_dates(value: str, expected: date | None) -> None:
    assert parse_date(value) == expected


# ---- what must hold of every input


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_records_or_input_errors(data: bytes) -> None:
    for reader in READERS.values():
        messages: list[str] = []
        try:
            messages.extend(
                str(item) if isinstance(item, InputError) else f"{item.place}:"
                for item in reader(BytesIO(data), "a", "a")
            )
        except InputError as error:
            messages.append(str(error))
        assert all(message.startswith("a:") for message in messages)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.text(st.characters(exclude_characters="\n\x00\ufeff", exclude_categories=["Cs"])), min_size=1),
    st.integers(0, 3),
)
def test_lines_across_chunks(texts: list[str], pad: int) -> None:
    whole = ["x" * (SAMPLE - pad), *texts]
    assert list(lines(BytesIO("\n".join([*whole, ""]).encode()), "a")) == whole
