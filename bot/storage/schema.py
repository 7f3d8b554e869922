"""The tables as they are after the last migration; a test holds the migrations to them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, MetaData, String, Table, false

REVISION = "0002"
"""The newest migration, known here so that a start on an up-to-date schema need not load Alembic."""

NO_SERVER = 0
"""Stands for "outside of any server" where a key may not be null; Discord gives no such id."""

metadata = MetaData(naming_convention={"pk": "pk_%(table_name)s", "ix": "ix_%(table_name)s_%(column_0_name)s"})


def _key(name: str) -> Column[int]:
    return Column(name, BigInteger, primary_key=True, autoincrement=False)


def _switch(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default=false())


servers = Table(
    "servers",
    metadata,
    _key("server"),
    Column("language", String(2)),
    _switch("private"),
    Column("silence", String(16), nullable=False, server_default="reaction"),
    _switch("paused"),
)

channels = Table(
    "channels",
    metadata,
    _key("channel"),
    Column("server", BigInteger, nullable=False, index=True),
    Column("language", String(2)),
    _switch("listens"),
)

opt_outs = Table("opt_outs", metadata, _key("person"))

feedback = Table(
    "feedback",
    metadata,
    _key("server"),
    Column("day", Date, primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("outcome", String(16), primary_key=True),
    Column("count", Integer, nullable=False),
)

links = Table(
    "links",
    metadata,
    _key("answer"),
    Column("question", BigInteger, nullable=False, index=True),
    Column("channel", BigInteger, nullable=False),
    Column("server", BigInteger),
    Column("person", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),
    # Seconds since 1970: SQLite has no type for a moment, and both databases compare numbers alike.
    Column("linked", BigInteger, nullable=False, index=True),
)

synced_commands = Table(
    "synced_commands",
    metadata,
    _key("server"),
    Column("digest", String(64), nullable=False),
)
