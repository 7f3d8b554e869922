"""A report beside an earlier one: which measures fell, and which questions are missed anew."""

from __future__ import annotations

from typing import NamedTuple

from knowledge.evaluation.report import Measure, Miss, Report


class Fall(NamedTuple):
    """A measure that is lower than it was, over all questions."""

    measure: Measure
    before: float
    now: float | None
    """None where nothing is asked any more that the measure counts."""


def falls(report: Report, before: Report) -> tuple[Fall, ...]:
    """List the measures that fell."""
    pairs = [(each, before.overall.of(each).share, report.overall.of(each).share) for each in Measure]
    return tuple(
        Fall(measure, earlier, now)
        for measure, earlier, now in pairs
        if earlier is not None and (now is None or now < earlier)
    )


def newly_missed(report: Report, before: Report) -> tuple[Miss, ...]:
    """List the questions that fail a measure which they did not fail before."""
    known = {miss.id: set(miss.failed) for miss in before.misses}
    return tuple(miss for miss in report.misses if not set(miss.failed) <= known.get(miss.id, set()))
