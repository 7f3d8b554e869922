"""A question becomes a query: what is asked for, of whom, and when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import AnswerKind, Language
from knowledge.questions.analysis import Analyst

WORDS = "¿Qué which how many cuántos LTS lts Sergio contracoriente 2016 10,720 años NATO XIV ’s? – the ¡ñ".split()


class TestAnyText:
    @given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join), st.sampled_from([None, "en", "es"]))
    def test_becomes_a_query(self, analyst: Analyst, text: str, language: Language | None) -> None:
        query = analyst.analyse(text, language)
        assert query.language in ({"en", "es"} if language is None else {language})
        assert len(query.terms) == len(query.words) == len(set(query.terms))
        assert all(word in query.text for word in query.words)
        assert not {str(year) for year in query.years} & set(query.terms)
        assert query == analyst.analyse(text, language)

    @pytest.mark.parametrize("text", ["", " ", "???", "\x00\u202e", "\ud83d"])
    def test_may_be_no_question_at_all(self, analyst: Analyst, text: str) -> None:
        query = analyst.analyse(text)
        assert query.kind is AnswerKind.NONE
        assert not query.terms

    def test_is_cleaned(self, analyst: Analyst) -> None:
        assert analyst.analyse(" When\u200b was\tit? ").text == "When was it?"

    def test_is_read_in_its_own_language_unless_told(self, analyst: Analyst) -> None:
        assert analyst.analyse("¿Cuándo se fundó?").language == "es"
        assert analyst.analyse("¿Cuándo se fundó?", "en").language == "en"
        assert analyst.analyse("LTS").language == "en"


class TestTerms:
    @pytest.mark.parametrize(
        ("question", "terms"),
        [
            ("When was the strike dissolved?", ("strike", "dissolved")),
            ("In which year was the strike?", ("strike",)),
            ("¿En qué año fue la huelga?", ("huelga",)),
            ("en que ano fue la huelga", ("huelga",)),
            ("Which city hosted the congress?", ("hosted", "congress")),
            ("What percentage of votes?", ("votes",)),
            ("What do the documents say about strikes?", ("strikes",)),
            ("¿Qué significan las siglas XYZ?", ("xyz",)),
            ("strike, strike and strike", ("strike",)),
        ],
    )
    def test_are_what_a_passage_must_hold(self, analyst: Analyst, question: str, terms: tuple[str, ...]) -> None:
        assert analyst.analyse(question).terms == terms

    def test_leave_out_names_and_years(self, analyst: Analyst) -> None:
        query = analyst.analyse("Was the Socialist Workers Movement on strike in 2016?")
        assert query.terms == ("strike",)

    def test_come_with_the_words_as_typed(self, analyst: Analyst) -> None:
        query = analyst.analyse("¿Qué Huelga apoyó?")
        assert query.words == ("Huelga", "apoyó")
        assert query.terms == ("huelga", "apoyo")


class TestNames:
    def test_are_the_entities_in_order_each_once(self, analyst: Analyst) -> None:
        query = analyst.analyse("Did the POS expel the LTS, or the lts the pos?")
        assert query.entities == ("pos", "lts")

    def test_of_several_bearers_are_ambiguous(self, analyst: Analyst) -> None:
        query = analyst.analyse("Who is Sergio?")
        assert query.ambiguous == ("Sergio",)
        assert query.entities == ()

    def test_are_found_where_they_are_misspelt(self, analyst: Analyst) -> None:
        query = analyst.analyse("did contracoriente leave the LTS?")
        assert query.entities == ("contracorriente", "lts")
        assert query.terms == ("leave",)

    @pytest.mark.parametrize(
        ("question", "entity"), [("que es Armas de la Critcia", "armas"), ("who is Sulem Estarda", "estrada")]
    )
    def test_are_found_where_one_of_their_words_is_misspelt(self, analyst: Analyst, question: str, entity: str) -> None:
        assert analyst.analyse(question).entities == (entity,)


class TestFigures:
    @pytest.mark.parametrize(
        ("question", "years", "numbers"),
        [
            ("What happened in 2016?", (2016,), ()),
            ("from 1988 to 2014, and in 1988", (1988, 2014), ()),
            ("1999–2000", (1999, 2000), ()),
            ("Who got 10,720 votes?", (), ("10,720",)),
            ("¿Quién obtuvo 10.720 votos en 2016?", (2016,), ("10.720",)),
            ("Was it 0.51 or 1.85 in 2018.", (2018,), ("0.51", "1.85")),
            ("2,016 votes or 2016.5", (), ("2,016", "2016.5")),
            ("the 5th list, 27N and YoSoy132", (), ()),
            ("32 delegates of 20000", (), ("32", "20000")),
            ("the year 2150", (), ("2150",)),
            ("What happened in ’94?", (1994,), ()),
            ("the strike of '99 and the one in '06", (1999, 2006), ()),
            ("¿y en el 18?", (2018,), ()),
            ("qué pasó en el 94 en Chiapas", (1994,), ()),
            ("why did they strike in 99", (1999,), ()),
            ("la marcha del 27", (), ("27",)),
            ("la huelga del 99", (1999,), ()),
            ("el 27 de marzo en 20 ciudades", (), ("27", "20")),
            ("subió el 20% en 12 meses", (), ("20", "12")),
        ],
    )
    def test_are_years_or_numbers(
        self, analyst: Analyst, question: str, years: tuple[int, ...], numbers: tuple[str, ...]
    ) -> None:
        query = analyst.analyse(question)
        assert query.years == years
        assert query.numbers == numbers


class TestAcronyms:
    @pytest.mark.parametrize(
        ("question", "acronyms"),
        [
            ("Did the NATO and the PCM join the LTS?", ("NATO", "PCM")),
            ("the PCM-ML and the PCM", ("PCM-ML", "PCM")),
            ("What is the MTS?", ()),
            ("WHEN was it founded, and by WHO?", ()),
            ("the XIX congress, chapter IV", ()),
            ("ok, at 5 PM on TV", ()),
            ("WHAT IS THE PCM", ()),
            ("nato", ()),
        ],
    )
    def test_are_capitals_that_nobody_in_the_corpus_bears(
        self, analyst: Analyst, question: str, acronyms: tuple[str, ...]
    ) -> None:
        assert analyst.analyse(question).acronyms == acronyms


class TestNoun:
    @pytest.mark.parametrize(
        ("question", "noun"),
        [
            ("How many votes did the LTS get?", "votes"),
            ("How many of the delegates voted?", "delegates"),
            ("how many people died", "people"),
            ("Which research centre did they open?", "research centre"),
            ("Which LTS newspaper was it?", "newspaper"),
            ("What kind of party is it?", "party"),
            ("Which armed group left?", "armed group"),
            ("What is the web address of the MTS?", "web address"),
            ("Who is the leader of the POS?", "leader"),
            ("¿Cuántos votos sacó Contracorriente?", "votos"),
            ("cuantas personas marcharon", "personas"),
            ("¿Qué otro periódico editaban?", "periódico"),
            ("¿Cuál es la ideología del MTS?", "ideología"),
            ("¿Quién es la presidenta del congreso?", "presidenta"),
        ],
    )
    def test_is_what_is_counted_or_chosen(self, analyst: Analyst, question: str, noun: str) -> None:
        assert analyst.analyse(question).noun == noun

    @pytest.mark.parametrize(
        "question",
        [
            "How many were there?",
            "How many did they get?",
            "What did they say?",
            "Which is it?",
            "Which won?",
            "What took over?",
            "¿Qué hizo la LTS en Oaxaca?",
            "¿Qué fundó la LTS?",
            "¿Cuánto costaba?",
            "When was the strike?",
        ],
    )
    def test_is_missing_where_nothing_is_counted_or_chosen(self, analyst: Analyst, question: str) -> None:
        assert analyst.analyse(question).noun is None


class TestAttribute:
    @pytest.mark.parametrize(
        ("question", "attribute"),
        [
            ("What newspaper did they edit?", "newspaper"),
            ("the newspaper's name", "newspaper"),
            ("¿Qué PERIODICO editaban?", "newspaper"),
            ("What is its youth wing?", "youth-wing"),
            ("which wing is it", "teacher-wing"),
            ("¿Y el ala juvenil?", "youth-wing"),
            ("its founding date", "founded"),
            ("newspapers", None),
            ("What was the date and the year of the strike?", None),
            ("When was it founded?", None),
        ],
    )
    def test_is_named_by_the_longest_of_its_words(self, analyst: Analyst, question: str, attribute: str | None) -> None:
        assert analyst.analyse(question).attribute == attribute


class TestCorrections:
    def test_say_what_was_typed_and_what_was_read(self, analyst: Analyst) -> None:
        query = analyst.analyse("When was the nwespaper's strikke?")
        assert query.corrected == (("nwespaper", "newspaper"), ("strikke", "strike"))
        assert query.reading == "When was the newspaper strike?"
        assert query.text == "When was the nwespaper's strikke?"
        assert query.terms == ("newspaper", "strike")

    @pytest.mark.parametrize("question", ["When was the newspaper founded?", "zzyzx", "the Moissen strike"])
    def test_leave_known_words_names_and_strange_words_alone(self, analyst: Analyst, question: str) -> None:
        query = analyst.analyse(question)
        assert query.corrected == ()
        assert query.reading == query.text
