"""Questions that name years of elections and want figures or names of them: answered by the rows of tables."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering.statements import Gathering, tell
from knowledge.facts.store import FactStore
from knowledge.models import (
    Answer,
    AnswerKind,
    ElectionResult,
    Language,
    Note,
    NoteKind,
    Outcome,
    Query,
    StatedFact,
    Statement,
    StatementKind,
    Topic,
)

ELECTIONS = "elections"
"""The attribute of questions, and topic of follow-ups, about election results."""
_SURE = 0.9
_VOTES = {"en": "votes", "es": "votos"}


class Contests:
    """Answers what the cells of a row say, asked for by year."""

    def __init__(self, facts: FactStore) -> None:
        self._facts = facts

    def compared(self, query: Query) -> Answer | None:
        """Set the results of several years side by side, without a judgement; None where that is not asked."""
        if query.kind is not AnswerKind.COMPARISON or query.attribute != ELECTIONS or len(query.years) < 2:
            return None
        rows = [row for year in sorted(query.years) for row in self._rows(query, year)]
        if {row.year for row in rows} != set(query.years):
            return None
        gathering = Gathering(self._facts, query.language)
        for row in rows:
            gathering.result(row)
        notes = [Note(kind=NoteKind.DIFFERENT_CONTESTS)] if len({row.contest for row in rows}) > 1 else []
        notes += [
            Note(kind=NoteKind.DIFFERENT_BASES, citation=gathering.cite(row.citation))
            for row in rows
            if self._told_otherwise(row)
        ]
        lead = "; ".join(in_words(row, query.language) for row in rows)
        return self._answer(query, gathering, lead, notes)

    def followed_up(self, query: Query) -> Answer | None:
        """Say one cell of the year that a follow-up names; None where it asks for something else."""
        if not query.inherited or len(query.years) != 1 or query.attribute is None:
            return None
        rows = self._rows(query, query.years[0])
        values = {_cell(row, query.attribute) for row in rows}
        value = values.pop() if len(values) == 1 else None
        if not value or not value.strip():
            return None
        gathering = Gathering(self._facts, query.language)
        label = self._facts.label(query.attribute, query.language)
        lead = tell(label, str(query.years[0]), [value], query.language)
        stated = StatedFact(
            entity=rows[0].entity or "",
            attribute=query.attribute,
            label=label,
            value=value,
            start=str(query.years[0]),
            end=str(query.years[0]),
        )
        gathering.add(
            Statement(
                text=lead,
                kind=StatementKind.FACT,
                citations=(gathering.cite(rows[0].citation),),
                fact=stated,
                result=gathering.figures(rows[0]),
            )
        )
        reading = f"{label.lower()}, {self._facts.label(ELECTIONS, query.language).lower()} {query.years[0]}"
        return self._answer(query, gathering, lead, (), reading)

    def _rows(self, query: Query, year: int) -> list[ElectionResult]:
        rows = (result for result in self._facts.results(year) if not result.prose)
        return [row for row in rows if not query.entities or row.entity in query.entities]

    def _told_otherwise(self, row: ElectionResult) -> bool:
        """Tell whether prose gives other figures for the year of a row."""
        prose = (result for result in self._facts.results(row.year) if result.prose and result.votes)
        return any(row.votes and each.votes and each.votes.number != row.votes.number for each in prose)

    def _answer(
        self,
        query: Query,
        gathering: Gathering,
        lead: str,
        notes: Sequence[Note],
        interpretation: str | None = None,
    ) -> Answer:
        entities = dict.fromkeys(each.entity for each in self._facts.results() if each.entity)
        return Answer(
            question=query.text,
            language=query.language,
            outcome=Outcome.ANSWERED,
            confidence=_SURE,
            lead=lead,
            statements=gathering.statements,
            citations=gathering.citations,
            notes=tuple(notes),
            topic=Topic(entities=query.entities or tuple(entities), years=query.years, attribute=ELECTIONS),
            interpretation=interpretation,
        )


def _cell(row: ElectionResult, attribute: str) -> str | None:
    """Give the words of the cell that an attribute names."""
    figures = {"votes": row.votes, "share": row.share, "seats": row.seats}
    if attribute in figures:
        figure = figures[attribute]
        return figure.text if figure is not None else None
    return {"candidate": row.candidate, "list": row.list, "contest": row.contest}.get(attribute)


def in_words(result: ElectionResult, language: Language) -> str:
    """Say a result in one breath, figures as the source writes them: “2016: 10,720 votes, 0.51%”."""
    if result.phrase:
        return f"{result.year}: {result.phrase}" if result.year else result.phrase
    figures = []
    if result.votes is not None and result.votes.text:
        word = "" if _VOTES[language] in result.votes.text else f" {_VOTES[language]}"
        figures.append(f"{result.votes.text}{word}")
    if result.share is not None and result.share.text:
        sign = "" if "%" in result.share.text else ("%" if language == "en" else " %")
        figures.append(f"{result.share.text}{sign}")
    told = ", ".join(figures) or result.candidate or result.citation.quote
    return f"{result.year}: {told}" if result.year else told
