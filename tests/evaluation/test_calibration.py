"""Confidence is held against how often the best evidence answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.evaluation import Question, score
from knowledge.evaluation.calibration import ANSWERED_SHARE, Judged, calibrate
from knowledge.models import Answer, Outcome
from tests.evaluation.scripted import NOTHING, Scripted, answer, question

SENTENCE = "The congress was held in Mexico City."
judgements = st.lists(
    st.builds(Judged, st.floats(0, 1), st.booleans(), st.just(True))
    | st.builds(Judged, st.floats(0, 1), st.just(False), st.just(False)),
    max_size=60,
)


def test_the_error_of_a_known_case() -> None:
    sure = [Judged(0.9, True, True)] * 8 + [Judged(0.9, False, True)] * 2
    unsure = [Judged(0.25, False, False)] * 10
    calibration = calibrate([*sure, *unsure])
    assert [(each.low, each.questions, each.right) for each in calibration.bins] == [(0.2, 10, 0.0), (0.9, 10, 0.8)]
    assert calibration.error == pytest.approx((0.1 * 10 + 0.25 * 10) / 20)


def test_what_is_certain_lies_in_the_last_bin() -> None:
    (only,) = calibrate([Judged(1.0, True, True)]).bins
    assert (only.low, only.high) == (0.9, 1.0)


def test_false_answers_are_counted_where_nineteen_in_twenty_are_answered() -> None:
    answerable = [Judged(number / 20, True, True) for number in range(20)]  # all but the least sure: from 0.05
    unanswerable = [Judged(confidence, False, False) for confidence in (0.01, 0.04, 0.05, 0.5)]
    assert calibrate([*answerable, *unanswerable]).false_answers == 0.5


def test_no_questions_have_no_error() -> None:
    calibration = calibrate([])
    assert (calibration.questions, calibration.error, calibration.bins) == (0, None, ())
    assert calibration.false_answers is None


@given(judgements)
def test_the_error_is_no_more_than_a_bin_can_be_wrong(judged: list[Judged]) -> None:
    calibration = calibrate(judged)
    assert sum(each.questions for each in calibration.bins) == len(judged)
    assert calibration.error is None or 0 <= calibration.error <= 1


@given(judgements)
def test_enough_of_the_answerable_are_answered_and_no_more_than_need_be(judged: list[Judged]) -> None:
    told = [one.confidence for one in judged if one.answerable]
    untold = [one.confidence for one in judged if not one.answerable]
    found = calibrate(judged).false_answers
    if not told or not untold:
        assert found is None
        return
    enough = [point for point in told if sum(each >= point for each in told) >= ANSWERED_SHARE * len(told)]
    assert found == sum(each >= max(enough) for each in untold) / len(untold)


@pytest.mark.parametrize(
    ("expected", "came", "right"),
    [
        (question(gold_answers=["Mexico City"]), answer(SENTENCE), True),
        (question(gold_answers=["Mexico City"]), answer(SENTENCE, lead="", outcome=Outcome.RELATED), True),
        (question(gold_answers=["Puebla"]), answer(SENTENCE), False),
        (question(), answer(SENTENCE), True),  # nothing is said of what would be right
        (question(evidence=[{"document": "report", "quote": "10,720"}]), answer(SENTENCE), False),
        (question(evidence=[{"document": "report", "quote": "Mexico City"}]), answer(SENTENCE), True),
        (question(answerable=False), answer(SENTENCE), False),
        (question(), NOTHING, False),
    ],
)
def test_the_best_evidence_is_right_where_it_is_the_line_and_holds_the_gold(
    expected: Question, came: Answer, right: bool
) -> None:
    (only,) = score(Scripted({"?": came}), [expected]).calibration.bins
    assert only.right == float(right)
