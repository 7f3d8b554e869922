"""`run` and `chat`: what opens when, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.discord_app.errors import (
    DatabaseRefused,
    DiscordRefused,
    DiscordUnreachable,
    IntentRefused,
    StartFailed,
    TokenRefused,
)
from bot.settings import PLACEHOLDER
from tests.cli.conftest import Run
from tests.console.fake import FakeAssistant


def test_run_without_token_says_so_and_shows_three_answers(fuentes: Run) -> None:
    ended = fuentes("run")
    assert ended.code == 0
    assert ended.err.startswith("No DISCORD_TOKEN is set")
    assert ended.out.count("fuentes> ") == 3
    assert ended.out.count("Wikipedia, CC BY-SA 4.0") >= 3


def test_chat_answers_what_a_pipe_brings_without_a_prompt(fuentes: Run) -> None:
    ended = fuentes("chat", stdin="¿qué?\n/whois MTS\n\xff\n".encode("latin-1"))
    assert ended.code == 0
    assert ended.out.count("fuentes> ") == 3
    assert ended.out.count("Pan y Rosas") >= 2


def test_an_interrupt_ends_a_chat_cleanly(
    fuentes: Run, monkeypatch: pytest.MonkeyPatch, assistant: FakeAssistant
) -> None:
    def interrupt() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.cli.talk.line_reader", lambda _: interrupt)
    assert fuentes("chat").code == 0
    assert assistant.closed


@pytest.mark.parametrize("token", [None, PLACEHOLDER])
def test_run_discord_without_token_is_one_sentence(
    fuentes: Run, monkeypatch: pytest.MonkeyPatch, opened: list[Path | None], token: str | None
) -> None:
    if token:
        monkeypatch.setenv("DISCORD_TOKEN", token)
    ended = fuentes("run", "--discord")
    assert (ended.code, ended.out, ended.err.count("\n"), opened) == (2, "", 1, [])


def test_the_placeholder_opens_the_chat_and_says_why(fuentes: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", PLACEHOLDER)
    ended = fuentes("run")
    assert ended.code == 0
    assert "placeholder" in ended.err


@pytest.mark.parametrize("arguments", [("run",), ("run", "--discord")])
@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (TokenRefused(), "Discord does not know this DISCORD_TOKEN."),
        (IntentRefused(), "FUENTES_MESSAGE_CONTENT is 1, but Discord has not granted"),
        (DiscordUnreachable("no route"), "Discord cannot be reached: no route."),
        (DiscordRefused("503"), "Discord refused: 503."),
        (DatabaseRefused("sqlite:///gone", "no such folder"), "The database sqlite:///gone cannot be used"),
    ],
)
def test_a_start_that_fails_is_one_sentence(
    fuentes: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], fault: StartFailed, said: str
) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setenv("DISCORD_TOKEN", "hush")
    monkeypatch.setattr("bot.discord_app.runner.run", fail)
    ended = fuentes(*arguments)
    assert (ended.code, ended.out, ended.err.count("\n")) == (3, "", 1)
    assert ended.err.startswith(said)


def test_with_a_token_the_assistant_is_opened_for_discord(
    fuentes: Run, monkeypatch: pytest.MonkeyPatch, opened: list[Path | None]
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "hush")
    started: list[object] = []

    def run(open_assistant: Callable[[None], object], _: object, beside: object) -> None:
        open_assistant(None)
        started.append(beside)

    monkeypatch.setattr("bot.discord_app.runner.run", run)
    assert fuentes("run", "--discord").code == 0
    monkeypatch.setenv("FUENTES_WEB", "8080")
    assert fuentes("run", "--discord").code == 0
    assert opened == [None, None]
    assert [beside is not None for beside in started] == [False, True]


@pytest.mark.parametrize(("name", "value"), [("FUENTES_LANG", "fr"), ("LOG_LEVEL", "LOUD")])
def test_a_wrong_setting_is_wrong_use(fuentes: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    ended = fuentes("sources")
    assert (ended.code, ended.out) == (2, "")
    assert f"{name} cannot be {value}. Use one of:" in ended.err
