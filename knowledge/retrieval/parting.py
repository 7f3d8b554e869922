"""Ways to ask → words, and the entities that their names mean, numbered as they are met."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from knowledge.models import Language
from knowledge.text.analyzer import content_forms
from knowledge.text.names import NameMatcher
from knowledge.text.normalise import words_of_all

NAMED = "@"
"""What a term begins with that stands for an entity, whichever of its names was used."""
Forms = tuple[str, ...]
"""What a word is compared by; of a name, the entities that bear it, each marked."""
Numbers = npt.NDArray[np.int64]
_SILENT, _END = -1, -2
"""Stand in place of a word that says nothing, and at the end of each ask."""


class Words:
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
