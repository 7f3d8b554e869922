"""A database behind bounded waits: reads, and writes that are one short transaction each.

The engine is an ordinary one with an asynchronous driver, whose calls SQLAlchemy carries over to the event loop:
`sqlalchemy.ext.asyncio`, which wraps the same, brings its object mapper along, seven megabytes that nothing here uses.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    asynccontextmanager,
    closing,
    contextmanager,
    nullcontext,
)
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, RowMapping, Select, UpdateBase, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.util import greenlet_spawn

from bot.storage.address import Address, Kind
from bot.storage.errors import StorageBusy, StorageError, StorageFailed, StorageUnreachable

_CONNECTIONS = 4
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_CANNOT_OPEN = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
# PostgreSQL's, from the appendix of its manual: lock not available, query canceled; then, by their first
# letters: connection broken, user refused, no such database, server stops or starts.
_WAITED_TOO_LONG = {"55P03", "57014"}
_UNREACHABLE = ("08", "28", "3D", "57P")
T = TypeVar("T")
Work = Callable[[Connection], T]
"""What is done with a connection, which is lent for that long."""


class Database:
    """A pool of connections; whatever takes longer than `seconds` is given up with StorageBusy."""

    def __init__(self, engine: Engine, address: Address, seconds: float) -> None:
        self.address = address
        self._seconds = seconds
        self._engine = engine
        # No transaction around reads: two round trips less, and none is left open.
        self._reader = engine.execution_options(isolation_level="AUTOCOMMIT") if self._is_server else engine
        # SQLite has one writer at a time and lets the others poll; here they queue.
        self._turn: AbstractAsyncContextManager[object] = nullcontext() if self._is_server else asyncio.Lock()
        self._under_way: set[asyncio.Task[Any]] = set()

    @property
    def _is_server(self) -> bool:
        return self.address.kind is Kind.POSTGRESQL

    async def find(self, query: Select[Any]) -> list[RowMapping]:
        """Give the rows of a query; raises StorageError."""
        return await self.read(lambda connection: list(connection.execute(query).mappings()))

    async def execute(self, *statements: UpdateBase) -> int:
        """Execute statements in one transaction; give how many rows they met. Raises StorageError."""
        return await self.write(lambda connection: sum([connection.execute(each).rowcount for each in statements]))

    async def read(self, work: Work[T]) -> T:
        """Read with a connection; raises StorageError."""

        def reading() -> T:
            with self._reader.connect() as connection:
                return work(connection)

        with _telling(self.address.shown, self._seconds):
            async with asyncio.timeout(self._seconds):
                return await self._see_through(greenlet_spawn(reading))

    async def write(self, work: Work[T], seconds: float | None = None) -> T:
        """Write in one transaction, which is on disk when this returns; raises StorageError."""

        def writing() -> T:
            with self._engine.begin() as connection:
                if not self._is_server:
                    # At once the writer: a reader that turns writer could only fail where two meet.
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                return work(connection)

        allowed = self._seconds if seconds is None else seconds
        with _telling(self.address.shown, allowed):
            async with asyncio.timeout(allowed), self._turn:
                return await self._see_through(greenlet_spawn(writing))

    async def settle(self) -> None:
        """Wait for what nobody waits for any more, and close the connections."""
        if self._under_way:
            await asyncio.wait(self._under_way)
        await greenlet_spawn(self._engine.dispose)

    async def _see_through(self, doing: Coroutine[Any, Any, T]) -> T:
        """Do something that a person's impatience ends with PostgreSQL and not with SQLite.

        SQLite works in threads, which cannot be stopped: cut off from its thread, a connection is lost.
        """
        if self._is_server:
            return await doing
        task = asyncio.create_task(doing)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return await asyncio.shield(task)


@asynccontextmanager
async def open_database(address: Address, seconds: float) -> AsyncIterator[Database]:
    """Open a database and close it at the end; a PostgreSQL is met at the first use. Raises StorageError."""
    server = address.kind is Kind.POSTGRESQL
    engine = _open_postgresql(address, seconds) if server else _open_sqlite(address, seconds)
    with nullcontext() if server else closing(_anchor(engine, address, seconds)):
        database = Database(engine, address, seconds)
        try:
            yield database
        finally:
            await database.settle()


def _anchor(engine: Engine, address: Address, seconds: float) -> sqlite3.Connection:
    """Open SQLite here and now, which finds out what is wrong with the file before a thread does.

    A database in memory lasts as long as this connection does. WAL: who reads never waits for who writes.
    """
    names, options = engine.dialect.create_connect_args(address.url)
    with _telling(address.shown, seconds):
        anchor: sqlite3.Connection = sqlite3.connect(names[0], **{**options, **_sqlite_options(seconds)})
        try:
            anchor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.Error:
            anchor.close()
            raise
    return anchor


def _open_postgresql(address: Address, seconds: float) -> Engine:
    settings = {"application_name": "fuentes"}
    return create_engine(
        address.url,
        connect_args={"dsn": address.dsn, "timeout": seconds, "server_settings": settings},
        pool_size=_CONNECTIONS,
        max_overflow=0,
        pool_pre_ping=True,  # a server that was restarted is met again without an error
    )


def _open_sqlite(address: Address, seconds: float) -> Engine:
    engine = create_engine(
        address.url,
        connect_args=_sqlite_options(seconds),
        pool_size=_CONNECTIONS,
        max_overflow=0,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _sqlite_options(seconds: float) -> dict[str, Any]:
    """Let SQLite give up by itself in half the time, and keep the driver from beginning transactions."""
    return {"timeout": seconds / 2, "isolation_level": None}


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401  SQLAlchemy wraps the driver's own
    """Set up a connection to SQLite: every commit waits for the disk.

    In WAL, NORMAL may lose the last transactions when the power fails; a setting that was confirmed, or an
    opting out, must not come undone. Writes are few and follow the answer, so nobody waits for them.
    """
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


@contextmanager
def _telling(place: str, seconds: float) -> Iterator[None]:
    """Turn what driver, pool and clock raise into a StorageError."""
    try:
        yield
    except TimeoutError as error:
        raise StorageBusy(place, seconds) from error
    except OSError as error:
        raise StorageUnreachable(place, str(error)) from error
    except sqlite3.Error as error:
        raise _told(error, place, seconds) from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise StorageUnreachable(place, str(error.orig)) from error
        raise _told(error.orig, place, seconds) from error
    except SQLAlchemyError as error:
        raise StorageFailed(place, str(error)) from error


def _told(error: BaseException | None, place: str, seconds: float) -> StorageError:
    """Tell by the error codes of SQLite and PostgreSQL what has happened."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte; above it are the details
    state = getattr(error, "sqlstate", None) or ""
    if code in _LOCKED or state in _WAITED_TOO_LONG:
        return StorageBusy(place, seconds)
    if code in _CANNOT_OPEN or state.startswith(_UNREACHABLE):
        return StorageUnreachable(place, str(error))
    return StorageFailed(place, str(error))
