"""A follow-up takes from the exchange before what it leaves out, and a question of its own takes nothing."""

from __future__ import annotations

import pytest

from knowledge.models import Language, Query, Topic
from knowledge.questions.analysis import Analyst
from knowledge.questions.followups import inherit

TOPIC = Topic(entities=("lts",), years=(2016,), attribute="newspaper")
LABELS = {"lts": "LTS", "mts": "MTS", "newspaper": "newspaper"}


def label(identifier: str, language: Language) -> str:
    return f"{LABELS[identifier]}/{language}"


def follow_up(analyst: Analyst, question: str, topic: Topic | None = TOPIC) -> Query:
    return inherit(analyst.analyse(question), topic, label)


@pytest.mark.parametrize(
    "question",
    [
        "When was it founded?",
        "and its think tank?",
        "what did they publish in all those long years of the strike",
        "who expelled them from the congress of the workers?",
        "what about the congress?",
        "¿Y cuándo se disolvió?",
        "¿y la de antes?",
        "por qué la disolvieron ellos mismos en aquel congreso",
        "where?",
    ],
)
def test_a_question_that_leans_or_is_short_inherits_the_names(analyst: Analyst, question: str) -> None:
    query = follow_up(analyst, question)
    assert query.entities == ("lts",)
    assert query.inherited


@pytest.mark.parametrize(
    "question",
    [
        "When was the congress of electricians dissolved?",
        "¿Cuántas personas participaron en la huelga de la universidad?",
        "hello",
        "thanks a lot",
        "write a poem about it",
    ],
)
def test_a_question_that_stands_alone_inherits_nothing(analyst: Analyst, question: str) -> None:
    assert follow_up(analyst, question) == analyst.analyse(question)


def test_a_question_keeps_its_own_names(analyst: Analyst) -> None:
    assert follow_up(analyst, "and the MTS?").entities == ("mts",)
    assert follow_up(analyst, "and who is Sergio?").entities == ()


def test_a_name_alone_inherits_what_was_asked(analyst: Analyst) -> None:
    query = follow_up(analyst, "and the MTS?")
    assert (query.entities, query.years, query.attribute) == (("mts",), (2016,), "newspaper")


def test_an_attribute_alone_inherits_whom_and_when(analyst: Analyst) -> None:
    query = follow_up(analyst, "and its youth wing?")
    assert (query.entities, query.years, query.attribute) == (("lts",), (2016,), "youth-wing")


def test_a_year_alone_inherits_whom_and_what(analyst: Analyst) -> None:
    query = follow_up(analyst, "and in 2018?")
    assert (query.entities, query.years, query.attribute) == (("lts",), (2018,), "newspaper")


def test_a_question_with_words_of_its_own_inherits_neither_year_nor_attribute(analyst: Analyst) -> None:
    query = follow_up(analyst, "and who dissolved it?")
    assert (query.entities, query.years, query.attribute) == (("lts",), (), None)


def test_retrieval_reads_what_is_inherited_in_the_language_of_the_question(analyst: Analyst) -> None:
    assert follow_up(analyst, "¿y cuándo se disolvió?").reading == "¿y cuándo se disolvió? LTS/es"
    assert follow_up(analyst, "and in 2018?").reading == "and in 2018? LTS/en newspaper/en"


def test_what_was_typed_stays(analyst: Analyst) -> None:
    assert follow_up(analyst, "and its strike?").text == "and its strike?"


@pytest.mark.parametrize("topic", [None, Topic()])
def test_without_a_topic_nothing_is_inherited(analyst: Analyst, topic: Topic | None) -> None:
    assert follow_up(analyst, "and when was it?", topic) == analyst.analyse("and when was it?")


def test_what_follows_is_sought_first_where_the_question_before_was_answered(analyst: Analyst) -> None:
    topic = Topic(entities=("lts",), passage="0123456789")
    assert follow_up(analyst, "When was it founded?", topic).follows == "0123456789"
    assert follow_up(analyst, "and the others?", Topic(passage="0123456789")).follows == "0123456789"
    assert follow_up(analyst, "When was the congress of electricians dissolved?", topic).follows is None


@pytest.mark.parametrize("question", ["and now?", "which one is current?", "¿y la actual?", "¿cuál tienen ahora?"])
def test_what_holds_now_is_not_asked_of_the_years_before(analyst: Analyst, question: str) -> None:
    query = follow_up(analyst, question)
    assert (query.entities, query.years, query.attribute) == (("lts",), (), "newspaper")


def test_a_share_is_not_what_was_asked_for_before(analyst: Analyst) -> None:
    assert follow_up(analyst, "and the percentage?").attribute is None
