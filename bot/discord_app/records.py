"""The storage behind a memory, so that a slow or locked database keeps nobody from an answer."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import TypeVar, Unpack

from bot.storage import (
    ChannelChanges,
    FeedbackCount,
    FeedbackKind,
    MessageLink,
    ServerChanges,
    ServerSettings,
    Storage,
    StorageError,
)
from knowledge.models import Outcome

PATIENCE = 0.4
"""Seconds that an answer waits for settings; what is not known by then is taken as never set."""
FRESH = 60.0
"""Seconds for which what was read is believed: another process may have changed it."""
_BETWEEN_TRIES = 5.0
COUNTED_DAYS = 30
"""Days of feedback that the settings show."""
_MOST = 5_000
_log = logging.getLogger(__name__)
K = TypeVar("K")
V = TypeVar("V")


class _Shelf(OrderedDict[K, V]):
    """The last few thousand values by key."""

    def put(self, key: K, value: V) -> None:
        """Put a value in front, and let go of the oldest."""
        self[key] = value
        self.move_to_end(key)
        while len(self) > _MOST:
            self.popitem(last=False)


class Records:
    """What is known of servers, people and messages. Reading never fails; changing settings may."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._servers: _Shelf[int, tuple[float, ServerSettings]] = _Shelf()
        self._left_out: _Shelf[int, tuple[float, bool]] = _Shelf()
        self._links: _Shelf[int, dict[int, MessageLink]] = _Shelf()

    @property
    def in_memory(self) -> bool:
        """Say whether all is forgotten when the program ends."""
        return self._storage.in_memory

    async def server(self, server: int | None) -> ServerSettings:
        """Give the settings of a server; of none, and where the database is silent, what holds by itself."""
        if server is None:
            return ServerSettings(0)
        default = ServerSettings(server)
        return await self._remembered(self._servers, server, lambda: self._storage.server(server), default)

    async def is_left_out(self, person: int) -> bool:
        """Say whether a person wants to be left out."""
        reading = self._remembered(self._left_out, person, lambda: self._storage.is_opted_out(person), False)
        return await reading

    async def leave_out(self, person: int) -> None:
        """Leave a person out from now on; raises StorageError."""
        await self._storage.opt_out(person)
        self._left_out.put(person, (monotonic(), True))

    async def take_in(self, person: int) -> None:
        """Take a person in again; raises StorageError."""
        await self._storage.opt_in(person)
        self._left_out.put(person, (monotonic(), False))

    async def change_server(self, server: int, **changes: Unpack[ServerChanges]) -> ServerSettings:
        """Change settings of a server and give them all; raises StorageError."""
        await self._storage.change_server(server, **changes)
        return await self._read_again(server)

    async def change_channel(self, server: int, channel: int, **changes: Unpack[ChannelChanges]) -> ServerSettings:
        """Change settings of a channel and give those of its server; raises StorageError."""
        await self._storage.change_channel(server, channel, **changes)
        return await self._read_again(server)

    async def link(self, link: MessageLink) -> None:
        """Remember which message of ours answers which question."""
        self._links.setdefault(link.question, {})[link.answer] = link
        self._links.move_to_end(link.question)
        self._links.put(link.question, self._links[link.question])
        await self._quietly(self._storage.link(link), "a message link")

    async def answers_to(self, *questions: int) -> tuple[MessageLink, ...]:
        """Give what was put under some messages of people."""
        known = {each.answer: each for question in questions for each in self._links.get(question, {}).values()}
        unknown = [question for question in questions if question not in self._links]
        if unknown:
            stored = await self._quietly(self._storage.answers_to(*unknown), "message links")
            known.update({each.answer: each for each in stored or ()})
        return tuple(known.values())

    async def unlink(self, *links: MessageLink) -> None:
        """Forget what was put under messages."""
        for each in links:
            self._links.get(each.question, {}).pop(each.answer, None)
        await self._quietly(self._storage.unlink(*(each.answer for each in links)), "a message link")

    async def count_wrong(self, outcome: Outcome, server: int | None) -> None:
        """Count that somebody called an answer wrong."""
        today = datetime.now(UTC).date()
        counting = self._storage.count_feedback(FeedbackKind.WRONG, outcome, today, server)
        await self._quietly(counting, "feedback")

    async def feedback(self, server: int) -> tuple[FeedbackCount, ...]:
        """Give what was said of answers in the last thirty days."""
        since = datetime.now(UTC).date() - timedelta(days=COUNTED_DAYS)
        return await self._quietly(self._storage.feedback(server, since), "feedback") or ()

    async def forget_person(self, person: int) -> int:
        """Forget what is kept of a person; give how many message links there were. Raises StorageError."""
        for links in self._links.values():
            for answer in [answer for answer, link in links.items() if link.person == person]:
                del links[answer]
        return await self._storage.forget_person(person)

    async def forget_server(self, server: int) -> None:
        """Forget a server that the bot was removed from."""
        self._servers.pop(server, None)
        await self._quietly(self._storage.forget_server(server), "a server")

    async def forget_channel(self, server: int, channel: int) -> None:
        """Forget a channel that was deleted."""
        self._servers.pop(server, None)
        await self._quietly(self._storage.forget_channel(channel), "a channel")

    async def synced_digest(self) -> str | None:
        """Give the hash of the commands last synced."""
        return await self._quietly(self._storage.synced_digest(), "the hash of the commands")

    async def remember_synced(self, digest: str) -> None:
        """Remember the hash of the commands just synced."""
        await self._quietly(self._storage.remember_synced(digest), "the hash of the commands")

    async def _read_again(self, server: int) -> ServerSettings:
        settings = await self._storage.server(server)
        self._servers.put(server, (monotonic(), settings))
        return settings

    async def _remembered(
        self, shelf: _Shelf[K, tuple[float, V]], key: K, read: Callable[[], Awaitable[V]], default: V
    ) -> V:
        """Read what is not fresh in memory; what was known before goes over a database that is silent."""
        known = shelf.get(key)
        if known and monotonic() - known[0] < FRESH:
            return known[1]
        try:
            async with asyncio.timeout(PATIENCE):
                value = await read()
        except (StorageError, TimeoutError) as error:
            reason = str(error) or "no answer in time"
            _log.warning("The database is silent, going on without it: %s", reason)
            believed = known[1] if known else default
            shelf.put(key, (monotonic() - FRESH + _BETWEEN_TRIES, believed))
            return believed
        shelf.put(key, (monotonic(), value))
        return value

    async def _quietly(self, working: Awaitable[V], what: str) -> V | None:
        try:
            return await working
        except StorageError as error:
            _log.warning("The database did not take or give %s: %s", what, error)
            return None
