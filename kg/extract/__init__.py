"""From articles to facts."""
from kg.language.marks import mark
from kg import lexicon as lexicons
from kg.extract import roles, awards, movements
from kg.extract.reading import Reading
def read(articles, *, lexicon=None):
    lex=lexicons.load(lexicon)
    from kg.language.scan import scanner
    s=scanner(lex)
    for a in articles:
        r=mark(a,lex,s)
        yield a, tuple(f for x in (roles,awards,movements) for f in x.extract(r)) if r else ()
