"""What a person types instead of picking a command: a request, a word to the bot itself, or a mistake."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.requests import Command, Request
from knowledge.models import Language

HELP = (
    ("/whois LTS", "chat-help-whois"),
    ("/elections 2016", "chat-help-elections"),
    ("/timeline MTS", "chat-help-timeline"),
    ("/map MTS", "chat-help-map"),
    ("/verify …", "chat-help-verify"),
    ("/sources", "chat-help-sources"),
)
"""What may be typed, and the message that says what it does."""
_COMMANDS: dict[str, tuple[Command, Language | None]] = {
    "ask": (Command.ASK, None),
    "pregunta": (Command.ASK, "es"),
    "whois": (Command.WHOIS, None),
    "quien": (Command.WHOIS, "es"),
    "quién": (Command.WHOIS, "es"),
    "elections": (Command.ELECTIONS, None),
    "elecciones": (Command.ELECTIONS, "es"),
    "timeline": (Command.TIMELINE, None),
    "cronología": (Command.TIMELINE, "es"),
    "cronologia": (Command.TIMELINE, "es"),
    "map": (Command.MAP, None),
    "mapa": (Command.MAP, "es"),
    "verify": (Command.VERIFY, None),
    "verifica": (Command.VERIFY, "es"),
    "verificar": (Command.VERIFY, "es"),
}
"""The English words are the names of the commands in both languages; the Spanish ones tell the language."""
_BARE = frozenset("ask whois elections elecciones timeline cronología cronologia verify verifica verificar".split())
"""Commands that work without the stroke: none of them opens a question, but for `elections` (see below)."""
_YEAR_OR_NOTHING = re.compile(r"|\d+|all|todas")
_COMMAND = re.compile(r"/?\s*(\w+)\s*(.*)", re.DOTALL)


class Word(StrEnum):
    """What is meant for the bot, not for the documents."""

    SOURCES = "sources"
    HELP = "help"
    ABOUT = "about"
    PRIVACY = "privacy"
    QUIT = "quit"


_WORDS: dict[str, tuple[Word, Language | None]] = {
    "sources": (Word.SOURCES, None),
    "fuentes": (Word.SOURCES, "es"),
    "help": (Word.HELP, None),
    "ayuda": (Word.HELP, "es"),
    "about": (Word.ABOUT, None),
    "privacy": (Word.PRIVACY, None),
    "privacidad": (Word.PRIVACY, "es"),
    "quit": (Word.QUIT, None),
    "exit": (Word.QUIT, None),
    "salir": (Word.QUIT, "es"),
}


@dataclass(frozen=True, slots=True)
class Unknown:
    """A command that does not exist, as typed."""

    command: str


Typed = Request | Word | Unknown


def read_typed(line: str) -> Typed | None:
    """Read a line; None where it is blank. Plain text is a question.

    `/whois LTS` and `whois LTS` are the same; `elections` counts as a command only before a year or alone.
    """
    text = line.strip()
    found = _COMMAND.fullmatch(text)
    if not text:
        return None
    if found is None:
        return Request(Command.ASK, text)
    name, argument = found[1].casefold(), found[2].strip()
    if text.startswith("/"):
        return _slashed(name, argument)
    if name in _WORDS and not argument:
        return _WORDS[name][0]
    if name in _BARE and _is_command(_COMMANDS[name][0], argument):
        return Request(_COMMANDS[name][0], argument)
    return Request(Command.ASK, text)


def language_of(line: str) -> Language | None:
    """Tell the language of the command that opens a line, where the word tells it."""
    found = _COMMAND.fullmatch(line.strip())
    name = found[1].casefold() if found else ""
    _, language = _COMMANDS.get(name) or _WORDS.get(name) or (None, None)
    return language


def _slashed(name: str, argument: str) -> Typed:
    if name in _WORDS:
        return _WORDS[name][0]
    if name in _COMMANDS:
        return Request(_COMMANDS[name][0], argument)
    return Unknown(f"/{name}")


def _is_command(command: Command, argument: str) -> bool:
    """Tell a command from a sentence that begins with its word: "elections in Mexico?" is a question."""
    if command is Command.ELECTIONS:
        return _YEAR_OR_NOTHING.fullmatch(argument.casefold()) is not None
    return not argument.endswith("?")
