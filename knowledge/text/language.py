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


def detect(text: str, default: Language) -> Language:
    """Choose the language whose function words a text holds more of; `default` where neither wins."""
    sample = text[:_ENOUGH]
    words = [fold(word) for word in _WORD.findall(sample)]
    score = {"en": 0.0, "es": 0.0}
    for word in words:
        for language, stop in STOPWORDS.items():
            other: Language = "es" if language == "en" else "en"
            if word in stop and word not in STOPWORDS[other]:
                score[language] += 2.0 if word in _MARKS[language] else 1.0
            elif word in _MARKS[language]:
                score[language] += 0.5
    score["es"] += 1.0 * len(_SPANISH_LETTERS.findall(sample)) if words else 0.0
    if score["en"] == score["es"]:
        return default
    return "en" if score["en"] > score["es"] else "es"
