"""The walk over the tokens behind a head: its state, and what can be seen from where it stands.

The steps themselves are in `places` and `words`, their order in `grammar`. A step looks and changes the state only
where it goes on; nothing here decides where a name ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg.language.names import MAX_SYLLABLES, is_surname, person_starts
from kg.language.organisations.names import Part
from kg.language.scan import TOKEN, Hit, Scan, Token
from kg.lexicon import Head, Lexicon, Trait, match_key

# A step of the walk: (next token, end of the name so far, whether the name is complete)
Step = tuple[int, int, bool]

_LEVEL_NAMES = {"huyện đảo": "huyện", "tp": "thành phố", "tx": "thị xã", "tt": "thị trấn"}
_LETTERS = {"q": "quận", "p": "phường", "h": "huyện", "x": "xã"}
_DOTTED = frozenset({"tp", "tx", "tt", *_LETTERS})
# What stands before a head behind its title: "Giám đốc của Công ty"
_OF = ("", "của")
_MAX_UNMARKED = 4  # syllables of a person's name without a middle name
_COMPANY = "Công ty "  # and its legal form: "Công ty Cổ phần"
_HOME = ["Việt", "Nam"]
_MAX_SECTOR = 11  # tokens
_REACH = 200  # characters within which the next token is looked for


@dataclass(slots=True)
class Walk:
    """One walk: `part` is the body being read with its `words`, `parts` those before it."""

    scan: Scan
    lexicon: Lexicon
    after_title: bool
    sentence_end: int
    part: Part
    tokens: list[Token]
    begin: int
    words: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def head(self) -> Head:
        """The head of the body being read."""
        return self.part.head

    def is_a(self, trait: Trait) -> bool:
        """Whether the head of the body being read has a trait."""
        return trait in self.part.head.traits

    def close(self) -> None:
        """Finish the body being read."""
        self.parts.append(replace(self.part, tail=" ".join(self.words)))
        self.words = []

    def after(self, offset: int) -> int:
        """Give the index of the first token from an offset on."""
        return self.scan.token_range(offset, offset + _REACH).start

    def token(self, at: int) -> Token | None:
        """Give a token; None behind the last one."""
        return self.tokens[at] if at < len(self.tokens) else None

    def hit(self, at: int) -> Hit | None:
        """Give the lexicon's word that begins at a token."""
        return self.scan.hit_at.get(self.tokens[at].begin)

    def adjoins(self, at: int) -> bool:
        """Whether one space stands between a token and the one before it."""
        return self.tokens[at].begin == self.tokens[at - 1].end + 1

    def capitals(self, at: int) -> list[Token]:
        """Give the capitalised words from a token on, one space apart, up to a title or a head."""
        words: list[Token] = []
        for token in self.tokens[at : at + 8]:
            hit = self.scan.hit_at.get(token.begin)
            if not token.capital or not token.word[0].isalpha():
                break
            if hit is not None and hit.label in ("ROLE", "HEAD", "HONOUR"):
                break
            if words and token.begin != words[-1].end + 1:
                break
            words.append(token)
        return words

    def unit(self, at: int) -> tuple[str, int, int] | None:
        """Give (name, index behind it, its end) of the known unit at a token."""
        hit = self.scan.unit_at.get(self.tokens[at].begin)
        if hit is None:
            return None
        assert isinstance(hit.entry, tuple)
        return hit.entry[0].name, self.after(hit.end), hit.end

    def level_word(self, at: int) -> tuple[str, int, int]:
        """Give (level, index behind it, its end); an empty level where none stands."""
        levels = self.lexicon.words["body_words.levels"]
        for length in (2, 1):
            if at + length > len(self.tokens):
                continue
            word = " ".join(token.folded for token in self.tokens[at : at + length])
            if word in levels or (length == 1 and word in _LETTERS and self._dot(at + 1)):
                after = at + length
                if word in _DOTTED and self._dot(after):
                    after += 1
                return _LEVEL_NAMES.get(word, _LETTERS.get(word, word)), after, self.tokens[after - 1].end
        return "", at, 0

    def _dot(self, at: int) -> bool:
        token = self.token(at)
        return token is not None and token.word == "." and token.begin == self.tokens[at - 1].end

    def sector_length(self, at: int) -> int:
        """Give how many tokens the longest field of work at a token has."""
        first = self.tokens[at]
        if first.folded not in _sector_openings(self.lexicon):
            return 0
        sectors, known = self.lexicon.sectors, self.lexicon
        best, folded, abbreviated = 0, self.scan.folded, False
        for length, token in enumerate(self.tokens[at : at + _MAX_SECTOR], 1):
            if token.begin >= self.sentence_end:
                break
            stretch = folded[first.begin : token.end]
            abbreviated = abbreviated or token.word.isupper()
            if stretch in sectors or (abbreviated and stretch in known.abbreviations and stretch not in known.heads):
                best = length
        return best

    def is_verb(self, at: int) -> bool:
        """Whether a small word leads out of the name: a verb, a preposition, a time."""
        return self.tokens[at].folded in self.lexicon.words["body_words.verbs"] or self.is_verb_pair(at)

    def is_verb_pair(self, at: int) -> bool:
        """Whether a verb of two syllables begins at a token: "tổ chức"."""
        following = self.tokens[at + 1].folded if at + 1 < len(self.tokens) else ""
        return f"{self.tokens[at].folded} {following}" in self.lexicon.words["body_words.verb_pairs"]

    def person_at(self, at: int) -> bool:
        """Whether a person's name begins here rather than a part of the organisation's."""
        words = [token.word for token in self.capitals(at)]
        if words[-2:] == _HOME:
            return False  # "Công ty Cổ phần Mai Dương Việt Nam"
        if person_starts(words, self.lexicon)[:1] != [0] or self.unit(at) is not None:
            return False
        if self.is_a("person") and not (self.after_title and self.has_own_name()):
            return False
        if self._has_legal_form() and (len(words) == 2 or not self.has_own_name()):
            return False  # it has a name of its own: "Công ty Cổ phần Hoàng Anh Gia Lai"
        if self.is_a("named") and not self.part.country:
            return self._person_behind_name(at, words)
        return len(words) >= (2 if self.after_title or self.part.level else 3)

    def _person_behind_name(self, at: int, words: Sequence[str]) -> bool:
        """So behind a head that a name of its own follows: by the middle name, or by what stands before."""
        middle = len(words) >= 3 and words[1] in self.lexicon.middle_names
        if middle or not self.after_title:
            return middle and len(words) <= MAX_SYLLABLES
        if not self.words and self.is_a("company") and self.is_known_already() and 3 <= len(words) <= _MAX_UNMARKED:
            return True  # "Tổng Giám đốc Công ty Lê Khả Thoan" of the company named before
        if len(words) == 2 and (words[0] not in self.lexicon.common_surnames or self._is_described()):
            return False
        return len(words) <= _MAX_UNMARKED and self.has_own_name() and not self._ends_in_place(at, len(words))

    def _has_legal_form(self) -> bool:
        return self.is_a("company") and self.head.name.startswith(_COMPANY)

    def is_known_already(self) -> bool:
        """Whether the text has named a body of this kind before: "Giám đốc Công ty Lê Khả Thoan" of that company."""
        return any(
            hit.entry.name.startswith(f"{self.head.name} ")
            and (self.scan.text[hit.end + 1 : hit.end + 2].isupper() or not self.is_a("company"))
            for hit in self.scan.hits
            if hit.begin < self.begin and isinstance(hit.entry, Head)
        )

    def _is_described(self) -> bool:
        """Whether nothing but what a company does has been read: the name is still to come, "công ty du thuyền"."""
        return self.is_a("company") and bool(self.words) and not self.has_own_name()

    def _ends_in_place(self, at: int, length: int) -> bool:
        """Whether the last two of some words are a known unit: "Đèo Cả Khánh Hòa"."""
        return length == _MAX_UNMARKED and self.unit(at + length - 2) is not None

    def has_own_name(self) -> bool:
        """Whether the body being read has a capitalised word that is no field of work."""
        return any(word[0].isupper() and match_key(word) not in self.lexicon.sectors for word in self.words)


