"""What can go wrong at the start, and how a fault of ours is told: a short id to the person, the rest to the log.

StartFailed
├── TokenRefused        Discord does not know the token
├── IntentRefused       the Message Content intent is asked for and not granted
├── DiscordUnreachable  no network, or Discord does not answer
├── DiscordRefused      Discord answered with an error of its own
└── DatabaseRefused     the database cannot be opened
"""

from __future__ import annotations

import logging
import secrets

_log = logging.getLogger("bot.discord_app")
_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0, 1, I and O: ids are read aloud and typed."""


class StartFailed(Exception):
    """The bot could not be started, or could not stay connected."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class TokenRefused(StartFailed):
    """Discord does not know the token."""


class IntentRefused(StartFailed):
    """The Message Content intent is asked for, and not granted in the developer portal."""


class DiscordUnreachable(StartFailed):
    """There is no network, or Discord does not answer."""


class DiscordRefused(StartFailed):
    """Discord answered with an error."""


class DatabaseRefused(StartFailed):
    """The database at `place` cannot be opened."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(reason)
        self.place = place


def make_error_id() -> str:
    """Make an id that a person can read out: 7F3K-92."""
    signs = "".join(secrets.choice(_SIGNS) for _ in range(6))
    return f"{signs[:4]}-{signs[4:]}"


def record(error: BaseException, doing: str) -> str:
    """Log a fault with its traceback and give the id by which it is found; `doing` holds no words of a person."""
    error_id = make_error_id()
    _log.error("%s: %s failed", error_id, doing, exc_info=error)
    return error_id
