"""The shipped library's answers are no worse than the floors of `floors.toml`.

A failure shows aggregate figures alone: the questions of the held half are for nobody's eyes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from knowledge import evaluation
from knowledge.evaluation import Measure
from tests.answering.club import library

SETS = tuple(sorted(Path(__file__).parent.glob("*.jsonl")))
FLOORS = evaluation.read_floors(SETS)

# Counting the branches of hundreds of answers takes a minute and tells nothing new.
pytestmark = [pytest.mark.slow, pytest.mark.no_cover]


@cache
def shares(file: str) -> dict[Measure, float | None]:
    """Score one question set; its misses, which hold the questions, are let go."""
    overall = evaluation.score(library(), evaluation.read(Path(file))).overall
    return {measure: overall.of(measure).share for measure in Measure}


@pytest.mark.parametrize(
    ("file", "measure", "floor"),
    [
        pytest.param(file, measure, floor, id=f"{Path(file).name}-{measure}")
        for file, floors in FLOORS.items()
        for measure, floor in floors.items()
    ],
)
def test_a_question_set_is_answered_well_enough(file: str, measure: Measure, floor: float) -> None:
    share = shares(file)[measure]
    assert share is not None
    assert share >= floor, {name: share and round(share, 3) for name, share in shares(file).items()}


@pytest.mark.parametrize("file", [pytest.param(str(path), id=path.name) for path in SETS])
def test_every_set_has_a_floor_of_verbatim_quotes(file: str) -> None:
    assert FLOORS[file][Measure.VERBATIM] == 1.0
