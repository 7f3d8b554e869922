"""Words that differ in case, accents, width or typography only get one form."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.normalise import clean, fold, number, tokens, unify


def words(text: str) -> list[str]:
    return [token for token, *_ in tokens(text)]


class TestClean:
    @pytest.mark.parametrize(
        ("typed", "cleaned"),
        [
            ("  two\t words\n", "two words"),
            ("a\u00a0b\u2028c\x85d", "a b c d"),
            ("L\u200bT\u00adS", "LTS"),
            ("\u202eSTL\u202c \u2066x\u2069", "STL x"),
            ("nul\x00 bell\x07", "nul bell"),
            ("half \ud83d pair", "half pair"),
            ("an\u0303o", "año"),
            ("e\u200d\u0301", "é"),
            ("\ufeff", ""),
            ("", ""),
        ],
    )
    def test_drops_what_cannot_be_seen(self, typed: str, cleaned: str) -> None:
        assert clean(typed) == cleaned

    def test_keeps_punctuation_and_signs(self) -> None:
        assert clean("¿Ganó 0,51 %? — «sí» #YoSoy132 🔍") == "¿Ganó 0,51 %? — «sí» #YoSoy132 🔍"

    @given(st.text())
    def test_changes_nothing_twice(self, text: str) -> None:
        assert clean(text) == clean(clean(text))

    @given(st.text())
    def test_leaves_text_that_can_be_encoded_and_printed(self, text: str) -> None:
        cleaned = clean(text)
        assert cleaned.encode().decode() == cleaned
        assert not any(unicodedata.category(char).startswith("C") for char in cleaned)


class TestUnify:
    def test_gives_quotation_marks_dashes_and_spaces_their_plain_form(self) -> None:
        assert unify("“a” ‘b’ – c\u00a0— d") == "\"a\" 'b' - c - d"

    @given(st.text())
    def test_puts_one_character_for_one(self, text: str) -> None:
        assert len(unify(text)) == len(text)


class TestFold:
    @pytest.mark.parametrize(
        ("word", "folded"),
        [
            ("Cuándo", "cuando"),
            ("PERIÓDICO", "periodico"),
            ("pingüino", "pinguino"),
            ("Año", "año"),
            ("AÑO", "año"),
            ("an\u0303o", "año"),
            ("organizacio\u0301n", "organizacion"),
            ("Straße", "strasse"),
            ("10,720", "10,720"),
        ],
    )
    def test_drops_case_and_accents_but_the_tilde(self, word: str, folded: str) -> None:
        assert fold(word) == folded

    @given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
    def test_does_not_mind_how_a_letter_is_composed(self, word: str) -> None:
        assert fold(unicodedata.normalize("NFC", word)) == fold(unicodedata.normalize("NFD", word))


class TestTokens:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The LTS-CC, 1988–2014.", ["The", "LTS", "CC", "1988", "2014"]),
            ("10,720 votes (0.51 %)", ["10,720", "votes", "0.51"]),
            ("the U.S. and E.E.U.U.", ["the", "U.S.", "and", "E.E.U.U."]),
            ("D'Atri’s AMLO’s workers'", ["D'Atri’s", "AMLO’s", "workers"]),
            ("#YoSoy132 snake_case", ["YoSoy132", "snake", "case"]),
            ("¿Qué pasó?", ["Qué", "pasó"]),
            ("organizacio\u0301n", ["organizacio\u0301n"]),
            ("— … !", []),
        ],
    )
    def test_are_words_and_figures_as_written(self, text: str, expected: list[str]) -> None:
        assert words(text) == expected

    @given(st.text())
    def test_are_slices_of_the_text_in_order(self, text: str) -> None:
        found = tokens(text)
        assert all(text[start:end] == token for token, start, end in found)
        places = [place for _, *span in found for place in span]
        assert places == sorted(places)

    @given(st.text())
    def test_hold_every_letter_and_digit(self, text: str) -> None:
        assert [char for char in text if char.isalnum()] == [
            char for word in words(text) for char in word if char.isalnum()
        ]


class TestNumber:
    @pytest.mark.parametrize(
        ("written", "one_way"),
        [
            ("10,720", "10720"),
            ("10.720", "10720"),
            ("10720", "10720"),
            ("1,234,567", "1234567"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("0,51", "0.51"),
            ("0.510", "0.510"),
            ("1.85", "1.85"),
            ("2016", "2016"),
        ],
    )
    def test_is_written_one_way(self, written: str, one_way: str) -> None:
        assert number(written) == one_way
