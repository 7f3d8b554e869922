"""Ways to ask, checked and parted into words: flat arrays, in memory or mapped from a file.

forms ── bounds ──→ asking  ▕ 3 │ 17 │ 40 ▏ asks that hold a form
things ─ starts ──→ letters ▕ When was …  ▏ their asks, one after the other
         held_from → held   ▕ 5 │ 9 │ 31  ▏ forms that any ask for the thing holds, ascending
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.models import AnswerKind, Bilingual, Expansion, Language, Span
from knowledge.retrieval.parting import NAMED, Numbers, Words
from knowledge.retrieval.vocabulary import Vocabulary, arrange
from knowledge.text.names import NameMatcher

Places = npt.NDArray[np.int32]
Letters = npt.NDArray[np.uint8]
KindOf = Callable[[str], AnswerKind]
"""Names the kind of answer that a way to ask wants."""
KINDS = tuple(AnswerKind)
UNREAD = len(KINDS)
_NONE = -1
"""Stands where a thing has no answer of its own, or is told."""
_LANGUAGES: tuple[Language, ...] = ("en", "es")


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts one after the other, in UTF-8 and a line each, read one by one."""

    letters: Letters
    ends: Places
    """Where each ends; the next begins after its newline."""

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> str:
        start = int(self.ends[number - 1]) + 1 if number else 0
        return _decode(self.letters[start : int(self.ends[number])])

    def __iter__(self) -> Iterator[str]:
        return (self[number] for number in range(len(self)))

    def whole(self) -> str:
        """Give all of them."""
        return _decode(self.letters)


@dataclass(frozen=True, slots=True)
class Parted:
    """What curators wrote is asked for, thing by thing, with the words of every ask."""

    documents: tuple[str, ...]
    asks: Texts
    spoken: Letters
    """The number of each ask's language."""
    starts: Places
    """The first ask for each thing, and at last how many asks there are."""
    spans: Places
    """Of each thing: document, start and end, start and end of the answer, number of the gap; shape (things, 6)."""
    gaps: Texts
    """What no document tells, in English and Spanish in turn."""
    vocabulary: Vocabulary
    bounds: Places
    """Where the asks that hold a form begin in `asking`."""
    asking: Places
    lengths: npt.NDArray[np.float64]
    """The weight of the words of each ask."""
    naming: npt.NDArray[np.bool_]
    """Whether an ask names anyone."""
    held_from: Places
    held: Places
    kinds: Letters
    """The number of the kind of answer that each ask wants; UNREAD where it was not looked at yet."""

    def weight(self, place: int) -> float:
        """Give the weight of a form by how many asks hold it."""
        return _weight(len(self.asks), int(self.bounds[place + 1]) - int(self.bounds[place]))

    @property
    def stranger(self) -> float:
        """Give the weight of a word that no ask holds."""
        return _weight(len(self.asks), 1)

    def holding(self, place: int) -> Places:
        """Give the asks that hold a form, as often as they do."""
        return self.asking[self.bounds[place] : self.bounds[place + 1]]


@dataclass(frozen=True, slots=True)
class AskedSpan:
    """A span with the ways to ask for it, read from the arrays when they are looked at."""

    parted: Parted
    number: int

    @property
    def asks(self) -> range:
        """Number the ways to ask for it."""
        starts = self.parted.starts
        return range(int(starts[self.number]), int(starts[self.number + 1]))

    @property
    def document(self) -> str:
        """Name the document."""
        return self.parted.documents[int(self.parted.spans[self.number, 0])]

    @property
    def span(self) -> Span:
        """Give the whole sentences, field or row."""
        return int(self.parted.spans[self.number, 1]), int(self.parted.spans[self.number, 2])

    @property
    def answer(self) -> Span | None:
        """Give the words of the span that answer, if curators chose some."""
        start, end = int(self.parted.spans[self.number, 3]), int(self.parted.spans[self.number, 4])
        return None if start == _NONE else (start, end)

    @property
    def tells(self) -> bool:
        """Tell whether the span answers; curators also write what is asked of it that it does not tell."""
        return int(self.parted.spans[self.number, 5]) == _NONE

    @property
    def missing(self) -> Bilingual | None:
        """Say what is asked for that no document tells."""
        gap = int(self.parted.spans[self.number, 5])
        gaps = self.parted.gaps
        return None if gap == _NONE else Bilingual(en=gaps[2 * gap], es=gaps[2 * gap + 1])

    def written(self) -> Expansion:
        """Give it as curators wrote it, with every way to ask."""
        asks = tuple((_LANGUAGES[int(self.parted.spoken[ask])], self.parted.asks[ask]) for ask in self.asks)
        return Expansion(document=self.document, span=self.span, answer=self.answer, missing=self.missing, asks=asks)


