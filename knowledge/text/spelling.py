"""Words that the corpus does not know, read as the nearest that it does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from knowledge.text.analyzer import stems
from knowledge.text.normalise import fold

_SHORTEST = 5
"""Letters of the shortest word that is corrected: below, one letter makes another word too often."""
_TWO_LETTERS = 9
"""Letters from which two may be wrong."""


class Speller:
    """Corrects words to words of the corpus; its words are gathered when first needed.

    A word is corrected only where its stem is unknown and exactly one known word is nearest.
    """

    def __init__(self, words: Callable[[], Iterable[str]]) -> None:
        self._gather = words

    def correct(self, word: str) -> str | None:
        """Give the known word that an unknown folded one stands for, or None."""
        if len(word) < _SHORTEST or not word.isalpha() or self._knows(word):
            return None
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = 2 if len(word) >= _TWO_LETTERS else 1
        nearby = [
            candidate
            for length in range(len(word) - allowed, len(word) + allowed + 1)
            for candidate in self._by_length.get(length, ())
            if candidate[0] == word[0] or candidate[1:3] == word[1:3]
        ]
        found = process.extract(word, nearby, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        nearest = [str(candidate) for candidate, distance, _ in found if distance == found[0][1]]
        if len({stems(candidate) for candidate in nearest}) != 1:  # none, or words that are no forms of one
            return None
        return nearest[0]

    def _knows(self, word: str) -> bool:
        near = self._by_beginning.get(word[:3], ())
        wanted = set(stems(word))
        return word in near or any(wanted.intersection(stems(each)) for each in near)

    @cached_property
    def _words(self) -> list[str]:
        return sorted({fold(word) for word in self._gather() if word.isalpha()})

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        groups: dict[int, list[str]] = defaultdict(list)
        for word in self._words:
            groups[len(word)].append(word)
        return groups

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            groups[word[:3]].append(word)
        return groups
