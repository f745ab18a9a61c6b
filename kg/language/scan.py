"""One pass over raw text: lexicon hits, sentences, and tokens of the sentences worth reading.

Everything later works on a `Scan`. Offsets are characters of the article's text. Text with no title, honour or
movement in it gets no sentences and no tokens: most of general news costs one pass of the automaton and no more.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import ahocorasick_rs

from kg.lexicon import Head, Honour, Lexicon, Title, Unit, match_key

Entry = Title | Head | Honour | str | tuple[Unit, ...]

TOKEN = re.compile(
    r"[KHY]['’](?=\s[^\W\d_])|[^\W\d_]+(?![\w'’])|\d+(?:[.,]\d+)*(?![^\W\d_])|[^\W_]+(?:['’][^\W_]+)*|[^\w\s]|_"
)
# Where a sentence may end: a mark before white space, a full stop glued to the next word, a line end
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s)|(?<=[^\W\d_])\.(?=[^\W\d_])|\n+")
# Somebody is addressed by name: such sentences are read too, for whom "ông" alone means later
_ADDRESS = re.compile(r"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Đđ]ồng chí|[Tt]hầy|[Cc]ô|[Ee]m) ([^\W\d_])")
_LAST_WORD = re.compile(r"([^\W\d_])[^\W\d_]*$")
_NEXT_WORD = re.compile(r"[^\w\n]*(\w)(\w?)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\"“.,\-–])(?:TP|Tp|tp|TX|Tx|TT|Q|P|H|T|TS|Ts|ThS|Ths|Th\.S|GS|PGS|GS\.TS|PGS\.TS|BS|KS|LS|Đ/c|đ/c|Mr|Mrs|Dr|St|T\.Ư|NSND|NSƯT|CN|SN|ĐT|Nxb|tr|v\.v|VD|vd|[A-ZĐ])\.$"
)


# A head alone makes its sentence worth reading in so many characters from the begin
_OPENING = 1000
# What makes a text worth reading at all
_NAMING = frozenset({"ROLE", "HONOUR"})
_WORTH_READING = _NAMING | {"TRIGGER"}


class Hit(NamedTuple):
    """A lexicon entry in the text: label ROLE, HEAD, HONOUR, TRIGGER, UNIT or STATUS."""

    begin: int
    end: int
    label: str
    entry: Entry


class Token(NamedTuple):
    """A word, a number or one punctuation mark; `word` as the text has it, `folded` for look-ups."""

    begin: int
    end: int
    word: str
    folded: str
    capital: bool


@dataclass(slots=True)
class Scan:
    """What one pass found. `tokens` covers `sentences`, in order; `first` maps a token's begin to its index.

    `units` are the administrative units, `statuses` the words that say whether something happened; both may overlap
    other hits.
    """

    text: str
    folded: str
    hits: tuple[Hit, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    tokens: list[Token] = field(default_factory=list)
    first: dict[int, int] = field(default_factory=dict)
    hit_at: dict[int, Hit] = field(default_factory=dict)
    hit_ending: dict[int, Hit] = field(default_factory=dict)
    units: tuple[Hit, ...] = ()
    statuses: tuple[Hit, ...] = ()
    unit_at: dict[int, Hit] = field(default_factory=dict)

    def sentence_of(self, offset: int) -> tuple[int, int] | None:
        """Give the sentence around a character."""
        at = bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1
        return self.sentences[at] if at >= 0 and self.sentences[at][1] > offset else None

    def token_range(self, begin: int, end: int) -> range:
        """Give the indices of the tokens that begin in a stretch."""
        lo = bisect_left(self.tokens, begin, key=lambda t: t.begin)
        return range(lo, bisect_left(self.tokens, end, lo=lo, key=lambda t: t.begin))


@dataclass(frozen=True, slots=True)
class Matcher:
    """An automaton over the folded forms of some tables, and what each form stands for."""

    automaton: ahocorasick_rs.AhoCorasick
    labels: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Scanner:
    """The automata of a lexicon; units have their own, so that "đánh giá cao phong trào" hides no "phong trào"."""

    words: Matcher
    units: Matcher
    statuses: Matcher


def scanner(lexicon: Lexicon) -> Scanner:
    """Compile the lexicon; the first table that has a form wins it."""
    triggers = (*lexicon.words["movements.triggers"], *lexicon.words["movements.programmes"])
    words = _matcher(
        ("NONE", {form: form for form in lexicon.words["body_words.not_heads"]}),
        ("ROLE", lexicon.titles),
        ("HEAD", lexicon.heads),
        ("HONOUR", lexicon.honours),
        ("TRIGGER", {form: form for form in triggers}),
    )
    units = {form: units for form, units in lexicon.units.items() if not form.isdigit()}
    statuses: dict[str, Entry] = {}
    for table in ("role_status", "award_status"):
        for kind in _STATUSES[table]:
            for form in lexicon.words[f"{table}.{kind}"]:
                statuses[form] = f"{statuses[form]} {kind}" if form in statuses and kind != "none" else kind
    return Scanner(words, _matcher(("UNIT", units)), _matcher(("STATUS", statuses)))


_STATUSES = {
    "role_status": ("former", "nominated", "none"),
    "award_status": ("proposed", "registered", "revoked", "denied", "none"),
}


def _matcher(*tables: tuple[str, Mapping[str, Entry]]) -> Matcher:
    forms: dict[str, tuple[str, Entry]] = {}
    for label, table in tables:
        for form, entry in table.items():
            forms.setdefault(form, (label, entry))
    automaton = ahocorasick_rs.AhoCorasick(list(forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return Matcher(automaton, tuple(label for label, _ in forms.values()), tuple(entry for _, entry in forms.values()))


def scan(text: str, scanner: Scanner, *, every_sentence: bool = False) -> Scan:
    """Scan a text; see the module's docstring for what is left empty when there is nothing to read.

    With `every_sentence` all of it is worth reading, for components that mark more than the lexicon knows.
    """
    folded = match_key(text)
    hits = tuple(hit for hit in _hits(folded, scanner.words) if hit.label != "NONE")
    result = Scan(text, folded, hits)
    if every_sentence or any(hit.label in _WORTH_READING for hit in hits):
        result.units = tuple(hit for hit in _hits(folded, scanner.units) if text[hit.begin].isupper())
        result.statuses = tuple(
            h for h in _hits(folded, scanner.statuses) if h.entry != "none" and not _in_name(text, h)
        )
        result.sentences = tuple(sentences(text) if every_sentence else _worth_reading(text, hits))
        result.tokens = [token for begin, end in result.sentences for token in _tokens(text, folded, begin, end)]
        result.first = {token.begin: index for index, token in enumerate(result.tokens)}
        result.hit_at = {hit.begin: hit for hit in hits}
        result.hit_ending = {hit.end: hit for hit in hits}
        result.unit_at = {hit.begin: hit for hit in result.units}
    return result


def _worth_reading(text: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """The sentences that a hit or an address makes worth reading."""
    if not any(hit.label in _NAMING for hit in hits):  # a movement needs nobody's name
        return _with_hits(sentences(text), [hit.begin for hit in hits if hit.label == "TRIGGER"])
    return _with_hits(sentences(text), [*(hit.begin for hit in hits if _is_telling(text, hit)), *_addresses(text)])


def _hits(folded: str, matcher: Matcher) -> Iterator[Hit]:
    for index, begin, end in matcher.automaton.find_matches_as_indexes(folded):
        if (begin and folded[begin - 1].isalnum()) or (end < len(folded) and folded[end].isalnum()):
            continue
        yield Hit(begin, end, matcher.labels[index], matcher.entries[index])


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text into sentences, without the white space around them.

    >>> [("Ông A ở TP. HCM. Bà B.")[b:e] for b, e in sentences("Ông A ở TP. HCM. Bà B.")]
    ['Ông A ở TP. HCM.', 'Bà B.']
    """
    begin = 0
    for match in _SENTENCE_END.finditer(text):
        if match[0][0] != "\n" and not _ends(text, begin, match):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, len(text))


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a mark ends its sentence: no abbreviation before it, and a capital or a number behind it."""
    following = _NEXT_WORD.match(text, match.end())
    if following is None:
        return True
    if match[0] == "." and not text[match.end()].isspace():  # "…2015-2020.Đồng chí": a capital glued to a small letter
        return text[match.start() - 1].islower() and following[1].isupper() and following[2].islower()
    if not (following[1].isupper() or following[1].isdigit()):
        return False
    return match[0][0] != "." or not _ABBREVIATED.search(text[max(0, begin, match.end() - 8) : match.start() + 1])


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        yield begin, end


def _is_telling(text: str, hit: Hit) -> bool:
    """Whether a hit makes its sentence worth reading.

    A head of a body alone does so only early in the text, where an article gives the full names that it shortens later,
    and only with a capital: half of all words of general news stand in sentences that merely mention some body.
    """
    if hit.label != "HEAD":
        return True
    return hit.begin < _OPENING and (text[hit.begin].isupper() or text[hit.end + 1 : hit.end + 2].isupper())


def has_level(text: str, unit: Hit) -> bool:
    """Whether a unit is written with its level in one word: "TPHCM"."""
    return text.startswith("TP", unit.begin)


def _in_name(text: str, hit: Hit) -> bool:
    """Whether a capitalised word stands behind another one: the "Nguyên" of "Phạm Văn Nguyên"."""
    if not text[hit.begin].isupper() or text[hit.begin - 1 : hit.begin] != " ":
        return False
    before = _LAST_WORD.search(text, max(0, hit.begin - 20), hit.begin - 1)
    return before is not None and before[1].isupper()


def _addresses(text: str) -> Iterator[int]:
    return (match.start() for match in _ADDRESS.finditer(text) if match[1].isupper())


def _with_hits(spans: Iterator[tuple[int, int]], starts: list[int]) -> Iterator[tuple[int, int]]:
    """The sentences in which one of the starts lies."""
    starts = sorted(starts)
    for begin, end in spans:
        at = bisect_left(starts, begin)
        if at < len(starts) and starts[at] < end:
            yield begin, end


def _tokens(text: str, folded: str, begin: int, end: int) -> list[Token]:
    make = tuple.__new__  # the hottest loop of all: one call less is 50 ns a word
    spans = [match.span() for match in TOKEN.finditer(text, begin, end)]
    return [
        make(Token, (first, last, text[first:last], folded[first:last], text[first].isupper())) for first, last in spans
    ]
