"""The language pipeline: a spaCy `Language` of our own components, from an article's text to candidates.

    nlp = kg.language.load()
    doc = nlp("Đồng chí Vi Văn Nghĩa - Chủ tịch LĐLĐ tỉnh Bắc Kạn.")
    [(span.label_, span.text) for span in doc.spans["kg"]]

Components are added, dropped and configured the spaCy way (`nlp.remove_pipe("kg_counts")`, `nlp.add_pipe(mine, after=...)`);
a component of one's own may add spans with the same labels. Nothing here decides what a candidate means.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def load(lexicon: Path | str | None = None) -> Language:
    """Load the pipeline; `lexicon` is an analyst's own file over the words that ship (LexiconError where it is wrong)."""
    import spacy

    from kg.language import components

    tokenizer = {"@tokenizers": "kg.tokenizer.v1", "lexicon": str(lexicon) if lexicon else None}
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": tokenizer}})
    for name in components.PIPELINE:
        nlp.add_pipe(name)
    return nlp
