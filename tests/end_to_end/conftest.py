"""The program as it ships, connected to a Discord on this machine; one for each language of a server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.loopback.process import bot
from tests.loopback.service import LoopbackDiscord


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def english(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[LoopbackDiscord]:
    async for discord in _served("en-US", tmp_path_factory.mktemp("english")):
        yield discord


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def spanish(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[LoopbackDiscord]:
    async for discord in _served("es-ES", tmp_path_factory.mktemp("spanish")):
        yield discord


async def _served(locale: str, data: Path) -> AsyncIterator[LoopbackDiscord]:
    async with LoopbackDiscord(locale=locale) as discord, bot(discord, data):
        await discord.connected()
        yield discord
