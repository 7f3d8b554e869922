"""A gold answer is found as whole words, whatever the case, accents, dashes and quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.evaluation.gold import fold, holds


@pytest.mark.parametrize(
    ("text", "gold"),
    [
        ("It was MÉXICO City.", "mexico city"),
        ("los años", "anos"),
        ("(1997–2014)", "1997-2014"),
        ("the “Unity” list", 'the "unity" list'),
        ("the Operators’ Union", "Operators' union"),
        ("wrapped\n  lines", "wrapped lines"),
        ("10,720 votes", "10,720"),
        ("in 2016.", "2016"),
        ("#YoSoy132 movement", "#YoSoy132"),
        ("12018 and 2018", "2018"),
    ],
)
def test_is_found(text: str, gold: str) -> None:
    assert holds(fold(text), fold(gold))


@pytest.mark.parametrize(
    ("text", "gold"),
    [
        ("movements", "movement"),
        ("10,720", "720"),
        ("10,720", "10"),
        ("0.51", "51"),
        ("12018", "2018"),
        ("nothing", "something"),
        ("", "x"),
    ],
)
def test_is_not_found(text: str, gold: str) -> None:
    assert not holds(fold(text), fold(gold))


@given(st.text(), st.text(min_size=1), st.text())
def test_a_gold_between_spaces_is_always_found(before: str, gold: str, after: str) -> None:
    folded = fold(gold)
    assert holds(fold(f"{before} {gold} {after}"), folded) is bool(folded)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
