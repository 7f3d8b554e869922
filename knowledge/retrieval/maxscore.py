"""The texts of a segment that can be among the best, found without a look at the rest.

MaxScore (Turtle and Flood 1995): terms count from the most telling to the least; once a text that holds none of the
terms so far could no longer come among the best, the rest are looked up for the few texts that still could.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from knowledge.retrieval.postings import Numbers
from knowledge.retrieval.segment import Segment

Sums = npt.NDArray[np.floating]
SINGLE = 14
"""Terms whose float32 sums stay within 1e-6 of the score: each rounding is at most 2 ** -24, and there are n + 2."""
SLACK = 1 - 1e-5
"""Keeps texts at the very edge, where sums are rounded."""
_BLOCK = 256
"""Texts of which one maximum is taken; sums are padded to a multiple."""
_CALLS, _LOOKUP = 8_000, 10
"""Postings that are added up in the time in which a term is looked up for no text, and for each text more."""
_SELDOM = 0.2
"""The share of what was added to that the rest may be when a look at the sums begins to pay."""
TINY = float(np.finfo(np.float32).tiny)
_FEW = 64
"""The share of the texts among which a floor is looked for first."""


class Wanted(NamedTuple):
    """A term of a question in a segment."""

    place: int
    weight: float
    """Its idf, as often as the question has it."""
    peak: float
    """The most that it can add to a sum."""
    holding: int
    """Postings that it has, those of texts that are gone too."""

    def times(self, count: int) -> Wanted:
        """Give the term as a question has it that names it so often."""
        return self if count == 1 else Wanted(self.place, self.weight * count, self.peak * count, self.holding)


class MaxScore:
    """Finds candidates with numpy alone; safe to share between threads."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._postings = segment.postings
        self._slack = SLACK / segment.drift**2
        self._free: dict[type[np.floating], list[Sums]] = {np.float32: [], np.float64: []}

    def candidates(self, wanted: Sequence[Wanted], limit: int) -> tuple[Numbers, Sums]:
        """Give every text that can be among the best, ascending, and the sum of its impacts as they were weighed."""
        sums = self._borrow(np.float32 if len(wanted) <= SINGLE else np.float64)
        try:
            added, rest = 0.0, sum(term.peak for term in wanted)
            left = sum(term.holding for term in wanted)
            look_at = _SELDOM
            for number, term in enumerate(wanted):
                ahead = len(wanted) - number
                if rest < look_at * added and left > _CALLS * ahead:
                    floor = self._floor(sums, wanted[:number], limit) * self._slack
                    if rest < floor:
                        texts = np.flatnonzero(sums >= floor - rest).astype(np.int32)
                        if ahead * (_CALLS + _LOOKUP * len(texts)) < left:
                            return self._settle(texts, sums[texts], wanted[number:], limit)
                    look_at /= 2
                numbers, impacts = self._postings.of(term.place)
                np.add.at(sums, numbers, impacts * sums.dtype.type(term.weight))
                added, rest, left = added + term.peak, rest - term.peak, left - term.holding
            floor = max(self._floor(sums, wanted, limit) * self._slack, TINY)
            texts = np.flatnonzero(sums >= floor).astype(np.int32)
            return texts, sums[texts]
        finally:
            self._give_back(sums)

    def _settle(self, texts: Numbers, sums: Sums, rest: Sequence[Wanted], limit: int) -> tuple[Numbers, Sums]:
        """Look up the rest of the terms for the texts that can still be among the best."""
        left = sum(term.peak for term in rest)
        for term in rest:
            if len(texts) > 4 * limit:
                kept = sums >= highest(sums, limit) * self._slack - left
                texts, sums = texts[kept], sums[kept]
            held, at = find(texts, self._postings.of(term.place)[0])
            sums[held] += self._postings.of(term.place)[1][at] * sums.dtype.type(term.weight)
            left -= term.peak
        return texts, sums

    def _floor(self, sums: Sums, added: Sequence[Wanted], limit: int) -> float:
        """Give a score that at least `limit` texts reach, 0 where none is known."""
        if not limit:
            return 0.0
        found = 0.0
        unread = len(sums) // _FEW
        for term in added:
            if limit <= term.holding <= unread:
                found = max(found, highest(sums[self._postings.of(term.place)[0]], limit))
                unread -= term.holding
        if found:
            return found
        width = _BLOCK
        while width > 1 and len(sums) < 4 * limit * width:
            width //= 2
        peaks = sums.reshape(width, -1).max(axis=0)
        return max(0.0, highest(peaks, limit)) if limit <= len(peaks) else 0.0

    def _borrow(self, dtype: type[np.floating]) -> Sums:
        """Take zeros, one for each text, that no other thread uses; no sum reaches anything where a text is gone."""
        try:
            return self._free[dtype].pop()
        except IndexError:
            sums = np.zeros(-(-self._postings.size // _BLOCK) * _BLOCK, dtype=dtype)
            sums[self._segment.gone] = -np.inf
            return sums

    def _give_back(self, sums: Sums) -> None:
        sums.fill(0)
        sums[self._segment.gone] = -np.inf
        self._free[sums.dtype.type].append(sums)


def find(texts: Numbers, numbers: Numbers) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Tell which of some texts are among numbers, and where; both ascending, the numbers not empty."""
    at = numbers.searchsorted(texts)
    at[at == len(numbers)] = 0
    held = np.flatnonzero(numbers[at] == texts)
    return held, at[held]


def highest(sums: Sums, limit: int) -> float:
    """Give the lowest of the `limit` highest."""
    place = len(sums) - limit
    return float(np.partition(sums, place)[place])
