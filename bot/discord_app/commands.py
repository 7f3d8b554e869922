"""The commands that Discord offers, each in servers, direct messages and as an app of a person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.desk import kind_of
from bot.discord_app import notices
from bot.discord_app.answers import Manner
from bot.discord_app.completion import complete_documents, complete_names, complete_years
from bot.discord_app.finding import find
from bot.discord_app.hearing import is_thanks, spoken
from bot.discord_app.outgoing import Outgoing
from bot.discord_app.panel import make_panel
from bot.discord_app.translation import translatable
from bot.requests import Command, Request
from knowledge.models import AnswerKind

if TYPE_CHECKING:
    from bot.discord_app.client import FuentesClient

Interaction = discord.Interaction[Any]
"""Of a FuentesClient; discord.py looks the annotation up when the commands are made."""


def add_to(tree: app_commands.CommandTree[Any]) -> None:
    """Add every command to a tree."""
    offered: tuple[app_commands.Command[Any, ..., Any] | app_commands.ContextMenu, ...] = (
        ask,
        whois,
        elections,
        timeline,
        map_,
        verify,
        sources,
        show_help,
        about,
        privacy,
        settings,
        find_sources,
    )
    for command in offered:
        tree.add_command(command)


@app_commands.command(description=translatable("command-ask"))
@app_commands.describe(question=translatable("option-question"), private=translatable("option-private"))
async def ask(interaction: Interaction, question: str, private: bool | None = None) -> None:
    """Answer a question; a greeting gets a hint."""
    client: FuentesClient = interaction.client
    text = spoken(question)
    if is_thanks(text) or kind_of(text) is AnswerKind.SMALL_TALK:
        asker = client.asker(interaction)
        hint = notices.hint(client.desk.seat(asker.server), client.say(asker.locale), private=True)
        await client.deliver(interaction, "a hint", hint)
    else:
        await _answer(interaction, Request(Command.ASK, text or question), private=private)


@app_commands.command(description=translatable("command-whois"))
@app_commands.describe(name=translatable("option-name"))
@app_commands.autocomplete(name=complete_names)
async def whois(interaction: Interaction, name: str) -> None:
    """Say what the documents say of a name."""
    await _answer(interaction, Request(Command.WHOIS, name))


@app_commands.command(description=translatable("command-elections"))
@app_commands.describe(year=translatable("option-year"))
@app_commands.autocomplete(year=complete_years)
async def elections(interaction: Interaction, year: int | None = None) -> None:
    """Show the election results of a year, or of all years."""
    await _answer(interaction, Request(Command.ELECTIONS, "" if year is None else str(year)))


@app_commands.command(description=translatable("command-timeline"))
@app_commands.describe(name=translatable("option-timeline-name"))
@app_commands.autocomplete(name=complete_names)
async def timeline(interaction: Interaction, name: str | None = None) -> None:
    """Show the dated passages of a name, or of all documents."""
    await _answer(interaction, Request(Command.TIMELINE, name or ""))


@app_commands.command(name="map", description=translatable("command-map"))
@app_commands.describe(name=translatable("option-name"))
@app_commands.autocomplete(name=complete_names)
async def map_(interaction: Interaction, name: str) -> None:
    """Show whom and what the documents join to a name."""
    await _answer(interaction, Request(Command.MAP, name))


@app_commands.command(description=translatable("command-verify"))
@app_commands.describe(quote=translatable("option-quote"))
async def verify(interaction: Interaction, quote: str) -> None:
    """Say whether the documents hold a quote."""
    await _answer(interaction, Request(Command.VERIFY, quote))


@app_commands.command(description=translatable("command-sources"))
@app_commands.describe(document=translatable("option-document"))
@app_commands.autocomplete(document=complete_documents)
async def sources(interaction: Interaction, document: str | None = None) -> None:
    """List the documents, or describe one."""
    client: FuentesClient = interaction.client
    asker = client.asker(interaction)
    private = await client.answers.is_private(asker, None)

    async def make() -> Outgoing:
        return await client.answers.documents(asker, document or "", private=private)

    await client.serve(interaction, "sources", make, private=private)


@app_commands.command(name="help", description=translatable("command-help"))
async def show_help(interaction: Interaction) -> None:
    """Say how to ask."""
    client: FuentesClient = interaction.client
    asker = client.asker(interaction)
    page = notices.help_page(client.desk.seat(asker.server), client.say(asker.locale), private=True)
    await client.deliver(interaction, "help", page)


@app_commands.command(description=translatable("command-about"))
async def about(interaction: Interaction) -> None:
    """Say what the bot is."""
    client: FuentesClient = interaction.client
    asker = client.asker(interaction)
    page = notices.about_page(client.desk.seat(asker.server), client.say(asker.locale), private=True)
    await client.deliver(interaction, "about", page)


@app_commands.command(description=translatable("command-privacy"))
async def privacy(interaction: Interaction) -> None:
    """Say what is stored, and let a person leave."""
    client: FuentesClient = interaction.client
    asker = client.asker(interaction)

    async def make() -> Outgoing:
        left_out = await client.records.is_left_out(asker.person)
        return notices.privacy_page(client.say(asker.locale), left_out=left_out)

    await client.serve(interaction, "privacy", make, private=True)


@app_commands.command(description=translatable("command-settings"))
@app_commands.default_permissions(manage_guild=True)
@app_commands.checks.has_permissions(manage_guild=True)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
async def settings(interaction: Interaction) -> None:
    """Open the settings of the server."""
    client: FuentesClient = interaction.client
    await client.serve(interaction, "settings", lambda: make_panel(client, interaction), private=True)


@app_commands.context_menu(name=translatable("menu-find-sources"))
async def find_sources(interaction: Interaction, message: discord.Message) -> None:
    """Say what the documents say about a message, to the person alone."""
    client: FuentesClient = interaction.client
    say = client.say(client.asker(interaction).locale)
    text = spoken(message.content)
    if not text:
        await client.deliver(interaction, "find sources", notices.sentence(say, "find-no-text"))
    elif message.author.id != interaction.user.id and await client.records.is_left_out(message.author.id):
        await client.deliver(interaction, "find sources", notices.sentence(say, "find-left-out"))
    elif await client.may_ask(interaction):
        asker = client.asker(interaction)
        years = client.desk.seat(asker.server).library.years

        async def make() -> Outgoing:
            return (await find(client.answers, text, years, asker, say)).outgoing

        await client.serve(interaction, "find sources", make)


async def _answer(interaction: Interaction, request: Request, *, private: bool | None = None) -> None:
    """Answer a request, and remember its topic for ten minutes."""
    client: FuentesClient = interaction.client
    if not await client.may_ask(interaction):
        return
    asker = client.asker(interaction)
    hidden = await client.answers.is_private(asker, private)

    async def make() -> Outgoing:
        topic = client.topics.get(asker.channel, asker.person) if request.command is Command.ASK else None
        prepared = await client.answers.prepare(request, asker, Manner(hidden, slash=True), topic)
        if prepared.answer is not None:
            client.topics.put(asker.channel, asker.person, prepared.answer.topic)
        return prepared.outgoing

    await client.serve(interaction, request.command.value, make, private=hidden)
