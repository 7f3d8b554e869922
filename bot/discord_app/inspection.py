"""What Discord itself says of a token: whose it is, what was granted, and the link that invites the bot."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import discord

from bot.discord_app.endpoints import leave_voice_out, point_api
from bot.discord_app.errors import IntentRefused, TokenRefused
from bot.discord_app.runner import explain
from bot.settings import Settings

SCOPES = ("bot", "applications.commands")
PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    add_reactions=True,
    read_message_history=True,
)
"""What the bot does: read where it is asked, answer, attach a document, mark with a reaction."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """An application as Discord describes it."""

    name: str
    invite: str


def inspect(settings: Settings) -> Inspection:
    """Ask Discord about the token. Raises StartFailed."""
    if settings.token is None:
        raise TokenRefused
    leave_voice_out()
    if settings.api_url:
        point_api(settings.api_url)
    return asyncio.run(_inspect(settings, settings.token))


def invite_link(application: int) -> str:
    """Give the link by which a manager adds the bot to a server."""
    return discord.utils.oauth_url(application, permissions=PERMISSIONS, scopes=SCOPES)


async def _inspect(settings: Settings, token: str) -> Inspection:
    async with discord.Client(intents=discord.Intents(guilds=True)) as client:
        await explain(client.login(token))
        application = client.application
    if application is None:
        raise TokenRefused
    flags = application.flags
    granted = flags.gateway_message_content or flags.gateway_message_content_limited
    if settings.message_content and not granted:
        raise IntentRefused
    return Inspection(application.name, invite_link(application.id))
