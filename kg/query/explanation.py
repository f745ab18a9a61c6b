"""Evidence for reading: as text for a terminal, and in a notebook as the article with the stretches highlighted.

The graph has the sentences that state something and no more: without the articles at hand, the page shows an article
as those sentences, in order, with dots between them. All text is escaped; the page asks the network for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from html import escape
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, overload

from kg.query.evidence import Evidence
from kg.rdf.turtle import shortener

if TYPE_CHECKING:
    import pandas as pd

_STYLE = "font-family: sans-serif; line-height: 1.5; max-width: 50em; white-space: pre-wrap"
_MARK = "background: #fff3a3; color: #111; padding: 0 .1em"
_SMALL = "color: #767676; font-size: 85%"
_GAP = " … "

# A stretch of an article: begin, end, text
Stretch = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Explanation(Sequence[Evidence]):
    """Where articles say something: a sequence of `Evidence`, shown as text or as articles with marks.

    `context` has, for each article's IRI, all its sentences that the graph knows, or its whole text as one.
    """

    about: str
    evidence: tuple[Evidence, ...]
    context: Mapping[str, tuple[Stretch, ...]] = field(repr=False, default_factory=dict)
    names: Mapping[str, str] = field(repr=False, default_factory=dict)

    def __len__(self) -> int:
        return len(self.evidence)

    @overload
    def __getitem__(self, index: int) -> Evidence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Evidence, ...]: ...
    def __getitem__(self, index: int | slice) -> Evidence | tuple[Evidence, ...]:
        return self.evidence[index]

    def __str__(self) -> str:
        """Lay the evidence out for a terminal: article, offsets and rule, then the sentence."""
        lines: dict[str, None] = dict.fromkeys([_count(self)])
        for one in self.evidence:
            title = f" {one.title}" if one.title else ""
            day = f" ({one.published})" if one.published else ""
            place = f"{one.id}{title}{day}, characters {one.begin} to {one.end}, {one.rule}"
            lines[f"{place}\n    {' '.join(one.sentence.split())}"] = None
        return "\n".join(lines)

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        articles = [list(members) for _, members in groupby(self.evidence, key=lambda one: one.article)]
        return f'<div style="{_STYLE}">{escape(_count(self))}{"".join(map(self._article, articles))}</div>'

    def frame(self) -> pd.DataFrame:
        """Give the evidence as a DataFrame, a row for each fact and sentence."""
        import pandas as pd

        short = shortener(self.names)
        frame = pd.DataFrame([asdict(one) for one in self.evidence], columns=list(Evidence.__slots__))
        return frame.assign(fact=frame["fact"].map(short), article=frame["article"].map(short))

    def _article(self, evidence: Sequence[Evidence]) -> str:
        first = evidence[0]
        rules = ", ".join(sorted({one.rule for one in evidence}))
        spans = sorted({(one.begin, one.end) for one in evidence})
        places = ", ".join(f"{begin} to {end}" for begin, end in spans)
        heading = escape(f"{first.title or first.id}")
        day = f"{first.published}, " if first.published else ""
        small = escape(f"{day}{first.id}, characters {places}, {rules}")
        given = self.context.get(first.article) or tuple((one.begin, one.end, one.sentence) for one in evidence)
        return (
            f'<details open><summary><b>{heading}</b> <span style="{_SMALL}">{small}</span></summary>'
            f"<p>{''.join(_marked(given, spans))}</p></details>"
        )


def _count(explanation: Explanation) -> str:
    sentences = len({(one.article, one.begin, one.end) for one in explanation.evidence})
    articles = len({one.article for one in explanation.evidence})
    return (
        f"{explanation.about}: {sentences} sentence{'' if sentences == 1 else 's'}"
        f" in {articles} article{'' if articles == 1 else 's'}"
    )


def _marked(stretches: Sequence[Stretch], spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield an article's stretches in order, with marks where the spans are and dots where text is not known."""
    done = 0
    for begin, end, text in sorted(set(stretches)):
        if end <= done:
            continue
        if begin > done:
            yield _GAP
        start = max(begin, done)
        yield from _pieces(text[start - begin :], start, spans)
        done = end


def _pieces(text: str, begin: int, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield a text, which begins at an offset of its article, cut where a mark begins or ends."""
    end = begin + len(text)
    cuts = sorted({begin, end, *(cut for span in spans for cut in span if begin < cut < end)})
    for left, right in pairwise(cuts):
        piece = escape(text[left - begin : right - begin])
        inside = any(first <= left and right <= last for first, last in spans)
        yield f'<mark style="{_MARK}">{piece}</mark>' if inside else piece
