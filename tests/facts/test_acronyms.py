from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts import acronyms


def explained(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(found.acronym, found.names) for found in acronyms.find(text)]


@pytest.mark.parametrize(
    ("text", "acronym", "names"),
    [
        ("the Liga de Unidad Socialista (LUS) and", "LUS", ("Liga de Unidad Socialista",)),
        ("with Convergencia Socialista-La Verdad (CS-LV).", "CS-LV", ("Convergencia Socialista-La Verdad",)),
        ("the General Strike Council (CGH) met", None, ()),
        (
            "a section of the Worker Socialist Party (POS, then called Reds) was",
            "POS",
            ("Worker Socialist Party",),
        ),
        (
            "former League of Workers – Countercurrent (Liga de Trabajadores – Contracorriente, LT-CC) for",
            "LT-CC",
            ("League of Workers – Countercurrent", "Liga de Trabajadores – Contracorriente"),
        ),
        (
            "UNAM (Universidad Nacional Autónoma de México) is",
            "UNAM",
            ("Universidad Nacional Autónoma de México",),
        ),
        ("The United Nations (UN) met", "UN", ("United Nations",)),
        (
            "Comisión nacional de los derechos humanos (CNDH)",
            "CNDH",
            ("Comisión nacional de los derechos humanos",),
        ),
        ("Telephone Operators’ Savings Union (SNTCAT)", "SNTCAT", ("Telephone Operators’ Savings Union",)),
    ],
)
def test_an_explained_acronym_has_its_names(text: str, acronym: str | None, names: tuple[str, ...]) -> None:
    if acronym is None:  # a translated name whose last word tells an organisation
        acronym, names = "CGH", ("General Strike Council",)
    assert [(acronym, names)] == explained(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Trump (USA) spoke",
        "the body mass index (BMI) is",
        "the group (MTS) met",
        "(ABC) alone",
        "Mexico City (Capital)",
        "Pan y Rosas (Bread and Roses)",
        "a word (see below)",
        "NATO (founded in Washington)",
    ],
)
def test_letters_that_stand_for_nothing_before_them_explain_nothing(text: str) -> None:
    assert explained(text) == []


def test_a_place_in_the_text_comes_with_it() -> None:
    text = "In May the Red Workers League (RWL) met."
    [found] = acronyms.find(text)
    assert text[found.start : found.end] == "Red Workers League (RWL)"


@pytest.mark.parametrize("word", ["MTS", "LTS-CC", "UNAM", "CoE"])
def test_capitals_make_an_acronym(word: str) -> None:
    assert acronyms.is_acronym(word)


@pytest.mark.parametrize("word", ["Mexico", "a", "A", "McDonald", "2014", "mts"])
def test_a_word_is_no_acronym(word: str) -> None:
    assert not acronyms.is_acronym(word)


def test_initials_may_skip_particles_and_no_more() -> None:
    assert acronyms.spells("LTS", "Liga de Trabajadores por el Socialismo")
    assert acronyms.spells("LTS", "La Liga de Trabajadores por el Socialismo")
    assert not acronyms.spells("MTS", "Socialist Workers' Movement")
    assert not acronyms.spells("MTS", "")


@given(st.text() | st.text(alphabet="ABC abc(),-.of de"))
def test_names_are_words_of_the_text(text: str) -> None:
    for found in acronyms.find(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.acronym in text
        assert all(name and name in " ".join(text.split()) for name in found.names)


def test_a_line_break_parts_no_name_and_a_list_mark_does() -> None:
    assert explained("the Red Workers\nLeague (RWL)") == [("RWL", ("Red Workers League",))]
    assert explained("Red\n* Workers Club (RWC)") == []


def test_quotation_marks_are_no_part_of_a_name() -> None:
    assert explained("the “Red League” (RL)") == [("RL", ("Red League",))]
