"""Expansions as a field of their own: ways to ask for a span lead to the span (Nogueira et al. 2019)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from knowledge.documents.placed import Placed
from knowledge.models import Expansion, Language, Span
from knowledge.retrieval.parted import Forms, Kept, Numbers, Parted
from knowledge.text.analyzer import content_forms
from knowledge.text.names import NameMatcher
from knowledge.text.normalise import words_of_all

NAMED = "@"
"""What a term begins with that stands for an entity, whichever of its names was used."""

_OF_OTHERS = 0.6
"""What is left of the likeness to an ask that names others than the question does."""
_SEVERAL = 3
_LOOKED_AT = 50
"""Asks that are looked at one by one: the likest by their words."""
_SILENT, _END = -1, -2
"""Stand in place of a word that says nothing, and at the end of each ask."""
Scores = npt.NDArray[np.float64]
Places = npt.NDArray[np.int32]
_FEW = 500
"""Asks that are parted faster than a file is read."""


class AskedFor:
    """One thing a span is asked for, with every term that people ask for it in."""

    def __init__(self, words: Iterable[Forms], expansion: Expansion | None = None) -> None:
        self._words = words
        self.expansion = expansion
        """Where curators wrote the asks; None where only an attribute's words stand for them."""

    @cached_property
    def terms(self) -> frozenset[str]:
        """List the forms of every word, and the entities named as NAMED and their id."""
        return frozenset(chain.from_iterable(self._words))

    @property
    def tells(self) -> bool:
        """Tell whether the span answers; curators also write what is asked of it that it does not tell."""
        return self.expansion is None or self.expansion.missing is None

    @property
    def entities(self) -> frozenset[str]:
        """List the entities named in the asks."""
        return frozenset(term[1:] for term in self.terms if term.startswith(NAMED))


@dataclass(frozen=True, slots=True)
class AskMatch:
    """How well a question matches the nearest way to ask for something."""

    asked_for: AskedFor
    expansion: Expansion
    ask: str
    likeness: float
    """Shared weight over mean weight (Dice), 0 to 1; what only means the same counts for less."""
    several: float
    """The mean likeness of the three nearest ways to ask for it."""


class AskIndex:
    """Ways to ask, found by the words and names they share with a question."""

    def __init__(self, expansions: Sequence[Expansion], names: NameMatcher, folder: Path | None = None) -> None:
        """Index the asks of expansions; `folder` keeps what they are parted into where they are many."""
        asks = [(language, ask) for expansion in expansions for language, ask in expansion.asks]
        self._asks = [ask for _, ask in asks]
        self._starts = np.cumsum([0, *(len(expansion.asks) for expansion in expansions)])
        parted = _part(asks, names, folder if len(asks) > _FEW else None)
        numbers, words = parted.asks, parted.of_asks
        self._postings = _postings(parted.words, numbers, words)
        total = max(1, len(asks))
        of_size = {size: math.log(1 + total / size) for size in set(map(len, self._postings.values()))}
        self._weights = {form: of_size[len(held)] for form, held in self._postings.items()}
        self._stranger = math.log(1 + total)
        weights = np.array([self._weight(forms) for forms in parted.words])
        self._lengths = np.bincount(numbers, weights[words] if len(words) else None, minlength=len(asks))
        naming = np.array([forms[0].startswith(NAMED) for forms in parted.words], dtype=bool)
        self._naming = np.zeros(len(asks), dtype=bool)
        self._naming[numbers[naming[words]] if len(words) else numbers] = True
        self._entries = self._make_entries(expansions, parted.words, numbers, words)
        telling = (entry for entry in self._entries if entry.tells)
        self._placed = Placed(telling, _place)

    def _make_entries(
        self, expansions: Sequence[Expansion], words: Sequence[Forms], numbers: Numbers, of_asks: Numbers
    ) -> list[AskedFor]:
        """Give each expansion the words of its asks; they are looked at when a question comes near."""
        order = np.argsort(numbers, kind="stable")
        bounds = np.searchsorted(numbers[order], self._starts)
        held = of_asks[order].astype(np.int32)
        return [
            AskedFor(_Words(words, held[bounds[place] : bounds[place + 1]]), expansion)
            for place, expansion in enumerate(expansions)
        ]

    def within(self, document: str, start: int, end: int) -> tuple[AskedFor, ...]:
        """List what the spans within a stretch of a document are asked for, and tell."""
        return self._placed.within(document, start, end)

    def match(
        self, words: Sequence[Mapping[str, float]], fits: Callable[[str], float], limit: int = 40
    ) -> tuple[AskMatch, ...]:
        """Rank what is asked for by its likest ask, best first.

        Each word or name of the question comes as its forms, with how far each stands for it. `fits` tells of an ask
        how far it wants the kind of answer that the question wants, from 0 to 1.
        """
        if not self._asks:
            return ()
        likeness = self._alike(words)
        by_entry: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for number in np.argsort(-likeness, kind="stable")[:_LOOKED_AT].tolist():
            if likeness[number] > 0:
                alike = float(likeness[number]) * fits(self._asks[number])
                by_entry[int(np.searchsorted(self._starts, number, side="right")) - 1].append((alike, number))
        matches = [self._best(self._entries[place], asks) for place, asks in by_entry.items()]
        return tuple(sorted(matches, key=lambda match: -match.likeness)[:limit])

    def _alike(self, words: Sequence[Mapping[str, float]]) -> Scores:
        """Measure the likeness of every ask to a question (Dice), shape (asks,)."""
        shared = np.zeros(len(self._asks))
        same_name = np.zeros(len(self._asks), dtype=bool)
        length, named = 0.0, False
        for forms in words:
            weight = self._weight([form for form, strength in forms.items() if strength >= 1])
            length += weight
            held = np.zeros(len(self._asks))
            known = ((forms[form] * self._weights[form], form) for form in forms if form in self._postings)
            for strength, form in sorted(known):  # the strongest comes last
                held[self._postings[form]] = min(weight, strength)
                if form.startswith(NAMED):
                    same_name[self._postings[form]] = True
            named = named or any(form.startswith(NAMED) for form in forms)
            shared += held
        likeness: Scores = 2 * shared / np.maximum(length + self._lengths, self._stranger)
        if named:
            likeness[self._naming & ~same_name] *= _OF_OTHERS
        return likeness

    def _best(self, entry: AskedFor, asks: Sequence[tuple[float, int]]) -> AskMatch:
        ranked = sorted(asks, key=lambda pair: (-pair[0], pair[1]))
        assert entry.expansion is not None, "curators wrote it"
        several = sum(alike for alike, _ in ranked[:_SEVERAL]) / _SEVERAL
        return AskMatch(entry, entry.expansion, self._asks[ranked[0][1]], ranked[0][0], several)

    def _weight(self, forms: Sequence[str]) -> float:
        """Give the weight of a word by the rarest of its forms that any ask holds."""
        return max((self._weights[form] for form in forms if form in self._weights), default=self._stranger)


