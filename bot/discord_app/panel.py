"""`/settings`: what works now and the one thing missing, then a button for each setting, undone by another press."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self, TypeVar

import discord

from bot.discord_app.buttons import button, row
from bot.discord_app.ids import Action
from bot.discord_app.limits import SELECTED_CHANNELS
from bot.discord_app.markdown import small
from bot.discord_app.notices import sentence
from bot.discord_app.outgoing import Outgoing
from bot.discord_app.records import COUNTED_DAYS
from bot.discord_app.render import Card
from bot.presentation.wording import Wording
from bot.storage import FeedbackCount, ServerSettings, Silence
from knowledge.models import Language

if TYPE_CHECKING:
    from bot.discord_app.client import FuentesClient
    from bot.discord_app.pressed import Pressed

T = TypeVar("T")
_LANGUAGES: tuple[Language | None, ...] = (None, "en", "es")
_SILENCES = tuple(Silence)
_CHOICE = "fuentes-channels"
_MOST_SHOWN = 20
"""Channels named in the panel; a field has 1,024 characters."""


async def make_panel(
    client: FuentesClient, interaction: discord.Interaction[FuentesClient], *, choosing: bool = False
) -> Outgoing:
    """Make the panel of the server where it was called for."""
    server = interaction.guild_id or 0
    settings = await client.records.server(server)
    counts = await client.records.feedback(server)
    say = client.say(client.asker(interaction).locale)
    fields = (
        _state(client, interaction.app_permissions, settings, say),
        (say("settings-channels"), _channels(client, settings, say)),
        (say("settings-language"), _language(settings.language or client.settings.language, say)),
        (say("settings-answers"), say("settings-private" if settings.private else "settings-public")),
        (say("settings-silence"), f"{_silence(settings.silence, say)}\n{say('settings-silence-asked')}"),
        (say("settings-stored"), _stored(counts, say)),
        (say("settings-pause"), say("settings-on" if settings.paused else "settings-off")),
    )
    buttons = row(
        button(say("button-channels"), Action.SETTING, "channels"),
        button(say("button-language"), Action.SETTING, "language"),
        button(say("button-answers"), Action.SETTING, "private"),
        button(say("button-silence"), Action.SETTING, "silence"),
        button(say("button-resume" if settings.paused else "button-pause"), Action.SETTING, "paused"),
    )
    content = f"**{say('settings-heading')}**\n{small(say('only-you'))}"
    extra = (_chooser(settings, say),) if choosing else ()
    return Outgoing(content, Card(None, fields, None), buttons, private=True, extra=extra)


async def change_setting(pressed: Pressed) -> None:
    """Change the setting that the button names, and show the panel as it is then."""
    client, server = pressed.client, pressed.interaction.guild_id
    if server is None or not pressed.interaction.permissions.manage_guild:
        await pressed.tell("a refusal", lambda: pressed.done(sentence(pressed.say, "settings-not-yours")))
        return

    async def make() -> Outgoing:
        await _change(client, server, pressed.argument)
        choosing = pressed.argument == "channels" and not _shows_choice(pressed.message)
        return await make_panel(client, pressed.interaction, choosing=choosing)

    await pressed.renew("a setting", make)


async def _change(client: FuentesClient, server: int, setting: str) -> None:
    """Change a setting to what comes after it; raises StorageError."""
    settings = await client.records.server(server)
    match setting:
        case "language":
            await client.records.change_server(server, language=_after(_LANGUAGES, settings.language))
        case "private":
            await client.records.change_server(server, private=not settings.private)
        case "silence":
            await client.records.change_server(server, silence=_after(_SILENCES, settings.silence))
        case "paused":
            await client.records.change_server(server, paused=not settings.paused)
        case _:  # the channels have a menu
            return


class ChannelChoice(discord.ui.DynamicItem[discord.ui.ChannelSelect[discord.ui.View]], template=_CHOICE):
    """The channels in which the bot answers without a mention."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Take the menu of the message that was used."""
        del interaction, match
        if not isinstance(item, discord.ui.ChannelSelect):
            raise TypeError(item)
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Listen in the chosen channels and in no others."""
        client: FuentesClient = interaction.client
        server = interaction.guild_id
        say = client.say(client.asker(interaction).locale)
        if server is None or not interaction.permissions.manage_guild:
            await client.deliver(interaction, "a refusal", sentence(say, "settings-not-yours"))
            return
        chosen = {channel.id for channel in self.item.values}

        async def make() -> Outgoing:
            await _listen_in(client, server, chosen)
            return await make_panel(client, interaction)

        await client.serve(interaction, "a choice of channels", make, in_place=True)


async def _listen_in(client: FuentesClient, server: int, chosen: Iterable[int]) -> None:
    settings = await client.records.server(server)
    listening = {each.channel for each in settings.channels if each.listens}
    wanted = set(chosen)
    for channel in sorted(listening ^ wanted):
        await client.records.change_channel(server, channel, listens=channel in wanted)


def _chooser(settings: ServerSettings, say: Wording) -> discord.ui.Item[Any]:
    listening = [each.channel for each in settings.channels if each.listens]
    return discord.ui.ChannelSelect(
        custom_id=_CHOICE,
        channel_types=[discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum],
        placeholder=say("settings-choose"),
        min_values=0,
        max_values=SELECTED_CHANNELS,
        default_values=[
            discord.SelectDefaultValue(id=each, type=discord.SelectDefaultValueType.channel)
            for each in listening[:SELECTED_CHANNELS]
        ],
        row=1,
    )


def _shows_choice(message: discord.Message) -> bool:
    return len(message.components) > 1


def _state(
    client: FuentesClient, granted: discord.Permissions, settings: ServerSettings, say: Wording
) -> tuple[str, str]:
    """Say what works, and the one thing that is most in the way."""
    if settings.paused:
        return say("settings-paused-now"), say("settings-paused-detail")
    missing = _missing(client, granted, settings)
    if missing is None:
        return say("settings-ready"), say("settings-works")
    if missing == "settings-no-permission":
        return say("settings-ready-but"), say(missing)
    return say("settings-ready-but"), f"{say('settings-works')}\n{say(missing)}"


def _missing(client: FuentesClient, granted: discord.Permissions, settings: ServerSettings) -> str | None:
    """Name the message that says what is most in the way, if anything is."""
    listens = any(each.listens for each in settings.channels)
    if not granted.send_messages or not granted.embed_links:
        return "settings-no-permission"
    if listens and not client.settings.message_content:
        return "settings-no-content"
    if listens and not granted.add_reactions and settings.silence is Silence.REACTION:
        return "settings-no-reactions"
    return "settings-in-memory" if client.records.in_memory else None


def _channels(client: FuentesClient, settings: ServerSettings, say: Wording) -> str:
    listening = [each.channel for each in settings.channels if each.listens]
    named = " ".join(f"<#{channel}>" for channel in listening[:_MOST_SHOWN]) or say("settings-no-channels")
    if client.settings.message_content:
        return named
    return f"{named}\n{small(say('settings-needs-content'))}"


def _language(language: Language, say: Wording) -> str:
    return say("settings-spoken", language=language)


def _silence(silence: Silence, say: Wording) -> str:
    return say("settings-silent", way=silence.value)


def _stored(counts: Iterable[FeedbackCount], say: Wording) -> str:
    by_outcome: dict[str, int] = {}
    for each in counts:
        by_outcome[each.outcome.value] = by_outcome.get(each.outcome.value, 0) + each.count
    if not by_outcome:
        return f"{say('settings-stored-detail')}\n{say('settings-wrong-none', days=COUNTED_DAYS)}"
    wrong = say(
        "settings-wrong",
        days=COUNTED_DAYS,
        answered=by_outcome.get("answered", 0),
        related=by_outcome.get("related", 0),
        missing=by_outcome.get("not_found", 0),
    )
    return f"{say('settings-stored-detail')}\n{wrong}"


def _after(values: tuple[T, ...], current: T) -> T:
    return values[(values.index(current) + 1) % len(values)]
