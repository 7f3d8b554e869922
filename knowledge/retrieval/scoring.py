"""Terms → scores: every text's, some texts', or those of the best, without a look at the rest.

The best are found with MaxScore (Turtle and Flood 1995): terms count from the most telling to the least; once a
text that holds none of the terms so far could no longer come among the best, the rest of the terms are looked up
for the few texts that still could.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from knowledge.retrieval.postings import Numbers, Postings, idf
from knowledge.retrieval.vocabulary import UNKNOWN

Scores = npt.NDArray[np.float64]
_Sums = npt.NDArray[np.floating]
_SINGLE = 14
"""Terms whose float32 sums stay within 1e-6 of the score: each rounding is at most 2 ** -24, and there are n + 2."""
_BLOCK = 256
"""Texts of which one maximum is taken; sums are padded to a multiple."""
_CALLS, _LOOKUP = 8_000, 10
"""Postings that are added up in the time in which a term is looked up for no text, and for each text more."""
_SELDOM = 0.2
"""The share of what was added to that the rest may be when a look at the sums begins to pay."""
_REMEMBERED = 50_000
"""Terms whose weights are kept at hand."""
_TINY = float(np.finfo(np.float32).tiny)
_FEW = 64
"""The share of the texts among which a floor is looked for first."""
_SLACK = 1 - 1e-5
"""Keeps texts at the very edge, where sums are rounded."""


class Wanted(NamedTuple):
    """A term of a question."""

    place: int
    weight: float
    """Its idf, as often as the question has it."""
    peak: float
    """The most that it can add to a score."""
    holding: int

    def times(self, count: int) -> Wanted:
        """Give the term as a question has it that names it so often."""
        return self if count == 1 else Wanted(self.place, self.weight * count, self.peak * count, self.holding)


class Scorer:
    """Scores texts for questions given as terms; safe to share between threads."""

    def __init__(self, postings: Postings) -> None:
        self.postings = postings
        self._met: dict[str, Wanted | None] = {}
        self._free: dict[type[np.floating], list[_Sums]] = {np.float32: [], np.float64: []}

    def knows(self, term: str) -> bool:
        """Tell whether any text holds a term."""
        return self.postings.vocabulary.find([term])[0] != UNKNOWN

    def idf(self, term: str) -> float:
        """Give a term's weight; an unknown term weighs as much as one that a single text holds."""
        size = self.postings.size
        place = self.postings.vocabulary.find([term])[0]
        return idf(self.postings.holding(place) if place != UNKNOWN else 1, size) if size else 1.0

    def scores(self, terms: Sequence[str]) -> Scores:
        """Score every text, shape (texts,); 0 exactly where a text shares no term."""
        sums = np.zeros(self.postings.size)
        for term in self._wanted(terms):
            numbers, impacts = self.postings.of(term.place)
            np.add.at(sums, numbers, impacts * np.float64(term.weight))
        return sums

    def scores_of(self, terms: Sequence[str], texts: Numbers) -> Scores:
        """Score some texts, given in ascending order."""
        sums = np.zeros(len(texts))
        for term in self._wanted(terms):
            self._look_up(term, texts, sums)
        return sums

    def best(self, terms: Sequence[str], limit: int) -> tuple[Numbers, Scores]:
        """Give the numbers and scores of the best texts, best first, of equals the earlier; each shares a term."""
        wanted = self._wanted(terms)
        texts, sums = self._candidates(wanted, limit)
        if len(texts) > limit:
            floor = _highest(sums, limit) if limit else np.inf
            kept = sums >= floor
            texts, sums = texts[kept], sums[kept]
        order = np.lexsort((texts, -sums))[:limit]
        return texts[order], sums[order].astype(np.float64)

    def _wanted(self, terms: Sequence[str]) -> list[Wanted]:
        """Weigh the terms that are known, the most telling for its length first."""
        counts = Counter(terms)
        met = self._met
        new = [term for term in counts if term not in met]
        if new:
            if len(met) > _REMEMBERED:
                met = self._met = {}
                new = list(counts)
            met.update(zip(new, map(self._weigh, self.postings.vocabulary.find(new)), strict=True))
        wanted = [term.times(count) for term, count in ((met[name], counts[name]) for name in counts) if term]
        wanted.sort(key=lambda term: (term.holding / term.peak, term.place))
        return wanted

    def _weigh(self, place: int) -> Wanted | None:
        if place == UNKNOWN:
            return None
        holding = self.postings.holding(place)
        weight = idf(holding, self.postings.size)
        return Wanted(place, weight, weight * float(self.postings.peaks[place]), holding)

    def _candidates(self, wanted: Sequence[Wanted], limit: int) -> tuple[Numbers, _Sums]:
        """Give every text that can be among the best, and its score."""
        sums = self._borrow(np.float32 if len(wanted) <= _SINGLE else np.float64)
        try:
            added, rest = 0.0, sum(term.peak for term in wanted)
            left = sum(term.holding for term in wanted)
            look_at = _SELDOM
            for number, term in enumerate(wanted):
                ahead = len(wanted) - number
                if rest < look_at * added and left > _CALLS * ahead:
                    floor = self._floor(sums, wanted[:number], limit) * _SLACK
                    if rest < floor:
                        texts = np.flatnonzero(sums >= floor - rest).astype(np.int32)
                        if ahead * (_CALLS + _LOOKUP * len(texts)) < left:
                            return self._settle(texts, sums[texts], wanted[number:], limit)
                    look_at /= 2
                numbers, impacts = self.postings.of(term.place)
                np.add.at(sums, numbers, impacts * sums.dtype.type(term.weight))
                added, rest, left = added + term.peak, rest - term.peak, left - term.holding
            floor = max(self._floor(sums, wanted, limit), _TINY)
            texts = np.flatnonzero(sums >= floor).astype(np.int32)
            return texts, sums[texts]
        finally:
            self._give_back(sums)

    def _settle(self, texts: Numbers, sums: _Sums, rest: Sequence[Wanted], limit: int) -> tuple[Numbers, _Sums]:
        """Look up the rest of the terms for the texts that can still be among the best."""
        left = sum(term.peak for term in rest)
        for term in rest:
            if len(texts) > 4 * limit:
                floor = _highest(sums, limit)
                kept = sums >= floor * _SLACK - left
                texts, sums = texts[kept], sums[kept]
            self._look_up(term, texts, sums)
            left -= term.peak
        return texts, sums

    def _look_up(self, term: Wanted, texts: Numbers, sums: _Sums) -> None:
        """Add what a term says of texts, given in ascending order, to their sums."""
        numbers, impacts = self.postings.of(term.place)
        at = numbers.searchsorted(texts)
        at[at == len(numbers)] = 0
        held = np.flatnonzero(numbers[at] == texts)
        sums[held] += impacts[at[held]] * sums.dtype.type(term.weight)

    def _floor(self, sums: _Sums, added: Sequence[Wanted], limit: int) -> float:
        """Give a score that at least `limit` texts reach, 0 where none is known."""
        if not limit:
            return 0.0
        found = 0.0
        unread = len(sums) // _FEW
        for term in added:
            if limit <= term.holding <= unread:
                found = max(found, _highest(sums[self.postings.of(term.place)[0]], limit))
                unread -= term.holding
        if found:
            return found
        width = _BLOCK
        while width > 1 and len(sums) < 4 * limit * width:
            width //= 2
        peaks = sums.reshape(width, -1).max(axis=0)
        return _highest(peaks, limit) if limit <= len(peaks) else 0.0

    def _borrow(self, dtype: type[np.floating]) -> _Sums:
        """Take zeros, one for each text, that no other thread uses."""
        try:
            return self._free[dtype].pop()
        except IndexError:
            return np.zeros(-(-self.postings.size // _BLOCK) * _BLOCK, dtype=dtype)

    def _give_back(self, sums: _Sums) -> None:
        sums.fill(0)
        self._free[sums.dtype.type].append(sums)


def _highest(sums: _Sums, limit: int) -> float:
    """Give the lowest of the `limit` highest."""
    place = len(sums) - limit
    return float(np.partition(sums, place)[place])
