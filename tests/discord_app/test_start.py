"""Starting: faults of Discord and the network as one known error, and nothing of Discord loaded for a terminal."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from io import StringIO
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import discord
import pytest

from bot.discord_app.errors import (
    DiscordRefused,
    DiscordUnreachable,
    IntentRefused,
    StartFailed,
    TokenRefused,
    make_error_id,
)
from bot.discord_app.inspection import invite_link
from bot.discord_app.runner import connect, explain, tell_briefly
from bot.discord_app.underway import Underway
from bot.settings import Settings


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (discord.LoginFailure("no"), TokenRefused),
        (discord.PrivilegedIntentsRequired(None), IntentRefused),
        (discord.ConnectionClosed(cast("Any", SimpleNamespace(close_code=4000)), shard_id=0), DiscordRefused),
        (aiohttp.ClientConnectionError("no route"), DiscordUnreachable),
        (OSError("no route"), DiscordUnreachable),
    ],
)
async def test_a_fault_at_the_start_is_known(raised: Exception, expected: type[StartFailed]) -> None:
    async def connect() -> None:
        raise raised

    with pytest.raises(expected):
        await explain(connect())


async def test_a_gateway_that_never_answers_is_given_up() -> None:
    running = asyncio.create_task(asyncio.Event().wait())
    with pytest.raises(DiscordUnreachable):
        await connect(asyncio.Event(), running, within=0)
    assert running.cancelling()


async def test_a_gateway_that_answers_is_waited_for() -> None:
    met = asyncio.Event()
    running = asyncio.create_task(asyncio.Event().wait())
    asyncio.get_running_loop().call_soon(met.set)
    await connect(met, running, within=5)
    assert not running.cancelling()
    running.cancel()


@pytest.mark.parametrize(
    ("error", "lines"),
    [(ConnectionResetError("gone"), ["Retrying (ConnectionResetError: gone)"]), (ValueError("x"), None)],
)
def test_a_connection_that_broke_is_logged_in_a_line_and_a_fault_in_full(
    error: Exception, lines: list[str] | None
) -> None:
    heard = StringIO()
    root, handler = logging.getLogger(), logging.StreamHandler(heard)
    root.addHandler(handler)
    try:
        tell_briefly(Settings())
        logging.getLogger("discord.shard").error("Retrying", exc_info=error)
    finally:
        root.removeHandler(handler)
    written = heard.getvalue().splitlines()
    assert written == lines if lines else len(written) > 1


def test_the_invite_link_names_scopes_and_permissions() -> None:
    link = invite_link(42)
    assert "client_id=42" in link
    assert "scope=bot+applications.commands" in link
    assert "permissions=" in link


def test_an_error_id_can_be_read_aloud() -> None:
    error_id = make_error_id()
    assert len(error_id) == 7
    assert error_id[4] == "-"
    assert not set(error_id) & set("01IO")


async def test_a_stop_waits_for_what_is_under_way() -> None:
    underway = Underway()
    with underway:
        assert not await underway.finish(0)
    assert await underway.finish(0)
    assert underway.closing


@pytest.mark.slow
def test_a_question_in_the_terminal_loads_no_discord() -> None:
    program = "import sys, bot.cli.entry, bot.cli.output, knowledge.bootstrap; print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
    assert not [name for name in ("'discord'", "'aiohttp'", "'sqlalchemy'") if name in loaded]