def part(expansions: Sequence[Expansion], names: NameMatcher, kind_of: KindOf | None = None) -> Parted:
    """Part the asks of expansions into words; `kind_of` names what kind of answer each wants, which is slow."""
    asks = [ask for expansion in expansions for ask in expansion.asks]
    starts = _after(np.array([len(expansion.asks) for expansion in expansions], dtype=np.int64))
    met = Words(names)
    numbers, of_asks = met.read(asks)
    used = np.bincount(of_asks, minlength=len(met.words)) > 0  # words that stand in names alone are never sought
    words = [word for word, stands in zip(met.words, used.tolist(), strict=True) if stands]
    of_asks = (np.cumsum(used) - 1)[of_asks]
    known: dict[str, int] = {}
    forms = np.array([known.setdefault(form, len(known)) for word in words for form in word], dtype=np.int64)
    vocabulary, places = arrange(list(known))
    forms = places.astype(np.int64)[forms]
    sizes = np.array([len(word) for word in words], dtype=np.int64)
    each, asking = _spread(forms, sizes, numbers, of_asks)
    bounds = _after(np.bincount(each, minlength=len(known)))
    of_size = {size: _weight(len(asks), size) for size in set(np.diff(bounds).tolist())}
    weights = np.array([of_size[size] for size in np.diff(bounds).tolist()])
    heaviest = np.maximum.reduceat(weights[forms], np.cumsum(sizes) - sizes) if words else weights
    naming = np.array([word[0].startswith(NAMED) for word in words], dtype=bool)
    held_from, held = _held(each, asking, starts, len(known))
    documents = list(dict.fromkeys(expansion.document for expansion in expansions))
    return Parted(
        documents=tuple(documents),
        asks=_texts([ask for _, ask in asks]),
        spoken=np.array([_LANGUAGES.index(language) for language, _ in asks], dtype=np.uint8),
        starts=starts.astype(np.int32),
        spans=_spans(expansions, documents),
        gaps=_texts([said for each in expansions if each.missing for said in (each.missing.en, each.missing.es)]),
        vocabulary=vocabulary,
        bounds=bounds.astype(np.int32),
        asking=asking[np.argsort(each, kind="stable")].astype(np.int32),
        lengths=np.bincount(numbers, heaviest[of_asks] if len(of_asks) else None, minlength=len(asks)).astype(float),
        naming=np.bincount(numbers[naming[of_asks]] if len(of_asks) else numbers, minlength=len(asks)) > 0,
        held_from=held_from,
        held=held,
        kinds=np.array([KINDS.index(kind_of(ask)) if kind_of else UNREAD for _, ask in asks], dtype=np.uint8),
    )


def _weight(asks: int, holding: int) -> float:
    return math.log(1 + max(1, asks) / holding)


def _after(counts: npt.NDArray[Any]) -> Numbers:
    """Give where each of some stretches begins, and at last where all end."""
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


def _spread(forms: Numbers, sizes: Numbers, numbers: Numbers, of_asks: Numbers) -> tuple[Numbers, Numbers]:
    """Give every form of every word of every ask, and the number of that ask beside it."""
    held = sizes[of_asks]
    firsts = (np.cumsum(sizes) - sizes)[of_asks]
    places = np.repeat(firsts - np.cumsum(held) + held, held) + np.arange(held.sum())
    return forms[places], np.repeat(numbers, held)


def _held(forms: Numbers, asking: Numbers, starts: Numbers, known: int) -> tuple[Places, Places]:
    """Gather for each thing the forms that any ask for it holds."""
    things = np.searchsorted(starts, asking, side="right") - 1
    pairs = np.sort(things * max(1, known) + forms)
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    bounds = np.searchsorted(pairs, np.arange(len(starts)) * max(1, known))
    return bounds.astype(np.int32), (pairs % max(1, known)).astype(np.int32)


def _spans(expansions: Sequence[Expansion], documents: Sequence[str]) -> Places:
    rows, gaps = [], 0
    for each in expansions:
        gap = gaps if each.missing is not None else _NONE
        gaps += each.missing is not None
        rows.append((documents.index(each.document), *each.span, *(each.answer or (_NONE, _NONE)), gap))
    return np.array(rows, dtype=np.int32).reshape(-1, 6)


def _texts(texts: Sequence[str]) -> Texts:
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    ends = np.cumsum([len(text) + 1 for text in encoded], dtype=np.int64) - 1
    return Texts(np.frombuffer(b"".join(text + b"\n" for text in encoded), np.uint8), ends.astype(np.int32))


def _decode(letters: Letters) -> str:
    return letters.tobytes().decode("utf-8", "surrogatepass")
