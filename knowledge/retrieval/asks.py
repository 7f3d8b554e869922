"""Expansions as a field of their own: ways to ask for a span lead to the span (Nogueira et al. 2019)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat

from knowledge.documents.placed import Placed
from knowledge.models import Expansion, Language
from knowledge.text.analyzer import content_forms
from knowledge.text.names import NameMatcher
from knowledge.text.normalise import words_of

NAMED = "@"
"""What a term begins with that stands for an entity, whichever of its names was used."""

_OF_OTHERS = 0.6
"""What is left of the likeness to an ask that names others than the question does."""


@dataclass(frozen=True, slots=True, eq=False)
class AskedFor:
    """One thing a span is asked for, with every term that people ask for it in."""

    terms: frozenset[str]
    expansion: Expansion | None = None
    """Where curators wrote the asks; None where only an attribute's words stand for them."""

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
    """Shared weight over mean weight (Dice), 0 to 1."""


class AskIndex:
    """Ways to ask, found by the words and names they share with a question."""

    def __init__(self, expansions: Sequence[Expansion], names: NameMatcher) -> None:
        self._names = names
        self._asks: list[tuple[AskedFor, Expansion, str]] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        terms_of: list[dict[str, None]] = []
        entries: list[AskedFor] = []
        for expansion in expansions:
            terms = [dict.fromkeys(self.terms(ask, language)) for language, ask in expansion.asks]
            entry = AskedFor(frozenset(chain.from_iterable(terms)), expansion)
            entries.append(entry)
            terms_of += terms
            self._asks += [(entry, expansion, ask) for _, ask in expansion.asks]
        for number, held in enumerate(terms_of):
            for term in held:
                self._postings[term].append(number)
        total = max(1, len(self._asks))
        self._weights = {term: math.log(1 + total / len(held)) for term, held in self._postings.items()}
        self._stranger = math.log(1 + total)
        self._names_somebody = [next(iter(held), "").startswith(NAMED) for held in terms_of]
        self._lengths = [sum(map(self._weights.__getitem__, held)) for held in terms_of]
        self._placed = Placed(zip(entries, expansions, strict=True), lambda pair: (pair[1].document, pair[1].span))

    def within(self, document: str, start: int, end: int) -> tuple[AskedFor, ...]:
        """List what the spans within a stretch of a document are asked for."""
        return tuple(entry for entry, _ in self._placed.within(document, start, end))

    def terms(self, text: str, language: Language) -> list[str]:
        """Turn a question into forms of its words and, in place of names, the entities that bear them."""
        words = words_of(text)
        places = self._names.places(words)
        terms = [f"{NAMED}{entity}" for _, _, entities in places for entity in entities]
        for first, last, _ in reversed(places):
            del words[first : last + 1]
        terms += chain.from_iterable(map(_forms, words, repeat(language)))
        return terms

    def match(self, terms: Iterable[str], limit: int = 40) -> tuple[AskMatch, ...]:
        """Rank what is asked for by its likest ask, best first."""
        wanted = dict.fromkeys(terms)
        length = sum(self._weights.get(term, self._stranger) for term in wanted)
        shared: dict[int, float] = defaultdict(float)
        for term in wanted:
            for number in self._postings.get(term, ()):
                shared[number] += self._weights[term]
        others = self._of_others([term for term in wanted if term.startswith(NAMED)], shared)
        ranked = sorted(
            (
                (2 * common / (length + self._lengths[number]) * (_OF_OTHERS if number in others else 1.0), number)
                for number, common in shared.items()
            ),
            key=lambda pair: (-pair[0], pair[1]),
        )
        best: dict[AskedFor, AskMatch] = {}
        for likeness, number in ranked:
            entry, expansion, ask = self._asks[number]
            if entry not in best:
                best[entry] = AskMatch(entry, expansion, ask, likeness)
                if len(best) == limit:
                    break
        return tuple(best.values())

    def _of_others(self, named: Sequence[str], numbers: Iterable[int]) -> set[int]:
        """Choose the asks that name somebody, and nobody whom the question names; none where it names nobody."""
        if not named:
            return set()
        same = frozenset(chain.from_iterable(self._postings.get(term, ()) for term in named))
        return {number for number in numbers if self._names_somebody[number] and number not in same}


@lru_cache(maxsize=100_000)
def _forms(word: str, language: Language) -> tuple[str, ...]:
    return content_forms(word, language)
