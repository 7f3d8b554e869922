"""The errors of the storage. They carry data; the words for people live in `bot.presentation`.

StorageError
├── AddressUnusable       DATABASE_URL names no database that could be opened
├── StorageUnreachable    the database cannot be opened, or the connection broke
├── StorageBusy           locked, or slower than may be waited for
├── StorageNewer          a later version of Fuentes has written the schema
└── StorageFailed         the database refused: a full disk, a damaged file, a missing right
"""

from __future__ import annotations


class StorageError(Exception):
    """Root of every error that the storage raises on purpose; `place` never holds a password."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


class AddressUnusable(StorageError):
    """The address is neither PostgreSQL's nor SQLite's, or a part of it cannot be read."""


class StorageUnreachable(StorageError):
    """The database cannot be opened, or its connection broke; what was under way may be done or not."""


class StorageBusy(StorageError):
    """The database did not answer within `seconds`; a write that was under way may be done or not."""

    def __init__(self, place: str, seconds: float) -> None:
        super().__init__(place, f"no answer within {seconds:g} s")
        self.seconds = seconds


class StorageNewer(StorageError):
    """The schema has a revision that this version of Fuentes does not know."""

    def __init__(self, place: str, revision: str) -> None:
        super().__init__(place, f"unknown schema revision {revision}")
        self.revision = revision


class StorageFailed(StorageError):
    """The database refused, for a reason of its own."""
