"""The box in which a follow-up is written: the way on where a reply would not reach the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.limits import INPUT_LABEL, MODAL_TITLE, label
from bot.requests import LONGEST_QUESTION, Command, Request
from knowledge.models import Topic

if TYPE_CHECKING:
    from bot.discord_app.client import FuentesClient
    from bot.discord_app.pressed import Pressed


class FollowUp(discord.ui.Modal):
    """One line for a question, asked with the topic of the answer below which it was opened."""

    def __init__(self, pressed: Pressed, topic: Topic | None) -> None:
        super().__init__(title=label(pressed.say("follow-title"), MODAL_TITLE), timeout=900)
        self._pressed = pressed
        self._topic = topic
        self.question: discord.ui.TextInput[FollowUp] = discord.ui.TextInput(
            label=label(pressed.say("follow-label"), INPUT_LABEL), max_length=LONGEST_QUESTION
        )
        self.add_item(self.question)

    async def on_submit(self, interaction: discord.Interaction[FuentesClient], /) -> None:  # type: ignore[override]  # the client is always ours
        """Answer the follow-up; it counts as a question."""
        if not await interaction.client.may_ask(interaction):
            return
        self._pressed.interaction = interaction
        await self._pressed.answer(Request(Command.ASK, self.question.value), topic=self._topic)
