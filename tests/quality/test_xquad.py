"""Answers from documents that nobody curated are no worse than these floors.

They are asked of XQuAD (Artetxe, Ruder and Yogatama 2020), where it lies beside the project.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from knowledge import evaluation
from knowledge.bootstrap import open_assistant
from knowledge.evaluation import Measure

FLOORS = {
    "en": {Measure.CITE1: 0.93, Measure.LEAD: 0.74},
    "es": {Measure.CITE1: 0.92, Measure.LEAD: 0.70},
}
XQUAD = Path(__file__).parents[3] / "shared" / "evaluation" / "xquad"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.no_cover,  # thousands of answers: counting their branches takes minutes and tells nothing new
    pytest.mark.skipif(not XQUAD.is_dir(), reason="no ../shared/evaluation/xquad beside the project"),
]


@cache
def shares(language: str) -> dict[Measure, float | None]:
    """Score the questions of a language, asked of documents in it."""
    questions = evaluation.read(XQUAD / f"questions.{language}.jsonl")
    overall = evaluation.score(open_assistant(XQUAD / f"{language}-full"), questions).overall
    return {measure: overall.of(measure).share for measure in Measure}


@pytest.mark.parametrize(
    ("language", "measure", "floor"),
    [(language, measure, floor) for language, floors in FLOORS.items() for measure, floor in floors.items()],
)
def test_strangers_questions_are_answered_well_enough(language: str, measure: Measure, floor: float) -> None:
    share = shares(language)[measure]
    assert share is not None
    assert share >= floor, {name: share and round(share, 3) for name, share in shares(language).items()}


@pytest.mark.parametrize("language", FLOORS)
def test_every_quote_is_verbatim(language: str) -> None:
    assert shares(language)[Measure.VERBATIM] == 1.0
