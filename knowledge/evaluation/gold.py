"""Look for a gold answer: whole words, whatever the case, the accents, the dashes and quotation marks."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Apart from `knowledge.text` on purpose: a measure does not move with what it measures.
_SHAPES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys('‘’‚‛′´`“”„‟″«»‹›"', "'")
    | dict.fromkeys("\ufeff\u00ad\u200b\u200e\u200f")
)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Give texts that differ in case, accents, spaces or the shape of their marks one form."""
    folded = text.translate(_SHAPES).casefold()
    if not folded.isascii():
        # Case and compatibility each bring forth what the other folds: 𝛢 is Α only once it is decomposed.
        parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", folded).casefold())
        folded = "".join(char for char in parts if not unicodedata.combining(char)).translate(_SHAPES)
    return " ".join(folded.split())


def holds(text: str, gold: str) -> bool:
    """Tell whether folded `text` holds folded `gold` as whole words and whole figures."""
    start = text.find(gold)
    while start >= 0:
        end = start + len(gold)
        if not _joined(text, start) and not _joined(text, end):
            return bool(gold)
        start = text.find(gold, start + 1)
    return False


def _joined(text: str, cut: int) -> bool:
    """Tell whether a cut parts a word, or a figure at its comma or point: 720 is no part of 10,720."""
    before, after = text[max(0, cut - 2) : cut], text[cut : cut + 2]
    if not before or not after:
        return False
    if _in_word(before[-1]) and _in_word(after[0]):
        return True
    return (before[-1] in ".," and before[:-1].isdigit() and after[0].isdigit()) or (
        before[-1].isdigit() and after[0] in ".," and after[1:].isdigit()
    )


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
