"""A conversation: examples first, then an answer for every line, until the input ends."""

from __future__ import annotations

import io

from bot.console.chat import Chat
from bot.console.screen import Pipe
from bot.requests import Command
from knowledge.models import Language, Topic
from tests.console.fake import FakeAssistant, FakeExample


def _talk(assistant: FakeAssistant, *lines: str, language: Language = "en") -> str:
    stream = io.StringIO()
    typed = iter(lines)
    Chat(assistant, Pipe(stream), language).converse(lambda: next(typed, None))
    return stream.getvalue()


def _greet(assistant: FakeAssistant, language: Language = "en") -> str:
    stream = io.StringIO()
    Chat(assistant, Pipe(stream), language).greet()
    return stream.getvalue()


def test_the_greeting_shows_three_real_answers_with_their_sources() -> None:
    greeting = _greet(FakeAssistant())
    assert greeting.startswith("I answer from 3 documents, in their own words")
    asked = [line for line in greeting.splitlines() if line.startswith("fuentes> ")]
    assert asked == ["fuentes> /whois MTS", "fuentes> /elections 2016", "fuentes> When was the LTS founded?"]
    assert greeting.count(" · Wikipedia, CC BY-SA 4.0") >= 3


def test_an_example_of_an_unknown_command_is_passed_over() -> None:
    assert "fuentes> " not in _greet(FakeAssistant(examples=(FakeExample("dance", "MTS"),)))


def test_a_question_is_answered_and_the_end_of_input_ends() -> None:
    assert "> Its origins date back to 1988" in _talk(FakeAssistant(), "When was the LTS founded?")


def test_a_follow_up_inherits_the_topic_of_the_answer_before() -> None:
    assistant = FakeAssistant()
    _talk(assistant, "When was the LTS founded?", "and who?")
    assert assistant.topics == [None, Topic(entities=("mts",), attribute="founded")]


def test_the_examples_leave_no_topic_behind() -> None:
    assistant = FakeAssistant()
    chat = Chat(assistant, Pipe(io.StringIO()), "en")
    chat.greet()
    typed = iter(["and who?"])
    chat.converse(lambda: next(typed, None))
    assert assistant.topics[-1] is None


def test_commands_and_questions_are_told_apart() -> None:
    assistant = FakeAssistant()
    _talk(assistant, "/whois LTS", "elections 2016", "who is it?")
    assert [command for command, *_ in assistant.asked] == [Command.WHOIS, Command.ELECTIONS, Command.ASK]


def test_a_mistake_is_told_and_the_talk_goes_on() -> None:
    said = _talk(FakeAssistant(), "/elections abc", "/dance", "", "x" * 3000, "/whois MTS")
    assert "elections wants a year, like 2016." in said
    assert "There is no command /dance. /help lists them." in said
    assert "That is too long to look up" in said
    assert "Pan y Rosas" in said


def test_quit_ends_before_the_next_line() -> None:
    assistant = FakeAssistant()
    _talk(assistant, "/quit", "When was the LTS founded?")
    assert assistant.asked == []


def test_help_and_sources_are_in_the_language_of_the_person() -> None:
    said = _talk(FakeAssistant(), "/ayuda", "/sources", language="es")
    assert "/whois LTS       un nombre: qué dicen de él los documentos" in said
    assert "3 documentos, ninguno de los cuales da su propia fecha" in said
