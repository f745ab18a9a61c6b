"""An HTML page to an article: title, date, source and main text, by the density of its paragraphs.

Knows no site. Scripts, menus, comments and lists of links never reach the text; a page whose main text
cannot be told is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.text import tidy

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DROPPED = (
    "script, style, noscript, template, iframe, object, svg, canvas, form, button, select, textarea, input,"
    " nav, aside, footer, [hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=contentinfo]"
)
_BOILERPLATE = re.compile(
    r"(?:^|[\s_-])(?:comments?|binh-?luan|related|lien-?quan|tin-?khac|bai-?khac|tin-?cung|share|sharing|social"
    r"|breadcrumbs?|tags?|tu-?khoa|quang-?cao|adverts?|ads|banner|menu|sidebar|widget|popup|newsletter|box-?tin"
    r"|cookie|copyright|most-?read|doc-?nhieu|xem-?them)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li ul ol figcaption figure blockquote td th tr table section article header main pre"
    " dd dt dl caption body center address".split()
)
_LEAD = re.compile(
    r"(?:^|[\s_-])(?:sapo|lead|summary|chapeau|trich-?yeu|description|mo-?ta|intro)(?:$|[\s_-])", re.IGNORECASE
)
_SITE = re.compile(r"\s+(?:[|»·]|[-–—](?=\s))\s*([^|»·]{2,60})$")
_SITE_WORD = re.compile(
    r"\b(?:Báo|Cổng|Trang|Tạp chí|Đài|Tin tức|LĐLĐ|Liên đoàn|Công đoàn|\w+\.(?:vn|com|net|org))\b", re.IGNORECASE
)
_DATE_METAS = (
    'meta[property="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="pubdate"]',
    'meta[name="date"]',
    'meta[name="DC.date.issued"]',
    'meta[name="dc.date"]',
)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_MOST = 0.7
_MIN_PARAGRAPH = 25


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page says, as strings still to be normalised."""

    text: str
    title: str | None
    published: str | None
    source: str | None


