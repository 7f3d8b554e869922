"""A rowing club's small library in both languages, and the parts that answer from it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache, cached_property, partial
from pathlib import Path

from knowledge.answering.coverage import Coverage, cover
from knowledge.answering.evidence import Judge
from knowledge.answering.model import fitted
from knowledge.answering.ranker import Features, Ranked
from knowledge.answering.units import Unit, Units
from knowledge.answering.wanted import Wanted, make_ready
from knowledge.assistant import Assistant
from knowledge.bootstrap import open_assistant
from knowledge.corpus import Corpus
from knowledge.facts import expansions, store
from knowledge.facts.store import FactStore
from knowledge.models import AnswerKind, Language, Query, Span
from knowledge.questions.analysis import Analyst
from knowledge.questions.kinds import recognise_asked
from knowledge.retrieval.asks import AskIndex
from knowledge.retrieval.parted import part
from knowledge.retrieval.retriever import LexicalRetriever
from knowledge.text.names import Name, NameMatcher
from knowledge.text.normalise import words_of
from knowledge.text.spelling import Speller
from knowledge.text.thesaurus import Thesaurus
from tests.facts.corpora import corpus_of

CLUB = """= River Club (Utopia) =

Club del Río, River Club
- Foundation: 1988 (as RL, later ) , 2014 (as )
- Journal: The Oar (1997–2014), New Oar (2014–)
- Headquarters: Port Hope, Utopia

The River Club (RC) is a rowing club. It was formed in 2014 by the former Rowing League.

==History==

In 1997 the student crew Spark was formed by Sergio Paz and Sergio Mar. They rowed to Low Town in three days. \
Because of a storm, the crew lost two boats.

Since 2004 the club prints a journal in two towns. It sold 10,720 copies, about 6% of all papers.

==Regattas==

The summer regatta drew forty guests from Low Town. The ABC sent a lantern.

==Electoral results==

| Election year | District | List | Candidate | Votes | % of votes | Seats |
| 2016 | Port Hope | Oars | Sergio Paz | 10,720 | 0.51 | |
| 2018 | Low Town | Oars | Sergio Mar | 2,863 | 1.85 | 2 |
"""
NEWS = """Boats for All! The Club Opens Its Doors

On March 27 the gates were opened to around 40 children. Nobody paid.

Storm Warning for the Whole Coast

Last week the wind broke nine masts in the harbour of Low Town. The repairs will […]

Rowers Meet in the Town Hall

The rowers met for five hours and agreed on a new anthem.
"""
ACTA = """# Acta de la asamblea

La asamblea de los remeros se celebró el 3 de mayo de 2019 en la ciudad de Puerto Esperanza. Asistieron treinta y \
dos socios. Sin embargo, ellos no aprobaron el presupuesto porque faltaba dinero.

La nueva presidenta es Carmen Ríos. Nació en Villa Baja.
"""
FACTS = """
[attributes.founded]
label = { en = "Founded", es = "Fundación" }
words = ["founded", "formed", "fundó"]
fields = ["Foundation"]
rank = 10

[attributes.journal]
label = { en = "Journal", es = "Revista" }
words = ["journal", "revista"]
fields = ["Journal"]

[attributes.headquarters]
label = { en = "Headquarters", es = "Sede" }
words = ["headquarters", "sede"]
fields = ["Headquarters"]

[[entities]]
id = "rc"
kind = "organisation"
name = "River Club"
acronym = "RC"
names = [{ name = "Club del Río", language = "es" }, { name = "Rowing League", from = "1988", to = "2014" }]

[[entities]]
id = "spark"
kind = "organisation"
name = "Spark"
stated = false
note = { en = "Nobody says that Spark is the club's.", es = "Nadie dice que Spark sea del club." }

[[entities]]
id = "paz"
kind = "person"
name = "Sergio Paz"

[[entities]]
id = "mar"
kind = "person"
name = "Sergio Mar"

[[entities]]
id = "regatta"
kind = "event"
name = "summer regatta"

[[entities]]
id = "low-town"
kind = "place"
name = "Low Town"

[[entities]]
id = "ghost"
kind = "person"
name = "Edgar Ghost"

[[facts]]
entity = "rc"
attribute = "founded"
value = "2014"
from = "2014"
to = "2014"
document = "club"
quote = "It was formed in 2014 by the former Rowing League."

[[facts]]
entity = "spark"
attribute = "founded"
value = "1997"
document = "club"
quote = "In 1997 the student crew Spark was formed"

