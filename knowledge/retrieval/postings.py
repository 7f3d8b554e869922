"""Which texts hold a term, and how much it says of each: BM25 worked out beforehand, in flat arrays.

The score of a text is the sum, over the terms of a question, of idf × impact (Robertson and Zaragoza 2009,
section 3.3). The idf is log(1 + (N - n + .5) / (n + .5)), positive exactly where a term is present; the impact is
f (k1 + 1) / (f + k1 (1 - b + b l / mean)) of a text of l terms that holds the term f times.

place ── starts ──→ numbers ▕ 3 │ 17 │ 40 ▏ texts that hold the term, ascending
                    impacts ▕ .9│ 1.4│ .7 ▏ what it says of each
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from knowledge.retrieval.vocabulary import Vocabulary

K1 = 1.0
B = 0.5
Numbers = npt.NDArray[np.int32]
Impacts = npt.NDArray[np.float32]
_Count = TypeVar("_Count", np.int32, np.float64)


class Size(NamedTuple):
    """How large a set of texts is."""

    texts: int
    terms: int
    """Occurrences of terms in all of them."""

    @classmethod
    def of(cls, lengths: Numbers) -> Size:
        """Measure texts of so many terms each."""
        return cls(len(lengths), int(lengths.sum(dtype=np.int64)))

    def beside(self, other: Size) -> Size:
        """Measure two sets together."""
        return Size(self.texts + other.texts, self.terms + other.terms)

    def without(self, other: Size) -> Size:
        """Measure a set without a part of it."""
        return Size(self.texts - other.texts, self.terms - other.terms)

    @property
    def mean(self) -> float:
        """Give the mean length, 1 where no text has a term."""
        return self.terms / self.texts if self.terms else 1.0


NOTHING = Size(0, 0)


def idf(holding: int, size: int) -> float:
    """Give the weight of a term that `holding` of `size` texts hold."""
    return math.log(1 + (size - holding + 0.5) / (holding + 0.5))


def weigh(frequencies: npt.NDArray[_Count], lengths: Numbers, mean: float) -> npt.NDArray[np.float64]:
    """Give the impacts of terms that occur so often in texts of so many terms; `mean` is that of all texts."""
    return frequencies * (K1 + 1) / (frequencies + K1 * (1 - B + B * lengths / mean))


def unweigh(impacts: Impacts, lengths: Numbers, mean: float) -> npt.NDArray[np.float64]:
    """Give back the frequencies that were weighed, as whole numbers; past some thousands they are only nearly so.

    The impact of so frequent a term changes by less than a float32 can tell.
    """
    exact = impacts.astype(np.float64)
    return np.rint(exact * K1 * (1 - B + B * lengths / mean) / (K1 + 1 - exact))


@dataclass(frozen=True, slots=True)
class Postings:
    """The inverted index of a sequence of texts, immutable; its arrays lie in memory or are mapped from a file."""

    vocabulary: Vocabulary
    starts: npt.NDArray[np.int64]
    """Where the postings of each term begin, and at last where all end: shape (terms + 1,)."""
    numbers: Numbers
    """Texts that hold a term, ascending for each term."""
    impacts: Impacts
    """What the term says of each, without its idf."""
    peaks: Impacts
    """The highest impact of each term: shape (terms,)."""
    lengths: Numbers
    """The number of terms of each text: shape (texts,)."""
    words: npt.NDArray[np.uint8]
    """Every word that the texts were written with, folded, in UTF-8, one a line."""
    mean: float
    """The mean length that the impacts were weighed with."""
    sound: Callable[[int], None] | None = None
    """Called with a place before its postings are used; raises where they are damaged."""

    @property
    def size(self) -> int:
        """Count the texts."""
        return len(self.lengths)

    def holding(self, place: int) -> int:
        """Count the texts that hold a term."""
        return int(self.starts[place + 1]) - int(self.starts[place])

    def of(self, place: int) -> tuple[Numbers, Impacts]:
        """Give the texts that hold a term, and what it says of each."""
        if self.sound is not None:
            self.sound(place)
        held = slice(int(self.starts[place]), int(self.starts[place + 1]))
        return self.numbers[held], self.impacts[held]
