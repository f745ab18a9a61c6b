from kg.language.scan import scan
from kg.language.organisations import find_organisations
from kg.language.persons import find_persons
from kg.periods import find_periods
from kg.extract.reading import Chunk, Reading
from kg import layout
from kg.language.honours import find_honours
from kg.language.recipients import find_counts
from kg.language.movements import find_movements
def mark(article, lex, sc):
    s=scan(article.text, sc)
    if not s.sentences: return None
    orgs=list(find_organisations(s,lex))
    ch=[Chunk("ORGANISATION",o.begin,o.end,o) for o in orgs]
    ch+=[Chunk("PERSON",p.begin,p.end,p) for p in find_persons(s,lex,[(o.begin,o.end) for o in orgs])]
    spans=[(o.begin,o.end) for o in orgs]
    ch+=[Chunk("TITLE",h.begin,h.end,h.entry) for h in s.hits if h.label=="TITLE" and not any(b<=h.begin<e for b,e in spans)]
    per=[p for b,e in s.sentences for p in find_periods(s.text,b,e)]
    ch+=[Chunk("PERIOD",p.begin,p.end,p) for p in per]
    ch+=[Chunk("HONOUR",p.begin,p.end,p) for p in find_honours(s,lex)]
    ch+=[Chunk("COUNT",p.begin,p.end,p) for p in find_counts(s,lex)]
    ch+=[Chunk("MOVEMENT",p.begin,p.end,p) for p in find_movements(s,lex,per)]
    counts=[c for c in ch if c.label=="COUNT"]
    ch=[c for c in ch if not (c.label=="ORGANISATION" and any(k.begin<=c.begin<k.end for k in counts) and c.value.parts[0].bare and len(c.value.parts)==1)]
    named=[c for c in ch if c.label=="ORGANISATION"]
    ch=[c for c in ch if not (c.label=="COUNT" and any(c.begin<=o.begin<c.end<o.end for o in named))]
    ch=[c for c in ch if not (c.label=="TITLE" and any(k.begin<=c.begin<k.end for k in counts))]
    ch.sort(key=lambda c:(c.begin,-c.end))
    return Reading(article,s,lex,tuple(ch),layout.mark(article.text))
