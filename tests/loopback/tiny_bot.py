"""A bot of a few lines that shows whether the loopback is a Discord: it answers by echoing."""

from __future__ import annotations

import discord
import yarl
from discord import app_commands, ui

from tests.loopback.service import LoopbackDiscord


class Form(ui.Modal, title="Follow up"):
    """A modal with one text input."""

    question: ui.TextInput[ui.View] = ui.TextInput(label="Question")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Answer what was typed."""
        await interaction.response.send_message(f"typed {self.question.value}")


class Buttons(ui.View):
    """A button of each kind."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @ui.button(label="Edit", custom_id="tiny:edit")
    async def edit(self, interaction: discord.Interaction, _: ui.Button[Buttons]) -> None:
        """Change the message clicked."""
        await interaction.response.edit_message(content="edited", view=None)

    @ui.button(label="Ask", custom_id="tiny:ask")
    async def ask(self, interaction: discord.Interaction, _: ui.Button[Buttons]) -> None:
        """Open the modal."""
        await interaction.response.send_modal(Form())


class TinyBot(discord.AutoShardedClient):
    """Echo commands, mentions and buttons."""

    def __init__(self, *, content: bool = False) -> None:
        intents = discord.Intents(guilds=True, messages=True, message_content=content)
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none())
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(echo)
        self.tree.add_command(slow)

    async def setup_hook(self) -> None:
        """Register the commands and the buttons."""
        self.add_view(Buttons())
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        """Say what was read."""
        if message.author.bot:
            return
        if message.content == "react" or message.content.endswith(" react"):
            await message.add_reaction("🔍")
        else:
            await message.reply(f"read {message.content!r}", view=Buttons())


@app_commands.command(description="Echo")
async def echo(interaction: discord.Interaction, text: str) -> None:
    """Answer at once, seen by one person only."""
    await interaction.response.send_message(f"{interaction.locale} {text}", ephemeral=True, view=Buttons())


@echo.autocomplete("text")
async def complete(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Offer what is typed, twice."""
    return [app_commands.Choice(name=current * 2, value=current * 2)]


@app_commands.command(description="Slow")
async def slow(interaction: discord.Interaction) -> None:
    """Think first, and send a file after it."""
    await interaction.response.defer(ephemeral=True)
    await interaction.followup.send("thought")
    await interaction.followup.send(file=discord.File(__file__, "code.py"), content="more")


def point_at(loopback: LoopbackDiscord) -> None:
    """Let discord.py of this process talk to a loopback."""
    discord.http.Route.BASE = loopback.api_url
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(loopback.gateway_url)
