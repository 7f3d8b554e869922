"""Messages on their way out: made into discord.py's parts, sent once whatever the connection does, pinging nobody."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, TypeVar

import aiohttp
import discord

from bot.discord_app.buttons import Button
from bot.discord_app.limits import CONTENT, cut
from bot.discord_app.render import Card

T = TypeVar("T")
NOBODY = discord.AllowedMentions.none()
COLOUR = discord.Colour(0x8C2F39)
ACKNOWLEDGED = 40060
"""Discord's code for an interaction that already has its answer."""
_PAUSES = (0.25, 1.0)
"""Seconds before another try over a connection that dropped."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message before it is sent."""

    content: str
    card: Card | None = None
    buttons: tuple[Button, ...] = ()
    private: bool = False
    file: tuple[str, bytes] | None = None
    """A name and what the file holds."""
    alt: str | None = None
    """What the file shows, in words, where it is a picture."""
    extra: tuple[discord.ui.Item[Any], ...] = field(default=(), compare=False)
    """Components below the row of buttons."""

    def embed(self) -> discord.Embed | None:
        """Make the card an embed."""
        if self.card is None:
            return None
        embed = discord.Embed(title=self.card.title, colour=COLOUR)
        for name, value in self.card.fields:
            embed.add_field(name=name, value=value, inline=False)
        if self.card.footer:
            embed.set_footer(text=self.card.footer)
        return embed

    def view(self) -> discord.ui.View | None:
        """Make the buttons a row; their ids say it all, so discord.py need not remember them."""
        if not self.buttons and not self.extra:
            return None
        view = discord.ui.View(timeout=None)
        for each in self.buttons:
            view.add_item(discord.ui.Button(label=each.label, custom_id=each.custom_id, emoji=each.emoji, row=0))
        for item in self.extra:
            view.add_item(item)
        view.stop()
        return view

    def files(self) -> list[discord.File]:
        """Make the file an attachment, anew for each try."""
        return [discord.File(BytesIO(self.file[1]), filename=self.file[0], description=self.alt)] if self.file else []

    @property
    def text(self) -> str:
        """Give the content within Discord's limit, which what renders it has seen to already."""
        return cut(self.content, CONTENT)


async def respond(interaction: discord.Interaction[Any], outgoing: Outgoing) -> None:
    """Answer an interaction, or fill in the answer that it was promised."""
    if interaction.response.type is discord.InteractionResponseType.deferred_message_update:
        await persist(lambda: interaction.followup.send(outgoing.text, ephemeral=outgoing.private, **_parts(outgoing)))
        return
    if interaction.response.is_done():
        await persist(lambda: _edit_original(interaction, outgoing))
        return
    try:
        await persist(lambda: _send_response(interaction, outgoing))
    except discord.HTTPException as error:
        if error.code != ACKNOWLEDGED:
            raise
        # A try before reached Discord and only its receipt was lost: this message, or the promise of it.
        await persist(lambda: _edit_original(interaction, outgoing))


async def acknowledge(attempt: Callable[[], Awaitable[object]]) -> None:
    """Send a first response that shows no message, once: a lost receipt is as good as one that came."""
    try:
        await persist(attempt)
    except discord.HTTPException as error:
        if error.code != ACKNOWLEDGED:
            raise


async def turn(interaction: discord.Interaction[Any], outgoing: Outgoing) -> None:
    """Put another page into the message clicked."""
    page: dict[str, Any] = {
        "content": outgoing.text,
        "embed": outgoing.embed(),
        "view": outgoing.view(),
        "allowed_mentions": NOBODY,
    }
    if not interaction.response.is_done():
        try:
            await persist(lambda: interaction.response.edit_message(**page))
        except discord.HTTPException as error:
            if error.code != ACKNOWLEDGED:
                raise
        else:
            return
    await persist(lambda: interaction.edit_original_response(**page))


async def reply(message: discord.Message, outgoing: Outgoing) -> discord.Message:
    """Reply to a message without pinging; a nonce keeps a second try from being a second message."""
    nonce = secrets.token_hex(8)
    return await persist(
        lambda: message.channel.send(
            outgoing.text,
            reference=message.to_reference(fail_if_not_exists=True),
            mention_author=False,
            nonce=nonce,
            **_parts(outgoing),
        )
    )


async def edit(message: discord.PartialMessage, outgoing: Outgoing) -> None:
    """Put another answer into a message of ours."""
    await persist(
        lambda: message.edit(
            content=outgoing.text, embed=outgoing.embed(), view=outgoing.view(), allowed_mentions=NOBODY
        )
    )


async def persist(attempt: Callable[[], Awaitable[T]]) -> T:
    """Try again where a connection drops; discord.py itself waits out rate limits and Discord's own faults."""
    for pause in _PAUSES:
        try:
            return await attempt()
        except (aiohttp.ClientConnectionError, TimeoutError) as error:
            _log.info("A connection to Discord dropped, trying again: %s", type(error).__name__)
            await asyncio.sleep(pause)
    return await attempt()


def _parts(outgoing: Outgoing) -> dict[str, Any]:
    """Name only the parts that there are, as discord.py wants it."""
    parts: dict[str, Any] = {"allowed_mentions": NOBODY}
    if (embed := outgoing.embed()) is not None:
        parts["embed"] = embed
    if (view := outgoing.view()) is not None:
        parts["view"] = view
    if files := outgoing.files():
        parts["files"] = files
    return parts


async def _send_response(interaction: discord.Interaction[Any], outgoing: Outgoing) -> None:
    await interaction.response.send_message(outgoing.text, ephemeral=outgoing.private, **_parts(outgoing))


async def _edit_original(interaction: discord.Interaction[Any], outgoing: Outgoing) -> None:
    await interaction.edit_original_response(
        content=outgoing.text,
        embed=outgoing.embed(),
        view=outgoing.view(),
        attachments=outgoing.files(),
        allowed_mentions=NOBODY,
    )
