"""What is kept and how it is read, changed and forgotten, one method for each."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from sqlalchemy import RowMapping, Table, delete, select

from bot.storage.address import Kind, find_address
from bot.storage.database import Database, open_database
from bot.storage.errors import StorageError
from bot.storage.gathering import Gathering
from bot.storage.rows import (
    ChannelChanges,
    ChannelSettings,
    FeedbackCount,
    FeedbackKind,
    LinkKind,
    MessageLink,
    ServerChanges,
    ServerSettings,
    Silence,
)
from bot.storage.schema import NO_SERVER, channels, feedback, links, opt_outs, servers, synced_commands
from bot.storage.upgrade import bring_up_to_date
from knowledge.models import Outcome

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

SECONDS = 2.0
"""How long a read or a write may take: Discord wants to hear from a bot within three."""
LINKS_LAST = timedelta(days=7)
_BETWEEN_CLEANINGS = timedelta(hours=1)
_log = logging.getLogger(__name__)


class Storage:
    """What the bot remembers between two starts.

    Every write is one transaction and is kept once the method returns. Every method raises StorageError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._linking = Gathering(self._write_links)

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str | None, data: Path, *, seconds: float = SECONDS) -> AsyncIterator[Storage]:
        """Open the database of DATABASE_URL, else the file in `data`, else memory; close it at the end.

        Brings the schema up to date, and forgets old message links every hour. Raises StorageError.
        """
        async with open_database(find_address(url, data), seconds) as database:
            await bring_up_to_date(database)
            storage = cls(database)
            leaving = asyncio.Event()
            cleaning = asyncio.create_task(storage._clean_hourly(leaving))
            try:
                yield storage
            finally:
                leaving.set()
                await cleaning
                await storage._linking.settle()

    @property
    def place(self) -> str:
        """Say where the database is, without user and password."""
        return self._database.address.shown

    @property
    def in_memory(self) -> bool:
        """Say whether all is forgotten at the end, for want of a folder that can be written."""
        return self._database.address.in_memory

    async def server(self, server: int) -> ServerSettings:
        """Give the settings of a server with those of its channels."""
        of_server = select(servers).where(servers.c.server == server)
        of_channels = select(channels).where(channels.c.server == server).order_by(channels.c.channel)
        chosen = tuple(ChannelSettings(**row) for row in await self._database.find(of_channels))
        for row in await self._database.find(of_server):
            return ServerSettings(**{**row, "silence": Silence(row["silence"])}, channels=chosen)
        return ServerSettings(server, channels=chosen)

    async def change_server(self, server: int, **changes: Unpack[ServerChanges]) -> None:
        """Change some settings of a server; the others stay, whoever changes them meanwhile."""
        await self._put(servers, {"server": server}, changes)

    async def change_channel(self, server: int, channel: int, **changes: Unpack[ChannelChanges]) -> None:
        """Change some settings of a channel; the others stay."""
        await self._put(channels, {"channel": channel}, {"server": server, **changes})

    async def is_opted_out(self, person: int) -> bool:
        """Say whether a person wants to be left out."""
        return bool(await self._database.find(select(opt_outs).where(opt_outs.c.person == person)))

    async def opt_out(self, person: int) -> None:
        """Leave a person out from now on."""
        await self._put(opt_outs, {"person": person}, {})

    async def opt_in(self, person: int) -> None:
        """Take a person in again."""
        await self._database.execute(delete(opt_outs).where(opt_outs.c.person == person))

    async def count_feedback(self, kind: FeedbackKind, outcome: Outcome, day: date, server: int | None) -> None:
        """Count what somebody said of an answer; who it was and what was asked is not kept."""
        key = {"server": server or NO_SERVER, "day": day, "kind": kind, "outcome": outcome}
        first = self._insert(feedback).values(**key, count=1)
        again = first.on_conflict_do_update(index_elements=list(key), set_={"count": feedback.c.count + 1})
        await self._database.execute(again)

    async def feedback(self, server: int | None, since: date) -> tuple[FeedbackCount, ...]:
        """Give the counts of a server, or of direct messages, from a day on."""
        counts = feedback.c
        mine = select(counts.day, counts.kind, counts.outcome, counts.count)
        wanted = mine.where(counts.server == (server or NO_SERVER), counts.day >= since)
        rows = await self._database.find(wanted.order_by(counts.day, counts.kind, counts.outcome))
        return tuple(
            FeedbackCount(row["day"], FeedbackKind(row["kind"]), Outcome(row["outcome"]), row["count"]) for row in rows
        )

    async def link(self, link: MessageLink) -> None:
        """Remember which message of the bot belongs to which question; a later link replaces it.

        Every answer is linked: those of a busy moment share a transaction, for one alone takes as long as all of them.
        """
        await self._linking.keep(link)

    async def answers_to(self, *questions: int) -> tuple[MessageLink, ...]:
        """Give what the bot put under some messages of people, oldest first."""
        wanted = select(links).where(links.c.question.in_(questions))
        rows = await self._database.find(wanted.order_by(links.c.linked, links.c.answer))
        return tuple(_link(row) for row in rows)

    async def unlink(self, *answers: int) -> None:
        """Forget the links of some messages of the bot."""
        await self._linking.settle()
        await self._database.execute(delete(links).where(links.c.answer.in_(answers)))

    async def clean(self, now: datetime) -> int:
        """Forget the message links that are seven days old; give how many there were."""
        until = int((now - LINKS_LAST).timestamp())
        return await self._database.execute(delete(links).where(links.c.linked <= until))

    async def synced_digest(self, server: int | None = None) -> str | None:
        """Give the hash of the commands last synced to a server, or everywhere."""
        rows = await self._database.find(
            select(synced_commands).where(synced_commands.c.server == (server or NO_SERVER))
        )
        return rows[0]["digest"] if rows else None

    async def remember_synced(self, digest: str, server: int | None = None) -> None:
        """Remember the hash of the commands just synced; at most 64 characters."""
        await self._put(synced_commands, {"server": server or NO_SERVER}, {"digest": digest})

    async def forget_person(self, person: int) -> int:
        """Forget what is kept of a person; give how many message links there were.

        An opting out stays: forgetting it would undo the person's wish. `opt_in` ends it.
        """
        await self._linking.settle()
        return await self._database.execute(delete(links).where(links.c.person == person))

    async def forget_channel(self, channel: int) -> None:
        """Forget a channel that was deleted."""
        await self._linking.settle()
        tables = (channels, links)
        await self._database.execute(*(delete(each).where(each.c.channel == channel) for each in tables))

    async def forget_server(self, server: int) -> None:
        """Forget a server that the bot was removed from."""
        await self._linking.settle()
        tables = (servers, channels, feedback, links, synced_commands)
        await self._database.execute(*(delete(each).where(each.c.server == server) for each in tables))

    async def _clean_hourly(self, leaving: asyncio.Event) -> None:
        while not leaving.is_set():
            try:
                await self.clean(datetime.now(UTC))
            except StorageError as error:
                _log.warning("Old message links stay for another hour: %s", error)
            with suppress(TimeoutError):
                async with asyncio.timeout(_BETWEEN_CLEANINGS.total_seconds()):
                    await leaving.wait()

    async def _write_links(self, made: Sequence[MessageLink]) -> None:
        rows = [{**asdict(link), "linked": int(link.linked.timestamp())} for link in made]
        row = self._insert(links)
        changed = {name: row.excluded[name] for name in rows[0] if name != "answer"}
        upsert = row.on_conflict_do_update(index_elements=["answer"], set_=changed)
        await self._database.write(lambda connection: connection.execute(upsert, rows))

    async def _put(self, table: Table, key: Mapping[str, object], values: Mapping[str, object]) -> None:
        """Insert a row, or change the given columns of the one that is there."""
        row = self._insert(table).values(**key, **values)
        if values:
            await self._database.execute(row.on_conflict_do_update(index_elements=list(key), set_=dict(values)))
        else:
            await self._database.execute(row.on_conflict_do_nothing())

    def _insert(self, table: Table) -> postgresql.Insert | sqlite.Insert:
        """Begin an insertion that may meet a row; each database's words for it come with its dialect."""
        if self._database.address.kind is Kind.POSTGRESQL:
            from sqlalchemy.dialects import postgresql

            return postgresql.insert(table)
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table)


def _link(row: RowMapping) -> MessageLink:
    moment = datetime.fromtimestamp(row["linked"], UTC)
    return MessageLink(**{**row, "kind": LinkKind(row["kind"]), "linked": moment})
