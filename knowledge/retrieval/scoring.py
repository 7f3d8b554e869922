"""Terms → scores: every passage's, some passages', or those of the best, as if all segments were one.

terms ─ weighed over all segments ─┬→ segment ─ candidates ─ exact scores ─┐
                                   └→ segment ─ candidates ─ exact scores ─┴ best
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Protocol

import numpy as np
import numpy.typing as npt

from knowledge.retrieval.maxscore import MaxScore, Sums, Wanted, find, highest
from knowledge.retrieval.postings import Numbers, idf
from knowledge.retrieval.segment import Segment
from knowledge.retrieval.vocabulary import UNKNOWN

Scores = npt.NDArray[np.float64]
_Weighed = tuple[Wanted | None, ...]
"""A term in each segment, None where no text of it holds the term."""
_REMEMBERED = 50_000
"""Terms whose weights are kept at hand."""
COMPILED_FROM = 20_000
"""Texts of a segment above which it is worth a second of a start to load compiled code."""


class Finder(Protocol):
    """Finds the texts of a segment that can be among the best."""

    def candidates(self, wanted: Sequence[Wanted], limit: int) -> tuple[Numbers, Sums]:
        """Give them, ascending, and for each the sum of its impacts as they were weighed."""
        ...


class Scorer:
    """Scores passages for questions given as terms; safe to share between threads."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        self.size = sum(segment.postings.size - len(segment.gone) for segment in segments)
        """How many passages there are."""
        self._finders = [_finder(segment) for segment in segments]
        self._met: dict[str, _Weighed | None] = {}

    @property
    def compiled(self) -> bool:
        """Tell whether compiled code finds the best."""
        return not all(isinstance(finder, MaxScore) for finder in self._finders)

    def knows(self, term: str) -> bool:
        """Tell whether any passage holds a term."""
        return self._holding(self._find([term])[0]) > 0

    def idf(self, term: str) -> float:
        """Give a term's weight; an unknown term weighs as much as one that a single passage holds."""
        weighed = self._met.get(term)  # those that passages were just scored by
        if weighed is not None:
            return next(each.weight for each in weighed if each is not None)
        return idf(self._holding(self._find([term])[0]) or 1, self.size) if self.size else 1.0

    def scores(self, terms: Sequence[str]) -> Scores:
        """Score every passage, shape (passages,); 0 exactly where one shares no term."""
        scores = np.zeros(self.size)
        for segment, wanted in self._wanted(terms):
            sums = np.zeros(segment.postings.size)
            for term in wanted:
                numbers, impacts = segment.postings.of(term.place)
                np.add.at(sums, numbers, segment.exact(numbers, impacts) * np.float64(term.weight))
            segment.put(sums, scores)
        return scores

    def scores_of(self, terms: Sequence[str], passages: Numbers) -> Scores:
        """Score some passages, given in ascending order."""
        scores = np.zeros(len(passages))
        for segment, wanted in self._wanted(terms):
            held, texts = segment.texts_of(passages)
            scores[held] = _sum_of(segment, wanted, texts)
        return scores

    def best(self, terms: Sequence[str], limit: int) -> tuple[Numbers, Scores]:
        """Give the numbers and scores of the best passages, best first, of equals the earlier; each shares a term."""
        found: list[Numbers] = []
        scores: list[Scores] = []
        for finder, (segment, wanted) in zip(self._finders, self._wanted(terms), strict=True):
            texts, sums = finder.candidates(wanted, limit)
            if len(texts) > limit:
                floor = highest(sums, limit) / segment.drift**2 if limit else np.inf
                kept = sums >= floor
                texts, sums = texts[kept], sums[kept]
            if segment.drift > 1.0:
                sums = _sum_of(segment, wanted, texts)
            found.append(segment.passages_of(texts))
            scores.append(sums.astype(np.float64))
        passages, reached = np.concatenate(found), np.concatenate(scores)
        order = np.lexsort((passages, -reached))[:limit]
        return passages[order], reached[order]

    def matched(self, terms: Sequence[str], passages: Numbers) -> list[tuple[str, ...]]:
        """List for each of some passages which of some terms it holds, in the order of the terms."""
        order = np.argsort(passages)
        own = [segment.texts_of(passages[order]) for segment in self.segments]
        held: list[list[str]] = [[] for _ in order]
        for term, places in zip(terms, self._find(terms), strict=True):
            for segment, place, (which, texts) in zip(self.segments, places, own, strict=True):
                if place != UNKNOWN:
                    found, _ = find(texts, segment.postings.of(place)[0])
                    for passage in order[which][found].tolist():
                        held[passage].append(term)
        return [tuple(each) for each in held]

    def _wanted(self, terms: Sequence[str]) -> list[tuple[Segment, list[Wanted]]]:
        """Weigh the terms that are known; in each segment the most telling for its length first."""
        counts = Counter(terms)
        met = self._met
        new = [term for term in counts if term not in met]
        if new:
            if len(met) > _REMEMBERED:
                met = self._met = {}
                new = list(counts)
            met.update(zip(new, map(self._weigh, self._find(new)), strict=True))
        known = [(weighed, count) for weighed, count in ((met[name], counts[name]) for name in counts) if weighed]
        return [
            (segment, sorted((term.times(count) for each, count in known if (term := each[number])), key=_order))
            for number, segment in enumerate(self.segments)
        ]

    def _find(self, terms: Sequence[str]) -> list[tuple[int, ...]]:
        """Give the places of each term, one in each segment."""
        if not self.segments:
            return [()] * len(terms)
        return list(zip(*(segment.postings.vocabulary.find(terms) for segment in self.segments), strict=True))

    def _holding(self, places: Sequence[int]) -> int:
        known = ((segment, place) for segment, place in zip(self.segments, places, strict=True) if place != UNKNOWN)
        return sum(segment.holding(place) for segment, place in known)

    def _weigh(self, places: Sequence[int]) -> _Weighed | None:
        holding = self._holding(places)
        if not holding:
            return None
        weight = idf(holding, self.size)
        return tuple(
            None
            if place == UNKNOWN
            else Wanted(place, weight, weight * float(segment.postings.peaks[place]), segment.postings.holding(place))
            for segment, place in zip(self.segments, places, strict=True)
        )


def _finder(segment: Segment) -> Finder:
    """Choose how candidates are found: by compiled code in a large segment, where numba is installed."""
    if segment.postings.size > COMPILED_FROM and find_spec("numba"):
        from knowledge.retrieval.compiled import Compiled

        return Compiled(segment)
    return MaxScore(segment)


def _order(term: Wanted) -> tuple[float, int]:
    return term.holding / term.peak, term.place


def _sum_of(segment: Segment, wanted: Sequence[Wanted], texts: Numbers) -> Sums:
    """Add up what terms say of texts, given in ascending order."""
    sums = np.zeros(len(texts))
    for term in wanted:
        numbers, impacts = segment.postings.of(term.place)
        held, at = find(texts, numbers)
        sums[held] += segment.exact(texts[held], impacts[at]) * np.float64(term.weight)
    return sums
