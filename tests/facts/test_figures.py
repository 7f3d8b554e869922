from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts.figures import parse_figure


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("10,720", 10720),
        ("10.720", 10720),
        ("1 234", 1234),
        ("1\u202f234,5", 1234.5),
        ("1'234", 1234),
        ("1.234.567", 1234567),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("0.512", 0.512),
        ("12", 12),
        ("2,863 votes", 2863),
        ("about 11 thousand votes", 11000),
        ("11 mil votos", 11000),
        ("1.2 million", 1_200_000),
        ("2,5 millones", 2_500_000),
    ],
)
def test_a_count_is_read_as_either_language_writes_it(text: str, number: float) -> None:
    assert number == parse_figure(text, percent=False)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.51", 0.51),
        ("0,51", 0.51),
        ("6%", 6),
        ("6 %", 6),
        ("12,345", 12.345),
        ("10.720", 10.72),
        ("−1.5", -1.5),
    ],
)
def test_a_share_has_decimals_where_a_count_has_thousands(text: str, number: float) -> None:
    assert number == parse_figure(text, percent=True)


@pytest.mark.parametrize("text", ["", " ", "—", "n/a", "1999–2000", "1,2,3", "20-year-old", "A1", "9" * 300])
def test_what_is_no_one_figure_has_no_number(text: str) -> None:
    assert parse_figure(text, percent=False) is None


@given(st.text() | st.text(alphabet="0123456789.,  '%-−million"), st.booleans())
def test_no_text_makes_it_raise(text: str, percent: bool) -> None:
    number = parse_figure(text, percent=percent)
    assert number is None or isinstance(number, float)


@given(st.integers(min_value=0, max_value=10**9))
def test_both_ways_of_grouping_thousands_give_the_number(number: int) -> None:
    english = f"{number:,}"
    assert number == parse_figure(english, percent=False) == parse_figure(english.replace(",", "."), percent=False)
