from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts.periods import parse_period, stated_period
from knowledge.models import Period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1997–2014", Period(start=1997, end=2014)),
        ("1997-2014", Period(start=1997, end=2014)),
        ("from 1999 to 2001", Period(start=1999, end=2001)),
        ("de 1999 a 2001", Period(start=1999, end=2001)),
        ("2014–", Period(start=2014)),
        ("2014–present", Period(start=2014)),
        ("2014 – actualidad", Period(start=2014)),
        ("since 2014", Period(start=2014)),
        ("desde 2014", Period(start=2014)),
        ("–2014", Period(end=2014)),
        ("hasta 2012", Period(end=2012)),
        ("1938", Period(start=1938, end=1938)),
        ("May 2014 – late 2015", Period(start=2014, end=2015, start_words="May 2014", end_words="late 2015")),
    ],
)
def test_a_period_has_the_years_and_the_words_that_say_more(text: str, period: Period) -> None:
    assert period == parse_period(text)


@pytest.mark.parametrize(
    "text", ["", "as LTS, later ", "b. 1990", "Law 1990", "present", "10,720", "1990, 1991", "x" * 99]
)
def test_other_words_are_no_period(text: str) -> None:
    assert parse_period(text) is None


def test_curators_write_years_or_words_that_hold_one() -> None:
    assert Period(start=1988, end=2014, end_words="2014-05") == stated_period("1988", "2014-05")
    assert Period(start=2013, start_words="late 2013") == stated_period("late 2013", None)
    assert stated_period(None, None) is None


@pytest.mark.parametrize("start", ["long ago", "1988 1990"])
def test_curators_words_without_one_year_are_refused(start: str) -> None:
    with pytest.raises(ValueError, match="no year"):
        stated_period(start, None)


@given(st.text() | st.text(alphabet="0123456789–- sincetohasta"))
def test_no_text_makes_it_raise(text: str) -> None:
    period = parse_period(text)
    assert period is None or period.start is not None or period.end is not None
