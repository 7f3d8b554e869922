"""The shipped library asked as a person asks it, and what the terminal then shows."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from bot.console.layout import lay_out
from bot.presentation.parts import Part, Quote
from bot.presentation.places import Library
from bot.presentation.reply import compose
from bot.requests import Command, Request, respond
from knowledge.assistant import Assistant
from knowledge.bootstrap import open_assistant
from knowledge.models import Answer, Language, Topic

ARTICLE = "Socialist Workers Movement (Mexico)"
REPORT = "Partido Obrero Socialista meets in Mexico City"
OWNED = "Wikipedia, CC BY-SA 4.0"


class Shown(NamedTuple):
    """An answer, the rows of the terminal, and the quotes with their places."""

    answer: Answer
    rows: list[str]
    quotes: dict[str, str]

    def field(self, label: str) -> list[str]:
        """Read the rows under the label of a field."""
        start = self.rows.index(label) + 1
        return [row.strip() for row in self.rows[start : self.rows.index("", start)]]


@cache
def library() -> Assistant:
    """Open the shipped library once."""
    return open_assistant()


def ask(question: str, topic: Topic | None = None) -> Shown:
    """Ask a question, in the language in which it is put."""
    return show(Command.ASK, question, topic=topic)


def show(command: Command, argument: str = "", *, language: Language = "en", topic: Topic | None = None) -> Shown:
    """Make a request and show the reply as the terminal does."""
    assistant = library()
    request = Request(command, argument)
    answer = respond(assistant, request, language=language, topic=topic)
    assistant.check(answer)
    reply = compose(answer, request, Library.of(assistant.sources(), assistant.years()))
    parts: list[Part] = [*reply.quotes, *(part for field in reply.fields for part in field.parts), *reply.sources]
    quotes = {part.text: part.place.text for part in parts if isinstance(part, Quote)}
    return Shown(answer, [row.text for row in lay_out(reply)], quotes)


def bold(answer: Answer, number: int = 1) -> list[str]:
    """List the words of citation `number` that are set in bold."""
    citation = answer.citations[number - 1]
    return [citation.quote[start:end] for start, end in citation.answer]
