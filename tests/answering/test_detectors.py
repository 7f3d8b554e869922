"""A sentence holds the kind of answer wanted, or not; in both languages, and never what the question says itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering import detectors
from knowledge.models import AnswerKind
from tests.answering.club import wanting


def found(kind: AnswerKind, text: str, question: str = "?") -> list[str]:
    return [text[start:end] for start, end in detectors.find(wanting(kind, question), text)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("In 1997 it began.", ["1997"]),
        ("They met on May 21 and 22, 2019.", ["May 21 and 22, 2019"]),
        ("El 3 de mayo de 2019 se reunieron.", ["3 de mayo de 2019"]),
        ("In late 2013 they met.", ["late 2013"]),
        ("It was done in the 1970s.", ["1970s"]),
        ("They left on Sunday.", ["Sunday"]),
        ("Se fueron el lunes.", ["lunes"]),
        ("It met the first weekend of August.", ["first weekend of August"]),
        ("Fue el último fin de semana de agosto.", ["último fin de semana de agosto"]),
        ("Last week no, last week yes.", ["last week"]),
        ("It won three years later.", ["three years later"]),
        ("En 1999–2000 hubo huelga.", ["1999–2000"]),
        ("In the 19th century.", ["19th century"]),
        ("En el siglo XIX.", ["siglo XIX"]),
        ("About 300 BC it sank.", ["300 BC"]),
        ("They marched and they may march.", []),
        ("Nobody paid.", []),
    ],
)
def test_dates_are_found(text: str, dates: list[str]) -> None:
    assert found(AnswerKind.WHEN, text) == dates


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It sold 10,720 copies.", ["10,720"]),
        ("They got about 11 thousand votes.", ["about 11 thousand"]),
        ("It drew forty guests.", ["forty"]),
        ("Asistieron doce socios.", ["doce"]),
        ("It cost $3 million.", ["$3 million"]),
        ("Came more than 20 people.", ["more than 20"]),
        ("Costó casi 40 millones de pesos.", ["casi 40 millones"]),
        ("Nobody paid.", []),
    ],
)
def test_figures_are_found_with_what_belongs_to_them(text: str, figures: list[str]) -> None:
    assert found(AnswerKind.HOW_MANY, text) == figures


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("It sold 10,720 copies, about 6% of all.", ["6%"]),
        ("Fue el 12 por ciento de 300 votos.", ["12 por ciento"]),
        ("It was 1.85 percent.", ["1.85 percent"]),
        ("La mitad de 40 remeros.", ["mitad"]),
        ("It was 0.51 of them.", ["0.51"]),
        ("Nobody paid.", []),
    ],
)
def test_a_share_is_preferred_and_a_bare_figure_may_be_one(text: str, shares: list[str]) -> None:
    assert found(AnswerKind.SHARE, text) == shares


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was founded by Sergio Paz.", ["Sergio Paz"]),
        ("La presidenta es Carmen Ríos.", ["Carmen Ríos"]),
        ("Entonces habló José María de la Cruz.", ["José María de la Cruz"]),
        ("INE granted it.", ["INE"]),
        ("Nobody paid.", []),
    ],
)
def test_names_are_found_but_not_the_capital_of_a_first_word(text: str, names: list[str]) -> None:
    assert found(AnswerKind.WHO, text) == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("They rowed to Low Town in three days.", ["Low Town"]),
        ("Fue en la ciudad de Puerto Esperanza ayer.", ["Puerto Esperanza"]),
        ("He went from Port Hope to Low Town by boat.", ["Port Hope", "Low Town"]),
        ("They met in the harbour.", []),
    ],
)
def test_places_are_found_behind_the_words_that_place_them(text: str, places: list[str]) -> None:
    assert found(AnswerKind.WHERE, text) == places


@pytest.mark.parametrize(
    ("kind", "question", "text", "expected"),
    [
        (AnswerKind.WHO, "Who formed Spark?", "In truth Spark was formed by Ana Paz.", ["Ana Paz"]),
        (AnswerKind.WHEN, "When in 2014?", "In 2014, on May 3.", ["May 3"]),
        (AnswerKind.HOW_MANY, "How many of the 40?", "Of the 40 came 12.", ["12"]),
        (AnswerKind.WHERE, "¿En qué parte de Utopía?", "Está en Utopia.", []),
    ],
)
def test_what_the_question_says_is_never_the_answer(
    kind: AnswerKind, question: str, text: str, expected: list[str]
) -> None:
    assert [words.rstrip(".") for words in found(kind, text, question)] == expected


@pytest.mark.parametrize("kind", [AnswerKind.WHAT, AnswerKind.WHY, AnswerKind.LIST, AnswerKind.NONE])
def test_kinds_that_any_sentence_answers_mark_nothing(kind: AnswerKind) -> None:
    assert found(kind, "In 1997 Ana Paz sold 12 boats in Low Town.") == []


@pytest.mark.parametrize(
    ("kind", "text", "held"),
    [
        (AnswerKind.WHY, "They lost because of a storm.", True),
        (AnswerKind.WHY, "No fueron porque llovía.", True),
        (AnswerKind.WHY, "They lost.", False),
        (AnswerKind.WHEN, "In 1997 it began.", True),
        (AnswerKind.WHEN, "It began.", False),
        (AnswerKind.WHO, "It began.", False),
        (AnswerKind.WHERE, "It began in Low Town.", True),
        (AnswerKind.HOW_MANY, "It began.", False),
        (AnswerKind.SHARE, "It was 6%.", True),
        (AnswerKind.WHAT, "It began.", True),
        (AnswerKind.LIST, "It began.", True),
        (AnswerKind.OPINION, "It began.", True),
    ],
)
def test_a_sentence_could_hold_an_answer_of_a_kind_or_not(kind: AnswerKind, text: str, held: bool) -> None:
    assert detectors.holds(wanting(kind), text) is held


@pytest.mark.parametrize(
    ("noun", "text", "counted"),
    [
        ("boats", "The crew lost two boats.", True),
        ("boat", "The boats were two.", True),
        ("socios", "Asistieron doce socios.", True),
        ("boats", "Two crews went far beyond the river bend and lost all their boats.", False),
        ("boats", "The crew lost its boats.", False),
        (None, "The crew lost two.", True),
        (None, "The crew lost.", False),
    ],
)
def test_a_figure_counts_the_noun_that_it_stands_beside(noun: str | None, text: str, counted: bool) -> None:
    assert detectors.counts(wanting(AnswerKind.HOW_MANY, noun=noun), text) is counted


@given(st.sampled_from(AnswerKind), st.text(max_size=300), st.text(max_size=40))
def test_what_is_found_lies_in_any_text_and_is_not_empty(kind: AnswerKind, text: str, question: str) -> None:
    for start, end in detectors.find(wanting(kind, question), text):
        assert 0 <= start < end <= len(text)
    detectors.holds(wanting(kind, question), text)
