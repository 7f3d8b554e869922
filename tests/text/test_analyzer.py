"""Terms are the same for words that mean the same, in passages and in questions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import Language
from knowledge.text.analyzer import GramAnalyzer, StemAnalyzer, content, forms, grams, stems
from knowledge.text.normalise import fold
from knowledge.text.stopwords import STOPWORDS

LANGUAGES: tuple[Language, ...] = ("en", "es")
languages = st.sampled_from(LANGUAGES)


def content_words(text: str, language: Language = "en") -> list[str]:
    return [word for word, *_ in content(text, language)]


class TestStems:
    @pytest.mark.parametrize(
        ("one", "other"),
        [("founded", "founding"), ("elections", "election"), ("workers", "worker")],
    )
    def test_of_english_forms_meet(self, one: str, other: str) -> None:
        assert stems(one)[0] == stems(other)[0]

    @pytest.mark.parametrize(
        ("one", "other"),
        [("fundaron", "fundar"), ("elecciones", "eleccion"), ("trabajadores", "trabajador")],
    )
    def test_of_spanish_forms_meet(self, one: str, other: str) -> None:
        assert stems(one)[1] == stems(other)[1]

    def test_of_a_word_are_one_of_each_language(self) -> None:
        assert len(stems("huelgas")) == 2

    @given(st.text())
    def test_are_made_of_anything(self, word: str) -> None:
        assert all(isinstance(stem, str) for stem in stems(fold(word)))

    @given(st.text(alphabet="abcdefghñ", min_size=1), languages)
    def test_are_among_the_forms_of_a_word_with_the_word_itself(self, word: str, language: Language) -> None:
        assert set(forms(word, language)) == {word, stems(word)[LANGUAGES.index(language)]}


class TestGrams:
    def test_are_the_four_letter_pieces_between_the_edges_of_a_word(self) -> None:
        assert grams("huelga") == ("_hue", "huel", "uelg", "elga", "lga_")

    @pytest.mark.parametrize(("word", "whole"), [("a", "_a_"), ("pos", "_pos")])
    def test_of_a_short_word_begin_with_its_edge(self, word: str, whole: str) -> None:
        assert grams(word)[0] == whole

    @given(st.text(min_size=1))
    def test_put_together_are_the_word(self, word: str) -> None:
        pieces = grams(word)
        assert f"_{word}_" == pieces[0] + "".join(piece[-1] for piece in pieces[1:])


class TestContent:
    @pytest.mark.parametrize(
        ("text", "language", "expected"),
        [
            ("When was the newspaper of the LTS founded?", "en", ["newspaper", "lts", "founded"]),
            ("¿Cuándo se fundó el periódico de la LTS?", "es", ["fundo", "periodico", "lts"]),
            ("cuando se fundo el periodico", "es", ["fundo", "periodico"]),
            ("AMLO’s march and the year's end", "en", ["amlo", "march", "year", "end"]),
            ("D'Atri and D’Atri", "en", ["datri", "datri"]),
            ("what's their don’t", "en", []),
            ("10,720 votos", "es", ["10720", "votos"]),
            ("10.720 votos", "es", ["10720", "votos"]),
            ("el año 1988", "es", ["año", "1988"]),
            ("the 19th congress", "en", ["19", "congress"]),
            ("el 19º congreso", "es", ["19", "congreso"]),
        ],
    )
    def test_is_folded_words_without_stop_words(self, text: str, language: Language, expected: list[str]) -> None:
        assert content_words(text, language) == expected

    def test_counts_a_stop_word_in_capitals(self) -> None:
        assert content_words("Did the US and the UN leave us?") == ["us", "un", "leave"]
        assert content_words("Does the U.S.") == ["us"]

    def test_counts_no_stop_word_where_everything_is_in_capitals(self) -> None:
        assert content_words("WHEN WAS THE LTS FOUNDED") == ["lts", "founded"]

    @given(st.text(), languages)
    def test_names_where_each_word_stands(self, text: str, language: Language) -> None:
        assert all(text[start:end] == token for _, token, start, end in content(text, language))


class TestAnalyzers:
    def test_repeat_a_term_as_often_as_it_occurs(self) -> None:
        assert StemAnalyzer().terms("strike after strike", "en").count(stems("strike")[0]) == 2
        assert GramAnalyzer().terms("strike after strike", "en").count("stri") == 2

    def test_find_no_term_in_stop_words(self) -> None:
        assert StemAnalyzer().terms("who was it", "en") + GramAnalyzer().terms("who was it", "en") == []

    @given(st.lists(st.sampled_from(["Huelga", "México", "partido", "Año", "10,720"])), languages)
    def test_do_not_mind_case_or_accents(self, words: list[str], language: Language) -> None:
        text = " ".join(words)
        for analyzer in (StemAnalyzer(), GramAnalyzer()):
            assert analyzer.terms(text, language) == analyzer.terms(fold(text), language)

    def test_find_a_misspelt_word_by_most_of_its_pieces(self) -> None:
        typed, meant = (set(GramAnalyzer().terms(word, "es")) for word in ("Contracoriente", "Contracorriente"))
        assert len(typed & meant) > len(typed) / 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_stop_words_are_folded(language: Language) -> None:
    assert [word for word in STOPWORDS[language] if fold(word) != word] == []
