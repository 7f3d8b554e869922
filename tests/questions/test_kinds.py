"""A question's first words say which kind of answer it wants, in either language and however it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import AnswerKind
from knowledge.questions.kinds import recognise, recognise_asked
from knowledge.text.normalise import clean, fold
from tests.questions.asked import QUESTIONS

K = AnswerKind
NOUNS = (
    ("How many votes did they get?", " votes did they get?"),
    ("Which newspaper was it?", " newspaper was it?"),
    ("What kind of party is it?", " party is it?"),
    ("What is the address of the party?", "address of the party?"),
    ("Who is the leader of the POS?", "leader of the pos?"),
    ("Which leaders came?", "leaders came?"),
    ("List the newspapers", " the newspapers"),
    ("Hola, ¿cuántos votos sacaron?", " votos sacaron?"),
    ("¿Y qué periódico editaban?", " periodico editaban?"),
    ("¿Cuál es la ideología del MTS?", " ideologia del mts?"),
    ("¿Cuáles son los periódicos?", " periodicos?"),
)
"""Questions, and what stands in them from where the noun begins."""


def kind(question: str) -> AnswerKind:
    return recognise(fold(clean(question)))[0]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [(question, wanted) for wanted, questions in QUESTIONS.items() for question in questions],
)
def test_a_question_wants_its_kind_of_answer(question: str, wanted: AnswerKind) -> None:
    assert kind(question) is wanted


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What took over when Contracorriente was wound up?", K.WHICH),
        ("What has been the reaction when leaders were accused?", K.WHAT),
        ("How old was Zapata when he was killed?", K.HOW_MANY),
        ("Who was there when the congress met?", K.WHO),
        ("¿Quién dijo por qué se disolvió?", K.WHO),
        ("¿Cuántos eran cuando se fundó?", K.HOW_MANY),
        ("In 2016, who headed the list?", K.WHO),
        ("En 2016, ¿quién encabezó la lista?", K.WHO),
        ("Hola. ¿Cuándo se fundó?", K.WHEN),
    ],
)
def test_the_question_word_that_comes_first_decides(question: str, wanted: AnswerKind) -> None:
    assert kind(question) is wanted


@pytest.mark.parametrize(
    "question",
    [
        "Did the LTS ignore the founding document?",
        "Do you have anything on Trump?",
        "Hello, when was the LTS founded?",
        "¿Qué tal le fue a la lista en 2018?",
        "What's up with the POS?",
        "programa del MTS",
        "In what year did more than 40 die?",
    ],
)
def test_a_question_to_the_documents_is_neither_talk_nor_instruction(question: str) -> None:
    assert kind(question) not in {K.SMALL_TALK, K.INSTRUCTION, K.COMPARISON}


@pytest.mark.parametrize(("question", "rest"), NOUNS)
def test_the_noun_begins_behind_what_asks_for_it(question: str, rest: str) -> None:
    folded = fold(clean(question))
    _, begins = recognise(folded)
    assert begins is not None
    assert folded[begins:] == rest


@pytest.mark.parametrize("question", ["Who founded it?", "When?", "¿Cuánto dura?", "What did they do?", "hi", ""])
def test_a_question_without_a_noun_names_no_place(question: str) -> None:
    assert recognise(fold(question))[1] is None


@pytest.mark.parametrize("wanted", [K.WHO, K.WHEN, K.WHERE, K.HOW_MANY, K.WHICH, K.WHY, K.HOW, K.OPINION])
def test_what_is_known_to_ask_wants_the_same(wanted: AnswerKind) -> None:
    assert {recognise_asked(fold(question)) for question in QUESTIONS[wanted]} == {wanted}


@given(st.text() | st.lists(st.sampled_from("who when que cual how many los the ¿ ? , of ’s".split())).map(" ".join))
def test_any_text_has_a_kind_and_a_noun_within_it(text: str) -> None:
    folded = fold(text)
    found, begins = recognise(folded)
    assert found in AnswerKind
    assert begins is None or 0 <= begins <= len(folded)
