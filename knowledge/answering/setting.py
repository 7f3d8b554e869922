"""The setting of a sentence: what its document tells anywhere, looked up only where nothing nearer does.

Documents may be long, and a question asks for one or two things of them. What is asked is first looked for as plain
letters, which takes microseconds; only where these are there is the paragraph or the document read.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from knowledge.text.names import NameMatcher
from knowledge.text.normalise import fold, words_of

_YEAR = re.compile(
    r"(?<![\w.,])(?P<year>1[0-9]{3}|20[0-9]{2})(?:\s?[–/-]\s?(?P<end>[0-9]{2}(?:[0-9]{2})?)(?!\w))?(?![0-9])"
)
_CAPITALS = re.compile(r"(?<!\w)[A-ZÁÉÍÓÚÑ]{2,}(?!\w)")
_BLANK = "\n\n"
_ACCENTED = "ÁÉÍÓÚ"
_UNSEEN = re.compile("[\u0300-\u036f.'’]+")
"""Accents, and what no name is compared by."""


class Setting:
    """Names, capital-letter words and years anywhere in one document."""

    def __init__(self, text: str, names: NameMatcher) -> None:
        self._text = text
        self._names = names

    def names_any(self, entities: frozenset[str]) -> bool:
        """Tell whether any of some entities is named."""
        spelt = [tuple(map(_bare, words)) for entity in entities for words in self._names.spelt(entity)]
        return any(
            any(all(word in letters for word in words) for words in spelt) and self._named(number, entities)
            for number, letters in enumerate(self._letters)
        )

    def writes_in_capitals(self, form: str) -> bool:
        """Tell whether a folded word stands there in capital letters."""
        letters = form.upper() in self._text or any(letter in self._text for letter in _ACCENTED)
        return letters and form in self._capitals

    def tells_year(self, year: int) -> bool:
        """Tell whether a year stands there, at the end of a period too."""
        written = str(year)
        if written not in self._text and not re.search(rf"[–/-]\s?{written[2:]}", self._text):
            return False
        return year in self._years

    def _named(self, paragraph: int, entities: frozenset[str]) -> bool:
        found = self._names.places(words_of(self._text.split(_BLANK)[paragraph]))
        return any(not entities.isdisjoint(bearers) for _, _, bearers in found)

    @cached_property
    def _letters(self) -> list[str]:
        """The bare letters of each paragraph."""
        return _bare(self._text).split(_BLANK)

    @cached_property
    def _capitals(self) -> frozenset[str]:
        return frozenset(fold(match[0]) for match in _CAPITALS.finditer(self._text))

    @cached_property
    def _years(self) -> frozenset[int]:
        return years_in(self._text)


def years_in(text: str) -> frozenset[int]:
    """List the years in a text; 1620–21 holds both of its ends, 1970s its first."""
    found = set()
    for match in _YEAR.finditer(text):
        found.add(int(match["year"]))
        if match["end"]:
            found.add(int(match["year"][: 4 - len(match["end"])] + match["end"]))
    return frozenset(found)


def _bare(text: str) -> str:
    """Leave of a text the letters that names are compared by, and more; ñ is an n here."""
    lowered = text.casefold()
    return _UNSEEN.sub("", lowered if lowered.isascii() else unicodedata.normalize("NFD", lowered))
