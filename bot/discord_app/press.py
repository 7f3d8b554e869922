"""Buttons pressed, on messages of today or of before a restart: each id says what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.discord_app.actions import ACTIONS
from bot.discord_app.ids import PATTERN, read_id
from bot.discord_app.notices import gone
from bot.discord_app.pressed import Pressed

if TYPE_CHECKING:
    from bot.discord_app.client import FuentesClient


class Press(discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=PATTERN):
    """A button of ours, made anew from its id."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Take the button of the message that was clicked."""
        del interaction, match
        if not isinstance(item, discord.ui.Button):
            raise TypeError(item)
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the id says; of an action that is gone, say so."""
        client: FuentesClient = interaction.client
        pressed = Pressed(client, interaction, self.item.label or "")
        read = read_id(self.custom_id)
        if read is None:
            await pressed.tell("an old button", lambda: pressed.done(gone(pressed.say, None)))
            return
        action, argument = read
        pressed.argument = argument
        with client.underway:
            try:
                await ACTIONS[action](pressed)
            except Exception as error:  # noqa: BLE001  discord.py would only log it
                await pressed.tell_fault(error, f"the button {action.value}")
