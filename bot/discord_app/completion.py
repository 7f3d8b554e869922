"""Autocompletion from memory: names, years and documents while they are typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord_app.ids import document_key
from bot.discord_app.limits import CHOICE_NAME, CHOICES, label, length
from knowledge.text.normalise import fold

if TYPE_CHECKING:
    from bot.discord_app.client import FuentesClient

Interaction = discord.Interaction[Any]


async def complete_names(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Complete a name: any case, accents or not, a letter wrong."""
    client: FuentesClient = interaction.client
    found = client.desk.seat(interaction.guild_id).assistant.names(typed)
    return _choices((name, name) for name in found if length(name) <= CHOICE_NAME)


async def complete_years(interaction: Interaction, typed: str) -> list[app_commands.Choice[int]]:
    """Complete a year that has results, the latest first."""
    client: FuentesClient = interaction.client
    years = client.desk.seat(interaction.guild_id).library.years
    fitting = [year for year in reversed(years) if typed.strip() in str(year)]
    return [app_commands.Choice(name=str(year), value=year) for year in fitting[:CHOICES]]


async def complete_documents(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Complete a document by any part of its title."""
    client: FuentesClient = interaction.client
    wanted = fold(typed)
    documents = client.desk.seat(interaction.guild_id).assistant.sources()
    fitting = (each for each in documents if wanted in fold(each.title))
    return _choices((label(each.title, CHOICE_NAME), document_key(each.id)) for each in fitting)


def _choices(found: Iterable[tuple[str, str]]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=name, value=value) for name, value in list(found)[:CHOICES]]
