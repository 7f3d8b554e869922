"""`elections`: results of one year or of all, from tables and prose side by side."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering import notes
from knowledge.answering.contests import ELECTIONS, Contests, in_words
from knowledge.answering.evidence import DEPTH
from knowledge.answering.quoting import LEAD_LIMIT
from knowledge.answering.statements import Gathering
from knowledge.answering.units import Unit, Units
from knowledge.corpus import Corpus
from knowledge.facts.store import FactStore
from knowledge.models import (
    Answer,
    AnswerKind,
    ElectionResult,
    Gap,
    GapKind,
    Language,
    Note,
    NoteKind,
    Outcome,
    Query,
    StatementKind,
    Topic,
)
from knowledge.retrieval.retriever import Retriever
from knowledge.text.analyzer import stems

_ELECTION = {stem for word in ("election", "electoral", "eleccion", "vote", "voto") for stem in stems(word)}


class Elections:
    """Answers `elections`."""

    def __init__(self, corpus: Corpus, facts: FactStore, retriever: Retriever, units: Units) -> None:
        self._corpus = corpus
        self._facts = facts
        self._retriever = retriever
        self._units = units
        self._contests = Contests(facts)

    def elections(self, year: int | None, language: Language) -> Answer:
        """Answer with the results of a year or of all years, else with what is spoken of that year."""
        results = self._facts.results(year)
        if not results:
            return self._without_result(year, language)
        gathering = Gathering(self._facts, language)
        for number, (_, group) in enumerate(sorted(_by_year(results).items())):
            _state(gathering, group, number, whole=year is not None)
        if year is None:
            for spoken in self._facts.spoken():
                gathering.result(spoken, kind=StatementKind.RELATED)
        told = [result for result in results if not result.prose] or list(results)
        return Answer(
            question=str(year or ""),
            language=language,
            outcome=Outcome.ANSWERED,
            confidence=1.0,
            lead="; ".join(in_words(result, language) for result in told)[:LEAD_LIMIT],
            statements=gathering.statements,
            citations=gathering.citations,
            notes=(
                *_result_notes(gathering, results),
                *notes.on_citations(self._corpus, self._facts, gathering.citations, language, dated=False),
            ),
            suggestions=tuple(str(other) for other in self._facts.years() if other != year),
            topic=_topic(results),
        )

    def asked(self, query: Query) -> Answer | None:
        """Answer a free question from the rows of tables: years compared, or a follow-up on one; else None."""
        return self._contests.compared(query) or self._contests.followed_up(query)

    def _without_result(self, year: int | None, language: Language) -> Answer:
        gathering = Gathering(self._facts, language)
        spoken = [each for each in self._facts.spoken() if year is None or each.year == year]
        for each in spoken:
            gathering.result(each, kind=StatementKind.RELATED)
        if not spoken and year is not None:
            for unit in self._speaking_of(year):
                gathering.quote(self._corpus.cite(unit.passage.document, unit.start, unit.end), StatementKind.RELATED)
        return Answer(
            question=str(year or ""),
            language=language,
            outcome=Outcome.RELATED if gathering.statements else Outcome.NOT_FOUND,
            confidence=0.0,
            statements=gathering.statements,
            citations=gathering.citations,
            missing=(Gap(kind=GapKind.YEAR, value=str(year)),) if year is not None else (_NO_RESULTS,),
            suggestions=tuple(str(other) for other in self._facts.years()),
            topic=Topic(years=(year,) if year is not None else (), attribute=ELECTIONS),
        )

    def _speaking_of(self, year: int) -> list[Unit]:
        """List the sentences that hold the year and speak of elections or votes."""
        text = f"{year} election elections electoral elección elecciones votes votos"
        query = Query(text=text, reading=text, language="en", kind=AnswerKind.NONE, years=(year,))
        units = (unit for hit in self._retriever.retrieve(query, DEPTH) for unit in self._units.of(hit.passage))
        return [unit for unit in units if str(year) in unit.stems and _ELECTION & unit.stems.keys()][:2]


_NO_RESULTS = Gap(kind=GapKind.KIND, value="elections")


def _by_year(results: Sequence[ElectionResult]) -> dict[int, list[ElectionResult]]:
    grouped: dict[int, list[ElectionResult]] = {}
    for result in results:
        grouped.setdefault(result.year or 0, []).append(result)
    return grouped


def _state(gathering: Gathering, group: Sequence[ElectionResult], number: int, *, whole: bool) -> None:
    """State the results of one year; rows of a table first, what the prose says grouped with them.

    `whole` shows the sentence on which the prose leans before it.
    """
    rows = [result for result in group if not result.prose]
    prose = [result for result in group if result.prose]
    kind = _relation(rows, prose)
    for result in (*rows, *prose):
        if whole and result.prose and result.context is not None:
            gathering.quote(result.context)
        gathering.result(result, kind=kind, group=number if kind is not StatementKind.FACT else None)


def _relation(rows: Sequence[ElectionResult], prose: Sequence[ElectionResult]) -> StatementKind:
    """Tell whether table and prose agree on the votes, differ, or stand alone."""
    if not rows or not prose:
        return StatementKind.FACT
    counted = {result.votes.number for result in (*rows, *prose) if result.votes is not None}
    return StatementKind.AGREE if len(counted) == 1 else StatementKind.DIFFER


def _result_notes(gathering: Gathering, results: Sequence[ElectionResult]) -> tuple[Note, ...]:
    found: list[Note] = []
    years = {result.year for result in results}
    if len(years) > 1:
        found.append(Note(kind=NoteKind.DIFFERENT_CONTESTS))
    for year in sorted(year for year in years if year is not None):
        bases = {
            result.share.base
            for result in results
            if result.year == year and result.share is not None and result.share.base
        }
        if len(bases) > 1:
            found.append(Note(kind=NoteKind.DIFFERENT_BASES, text=None))
    blank = (result for result in results if result.seats is not None and not result.seats.text)
    found += (Note(kind=NoteKind.BLANK_CELL, citation=gathering.cite(each.citation)) for each in blank)
    return tuple(found)


def _topic(results: Sequence[ElectionResult]) -> Topic:
    entities = dict.fromkeys(result.entity for result in results if result.entity)
    years = dict.fromkeys(result.year for result in results if result.year is not None)
    return Topic(entities=tuple(entities), years=tuple(years), attribute=ELECTIONS)
