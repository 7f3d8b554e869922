"""A text's language is told by its function words and letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import Language
from knowledge.text.language import detect


@pytest.mark.parametrize(
    "text",
    [
        "When was the LTS founded?",
        "who led the MTS",
        "how many votes did they get in Coyoacán",
        "and its newspaper?",
        "what does Pan y Rosas mean",
        "The workers of El Salvador marched for La Izquierda Diario and won.",
    ],
)
def test_english_is_told_from_english_words(text: str) -> None:
    assert detect(text, "es") == "en"


@pytest.mark.parametrize(
    "text",
    [
        "¿Cuándo se fundó la LTS?",
        "cuando se fundo la lts",
        "quien dirige el MTS",
        "¿y su periódico?",
        "que significa Freedom Socialist Party",
        "Los obreros de Los Ángeles marcharon con Socialist Revolution y ganaron.",
    ],
)
def test_spanish_is_told_from_spanish_words_with_or_without_accents(text: str) -> None:
    assert detect(text, "en") == "es"


@pytest.mark.parametrize("text", ["LTS", "", "2016", "???", "Trotsky", "a no me"])
@pytest.mark.parametrize("default", ["en", "es"])
def test_where_neither_wins_the_default_stands(text: str, default: Language) -> None:
    assert detect(text, default) == default


@given(st.text(), st.sampled_from(["en", "es"]))
def test_any_text_is_in_one_of_the_two(text: str, default: Language) -> None:
    assert detect(text, default) in {"en", "es"}
