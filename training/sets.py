"""Training sets: folders with a `corpus` and its `questions.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.evaluation import Question, read

CORPUS, QUESTIONS = "corpus", "questions.jsonl"
GROUP = "group"
"""What a question's line says of where it comes from: an article, a passage."""
ELSEWHERE = "elsewhere"
"""What it says of whether other lines than the evidence may answer as well."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A question of a training set."""

    question: Question
    group: str
    """No group is in two folds."""
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """A corpus and the questions that are put to it."""

    name: str
    corpus: Path
    questions: tuple[Posed, ...]


def find(folder: Path) -> Iterator[TrainingSet]:
    """Read the training sets in a folder, one folder each, by name."""
    for path in sorted(folder.glob(f"*/{QUESTIONS}")):
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        questions = read(path)
        posed = (
            Posed(question, str(line.get(GROUP) or question.id), bool(line.get(ELSEWHERE)))
            for line, question in zip(lines, questions, strict=True)
        )
        yield TrainingSet(path.parent.name, path.parent / CORPUS, tuple(posed))
