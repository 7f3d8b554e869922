"""What helpers computed, kept in one SQLite file between two starts, or in memory where no file can be written."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from threading import Lock

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"
_AT_ONCE = 500
"""Keys asked for in one statement: SQLite's oldest limit is 999."""
_WAIT = 5.0
"""Seconds to wait for another process that writes."""
_log = logging.getLogger(__name__)


class Cache:
    """A Memory keyed by a hash of kind and text: a changed text is another text, and nothing goes stale."""

    def __init__(self, file: Path | None) -> None:
        self._lock = Lock()
        self._memory: dict[bytes, bytes] = {}
        self._file = file
        self._base: sqlite3.Connection | None = None
        self._opened = False

    @property
    def lasting(self) -> bool:
        """Tell whether what is kept outlives the process."""
        with self._lock:
            return self._open(make=True) is not None

    def recall(self, kind: str, texts: Sequence[str]) -> dict[str, bytes]:
        """Give what is known of texts; those of which nothing is known are left out."""
        keys = {_key(kind, text): text for text in texts}
        with self._lock:
            base = self._open(make=False)
            found = self._memory if base is None else self._read(base, tuple(keys))
            return {text: found[key] for key, text in keys.items() if key in found}

    def keep(self, kind: str, values: Mapping[str, bytes]) -> None:
        """Keep what was computed of texts: all of them or, if the machine stops, none."""
        rows = [(_key(kind, text), value) for text, value in values.items()]
        with self._lock:
            base = self._open(make=True)
            if base is not None:
                try:
                    with base:
                        base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
                except sqlite3.Error as error:
                    self._give_up(error)
                else:
                    return
            self._memory.update(rows)

    def close(self) -> None:
        """Close the file; what is kept in memory stays until the end."""
        with self._lock:
            if self._base is not None:
                self._base.close()
                self._base = None

    def _open(self, *, make: bool) -> sqlite3.Connection | None:
        if self._opened or self._file is None or not (make or self._file.exists()):
            return self._base
        self._opened = True
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(self._file, timeout=_WAIT, check_same_thread=False)
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
        return self._base

    def _read(self, base: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        found: dict[bytes, bytes] = {}
        rest = iter(keys)
        try:
            while some := tuple(islice(rest, _AT_ONCE)):
                marks = ", ".join("?" * len(some))
                found.update(base.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", some))  # noqa: S608
        except sqlite3.Error as error:
            self._give_up(error)
        return found

    def _give_up(self, error: Exception) -> None:
        """Go on in memory."""
        _log.warning("%s cannot be used, what helpers compute is kept in memory: %s", self._file, error)
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
            self._base = None


def _key(kind: str, text: str) -> bytes:
    return blake2b(f"{kind}\0{text}".encode(), digest_size=16).digest()
