"""Whether `confidence` means what it says: of the answers that it calls 0.8 sure, eight in ten should be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge.models.documents import Model

BINS = 10
ANSWERED_SHARE = 0.95
"""Of the answerable questions, at the point where false answers are counted."""


class Judged(NamedTuple):
    """A reply's confidence, and whether its best evidence answers the question."""

    confidence: float
    right: bool
    answerable: bool


class Bin(Model):
    """The questions whose confidence lies from `low` up to `high`."""

    low: float
    high: float
    questions: int
    confidence: float
    """The mean of what was said."""
    right: float
    """The share of questions whose best evidence answers."""


class Calibration(Model):
    """How far confidence is from what it says."""

    questions: int
    error: float | None
    """The expected calibration error, 0 to 1 (Naeini, Cooper and Hauskrecht 2015); None where nothing was asked."""
    bins: tuple[Bin, ...]
    """Those of ten equally wide ones that hold questions, the unsure first."""
    false_answers: float | None
    """Share of the unanswerable that are answered where 95 % of the answerable are; None where either lacks."""


def calibrate(judged: Iterable[Judged]) -> Calibration:
    """Compare what confidence says with how often it is right."""
    every = tuple(judged)
    filled: dict[int, list[Judged]] = {}
    for one in every:
        filled.setdefault(min(int(one.confidence * BINS), BINS - 1), []).append(one)
    bins = tuple(_bin(number, filled[number]) for number in sorted(filled))
    apart = sum(each.questions * abs(each.confidence - each.right) for each in bins)
    return Calibration(
        questions=len(every),
        error=apart / len(every) if every else None,
        bins=bins,
        false_answers=_false_answers(every),
    )


def _bin(number: int, judged: Sequence[Judged]) -> Bin:
    count = len(judged)
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        questions=count,
        confidence=sum(one.confidence for one in judged) / count,
        right=sum(one.right for one in judged) / count,
    )


def _false_answers(judged: Sequence[Judged]) -> float | None:
    answerable = sorted((one.confidence for one in judged if one.answerable), reverse=True)
    unanswerable = [one.confidence for one in judged if not one.answerable]
    if not answerable or not unanswerable:
        return None
    # The least confidence that still answers as many: rounded up, so that it is never fewer than the share.
    last = -int(-ANSWERED_SHARE * len(answerable) // 1) - 1
    return sum(confidence >= answerable[last] for confidence in unanswerable) / len(unanswerable)
