"""A request as a person makes it on any surface: a command and an argument, put to the assistant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from knowledge.models import Answer, Gap, GapKind, Language, Outcome, Topic

if TYPE_CHECKING:
    from bot.assistant import Assistant

LONGEST_QUESTION = 2_000
"""Characters of a question, a name or a quote; Discord's messages end there too."""
_SHOWN_OF_BAD_INPUT = 100
_UNENCODABLE = re.compile("[\ud800-\udfff\0]")
_ALL = frozenset({"", "all", "todas", "todos", "todo"})


class Command(StrEnum):
    """What can be asked of an assistant."""

    ASK = "ask"
    WHOIS = "whois"
    ELECTIONS = "elections"
    TIMELINE = "timeline"
    MAP = "map"
    VERIFY = "verify"


class Fault(StrEnum):
    """What is wrong with an argument."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    NO_YEAR = "no-year"


class BadArgument(ValueError):
    """An argument that cannot be answered; `value` is what was typed, cut short."""

    def __init__(self, command: Command, fault: Fault, value: str) -> None:
        super().__init__(f"{command}: {fault}")
        self.command = command
        self.fault = fault
        self.value = value[:_SHOWN_OF_BAD_INPUT]


@dataclass(frozen=True, slots=True)
class Request:
    """A command and its argument as typed."""

    command: Command
    argument: str

    @property
    def wants_all(self) -> bool:
        """Tell whether it asks for all years, or for all documents."""
        return self.argument.strip().casefold() in _ALL


def encodable(text: str) -> str:
    """Replace what no UTF-8 file can hold (lone surrogates) and NUL by U+FFFD."""
    return _UNENCODABLE.sub("\ufffd", text)


def respond(
    assistant: Assistant,
    request: Request,
    *,
    language: Language,
    asked_in: Language | None = None,
    topic: Topic | None = None,
) -> Answer:
    """Put a request to the assistant.

    `language` is that of a reply without a question; `asked_in` overrides the language of a question.
    Raises BadArgument.
    """
    argument = encodable(request.argument).strip()
    _check_length(request.command, argument)
    match request.command:
        case Command.ASK:
            return assistant.ask(argument, language=asked_in, topic=topic)
        case Command.WHOIS:
            return assistant.whois(argument, language=language)
        case Command.ELECTIONS:
            return assistant.elections(None if request.wants_all else _year(argument), language=language)
        case Command.TIMELINE:
            return assistant.timeline(None if request.wants_all else argument, language=language)
        case Command.MAP:
            return assistant.map(argument, language=language)
        case Command.VERIFY:
            return assistant.verify(argument, language=language)


def refuse(error: BadArgument, language: Language) -> Answer:
    """Word a bad argument as an Answer: not found, with the input missing."""
    return Answer(
        question=error.value,
        language=language,
        outcome=Outcome.NOT_FOUND,
        confidence=0.0,
        missing=(Gap(kind=GapKind.INPUT, value=error.value),),
    )


def _check_length(command: Command, argument: str) -> None:
    if command in {Command.ASK, Command.WHOIS, Command.MAP, Command.VERIFY} and not argument:
        raise BadArgument(command, Fault.EMPTY, argument)
    if len(argument) > LONGEST_QUESTION:
        raise BadArgument(command, Fault.TOO_LONG, argument)


def _year(argument: str) -> int:
    if len(argument) != 4 or not argument.isdecimal() or not 1000 <= int(argument) <= 2999:
        raise BadArgument(Command.ELECTIONS, Fault.NO_YEAR, argument)
    return int(argument)
