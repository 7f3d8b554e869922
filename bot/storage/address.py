"""Where the database is: DATABASE_URL as people write it, or a file in the data folder, or memory."""

from __future__ import annotations

import re
import tempfile
import uuid
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.storage.errors import AddressUnusable

FILE = "fuentes.db"
"""The name of the SQLite file in the data folder."""
_SCHEME = re.compile(r"(?P<kind>postgres(?:ql)?|sqlite)(?:\+\w+)?://", re.IGNORECASE)
_THREE_SLASHES = "a path follows sqlite:///"


class Kind(StrEnum):
    """The databases that are spoken to."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


@dataclass(frozen=True, slots=True)
class Address:
    """A database, and what may be said of it."""

    kind: Kind
    url: URL
    """What SQLAlchemy opens."""
    shown: str
    """The address without user and password."""
    dsn: str | None = field(default=None, repr=False)
    """PostgreSQL's address as it was given: its driver knows what such an address may say."""
    in_memory: bool = False
    """Whether everything is forgotten at the end."""


def find_address(url: str | None, data: Path) -> Address:
    """Read DATABASE_URL; without one, choose a file in `data`, made where needed, else memory.

    Raises AddressUnusable.
    """
    if not url:
        file = data / FILE
        return _file(file) if _writable(file) else _memory()
    scheme = _SCHEME.match(url)
    if scheme is None:
        raise AddressUnusable("DATABASE_URL", "neither postgresql:// nor sqlite://")
    if scheme["kind"].lower() == Kind.SQLITE:
        return _sqlite(f"sqlite+aiosqlite://{url[scheme.end() :]}")
    dsn = f"postgresql://{url[scheme.end() :]}"
    return Address(Kind.POSTGRESQL, URL.create("postgresql+asyncpg"), _without_user(dsn), dsn)


def _sqlite(url: str) -> Address:
    try:
        target = make_url(url)
    except (ArgumentError, ValueError):  # its words would repeat the address
        raise AddressUnusable("DATABASE_URL", _THREE_SLASHES) from None
    if target.host or target.username:
        raise AddressUnusable("DATABASE_URL", _THREE_SLASHES)
    if target.database in {None, "", ":memory:"}:
        return _memory()
    return Address(Kind.SQLITE, target, f"sqlite:///{target.database}")


def _file(file: Path) -> Address:
    return Address(Kind.SQLITE, URL.create("sqlite+aiosqlite", database=str(file)), f"sqlite:///{file}")


def _memory() -> Address:
    # This kind of memory is shared by connections, with the locks of a file.
    name = f"file:/fuentes-{uuid.uuid4().hex}?vfs=memdb"
    url = URL.create("sqlite+aiosqlite", database=name, query={"uri": "true"})
    return Address(Kind.SQLITE, url, "sqlite://", in_memory=True)


def _writable(file: Path) -> bool:
    """Try it: permissions alone do not tell of a read-only disk. SQLite writes files beside its own."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=file.parent), file.open("ab"):
            return True
    except OSError:
        return False


def _without_user(dsn: str) -> str:
    try:
        parts = urlsplit(dsn)
    except ValueError:
        raise AddressUnusable("DATABASE_URL", "no address of a server") from None
    return f"postgresql://{parts.netloc.rpartition('@')[2]}{parts.path}"
