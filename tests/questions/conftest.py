"""An analyst of a small corpus."""

from __future__ import annotations

import pytest

from knowledge.questions.analysis import Analyst
from knowledge.text.names import Name, NameMatcher
from knowledge.text.spelling import Speller

NAMES = (
    Name("Socialist Workers Movement", "mts"),
    Name("MTS", "mts"),
    Name("LTS", "lts"),
    Name("POS", "pos"),
    Name("Contracorriente", "contracorriente"),
    Name("Armas de la Crítica", "armas"),
    Name("Sergio Moissen", "moissen", person=True),
    Name("Sergio Mora", "mora", person=True),
    Name("Sulem Estrada", "estrada", person=True),
)
ATTRIBUTES = {
    "newspaper": ("newspaper", "paper", "periódico", "diario"),
    "youth-wing": ("youth wing", "ala juvenil"),
    "teacher-wing": ("wing", "teacher wing"),
    "founded": ("date", "year of the", "founding date"),
}
WORDS = "newspaper founded congress strike expelled dissolved Contracorriente Crítica Armas Estrada Sulem wing"


@pytest.fixture(scope="session")
def analyst() -> Analyst:
    """Make the analyst."""
    return Analyst(NameMatcher(NAMES), ATTRIBUTES, Speller(WORDS.split))
