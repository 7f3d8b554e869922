"""Several parts of an index → one, without a look at the passages; what is gone is left out.

part ─ stretches of terms, frequencies ─→ runs ─┐
part ─ stretches of terms, frequencies ─→ runs ─┴ scatter by term ─→ postings, weighed with the mean of today
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from knowledge.retrieval.building import Room, Run, assemble
from knowledge.retrieval.postings import NOTHING, Numbers, Postings, Size, unweigh
from knowledge.retrieval.segment import GONE, Part, size_of

_STRETCH = 4_000_000
"""Postings that are read at once, of one term more where it has more: some 150 MB while it lasts."""
_UNTIDY = 8
"""A part is merged with those after it while it is not so many times as large as they are."""
_GONE = 1 / 8
"""The share of a part's texts from which it is made anew without those that are gone."""
_DRIFTED = 1.02
"""The change of the mean length from which a part is weighed anew: more texts are looked at than need be."""


def untidy(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Choose the parts that should be one; a text is merged as many times as an index grows eightfold, no more."""
    mean = size_of(parts).mean
    by_size = sorted(parts, key=lambda part: part.size.texts)
    chosen, texts = 0, 0
    for number, part in enumerate(by_size):
        if number and part.size.texts < _UNTIDY * texts:
            chosen = number + 1
        texts += part.size.texts
    worn = [
        part
        for part in by_size[chosen:]
        if len(part.gone) > _GONE * part.postings.size or not 1 / _DRIFTED < mean / part.postings.mean < _DRIFTED
    ]
    return (*by_size[:chosen], *worn)


def merge(parts: Sequence[Part], room: Room, others: Size = NOTHING) -> Postings:
    """Make one of parts: its texts are those that are still there, part by part; `others` are those beside it.

    Raises IndexDamaged where a part is.
    """
    known: dict[str, int] = {}
    runs: list[Run] = []
    lengths = []
    texts = 0
    for part in parts:
        gone = np.zeros(part.postings.size, dtype=np.bool_)
        gone[part.gone] = True
        numbers = np.where(gone, GONE, texts + np.cumsum(~gone) - 1).astype(np.int32)
        runs += (room.keep(run) for run in _runs(part.postings, numbers, known))
        lengths.append(part.postings.lengths[~gone])
        texts += len(lengths[-1])
    words = {word for part in parts for word in part.words}
    return assemble(known, words, np.concatenate(lengths), runs, room, others)


def _runs(postings: Postings, numbers: Numbers, known: dict[str, int]) -> Iterator[Run]:
    """Read postings as what a stretch of texts holds; `numbers` is the new number of each text, or GONE."""
    terms = postings.vocabulary.terms()
    for first, last in _stretches(postings.starts):
        if postings.sound is not None:
            any(map(postings.sound, range(first, last)))
        held = slice(int(postings.starts[first]), int(postings.starts[last]))
        texts = postings.numbers[held]
        renumbered = numbers[texts]
        there = renumbered != GONE
        counts = np.add.reduceat(there, postings.starts[first:last] - held.start, dtype=np.int32)
        frequencies = unweigh(postings.impacts[held][there], postings.lengths[texts[there]], postings.mean)
        held_terms = np.flatnonzero(counts)
        yield Run(
            terms=np.array([known.setdefault(terms[first + at], len(known)) for at in held_terms.tolist()], np.int32),
            counts=counts[held_terms],
            texts=renumbered[there],
            frequencies=frequencies.astype(np.int32),
        )


def _stretches(starts: npt.NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Cut terms into stretches of about as many postings each."""
    first, end = 0, len(starts) - 1
    while first < end:
        last = int(starts.searchsorted(starts[first] + _STRETCH, side="right")) - 1
        last = min(end, max(last, first + 1))
        yield first, last
        first = last