[[remarks]]
kind = "note"
en = "“They” is the crew."
es = "«They» es el equipo."
document = "club"
quote = "They rowed to Low Town in three days."
"""
EXPANSIONS = """
[[expansions]]
document = "club"
quote = "In 1997 the student crew Spark was formed by Sergio Paz and Sergio Mar."
answer = "1997"
en = ["When was Spark founded?", "What year did the crew Spark begin?"]
es = ["¿Cuándo se fundó Spark?"]

[[expansions]]
document = "club"
quote = "In 1997 the student crew Spark was formed by Sergio Paz and Sergio Mar."
answer = "Sergio Paz and Sergio Mar"
en = ["Who founded Spark?", "Which people created the crew?"]
es = ["¿Quién fundó Spark?"]
"""
THESAURUS = Thesaurus()
"""Read once: the file is long."""


@dataclass(frozen=True)
class Room:
    """The parts that come before an answer, made without a folder."""

    corpus: Corpus
    facts: FactStore
    written: str
    """What `expansions.toml` would hold."""

    @cached_property
    def names(self) -> NameMatcher:
        return NameMatcher(Name(each.name, each.entity, each.person) for each in self.facts.names())

    @cached_property
    def asks(self) -> AskIndex:
        return AskIndex(part(expansions.read(self.corpus, self.written), self.names), recognise_asked)

    @cached_property
    def units(self) -> Units:
        return Units(self.corpus, self.names, self.facts, self.asks)

    @cached_property
    def retriever(self) -> LexicalRetriever:
        return LexicalRetriever(self.corpus.passages)

    @cached_property
    def analyst(self) -> Analyst:
        words = [word for passage in self.corpus.passages for word in words_of(passage.indexed)]
        attributes = {each: self.facts.words_of(each) for each in self.facts.attributes}
        return Analyst(self.names, attributes, Speller(partial(list, words)))

    @cached_property
    def judge(self) -> Judge:
        return Judge(self.units, self.asks, self.names, self.retriever, THESAURUS, fitted())

    def query(self, question: str, language: Language | None = None) -> Query:
        return self.analyst.analyse(question, language)

    def wanted(self, question: str, language: Language | None = None) -> Wanted:
        return make_ready(self.query(question, language), self.names, self.retriever, THESAURUS)

    def all_units(self) -> tuple[Unit, ...]:
        return tuple(unit for passage in self.corpus.passages for unit in self.units.of(passage))

    def unit(self, words: str) -> Unit:
        """Give the only unit that holds some words."""
        (found,) = (unit for unit in self.all_units() if words in unit.text)
        return found

    def passage_of(self, words: str) -> tuple[Unit, ...]:
        """Give the units of the passage that holds some words."""
        return self.units.of(self.unit(words).passage)

    def cover(self, words: str, question: str) -> tuple[Coverage, ...]:
        """Measure what the unit with some words covers of a question."""
        return cover(self.unit(words), self.wanted(question))


def room(facts: str | None = FACTS, asks: str | None = EXPANSIONS, **texts: str) -> Room:
    """Make a room of texts, of the club's where none are given."""
    corpus = corpus_of("en", **(texts or {"club": CLUB, "news": NEWS, "acta": ACTA}))
    return Room(corpus, store.read(corpus, facts), asks or "")


@cache
def club() -> Room:
    """Make the room of the club; what is frozen may be shared."""
    return room()


@cache
def library() -> Assistant:
    """Open the shipped library, once for all tests of a run."""
    return open_assistant()


def unweighed(made: Room, unit: Unit, question: str = "what?", answer: tuple[Span, ...] = ()) -> Ranked:
    """Rank a unit for which nothing speaks but what it covers of a question."""
    nothing = Features(**{each.name: 0.0 for each in fields(Features)})
    coverage = cover(unit, made.wanted(question))[0]
    return Ranked(unit=unit, features=nothing, coverage=coverage, score=0.0, answer=answer)


def wanting(kind: AnswerKind, text: str = "?", language: Language = "en", noun: str | None = None) -> Query:
    """Make a query of which only the kind of answer matters."""
    return Query(text=text, reading=text, language=language, kind=kind, noun=noun)


def write(folder: Path, **texts: str | bytes) -> Path:
    """Write files into a folder; a keyword is a file's name, with an underscore for its point."""
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def write_club(folder: Path) -> Path:
    """Write the club's library into a folder."""
    return write(folder, club_txt=CLUB, news_txt=NEWS, acta_md=ACTA, facts_toml=FACTS, expansions_toml=EXPANSIONS)
