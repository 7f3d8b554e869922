"""Expansions as a field of their own: ways to ask for a span lead to the span (Nogueira et al. 2019)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from knowledge.documents.placed import Placed
from knowledge.models import AnswerKind, Expansion, Span
from knowledge.retrieval.parted import KINDS, UNREAD, AskedSpan, KindOf, Parted, Places
from knowledge.retrieval.parting import NAMED, Numbers
from knowledge.retrieval.typical import Typical
from knowledge.retrieval.vocabulary import UNKNOWN

_OF_OTHERS = 0.6
"""What is left of the likeness to an ask that names others than the question does."""
_SEVERAL = 3
_LOOKED_AT = 100
"""Asks that are looked at one by one: the likest by their words."""
_TYPICAL = 8
"""Things asked for of which the likest ask is looked at, because the question is typical of them."""
_QUESTIONS = 8
"""Questions whose forms are remembered, those under way."""
Scores = npt.NDArray[np.float64]


class AskedFor:
    """One thing a span is asked for: by what curators wrote, or only by the words of an attribute."""

    __slots__ = ("_terms",)

    def __init__(self, terms: frozenset[str] = frozenset()) -> None:
        self._terms = terms

    @property
    def curated(self) -> bool:
        """Tell whether curators wrote how it is asked for."""
        return False

    def sharing(self, forms: frozenset[str]) -> frozenset[str]:
        """Choose the forms of a question that people ask for it in, entities as NAMED and their id."""
        return forms & self._terms

    def wants(self, kinds: Collection[AnswerKind]) -> bool:
        """Tell whether any way to ask wants one of some kinds of answer; nothing is known against it here."""
        del kinds
        return True


class CuratedFor(AskedFor):
    """One thing a span is asked for in ways that curators wrote."""

    __slots__ = ("_index", "span")

    def __init__(self, index: AskIndex, span: AskedSpan) -> None:
        super().__init__()
        self._index = index
        self.span = span

    @property
    def curated(self) -> bool:
        """Tell whether curators wrote how it is asked for."""
        return True

    def sharing(self, forms: frozenset[str]) -> frozenset[str]:
        """Choose the forms of a question that people ask for it in, entities as NAMED and their id."""
        return self._index.sharing(self.span.number, forms)

    def wants(self, kinds: Collection[AnswerKind]) -> bool:
        """Tell whether any way to ask wants one of some kinds of answer."""
        return any(self._index.kind(ask) in kinds for ask in self.span.asks)


@dataclass(frozen=True, slots=True)
class AskMatch:
    """How well a question matches the nearest way to ask for something."""

    asked_for: CuratedFor
    number: int
    """Of the nearest way to ask, among all."""
    likeness: float
    """Shared weight over mean weight (Dice), 0 to 1; what only means the same counts for less."""
    several: float
    """The mean likeness of the three nearest ways to ask for it."""
    typical: float
    """How typical the question is of all ways to ask for it, 0 to 1."""

    @property
    def ask(self) -> str:
        """Give the nearest way to ask for it."""
        return self.expansion.parted.asks[self.number]

    @property
    def expansion(self) -> AskedSpan:
        """Give what is asked for, as curators wrote it."""
        return self.asked_for.span


class AskIndex:
    """Ways to ask, found by the words and names they share with a question."""

    def __init__(self, parted: Parted, kind_of: KindOf) -> None:
        self._parted = parted
        self._typical = Typical(parted.starts)
        self._kind_of = kind_of
        self._kinds = bytearray(parted.kinds)
        self._entries = [CuratedFor(self, AskedSpan(parted, number)) for number in range(len(parted.spans))]
        self._placed = Placed((entry for entry in self._entries if entry.span.tells), _place)
        self._known = lru_cache(maxsize=_QUESTIONS)(self._look_up)

    def within(self, document: str, start: int, end: int) -> tuple[CuratedFor, ...]:
        """List what the spans within a stretch of a document are asked for, and tell."""
        return self._placed.within(document, start, end)

    def expansions(self) -> Iterator[Expansion]:
        """Give everything as curators wrote it."""
        return (entry.span.written() for entry in self._entries)

    def text(self) -> str:
        """Give every way to ask, a line each."""
        return self._parted.asks.whole()

    def kind(self, ask: int) -> AnswerKind:
        """Name the kind of answer that a way to ask wants; to find it out is what costs most here."""
        number = self._kinds[ask]
        if number == UNREAD:
            number = self._kinds[ask] = KINDS.index(self._kind_of(self._parted.asks[ask]))
        return KINDS[number]

    def sharing(self, number: int, forms: frozenset[str]) -> frozenset[str]:
        """Choose the forms that any way to ask for a thing holds."""
        known, parted = self._known(forms), self._parted
        held = parted.held[parted.held_from[number] : parted.held_from[number + 1]].tolist()
        return frozenset(map(known.forms.__getitem__, known.places.intersection(held)))

    def match(
        self,
        words: Sequence[Mapping[str, float]],
        forms: frozenset[str],
        fits: Callable[[AnswerKind], float],
        limit: int = 40,
    ) -> tuple[AskMatch, ...]:
        """Rank what is asked for by its likest ask, best first.

        Each word or name of the question comes as its forms, with how far each stands for it; `forms` holds all of
        them, and may hold more. `fits` tells how far the kind of answer that an ask wants is the one that the
        question wants, from 0 to 1.
        """
        sought = frozenset().union(*words)
        known = {form: place for place, form in self._known(forms).forms.items() if form in sought}
        holding = {form: self._parted.holding(place) for form, place in known.items()}
        typical = self._typical.weigh(words, holding)
        sharing, likeness = self._alike(words, known, holding)
        chosen = np.union1d(_likest(likeness), self._likest_of(typical, sharing, likeness))
        numbers = sharing[chosen]
        places = np.searchsorted(self._parted.starts, numbers, side="right") - 1
        by_entry: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for number, place, alike in zip(numbers.tolist(), places.tolist(), likeness[chosen].tolist(), strict=True):
            by_entry[place].append((alike, number))
        likest = sorted(by_entry.items(), key=lambda pair: -max(pair[1])[0])[:limit]
        matches = [self._best(place, asks, fits, float(typical[place])) for place, asks in likest]
        return tuple(sorted(matches, key=lambda match: -match.likeness))

    def _likest_of(self, typical: Scores, sharing: Numbers, likeness: Scores) -> Numbers:
        """Choose the likest ask for each thing that a question is most typical of, by its place in `sharing`."""
        things = np.flatnonzero(typical > typical.max(initial=0.0) / 2)
        things = things[np.argsort(-typical[things], kind="stable")][:_TYPICAL]
        firsts, beyond = (np.searchsorted(sharing, self._parted.starts[things + after]) for after in (0, 1))
        spans = zip(firsts.tolist(), beyond.tolist(), strict=True)
        return np.array([first + likeness[first:end].argmax() for first, end in spans if first < end], dtype=np.int64)

    def _alike(
        self, words: Sequence[Mapping[str, float]], known: Mapping[str, int], holding: Mapping[str, Places]
    ) -> tuple[Numbers, Scores]:
        """Give the asks that share anything with a question, and the likeness of each to it (Dice)."""
        parted = self._parted
        weights = {form: parted.weight(place) for form, place in known.items()}
        shared, held = np.zeros(len(parted.asks)), np.zeros(len(parted.asks))
        same_name = np.zeros(len(parted.asks), dtype=bool)
        length, named = 0.0, False
        for forms in words:
            own = (weights[form] for form, strength in forms.items() if strength >= 1 and form in weights)
            weight = max(own, default=parted.stranger)
            length += weight
            ranked = sorted((forms[form] * weights[form], form) for form in forms if form in weights)
            for strength, form in ranked:  # the strongest comes last
                held[holding[form]] = min(weight, strength)
                if form.startswith(NAMED):
                    same_name[holding[form]] = True
            for _, form in ranked:
                asks = holding[form]
                shared[asks] += held[asks]
                held[asks] = 0
            named = named or any(form.startswith(NAMED) for form in forms)
        numbers = np.flatnonzero(shared)
        likeness: Scores = 2 * shared[numbers] / np.maximum(length + parted.lengths[numbers], parted.stranger)
        if named:
            likeness[parted.naming[numbers] & ~same_name[numbers]] *= _OF_OTHERS
        return numbers, likeness

    def _best(
        self, place: int, asks: Sequence[tuple[float, int]], fits: Callable[[AnswerKind], float], typical: float
    ) -> AskMatch:
        """Weigh the likest asks for one thing by their kinds; those that can no longer be among them are not read."""
        best: list[tuple[float, int]] = []
        for alike, number in sorted(asks, key=lambda pair: (-pair[0], pair[1])):
            if len(best) == _SEVERAL and alike <= -best[-1][0]:
                break
            best = sorted([*best, (-alike * fits(self.kind(number)), number)])[:_SEVERAL]
        likeness, nearest = best[0]
        several = -sum(alike for alike, _ in best) / _SEVERAL
        return AskMatch(self._entries[place], nearest, -likeness, several, typical)

    def _look_up(self, forms: frozenset[str]) -> _Known:
        """Find the places of those forms that any ask holds."""
        listed = list(forms)
        places = self._parted.vocabulary.find(listed)
        known = {place: form for place, form in zip(places, listed, strict=True) if place != UNKNOWN}
        return _Known(known, frozenset(known))


@dataclass(frozen=True, slots=True)
class _Known:
    """The forms of a question that any ask holds, by their places."""

    forms: dict[int, str]
    places: frozenset[int]


def _likest(likeness: Scores) -> Numbers:
    """Choose the places of the highest likenesses, best first; of two alike, the one that was written first."""
    near = np.flatnonzero(likeness > likeness.max(initial=0.0) / 2)  # few, where thousands share a word
    chosen = near if len(near) >= _LOOKED_AT else np.arange(len(likeness))
    return chosen[np.argsort(-likeness[chosen], kind="stable")][:_LOOKED_AT]


def _place(entry: CuratedFor) -> tuple[str, Span]:
    return entry.span.document, entry.span.span
