"""What a person types is a question, a command, or a word to the chat."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.requests import Command, Request
from bot.typed import Typed, Unknown, Word, read_typed


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("When was the LTS founded?", Request(Command.ASK, "When was the LTS founded?")),
        ("/whois LTS", Request(Command.WHOIS, "LTS")),
        ("whois LTS", Request(Command.WHOIS, "LTS")),
        ("WHOIS  Sulem Estrada ", Request(Command.WHOIS, "Sulem Estrada")),
        ("/elections 2016", Request(Command.ELECTIONS, "2016")),
        ("elections 2016", Request(Command.ELECTIONS, "2016")),
        ("elecciones 2016", Request(Command.ELECTIONS, "2016")),
        ("elections", Request(Command.ELECTIONS, "")),
        ("/elections abc", Request(Command.ELECTIONS, "abc")),
        ("elections in Mexico", Request(Command.ASK, "elections in Mexico")),
        ("timeline of the MTS?", Request(Command.ASK, "timeline of the MTS?")),
        ("/timeline", Request(Command.TIMELINE, "")),
        ("/verify It was formed", Request(Command.VERIFY, "It was formed")),
        ("/ask why?", Request(Command.ASK, "why?")),
        ("/sources", Word.SOURCES),
        ("sources", Word.SOURCES),
        ("/ayuda", Word.HELP),
        ("/quit", Word.QUIT),
        ("salir", Word.QUIT),
        ("help me with the LTS", Request(Command.ASK, "help me with the LTS")),
        ("/dance", Unknown("/dance")),
        ("😭", Request(Command.ASK, "😭")),
        ("   ", None),
    ],
)
def test_a_line_is_read(line: str, typed: Typed | None) -> None:
    assert read_typed(line) == typed


@given(st.text())
def test_any_line_is_read(line: str) -> None:
    assert (read_typed(line) is None) == (not line.strip())
