"""Texts → postings in a stream: only one stretch of texts is in memory at a time.

texts ─ analyzer ─→ numbers of terms ─ sort, stretch by stretch ─→ runs ─ scatter by term ─→ postings
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from knowledge.models import Language
from knowledge.retrieval.postings import NOTHING, Numbers, Postings, Size, weigh
from knowledge.retrieval.vocabulary import Vocabulary, arrange
from knowledge.text.analyzer import Analyzer
from knowledge.text.normalise import fold, words_of

Text = tuple[str, Language]
_STRETCH = 4_000_000
"""Occurrences of terms that are sorted at once: some 150 MB while it lasts."""


class Run(NamedTuple):
    """What a stretch of texts holds, by term and then by text."""

    terms: Numbers
    """Numbers of the terms, in the order in which they were first met."""
    counts: Numbers
    """How many of the texts hold each."""
    texts: Numbers
    frequencies: Numbers


class Room(Protocol):
    """Where arrays are put: in memory, or in a file."""

    def array(self, name: str, length: int, dtype: npt.DTypeLike) -> npt.NDArray[Any]:
        """Make an array of the postings."""
        ...

    def keep(self, run: Run) -> Run:
        """Keep a run until all of them are there."""
        ...


class Memory:
    """Keeps arrays in memory."""

    def array(self, name: str, length: int, dtype: npt.DTypeLike) -> npt.NDArray[Any]:
        """Make an array; its name says nothing here."""
        del name
        return np.empty(length, dtype=dtype)

    def keep(self, run: Run) -> Run:
        """Keep a run as it is."""
        return run


class _TermNumbers(dict[str, tuple[int, ...]]):
    """From a token to the numbers of its terms, filled as tokens are met."""

    def __init__(self, analyzer: Analyzer, language: Language, *, shouted: bool, known: dict[str, int]) -> None:
        super().__init__()
        self._analyzer, self._language, self._shouted, self._known = analyzer, language, shouted, known

    def __missing__(self, token: str) -> tuple[int, ...]:
        known = self._known
        terms = self._analyzer.of_token(token, self._language, self._shouted)
        numbers = self[token] = tuple([known.setdefault(term, len(known)) for term in terms])
        return numbers


def build(
    texts: Iterable[Text],
    analyzer: Analyzer,
    room: Room,
    told: Callable[[int], None] | None = None,
    others: Size = NOTHING,
) -> Postings:
    """Make the postings of texts that others stand beside; `told` how many are read, now and then.

    Words are looked up in this thread while another sorts: numpy lets go of the interpreter, Python does not.
    """
    known: dict[str, int] = {}
    words: set[str] = set()
    lengths = array("i")
    runs: list[Future[Run]] = []
    with ThreadPoolExecutor(1) as other:
        for first, stretch, held in _stretches(texts, analyzer, known, words, lengths):
            if len(runs) > 1:
                runs[-2].result()  # no more than two stretches at once
            runs.append(other.submit(lambda *of: room.keep(_sort(*of)), first, stretch, held))
            if told is not None:
                told(len(lengths))
        read = [run.result() for run in runs]
        return assemble(known, words, np.array(lengths, dtype=np.int32), read, room, others)


def _stretches(
    texts: Iterable[Text], analyzer: Analyzer, known: dict[str, int], words: set[str], lengths: array[int]
) -> Iterator[tuple[int, Numbers, Numbers]]:
    """Give the number of the first text of each stretch, its terms one after the other, and how many each text has."""
    tables: dict[tuple[Language, bool], _TermNumbers] = {}
    pending, first = array("i"), 0
    for text, language in texts:
        key = language, text.isupper()
        if key not in tables:
            tables[key] = _TermNumbers(analyzer, language, shouted=key[1], known=known)
        before = len(pending)
        pending.extend(chain.from_iterable(map(tables[key].__getitem__, words_of(text))))
        lengths.append(len(pending) - before)
        if len(pending) >= _STRETCH:
            yield first, np.array(pending), np.array(lengths[first:])
            pending, first = array("i"), len(lengths)
    words.update(fold(token) for table in tables.values() for token in table if token.isalpha())
    yield first, np.array(pending), np.array(lengths[first:])


def _sort(first: int, terms: Numbers, held: Numbers) -> Run:
    size = max(1, len(held))
    keys = terms.astype(np.int64)
    keys *= size
    keys += np.repeat(np.arange(len(held)), held)
    keys.sort()
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    by_term, texts = np.divmod(keys[starts], size)
    changes = np.flatnonzero(np.diff(by_term, prepend=-1))
    return Run(
        terms=by_term[changes].astype(np.int32),
        counts=np.diff(changes, append=len(by_term)).astype(np.int32),
        texts=(texts + first).astype(np.int32),
        frequencies=np.diff(starts, append=len(keys)).astype(np.int32),
    )


def assemble(
    known: dict[str, int],
    words: Iterable[str],
    lengths: Numbers,
    runs: Sequence[Run],
    room: Room,
    others: Size = NOTHING,
) -> Postings:
    """Give each term the postings that the runs hold of it, one run after the other."""
    arranged, places = arrange(list(known))
    vocabulary = Vocabulary(
        _put(room, "hashes", arranged.hashes),
        _put(room, "ends", arranged.ends),
        _put(room, "letters", arranged.letters),
    )
    holding = np.zeros(len(known), dtype=np.int64)
    for run in runs:
        holding[places[run.terms]] += run.counts
    starts = _put(room, "starts", np.concatenate(([0], np.cumsum(holding))))
    filled = starts[:-1].copy()
    numbers = room.array("numbers", int(starts[-1]), np.int32)
    impacts = room.array("impacts", int(starts[-1]), np.float32)
    mean = Size.of(lengths).beside(others).mean
    for run in runs:
        at = places[run.terms]
        ends = np.cumsum(run.counts, dtype=np.int64)
        targets = np.repeat(filled[at] - ends + run.counts, run.counts) + np.arange(len(run.texts))
        numbers[targets] = run.texts
        impacts[targets] = weigh(run.frequencies, lengths[run.texts], mean)
        filled[at] += run.counts
    peaks = np.maximum.reduceat(impacts, starts[:-1]) if len(known) else impacts[:0]
    written = np.frombuffer("\n".join(sorted(words)).encode("utf-8", "surrogatepass"), np.uint8)
    kept = _put(room, "peaks", peaks), _put(room, "lengths", lengths), _put(room, "words", written)
    return Postings(vocabulary, starts, numbers, impacts, *kept, mean)


def _put(room: Room, name: str, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    array_ = room.array(name, len(values), values.dtype)
    array_[:] = values
    return array_
