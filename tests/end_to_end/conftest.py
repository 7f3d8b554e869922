"""The program as it ships, connected to a Discord on this machine; one for each language of a server.

Where Discord's description of its API lies beside the project, all that the program sent is held against it at the end.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest
import pytest_asyncio

from tests.loopback.description import PUBLISHED, Description
from tests.loopback.process import bot
from tests.loopback.service import LoopbackDiscord


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def english(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[LoopbackDiscord]:
    async for discord in served(tmp_path_factory.mktemp("english"), locale="en-US"):
        yield discord


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def spanish(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[LoopbackDiscord]:
    async for discord in served(tmp_path_factory.mktemp("spanish"), locale="es-ES"):
        yield discord


async def served(
    data: Path, *, locale: str = "en-US", content_granted: bool = False, settings: Mapping[str, str] | None = None
) -> AsyncIterator[LoopbackDiscord]:
    """Run the program at a loopback Discord for the tests of a module."""
    discord = LoopbackDiscord(locale=locale, content_granted=content_granted)
    async with discord, bot(discord, data, settings=settings):
        await discord.connected()
        yield discord
    assert discord.rest.unknown == []
    assert not discord.responses.late
    if PUBLISHED.exists():
        assert Description().faults(discord.journal.calls) == []
