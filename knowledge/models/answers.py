"""The Answer: statements with their citations, and what the documents do not say."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from knowledge.models.documents import Language, Model, PassageKind, Span


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    RELATED = "related"
    NOT_FOUND = "not_found"


class Citation(Model):
    """A verbatim quote and its place; made only by `Corpus.cite`."""

    passage: str
    document: str
    title: str
    section: str | None = None
    paragraph: int = 0
    start: int
    end: int
    quote: str
    answer: tuple[Span, ...] = ()
    """Spans inside the quote that may be set in bold."""
    kind: PassageKind
    label: str | None = None
    byline: str | None = None
    date: str | None = None
    language: Language
    publisher: str | None = None
    licence: str | None = None
    url: str | None = None
    link: str | None = None
    """Where a reader shows the quote in its document; set by a surface that knows of one."""

    @model_validator(mode="after")
    def _quote_is_as_long_as_its_span(self) -> Self:
        if len(self.quote) != self.end - self.start:
            raise ValueError("a quote is as long as its span")
        if any(not 0 <= a < b <= len(self.quote) for a, b in self.answer):
            raise ValueError("an answer span lies inside its quote")
        return self


class StatementKind(StrEnum):
    """What a statement is."""

    FACT = "fact"
    QUOTE = "quote"
    DIFFER = "differ"
    AGREE = "agree"
    RELATED = "related"


class StatedFact(Model):
    """The parts of a fact statement, for surfaces to render."""

    entity: str
    attribute: str
    label: str
    """The attribute's name in the answer's language."""
    value: str
    object: str | None = None
    start: str | None = Field(default=None, alias="from")
    end: str | None = Field(default=None, alias="to")


class StatedResult(Model):
    """The figures of an election statement as the source writes them; null is not given, "" a blank cell."""

    year: int | None
    contest: str | None = None
    list: str | None = None
    candidate: str | None = None
    votes: str | None = None
    share: str | None = None
    seats: str | None = None
    base: str | None = None
    """What the share is a share of, verbatim."""
    phrase: str | None = None
    """Prose only: the clause that gives the figures, verbatim."""
    about: str | None = None
    """An election that is only spoken of, in the curators' words."""


class StatedEvent(Model):
    """The date of an event statement in the source's own words."""

    date: str
    year: int | None = None


class NeighbourKind(StrEnum):
    """What a name is joined to on its map."""

    FORMER_NAME = "former name"
    ORGANISATION = "organisation"
    PERSON = "person"
    EVENT = "event"


class StatedRelation(Model):
    """How a fact joins a name to a neighbour."""

    of: str
    """The name whose map it is."""
    neighbour: str
    """The neighbour's id; of a former name the name itself."""
    name: str
    """The neighbour's short name."""
    kind: NeighbourKind
    outward: bool
    """Whether the fact is one of the name, rather than of the neighbour."""


class Statement(Model):
    """One thing the documents say."""

    text: str
    """The statement read out: the quote itself, or the fact in words."""
    kind: StatementKind
    group: int | None = None
    """Statements that differ from, or agree with, one another share a number."""
    citations: tuple[int, ...]
    heading: str | None = None
    """What heads it on a card, in the curators' words."""
    speaker: str | None = None
    """Who says it, where it is a judgement."""
    fact: StatedFact | None = None
    result: StatedResult | None = None
    event: StatedEvent | None = None
    relation: StatedRelation | None = None


class GapKind(StrEnum):
    """What no passage gives."""

    NAME = "name"
    ACRONYM = "acronym"
    YEAR = "year"
    NUMBER = "number"
    NOUN = "noun"
    KIND = "kind"
    RELATION = "relation"
    INPUT = "input"


class Gap(Model):
    """One thing that is missing, in the asker's words."""

    kind: GapKind
    value: str


class NoteKind(StrEnum):
    """What is said in small print."""

    NO_YEAR = "no_year"
    RELATIVE_DATE = "relative_date"
    UNDATED = "undated"
    BLANK_CELL = "blank_cell"
    TEXT_LOST = "text_lost"
    TEXT_BREAKS_OFF = "text_breaks_off"
    IDENTITY_ASSUMED = "identity_assumed"
    DIFFERENT_BASES = "different_bases"
    DIFFERENT_CONTESTS = "different_contests"
    NAME_ONLY = "name_only"
    CURATED = "curated"


class Note(Model):
    """Small print, on one citation or on the whole answer."""

    kind: NoteKind
    citation: int | None = None
    text: str | None = None
    """Only what curators wrote; the rest is worded by the presentation."""


class Candidate(Model):
    """One bearer of an ambiguous name."""

    id: str
    name: str


class Subject(Model):
    """Whose card an answer is."""

    id: str
    name: str
    """The name under which it was asked for."""
    about: str | None = None
    """The curators' line on it, in the answer's language: names, dates, places, roles."""
    start: str | None = None
    """On a former name: since when it was the name, in the source's words where it has any."""
    end: str | None = None
    now: str | None = None
    """On a former name: the present one."""


class Topic(Model):
    """What a follow-up inherits."""

    entities: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    attribute: str | None = None
    passage: str | None = None
    """The id of the passage that led the answer: what follows is most likely told there."""


class Verdict(StrEnum):
    """What `verify` found."""

    VERBATIM = "verbatim"
    TYPOGRAPHY = "typography"
    NOT_A_QUOTE = "not_a_quote"
    ABSENT = "absent"


class Difference(Model):
    """Where a checked quote and its source part."""

    kind: str
    """`words`, `quotation_marks`, `dashes`, `spaces`, `case`, `accents`, `begins_late`, `ends_early`."""
    yours: str
    source: str


class Answer(Model):
    """What every surface renders."""

    question: str
    language: Language
    outcome: Outcome
    confidence: float = Field(ge=0, le=1)
    lead: str = ""
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    missing: tuple[Gap, ...] = ()
    notes: tuple[Note, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    suggestions: tuple[str, ...] = ()
    topic: Topic = Topic()
    subject: Subject | None = None
    interpretation: str | None = None
    """How the question was read, where that differs from its words: names and labels only."""
    verdict: Verdict | None = None
    places: int | None = None
    differences: tuple[Difference, ...] = ()

    @model_validator(mode="after")
    def _answered_means_cited(self) -> Self:
        if self.outcome is Outcome.ANSWERED and not self.citations:
            raise ValueError("an answered Answer cites")
        if self.lead and self.outcome is not Outcome.ANSWERED:
            raise ValueError("only an answered Answer leads")
        if len(self.lead) > 600:
            raise ValueError("a lead has at most 600 characters")
        cited = {number for statement in self.statements for number in statement.citations}
        if any(not 0 <= number < len(self.citations) for number in cited):
            raise ValueError("a statement cites what the answer holds")
        return self
