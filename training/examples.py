"""Questions with known answers → what the ranker and the verdict would have to weigh."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from knowledge.answering.ranker import FEATURES, Ranked
from knowledge.assistant import Assistant
from knowledge.bootstrap import open_assistant
from knowledge.evaluation import Question
from knowledge.evaluation.gold import fold, holds
from knowledge.evaluation.places import Place, Places
from knowledge.models import AnswerKind, Topic
from training.sets import Posed, TrainingSet

Matrix = npt.NDArray[np.float64]
_values = attrgetter(*FEATURES)
_NOT_WEIGHED = frozenset({AnswerKind.SMALL_TALK, AnswerKind.INSTRUCTION})


@dataclass(frozen=True, slots=True)
class Example:
    """One question: its ranked units, which of them answer, and the signs of the first."""

    set: str
    group: str
    answerable: bool
    elsewhere: bool
    """Whether units outside the evidence may answer as well."""
    units: Matrix
    """Features of the units, best first by the weights in force, shape (units, features)."""
    right: npt.NDArray[np.bool_]
    """Whether each unit answers, shape (units,)."""
    signs: tuple[float, ...]


def extract(sets: Iterable[TrainingSet]) -> Iterator[Example]:
    """Ask the questions of some sets; those that find nothing or ask nothing are left out."""
    for each in sets:
        assistant = open_assistant(each.corpus)
        places = Places(assistant.sources())
        for posed in each.questions:
            example = _example(assistant, posed, places, each.name)
            if example is not None:
                yield example
        assistant.close()


def _example(assistant: Assistant, posed: Posed, places: Places, name: str) -> Example | None:
    question = posed.question
    topic: Topic | None = None
    for earlier in question.after:
        topic = assistant.ask(earlier, language=question.language, topic=topic).topic
    query, evidence = assistant.evidence(question.text, language=question.language, topic=topic)
    if not evidence.ranked or query.kind in _NOT_WEIGHED:
        return None
    where = places.find(question) if question.answerable else ()
    return Example(
        set=name,
        group=posed.group,
        elsewhere=posed.elsewhere,
        answerable=question.answerable,
        units=np.array([_values(each.features) for each in evidence.ranked]),
        right=np.array([_answers(each, question, where) for each in evidence.ranked]),
        signs=evidence.signs,
    )


def _answers(ranked: Ranked, question: Question, where: Iterable[Place]) -> bool:
    """Tell whether a unit lies in a line of the evidence and holds a gold answer, if any is known."""
    unit = ranked.unit
    lies = any(
        place.document == unit.passage.document and place.line[0] <= unit.start and unit.end <= place.line[1]
        for place in where
    )
    text = fold(unit.text)
    return lies and (not question.golds or any(holds(text, fold(gold)) for gold in question.golds))
