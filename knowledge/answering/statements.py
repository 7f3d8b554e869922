"""Statements and their citations, gathered into an Answer."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.facts.store import FactStore
from knowledge.models import (
    Citation,
    ElectionResult,
    Entity,
    Event,
    Fact,
    Language,
    PassageKind,
    RemarkKind,
    StatedEvent,
    StatedFact,
    StatedResult,
    Statement,
    StatementKind,
)
from knowledge.text.normalise import fold, tokens
from knowledge.text.stopwords import STOPWORDS

_AND = {"en": " and ", "es": " y "}


class Gathering:
    """Collects statements; a citation used twice keeps one number."""

    def __init__(self, facts: FactStore, language: Language) -> None:
        self._facts = facts
        self._language: Language = language
        self._statements: list[Statement] = []
        self._citations: list[Citation] = []
        self._numbers: dict[tuple[str, int, int], int] = {}

    @property
    def statements(self) -> tuple[Statement, ...]:
        """List the statements, in order."""
        return tuple(self._statements)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """List the citations, in order of first use."""
        return tuple(self._citations)

    def cite(self, citation: Citation, *, mark: bool = True) -> int:
        """Give a citation its number; the same span again joins its answer spans to the first.

        Without `mark`, and in a row of a table, nothing of it is set in bold.
        """
        if not mark or citation.kind is PassageKind.ROW:
            citation = citation.model_copy(update={"answer": ()})
        key = (citation.document, citation.start, citation.end)
        if key not in self._numbers:
            self._numbers[key] = len(self._citations)
            self._citations.append(citation)
        number = self._numbers[key]
        held = self._citations[number]
        spans = tuple(sorted({*held.answer, *citation.answer}))
        if spans != held.answer:
            self._citations[number] = held.model_copy(update={"answer": _apart(spans)})
        return number

    def add(self, statement: Statement) -> None:
        """Add a statement that is ready, its citations numbered by `cite`."""
        self._statements.append(statement)

    def quote(
        self,
        citation: Citation,
        kind: StatementKind = StatementKind.QUOTE,
        *,
        about: str | None = None,
    ) -> None:
        """State a quote, with its speaker in front where it is a judgement.

        `about` is the entity whose card it stands on, under the heading that curators gave it; a heading that
        names the speaker stands for it.
        """
        remarks = self._facts.remarks_on(citation.document, citation.start, citation.end)
        speaker = next((r.text.within(self._language) for r in remarks if r.kind is RemarkKind.SPEAKER), None)
        headings = (
            r for r in remarks if about in r.entities and r.kind is RemarkKind.ABOUT and not self._facts.heads_a_fact(r)
        )
        heading = next((r.text.within(self._language) for r in headings), None)
        if speaker and heading and _content(speaker) & _content(heading):
            speaker = None
        self._statements.append(
            Statement(
                text=citation.quote,
                kind=kind,
                citations=(self.cite(citation),),
                heading=heading,
                speaker=speaker,
            )
        )

    def fact(self, fact: Fact, *, text: str | None = None) -> None:
        """State a fact in words; `text` replaces the words where several facts are told at once."""
        stated = self.stated(fact)
        self._statements.append(
            Statement(
                text=text or told(stated),
                kind=StatementKind.FACT,
                citations=(self.cite(fact.citation),),
                fact=stated,
            )
        )

    def stated(self, fact: Fact) -> StatedFact:
        """Give the parts of a fact for surfaces to render."""
        attribute = self._facts.attributes.get(fact.attribute)
        named = self._facts.entity(fact.object) if fact.object else None
        period = fact.period
        return StatedFact(
            entity=fact.entity,
            attribute=fact.attribute,
            label=attribute.label.within(self._language) if attribute else fact.attribute,
            value=fact.value,
            object=_in_full(fact.value, named) if named else None,
            start=_words(period.start, period.start_words) if period else None,
            end=_words(period.end, period.end_words) if period else None,
        )

    def result(
        self,
        result: ElectionResult,
        *,
        kind: StatementKind = StatementKind.FACT,
        group: int | None = None,
        heading: str | None = None,
    ) -> None:
        """State an election result; figures stay as the source writes them."""
        self._statements.append(
            Statement(
                text=result.citation.quote,
                kind=kind,
                group=group,
                citations=(self.cite(result.citation),),
                heading=heading,
                result=self.figures(result),
            )
        )

    def figures(self, result: ElectionResult) -> StatedResult:
        """Give the figures of a result for surfaces to render."""
        return StatedResult(
            year=result.year,
            contest=result.contest,
            list=result.list,
            candidate=result.candidate,
            votes=result.votes.text if result.votes else None,
            share=result.share.text if result.share else None,
            seats=result.seats.text if result.seats else None,
            base=result.share.base if result.share else None,
            phrase=result.phrase,
            about=result.about.within(self._language) if result.about else None,
        )

    def event(self, event: Event) -> None:
        """State an event as its clause, under the date in the source's words."""
        self._statements.append(
            Statement(
                text=event.text,
                kind=StatementKind.QUOTE,
                citations=(self.cite(event.citation),),
                event=StatedEvent(date=event.date.words, year=event.date.year),
            )
        )


def _in_full(value: str, named: Entity) -> str:
    """Give the full form of a value that names an entity: “LUS” as “Liga de Unidad Socialista (LUS)”."""
    acronym = named.acronym
    if not acronym or acronym == named.name:
        return named.name
    if value == acronym:
        return f"{named.name} ({acronym})"
    written = value in (named.name, *(alias.name for alias in named.aliases))
    return f"{value} ({acronym})" if written and acronym not in value else named.name


def _content(words: str) -> set[str]:
    """List the words of a heading or a speaker's line that say who it is."""
    return {fold(word) for word, *_ in tokens(words)} - STOPWORDS["en"] - STOPWORDS["es"]


def tell(label: str, period: str | None, values: Sequence[str], language: Language) -> str:
    """Say a fact in words: label, period: values."""
    head = f"{label}, {period}" if period else label
    *others, last = values
    return f"{head}: {', '.join(others)}{_AND[language]}{last}" if others else f"{head}: {last}"


def told(stated: StatedFact) -> str:
    """Say the parts of a fact in words."""
    period = None
    if stated.start and stated.end and stated.start != stated.end:
        period = f"{stated.start}–{stated.end}"
    elif stated.start or stated.end:
        period = f"{stated.start}–" if stated.start and not stated.end else stated.start or f"–{stated.end}"
    return f"{stated.label}, {period}: {stated.value}" if period else f"{stated.label}: {stated.value}"


def _words(year: int | None, words: str | None) -> str | None:
    return words or (str(year) if year is not None else None)


def _apart(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join spans that overlap, so that bold never nests."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