def start(scan: Scan, lexicon: Lexicon, hit: Hit, *, after_title: bool | None = None) -> Walk:
    """Start a walk at a head; `after_title` is looked up where it is not known."""
    assert isinstance(hit.entry, Head)
    if after_title is None:
        after_title = _after_title(scan, hit.begin)
    sentence = scan.sentence_of(hit.begin)
    return Walk(
        scan, lexicon, after_title, sentence[1] if sentence else hit.end, Part(hit.entry), scan.tokens, hit.begin
    )


def is_person(walk: Walk, hit: Hit) -> bool:
    """Whether a head that is a surname too begins a person's name: "Đoàn Ngọc Ẩn"."""
    at = walk.scan.first[hit.begin]
    if at + 1 >= len(walk.tokens) or walk.tokens[at].end != hit.end:
        return False
    if not is_surname(walk.tokens[at].word, walk.lexicon):
        return False
    words: Sequence[Token] = walk.capitals(at + 1)
    return 2 <= len(words) <= 3 and words[0].word in walk.lexicon.middle_names


def _after_title(scan: Scan, begin: int) -> bool:
    """Whether a title ends just before `begin`."""
    at = scan.first[begin]
    for token in scan.tokens[max(0, at - 6) : at][::-1]:
        hit = scan.hit_at.get(token.begin)
        if hit is not None and hit.label == "ROLE":
            return hit.end + 1 >= begin or scan.text[hit.end : begin].strip() in _OF
    return False


@lru_cache(maxsize=8)
def _sector_openings(lexicon: Lexicon) -> frozenset[str]:
    """The first words of all fields of work: most words begin none."""
    first = (TOKEN.match(form) for form in (*lexicon.sectors, *lexicon.abbreviations))
    return frozenset(match[0] for match in first if match)
