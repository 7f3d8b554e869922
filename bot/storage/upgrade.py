"""Brings the schema of a database up to date: an empty one gets the tables as they are now, an old one the migrations.

Alembic, which takes a tenth of a second and eleven megabytes, is loaded only for migrations.
"""

from __future__ import annotations

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, text

from bot.storage.address import Kind
from bot.storage.database import Database
from bot.storage.errors import AddressUnusable, StorageNewer
from bot.storage.schema import REVISION, metadata

_versions = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""Where Alembic notes the revision that a schema has."""
_SECONDS = 60.0
"""A migration may take longer than what a person waits for."""
_ADVISORY_LOCK = 4_689_261_771_430_917
"""Any number, as long as nobody else's: PostgreSQL lets one process at a time hold it."""


async def bring_up_to_date(database: Database) -> None:
    """Apply the migrations that are missing, all or none; raises StorageError."""
    if await _current(database) == REVISION:
        return

    def migrate(connection: Connection) -> None:
        if database.address.kind is Kind.POSTGRESQL:  # with SQLite, who writes is alone
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _ADVISORY_LOCK})
        _bring_up_to_date(connection, database.address.shown)

    await database.write(migrate, _SECONDS)


async def _current(database: Database) -> str | None:
    try:
        return await database.read(_revision)
    except (ValueError, OverflowError) as error:  # a port that is none, met with the first connection
        raise AddressUnusable(database.address.shown, str(error)) from error


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _bring_up_to_date(connection: Connection, place: str) -> None:
    """Create or migrate; another process may have done so while this one waited for the lock."""
    revision = _revision(connection)
    if revision is None:
        metadata.create_all(connection, checkfirst=False)
        _versions.create(connection)
        connection.execute(_versions.insert().values(version_num=REVISION))
    elif revision != REVISION:
        _migrate(connection, place)


def _migrate(connection: Connection, place: str) -> None:
    """Run the migrations that are missing."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", "bot.storage:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StorageNewer(place, _revision(connection) or str(error)) from error
