"""A Reply read as text, part by part."""

from __future__ import annotations

from bot.presentation.parts import Quote, Reply
from bot.presentation.reply import compose
from bot.requests import Command, Request
from knowledge.models import Answer
from tests.presentation.making import library


def asked(answer: Answer, command: Command = Command.ASK, argument: str = "…") -> Reply:
    """Compose the reply to an answer."""
    return compose(answer, Request(command, argument), library())


def lead(reply: Reply) -> list[str]:
    """Read the lead."""
    return [line.text for line in reply.lead]


def quotes(reply: Reply) -> list[str]:
    """Read the quotes under the lead."""
    return [part.text for part in reply.quotes if isinstance(part, Quote)]


def fields(reply: Reply) -> dict[str, list[str]]:
    """Read the card."""
    return {field.label: [part.text for part in field.parts] for field in reply.fields}
