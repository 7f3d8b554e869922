"""Small corpora and entries for the tests of facts."""

from __future__ import annotations

from knowledge.corpus import Corpus
from knowledge.documents import listing, markdown, passages, report, wiki
from knowledge.facts import store
from knowledge.facts.store import FactStore
from knowledge.models import Document, Language, Passage

PARTY = """= Red Party (Utopia) =

Partido Rojo, Red Party
- Colorcode: red
- Foundation: 1988 (as RL, later ) , 2014 (as )
- Youth Wing: Spark (1997–2012), Young, Free and Red (2012–2014), New Spark (2014–)
- Wing1 Title: Teacher wing
- Wing1: Our Class
- Headquarters: Port Hope, Utopia
- Ideology: Trotskyism, Revolutionary Socialism
- Logo:

The Red Party (PR) is a party. It was formed in 2014 by the former Red League (Liga Roja, LR).

==History==

In 1997 the student group Spark was formed. In the heat of this, it was decided to go on, and they did.

Since 2004 they print The Red Paper (RP), in two towns. In 2010, the Red League sold 10,720 books.

==Electoral results==

| Election year | District | List | Candidate | Votes | % of votes | Seats |
| 2016 | Port Hope | Reds | Ana Paz | 10,720 | 0.51 | |
| 2018 | Low Town | Reds | Luis Mar | 2.863 | 1,85 | 2 |
"""
REPORT = """The club meets

The club met the first weekend of August in Port Hope. On March 27 a storm came. Last week it rained.
"""


def corpus_of(language: Language = "en", **texts: str) -> Corpus:
    """Parse texts into a corpus; a keyword is a document's id, with underscores for hyphens."""
    documents: list[Document] = []
    found: list[Passage] = []
    for name, text in texts.items():
        parser = next((parser for parser in (wiki, listing, report) if parser.recognises(text)), markdown)
        outline = parser.parse(text)
        identifier = name.replace("_", "-")
        document = Document(
            id=identifier,
            file=f"documents/{identifier}.txt",
            title=outline.title or identifier,
            language=language,
            text=text,
            sections=outline.sections,
        )
        documents.append(document)
        found += passages.build(document, outline.blocks)
    return Corpus(documents, found)


def party(facts: str | None = None) -> FactStore:
    """Read the facts of the party and the report, with what is written beside them."""
    return store.read(corpus_of(party=PARTY, report=REPORT), facts)
