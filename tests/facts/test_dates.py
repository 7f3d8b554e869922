from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts import dates
from knowledge.models import Date, Language


def found(text: str, language: Language = "en") -> list[dict[str, Any]]:
    return [span.date.model_dump(exclude_defaults=True) for span in dates.find(text, language)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("formed in 1997", {"year": 1997, "words": "1997"}),
        ("In late 2013, the LTS", {"year": 2013, "words": "late 2013"}),
        ("In May 2014, the INE", {"year": 2014, "month": 5, "words": "May 2014"}),
        ("Since 2004 they teach", {"year": 2004, "open": True, "words": "Since 2004"}),
        ("from 2014 onwards", {"year": 2014, "open": True, "words": "2014 onwards"}),
        ("(2014–)", {"year": 2014, "open": True, "words": "2014–"}),
        ("2014-present", {"year": 2014, "open": True, "words": "2014-present"}),
        ("movement of 1999–2000, being", {"year": 1999, "end": 2000, "words": "1999–2000"}),
        ("the 2014-15 season", {"year": 2014, "end": 2015, "words": "2014-15"}),
        ("from 1999 to 2000", {"year": 1999, "end": 2000, "words": "1999 to 2000"}),
        ("between 1914 and 1918", {"year": 1914, "end": 1918, "words": "1914 and 1918"}),
        ("On March 27, a storm", {"month": 3, "day": 27, "words": "March 27"}),
        ("held on June 6–10 was", {"month": 6, "day": 6, "words": "June 6–10"}),
        ("On May 21 and 22, the", {"month": 5, "day": 21, "words": "May 21 and 22"}),
        ("July 4, 1776", {"year": 1776, "month": 7, "day": 4, "words": "July 4, 1776"}),
        ("on 4 July 1776", {"year": 1776, "month": 7, "day": 4, "words": "4 July 1776"}),
        ("the 4th of July", {"month": 7, "day": 4, "words": "4th of July"}),
        ("the first weekend of August in", {"month": 8, "words": "first weekend of August"}),
        ("in August", {"month": 8, "words": "August"}),
        ("Last week, Alexis", {"words": "Last week"}),
        ("On Sunday, her", {"words": "Sunday"}),
        ("500 years ago the", {"words": "500 years ago"}),
        ("March on 27N", {"month": 11, "day": 27, "words": "27N"}),
        ("the 8M? on 8M", {"day": 8, "words": "8M"}),
        ("2014-05-03", {"year": 2014, "month": 5, "day": 3, "words": "2014-05-03"}),
        ("2014-05", {"year": 2014, "month": 5, "words": "2014-05"}),
        ("12/05/1999", {"year": 1999, "words": "12/05/1999"}),
        ("in the 1990s", {"year": 1990, "end": 1999, "words": "1990s"}),
        ("in the 1900s", {"year": 1900, "end": 1999, "words": "1900s"}),
        ("the 16th century", {"year": 1501, "end": 1600, "words": "16th century"}),
        ("CRIR’s 2013 founding document", {"year": 2013, "words": "2013"}),
        ("Until 2014, they", {"year": 2014, "words": "Until 2014"}),
    ],
)
def test_an_english_date_is_as_precise_as_its_words(text: str, date: dict[str, Any]) -> None:
    assert [date] == found(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("en 1997", {"year": 1997, "words": "1997"}),
        ("desde 2004", {"year": 2004, "open": True, "words": "desde 2004"}),
        ("a partir del 2014", {"year": 2014, "open": True, "words": "a partir del 2014"}),
        ("2014 en adelante", {"year": 2014, "open": True, "words": "2014 en adelante"}),
        ("de 1999 a 2000", {"year": 1999, "end": 2000, "words": "1999 a 2000"}),
        ("entre 1999 y 2000", {"year": 1999, "end": 2000, "words": "1999 y 2000"}),
        ("el 27 de marzo", {"month": 3, "day": 27, "words": "27 de marzo"}),
        ("el 1.º de mayo de 1968", {"year": 1968, "month": 5, "day": 1, "words": "1.º de mayo de 1968"}),
        ("21 y 22 de mayo", {"month": 5, "day": 21, "words": "21 y 22 de mayo"}),
        ("setiembre de 1973", {"year": 1973, "month": 9, "words": "setiembre de 1973"}),
        ("finales de 2013", {"year": 2013, "words": "finales de 2013"}),
        ("el primer fin de semana de agosto", {"month": 8, "words": "primer fin de semana de agosto"}),
        ("en agosto", {"month": 8, "words": "agosto"}),
        ("la semana pasada", {"words": "la semana pasada"}),
        ("hace 500 años", {"words": "hace 500 años"}),
        ("siglo XVI", {"year": 1501, "end": 1600, "words": "siglo XVI"}),
        ("siglo IX", {"words": "siglo IX"}),
        ("la década de 1990", {"year": 1990, "end": 1999, "words": "década de 1990"}),
        ("la marcha del 27 y el 27N", {"month": 11, "day": 27, "words": "27N"}),
    ],
)
def test_a_spanish_date_is_as_precise_as_its_words(text: str, date: dict[str, Any]) -> None:
    assert [date] == found(text, "es")


@pytest.mark.parametrize(
    "text",
    [
        "10,720 or 2,863 votes",
        "1,500 people",
        "1500 people",
        "1.2 million people",
        "may 21 people come",
        "May I ask",
        "1200 BC",
        "its final year",
        "the last year of its term",
        "$2000",
        "20% of 2000 km",
        "year 999 or 2100",
        "20-year-old",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert found(text) == []


def test_two_dates_of_a_sentence_stay_two() -> None:
    assert [date["year"] for date in found("On 1 May 1968 and in May 1969.")] == [1968, 1969]


def test_an_article_belongs_to_the_span_and_not_to_the_words() -> None:
    text = "convened the first weekend of August in"
    [span] = dates.find(text, "en")
    assert text[span.start : span.end] == "the first weekend of August"
    assert span.date.words == "first weekend of August"


def test_a_date_that_counts_from_its_text_is_relative() -> None:
    assert dates.relative(Date(words="last week"))
    assert not dates.relative(Date(words="March 27", month=3, day=27))


@given(st.text() | st.text(alphabet="0123456789 -–/.,May June mayo de since siglo XVI th century ago last week"))
def test_every_date_lies_in_its_text_and_none_overlaps(text: str) -> None:
    languages: tuple[Language, ...] = ("en", "es")
    for language in languages:
        after = 0
        for span in dates.find(text, language):
            assert after <= span.start < span.end <= len(text)
            assert text[span.start : span.end].endswith(span.date.words)
            assert span.date.year is None or 1000 < span.date.year + 1 <= 2100
            after = span.end
