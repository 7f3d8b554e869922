"""A segment: the postings of some of the passages, and what has changed since they were made.

A corpus is one segment, and one more for what was added later. Documents that are gone stay in their segment until it
is merged, and are passed over. Impacts were weighed with the mean length of their day: where that has moved, they tell
the best to within the factor `drift`, and scores are worked out anew, from frequencies and lengths.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from knowledge.retrieval.postings import NOTHING, Impacts, Numbers, Postings, Size, unweigh, weigh

GONE = -1
Places = npt.NDArray[np.intp]
Scores = npt.NDArray[np.float64]


class Held(NamedTuple):
    """A document whose passages follow one another."""

    digest: bytes
    texts: int
    first: int
    """The number of its first passage, GONE where it is no more."""

    @property
    def passages(self) -> range:
        """Number its passages."""
        return range(self.first, self.first + self.texts)


class Part:
    """Postings with the documents that they are of, in the order of their texts; without these, text n is passage n."""

    def __init__(self, postings: Postings, documents: Sequence[Held] = (), path: Path | None = None) -> None:
        self.postings = postings
        self.documents = documents
        self.path = path
        """The file that holds them."""
        self.passages = _passages(documents)
        """The passage of each text, GONE where it is no more; None where each text is its own."""
        self.gone = np.flatnonzero(self.passages == GONE) if self.passages is not None else np.empty(0, np.intp)
        """Texts that are no more, ascending."""
        self.size = Size.of(postings.lengths).without(Size.of(postings.lengths[self.gone]))
        """The size of what is there."""

    @property
    def words(self) -> list[str]:
        """List the words that its texts were written with, folded; those of what is gone are among them."""
        return self.postings.words.tobytes().decode("utf-8", "surrogatepass").split()


class Segment:
    """A part beside the others: `mean` is the mean length of all texts that are there."""

    def __init__(self, part: Part, mean: float) -> None:
        self.postings, self._passages, self.gone = part.postings, part.passages, part.gone
        self._mean = mean
        self.drift = max(mean / self.postings.mean, self.postings.mean / mean)
        """How far an impact may be from what it would be today, as a factor."""
        self.missing = np.zeros(self.postings.size, dtype=np.bool_)
        self.missing[self.gone] = True
        if self._passages is not None:
            self._order = np.argsort(self._passages, kind="stable")[len(self.gone) :]
            self._ascending = self._passages[self._order]

    def holding(self, place: int) -> int:
        """Count the texts that hold a term and are still there."""
        if not len(self.gone):
            return self.postings.holding(place)
        return self.postings.holding(place) - int(self.missing[self.postings.of(place)[0]].sum())

    def exact(self, texts: Places | Numbers, impacts: Impacts) -> npt.NDArray[np.floating]:
        """Give what impacts on texts, one for one, are with the mean of today."""
        if self.drift == 1.0:
            return impacts
        lengths = self.postings.lengths[texts]
        return weigh(unweigh(impacts, lengths, self.postings.mean), lengths, self._mean)

    def put(self, sums: Scores, scores: Scores) -> None:
        """Put the sums of all texts where the scores of their passages stand."""
        if self._passages is None:
            scores[: len(sums)] = sums
        else:
            scores[self._ascending] = sums[self._order]

    def passages_of(self, texts: Numbers) -> Numbers:
        """Give the passages that texts are."""
        return texts if self._passages is None else self._passages[texts]

    def texts_of(self, passages: Numbers) -> tuple[Places | slice, Numbers]:
        """Tell which of some passages are texts of this segment, and which texts: in ascending order of these."""
        if self._passages is None:
            own = slice(0, int(passages.searchsorted(self.postings.size)))
            return own, passages[own]
        if not len(self._ascending):
            return np.empty(0, np.intp), passages[:0]
        at = self._ascending.searchsorted(passages)
        at[at == len(self._ascending)] = 0
        held = np.flatnonzero(self._ascending[at] == passages)
        texts = self._order[at[held]]
        order = np.argsort(texts)
        return held[order], texts[order].astype(np.int32)


def _passages(documents: Sequence[Held]) -> Numbers | None:
    """Give the number of the passage of each text."""
    first, texts = (np.array([getattr(held, name) for held in documents], np.int32) for name in ("first", "texts"))
    begun = np.cumsum(texts, dtype=np.int32) - texts
    if (first == begun).all():
        return None
    passages: Numbers = np.arange(int(texts.sum()), dtype=np.int32) + np.repeat(first - begun, texts)
    passages[np.repeat(first == GONE, texts)] = GONE
    return passages


def assemble(parts: Sequence[Part]) -> list[Segment]:
    """Make segments of the parts of an index, and work out the mean that they share."""
    mean = size_of(parts).mean
    return [Segment(part, mean) for part in parts]


def size_of(parts: Sequence[Part]) -> Size:
    """Measure what is there of parts together."""
    return reduce(Size.beside, (part.size for part in parts), NOTHING)
