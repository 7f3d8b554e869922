"""Fuentes in Discord from start to stop: documents, database, connection, and a clean leave on a signal."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.desk import Desk, Scope
from bot.discord_app.client import FuentesClient
from bot.discord_app.endpoints import leave_voice_out, point_api
from bot.discord_app.errors import DatabaseRefused, DiscordRefused, DiscordUnreachable, IntentRefused, TokenRefused
from bot.discord_app.records import Records
from bot.metrics import Gateway
from bot.settings import Settings
from bot.storage import Storage, StorageError

if TYPE_CHECKING:
    from bot.assistant import Assistant

CONNECT_WITHIN = 30.0
"""Seconds for meeting the gateway at the start; later discord.py tries again for as long as it takes."""
FINISH_WITHIN = 6.0
"""Seconds that answers under way are given once a signal comes."""
LEAVE_WITHIN = 3.0
"""Seconds for taking leave of Discord; with the above, less than the ten that units and containers allow."""
STOPS = (signal.SIGTERM, signal.SIGINT)
_BROKEN = (OSError, TimeoutError, aiohttp.ClientError, discord.ConnectionClosed, discord.GatewayNotFound)
_log = logging.getLogger(__name__)


Beside = Callable[[Desk, Gateway], AbstractAsyncContextManager[None]]
"""Serves the same desk elsewhere for as long as Discord is served."""


def run(open_assistant: Callable[[Scope], Assistant], settings: Settings, beside: Beside | None = None) -> None:
    """Serve Discord until a signal comes, and what is to be served beside it. Raises StartFailed and KnowledgeError."""
    if settings.token is None:
        raise TokenRefused
    leave_voice_out()
    tell_briefly(settings)
    if settings.api_url:
        point_api(settings.api_url)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nobody here wants to speak
    try:
        asyncio.run(_serve(open_assistant, settings, settings.token, beside))
    except StorageError as error:
        raise DatabaseRefused(error.place, error.reason) from error


async def _serve(
    open_assistant: Callable[[Scope], Assistant], settings: Settings, token: str, beside: Beside | None
) -> None:
    stopping = _listen_to_signals()
    async with (
        open_desk(open_assistant, settings.data) as desk,
        Storage.open(settings.database_url, settings.data) as storage,
    ):
        client = FuentesClient(desk, Records(storage), settings)
        async with client, beside(desk, client) if beside else nullcontext():
            running = asyncio.create_task(explain(client.start(token)))
            waiting = asyncio.create_task(stopping.wait())
            await connect(client.connected, running, waiting, within=CONNECT_WITHIN)
            await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
            if not running.done():
                await _leave(client)
                running.cancel()
                await asyncio.wait({running})
                return
            await running


@asynccontextmanager
async def open_desk(open_assistant: Callable[[Scope], Assistant], data: Path) -> AsyncIterator[Desk]:
    """Open a desk and close it at the end."""
    desk = Desk(open_assistant, pictures=data)
    await desk.open()
    try:
        yield desk
    finally:
        desk.close()


async def connect(connected: asyncio.Event, *ends: asyncio.Task[object], within: float) -> None:
    """Wait for the gateway, or for one of the ends to come first. Raises DiscordUnreachable."""
    meeting = asyncio.create_task(connected.wait())
    done, _ = await asyncio.wait({meeting, *ends}, timeout=within, return_when=asyncio.FIRST_COMPLETED)
    meeting.cancel()
    if not done:
        for each in ends:
            each.cancel()
        raise DiscordUnreachable("its gateway does not answer")


async def explain(connecting: Awaitable[None]) -> None:
    """Wait for a connection and turn what discord.py raises into a StartFailed."""
    try:
        await connecting
    except discord.LoginFailure as error:
        raise TokenRefused(str(error)) from error
    except discord.PrivilegedIntentsRequired as error:
        raise IntentRefused(str(error)) from error
    except (discord.HTTPException, discord.GatewayNotFound, discord.ConnectionClosed) as error:
        raise DiscordRefused(str(error)) from error
    except (aiohttp.ClientError, OSError) as error:
        raise DiscordUnreachable(str(error) or type(error).__name__) from error


async def _leave(client: FuentesClient) -> None:
    """Finish what is under way, then close the connection, neither for longer than is allowed."""
    _log.info("Stopping: finishing what is under way")
    if not await client.underway.finish(FINISH_WITHIN):
        _log.warning("Stopping although an answer is still under way")
    try:
        async with asyncio.timeout(LEAVE_WITHIN):
            await client.close()
    except TimeoutError:
        _log.warning("Discord did not say goodbye in time")


def tell_briefly(settings: Settings) -> None:
    """Let discord.py log a connection that broke in a line: it tries again by itself, and says so."""
    if settings.log_level != "DEBUG":
        for handler in logging.getLogger().handlers:
            handler.addFilter(_shorten)


def _shorten(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    if record.name.startswith("discord.") and isinstance(error, _BROKEN):
        record.msg, record.args = f"{record.getMessage()} ({type(error).__name__}: {error})", ()
        record.exc_info = record.exc_text = None
    return True


def _listen_to_signals() -> asyncio.Event:
    """Give an event that the first signal to stop sets; a second one ends the program at once."""
    loop = asyncio.get_running_loop()
    stopping = asyncio.Event()

    def stop() -> None:
        stopping.set()
        for each in STOPS:
            loop.remove_signal_handler(each)

    for each in STOPS:
        loop.add_signal_handler(each, stop)
    return stopping
