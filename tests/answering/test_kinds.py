"""What a unit is asked for, and what it holds, is of the kind that a question wants."""

from __future__ import annotations

import pytest

from knowledge.answering import kinds
from knowledge.models import AnswerKind, Expansion, Language
from knowledge.questions.kinds import recognise_asked
from knowledge.retrieval.asks import AskedFor, AskIndex
from knowledge.retrieval.parted import part
from knowledge.text.names import NameMatcher
from tests.answering.club import club, room, wanting


def asked_with(*asks: str, language: Language = "en") -> AskedFor:
    expansion = Expansion(document="d", span=(0, 1), asks=tuple((language, ask) for ask in asks))
    (asked_for,) = AskIndex(part([expansion], NameMatcher(())), recognise_asked).within("d", 0, 1)
    return asked_for


@pytest.mark.parametrize(
    ("kind", "ask", "served"),
    [
        (AnswerKind.WHEN, "When was Spark founded?", True),
        (AnswerKind.WHEN, "Who founded Spark?", False),
        (AnswerKind.WHO, "Who founded Spark?", True),
        (AnswerKind.WHO, "Which people founded Spark?", True),
        (AnswerKind.WHO, "When was Spark founded?", False),
        (AnswerKind.WHERE, "Where did Spark row?", True),
        (AnswerKind.WHERE, "Why did Spark row?", False),
        (AnswerKind.HOW_MANY, "What percentage was sold?", True),
        (AnswerKind.SHARE, "How many copies were sold?", True),
        (AnswerKind.HOW_MANY, "Who sold copies?", False),
        (AnswerKind.WHY, "Why did Spark lose?", True),
        (AnswerKind.WHY, "When did Spark lose?", False),
        (AnswerKind.WHAT, "When did Spark lose?", True),
        (AnswerKind.LIST, "When did Spark lose?", True),
    ],
)
def test_a_thing_is_asked_for_with_questions_of_a_kind(kind: AnswerKind, ask: str, served: bool) -> None:
    assert kinds.asked(wanting(kind), asked_with(ask)) is served


def test_one_ask_of_the_kind_is_enough() -> None:
    assert kinds.asked(wanting(AnswerKind.WHEN), asked_with("Who founded Spark?", "When did it begin?"))


def test_the_languages_of_ask_and_question_may_differ() -> None:
    asked_for = asked_with("¿Cuándo se fundó Spark?", language="es")
    assert kinds.asked(wanting(AnswerKind.WHEN), asked_for)
    assert not kinds.asked(wanting(AnswerKind.WHO), asked_for)


@pytest.mark.parametrize("kind", AnswerKind)
def test_nothing_is_known_against_what_nobody_described(kind: AnswerKind) -> None:
    assert kinds.asked(wanting(kind), AskedFor(frozenset({"journal"})))


@pytest.mark.parametrize(
    ("question", "text", "precise"),
    [
        ("When was it?", "It was on March 27.", True),
        ("What year was it?", "It was on March 27.", False),
        ("What year was it?", "It was in 1997.", True),
        ("¿En qué año fue?", "Fue el 3 de mayo.", False),
        ("¿En qué año fue?", "Fue en 2019.", True),
        ("What day was it?", "It was in 1997.", False),
        ("What day was it?", "It was on March 27.", True),
        ("What day was it?", "It was on Sunday.", True),
        ("On which date was it?", "It was 3 May.", True),
        ("¿Qué día fue?", "Fue en mayo.", False),
        ("¿Qué día fue?", "Fue el 3 de mayo.", True),
        ("Which month was it?", "It was in 1997.", False),
        ("Which month was it?", "It was in May 1997.", True),
        ("¿En qué mes fue?", "Fue en enero.", True),
        ("¿En qué mes fue?", "Fue en 2019.", False),
    ],
)
def test_a_date_is_as_precise_as_the_question_wants(question: str, text: str, precise: bool) -> None:
    unit = room(None, None, note=text).unit(text)
    assert kinds.precise(wanting(AnswerKind.WHEN, question), unit) is precise


def test_the_period_of_a_fact_gives_a_year() -> None:
    facts = """
[attributes.word]
label = { en = "Word", es = "Lema" }
[[entities]]
id = "rc"
kind = "organisation"
name = "River Club"
[[facts]]
entity = "rc"
attribute = "word"
value = "Row on"
from = "1997"
document = "note"
quote = "Row on was the word."
"""
    unit = room(facts, None, note="Row on was the word.").unit("Row on")
    assert kinds.precise(wanting(AnswerKind.WHEN, "What year?"), unit)


def test_only_a_question_for_a_date_wants_precision() -> None:
    unit = club().unit("lost two boats")
    assert kinds.precise(wanting(AnswerKind.WHO, "Who won the year?"), unit)


def test_a_unit_holds_a_kind_by_its_text() -> None:
    assert kinds.holds(wanting(AnswerKind.WHY), club().unit("lost two boats"))
    assert not kinds.holds(wanting(AnswerKind.WHEN), club().unit("lost two boats"))
