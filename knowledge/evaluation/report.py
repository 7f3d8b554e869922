"""What scoring found: proportions with their uncertainty, and the questions that were missed."""

from __future__ import annotations

from enum import StrEnum
from math import sqrt
from typing import Self

from knowledge.evaluation.calibration import Calibration
from knowledge.models import Language, Outcome
from knowledge.models.documents import Model

_Z = 1.959963984540054
"""The two-sided 95 % point of the normal distribution."""


class Measure(StrEnum):
    """What is asked of an answer; each measure counts only the questions that it applies to."""

    LEAD = "lead"
    """Answered, and a gold answer stands in the lead."""
    SHOWN = "shown"
    """Gold anywhere in the reply."""
    CITE1 = "cite1"
    """The first citation lies in the line of the evidence, or holds the evidence."""
    HELD = "held"
    """Unanswerable, and not answered."""
    VERBATIM = "verbatim"
    """Every quote is what its document says at that place."""


class Proportion(Model):
    """How many of how many; `low` and `high` bound the share with 95 % confidence (Wilson 1927)."""

    hits: int
    asked: int
    share: float | None
    """None where nothing was asked."""
    low: float
    high: float

    @classmethod
    def count(cls, hits: int, asked: int) -> Self:
        """Make the proportion of `hits` in `asked`."""
        if not asked:
            return cls(hits=0, asked=0, share=None, low=0.0, high=1.0)
        share = hits / asked
        spread = _Z * _Z / asked
        centre = (share + spread / 2) / (1 + spread)
        margin = _Z * sqrt(share * (1 - share) / asked + spread / (4 * asked)) / (1 + spread)
        low, high = max(0.0, min(centre - margin, share)), min(1.0, max(centre + margin, share))
        return cls(hits=hits, asked=asked, share=share, low=low, high=high)


class Scores(Model):
    """The measures over some questions."""

    questions: int
    lead: Proportion
    shown: Proportion
    cite1: Proportion
    held: Proportion
    verbatim: Proportion

    def of(self, measure: Measure) -> Proportion:
        """Give the proportion of one measure."""
        by_measure = {
            Measure.LEAD: self.lead,
            Measure.SHOWN: self.shown,
            Measure.CITE1: self.cite1,
            Measure.HELD: self.held,
            Measure.VERBATIM: self.verbatim,
        }
        return by_measure[measure]


class Miss(Model):
    """A question that failed a measure."""

    id: str
    language: Language
    kind: str | None
    question: str
    failed: tuple[Measure, ...]
    expected: tuple[str, ...]
    """The gold answers; empty where no answer was expected."""
    outcome: Outcome
    came: str
    """What was shown first; empty where nothing was."""
    cited: str | None = None
    """The first citation: document and span."""


class Report(Model):
    """The scores of a question set."""

    overall: Scores
    by_set: dict[str, Scores]
    """By the file that the questions stand in."""
    by_language: dict[str, Scores]
    by_direction: dict[str, Scores]
    """By the languages of question and evidence, like `es→en`; without those that lead into no one language."""
    by_kind: dict[str, Scores]
    calibration: Calibration
    misses: tuple[Miss, ...]
    unplaced: tuple[str, ...]
    """Ids of answerable questions whose evidence no document holds; cite1 leaves them out."""