def read_page(html: str, place: str) -> Page:
    """Read a page; raises InputError where no main text can be found."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    published, source, title = _published(tree), _source(tree), _title(tree)
    _drop(tree)
    paragraphs = list(_main_text(tree))
    if paragraphs and title and paragraphs[0] == title:
        del paragraphs[0]
    if not paragraphs:
        raise InputError(f"{place}: no main text in this HTML page; a page with the article in paragraphs is read")
    return Page("\n\n".join(paragraphs), title, published, source)


def _attribute(tree: LexborHTMLParser, selector: str, name: str = "content") -> str | None:
    node = tree.css_first(selector)
    value = node.attributes.get(name) if node is not None else None
    return tidy(value) or None if value else None


def _title(tree: LexborHTMLParser) -> str | None:
    heading = tree.css_first("h1")
    headline = tidy(heading.text(separator=" ")) if heading is not None and len(tree.css("h1")) == 1 else ""
    page = tree.css_first("title")
    site = _attribute(tree, 'meta[property="og:site_name"]')
    for candidate in (_attribute(tree, 'meta[property="og:title"]'), tidy(page.text()) if page is not None else None):
        if headline and candidate and (candidate.startswith(headline) or headline.startswith(candidate)):
            return headline
        if candidate and not headline:
            return _without_site(candidate, site)
    return headline or None


def _without_site(title: str, site: str | None) -> str:
    """Cut the site's name off a page's title.

    >>> _without_site("Trao giải thưởng - Báo Lao Động", None)
    'Trao giải thưởng'
    """
    found = _SITE.search(title)
    if found and (found[1] == site or "|" in found[0] or "»" in found[0] or _SITE_WORD.search(found[1])):
        return title[: found.start()]
    return title


def _published(tree: LexborHTMLParser) -> str | None:
    for selector in _DATE_METAS:
        if value := _attribute(tree, selector):
            return value
    for script in tree.css('script[type="application/ld+json"]'):
        if found := _JSON_DATE.search(script.text()):
            return found[1]
    return _attribute(tree, "time[datetime]", "datetime")


def _source(tree: LexborHTMLParser) -> str | None:
    return (
        _attribute(tree, 'link[rel="canonical"]', "href")
        or _attribute(tree, 'meta[property="og:url"]')
        or _attribute(tree, 'meta[property="og:site_name"]')
    )


def _drop(tree: LexborHTMLParser) -> None:
    """Take out what is no text, and boxes around it that are named for what they are."""
    _remove(tree.css(_DROPPED))
    body = tree.body
    if body is None:
        return
    # A class such as "has-sidebar" may stand on the article itself: what holds much of the text stays
    much = 0.4 * len(body.text(strip=True))
    named = [node for node in body.css("[class], [id]") if node.mem_id != body.mem_id and _is_boilerplate(node)]
    _remove([node for node in named if len(node.text(strip=True)) < much])


def _is_boilerplate(node: LexborNode) -> bool:
    attributes = node.attributes
    return _BOILERPLATE.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}") is not None


def _remove(nodes: list[LexborNode]) -> None:
    """Take nodes out of their tree, only the outermost: those inside them are freed together with them."""
    identities = {node.mem_id for node in nodes}
    for node in [node for node in nodes if not _is_inside(node, identities)]:
        node.decompose()


def _is_inside(node: LexborNode, identities: set[int]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.mem_id in identities:
            return True
        parent = parent.parent
    return False


def _main_text(tree: LexborHTMLParser) -> Iterator[str]:
    body = tree.body
    if body is None:
        return
    container = _container(body)
    lead = _lead(body, container)
    if lead:
        yield lead
    for block in _paragraphs(container):
        if block != lead:
            yield block


def _container(body: LexborNode) -> LexborNode:
    """Find the smallest node that holds most of the text that stands in paragraphs."""
    weights: dict[int, int] = {}
    nodes: dict[int, LexborNode] = {}
    total = 0
    for paragraph in body.css("p"):
        length = len(paragraph.text(strip=True))
        linked = sum(len(a.text(strip=True)) for a in paragraph.css("a"))
        if length < _MIN_PARAGRAPH or linked > 0.5 * length:
            continue
        total += length
        node = paragraph.parent
        while node is not None and node.tag not in ("html", "-document"):
            weights[node.mem_id] = weights.get(node.mem_id, 0) + length
            nodes[node.mem_id] = node
            node = node.parent
    best = body
    for identity, weight in weights.items():  # parents come after their children, paragraph by paragraph
        if weight >= _MOST * total and (best is body or weight < weights[best.mem_id]):
            best = nodes[identity]
    article = body.css_first("article")
    if article is not None and weights.get(article.mem_id, 0) >= _MOST * total > 0:
        return article
    return best


def _lead(body: LexborNode, container: LexborNode) -> str | None:
    """Find the lead that many sites put above the main text, in a box of its own."""
    inside = tidy(container.text(separator=" "))
    for node in body.css("h2[class], p[class], div[class], strong[class]"):
        if _LEAD.search(node.attributes.get("class") or ""):
            lead = tidy(node.text(separator=" "))
            if _MIN_PARAGRAPH <= len(lead) <= 1000 and lead not in inside:
                return lead
    return None


def _paragraphs(container: LexborNode) -> Iterator[str]:
    """Give the blocks of text in the order of the page, without those that are mostly links."""
    block: int | None = None
    text: list[str] = []
    linked = 0
    for node in container.traverse(include_text=True):
        if node.tag in _BLOCKS:
            block = None
        elif node.tag == "br":
            text.append("\n")
        elif node.tag == "-text" and (content := node.text_content):
            owner, in_link = _owner(node)
            if owner != block:
                yield from _finish(text, linked)
                text, linked, block = [], 0, owner
            text.append(re.sub(r"\s+", " ", content))
            linked += len(content.strip()) if in_link else 0
    yield from _finish(text, linked)


def _owner(node: LexborNode) -> tuple[int, bool]:
    """Give the block that a piece of text belongs to, and whether it is a link's."""
    in_link = False
    parent = node.parent
    while parent is not None and parent.tag not in _BLOCKS and parent.parent is not None:
        in_link = in_link or parent.tag == "a"
        parent = parent.parent
    return (parent.mem_id if parent is not None else 0), in_link


def _finish(text: list[str], linked: int) -> Iterator[str]:
    """Make paragraphs of the pieces of a block: two line breaks part them, one stays a line break."""
    whole = "".join(text)
    if linked > 0.6 * len(whole.strip()) and len(whole) < 300:
        return
    for part in re.split(r"\n\s*\n", whole):
        if paragraph := "\n".join(line for raw in part.split("\n") if (line := tidy(raw))):
            yield paragraph
