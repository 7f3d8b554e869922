"""Sentences of a text, as spans."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.models import Span
from knowledge.text.normalise import fold
from knowledge.text.stopwords import STOPWORDS

_BREAK = re.compile(
    r"""(?P<blank>\r?\n[ \t]*(?:\r?\n[ \t]*)+)       # a blank line always ends a sentence
      | (?<![.!?…])(?P<stop>[.!?…]+["'”’»)\]]*)      # a full stop with what closes around it …
        (?:(?!\r?\n[ \t]*\r?\n)\s)+
        (?=["'“‘«(\[¿¡]*[A-ZÀ-ÖØ-Þ0-9¿¡\[])          # … before something that can begin one
    """,
    re.VERBOSE,
)
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr sra srta dra lic ing gen col capt sgt lt rev hon jr ed eds cf vs inc ltd co "
    "corp dept est approx ca av avda ee gob pdte".split()
)
_BEFORE_FIGURES = frozenset(
    "no nos núm num vol fig art pp p pág págs jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic".split()
)
"""Abbreviations that are words as well: so read only before a figure."""
_LAST_WORD = re.compile(r"(?<!\w)([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_OPENERS = STOPWORDS["en"] | STOPWORDS["es"]


@lru_cache(maxsize=1_000)
def split(text: str) -> tuple[Span, ...]:
    """Split a text into sentences.

    Spans are in order, without the white space between them; every other character lies in one.
    """
    spans: list[Span] = []
    start = 0
    for match in _BREAK.finditer(text):
        if match["stop"] and _goes_on(text, start, match.start(), match.end()):
            continue
        end = match.start() if match["blank"] else match.end("stop")
        _add(spans, text, start, end)
        start = match.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _goes_on(text: str, start: int, stop: int, following: int) -> bool:
    """Tell whether the full stop belongs to an abbreviation, an initial or a number that counts a line."""
    if text[stop] != ".":
        return False
    if text[start:stop].strip().isdecimal():
        return True
    last = _LAST_WORD.search(text, max(0, stop - 24), stop + 1)
    if last is None:
        return False
    word = last[1]
    if word.lower() in _BEFORE_FIGURES:
        return text[following].isdigit()
    if "." in word or word == "UU":  # U.S., EE. UU.: a sentence may end here, but not before a name
        return not _begins_sentence(text, following)
    return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATIONS


def _begins_sentence(text: str, place: int) -> bool:
    """Tell whether a word begins a sentence by its look: a function word, or a caption in capitals."""
    word = _NEXT_WORD.match(text, place)
    return word is not None and (fold(word[0]) in _OPENERS or (len(word[0]) > 2 and word[0].isupper()))
