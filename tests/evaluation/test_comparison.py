"""A report beside an earlier one says what fell and what is missed anew."""

from __future__ import annotations

from knowledge.evaluation import Fall, Measure, Report, falls, newly_missed, score
from knowledge.models import Answer
from tests.evaluation.scripted import Scripted, answer, question

HELD = "The congress was held in Mexico City."
GOLD = question(id="gold", question="where?", gold_answers=["Mexico City"])
UNTOLD = question(id="untold", question="who?", answerable=False)


def report(**came: Answer) -> Report:
    return score(Scripted({f"{name}?": each for name, each in came.items()}), [GOLD, UNTOLD])


def test_nothing_falls_beside_itself() -> None:
    same = report(where=answer(HELD))
    assert falls(same, same) == ()
    assert newly_missed(same, same) == ()


def test_each_measure_that_fell_is_named() -> None:
    before, now = report(where=answer(HELD)), report(where=answer(HELD, lead=""), who=answer(HELD))
    assert falls(now, before) == (Fall(Measure.LEAD, 1.0, 0.0), Fall(Measure.HELD, 1.0, 0.0))
    assert [miss.id for miss in newly_missed(now, before)] == ["gold", "untold"]


def test_a_measure_that_counts_nothing_any_more_fell() -> None:
    before = report(where=answer(HELD))
    now = score(Scripted({"where?": answer(HELD)}), [GOLD])
    assert falls(now, before) == (Fall(Measure.HELD, 1.0, None),)


def test_what_was_missed_before_is_not_missed_anew() -> None:
    before, now = report(where=answer(HELD, lead="")), report()
    assert [miss.failed for miss in newly_missed(now, before)] == [(Measure.LEAD, Measure.SHOWN)]
    assert newly_missed(before, now) == ()
