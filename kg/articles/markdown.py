"""Markdown to plain text: takes out the markup that would stand between words, and reads the front matter.

Knows what news articles use (headings, emphasis, links, pictures, lists, quotes), not the whole of CommonMark.
"""

from __future__ import annotations

import re

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"([A-Za-z_]+)\s*:\s*(.*?)\s*")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")
_RULERS = re.compile(r"(?:=+|-{2,}|(?:[*_-] ?){3,})\s*")
_REWRITES = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"\[([^\]\n]+)\](?:\([^)\n]*\)|\[[^\]\n]*\])"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^>\s]+)>"), r"\1"),
    (re.compile(r"(\*\*\*|\*\*|\*)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)(___|__|_)(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"</?(?:b|i|em|strong|u|br|p|span|div|center|sup|sub)\b[^>\n]*>"), ""),
    (re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE), ""),
    (re.compile(r"^\[[^\]\n]+\]:\s.*$", re.MULTILINE), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
# All lines but the last of a paragraph that was wrapped at a column are about that long
_WRAPPED = range(60, 121)


def plain(markdown: str) -> tuple[str, dict[str, str]]:
    r"""Give the readable text, and the front matter's fields ("title", "date") in lower case.

    >>> plain("---\ndate: 2020-06-28\n---\n# Tin\n\nXem **đây** [nhé](https://a.vn).")
    ('Tin\n\nXem đây nhé.', {'date': '2020-06-28'})
    """
    markdown = markdown.replace("\r\n", "\n")
    front: dict[str, str] = {}
    if found := _FRONT.match(markdown):
        markdown = markdown[found.end() :]
        pairs = (_PAIR.fullmatch(line) for line in found[1].split("\n"))
        front = {m[1].lower(): m[2].strip("\"'") for m in pairs if m and m[2]}
    for pattern, replacement in _REWRITES:
        markdown = pattern.sub(replacement, markdown)
    blocks = [_block(block) for block in re.split(r"\n[ \t]*\n", markdown)]
    return "\n\n".join(block for block in blocks if block), front


def _block(block: str) -> str:
    """Clean the lines of a paragraph, and join them where they are only wrapped."""
    lines = [line.strip() for line in block.split("\n") if line.strip() and not _RULERS.fullmatch(line.strip())]
    kept: list[str] = []
    for line in lines:
        heading = _HEADING.fullmatch(line)
        kept.append(f"{heading[1]}\n" if heading else line)
    if len(kept) > 1 and all(len(line) in _WRAPPED for line in kept[:-1]):
        return " ".join(kept)
    return "\n".join(kept).strip()
