"""The connection to Discord: its events, handed to the rooms that know what to do."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.desk import Desk, DeskBusy
from bot.discord_app import commands, followup, sync
from bot.discord_app.answers import Answers, Asker
from bot.discord_app.conversation import Conversation
from bot.discord_app.cooldowns import Cooldowns
from bot.discord_app.endpoints import point_gateway
from bot.discord_app.errors import record
from bot.discord_app.notices import sentence
from bot.discord_app.outgoing import NOBODY, Outgoing, acknowledge, respond, turn
from bot.discord_app.panel import ChannelChoice
from bot.discord_app.press import Press
from bot.discord_app.records import Records
from bot.discord_app.topics import Topics
from bot.discord_app.translation import Spanish, locale_language
from bot.discord_app.underway import Underway
from bot.presentation.wording import Wording, wording
from bot.settings import Settings
from bot.storage import StorageError
from knowledge.models import Language

DEFER_AFTER = 1.0
"""Seconds after which a person is told that the answer is on its way; Discord gives up after three."""
_MOST_PRESSED = 5_000
Interaction = discord.Interaction["FuentesClient"]
_log = logging.getLogger(__name__)


class FuentesClient(discord.AutoShardedClient):
    """Fuentes as a member of servers, a partner in direct messages and an app of a person's own."""

    def __init__(self, desk: Desk, records: Records, settings: Settings, *, cooldowns: Cooldowns | None = None) -> None:
        super().__init__(
            intents=_intents(settings),
            allowed_mentions=NOBODY,
            shard_count=settings.shard_count,
            shard_ids=list(settings.shard_ids) if settings.shard_ids else None,  # type: ignore[arg-type]  # None is its default
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self.desk = desk
        self.records = records
        self.settings = settings
        self.cooldowns = cooldowns or Cooldowns()
        self.answers = Answers(desk, records, settings.language, settings.public_url)
        self.topics = Topics()
        self.underway = Underway()
        self.connected = asyncio.Event()
        """Whether the gateway was ever met."""
        self._pressed: OrderedDict[tuple[int, int], None] = OrderedDict()
        self.conversation = Conversation(self)
        self.tree = app_commands.CommandTree(
            self,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.tree.error(self._tell_fault)
        commands.add_to(self.tree)
        self.add_dynamic_items(Press, ChannelChoice)

    async def setup_hook(self) -> None:
        """Sync the commands if they have changed; called once, between login and connection."""
        if self.settings.gateway_url:
            point_gateway(self.http, self.settings.gateway_url)
        await self.tree.set_translator(Spanish())
        await sync.sync_if_changed(self.tree, self.records)
        if not self.settings.message_content:
            _log.warning(self.say(None)("start-no-message-content"))

    async def on_connect(self) -> None:
        """Note that the gateway was met."""
        self.connected.set()

    async def on_message(self, message: discord.Message) -> None:
        """Answer a message, if it asks."""
        await self._handle("a message", lambda: self.conversation.hear(message))

    async def on_interaction(self, interaction: Interaction) -> None:
        """Take the boxes for follow-ups, also those that were opened before a restart; the rest is discord.py's."""
        if interaction.type is discord.InteractionType.modal_submit:
            await self._handle("a follow-up", lambda: followup.take(self, interaction))

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Answer an edited question anew."""
        await self._handle("an edited message", lambda: self.conversation.hear_again(payload))

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Remove the answer to a deleted question."""
        await self._handle("a deleted message", lambda: self.conversation.forget(payload.message_id))

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Remove the answers to deleted questions."""
        await self._handle("deleted messages", lambda: self.conversation.forget(*payload.message_ids))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget a server that removed the bot."""
        await self._handle("a server that left", lambda: self.records.forget_server(guild.id))

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Forget a deleted channel."""
        forgetting = self.records.forget_channel
        await self._handle("a deleted channel", lambda: forgetting(channel.guild.id, channel.id))

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  discord.py's own
        """Log what no handler caught."""
        del args, kwargs
        record(_current_error(), event_method)

    def asker(self, interaction: Interaction, *, person: int | None = None) -> Asker:
        """Say who is behind an interaction, or for whom it is, and where."""
        return Asker(
            person=person or interaction.user.id,
            channel=interaction.channel_id or interaction.user.id,
            server=interaction.guild_id,
            locale=locale_language(interaction.locale),
            server_locale=locale_language(interaction.guild_locale, community=True),
        )

    @property
    def offered(self) -> frozenset[str]:
        """Name the commands that Discord offers."""
        return frozenset(command.name for command in self.tree.get_commands())

    def say(self, locale: Language | None) -> Wording:
        """Give the words of a language, by default the program's."""
        return wording(locale or self.settings.language)

    def note_press(self, message: int, person: int) -> bool:
        """Note that a person pressed *Wrong* under a message; say whether it is the first time."""
        key = (message, person)
        if key in self._pressed:
            return False
        self._pressed[key] = None
        while len(self._pressed) > _MOST_PRESSED:
            self._pressed.popitem(last=False)
        return True

    async def serve(
        self,
        interaction: Interaction,
        doing: str,
        making: Callable[[], Awaitable[Outgoing]],
        *,
        private: bool = True,
        in_place: bool = False,
    ) -> None:
        """Answer an interaction with what is made; promise it if that takes over a second. Never raises.

        `in_place` puts it into the message clicked; what goes wrong is told in a message of its own.
        """
        say = self.say(locale_language(interaction.locale))
        with self.underway:  # what is refused is waited for too: a stop would cut it off unsaid
            if self.underway.closing:
                await self.deliver(interaction, "a refusal", sentence(say, "stopping"))
                return
            task = asyncio.ensure_future(making())
            try:
                done, _ = await asyncio.wait({task}, timeout=DEFER_AFTER)
                if not done:
                    await acknowledge(lambda: interaction.response.defer(ephemeral=private, thinking=not in_place))
                outgoing = await task
            except DeskBusy:
                outgoing, in_place = sentence(say, "busy"), False
            except StorageError as error:
                outgoing, in_place = sentence(say, "settings-unsaved", reason=error.reason), False
            except Exception as error:  # noqa: BLE001  whatever happens, a person reads a sentence
                outgoing, in_place = sentence(say, "fault", id=record(error, doing)), False
            await self.deliver(interaction, doing, outgoing, in_place=in_place)

    async def deliver(
        self, interaction: Interaction, doing: str, outgoing: Outgoing, *, in_place: bool = False
    ) -> None:
        """Send the answer to an interaction, in the message clicked where a page of it fits there; never raises."""
        try:
            await (turn if in_place and outgoing.file is None else respond)(interaction, outgoing)
        except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
            record(error, f"the answer to {doing}")

    async def may_ask(self, interaction: Interaction) -> bool:
        """Count a question of an interaction; where there were too many, say when to come back."""
        asker = self.asker(interaction)
        wait = self.cooldowns.take(asker.person, asker.channel)
        if wait is None:
            return True
        say = self.say(asker.locale)
        await self.deliver(interaction, "a refusal", sentence(say, "too-fast", seconds=wait))
        return False

    async def _handle(self, doing: str, handling: Callable[[], Awaitable[object]]) -> None:
        with self.underway:
            try:
                await handling()
            except Exception as error:  # noqa: BLE001  one event must not end the bot
                record(error, doing)

    async def _tell_fault(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        """Tell a fault that happened outside of what `serve` makes."""
        say = self.say(locale_language(interaction.locale))
        if isinstance(error, app_commands.MissingPermissions):
            await self.deliver(interaction, "a refusal", sentence(say, "settings-not-yours"))
            return
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        name = interaction.command.name if interaction.command else "a command"
        if interaction.type is discord.InteractionType.autocomplete:
            record(cause, f"completing {name}")
            return
        await self.deliver(interaction, name, sentence(say, "fault", id=record(cause, name)))


def _intents(settings: Settings) -> discord.Intents:
    """Ask for what is needed and no more."""
    intents = discord.Intents.none()
    intents.guilds = True
    intents.guild_messages = True
    intents.dm_messages = True
    intents.message_content = settings.message_content
    return intents


def _current_error() -> BaseException:

    return sys.exc_info()[1] or RuntimeError("no error")
