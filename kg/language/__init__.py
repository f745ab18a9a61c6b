"""The language pipeline: a spaCy `Language` of our own components, from an article's text to candidates.

    nlp = kg.language.load()
    doc = nlp("Đồng chí Vi Văn Nghĩa - Chủ tịch LĐLĐ tỉnh Bắc Kạn.")
    [(span.label_, span.text) for span in doc.spans["kg"]]

Components are added, dropped and configured the spaCy way (`nlp.remove_pipe("kg_counts")`); a component of one's own
may add spans with the same labels. Nothing here decides what a candidate means, and nothing works on a Doc that
another tokenizer made.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language


def load(lexicon: Path | str | None = None, *, every_sentence: bool = False) -> Language:
    """Load the pipeline; `lexicon` is an analyst's own file over the words that ship.

    Sentences in which the lexicon finds nothing stay uncut and are read by nobody, which is what makes it fast; a
    component of one's own that marks other words needs `every_sentence`.

    Raises LexiconError, with the file and the key, where that file is wrong.
    """
    import spacy

    from kg.language import components

    own = str(lexicon) if lexicon else None
    tokenizer = {"@tokenizers": "kg.tokenizer.v1", "lexicon": own, "every_sentence": every_sentence}
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": tokenizer}})
    vocab: Any = nlp.vocab  # spaCy leaves this attribute out of its types
    vocab.lex_attr_getters = components.of_words(vocab.lex_attr_getters)
    for name in components.PIPELINE:
        nlp.add_pipe(name)
    return nlp
