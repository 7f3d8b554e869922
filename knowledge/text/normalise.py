"""One form for words that differ in case, accents, width or typography only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

_TYPOGRAPHY = str.maketrans(
    {
        "’": "'", "‘": "'", "‛": "'", "′": "'", "´": "'", "`": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "―": "-",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    }
)  # fmt: skip
_WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
"""Letters and digits, with the marks of a decomposed text."""
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., E.E.U.U.
    r"|\d+(?:[.,]\d+)*"  # 10,720  0.51  1.2  the 19 of 19th
    rf"|{_WORD}(?:['’]{_WORD})*"  # words, with their apostrophes
)
_THOUSANDS = re.compile(r"([1-9]\d{0,2}(?:([.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?")


def clean(text: str) -> str:
    """Make typed text safe to work with: composed, without controls, direction marks or odd spaces."""
    spaced = (" " if char.isspace() else char for char in text)
    visible = "".join(char for char in spaced if unicodedata.category(char) not in _INVISIBLE)
    return unicodedata.normalize("NFC", " ".join(visible.split()))


_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def unify(text: str) -> str:
    """Give quotation marks, dashes and spaces their plain form, one character for one."""
    return text.translate(_TYPOGRAPHY)


def fold(word: str) -> str:
    """Fold case and accents; ñ stays a letter of its own."""
    lowered = word.casefold()
    return lowered if lowered.isascii() else _folded(lowered)


def fold_once(text: str) -> str:
    """Fold a text that is not met again, as `fold` does."""
    lowered = text.casefold()
    return lowered if lowered.isascii() else _fold_accents(lowered)


def _fold_accents(lowered: str) -> str:
    composed = unicodedata.normalize("NFC", lowered)
    decomposed = unicodedata.normalize("NFD", composed.replace("ñ", "\0"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).replace("\0", "ñ")


_folded = lru_cache(maxsize=4_096)(_fold_accents)


def tokens(text: str) -> list[tuple[str, int, int]]:
    """List words and numbers as written, with their spans."""
    return [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def words_of(text: str) -> list[str]:
    """List words and numbers as written."""
    return list(chain.from_iterable(map(_words_within, text.split())))


def words_of_all(texts: Iterable[str]) -> list[str]:
    """List the words of texts, one text after the other; an empty word ends each."""
    words: list[str] = []
    within = _Pieces().__getitem__
    for text in texts:
        words.extend(chain.from_iterable(map(within, text.split())))
        words.append("")
    return words


class _Pieces(dict[str, list[str]]):
    """The words between two blanks; no word holds one, and most pieces are met again and again."""

    def __missing__(self, piece: str) -> list[str]:
        words: list[str] = _TOKEN.findall(piece)
        self[piece] = words
        return words


def vocabulary_of(text: str) -> set[str]:
    """Gather the different words and numbers as written."""
    return set(chain.from_iterable(map(_TOKEN.findall, set(text.split()))))


@lru_cache(maxsize=4_096)
def _words_within(piece: str) -> tuple[str, ...]:
    """List the words between two blanks; no word holds one, and most pieces are met again and again."""
    return tuple(_TOKEN.findall(piece))


def number(token: str) -> str:
    """Write a figure one way: 10,720 and 10.720 as 10720, 0,51 as 0.51, 1.234,5 as 1234.5."""
    grouped = _THOUSANDS.fullmatch(token)
    if grouped is None:
        return token.replace(",", ".")
    whole = grouped[1].replace(grouped[2], "")
    return f"{whole}.{grouped[3]}" if grouped[3] else whole


def forget() -> None:
    """Forget the pieces of text and the accented words that were met."""
    _words_within.cache_clear()
    _folded.cache_clear()
