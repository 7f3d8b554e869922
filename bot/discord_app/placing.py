"""What stands under people's messages: put there, changed with the question, taken back, remembered."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord

from bot.discord_app.outgoing import Outgoing, edit, persist, reply
from bot.storage import LinkKind, MessageLink

if TYPE_CHECKING:
    from bot.discord_app.client import FuentesClient

LOOKED = "🔍"
"""Looked, and the documents do not say."""
WELCOME = "🙂"
Links = tuple[MessageLink, ...]
_REFERENCE_GONE = 50035
"""Discord's code for a message that refers to one that is gone, among other faults of form."""
_log = logging.getLogger(__name__)


class Placing:
    """Put answers under messages and take them back."""

    def __init__(self, client: FuentesClient) -> None:
        self._client = client

    async def put(self, message: discord.Message, outgoing: Outgoing, kind: LinkKind, links: Links = ()) -> None:
        """Put a message of ours under a person's: the one that is there already, or a new one."""
        standing = next((each for each in links if each.kind is not LinkKind.MARK), None)
        await self.take_back(tuple(each for each in links if each is not standing))
        if standing is not None:
            try:
                await edit(self._partial(standing), outgoing)
            except discord.NotFound:
                await self._client.records.unlink(standing)
            return
        try:
            sent = await reply(message, outgoing)
        except discord.Forbidden:
            _log.info("An answer may not be sent to channel %s", message.channel.id)
            return
        except discord.HTTPException as error:
            if error.code == _REFERENCE_GONE and "reference" in error.text:
                return  # the question is gone
            raise
        await self._link(message, sent.id, kind)

    async def _link(self, message: discord.Message, answer: int, kind: LinkKind) -> None:
        if await self._client.records.is_left_out(message.author.id):
            return
        link = MessageLink(
            answer=answer,
            question=message.id,
            channel=message.channel.id,
            person=message.author.id,
            server=message.guild.id if message.guild else None,
            kind=kind,
        )
        await self._client.records.link(link)

    async def take_back(self, links: Links) -> None:
        """Remove what stands under a message."""
        for link in links:
            partial = self._partial(link)
            try:
                if link.kind is not LinkKind.MARK:
                    await persist(partial.delete)
                elif self._client.user is not None:
                    await partial.remove_reaction(LOOKED, self._client.user)
            except discord.HTTPException as error:
                _log.info("An answer could not be removed: %s", error.code)
        if links:
            await self._client.records.unlink(*links)

    async def mark_looked(self, message: discord.Message) -> None:
        """Mark a question that the documents do not answer."""
        if await self.react(message, LOOKED):
            await self._link(message, message.id, LinkKind.MARK)

    async def react(self, message: discord.Message, emoji: str) -> bool:
        """React to a message; say whether Discord let us."""
        try:
            await message.add_reaction(emoji)
        except discord.HTTPException as error:
            _log.info("No reaction in channel %s: %s", message.channel.id, error.code)
            return False
        return True

    def _partial(self, link: MessageLink) -> discord.PartialMessage:
        channel = self._client.get_partial_messageable(link.channel, guild_id=link.server)
        return channel.get_partial_message(link.answer)
