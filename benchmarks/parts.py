"""Measure what the parts of an answer cost, by timing the functions that they are made of while questions are asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from statistics import median
from typing import NamedTuple
from unittest.mock import patch

from benchmarks.library import second_start
from benchmarks.table import Row
from knowledge.answering import evidence, signs
from knowledge.answering.evidence import Judge
from knowledge.answering.model import Model
from knowledge.assistant import Assistant
from knowledge.evaluation import Question
from knowledge.retrieval.asks import AskIndex
from knowledge.retrieval.translation import Interpreter

Place = tuple[object, str]
"""A class or module, and the name of a function in it."""
JUDGE: tuple[Place, ...] = ((Judge, "weigh"),)
ASKS: tuple[Place, ...] = ((AskIndex, "match"),)
VERDICT: tuple[Place, ...] = ((signs, "read"), (signs, "values"), (Model, "certainty"), (evidence, "rule"))
TRANSLATION: tuple[Place, ...] = ((Interpreter, "render"),)


class Cost(NamedTuple):
    """Milliseconds of a question, median."""

    ranker: float
    verdict: float
    both: float


def rows(questions: Sequence[Question]) -> Iterator[Row]:
    """Say what of an answer from the library is the ranker's and the verdict's."""
    with second_start() as assistant:
        cost = _weighing(assistant, questions)
    yield Row("of it the ranker", "ms", cost.ranker)
    yield Row("of it the verdict", "ms", cost.verdict)
    yield Row("ranker and verdict together", "ms", cost.both, goal=2)


def time_translation(assistant: Assistant, questions: Sequence[Question]) -> float:
    """Time what reading a question in the other language takes, in milliseconds: the median."""
    return median(spent for (spent,) in _spent(assistant, questions, TRANSLATION))


def _weighing(assistant: Assistant, questions: Sequence[Question]) -> Cost:
    """Part what is weighed: what curators wrote is matched for the ranker and the verdict alike, and is neither."""
    parted = [
        (judge - asks - verdict, verdict)
        for judge, asks, verdict in _spent(assistant, questions, JUDGE, ASKS, VERDICT)
        if judge  # a question that is settled before is not weighed
    ]
    rankers, verdicts = zip(*parted, strict=True)
    return Cost(median(rankers), median(verdicts), median(map(sum, parted)))


def _spent(assistant: Assistant, questions: Sequence[Question], *parts: Sequence[Place]) -> Iterator[list[float]]:
    """Ask each question after one that is not counted, and give the milliseconds spent in each part."""
    assistant.ask(questions[0].text, language=questions[0].language)
    with ExitStack() as stack:
        clocks = [stack.enter_context(_timed(places)) for places in parts]
        for question in questions:
            before = [clock() for clock in clocks]
            assistant.ask(question.text, language=question.language)
            yield [clock() - earlier for clock, earlier in zip(clocks, before, strict=True)]


@contextmanager
def _timed(places: Sequence[Place]) -> Iterator[Callable[[], float]]:
    """Add up the milliseconds spent in some functions, none of which calls another of them."""
    spent = 0.0

    def timing(function: Callable[..., object]) -> Callable[..., object]:
        def timed(*given: object, **named: object) -> object:
            nonlocal spent
            started = time.perf_counter()
            try:
                return function(*given, **named)
            finally:
                spent += (time.perf_counter() - started) * 1000

        return timed

    with ExitStack() as stack:
        for owner, name in places:
            stack.enter_context(patch.object(owner, name, timing(getattr(owner, name))))
        yield lambda: spent
