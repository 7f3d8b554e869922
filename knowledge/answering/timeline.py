"""`timeline`: dated passages in order, those without a year last."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering.quoting import LEAD_LIMIT
from knowledge.answering.statements import Gathering
from knowledge.answering.subjects import Subjects, former, of_former
from knowledge.facts.store import FactStore
from knowledge.models import (
    Answer,
    Event,
    Gap,
    GapKind,
    Language,
    Note,
    NoteKind,
    Outcome,
    Subject,
    Topic,
)


class Timelines:
    """Answers `timeline`."""

    def __init__(self, facts: FactStore, subjects: Subjects) -> None:
        self._facts = facts
        self._subjects = subjects

    def timeline(self, name: str | None, language: Language) -> Answer:
        """Answer with the dated passages of a name, or of all documents."""
        if name is None or not name.strip():
            return _answer(self._facts, "", self._facts.events(), language)
        found = self._subjects.find(name)
        if not found.entities:
            return Answer(
                question=found.typed,
                language=language,
                outcome=Outcome.NOT_FOUND,
                confidence=0.0,
                missing=(Gap(kind=GapKind.NAME, value=found.typed),),
                suggestions=found.nearest,
            )
        events: dict[tuple[str, int, str], Event] = {}
        subjects = []
        for entity in found.entities:
            alias = former(entity, found.read_as or found.typed)
            period = alias.period if alias is not None else None
            of_today = Subject(id=entity.id, name=entity.shown)
            subjects.append(of_former(entity, alias, period) if alias is not None and period is not None else of_today)
            for event in self._facts.events(entity.id):
                year = event.date.year
                if period is None or (year is not None and period.holds(year)):
                    events.setdefault((event.citation.document, event.citation.start, event.text), event)
        ordered = sorted(events.values(), key=lambda event: event.date.order)
        return _answer(self._facts, found.typed, tuple(ordered), language, subjects, found.read_as)


def _answer(
    facts: FactStore,
    name: str,
    events: tuple[Event, ...],
    language: Language,
    subjects: Sequence[Subject] = (),
    read_as: str | None = None,
) -> Answer:
    gathering = Gathering(facts, language)
    for event in events:
        gathering.event(event)
    relative = tuple(
        Note(kind=NoteKind.RELATIVE_DATE, citation=gathering.cite(event.citation))
        for event in events
        if event.date.year is None and event.date.month is None and event.date.day is None
    )
    subject = subjects[0] if len(subjects) == 1 else None
    topic = Topic(entities=tuple(each.id for each in subjects))
    if not events:
        return Answer(
            question=name,
            language=language,
            outcome=Outcome.NOT_FOUND,
            confidence=0.0,
            missing=(Gap(kind=GapKind.KIND, value="when"),),
            subject=subject,
            topic=topic,
        )
    lead = gathering.citations[0].quote
    return Answer(
        question=name,
        language=language,
        outcome=Outcome.ANSWERED,
        confidence=1.0,
        lead=lead if len(lead) <= LEAD_LIMIT else "",
        statements=gathering.statements,
        citations=gathering.citations,
        notes=relative,
        subject=subject,
        topic=topic,
        interpretation=read_as,
    )
