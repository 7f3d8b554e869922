"""Free text: who speaks to the bot, what gets an answer, and what becomes of it when a question changes."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import TYPE_CHECKING

import discord

from bot.desk import DeskBusy, kind_of
from bot.discord_app import notices
from bot.discord_app.answers import Asker, Manner
from bot.discord_app.errors import record
from bot.discord_app.hearing import NOT_ASKED, Address, Ears, Heard, is_from_a_person, is_thanks, replied_to
from bot.discord_app.outgoing import Outgoing
from bot.discord_app.placing import WELCOME, Links, Placing
from bot.discord_app.reading import topic_of
from bot.discord_app.translation import locale_language
from bot.presentation.wording import Wording, wording
from bot.requests import Command, Request
from bot.storage import LinkKind, ServerSettings, Silence
from bot.typed import Typed, Unknown, Word, language_of, read_typed
from knowledge.models import Answer, AnswerKind, Outcome, Topic

if TYPE_CHECKING:
    from bot.discord_app.client import FuentesClient

TYPING_AFTER = 1.0
"""Seconds after which Discord shows that an answer is being written."""
_MOST = 2_000


class Conversation:
    """Hear messages and answer those that ask."""

    def __init__(self, client: FuentesClient) -> None:
        self._client = client
        self._placing = Placing(client)
        self._ears = Ears()
        self._turns: OrderedDict[int, asyncio.Lock] = OrderedDict()

    async def hear(self, message: discord.Message) -> None:
        """Answer a new message, if it asks."""
        if not is_from_a_person(message):
            return
        settings = await self._client.records.server(message.guild.id if message.guild else None)
        if settings.paused:
            return
        heard = await self._ears.listen(message, settings, self._client.user)
        if heard is None or await self._is_left_out(message, heard):
            return
        if self._client.underway.closing:
            if heard.is_asked:
                stopping = notices.sentence(await self._wording(message, heard), "stopping")
                await self._placing.put(message, stopping, LinkKind.NOTICE)
            return
        async with self._turn(message.id):
            await self._react(message, heard, settings, ())

    async def hear_again(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Answer an edited question anew; what else changes a message (a preview, a pin) is no edit."""
        message = payload.message
        if payload.data.get("edited_timestamp") is None or not is_from_a_person(message):
            return
        async with self._turn(message.id):
            links = await self._client.records.answers_to(message.id)
            settings = await self._client.records.server(message.guild.id if message.guild else None)
            heard = await self._ears.listen(message, settings, self._client.user)
            if settings.paused or (not links and (heard is None or not heard.is_asked)):
                return
            if heard is None or not heard.text:
                await self._placing.take_back(links)
                return
            await self._react(message, heard, settings, links)

    async def forget(self, *messages: int) -> None:
        """Remove the answers to deleted messages."""
        for message in messages:
            async with self._turn(message):
                links = await self._client.records.answers_to(message)
                if links:
                    await self._placing.take_back(links)

    async def _is_left_out(self, message: discord.Message, heard: Heard) -> bool:
        """Tell whether a message is not to be read: its author wants so, and does not speak to the bot."""
        if heard.address in {Address.DIRECT, Address.MENTION}:
            return False
        return await self._client.records.is_left_out(message.author.id)

    async def _react(
        self,
        message: discord.Message,
        heard: Heard,
        settings: ServerSettings,
        links: Links,
    ) -> None:
        """Answer, or leave it: one question at a time for each message."""
        say = await self._wording(message, heard)
        if not heard.text:
            if heard.address is Address.REPLY and not message.content and not message.attachments:
                await self._placing.put(message, notices.sentence(say, "mention-me"), LinkKind.NOTICE, links)
            elif heard.address is Address.MENTION or (heard.address is Address.DIRECT and message.content):
                hint = notices.hint(self._client.desk.seat(settings.server or None), say)
                await self._placing.put(message, hint, LinkKind.NOTICE, links)
            return
        typed = read_typed(heard.text)
        kind = kind_of(heard.text)
        is_free = isinstance(typed, Request) and typed.command is Command.ASK
        leans = "?" in heard.text and kind is AnswerKind.NONE and self._topic(message) is not None
        doubtful = is_free and kind in NOT_ASKED and not leans
        if doubtful and not await self._is_question_anyway(message, heard, kind, say, links):
            return
        if await self._too_fast(message, heard, say, links):
            return
        await self._serve(message, heard, typed, settings, links)

    async def _is_question_anyway(
        self,
        message: discord.Message,
        heard: Heard,
        kind: AnswerKind,
        say: Wording,
        links: Links,
    ) -> bool:
        """Decide on words that are no recognised question: chatter gets nothing, thanks a smile, a greeting a hint."""
        if not heard.is_asked:
            if links:
                await self._placing.take_back(links)
            return False
        if is_thanks(heard.text):
            await self._placing.react(message, WELCOME)
            return False
        if kind is AnswerKind.SMALL_TALK:
            hint = notices.hint(self._client.desk.seat(_server(message)), say)
            await self._placing.put(message, hint, LinkKind.NOTICE, links)
            return False
        return True

    async def _too_fast(self, message: discord.Message, heard: Heard, say: Wording, links: Links) -> bool:
        wait = self._client.cooldowns.take(message.author.id, message.channel.id)
        if wait is None:
            return False
        if heard.is_asked and not links:
            await self._placing.put(message, notices.sentence(say, "too-fast", seconds=wait), LinkKind.NOTICE, links)
        return True

    async def _serve(
        self,
        message: discord.Message,
        heard: Heard,
        typed: Typed | None,
        settings: ServerSettings,
        links: Links,
    ) -> None:
        """Make the answer and put it under the message; a fault is told where somebody asked."""
        say = await self._wording(message, heard)
        working = asyncio.ensure_future(self._make(message, typed, say))
        try:
            done, _ = await asyncio.wait({working}, timeout=TYPING_AFTER)
            if not done and heard.is_asked:
                async with message.channel.typing():
                    outgoing, answer = await working
            else:
                outgoing, answer = await working
        except DeskBusy:
            outgoing, answer = notices.sentence(say, "busy"), None
        except Exception as error:  # noqa: BLE001  whatever happens, a person reads a sentence
            error_id = record(error, "a question in free text")
            outgoing, answer = notices.sentence(say, "fault", id=error_id), None
            if not heard.is_asked:
                return
        if answer is not None and not heard.is_asked and answer.outcome is not Outcome.ANSWERED:
            await self._be_silent(message, outgoing, settings, links)
            return
        if answer is not None:  # before it is sent: a follow-up may come at once
            self._client.topics.put(message.channel.id, message.author.id, answer.topic)
        kind = LinkKind.NOTICE if answer is None else LinkKind.ANSWER
        await self._placing.put(message, outgoing, kind, links)

    async def _make(
        self, message: discord.Message, typed: Typed | None, say: Wording
    ) -> tuple[Outgoing, Answer | None]:
        if not isinstance(typed, Request):
            return await self._tell_of_itself(message, typed, say), None
        spoken = say.language if typed.command is not Command.ASK else None
        manner = Manner(private=False, language=spoken)
        prepared = await self._client.answers.prepare(typed, _asker(message), manner, self._topic(message))
        return prepared.outgoing, prepared.answer

    async def _tell_of_itself(self, message: discord.Message, typed: Word | Unknown | None, say: Wording) -> Outgoing:
        """Say what a word for the bot asks for, or that a command is none that can be typed."""
        client = self._client
        seat = client.desk.seat(_server(message))
        match typed:
            case Word.SOURCES:
                told = await client.answers.documents(_asker(message), "", private=False)
            case Word.ABOUT:
                told = notices.about_page(seat, say, private=False)
            case Word.PRIVACY:
                told = notices.privacy_notice(say)
            case Unknown(command):
                is_offered = command.removeprefix("/") in client.offered
                told = notices.sentence(say, "only-by-command" if is_offered else "unknown-command", command=command)
            case _:
                told = notices.help_page(seat, say, private=False)
        return told

    def _topic(self, message: discord.Message) -> Topic | None:
        """Give the topic that a follow-up inherits: of the answer replied to, else of ten minutes."""
        before = replied_to(message)
        return (topic_of(before) if before else None) or self._client.topics.get(message.channel.id, message.author.id)

    async def _be_silent(
        self,
        message: discord.Message,
        outgoing: Outgoing,
        settings: ServerSettings,
        links: Links,
    ) -> None:
        """Do in a chosen channel, with a question that is not answered, what its managers want."""
        if settings.silence is Silence.SENTENCE:
            await self._placing.put(message, outgoing, LinkKind.ANSWER, links)
            return
        await self._placing.take_back(links)
        if settings.silence is Silence.REACTION:
            await self._placing.mark_looked(message)

    async def _wording(self, message: discord.Message, heard: Heard) -> Wording:
        """Choose the words of a reply without a question: those that were typed tell most."""
        typed = language_of(heard.text) if heard.text else None
        return wording(typed or await self._client.answers.language(_asker(message), private=False))

    def _turn(self, message: int) -> asyncio.Lock:
        """Give the lock of a message, so that an edit waits for the answer that it changes."""
        lock = self._turns.setdefault(message, asyncio.Lock())
        self._turns.move_to_end(message)
        while len(self._turns) > _MOST:
            self._turns.popitem(last=False)
        return lock


def _server(message: discord.Message) -> int | None:
    return message.guild.id if message.guild else None


def _asker(message: discord.Message) -> Asker:
    guild = message.guild
    return Asker(
        person=message.author.id,
        channel=message.channel.id,
        server=guild.id if guild else None,
        server_locale=locale_language(guild.preferred_locale, community=True) if guild else None,
    )
