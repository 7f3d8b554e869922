"""Ask the questions of a set and compare what comes with what is expected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from knowledge.evaluation.calibration import Judged, calibrate
from knowledge.evaluation.directions import Directions
from knowledge.evaluation.gold import fold, holds
from knowledge.evaluation.places import Place, Places
from knowledge.evaluation.question_set import Question
from knowledge.evaluation.report import Measure, Miss, Proportion, Report, Scores
from knowledge.models import Answer, Document, Language, Outcome, Passage, Topic

Marks = Mapping[Measure, bool]
"""The measures that apply to one answer, and whether it meets them."""


class Examinee(Protocol):
    """What a question set is put to: an assistant."""

    def ask(self, question: str, *, language: Language | None = None, topic: Topic | None = None) -> Answer:
        """Answer a question; `topic` is what a follow-up inherits."""

    def sources(self) -> Sequence[Document]:
        """List the documents that the answers quote."""

    def passages(self, document: str) -> Sequence[Passage]:
        """List every passage of a document in reading order."""


class _Marked(NamedTuple):
    question: Question
    answer: Answer
    marks: Marks
    where: tuple[Place, ...]


def score(assistant: Examinee, questions: Iterable[Question]) -> Report:
    """Ask every question and report how many answers are as expected."""
    places, directions = Places(assistant.sources()), Directions(assistant)
    marked = [_mark(question, _reply(assistant, question), places) for question in questions]
    return Report(
        overall=_scores(marked),
        by_set=_grouped(marked, lambda one: one.question.file or None),
        by_language=_grouped(marked, lambda one: one.question.language),
        by_direction=_grouped(marked, lambda one: directions.of(one.question, one.where)),
        by_kind=_grouped(marked, lambda one: one.question.kind),
        calibration=calibrate(map(_judge, marked)),
        misses=tuple(_miss(one) for one in marked if not all(one.marks.values())),
        unplaced=tuple(one.question.id for one in marked if places.lack(one.question)),
    )


def _reply(assistant: Examinee, question: Question) -> Answer:
    """Ask a question after the questions that it follows up."""
    topic: Topic | None = None
    for earlier in question.after:
        topic = assistant.ask(earlier, language=question.language, topic=topic).topic
    return assistant.ask(question.text, language=question.language, topic=topic)


def _mark(question: Question, answer: Answer, places: Places) -> _Marked:
    marks: dict[Measure, bool] = {}
    where = places.find(question)
    if not question.answerable:
        marks[Measure.HELD] = answer.outcome is not Outcome.ANSWERED
    elif question.golds:
        marks[Measure.LEAD] = _leads(question, answer)
        marks[Measure.SHOWN] = _shows(question, answer)
    if question.answerable and where:
        marks[Measure.CITE1] = any(place.meets(citation) for citation in answer.citations[:1] for place in where)
    if answer.citations:
        marks[Measure.VERBATIM] = all(map(places.say, answer.citations))
    return _Marked(question, answer, marks, where)


def _judge(one: _Marked) -> Judged:
    """Tell whether the best evidence answers: the first citation is the right line, and it or the lead holds gold."""
    first = one.answer.citations[:1]
    said = [fold(text) for text in (one.answer.lead, *(citation.quote for citation in first))]
    golds = [fold(gold) for gold in one.question.golds]
    right = (
        one.question.answerable
        and bool(first)
        and one.marks.get(Measure.CITE1, True)
        and (not golds or any(holds(text, gold) for text in said for gold in golds))
    )
    return Judged(one.answer.confidence, right, one.question.answerable)


def _leads(question: Question, answer: Answer) -> bool:
    lead = fold(answer.lead)
    return answer.outcome is Outcome.ANSWERED and any(holds(lead, fold(gold)) for gold in question.golds)


def _shows(question: Question, answer: Answer) -> bool:
    """Tell whether any one gold answer, and one of each group, stands anywhere in the reply."""
    said = {answer.lead, *(one.text for one in answer.statements), *(one.quote for one in answer.citations)}
    reply = [fold(text) for text in said]
    groups = (question.gold_answers, *question.gold_all) if question.gold_answers else question.gold_all
    return all(any(holds(text, fold(gold)) for gold in group for text in reply) for group in groups)


def _scores(marked: Sequence[_Marked]) -> Scores:
    def proportion(measure: Measure) -> Proportion:
        met = [one.marks[measure] for one in marked if measure in one.marks]
        return Proportion.count(sum(met), len(met))

    return Scores(
        questions=len(marked),
        lead=proportion(Measure.LEAD),
        shown=proportion(Measure.SHOWN),
        cite1=proportion(Measure.CITE1),
        held=proportion(Measure.HELD),
        verbatim=proportion(Measure.VERBATIM),
    )


def _grouped(marked: Sequence[_Marked], key: Callable[[_Marked], str | None]) -> dict[str, Scores]:
    groups: dict[str, list[_Marked]] = {}
    for one in marked:
        if (name := key(one)) is not None:
            groups.setdefault(name, []).append(one)
    return {name: _scores(groups[name]) for name in sorted(groups)}


def _miss(one: _Marked) -> Miss:
    question, answer, marks, _ = one
    first = answer.citations[0] if answer.citations else None
    return Miss(
        id=question.id,
        language=question.language,
        kind=question.kind,
        question=question.text,
        failed=tuple(measure for measure, met in marks.items() if not met),
        expected=question.golds if question.answerable else (),
        outcome=answer.outcome,
        came=answer.lead or (answer.statements[0].text if answer.statements else ""),
        cited=f"{first.document}[{first.start}:{first.end}]" if first else None,
    )
