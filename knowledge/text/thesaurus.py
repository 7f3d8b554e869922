"""Words that mean nearly the same, within a language and across the two.

The file is searched, never parsed whole: a question has a handful of words, and start-up is a promise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from knowledge.models import Language
from knowledge.text.analyzer import stem
from knowledge.text.stopwords import STOPWORDS

FILE = Path(__file__).parent / "thesaurus.txt"
_STRENGTH = 0.8
"""How far a word stands for another of one of its sets."""
_VAGUE = 0.5
"""The same for a word of many senses."""
_MANY_SENSES = 5
_SHORTEST_PREFIX = 3
_AT_HAND = 64
"""Beginnings of words whose lines are remembered: a word is looked up by itself, and with the next."""
_ENDS = (" ", ",", "|", "\n")
"""What may follow a word in the file."""
_PLAIN = tuple(zip("áéíóúü", "aeiouu", strict=True))
Set = tuple[tuple[str, ...], tuple[str, ...]]
"""The entries of one set, English and Spanish, folded."""


class Thesaurus:
    """Sets of words, looked up by stem."""

    def __init__(self, file: Path = FILE) -> None:
        self._file = file
        self._alike = lru_cache(maxsize=4_096)(self._look_up)
        self._holding = lru_cache(maxsize=_AT_HAND)(self._lines)

    def alike(self, words: Sequence[str], language: Language) -> list[dict[str, float]]:
        """Give for each folded word the stems of words that mean nearly the same, with how far they do.

        Two words that are an entry together (take part) count for each of them.
        """
        found = [self._stems((word,), language) for word in words]
        for place in range(len(words) - 1):
            for other, strength in self._stems((words[place], words[place + 1]), language).items():
                for each in (place, place + 1):
                    found[each][other] = max(strength, found[each].get(other, 0.0))
        return found

    def _stems(self, words: tuple[str, ...], language: Language) -> dict[str, float]:
        stems, strength = self._alike(words, language)
        return dict.fromkeys(stems.split(), strength)

    def _look_up(self, words: tuple[str, ...], language: Language) -> tuple[str, float]:
        """Give the stems that mean nearly the same, between blanks, and how far they do."""
        sets = list(self._sets(words, language))
        strength = _STRENGTH if len(sets) < _MANY_SENSES else _VAGUE
        stems: dict[str, None] = {}
        for sides in sets:
            for side, spoken in zip(sides, _LANGUAGES, strict=True):
                single = (entry for entry in side if " " not in entry and entry not in STOPWORDS[spoken])
                stems.update((stem(entry, spoken), None) for entry in single)
        return " ".join(stems), strength

    def _sets(self, words: tuple[str, ...], language: Language) -> Iterator[Set]:
        """Find the sets that hold the words as one entry of their language."""
        wanted = [stem(word, language) for word in words]
        if len(words[0]) < _SHORTEST_PREFIX:  # no other word has its stem, and half of the file has its letters
            beginnings = [f" {words[0]}{end}" for end in _ENDS]
        else:
            beginnings = [f" {words[0][: max(_SHORTEST_PREFIX, min(len(wanted[0]), len(words[0])) - 1)]}"]
        for start in sorted({start for beginning in beginnings for start in self._holding(beginning)}):
            sides = _sides(self._text[start : self._text.find("\n", start)])
            side = sides[_LANGUAGES.index(language)]
            if any([stem(word, language) for word in entry.split()] == wanted for entry in side):
                yield sides

    def _lines(self, letters: str) -> tuple[int, ...]:
        """Find where the lines start that hold some letters."""
        starts = []
        at = self._text.find(letters)
        while at >= 0:
            starts.append(self._text.rfind("\n", 0, at) + 1)
            at = self._text.find(letters, self._text.find("\n", at + 1))
        return tuple(starts)

    @cached_property
    def _text(self) -> str:
        """Read the file, folded, every entry after a blank."""
        text = self._file.read_text(encoding="utf-8")
        for accented, plain in _PLAIN:  # each pass is quick; `translate` looks up every letter
            text = text.replace(accented, plain)
        return "".join(f" {line}\n" for line in text.splitlines() if line and not line.startswith("#"))


_LANGUAGES: tuple[Language, Language] = ("en", "es")


@lru_cache(maxsize=100)
def _sides(line: str) -> Set:
    english, spanish = line.split("|")
    return _entries(english), _entries(spanish)


def _entries(side: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in side.split(","))
