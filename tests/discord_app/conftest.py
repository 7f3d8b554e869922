"""The bot in a simulated Discord, with the shipped library behind it and a database in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import discord
import pytest
import simcord

from bot.desk import Desk
from bot.discord_app.client import FuentesClient
from bot.discord_app.cooldowns import Cooldowns
from bot.discord_app.records import Records
from bot.settings import Settings
from bot.storage import Storage
from knowledge.assistant import Assistant
from knowledge.bootstrap import open_assistant

PATIENCE = 60.0
"""Seconds after which what never comes is a failure."""


class Stage(NamedTuple):
    """A simulated Discord with one server, one channel, one member and one manager."""

    env: simcord.Env
    client: FuentesClient
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    member: simcord.MemberActor
    manager: simcord.MemberActor

    @property
    def me(self) -> str:
        """Mention the bot."""
        assert self.client.user is not None
        return self.client.user.mention


@cache
def library() -> Assistant:
    """Load the library once for all tests."""
    return open_assistant()


@asynccontextmanager
async def staged(
    *, message_content: bool = True, cooldowns: Cooldowns | None = None, locale: str | None = None
) -> AsyncIterator[Stage]:
    """Set a stage and take it down."""

    desk = Desk(lambda _: library())
    await desk.open()
    async with Storage.open("sqlite://", Path()) as storage:
        settings = Settings(message_content=message_content, public_url=None)
        client = FuentesClient(desk, Records(storage), settings, cooldowns=cooldowns)
        # Not `simcord.run`: it would enter its clock in the fixture and leave it in the test's own context.
        env = simcord.Env(client, shard_count=1, settle_timeout=PATIENCE)
        await env.start()
        try:
            guild = env.create_guild(preferred_locale=locale)
            channel = guild.create_text_channel("study")
            rights = discord.Permissions(manage_guild=True, manage_messages=True)
            role = guild.create_role("Managers", permissions=rights)
            member = guild.add_member(env.create_user("ana"))
            manager = guild.add_member(env.create_user("berta"), roles=[role])
            yield Stage(env, client, guild, channel, member, manager)
        finally:
            await env.shutdown()
        env.raise_errors()


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with staged() as set_up:
        yield set_up
