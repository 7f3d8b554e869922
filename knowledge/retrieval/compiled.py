"""The same candidates as `maxscore`, by loops that numba compiles: where it is installed, for large corpora.

A loop costs nothing to begin, so that fewer postings are added up before the rest is looked up, and only what was
added to is cleared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar, cast

import numba
import numpy as np
import numpy.typing as npt

from knowledge.retrieval.index import IndexDamaged
from knowledge.retrieval.maxscore import SINGLE, SLACK, TINY, Sums, Wanted
from knowledge.retrieval.postings import Impacts, Numbers
from knowledge.retrieval.segment import Segment

_Places = npt.NDArray[np.int64]
_LOOKUP = 60
"""Postings that are added up in the time in which a term is looked up for a text."""
_BLOCK = 256
"""Texts that are looked at together."""
_SAMPLED = 64
"""One of so many blocks is looked at to estimate how many texts are near."""

_F = TypeVar("_F", bound=Callable[..., Any])


def _compiled(function: _F) -> _F:
    """Let numba compile a function when it is first called, and keep what it made where there is a folder for it."""
    try:
        return cast("_F", numba.njit(nogil=True, cache=True)(function))
    except RuntimeError:  # neither this folder nor the person's own cache can be written
        return cast("_F", numba.njit(nogil=True)(function))


class _Lists(NamedTuple):
    """The postings of the terms of a question, in the order in which they count."""

    numbers: Numbers
    impacts: Impacts
    starts: _Places
    ends: _Places
    weights: Sums
    rests: npt.NDArray[np.float64]
    """The most that each term and those after it can add, and 0 at last."""


class Compiled:
    """Finds candidates with compiled code; safe to share between threads."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._slack = SLACK / segment.drift**2
        self._free: dict[type[np.floating], list[Sums]] = {np.float32: [], np.float64: []}
        self._compile()

    def candidates(self, wanted: Sequence[Wanted], limit: int) -> tuple[Numbers, Sums]:
        """Give every text that can be among the best, ascending, and the sum of its impacts as they were weighed."""
        dtype = np.float32 if len(wanted) <= SINGLE else np.float64
        if not (wanted and limit):
            return np.empty(0, np.int32), np.empty(0, dtype)
        postings = self._segment.postings
        if postings.sound is not None:
            for term in wanted:
                postings.sound(term.place)
        places = np.array([term.place for term in wanted])
        lists = _Lists(
            numbers=postings.numbers,
            impacts=postings.impacts,
            starts=postings.starts[places],
            ends=postings.starts[places + 1],
            weights=np.array([term.weight for term in wanted], dtype),
            rests=np.cumsum([0.0, *(term.peak for term in reversed(wanted))])[::-1],
        )
        sums = self._borrow(dtype)
        added, least = _add_up(lists, sums, limit, self._slack)
        # numpy compares eight texts at a time.
        texts = np.flatnonzero(sums >= dtype(least)).astype(np.int32)
        reached = sums[texts]
        self._give_back(sums)
        left = _settle(lists, texts, reached, added, limit, self._slack)
        return texts[:left], reached[:left]

    def _compile(self) -> None:
        """Compile now what the first question would wait for; a damaged file is left for that to find."""
        postings = self._segment.postings
        if len(postings.vocabulary):
            term = Wanted(0, 1.0, float(postings.peaks[0]), postings.holding(0))
            with suppress(IndexDamaged):
                for terms in (1, SINGLE + 1):
                    self.candidates([term] * terms, 1)

    def _borrow(self, dtype: type[np.floating]) -> Sums:
        """Take zeros, one for each text, that no other thread uses; no sum reaches anything where a text is gone."""
        try:
            return self._free[dtype].pop()
        except IndexError:
            sums = np.zeros(self._segment.postings.size, dtype=dtype)
            sums[self._segment.gone] = -np.inf
            return sums

    def _give_back(self, sums: Sums) -> None:
        sums.fill(0)
        sums[self._segment.gone] = -np.inf
        self._free[sums.dtype.type].append(sums)


@_compiled
def _add_up(lists: _Lists, sums: Sums, limit: int, slack: float) -> tuple[int, float]:
    """Add up terms until the rest is better looked up; give how many, and the sum that makes a text a candidate."""
    best = np.zeros(limit, sums.dtype)
    floor = 0.0
    left = (lists.ends - lists.starts).sum()
    for added in range(len(lists.weights)):
        ahead = len(lists.weights) - added
        if lists.rests[added] < floor:
            least = floor - lists.rests[added]
            if ahead * _LOOKUP * _near(sums, least) < left:
                return added, least
        start, end = lists.starts[added], lists.ends[added]
        best[:] = floor / slack
        _add(lists.numbers[start:end], lists.impacts[start:end], lists.weights[added], sums, best)
        floor = best[0] * slack
        left -= end - start
    return len(lists.weights), max(floor, TINY)


@_compiled
def _add(numbers: Numbers, impacts: Impacts, weight: float, sums: Sums, best: Sums) -> None:
    """Add up postings of a term; among the sums that they reach, keep the highest in a heap."""
    for at in range(len(numbers)):
        reached = sums[numbers[at]] + impacts[at] * weight
        sums[numbers[at]] = reached
        if reached > best[0]:
            _replace_lowest(best, reached)


@_compiled
def _replace_lowest(best: Sums, score: float) -> None:
    """Put a score in the place of the lowest of a heap."""
    place = 0
    while True:
        child = 2 * place + 1
        if child >= len(best):
            break
        if child + 1 < len(best) and best[child + 1] < best[child]:
            child += 1
        if best[child] >= score:
            break
        best[place] = best[child]
        place = child
    best[place] = score


@_compiled
def _near(sums: Sums, least: float) -> int:
    """Estimate how many texts reach a sum."""
    near = 0
    for first in range(0, len(sums), _BLOCK * _SAMPLED):
        for reached in sums[first : first + _BLOCK]:
            near += reached >= least
    return near * _SAMPLED


@_compiled
def _settle(lists: _Lists, texts: Numbers, reached: Sums, added: int, limit: int, slack: float) -> int:
    """Look up the rest of the terms for the texts that can still be among the best; give how many these are."""
    left = len(texts)
    for term in range(added, len(lists.weights) + 1):
        best = np.zeros(limit, reached.dtype)
        for number in range(left):
            if reached[number] > best[0]:
                _replace_lowest(best, reached[number])
        least = best[0] * slack - lists.rests[term]
        kept = 0
        for number in range(left):
            if reached[number] >= least:
                texts[kept], reached[kept] = texts[number], reached[number]
                if term < len(lists.weights):
                    at = _first(lists.numbers, lists.starts[term], lists.ends[term], texts[kept])
                    if at < lists.ends[term] and lists.numbers[at] == texts[kept]:
                        reached[kept] += lists.impacts[at] * lists.weights[term]
                kept += 1
        left = kept
    return left


@_compiled
def _first(numbers: Numbers, start: int, end: int, text: int) -> int:
    """Give the first place whose number is no less than a text's."""
    while start < end:
        middle = (start + end) // 2
        if numbers[middle] < text:
            start = middle + 1
        else:
            end = middle
    return start
