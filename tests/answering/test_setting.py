"""What a document tells as a whole is what reading all of it finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.setting import Setting, years_in
from knowledge.text.names import Name, NameMatcher

NAMES = NameMatcher(
    [
        Name("José Ángel Peña", "jose", person=True),
        Name("Worker's Party of the U.S.", "party"),
        Name("UN", "un"),
        Name("Ciudad de México", "city"),
        Name("México", "country"),
    ]
)
PIECES = (
    "José Ángel Peña|jose angel|PEÑA|pena|Pen\u0303a|Jose\u0301|the worker’s party of the U.S.|Workers Party|UN|un|"
    "Ciudad|de|México|MÉXICO|ÁÉ|LTS|Lts|POS-MAS|1988|1620–21|in 1970 / 1972|-88|19,88|21|.|\n\n"
).split("|")
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.lists(
    st.sampled_from(PIECES), max_size=6
).map("".join)


@given(TEXTS, st.sets(st.sampled_from(["jose", "party", "un", "city", "country", "nobody"])))
def test_it_names_whom_the_matcher_finds_in_a_paragraph(text: str, entities: set[str]) -> None:
    paragraphs = text.split("\n\n")
    found = {entity for each in paragraphs for mention in NAMES.find(each) for entity in mention.entities}
    assert Setting(text, NAMES).names_any(frozenset(entities)) is bool(found & entities)


@given(TEXTS, st.sampled_from([1620, 1621, 1970, 1972, 1988, 2021]))
def test_it_tells_the_years_that_stand_in_it(text: str, year: int) -> None:
    assert Setting(text, NAMES).tells_year(year) is (year in years_in(text))


def test_a_word_in_capitals_is_told_by_its_folded_form() -> None:
    setting = Setting("The LTS, in MÉXICO, and the POS-MAS of Año", NAMES)
    told = [form for form in ("lts", "mexico", "pos", "mas", "the", "año", "ts") if setting.writes_in_capitals(form)]
    assert told == ["lts", "mexico", "pos", "mas"]