class Vocabulary:
    """The distinct words and names of the asks, numbered as they are met."""

    def __init__(self, names: NameMatcher) -> None:
        self._names = names
        self._numbers: dict[Forms, int] = {}
        self.words: list[Forms] = []

    def read(self, asks: Sequence[tuple[Language, str]]) -> tuple[Numbers, Numbers]:
        """Part all asks of a language in one go: the number of an ask for each word, and the word's own."""
        languages: tuple[Language, ...] = ("en", "es")
        found = [self._read(language, asks) for language in languages]
        return np.concatenate([numbers for numbers, _ in found]), np.concatenate([words for _, words in found])

    def _read(self, language: Language, asks: Sequence[tuple[Language, str]]) -> tuple[Numbers, Numbers]:
        own = np.array([number for number, (spoken, _) in enumerate(asks) if spoken == language], dtype=np.int64)
        typed = words_of_all(asks[number][1] for number in own.tolist())  # no name is read across an empty word
        known = {word: self._number(content_forms(word, language)) for word in set(typed) if word} | {"": _END}
        found = list(map(known.__getitem__, typed))
        bearers: dict[tuple[str, ...], int] = {}
        for first, last, entities in self._names.places(typed):
            if entities not in bearers:
                bearers[entities] = self._number(tuple(f"{NAMED}{entity}" for entity in entities))
            found[first : last + 1] = [bearers[entities], *[_SILENT] * (last - first)]
        words = np.array(found, dtype=np.int64)
        ends = words == _END
        numbers = own[(np.cumsum(ends) - ends)[~ends]]
        telling = words[~ends] != _SILENT
        return numbers[telling], words[~ends][telling]

    def _number(self, forms: Forms) -> int:
        """Give the number of a word by its forms, _SILENT for one that says nothing."""
        if not forms:
            return _SILENT
        number = self._numbers.setdefault(forms, len(self.words))
        if number == len(self.words):
            self.words.append(forms)
        return number


def _part(asks: Sequence[tuple[Language, str]], names: NameMatcher, folder: Path | None) -> Parted:
    """Part asks into words, or take what was kept of an earlier start."""
    kept = Kept(folder, asks, names) if folder is not None else None
    parted = kept.read() if kept is not None else None
    if parted is None:
        vocabulary = Vocabulary(names)
        numbers, words = vocabulary.read(asks)
        parted = Parted(vocabulary.words, numbers, words)
        if kept is not None:
            kept.write(parted)
    return parted


def _postings(words: Sequence[Forms], numbers: Numbers, of_asks: Numbers) -> dict[str, Places]:
    """Give for each form the numbers of the asks that hold a word of it, as often as they do."""
    known: dict[str, int] = {}
    forms = np.array([known.setdefault(form, len(known)) for word in words for form in word], dtype=np.int64)
    sizes = np.array([len(word) for word in words], dtype=np.int64)
    firsts = (np.cumsum(sizes) - sizes)[of_asks]
    held = sizes[of_asks]
    places = np.repeat(firsts - np.cumsum(held) + held, held) + np.arange(held.sum())
    order = np.argsort(forms[places], kind="stable")
    asking = np.repeat(numbers, held)[order].astype(np.int32)
    bounds = np.searchsorted(forms[places][order], np.arange(len(known) + 1)).tolist()
    spans = zip(known, pairwise(bounds), strict=True)
    return {form: asking[start:end] for form, (start, end) in spans if start < end}


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of some asks, given one by one when they are asked for."""

    words: Sequence[Forms]
    numbers: Places

    def __iter__(self) -> Iterator[Forms]:
        return (self.words[number] for number in set(self.numbers.tolist()))


def _place(entry: AskedFor) -> tuple[str, Span]:
    assert entry.expansion is not None, "curators wrote it"
    return entry.expansion.document, entry.expansion.span
