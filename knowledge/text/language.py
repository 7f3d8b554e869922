"""Which of the two languages a text is in."""

from __future__ import annotations

import re

from knowledge.models import Language
from knowledge.text.normalise import fold
from knowledge.text.stopwords import STOPWORDS

_WORD = re.compile(r"[^\W\d_]+")
_SPANISH_LETTERS = re.compile(r"[ñ¿¡]|[áéíóú]n?\b", re.IGNORECASE)
_MARKS = {
    "en": frozenset("the of and what who when where how which did does was were is are many to in".split()),
    "es": frozenset("el la los las de del que quien cuando donde como cual cuantos cuantas cuanto fue y en".split()),
}
_ENOUGH = 400
"""Characters that settle the matter."""


def _weigh(word: str) -> float:
    """Tell how far a folded word speaks for Spanish (above 0) or for English (below)."""
    weight = 0.0
    for language, sign in _SIGNS.items():
        other: Language = "es" if language == "en" else "en"
        if word in STOPWORDS[language] and word not in STOPWORDS[other]:
            weight += sign * (2.0 if word in _MARKS[language] else 1.0)
        elif word in _MARKS[language]:
            weight += sign * 0.5
    return weight


_SIGNS: dict[Language, float] = {"en": -1.0, "es": 1.0}
_WEIGHTS = {word: _weigh(word) for words in (*STOPWORDS.values(), *_MARKS.values()) for word in words}


def detect(text: str, default: Language) -> Language:
    """Choose the language whose function words a text holds more of; `default` where neither wins."""
    sample = text[:_ENOUGH]
    words = _WORD.findall(sample)
    balance = sum([_WEIGHTS.get(fold(word), 0.0) for word in words])
    if words and not sample.isascii():
        balance += len(_SPANISH_LETTERS.findall(sample))
    if balance == 0:
        return default
    return "es" if balance > 0 else "en"
