"""One press of a button: who pressed it, on which message, and the ways to react."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.discord_app.answers import Asker, Manner
from bot.discord_app.buttons import Button
from bot.discord_app.errors import record
from bot.discord_app.notices import gone, sentence
from bot.discord_app.outgoing import Outgoing
from bot.discord_app.pages import Leaf
from bot.discord_app.reading import asker_of, question_of
from bot.presentation.wording import Wording
from bot.requests import Request
from knowledge.models import Topic

if TYPE_CHECKING:
    from bot.desk import Seat
    from bot.discord_app.client import FuentesClient


@dataclass
class Pressed:
    """A press, with what its button holds."""

    client: FuentesClient
    interaction: discord.Interaction[FuentesClient]
    label: str
    argument: str = ""

    @property
    def asker(self) -> Asker:
        """Say who pressed, and where."""
        return self.client.asker(self.interaction)

    @property
    def say(self) -> Wording:
        """Give the words of the person's language: what a press brings is private, or follows from it."""
        return self.client.say(self.asker.locale)

    @property
    def message(self) -> discord.Message:
        """Give the message clicked, which Discord sends along."""
        if self.interaction.message is None:
            raise TypeError(self.interaction.type)
        return self.interaction.message

    @property
    def is_private(self) -> bool:
        """Tell whether what follows is for this person alone: in private answers, and for all but the asker."""
        if self.message.flags.ephemeral:
            return True
        return self.interaction.guild_id is not None and asker_of(self.message) != self.interaction.user.id

    async def tell(self, doing: str, making: Callable[[], Awaitable[Outgoing]], *, private: bool = True) -> None:
        """Answer the press with a new message."""
        await self.client.serve(self.interaction, doing, making, private=private)

    async def renew(self, doing: str, making: Callable[[], Awaitable[Outgoing]]) -> None:
        """Put what is made into the message clicked."""
        await self.client.serve(self.interaction, doing, making, in_place=True)

    async def tell_fault(self, error: Exception, doing: str) -> None:
        """Tell a fault of ours."""
        await self.client.deliver(self.interaction, doing, sentence(self.say, "fault", id=record(error, doing)))

    async def done(self, outgoing: Outgoing) -> Outgoing:
        """Give a message that is ready, where one is to be made."""
        return outgoing

    async def answer(self, request: Request, *, topic: Topic | None = None, page: int = 0) -> None:
        """Answer a request that the button holds; buttons do not count as questions."""
        private = self.is_private or await self.client.answers.is_private(self.asker, self.is_private)

        async def make() -> Outgoing:
            prepared = await self.client.answers.prepare(
                request, self.asker, Manner(private, slash=True, page=page), topic
            )
            if prepared.answer is not None:
                self.client.topics.put(self.asker.channel, self.asker.person, prepared.answer.topic)
            return prepared.outgoing

        await self.tell(f"the button {request.command.value}", make, private=private)

    async def open(self, find: Callable[[Seat], Leaf | None]) -> None:
        """Open a page in a new private message; where it is gone, say so and offer to ask again."""
        await self.tell("a page", lambda: self._leaf(find))

    async def turn_to(self, find: Callable[[Seat], Leaf | None]) -> None:
        """Put a page into the message clicked, where that is the person's own."""
        show = self.renew if self.message.flags.ephemeral else self.tell
        await show("a page", lambda: self._leaf(find))

    async def tell_gone(self, again: Button | None = None) -> Outgoing:
        """Say that the documents have changed since, and offer to ask again."""
        return gone(self.say, None if again else await question_of(self.message), again)

    async def _leaf(self, find: Callable[[Seat], Leaf | None]) -> Outgoing:
        leaf = await self.client.desk.work(find, self.interaction.guild_id)
        if leaf is None:
            return await self.tell_gone()
        return Outgoing(leaf.content, None, leaf.buttons, private=True, file=leaf.file)
