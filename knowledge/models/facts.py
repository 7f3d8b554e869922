"""Structured facts: entities, dates, facts, election results, events, and what is written about spans."""

from __future__ import annotations

from enum import StrEnum

from knowledge.models.answers import Citation
from knowledge.models.documents import Language, Model, Span


class Bilingual(Model):
    """Words of the corpus's curators in both languages."""

    en: str
    es: str

    def within(self, language: Language) -> str:
        """Choose the words of one language."""
        return self.en if language == "en" else self.es


class EntityKind(StrEnum):
    """What sort of thing has a name."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PUBLICATION = "publication"
    PLACE = "place"
    EVENT = "event"


class Date(Model):
    """A date as precise as its source; without a year it sorts last."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    end: int | None = None
    """The last year of a span of years; None where the date is one point or open."""
    open: bool = False
    """True for a date that only begins: since 2010, 2014–."""
    words: str
    """The source's own words: "late 2013", "May 21 and 22"."""

    @property
    def order(self) -> tuple[int, int, int]:
        """Sort by year, month and day; what is missing comes last."""
        return (self.year or 9999, self.month or 13, self.day or 32)


class Period(Model):
    """Years from and to, both included; None is open."""

    start: int | None = None
    end: int | None = None
    start_words: str | None = None
    """The source's words where they say more than the year: "May 2014"."""
    end_words: str | None = None

    def holds(self, year: int) -> bool:
        """Tell whether a year lies within."""
        return (self.start is None or self.start <= year) and (self.end is None or year <= self.end)

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two share more than a year in which one ends and the other begins."""
        if self.start is not None and other.end is not None and self.start >= other.end:
            return False
        if self.start == self.end:
            return self.start is None or other.start is None or self.start >= other.start
        return self.end is None or other.start is None or self.end > other.start


class Alias(Model):
    """Another name of an entity."""

    name: str
    language: Language | None = None
    period: Period | None = None
    """Set on a former name: the years in which it was the name."""
    stated: bool = True
    """False where no document says that this is the same entity."""
    citation: Citation | None = None


class Entity(Model):
    """Something with a name."""

    id: str
    kind: EntityKind
    name: str
    acronym: str | None = None
    aliases: tuple[Alias, ...] = ()
    stated: bool = True
    note: Bilingual | None = None
    """Why an identity is read as one although no document states it."""
    about: Bilingual | None = None
    """A line of names, dates, places and roles; never a judgement."""

    @property
    def shown(self) -> str:
        """Give the short form: the acronym where there is one."""
        return self.acronym or self.name


class Attribute(Model):
    """A property that facts give: newspaper, headquarters, split from."""

    id: str
    label: Bilingual
    words: tuple[str, ...] = ()
    """How people name it in a question, in both languages."""
    decorative: bool = False
    """Furniture of the source: answered when asked for, never on a card."""
    rank: int = 100
    """Place on a card; a lower number comes first."""


class Fact(Model):
    """One attribute of one entity, with the span that says so."""

    entity: str
    attribute: str
    value: str
    """Verbatim in its citation's quote."""
    object: str | None = None
    """The entity that the value names."""
    period: Period | None = None
    citation: Citation
    prose: bool = False
    """True where a sentence says it, False for a field or a row."""
    source: str = "program"
    """`program` where the parser read it, `curated` where facts.toml says it."""


class Figure(Model):
    """A figure as written, with its number where it parses; a blank cell has no text."""

    text: str
    number: float | None = None
    span: Span | None = None
    base: str | None = None
    """The words that say what is counted: a table's header, a clause; verbatim."""


class ElectionResult(Model):
    """One result of one contest."""

    year: int | None
    entity: str | None = None
    contest: str | None = None
    list: str | None = None
    candidate: str | None = None
    votes: Figure | None = None
    share: Figure | None = None
    seats: Figure | None = None
    phrase: str | None = None
    """Prose only: the clause that gives the figures, verbatim."""
    about: Bilingual | None = None
    """An election that is only spoken of: what of it is spoken of."""
    context: Citation | None = None
    """Prose only: the sentence without which this one is not understood."""
    citation: Citation
    prose: bool = False


class Event(Model):
    """Something dated."""

    date: Date
    entities: tuple[str, ...] = ()
    text: str
    """The shortest clause that stands alone, verbatim."""
    citation: Citation


class RemarkKind(StrEnum):
    """What a curator says about a span."""

    NOTE = "note"
    """What no program can see: who “they” are."""
    SPEAKER = "speaker"
    """Who says it."""
    ABOUT = "about"
    """What heads it on the card of a name."""


class Remark(Model):
    """Bilingual words about a span of a document."""

    kind: RemarkKind
    text: Bilingual
    document: str
    span: Span
    entities: tuple[str, ...] = ()


class Expansion(Model):
    """Ways to ask for a span (document expansion, Nogueira et al. 2019); never shown, never quoted."""

    document: str
    span: Span
    answer: Span | None = None
    """The words of the span that answer."""
    missing: Bilingual | None = None
    """What is asked for that no document tells: the span comes nearest, and is no answer."""
    asks: tuple[tuple[Language, str], ...]
